"""Indicators that a figure may be about."""

from __future__ import annotations


def test_codes_are_found_by_words_in_either_language(session):
    assert "spot_check_pass_rate" in session.found("indicator", "pass rate")
    assert "government_weibo_accounts" in session.found("indicator", "政务微博")
