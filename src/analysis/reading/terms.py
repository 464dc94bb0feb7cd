"""The reader's terms: which words say what, as rows of `data/raw/codebook/terms*.csv`.

A row names a field (`indicator`, `level`, `area`, `entity`, `method`, `thing`, `not_figure`), the value it gives, the
words that trigger it (alternatives split by `|`), and for indicators what else must hold: words that must stand near
(`needs`, groups split by `&`), words that must not (`avoid`; with `!`, not anywhere in the sentence, with `!!`, not in
the document's title either), the units it may have (`units`), the thing that is counted (`thing`, `-` for none) and the
side of the figure on which the words stand (`side`). Of a place `thing` is its rank, of a site or platform its area. A
new indicator needs no code.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from analysis.base.errors import ProjectError
from analysis.base.paths import CODEBOOK
from analysis.reading.confidence import Chances, Coefficients, load_coefficients
from analysis.reading.patterns import Patterns, load_patterns
from analysis.reading.wording import WEIGHTS, Weights, Wording, load_weights

# 40亿人次 counts no accounts, whatever else the sentence speaks of.
_OF_PEOPLE = frozenset({"count:person", "count:person_time", "count:article", "count:event", "count:visit"})
_OF_BODIES = frozenset({"count:site", "count:account", "count:app", "count:region", "count:platform", "count:domain"})
_CHANNELS = frozenset({"site", "weibo", "wechat", "douyin", "toutiao"})
_PER_CHARACTER, _PER_LETTER = 0.12, 0.04
# A rule that weighs no more is a general one: it gives way to every other.
GENERAL = 1.5
# Named in full: so the pipeline sees what rests on them.
FILES = CODEBOOK / "terms*.csv"
PATTERNS = CODEBOOK / "patterns.csv"
SCOPE = "province_and_key_city"
FIELDS = ("indicator", "level", "area", "entity", "method", "thing", "not_figure", "body", "share")


class Rule(NamedTuple):
    """One row of the terms; words are numbers of the vocabulary."""

    term_id: str
    field: str
    value: str
    words: tuple[int, ...]
    needs: tuple[frozenset[int], ...]
    avoid: frozenset[int]
    never: frozenset[int]
    untitled: frozenset[int]
    units: frozenset[str]
    things: frozenset[str]
    side: str
    weight: float
    kind: str
    most: float
    # The platform that its needs name: what a weibo account did is not what a wechat account did.
    channels: frozenset[str] = frozenset()


class Hit(NamedTuple):
    """A word of the vocabulary in a sentence."""

    start: int
    end: int
    word: int


# Half the time of the constructor, which words of a text call more often than anything else.
_new = tuple.__new__


class _Fitting(dict[int, tuple[Rule, ...]]):
    """The indicator rules by word that a figure may follow by what it counts, heaviest first."""

    def __init__(self, terms: Terms, unit: str, measure: str, thing: str) -> None:
        self.terms, self.unit, self.measure, self.counted = terms, unit, measure, thing or "-"

    def __missing__(self, word: int) -> tuple[Rule, ...]:
        fitting = [
            rule
            for rule in self.terms.of_unit(word, self.unit)
            if (not rule.things or self.counted in rule.things)
            and self.terms.measure_fits(self.measure, rule.kind)
            and self.terms.counts_kinds(self.measure, rule.value)
        ]
        self[word] = tuple(sorted(fitting, key=lambda rule: -rule.weight))
        return self[word]


class Terms:
    """The vocabulary with its rules by word, and one automaton that finds all words in one pass."""

    def __init__(
        self, rows: Iterable[dict[str, str]], kinds: dict[str, str], patterns: Iterable[dict[str, str]],
        coefficients: Coefficients | None = None, highest: Mapping[str, float] | None = None,
        weights: Weights | None = None, changes: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.patterns = Patterns(patterns)
        self.chances = Chances(coefficients or {})
        self.wording = Wording(weights or {})
        # The most that an indicator can be: a score of 205 is no score of a website.
        self.highest = highest or {}
        # Indicators that a fall makes negative.
        self.changes = frozenset(changes)
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self.kinds = kinds
        rules = [self._rule(row) for row in rows]
        things = {word: rule.value for rule in rules if rule.field == "thing" for word in rule.words}
        self.rules = [rule._replace(channels=_channels_of(rule, things)) for rule in rules]
        # The unit of each thing that is counted; of accounts of several kinds too.
        self.thing_units = {rule.value: unit for rule in self.rules if rule.field == "thing" for unit in rule.units}
        self.thing_units["mixed"] = self.thing_units.get("account", "")
        self._fitting: dict[tuple[str, str, str], _Fitting] = {}
        self.by_word: list[tuple[Rule, ...]] = [()] * len(self.words)
        self.naming: list[tuple[Rule, ...]] = [()] * len(self.words)
        for rule in self.rules:
            target = self.by_word if rule.field == "indicator" else self.naming
            for word in rule.words:
                target[word] = (*target[word], rule)
        self._named = {
            field: frozenset(word for rule in self.rules if rule.field == field for word in rule.words)
            for field in FIELDS
        }
        # What a long word gains over a short one at the same distance; a letter says less than a character.
        self.gains = [_PER_LETTER * len(w) if w.isascii() else _PER_CHARACTER * len(w) for w in self.words]
        # The share that goes with a count: 抽查39家,占95%.
        self.shares = {self.words[w]: rule.value for rule in self.rules if rule.field == "share" for w in rule.words}
        # Indicators of the nation and of a province: a notice of one place, or of a city, counts none of them.
        self.national = {rule.value for rule in self.rules if self.patterns.of_nation.search(rule.value)}
        self.provincial = {rule.value for rule in self.rules if self.patterns.of_province.search(rule.value)}
        # The area of each site or platform that is known by its name.
        self.homes = {rule.value: area for rule in self.rules if rule.field == "entity" for area in rule.things}
        self.place_ranks = {r.term_id: rank for r in self.rules if r.field == "area" for rank in r.things}
        self.short_places = _short_places(self.rules, self.words)
        # Words that say which places the whole bulletin is about.
        scopes = [rule for rule in self.rules if rule.field == "level" and rule.value == SCOPE]
        self.scopes = [self.words[word] for rule in scopes for word in rule.words]
        # Words that some rule needs nearby: all that a sentence hands to the next one.
        self.needed = frozenset(word for rule in self.rules for group in rule.needs for word in group)
        self.of_hotline = frozenset(w for w in self.needed if self.patterns.about_hotline.search(self.words[w]))
        self._automaton = self._build()

    def find(self, text: str) -> list[Hit]:
        """Return the words of the vocabulary in a text, in order of their ends; overlapping ones too."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [_new(Hit, (start, end, word)) for word, start, end in found]

    def find_naming(self, text: str, field: str) -> list[tuple[Hit, Rule]]:
        """Return the words of a text that name something of a field, each with its rules."""
        named = self._named[field]
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [
            (Hit(start, end, word), rule)
            for word, start, end in found
            if word in named
            for rule in self.naming[word]
            if rule.field == field
        ]

    def of_unit(self, word: int, unit: str) -> list[Rule]:
        """Return the indicator rules of a word whose indicator has a unit."""
        return [rule for rule in self.by_word[word] if _unit_fits(rule, unit)]

    def rules_of(self, unit: str, measure: str, thing: str) -> Mapping[int, tuple[Rule, ...]]:
        """Return the indicator rules by word that a figure may follow by what it counts."""
        key = (unit, measure, thing)
        if key not in self._fitting:
            self._fitting[key] = _Fitting(self, *key)
        return self._fitting[key]

    def measure_fits(self, measure: str, unit: str) -> bool:
        """Say whether a measure word can count in an indicator's unit: 更新2次 counts no accounts."""
        if not measure or not unit.startswith("count:"):
            return True
        kinds = self.patterns.word_value("counts", measure)
        return not kinds or unit.partition(":")[2] in kinds.split()

    def is_of_hotline(self, indicator: str) -> bool:
        """Say whether an indicator tells what a hotline did."""
        found = self.patterns.served.search(indicator)
        return found is not None and bool(found["hotline"])

    def counts_kinds(self, measure: str, indicator: str) -> bool:
        """Say whether an indicator counts kinds, where the measure word does: 公开15类信息,共232条 are no 15 pieces."""
        patterns = self.patterns
        kinds = patterns.of_kinds.search(indicator) is not None
        if patterns.kind_measure.fullmatch(measure):
            return kinds
        # 2158份证照 are papers and no kinds of them.
        return not kinds or patterns.paper_measure.fullmatch(measure) is None

    def fails(self, word: int) -> bool:
        """Say whether a word speaks of what failed."""
        return any(rule.value.endswith(("failed_sites", "fail_rate", "accounts_failed")) for rule in self.by_word[word])

    def _build(self):  # noqa: ANN202 - the automaton's class has no public name
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(self.words)

    def _number(self, word: str) -> int:
        if word not in self._numbers:
            self._numbers[word] = len(self.words)
            self.words.append(word)
        return self._numbers[word]

    def _rule(self, row: dict[str, str]) -> Rule:
        words = tuple(self._number(w) for w in _split(row["term"]))
        needs = tuple(
            frozenset(self._number(w) for w in _split(group)) for group in row["needs"].split("&") if group.strip()
        )
        banned = _split(row["avoid"])
        avoid = frozenset(self._number(w) for w in banned if w[0] != "!")
        never = frozenset(self._number(w.lstrip("!")) for w in banned if w[0] == "!")
        untitled = frozenset(self._number(w[2:]) for w in banned if w[:2] == "!!")
        return Rule(
            row["term_id"], row["field"], row["value"], words, needs, avoid, never, untitled,
            frozenset(_split(row["units"])), frozenset(_split(row["thing"])), row["side"], float(row["weight"] or 1),
            self.kinds.get(row["value"], ""), self.highest.get(row["value"], math.inf),
        )  # fmt: skip


