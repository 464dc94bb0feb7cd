"""Every edition, from the first year with a bulletin to the last: its tables are made, and what exhibits select."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import polars as pl
import pytest
from tests.helpers.editions import published

from analysis.base import paths, shelf
from analysis.base.bulletins import load_bulletins
from analysis.base.codebook import load_codebook
from analysis.charts.declarations import load_declarations
from analysis.charts.naming import Names
from analysis.charts.selecting import Tables, select_estimates, select_rows, select_table
from analysis.charts.tabulating import write_table
from analysis.checking.identities import identities, load_identities
from analysis.citing.numbers import make_numbers
from analysis.estimating import draws
from analysis.pages.numbers_page import variables
from analysis.questions import sensitivity
from analysis.questions.curves import tabulate_curves
from analysis.questions.implied import tabulate_implied
from analysis.questions.material import Material
from analysis.questions.registry import estimate_all
from analysis.reconciling.agreement import Choice
from analysis.reconciling.breaks import load_breaks
from analysis.reconciling.conflict_records import choices_of, load_conflict_records
from analysis.reconciling.editions import as_of
from analysis.reconciling.series import build_series
from analysis.words.catalogue import LANGS

PROSE = {
    page: page.read_text(encoding="utf-8") for lang in LANGS for page in sorted((paths.SOURCES / lang).glob("*.qmd"))
}
BULLETINS = load_bulletins(paths.RAW / "bulletins.csv")
FIRST, LAST = (pick(bulletin.latest_day.year for bulletin in BULLETINS) for pick in (min, max))


@cache
def choose() -> Mapping[str, Choice]:
    """Return the choices between sources, whose file takes half a second to read."""
    return choices_of(load_conflict_records(paths.RAW / "conflicts.yml"))


def known_in(year: int) -> pl.DataFrame:
    return as_of(published().tables["observations"], BULLETINS, year)


def make_tables(year: int, shelves: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, pl.DataFrame]:
    """Make the tables of an edition.

    Headlines are varied by what is left out alone; bounds are drawn from sixty times. The rest takes minutes. Topics
    that know no more than a year ago come off the shelves of that year, as in a run.
    """
    book, breaks, known = load_codebook(), load_breaks(paths.CODEBOOK / "breaks.csv"), known_in(year)
    monkeypatch.setattr(draws, "DRAWS", 60)
    monkeypatch.setattr(shelf, "STEP", "editions")
    monkeypatch.setattr(shelf, "FOLDER", shelves)
    series = build_series(known, book, breaks, choose())
    estimates, sums = estimate_all(series, known, book), load_identities(paths.RAW / "identities.yml")
    monkeypatch.setattr(Material, "observe", lambda _: known)
    monkeypatch.setattr(sensitivity, "_remake", lambda *_: ())
    material = Material((), BULLETINS, book, (), breaks, choose(), year)
    themes, ids = {name: entry.theme for name, entry in book.indicators.items()}, {*known["observation_id"]}
    return {
        "observations": known, "series": series, "estimates": estimates, "curves": tabulate_curves(series, known),
        "identities": identities(known, [one for one in sums if {*one.terms} <= ids]),
        "implied": tabulate_implied(known), "numbers": make_numbers(known, estimates, themes),
        "sensitivity": sensitivity.run_sensitivity(material),
    }  # fmt: skip


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelves")


@pytest.mark.parametrize("year", range(FIRST, LAST + 1))
def test_every_edition_has_its_tables_and_the_rows_of_its_exhibits(year: int, shelves: Path, monkeypatch):
    """Sixteen of 24 years could not be built while the edition of 2018 alone was looked at.

    In some an estimate had no upper end, in one a quarter was left out of three, in some a table had no rows.
    """
    made = make_tables(year, shelves, monkeypatch)
    tables = Tables(made)
    for declaration in load_declarations().values():
        if declaration.usual.form == "table":
            rows, names = select_table(declaration, tables), Names(declaration, LANGS[0], tables.labels)
            assert write_table(declaration, rows, names).height <= len(rows)
        else:
            names = Names(declaration, LANGS[0], tables.labels, tables.prints)
            shown = [*select_rows(declaration, tables), *select_estimates(declaration, tables)]
            assert all(row.value is None or row.interval.lower <= row.interval.upper for row in shown)
            assert not any(re.search(r"\b(nan|inf|None)\b", names.figure(row)) for row in shown)
    variables(made["numbers"], PROSE, partly=True)
    texts = made["numbers"].select(pl.col("^(display|interval)_.*$")).unpivot()["value"]
    assert not texts.str.contains(r"\b(nan|inf|None)\b").any()
    assert made["numbers"].height == made["observations"].height + made["estimates"]["value"].count()
