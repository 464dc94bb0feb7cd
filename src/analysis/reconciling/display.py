"""Plain display of figures in the texts of conflict records (the report links them to their cards instead)."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.base.errors import ProjectError
from analysis.reconciling.bounds_of import Row

_WORDS = {
    "gt": ("over ", "超过"), "ge": ("at least ", "不少于"), "lt": ("under ", "不足"), "le": ("at most ", "不超过"),
    "approx": ("about ", "约"),
}  # fmt: skip
_UNITS = {"percent": ("%", "%"), "percentage_points": (" points", "个百分点"), "score": ("", "分")}


def show_number(value: float, places: int = 5) -> str:
    """Return a number with thousands separators and at most `places` decimals (indices are printed to five)."""
    return f"{value:,.{places}f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def show_observation(row: Row, lang: str) -> str:
    """Return an observation's figure with its comparator and unit."""
    index = 1 if lang == "zh" else 0
    word = _WORDS.get(str(row["comparator"]), ("", ""))[index]
    unit = _UNITS.get(str(row["unit"]), ("", ""))[index]
    # Wide bounds of a figure that is printed without cue words come from 万 and 亿.
    about = ("about ", "约")[index] if not word and row["rounded"] and float(row["value"]) >= 10_000 else ""
    return f"{about}{word}{show_number(float(row['value']))}{unit}"


def show_interval(lower: float, upper: float, unit: str, lang: str) -> str:
    """Return a computed value: one number, or its two ends."""
    sign = _UNITS.get(unit, ("", ""))[1 if lang == "zh" else 0]
    places = 1 if unit == "percent" else 0
    low, high = f"{lower:,.{places}f}", f"{upper:,.{places}f}"
    return f"{low}{sign}" if low == high else f"{low}–{high}{sign}"


def combine(terms: str, rows: Mapping[str, Row]) -> tuple[float, float, str]:
    """Compute `a + b - c`, `a / b` or `a * b` from left to right with bounds; returns lower, upper and unit.

    A divisor or factor in percent counts as a share of one; a quotient of two counts is in percent.
    """
    first, *rest = terms.split()
    lower, upper, unit = float(rows[first]["lower"]), float(rows[first]["upper"]), str(rows[first]["unit"])
    for sign, name in zip(rest[::2], rest[1::2], strict=True):
        row = rows[name]
        scale = 100.0 if row["unit"] == "percent" and sign in "/*" else 1.0
        low, high = float(row["lower"]) / scale, float(row["upper"]) / scale
        if sign == "/" and scale == 1.0:
            unit, low, high = "percent", low / 100, high / 100
        lower, upper = _apply(sign, (lower, upper), (low, high), terms)
    return lower, upper, unit


def _apply(sign: str, a: tuple[float, float], b: tuple[float, float], terms: str) -> tuple[float, float]:
    """Apply one operation to two intervals."""
    match sign:
        case "+":
            return a[0] + b[0], a[1] + b[1]
        case "-":
            return a[0] - b[1], a[1] - b[0]
        case "*":
            return a[0] * b[0], a[1] * b[1]
        case "/":
            return a[0] / b[1], a[1] / b[0]
    raise ProjectError(f"conflicts.yml: '{sign}' in '{terms}' is no operation; write + - * or / between statement ids.")
