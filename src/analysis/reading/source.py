"""A text to read, and what its markup says of it."""

from __future__ import annotations

from typing import NamedTuple

from analysis.reading.table import Table


class Source(NamedTuple):
    """A text with its title, its tables, and where its characters stand in the file as stored."""

    text: str
    title: str = ""
    tables: tuple[Table, ...] = ()
    starts: list[int] | None = None
    ends: list[int] | None = None
    stored: str = ""
