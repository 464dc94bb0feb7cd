from __future__ import annotations

import polars as pl
import pytest

from analysis.base.errors import UnknownName
from analysis.charts.declarations import Selection, declaration_of
from analysis.charts.selecting import SOURCES, Tables, candidates, select_rows
from helpers.exhibits import declare, published_tables, tables_of
from helpers.printed_figures import make_break, print_figures

RUNNING = "running_government_sites"


def sites(printed: str, period: str, **more: str) -> dict[str, str]:
    return {"indicator": RUNNING, "printed": printed, "time_period": period, **more}


def select(printed, **fields):
    return select_rows(declare(Selection(fields.pop("source", "series"), **fields)), tables_of(printed))


@pytest.fixture(scope="module")
def counts():
    return print_figures(
        sites("43143家", "2017-Q1"), sites("4万家", "2016-12", bulletin_id="ceirp-2017"),
        sites("519家", "2017-Q1", level="city"), sites("36916家", "2017-06-01"),
        sites("700家", "2017-06-01", area="CN-AH"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("where", "values"),
    [({"area": ("CN",), "level": ("all",)}, [40000, 43143, 36916]), ({"area": ("!CN",)}, [700]),
     ({"bulletin_id": ("ceirp-*",)}, [40000]), ({"level": ("city", "county")}, [519])],
)  # fmt: skip
def test_rows_are_chosen_by_value_pattern_and_refusal(counts, where, values):
    assert [row.value for row in select(counts, where=where)] == values


def test_selections_share_what_their_source_gives_and_change_nothing_of_it(counts, monkeypatch):
    """All rows were made anew for each selection of sixty exhibits: two fifths of the time of the test of editions."""
    tables, read, source = tables_of(counts), [], SOURCES["series"]
    monkeypatch.setitem(SOURCES, "series", lambda *given: read.append(given[1].beside) or source(*given))
    first, placed = Selection("series"), Selection("series", set={"panel": "a"}, by={"label": ("area",)}, shift=1)
    before = candidates(first, tables, declare(first))
    assert candidates(placed, tables, declare(placed)) != before == candidates(first, tables, declare(first))
    candidates(one := Selection("series", beside=True), tables, declare(one))
    assert read == [False, True]


def test_a_misspelt_column_is_an_error(counts):
    with pytest.raises(UnknownName, match="area"):
        select(counts, where={"aera": ("CN",)})


def test_a_row_says_where_it_stands_and_where_it_comes_from(counts):
    (row,) = select(counts, where={"area": ("CN-AH",)}, by={"label": ("area", "year"), "series": ("level",)})
    assert (row.label, row.series, row.period, row.bulletins) == ("CN-AH / 2017", "all", "2017-06-01", "gov-2017q2")
    assert row.line == f"{RUNNING}.CN-AH.all"


def test_the_ends_of_each_label_are_kept(counts):
    rows = select(counts, where={"area": ("CN",), "level": ("all",)}, keep="ends")
    assert [row.value for row in rows] == [40000, 36916]


def test_a_conflict_gives_a_disputed_row_for_each_statement():
    printed = print_figures(sites("29431家", "2017-09-01"), sites("30000余家", "2017-09-01"))
    assert [(row.value, row.status) for row in select(printed)] == [(29431, "disputed"), (30000, "disputed")]


def test_a_figure_that_a_record_sets_apart_says_so():
    apart = make_break(break_id="cited", kind="exclude", date="2017", statements=("s1",))
    printed = print_figures(sites("43143家", "2017-Q1"), sites("4万家", "2016-12"), breaks=(apart,))
    assert [row.status for row in select(printed)] == ["apart", "printed"]


def test_an_expression_carries_bounds_and_needs_all_its_figures(counts):
    (row,) = select(counts, source="expression", expression="s1 - s4")
    assert (row.lower, row.upper, row.status, row.id) == (34_300, 44_300, "derived", "s1 s4")
    assert (row.lower_closed, row.upper_closed) == (True, False)
    assert not select(counts, source="expression", expression="s1 - s99")


def test_labels_are_ranked_by_the_last_value_of_a_series_and_others_left_out():
    printed = print_figures(*(sites(f"{n}家", "2019", area=a) for a, n in (("CN-AH", 3), ("CN-BJ", 9), ("CN-GD", 5))))
    one = Selection("series", by={"label": ("area",)}, set={"series": "own"}, where={"area": ("!CN-GD",)})
    other = Selection("series", by={"label": ("area",)}, set={"series": "other"})
    rows = select_rows(declare(one, other, rank="own"), tables_of(printed))
    assert list(dict.fromkeys(row.label for row in rows)) == ["CN-BJ", "CN-AH"]


def test_labels_stand_in_the_order_of_the_words_before_that_of_the_codebook():
    words = {"spot_check": "a", "evaluation": "b"}  # both are kinds of bulletins, and one is a theme too
    select = Selection("counted", {"count": ("bulletins",), "series": ("",)}, sort=("label",))
    rows = select_rows(declare(select, words=words), published_tables())
    assert list(dict.fromkeys(row.label for row in rows))[:2] == ["spot_check", "evaluation"]


def test_variants_are_measured_by_the_interval_of_their_headline():
    rows = select_rows(
        declare(Selection("sensitivity", where={"steady": ("false",)}, by={"series": ("moves",)})), published_tables()
    )
    assert {row.status for row in rows if row.series == "refused"} == {"refused"}
    assert all(row.value is None for row in rows if row.series == "refused")
    within = {"stays": set(), "turns": set(), "near": set(), "leaves": set()}
    for row in rows:
        if row.value is not None:
            within[row.series].add(min(row.lower, 0) - 0.001 <= row.value <= max(row.upper, 0) + 0.001)
    assert within == {"stays": {True}, "turns": {True}, "near": {False}, "leaves": {False}}


def test_every_identity_that_disagrees_has_a_row():
    rows, tables = select_rows(declaration_of("fig-identities"), published_tables()), published_tables()
    apart = {row["identity_id"] for row in tables.rows("identities") if row["result"] == "disagrees"}
    assert {row.label for row in rows if row.panel == "apart"} == apart


def test_a_headline_that_no_variant_moves_is_steady():
    rows = candidates(Selection("sensitivity"), published_tables(), declare(Selection("sensitivity")))
    assert {row["steady"] for row in rows} == {"true", "false"}
    assert max(row["moved"] for row in rows if row["steady"] == "true") < 0.1
    assert min(row["moved"] for row in rows if row["steady"] == "false") >= 0.1


def test_what_follows_by_arithmetic_has_no_printed_number():
    """Derived counts with bounds had the stroke that the key calls a printed number."""
    rows = select_rows(declaration_of("fig-provinces-running"), published_tables())
    bounded = [row for row in rows if row.status == "derived" and row.width]
    assert bounded and {row.comparator for row in bounded} == {"computed"}


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


def test_an_end_that_an_estimate_lacks_is_infinite_and_a_refusal_has_none():
    """A chart drew an interval without an upper end up to the value."""
    rows = pl.DataFrame([{"estimate_id": name, "value": value, "lower": lower, "upper": None, "inputs": ""}
                         for name, value, lower in (("est-a", 2.0, 1.0), ("est-b", None, None))],
                        schema_overrides=dict.fromkeys(("value", "lower", "upper"), pl.Float64))  # fmt: skip
    found = candidates(Selection("estimates"), Tables({"estimates": rows}), declare())
    assert [(row["lower"], row["upper"]) for row in found] == [(1.0, float("inf")), (None, None)]
