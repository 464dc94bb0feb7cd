from __future__ import annotations

from analysis.reconciling.breaks import load_breaks

HEADER = "break_id,indicator,area,level,method,date,kind,label_en,label_zh,reason_en,reason_zh,sources,statements\n"


def test_the_segment_of_a_break_is_named_after_its_date(write):
    row = "b1,running_government_sites,CN,,,2018,method,l,l,r,r,notice-2018,\n"
    assert load_breaks(write(HEADER + row, "breaks.csv"))[0].segment == "from-2018"
