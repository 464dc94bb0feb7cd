from __future__ import annotations

import hashlib
import json

import polars as pl

from analysis.base import paths
from analysis.base.tables import write_parquet
from analysis.pipeline.task_publish import task_publish


def test_tables_are_published_as_csv_and_parquet_with_their_description_and_checksums(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "PROCESSED", tmp_path / "processed")
    paths.PROCESSED.mkdir()
    staged = tmp_path / "agreement.parquet"
    write_parquet(pl.DataFrame({"field": ["unit"], "value": [48.5]}), staged)
    final = [paths.PROCESSED / f"agreement.{suffix}" for suffix in ("csv", "parquet")]
    package, manifest = paths.PROCESSED / "datapackage.json", paths.PROCESSED / "MANIFEST.sha256"
    task_publish(tables={"agreement": staged}, final=final, package=package, manifest=manifest)
    assert final[0].read_text(encoding="utf-8") == "field,value\nunit,48.5\n"
    assert [one["name"] for one in json.loads(package.read_text(encoding="utf-8"))["resources"]] == ["agreement"]
    lines = [line.split() for line in manifest.read_text(encoding="utf-8").splitlines()]
    assert {name for _, name in lines} == {"agreement.csv", "agreement.parquet", "datapackage.json"}
    assert all(hashlib.sha256((paths.PROCESSED / name).read_bytes()).hexdigest() == digest for digest, name in lines)
