"""What brings an exhibit into a page: picture or table, caption, alt text, and the files to download."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from analysis.charts.exhibits import stem_of
from analysis.words.catalogue import Lang, say
from analysis.words.folding import width_of
from analysis.words.markdown import escape

LINE = 105  # letters of a table's text that a printed line holds
_ESCAPED = re.compile(r"\\([^|])")
_ASKED = re.compile(r"(?<=[?？])[.。](?=\*\*)")
_WORD_END = re.compile(r"(?<=[-/])(?=[a-z])|[ ,;，；、（）]")
# Chinese text may break at every character.
_CHINESE_END = re.compile(_WORD_END.pattern + r"|(?<=[\u2e80-\uffef])|(?=[\u2e80-\uffef])")


def include_of(row: Mapping[str, str], folder: Path, lang: Lang) -> str:
    """Return the Markdown of an exhibit.

    `row` is a row of the table of exhibits, `folder` where its files lie.
    """
    exhibit_id = row["exhibit_id"]
    title, words = (escape(row[f"{name}_{lang}"]) for name in ("title", "caption"))
    # In print the id stands where the pictures of the web have their links, and leads to the page of the exhibit.
    place = f' [[`{exhibit_id}`](/x/{exhibit_id}.html)]{{.content-visible unless-format="html"}}'
    # A title that names later numbers is the exhibit's question in an edition, and needs no full stop.
    caption = _ASKED.sub("", say("caption-whole", lang, title=title, caption=words)) + place
    downloads = _downloads(exhibit_id, lang)
    if row["kind"] == "table":
        table = (folder / f"{exhibit_id}.{lang}.md").read_text(encoding="utf-8")
        return f"{table}\n: {caption} {{#{exhibit_id}{_widths(table)}}}\n\n{downloads}\n"
    alt = escape(row[f"alt_{lang}"].replace('"', "'"))
    return f'![{caption}](/exhibits/{stem_of(exhibit_id, lang)}.svg){{#{exhibit_id} fig-alt="{alt}"}}\n\n{downloads}\n'


def _widths(table: str) -> str:
    """Return the attribute with the widths of a table's columns, where its rows are longer than a printed line.

    Each column first gets room for its longest word, so that neither a number nor a name is broken; what is left of
    the line goes to the columns whose cells are long.
    """
    rows = [
        [_ESCAPED.sub(r"\1", cell.strip()) for cell in line.strip("|\n ").split(" | ")] for line in table.splitlines()
    ]
    columns = list(zip(*(rows[:1] + rows[2:]), strict=False))
    if sum(max(map(width_of, column)) for column in columns) <= LINE:
        return ""
    least = [2 + max(_longest(_WORD_END, column[:1]), _longest(_CHINESE_END, column)) for column in columns]
    wanted = [
        max(0.0, 1.3 * sum(map(width_of, column)) / len(column) - room)
        for column, room in zip(columns, least, strict=True)
    ]
    spare = max(0.0, LINE - sum(least))
    rooms = [room + spare * more / (sum(wanted) or 1) for room, more in zip(least, wanted, strict=True)]
    return f' tbl-colwidths="[{",".join(str(round(100 * room / sum(rooms))) for room in rooms)}]"'


def _longest(word_end: re.Pattern[str], cells: Iterable[str]) -> int:
    return max(width_of(word) for cell in cells for word in word_end.split(cell))


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
