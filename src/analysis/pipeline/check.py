"""Checks as a step of the pipeline."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

log = logging.getLogger("bulletins")


def check_and_save(stage: str, places: Mapping[str, Path], results: Path) -> None:
    """Check the tables of a stage (`places` says where they are, if not where they are published), save the results.

    Raises `BrokenRule` where a critical rule is broken; nothing is saved then. Other broken rules are said as warnings.
    """
    from analysis.base.shelf import shelf
    from analysis.base.tables import write_parquet
    from analysis.checking.results import to_frame
    from analysis.checking.rules import load_suites
    from analysis.checking.sentences import first_of_each_rule, require_kept, sentences
    from analysis.checking.suites import check_tables, tables_of_stage

    tables = {name: places.get(name, path) for name, path in tables_of_stage(stage).items()}
    with shelf(f"checks-{stage}") as kept:
        found = check_tables(tables, kept=kept)
    require_kept(found)
    for sentence in first_of_each_rule(sentences(found)):
        log.info("warning: %s", sentence)
    write_parquet(to_frame(found, load_suites()), results)
