"""Rows of tables."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.table import Table, as_sentence, blocks, entries, with_tabs


def test_columns_give_unit_and_indicator():
    text = "2023年各省情况\n序号|省份|网站数量(个)|合格率(%)\n1|福建|458|97.6\n2|河南|842|98.7\n"
    rows = [(f.printed, f.unit, f.indicator, f.area) for f in read_text(text)]
    assert rows == [
        ("458", "count:site", "running_government_sites", "CN-FJ"),
        ("97.6", "percent", "spot_check_pass_rate", "CN-FJ"),
        ("842", "count:site", "running_government_sites", "CN-HA"),
        ("98.7", "percent", "spot_check_pass_rate", "CN-HA"),
    ]


def test_one_cell_a_line():
    text = "2019年各省情况\n省份\n网站数量(个)\n同比下降(%)\n四川\n909\n14.7\n重庆\n113\n67\n"
    assert [(f.printed, f.unit) for f in read_text(text)] == [
        ("909", "count:site"), ("14.7", "percent"), ("113", "count:site"), ("67", "percent"),
    ]  # fmt: skip


def test_a_head_that_lost_its_last_sign_leaves_the_number_behind_it():
    cells = "信息内容 上一年项目数量 本年增/ 处理决定数量 行政许可 16 17 18 行政强制 19 21 22"
    text = cells.replace(" ", "\n\n") + "\n"
    assert [figure.printed for figure in read_text(text)] == ["16", "17", "18", "19", "21", "22"]


def test_a_date_between_caption_and_heads_is_no_part_of_a_table_of_lone_cells():
    text = "附件:信息一览表\n\n202449\n\n单位\n\n信息数\n\n财政局\n\n358\n\n水利局\n\n30\n\n民政局\n\n19\n"
    assert [figure.printed for figure in read_text(text)] == ["358", "30", "19"]


def test_headings_above_a_table_are_no_heads_of_its_columns():
    """Each column was read as the one before it: 满意度分析 stood over 办结率."""
    text = "某市热线10月情况\n1.类别分析\n2.满意度分析\n单位 |\n办件数量 |\n解决率 |\n满意率 |\n"
    text += "城管局 |\n322 |\n76.2% |\n99% |\n住建局 |\n91 |\n53.4% |\n98% |\n"
    assert [(f.value, f.indicator) for f in read_text(text)] == [
        (322, ""), (76.2, "request_resolution_rate"), (99, "request_satisfaction_rate"),
        (91, ""), (53.4, "request_resolution_rate"), (98, "request_satisfaction_rate"),
    ]  # fmt: skip


def test_a_table_of_one_number_above_another_table():
    """206 was lost: one number made no table."""
    text = "第(五)项 |\n信息内容 |\n本年处理决定数量 |\n行政许可 |\n206 |\n第(六)项 |\n信息内容 |\n"
    text += "本年处理决定数量 |\n行政处罚 |\n5 |\n行政强制 |\n0 |\n"
    assert [figure.value for figure in read_text(text)] == [206, 5, 0]


def test_what_each_body_of_a_table_sent_in_is_its_own():
    text = "某省政府门户网站2011年4月各单位报送信息情况\n单位|报送条数\n省财政厅|359\n省农业厅|21\n"
    assert [(f.value, f.indicator, f.level) for f in read_text(text)] == [
        (359, "articles_submitted_to_portal", "province_department"),
        (21, "articles_submitted_to_portal", "province_department"),
    ]  # fmt: skip


def test_a_websites_yearly_form_names_each_number_by_the_label_before_it():
    """网站名称 | 汝州市人民政府 headed the columns, so 新开设数量 counted websites and no label met its number."""
    text = """政府网站工作年度报表
(2021年度)
网站名称 | 汝州市人民政府 |
网站总访问量(单位:次) | 2582120 |
信息发布(单位:条) | 总数 | 8821 |
概况类信息更新量 | 22 |
信息公开目录信息更新量 | 2299 |
专栏专题(单位:个) | 维护数量 | 21 |
新开设数量 | 3 |
可全程在线办理政务服务事项数量(单位:项) | 1480 |
留言办理 | 收到留言数量(单位:条) | 521 |
办结留言数量(单位:条) | 518 |
"""
    named = {f.value: f.indicator for f in read_text(text) if f.indicator}
    assert named == {
        2582120: "site_visits", 8821: "articles_published", 2299: "disclosure_entries", 1480: "items_fully_online",
        521: "messages_left", 518: "messages_answered",
    }  # fmt: skip
    assert {(f.level, f.time_period, f.area) for f in read_text(text)} == {("single", "2021", "CN-HA")}


def test_in_a_form_a_group_holds_for_the_rows_below_it():
    text = "网站年度报表(2021年度)\n信息发布 | 总数 | 88 |\n解读 | 发布数量 | 52 |\n材料数量 | 43 |\n产品数量 | 9 |\n"
    rows = [entry for block in blocks(text) if isinstance(block, Table) for entry in entries(block)]
    assert [as_sentence(entry)[0] for entry in rows][-2:] == ["解读,材料数量43", "解读,产品数量9"]


def test_heads_one_a_line_over_rows_in_lines():
    """Only the last part had a head, and full marks were read as scores."""
    text = "2014年地级市网站建设总体情况排名表\n2014年排名 单位名称 总得分\n(100分)\n信息公开\n(30分)\n"
    text += "1 无锡市 81.2 24.4\n2 佛山市 80.2 22.4\n3 郴州市 79.1 21.1\n"
    read = read_text(text)
    assert [(f.printed, f.unit) for f in read[:3]] == [("1", "rank"), ("81.2", "score"), ("24.4", "score")]
    assert [f.printed for f in read] == ["1", "81.2", "24.4", "2", "80.2", "22.4", "3", "79.1", "21.1"]
    assert [(f.indicator, f.area, f.level) for f in read[1::3]] == [
        ("site_performance_score", area, "city") for area in ("CN-JS", "CN-GD", "CN-HN")
    ]
    assert [f.area for f in read[::3]] == ["CN-JS", "CN-GD", "CN-HN"]


@pytest.mark.parametrize(
    "heads", ["网站数量\n合格数量\n", "单位名称\n81\n网站数量\n合格数量\n", "甲乙\n丙丁\n戊己\n庚辛\n"]
)
def test_lines_that_are_not_a_head_for_each_cell_stay_lines(heads):
    text = f"{heads}无锡市 81 24 7\n佛山市 80 22 6\n郴州市 79 21 5\n"
    assert with_tabs(text) == text


def test_a_count_that_looks_like_a_year():
    """2013 was left out: four digits that a year may have."""
    text = "责任单位 | 转派工单 | 占比\n县区 | 15391 | 84.9%\n市直单位 | 2013 | 11.1%\n"
    assert [figure.printed for figure in read_text(text)] == ["15391", "84.9%", "2013", "11.1%"]
    text = "年份 | 网站数量\n2013 | 15391\n2014 | 15022\n"
    assert [figure.printed for figure in read_text(text)] == ["15391", "15022"]
