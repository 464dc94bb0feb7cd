"""Lines without figures are passed over: what the others say must not change by it."""

from __future__ import annotations

import pytest

from analysis.bounds.printed import read_printed
from analysis.reading import reader
from analysis.reading.terms import load_terms

TERMS = load_terms()
FILLER = (
    "各县区上下高度重视政府网站工作,加强组织领导,落实工作责任,完善工作机制,强化监督,确保政府网站安全平稳运行,"
    "更好服务企业和群众"
)
OPENING = "某市政府网站情况\n各县区政府网站共有30家。\n"
TEXTS = {
    "prose": f"{OPENING}{FILLER}。\n其中合格28家,合格率93.3%。",
    "date": f"{OPENING}截至二〇一九年十月,{FILLER}。\n共有网站28家。",
    # What is said above a table says what its shares are of.
    "table": f"{OPENING}{FILLER},抽查。\n县区|占(%)\n甲县|12.5\n乙县|18.5",
    "scope": f"{OPENING}{FILLER},对象为省和重点城市。\n各地网站28家,合格率93.3%。",
}


@pytest.mark.parametrize("name", TEXTS)
def test_passing_over_a_line_changes_no_figure(name, monkeypatch):
    passed = []

    def says_nothing(*given):
        passed.append(says(*given))
        return passed[-1]

    says = reader._says_nothing
    monkeypatch.setattr(reader, "_says_nothing", says_nothing)
    found = reader.read_text(TEXTS[name], terms=TERMS)
    monkeypatch.setattr(reader, "_says_nothing", lambda *_: False)
    assert found == reader.read_text(TEXTS[name], terms=TERMS)
    assert any(passed) == (name in ("prose", "table"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A fall is below zero, as the record has it; its cue word goes with the print.
        ("全省政府网站504家,较上季度减少8家。", [(504, 504, 504), (-8, -8, -8)]),
        ("政府网站合格率98.2%,较上季度下降0.6个百分点。", [(98.2, 98.15, 98.25), (-0.6, -0.65, -0.55)]),
        ("政府网站合格率98.2%,较上季度提高0.6个百分点。", [(98.2, 98.15, 98.25), (0.6, 0.55, 0.65)]),
        ("网站、新媒体合格率比上季度分别下降1.4个、上升0.8个百分点。", [(-1.4, -1.45, -1.35), (0.8, 0.75, 0.85)]),
        # Two neighbouring digits are a range.
        ("全市合格的政府网站五六十家。", [(50, 50, 60)]),
        ("七八成网站合格。", [(70, 70, 80)]),
        ("该市网站位列二三名。", []),
        # How long something took, and not the limit for it.
        ("平均办理时间3天,5个工作日内办结。", [(3, 3, 3)]),
    ],
)  # fmt: skip
def test_values_and_their_bounds(text, wanted):
    figures = reader.read_text(f"2023年第四季度,{text}", terms=TERMS)
    assert [(one.value, one.lower, one.upper) for one in figures] == [pytest.approx(bounds) for bounds in wanted]


@pytest.mark.parametrize("word", ["减少", "下降", "降低", "缩减", "下滑", "回落"])
def test_the_word_of_a_fall_goes_with_its_figure_and_says_as_much_in_the_record(word):
    text = f"2023年第四季度,政府网站合格率98.2%,较上季度{word}0.6个百分点。"
    (fall,) = [one for one in reader.read_text(text, terms=TERMS) if one.value < 0]
    (place,) = [part for part in fall.evidence.split(";") if part.startswith("comparator")]
    low, high = (int(end) for end in place.split()[1].split(":"))
    assert read_printed("0.6个百分点", text[low:high], "measure", signed=True).value == fall.value == -0.6
