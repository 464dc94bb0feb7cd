from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.base.periods import parse_period
from analysis.bounds.quantity import Quantity
from analysis.cleaning.observations import Observation
from analysis.reconciling.same_quantity import belongs_to_series, group_quantities, is_windowed, key_of

DAY = date(2017, 12, 31)
ONE = Observation(
    "a", "a", "gov-2017q4", "2018", "running_government_sites", "CN", "all", "", "", "2017", DAY, DAY,
    Quantity.exact(1, "count:site"), "A", "high", "", (), "",
)  # fmt: skip


def at(period: str, **fields) -> Observation:
    days = parse_period(period)
    return replace(ONE, time_period=period, period_start=days.first, period_end=days.last, **fields)


@pytest.mark.parametrize(
    ("first", "second", "indicator", "same"),
    [
        ("2016", "2016-12", "running_government_sites", True),
        ("2016", "2016-12-31", "running_government_sites", True),
        ("2017-06", "2017-06-01", "running_government_sites", False),
        ("2019", "2019-Q4", "persons_held_accountable", False),
        ("2019", "2019-Q4", "spot_check_pass_rate", False),
        ("2019", "2019-Q4", "website_ownership_rate", True),
    ],
)
def test_a_stock_belongs_to_its_last_day_and_a_flow_to_its_window(first, second, indicator, same, codebook):
    one, other = (key_of(at(period, indicator=indicator), codebook) for period in (first, second))
    assert (one == other) == same


def test_flows_and_checks_have_windows(codebook):
    assert is_windowed("persons_held_accountable", codebook)
    assert is_windowed("spot_check_pass_rate", codebook)
    assert not is_windowed("website_ownership_rate", codebook)


@pytest.mark.parametrize("field", ["area", "level", "method", "indicator"])
def test_what_is_about_something_else_is_another_quantity(field, codebook):
    value = "website_ownership_rate" if field == "indicator" else "CN-FJ"
    assert len(group_quantities([at("2017"), at("2017", **{field: value})], codebook)) == 2


def test_groups_are_in_order_of_id(codebook):
    found = group_quantities([at("2016-12", observation_id="b"), at("2016", observation_id="a")], codebook)
    assert [[one.observation_id for one in group] for group in found] == [["a", "b"]]


def test_targets_and_single_sites_enter_no_series():
    assert belongs_to_series(ONE)
    for fields in ({"status": "F"}, {"entity": "首都之窗"}, {"area": ""}):
        assert not belongs_to_series(replace(ONE, **fields))
