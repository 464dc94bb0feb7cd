"""Heat maps: how many of each kind in each year; an empty cell is a year without one, and stays empty."""

from __future__ import annotations

import numpy as np
import pandas as pd
import seaborn as sns

from analysis.charts.drawn import order_of
from analysis.charts.grammar import Field
from analysis.charts.naming import fold
from analysis.charts.style import COLOURS, SMALL

LABEL = 46
CELL = 6.5


def draw(panel: Field) -> None:
    """Draw a cell for each label and year, shaded by the logarithm of its count, which is printed in it."""
    from matplotlib.colors import LinearSegmentedColormap

    names = order_of(panel.rows, "label")
    years = range(min(int(row.period) for row in panel.rows), max(int(row.period) for row in panel.rows) + 1)
    counts = pd.DataFrame(0.0, index=names, columns=years)
    for row in panel.rows:
        counts.loc[row.label, int(row.period)] = row.value
    shades = LinearSegmentedColormap.from_list("counts", ["#eaf2f8", COLOURS["blue"], "#08304f"])
    if panel.scene.narrow:  # years go down a column, as they do not fit across
        counts = counts.T
    text = counts.map(lambda value: panel.scene.names.tick(value, "count") if value else "")
    sns.heatmap(
        np.log1p(counts), mask=counts == 0, annot=text, fmt="", cmap=shades, vmin=0, cbar=False, linewidths=0.6,
        annot_kws={"fontsize": CELL}, ax=panel.axes,
    )  # fmt: skip
    _finish(panel, [fold(panel.scene.names.name(name), LABEL) for name in names], [str(year) for year in years])


def _finish(panel: Field, names: list[str], years: list[str]) -> None:
    axes, title = panel.axes, panel.scene.names.word(panel.panel.axis.title)
    down, across = (years, names) if panel.scene.narrow else (names, years)
    axes.set_yticks([place + 0.5 for place in range(len(down))], down, rotation=0, fontsize=SMALL)
    axes.set_xticks([place + 0.5 for place in range(len(across))], across, rotation=90, fontsize=SMALL)
    axes.tick_params(length=0)
    axes.set_xlabel("" if panel.scene.narrow else title, fontsize=SMALL)
    axes.set_ylabel(title if panel.scene.narrow else "", fontsize=SMALL)
    axes.grid(visible=False)
    for place in range(1, len(down)):
        axes.axhline(place, color=COLOURS["grid"], linewidth=0.5, zorder=0)
