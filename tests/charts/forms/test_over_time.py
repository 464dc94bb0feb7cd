from __future__ import annotations

from analysis.charts.declarations import Panel
from analysis.charts.drawn import Drawn
from analysis.charts.forms.over_time import labels_of
from helpers.exhibits import declare, field_of


def test_a_figure_that_the_text_compares_is_printed_beside_the_last():
    rows = [
        Drawn(id=f"s{n}", value=n, lower=n, upper=n, t=2010.0 + n, series="a", unit="count_of_sites") for n in (1, 2, 3)
    ]
    panel = field_of(declare(usual=Panel("over_time", labels="last", names="none", also=("s1",))), rows)
    assert [label.text for label in labels_of(panel, rows)] == ["1", "3"]
