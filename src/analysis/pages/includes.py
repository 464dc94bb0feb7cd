"""What brings an exhibit into a page: picture or table, caption, alt text, and the files to download."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path

from analysis.charts.exhibits import stem_of
from analysis.words.catalogue import Lang, say
from analysis.words.folding import width_of
from analysis.words.markdown import escape

LINE = 105  # letters of a table's text that a printed line holds
GAP = 3  # letters between two columns
# How many letters of a cell stand on one line at least; the widths are taken with which a table has fewest lines.
_SHORT = (LINE, 12, 10, 8, 6, 4, 0)
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

    Each column first gets room for its longest word, so that neither a number nor a name is broken, and perhaps for its
    short cells: "80% 以上" stood on two lines. What is left of the line goes to the columns whose cells are long; where
    short cells took all of it, the titles of bulletins stood on seven lines. Without widths Quarto shares the line by
    the dashes of the Markdown, and a year stood in the count beside it; widths of 102 percent ran over the margin.
    """
    rows = [[_ESCAPED.sub(r"\1", cell.strip()) for cell in _CELL_END.split(line)[1:-1]] for line in table.splitlines()]
    sizes = [[width_of(cell) for cell in row] for row in (*rows[:1], *rows[2:])]
    words = [max(_longest_word(cell) for cell in column) for column in zip(*rows[:1], *rows[2:], strict=True)]
    tries = [_share(sizes, words, short) for short in _SHORT]
    rooms = min((one for one in tries if sum(one) <= LINE + 1e-9), key=partial(_lines, sizes), default=tries[-1])
    edges = [round(100 * edge / sum(rooms)) for edge in accumulate(rooms, initial=0)]
    return f' tbl-colwidths="[{",".join(str(right - left) for left, right in pairwise(edges))}]"'


def _share(sizes: list[list[int]], words: list[int], short: int) -> list[float]:
    """Share a line among columns: each has its longest word and so many letters of each cell, long ones have more."""
    columns = list(zip(*sizes, strict=True))
    least = [
        GAP + max(word, *(min(size, short) for size in column)) for word, column in zip(words, columns, strict=True)
    ]
    wanted = [max(0.0, 1.3 * sum(column) / len(column) - room) for column, room in zip(columns, least, strict=True)]
    spare = max(0.0, LINE - sum(least))
    return [room + spare * more / (sum(wanted) or 1) for room, more in zip(least, wanted, strict=True)]


def _lines(sizes: list[list[int]], rooms: list[float]) -> int:
    """Return how many lines the rows of a table take."""
    return sum(max(math.ceil(size / (room - GAP)) for size, room in zip(row, rooms, strict=True)) for row in sizes)


def _longest_word(cell: str) -> int:
    return max(map(width_of, _WORD_END.split(cell)))


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
