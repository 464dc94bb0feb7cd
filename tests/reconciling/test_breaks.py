from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError, UnknownName
from analysis.reconciling.breaks import check_breaks, load_breaks

HEADER = "break_id,indicator,area,level,method,date,kind,label_en,label_zh,reason_en,reason_zh,sources,statements\n"


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


def test_an_excluded_statement_that_does_not_exist_is_named(write, codebook):
    breaks = load_breaks(write(HEADER + "b1,,,,,2018,exclude,l,l,r,r,,count-2071\n", "breaks.csv"))
    with pytest.raises(UnknownName, match=r"breaks\.csv \(b1\): .*'count-2071': did you mean count-2017"):
        check_breaks(breaks, codebook, ["count-2017"])
