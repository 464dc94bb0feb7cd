"""From the prints of statements to figures in the unit of their indicator: one by one, or all at once by columns.

Row by row, ten million prints took minutes. Nine of ten are digits between words that add nothing but a scale. What
such words do is asked once for all prints that share them, with other digits in their place; the bounds then follow
by arithmetic on columns. Each other print is read by itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, Protocol

import polars as pl

from analysis.base.codebook import Codebook, Indicator
from analysis.base.errors import ProjectError
from analysis.base.tables import to_table
from analysis.bounds.printed import Convention, read_printed
from analysis.bounds.quantity import Quantity

_UNITS = {
    "ratio": re.compile("倍$"),
    "percentage_points": re.compile(r"百分[点點]|percentage point|\bpp\b"),
    "percent": re.compile("[%％]|per ?cent|成$|一半|半[数數]|[過过]半"),
}
_BETWEEN = r"^(?P<before>[^0-9]*)(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?P<after>[^0-9]*)$"
_PROBE = 17  # of two digits: 7成 is 70 percent, 17成 is nothing
_MOST_DIGITS = 12  # within which arithmetic on binary numbers gives what that on decimal ones gives


class Printed(Protocol):
    """What the figure of a statement is read from."""

    @property
    def printed(self) -> str: ...  # noqa: D102
    @property
    def qualifier(self) -> str: ...  # noqa: D102
    @property
    def unit_printed(self) -> str: ...  # noqa: D102
    @property
    def indicator(self) -> str: ...  # noqa: D102


class Print(NamedTuple):
    """A print by itself, whatever number of statements have it."""

    printed: str
    qualifier: str
    unit_printed: str
    indicator: str


_WORDS = ("before", "after", *Print._fields[1:])


def read_figure(one: Printed, codebook: Codebook, by: Convention = "standard") -> Quantity:
    """Read the printed figure of a statement in the unit of its indicator; `ProjectError` where it is in another."""
    indicator = codebook.indicators[one.indicator]
    _require_unit(one, indicator)
    figure = read_printed(one.printed, one.qualifier, indicator.bounded_as, by, indicator.signed)
    return replace(figure, unit=indicator.unit)


def _require_unit(one: Printed, indicator: Indicator) -> None:
    """Refuse a printed unit that contradicts the indicator's: percent for a count, points for a share."""
    printed = f"{one.unit_printed} {one.printed}".strip()
    unit = next((unit for unit, sign in _UNITS.items() if sign.search(printed)), "")
    # Bulletins often print a change of percentage points with a bare percent sign (合格率提高3.82%).
    if unit == "percent" and indicator.unit == "percentage_points":
        return
    if unit and unit != indicator.unit:
        raise ProjectError(
            f"printed in {unit} ('{printed}') but indicator {one.indicator} is measured in {indicator.unit}; "
            "choose the indicator that fits the printed unit."
        )


def read_figures(prints: pl.DataFrame, codebook: Codebook, by: Convention = "standard") -> pl.DataFrame:
    """Return the quantities of prints, row by row; all cells are null where a print cannot be read."""
    parts = prints.select(*Print._fields, pl.col("printed").str.extract_groups(_BETWEEN).alias("parts")).unnest("parts")
    words = _read_words(parts.select(_WORDS).drop_nulls("before").unique(), codebook)
    parts = parts.join(words, on=_WORDS, how="left", maintain_order="left").with_columns(*_whole_and_place())
    # The wide convention doubts round counts; a count with three decimals has a point for its comma.
    counts = (pl.lit(by == "wide") | (pl.col("place") == -3)) & (pl.col("kind") == "count")
    plain = parts.select(((pl.col("length") <= _MOST_DIGITS) & ~counts).fill_null(value=False)).to_series()
    alone = _read_alone(parts.filter(~plain).select(Print._fields).unique(), codebook, by)
    others = parts.select(Print._fields).join(alone, on=Print._fields, how="left", maintain_order="left")
    at_once = _bounded(parts)
    return others.select(at_once[name].zip_with(plain, others[name]).alias(name) for name in at_once.columns)


