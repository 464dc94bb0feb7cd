"""Changes, 分别 pairs, and figures that share a subject."""

from __future__ import annotations

from analysis.reading import read_text


def read(text, *fields):
    return [tuple(getattr(figure, field) for field in fields) for figure in read_text(text)]


def test_pairs_in_order():
    rows = read("2021年,四年来热线诉求解决率与满意率由51%、62%分别升至92%、96%。", "value", "indicator", "time_period")
    assert rows == [
        (51.0, "request_resolution_rate", "2017"),
        (62.0, "request_satisfaction_rate", "2017"),
        (92.0, "request_resolution_rate", "2021"),
        (96.0, "request_satisfaction_rate", "2021"),
    ]


def test_pairs_that_refer_to_figures():
    rows = read("抽查政府网站180个、政务新媒体240个,合格率分别为98.3%、93.8%。", "value", "indicator")
    assert rows[2:] == [(98.3, "spot_check_pass_rate"), (93.8, "new_media_pass_rate")]


def test_a_change_has_two_dates():
    rows = read("2017年评估通报\n在运行的网站总数由2016年底的4万家减少到目前29431家。", "value", "time_period")
    assert rows == [(40000.0, "2016-12"), (29431.0, "2017")]


def test_levels_of_a_list():
    rows = read("全国政府网站中,省级门户32家,市级门户519家,县级门户2778家。", "value", "level")
    assert rows == [(32.0, "province"), (519.0, "city"), (2778.0, "county")]
