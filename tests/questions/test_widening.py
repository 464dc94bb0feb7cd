"""Editing a statement from exact to "over" widens the estimate that rests on it, from the statement row on."""

from __future__ import annotations

import pytest

from helpers.evidence import HEADLINES

CASES = [
    ("gov-2017q4-closed-merged-below-county-2017", "超过18318个", "est-cut-2017-share-of-closures-below-county"),
    ("gov-2017q1-running-all", "超过43143家", "est-consolidation-annual-rate-2015-2017"),
    ("gov-2020-running", "14400余个", "est-consolidation-annual-rate-2018-2020"),
    ("ceirp-2017-qa-systems", "237余个", "est-smart-qa-2017-share-of-portals"),
    ("cnnic-14-domains", "13000多个", "est-domains-2003-2006-annual-rate"),
    ("gov-2018q2-pass-rate-central-sample", "超过96 percent", "est-spot-check-central-rate-2018-q2"),
]


def width(evidence, headline: str) -> float:
    results = {r.estimate_id: r.estimate for r in HEADLINES[headline].estimate(evidence)}
    return results[headline].upper - results[headline].lower


@pytest.mark.parametrize(("statement", "printed", "headline"), CASES)
def test_over_widens_the_estimate(evidence, edit, statement, printed, headline):
    assert width(edit(statement, printed=printed), headline) > width(evidence, headline)
