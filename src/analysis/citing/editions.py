"""An edition's own sources: the pages as written, without what was published after its year."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import replace
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.citing.trimming import Known, trim_later, trim_page, trim_title, without_marks
from analysis.words.catalogue import LANGS, say


def known_to_edition(observations: pl.DataFrame, today: Mapping[str, pl.DataFrame], edition: str) -> Known:
    """Return what an edition knew: of its `observations`, with the numbers and exhibits of `today`.

    A number was known then as it is now if all of its sources were; an exhibit, if all of its numbers were.
    """
    numbers = dict(today["numbers"].select("number_id", "sources").iter_rows())
    known = set(observations["observation_id"]) & set(numbers)
    sources = {name: set(made.split()) for name, made in numbers.items() if made}
    while added := {name for name, needs in sources.items() if name not in known and needs <= known}:
        known |= added
    shown = {name: set(held.split()) for name, held in today["exhibits"].select("exhibit_id", "numbers").iter_rows()}
    return Known(
        year=int(edition),
        numbers=known,
        exhibits={name for name, held in shown.items() if held & known or not held},
        whole={name for name, held in shown.items() if (held or set(numbers)) <= known},
        bulletins=set(observations["bulletin_id"]),
        all_bulletins={row["bulletin_id"] for row in read_rows(paths.RAW / "bulletins.csv")},
    )


def load_known(observations: Path, today: Mapping[str, Path], drafts: Path, edition: str) -> Known:
    """Return what an edition knew, from the files of its tables and of today's; `drafts` hold its own exhibits."""
    tables = {name: pl.read_parquet(path) for name, path in today.items()}
    known = known_to_edition(pl.read_parquet(observations), tables, edition)
    return replace(known, exhibits=drawn_exhibits(drafts))


def drawn_exhibits(drafts: Path) -> Set[str]:
    """Return the exhibits of whose data anything is there: a chart of nothing has its place in no edition."""
    return {path.stem for path in drafts.glob("*.csv") if len(path.read_text(encoding="utf-8").splitlines()) > 1}


def write_edition(pages: Mapping[Path, Path], known: Known) -> None:
    """Write the trimmed sources of an edition; `pages` maps each source to where it goes."""
    for source, target in pages.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        if source.suffix == ".qmd":
            text = page_of_edition(text, source, known)
        target.write_text(text, encoding="utf-8")


def conflicts_of_edition(conflicts: pl.DataFrame, edition: str) -> pl.DataFrame:
    """Return the table of conflicts with texts that speak of no later year."""
    texts = [name for name in conflicts.columns if name.startswith(("explanation_", "template_"))]
    year = int(edition)
    return conflicts.with_columns(
        pl.col(name).map_elements(lambda text: trim_later(text, year), return_dtype=pl.String) for name in texts
    )


def notebook_of_edition(page: str, edition: str) -> str:
    """Return a notebook's page as the edition has it: its cells under their headings; its prose is of all figures."""
    notebook, year = json.loads(page), int(edition)
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "raw":
            text = "\n".join(f'{trim_title(line[:-1], year)}"' if line.startswith("title: ") else line
                             for line in text.split("\n"))  # fmt: skip
        elif cell["cell_type"] == "markdown" and not text.startswith(":::"):  # a caption, which has been trimmed
            text = "\n\n".join(trim_title(line, year) for line in text.split("\n") if line.startswith("#"))
        cell["source"] = text.splitlines(keepends=True)
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def page_of_edition(text: str, source: Path, known: Known) -> str:
    """Return a page of the edition, with a note below its front matter."""
    trimmed = without_marks(trim_page(text, known)[0])
    lang = source.parent.name if source.parent.name in LANGS else LANGS[0]
    note = f"\n::: {{.callout-note}}\n{say('edition-note', lang, year=str(known.year))}\n:::\n"
    head, mark, body = trimmed.partition("\n---\n")
    return f"{head}{mark}{note}{body}" if mark else note + trimmed
