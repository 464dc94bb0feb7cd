from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.reconciling.breaks import load_breaks

HEADER = "break_id,indicator,area,level,method,date,kind,label_en,label_zh,reason_en,reason_zh,sources,statements\n"


def test_the_segment_of_a_break_is_named_after_its_date(write):
    row = "b1,running_government_sites,CN,,,2018,method,l,l,r,r,notice-2018,\n"
    assert load_breaks(write(HEADER + row, "breaks.csv"))[0].segment == "from-2018"


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
