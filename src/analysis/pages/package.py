"""The published tables as a Frictionless Data Package, and their checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from analysis.base.files import write_whole
from analysis.citing.citations import load_project

TITLES = {
    "observations": "Cleaned statements with value, bounds, unit, period and status, and figures derived from them",
    "identities": "Arithmetic between printed figures, checked with their bounds",
    "series": "Observations that may be compared over time, cut at definition breaks",
    "conflicts": "What the sources disagree about, and the rule that decided",
    "estimates": "Numbers computed by models, with intervals, methods and references",
    "curves": "Fitted curves over time with pointwise intervals, and rates of samples with sampling intervals",
    "implied": "Figures that printed ones imply, as expressions, with their bounds",
    "sensitivity": "Headline numbers under other bounds, sources, corrections and copies",
    "agreement": "How far a second coding of a random sample agrees with the first, by field, before settling",
    "numbers": "Everything that can be cited: id, value, bounds, display text in English and Chinese",
    "exhibits": "Figures and tables of the report: captions, alt texts, files, numbers in them",
}
MANIFEST = "MANIFEST.sha256"
KEYS = {
    "observations": ["observation_id"], "identities": ["identity_id"], "conflicts": ["conflict_id"],
    "estimates": ["estimate_id"], "implied": ["implied_id"], "agreement": ["field"],
    "numbers": ["number_id"], "exhibits": ["exhibit_id"],
}  # fmt: skip
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
        "resources": [_resource(folder / f"{name}.csv", name) for name in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(path: Path, name: str) -> dict[str, object]:
    import polars as pl

    content = path.read_bytes()
    schema = pl.read_parquet_schema(path.with_suffix(".parquet"))
    fields = [{"name": column, "type": _TYPES.get(str(dtype), "string")} for column, dtype in schema.items()]
    return {
        "name": name, "title": TITLES.get(name, name), "path": path.name, "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields, **({"primaryKey": KEYS[name]} if name in KEYS else {})},
    }  # fmt: skip


def write_manifest(manifest: Path, files: Iterable[Path]) -> None:
    """Write the SHA-256 of each file, in the form that `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(files))
    write_whole(manifest, "\n".join(lines) + "\n")
