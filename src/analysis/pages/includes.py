"""What brings an exhibit into a page: picture or table, caption, alt text, and the files to download."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from pathlib import Path

from analysis.charts.exhibits import stem_of
from analysis.words.catalogue import Lang, say
from analysis.words.folding import width_of
from analysis.words.markdown import escape

LINE = 105  # letters of a table's text that a printed line holds
# How many letters of a cell stand on one line at least, as many as there is room for: "80% 以上" stood on two, and in
# Chinese, which may break at every character, heads stood upright.
_SHORT = (LINE, 12, 10, 8, 6, 4)
# Cells at the end of a row may be empty.
_CELL_END = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([^|])")
_ASKED = re.compile(r"(?<=[?？])[.。](?=\*\*)")
_WORD_END = re.compile(r"(?<=[-/])(?=[a-z])|[ ;，；、（）]|,(?!\d)|(?<=[\u2e80-\uffef])|(?=[\u2e80-\uffef])")


def include_of(row: Mapping[str, str], folder: Path, lang: Lang) -> str:
    """Return the Markdown of an exhibit.

    `row` is a row of the table of exhibits, `folder` where its files lie.
    """
    exhibit_id = row["exhibit_id"]
    # In print the id stands where the pictures of the web have their links, and leads to the page of the exhibit.
    place = f' [[`{exhibit_id}`](/x/{exhibit_id}.html)]{{.content-visible unless-format="html"}}'
    caption = caption_of(row, lang) + place
    downloads = _downloads(exhibit_id, lang)
    if row["kind"] == "table":
        table = (folder / f"{exhibit_id}.{lang}.md").read_text(encoding="utf-8")
        return f"{table}\n: {caption} {{#{exhibit_id}{_widths(table)}}}\n\n{downloads}\n"
    alt = escape(row[f"alt_{lang}"].replace('"', "'"))
    return f'![{caption}](/exhibits/{stem_of(exhibit_id, lang)}.svg){{#{exhibit_id} fig-alt="{alt}"}}\n\n{downloads}\n'


def caption_of(row: Mapping[str, str], lang: Lang) -> str:
    """Return the caption of an exhibit as Markdown, its title in bold."""
    title, words = (escape(row[f"{name}_{lang}"]) for name in ("title", "caption"))
    # A title that names later numbers is the exhibit's question in an edition, and needs no full stop.
    return _ASKED.sub("", say("caption-whole", lang, title=title, caption=words))


def _widths(table: str) -> str:
    """Return the attribute with the widths of a table's columns, in percent of the line, which they fill.

    Each column first gets room for its short cells and its longest word, so that neither a number nor a name is
    broken; what is left of the line goes to the columns whose cells are long. Without widths Quarto shares the line by
    the dashes of the Markdown, and a year stood in the count beside it; widths of 102 percent ran over the margin.
    """
    rows = [[_ESCAPED.sub(r"\1", cell.strip()) for cell in _CELL_END.split(line)[1:-1]] for line in table.splitlines()]
    columns = list(zip(*(rows[:1] + rows[2:]), strict=True))
    tries = ([_least(column, short) for column in columns] for short in _SHORT)
    least = next((rooms for rooms in tries if sum(rooms) <= LINE), [_least(column, 0) for column in columns])
    wanted = [
        max(0.0, 1.3 * sum(map(width_of, column)) / len(column) - room)
        for column, room in zip(columns, least, strict=True)
    ]
    spare = max(0.0, LINE - sum(least))
    rooms = [room + spare * more / (sum(wanted) or 1) for room, more in zip(least, wanted, strict=True)]
    edges = [round(100 * edge / sum(rooms)) for edge in accumulate(rooms, initial=0)]
    return f' tbl-colwidths="[{",".join(str(right - left) for left, right in pairwise(edges))}]"'


def _least(cells: Iterable[str], short: int) -> int:
    """Return how many letters a column holds at least: its longest word, and so many of every cell, with the gap."""
    return 3 + max(max(min(width_of(cell), short), *map(width_of, _WORD_END.split(cell))) for cell in cells)


def _downloads(exhibit_id: str, lang: Lang) -> str:
    """Return the line beside an exhibit in HTML: how to cite it, its data, the picture alone, other files."""
    named = {"cite": f"/x/{exhibit_id}.html#cite-{lang}", "data": f"/exhibits/{exhibit_id}.csv"}
    others = {}
    if exhibit_id.startswith("fig-"):
        stem = f"/exhibits/{stem_of(exhibit_id, lang)}"
        named |= {"larger": f"{stem}.svg"}
        others = {kind.upper(): f"{stem}.{kind}" for kind in ("pdf", "png")}
    texts = {say(f"exhibit-{name}", lang): address for name, address in named.items()} | others
    links = " · ".join(f"[{text}]({address})" for text, address in texts.items())
    return f'::: {{.exhibit-files .content-visible when-format="html"}}\n{links} · `{exhibit_id}`\n:::\n'
