"""Naming: how the ids of a chart read in a language, and how its figures do."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from typing import Any

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import UnknownName
from analysis.bounds.quantity import Quantity
from analysis.charts.declarations import Declaration
from analysis.charts.drawn import ISSUER, Drawn
from analysis.words.catalogue import Lang, say
from analysis.words.dates import display_axis_period
from analysis.words.numbers import display_estimate, display_estimate_interval, display_quantity, display_value

MOST_ISSUERS = 6
_PERIOD = re.compile(r"\d{4}(-(Q[1-4]|H[12]|\d\d(-\d\d)?))?")


@dataclass(frozen=True)
class Names:
    """The words of one exhibit in one language."""

    declaration: Declaration
    lang: Lang
    labels: Mapping[str, Mapping[str, Any]]
    prints: Mapping[str, str] = field(default_factory=dict)  # figures as printed, by statement

    def word(self, key: str, **values: str | int) -> str:
        """Return a word of the catalogue; none for an empty key."""
        return say(key, self.lang, **values) if key else ""

    def name(self, ids: str) -> str:
        """Return the name of an id, or of several with ` / ` between them."""
        if ids in self.declaration.words:
            return self.word(self.declaration.words[ids])
        first, *more = [part for part in ids.split(" / ") if part] or [""]
        return self._join("label-parts", [self._name(first), *(_within(part, self._name(part)) for part in more)])

    def _join(self, key: str, parts: Sequence[str]) -> str:
        """Join texts by a message that takes a first and a second one."""
        return reduce(lambda first, second: self.word(key, first=first, second=second), parts) if parts else ""

    def _name(self, one: str) -> str:
        if not one or one in self.declaration.words:
            return self.word(self.declaration.words.get(one, ""))
        if _PERIOD.fullmatch(one):
            return display_axis_period(one, self.lang)
        if one.startswith(ISSUER):
            return load_codebook().issuers.label(one.removeprefix(ISSUER), self.lang)
        if one in self.labels:
            return str(self.labels[one][f"label_{self.lang}"])
        book = load_codebook()
        for table in (book.indicators, book.levels, book.areas, book.methods, book.issuers, book.themes, book.entities):
            if one in table:
                return table.label(one, self.lang)
        raise UnknownName("id in a chart", one, self.declaration.words, where=f"charts, {self.declaration.id}: words")

    def figure(self, row: Drawn) -> str:
        """Return a figure in words, the same as in prose: 29,431; over 90%; 10,192 to 14,463."""
        if row.status == "possible":
            return ""
        if row.status in ("estimate", "curve") or row.comparator == "computed" or row.value is None:
            return self._estimate(row)
        figure = Quantity(row.height, row.interval, row.unit, row.comparator, row.rounded, row.decimals)
        return display_quantity(figure, self.lang)

    def tip(self, row: Drawn) -> str:
        """Return what is read at a mark: its name and date, its figure, and who printed it in which words."""
        place = self.name(row.label or row.series)
        period = display_axis_period(row.period, self.lang) if row.period else ""
        if period not in place:
            place = self._join("label-parts", [part for part in (place, period) if part])
        figure = self.word("tip", place=place, figure=self.figure(row))
        issuers = issuers_of_bulletins()
        if not self.prints.get(row.id) or row.bulletins not in issuers:
            return figure
        issuer = load_codebook().issuers.label(issuers[row.bulletins], self.lang)
        return self.word("tip-printed", figure=figure, printed=self.prints[row.id], issuer=issuer)

    def _estimate(self, row: Drawn) -> str:
        if row.lower is None or row.upper is None:
            return "" if row.value is None else display_estimate(row.value, row.unit, self.lang)
        if math.isinf(row.width):
            return display_estimate_interval(row.interval, row.unit, self.lang)
        ends = {display_estimate(end, row.unit, self.lang) for end in (row.lower, row.upper)}
        return ends.pop() if len(ends) == 1 else display_estimate_interval(row.interval, row.unit, self.lang)

    def remark(self, row: Drawn) -> str:
        """Return an estimate with its name and its interval, for the margin of its curve."""
        value = display_estimate(row.value or 0.0, row.unit, self.lang)
        name = self.name(row.series or row.id) if row.series else ""
        if row.lower is None or row.upper is None:
            return self.word("remark-bare", name=name, value=value)
        unit = "percent" if row.unit.startswith("percent") else row.unit  # "a year" stands once
        interval = display_estimate_interval(row.interval, unit, self.lang)
        return self.word("remark", name=name, value=value, interval=interval).strip()

    def tick(self, value: float, unit: str) -> str:
        """Return a number of an axis: 40,000; 1 billion."""
        return display_value(value, "count" if unit.startswith("count") else "", self.lang)

    def source(self, rows: Iterable[Drawn]) -> str:
        """Return the source line: the issuers by name where they are few, and the notes of the exhibit.

        They have the names of the caption, the most frequent one first: a chart once named seven bodies by the names of
        the codebook, its caption six.
        """
        known = issuers_of_bulletins()
        printed = sorted(known[name] for row in rows for name in row.bulletins.split() if name in known)
        found = [name for name, _ in Counter(name_of_issuer(one, self.lang) for one in printed).most_common()]
        issuers = [self.word("source-many", count=len(found))]
        if len(found) <= MOST_ISSUERS:
            joined = self._join("source-parts", found)
            issuers = [self.word("source-names", count=len(found), names=joined)] if found else []
        return self._join("note-parts", [*issuers, *map(self.word, self.declaration.notes)])


def _within(one: str, name: str) -> str:
    """Write the name of a level within a label: with a small letter."""
    return name[:1].lower() + name[1:] if one in load_codebook().levels else name


def name_of_issuer(issuer: str, lang: Lang) -> str:
    """Return the name of an issuer in a line of sources; two offices of one body have one name."""
    return say("source-issuer", lang, issuer=issuer, label=load_codebook().issuers.label(issuer, lang))


@lru_cache(maxsize=1)
def issuers_of_bulletins() -> dict[str, str]:
    """Return the issuer of each bulletin."""
    return {row["bulletin_id"]: row["issuer"] for row in read_rows(paths.RAW / "bulletins.csv")}
