from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.base import paths
from analysis.base.bulletins import load_bulletins
from analysis.base.codebook import load_codebook
from analysis.cleaning.corrections import load_corrections
from analysis.cleaning.statements import load_statements
from analysis.questions.material import Material
from analysis.reconciling.breaks import load_breaks
from analysis.reconciling.conflict_records import choices_of, load_conflict_records
from analysis.reconciling.series import build_series


@pytest.fixture(scope="session")
def material() -> Material:
    """The project's own data."""
    return Material(
        statements=load_statements(paths.RAW / "statements.csv"),
        bulletins=load_bulletins(paths.RAW / "bulletins.csv"),
        codebook=load_codebook(),
        corrections=load_corrections(paths.RAW / "corrections.yml"),
        breaks=load_breaks(paths.CODEBOOK / "breaks.csv"),
        choices=choices_of(load_conflict_records(paths.RAW / "conflicts.yml")),
    )


@pytest.fixture(scope="session")
def observations(material):
    return material.observe()


@pytest.fixture(scope="session")
def series(material, observations):
    return build_series(observations, material.codebook, material.breaks, material.choices)


@pytest.fixture(scope="session")
def evidence(material, observations):
    return material.gather(observations)


@pytest.fixture(scope="session")
def edit(material):
    """Return the evidence after one statement was printed otherwise."""

    def run(statement_id: str, **changes: str):
        rows = [replace(row, **changes) if row.statement_id == statement_id else row for row in material.statements]
        assert rows != list(material.statements)
        edited = replace(material, statements=rows)
        return edited.gather(edited.observe())

    return run
