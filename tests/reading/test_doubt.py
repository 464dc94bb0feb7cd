"""What speaks against an indicator."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from analysis.reading import doubt
from analysis.reading.confidence import Chances, evidence_of, fit, load_labelled
from analysis.reading.context import PARTS
from analysis.reading.figure import Mark
from analysis.reading.indicator import SUM
from analysis.reading.wording import Around
from helpers.sentences import read_alone


def rules(text: str) -> list[dict[str, str]]:
    return [mark.rules for mark in read_alone(text).marks]


def test_words_that_nobody_knows_around_a_figure_are_noted():
    assert "front" not in rules("检查政府网站33家。")[0]
    assert rules("嘻嘻哈哈蹦蹦跳跳33家。")[0]["front"] == "front:unknown"
    assert rules("检查政府网站33家蹦蹦跳跳。")[0]["behind"] == "behind:unknown"


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("检查网站33家。", ""), ("检查嘻哈哈网站33家。", "between:some"),
        ("检查嘻嘻哈哈蹦蹦跳跳网站33家。", "between:much"), ("33家网站合格。", ""),
        ("33家网站嘻嘻哈哈蹦蹦跳跳合格。", "between:much"),
    ],
)  # fmt: skip
def test_words_that_nobody_knows_between_a_figure_and_its_word_are_counted_on_either_side(text, between):
    assert rules(text)[0]["between"] == between


def marks(*indicators: str) -> list[Mark]:
    made = [Mark(place, place + 1, "1", "num") for place, _ in enumerate(indicators)]
    for mark, name in zip(made, indicators, strict=True):
        mark.indicator = name
    return made


@pytest.mark.parametrize(
    ("indicators", "mates"),
    [(("a",), ["alone"]), (("a", "b"), ["all", "all"]), (("a", ""), ["no", "all"]),
     (("a", "b", ""), ["some", "some", "all"])],
)  # fmt: skip
def test_figures_of_a_sentence_are_compared(indicators, mates):
    made = marks(*indicators)
    doubt.compare(made, local=True)
    assert [mark.rules["mates"] for mark in made] == [f"mates:{mate}" for mate in mates]
    assert {mark.rules["record"] for mark in made} == {"record:local"}


@pytest.mark.parametrize(
    ("chance", "score", "kept"), [(0.49, 2.5, False), (0.5, 2.5, True), (0.1, 2.6, True)]
)  # fmt: skip
def test_an_indicator_that_is_likelier_wrong_is_struck_and_remembered(chance, score, kept):
    """What words support well is left: of what national bulletins count no labelled page shows much."""
    sentence = read_alone("检查政府网站33家。")
    (mark,) = sentence.marks
    sentence.terms = SimpleNamespace(
        chances=SimpleNamespace(right=lambda _: chance), wording=SimpleNamespace(of=lambda *_: 0.0)
    )
    mark.score = score
    doubt.weigh(0, sentence)
    assert (mark.indicator, mark.struck) == (("spot_checked_sites", "") if kept else ("", "spot_checked_sites"))
    assert mark.rules.get("struck") == (None if kept else "struck:yes")


def test_what_stands_around_a_figure_is_kept_for_learning():
    (mark,) = read_alone("检查政府网站33家,全部合格。").marks
    assert mark.around == Around("检查政府网站", ",全部合格。", "count")
    assert mark.wording is not None
    assert mark.nothing < 0 < mark.wording


@pytest.mark.parametrize(
    ("text", "rules"),
    [("As of June 1, 33 government websites were in operation.", {}), ("检查政府网站33家。", {"indicator": PARTS})],
)
def test_english_and_parts_are_not_judged_by_their_words(text, rules):
    (mark,) = (sentence := read_alone(text)).marks
    sentence.terms = SimpleNamespace(
        chances=SimpleNamespace(right=lambda _: 0.0), wording=SimpleNamespace(of=lambda *_: 0.0)
    )
    mark.rules |= rules
    mark.score = 0.0
    doubt.weigh(0, sentence)
    assert mark.indicator


@pytest.mark.parametrize(
    ("right", "page", "kept"), [(0.85, True, False), (0.86, True, True), (0.1, False, True)],
)  # fmt: skip
def test_on_a_page_an_unlikely_indicator_is_struck(right, page, kept):
    """Passages are not judged so: too few have been measured."""
    sentence = read_alone("检查政府网站33家。")
    (mark,) = sentence.marks
    chances = SimpleNamespace(right=lambda _: right, of=lambda _, named: 0.9 if named else 0.4)
    sentence.terms = SimpleNamespace(chances=chances)
    assert doubt.judge(mark, sentence, page) == (0.9 if kept else 0.4)
    assert (mark.indicator, mark.struck) == (("spot_checked_sites", "") if kept else ("", "spot_checked_sites"))


@pytest.mark.parametrize("way", ["indicator:growth", "indicator:share", SUM])
def test_what_rests_on_the_count_before_it_is_given(way):
    sentence = read_alone("检查政府网站33家。")
    (mark,) = sentence.marks
    mark.rules["indicator"] = way
    sentence.terms = SimpleNamespace(chances=SimpleNamespace(right=lambda _: 0.6, of=lambda *_: 0.5))
    doubt.judge(mark, sentence, page=True)
    assert mark.indicator


def test_of_looks_that_the_model_has_not_seen_one_in_twenty_given_is_wrong_at_most():
    labelled = load_labelled()
    late = labelled["look"] > labelled["look"].max() - 30
    chances, given, wrong = Chances(fit(labelled[~late])), 0, 0
    for row in labelled[late & (labelled["right"] != "")].itertuples():
        evidence = evidence_of(row)
        evidence = evidence._replace(rules=tuple(rule for rule in evidence.rules if rule != "struck:yes"))
        if chances.right(evidence) >= doubt._LIKELY:
            given += 1
            wrong += row.right == "0"
    assert given > 600
    assert wrong / given <= 0.05


@pytest.mark.parametrize(
    ("level", "right", "kept"),
    [("level:l013", 0.1, True), ("level:p-hn", 0.1, True), ("level:whole", 0.49, False), ("level:whole", 0.51, True)],
)
def test_a_part_that_a_level_or_place_names_is_given(level, right, kept):
    """Of such parts 87 of 88 labelled ones were right, and one in six of the others wrong."""
    sentence = read_alone("检查政府网站33家。")
    (mark,) = sentence.marks
    mark.rules |= {"indicator": PARTS, "level": level, "record": "record:wide"}
    sentence.terms = SimpleNamespace(chances=SimpleNamespace(right=lambda _: right, of=lambda *_: 0.5))
    doubt.judge(mark, sentence, page=False)
    assert bool(mark.indicator) == kept


@pytest.mark.parametrize("field", ["english", "damaged"])
def test_english_and_damaged_texts_are_not_judged_as_pages_of_one_place(field):
    sentence = read_alone("检查政府网站33家。")
    (mark,) = sentence.marks
    sentence.terms = SimpleNamespace(chances=SimpleNamespace(right=lambda _: 0.1, of=lambda *_: 0.1))
    setattr(sentence, field, True)
    mark.rules["record"] = "record:local"
    assert doubt.judge(mark, sentence, page=True) == 0.1
    assert mark.indicator


@pytest.mark.parametrize(
    ("wording", "right", "kept"), [(-1.1, 0.49, False), (-1.1, 0.5, True), (-0.9, 0.1, True), (None, 0.1, True)]
)
def test_on_a_national_page_an_indicator_is_struck_that_is_unlike_labelled_ones_and_likelier_wrong(
    wording, right, kept
):
    """No labelled page shows some of what national bulletins count: there the wording says nothing."""
    sentence = read_alone("检查政府网站33家。")
    (mark,) = sentence.marks
    mark.wording = wording
    sentence.terms = SimpleNamespace(chances=SimpleNamespace(right=lambda _: right, of=lambda *_: 0.5))
    doubt.judge(mark, sentence, page=True, national=True)
    assert bool(mark.indicator) == kept


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("平平区、安安区、乐乐区、康康区、宁宁县等11个网站得满分。", ""),
        ("平平安安乐乐康康网站得满分,嘻嘻哈哈11个。", "front:unknown"),
    ],
)
def test_the_names_of_a_list_are_no_unknown_nouns_of_its_number(text, front):
    assert rules(text)[-1].get("front", "") == front


def test_what_a_colon_ends_stands_around_its_number():
    marks = read_alone("抽查政务新媒体140个,发现不合格:31个。").marks
    assert [mark.around.before for mark in marks] == ["抽查政务新媒体", "发现不合格"]
