"""Confidence: its coefficients follow from the labelled figures, and it separates right statements from wrong ones."""

from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.reading import read_text
from analysis.reading.confidence import fit, load_coefficients, load_labelled, reliability


def test_the_codebook_holds_what_the_labelled_figures_say():
    fitted, stored = fit(load_labelled()), load_coefficients()
    assert fitted.keys() == stored.keys()
    assert all(stored[name] == pytest.approx(value, abs=0.02) for name, value in fitted.items())


def test_sure_figures_are_right_more_often():
    labelled = load_labelled()
    table = reliability(labelled[labelled["round"].str.startswith("page")], load_coefficients())
    sure = table.loc["0.9"]
    rest = table.drop(index="0.9")
    assert sure["whole"] >= 0.94
    assert sure["figures"] >= table["figures"].sum() / 2
    assert sure["whole"] > (rest["whole"] * rest["figures"]).sum() / rest["figures"].sum()


def test_little_evidence_means_doubt():
    clear, vague = read_text("2019年全省抽查政府网站120家。")[0], read_text("公布了38%。")[0]
    assert 0 <= vague.confidence < clear.confidence <= 1


def test_missing_coefficients_are_told(tmp_path):
    with pytest.raises(ProjectError, match="missing"):
        load_coefficients(tmp_path / "confidence.csv")
