"""A headline beside its variants."""

from __future__ import annotations

from analysis.questions.moves import list_headlines, list_moves


def vary(variant, value, **more):
    return {"headline_id": "est-a", "variant": variant, "variant_zh": "变", "value": value, "lower": 1.0, "upper": 3.0,
            "refused": value is None, "sign_changed": False, "leaves_interval": False, "includes_zero": False,
            **more}  # fmt: skip


def test_a_headline_has_the_range_of_its_variants_and_those_that_leave_its_interval():
    variants = [
        vary("headline", 2.0), vary("wide", 1.5), vary("narrow", 4.0, leaves_interval=True), vary("none", None),
        vary("turned", 1.6, sign_changed=True), vary("unsure", 1.7, includes_zero=True),
    ]  # fmt: skip
    (one,) = list_headlines(variants, {"est-a": {"unit": "percent", "level": 0.95}})
    assert (one["value"], one["lowest"], one["highest"]) == (2.0, 1.5, 4.0)
    assert (one["variants"], one["refused_of_en"]) == (5, "1 of 5")
    # Variants that change the sign alone stood under the head of those that leave the interval.
    assert (one["left_en"], one["turned_en"]) == ("narrow", "turned; unsure")


def test_what_bounds_alone_give_has_no_value_and_the_range_of_its_bounds():
    variants = [vary("headline", 2.0), vary("wide", 2.0, lower=0.5, upper=3.5), vary("narrow", 2.0, lower=1.5)]
    bounded = {"est-a": {"unit": "percent", "level": 1.0}}
    (one,) = list_headlines(variants, bounded)
    assert (one["value"], one["lowest"], one["highest"]) == (None, 0.5, 3.5)
    (one,) = list_headlines([row | {"lower": 2.0, "upper": 2.0} for row in variants], bounded)
    assert one["value"] == 2.0


def test_a_variant_just_outside_the_interval_is_not_within_it():
    variants = [
        vary("headline", 1.5), vary("in", 3.0), vary("turned", 1.1, sign_changed=True), vary("near", 3.1),
        vary("out", 9.0, leaves_interval=True), vary("none", None),
    ]  # fmt: skip
    rows = list(list_moves(variants))
    assert [row["moves"] for row in rows] == ["stays", "turns", "near", "leaves", "refused"]
    assert [(row["lower"], row["upper"]) for row in rows] == [(-0.5, 1.5)] * 4 + [(None, None)]


def test_a_headline_with_one_end_has_no_half_width():
    """The edition of 2021 could not draw how far its headlines move: one of them had no upper end."""
    assert list(list_moves([vary("headline", 2.0, upper=None), vary("wide", 1.5)])) == []
