"""Captions: the title, caption and alt text of each exhibit in each language.

They stand in `reports/captions/LANGUAGE/`, a file for each notebook, with numbers named by id in braces, which citing
fills in, as it does the issuers of what is shown for `{sources}`. So no text can disagree with the data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.yaml_files import read_yaml
from analysis.words.catalogue import LANGS

TEXTS = ("title", "caption", "alt")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9]*-[a-z0-9-]*)\}")


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
    texts: dict[str, dict[str, dict[str, str]]] = {}
    notebooks: dict[str, str] = {}
    for lang in LANGS:
        for path in sorted(((folder or paths.SOURCES / "captions") / lang).glob("*.yml")):
            where = f"captions/{lang}/{path.name}"
            for exhibit_id, entry in (read_yaml(path) or {}).items():
                if notebooks.setdefault(exhibit_id, path.stem) != path.stem:
                    raise ProjectError(f"{where}: {exhibit_id} stands in another file too; ids are unique.")
                if missing := [name for name in TEXTS if not entry.get(name)]:
                    said = f"{', '.join(missing)} missing; every exhibit has them."
                    raise ProjectError(f"{where}, {exhibit_id}: {said}")
                texts.setdefault(exhibit_id, {})[lang] = {name: entry[name].strip() for name in TEXTS}
    for exhibit_id, by_lang in texts.items():
        if missing := [lang for lang in LANGS if lang not in by_lang]:
            where = f"captions/{missing[0]}/{notebooks[exhibit_id]}.yml"
            raise ProjectError(f"{where}: {exhibit_id} is missing; every language has the texts of every exhibit.")
    return {name: Exhibit(name, notebooks[name], by_lang) for name, by_lang in texts.items()}
