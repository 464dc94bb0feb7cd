"""Citing: every observation and estimate is a number with a permanent id, a display text, a card and a citation."""
