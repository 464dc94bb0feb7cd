"""Spot checks: rates of samples, and the sample of the General Office against the regions' own check."""

from __future__ import annotations

from analysis.questions.quality import (
    CHECKED,
    COMPARED,
    METHODS,
    NOT_RANDOM,
    RATE,
    ceiling,
    central_less_own,
    central_rates,
    central_trend,
    sampled_rates,
)
from helpers.evidence import evidence_of


def test_rates_are_taken_from_the_series_after_the_new_indicators(evidence):
    found = {one.estimate_id: one for one in central_rates(evidence)}
    assert found["est-spot-check-central-rate-2020"].series_id.endswith(".from-2019-04")
    refused = {name for name, one in found.items() if not one.estimate}
    assert refused == {"est-spot-check-central-rate-2016-q2", "est-spot-check-central-rate-2020"}


def test_a_sample_drawn_by_parts_has_no_interval(evidence):
    """The sample of 2020 holds 153 portals among 328 sites and once had the interval of a simple random sample."""
    found = {one.estimate_id: one for one in central_rates(evidence)}
    sentence = found["est-spot-check-central-rate-2020"].refusal.sentence.in_("en")
    assert "153 portals among 328 sites, where at most 23 percent" in sentence
    assert "2020" not in {point.period for point, _ in sampled_rates(evidence, "central_sample")}
    (trend,) = central_trend(evidence)
    assert "without 2016-Q2" in trend.notes[0].in_("en")
    assert "2016-Q2" not in {point.period for point in trend.points}
    figures = {
        "spot_checked_sites.CN.portal.central_sample": {"2020": 75},
        f"{RATE}.central_sample.from-2019-04": {"2020": 90},
    }
    figures |= {f"{CHECKED}.central_sample": {"2020": 328}} | {
        f"running_government_sites.CN.{level}": {"2020": n}
        for level, n in {"province": 32, "city": 500, "county": 2_800, "all": 14_463}.items()
    }
    assert {one.estimate_id: one for one in central_rates(evidence_of(figures))}[
        "est-spot-check-central-rate-2020"
    ].estimate


def test_rates_without_a_sample_size_are_left_out():
    given = evidence_of({f"{RATE}.self_check": {"2016": 90, "2017": 95}, f"{CHECKED}.self_check": {"2017": 200}})
    ((point, estimate),) = sampled_rates(given, "self_check")
    assert point.period == "2017"
    assert estimate.lower < 95 < estimate.upper


def test_quarters_are_averaged_by_random_effects(evidence):
    *quarters, mean, spread, without = central_less_own(evidence)
    parts = [one.estimate for one in quarters]
    assert len(parts) == len(COMPARED)
    assert min(e.value for e in parts) < mean.estimate.value < max(e.value for e in parts)
    assert set(mean.inputs) == {name for one in quarters for name in one.inputs}
    # One quarter stands apart, which the mean says and its interval holds; rounding could make up for that.
    assert "p = 0.00" in mean.estimate.warnings[0].in_("en")
    assert mean.estimate.interval.width > 4
    assert "with 4.3 (p = 0.37) at the rates within their bounds" in mean.estimate.warnings[0].in_("en")
    assert spread.estimate.lower == 0
    assert without.estimate.value < mean.estimate.value < 1
    apart = next(q.estimate for q in quarters if q.topic.endswith("2017-Q3"))
    assert apart.lower > 0 > without.estimate.value
    assert all(NOT_RANDOM in e.warnings for e in [*parts, mean.estimate, spread.estimate])


def test_one_quarter_is_no_average():
    sizes, rates = {"2017-Q1": 500}, {"2017-Q1": 90}
    one = evidence_of({f"{name}.{m}": rows for m in METHODS for name, rows in ((RATE, rates), (CHECKED, sizes))})
    *quarters, mean, _, _ = central_less_own(one)
    assert sum(q.estimate is not None for q in quarters) == 1
    assert "second quarter" in mean.refusal.sentence.in_("en")


def test_the_trend_of_samples_takes_their_sizes(evidence):
    (line,) = central_trend(evidence)
    assert [p.n for p in line.points][:1] == [867]
    (result,) = line.results()
    assert not {"gov-2016q2-pass-rate-all", "gov-2016q2-checked-all"} & set(result.inputs)
    assert len(result.inputs) == 2 * len(line.points)
    assert "binomial" in result.estimate.method.in_("en")


def test_both_checks_are_needed():
    half = evidence_of({f"{name}.{METHODS[0]}": {"2017-Q1": 90} for name in (RATE, CHECKED)})
    assert all(one.estimate is None for one in central_less_own(half))


def test_provinces_stand_at_the_ceiling_before_and_after_the_new_indicators(evidence):
    before, n_before, after, n_after = (one.estimate for one in ceiling(evidence))
    assert (before.parameter, after.parameter) == ("share_above", "share_above")
    assert (n_before.value, n_after.value) == (before.n, after.n)
    assert before.n + after.n > 50
    assert all(40 < one.value < 60 for one in (after,))


def test_a_rate_of_a_half_year_does_not_stand_beside_those_of_its_quarters():
    """Henan's rate of 2018-H2 once stood beside those of its two quarters, and the checks of these counted twice."""
    rates = {"2018-H2": 95, "2018-Q3": 93, "2018-Q4": 97, "2017-H2": 99.5, "2018-Q1": 90, "2018-Q2": 91}
    _, values, *_ = ceiling(evidence_of({"spot_check_pass_rate.CN-HA.all.self_check": rates}))
    assert values.estimate.value == len(rates) - 1
    assert "2018-H2" not in " ".join(values.inputs)
