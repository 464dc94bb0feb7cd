"""The look of the charts: one style, colours that hold for the colour-blind and in grey, the same bytes at every run.

Colours follow Okabe and Ito (2008), *Color Universal Design*; charts also give each series a marker of its own, so that
one printed in grey can still be read.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import matplotlib as mpl
import seaborn as sns
from matplotlib import font_manager
from pylopdf_fonts_zh_cn import sans_path

from analysis.base.errors import ProjectError

COLOURS = {
    "ink": "#1f2430", "muted": "#6b7280", "grid": "#e3e5ea", "blue": "#0072b2", "orange": "#d55e00", "green": "#009e73",
    "purple": "#aa4499", "sky": "#56b4e9", "amber": "#b8860b", "grey": "#9aa0a9",
}  # fmt: skip
CYCLE = [COLOURS[name] for name in ("blue", "orange", "green", "purple", "sky", "amber")]
MARKERS = ("o", "s", "^", "D", "v", "P")
WIDTH = 7.2  # inches: two columns of a paper
SMALL, TINY = 8.0, 7.5


@contextmanager
def chart_style() -> Generator[None]:
    """Draw with the project's style, on seaborn's white theme and with the font that the report embeds."""
    _add_font()
    house = mpl.rc_params_from_file(Path(__file__).with_name("house.mplstyle"), use_default_template=False)
    with mpl.rc_context():
        sns.set_theme(style="white", palette=CYCLE, rc=house)
        yield


@cache  # each addition makes matplotlib look for every font anew
def _add_font() -> None:
    try:
        font_manager.fontManager.addfont(sans_path())
    except (OSError, RuntimeError):
        raise ProjectError(f"{sans_path()} is missing or torn; reinstall the package pylopdf-fonts-zh-cn.") from None
