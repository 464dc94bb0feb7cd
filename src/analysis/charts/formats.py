"""Formats: a chart is drawn once, as svg; typst makes its pdf of that, and pdfium its png of the pdf.

matplotlib would draw each of them anew and cut the Chinese font for each pdf: most of the time of a cold run. The png
of typst lost a row of pixels in the middle of some charts, and with it the feet of a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.errors import ProjectError

if TYPE_CHECKING:
    import typst
    from matplotlib.figure import Figure
    from PIL.Image import Image

DPI = 160
_MARK = re.compile(r'<a xlink:href="(n/[^"]+)" target="_blank">')
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+pt)" height="([\d.]+pt)"')


def make_picture(figure: Figure, tips: Mapping[str, str], name: str) -> dict[str, bytes]:
    """Return a chart as svg, pdf and png, the same bytes at every run.

    `tips` are what is read at the marks of the svg, by the address that each leads to.
    """
    drawn = BytesIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    svg = _with_tips(drawn.getvalue().decode(), tips)
    pdf = _to_pdf(svg, name)
    return {"svg": svg.encode(), "pdf": pdf, "png": _to_png(pdf)}


def _with_tips(svg: str, tips: Mapping[str, str]) -> str:
    """Give each mark its words, and a link to the page of its number, out of the way of the keyboard."""

    def said(mark: re.Match[str]) -> str:
        link = f'<a xlink:href="../{mark[1]}.html" target="_top" tabindex="-1">'
        return f"{link}<title>{escape(tips[mark[1]])}</title>"

    return _MARK.sub(said, svg)


def _page(svg: str) -> str:
    """Return typst text of a page that is as large as a picture and holds nothing else."""
    size = _SIZE.search(svg)
    assert size
    sides = f"width: {size[1]}, height: {size[2]}, margin: 0pt"
    return f'#set page({sides})\n#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'


def _to_pdf(svg: str, name: str) -> bytes:
    import typst

    compiler = typst.Compiler(_page(svg).encode(), font_paths=_fonts(), sys_inputs={"svg": svg})
    made, warnings = compiler.compile_with_warnings(
        format="pdf", timestamp=datetime.fromtimestamp(0, UTC), pdf_tags=False
    )
    if warnings or not isinstance(made, bytes):
        said = "; ".join(str(one.message) for one in warnings)
        raise ProjectError(f"{name}.svg: typst warns: {said}; each font of a chart is one that the project brings.")
    return made


def _to_png(pdf: bytes) -> bytes:
    from pypdfium2 import PdfDocument

    made = BytesIO()
    # A hair less than the scale, for pdfium rounds sides of a whole number of pixels up.
    picture = PdfDocument(pdf)[0].render(scale=(DPI - 1e-4) / 72).to_pil()
    _with_palette(picture).save(made, "PNG", dpi=(DPI, DPI))
    return made.getvalue()


def _with_palette(picture: Image) -> Image:
    """Keep 256 colours, more than a chart has: pages of notebooks weighed half as much again as a first view may.

    They are chosen among the picture's colours, each as often as the root of its number of pixels: to choose among the
    pixels took four times as long and missed the rarer ones by more.
    """
    import numpy as np
    import pandas as pd
    from PIL.Image import Dither, fromarray

    red, green, blue = np.moveaxis(np.asarray(picture, dtype=np.uint32), 2, 0)
    places, found = pd.factorize((red << 16 | green << 8 | blue).ravel())
    colours, weights = np.asarray(found), np.ceil(np.sqrt(np.bincount(places))).astype(int)
    weighed = np.repeat(np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=-1), weights, axis=0)
    chosen = fromarray(weighed[None].astype(np.uint8)).quantize(256, dither=Dither.NONE)
    numbers = np.asarray(chosen)[0][np.cumsum(weights) - 1]
    reduced = fromarray(numbers[places].reshape(red.shape))
    reduced.putpalette(chosen.getpalette() or [])
    return reduced


@cache
def _fonts() -> typst.Fonts:
    """Return the font that charts are drawn with, and none of the system's: every machine sets the same picture.

    typst takes folders alone. Of a file it once found no font, and without a word drew charts without texts.
    """
    import typst
    from pylopdf_fonts_zh_cn import sans_path

    folder = Path(sans_path()).parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
