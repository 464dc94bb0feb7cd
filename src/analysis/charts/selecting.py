"""Selecting: from the tables of the pipeline to the rows that a chart draws, or that a table writes.

Each source gives candidates: dicts with the fields of a drawn row and, beside them, the columns by which a selection
chooses and places them (indicator, area, level, method, entity, issuer, year, ...).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache, partial
from typing import Any

import polars as pl

from analysis.base.codebook import load_codebook
from analysis.base.errors import require_known
from analysis.base.periods import decimal_year, parse_period
from analysis.base.tables import grouped, records
from analysis.bounds.expression import parse
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity
from analysis.charts.declarations import Declaration, Selection
from analysis.charts.drawn import ISSUER, Drawn, drawn
from analysis.charts.naming import issuers_of_bulletins
from analysis.checking.coverage import Record, count_rows
from analysis.checking.summary import list_checks, list_exceptions, list_gaps, list_kinds
from analysis.cleaning.print_rules import list_rules
from analysis.questions.moves import list_headlines, list_moves
from analysis.reconciling.conflict_texts import list_conflicts

Row = dict[str, Any]
NATIONAL_PLATFORM = "national-platform"
EXTENDS = "may extend"  # of notes: the cue of a list stands before its first figure only


@dataclass
class Tables:
    """The tables that exhibits select from, by name; what is not there is empty."""

    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    _given: dict[tuple[str, bool], list[Row]] = field(default_factory=dict, init=False, repr=False)

    def given(self, one: Selection) -> Iterable[Row]:
        """Return all that the source of a selection gives, made once where many selections choose from the same."""
        if one.source not in SHARED:
            return SOURCES[one.source](self, one)
        key = (one.source, one.beside)
        if key not in self._given:
            self._given[key] = list(SOURCES[one.source](self, one))
        return self._given[key]

    def rows(self, name: str) -> list[Row]:
        """Return a table as rows."""
        return self.tables[name].to_dicts() if name in self.tables else []

    @cached_property
    def observations(self) -> dict[str, Row]:
        """The observations by id, with the issuer and the year of each."""
        found = {}
        for row in self.rows("observations"):
            issuer = issuers_of_bulletins().get(row["bulletin_id"], "")
            more = {"issuer": issuer, "doubtful_issuer": ISSUER + issuer if row["confidence"] != "high" else ""}
            found[row["observation_id"]] = row | more
        return found

    @cached_property
    def prints(self) -> dict[str, str]:
        """The figures as printed, by statement, as far as the slices of themes hold them."""
        return {row["statement_id"]: row["printed"] for row in self.rows("observations") if row.get("printed")}

    @cached_property
    def labels(self) -> dict[str, Row]:
        """The rows that carry labels of their own, estimates and identities, by id."""
        keys = (("estimates", "estimate_id"), ("identities", "identity_id"), ("implied", "implied_id"))
        return {row[key]: row for name, key in keys for row in self.rows(name)}

    def bulletins_of(self, names: str) -> str:
        """Return the bulletins that observations come from, or those that they are derived from."""
        found: set[str] = set()
        for name in names.split():
            row = self.observations.get(name, {})
            found |= {row["bulletin_id"]} if row.get("bulletin_id") else set()
            found |= set(self.bulletins_of(row.get("derived_from") or "").split())
        return " ".join(sorted(found))


def select_table(declaration: Declaration, tables: Tables) -> list[Row]:
    """Return the rows of an exhibit in the order of its selections, with all columns of their sources."""
    return [row for one in declaration.select for row in candidates(one, tables, declaration)]


def select_rows(declaration: Declaration, tables: Tables) -> list[Drawn]:
    """Return the rows of a chart in the order of its selections, its panels and its ranks."""
    rows = [drawn(row) for row in select_table(declaration, tables)]
    if declaration.rank:
        rows = _rank(rows, declaration)
    panels = list(declaration.panels)
    return sorted(rows, key=lambda row: panels.index(row.panel) if row.panel in panels else len(panels))


def select_estimates(declaration: Declaration, tables: Tables) -> list[Drawn]:
    """Return the estimates that panels write beside their curves; refused ones are left out."""
    wanted = {name for panel in declaration.panels.values() for name in panel.remarks} | set(declaration.usual.remarks)
    rows = tables.given(Selection("estimates"))
    return [drawn(row) for row in rows if row["id"] in wanted and row["value"] is not None]


def _rank(rows: list[Drawn], declaration: Declaration) -> list[Drawn]:
    """Order labels by the last value of one series; those without it are left out.

    Rows without a label belong to a panel of another form, and stay.
    """
    last = {row.label: row.height for row in rows if row.series == declaration.rank}
    order = [*sorted(last, key=lambda name: (-last[name], name)), ""]
    return sorted((row for row in rows if row.label in order), key=lambda row: order.index(row.label))


def candidates(one: Selection, tables: Tables, declaration: Declaration) -> list[Row]:
    """Return the rows that a selection chooses, with all columns of their source, in its order."""
    require_known("source", one.source, SOURCES, "select")
    fitting = {name: lru_cache(maxsize=None)(partial(_matches, wanted=wanted)) for name, wanted in one.where.items()}
    placed = [_place({**row, **one.set}, one) for row in tables.given(one) if _fits(row, one, fitting)]
    return _keep(_order(placed, one, declaration), one.keep)


def _fits(row: Row, one: Selection, fitting: Mapping[str, Callable[[str], bool]]) -> bool:
    if not fitting.keys() <= row.keys():
        require_known("column", one.where, row, f"a selection from {one.source}")
    for name, fits in fitting.items():
        if not fits(str(row[name] if row[name] is not None else "")):
            return False
    t = row.get("t")
    return t is None or one.since is None or t >= one.since


def _matches(value: str, wanted: Sequence[str]) -> bool:
    """Tell whether a value is one of those wanted; `!x` refuses x."""
    asked = [one for one in wanted if not one.startswith("!")]
    refused = any(fnmatchcase(value, one[1:]) for one in wanted if one.startswith("!"))
    return not refused and (not asked or any(fnmatchcase(value, one) for one in asked))


def _place(row: Row, one: Selection) -> Row:
    """Fill panel, series and label from the columns that a selection names, and the time from the period."""
    for name, columns in one.by.items():
        row[name] = " / ".join(str(row[column]) for column in columns if row.get(column))
    if one.value:
        row["value"] = row[one.value]
    t = row.get("t")
    if t is None and row.get("period"):
        t = parse_period(row["period"]).end
    return row | {"t": None if t is None else t + one.shift}


def _order(rows: list[Row], one: Selection, declaration: Declaration) -> list[Row]:
    """Sort by columns, the last one first so that the first decides: by the listed values of each, else by value."""
    book = load_codebook()
    listed: dict[str, Iterable[str]] = {"level": sorted(book.levels, key=lambda level: book.levels[level].order)}
    listed |= {**one.where, "label": declaration.words or book.themes, "series": declaration.looks}
    for column in reversed(one.sort):
        name = column.removeprefix("-")
        order = {value: place for place, value in enumerate(listed.get(name, ()))}
        rows = sorted(rows, key=partial(_sort_key, name, order), reverse=column.startswith("-"))
    return rows


def _sort_key(column: str, order: Mapping[str, int], row: Row) -> tuple[int, Any]:
    """Return what a row is sorted by: the place of its value where it is listed, else itself; nothing comes last."""
    value = row.get(column)
    if str(value) in order:
        return 0, order[str(value)]
    return (2, 0) if value is None else (1, value)


def _keep(rows: list[Row], which: str) -> list[Row]:
    """Return all rows, or the last or both ends of each label and series."""
    if not which:
        return rows
    groups = grouped(rows, lambda row: tuple(row.get(name, "") for name in ("panel", "series", "label")))
    return [row for own in groups.values() for row in (own[-1:] if which == "last" else [own[0], *own[1:][-1:]])]


def _from_series(tables: Tables, one: Selection) -> Iterator[Row]:
    """Yield the statements that decide the points of series, in a conflict all of them.

    `beside` adds those that another one was preferred to, unless they say the same.
    """
    for point in sorted(tables.rows("series"), key=lambda row: (row["t"], row["time_period"], row["series_id"])):
        deciding, others = (
            [tables.observations[name] for name in str(point[column] or "").split() if name in tables.observations]
            for column in ("observations", "alternatives")
        )
        disputed = [row for row in others if one.beside and row["value"] != point["value"]]
        if point["value"] is not None and deciding:
            best = min(deciding, key=lambda row: row["upper"] - row["lower"])
            yield _figure(tables, best, point, _status(best, point))
        else:
            disputed = deciding + disputed
        yield from (_figure(tables, row, point, "disputed") for row in disputed)


def _status(row: Row, point: Mapping[str, Any]) -> str:
    segment = str(point.get("segment") or "")
    if segment and not segment.startswith("from-"):
        return "apart"
    if row["confidence"] == "low":
        return "doubtful"
    return "derived" if row["status"] == "E" else "printed"


def _figure(tables: Tables, row: Row, point: Mapping[str, Any], status: str) -> Row:
    """Return an observation as a candidate, at the time and in the line of its point."""
    bulletins = row["bulletin_id"] or tables.bulletins_of(row["derived_from"] or "")
    # What follows by arithmetic has no printed number to put a stroke at.
    computed = {"comparator": "computed"} if row["status"] == "E" and row["comparator"] == "range" else {}
    return {
        **row, **computed, "id": row["observation_id"], "period": row["time_period"], "t": point.get("t"),
        "status": status, "line": point.get("series_id", ""), "bulletins": bulletins, "year": row["time_period"][:4],
        "platform": "" if not row["entity"] else NATIONAL_PLATFORM if row["area"] == "CN" else row["area"],
    }  # fmt: skip


def _from_observations(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield all observations in order of time, each with the further reach of its bounds where its note names one."""
    rows = sorted(tables.observations.values(), key=lambda row: (row["period_end"], row["observation_id"]))
    for row in rows:
        if row["status"] == "F":
            continue
        found = _figure(tables, row, {"t": decimal_year(row["period_end"])}, _status(row, {}))
        yield found
        if EXTENDS in (row["note"] or ""):
            yield found | {"status": "possible", "value": None, "lower": row["upper"], "upper": 100.0}


