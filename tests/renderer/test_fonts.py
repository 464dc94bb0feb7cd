"""A font that is missing or torn is one sentence; a page would else be printed with empty boxes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.base import shelf
from analysis.base.errors import ProjectError
from analysis.base.shelf import Shelf
from analysis.renderer import fonts
from analysis.renderer.fonts import install_fonts, missing_characters, require_glyphs, with_letters


@pytest.mark.parametrize("harm", ["missing", "torn", "none"])
def test_a_missing_or_torn_font_is_named(tmp_path, monkeypatch, harm):
    sans, serif = fonts.font_files()
    if harm == "torn":
        (tmp_path / serif.name).write_bytes(serif.read_bytes()[:100_000])
    elif harm == "none":
        (tmp_path / serif.name).write_bytes(b"no font")
    shutil.copy(sans, tmp_path)
    monkeypatch.setattr(fonts, "font_folder", lambda: tmp_path)
    with pytest.raises(ProjectError, match="a font is missing or torn; reinstall the package"):
        fonts.font_files.__wrapped__()


def test_the_fonts_hold_chinese_and_miss_emoji() -> None:
    assert missing_characters("Šidák 全国共有36,916家 – “ok” \u3000\u00a0") == []
    assert missing_characters("a 🙂") == ["🙂"]
    with pytest.raises(ProjectError, match=r"chart\.svg: Š"):
        require_glyphs([("page.qmd", "Šidák"), ("chart.svg", "Šidák")])
    with pytest.raises(ProjectError, match=r"page\.qmd: 🙂 \(U\+1F642\)"):
        require_glyphs([("page.qmd", "🙂")])


def test_fonts_are_laid_where_quarto_looks(tmp_path: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in install_fonts(tmp_path)}
    assert min(sizes["NotoSansSC-Regular.otf"], sizes["NotoSerifSC-Regular.otf"]) > 1_000_000
    assert {"source-sans.woff2", "source-serif.woff2", "source-serif-italic.woff2"} <= sizes.keys()


def test_a_font_is_cut_once_for_charts_in_the_same_letters(monkeypatch):
    monkeypatch.setattr(shelf, "STEP", "code")
    kept, charts = Shelf({}), [f"<svg width='1'><text>{text}</text></svg>" for text in ("12 网站 a", "a 211", "a 3")]
    assert [with_letters(chart, kept.get) for chart in charts] == [with_letters(chart) for chart in charts]
    assert len(kept.used) == len(["letters of all charts", "12 a", "a 3"])
