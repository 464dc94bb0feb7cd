"""Accuracy on practice passages: the project's own words in the manner of such bulletins."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.accuracy import BLIND, PRACTICE, describe, judge_folder, load_practice, measure, score
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


@pytest.fixture
def judged(tmp_path):
    text = "福建省2020年第三季度政府网站抽查通报\n本季度共抽查政府网站120家，合格率为97.5%。\n另有读者3人来电。\n"
    (tmp_path / "01.txt").write_text(text, encoding="utf-8")

    def judge(*lines):
        (tmp_path / "labels.txt").write_text("\n".join(lines), encoding="utf-8")
        return judge_folder(tmp_path, load_terms())

    return judge


RIGHT = "01|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN-FJ|all"
OPEN = "01|率为~97.5%|eq|percent|2020|-/spot_check_pass_rate|CN-FJ|all"


def test_a_folder_of_labelled_pages_is_measured(judged):
    found = measure(judged(RIGHT, OPEN, "01|读者~3人|opt|*|*|*|*|*"))
    assert (found["figures"], found["named"], found["given"]) == (2, 2, 2)
    assert found["found"] == found["comparator"] == found["whole"] == 100
    assert found["wrong"] == found["false"] == 0
    # 2020-Q3 is of the year, but not as the second label has it.
    assert found["period"] == 50


@pytest.mark.parametrize(
    ("changed", "measures", "told"),
    [
        (("CN-FJ", "CN"), {"whole": 50, "area": 50, "wrong": 0}, "area CN-FJ for CN"),
        (("spot_checked_sites", "-"), {"whole": 100, "named": 1, "wrong": 50}, "indicator spot_checked_sites for -"),
        (("eq", "gt"), {"whole": 50, "comparator": 50}, "comparator eq for gt"),
        (("120家", "20年"), {"found": 50}, "not read"),
    ],
)
def test_each_fault_is_measured_and_told(judged, changed, measures, told):
    of = judged(RIGHT.replace(*changed) if changed[0] != "120家" else "01|福建省~2020年|eq|*|*|*|*|*", OPEN)
    found = measure(of)
    assert {name: found[name] for name in measures} == measures
    assert any(told in describe(one) for one in of)
    # Whatever is read and not labelled is false.
    assert found["false"] >= 50
