"""The project's own breaks and conflicts: nothing vanishes, and what conflicts is not modelled."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.bulletins import load_bulletins
from analysis.base.codebook import load_codebook
from analysis.base.tables import records
from analysis.cleaning.corrections import apply_corrections, load_corrections
from analysis.cleaning.observations import Observation
from analysis.cleaning.statements import clean_statements, load_statements
from analysis.reconciling.breaks import load_breaks
from analysis.reconciling.conflict_records import choices_of, load_conflict_records
from analysis.reconciling.conflicts import build_conflicts
from analysis.reconciling.same_quantity import belongs_to_series
from analysis.reconciling.series import build_series


@pytest.fixture(scope="module")
def made():
    book = load_codebook()
    statements = load_statements(paths.RAW / "statements.csv")
    corrected = apply_corrections(statements, load_corrections(paths.RAW / "corrections.yml"))
    observations = clean_statements(corrected, load_bulletins(paths.RAW / "bulletins.csv"), book)
    breaks = load_breaks(paths.CODEBOOK / "breaks.csv")
    decisions = load_conflict_records(paths.RAW / "conflicts.yml")
    series = build_series(observations, book, breaks, choices_of(decisions))
    conflicts = build_conflicts(series, observations, decisions, statements, book)
    return observations, decisions, series, conflicts


def test_every_observation_that_belongs_to_a_series_is_in_one(made):
    observations, _, series, _ = made
    wanted = {one.observation_id for one in records(observations, Observation) if belongs_to_series(one)}
    shown = [*series["observations"].str.split(" ").explode(), *series["alternatives"].str.split(" ").explode()]
    assert sorted(name for name in shown if name) == sorted(wanted)


def test_every_conflict_of_the_series_has_a_record(made):
    *_, series, conflicts = made
    recorded = " ".join(conflicts["observations"]).split()
    for row in series.filter(pl.col("status") == "conflict").iter_rows(named=True):
        assert set(row["observations"].split()) <= set(recorded)


def test_no_placeholder_is_left_and_texts_hold_no_typed_digits(made):
    _, decisions, _, conflicts = made
    for column in ("title_en", "title_zh", "explanation_en", "explanation_zh"):
        assert not conflicts[column].str.contains(r"[{}]").any()
    allowed = r"(19|20)\d\d|\{[^}]*\}|rule R\d+|规则R\d+|\d+月|\d日|1 (September|December)"
    for decision in decisions:
        for text in (*decision.titles.values(), *decision.explanations.values()):
            rest = pl.Series([text]).str.replace_all(allowed, "")[0]
            assert not any(char.isdigit() for char in rest), (decision.conflict_id, rest)


def test_conflicts_are_not_modelled(made):
    _, _, series, _ = made
    held = series.filter(pl.col("status") == "conflict")
    assert not held["modelled"].any()
    assert held["value"].is_null().all()
    rest = series.filter(pl.col("status") != "conflict")
    assert ((rest["lower"] <= rest["value"]) & (rest["value"] <= rest["upper"])).all()
