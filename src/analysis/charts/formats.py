"""Formats: a chart is drawn once, as svg, and typst makes its pdf and its png of that.

matplotlib would draw each of them anew and cut the Chinese font for each pdf: most of the time of a cold run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError

if TYPE_CHECKING:
    import typst
    from matplotlib.figure import Figure

DPI = 160
_MARK = re.compile(r'<a xlink:href="(n/[^"]+)" target="_blank">')
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+pt)" height="([\d.]+pt)"')


def save_picture(figure: Figure, stem: Path, tips: Mapping[str, str]) -> None:
    """Save a chart as svg, pdf and png, the same bytes at every run.

    `tips` are what is read at the marks of the svg, by the address that each leads to.
    """
    svg = stem.with_name(f"{stem.name}.svg")
    figure.savefig(svg, metadata={"Date": None, "Creator": None})
    svg.write_text(_with_tips(svg.read_text(encoding="utf-8"), tips), encoding="utf-8")
    page = _page(svg)
    stem.with_name(f"{stem.name}.pdf").write_bytes(
        _convert(svg, page, format="pdf", timestamp=datetime.fromtimestamp(0, UTC), pdf_tags=False)
    )
    stem.with_name(f"{stem.name}.png").write_bytes(_with_palette(_convert(svg, page, format="png", ppi=float(DPI))))


def _with_tips(svg: str, tips: Mapping[str, str]) -> str:
    """Give each mark its words, and a link to the page of its number, out of the way of the keyboard."""

    def said(mark: re.Match[str]) -> str:
        link = f'<a xlink:href="../{mark[1]}.html" target="_top" tabindex="-1">'
        return f"{link}<title>{escape(tips[mark[1]])}</title>"

    return _MARK.sub(said, svg)


def _page(svg: Path) -> str:
    """Return typst text of a page that is as large as a picture and holds nothing else."""
    size = _SIZE.search(svg.read_text(encoding="utf-8"))
    assert size, svg
    return f'#set page(width: {size[1]}, height: {size[2]}, margin: 0pt)\n#image("{svg.name}", width: 100%)'


def _convert(svg: Path, page: str, **options: Any) -> bytes:  # noqa: ANN401 - typst's own options
    import typst

    compiler = typst.Compiler(page.encode(), root=str(svg.parent), font_paths=_fonts())
    made, warnings = compiler.compile_with_warnings(**options)
    if warnings or not isinstance(made, bytes):
        said = "; ".join(str(one.message) for one in warnings)
        raise ProjectError(f"{svg.name}: typst warns: {said}; each font of a chart is one that the project brings.")
    return made


def _with_palette(png: bytes) -> bytes:
    """Keep 256 colours, more than a chart has: pages of notebooks weighed half as much again as a first view may."""
    from PIL import Image

    made = BytesIO()
    palette = Image.open(BytesIO(png)).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    palette.save(made, "PNG", optimize=True, dpi=(DPI, DPI))
    return made.getvalue()


@cache
def _fonts() -> typst.Fonts:
    """Return the font that charts are drawn with, and none of the system's: every machine sets the same picture.

    typst takes folders alone. Of a file it once found no font, and without a word drew charts without texts.
    """
    import typst
    from pylopdf_fonts_zh_cn import sans_path

    folder = Path(sans_path()).parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
