from __future__ import annotations

import logging

import polars as pl
import pytest

from analysis.base.errors import BrokenRule
from analysis.checking import suites
from analysis.checking.results import FailingRow, RuleResult
from analysis.checking.rules import Rule
from analysis.pipeline.check import check_and_save

WHY = {"en": "It counts.", "zh": "计数。"}


@pytest.mark.parametrize("severity", ["warning", "critical"])
def test_a_broken_rule_that_does_not_stop_a_run_is_said_as_a_warning(tmp_path, monkeypatch, caplog, severity):
    rule = Rule("ARE-99", "expect_column_values_to_be_unique", {"column": "area"}, WHY, severity, "mend it", {}, ())
    found = RuleResult(rule, "areas", "areas.csv", "fail", 1, (FailingRow(2, "CN", {"area": "CN"}),))
    monkeypatch.setattr(suites, "check_tables", lambda *_, **__: [found])
    monkeypatch.setattr(logging.getLogger("bulletins"), "propagate", True)
    caplog.set_level(logging.INFO)
    saved = tmp_path / "checks.parquet"
    if severity == "critical":
        with pytest.raises(BrokenRule):
            check_and_save("raw", {}, saved)
        assert not saved.exists()
    else:
        check_and_save("raw", {}, saved)
        assert "warning: areas.csv, row 2 (CN): area 'CN' stands more than once [ARE-99]" in caplog.text
        assert pl.read_parquet(saved)["result"].to_list() == ["fail"]
