from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.base.errors import UnknownName
from analysis.bounds.expression import parse
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity
from analysis.cleaning.observations import Observation, compute

DAY = date(2017, 12, 31)
CLOSED = Observation(
    "closed", "closed", "gov-2017q4", "2018", "sites_closed", "CN", "all", "", "", "2017", DAY, DAY,
    Quantity(40, Interval(35, 45, upper_closed=False), "count:site", rounded=True), "A", "high", "", (), "",
)  # fmt: skip
KNOWN = {"closed": CLOSED, "running": replace(CLOSED, quantity=Quantity.exact(100, "count:site"))}


def test_arithmetic_names_what_it_rests_on():
    quantity, sources = compute(parse("running + closed"), KNOWN)
    assert quantity == Quantity(140, Interval(135, 145, upper_closed=False), "count:site", "range")
    assert sources == ("running", "closed")


def test_one_figure_is_itself():
    assert compute(parse("closed"), KNOWN).quantity == CLOSED.quantity


def test_an_unknown_id_is_named_with_its_place():
    with pytest.raises(UnknownName, match=r"identities\.yml: unknown observation 'runing': did you mean running"):
        compute(parse("runing - closed"), KNOWN, "identities.yml")
