"""Every declared chart, drawn from the tables as published: legible, within its canvas, and the same at every run."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from itertools import pairwise, product

import pandas as pd
import polars as pl
import pytest
import seaborn as sns

from analysis.base import paths, shelf
from analysis.base.errors import ProjectError
from analysis.charts import showing
from analysis.charts.declarations import Selection, load_declarations
from analysis.charts.exhibits import files_of
from analysis.charts.selecting import Tables, select_rows
from analysis.charts.showing import draw_exhibit, draw_for_column, load_tables, show_exhibit
from analysis.words.catalogue import LANGS
from helpers.exhibits import declare, faults_of, published_tables
from helpers.legible import look_at, texts_of, texts_outside

FIGURES = {name: one.usual.form for name, one in load_declarations().items() if one.usual.form != "table"}
FIRST = {form: name for name, form in reversed(FIGURES.items())}


@cache
def rows_of(exhibit_id):
    return select_rows(load_declarations()[exhibit_id], published_tables())


def drawn(exhibit_id, lang="en", **more):
    return draw_exhibit(load_declarations()[exhibit_id], rows_of(exhibit_id), published_tables(), lang, **more)


# One of each form, in turn in each language; the whole way looks at every figure as it draws it.
QUICK = {(name, LANGS[place % len(LANGS)]) for place, name in enumerate(FIRST.values())}
CASES = [pytest.param(*case, marks=() if case in QUICK else pytest.mark.slow) for case in product(FIGURES, LANGS)]


@pytest.mark.parametrize(("exhibit_id", "lang"), CASES)
def test_a_chart_can_be_read(exhibit_id, lang):
    marks = [(row.panel, row.status) for row in rows_of(exhibit_id)]
    assert faults_of(look_at(drawn(exhibit_id, lang)), load_declarations()[exhibit_id], marks) == []


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_without_figures_says_so(lang):
    figure = draw_exhibit(declare(Selection("series")), [], Tables(), lang)
    said = {"en": "No figure published by then", "zh": "截至当时尚无已发布的数字"}
    assert said[lang] in [text.get_text() for text in texts_of(figure)]


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_an_exhibit_is_saved_with_a_record_and_the_same_bytes_at_every_run(tmp_path, monkeypatch):
    """One that scatters its dots by chance; the others are held against what is committed."""
    exhibit_id, found = "fig-identities", []
    for run in ("one", "two"):
        monkeypatch.setenv("BULLETINS_EXHIBITS", str(tmp_path / run))
        show_exhibit(exhibit_id, published_tables())
        found.append(digests(tmp_path / run))
    assert set(found[0]) == set(files_of(exhibit_id))
    assert found[0] == found[1]
    record = json.loads((tmp_path / "one" / f"{exhibit_id}.json").read_text())
    assert record["numbers"] == sorted(set(record["numbers"]))
    assert record["sha256"][f"{exhibit_id}.csv"] == found[0][f"{exhibit_id}.csv"]


def test_a_figure_is_drawn_again_where_what_it_shows_has_changed(tmp_path, monkeypatch):
    """What is recalled has the bytes of one that is drawn."""
    published, drawn, draw = published_tables().tables, [], showing._draw
    edited = Tables({**published, "implied": published["implied"].with_columns(pl.col("lower") - 1000)})
    monkeypatch.setattr(showing, "_draw", lambda *given: drawn.append(given) or draw(*given))
    monkeypatch.setattr(shelf, "FOLDER", tmp_path / "shelves")
    runs = {"first": ("code", published_tables()), "kept": ("code", published_tables()), "edited": ("code", edited)}
    for run, (step, tables) in (runs | {"fresh": ("", edited)}).items():
        monkeypatch.setattr(shelf, "STEP", step)
        monkeypatch.setenv("BULLETINS_EXHIBITS", str(tmp_path / run))
        show_exhibit("fig-end-of-2016", tables)
        runs[run] = len(drawn), digests(tmp_path / run)
    assert [number for number, _ in runs.values()] == [len(LANGS) * times for times in (1, 1, 2, 3)]
    assert runs["first"][1] == runs["kept"][1] != runs["edited"][1] == runs["fresh"][1]


def test_a_table_is_saved_in_every_language_and_shown_as_pandas(tmp_path, monkeypatch):
    monkeypatch.setenv("BULLETINS_EXHIBITS", str(tmp_path))
    pd.reset_option("display.max_colwidth")
    shown = show_exhibit("tbl-national-counts", published_tables())
    assert pd.get_option("display.max_colwidth") is None  # in the first run of a notebook as in the second
    # Beside a number of millions, a rate of 123.254 percent read 1.232540e+02.
    assert pd.DataFrame({"": [842_500_000, 123.254, 6.5, 0.0001]}).to_string(index=False).split() == [
        "842500000", "123.254", "6.5", "0.0001",
    ]  # fmt: skip
    assert isinstance(shown, pd.DataFrame)
    assert "about 40,000" in list(shown["Figure"])
    assert "约4万" in (tmp_path / "tbl-national-counts.zh.md").read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == set(files_of("tbl-national-counts"))


SEABORN = {
    "fig-coverage": "heatmap", "fig-copies": "histplot", "fig-provinces-running": "scatterplot",
    "fig-identities": "histplot", "fig-end-of-2016": "scatterplot",
}  # fmt: skip


@pytest.mark.parametrize(("exhibit_id", "name"), SEABORN.items())
def test_seaborn_really_draws(exhibit_id, name, monkeypatch):
    called: list[str] = []
    real, opened = getattr(sns, name), sns.FacetGrid.__init__
    monkeypatch.setattr(sns, name, lambda *a, **k: (called.append(name), real(*a, **k))[1])
    monkeypatch.setattr(sns.FacetGrid, "__init__", lambda *a, **k: (called.append("grid"), opened(*a, **k))[1])
    drawn(exhibit_id)
    assert set(called) == {"grid", name}


@pytest.mark.parametrize(
    "exhibit_id", ["fig-consolidation-arc", "fig-coverage", "fig-smart-qa-effective", "fig-hotlines", "fig-end-of-2016"]
)
def test_a_figure_fits_one_column_of_a_paper(exhibit_id):
    """Panels go below each other, names of rows fold, and no text leaves the canvas."""
    figure = drawn(exhibit_id, width=3.5)
    figure.draw_without_rendering()
    assert figure.get_size_inches()[0] == 3.5
    assert not texts_outside(figure)
    assert len({round(axes.get_position().x0, 2) for axes in figure.axes}) == 1
    for axes in figure.axes:
        shown = [tick.label1 for tick in axes.xaxis.get_major_ticks() if tick.label1.get_visible()]
        boxes = [text.get_window_extent() for text in shown if text.get_text()]
        assert all(one.x1 < other.x0 for one, other in pairwise(boxes))


def test_what_cannot_be_drawn_for_a_column_is_said(tmp_path):
    with pytest.raises(ProjectError, match="did you mean fig-consolidation-arc"):
        draw_for_column("fig-consolidation-arch", 3.5, "en", tmp_path)
    with pytest.raises(ProjectError, match=r"^unknown exhibit 'gov-2017q2': .*exhibits/README\.md lists them\.$"):
        draw_for_column("gov-2017q2", 3.5, "en", tmp_path)  # a folder of the code was named
    with pytest.raises(ProjectError, match="tbl-years is a table"):
        draw_for_column("tbl-years", 3.5, "en", tmp_path)
    with pytest.raises(ProjectError, match="no such folder"):
        draw_for_column("fig-consolidation-arc", 3.5, "en", tmp_path / "nowhere")


def test_exhibits_share_tables_until_a_file_of_them_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "STAGE", tmp_path)
    declarations = [load_declarations()[name] for name in ("tbl-identities", "tbl-identity-kinds")]
    for kinds in (["sum"], ["sum", "share"]):
        pl.DataFrame({"kind": kinds}).write_parquet(tmp_path / "identities.parquet")
        one, other = map(load_tables, declarations)
        assert one is other
        assert [row["kind"] for row in one.rows("identities")] == kinds
