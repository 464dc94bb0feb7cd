"""Figures printed in bulletins about China's government websites, 2002-2023: from text to report."""