def _from_estimates(tables: Tables, _: Selection) -> Iterator[Row]:
    for row in sorted(tables.rows("estimates"), key=lambda row: row["estimate_id"]):
        status = "refused" if row["value"] is None else "estimate"
        # A chart takes an end that is null for none at all, and drew the interval up to the value.
        bounds = Interval.between(row["lower"], row["upper"])
        ends = {"lower": bounds.lower, "upper": bounds.upper} if status == "estimate" else {}
        yield {
            **row,
            **ends,
            "id": row["estimate_id"],
            "status": status,
            "bulletins": tables.bulletins_of(row["inputs"] or ""),
        }


def _from_expression(tables: Tables, one: Selection) -> Iterator[Row]:
    """Yield what an expression of observations allows; nothing where an edition lacks one of its figures."""
    expression = parse(one.expression)
    known = {name: tables.observations[name] for name in expression.names if name in tables.observations}
    if len(known) == len(expression.names):
        found = expression.quantity(dict(zip(known, records(known.values(), Quantity), strict=True)))
        row = {"value": found.value, **asdict(found.interval), "unit": found.unit, "period": "", "t": None}
        yield row | _basis(" ".join(known), tables)


def _basis(inputs: str, tables: Tables) -> Row:
    """Return what a computed figure rests on, and so how it looks: as printed where it is one printed figure."""
    names = inputs.split()
    found: Row = {"id": inputs, "status": "derived", "comparator": "computed", "bulletins": tables.bulletins_of(inputs)}
    if len(names) == 1:
        one = tables.observations[names[0]]
        ends = {name: one[name] for name in ("lower_closed", "upper_closed", "comparator", "rounded", "decimals")}
        found |= {**ends, "status": _status(one, {})}
    return found


