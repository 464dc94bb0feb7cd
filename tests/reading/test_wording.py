"""The second opinion: what the signs around a figure say of its indicator."""

from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.reading.terms import load_terms
from analysis.reading.wording import NONE, Around, Wording, load_weights, signs_of


def test_pairs_of_signs_are_told_by_their_side_and_figures_are_one():
    assert signs_of(Around("第3批共12", "个,余下", "count")) == {
        "<第#", "<#批", "<批共", "<共#", "<|共#", ">个", ">|个", "=count",
    }  # fmt: skip


def test_an_opinion_is_never_beyond_all_doubt():
    assert Wording({"failed": {"": 9.0}}).of("failed", frozenset()) == 5.0


def test_missing_weights_are_told(tmp_path):
    with pytest.raises(ProjectError, match="missing"):
        load_weights(tmp_path / "wording.csv")


def test_the_codebook_knows_the_commonest_indicators():
    weights = load_weights()
    assert {NONE, "spot_checked_sites", "spot_check_pass_rate", "articles_published"} <= weights.keys()
    assert weights.keys() - {NONE} <= load_terms().kinds.keys()
