"""The reader reads the words of new statements once more, beside those that were reviewed.

A row typed with a wrong indicator, and an id that fits it, contradicts nothing; what the reader takes its words for
does, where reviewed rows with such words are coded otherwise: of 395 indicators swapped so 247 were found. Sealed rows
are not asked again, so that no suspicion that was settled comes back.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.checking.plausible import Column, RawTables, Row
from analysis.cleaning.figures import Print, read_figure

if TYPE_CHECKING:
    from analysis.bounds.quantity import Quantity
    from analysis.reading.figure import Figure

# So many reviewed rows, with so large a share coded alike: of 2,137 rows of the record none is wrongly suspected.
_LEAST, _ALIKE = 4, 0.95
# What a bare sign or number leaves open: 提高3.82% may be points, an index a score.
_ALIKE_UNITS = {"percentage_points": "percent", "index": "score"}
Words = tuple[str, str]  # what the reader takes a row for, and the row's measure


def reread(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find rows without a seal whose words read as another figure, unit or indicator than the row has."""
    listed = list(rows)
    seals = frames.path("seals").with_name("statements.csv")
    sealed = {row["id"] for row in read_rows(seals)} if seals.exists() else set()
    # Reviewed rows count where a new one has their measure: to read them all took a second for one new row.
    wanted = {row["measure"] for row in listed if row["statement_id"] not in sealed}
    if not wanted:
        return [""] * len(listed)
    read = _readings(listed, wanted)
    coded: dict[Words, Counter[str]] = defaultdict(Counter)
    for row, figure in zip(listed, read, strict=True):
        if figure and figure.indicator and row["statement_id"] in sealed:
            coded[figure.indicator, row["measure"]][row["indicator"]] += 1
    pairs = zip(listed, read, strict=True)
    return [_about(row, figure, coded) if figure and row["statement_id"] not in sealed else "" for row, figure in pairs]


def _readings(rows: Iterable[Row], measures: Container[str]) -> list[Figure | None]:
    """Return the last figure that the reader finds in the words of each row that has one of some measures."""
    from analysis.reading.reader import read_text
    from analysis.reading.terms import load_terms

    terms = load_terms()

    @cache
    def read(words: str, area: str) -> Figure | None:
        return next(reversed(read_text(words, terms=terms, area=area)), None)

    return [read(_words(row), row["area"]) if row["measure"] in measures else None for row in rows]


def _words(row: Row) -> str:
    unit = "" if row["unit_printed"] in row["printed"] else row["unit_printed"]
    cue = "" if row["qualifier"].isascii() else row["qualifier"]
    return f"{row['subject']}{row['measure']}{cue}{row['printed']}{unit}。"


def _about(row: Row, figure: Figure, coded: Mapping[Words, Counter[str]]) -> str:
    counts = coded.get((figure.indicator, row["measure"]), Counter())
    usual, number = next(iter(counts.most_common(1)), ("", 0))
    if number >= max(_LEAST, _ALIKE * counts.total()) and usual != row["indicator"]:
        return f"the words read as {figure.indicator}, which {number} reviewed rows with them code as {usual}"
    if (ours := _read_print(Print(*(row[name] for name in Print._fields)))) is None:
        return ""  # another rule names what cannot be read
    chinese = re.search(r"[\u4e00-\u9fff%]", row["printed"])
    if chinese and (figure.comparator, figure.value) != (ours.comparator, abs(ours.value)):
        return (
            f"the reader takes '{row['printed']}' for {figure.comparator} {figure.value:,.12g}, the rules of prints "
            f"for {ours.comparator} {abs(ours.value):,.12g}"
        )
    if figure.unit and not figure.unit_lost and _family(figure.unit) != _family(ours.unit):
        return f"the words read as {figure.unit}, and {row['indicator']} is measured in {ours.unit}"
    return ""


@lru_cache(maxsize=1 << 14)
def _read_print(one: Print) -> Quantity | None:
    try:
        return read_figure(one, load_codebook())
    except ProjectError:
        return None


def _family(unit: str) -> str:
    family = unit.partition(":")[0]
    return _ALIKE_UNITS.get(family, family)
