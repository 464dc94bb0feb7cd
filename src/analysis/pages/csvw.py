"""What the files of the exhibits hold, for programs: a description of their folder (CSV on the Web)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.charts.drawn import COLUMNS
from analysis.citing.cards import citations_of
from analysis.citing.citations import csl_of_project
from analysis.citing.formats import STYLES
from analysis.citing.records import Records
from analysis.pages.package import described
from analysis.words.catalogue import LANGS

if TYPE_CHECKING:
    import polars as pl

METADATA = "csv-metadata.json"  # where the standard looks for it
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_TYPES = {"Float64": "double", "Int64": "integer", "Boolean": "boolean"}


def describe_files(exhibits: pl.DataFrame, folder: Path) -> str:
    """Return the description: each file with its words, citation and sources, each column with type and meaning."""
    records, lang = Records(), LANGS[0]
    described_files = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang}],
        "dc:license": {"@id": LICENCE},
        "dc:bibliographicCitation": STYLES["text"]([csl_of_project(records.project, lang)], lang).strip(),
        "tables": [_table(row, folder, records) for row in exhibits.sort("exhibit_id").iter_rows(named=True)],
    }
    return json.dumps(described_files, ensure_ascii=False, indent=1) + "\n"


def _table(row: dict[str, str], folder: Path, records: Records) -> dict[str, Any]:
    import polars as pl

    name, lang = row["exhibit_id"], LANGS[0]
    own, *sources = citations_of(records, name, lang)
    schema = pl.read_csv(folder / f"{name}.csv", infer_schema_length=None).schema
    return {
        "url": f"{name}.csv", "dc:title": row[f"title_{lang}"], "dc:description": row[f"caption_{lang}"],
        "dc:bibliographicCitation": STYLES["text"]([own], lang).strip(), "dc:source": [one["id"] for one in sources],
        "tableSchema": {"columns": [_column(column, str(kind)) for column, kind in schema.items()]},
    }  # fmt: skip


def _column(name: str, kind: str) -> dict[str, str]:
    column = {"name": name, "titles": name, "datatype": _TYPES.get(kind, "string")}
    return column | ({"dc:description": described("drawn", name)} if name in COLUMNS else {})
