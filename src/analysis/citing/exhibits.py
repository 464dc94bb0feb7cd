"""The table of exhibits: captions and alt texts with their numbers filled in, files, and the numbers shown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from analysis.base.errors import UnknownName, require_known
from analysis.base.tables import text_table
from analysis.charts.declarations import load_declarations
from analysis.charts.exhibits import files_of
from analysis.citing.captions import TEXTS, Exhibit
from analysis.citing.sources import Sources
from analysis.citing.trimming import Known, trim_caption, trim_title, without_marks
from analysis.words.catalogue import LANGS, Lang, say

SOURCES = "{sources}"  # where a caption names its sources, which are composed
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")  # `{est-NOx}` was published as it stands
# Folded lines come with spaces, which Chinese has none of.
_GAP = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef]) | (?=[\u2e80-\u9fff\uff00-\uffef])")


def make_exhibits(
    exhibits: Mapping[str, Exhibit], drafts: Path, numbers: pl.DataFrame, known: Known | None = None
) -> pl.DataFrame:
    """Return one row per exhibit, sorted by id.

    `drafts` is the folder in which the notebooks left charts and data. In an edition, which says what was `known`,
    texts lose what rests on later numbers; otherwise a name that is not there is a `ProjectError`.
    """
    sources = Sources({row["number_id"]: row for row in numbers.iter_rows(named=True)})
    rows = [_row(trimmed(one, known) if known else one, drafts, sources) for one in exhibits.values()]
    columns = ["exhibit_id", "kind", "notebook", *(f"{n}_{lang}" for n in TEXTS for lang in LANGS), "numbers", "files"]
    return text_table(rows, columns, {}).sort("exhibit_id")


def trimmed(exhibit: Exhibit, known: Known) -> Exhibit:
    """Return an exhibit with the texts that it has in an edition."""
    name, each = exhibit.exhibit_id, exhibit.texts.items()
    return exhibit if name in known.whole else replace(exhibit, texts={lang: _texts(name, lang, texts, known)
                                                                       for lang, texts in each})  # fmt: skip


def _texts(name: str, lang: Lang, texts: Mapping[str, str], known: Known) -> dict[str, str]:
    """Return the texts of an exhibit of which less was known than is shown now.

    The title of a figure says what is found in all that was printed, and its alt text describes the whole picture; of
    less, its question alone is sure. Of nothing there is nothing to say.
    """
    declared = load_declarations().get(name)
    figure = declared and declared.usual.form != "table"
    title = say(declared.question, lang) if figure else trim_title(texts["title"], known.year)
    caption = trim_caption(texts["caption"], known) if name in known.exhibits else ""
    return {"title": title, "caption": caption or title, "alt": title if figure else texts["alt"]}


def _row(exhibit: Exhibit, drafts: Path, sources: Sources) -> dict[str, str]:
    record = json.loads((drafts / f"{exhibit.exhibit_id}.json").read_text(encoding="utf-8"))
    shown = {name for name in record["numbers"] if name in sources.numbers}
    texts: dict[str, str] = {}
    for lang in LANGS:
        where = f"reports/captions/{lang}/{exhibit.notebook}.yml, {exhibit.exhibit_id}"
        own = {name: text.replace(SOURCES, sources.line(sorted(shown), lang))
               for name, text in exhibit.texts[lang].items()}  # fmt: skip
        texts |= {f"{name}_{lang}": fill(own[name], sources.numbers, lang, where) for name in TEXTS}
    numbers = " ".join(sorted(shown | {*exhibit.named_numbers()}))
    return {
        "exhibit_id": exhibit.exhibit_id, "kind": exhibit.kind, "notebook": f"notebooks/{exhibit.notebook}.ipynb",
        **texts, "numbers": numbers, "files": " ".join(sorted(files_of(exhibit.exhibit_id))),
    }  # fmt: skip


def fill(text: str, numbers: Mapping[str, Mapping[str, str]], lang: Lang, where: str) -> str:
    """Replace `{number-id}` by its display text, `{number-id--interval}` by its bounds."""

    def display(match: re.Match[str]) -> str:
        name, _, part = match[1].partition("--")
        require_known("number", name, numbers, where)
        if (column := f"{part or 'display'}_{lang}") not in numbers[name]:
            raise UnknownName("part", match[1], [f"{name}--interval"], where=where)
        return numbers[name][column]

    filled = _PLACEHOLDER.sub(display, " ".join(without_marks(text).split()))
    return _GAP.sub("", filled)
