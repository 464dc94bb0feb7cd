"""What is looked up in the tables that exhibits select from."""

from __future__ import annotations

import polars as pl

from analysis.charts.tables import Tables

OBSERVATION = {"bulletin_id": "gov-2017q2", "confidence": "high", "derived_from": "", "statement_id": "", "printed": ""}
ROWS = [
    OBSERVATION | {"observation_id": "a", "statement_id": "s", "printed": "4万"},
    OBSERVATION | {"observation_id": "b", "bulletin_id": "cnnic-45", "confidence": "low"},
    OBSERVATION | {"observation_id": "c", "bulletin_id": "", "derived_from": "a d"},
    OBSERVATION | {"observation_id": "d", "bulletin_id": "", "derived_from": "b a"},
]
TABLES = Tables({"observations": pl.DataFrame(ROWS), "estimates": pl.DataFrame({"estimate_id": ["e"], "n": [3]})})


def test_a_derived_figure_comes_from_all_bulletins_behind_it_each_once():
    assert TABLES.bulletins_of("a") == "gov-2017q2"
    assert TABLES.bulletins_of("c") == "cnnic-45 gov-2017q2"
    assert TABLES.bulletins_of("e nowhere") == ""


def test_an_issuer_is_doubtful_where_the_copy_is():
    assert (TABLES.observations["a"]["issuer"], TABLES.observations["a"]["doubtful_issuer"]) == (
        "gov-openness-office",
        "",
    )
    assert TABLES.observations["b"]["doubtful_issuer"] == "issuer:cnnic"


def test_figures_as_printed_and_rows_with_labels_are_found_by_id():
    assert TABLES.prints == {"s": "4万"}
    assert TABLES.labels == {"e": {"estimate_id": "e", "n": 3}}
    assert Tables().rows("observations") == []
