"""One sentence with its clauses, brackets, names, periods, known words and numerals."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from analysis.reading.figure import Mark
from analysis.reading.names import Span, in_spans, silent_spans
from analysis.reading.patterns import Patterns
from analysis.reading.periods import Period
from analysis.reading.terms import Hit, Terms

_SILENCED = frozenset({"area", "level", "thing"})
Pieces = tuple[tuple[int, int], ...]
Item = tuple[Hit, str, str]
_hit_of = itemgetter(0)
_LONG, TOO_LONG = 160, 600
_DENIED = ("存在", "发现", "出现", "回复", "答复", "办结")


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
        self.loud = self._loud()
        # The words that count as evidence.
        self.words = frozenset([hit.word for hit in self.loud])
        self._name()
        self.marks: list[Mark] = []
        self.periods: list[Period] = []
        self.frames: list[tuple[int, int, Span]] = []
        self.sampled = (-1, -1, -1, -1)
        self.shares: dict[int, tuple[int, int]] = {}
        # The first figures of changes: 由62家整合为1家
        self.firsts: frozenset[int] = frozenset()

    def at(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where a stretch of the sentence stands in the plain text.

        `pieces` says where the sentence was taken from: a cell of a table is read behind the heads of its column.
        """
        pieces = self.pieces
        own, place = pieces[0] if len(pieces) == 1 else pieces[bisect_right(pieces, (start, 1 << 60)) - 1]
        return ((place + start - own, place + end - own),) if place >= 0 else ()

    @cached_property
    def english(self) -> bool:
        """Whether the sentence holds no Chinese character."""
        return self.text.isascii() or self.patterns.chinese.search(self.text) is None

    def _loud(self) -> list[Hit]:
        """Return the hits that are no part of a name and not denied."""
        hits, silent = self.hits, self.silent
        if silent:
            hits = [hit for hit in hits if not in_spans(hit.start, hit.end, silent)]
        if hits and self.patterns.denies.search(self.text):
            hits = [hit for hit in hits if not self._is_denied(hit)]
        return hits

    @cached_property
    def loud_ends(self) -> list[int]:
        """Where the loud hits end, in order."""
        return [hit.end for hit in self.loud]

    def _is_denied(self, hit: Hit) -> bool:
        if not self.patterns.deniable.search(self.text, hit.start, hit.end):
            return False
        before = self.text[max(0, hit.start - 14) : hit.start]
        begins = before[-1:] in ("不", "未", "无") and self.text.startswith(_DENIED, hit.start)
        return begins or self.patterns.denied.search(before) is not None

    @cached_property
    def _unknown(self) -> list[int]:
        """How many letters up to each place belong to no word of the codebook."""
        rest = list(self.text)
        words = [(hit.start, hit.end) for hit in self.hits]
        words += [match.span() for match in self.patterns.empty_words.finditer(self.text)]
        # The name of an account or of a document is no noun that the codebook should know.
        for names in (self.patterns.quoted, self.patterns.cited_name):
            words += [match.span() for match in names.finditer(self.text)]
        for start, end in words:
            rest[start:end] = " " * (end - start)
        return list(accumulate(map(str.isalpha, rest), initial=0))

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
        for number, (low, high) in enumerate(self.asides):
            if low < place < high:
                return number
        return -1

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

    @cached_property
    def abroad(self) -> bool:
        """Whether the sentence names another country."""
        return self.patterns.foreign.search(self.text) is not None

    @cached_property
    def of_everybody(self) -> bool:
        """Whether the sentence speaks of all websites there are, and not of those of the government."""
        found = self.patterns.all_sites.search(self.text)
        return found is not None and self.patterns.government.search(self.text) is None

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
        by_word, breaks, inner = self.terms.by_word, self.breaks, _inner_hits(self.hits)
        starts, ends = [mark.start for mark in self.marks], [mark.end for mark in self.marks]
        return [
            Trigger(
                hit,
                bisect_right(breaks, hit.start),
                hit in inner,
                bisect_left(starts, hit.end),
                bisect_right(ends, hit.start),
            )
            for hit in self.loud
            if by_word[hit.word]
        ]

    def _name(self) -> None:
        """Sort the hits that name something by what they name, in order, with the value and the term's id."""
        naming, silent = self.terms.naming, self.silent
        found: dict[str, list[Item]] = {}
        for hit in self.hits:
            for rule in naming[hit.word]:
                if silent and rule.field in _SILENCED and in_spans(hit.start, hit.end, silent):
                    continue
                # 县(市、区)政府及市直部门网站: what only begins within 'everybody' is no level either.
                if rule.field == "level" and any(low < hit.start < high < hit.end for low, high in silent):
                    continue
                found.setdefault(rule.field, []).append((hit, rule.value, rule.term_id))
        self.things = _longest(found.get("thing", []))
        # 嘉兴城市频道 names no 兴城市.
        self.areas = _longest(found.get("area", []), crossing=False)
        if self.areas and self.patterns.no_place.search(self.text):
            # Neither a person (赵金华介绍) nor a street (北京路12号) is a place.
            follows = self.patterns.no_place.match
            self.areas = [item for item in self.areas if not follows(self.text, item[0].end)]
        # 州市 in 福州市 is no level.
        inside = [(hit.start, hit.end) for hit, _, _ in self.areas]
        # 省级抽查网站59家 says who checked.
        self.levels = [
            item
            for item in _longest(_named_departments(found.get("level", [])))
            if not in_spans(*item[0][:2], inside) and not self._checks(item[0])
        ]
        self.methods = _longest(found.get("method", []))
        self.no_figures = _longest(found.get("not_figure", []))
        # Without those that only run a platform (中国政府网“我为政府网站找错”) or are linked to (接入国家政务服务平台).
        self.entities = [
            item
            for item in _longest(found.get("entity", []))
            if not self.patterns.runs_platform.match(self.text, item[0].end)
            and not self.patterns.linked_to.search(self.text, max(0, item[0].start - 6), item[0].start)
        ]

    def _checks(self, hit: Hit) -> bool:
        return self.text[hit.end - 1] == "级" and self.patterns.who_checks.match(self.text, hit.end) is not None


