"""An edition's own sources: the pages as written, without what was published after its year."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.citing.trimming import Known, trim_later, trim_page, trim_title
from analysis.words.catalogue import LANGS, say


def write_edition(pages: Mapping[Path, Path], tables: Mapping[str, pl.DataFrame], edition: str) -> None:
    """Write the trimmed sources of an edition; `pages` maps each source to where it goes."""
    known = Known(
        year=int(edition),
        numbers=set(tables["numbers"]["number_id"]),
        exhibits=set(tables["exhibits"]["exhibit_id"]),
        bulletins=set(tables["observations"]["bulletin_id"]),
        all_bulletins={row["bulletin_id"] for row in read_rows(paths.RAW / "bulletins.csv")},
    )
    for source, target in pages.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        if source.suffix == ".qmd":
            text = _edition_of(text, source, known)
        target.write_text(text, encoding="utf-8")


def conflicts_of_edition(conflicts: pl.DataFrame, edition: str) -> pl.DataFrame:
    """Return the table of conflicts with texts that speak of no later year."""
    texts = [name for name in conflicts.columns if name.startswith(("explanation_", "template_"))]
    year = int(edition)
    return conflicts.with_columns(
        pl.col(name).map_elements(lambda text: trim_later(text, year), return_dtype=pl.String) for name in texts
    )


def notebook_of_edition(page: str, edition: str) -> str:
    """Return a notebook's page as the edition has it: its title and its prose speak of no later year."""
    notebook, known = json.loads(page), Known(int(edition), frozenset(), frozenset(), frozenset(), frozenset())
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "raw":
            text = "\n".join(f'{trim_title(line[:-1], known.year)}"' if line.startswith("title: ") else line
                             for line in text.split("\n"))  # fmt: skip
        elif cell["cell_type"] == "markdown":
            text = trim_page(text, known)[0]
        cell["source"] = text.splitlines(keepends=True)
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _edition_of(text: str, source: Path, known: Known) -> str:
    """Return a page of the edition, with a note below its front matter."""
    trimmed, _ = trim_page(text, known)
    lang = source.parent.name if source.parent.name in LANGS else LANGS[0]
    note = f"\n::: {{.callout-note}}\n{say('edition-note', lang, year=str(known.year))}\n:::\n"
    head, mark, body = trimmed.partition("\n---\n")
    return f"{head}{mark}{note}{body}" if mark else note + trimmed
