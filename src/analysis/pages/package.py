"""The published tables as a Frictionless Data Package, and their checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from analysis.base.errors import ProjectError
from analysis.base.yaml_files import read_yaml
from analysis.citing.citations import load_project
from analysis.words.catalogue import LANGS, say
from analysis.words.numbers import locale_of

_TYPES = {
    "Float64": "number", "Int64": "integer", "Int32": "integer", "UInt32": "integer", "Boolean": "boolean",
    "Date": "date",
}  # fmt: skip


@cache
def said_of(what: str) -> dict[str, Any]:
    """Return what is said of the `columns`, of the published `tables`, or of the `raw` ones."""
    return read_yaml(Path(__file__).with_name(f"{what}.yml"))


def describe_package(folder: Path, tables: Iterable[str]) -> str:
    """Return the `datapackage.json` (Data Package version 2) of the tables in a folder."""
    project = load_project()
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "china-government-web-bulletins",
        "title": project["title"],
        "version": project["version"],
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "description": "Figures that bulletins printed about China's government websites, with bounds and sources.",
        "contributors": [{"title": say("project-name", LANGS[0]), "roles": ["author"]}],
        "created": f"{project['date']}T00:00:00Z",
        "sources": [
            {"title": f"{title} (data/raw/{name})", "path": f"data/raw/{name}"}
            for name, title in said_of("raw").items()
        ],
        **({"homepage": project["site"]} if project["site"] else {}),
        "resources": [_resource(folder / f"{name}.csv", name) for name in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(path: Path, name: str) -> dict[str, object]:
    import polars as pl

    content = path.read_bytes()
    schema = pl.read_parquet_schema(path.with_suffix(".parquet"))
    fields = [
        {"name": column, "type": _TYPES.get(str(dtype), "string"), "description": described(name, column)}
        for column, dtype in schema.items()
    ]
    known = said_of("tables").get(name, {"title": name})
    return {
        "name": name, "title": known["title"], "path": path.name, "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields, **known.get("schema", {})},
    }  # fmt: skip


def described(table: str, column: str) -> str:
    """Return what a column of a published table holds; one without a description is a `ProjectError`."""
    known = said_of("columns")
    lang = column.rpartition("_")[2]
    if lang in LANGS[1:]:
        return f"The same in {locale_of(lang).get_language_name(LANGS[0])}."
    text = known.get(f"{table}.{column}") or known.get(column)
    if not text:
        raise ProjectError(f"src/analysis/pages/columns.yml: {table}.{column} is not described; add a line.")
    return text
