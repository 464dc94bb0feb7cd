"""Tile maps: each province has its tile, and its shade says how far a figure is from another one."""

from __future__ import annotations

from analysis.base.codebook import load_codebook
from analysis.charts.declarations import Axis, Panel, declaration_of
from analysis.charts.drawn import Drawn
from analysis.charts.forms import tiles
from helpers.exhibits import declare, field_of

TILES = declaration_of("fig-provinces-own-counts").usual.tiles
PROVINCES = {area for area, entry in load_codebook().areas.items() if entry["kind"] not in ("country", "corps")}
OUTSIDE = ("CN-HK", "CN-MO", "CN-TW")


def row(area: str, series: str, value: float, t: float = 2023.0) -> Drawn:
    bounds = {"lower": value, "upper": value, "unit": "count:site"}
    return Drawn(label=area, series=series, value=value, t=t, period=f"{t:.0f}", **bounds)


def test_every_province_has_one_tile():
    areas = [f"CN-{name}" for line in TILES for name in line.split() if name != "."]
    assert len(areas) == len(set(areas)) == 35
    assert set(areas) == PROVINCES | set(OUTSIDE) | {"CN-XPCC"}
    assert len({len(line.split()) for line in TILES}) == 1


def test_a_shade_compares_the_latest_figure_with_the_whole():
    rows = [row("CN-HE", "a", 60, 2020), row("CN-HE", "a", 130), row("CN-HE", "whole", 100), row("CN-SD", "whole", 100)]
    usual = Panel("tile_map", axis=Axis(title="axis-own-of-cnnic", relative_to="whole"), tiles=TILES)
    panel = field_of(declare(usual=usual, words=dict.fromkeys(OUTSIDE, "word-none")), rows)
    tiles.draw_map(panel)
    shades = panel.axes.collections[0].get_array()
    assert sorted(set(shades.compressed())) == [-1, 4]
    assert [text.get_text() for text in panel.axes.texts if text.get_gid() == "label"] == ["130"]
