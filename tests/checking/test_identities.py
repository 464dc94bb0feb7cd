from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.base.errors import ProjectError, UnknownName
from analysis.base.tables import to_table
from analysis.bounds.interval import Interval
from analysis.bounds.printed import read_printed
from analysis.bounds.quantity import Quantity
from analysis.checking.identities import IDENTITY_COLUMNS, compare, held_exactly, identities, load_identities
from analysis.cleaning.observations import OBSERVATION_COLUMNS, Observation

PRINTED = {
    # The second quarter of 2017: seven levels and their total.
    "all": "36916家", "portal": "2133", "ministry": "32", "c": "2543", "d": "519", "e": "16646", "f": "2778",
    "g": "12265",
    "sites-2017-09": "29431家", "sites-2017-12": "24820家", "merged": "4611", "checked": "12466", "share": "42%",
    "cut": "46%", "before": "46333", "ministries": "469", "subordinate": "2748", "ministry-all": "3216",
    "about": "近80%", "none": "0",
    "over": "超过90%", "rate-96": "96%", "failed-7": "7", "checked-126": "126", "passed-119": "119",
}  # fmt: skip
DAY = date(2017, 6, 1)


def observation(name: str, printed: str) -> Observation:
    share = "%" in printed
    figure = read_printed(printed, kind="share" if share else "count")
    return Observation(
        name, name, "gov-2017q2", "2017", "any", "CN", "all", "", "", "2017-06-01", DAY, DAY,
        replace(figure, unit="percent" if share else "count:site"), "A", "high", "", (), "",
    )  # fmt: skip


def observations() -> pl.DataFrame:
    return to_table([observation(*pair) for pair in PRINTED.items()], Observation, OBSERVATION_COLUMNS)


def spec(tmp_path: Path, *entries: str) -> Path:
    path = tmp_path / "identities.yml"
    texts = "label_en: a, label_zh: 甲, source: the bulletin"
    path.write_text("\n".join(f"- {{{entry}, {texts}}}" for entry in entries), encoding="utf-8")
    return path


def result(tmp_path: Path, entry: str) -> dict:
    return identities(observations(), load_identities(spec(tmp_path, f"id: x, {entry}"))).row(0, named=True)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("kind: sum, left: portal + ministry + c + d + e + f + g, right: all", "holds"),
        ("kind: sum, left: ministry + c + d + e + f + g, right: all", "disagrees"),
        ("kind: share, left: 100 * checked / sites-2017-09, right: share", "holds"),
        ("kind: share, left: 100 * checked / sites-2017-12, right: share", "disagrees"),
        ("kind: flow, left: sites-2017-12 + merged, right: sites-2017-09", "holds"),
        ("kind: difference, left: sites-2017-09 - merged, right: sites-2017-12", "holds"),
        ("kind: difference, left: sites-2017-09 - merged, right: all - merged - merged", "disagrees"),
        ("kind: sum, left: ministries + subordinate, right: ministry-all", "off_by_one"),
        # A sum has no last digit to be off by.
        ("kind: sum, left: ministries + subordinate, right: ministry-all + none", "disagrees"),
        ("kind: change, left: 100 * before / sites-2017-12 - 100, right: share", "disagrees"),
        ("kind: share, left: 100 * passed-119 / checked-126, right: rate-96", "disagrees"),
        # 94.4% lies in (90, 100] and beyond [75, 80): neither has a last digit to be off by.
        ("kind: share, left: 100 * passed-119 / checked-126, right: over", "holds"),
        ("kind: share, left: 100 * passed-119 / checked-126, right: about", "disagrees"),
        # An end that is open does not count as shared: 90 of 100 is not over 90%, 80 of 100 not nearly 80%.
        ("kind: share, left: 100 * 90 / 100, right: over", "disagrees"),
        ("kind: share, left: 100 * 80 / 100, right: about", "disagrees"),
        ("kind: share, left: 100 * 75 / 100, right: about", "holds"),
        # 96% of 126 sites are 121 of them; no whole number of 7 sites is 42%, three are 43%.
        ('kind: granularity, left: "nearest(checked-126, rate-96)", right: rate-96', "holds"),
        ('kind: granularity, left: "nearest(failed-7, share)", right: share', "off_by_one"),
        ("kind: same, left: ministry-all, right: ministries", "disagrees"),
        ("kind: share, left: 100 * merged / (sites-2017-09 - sites-2017-12), right: 100", "holds"),
        (
            "kind: share, left: 100 * (checked-126 - failed-7) / checked-126, right: 100 * passed-119 / checked-126",
            "holds",
        ),
    ],
)
def test_real_figures(tmp_path, entry, expected):
    assert result(tmp_path, entry)["result"] == expected