def _channels_of(rule: Rule, things: Mapping[int, str]) -> frozenset[str]:
    """Return what a group of a rule's needs names, where all of it is one platform or websites."""
    groups = (frozenset(things[word] for word in group if word in things) for group in rule.needs)
    return next((named for named in groups if len(named) == 1 and named <= _CHANNELS), frozenset())


def _short_places(rules: Iterable[Rule], words: list[str]) -> dict[str, str]:
    """Return the area of each county by its name without 县 or 区, where no other province has one of that name."""
    found: dict[str, str] = {}
    for rule in rules:
        for word in rule.words if rule.field == "area" and "county" in rule.things else ():
            short = words[word][:-1]
            if words[word][-1] in "县区旗" and 1 < len(short) < 4:
                found[short] = rule.value if found.get(short, rule.value) == rule.value else ""
    return {short: area for short, area in found.items() if area}


def _unit_fits(rule: Rule, unit: str) -> bool:
    """Say whether a figure's unit is one of the rule's, and of the family of its indicator's own unit."""
    kind = rule.kind
    if not unit:
        # A bare number that is no whole one measures something; it counts nothing.
        return kind in ("", "percent", "score", "index")
    family = unit.partition(":")[0]
    if kind and kind.partition(":")[0] != family and not {family, kind} <= {"index", "score"}:
        return False
    if unit in _OF_PEOPLE and kind in _OF_BODIES:
        return False
    if not rule.units or unit in rule.units:
        return True
    return family in rule.units and not any(":" in allowed for allowed in rule.units)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


