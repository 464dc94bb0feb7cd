"""A sentence with its clauses, brackets and words."""

from __future__ import annotations

import pytest

from analysis.reading.sentence import Sentence, split_sentences
from helpers.sentences import read_alone, terms


def words(sentence: Sentence, hits) -> set[str]:
    return {sentence.text[hit.start : hit.end] for hit in hits}


def test_a_text_is_cut_at_its_stops_and_nothing_is_lost():
    text = "甲抽查。乙合格;丙!丁"
    parts = [text[start:end] for start, end in split_sentences(text, False, terms().patterns)]
    assert "".join(parts) == text
    assert parts[0] == "甲抽查。"
    assert parts[-1] == "丁"


@pytest.mark.parametrize(("piece", "damaged", "longest"), [("网,", True, 162), ("网,", False, 260), ("网", False, 600)])
def test_a_text_without_stops_is_cut_at_quiet_places_or_by_force(piece, damaged, longest):
    text = piece * (700 if len(piece) == 1 else 130)
    spans = split_sentences(text, damaged, terms().patterns)
    assert "".join(text[start:end] for start, end in spans) == text
    assert max(end - start for start, end in spans) == longest


def test_a_bracket_speaks_for_its_own_figures_alone():
    sentence = read_alone("甲政府网站抽查10家(其中县级网站5家),合格3家。")
    assert [sentence.aside_of(mark.start) for mark in sentence.marks] == [-1, 0, -1]
    inside = [sentence.speaks_to(sentence.text.index("县"), mark) for mark in sentence.marks]
    before = [sentence.speaks_to(0, mark) for mark in sentence.marks]
    assert (inside, before) == ([False, True, False], [True, True, True])


def test_clauses_are_counted_from_the_front():
    sentence = Sentence("甲,乙,丙", terms())
    assert [sentence.clause_at(place) for place in (0, 2, 4)] == [0, 1, 2]
    assert [sentence.text[slice(*sentence.clause_span(clause))] for clause in (0, 1, 2)] == ["甲,", "乙,", "丙"]


def test_a_denied_problem_is_no_evidence():
    denied, told = Sentence("无不合格网站", terms()), Sentence("有不合格网站", terms())
    assert "不合格网站" not in words(denied, denied.loud)
    assert "不合格网站" in words(told, told.loud)


def test_a_word_within_a_longer_one_is_known_to_be():
    sentence = read_alone("不合格网站3家。")
    inner = {sentence.text[one.hit.start : one.hit.end]: one.inner for one in sentence.triggers}
    assert (inner["不合格网站"], inner["不合格"]) == (False, True)
    assert all(one.marks_before == 0 and one.marks_after == 0 for one in sentence.triggers if one.hit.end <= 5)


def test_a_place_leads_back_to_where_the_text_was_taken_from():
    """A cell of a table is read behind the heads of its column; what joins them stands nowhere."""
    sentence = Sentence("abc网站xyz", terms(), pieces=((0, 100), (3, -1), (5, 50)))
    assert (sentence.at(1, 3), sentence.at(3, 5), sentence.at(6, 8)) == (((101, 103),), (), ((51, 53),))


def test_letters_of_no_known_word_are_counted():
    sentence = Sentence("嘻嘻网站,哈", terms())
    assert (sentence.unknown(0, 6), sentence.unknown(2, 4)) == (3, 0)
    assert not sentence.english
    assert Sentence("30 sites", terms()).english
