"""From the prints of statements to figures in the unit of their indicator: one by one, or all at once by columns.

Row by row, ten million prints took minutes. Most are digits between words that scale them, turn their sign or give them
a sense (超过, 近). What words do is asked once for all prints that share them, with other digits in their place; the
bounds then follow by arithmetic on columns. Each other print is read by itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, Protocol, get_args

import polars as pl

from analysis.base.codebook import Codebook, Indicator, Kind
from analysis.base.errors import ProjectError
from analysis.base.tables import to_table
from analysis.bounds.printed import COMPARATORS, WIDTH, Convention, Numeral, bound, read_printed
from analysis.bounds.quantity import Quantity

_UNITS = {
    "ratio": re.compile("倍$"),
    "percentage_points": re.compile(r"百分[点點]|percentage point|\bpp\b"),
    "percent": re.compile("[%％]|per ?cent|成$|一半|半[数數]|[過过]半"),
}
_BETWEEN = (
    r"^(?P<before>[^0-9]*)(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<decimals>[0-9]+))?(?P<after>[^0-9]*)$"
)
_PROBE = 17  # of two digits: 7成 is 70 percent, 17成 is nothing
_MOST_DIGITS = 12  # within which arithmetic on binary numbers gives what that on decimal ones gives
_TENS = pl.Series([float(f"1e{power}") for power in range(-40, 41)])  # powers of ten, by rank


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


class Words(NamedTuple):
    """What words do to digits between them: a power of ten, a sign, a sense of `bounds.printed`; and of what kind."""

    scale: int
    sign: float
    sense: str
    comparator: str
    to_whole: bool  # over 17% may be all
    kind: str
    unit: str


_WORDS = ("probe", *Print._fields[1:])


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
    coded = pl.Categorical(pl.Categories.random())  # few words stand over and over: as numbers they are joined faster
    rows = prints.select("printed", pl.col(_WORDS[1:]).cast(coded))
    split = _split(rows["printed"].unique()).with_columns(pl.col("probe").cast(coded))
    parts = rows.join(split, on="printed", how="left", maintain_order="left")
    words = _read_words(parts.select(_WORDS).drop_nulls("probe").unique(), codebook)
    words = words.with_columns(pl.col(_WORDS).cast(coded))
    parts = parts.join(words, on=_WORDS, how="left", maintain_order="left")
    torn = (pl.col("kind") == "count") & (pl.col("scale") - pl.col("behind") == -3)  # a point for a comma
    places = parts.select((pl.col("scale").is_null() | torn).arg_true()).to_series()
    bounded, others = _bounded(parts, by), prints.select(Print._fields)[places]
    alone = others.join(_read_alone(others.unique(), codebook, by), on=Print._fields, how="left", maintain_order="left")
    return bounded.with_columns(bounded[name].scatter(places, alone[name]) for name in bounded.columns)


def _split(printed: pl.Series) -> pl.DataFrame:
    """Part prints into a whole number with its places and what they would be with the probe for digits.

    Noughts, and more digits than arithmetic is exact for, are left out.
    """
    found = printed.to_frame().select("printed", parts=pl.col("printed").str.extract_groups(_BETWEEN)).unnest("parts")
    found = found.with_columns(pl.col("decimals").fill_null(""))
    found = found.with_columns(digits=pl.col("digits").str.replace_all(",", "", literal=True) + pl.col("decimals"))
    length, digits = pl.col("digits").str.len_bytes().cast(pl.Int64), pl.col("digits")
    parts = found.filter(length <= _MOST_DIGITS).select(
        "printed", probe=pl.col("before") + str(_PROBE) + pl.col("after"), whole=digits.cast(pl.Int64),
        behind=pl.col("decimals").str.len_bytes().cast(pl.Int64),
        noughts=length - digits.str.strip_chars_end("0").str.len_bytes(),
    )  # fmt: skip
    return parts.filter(pl.col("whole") > 0)


def _read_words(words: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Return the words around digits with what they do to them, none where they do more than that."""
    known = (one for one in map(Print._make, words.iter_rows()) if one.indicator in codebook.indicators)
    read = [(one, _words_of(one, codebook.indicators[one.indicator])) for one in known]
    types = dict.fromkeys(_WORDS, pl.String) | {
        "scale": pl.Int64, "sign": pl.Float64, "sense": pl.Enum(list(COMPARATORS)), "comparator": pl.String,
        "to_whole": pl.Boolean, "kind": pl.Enum(get_args(Kind)), "unit": pl.String,
    }  # fmt: skip
    return pl.DataFrame([(*one, *found) for one, found in read if found], schema=types, orient="row")


