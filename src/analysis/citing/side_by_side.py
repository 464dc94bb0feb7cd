"""What differs in the report of two versions: its prose paragraph by paragraph, its exhibits as pictures and as data.

A picture can change without its data (a label moved) and data without much of a picture; so both are told.
"""

from __future__ import annotations

import base64
import csv
import difflib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from PIL import Image, ImageChops

from analysis.base import paths
from analysis.citing.versions import Changes, Version

TEMPLATE = Path(__file__).with_name("difference.html")


@dataclass(frozen=True)
class Page:
    """A page of prose that changed: its place, how many paragraphs differ, and both texts as a table of HTML."""

    place: str
    paragraphs: int
    table: str


@dataclass(frozen=True)
class Picture:
    """An exhibit that changed: rows of data that came and went, and its pictures as addresses that hold them."""

    exhibit_id: str
    rows_new: int
    rows_gone: int
    old: str = ""
    new: str = ""
    difference: str = ""


def changed_pages(old: Version, new: Version) -> Iterator[Page]:
    """Yield the pages of prose that differ."""
    for path in sorted([*paths.SOURCES.glob("*.qmd"), *paths.SOURCES.glob("*/*.qmd")]):
        place = path.relative_to(paths.SOURCES).as_posix()
        was, now = (_paragraphs(version.read("reports", place)) for version in (old, new))
        changed = set(was) ^ set(now)
        if was and now and changed:
            table = difflib.HtmlDiff(wrapcolumn=64).make_table(was, now, old.name, new.name, context=True, numlines=0)
            yield Page(place, len(changed), table)


def _paragraphs(stored: bytes | None) -> list[str]:
    text = (stored or b"").decode("utf-8")
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def changed_pictures(old: Version, new: Version, exhibits: list[str]) -> Iterator[Picture]:
    """Yield the exhibits whose picture or data differ; what differs in a picture needs both as PNG."""
    if any(one.tables and not one.reports for one in (old, new)):
        return  # a kept edition has tables alone; its report is in its release
    for name in exhibits:
        svg, png, data = ([one.read("reports", f"exhibits/{name}.{kind}") for one in (old, new)]
                          for kind in ("svg", "png", "csv"))  # fmt: skip
        if svg[0] != svg[1] or data[0] != data[1]:
            was, now = (set(map(tuple, csv.reader(io.StringIO((one or b"").decode("utf-8"))))) for one in data)
            difference = picture_difference(png[0], png[1]) if png[0] and png[1] else None
            yield Picture(
                name, len(now - was), len(was - now), *(_address(one, "svg+xml") for one in svg),
                _address(difference, "png"),
            )  # fmt: skip


def picture_difference(old: bytes, new: bytes) -> bytes:
    """Return a picture in which all that differs is red, on a pale copy of the newer one."""
    pictures = [Image.open(io.BytesIO(one)).convert("L") for one in (old, new)]
    size = (max(one.width for one in pictures), max(one.height for one in pictures))
    was, now = (Image.new("L", size, 255) for _ in pictures)
    for sheet, picture in zip((was, now), pictures, strict=True):
        sheet.paste(picture)
    pale = Image.blend(Image.new("L", size, 255), now, 0.25).convert("RGB")
    mask = ImageChops.difference(was, now).point(lambda level: 255 if level > 16 else 0)
    pale.paste((200, 30, 30), mask=mask)
    out = io.BytesIO()
    pale.save(out, "PNG", optimize=True)
    return out.getvalue()


def _address(stored: bytes | None, kind: str) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(stored).decode('ascii')}" if stored else ""


def as_html(changes: Changes, pages: list[Page], pictures: list[Picture]) -> str:
    """Return one page that needs no other file: numbers, estimates, prose and exhibits side by side."""
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        TEMPLATE.read_text(encoding="utf-8")
    )
    return template.render(changes=changes, pages=pages, pictures=pictures)
