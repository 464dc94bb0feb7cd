"""The look of the charts holds while they are drawn, and for nothing else."""

from __future__ import annotations

import matplotlib as mpl
import pytest
from matplotlib.colors import to_hex

from analysis.base.errors import ProjectError
from analysis.charts import style


def test_a_notebook_keeps_its_own_style():
    mpl.rcParams["font.size"] = 21
    with style.chart_style():
        assert mpl.rcParams["font.size"] == 9.5
        assert [to_hex(colour) for colour in mpl.rcParams["axes.prop_cycle"].by_key()["color"]] == style.CYCLE
    assert mpl.rcParams["font.size"] == 21


def test_each_series_of_a_chart_has_a_colour_and_a_marker_of_its_own():
    assert len(set(style.CYCLE)) == len(style.CYCLE) == len(set(style.MARKERS))


@pytest.mark.parametrize("content", [None, b"torn"])
def test_a_font_that_is_missing_or_torn_is_one_sentence(tmp_path, monkeypatch, content):
    font = tmp_path / "sans.otf"
    if content:
        font.write_bytes(content)
    monkeypatch.setattr(style, "sans_path", lambda: str(font))
    with pytest.raises(ProjectError, match=r"sans\.otf is missing or torn; reinstall the package pylopdf-fonts-zh-cn"):
        style._add_font.__wrapped__()
