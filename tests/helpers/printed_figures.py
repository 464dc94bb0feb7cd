"""Small tables for the charts of the arc: statements as printed, cleaned and reconciled by the project itself."""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from analysis.base.bulletins import Bulletin
from analysis.base.codebook import load_codebook
from analysis.cleaning.statements import STATEMENT_COLUMNS, Statement, clean_statements
from analysis.reconciling.breaks import Break
from analysis.reconciling.series import build_series

BULLETINS = [
    Bulletin(name, "2024-01-01")
    for name in ("gov-2017q2", "gov-2017q4", "ceirp-2017", "cnnic-45", "fujian-2023", "ccid-2006")
]


class Tables(NamedTuple):
    """What a chart is drawn from."""

    series: pl.DataFrame
    observations: pl.DataFrame


def print_figures(*rows: dict[str, str], breaks: tuple[Break, ...] = ()) -> Tables:
    """Clean and reconcile statements; each row gives at least indicator, printed and time_period."""
    codebook = load_codebook()
    observations = clean_statements([_complete(n, row) for n, row in enumerate(rows)], BULLETINS, codebook)
    return Tables(build_series(observations, codebook, breaks), observations)


def _complete(number: int, row: dict[str, str]) -> Statement:
    usual = dict.fromkeys(STATEMENT_COLUMNS, "") | {
        "statement_id": f"s{number}", "bulletin_id": "gov-2017q2", "area": "CN", "level": "all",
        "text_condition": "clean", "confidence": "high",
    }  # fmt: skip
    return Statement(**usual | row)


def no_figures() -> Tables:
    """Return the tables of an edition that knows nothing of a theme."""
    tables = print_figures({"indicator": "running_government_sites", "printed": "1家", "time_period": "2017-06-01"})
    return Tables(tables.series.clear(), tables.observations.clear())


def make_break(**fields: object) -> Break:
    """Return a break of kind `definition` with the given fields."""
    sets = {name: frozenset() for name in ("indicator", "area", "level", "method")}
    usual = {"break_id": "", "date": "", "kind": "definition", "sources": (), "statements": ()} | {
        "label": {"en": "new rule", "zh": "新规则"}
    }
    return Break(**{**usual, **sets, **fields})  # type: ignore[arg-type]


def marked(axes: object, gid: str) -> list[object]:
    """Return what a chart has drawn under a group id: dot, bounds, printed, joined, label, ..."""
    return [artist for artist in axes.get_children() if artist.get_gid() == gid]  # type: ignore[attr-defined]


def heights(axes: object, gid: str = "dot") -> list[float]:
    """Return the vertical positions of markers, sorted."""
    return sorted(float(artist.get_ydata()[0]) for artist in marked(axes, gid))  # type: ignore[attr-defined]


def words(figure: object) -> str:
    """Return all texts of a figure."""
    from matplotlib.text import Text

    return "\n".join(text.get_text() for text in figure.findobj(Text))  # type: ignore[attr-defined]
