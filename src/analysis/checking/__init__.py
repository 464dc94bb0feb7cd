"""Rules of `expectations/` run by Great Expectations, and arithmetic that printed figures must keep among themselves."""
