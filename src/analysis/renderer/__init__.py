"""The report: prose, numbers and exhibits to a site, a PDF and a Word file, with Quarto or without it."""
