"""The list of exhibits beside them: title, notebook, files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.words.catalogue import LANGS

if TYPE_CHECKING:
    import polars as pl

HEAD = f"""# Figures and tables of the report

Each is made by one notebook and comes with its data; `bulletins show ID` lists the numbers in it. Vector charts (svg),
data (csv) and records (json: numbers shown, digests of the files) are committed; `bulletins run` makes the pdf and png,
whose digests stand in [MANIFEST.sha256](MANIFEST.sha256). [csv-metadata.json](csv-metadata.json) describes the data for
programs (CSV on the Web): columns, sources, citation. Files of other languages than English carry the language in
their names: {", ".join(f"`.{lang}`" for lang in LANGS[1:])}.

| Exhibit | Title | Notebook | Committed files |
| --- | --- | --- | --- |
"""


def exhibits_list(exhibits: pl.DataFrame) -> str:
    """Return the README of the folder of exhibits."""
    return HEAD + "".join(map(_line, exhibits.sort("exhibit_id").iter_rows(named=True)))


def _line(row: dict[str, str]) -> str:
    name, notebook = row["exhibit_id"], row["notebook"]
    files = (file for file in row["files"].split() if file.endswith((".svg", ".csv", ".json")))
    links = " ".join(f"[{file.removeprefix(name).lstrip('.')}]({file})" for file in files)
    return f"| `{name}` | {row[f'title_{LANGS[0]}']} | [{notebook}](../../{notebook}) | {links} |\n"
