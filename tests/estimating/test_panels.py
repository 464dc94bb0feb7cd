from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import statsmodels.api as sm

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.estimating.panels import Panel, count_signs, describe_changes, effective_clusters, fit_panel
from analysis.estimating.points import Point, Points
from helpers.series import exact, said


def make_panel(units: int = 8, dates: int = 4, slope: float = 2.0, seed: int = 3, half: float = 0.0) -> Panel:
    rng = np.random.default_rng(seed)
    members = []
    for i in range(units):
        t = 2015.0 + np.arange(dates + (i % 2))
        y = 70 + 5 * rng.normal() + slope * (t - 2015) + rng.normal(0, 1, len(t))
        rows = tuple(Point(a, b, Interval(b - half, b + half)) for a, b in zip(t, y, strict=True))
        members.append((f"unit{i:02d}", Points(f"u{i}", "score", rows)))
    return Panel("scores", "score", tuple(members))


def with_dummies(panel: Panel) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    groups = np.repeat(np.arange(len(panel.members)), [len(p) for _, p in panel.members])
    t, y = (np.array([getattr(r, c) for r in panel.rows]) for c in ("t", "value"))
    return y, np.column_stack([t - 2015, groups[:, None] == np.unique(groups)]).astype(float), groups


def test_the_jackknife_error_is_that_of_leaving_units_out_one_by_one() -> None:
    panel = make_panel()
    y, x, groups = with_dummies(panel)
    full = sm.OLS(y, x).fit().params[0]
    left = []
    for g in np.unique(groups):
        kept = groups != g
        left.append(sm.OLS(y[kept], np.delete(x[kept], g + 1, axis=1)).fit().params[0])
    n = len(left)
    se = np.sqrt((n - 1) / n * np.sum((np.array(left) - full) ** 2))
    df = effective_clusters(np.linalg.pinv(x)[:1], groups) - 1
    from scipy import special

    trend = fit_panel(panel).get("trend")
    assert trend.value == pytest.approx(full)
    assert trend.interval.width / 2 == pytest.approx(special.stdtrit(df, 0.975) * se)


def test_equal_units_weigh_as_many_as_they_are() -> None:
    t = np.tile([-1.0, 0.0, 1.0], 6)
    assert effective_clusters(t[None, :], np.repeat(np.arange(6), 3)) == pytest.approx(6)


def test_a_log_panel_of_two_dates_is_the_mean_of_the_log_ratios() -> None:
    counts = {"A": (1000, 800), "B": (600, 540), "C": (300, 210), "D": (150, 160), "E": (90, 60)}
    members = tuple((name, exact([2018, 2019], pair)) for name, pair in counts.items())
    found = fit_panel(Panel("counts", "count", members), scale="log").get("annual_rate")
    ratios = np.log([b / a for a, b in counts.values()])
    assert found.value == pytest.approx(100 * np.expm1(ratios.mean()))
    # With one difference for each unit the jackknife is the t interval of a mean.
    reach = 2.7764451 * ratios.std(ddof=1) / np.sqrt(5)
    assert (found.lower, found.upper) == pytest.approx(tuple(100 * np.expm1(ratios.mean() + reach * np.array([-1, 1]))))


def test_few_units_are_refused_and_few_clusters_are_said() -> None:
    assert fit_panel(make_panel(units=4)).refused
    assert "few clusters" in said(*fit_panel(make_panel(units=8)).get("trend").warnings)
    assert fit_panel(make_panel(units=60)).get("trend").warnings == ()


def test_a_unit_with_one_date_is_left_out_and_named() -> None:
    panel = make_panel()
    single = Points("x", "score", (Point(2016.0, 80, Interval.at(80)),))
    more = Panel("scores", "score", (*panel.members, ("zhuhai", single)))
    assert fit_panel(more).get("trend").value == pytest.approx(fit_panel(panel).get("trend").value)
    assert "zhuhai" in said(*fit_panel(more).get("trend").warnings)


def test_a_change_of_scale_is_refused() -> None:
    panel = make_panel(dates=6)
    scaled = panel.keep({
        name: points.keep(replace(p, definition="130" if p.t < 2018 else "110") for p in points)
        for name, points in panel.members
    })  # fmt: skip
    (refusal,) = fit_panel(scaled).refusals
    assert "110, 130" in said(refusal.sentence)
    assert not fit_panel(scaled.keep({name: points.between(2015, 2017.9) for name, points in scaled.members})).refused


