"""Exhibits as their tests draw them: from a few printed figures, or from the tables as published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import polars as pl

from analysis.base import paths
from analysis.base.themes import load_table
from analysis.charts.declarations import Axis, Declaration, Panel, Selection
from analysis.charts.drawn import Drawn
from analysis.charts.grammar import Field, Scene, looks_of
from analysis.charts.naming import Names
from analysis.charts.selecting import Tables
from helpers.legible import Look
from helpers.printed_figures import Tables as Printed

PUBLISHED = (
    "observations", "series", "estimates", "curves", "implied", "identities", "sensitivity", "conflicts", "agreement",
)  # fmt: skip


@lru_cache(maxsize=1)
def published_tables() -> Tables:
    """Return the tables as published."""
    published = {name: pl.read_parquet(paths.PROCESSED / f"{name}.parquet") for name in PUBLISHED}
    return Tables({**published, "statements": load_table("statements")})


def tables_of(printed: Printed, **more: pl.DataFrame) -> Tables:
    """Return tables of a few printed figures for a selection."""
    return Tables({"series": printed.series, "observations": printed.observations, **more})


def declare(*select: Selection, panels: dict[str, Panel] | None = None, **fields: Any) -> Declaration:
    """Return a declaration of an exhibit over time unless told otherwise."""
    usual = {
        "id": "fig-test", "notebook": "test", "question": "", "themes": (), "usual": Panel("over_time", axis=Axis()),
        "looks": {}, "words": {"a": "count-own-rates", "b": "count-central-sample", "": "word-none"},
    }  # fmt: skip
    return Declaration(**{**usual, "select": select, "panels": panels or {}, **fields})


def field_of(declaration: Declaration, rows: Sequence[Drawn], lang: str = "en") -> Field:
    """Return a panel that is ready to be drawn into."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(7, 4))
    names = Names(declaration, lang, {})
    scene = Scene(declaration, names, rows, looks_of(declaration, rows))
    return Field(axes, list(rows), declaration.usual, scene, 480)


def faults_of(look: Look, declaration: Declaration, rows: Iterable[tuple[str, str]]) -> list[str]:
    """Return what is wrong with a figure as it was looked at; `rows` are the panels and the statuses of its marks."""
    rows = list(rows)
    panels = {*declaration.panels, *(panel for panel, _ in rows)}
    forms = {declaration.panel(panel).form for panel, _ in rows}
    odd = {status for _, status in rows} & {"derived", "doubtful", "disputed", "apart", "possible", "curve"}
    wants_key = bool(odd or forms & {"stacked_parts", "before_after", "strips"}) and forms != {"heat_map"}
    said = {
        f"letters leave the canvas: {look['outside']}": look["outside"],
        f"labels cover each other: {look['meeting']}": look["meeting"],
        "marks that do not explain themselves have no key": wants_key and not look["keyed"],
        f"{look['panels']} panels are drawn of {len(panels)}": look["panels"] != len(panels),
        "nothing is written": not look["texts"],
        "the last bits of the layout show": not look["rounded"],
    }
    return [sentence for sentence, wrong in said.items() if wrong]
