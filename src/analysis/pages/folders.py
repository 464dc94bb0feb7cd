"""The folders of the permanent pages: the first part of each address, for life."""

FOLDERS = {"n": "number", "b": "bulletin", "s": "series", "x": "exhibit", "i": "issuer", "t": "theme"}
