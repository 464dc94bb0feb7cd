"""Score the reader on labelled passages: a hit is an overlapping span with an equal value, one to one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from analysis.reading import read_text

PRACTICE = Path(__file__).parent / "practice.jsonl"


def load_practice() -> list[dict]:
    return [json.loads(line) for line in PRACTICE.read_text(encoding="utf-8").splitlines()]


def score(passages: list[dict]) -> dict[str, float]:
    """Return precision and recall of figures and, of the figures found, the shares of right fields."""
    tally: Counter[str] = Counter()
    for passage in passages:
        read = read_text(passage["text"])
        used: set[int] = set()
        for wanted in passage["figures"]:
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


def _is_hit(figure, wanted: dict) -> bool:
    overlaps = figure.char_start < wanted["char_end"] and wanted["char_start"] < figure.char_end
    return overlaps and abs(figure.value - wanted["value"]) <= 1e-9 * max(1.0, abs(wanted["value"]))


def _same_unit(got: str, wanted: str) -> bool:
    """A general count is right for a count of anything; a passage labelled so leaves open of what."""
    return (
        got == wanted
        or (wanted == "count" and got.startswith("count"))
        or (got == "count" and wanted.startswith("count"))
    )
