"""Rules are weighed against each other, by how near their words stand."""

from __future__ import annotations

import pytest

from analysis.reading.context import Context
from analysis.reading.weighing import Choice, Weighing, _better, first_of_run
from helpers.sentences import read_alone


def best(text: str, place: int = 0) -> Choice:
    return Weighing(place, read_alone(text), Context()).best(None)


def test_the_longest_word_that_is_nearest_wins():
    sentence = read_alone("抽查政府网站30家,合格28家。")
    choices = [Weighing(place, sentence, Context()).best(None) for place in (0, 1)]
    assert [choice.rule.value for choice in choices] == ["spot_checked_sites", "sites_passed"]
    hit = choices[0].trigger.hit
    assert sentence.text[hit.start : hit.end] == "抽查政府网站"


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("抽查网站30家。", "抽查,政府网站工作有序,网站30家。"),
        ("抽查网站30家。", "抽查了嘻嘻哈哈嘻嘻哈哈嘻嘻哈哈的网站30家。"),
        ("抽查网站30家。", "抽查新媒体5个、网站30家。"),
    ],
    ids=["another clause", "many letters", "another figure"],
)
def test_a_word_loses_by_each_clause_letter_and_figure_between(near, far):
    def score(text: str) -> float:
        place = len(read_alone(text).marks) - 1
        found = best(text, place)
        return found.score if found.rule and found.rule.value == "spot_checked_sites" else 0.0

    assert score(near) > score(far)


def test_a_figure_without_any_known_word_has_no_rule():
    assert best("嘻嘻哈哈30个。") == Choice()


def test_a_rival_is_another_indicator_and_not_another_word_for_the_same():
    one, other = (read_alone(text) for text in ("抽查网站30家。", "合格网站30家。"))
    rules = [Weighing(0, sentence, Context()).best(None).rule for sentence in (one, other)]
    trigger = one.triggers[0]
    first = _better(Choice(), 2.0, rules[0], trigger)
    assert _better(first, 1.5, rules[0], trigger) == first
    assert _better(first, 1.5, rules[1], trigger).rival == 1.5
    assert _better(first, 3.0, rules[1], trigger) == Choice(3.0, rules[1], trigger, 2.0)


def test_one_word_speaks_for_a_run_of_counts_up_to_the_next_verb():
    assert first_of_run(2, read_alone("检查网站458个、新媒体2706个、微博30个。")) == 0
    assert first_of_run(1, read_alone("检查网站458个,关停新媒体2706个。")) == 1
