"""An edition's own sources: the pages as written, without what was published after its year."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.pages.trimming import Known, trim_page

if TYPE_CHECKING:
    import polars as pl

NOTES = {
    "en": "This is the edition of {year}: it rests on bulletins published by the end of that year alone.",
    "zh": "本页为{year}年版:仅依据该年年底前发布的通报。",
}


def write_edition(pages: Mapping[Path, Path], tables: Mapping[str, pl.DataFrame], edition: str) -> None:
    """Write the trimmed sources of an edition; `pages` maps each source to where it goes."""
    everything = {row["bulletin_id"] for row in read_rows(paths.RAW / "bulletins.csv")}
    known = Known(
        year=int(edition),
        numbers=set(tables["numbers"]["number_id"]),
        exhibits=set(tables["exhibits"]["exhibit_id"]),
        bulletins=set(tables["observations"]["bulletin_id"]),
        all_bulletins=everything,
    )
    for source, target in pages.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        target.write_text(
            _edition_of(text, source, known, edition) if source.suffix == ".qmd" else text, encoding="utf-8"
        )


def _edition_of(text: str, source: Path, known: Known, edition: str) -> str:
    """Return a page of the edition, with a note below its front matter."""
    trimmed, _ = trim_page(text, known)
    lang = "zh" if source.parent.name == "zh" else "en"
    note = f"\n::: {{.callout-note}}\n{NOTES[lang].format(year=edition)}\n:::\n"
    head, mark, body = trimmed.partition("\n---\n")
    return f"{head}{mark}{note}{body}" if mark else note + trimmed
