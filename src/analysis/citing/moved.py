"""Attribution of the estimates that moved between two versions, by the tables of the newer one."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from analysis.base import paths
from analysis.citing.versions import Changes, Version


def attributed(changes: Changes, new: Version, tell: Callable[[str], None] = lambda _: None) -> Changes:
    """Return the changes with, for each moved estimate, the new statements that moved it."""
    fresh = [one.item_id for one in changes.new_numbers]
    stored = new.read("processed", "observations.parquet")
    if not fresh or not changes.moved_estimates or stored is None:
        return changes
    import polars as pl

    from analysis.base.codebook import load_codebook
    from analysis.questions.attribution import attribute
    from analysis.questions.material import Material
    from analysis.reconciling.breaks import load_breaks
    from analysis.reconciling.conflict_records import choices_of, load_conflict_records

    choices = choices_of(load_conflict_records(paths.RAW / "conflicts.yml"))
    material = Material((), (), load_codebook(), (), load_breaks(paths.CODEBOOK / "breaks.csv"), choices)
    observations, moved = pl.read_parquet(io.BytesIO(stored)), [one.item_id for one in changes.moved_estimates]
    without: dict[str, dict[str, str]] = {}
    for one in attribute(observations, material.gather, moved, fresh, tell=tell):
        value = "refused" if one.value is None else f"{one.value:.6g}"
        without.setdefault(one.estimate_id, {})[one.without] = value
    told = [replace(one, without=without.get(one.item_id, {})) for one in changes.moved_estimates]
    return replace(changes, moved_estimates=told)