def _named_departments(named: list[Item]) -> list[Item]:
    """Return levels without departments that another names closer: 市级政府部门主动公开 speaks of those of the city."""
    closer = [hit for hit, value, _ in named if value != "department"]
    return [
        (hit, value, term)
        for hit, value, term in named
        if value != "department" or not any(one.start < hit.start < one.end for one in closer)
    ]


def _longest(named: list[Item], crossing: bool = True) -> list[Item]:
    """Return hits without those that overlap a longer one, in order; of values that may not cross the first stays."""
    if len(named) < 2:
        return named
    kept: list[Item] = []
    last = None
    # An earlier hit that is shorter gives way to one that overlaps it and is longer.
    for item in sorted(named, key=_hit_of):
        hit = item[0]
        if last is None or hit.start >= last.end:
            kept.append(item)
            last = hit
        elif hit.end - hit.start > last.end - last.start and (
            crossing or hit.start == last.start or item[1] == kept[-1][1]
        ):
            kept[-1] = item
            last = hit
    return kept


def _inner_hits(hits: list[Hit]) -> frozenset[Hit]:
    """Return the hits that lie inside a longer one: 合格 in 不合格, 服务 in 服务事项."""
    inner, furthest = [], -1
    ordered = sorted(hits)
    for hit, after in itertools.zip_longest(ordered, ordered[1:]):
        if hit.end <= furthest or (after and after.start == hit.start):
            inner.append(hit)
        else:
            furthest = hit.end
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
    while end - start > (_LONG if damaged else TOO_LONG):
        place = _quiet_place(text, start + _LONG, min(end, start + TOO_LONG), patterns)
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
