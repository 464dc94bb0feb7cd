"""Exhibits: the figures and tables of the report, each with a permanent id, its data, caption and alt text.

Captions and alt texts stand in `reports/captions/LANGUAGE/`, a file for each notebook, with numbers named by id in
braces; the notebooks save charts and data, and `include_of` fills the texts in. So no text can disagree with the data.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.errors import ProjectError, UnknownName
from analysis.words.catalogue import LANGS, Lang

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.figure import Figure

TEXTS = ("title", "caption", "alt")
LINE = 105  # letters of a table's text that a printed line holds
_WORD_END = re.compile(r"(?<=[-/])(?=[a-z])|[ ,;，；、（）]")
# Chinese text may break at every character.
_CHINESE_END = re.compile(_WORD_END.pattern + r"|(?<=[\u2e80-\uffef])|(?=[\u2e80-\uffef])")
# Folded lines come with spaces, which Chinese has none of.
_CHINESE_GAP = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
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
    from ruamel.yaml import YAML

    entries = YAML(typ="safe").load(path.read_text(encoding="utf-8")) or {}
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


def save_figure(
    exhibit_id: str, draw: Callable[[Lang], Figure], data: pl.DataFrame, numbers: Iterable[str] = ()
) -> Figure:
    """Draw and save a figure in both languages as svg, pdf and png, with its data as csv.

    `draw` takes the language and returns a matplotlib figure; `data` is what the chart shows, `numbers` the ids of
    the numbers in it. Returns the English figure, for the notebook to show.
    """
    import matplotlib.pyplot as plt

    from analysis.charts.style import chart_style

    folder = _folder(exhibit_id)
    with chart_style():
        for lang in reversed(LANGS):
            figure = draw(lang)
            stem = exhibit_id if lang == "en" else f"{exhibit_id}.{lang}"
            figure.savefig(folder / f"{stem}.svg", metadata={"Date": None, "Creator": None})
            figure.savefig(folder / f"{stem}.pdf", metadata={"CreationDate": None, "ModDate": None, "Creator": None})
            figure.savefig(folder / f"{stem}.png", dpi=160, metadata={"Software": None})
            plt.close(figure)
    _save_data(folder, exhibit_id, data, numbers)
    return figure


def save_table(
    exhibit_id: str, data: pl.DataFrame, headings: Mapping[str, tuple[str, str]], numbers: Iterable[str] = ()
) -> pl.DataFrame:
    """Save a table as csv and, in both languages, as Markdown.

    `headings` maps the columns to show to their English and Chinese headings; a column named `x_en` has a twin `x_zh`
    that stands in its place in the Chinese table. Returns the English table, for the notebook to show.
    """
    folder = _folder(exhibit_id)
    for position, lang in enumerate(LANGS):
        columns = {(c[:-3] + f"_{lang}" if c.endswith("_en") else c): heads[position] for c, heads in headings.items()}
        text = pipe_table(data.select(list(columns)), list(columns.values()))
        (folder / f"{exhibit_id}.{lang}.md").write_text(text, encoding="utf-8")
    _save_data(folder, exhibit_id, data, numbers)
    return data.select(list(headings)).rename({column: heads[0] for column, heads in headings.items()})


def pipe_table(table: pl.DataFrame, headings: list[str]) -> str:
    """Return a Markdown pipe table; numbers stand right, the widths follow the longest cell of each column."""
    right = [dtype.is_numeric() for dtype in table.dtypes]
    rows = [[_cell(value) for value in row] for row in table.iter_rows()]
    widths = [max(3, *(len(row[i]) for row in [headings, *rows])) for i in range(len(headings))]
    rules = [
        "-" * (min(width, 40) - 1) + (":" if on_right else "-") for width, on_right in zip(widths, right, strict=True)
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in [headings, rules, *rows]) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value).replace("|", "\\|")


def _folder(exhibit_id: str) -> Path:
    """Return where notebooks leave exhibits; an id that `exhibits.yml` does not hold is an error."""
    known = load_exhibits()
    if exhibit_id not in known:
        raise UnknownName("exhibit", exhibit_id, known, where="reports/captions")
    folder = Path(os.environ.get("BULLETINS_EXHIBITS", paths.DRAFTS))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _save_data(folder: Path, exhibit_id: str, data: pl.DataFrame, numbers: Iterable[str]) -> None:
    data.write_csv(folder / f"{exhibit_id}.csv")
    files = (folder / name for name in files_of(exhibit_id) if not name.endswith(".json"))
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    record = {"exhibit_id": exhibit_id, "numbers": sorted(set(numbers)), "rows": data.height, "sha256": digests}
    (folder / f"{exhibit_id}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def files_of(exhibit_id: str) -> list[str]:
    """Return the names of the files that a notebook writes for an exhibit."""
    own = [f"{exhibit_id}.csv", f"{exhibit_id}.json"]
    if exhibit_id.startswith("tbl-"):
        return own + [f"{exhibit_id}.{lang}.md" for lang in LANGS]
    return own + [f"{exhibit_id}{lang}.{kind}" for lang in ("", ".zh") for kind in ("svg", "pdf", "png")]


def fill(text: str, numbers: Mapping[str, Mapping[str, str]], lang: Lang, where: str) -> str:
    """Replace `{number-id}` by its display text, `{number-id--interval}` by its bounds."""

    def display(match: re.Match[str]) -> str:
        name, _, part = match[1].partition("--")
        if name not in numbers:
            raise UnknownName("number", name, numbers, where=where)
        return numbers[name][f"{part or 'display'}_{lang}"]

    filled = _PLACEHOLDER.sub(display, " ".join(text.split()))
    return _CHINESE_GAP.sub("", filled) if lang == "zh" else filled


def include_of(row: Mapping[str, str], folder: Path, lang: Lang) -> str:
    """Return the Markdown that brings an exhibit into a page: picture or table, caption, alt text, downloads.

    `row` is a row of the table of exhibits, `folder` where its files lie.
    """
    exhibit_id, caption = row["exhibit_id"], row[f"caption_{lang}"]
    downloads = _downloads(exhibit_id, lang)
    if row["kind"] == "table":
        table = (folder / f"{exhibit_id}.{lang}.md").read_text(encoding="utf-8")
        return f"{table}\n: {caption} {{#{exhibit_id}{_widths(table)}}}\n\n{downloads}\n"
    picture = f"/exhibits/{exhibit_id}{'' if lang == 'en' else '.' + lang}.svg"
    alt = row[f"alt_{lang}"].replace('"', "'")
    return f'![{caption}]({picture}){{#{exhibit_id} fig-alt="{alt}"}}\n\n{downloads}\n'


def _widths(table: str) -> str:
    """Return the attribute with the widths of a table's columns, where its rows are longer than a printed line.

    Each column first gets room for its longest word, so that neither a number nor a name is broken; what is left of
    the line goes to the columns whose cells are long.
    """
    rows = [[cell.strip() for cell in line.strip("|\n ").split(" | ")] for line in table.splitlines()]
    columns = list(zip(*(rows[:1] + rows[2:]), strict=False))
    if sum(max(map(_length, column)) for column in columns) <= LINE:
        return ""
    least = [2 + max(_longest(_WORD_END, column[:1]), _longest(_CHINESE_END, column)) for column in columns]
    wanted = [
        max(0.0, 1.3 * sum(map(_length, column)) / len(column) - room)
        for column, room in zip(columns, least, strict=True)
    ]
    spare = max(0.0, LINE - sum(least))
    rooms = [room + spare * more / (sum(wanted) or 1) for room, more in zip(least, wanted, strict=True)]
    return f' tbl-colwidths="[{",".join(str(round(100 * room / sum(rooms))) for room in rooms)}]"'


def _longest(word_end: re.Pattern[str], cells: Iterable[str]) -> int:
    return max(_length(word) for cell in cells for word in word_end.split(cell))


def _length(text: str) -> int:
    """Return the width of a text in Latin letters; a Chinese character takes two."""
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text)


def _downloads(exhibit_id: str, lang: Lang) -> str:
    """Return the line with the files of an exhibit, only shown in HTML."""
    kinds = ("svg", "pdf", "png", "csv") if exhibit_id.startswith("fig-") else ("csv",)
    suffix = "" if lang == "en" else ".zh"
    links = [f"[{kind.upper()}](/exhibits/{exhibit_id}{'' if kind == 'csv' else suffix}.{kind})" for kind in kinds]
    head = {"en": "Download: ", "zh": "下载："}[lang]
    text = f"{head}{' · '.join(links)} · `{exhibit_id}`"
    return f'::: {{.exhibit-files .content-visible when-format="html"}}\n{text}\n:::\n'
