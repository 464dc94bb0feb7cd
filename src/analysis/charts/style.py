"""The look of the charts: one style, colours that hold for the colour-blind and in grey, the same bytes at every run.

Colours follow Okabe and Ito (2008), *Color Universal Design*; charts also give each series a marker of its own, so that
one printed in grey can still be read.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache

from analysis.base.errors import ProjectError

COLOURS = {
    "ink": "#1f2430", "muted": "#6b7280", "grid": "#e3e5ea", "blue": "#0072b2", "orange": "#d55e00", "green": "#009e73",
    "purple": "#aa4499", "sky": "#56b4e9", "amber": "#b8860b", "grey": "#9aa0a9",
}  # fmt: skip
CYCLE = [COLOURS[name] for name in ("blue", "orange", "green", "purple", "sky", "amber")]
MARKERS = ("o", "s", "^", "D", "v", "P")
WIDTH = 7.2  # inches: two columns of a paper
SMALL, TINY = 8.0, 7.5

RC = {
    "font.family": ["Noto Sans SC", "sans-serif"],
    "font.size": 9.5,
    # Widths that do not change with the resolution: a layout serves all files of a chart.
    "text.hinting": "no_hinting",
    "text.color": COLOURS["ink"],
    "axes.labelcolor": COLOURS["ink"],
    "axes.edgecolor": COLOURS["muted"],
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.titlelocation": "left",
    "axes.titley": 1.0,  # else each layout looks for an axis above the panel
    "axes.titlecolor": COLOURS["muted"],
    "axes.unicode_minus": False,
    "grid.color": COLOURS["grid"],
    "grid.linewidth": 0.8,
    "xtick.color": COLOURS["muted"],
    "ytick.color": COLOURS["muted"],
    "xtick.labelcolor": COLOURS["ink"],
    "ytick.labelcolor": COLOURS["ink"],
    "figure.dpi": 110,
    "savefig.facecolor": "white",
    "svg.fonttype": "none",
    "text.parse_math": False,  # a label with two $ was set as a formula, or stopped the run
    "svg.hashsalt": "bulletins",
    "pdf.fonttype": 42,
}


@contextmanager
def chart_style() -> Generator[None]:
    """Draw with the project's style, on seaborn's white theme and with the font that the report embeds."""
    import matplotlib as mpl
    import seaborn as sns

    _add_font()
    with mpl.rc_context():
        sns.set_theme(style="white", palette=CYCLE, rc=RC)
        yield


@cache  # each addition makes matplotlib look for every font anew
def _add_font() -> None:
    from matplotlib import font_manager
    from pylopdf_fonts_zh_cn import sans_path

    try:
        font_manager.fontManager.addfont(sans_path())
    except (OSError, RuntimeError):
        raise ProjectError(f"{sans_path()} is missing or torn; reinstall the package pylopdf-fonts-zh-cn.") from None
