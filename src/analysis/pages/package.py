"""The published tables as a Frictionless Data Package, and their checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.base.yaml_files import load_yaml
from analysis.citing.citations import load_project
from analysis.words.catalogue import LANGS, say

TITLES = {
    "observations": "Cleaned statements with value, bounds, unit, period and status, and figures derived from them",
    "identities": "Arithmetic between printed figures, checked with their bounds",
    "series": "Observations that may be compared over time, cut at definition breaks",
    "conflicts": "What the sources disagree about, and the rule that decided",
    "estimates": "Numbers computed by models, with intervals, methods and references",
    "curves": "Fitted curves over time with pointwise intervals, and rates of samples with sampling intervals",
    "implied": "Figures that printed ones imply, as expressions, with their bounds",
    "sensitivity": "Headline numbers under other bounds, sources, dates and copies",
    "agreement": "How far a second coding of a random sample agrees with the first, by field, before settling",
    "numbers": "Everything that can be cited: id, value, bounds, display text in English and Chinese",
    "exhibits": "Figures and tables of the report: captions, alt texts, files, numbers in them",
}
RAW = {
    "bulletins.csv": "Bulletins: title, issuer, date, kind",
    "copies.csv": "Pages where each bulletin was seen, with condition and confidence",
    "statements.csv": "Figures as printed, one row each: the raw data",
    "second_coding.csv": "Statements coded a second time from the page, blind to the first coding",
}
KEYS = {
    "observations": ["observation_id"], "identities": ["identity_id"], "conflicts": ["conflict_id"],
    "estimates": ["estimate_id"], "implied": ["implied_id"], "agreement": ["field"],
    "numbers": ["number_id"], "exhibits": ["exhibit_id"],
}  # fmt: skip
COLUMNS = Path(__file__).with_name("columns.yml")
_KEYS_TO = {
    "sensitivity": {"fields": ["headline_id"], "reference": {"resource": "estimates", "fields": ["estimate_id"]}}
}
_TYPES = {
    "Float64": "number",
    "Int64": "integer",
    "Int32": "integer",
    "UInt32": "integer",
    "Boolean": "boolean",
    "Date": "date",
}


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
        "sources": [{"title": f"{title} (data/raw/{name})", "path": f"data/raw/{name}"} for name, title in RAW.items()],
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
    return {
        "name": name, "title": TITLES.get(name, name), "path": path.name, "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields, **({"primaryKey": KEYS[name]} if name in KEYS else {}),
                   **({"foreignKeys": [_KEYS_TO[name]]} if name in _KEYS_TO else {})},
    }  # fmt: skip


def described(table: str, column: str) -> str:
    """Return what a column of a published table holds; one without a description is a `ProjectError`."""
    known = _columns()
    text = known.get(f"{table}.{column}") or known.get(column)
    if not text:
        raise ProjectError(f"src/analysis/pages/{COLUMNS.name}: {table}.{column} is not described; add a line.")
    return text


@cache
def _columns() -> dict[str, str]:
    return load_yaml(COLUMNS).data
