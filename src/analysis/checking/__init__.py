"""Rules of `expectations/`, run by Great Expectations, and the arithmetic of printed figures among themselves."""
