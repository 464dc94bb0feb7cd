"""New media: each platform, place and level by itself."""

from __future__ import annotations

from analysis.questions.fits import results_of
from analysis.questions.new_media import BY_LEVEL, by_level, places, platforms, sina


def test_wechat_gives_a_factor_and_no_yearly_rate(evidence):
    names = [one.estimate_id for one in results_of(platforms(evidence))]
    assert "est-wechat-2013-2014-factor" in names
    assert not [name for name in names if "wechat" in name and "rate" in name]


def test_the_fast_years_of_sina_end_before_the_ceiling(evidence):
    whole, early = sina(evidence)
    assert early.points.rows[-1].t < 2013.6 < whole.points.rows[-1].t
    assert early.results()[0].estimate.value > 100


def test_beijing_falls_on_every_platform(evidence):
    rates = {one.estimate_id: one.estimate for one in results_of(places(evidence))}
    assert all(rates[f"est-beijing-{name}-annual-rate"].value < 0 for name in ("weibo", "wechat", "apps"))


def test_levels_are_not_joined_over_definitions(evidence):
    (row,) = by_level(evidence)
    assert f"count by {len(BY_LEVEL)} definitions" in row.refusal.sentence.in_("en")
