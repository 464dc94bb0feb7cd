"""One sentence with its clauses, periods, known words and numerals."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from analysis.reading.figure import Mark
from analysis.reading.periods import Period
from analysis.reading.terms import Hit, Terms

_ENDS = re.compile(r"[。!?！？\n]+[”’」』)）]*|[；;](?![0-9a-z#])")
_CLAUSE = re.compile(
    r"[,，；;：:\t\n。!?！？]|\.(?![0-9a-z])|(?<![a-zA-Z])\.(?=[a-z])|(?<![0-9%])\.(?=[0-9])|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])|[(（](?=其中)"
)
_NONE: list[tuple[Hit, str, str]] = []
_LONG, _TOO_LONG = 160, 600
_DIGITS_NEAR = re.compile(r"[0-9]")


class Context(NamedTuple):
    """What a sentence inherits: from the bulletin (first row) and from the sentences before it in its paragraph."""

    year: int = 0
    period: str = ""
    area: str = ""
    scope: str = ""
    damaged: bool = False
    title: frozenset[int] = frozenset()
    level: str = ""
    entity: str = ""
    entity_age: int = 0
    thing: str = ""
    topic: frozenset[int] = frozenset()
    near_period: str = ""
    near_area: str = ""
    span: int = 0
    columns: tuple[str, ...] = ()
    cell: int = -1


class Trigger(NamedTuple):
    """A hit that speaks for indicators; `inner` where it lies inside a longer hit.

    `marks_before` counts the figures that start before its end, `marks_after` those that end before its start.
    """

    hit: Hit
    clause: int
    inner: bool
    marks_before: int
    marks_after: int


class Sentence:
    """A sentence in plain script, with everything that the rules ask of it."""

    def __init__(self, text: str, terms: Terms, damaged: bool = False) -> None:
        self.text = text
        self.damaged = damaged
        self.terms = terms
        self.hits: list[Hit] = terms.find(text)
        self.inner = _inner_hits(self.hits)
        self.words = frozenset(hit.word for hit in self.hits)
        self.breaks = [match.end() for match in _CLAUSE.finditer(text)]
        self.marks: list[Mark] = []
        self.periods: list[Period] = []
        self._named: dict[str, list[tuple[Hit, str, str]]] | None = None

    def clause_at(self, place: int) -> int:
        """Return the number of the clause that holds a place."""
        return bisect_right(self.breaks, place)

    def clause_span(self, clause: int) -> tuple[int, int]:
        """Return where a clause starts and ends."""
        start = self.breaks[clause - 1] if clause else 0
        return start, self.breaks[clause] if clause < len(self.breaks) else len(self.text)

    def named(self, field: str) -> list[tuple[Hit, str, str]]:
        """Return the hits that name a thing of a field, in order, with the value and the term's id."""
        if self._named is None:
            self._named = self._find_named()
        return self._named.get(field, _NONE)

    @cached_property
    def triggers(self) -> list[Trigger]:
        """The hits that speak for indicators, with their places among clauses and figures."""
        by_word, inner = self.terms.by_word, self.inner
        starts, ends = [mark.start for mark in self.marks], [mark.end for mark in self.marks]
        return [
            Trigger(
                hit,
                self.clause_at(hit.start),
                hit in inner,
                bisect_left(starts, hit.end),
                bisect_right(ends, hit.start),
            )
            for hit in self.hits
            if by_word[hit.word]
        ]

    def _find_named(self) -> dict[str, list[tuple[Hit, str, str]]]:
        """Return the hits by field, in order; of hits of one field that overlap only the longest stays."""
        naming = self.terms.naming
        found: dict[str, list[tuple[Hit, str, str]]] = {}
        for hit in self.hits:
            for rule in naming[hit.word]:
                found.setdefault(rule.field, []).append((hit, rule.value, rule.term_id))
        return {field: _longest(hits) if len(hits) > 1 else hits for field, hits in found.items()}


def _longest(named: list[tuple[Hit, str, str]]) -> list[tuple[Hit, str, str]]:
    """Return hits without those that overlap a longer one, in order."""
    kept: list[tuple[Hit, str, str]] = []
    last = None
    # Longer first at each start: an earlier hit that is shorter gives way to one that overlaps it and is longer.
    for item in sorted(named, key=lambda n: (n[0].start, -n[0].end)):
        hit = item[0]
        if last is None or hit.start >= last.end:
            kept.append(item)
            last = hit
        elif hit.end - hit.start > last.end - last.start:
            kept[-1] = item
            last = hit
    return kept


def _inner_hits(hits: list[Hit]) -> frozenset[Hit]:
    """Return the hits that lie inside a longer one: 合格 in 不合格, 服务 in 服务事项."""
    inner = []
    longest: Hit | None = None
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if longest and hit.end <= longest.end:
            inner.append(hit)
        else:
            longest = hit
    return frozenset(inner)


def split_sentences(text: str, damaged: bool) -> list[tuple[int, int]]:
    """Cut a stretch of plain text into sentences; where full stops were lost, at quiet places between clauses."""
    spans, start = [], 0
    for match in _ENDS.finditer(text):
        spans.extend(_cut(text, start, match.end(), damaged))
        start = match.end()
    if start < len(text):
        spans.extend(_cut(text, start, len(text), damaged))
    return spans


def _cut(text: str, start: int, end: int, damaged: bool) -> Iterator[tuple[int, int]]:
    """Cut an over-long sentence where neither neighbour has digits, or by force."""
    while end - start > (_LONG if damaged else _TOO_LONG):
        place = _quiet_place(text, start + _LONG, min(end, start + _TOO_LONG))
        if place >= end:
            break
        yield start, place
        start = place
    if start < end:
        yield start, end


def _quiet_place(text: str, low: int, high: int) -> int:
    fallback = high
    for match in _CLAUSE.finditer(text, low, high):
        place = match.end()
        if not _DIGITS_NEAR.search(text, max(0, place - 30), min(len(text), place + 40)):
            return place
        fallback = place
    return fallback
