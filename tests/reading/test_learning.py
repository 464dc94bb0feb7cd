"""Learning the wording of indicators from labelled pages."""

from __future__ import annotations

from analysis.reading.labelling import Example, examples_of
from analysis.reading.learning import fit, write
from analysis.reading.terms import load_terms
from analysis.reading.wording import NONE, Around, Wording, load_weights, signs_of

FAILED, CLASS = Around("不合格网站", "。", "count"), Around("领先型包括", ",分别是", "count")


def examples() -> list[Example]:
    return [Example(FAILED, ("failed",))] * 6 + [Example(CLASS, (NONE,))] * 6


def test_what_was_learned_tells_one_indicator_from_another_and_from_none():
    wording = Wording(fit(examples()))
    assert wording.of("failed", signs_of(FAILED)) > 0 > wording.of("failed", signs_of(CLASS))
    assert wording.of(NONE, signs_of(CLASS)) > 0 > wording.of(NONE, signs_of(FAILED))


def test_what_never_fails_on_few_figures_is_not_taken_for_certain():
    assert max(abs(weight) for found in fit(examples()).values() for weight in found.values()) < 1


def test_an_indicator_that_few_pages_show_has_no_opinion():
    wording = Wording(fit([*examples(), *[Example(CLASS, ("rare",))] * 4]))
    assert wording.of("rare", signs_of(CLASS)) is None


def test_learning_goes_on_from_what_is_known():
    known = fit(examples())
    again = fit([Example(CLASS, ("rare",))] * 6, known)
    # What the new pages do not show stays; what they show moves; a new indicator comes in.
    assert again["failed"]["<合格"] == known["failed"]["<合格"]
    assert Wording(again).of(NONE, signs_of(CLASS)) < Wording(known).of(NONE, signs_of(CLASS))
    assert Wording(again).of("rare", signs_of(CLASS)) is not None


def test_either_of_two_right_indicators_counts():
    found = fit([Example(FAILED, ("failed", NONE))] * 6 + [Example(CLASS, (NONE,))] * 6)
    assert Wording(found).of("failed", signs_of(FAILED)) > 0


def test_weights_are_stored_as_they_are(tmp_path):
    weights = {"failed": {"": -1.5, "< x": 0.25, "<a:": -0.5}, NONE: {"": 1.0, "=count": -2.0}}
    write(weights, tmp_path / "wording.csv")
    assert load_weights(tmp_path / "wording.csv") == weights


def test_examples_are_the_labelled_figures_of_pages(tmp_path):
    (tmp_path / "01.txt").write_text("共抽查政府网站120家,合格率为97.5%。\n", encoding="utf-8")
    (tmp_path / "labels.txt").write_text("01|网站~120家|eq|count:site|*|spot_checked_sites/-|*|*\n", encoding="utf-8")
    (example,) = examples_of(tmp_path, load_terms())
    assert example == Example(Around("共抽查政府网站", ",合格率为97.5%。", "count"), ("spot_checked_sites", NONE))
