"""Material: observations made once more in another way."""

from __future__ import annotations

from dataclasses import replace

from analysis.base.tables import records
from analysis.cleaning.corrections import Correction
from analysis.cleaning.observations import Observation


def test_conventions_change_bounds_and_no_values(material, observations):
    wide = material.observe("wide")
    assert wide["value"].equals(observations["value"])
    widths = [(table["upper"] - table["lower"]).sum() for table in (observations, wide)]
    assert widths[0] < widths[1]


def test_without_corrections_what_cannot_be_read_is_left_out(material, observations):
    name = "gov-2017q1-running-all"
    rows = [replace(one, printed="illegible") if one.statement_id == name else one for one in material.statements]
    change = Correction(name, "printed", "illegible", "43143家", "as in the copy", "editor", "2024-01-01")
    damaged = replace(material, statements=rows, corrections=[*material.corrections, change])
    numbers = ("observation_id", "value", "lower", "upper")
    assert damaged.observe().select(numbers).equals(observations.select(numbers))
    assert set(observations["observation_id"]) - set(damaged.observe(corrected=False)["observation_id"]) == {name}


def test_an_edition_knows_what_was_published_by_then(material, observations):
    edition = replace(material, edition=2016).observe()
    assert set(edition["observation_id"]) < set(observations["observation_id"])


def test_issuers_are_known_by_bulletin(material):
    assert set(material.issuers) == {bulletin.bulletin_id for bulletin in material.bulletins}


def test_what_was_reconciled_before_need_not_be_again(material, observations, evidence):
    rows, known = records(observations, Observation), {}
    first, again = (material.gather_rows(rows, known) for _ in range(2))
    assert known
    latest = [one.latest("running_government_sites.CN.all", "2017") for one in (evidence, first, again)]
    assert latest[0] is not None
    assert latest == latest[:1] * 3
