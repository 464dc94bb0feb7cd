"""The table of estimates: numbers, their labels, and what is to be said about them, in each language."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook
from analysis.base.errors import ProjectError
from analysis.estimating.outcomes import Estimate, Refusal
from analysis.questions.labels import label_of
from analysis.questions.results import Result
from analysis.questions.sentences import column_names, columns_of
from analysis.words.catalogue import LANGS, Message, message

if TYPE_CHECKING:
    import polars as pl

ESTIMATE_COLUMNS = (
    "estimate_id", "theme", *(f"label_{lang}" for lang in LANGS), "model", "series_id", "parameter", "value", "lower",
    "upper", "unit", "level", "n", *column_names("method"), "reference", *column_names("assumption"),
    *column_names("warnings"), "inputs", "identified_lower", "identified_upper", "refused",
)  # fmt: skip


def to_frame(results: Iterable[Result], codebook: Codebook) -> pl.DataFrame:
    """Return the table of estimates, sorted by id, floats at six significant digits; an infinite end is null.

    Texts stand in a column for each language. Raises `ProjectError` for an id given
    twice and for a topic or a parameter without a label.
    """
    import polars as pl

    from analysis.base.tables import significant

    listed = list(results)
    ids = [result.estimate_id for result in listed]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ProjectError(f"estimates: {', '.join(twice)} is given twice; an id belongs to one number for ever.")
    rows = [_row(result, codebook) for result in listed]
    return significant(pl.DataFrame(rows, schema=_schema())).sort("estimate_id")


def _row(result: Result, codebook: Codebook) -> dict[str, object]:
    parameter = "" if result.named else result.parameter
    labels = {f"label_{lang}": label_of(result.topic, parameter, codebook, lang) for lang in LANGS}
    shared: dict[str, object] = labels | {
        "estimate_id": result.estimate_id, "theme": result.theme, "model": result.model, "series_id": result.series_id,
        "parameter": result.parameter, "inputs": " ".join(result.inputs), "n": result.found.n,
    }  # fmt: skip
    if isinstance(result.found, Refusal):
        return shared | {"refused": True} | columns_of("warnings", result.found.sentence)
    return shared | {"refused": False} | _numbers(result.found) | _texts(result.found)


def _numbers(e: Estimate) -> dict[str, object]:
    ends = {"identified_lower": e.identified.lower, "identified_upper": e.identified.upper} if e.identified else {}
    numbers = {"value": e.value, "lower": e.lower, "upper": e.upper, **ends}
    finite = {name: value if math.isfinite(value) else None for name, value in numbers.items()}
    return finite | {"unit": e.unit, "level": e.level}


def _texts(e: Estimate) -> dict[str, object]:
    said = {**columns_of("method", e.method), **columns_of("assumption", e.assumption)}
    return said | columns_of("warnings", *e.warnings, *_say_open(e)) | {"reference": e.reference}


def _say_open(estimate: Estimate) -> list[Message]:
    """Say in words which end of an interval is open, as the table has no infinity."""
    ends = (("lower", estimate.lower), ("upper", estimate.upper))
    return [message(f"interval-has-no-{name}-end") for name, value in ends if not math.isfinite(value)]


def _schema() -> dict[str, type[pl.DataType]]:
    import polars as pl

    floats = dict.fromkeys("value lower upper level identified_lower identified_upper".split(), pl.Float64)
    others = floats | {"n": pl.Int64, "refused": pl.Boolean}
    return {name: others.get(name, pl.String) for name in ESTIMATE_COLUMNS}