Rows = tuple[dict[str, str], ...]
Source = tuple[Rows, dict[str, str], Rows, Coefficients, dict[str, float], Weights, frozenset[str]]


def load_terms(folder: Path = CODEBOOK) -> Terms:
    """Return the terms of a codebook, the project's own by default."""
    return Terms(*terms_source(folder))


def terms_source(folder: Path = CODEBOOK) -> Source:
    """Return the rows of a codebook's terms and the units of its indicators; a bad row is named."""
    paths = sorted(folder.glob(FILES.name))
    if not paths:
        raise ProjectError(f"{folder}: no terms*.csv, so texts cannot be read; restore it from the repository.")
    rows = tuple(row for path in paths for row in _rows(path))
    units, highest, changes = _indicators(folder / "indicators.csv")
    return (
        rows,
        units,
        load_patterns(folder / PATTERNS.name),
        load_coefficients(folder / "confidence.csv"),
        highest,
        load_weights(folder / WEIGHTS.name),
        changes,
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, 2):
        if row.get("field") not in FIELDS or not row.get("term"):
            raise ProjectError(
                f"{path.name}, row {number}: field must be one of {', '.join(FIELDS)} and term not empty."
            )
    return rows


def _indicators(path: Path) -> tuple[dict[str, str], dict[str, float], frozenset[str]]:
    """Return the unit of each indicator, the most that it can be where there is a most, and those that are changes."""
    if not path.exists():
        return {}, {}, frozenset()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    highest = {row["indicator"]: float(row["max"]) for row in rows if row.get("max")}
    changes = frozenset(row["indicator"] for row in rows if row.get("kind") == "change")
    return {row["indicator"]: row["unit"] for row in rows}, highest, changes
