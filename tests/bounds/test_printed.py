"""From printed figure to bounds, on strings as bulletins print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.base.errors import UnreadableFigure
from analysis.bounds.printed import CUES, bound, parse_numeral, read_printed, spell_range

STANDARD = [
    # printed, qualifier, kind, comparator, value, lower, upper, lower_closed, upper_closed
    ("29431家", "", "count", "eq", 29431, 29431, 29431, True, True),
    ("62.5%", "", "share", "eq", 62.5, 62.45, 62.55, True, False),
    ("94", "", "share", "eq", 94, 93.5, 94.5, True, False),
    ("100%", "", "share", "eq", 100, 99.5, 100, True, True),
    ("100%以上", "", "share", "ge", 100, 100, 100, True, True),
    # What exceeds 100% is no share of a whole, whatever the codebook expects.
    ("超过100%", "", "share", "gt", 100, 100, 200, False, False),
    ("超过120%", "", "share", "gt", 120, 120, 130, False, False),
    ("不足120%", "", "share", "lt", 120, 0, 120, True, False),
    ("不足0", "", "count", "lt", 0, 0, 0, True, True),
    ("85.92分", "", "measure", "eq", 85.92, 85.915, 85.925, True, False),
    ("4万家", "", "count", "eq", 40_000, 35_000, 45_000, True, False),
    ("38.5亿", "", "count", "eq", 3.85e9, 3.845e9, 3.855e9, True, False),
    ("超过90%", "", "share", "gt", 90, 90, 100, False, True),
    ("30", "不足", "share", "lt", 30, 0, 30, True, False),
    ("80%以上", "", "share", "ge", 80, 80, 100, True, True),
    ("300余项", "", "count", "gt", 300, 300, 400, False, False),
    # 十几个 was refused as several tens.
    ("十几个", "", "count", "gt", 10, 10, 20, False, False),
    ("二十几万", "", "count", "gt", 200_000, 200_000, 300_000, False, False),
    ("几十个", "", "count", "approx", 20, 20, 100, True, False),
    ("9000多万", "", "count", "gt", 9e7, 9e7, 1e8, False, False),
    ("304余万次", "超过", "count", "gt", 3.04e6, 3.04e6, 3.05e6, False, False),
    ("近80.", "", "share", "approx", 80, 75, 80, True, False),
    ("six million", "", "count", "eq", 6e6, 5.5e6, 6.5e6, True, False),
    ("近100%", "", "share", "approx", 100, 95, 100, True, False),
    ("约75%", "", "share", "approx", 75, 74.5, 75.5, True, True),
    ("数万条", "", "count", "approx", 20_000, 20_000, 100_000, True, False),
    ("一半", "超過", "share", "gt", 50, 50, 100, False, True),
    ("超过半数", "", "share", "gt", 50, 50, 100, False, True),
    ("約半數(shù)", "", "share", "approx", 50, 45, 55, True, True),
    ("九成", "超过", "share", "gt", 90, 90, 100, False, True),
    ("三分之二", "超过", "share", "gt", 66.666666667, 66.666666667, 100, False, True),
    ("2/3", "超过", "share", "gt", 66.666666667, 66.666666667, 100, False, True),
    ("四分之一", "", "share", "eq", 25, 20, 30, True, False),
    ("a third", "nearly", "share", "approx", 33.333333333, 28.333333333, 33.333333333, True, False),
    ("均已", "", "share", "eq", 100, 100, 100, True, True),
    ("持平", "", "measure", "eq", 0, 0, 0, True, True),
    ("未发现", "", "count", "eq", 0, 0, 0, True, True),
    ("未收到", "", "count", "eq", 0, 0, 0, True, True),
    ("none of the cities", "", "count", "eq", 0, 0, 0, True, True),
    ("All", "", "share", "eq", 100, 100, 100, True, True),
    ("all of them", "", "share", "eq", 100, 100, 100, True, True),
    ("全部合格", "", "share", "eq", 100, 100, 100, True, True),
    ("一二", "", "count", "eq", 12, 12, 12, True, True),
    ("二百三十七个", "", "count", "eq", 237, 237, 237, True, True),
    ("1萬(wàn)多個(gè)", "", "count", "gt", 10_000, 10_000, 20_000, False, False),
    ("more than 16,000", "", "count", "gt", 16_000, 16_000, 17_000, False, False),
    ("Fifty-one", "", "count", "eq", 51, 51, 51, True, True),
    ("30-50个", "", "count", "range", 30, 30, 50, True, True),
]


@pytest.mark.parametrize("case", STANDARD, ids=lambda case: f"{case[1]}{case[0]}")
def test_printed_figures_have_the_bounds_of_the_table(case):
    printed, qualifier, kind, *expected = case
    got = read_printed(printed, qualifier, kind)
    held = got.interval
    assert [got.comparator, got.value, *held.ends, held.lower_closed, held.upper_closed] == expected


@pytest.mark.parametrize("printed", ["", "中国上海", "2022年9月", "各级政府网站"])
def test_what_is_no_single_figure_is_refused_with_a_next_step(printed):
    with pytest.raises(UnreadableFigure, match="print one numeral"):
        read_printed(printed)


@pytest.mark.parametrize("printed", ["-36916家", "－5%", "−5%", "约-3-5个", "负三"])
def test_a_minus_is_refused_unless_the_indicator_is_a_change(printed):
    with pytest.raises(UnreadableFigure, match=r"below zero|print one numeral"):
        read_printed(printed)


def test_a_minus_makes_a_change_negative():
    assert read_printed("-5.5%", "", "measure", signed=True).value == -5.5
    assert read_printed("−5.5%", "", "measure", signed=True).value == -5.5


@pytest.mark.parametrize(
    "printed",
    "36,91,6 36.916.1 36916和43143家 3万6千 3万六千九百 三万六千、四万 1-2-3 36² 36½ 1E+4 基本合格".split(),
)
def test_two_figures_are_refused(printed):
    with pytest.raises(UnreadableFigure, match="print one numeral"):
        read_printed(printed)


@pytest.mark.parametrize(
    "printed", "l5% 1O% 5k 30-Jun 36916+ (36916) $36916 #5 =5 <b>36916</b> 12成 5折 百分之 96.4‰ 万家".split()
)
def test_what_touches_a_numeral_and_is_no_cue_is_refused(printed):
    with pytest.raises(UnreadableFigure, match="more or less than a numeral"):
        read_printed(printed, "", "share")


def test_a_count_with_a_point_for_its_comma_is_refused():
    with pytest.raises(UnreadableFigure, match="is the point a comma"):
        read_printed("36.916家")
    assert read_printed("23.4个").value == 23.4  # a mean
    assert read_printed("36.916%", "", "share").value == 36.916


@pytest.mark.parametrize(
    ("printed", "kind", "bounds"),
    [
        ("6成以上", "share", "[60, 100]"), ("98.5%-99%", "share", "[98.5, 99]"), ("3-5万", "count", "[30000, 50000]"),
        ("3万至5万家", "count", "[30000, 50000]"), ("未超过90", "count", "[0, 90]"), ("6pp", "measure", "[5.5, 6.5)"),
        ("26th", "count", "[26, 26]"), ("1.8个百分点", "measure", "[1.75, 1.85)"),
    ],
)  # fmt: skip
def test_figures_that_were_misread_or_refused(printed, kind, bounds):
    assert str(read_printed(printed, "", kind).interval) == bounds


@pytest.mark.parametrize(
    ("printed", "kind", "ends"),
    [
        ("五六十家", "count", (50, 60)), ("约三四百家", "count", (300, 400)), ("两三千个", "count", (2000, 3000)),
        ("四五万条", "count", (40_000, 50_000)), ("十五六个", "count", (15, 16)), ("三五个", "count", (3, 5)),
        ("三百五六十家", "count", (350, 360)), ("七八成", "share", (70, 80)),
    ],
)  # fmt: skip
def test_two_neighbouring_digits_are_a_range(printed, kind, ends):
    figure = read_printed(printed, "", kind)
    assert (figure.lower, figure.upper, figure.comparator) == (*ends, "range")


def test_digits_in_a_row_and_ranks_are_no_range():
    assert all(spell_range(text) == text for text in ("二〇一二", "二三名", "一二", "第三四季度"))


def test_a_range_of_two_scales_is_refused():
    with pytest.raises(UnreadableFigure, match="two scales"):
        read_printed("3万-5亿")


@pytest.mark.parametrize("printed", ["27.%", ".5%", "超过27.%", "1,家", ",431家", "27.以上", "O.5%"])
def test_a_numeral_that_lost_a_digit_is_refused(printed):
    with pytest.raises(UnreadableFigure, match="lost a digit"):
        read_printed(printed)


def test_a_cut_is_negative_only_where_the_indicator_is_a_change():
    assert read_printed("21.5%", "减少", "measure", signed=True).value == -21.5
    assert read_printed("21.5%", "减少", "measure").value == 21.5


def test_a_cut_of_over_ten_lies_below_minus_ten():
    figure = read_printed("超过10%", "减少", "measure", signed=True)
    assert (figure.comparator, figure.upper, figure.interval.upper_closed) == ("lt", -10, False)


@given(
    value=st.integers(1, 10**9),
    sense=st.sampled_from(sorted(set(CUES.values()) | {"eq"})),
    kind=st.sampled_from(["count", "measure"]),
)
def test_bounds_contain_the_value_and_widen_with_the_convention(value, sense, kind):
    numeral = parse_numeral(str(value))
    narrow, standard, wide = (bound(sense, numeral, kind, c) for c in ("narrow", "standard", "wide"))
    assert narrow.lower <= value <= narrow.upper
    assert wide.lower <= standard.lower <= narrow.lower
    assert narrow.upper <= standard.upper <= wide.upper
    assert wide.lower >= 0 or kind == "measure"


@given(value=st.integers(0, 100), sense=st.sampled_from(sorted(set(CUES.values()) | {"eq"})))
def test_shares_stay_between_0_and_100(value, sense):
    figure = bound(sense, parse_numeral(str(value)), "share", "wide")
    assert 0 <= figure.lower <= value <= figure.upper
    assert figure.upper <= 100 or (sense, value) == ("gt", 100)


@given(
    text=st.from_regex(r"[0-9]{1,40}(\.[0-9]{1,30})?[万亿]{0,2}[余多]?", fullmatch=True),
    sense=st.sampled_from(sorted(set(CUES.values()) | {"eq"})),
    kind=st.sampled_from(["count", "share", "measure"]),
    convention=st.sampled_from(["narrow", "standard", "wide"]),
)
def test_any_string_of_digits_is_bounded_or_no_figure(text, sense, kind, convention):
    numeral = parse_numeral(text)
    if numeral is None:
        assert sum(sign.isdigit() for sign in text) > 10
    else:
        assert bound(sense, numeral, kind, convention).interval.lower <= numeral.value


@given(
    text=st.from_regex(r"[一二三四五六七八九]?[十百千](几|余|多)?[万亿]?|[数几][十百千万亿]", fullmatch=True),
    sense=st.sampled_from(sorted(set(CUES.values()) | {"eq"})),
    kind=st.sampled_from(["count", "share", "measure"]),
    convention=st.sampled_from(["narrow", "standard", "wide"]),
)
def test_any_numeral_in_words_is_bounded(text, sense, kind, convention):
    numeral = parse_numeral(text)
    figure = bound(sense, numeral, kind, convention)
    assert figure.lower <= figure.value <= figure.upper


def test_a_string_of_thirty_digits_is_no_figure():
    with pytest.raises(UnreadableFigure, match="more digits"):
        read_printed("3" * 30)


def test_a_ranking_of_accounts_writes_w_for_ten_thousand():
    assert read_printed("10W").value == 100_000
