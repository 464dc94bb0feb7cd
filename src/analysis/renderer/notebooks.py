"""Executed notebooks as pages: the title is lifted out, raw cells are dropped, empty outputs are refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from analysis.base.errors import ProjectError
from analysis.renderer.project import split_front_matter
from analysis.renderer.wholes import break_ids, keep_whole

HEADING = re.compile(r"\A\s*#\s+(.+?)\s*(?:\n|\Z)")
RAW_HTML = ("````{=html}\n", "\n````\n")
NUMBER = re.compile(r"[-−]?\d[\d,.]*(?:e[-+]\d+)?%?|–|")
# What pandas and polars write where there is nothing.
NOTHING, DASH = {"NaN", "nan", "None", "NaT", "<NA>", "null"}, "–"
QUOTED = re.compile(r'".*"', re.DOTALL)


def read_notebook(path: Path) -> tuple[str, str]:
    """Return the title of an executed notebook and its JSON, ready for pandoc's ipynb reader.

    Raises:
        ProjectError: where the file is no notebook, or no code cell of it holds an output.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = notebook["cells"]
    except (ValueError, KeyError, TypeError):
        raise ProjectError(f"{path}: not a notebook of format 4; run the pipeline to write it again.") from None
    code = [cell for cell in cells if cell.get("cell_type") == "code" and _text(cell).strip()]
    if code and not any(cell.get("outputs") for cell in code):
        raise ProjectError(f"{path}: no cell has an output; the notebook was not executed, run the pipeline.")
    for output in (output for cell in cells for output in cell.get("outputs", [])):
        _as_html(output)
    title = _named_title(cells, path) or _lift_title(cells) or path.stem
    notebook["cells"] = [cell for cell in cells if cell.get("cell_type") != "raw"]
    return title, json.dumps(notebook, ensure_ascii=False)


def notebook_page(path: Path, alts: Mapping[str, str] | None = None, captions: Mapping[str, str] | None = None) -> str:
    """Return an executed notebook as the site's page of it: with its title and `format: html` in a first raw cell.

    Without the format Quarto would also typeset every notebook, because the project's settings name typst. `alts` are
    the alternative texts of pictures by a name that stands in quotes in the cell that shows one, `captions` their
    captions as Markdown, each of which becomes a cell below the picture.
    """
    notebook = json.loads(path.read_text(encoding="utf-8"))
    title = _lift_title(notebook["cells"]) or path.stem
    head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nformat: {{html: default}}\n---"
    cell = {"cell_type": "raw", "metadata": {}, "source": head}
    if notebook.get("nbformat_minor", 0) >= 5:
        cell["id"] = "page-settings"
    notebook["cells"].insert(0, cell)
    for each in notebook["cells"]:
        if str(each.get("id", "")).startswith(("fig-", "tbl-")):
            each["id"] = f"cell-{each['id']}"  # Quarto takes it for a label, and prints "Figure 1" without a caption
        _describe(each, alts or {})
        # Quarto glues the lines of a source that is one string, and then shows the front matter.
        each["source"] = _text(each).splitlines(keepends=True)
        for output in each.get("outputs", []):
            _quieten(output)
    notebook["cells"] = [one for each in notebook["cells"] for one in (each, *_caption(each, captions or {}))]
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _told(cell: dict[str, Any], texts: Mapping[str, str]) -> str:
    """Return the text of what a code cell names in quotes, or nothing."""
    source = _text(cell) if cell.get("cell_type") == "code" else ""
    return next((text for name, text in texts.items() if f'"{name}"' in source), "")