def _read_words(words: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Return the words around digits with the scale that they give, none where they do more than that."""
    rows = [(*row, *_scale(Print(f"{row[0]}{_PROBE}{row[1]}", *row[2:]), codebook)) for row in words.iter_rows()]
    types = dict.fromkeys(_WORDS, pl.String) | {"scale": pl.Int64, "kind": pl.String, "unit": pl.String}
    return pl.DataFrame(rows, schema=types, orient="row")


def _scale(one: Print, codebook: Codebook) -> tuple[int | None, str, str]:
    try:
        indicator = codebook.indicators[one.indicator]
        _require_unit(one, indicator)
        figure = read_printed(one.printed, one.qualifier, "measure", signed=indicator.signed)
    except ProjectError:
        return None, "", ""
    scale = round(math.log10(figure.value / _PROBE)) if figure.value > 0 else 0
    number, half = _PROBE * 10**scale, 10**scale / 2
    plain = (number, number - half, number + half, "eq", True)
    same = (figure.value, figure.lower, figure.upper, figure.comparator, figure.rounded) == plain
    return (scale if same else None), indicator.bounded_as, indicator.unit


def _whole_and_place() -> Iterator[pl.Expr]:
    """Take digits as a whole number and the power of ten of its last place."""
    digits = pl.col("digits").str.replace_all(",", "", literal=True)
    whole = digits.str.replace(".", "", literal=True)
    decimals = pl.col("digits").str.extract(r"\.([0-9]+)$").str.len_chars().cast(pl.Int64).fill_null(0)
    yield pl.when(pl.col("scale").is_not_null()).then(whole.str.len_chars()).alias("length")
    yield whole.cast(pl.Int64, strict=False).alias("whole")
    yield pl.when(decimals > 0).then(decimals - pl.col("scale")).otherwise(0).alias("decimals")
    yield (pl.col("scale") - decimals).alias("place")


def _bounded(parts: pl.DataFrame) -> pl.DataFrame:
    """Bound digits without a cue: a count is exact unless it is scaled, all else is known to half its last place."""
    place, count = pl.col("place"), pl.col("kind") == "count"
    up, down = (pl.lit(10.0).pow(pl.max_horizontal(sign * place, 0)).round() for sign in (1, -1))
    exact = count & (pl.col("scale") == 0) & (place == 0)
    numbers = parts.with_columns(value=pl.col("whole") * up / down, half=up / down / 2, exact=exact)
    value, half, exact = pl.col("value"), pl.col("half"), pl.col("exact")
    low = pl.max_horizontal(value - half, pl.when(pl.col("kind") == "measure").then(-math.inf).otherwise(0.0))
    capped = (pl.col("kind") == "share") & (value <= 100) & (value + half > 100)
    return numbers.select(
        "value", "unit", comparator=pl.lit("eq"), lower=pl.when(exact).then(value).otherwise(low),
        upper=pl.when(exact).then(value).when(capped).then(100.0).otherwise(value + half),
        lower_closed=pl.lit(value=True), upper_closed=exact | capped, rounded=~exact, decimals="decimals",
    )  # fmt: skip


def _read_alone(prints: pl.DataFrame, codebook: Codebook, by: Convention) -> pl.DataFrame:
    """Read prints one by one and return those that can be read with their quantities."""
    read: list[Print] = []
    figures: list[Quantity] = []
    for one in map(Print._make, prints.iter_rows()):
        try:
            figures.append(read_figure(one, codebook, by))
            read.append(one)
        except ProjectError:
            pass  # whoever asked names the statement and says why
    known = pl.DataFrame(read, schema=dict.fromkeys(Print._fields, pl.String), orient="row")
    return pl.concat([known, to_table(figures, Quantity)], how="horizontal")