def test_a_unit_twice_is_an_error() -> None:
    points = make_panel().members[0][1]
    with pytest.raises(ProjectError, match="twice"):
        Panel("p", "score", (("a", points), ("a", points)))


def panel_of_pairs(pairs: dict[str, tuple[Interval, Interval]]) -> Panel:
    members = {
        name: Points(name, "count", (Point(2020, a.lower, a), Point(2022, b.lower, b)))
        for name, (a, b) in pairs.items()
    }
    return Panel("p", "count", tuple(members.items()))


def test_signs_are_counted_by_bounds() -> None:
    hundred = Interval.at(100)
    panel = panel_of_pairs({
        "A": (hundred, Interval.at(120)), "B": (hundred, Interval.at(80)), "C": (Interval(90, 110), Interval(100, 130)),
        "D": (hundred, hundred), "E": (Interval(50, 60), Interval(20, 30)),
    })  # fmt: skip
    outcome = count_signs(panel)
    assert outcome.get("units_up").interval.ends == (1, 2)
    assert outcome.get("units_down").interval.ends == (2, 3)
    assert outcome.get("units").value == len(panel.members)
    assert count_signs(panel.keep(dict(panel.members[:1]))).refused


@pytest.mark.parametrize(("last", "units"), [(2021.23, 5), (2021.9, 5), (2022.0, 6), (2022.98, 6)])
def test_two_figures_of_one_year_tell_no_rise_from_a_fall(last: float, units: int) -> None:
    """A unit seen twice in a quarter stood among those that stayed the same since 2020."""
    pairs = dict.fromkeys("ABCDE", (Interval.at(100), Interval.at(90)))
    members = {**dict(panel_of_pairs(pairs).members), "F": exact([2020.99, last], [41, 41])}
    panel = panel_of_pairs(pairs).keep(members)
    assert count_signs(panel).get("units").value == units
    assert len(panel.lasting.rows) == 2 * units


def test_over_a_count_is_surely_more_than_it() -> None:
    hundred = Interval.at(100)
    rises = dict.fromkeys("ABCDE", (hundred, Interval(100, 200, lower_closed=False)))
    assert count_signs(panel_of_pairs(rises)).get("units_up").interval.ends == (5, 5)


def test_bounds_widen_the_trend() -> None:
    assert (
        fit_panel(make_panel(half=2.0)).get("trend").interval.width
        > fit_panel(make_panel()).get("trend").interval.width
    )


def test_a_census_is_described_and_not_sampled() -> None:
    """A complete census of provinces was given the interval of an unweighted mean of a sample."""
    changes = {"a": (100, 50), "b": (100, 80), "c": (100, 90), "d": (100, 100), "e": (600, 660)}
    members = tuple((name, exact([2018.0, 2019.0], pair)) for name, pair in changes.items())
    outcome = describe_changes(Panel("census", "count", members))
    total, middle, half = (outcome.get(name) for name in ("annual_rate", "median_rate", "middle_half"))
    assert (total.value, total.level) == (pytest.approx(-2), 1.0)
    assert total.interval.exact
    assert (middle.value, half.lower, half.upper) == pytest.approx((-10, -20, 0))
    assert middle.interval.exact
    assert describe_changes(Panel("census", "count", members[:4])).refused


def test_bounds_of_units_widen_what_is_said_of_all_of_them() -> None:
    """The middle province had no bounds where those of the counts behind it left some."""
    members = tuple(
        (name, Points(name, "count", (Point(2018, 100, Interval(100 - half, 100 + half)), *exact([2019], [after]))))
        for name, after, half in (("a", 50, 0), ("b", 80, 0), ("c", 90, 1), ("d", 100, 0), ("e", 110, 10))
    )
    outcome = describe_changes(Panel("census", "count", members))
    total, middle, half = (outcome.get(name) for name in ("annual_rate", "median_rate", "middle_half"))
    assert (total.value, *total.interval.ends) == pytest.approx((-14, 100 * (430 / 511 - 1), 100 * (430 / 489 - 1)))
    assert (middle.value, *middle.interval.ends) == pytest.approx((-10, 100 * (90 / 101 - 1), 100 * (90 / 99 - 1)))
    assert half.interval.ends == pytest.approx((-20, 0))
