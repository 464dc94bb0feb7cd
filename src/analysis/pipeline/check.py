"""Checks as a step of the pipeline."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def check_and_save(stage: str, places: Mapping[str, Path], results: Path) -> None:
    """Check the tables of a stage (`places` says where they are, if not where they are published), save the results.

    Raises `BrokenRule` where a rule is broken; nothing is saved then.
    """
    from analysis.base.shelf import shelf
    from analysis.base.tables import write_parquet
    from analysis.checking.results import to_frame
    from analysis.checking.rules import load_suites
    from analysis.checking.sentences import require_kept
    from analysis.checking.suites import check_tables, tables_of_stage

    tables = {name: places.get(name, path) for name, path in tables_of_stage(stage).items()}
    with shelf(f"checks-{stage}") as kept:
        found = check_tables(tables, kept=kept)
    require_kept(found)
    write_parquet(to_frame(found, load_suites()), results)
