"""Exhibits as their tests draw them: from a few printed figures, or from the tables as published."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any

import polars as pl

from analysis.base import paths
from analysis.base.themes import load_table
from analysis.charts.declarations import Axis, Declaration, Panel, Selection
from analysis.charts.drawn import Drawn
from analysis.charts.grammar import Field, Scene, looks_of
from analysis.charts.naming import Names
from analysis.charts.tables import Tables
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


def texts_of(figure: Any) -> list[Any]:
    """Return the visible texts of a figure that say something."""
    from matplotlib.text import Text

    beyond = {label for axes in figure.axes for axis in (axes.xaxis, axes.yaxis) for label in _beyond(axis)}
    found = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    return [text for text in found if text not in beyond]


def _beyond(axis: Any) -> list[Any]:
    """Return the labels of ticks beyond the ends of an axis, which are never drawn."""
    low, high = sorted(axis.get_view_interval())
    ticks = [*axis.get_major_ticks(), *axis.get_minor_ticks()]
    return [tick.label1 for tick in ticks if not low <= tick.get_loc() <= high]


def texts_outside(figure: Any, slack: float = 1.5) -> list[str]:
    """Return the texts of which a part lies outside the canvas."""
    from matplotlib.text import Text

    frame = figure.bbox
    found = [(text, Text.get_window_extent(text)) for text in texts_of(figure)]
    return [
        text.get_text() for text, box in found
        if box.x0 < frame.x0 - slack or box.y0 < frame.y0 - slack or box.x1 > frame.x1 + slack
        or box.y1 > frame.y1 + slack
    ]  # fmt: skip


def labels_that_meet(figure: Any, slack: float = 2.0) -> list[tuple[str, str]]:
    """Return the pairs of labels that cover each other by more than `slack` pixels."""
    from matplotlib.text import Text

    labels = [text for text in texts_of(figure) if text.get_gid() == "label"]
    boxes = [(text.get_text(), Text.get_window_extent(text)) for text in labels]
    return [
        (one, other) for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > slack and min(a.y1, b.y1) - max(a.y0, b.y0) > slack
    ]  # fmt: skip
