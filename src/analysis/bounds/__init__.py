"""Bounds as a data type: from a printed figure to an interval, and what follows from intervals."""
