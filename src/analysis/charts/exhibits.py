"""Exhibits: the figures and tables of the report by their permanent ids, and the files that notebooks make of them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import require_known
from analysis.words.catalogue import LANGS, Lang

_KEY = re.compile(r"^((?:fig|tbl)-[a-z0-9-]+):", re.MULTILINE)


def exhibits_of(notebook: str | None = None) -> list[str]:
    """Return the ids of the exhibits that a notebook makes, or of all of them, sorted.

    Only the keys of the captions in one language are read: every run of the pipeline asks for them, and parsing the
    texts takes longer than all the rest of a run with nothing to do.
    """
    paths_read = sorted((paths.SOURCES / "captions" / LANGS[0]).glob(f"{notebook or '*'}.yml"))
    return sorted(name for path in paths_read for name in _KEY.findall(path.read_text(encoding="utf-8")))


def folder_of(exhibit_id: str) -> Path:
    """Return where notebooks leave exhibits; an id without captions is an error."""
    require_known("exhibit", exhibit_id, exhibits_of(), "reports/captions")
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
