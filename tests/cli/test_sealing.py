"""`bulletins seal` seals rows as they stand, and nothing without a reason, or against what nobody knows."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError
from analysis.cli.sealing import seal_ids


@pytest.mark.parametrize(
    ("ids", "reason", "against", "says"),
    [
        (["gov-2017q2-running-all"], " ", "", "--reason is missing"),
        (["gov-2017q2-running-all"], "seen", "textt", "unknown review 'textt': did you mean text"),
        ([], "seen", "text", "name the rows by their ids"),
    ],
)  # fmt: skip
def test_what_cannot_be_sealed_is_refused_with_one_sentence(ids, reason, against, says):
    with pytest.raises(ProjectError, match=says):
        seal_ids(ids, reason, against, "R. Viewer", new=False)


def test_a_row_is_sealed_as_it_stands_once(register, monkeypatch, capsys):
    monkeypatch.setattr("analysis.cli.sealing.paths", SimpleNamespace(RAW=register.raw))
    said = iter(["", "The release is dated 2026-11-29 now."])
    monkeypatch.setattr("analysis.cli.sealing.raise_dates", lambda: next(said))
    table, name = register.raw / "statements.csv", "gov-2017q2-running-all"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(n for n, row in enumerate(rows) if row.startswith(f"{name},"))
    rows[place] = rows[place].replace("36916", "36917")
    table.write_text("".join(rows), encoding="utf-8")
    seal_ids([name], "looked up again", "text", "R. Viewer", new=False)
    assert capsys.readouterr().out == "Sealed: 1 of statements.\n"
    last = read_rows(register.raw / "seals" / "acts.csv")[-1]
    assert (last["by"], last["against"], last["reason"], last["rows"]) == ("R. Viewer", "text", "looked up again", "1")
    with pytest.raises(ProjectError, match="is sealed as it stands"):
        seal_ids([name], "once more", "", "R. Viewer", new=False)
    with pytest.raises(ProjectError, match="every row has a seal"):
        seal_ids([], "all", "", "R. Viewer", new=True)
    table.write_text(
        f"{table.read_text(encoding='utf-8')}{rows[place].replace(name, 'gov-2017q2-new')}", encoding="utf-8"
    )
    seal_ids([], "all", "", "R. Viewer", new=True)
    assert capsys.readouterr().out == "Sealed: 1 of statements.\nThe release is dated 2026-11-29 now.\n"
