"""Rows of tables."""

from __future__ import annotations

from analysis.reading import read_text


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
