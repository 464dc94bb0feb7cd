from __future__ import annotations

import math

from analysis.estimating.growth import fit_loglinear
from analysis.estimating.sensitivity import HEADLINE, leave_points_out, leave_sources_out, run_variants, summarise
from analysis.estimating.types import Point, Points


def series(*values: float) -> Points:
    rows = tuple(
        Point(2010.0 + i, v, v, v, period=str(2010 + i), source=f"bulletin-{i % 3}") for i, v in enumerate(values)
    )
    return Points("sites", "count", rows)


def test_variants_that_flip_or_leave_are_marked_and_the_others_are_not() -> None:
    base = series(100, 103, 110, 112, 121, 124)
    variants = {
        "falling": series(124, 121, 112, 110, 103, 100),
        "same": base,
        "steep": series(1, 10, 100, 1e3, 1e4, 1e5),
    }
    rows = {r.variant: r for r in run_variants(fit_loglinear, base, variants, ["annual_rate"])}
    assert list(rows) == [HEADLINE, "falling", "same", "steep"]
    assert rows["falling"].changes_sign and rows["falling"].leaves_interval
    assert not rows["steep"].changes_sign and rows["steep"].leaves_interval
    assert not rows["same"].marked and not rows[HEADLINE].marked


def test_a_refused_variant_gives_its_sentence_and_marks_nothing() -> None:
    rows = run_variants(fit_loglinear, series(1, 2, 3, 4), {"short": series(1, 2)}, ["annual_rate"])
    assert rows[1].refused and math.isnan(rows[1].value) and not rows[1].marked
    assert "needs 4" in rows[1].note


def test_a_refused_headline_leaves_nothing_to_compare() -> None:
    rows = run_variants(fit_loglinear, series(1, 2), {"long": series(1, 2, 4, 8)}, ["annual_rate"])
    assert rows[0].refused and not rows[1].refused and not rows[1].marked


def test_sources_and_points_are_left_out_in_turn() -> None:
    points = series(1, 2, 4, 8, 16, 32)
    assert sorted(leave_sources_out(points)) == [f"without bulletin-{i}" for i in range(3)]
    assert all(len(p) == 4 for p in leave_sources_out(points).values())
    left = leave_points_out(points)
    assert len(left) == 6 and all(len(p) == 5 for p in left.values())
    double = points.keep((*points.rows, Point(2010.0, 3, 3, 3, period="2010", ref="other")))
    assert len(leave_points_out(double)) == 7


def test_the_summary_names_what_changes_the_headline() -> None:
    base = series(100, 103, 110, 112, 121, 124)
    rows = run_variants(fit_loglinear, base, {"falling": series(124, 121, 112, 110, 103, 100)}, ["annual_rate"])
    assert summarise(rows) == "1 of 1 variants change the headline: falling (sign)."
    calm = run_variants(fit_loglinear, base, {"same": base}, ["annual_rate"])
    assert summarise(calm).startswith("None of 1")
