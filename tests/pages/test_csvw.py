"""The description of the exhibits' data holds for the files."""

from __future__ import annotations

import json

import polars as pl

from analysis.base import paths
from analysis.base.codebook import read_header
from analysis.pages.csvw import describe_files


def test_each_file_has_its_columns_sources_and_citation():
    chosen = pl.col("exhibit_id").is_in(["fig-declared-2015", "tbl-validation-summary"])
    exhibits = pl.read_parquet(paths.PROCESSED / "exhibits.parquet").filter(chosen)
    described = json.loads(describe_files(exhibits, paths.EXHIBITS))
    figure, table = described["tables"]
    for one in (figure, table):
        columns = one["tableSchema"]["columns"]
        assert [column["name"] for column in columns] == read_header(paths.EXHIBITS / one["url"])
        assert one["dc:title"] and one["dc:title"] in one["dc:bibliographicCitation"]
    assert all(column["dc:description"] for column in figure["tableSchema"]["columns"])
    kinds = {column["name"]: column["datatype"] for column in figure["tableSchema"]["columns"]}
    assert (kinds["value"], kinds["lower_closed"], kinds["unit"]) == ("double", "boolean", "string")
    assert "gov-census-2015" in figure["dc:source"]
