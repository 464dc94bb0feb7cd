from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from analysis.base.errors import ProjectError, UnknownName
from analysis.bounds.printed import read_printed
from analysis.checking.identities import IDENTITY_COLUMNS, identities, load_identities

PRINTED = {
    # The second quarter of 2017: seven levels and their total.
    "all": "36916家", "portal": "2133", "ministry": "32", "c": "2543", "d": "519", "e": "16646", "f": "2778",
    "g": "12265",
    "sites-2017-09": "29431家", "sites-2017-12": "24820家", "merged": "4611", "checked": "12466", "share": "42%",
    "cut": "46%", "before": "46333", "ministries": "469", "subordinate": "2748", "ministry-all": "3216",
    "about": "近80%",
    "over": "超过90%", "rate-96": "96%", "failed-7": "7", "checked-126": "126", "passed-119": "119",
}  # fmt: skip


def observations() -> pl.DataFrame:
    rows = []
    for name, printed in PRINTED.items():
        share = "%" in printed
        b = read_printed(printed, kind="share" if share else "count")
        rows.append(
            {
                "observation_id": name,
                "comparator": b.comparator,
                "value": b.value,
                "lower": b.lower,
                "upper": b.upper,
                "unit": "percent" if share else "count:site",
                "lower_closed": b.lower_closed,
                "upper_closed": b.upper_closed,
            }
        )
    return pl.DataFrame(rows)


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
        ("kind: sum, parts: [portal, ministry, c, d, e, f, g], right: all", "holds"),
        ("kind: sum, parts: [ministry, c, d, e, f, g], right: all", "disagrees"),
        ("kind: share, parts: [checked], of: [sites-2017-09], right: share", "holds"),
        ("kind: share, parts: [checked], of: [sites-2017-12], right: share", "disagrees"),
        ("kind: flow, parts: [sites-2017-12, merged], right: sites-2017-09", "holds"),
        ("kind: difference, parts: [sites-2017-09], minus: [merged], right: sites-2017-12", "holds"),
        ("kind: sum, parts: [ministries, subordinate], right: ministry-all", "off_by_one"),
        ("kind: change, parts: [before], of: [sites-2017-12], right: share", "disagrees"),
        ("kind: share, parts: [passed-119], of: [checked-126], right: rate-96", "disagrees"),
        # 94.4% lies in (90, 100] and beyond [75, 80): neither has a last digit to be off by.
        ("kind: share, parts: [passed-119], of: [checked-126], right: over", "holds"),
        ("kind: share, parts: [passed-119], of: [checked-126], right: about", "disagrees"),
        # An end that is open does not count as shared: 10 of 100 is not over 10%.
        ("kind: share, parts: [90], of: [100], right: over", "disagrees"),
        # 96% of 126 sites are 121 of them; no whole number of 7 sites is 42%, three are 43%.
        ("kind: granularity, of: [checked-126], right: rate-96", "holds"),
        ("kind: granularity, of: [failed-7], right: share", "off_by_one"),
        ("kind: same, parts: [ministry-all], right: ministries", "disagrees"),
        ("kind: share, parts: [merged], of: [sites-2017-09], of_minus: [sites-2017-12], right: 100", "holds"),
    ],
)
def test_real_figures(tmp_path, entry, expected):
    assert result(tmp_path, entry)["result"] == expected


def test_sides_and_difference(tmp_path):
    row = result(tmp_path, "kind: share, parts: [checked], of: [sites-2017-09], right: share")
    assert list(row) == IDENTITY_COLUMNS
    assert row["left"] == pytest.approx(42.3567, abs=1e-4)
    assert (row["right"], row["right_lower"], row["right_upper"]) == (42.0, 41.5, 42.5)
    assert row["terms"] == "checked sites-2017-09 share"
    assert row["unit"] == "percent"


def test_change_is_signed(tmp_path):
    row = result(tmp_path, "kind: change, parts: [sites-2017-12], of: [before], right: cut")
    assert row["left"] == pytest.approx(-46.43, abs=0.01)


def test_known_disagreement_is_carried(tmp_path):
    row = result(
        tmp_path,
        "kind: sum, parts: [ministries, subordinate], right: ministry-all, expected: off_by_one, "
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
        ("id: x, kind: total, parts: [all], right: all", "unknown kind 'total'"),
        ("id: x, kind: share, parts: [all], right: all", "'of' belongs"),
        ("id: x, kind: sum, parts: [all], of: [all], right: all", "'of' belongs"),
        ("id: x, kind: sum, parts: [all], right: all, expected: disagrees", "known and known_zh"),
        ("id: x, kind: sum, parts: [all], right: all, known: b, known_zh: 乙", "known and known_zh"),
        ("id: x, kind: sum, parts: [all], right: all, expected: nearly", "unknown result"),
        ("id: x, kind: sum, part: [all], right: all", "unknown field 'part'.*parts"),
        ("id: x, kind: sum, right: all", "lacks parts"),
        ("id: x, kind: sum, parts: [all], right: all, less: [all]", "unknown field 'less'"),
    ],
)
def test_malformed_identities_are_refused(tmp_path, entry, says):
    with pytest.raises(ProjectError, match=says):
        load_identities(spec(tmp_path, entry))


def test_repeated_id_is_refused(tmp_path):
    entry = "id: x, kind: sum, parts: [all], right: all"
    with pytest.raises(ProjectError, match="'x' stands twice"):
        load_identities(spec(tmp_path, entry, entry))


def test_unknown_term_is_named_with_a_near_name(tmp_path):
    with pytest.raises(UnknownName, match=r"identities\.yml, x: unknown observation 'portall': did you mean portal"):
        result(tmp_path, "kind: sum, parts: [portall], right: all")


def test_share_of_nothing_is_refused(tmp_path):
    with pytest.raises(ProjectError, match="whole above zero"):
        frame = observations().with_columns(
            lower=pl.when(pl.col("observation_id") == "all").then(0.0).otherwise("lower")
        )
        identities(
            frame, load_identities(spec(tmp_path, "id: x, kind: share, parts: [checked], of: [all], right: share"))
        )
