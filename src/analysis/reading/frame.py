"""Figures as a table: what `bulletins read` writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.reading.document import UNSTATED, Stated
from analysis.reading.figure import COLUMNS, Figure
from analysis.reading.html import source_of
from analysis.reading.reader import read_source
from analysis.reading.source import Source
from analysis.reading.terms import Terms

if TYPE_CHECKING:
    import polars as pl


class FrameBuilder:
    """Collects the figures of many texts."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._rows: list[tuple] = []

    def __len__(self) -> int:
        return len(self._rows)

    def add_text(self, doc: str, text: str, stated: Stated = UNSTATED) -> int:
        """Read a text, plain or HTML, and add its figures; return how many."""
        return self.add_source(doc, source_of(text), stated)

    def add_source(self, doc: str, source: Source, stated: Stated = UNSTATED) -> int:
        """Read a source and add its figures; return how many."""
        return self.add(read_source(source, self._terms, doc, stated))

    def add(self, figures: Iterable[Figure]) -> int:
        """Add figures; return how many."""
        before = len(self._rows)
        self._rows += figures
        return len(self._rows) - before

    def build(self) -> pl.DataFrame:
        """Return the figures in the order in which the texts were added."""
        import polars as pl

        return pl.DataFrame(self._rows, schema=_schema(COLUMNS), orient="row")


def empty_frame() -> pl.DataFrame:
    """Return a table of figures without rows."""
    import polars as pl

    return pl.DataFrame(schema=_schema(COLUMNS))


def _schema(names: tuple[str, ...]) -> dict[str, pl.DataType]:
    import polars as pl

    kinds = {
        "char_start": pl.Int64, "char_end": pl.Int64, "value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64,
        "confidence": pl.Float64, "unit_lost": pl.Boolean,
    }  # fmt: skip
    return {name: kinds.get(name, pl.String)() for name in names}
