"""Below which number of points a model is refused, and why: one table for all models."""

from __future__ import annotations

from typing import NamedTuple

from analysis.estimating.outcomes import Refusal
from analysis.estimating.points import Points


class Minimum(NamedTuple):
    """The least number of points of a model, what is counted, and the reason."""

    points: int
    counted: str
    why: str


MINIMUM_POINTS: dict[str, Minimum] = {
    "loglinear": Minimum(4, "dates", "two coefficients leave two degrees of freedom at four dates"),
    "phases": Minimum(
        5, "dates", "a slope in each phase and a level need two degrees of freedom more; each phase needs two dates"
    ),
    "floor": Minimum(6, "dates", "three coefficients, and a floor shows only where the series has flattened"),
    "logistic": Minimum(4, "dates", "two coefficients leave two degrees of freedom at four dates"),
    "saturation": Minimum(6, "dates", "three coefficients, and a ceiling shows only where growth has slowed"),
    "two_dates": Minimum(2, "dates", "a change needs a before and an after"),
    "proportion": Minimum(1, "samples", "one printed rate with its sample size"),
    "difference": Minimum(2, "samples", "one rate on each side"),
    "ceiling": Minimum(5, "values", "a share of fewer than five values says nothing"),
    "panel": Minimum(5, "units", "errors clustered on fewer than five units mean nothing"),
    "decomposition": Minimum(2, "levels", "a whole is shared out among at least two parts"),
}


def refuse_few(model: str, n: int, extra: int = 0, subject: str = "") -> Refusal | None:
    """Return the refusal of a model that has fewer than its minimum of points (plus `extra`), else None."""
    minimum = MINIMUM_POINTS[model]
    needed = minimum.points + extra
    if n >= needed:
        return None
    of = f" of {subject}" if subject else ""
    sentence = (
        f"The model '{model}'{of} is refused: it has {n} {minimum.counted} and needs {needed}, because {minimum.why}; "
        "only the bounds of the single figures are shown."
    )
    return Refusal(model, sentence, n, needed)


def refuse_mixed(model: str, points: Points) -> Refusal | None:
    """Return the refusal of a line through figures that count by different definitions, else None."""
    definitions = points.definitions
    if len(definitions) < 2:
        return None
    sentence = (
        f"The model '{model}' of {points.series_id} is refused: its figures count by {len(definitions)} definitions "
        f"({', '.join(d or 'unnamed' for d in definitions)}), and no line is drawn through different definitions."
    )
    return Refusal(model, sentence, len(points), MINIMUM_POINTS[model].points)
