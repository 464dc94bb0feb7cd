"""Headline: which series feed which model, and how far each number moves when the data are varied."""
