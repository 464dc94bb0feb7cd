"""Charts of the data themselves: what was printed about which years, by which bulletins, and how exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analysis.base.codebook import load_codebook
from analysis.charts.marks import SMALL, TINY, draw_nothing
from analysis.charts.style import COLOURS, WIDTH
from analysis.words.phrases import plain

if TYPE_CHECKING:
    import numpy as np
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Lang = Literal["en", "zh"]
KINDS = {
    "evaluation": ("Evaluations", "绩效评估"),
    "spot_check": ("Spot checks", "抽查通报"),
    "census": ("Census", "普查"),
    "statistics": ("Statistical reports", "统计报告"),
    "survey": ("Surveys", "调查"),
    "notice": ("Notices", "通知通报"),
    "white_paper": ("White papers", "白皮书"),
    "study": ("Studies", "研究报告"),
    "news_report": ("News reports", "新闻报道"),
}
COMPARATORS = {
    "exact": ("exact", "精确"),
    "rounded": ("rounded", "四舍五入"),
    "about": ("about or nearly", "约、近"),
    "over": ("over or at least", "超过、以上"),
    "below": ("below or at most", "不足、以下"),
    "range": ("a range", "区间"),
}
COPY_KINDS = {
    "official": ("Official page", "官方页面"), "news": ("News", "新闻"), "secondary": ("Secondary source", "转引"),
    "mirror": ("Mirror", "镜像"),
}  # fmt: skip
CONDITIONS = {
    "clean": ("clean", "完好"),
    "excerpt": ("excerpt", "节选"),
    "machine_rewritten": ("rewritten by machine", "机器改写"),
    "machine_translated": ("translated by machine", "机器翻译"),
    "damaged": ("damaged", "损坏"),
}
WORDS = {
    "coverage": {"en": "Year that the figure is about", "zh": "数字所指年份"},
    "published": {"en": "Year of publication", "zh": "发布年份"},
    "copies": {"en": "Copies seen", "zh": "所见副本数"},
    "share": {"en": "Share of figures (%)", "zh": "占全部数字比例(%)"},
}


def draw_coverage(cells: pl.DataFrame, lang: Lang) -> Figure:
    """Draw how many statements speak of each year, by theme; an empty cell is a year without a single figure.

    `cells` has the columns `theme`, `year` and `statements`.
    """
    themes = load_codebook().themes
    known = [theme for theme in themes if theme in set(cells["theme"])]
    return _heat_map(cells, "theme", known, [themes.label(name, lang) for name in known], WORDS["coverage"][lang], lang)


def draw_bulletins(cells: pl.DataFrame, lang: Lang) -> Figure:
    """Draw how many bulletins of each kind were published in each year (columns `kind`, `year`, `statements`)."""
    known = [kind for kind in KINDS if kind in set(cells["kind"])]
    return _heat_map(cells, "kind", known, [KINDS[k][lang == "zh"] for k in known], WORDS["published"][lang], lang)


def _heat_map(cells: pl.DataFrame, column: str, names: list[str], labels: list[str], title: str, lang: Lang) -> Figure:
    import matplotlib.pyplot as plt
    import numpy as np

    if not cells.height or not names:
        return draw_nothing(lang)
    first, last = int(cells["year"].min()), int(cells["year"].max())  # type: ignore[arg-type]
    grid = np.zeros((len(names), last - first + 1))
    for name, year, count in cells.select(column, "year", "statements").iter_rows():
        grid[names.index(name), year - first] = count
    figure, axes = plt.subplots(figsize=(WIDTH, 1.1 + 0.27 * len(names)))
    _shade(axes, grid)
    years = range(first, last + 1)
    axes.set_xticks(range(len(years)), [f"{year}" for year in years], rotation=90, fontsize=SMALL)
    axes.set_yticks(range(len(names)), labels, fontsize=SMALL)
    axes.tick_params(length=0)
    axes.set_xlabel(title, fontsize=SMALL)
    for side in axes.spines.values():
        side.set_visible(False)
    return figure


def _shade(axes: Axes, grid: np.ndarray) -> None:
    """Shade cells by the logarithm of their count and print it; an empty cell stays white with a dot."""
    import numpy as np
    from matplotlib.colors import LinearSegmentedColormap

    shades = LinearSegmentedColormap.from_list("counts", ["#eaf2f8", COLOURS["blue"], "#08304f"])
    top = np.log1p(grid.max()) or 1.0
    axes.imshow(np.ma.masked_equal(np.log1p(grid) / top, 0), cmap=shades, vmin=0, vmax=1, aspect="auto")
    axes.grid(visible=False)
    for (row, column), count in np.ndenumerate(grid):
        dark = np.log1p(count) / top > 0.45
        colour = "white" if dark else COLOURS["ink"] if count else COLOURS["grey"]
        axes.text(column, row, f"{count:.0f}" if count else "·", ha="center", va="center", fontsize=6.5, color=colour)


def draw_comparators(cells: pl.DataFrame, lang: Lang) -> Figure:
    """Draw how exactly figures are printed, by kind of quantity (columns `quantity_en`, `quantity_zh`, `exactness`)."""
    import matplotlib.pyplot as plt

    if not cells.height:
        return draw_nothing(lang)
    column = f"quantity_{lang}"
    rows = cells[column].unique(maintain_order=True).to_list()
    figure, axes = plt.subplots(figsize=(WIDTH, 1.6 + 0.42 * len(rows)))
    looks = zip(COMPARATORS, _shades(len(COMPARATORS)), strict=True)
    done = dict.fromkeys(rows, 0.0)
    for name, (colour, hatch) in looks:
        for y, row in enumerate(rows):
            part = cells.filter((cells[column] == row) & (cells["exactness"] == name))
            width = float(part["share"].sum())
            label = COMPARATORS[name][lang == "zh"] if y == 0 else None
            axes.barh(y, width, left=done[row], height=0.62, color=colour, hatch=hatch, edgecolor="white", label=label)
            if width >= 4:
                axes.text(done[row] + width / 2, y, plain(round(width)), ha="center", va="center", fontsize=TINY,
                          bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1})  # fmt: skip
            done[row] += width
    totals = [int(cells.filter(cells[column] == row)["figures"].sum()) for row in rows]
    axes.set_yticks(
        range(len(rows)), [f"{row} ({total:,})" for row, total in zip(rows, totals, strict=True)], fontsize=SMALL
    )
    _finish_bars(axes, WORDS["share"][lang])
    axes.set_xlim(0, 100)
    return figure


def draw_copies(cells: pl.DataFrame, lang: Lang) -> Figure:
    """Draw the copies that were seen, by kind of page and condition (columns `page_kind`, `condition`, `copies`)."""
    import matplotlib.pyplot as plt

    if not cells.height:
        return draw_nothing(lang)
    kinds = [kind for kind in COPY_KINDS if kind in set(cells["page_kind"])]
    figure, axes = plt.subplots(figsize=(WIDTH, 1.6 + 0.42 * len(kinds)))
    done = dict.fromkeys(kinds, 0)
    for name, (colour, hatch) in zip(CONDITIONS, _shades(len(CONDITIONS)), strict=True):
        for y, kind in enumerate(kinds):
            count = int(cells.filter((cells["page_kind"] == kind) & (cells["condition"] == name))["copies"].sum())
            label = CONDITIONS[name][lang == "zh"] if y == 0 else None
            axes.barh(y, count, left=done[kind], height=0.62, color=colour, hatch=hatch, edgecolor="white", label=label)
            done[kind] += count
    for y, kind in enumerate(kinds):
        axes.text(done[kind], y, f" {done[kind]:,}", va="center", fontsize=SMALL)
    axes.set_yticks(range(len(kinds)), [COPY_KINDS[kind][lang == "zh"] for kind in kinds], fontsize=SMALL)
    axes.set_xlim(0, 1.1 * max(done.values()))
    _finish_bars(axes, WORDS["copies"][lang])
    return figure


def _shades(number: int) -> list[tuple[str, str]]:
    """Return fills that differ in lightness and hatching, so that they can be told apart in grey."""
    fills = [
        ("#08304f", ""), (COLOURS["blue"], ""), (COLOURS["sky"], "///"), (COLOURS["orange"], ""), ("#f0c49b", "..."),
        ("#d9d9d9", "xx"),
    ]  # fmt: skip
    return fills[:number]


def _finish_bars(axes: Axes, title: str) -> None:
    axes.invert_yaxis()
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", labelsize=SMALL)
    axes.set_xlabel(title, fontsize=SMALL)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=6, fontsize=TINY, borderaxespad=0.2, handlelength=1.4,
                columnspacing=1.1)  # fmt: skip
