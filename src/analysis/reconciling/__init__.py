"""Reconciling: observations become series, cut at breaks; what the sources disagree about is kept and shown."""
