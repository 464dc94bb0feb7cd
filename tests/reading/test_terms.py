"""The terms are data: they name only what the codebook holds, and a new indicator needs no code."""

from __future__ import annotations

import csv

import pytest

from analysis.base.errors import ProjectError
from analysis.base.paths import CODEBOOK
from analysis.reading import read_text, terms


def rows(name):
    with (CODEBOOK / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("field", "table"), [("indicator", "indicators"), ("level", "levels"), ("method", "methods"), ("area", "areas")]
)
def test_values_exist_in_the_codebook(field, table):
    known = {row[field] for row in rows(f"{table}.csv")} | ({"places"} if field == "level" else set())
    used = {row["value"] for row in rows("terms.csv") if row["field"] == field}
    assert used - known == set()


# Their words in bulletins are those of other indicators, or a number alone in a table.
WITHOUT_WORDS = {
    "cn_domains_change_half_year", "foreign_language_sites_by_score",
    "hotlines_by_answer_class_change", "national_platform_visitors", "smart_functions_adoption",
    "sites_statistics_column_updated_over_6_months_share",
}  # fmt: skip


def test_the_reader_has_words_for_every_indicator():
    """Of eighty, one in five, no bulletin could ever be read."""
    read = {row["value"] for row in rows("terms.csv") if row["field"] in ("indicator", "share")}
    assert {row["indicator"] for row in rows("indicators.csv")} - read == WITHOUT_WORDS


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("“渝快办”日均访问量已达90万。", ("CN-CQ", "single", "渝快办")),
        ("国家政务服务平台注册用户已达90万。", ("CN", "single", "国家政务服务平台")),
    ],
)
def test_a_named_platform_is_single_and_brings_its_area(text, place):
    (figure,) = read_text(text, terms=terms.load_terms())
    assert (figure.area, figure.level, figure.entity) == place


def test_ids_are_unique():
    ids = [row["term_id"] for row in rows("terms.csv")]
    assert len(ids) == len(set(ids))


def test_a_new_indicator_needs_no_code():
    source, kinds, patterns, *_ = terms.terms_source()
    row = dict.fromkeys(source[0], "") | {
        "term_id": "new", "field": "indicator", "value": "blockchain_adoption", "term": "区块链", "units": "percent",
        "weight": "3",
    }  # fmt: skip
    (figure,) = read_text("近30%的省级网站应用了区块链。", terms=terms.Terms((*source, row), kinds, patterns))
    assert figure.indicator == "blockchain_adoption"
    assert "indicator:new" in figure.rule


def test_a_bad_row_is_named(tmp_path):
    (tmp_path / "terms.csv").write_text("term_id,field,value,term\nx,colour,red,红\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"terms\.csv, row 2"):
        terms.terms_source(tmp_path)
