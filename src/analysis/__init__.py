"""Figures printed in bulletins about China's government websites: from text to report."""
