"""The table of exhibits: captions and alt texts with their numbers filled in, files, and the numbers shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.base.errors import UnknownName, require_known
from analysis.base.tables import text_table
from analysis.charts.declarations import load_declarations
from analysis.charts.exhibits import files_of
from analysis.citing.captions import TEXTS, Exhibit
from analysis.citing.trimming import trim_caption, trim_title
from analysis.words.catalogue import LANGS, Lang, say

Numbers = Mapping[str, Mapping[str, str]]
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")  # `{est-NOx}` was published as it stands
# Folded lines come with spaces, which Chinese has none of.
_GAP = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef]) | (?=[\u2e80-\u9fff\uff00-\uffef])")


def make_exhibits(
    exhibits: Mapping[str, Exhibit], drafts: Path, numbers: pl.DataFrame, edition: str = ""
) -> pl.DataFrame:
    """Return one row per exhibit, sorted by id.

    `drafts` is the folder in which the notebooks left charts and data. In an `edition`, sentences of the texts that
    name numbers, years or sources of later are left out; otherwise a name that is not there is a `ProjectError`.
    """
    by_id = {row["number_id"]: row for row in numbers.iter_rows(named=True)}
    trim = _trimmer(set(by_id), set(numbers["bulletin_id"]), int(edition)) if edition else lambda exhibit: exhibit
    rows = [_row(trim(exhibit), drafts, by_id) for exhibit in exhibits.values()]
    columns = ["exhibit_id", "kind", "notebook", *(f"{n}_{lang}" for n in TEXTS for lang in LANGS), "numbers", "files"]
    return text_table(rows, columns, {}).sort("exhibit_id")


def _trimmer(numbers: Set[str], bulletins: Set[str], year: int) -> Callable[[Exhibit], Exhibit]:
    """Return what takes out of an exhibit's texts all that was not known at the end of a year."""
    issuers = {row["issuer"] for row in read_rows(paths.RAW / "bulletins.csv") if row["bulletin_id"] in bulletins}
    rows = read_rows(paths.CODEBOOK / "issuers.csv")
    known, unknown = ({name for row in rows if (row["issuer"] in issuers) == there for name in _names(row)}
                      for there in (True, False))  # fmt: skip

    def trimmed(exhibit_id: str, lang: Lang, texts: Mapping[str, str]) -> dict[str, str]:
        # The title of a figure says what is found in all that was printed; of less, its question alone is sure.
        declared = load_declarations().get(exhibit_id)
        figure = declared and declared.usual.form != "table"
        title = say(declared.question, lang) if figure else trim_title(texts["title"], year)
        return {name: title if name == "title" else trim_caption(text, numbers, year, unknown - known) or title
                for name, text in texts.items()}  # fmt: skip

    return lambda exhibit: replace(
        exhibit, texts={lang: trimmed(exhibit.exhibit_id, lang, texts) for lang, texts in exhibit.texts.items()}
    )


def _names(row: Mapping[str, str]) -> list[str]:
    return [name for name in (row["label_en"], row["label_zh"], *row["aliases"].split("|")) if name]


def _row(exhibit: Exhibit, drafts: Path, numbers: Numbers) -> dict[str, str]:
    record = json.loads((drafts / f"{exhibit.exhibit_id}.json").read_text(encoding="utf-8"))
    shown = {name for name in record["numbers"] if name in numbers} | set(exhibit.named_numbers())
    texts: dict[str, str] = {}
    for lang in LANGS:
        where = f"reports/captions/{lang}/{exhibit.notebook}.yml, {exhibit.exhibit_id}"
        texts |= {f"{name}_{lang}": fill(exhibit.texts[lang][name], numbers, lang, where) for name in TEXTS}
    return {
        "exhibit_id": exhibit.exhibit_id, "kind": exhibit.kind, "notebook": f"notebooks/{exhibit.notebook}.ipynb",
        **texts, "numbers": " ".join(sorted(shown)), "files": " ".join(sorted(files_of(exhibit.exhibit_id))),
    }  # fmt: skip


def fill(text: str, numbers: Mapping[str, Mapping[str, str]], lang: Lang, where: str) -> str:
    """Replace `{number-id}` by its display text, `{number-id--interval}` by its bounds."""

    def display(match: re.Match[str]) -> str:
        name, _, part = match[1].partition("--")
        require_known("number", name, numbers, where)
        if (column := f"{part or 'display'}_{lang}") not in numbers[name]:
            raise UnknownName("part", match[1], [f"{name}--interval"], where=where)
        return numbers[name][column]

    filled = _PLACEHOLDER.sub(display, " ".join(text.split()))
    return _GAP.sub("", filled)
