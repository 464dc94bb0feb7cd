"""One script for the rules, and the way back to the text as stored."""

from __future__ import annotations

from analysis.reading import read_text
from analysis.reading.script import to_plain


def test_plain_text_keeps_its_places():
    text = "網(wǎng)站 數(shù)量&nbsp;約１２．５％"
    plain = to_plain(text)
    assert plain.text == "网站数量\t约12.5%"
    assert [text[plain.place(i)] for i in range(3)] == ["網", "站", "數"]
    assert text[plain.place(6) : plain.end(11)] == "１２．５％"


def test_brackets_that_are_no_glosses_stay():
    assert to_plain("移动端(app)和微信(pc)").text == "移动端(app)和微信(pc)"


def test_damaged_copies_read_like_clean_ones():
    clean = read_text("抽查网站120家,合格率94%。")
    damaged = read_text("抽查網(wǎng)站120家,合格率94%。")
    assert [f[3:14] for f in clean] == [f[3:14] for f in damaged]


def test_lost_percent_signs_are_flagged_with_their_evidence():
    text = "各部门已改版.网站提升了服务.抽查网站12466个.正在运行的网站29431家.占总数的42.合格率94.近80.的省级网站达标."
    figures = read_text(text)
    lost = {f.printed: f for f in figures if f.unit_lost}
    assert set(lost) == {"42", "94", "80"}
    assert "unit:identity" in lost["42"].rule
    assert all(f.unit == "percent" for f in lost.values())


def test_what_a_forum_puts_between_lines_against_copying_goes():
    """4 Q0 r0 s! K' {* @1 f gave seven figures on one page; numbers and words in a row stay."""
    assert to_plain("没有超时办结件。4 Q0 r0 s! K' {* @1 f c; J& f\n受理3件").text == "没有超时办结件。\n受理3件"
    assert to_plain("1 2 3 4 5 6 7").text == "1 2 3 4 5 6 7"
    assert to_plain("we do so as it is on").text == "we do so as it is on"
