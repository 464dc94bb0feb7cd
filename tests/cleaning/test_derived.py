from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from analysis.base.errors import ProjectError
from analysis.base.tables import to_table
from analysis.bounds.interval import Interval
from analysis.bounds.printed import read_printed
from analysis.cleaning.derived import add_derived, derive_2018_panel, fit_total, whole_numbers_before
from analysis.cleaning.observations import OBSERVATION_COLUMNS, Observation

COUNT, CHANGE = "running_government_sites", "running_government_sites_change_year_on_year"


def printed(name: str, indicator: str, area: str, period: str, text: str, level: str = "all") -> Observation:
    change = indicator == CHANGE
    figure = read_printed(text, "下降" if change else "", kind="measure" if change else "count", signed=change)
    return Observation(
        name, name, "cnnic-45", "2020", indicator, area, level, "", "cnnic", period, date(2019, 12, 1),
        date(2019, 12, 31), replace(figure, unit="percent" if change else "count:site"), "A", "high", "", (), "",
    )  # fmt: skip


def known(total: str, *more: Observation) -> list[Observation]:
    """Return three printed rows of the table of 2019-12 (that of Zhejiang to a whole percent), and a total for 2018."""
    return [
        printed("zj", COUNT, "CN-ZJ", "2019-12", "558"), printed("zj-change", CHANGE, "CN-ZJ", "2019-12", "19%"),
        printed("sd", COUNT, "CN-SD", "2019-12", "864"), printed("sd-change", CHANGE, "CN-SD", "2019-12", "22.9%"),
        printed("gd", COUNT, "CN-GD", "2019-12", "617"), printed("gd-change", CHANGE, "CN-GD", "2019-12", "28.8%"),
        printed("total", COUNT, "CN", "2018-12", total, "province_and_below"), *more,
    ]  # fmt: skip


def by_area(observations: list[Observation]) -> dict[str, Observation]:
    return {one.area: one for one in derive_2018_panel(observations)}


def change_of(text: str) -> Interval:
    return read_printed(text, "下降", kind="measure", signed=True).interval


@pytest.mark.parametrize(
    ("count", "change", "expected"),
    [
        (909, "14.7%", [1066]), (864, "22.9%", [1120, 1121]), (617, "28.8%", [866, 867]), (72, "10%", [80]),
        (113, "67%", list(range(338, 348))), (558, "19%", list(range(685, 694))),
    ],
)  # fmt: skip
def test_whole_numbers_that_round_to_the_printed_change(count, change, expected):
    """A change of 67% was read as one of 67.0%, so that ten numbers became one that nobody printed."""
    assert whole_numbers_before(Interval.at(count), change_of(change)) == expected


@pytest.mark.parametrize("change", [-60.5, -22.9, -0.3, 0.0, 19.0, 130.2])
def test_whole_numbers_before_are_those_that_brute_force_finds(change):
    for count in range(50, 1500, 37):
        found = [n for n in range(1, 4 * count) if abs(100 * (count / n - 1) - change) <= 0.05 + 1e-9]
        assert whole_numbers_before(Interval.at(count), Interval(change - 0.05, change + 0.05)) == found


@pytest.mark.parametrize("total", [8, 9, 12, 20, 21])
def test_what_fits_a_total_is_what_trying_all_choices_finds(total):
    options = [[1, 2], [3], [0, 4, 9], [5, 6]]
    choices = [choice for choice in product(*options) if sum(choice) == total]
    if choices:
        assert fit_total(options, total) == [sorted(set(numbers)) for numbers in zip(*choices, strict=True)]
    else:
        with pytest.raises(ProjectError, match=f"printed total of {total}"):
            fit_total(options, total)


def test_many_numbers_may_fit_each_province():
    assert fit_total([range(200)] * 30, 5_000) == [list(range(200))] * 30


def test_bounds_are_those_of_the_print_and_the_total():
    panel = by_area(known("2675"))
    found = {area: (one.quantity.value, *one.quantity.interval.ends) for area, one in panel.items()}
    assert found == {"CN-ZJ": (689, 687, 689), "CN-SD": (1121, 1120, 1121), "CN-GD": (867, 866, 867)}
    assert {one.quantity.comparator for one in panel.values()} == {"range"}
    assert {(one.status, one.time_period, one.period_end) for one in panel.values()} == {
        ("E", "2018-12", date(2018, 12, 31))
    }
    assert panel["CN-ZJ"].derived_from == ("zj", "zj-change", "total")
    assert panel["CN-GD"].derived_from == ("gd", "gd-change")
    assert panel["CN-GD"].observation_id == "derived-cnnic-2018-12-running-gd"


def test_total_settles_what_changes_leave_open():
    panel = by_area(known("2671"))
    assert {area: one.quantity.interval.ends for area, one in panel.items()} == {
        "CN-ZJ": (685, 685), "CN-SD": (1120, 1120), "CN-GD": (866, 866)
    }  # fmt: skip
    assert {one.quantity.comparator for one in panel.values()} == {"eq"}
    assert panel["CN-GD"].derived_from == ("gd", "gd-change", "total")


def test_count_printed_elsewhere_settles_the_rest():
    panel = by_area(known("2676", printed("sd-2018", COUNT, "CN-SD", "2018-12", "1120")))
    assert panel["CN-SD"].quantity.interval.ends == (1120, 1120)
    assert panel["CN-SD"].derived_from == ("sd", "sd-change", "sd-2018")
    assert panel["CN-SD"].quantity.comparator == "eq"


def test_total_that_nothing_fits_is_an_error():
    with pytest.raises(ProjectError, match="printed total of 3000"):
        derive_2018_panel(known("3000"))


def test_without_the_total_nothing_can_be_chosen():
    with pytest.raises(ProjectError, match="needs CNNIC's total"):
        derive_2018_panel(known("2675")[:-1])


def test_without_the_table_nothing_is_derived():
    assert derive_2018_panel(one for one in known("2675") if one.area == "CN") == []


def test_derived_figures_stand_among_the_printed_ones_in_order_of_id():
    table = to_table(known("2675"), Observation, OBSERVATION_COLUMNS)
    made = add_derived(table)
    assert made.schema == table.schema
    assert made["observation_id"].to_list()[:3] == [
        f"derived-cnnic-2018-12-running-{area}" for area in ("gd", "sd", "zj")
    ]
    assert made["derived_from"].to_list()[2:4] == ["zj zj-change total", ""]