def _from_counted(tables: Tables, one: Selection) -> Iterator[Row]:
    """Yield counts of the record's own rows; `where: {count: ...}` names what is counted."""
    (what,) = one.where.get("count", ("",))
    return count_rows(what, Record(tables.observations.values(), tables.tables))


# Sources that ask a selection for nothing but whether it wants what stands beside.
SHARED = ("series", "observations", "estimates")
Source = Callable[[Tables, Selection], Iterable[Row]]
SOURCES: dict[str, Source] = {
    "series": _from_series, "observations": _from_observations, "estimates": _from_estimates,
    "expression": _from_expression, "counted": _from_counted,
    "curves": lambda tables, _: [
        row | {"id": row["curve_id"], "line": row["curve_id"], "status": "curve"} for row in tables.rows("curves")
    ],
    "implied": lambda tables, _: [
        row | {"period": row["time_period"], "line": row["series_id"]} | _basis(row["inputs"], tables)
        for row in tables.rows("implied")
    ],
    "headlines": lambda tables, _: list_headlines(
        tables.rows("sensitivity"), {row["estimate_id"]: row for row in tables.rows("estimates")}
    ),
    "identities": lambda tables, _: list_gaps(tables.rows("identities")),
    "sides": lambda tables, _: [row | {"known_en": row["known"]} for row in tables.rows("identities")],
    "kinds": lambda tables, _: list_kinds(tables.rows("identities")),
    "sensitivity": lambda tables, _: list_moves(tables.rows("sensitivity")),
    "rules": lambda tables, _: list_rules(tables.rows("statements"), tables.observations),
    "checks": lambda tables, _: list_checks(tables.rows("checks-raw")),
    "exceptions": lambda tables, _: list_exceptions(tables.rows("checks-raw")),
    "agreement": lambda tables, _: tables.rows("agreement"),
    "conflicts": lambda tables, _: list_conflicts(tables.rows("conflicts")),
}  # fmt: skip
