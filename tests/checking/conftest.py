from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.base.shelf import Shelf
from analysis.checking.results import RuleResult
from analysis.checking.suites import check_tables
from helpers.suites import Row, rule, write_suite, write_table


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., list[RuleResult]]:
    """Check rows of a table called `things` by rules; other tables by name; suite fields by keyword."""

    def run(
        rows: list[Row],
        *rules: dict[str, Any],
        others: dict[str, list[Row]] | None = None,
        kept: Shelf | None = None,
        **suite: Any,
    ) -> Any:
        tables = {"things": write_table(tmp_path, "things", rows)}
        folder = tmp_path / "expectations"
        folder.mkdir(exist_ok=True)
        write_suite(folder / "things.yml", str(tables["things"]), list(rules), **suite)
        for name, content in (others or {}).items():
            path = write_table(tmp_path, name, content)
            write_suite(
                folder / f"{name}.yml",
                str(path),
                [rule("expect_table_row_count_to_be_between", {}, id=f"{name[:3].upper()}-01")],
            )
        return check_tables(tables, folder, kept)

    return run
