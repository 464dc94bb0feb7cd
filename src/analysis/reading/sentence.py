"""One sentence with its clauses, brackets, names, periods, known words and numerals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from analysis.reading.figure import Mark
from analysis.reading.names import Span, in_spans, silent_spans
from analysis.reading.patterns import Patterns
from analysis.reading.periods import Period
from analysis.reading.terms import Hit, Terms

_SILENCED = frozenset({"area", "level", "thing"})
Pieces = tuple[tuple[int, int], ...]
_NONE: list[tuple[Hit, str, str]] = []
_LONG, _TOO_LONG = 160, 600


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

    def __init__(self, text: str, terms: Terms, damaged: bool = False, pieces: Pieces = ((0, 0),)) -> None:
        self.text = text
        self.pieces = pieces
        self.damaged = damaged
        self.terms = terms
        self.patterns = terms.patterns
        self.hits: list[Hit] = terms.find(text)
        self.silent: list[Span] = silent_spans(text, terms.patterns) if self.hits else []
        self.marks: list[Mark] = []
        self.periods: list[Period] = []
        self.frames: list[tuple[int, int, Span]] = []
        self.sampled = (-1, -1, -1, -1)
        self.shares: dict[int, tuple[int, int]] = {}
        self.near: dict[int, frozenset[int]] = {}

    def at(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where a stretch of the sentence stands in the plain text.

        `pieces` says where the sentence was taken from: a cell of a table is read behind the heads of its column.
        """
        own, place = self.pieces[bisect_right(self.pieces, (start, 1 << 60)) - 1]
        return ((place + start - own, place + end - own),) if place >= 0 else ()

    @cached_property
    def english(self) -> bool:
        """Whether the sentence holds no Chinese character."""
        return self.text.isascii() or self.patterns.chinese.search(self.text) is None

    @cached_property
    def loud(self) -> list[Hit]:
        """The hits that are no part of a name and not denied."""
        silent = self.silent
        return [
            hit
            for hit in self.hits
            if not (silent and in_spans(hit.start, hit.end, silent)) and not (self._denies and self._is_denied(hit))
        ]

    @cached_property
    def loud_ends(self) -> list[int]:
        """Where the loud hits end, in order."""
        return [hit.end for hit in self.loud]

    @cached_property
    def _denies(self) -> bool:
        return self.patterns.denies.search(self.text) is not None

    def _is_denied(self, hit: Hit) -> bool:
        if not self.patterns.deniable.search(self.text, hit.start, hit.end):
            return False
        before = self.text[max(0, hit.start - 14) : hit.start]
        begins = before[-1:] in ("不", "未", "无") and self.text.startswith(("存在", "发现", "出现"), hit.start)
        return begins or self.patterns.denied.search(before) is not None

    @cached_property
    def words(self) -> frozenset[int]:
        """The words that count as evidence."""
        return frozenset(hit.word for hit in self.loud)

    @cached_property
    def inner(self) -> frozenset[Hit]:
        """The hits that lie inside a longer one: 合格 in 不合格."""
        return _inner_hits(self.hits)

    @cached_property
    def _unknown(self) -> list[int]:
        """How many letters up to each place belong to no word of the codebook."""
        known = bytearray(len(self.text))
        words = [(hit.start, hit.end) for hit in self.hits]
        words += [match.span() for match in self.patterns.empty_words.finditer(self.text)]
        for start, end in words:
            known[start:end] = b"\1" * (end - start)
        return list(accumulate((not k and c.isalpha() for k, c in zip(known, self.text, strict=True)), initial=0))

    def unknown(self, low: int, high: int) -> int:
        """Return how many letters between two places belong to no word of the codebook."""
        return self._unknown[max(high, low)] - self._unknown[low]

    @cached_property
    def breaks(self) -> list[int]:
        """Where clauses end."""
        return [match.end() for match in self.patterns.clause.finditer(self.text)]

    @cached_property
    def asides(self) -> list[Span]:
        """The brackets of the sentence: what they hold speaks only for the figures in them."""
        if not ("(" in self.text or "“" in self.text) or len(self.pieces) > 1:
            # The brackets of a table's heads and names are read with them.
            return []
        return [m.span() for m in self.patterns.aside.finditer(self.text)]

    def aside_of(self, place: int) -> int:
        """Return the number of the bracket that holds a place, -1 for none."""
        return next((i for i, (low, high) in enumerate(self.asides) if low < place < high), -1)

    def speaks_to(self, place: int, mark: Mark) -> bool:
        """Say whether what stands at a place may speak for a figure: not out of a bracket that is not its own."""
        if not self.asides:
            return True
        aside, own = self.aside_of(place), self.aside_of(mark.start)
        return aside == own or (aside < 0 and not self.text.startswith("“", self.asides[own][0]))

    def marks_at(self, place: int) -> bool:
        """Say whether a figure starts at a place or a few characters behind it."""
        first = bisect_left(self.marks, place, key=lambda mark: mark.start)
        return first < len(self.marks) and self.marks[first].start <= place + 4

    def clause_at(self, place: int) -> int:
        """Return the number of the clause that holds a place."""
        return bisect_right(self.breaks, place)

    def clause_span(self, clause: int) -> Span:
        """Return where a clause starts and ends."""
        start = self.breaks[clause - 1] if clause else 0
        return start, self.breaks[clause] if clause < len(self.breaks) else len(self.text)

    def named(self, field: str) -> list[tuple[Hit, str, str]]:
        """Return the hits that name a thing of a field, in order, with the value and the term's id."""
        return self._named.get(field, _NONE)

    @cached_property
    def entities(self) -> list[tuple[Hit, str, str]]:
        """The sites and accounts named, without those that only run a platform: 中国政府网“我为政府网站找错”."""
        return [item for item in self.named("entity") if not self.patterns.runs_platform.match(self.text, item[0].end)]

    @cached_property
    def wholes(self) -> frozenset[int]:
        """Where a noun ends that only names what a part was taken from: 798家网站中的639家."""
        return (
            frozenset(m.end() for m in self.patterns.whole_of.finditer(self.text)) if "中" in self.text else frozenset()
        )

    @cached_property
    def trigger_ends(self) -> list[int]:
        """Where the triggers end, in order."""
        return [trigger.hit.end for trigger in self.triggers]

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
            for hit in self.loud
            if by_word[hit.word]
        ]

    @cached_property
    def _named(self) -> dict[str, list[tuple[Hit, str, str]]]:
        """The hits by field, in order; of hits of one field that overlap only the longest stays."""
        naming, silent = self.terms.naming, self.silent
        found: dict[str, list[tuple[Hit, str, str]]] = {}
        for hit in self.hits:
            for rule in naming[hit.word]:
                if rule.field in _SILENCED and silent and in_spans(hit.start, hit.end, silent):
                    continue
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


def split_sentences(text: str, damaged: bool, patterns: Patterns) -> list[tuple[int, int]]:
    """Cut a stretch of plain text into sentences; where full stops were lost, at quiet places between clauses."""
    spans, start = [], 0
    for match in patterns.ends.finditer(text):
        spans.extend(_cut(text, start, match.end(), damaged, patterns))
        start = match.end()
    if start < len(text):
        spans.extend(_cut(text, start, len(text), damaged, patterns))
    return spans


def _cut(text: str, start: int, end: int, damaged: bool, patterns: Patterns) -> Iterator[tuple[int, int]]:
    """Cut an over-long sentence where neither neighbour has digits, or by force."""
    while end - start > (_LONG if damaged else _TOO_LONG):
        place = _quiet_place(text, start + _LONG, min(end, start + _TOO_LONG), patterns)
        if place >= end:
            break
        yield start, place
        start = place
    if start < end:
        yield start, end


def _quiet_place(text: str, low: int, high: int, patterns: Patterns) -> int:
    fallback = high
    for match in patterns.clause.finditer(text, low, high):
        place = match.end()
        if not patterns.digits_near.search(text, max(0, place - 30), min(len(text), place + 40)):
            return place
        fallback = place
    return fallback
