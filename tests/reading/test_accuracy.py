"""Accuracy on practice passages: the project's own words in the manner of such bulletins."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.accuracy import BLIND, PRACTICE, load_practice, score
from analysis.reading.terms import load_terms


@pytest.fixture(scope="module", params=[PRACTICE, BLIND], ids=["practice", "blind"])
def scores(request):
    return score(load_practice(request.param))


@pytest.mark.parametrize(
    ("measure", "least"),
    [("recall", 0.985), ("precision", 0.97), ("comparator", 0.97), ("unit", 0.97), ("indicator", 0.88)],
)
def test_accuracy(scores, measure, least):
    assert scores[measure] >= least, scores


def test_practice_is_large_enough():
    assert len(load_practice()) >= 150


def test_offsets_slice_to_printed():
    terms = load_terms()
    for passage in [*load_practice(), *load_practice(BLIND)]:
        for figure in read_text(passage["text"], terms=terms):
            assert passage["text"][figure.char_start : figure.char_end] == figure.printed
            assert figure.lower <= figure.value <= figure.upper or figure.comparator == "range"
