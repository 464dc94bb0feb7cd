"""A second opinion on an indicator: what the signs around a figure say, learned from labelled pages.

The rules name an indicator where its words stand; on pages that nobody had seen one in eight named so was wrong, most
often a figure of something that the codebook does not have (特色型包括6个). So a second reader that knows no rule looks
at the same clause: a logistic model for each indicator, and for having none, over the pairs of signs around the figure.
Its weights are data of the codebook (`analysis.reading.learning` makes them).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from analysis.base.errors import ProjectError
from analysis.base.paths import CODEBOOK

WEIGHTS = CODEBOOK / "wording.csv"
NONE = "-"
AFTER = 12
_DIGITS, _END = re.compile(r"[0-9.]+"), re.compile(r"[。\n,;:、|]")
_MOST = 5.0
Weights = Mapping[str, Mapping[str, float]]


class Around(NamedTuple):
    """What stands around a figure: its clause up to the figure, what follows, and the family of its unit."""

    before: str
    after: str
    unit: str


NO_WORDS = Around("", "", "")


def signs_of(around: Around) -> frozenset[str]:
    """Return the pairs of signs before (`<`) and behind (`>`) a figure, the nearest ones marked, and its unit."""
    before = _DIGITS.sub("#", around.before)
    after = _DIGITS.sub("#", _END.split(around.after[:AFTER], maxsplit=1)[0])
    pairs = {f"<{before[place : place + 2]}" for place in range(len(before) - 1)}
    pairs.update(f">{after[place : place + 2]}" for place in range(len(after)))
    return frozenset((*pairs, f"<|{before[-2:]}", f">|{after[:1]}", f"={around.unit}"))


class Wording:
    """Gives the log odds that a figure is of an indicator by the signs around it."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def of(self, indicator: str, signs: frozenset[str]) -> float | None:
        """Return the log odds of an indicator (or of `NONE`), at most 5 either way; None where no page shows it."""
        weights = self.weights.get(indicator)
        if weights is None:
            return None
        total = weights.get("", 0.0) + sum(weights[one] for one in signs if one in weights)
        return round(max(-_MOST, min(_MOST, total)), 2)


def load_weights(path: Path = WEIGHTS) -> dict[str, dict[str, float]]:
    """Return the weights of a codebook by indicator, by signs; the empty string is the constant."""
    if not path.exists():
        raise ProjectError(f"{path}: is missing, so confidence cannot be told; restore it from the repository.")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["indicator"]: dict(_parted(row["weights"])) for row in csv.DictReader(file)}


def _parted(cell: str) -> Iterable[tuple[str, float]]:
    for part in cell.split(" "):
        signs, _, weight = part.rpartition(":")
        yield signs.replace("_", " "), float(weight)
