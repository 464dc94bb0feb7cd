"""The table of estimates: numbers and words of results, one row each."""

from __future__ import annotations

import math

import pytest

from analysis.base.codebook import load_codebook
from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.outcomes import Basis
from analysis.questions.results import from_estimate, missing
from analysis.questions.table import ESTIMATE_COLUMNS, to_frame
from analysis.words.catalogue import message

BASIS = Basis(0.95, 7, message("method-independent"), "Wooldridge", message("assumption-independent"))
ABSENT = missing("service-users", "saturation", message("lacking-survey"))


def row_of(lower: float, upper: float) -> dict[str, object]:
    estimate = BASIS.estimate("annual_rate", "percent_per_year", 4.123456789, Interval(lower, upper))
    return to_frame([from_estimate("egdi", "loglinear", "egdi.CN.all", estimate, [])], load_codebook()).row(
        0, named=True
    )


def test_numbers_have_six_digits_and_words_stand_beside_them():
    row = row_of(3, 5)
    assert tuple(row) == ESTIMATE_COLUMNS
    assert (row["value"], row["n"], row["refused"]) == (4.12346, 7, False)
    assert (row["method"], row["method_zh"]) == ("ordinary least squares on logarithms", "对数最小二乘")
    assert row["identified_lower"] is None


def test_an_infinite_end_is_null_and_said_in_words():
    row = row_of(3, math.inf)
    assert row["upper"] is None
    assert (row["warnings"], row["warnings_zh"]) == ("the interval has no upper end", "区间没有上端")


def test_a_refusal_stands_in_the_place_of_a_number():
    row = to_frame([ABSENT], load_codebook()).row(0, named=True)
    assert (row["value"], row["refused"], row["method"]) == (None, True, None)
    assert row["warnings"] == "Not estimated: a survey of portals is not among the figures of this edition."


def test_an_id_is_given_once():
    with pytest.raises(ProjectError, match="est-service-users is given twice"):
        to_frame([ABSENT, ABSENT], load_codebook())
