"""Exhibits: the figures and tables of the report, each with a permanent id, its data, caption and alt text.

Captions and alt texts stand in `reports/captions/LANGUAGE/`, a file for each notebook, with numbers named by id in
braces; the notebooks save charts and data, and citing fills the texts in. So no text can disagree with the data.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.errors import ProjectError, UnknownName
from analysis.words.catalogue import LANGS, Lang
from analysis.words.markdown import escape

if TYPE_CHECKING:
    import polars as pl

TEXTS = ("title", "caption", "alt")
_KEY = re.compile(r"^((?:fig|tbl)-[a-z0-9-]+):", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9-]*)\}")


@dataclass(frozen=True)
class Exhibit:
    """The words of an exhibit: `texts[lang][name]` for title, caption and alt text."""

    exhibit_id: str
    notebook: str
    texts: Mapping[str, Mapping[str, str]]

    @property
    def kind(self) -> str:
        """`figure` or `table`, by the prefix of the id."""
        return "figure" if self.exhibit_id.startswith("fig-") else "table"

    def named_numbers(self) -> list[str]:
        """Return the ids of all numbers that the texts name, sorted."""
        texts = (text for by_name in self.texts.values() for text in by_name.values())
        return sorted({name.partition("--")[0] for text in texts for name in _PLACEHOLDER.findall(text)})


@lru_cache(maxsize=2)
def load_exhibits(folder: Path | None = None) -> dict[str, Exhibit]:
    """Read the captions of all notebooks; an exhibit without one of its texts in one language is a `ProjectError`."""
    folder = folder or paths.SOURCES / "captions"
    texts: dict[str, dict[str, dict[str, str]]] = {}
    notebooks: dict[str, str] = {}
    for lang in LANGS:
        for path in sorted((folder / lang).glob("*.yml")):
            for exhibit_id, entry in _read_captions(path).items():
                if notebooks.setdefault(exhibit_id, path.stem) != path.stem or lang in texts.get(exhibit_id, {}):
                    raise ProjectError(f"{_where(path)}: {exhibit_id} stands in another file too; ids are unique.")
                texts.setdefault(exhibit_id, {})[lang] = entry
    _require_languages(texts, notebooks)
    return {name: Exhibit(name, notebooks[name], by_lang) for name, by_lang in texts.items()}


def _read_captions(path: Path) -> dict[str, dict[str, str]]:
    from analysis.base.yaml_files import read_yaml

    entries = read_yaml(path) or {}
    for exhibit_id, entry in entries.items():
        missing = [name for name in TEXTS if not entry.get(name)]
        if missing:
            raise ProjectError(f"{_where(path)}, {exhibit_id}: {', '.join(missing)} missing; every exhibit has them.")
    return {name: {text: entry[text].strip() for text in TEXTS} for name, entry in entries.items()}


def _require_languages(texts: Mapping[str, Mapping[str, object]], notebooks: Mapping[str, str]) -> None:
    for exhibit_id, by_lang in texts.items():
        for lang in LANGS:
            if lang not in by_lang:
                where = f"captions/{lang}/{notebooks[exhibit_id]}.yml"
                raise ProjectError(f"{where}: {exhibit_id} is missing; every language has the texts of every exhibit.")


def _where(path: Path) -> str:
    return f"captions/{path.parent.name}/{path.name}"


def exhibits_of(notebook: str | None = None) -> list[str]:
    """Return the ids of the exhibits that a notebook makes, or of all of them, sorted.

    Only the keys of one language's files are read: every run of the pipeline asks for them, and parsing the texts takes
    longer than all the rest of a run with nothing to do.
    """
    paths_read = sorted((paths.SOURCES / "captions" / LANGS[0]).glob(f"{notebook or '*'}.yml"))
    return sorted(name for path in paths_read for name in _KEY.findall(path.read_text(encoding="utf-8")))


def pipe_table(table: pl.DataFrame, headings: list[str]) -> str:
    """Return a Markdown pipe table; numbers stand right, the widths follow the longest cell of each column."""
    right = [dtype.is_numeric() for dtype in table.dtypes]
    rows = [[_cell(value) for value in row] for row in table.iter_rows()]
    widths = [max(3, *(len(row[i]) for row in [headings, *rows])) for i in range(len(headings))]
    rules = [
        "-" * (min(width, 40) - 1) + (":" if on_right else "-") for width, on_right in zip(widths, right, strict=True)
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in [[*map(escape, headings)], rules, *rows]) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else escape(str(value))


def folder_of(exhibit_id: str) -> Path:
    """Return where notebooks leave exhibits; an id that `exhibits.yml` does not hold is an error."""
    known = load_exhibits()
    if exhibit_id not in known:
        raise UnknownName("exhibit", exhibit_id, known, where="reports/captions")
    folder = Path(os.environ.get("BULLETINS_EXHIBITS", paths.DRAFTS))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def files_of(exhibit_id: str) -> list[str]:
    """Return the names of the files that a notebook writes for an exhibit."""
    own = [f"{exhibit_id}.csv", f"{exhibit_id}.json"]
    if exhibit_id.startswith("tbl-"):
        return own + [f"{exhibit_id}.{lang}.md" for lang in LANGS]
    return own + [f"{stem_of(exhibit_id, lang)}.{kind}" for lang in LANGS for kind in ("svg", "pdf", "png")]


def stem_of(exhibit_id: str, lang: Lang) -> str:
    """Return the name of a figure's files in a language, without the kind; English has no suffix."""
    return exhibit_id if lang == LANGS[0] else f"{exhibit_id}.{lang}"
