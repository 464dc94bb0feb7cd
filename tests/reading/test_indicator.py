"""Which indicator a figure belongs to, and by which rule; for kinds of sentences see `test_meaning`."""

from __future__ import annotations

import pytest

from analysis.reading.context import Context
from analysis.reading.document import Part, Record
from analysis.reading.figure import Found
from helpers.sentences import BARE, found, read_alone

RUNNING, CHECKED = "running_government_sites", "spot_checked_sites"
UNAVAILABLE, EVALUATED = "homepage_unavailable_rate", "evaluated_government_sites"
SENT = "articles_submitted_to_portal"


def named(text: str, context: Context = BARE) -> list[tuple[str, str]]:
    """Indicators, with the kind of rule where it is none of the codebook's."""
    return [(value, "" if rule[-1:].isdigit() else rule) for value, rule in found(text, "indicator", context)]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("全省正在运行的政府网站30家,其中县级12家。", [(RUNNING, ""), (RUNNING, "indicator:inherited")]),
        ("首页不可用率从7.8%降到0.9%。", [(UNAVAILABLE, ""), (UNAVAILABLE, "indicator:change")]),
        ("抽查网站40家,90分以上的网站36家,占比90%。",
         [(CHECKED, ""), ("", "indicator:none"), ("sites_scoring_90_or_more", ""),
          ("share_of_sites_scoring_90_or_more", "indicator:share")]),
        ("完成34个省直单位、9个设区市共计43个政府网站年度考核。",
         [(EVALUATED, "indicator:sum")] * 2 + [(EVALUATED, "")]),
        # Articles that each level sent in add up like websites.
        ("县政府门户网站共收到报送信息90条,其中部门报送50条,乡镇报送40条。",
         [(SENT, ""), (SENT, "indicator:sum"), (SENT, "indicator:sum")]),
    ],
)  # fmt: skip
def test_an_indicator_has_a_rule(text, indicators):
    given = named(text)
    assert [value for value, _ in given] == [value for value, _ in indicators]
    assert all(rule == wanted for (value, rule), (_, wanted) in zip(given, indicators, strict=True) if value)


def test_parts_of_the_sentence_before_are_of_its_indicator():
    context = Context(last=Found(RUNNING, "", ((0, 2),)), last_thing=Found("site", "", ((0, 2),)))
    assert named("其中市直部门22家。", context) == [(RUNNING, "indicator:parts")]
    assert named("其中市直部门22家。") == [("", "")]
    other = context._replace(last_thing=Found("weibo", "", ((0, 2),)))
    assert named("其中市直部门网站22家。", other)[0][1] != "indicator:parts"


def test_what_a_plan_asks_for_nobody_has_counted():
    plan = Context(Record(title=Part("工作方案", (0, 4))))
    assert named("抽查合格率达到95%以上。", plan) == [("", "")]
    assert named("抽查合格率达到95%以上。")[0][0] == "spot_check_pass_rate"
    assert named("力争抽查合格率达到95%。") == [("", "")]


def test_a_sample_is_told_from_what_it_was_taken_from():
    sentence = read_alone("对正在运行的90家政府网站进行抽查,共抽查30家。")
    assert [mark.indicator for mark in sentence.marks] == [RUNNING, CHECKED]
    start, whole, low, high = sentence.sampled
    assert sentence.text[start:whole].startswith("对正在运行的90家")
    assert sentence.text[low:high] == "抽查"
    assert read_alone("检查网站30家。").sampled == (-1, -1, -1, -1)


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("12345热线受理工单25件,满意率90%。", ["hotline_requests_received", "request_satisfaction_rate"]),
        # Who was content with the requests of one kind is not who was content with the hotline.
        ("12345热线受理投诉类工单25件,满意率90%。", ["hotline_requests_received", ""]),
    ],
)
def test_what_is_of_one_kind_only_stands_for_no_whole(text, indicators):
    assert [value for value, _ in named(text)] == indicators