@lru_cache(maxsize=1 << 12)  # a few hundred, in part after part of a large table
def _words_of(one: Print, indicator: Indicator) -> Words | None:
    """Say what words do to the probe's digits, nothing where they do more than `bound` does by a sense."""
    try:
        _require_unit(one, indicator)
        kind = "share" if indicator.bounded_as == "share" else "measure"
        found = read_printed(one.printed, one.qualifier, kind, signed=indicator.signed)
    except ProjectError:
        return None
    figure = -found if found.value < 0 else found
    near = "about" if figure.upper > figure.value else "near"
    sense, to_whole = near if figure.comparator == "approx" else figure.comparator, figure.upper == 100
    scale = round(math.log10(figure.value / _PROBE)) if figure.value else 0
    inner = "余" if sense in ("gt", "ge") and not to_whole else ""
    numeral = Numeral(_PROBE * 10.0**scale, 10.0**scale, 10.0**scale, True, inner)
    if bound(sense, numeral, kind) != figure or (kind == "share" and scale):
        return None
    sign = math.copysign(1, found.value)
    return Words(scale, sign, sense, found.comparator, to_whole, indicator.bounded_as, indicator.unit)


def _ten_to(power: pl.Expr) -> pl.Expr:
    return pl.lit(_TENS).gather(power + len(_TENS) // 2)


def _bounded(parts: pl.DataFrame, by: Convention) -> pl.DataFrame:
    """Bound digits by the sense of their words, all at once, as `bounds.printed.bound` does one by one."""
    place, eq = pl.col("scale") - pl.col("behind"), pl.col("sense") == "eq"
    whole = eq & (pl.col("kind") == "count") & (pl.col("scale") == 0) & (place == 0)
    step = _ten_to(place + pl.col("noughts"))
    doubted = step / 2 if by == "wide" else 0.0  # which alone doubts the noughts of a count
    numbers = parts.with_columns(
        value=pl.col("whole") * _ten_to(pl.max_horizontal(place, 0)) / _ten_to(pl.max_horizontal(-place, 0)), step=step,
        half=pl.when(~whole).then(_ten_to(place) / 2).when(step >= 1_000).then(doubted).otherwise(0.0),
        decimals=pl.when(pl.col("behind") > 0).then(-place).otherwise(0),
    )  # fmt: skip
    low, high, closed, value, sign = (pl.col(name) for name in ("low", "high", "closed", "value", "sign"))
    up, above = sign > 0, pl.col("sense") == "gt"
    return numbers.with_columns(_ends(by)).with_columns(_limited(by)).select(
        "unit", "comparator", "decimals", value=value * sign, rounded=eq & (pl.col("half") > 0),
        lower=pl.when(up).then(low).otherwise(-high),
        upper=pl.when(up).then(high).when(low == 0).then(0.0).otherwise(-low),  # never -0.0, which would print as -0
        lower_closed=pl.when(up).then(~above).otherwise(closed),
        upper_closed=pl.when(up).then(closed).otherwise(~above),
    )  # fmt: skip


def _ends(by: Convention) -> Iterator[pl.Expr]:
    """Yield the ends that the sense of a figure gives it, and whether the upper one is closed."""
    value, step, half, width = pl.col("value"), pl.col("step"), pl.col("half"), WIDTH[by]
    below = pl.when(value == step).then(step / 10).otherwise(step)
    under = below if by == "narrow" else value
    about = step / 2 * width
    low = value - _by_sense(eq=half, lt=under, le=under, near=below / 2 * width, about=about)
    sites = (pl.col("sense") == "near") & (pl.col("kind") == "count")
    yield pl.when(sites).then(low.floor()).otherwise(low).alias("low")  # half a site does not exist
    yield (value + _by_sense(eq=half, gt=step * width, ge=step * width, about=about)).alias("high")
    yield ((pl.col("sense") == "eq") & (half == 0) | pl.col("sense").is_in(["le", "about"])).alias("closed")


def _by_sense(**reaches: pl.Expr) -> pl.Expr:
    chosen = (pl.when(pl.col("sense") == sense).then(reach) for sense, reach in reaches.items())
    return pl.coalesce(*chosen, pl.lit(0.0))


def _limited(by: Convention) -> Iterator[pl.Expr]:
    """Yield the ends within natural limits: over 100% is no share of a whole, and keeps the bounds of its print."""
    value, high = pl.col("value"), pl.col("high")
    over = (pl.col("sense") == "gt") & (value == 100)
    capped = (high > 100) | (pl.col("to_whole") & pl.lit(by != "narrow"))
    capped &= (pl.col("kind") == "share") & (value <= 100) & ~over
    floor = pl.when(pl.col("kind") == "measure").then(-math.inf).otherwise(0.0)
    yield pl.max_horizontal("low", floor).alias("low")
    yield pl.when(capped).then(100.0).otherwise(high).alias("high")
    yield (pl.col("closed") | capped).alias("closed")


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
