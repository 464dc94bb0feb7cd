"""The data of the page to explore the record: what a row of the table and of the charts rests on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.files import write_zip
from analysis.pages.explore import ARCHIVE, explore_page, record, write_explore
from analysis.words.catalogue import LANGS

TABLES = ("observations", "numbers", "series", "conflicts")
EXACT, BOUND = "gov-2017q2-running-all", "ceirp-2022-elder-done"


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    read = {name: pl.read_parquet(paths.PROCESSED / f"{name}.parquet") for name in TABLES}
    return read | {"observations": read["observations"].filter(pl.col("observation_id").is_in([EXACT, BOUND]))}


@pytest.fixture(scope="module")
def rows(tables: dict[str, pl.DataFrame]) -> dict[str, dict[str, object]]:
    data = json.loads(json.dumps(record(tables, "zh")))
    names = data["columns"].keys()
    columns = {name: data["columns"][name] for name in names}
    found = {}
    for place, name in enumerate(columns["id"]):
        row = {column: values[place] for column, values in columns.items()}
        row["indicator"] = data["terms"]["indicators"][row["indicator"]]
        row["bulletin"] = data["bulletins"][row["bulletin"]]
        found[name] = row
    return found


def test_an_exact_figure_has_no_bounds_to_draw(rows):
    row = rows[EXACT]
    assert (row["value"], row["lower"], row["upper"], row["shown"], row["exact"]) == (36916, None, None, "36,916", 1)
    assert row["t"] == pytest.approx(2017.38, abs=0.06)
    assert row["line"] == 0


def test_a_bound_keeps_both_ends_and_its_words(rows):
    row = rows[BOUND]
    assert (row["lower"], row["upper"], row["closed"], row["exact"]) == (80, 100, 2, 0)
    assert row["shown"] == "超过80%"


def test_each_row_leads_to_its_bulletin_with_title_and_date(rows):
    name, published, *_ = rows[EXACT]["bulletin"]
    assert (name, published[:4]) == ("gov-2017q2", "2017")


@pytest.mark.parametrize("lang", LANGS)
def test_the_script_finds_every_word_it_says(tables, lang):
    script = (paths.ROOT / "src/analysis/pages/assets/explore/explore.js").read_text(encoding="utf-8")
    said = set(re.findall(r'say\("([a-z-]+)"', script)) | {"theme", "indicator", "area", "level", "method", "issuer"}
    words = explore_page(tables["observations"], lang)
    assert [word for word in sorted(said) if f"&#34;{word}&#34;:" not in words] == []


def test_the_first_view_counts_figures_by_theme_and_year_without_the_record(tables):
    page = explore_page(tables["observations"], "zh")
    assert '<a href="../t/consolidation.html#zh" data-theme="consolidation">' in page
    assert page.count('<td style="--n:70%">1</td>') == 2
    assert page.count("<td></td>") == 1 + 2 * 6 - 2
    assert 'src="../explore/data' not in page


def test_all_that_the_page_loads_lies_beside_it(tables: dict[str, pl.DataFrame], tmp_path: Path):
    for name in ("observations.csv", "observations.parquet"):
        (tmp_path / name).write_text("x")
    write_explore(tables, tmp_path, tmp_path / "explore", tmp_path / "made")
    write_zip(tmp_path / "explore" / ARCHIVE, {})
    loaded = re.findall(
        r'(?:(?:src|href)="\.\./explore/|data-record=")([^"]+)"',
        (tmp_path / "made" / "explore.zh.md").read_text("utf-8"),
    )
    assert loaded and all((tmp_path / "explore" / name).is_file() for name in loaded)
    assert {path.name for path in (tmp_path / "explore").iterdir()} >= {"LICENCE-d3.txt", "LICENCE-plot.txt"}
