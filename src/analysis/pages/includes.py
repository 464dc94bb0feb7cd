"""What brings an exhibit into a page: picture or table, caption, alt text, and the files to download."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path

from analysis.charts.exhibits import stem_of
from analysis.words.catalogue import Lang, say
from analysis.words.folding import width_of
from analysis.words.markdown import escape

# Letters of a table's text that a printed line holds, by the least number of columns: as `filter.lua` sizes them.
LINES = {9: 127, 6: 119, 0: 105}
GAP = 3  # letters between two columns
# How many letters of a cell stand on one line at least; the widths are taken with which a table has fewest lines.
_SHORT = (max(LINES.values()), 12, 10, 8, 6, 4, 0)
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
    short cells: "80% 以上" stood on two lines. What is left of the line goes where it saves most lines: shared out by
    the mean length of cells, it went to columns that were nearly empty, and titles of bulletins stood on eight lines.
    Without widths Quarto shares the line by the dashes of the Markdown, and a year stood in the count beside it; widths
    of 102 percent ran over the margin.
    """
    rows = [[_ESCAPED.sub(r"\1", cell.strip()) for cell in _CELL_END.split(line)[1:-1]] for line in table.splitlines()]
    shown = [*rows[:1], *rows[2:]]
    sizes = [[width_of(cell) for cell in row] for row in shown]
    words = [max(map(_longest_word, column)) for column in zip(*shown, strict=True)]
    line = letters_of_line(len(words))
    tries = [_share(sizes, words, short, line) for short in _SHORT]
    rooms = min((one for one in tries if sum(one) <= line), key=partial(_lines, sizes), default=tries[-1])
    edges = [round(100 * edge / sum(rooms)) for edge in accumulate(rooms, initial=0)]
    return f' tbl-colwidths="[{",".join(str(right - left) for left, right in pairwise(edges))}]"'


def letters_of_line(columns: int) -> int:
    """Return how many letters of a table's text a printed line holds, gaps included: many columns are set smaller."""
    return next(letters for least, letters in LINES.items() if columns >= least)


def _share(sizes: list[list[int]], words: list[int], short: int, line: int) -> list[int]:
    """Share a line among columns: each has its longest word and so many letters of each cell, then what saves lines."""
    columns = list(zip(*sizes, strict=True))
    rooms = [GAP + max(word, *(min(size, short) for size in own)) for word, own in zip(words, columns, strict=True)]
    for letter in range(line - sum(rooms)):
        gains: dict[int, float] = defaultdict(float)
        for row in sizes:
            needed = [size / (room - GAP) for size, room in zip(row, rooms, strict=True)]
            longest = needed.index(max(needed))
            if needed[longest] > 1:
                gains[longest] += needed[longest] / (rooms[longest] - GAP + 1)
        rooms[max(gains, key=gains.__getitem__) if gains else letter % len(rooms)] += 1
    return rooms


def _lines(sizes: list[list[int]], rooms: list[int]) -> int:
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
