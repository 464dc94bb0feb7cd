from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict

import pytest

from analysis.adding.naming import name_statements
from analysis.base.errors import ProjectError


def row(**cells):
    return dict.fromkeys(("area", "level", "method", "time_period", "entity"), "") | {
        "bulletin_id": "x-2017", "indicator": "running_government_sites", "area": "CN", "printed": "1", **cells
    }  # fmt: skip


def names(rows, known=(), register=None):
    return [one["statement_id"] for one in name_statements(rows, known, register)]


def test_only_what_tells_rows_apart_stands_in_an_id(register):
    assert names([row()], (), register) == ["x-2017-running"]
    two = [row(level="all", time_period="2017"), row(level="city", time_period="2016")]
    assert names(two, (), register) == ["x-2017-running-all", "x-2017-running-city"]
    periods = [row(time_period="2017-Q1"), row(time_period="2017-Q2")]
    assert names(periods, (), register) == ["x-2017-running-2017-q1", "x-2017-running-2017-q2"]


def test_ids_of_before_stay_and_are_not_taken_again(register):
    known = [row(level="all") | {"statement_id": "x-2017-running-city"}]
    assert names([row(level="city")], known, register) == ["x-2017-running-cn-city"]


def test_two_rows_for_one_thing_are_refused(register):
    with pytest.raises(ProjectError, match="2 and 1 would both be running_government_sites"):
        names([row(), row(printed="2")], (), register)


def test_nine_in_ten_ids_of_the_record_follow_the_rule(register):
    """The others were given by hand before there was a rule, or tell two prints of one thing apart."""
    bulletins = defaultdict(list)
    for one in register.statements:
        bulletins[one.bulletin_id].append(asdict(one))
    right = total = 0
    for rows in bulletins.values():
        try:
            named = name_statements(rows, (), register)
        except ProjectError:
            continue
        right += sum(new["statement_id"] == old["statement_id"] for new, old in zip(named, rows, strict=True))
        total += len(rows)
    assert total > 1500
    assert right >= 0.9 * total
