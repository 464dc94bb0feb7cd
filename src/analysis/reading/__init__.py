"""Bulletin text to figures with their meaning."""
