"""The coding of the project's own statements: the errors that were found in it, each as its kind."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.cleaning.statements import load_statements, read_figure

TEXTS = {"ceirp-2022": "000", "ceirp-2017": "001", "ceirp-2015": "003", "fujian-2023": "004"}
STATEMENTS = {one.statement_id: one for one in load_statements(paths.RAW / "statements.csv")}
README = (paths.RAW / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("survey", ["gansu-2019q1", "hainan-2019q1", "inner-mongolia-2019"])
def test_a_share_is_coded_at_the_level_of_its_own_base(survey):
    # 178 of 561 sites that are no portals were coded as 178 of all 667.
    shares, counts = (STATEMENTS[f"isc-accessibility-{survey}-access-{what}-all"] for what in ("share", "sites"))
    assert (shares.level, counts.level) == ("non_portal", "non_portal")


def test_a_level_of_portals_is_printed_as_one(texts: Path):
    # The evaluation of 2022 says government sites where its figures were coded as those of portals.
    levels = load_codebook().levels
    portals = {name for name in levels if "门户" in levels.label(name, "zh")}
    amiss = [
        one.statement_id
        for one in STATEMENTS.values()
        if one.level in portals and one.bulletin_id in TEXTS and "text" in one.reviewed
        if not _says(next(texts.glob(f"{TEXTS[one.bulletin_id]}_*.txt")), one.printed, "门户")
    ]
    assert amiss == []


def _says(path: Path, printed: str, word: str) -> bool:
    """Tell whether a text has a word near a printed figure."""
    text = path.read_text(encoding="utf-8")
    return any(word in text[max(0, m.start() - 80) : m.end() + 60] for m in re.finditer(re.escape(printed), text))


def test_what_counts_several_functions_is_not_coded_as_one_of_them(texts: Path):
    text = next(texts.glob("000_*.txt")).read_text(encoding="utf-8")
    for level, printed in (("province", "超过90%"), ("city", "70%"), ("county", "40%")):
        one = STATEMENTS[f"ceirp-2022-qa-adoption-{level}"]
        assert (one.indicator, one.level, one.printed) == ("smart_functions_adoption", f"{level}_sites", printed)
    assert "智能问答、智能检索等功能" in text
    assert "政务服务平台的平均得分率" in text
    assert STATEMENTS["ceirp-2022-qa-score"].level == "province_sites_and_platforms"


def test_who_counted_and_when_is_marked_where_it_is_inferred():
    for name in ("cgtn-graphics-2024-running-2015", "cgtn-graphics-2024-running-2022"):
        one = STATEMENTS[name]
        assert one.confidence == "low"
        assert "inferred" in one.note


def test_an_evaluation_and_a_part_of_one_share_no_indicator():
    # 81.42% of 2017 is the whole evaluation, 93.62% of 2018 its part on health: a rise that nobody printed.
    whole = [STATEMENTS[name] for name in ("guangxi-2017-pass-rate", "guangxi-2018-evaluation-pass-rate")]
    assert {one.indicator for one in whole} == {"evaluation_pass_rate"}
    assert [one.printed for one in whole] == ["81.42%", "95.70%"]
    assert STATEMENTS["guangxi-2018-pass-rate-2018"].indicator == "spot_check_pass_rate"


def test_users_who_are_very_dissatisfied_are_not_all_who_are_dissatisfied():
    # 78.5% of 2010 are the very dissatisfied; beside the 87.9% of 2009 it made a fall that nobody found.
    apart = {"ccid-2010-dissatisfied-2010-78", "ccid-2010-dissatisfied-2010-78-5"}
    assert {STATEMENTS[name].indicator for name in apart} == {"user_very_dissatisfied_share"}
    all_of_them = [one for one in STATEMENTS.values() if one.indicator == "user_dissatisfied_share"]
    assert {one.printed for one in all_of_them if one.bulletin_id == "ccid-2010"} == {"87 percent", "87.9%", "84.2%"}


def test_the_record_stays_dense():
    years = Counter(one.time_period[:4] for one in STATEMENTS.values())
    assert len(STATEMENTS) >= 3_200
    assert len(read_rows(paths.RAW / "bulletins.csv")) >= 550
    assert [year for year in range(2004, 2024) if years[str(year)] < 40] == []


def test_what_is_about_other_things_than_websites_stays_out():
    [row] = [line for line in README.splitlines() if line.startswith("| about other things than government websites")]
    out = set(re.findall(r"(\w+) \(\d+\)", row))
    assert len(out) == 6
    assert [name for name, one in STATEMENTS.items() if one.indicator in out] == []


def test_tens_of_thousands_have_bounds_and_no_single_number():
    one = STATEMENTS["ceirp-2017-qa-questions"]
    figure = read_figure(one, load_codebook())
    assert (figure.lower, figure.upper) == (20_000, 100_000)
    assert (one.printed, one.reviewed) == ("数万条", "text")


def test_how_a_statement_was_reviewed_is_named_by_the_codebook():
    kinds = {row["review"] for row in read_rows(paths.CODEBOOK / "reviews.csv")} - {"arithmetic"}
    assert {name for one in STATEMENTS.values() for name in one.reviewed.split()} <= kinds
