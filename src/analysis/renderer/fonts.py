"""The report's Chinese fonts: where they are, and the check that they hold every character the report prints.

typst draws an empty box for a character that no font holds, without a word; text extraction still finds the character,
so only a comparison with the font's own table of characters tells.
"""

from __future__ import annotations

import base64
import filecmp
import html
import io
import re
import shutil
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from analysis.base.errors import ProjectError
from analysis.renderer.pandoc import ASSETS
from analysis.renderer.project import Recall, make_anew

SVG_TEXT = re.compile(r"<(?:text|tspan|title|desc)\b[^>]*>([^<]*)", re.DOTALL)
SVG_START = re.compile(r"<svg\b[^>]*>")
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”…→←↑↓−×≤≥")]
# Names such as Šidák: the template sets these letters in Libertinus Serif, which typst carries. Charts have no help.
STOOD_IN = frozenset(map(chr, range(0x0100, 0x0180)))
# Spaces, joiners, line marks and the like have no picture of their own.
UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Co", "Cs", "Cn"}


@cache
def font_folder() -> Path:
    """Return the folder of the font files, inside the installed font package."""
    import pylopdf_fonts_zh_cn

    return Path(pylopdf_fonts_zh_cn.__path__[0])


@cache
def font_files() -> tuple[Path, ...]:
    """Return the font files, sans before serif."""
    found = tuple(sorted(font_folder().glob("*.otf")))
    if len(found) < len(("sans", "serif")) or not all(map(_is_whole, found)):
        raise ProjectError(f"{font_folder()}: a font is missing or torn; reinstall the package pylopdf-fonts-zh-cn.")
    return found


def _is_whole(path: Path) -> bool:
    """Tell whether a file holds all tables of its font: a torn one opens, and fails where a glyph is drawn."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True) as font:
            tables: Any = font.reader and font.reader.tables
            return max(one.offset + one.length for one in tables.values()) <= path.stat().st_size
    except TTLibError:
        return False


def install_fonts(reports_dir: Path) -> list[Path]:
    """Copy the fonts of print and of the web to `fonts/` of the Quarto project, where both look for them."""
    folder = reports_dir / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    copies = []
    for source in (*font_files(), *sorted((ASSETS / "fonts").iterdir())):
        copy = folder / source.name
        if not copy.is_file() or not filecmp.cmp(source, copy, shallow=False):
            draft = copy.with_name(f"{copy.name}.draft")
            shutil.copyfile(source, draft)
            draft.replace(copy)
        copies.append(copy)
    return copies


@cache
def known_characters() -> frozenset[str]:
    """Return every character that the report's fonts can draw."""
    from fontTools.ttLib import TTFont

    held: set[int] = set()
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            held |= set(font.getBestCmap() or ())
    return frozenset(map(chr, held))


def missing_characters(text: str, stood_in: frozenset[str] = STOOD_IN) -> list[str]:
    """Return the characters of a text that neither the report's fonts nor those that stand in can draw, sorted."""
    used = {character for character in set(text) if unicodedata.category(character) not in UNSEEN}
    return sorted(used - known_characters() - stood_in)


def with_letters(chart: str, recall: Recall = make_anew) -> str:
    """Return a chart with the letters that it is drawn in: else a reader's Arial runs wider than the room for it.

    Only letters that are not Chinese: those are equally wide in every font, and would weigh ten times as much.
    """
    drawn = "".join(sorted(set(map(chr, LETTERS)) & set(_drawn(chart))))
    face = recall(lambda: _face(drawn, recall), "letters", drawn)
    style = f"<style>svg:root{{width:100%;height:auto}}{face}</style>"
    return SVG_START.sub(lambda start: start[0] + style, chart, count=1)


def _face(drawn: str, recall: Recall) -> str:
    """Return the rule of a style sheet that holds these letters: most charts that change are drawn in the same ones."""
    family, font = recall(_letters, "letters of all charts")
    data = base64.b64encode(_cut(font, set(map(ord, drawn)), flavor="woff")).decode()
    return f'@font-face{{font-family:"{family}";src:url(data:font/woff;base64,{data})}}'


@cache
def _letters() -> tuple[str, bytes]:
    """Return the name of the charts' font and its Latin letters, from which each chart takes its own."""
    from fontTools.ttLib import TTFont

    with TTFont(font_files()[0], lazy=True) as font:
        family = str(font["name"].getDebugName(1))
    return family, _cut(font_files()[0].read_bytes(), LETTERS)


def _cut(source: bytes, letters: Collection[int], flavor: str | None = None) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(flavor=flavor, layout_features=["kern"], notdef_outline=True)
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GSUB", "GDEF"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    # The bounds of all letters hold for some of them: to find theirs took a quarter of the time.
    options_of_font: dict[str, Any] = {"lazy": True, "recalcTimestamp": False, "recalcBBoxes": False}
    with TTFont(io.BytesIO(source), **options_of_font) as font, io.BytesIO() as file:
        cutter.subset(font)
        subset.save_font(font, file, options)
        return file.getvalue()


def _drawn(chart: str) -> str:
    return html.unescape("".join(SVG_TEXT.findall(chart)))


def svg_text(path: Path) -> str:
    """Return the text that a chart draws as text (not as outlines)."""
    return _drawn(path.read_text(encoding="utf-8"))


def require_glyphs(texts: Iterable[tuple[str, str]]) -> None:
    """Stop where a text holds a character that the fonts lack.

    Args:
        texts: (name of the file, text) pairs.

    Raises:
        ProjectError: names each file and its characters with their code points.
    """
    faults = []
    for name, text in texts:
        missing = missing_characters(text, frozenset() if name.endswith(".svg") else STOOD_IN)
        if missing:
            faults.append(f"{name}: {', '.join(f'{c} (U+{ord(c):04X})' for c in missing)}")
    if faults:
        raise ProjectError(
            "characters that the report's fonts cannot draw, they would print as empty boxes: "
            + "; ".join(faults)
            + ". Replace them, or add a font that holds them."
        )
