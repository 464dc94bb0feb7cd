"""Cleaning: statements as printed become observations with value, bounds, unit, period and status."""
