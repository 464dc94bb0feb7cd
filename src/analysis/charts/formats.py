"""Formats: a chart is drawn once, as svg; typst makes its pdf of that, and pdfium its png of the pdf.

matplotlib would draw each of them anew and cut the Chinese font for each pdf: most of the time of a cold run. The png
of typst lost a row of pixels in the middle of some charts, and with it the feet of a line of text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import typst
from matplotlib.figure import Figure
from PIL.Image import Dither, Quantize
from pylopdf_fonts_zh_cn import sans_path
from pypdfium2 import PdfDocument

from analysis.base.errors import ProjectError

DPI = 160
FAMILY = "font-family: 'Noto Sans SC'"
# What stands in where a reader lacks the font. matplotlib, told of them, looked each of them up for each text.
FAMILIES = f"{FAMILY}, 'Arial', 'DejaVu Sans', 'Liberation Sans', 'Bitstream Vera Sans', sans-serif"
_MARK = re.compile(r"""<a xlink:href=(["'])(n/\S+) (.*?)\1 target="_blank">""")
_LINK = r'<a xlink:href="../\2.html" target="_top" tabindex="-1"><title>\3</title>'  # out of the way of the keyboard
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+pt)" height="([\d.]+pt)"')


def make_picture(figure: Figure, name: str) -> dict[str, bytes]:
    """Return a chart as svg, pdf and png, the same bytes at every run; each mark of the svg with its page and words."""
    drawn = BytesIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    svg = _MARK.sub(_LINK, drawn.getvalue().decode()).replace(FAMILY, FAMILIES)
    pdf = _to_pdf(svg, name)
    return {"svg": svg.encode(), "pdf": pdf, "png": _to_png(pdf)}


def _page(svg: str) -> str:
    """Return typst text of a page that is as large as a picture and holds nothing else."""
    size = _SIZE.search(svg)
    assert size
    sides = f"width: {size[1]}, height: {size[2]}, margin: 0pt"
    return f'#set page({sides})\n#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'


def _to_pdf(svg: str, name: str) -> bytes:
    compiler = typst.Compiler(_page(svg).encode(), font_paths=_fonts(), sys_inputs={"svg": svg})
    made, warnings = compiler.compile_with_warnings(
        format="pdf", timestamp=datetime.fromtimestamp(0, UTC), pdf_tags=False
    )
    if warnings or not isinstance(made, bytes):
        said = "; ".join(str(one.message) for one in warnings)
        raise ProjectError(f"{name}.svg: typst warns: {said}; each font of a chart is one that the project brings.")
    return made


def _to_png(pdf: bytes) -> bytes:
    """Draw a pdf with 256 colours, more than a chart has: pages of notebooks weighed half as much again as they may.

    Pillow's usual choice of colours missed rare ones by 113 of 255; this one misses none by more than 10.
    """
    made = BytesIO()
    # A hair less than the scale, for pdfium rounds sides of a whole number of pixels up.
    picture = PdfDocument(pdf)[0].render(scale=(DPI - 1e-4) / 72).to_pil().convert("RGB")
    picture.quantize(256, Quantize.MAXCOVERAGE, dither=Dither.NONE).save(made, "PNG", dpi=(DPI, DPI))
    return made.getvalue()


@cache
def _fonts() -> typst.Fonts:
    """Return the font that charts are drawn with, and none of the system's: every machine sets the same picture.

    typst takes folders alone. Of a file it once found no font, and without a word drew charts without texts.
    """
    folder = Path(sans_path()).parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
