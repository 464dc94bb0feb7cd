"""The table of estimates: numbers, their labels, and what is to be said about them, in each language."""

from __future__ import annotations

import math
from collections.abc import Iterable

import polars as pl

from analysis.base.codebook import Codebook
from analysis.base.errors import ProjectError
from analysis.base.tables import text_table
from analysis.estimating.outcomes import Estimate, Refusal
from analysis.questions.labels import label_of
from analysis.questions.results import Result
from analysis.words.catalogue import LANGS, Message, columns, columns_of, message

ESTIMATE_COLUMNS = (
    "estimate_id", "theme", *(f"label_{lang}" for lang in LANGS), "model", "series_id", "parameter", "value", "lower",
    "upper", "unit", "level", "n", *columns("method"), "reference", *columns("assumption"),
    *columns("warnings"), "inputs", "identified_lower", "identified_upper", "refused",
)  # fmt: skip
_FLOATS = "value lower upper level identified_lower identified_upper".split()


def to_frame(results: Iterable[Result], codebook: Codebook) -> pl.DataFrame:
    """Return the table of estimates, sorted by id, floats at six significant digits; an infinite end is null.

    Texts stand in a column for each language. Raises `ProjectError` for an id given twice and for a topic or a
    parameter without a label.
    """
    listed = list(results)
    ids = [result.estimate_id for result in listed]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ProjectError(f"estimates: {', '.join(twice)} is given twice; an id belongs to one number for ever.")
    rows = (_row(result, codebook) for result in listed)
    types = dict.fromkeys(_FLOATS, float) | {"n": int, "refused": bool}
    return text_table(rows, ESTIMATE_COLUMNS, types).sort("estimate_id")


def _row(result: Result, codebook: Codebook) -> dict[str, object]:
    parameter = "" if result.named else result.parameter
    labels = {f"label_{lang}": label_of(result.topic, parameter, codebook, lang) for lang in LANGS}
    shared: dict[str, object] = labels | {
        "estimate_id": result.estimate_id, "theme": result.theme, "model": result.model, "series_id": result.series_id,
        "parameter": result.parameter, "inputs": " ".join(result.inputs), "n": result.found.n,
    }  # fmt: skip
    if isinstance(result.found, Refusal):
        return shared | {"refused": True} | columns_of("warnings", result.found.sentence)
    e = result.found
    numbers = {name: getattr(e, name) for name in ("value", "lower", "upper", "unit", "level", "reference")}
    lower, upper = e.identified.ends if e.identified else (None, None)
    said = columns_of("method", e.method) | columns_of("assumption", e.assumption)
    said |= columns_of("warnings", *e.warnings, *_open(e))
    return {**shared, "refused": False, **numbers, "identified_lower": lower, "identified_upper": upper, **said}


def _open(estimate: Estimate) -> list[Message]:
    """Say in words which end of an interval is open, as the table has no infinity."""
    ends = (("lower", estimate.lower), ("upper", estimate.upper))
    return [message(f"interval-has-no-{name}-end") for name, value in ends if not math.isfinite(value)]
