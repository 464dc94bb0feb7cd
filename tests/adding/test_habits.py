"""What was coded before for the same issuer and indicator."""

from __future__ import annotations


def test_another_indicator_brings_its_usual_method(session):
    session.correct(1, "indicator", "spot_checked_sites")
    assert session.standings[1].row["method"] == "self_check"
    session.correct(1, "indicator", "running_government_sites")
    assert session.standings[1].row["method"] == ""
