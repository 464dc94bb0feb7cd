from __future__ import annotations

from types import SimpleNamespace

import polars as pl
import pytest

from analysis.questions.attribution import MOST, attribute


def table(*values: float, old: int = 1) -> pl.DataFrame:
    rows = [
        {"observation_id": f"{'a' if n < old else 'b'}-{n}", "bulletin_id": "a" if n < old else f"b{n % 2}",
         "indicator": "sites", "derived_from": "", "value": value}
        for n, value in enumerate(values)
    ]  # fmt: skip
    return pl.DataFrame(rows)


class Mean:
    """A question whose estimate is the mean; refused of fewer than two figures."""

    name, indicators = "mean", ("sites",)

    def __init__(self) -> None:
        self.asked = 0

    def estimate(self, observations: pl.DataFrame) -> list[SimpleNamespace]:
        self.asked += 1
        found = SimpleNamespace(value=observations["value"].mean()) if observations.height > 1 else None
        return [SimpleNamespace(estimate_id="est-mean", estimate=found)]


def moved(observations, new, topic=None, ids=("est-mean",)):
    topic = topic or Mean()
    return topic, attribute(observations, lambda rows: rows, ids, new, [topic])


def test_each_new_statement_is_left_out_in_turn_and_those_that_move_nothing_are_not_named():
    topic, found = moved(table(1, 3, 2), ["b-1", "b-2"])
    assert [(one.without, one.value) for one in found] == [("b-1", pytest.approx(1.5))]
    assert topic.asked == 3


def test_a_refusal_without_it_is_told_and_a_question_that_nothing_new_reaches_is_not_asked():
    _, found = moved(table(1, 3), ["b-1"])
    assert [(one.without, one.value) for one in found] == [("b-1", None)]
    topic, found = moved(table(1, 3).with_columns(indicator=pl.lit("other")), ["b-1"])
    assert (topic.asked, found) == (0, [])


def test_many_new_statements_are_left_out_by_bulletin():
    observations = table(0, *range(MOST + 1))
    topic, found = moved(observations, list(observations["observation_id"][1:]))
    assert topic.asked == 3
    assert {len(one.without.split()) for one in found} == {12, 13}
