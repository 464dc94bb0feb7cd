"""Tables: what a selection holds as a table for reading, a column for each heading that a declaration names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from analysis.base import paths
from analysis.base.bulletins import title_of
from analysis.base.codebook import read_rows
from analysis.base.errors import require_known
from analysis.base.tables import to_table, write_csv
from analysis.bounds.interval import Interval
from analysis.charts.declarations import Declaration
from analysis.charts.drawn import ISSUER, Drawn, drawn
from analysis.charts.naming import Names
from analysis.reconciling.breaks import load_breaks
from analysis.words.catalogue import say_list
from analysis.words.numbers import display_brackets, display_estimate, display_estimate_interval, display_number

Row = Mapping[str, Any]
Cell = str | int | float | None
Write = Callable[[Names, Row], str]
# Columns that are the same text in every language.
TEXTS = ("as_printed", "narrow", "wide", "rule_id", "row", "periods", "id", "period")


def write_table(declaration: Declaration, rows: Sequence[Row], names: Names) -> pl.DataFrame:
    """Write a table in one language: numbers stay numbers, ids become names, figures words."""
    write = _across if declaration.across else _along
    written = {names.word(heading): write(names, rows, column) for column, heading in declaration.columns.items()}
    texts = {head for head, cells in written.items() if not any(isinstance(cell, int | float) for cell in cells)}
    return pl.DataFrame([pl.Series(head, own, pl.String if head in texts else None) for head, own in written.items()])


def _along(names: Names, rows: Sequence[Row], column: str) -> list[Cell]:
    """Write a column, counts without decimals, other numbers with two at most."""
    cells = [_cell(names, row, column) for row in rows]
    digits = None if all(cell % 1 == 0 for cell in cells if isinstance(cell, float)) else 2
    return [round(cell, digits) if isinstance(cell, float) else cell for cell in cells]


def _across(names: Names, rows: Sequence[Row], column: str) -> list[Cell]:
    """Write the figures of a series, a cell for each label; `label` itself is the first column."""
    labels = sorted({row["label"] for row in rows})
    if column == "label":
        return [names.name(label) for label in labels]
    own = [row for row in rows if row["series"] == column]
    return ["; ".join(_with_method(names, row) for row in own if row["label"] == label) for label in labels]


def _with_method(names: Names, row: Row) -> str:
    """Write a figure with the method by which it counts, where there is one: figures of two methods share a cell."""
    if not row.get("method"):
        return names.figure(drawn(row))
    return names.word("cell-by-method", figure=names.figure(drawn(row)), method=names.name(row["method"]))


def to_csv(rows: Sequence[Row], path: Path) -> None:
    """Save the rows of a table: figures in the schema of the charts, other rows with the columns of their source."""
    figures = all("status" in row for row in rows)
    frame = to_table(map(drawn, rows), Drawn) if figures else pl.DataFrame(rows, infer_schema_length=None)
    write_csv(frame, path)


def _cell(names: Names, row: Row, column: str) -> Cell:
    """Write one cell: by its writer, by the column of the language, as a number, or as the name of an id."""
    if column in WRITERS:
        return WRITERS[column](names, row)
    own = f"{column}_{names.lang}"
    if own in row:
        return row[own] or ""
    parts = column.split("+")
    require_known("column", parts, [*row, *WRITERS], f"charts, {names.declaration.id}: columns")
    values = [row[part] for part in parts]
    if isinstance(values[0], int | float) and not isinstance(values[0], bool):
        return values[0]
    return names.name(" / ".join(str(value) for value in values if value not in ("", None)))


def _bounds(names: Names, row: Row) -> str:
    return "" if row["lower"] is None else display_brackets(drawn(row).interval)


def _interval(names: Names, row: Row, lower: str = "lower", upper: str = "upper") -> str:
    """Write an interval of estimates in words; a dash for none."""
    if row[lower] is None and row[upper] is None:
        return "–"
    return display_estimate_interval(Interval.between(row[lower], row[upper]), row["unit"], names.lang)


def _side(row: Row, side: str) -> str:
    """Write one side of an identity: the value, and its bounds where it has some."""
    value, low, high = (_with_unit(row[name], row["unit"]) for name in (side, f"{side}_lower", f"{side}_upper"))
    return value if low == high else f"{value} [{low}, {high}]"


def _with_unit(value: float, unit: str) -> str:
    return display_number(round(value, 2), "en") + ("%" if unit == "percent" else "")


def _bulletin(names: Names, row: Row) -> str:
    known = {one["bulletin_id"]: one for one in read_rows(paths.RAW / "bulletins.csv")}
    found = [title_of(known[name], names.lang) for name in str(row["bulletins"]).split() if name in known]
    return found[0] if len(found) == 1 else names.word("cell-derived")


def _issuer(names: Names, row: Row) -> str:
    return names.name(ISSUER + row["issuer"]) if row.get("issuer") else names.word("cell-derived")


def _open_bounds(names: Names, row: Row) -> str:
    """Write the bounds of a figure that leaves something open: those of an exact one are its value once more."""
    return "" if row["lower"] == row["upper"] else _bounds(names, row)


def _note(names: Names, row: Row) -> str:
    """Write by which method a figure counts and what is doubtful about it; two columns of these were nearly empty."""
    return say_list(filter(None, (names.name(row["method"] or ""), _doubt(names, row))), names.lang, "list-semicolon")


def _doubt(names: Names, row: Row) -> str:
    """Write what keeps a figure out of the series that it looks like, else that its confidence is low.

    A figure of declared sites stood among those in operation, and only the prose said so.
    """
    kept_out = (one for one in load_breaks(paths.CODEBOOK / "breaks.csv") if row["observation_id"] in one.statements)
    if found := next(kept_out, None):
        return found.label[names.lang]
    return names.word("cell-low-confidence") if row["confidence"] == "low" else ""


def _where(names: Names, row: Row) -> str:
    """Write the place of a figure; that a named website or account is a single one goes without saying."""
    level = "" if row["level"] == "single" else row["level"]
    return names.name(" / ".join(one for one in (row["area"], level, row["entity"]) if one))


def _or_dash(row: Row, column: str) -> str:
    return "–" if row[column] is None else str(row[column])


WRITERS: dict[str, Write] = {
    **{column: lambda _, row, own=column: str(row[own] or "") for column in TEXTS},
    "estimate": lambda names, row: (
        "–" if row["value"] is None else display_estimate(row["value"], row["unit"], names.lang)
    ),
    "interval": _interval,
    "left_side": lambda _, row: _side(row, "left"),
    "right_side": lambda _, row: _side(row, "right"),
    "difference": lambda _, row: _with_unit(row["difference"], row["unit"]),
    "range": lambda names, row: _interval(names, row, "lowest", "highest"),
    **{column: lambda _, row, own=column: _or_dash(row, own) for column in ("first", "second", "both", "neither")},
    "wrong_range": lambda names, row: _interval(names, row, "wrong_lower", "wrong_upper"),
    "figure": lambda names, row: names.figure(drawn(row)),
    "bounds": _bounds,
    "open_bounds": _open_bounds,
    "bulletin": _bulletin,
    "issuer": _issuer,
    "kappa": lambda _, row: "–" if row["kappa"] is None else f"{row['kappa']:.2f}",
    "where": _where,
    "note": _note,
}
