from __future__ import annotations

from typing import Any

import pytest

from helpers.suites import rule

BOUNDS = ("lower", "value", "upper")
INTERVAL = ("lower", "upper", "lower_closed", "upper_closed")
PERIOD = ("time_period", "published", "qualifier")


def rows_of(names: tuple[str, ...], *values: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [{"id": f"r{n}", **dict(zip(names, row, strict=True))} for n, row in enumerate(values, start=1)]


@pytest.mark.parametrize(
    ("type_", "names", "good", "bad"),
    [
        # 超过90% with its bounds; the same with a bound beyond the value.
        ("expect_bounds_to_contain_value", BOUNDS, (90.0, 90.0, 100.0), (91.0, 90.0, 100.0)),
        ("expect_bounds_to_contain_value", BOUNDS, (35000.0, 40000.0, 45000.0), (35000.0, 40000.0, 39999.0)),
        ("expect_interval_not_to_be_empty", INTERVAL, (29431.0, 29431.0, True, True), (90.0, 90.0, False, True)),
        ("expect_interval_not_to_be_empty", INTERVAL, (90.0, 100.0, False, True), (100.0, 90.0, True, True)),
        (
            "expect_period_to_have_begun_when_published",
            PERIOD,
            ("2017-Q2", "2017-08-02", ""),
            ("2017-Q4", "2017-08-02", ""),
        ),
        ("expect_period_to_have_begun_when_published", PERIOD, ("2017", "2017", ""), ("2018", "2017", "")),
        # Only a target looks ahead.
        (
            "expect_period_to_have_begun_when_published",
            PERIOD,
            ("2025", "2022-06", "目标 不少于"),
            ("2025", "2022-06", "不少于"),
        ),
        (
            "expect_id_to_start_with_id_of",
            ("s", "b"),
            ("gov-2017q2-running-all", "gov-2017q2"),
            ("gov-2017q2", "gov-2017q2"),
        ),
        ("expect_id_to_start_with_id_of", ("s", "b"), ("cnnic-43-sites", "cnnic-43"), ("cnnic-43-sites", "cnnic-4")),
    ],
)
def test_rows(check, type_, names, good, bad):
    [result] = check(rows_of(names, good, bad), rule(type_, {"column_list": list(names)}))
    assert (result.result, result.checked) == ("fail", 2)
    assert [(f.number, f.id) for f in result.failing] == [(3, "r2")]
    [passed] = check(rows_of(names, good), rule(type_, {"column_list": list(names)}))
    assert passed.result == "pass"


def test_periods(check):
    good, bad = (
        ("2017", "2017-Q2", "2017-H1", "2017-06", "2017-06-01"),
        ("2017-13", "2017-06-31", "2017Q2", "June 2017", "17"),
    )
    rows = rows_of(("period",), *((period,) for period in (*good, *bad)))
    [result] = check(
        [*rows, {"id": "x", "period": ""}], rule("expect_column_values_to_be_periods", {"column": "period"})
    )
    assert [f.cells["period"] for f in result.failing] == list(bad)


@pytest.mark.parametrize("bad", ["c1 c9", "c9", "c1 c1"])
def test_listed_ids(check, bad):
    known = [{"id": "c1"}, {"id": "c2"}]
    [result] = check(
        rows_of(("copies",), ("c1",), ("c1 c2",), (bad,), ("",)),
        rule("expect_listed_ids_to_exist", {"column": "copies", "known_in": "pages.id"}),
        others={"pages": known},
    )
    assert [f.id for f in result.failing] == ["r3"]