def test_exact_sums_confirm_their_terms_and_shares_confirm_none(tmp_path):
    entries = (
        "id: a, kind: flow, left: sites-2017-12 + merged, right: sites-2017-09",
        "id: b, kind: share, left: 100 * checked / sites-2017-09, right: share",
        "id: c, kind: sum, left: ministries + subordinate, right: ministry-all",
    )
    held = held_exactly(identities(observations(), load_identities(spec(tmp_path, *entries))))
    assert held == {"sites-2017-12": ["a"], "merged": ["a"], "sites-2017-09": ["a"]}


def test_sides_and_difference(tmp_path):
    row = result(tmp_path, "kind: share, left: 100 * checked / sites-2017-09, right: share")
    assert list(row) == IDENTITY_COLUMNS
    assert row["left"] == pytest.approx(42.3567, abs=1e-4)
    assert (row["right"], row["right_lower"], row["right_upper"]) == (42.0, 41.5, 42.5)
    assert row["terms"] == "checked sites-2017-09 share"
    assert row["unit"] == "percent"
    assert result(tmp_path, "kind: sum, left: ministries + subordinate, right: 100")["unit"] == "count:site"


def test_change_is_signed(tmp_path):
    row = result(tmp_path, "kind: change, left: 100 * sites-2017-12 / before - 100, right: cut")
    assert row["left"] == pytest.approx(-46.43, abs=0.01)


def test_known_disagreement_is_carried(tmp_path):
    row = result(
        tmp_path,
        "kind: sum, left: ministries + subordinate, right: ministry-all, expected: off_by_one, "
        "known: a slip, known_zh: 笔误",
    )
    assert (row["result"], row["expected"], row["known"], row["known_zh"]) == (
        "off_by_one",
        "off_by_one",
        "a slip",
        "笔误",
    )


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("id: x, kind: share, left: all, right: all", r"'all' is no share; a share is written with \* /"),
        ("id: x, kind: sum, left: all / all, right: all", r"'all / all' is no sum; a sum is written with \+"),
        ("id: x, kind: flow, left: all, right: all", r"is no flow; a flow is written with \+ or -"),
        ("id: x, kind: same, left: all + all, right: all", "is no same; a same is written as one id"),
        ("id: x, kind: granularity, left: 100 * all / all, right: all", "written with nearest"),
        ("id: x, kind: sum, left: all +, right: all", r"identities\.yml, x: 'all \+' cannot be read at its end"),
        ("id: x, kind: sum, left: all + all, right: all, expected: disagrees", "known and known_zh"),
        ("id: x, kind: sum, left: all + all, right: all, known: b, known_zh: 乙", "known and known_zh"),
    ],
)
def test_malformed_identities_are_refused(tmp_path, entry, says):
    with pytest.raises(ProjectError, match=says):
        load_identities(spec(tmp_path, entry))


def test_unknown_term_is_named_with_a_near_name(tmp_path):
    with pytest.raises(UnknownName, match=r"identities\.yml, x: unknown observation 'portall': did you mean portal"):
        result(tmp_path, "kind: sum, left: portall + all, right: all")


def test_share_of_nothing_is_refused_with_its_identity(tmp_path):
    with pytest.raises(ProjectError, match=r"identities\.yml, x: a ratio needs a divisor that cannot be zero"):
        result(tmp_path, "kind: share, left: 100 * checked / none, right: share")


@st.composite
def figures(draw: st.DrawFn) -> Quantity:
    lower, upper = sorted(draw(st.tuples(st.integers(0, 60), st.integers(0, 60))))
    closed = [lower == upper or draw(st.booleans()) for _ in range(2)]
    return Quantity(lower / 10, Interval(lower / 10, upper / 10, *closed))


@given(figures(), figures(), st.sampled_from([0.0, 0.1, 1.0]))
def test_sides_hold_where_they_share_a_number(left: Quantity, right: Quantity, place: float) -> None:
    grid = [step / 20 for step in range(121)]
    shared = any(value in left.interval and value in right.interval for value in grid)
    # Dust of binary sums on one side must not tip the balance.
    dusty = replace(left, interval=left.interval + 0.1 + 0.2 - 0.3, value=left.value + 0.1 + 0.2 - 0.3)
    for side in (left, dusty):
        found = compare(side, right, place)
        assert (found == "holds") == shared
        if not shared:
            gap = round(max(left.lower - right.upper, right.lower - left.upper), 3)
            assert (found == "off_by_one") == (gap <= place and place > 0)
