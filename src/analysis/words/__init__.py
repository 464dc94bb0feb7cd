"""Words: how numbers, intervals and messages read in each language."""
