"""Declarations: what each exhibit asks, which rows it selects, and in which form it draws them.

They stand in `declared/<notebook>.yml`, so that a new exhibit needs no new module. Words are keys of
`words/languages/*/charts.ftl`; a declaration holds no text of a language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from analysis.base.errors import ProjectError, require_known
from analysis.base.yaml_files import read_yaml

FOLDER = Path(__file__).parent / "declared"
FORMS = ("over_time", "rows_of_bounds", "heat_map", "stacked_parts", "before_after", "strips", "tile_map", "table")
T = TypeVar("T")


@dataclass(frozen=True)
class Axis:
    """An axis of values or of time: title (a word), scale, and where it begins and ends."""

    title: str = ""
    scale: str = "linear"
    low: float | None = None
    high: float | None = None
    room: float | None = None  # of an axis of time: years behind the last figure, for names; no year is written down
    ticks: tuple[float, ...] = ()
    relative_to: str = ""  # a series: a tile is shaded by its figure in percent of this one
    turned: bool = False  # from high to low, as for ranks
    linear_within: float = 1.0  # of a symmetric log scale


@dataclass(frozen=True)
class Selection:
    """Rows of one table of the pipeline: `where` chooses, `by` names the columns that place them, `set` fills fields.

    A value of `where` may be a pattern (`ceirp-*`), a refusal (`!CN`) or a list of values; `sort` orders the rows by
    columns, `-value` falling.
    """

    source: str
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    set: Mapping[str, Any] = field(default_factory=dict)
    sort: tuple[str, ...] = ()
    keep: str = ""  # first, last or ends of each line
    since: float | None = None  # a decimal year
    shift: float = 0.0  # years: a figure about a whole year into its middle, bars of one date side by side
    expression: str = ""
    value: str = ""  # the column that gives the value, where it is another one
    beside: bool = False  # also statements that another one was preferred to


@dataclass(frozen=True)
class Panel:
    """How one panel is drawn; an exhibit gives the usual values of its panels."""

    form: str = ""
    title: str = ""
    axis: Axis = Axis()
    time: Axis = Axis()
    join: bool = True
    gap: float = 1.25  # years without a figure over which a line is dotted; more for a survey of every second year
    labels: str = "all"  # which marks print their figure: all, last, ends, low or none
    names: str = "first"  # which mark carries the name of its series: first, last or none (then the key does)
    said: tuple[str, ...] = ()  # the series that print figures; all where none is named
    also: tuple[str, ...] = ()  # statements whose figure is printed too, as those that the text compares
    below: float | None = None  # for `labels: low`
    breaks: tuple[str, ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)  # words by day, drawn like breaks
    phases: tuple[tuple[float, float, str], ...] = ()
    places: tuple[str, ...] = ()
    remarks: Mapping[str, float] = field(default_factory=dict)  # estimates written beside a curve, each at a date
    tiles: tuple[str, ...] = ()  # rows of areas, `.` where there is none
    undated: bool = False  # a bar along the time axis for a stock of which no day is printed
    upright: bool = False
    size: float = 1.0  # of the panel, beside the others
    room: float | None = None  # for labels beyond the values, as a share of the axis


@dataclass(frozen=True)
class Declaration:
    """One exhibit."""

    id: str
    notebook: str
    usual: Panel
    select: tuple[Selection, ...]
    panels: Mapping[str, Panel] = field(default_factory=dict)
    question: str = ""
    themes: tuple[str, ...] = ()
    looks: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    layout: str = "rows"  # rows, columns, or a number of columns to wrap at
    height: float | None = None
    shared: bool = True
    rank: str = ""  # a series: labels that have it, by its last value, largest first
    tables: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    across: bool = False  # a table with a row for each label and a column for each series

    def panel(self, name: str) -> Panel:
        """Return how a panel is drawn."""
        return self.panels.get(name, self.usual)


@lru_cache(maxsize=2)
def load_declarations(folder: Path = FOLDER) -> dict[str, Declaration]:
    """Read all declarations; one that cannot be understood is a `ProjectError` that names it."""
    found: dict[str, Declaration] = {}
    for path in sorted(folder.glob("*.yml")):
        for exhibit_id, entry in (read_yaml(path) or {}).items():
            where = f"charts/declared/{path.name}, {exhibit_id}"
            if exhibit_id in found:
                raise ProjectError(f"{where}: stands in another file too; ids of exhibits are unique.")
            found[exhibit_id] = _read_exhibit(exhibit_id, path.stem, dict(entry), where)
    return found


def declaration_of(exhibit_id: str) -> Declaration:
    """Return the declaration of an exhibit."""
    known = load_declarations()
    require_known("exhibit", exhibit_id, known)
    return known[exhibit_id]


def _read_exhibit(exhibit_id: str, notebook: str, entry: dict[str, Any], where: str) -> Declaration:
    """Read one exhibit; settings of panels that it gives itself hold for all of its panels."""
    own, usual = {f.name for f in fields(Declaration)}, {f.name for f in fields(Panel)} - {"size"}
    require_known("setting", entry, sorted(own | usual), where)
    shared = {name: value for name, value in entry.items() if name in usual}
    panels = entry.get("panels") or {}
    read = {
        "usual": _read_panel(shared, where),
        "panels": {str(n): _read_panel(shared | (p or {}), f"{where}, panel {n}") for n, p in panels.items()},
        "select": tuple(_read_selection(dict(one), where) for one in entry.get("select", ())),
        "layout": str(entry.get("layout", "rows")), "id": exhibit_id, "notebook": notebook,
    }  # fmt: skip
    return _make(Declaration, {name: value for name, value in entry.items() if name in own} | read, where)


def _read_panel(entry: Mapping[str, Any], where: str) -> Panel:
    read = {k: _make(Axis, v, f"{where}, {k}") if k in ("axis", "time") else v for k, v in entry.items()}
    panel = _make(Panel, read, where)
    require_known("form", panel.form, FORMS, where)
    return panel


def _read_selection(entry: dict[str, Any], where: str) -> Selection:
    for name in ("where", "by"):
        entry[name] = {str(k): _several(v) for k, v in (entry.get(name) or {}).items()}
    entry["sort"] = _several(entry.get("sort", ()))
    return _make(Selection, {"source": entry.pop("from", ""), **entry}, where)


def _several(value: object) -> tuple[str, ...]:
    """Return one value or a list of them as texts."""
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(str(one).lower() if isinstance(one, bool) else str(one) for one in values)


def _make(kind: type[T], entry: Mapping[str, Any], where: str) -> T:
    """Make a record; a name that it does not have is an error that says which it has."""
    require_known("setting", entry, sorted(f.name for f in fields(kind)), where)  # ty: ignore[invalid-argument-type]
    return kind(**{name: _frozen(value) for name, value in entry.items()})


def _frozen(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    return tuple(map(_frozen, value)) if isinstance(value, Sequence) and not isinstance(value, str) else value