def _caption(cell: dict[str, Any], captions: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield a cell with the caption of the picture that a cell shows."""
    if caption := _told(cell, captions):
        source = ["::: {.chart-caption}\n", f"{caption}\n", ":::"]
        name = {"id": f"caption-{cell['id']}"[:64]} if "id" in cell else {}
        yield {"cell_type": "markdown", "metadata": {}, "source": source, **name}


def _describe(cell: dict[str, Any], alts: Mapping[str, str]) -> None:
    """Give the pictures of a cell their alternative text: as an option for Quarto, as metadata for pandoc."""
    if not (alt := _told(cell, alts)):
        return
    cell["source"] = f"#| fig-alt: {json.dumps(alt, ensure_ascii=False)}\n{_text(cell)}"
    for output in cell.get("outputs", []):
        for kind in output.get("data", {}):
            if kind.startswith("image/"):
                output.setdefault("metadata", {}).setdefault(kind, {})["alt"] = alt


def _quieten(output: dict[str, Any]) -> None:
    """Hand a table over as Markdown that holds HTML: for any other HTML, Quarto loads two scripts from the network."""
    data = output.get("data", {})
    if "text/html" in data:
        table = _text({"source": data.pop("text/html")}).strip()
        data["text/markdown"] = f"{RAW_HTML[0]}{break_ids(keep_whole(_align(table)))}{RAW_HTML[1]}".splitlines(
            keepends=True
        )


def _align(table: str) -> str:
    """Set a table of pandas or polars as the report's are: numbers at the right, below their heads, no numbers of rows.

    The style that it brings set all heads at the right, and cells stood at the left below nothing. A cell without a
    value has a dash; texts of polars lose their quotes.
    """
    tree = LexborHTMLParser(table)
    if not (styles := tree.css("style")) or not tree.css("table.dataframe") or not tree.body:
        return table
    quotes = not tree.css("style[scoped]")  # polars sets texts in quotes, pandas does not
    for style in styles:
        style.decompose()
    for cell in tree.css("td"):
        text = cell.text().strip()
        if text in NOTHING or (quotes and QUOTED.fullmatch(text)):
            cell.inner_html = DASH if text in NOTHING else escape(text[1:-1])
    _join_heads(tree)
    rows = [row.css("th, td") for row in tree.css("tr")]
    # A row of numbers that counts from nothing and leaves some out; an index with a name has a head of its own.
    if re.fullmatch(r"0(\d|\.\.\.)*", "".join(row[0].text() if row[0].tag == "th" else "-" for row in rows[1:])):
        for row in rows:
            row.pop(0).decompose()
    # From the right: a cell of several rows stands at the left, and the rows below it are shorter.
    for column in () if tree.css("[colspan]") else zip(*(row[::-1] for row in rows), strict=False):
        cells = [cell.text().strip() for cell in column if cell.tag == "td"]
        if cells and all(map(NUMBER.fullmatch, cells)):
            for cell in column:
                cell.attrs["style"] = "text-align: right"
    return "".join(child.html or "" for child in tree.body.iter(include_text=True)).strip()


def _join_heads(tree: LexborHTMLParser) -> None:
    """Make one row of the two heads that an index with a name has: most of their cells hold nothing."""
    lines = tree.css("thead tr")
    pairs = list(zip(*(line.css("th, td") for line in lines), strict=False)) if len(lines) == 2 else []
    if pairs and all(not (above.text().strip() and below.text().strip()) for above, below in pairs):
        for above, below in pairs:
            if below.text().strip():
                above.replace_with(below)
        lines[1].decompose()


def _as_html(output: dict[str, Any]) -> None:
    """Undo that for pandoc, which would show the plain text."""
    data = output.get("data", {})
    table = _text({"source": data.get("text/markdown", "")})
    if table.startswith(RAW_HTML[0]):
        data["text/html"] = table.removeprefix(RAW_HTML[0]).removesuffix(RAW_HTML[1])


def _text(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _named_title(cells: list[dict[str, Any]], path: Path) -> str:
    """Return the title that a first raw cell names."""
    if not cells or cells[0].get("cell_type") != "raw":
        return ""
    settings, _, _ = split_front_matter(_text(cells[0]) + "\n", path)
    return str(settings.get("title") or "")


def _lift_title(cells: list[dict[str, Any]]) -> str:
    """Take the first heading of level one out of the first Markdown cell that has one."""
    for cell in cells:
        match = HEADING.match(_text(cell)) if cell.get("cell_type") == "markdown" else None
        if match:
            cell["source"] = _text(cell)[match.end() :]
            return match.group(1)
    return ""
