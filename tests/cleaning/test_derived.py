from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from analysis.base.errors import ProjectError
from analysis.bounds.printed import read_printed
from analysis.cleaning.derived import derive_2018_panel, fit_total, whole_numbers_before

COUNT, CHANGE = "running_government_sites", "running_government_sites_change_year_on_year"


def row(name: str, indicator: str, area: str, period: str, printed: str, level: str = "all") -> dict:
    change = indicator == CHANGE
    bounds = read_printed(printed, "下降" if change else "", kind="measure" if change else "count", signed=change)
    return {
        "observation_id": name, "statement_id": name, "bulletin_id": "cnnic-45",
        "indicator": indicator, "area": area,
        "level": level, "method": "cnnic", "time_period": period, "comparator": bounds.comparator,
        "value": bounds.value, "lower": bounds.lower, "upper": bounds.upper, "lower_closed": True,
        "upper_closed": False,
        "rounded": bounds.rounded, "unit": "count:site", "status": "A", "correction": "",
        "derived_from": "", "note": "",
        "period_start": date(2019, 12, 1), "period_end": date(2019, 12, 31),
    }  # fmt: skip


def table(total: str, *more: dict) -> pl.DataFrame:
    """Return three printed rows of the table of 2019-12 (Zhejiang lost the zero of 19.0%), and a total for 2018."""
    rows = [
        row("zj", COUNT, "CN-ZJ", "2019-12", "558"), row("zj-change", CHANGE, "CN-ZJ", "2019-12", "19%"),
        row("sd", COUNT, "CN-SD", "2019-12", "864"), row("sd-change", CHANGE, "CN-SD", "2019-12", "22.9%"),
        row("gd", COUNT, "CN-GD", "2019-12", "617"), row("gd-change", CHANGE, "CN-GD", "2019-12", "28.8%"),
        row("total", COUNT, "CN", "2018-12", total, "province_and_below"),
    ]  # fmt: skip
    return pl.DataFrame([*rows, *more], infer_schema_length=None)


@pytest.mark.parametrize(
    ("count", "change", "expected"),
    [(909, -14.7, [1066]), (215, 30.3, [165]), (864, -22.9, [1120, 1121]), (617, -28.8, [866, 867]), (72, -10.0, [80])],
)
def test_whole_numbers_that_round_to_the_printed_change(count, change, expected):
    assert whole_numbers_before(count, change, 0.05) == expected


def test_total_settles_what_changes_leave_open():
    panel = derive_2018_panel(table("2675"))
    assert dict(zip(panel["area"], panel["value"], strict=True)) == {"CN-ZJ": 689, "CN-SD": 1120, "CN-GD": 866}
    assert set(panel["status"]) == {"E"} and set(panel["time_period"]) == {"2018-12"}
    sources = dict(zip(panel["area"], panel["derived_from"], strict=True))
    assert sources == {"CN-GD": "gd gd-change total", "CN-SD": "sd sd-change total", "CN-ZJ": "zj zj-change"}
    assert panel["observation_id"].to_list()[0] == "derived-cnnic-2018-12-running-gd"


def test_what_stays_open_stays_open():
    panel = derive_2018_panel(table("2676")).filter(pl.col("area") == "CN-SD").row(0, named=True)
    assert (panel["comparator"], panel["lower"], panel["upper"]) == ("range", 1120, 1121)


def test_count_printed_elsewhere_settles_the_rest():
    panel = derive_2018_panel(table("2676", row("sd-2018", COUNT, "CN-SD", "2018-12", "1120")))
    rows = {r["area"]: r for r in panel.iter_rows(named=True)}
    assert (rows["CN-SD"]["value"], rows["CN-GD"]["value"]) == (1120, 867)
    assert rows["CN-SD"]["derived_from"] == "sd sd-change sd-2018 total"
    assert rows["CN-GD"]["comparator"] == "eq"


def test_total_that_nothing_fits_is_an_error():
    with pytest.raises(ProjectError, match="printed total of 3000"):
        derive_2018_panel(table("3000"))
    with pytest.raises(ProjectError, match="too many"):
        fit_total([list(range(200)), list(range(200))], 1)


def test_without_the_table_nothing_is_derived():
    panel = derive_2018_panel(table("2675").filter(pl.col("area") == "CN"))
    assert panel.is_empty() and panel.columns == table("2675").columns
