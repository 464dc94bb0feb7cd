"""Below which number of figures a model is refused: one table for all models; the reasons stand in the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from analysis.estimating.outcomes import Refusal
from analysis.estimating.points import Points
from analysis.words.catalogue import Value, message


class Minimum(NamedTuple):
    """The least number of what a model counts."""

    points: int
    counted: str


MINIMUM_POINTS: dict[str, Minimum] = {
    "loglinear": Minimum(4, "dates"),
    "phases": Minimum(5, "dates"),
    "floor": Minimum(5, "dates"),
    "logistic": Minimum(4, "dates"),
    "saturation": Minimum(5, "dates"),
    "two_dates": Minimum(2, "dates"),
    "ceiling": Minimum(5, "values"),
    "panel": Minimum(5, "units"),
    "decomposition": Minimum(2, "levels"),
}


def refuse(model: str, why: str, series_id: str, n: int, **values: Value) -> Refusal:
    """Refuse a model by a message, which may name the model, the series and the number of its figures."""
    named = {"model": model, "name": message(f"model-{model}"), "series": series_id, "n": n}
    return Refusal(model, message(why, **named | values), n, MINIMUM_POINTS[model].points)


def refuse_few(model: str, n: int, series_id: str, extra: int = 0) -> Refusal | None:
    """Return the refusal of a model that has fewer than its minimum of figures (plus `extra`), else None."""
    least, counted = MINIMUM_POINTS[model]
    if n >= least + extra:
        return None
    words = {"counted": message(f"counted-{counted}", number=n), "reason": message(f"minimum-{model}")}
    return replace(refuse(model, "refusal-few", series_id, n, needed=least + extra, **words), minimum=least + extra)


def refuse_mixed(model: str, points: Points) -> Refusal | None:
    """Return the refusal of a line through figures that count by different definitions, else None."""
    found = points.definitions
    if len(found) < 2:
        return None
    names = ", ".join(found)
    return refuse(model, "refusal-mixed", points.series_id, len(points), definitions=len(found), names=names)
