"""Indicators that a figure may be about, nearest first: by the words around it and what its issuer printed before."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from analysis.adding.candidates import Candidate
from analysis.adding.habits import Habits
from analysis.adding.proposal import likeness
from analysis.adding.register import Register, Row
from analysis.adding.text import sentence_around
from analysis.reading.script import to_plain
from analysis.reading.terms import Terms

MOST = 9
_REACH = 12  # characters at which a word counts for half
_OF_ISSUER = 1.0
_OF_KIN = 1.5
_WINDOW = 16


def near_indicators(
    one: Candidate, text: str, terms: Terms, habits: Habits, bulletin: Row, chosen: Iterable[str] = ()
) -> list[str]:
    """Return at most nine indicators that fit the unit of a candidate; what it is coded as now comes first.

    `chosen` are those that a person chose in this bulletin: where messages were left, the next figures are of messages.
    """
    low, high = sentence_around(text, one.start, one.end)
    place = len(to_plain(text[low : one.start]).text)
    scores: dict[str, float] = {}
    for hit in terms.find(to_plain(text[low:high]).text):
        away = max(0, hit.start - place, place - hit.end)
        for rule in terms.of_unit(hit.word, one.unit):
            score = rule.weight / (1 + away / _REACH)
            scores[rule.value] = max(score, scores.get(rule.value, 0.0))
    window = to_plain(text[max(low, one.start - _WINDOW) : min(high, one.end + _WINDOW // 2)]).text
    kin = {name.partition("_")[0] for name in chosen}
    is_line = "热线" in to_plain(bulletin["title"]).text
    for name, row in habits.register.indicators.items():
        if _fits(name, one.unit, habits.register):
            of_kin = _OF_KIN * (name.partition("_")[0] in kin or (is_line and habits.is_of_hotlines(name)))
            scores[name] = scores.get(name, 0.0) + _shared(window, row) + of_kin
    own = {row["bulletin_id"] for row in habits.register.by_issuer(bulletin["issuer"])}
    printed = {one.indicator for one in habits.register.statements if one.bulletin_id in own}
    likely = (name for name, score in scores.items() if score > 0)
    ranked = sorted(likely, key=lambda name: -scores[name] - (_OF_ISSUER if name in printed else 0))
    return list(dict.fromkeys(filter(None, [one.row["indicator"], *ranked])))[:MOST]


def _shared(window: str, row: Row) -> float:
    """Return how much of a Chinese name of an indicator stands by the figure: 接通率 is part of 热线接通率."""
    names = [row["label_zh"], *(name for name in row["aliases"].split("|") if not name.isascii())]
    sizes = (SequenceMatcher(None, window, name, autojunk=False).find_longest_match().size for name in names)
    return max(0.0, max(sizes, default=0) - 1.0)


def _fits(indicator: str, unit: str, register: Register) -> bool:
    """Say whether a figure of a unit can be one of an indicator: both count, or both are of one family."""
    own = register.indicators.get(indicator, {}).get("unit", "")
    return bool(own) and (not unit or own.partition(":")[0] == unit.partition(":")[0] or own[:7] == unit[:7])


def search(words: str, rows: Iterable[Row], key: str, most: int = MOST) -> list[str]:
    """Return the ids of a codebook table that come nearest to some words, in either language."""
    asked = words.strip().lower()
    ranked = sorted(((_fit(asked, row, key), row[key]) for row in rows), key=lambda pair: (-pair[0], pair[1]))
    return [name for fit, name in ranked[:most] if fit > 0.3]


def _fit(asked: str, row: Row, key: str) -> float:
    names = [row[key].replace("_", " "), row["label_en"].lower(), row["label_zh"], *row.get("aliases", "").split("|")]
    parts = asked.replace("_", " ").split()
    whole = max(sum(part in name for part in parts) / max(len(parts), 1) for name in names if name)
    close = max(likeness(asked, name) for name in names if name)
    return whole + close / 2
