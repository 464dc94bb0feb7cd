from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError, UnknownName
from analysis.reconciling.breaks import check_breaks, load_breaks
from analysis.reconciling.conflicts import build_conflicts
from analysis.reconciling.decisions import check_decisions, choices_of, load_decisions
from analysis.reconciling.display import combine
from analysis.reconciling.rules import RULES
from analysis.reconciling.series import build_series

RECORD = """
- conflict_id: conflict-2016-end-count
  title_en: Sites at the end of 2016
  title_zh: 2016年底的网站数
  handled: conflict
  rule: R3
  statements: eval-2016-end cut-2017
  computed:
    before: count-2017 + cut-2017
  explanation_en: The evaluation prints {eval-2016-end}; the notice's {count-2017} and {cut-2017} give {before}.
  explanation_zh: 评估印为{eval-2016-end}，通报的{count-2017}与{cut-2017}合计{before}。
"""
HEADER = "break_id,indicator,area,level,method,date,kind,label_en,label_zh,reason_en,reason_zh,sources,statements\n"


@pytest.fixture
def observations(clean, say):
    return clean(
        say("eval-2016-end", "4万家", "2016-12"), say("count-2017", "24820家", "2017-12-01", "notice-2018"),
        say("cut-2017", "21513家", "2017", "notice-2018", indicator="declared_government_sites"),
    )  # fmt: skip


@pytest.fixture
def write(tmp_path):
    def run(text: str, name: str = "conflicts.yml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return run


def test_texts_are_filled_from_the_data(observations, say, codebook, write):
    series = build_series(observations, codebook, [])
    statements = [say("eval-2016-end", "4万家", "2016-12")]
    record = build_conflicts(series, observations, load_decisions(write(RECORD)), statements).row(0, named=True)
    assert record["explanation_en"] == "The evaluation prints about 40,000; the notice's 24,820 and 21,513 give 46,333."
    assert (record["title_en"], record["title_zh"]) == ("Sites at the end of 2016", "2016年底的网站数")
    assert record["printed"] == "4万家; 21,513"
    assert record["bounds"] == "[35000, 45000); [21513, 21513]"
    assert record["indicator"] == "running_government_sites"
    assert record["series_id"] == "declared_government_sites.CN.all running_government_sites.CN.all"


def test_a_record_whose_statements_are_not_known_yet_is_left_out(observations, codebook, write):
    import polars as pl

    early = observations.filter(pl.col("bulletin_id") != "notice-2018")
    assert build_conflicts(build_series(early, codebook, []), early, load_decisions(write(RECORD))).height == 0


def test_a_conflict_without_a_record_speaks_for_itself(clean, say, codebook):
    observations = clean(say("a", "4万家", "2016-12"), say("b", "46333家", "2016-12", "notice-2018"))
    series = build_series(observations, codebook, [])
    record = build_conflicts(series, observations, [], codebook=codebook).row(0, named=True)
    assert record["conflict_id"] == "conflict-running-government-sites.cn.all-2016-12"
    assert "about 40,000 (notice-2017), 46,333 (notice-2018)" in record["explanation_en"]
    assert record["values"] == "40000; 46333"
    assert record["title_en"] == "running_government_sites, CN, all, 2016-12"
    assert record["title_zh"] == "running_government_sites，CN，all，2016-12"


def test_unknown_names_are_named_with_near_ones(observations, write):
    decisions = load_decisions(write(RECORD.replace("{count-2017}", "{count-2071}")))
    with pytest.raises(UnknownName, match="count-2017"):
        check_decisions(decisions, observations["observation_id"])


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (("rule: R3", "rule: R33"), "R3"),
        (("handled: conflict", "handled: conflct"), "conflict"),
        (("  rule: R3\n", ""), "rule"),
        (("handled: conflict", "handled: chosen"), "one of its statements"),
        (("  title_zh: 2016年底的网站数\n", ""), "title_zh"),
        (("title_en: Sites at the end of 2016", "title_en:"), "title_en is empty"),
    ],
)
def test_mistakes_in_records_are_errors(write, change, match):
    with pytest.raises(ProjectError, match=match):
        load_decisions(write(RECORD.replace(*change)))


def test_an_id_stands_once(write):
    with pytest.raises(ProjectError, match="twice"):
        load_decisions(write(RECORD + RECORD))


def test_choices_come_from_chosen_records(write):
    text = RECORD.replace("handled: conflict", "handled: chosen\n  chosen: cut-2017")
    assert choices_of(load_decisions(write(text)))["cut-2017"].conflict_id == "conflict-2016-end-count"


def test_arithmetic_carries_bounds(observations):
    rows = {r["observation_id"]: r for r in observations.iter_rows(named=True)}
    assert combine("eval-2016-end - cut-2017", rows) == (13487, 23487, "count:site")
    assert combine("cut-2017 / count-2017", rows)[2] == "percent"
    assert combine("cut-2017 / count-2017", rows)[0] == pytest.approx(86.676, abs=1e-3)


def test_breaks_are_read_and_checked(write, codebook):
    row = "b1,running_government_sites,CN,,,2018,method,l,l,r,r,notice-2018,\n"
    breaks = load_breaks(write(HEADER + row, "breaks.csv"))
    check_breaks(breaks, codebook)
    assert breaks[0].segment == "from-2018"
    with pytest.raises(UnknownName, match="running_government_sites"):
        check_breaks(load_breaks(write(HEADER + row.replace("running_g", "runing_g"), "breaks.csv")), codebook)


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ("b1,,,,,2018-13,method,l,l,r,r,,\n", "2018-13"),
        ("b1,,,,,2018,methods,l,l,r,r,,\n", "method"),
        ("b1,,,,,2018,exclude,l,l,r,r,,\n", "statements"),
        ("b1,,,,,2018,method,l,l,r,r,,\nb1,,,,,2018,method,l,l,r,r,,\n", "twice"),
    ],
)
def test_mistakes_in_breaks_are_errors(write, row, match):
    with pytest.raises(ProjectError, match=match):
        load_breaks(write(HEADER + row, "breaks.csv"))


def test_every_rule_has_both_texts():
    assert all(rule.text_en and rule.text_zh for rule in RULES.values())
