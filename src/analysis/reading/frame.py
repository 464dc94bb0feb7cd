"""Figures as a table: what `bulletins read` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.reading.figure import COLUMNS
from analysis.reading.html import is_html, read_page
from analysis.reading.reader import Line, read_lines

if TYPE_CHECKING:
    import polars as pl

_REST = COLUMNS[3:]


class FrameBuilder:
    """Collects the figures of many texts. A line that was read before adds only its places, not its rows again."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self._lines: list[Line] = []
        self._rests: list[tuple] = []
        self._docs: list[str] = []
        self._counts: list[int] = []
        self._codes: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def __len__(self) -> int:
        return len(self._codes)

    def add_text(self, doc: str, text: str) -> int:
        """Read a text, plain or HTML, and add its figures; return how many."""
        before = len(self._codes)
        if is_html(text):
            self._add_page(text)
        else:
            for start, line in read_lines(text):
                self._add_line(start, line)
        self._docs.append(doc)
        self._counts.append(len(self._codes) - before)
        return self._counts[-1]

    def _add_line(self, start: int, line: Line) -> None:
        base = self._base_of(line)
        self._codes.extend(range(base, base + len(line.starts)))
        self._starts.extend([start + place for place in line.starts])
        self._ends.extend([start + place for place in line.ends])

    def _base_of(self, line: Line) -> int:
        base = self._known.get(id(line), -1)
        if base < 0:
            base = self._known[id(line)] = len(self._rests)
            self._lines.append(line)  # keeps the id taken
            self._rests.extend(line.rests)
        return base

    def _add_page(self, source: str) -> None:
        """Add the figures of an HTML page; places and printed forms are those of its source."""
        page = read_page(source)
        for start, line in read_lines(page.text, title=page.title):
            for begin, end, rest in zip(line.starts, line.ends, line.rests, strict=True):
                first, last = page.starts[start + begin], page.ends[start + end - 1]
                self._codes.append(len(self._rests))
                self._rests.append((source[first:last], *rest[1:]))
                self._starts.append(first)
                self._ends.append(last)

    def build(self) -> pl.DataFrame:
        """Return the figures in the order in which the texts were added."""
        import polars as pl

        rests = pl.DataFrame(self._rests, schema=_schema(_REST), orient="row")
        docs = pl.Series("doc", self._docs, dtype=pl.String).gather(
            pl.Series(range(len(self._counts)), dtype=pl.UInt32)
            .repeat_by(pl.Series(self._counts, dtype=pl.UInt32))
            .explode()
            .drop_nulls()
        )
        places = pl.DataFrame(
            {
                "doc": docs,
                "char_start": pl.Series(self._starts, dtype=pl.Int64),
                "char_end": pl.Series(self._ends, dtype=pl.Int64),
            }
        )
        codes = pl.Series(self._codes, dtype=pl.UInt32)
        return places.hstack(rests[codes] if len(codes) else rests.clear())


def empty_frame() -> pl.DataFrame:
    """Return a table of figures without rows."""
    return FrameBuilder().build()


def _schema(names: tuple[str, ...]) -> dict[str, pl.DataType]:
    import polars as pl

    kinds = {
        "value": pl.Float64,
        "lower": pl.Float64,
        "upper": pl.Float64,
        "confidence": pl.Float64,
        "unit_lost": pl.Boolean,
    }
    return {name: kinds.get(name, pl.String)() for name in names}
