"""A run that was killed is healed by the next one; `make kills` kills fifty."""

from __future__ import annotations

import pytest

from helpers.kills import MODES, main


@pytest.mark.slow
def test_killed_runs_heal_to_the_same_bytes_and_leave_no_process(project, capsys):
    assert main(project, times=2 * len(MODES)) == 0
    said = capsys.readouterr().out
    assert said.count("healed to the same bytes") >= 2
    assert "0 left" in said
    assert not [line for line in said.splitlines() if line.startswith("| ") and "left" in line and "| 0 |" not in line]
