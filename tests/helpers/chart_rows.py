"""Small tables for the tests of charts: observations and series made from a few readable rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import polars as pl

from analysis.base.periods import decimal_year, parse_period
from analysis.reconciling.breaks import Break
from analysis.reconciling.series import SERIES_COLUMNS

FLOATS = ("t", "value", "lower", "upper")
FLAGS = ("lower_closed", "upper_closed", "modelled")
SERIES = {name: pl.Float64 if name in FLOATS else pl.Boolean if name in FLAGS else pl.String for name in SERIES_COLUMNS}
ESTIMATES = {
    "estimate_id": pl.String, "parameter": pl.String, "value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64,
    "unit": pl.String, "method": pl.String, "warnings": pl.String, "inputs": pl.String,
}  # fmt: skip
TEXTS = (
    "observation_id statement_id bulletin_id published indicator area level entity method time_period comparator unit"
)
SCHEMA = {
    **dict.fromkeys(TEXTS.split(), pl.String), "period_start": pl.Date, "period_end": pl.Date,
    **dict.fromkeys(("value", "lower", "upper"), pl.Float64),
    **dict.fromkeys(("lower_closed", "upper_closed", "rounded"), pl.Boolean),
    **dict.fromkeys("status confidence correction derived_from note issuer issuer_en issuer_zh".split(), pl.String),
}  # fmt: skip


def observe(indicator: str, period: str, value: float, **fields: object) -> dict[str, object]:
    """Return a row of observations: an exact figure on the whole country unless told otherwise."""
    days = parse_period(period)
    name = str(fields.get("observation_id", f"t-{indicator}-{fields.get('level', 'all')}-{period}-{value:g}".lower()))
    return {
        "observation_id": name, "statement_id": name, "bulletin_id": "test-2020", "published": "2020", "area": "CN",
        "level": "all", "entity": "", "method": "", "comparator": "eq", "unit": "percent", "lower": value,
        "upper": value,
        "lower_closed": True, "upper_closed": True, "rounded": False, "status": "A", "confidence": "high",
        "correction": "", "derived_from": "", "note": "", "issuer": "test", "issuer_en": "Test office",
        "issuer_zh": "测试机构",
    } | fields | {
        "indicator": indicator, "time_period": period, "value": value, "period_start": days.first,
        "period_end": days.last,
    }  # fmt: skip


def table(*rows: dict[str, object]) -> pl.DataFrame:
    """Return observations as a table; without rows, an empty one."""
    return pl.DataFrame(list(rows), schema=SCHEMA)


def points(observations: pl.DataFrame, **changes: object) -> pl.DataFrame:
    """Return one point of a series for each observation."""
    rows = [
        {
            "series_id": ".".join(filter(None, (r["indicator"], r["area"], r["level"], r["method"]))), "segment": "",
            **{name: r[name] for name in "indicator area level method unit time_period value lower upper".split()},
            "t": decimal_year(r["period_end"]), "lower_closed": True, "upper_closed": True, "status": "single",
            "rule": "", "observations": r["observation_id"], "note": "", "alternatives": "", "obs_status": "A",
            "modelled": True,
        } | changes
        for r in observations.iter_rows(named=True)
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=SERIES)


def estimates(**bounds: tuple[float | None, float | None, float | None]) -> pl.DataFrame:
    """Return estimates by id (underscores for hyphens): value, lower and upper end."""
    rows = [
        {
            "estimate_id": name.replace("_", "-"), "parameter": name, "value": value, "lower": low, "upper": high,
            "unit": "percent", "method": "test", "warnings": "", "inputs": "",
        }
        for name, (value, low, high) in bounds.items()
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=ESTIMATES)


def make_break(indicator: str, day: str) -> Break:
    """Return a break of one national indicator."""
    everything = frozenset()
    return Break(
        "test", frozenset({indicator}), frozenset({"CN"}), everything, everything, day, "scope", "counted otherwise",
        "口径变更", "", "", (), (),
    )  # fmt: skip


@contextmanager
def drawn(figure: object) -> Iterator[object]:
    """Draw a figure as it would be saved and close it; a missing glyph is an error."""
    import warnings

    import matplotlib.pyplot as plt

    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=".*[Gg]lyph.*")
        figure.canvas.draw()
    yield figure
    plt.close(figure)


def markers(axes: object, shape: str | None = None) -> list[tuple[float, float]]:
    """Return the positions of all markers of an axes (of one shape), sorted."""
    found = []
    for line in axes.get_lines():
        if line.get_marker() in ("None", None, "") or (shape and line.get_marker() != shape):
            continue
        found += list(zip(*(list(map(float, data)) for data in line.get_data()), strict=True))
    return sorted(found)


def bars(axes: object, filled: bool = True) -> list[tuple[float, float]]:
    """Return the left and right end of horizontal bars: filled ones, or the empty boxes."""
    patches = [p for p in axes.patches if p.get_fill() and (p.get_facecolor()[3] > 0) == filled]
    return sorted((round(p.get_x(), 6), round(p.get_x() + p.get_width(), 6)) for p in patches)


def words(figure: object) -> str:
    """Return all texts of a figure."""
    from matplotlib.text import Text

    return " ".join(text.get_text() for text in figure.findobj(Text))
