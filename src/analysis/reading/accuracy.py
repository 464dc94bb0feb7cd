"""Score the reader on labelled passages: a hit is an overlapping span with an equal value, one to one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from analysis.base.paths import ROOT
from analysis.reading.figure import Figure
from analysis.reading.reader import read_text
from analysis.reading.terms import load_terms

PRACTICE = ROOT / "tests" / "reading" / "practice.jsonl"
# Written from the vocabulary of the facts before the reader's terms were looked at.
BLIND = PRACTICE.with_name("practice_blind.jsonl")


def load_practice(path: Path = PRACTICE) -> list[dict[str, Any]]:
    """Return labelled passages: text, and the figures wanted with their places, comparator, value, unit, indicator."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(passages: list[dict[str, Any]]) -> dict[str, float]:
    """Return precision and recall of figures and, of the figures found, the shares of right fields."""
    tally: Counter[str] = Counter()
    terms = load_terms()
    for passage in passages:
        read = read_text(passage["text"], terms=terms)
        used: set[int] = set()
        wanted_figures = [figure for figure in passage["figures"] if figure.get("tier") != "optional"]
        used |= _optional_places(read, passage)
        for wanted in wanted_figures:
            tally["wanted"] += 1
            place = next((i for i, figure in enumerate(read) if i not in used and _is_hit(figure, wanted)), None)
            if place is None:
                continue
            used.add(place)
            tally["hits"] += 1
            tally["comparator"] += read[place].comparator == wanted["comparator"]
            tally["unit"] += _same_unit(read[place].unit, wanted["unit"])
            if wanted["indicator"]:
                tally["named"] += 1
                tally["indicator"] += read[place].indicator == wanted["indicator"]
        tally["false"] += len(read) - len(used)
    return {
        "passages": len(passages),
        "figures": tally["wanted"],
        "recall": tally["hits"] / tally["wanted"],
        "precision": tally["hits"] / (tally["hits"] + tally["false"]),
        "comparator": tally["comparator"] / tally["hits"],
        "unit": tally["unit"] / tally["hits"],
        "indicator": tally["indicator"] / tally["named"],
    }


def _optional_places(read: list[Figure], passage: dict[str, Any]) -> set[int]:
    """Return the places of figures that are neither required nor punished: durations, thresholds, list lengths."""
    optional = [figure for figure in passage["figures"] if figure.get("tier") == "optional"]
    return {
        place
        for place, figure in enumerate(read)
        for wanted in optional
        if figure.char_start < wanted["char_end"] and wanted["char_start"] < figure.char_end
    }


def _is_hit(figure: Figure, wanted: dict[str, Any]) -> bool:
    overlaps = figure.char_start < wanted["char_end"] and wanted["char_start"] < figure.char_end
    # The labels have the numeral as printed; a fall is below zero.
    return overlaps and abs(abs(figure.value) - abs(wanted["value"])) <= 1e-9 * max(1.0, abs(wanted["value"]))


def _same_unit(got: str, wanted: str) -> bool:
    """A general count is right for a count of anything; a passage labelled so leaves open of what."""
    return (
        got == wanted
        or (wanted == "count" and got.startswith("count"))
        or (got == "count" and wanted.startswith("count"))
    )
