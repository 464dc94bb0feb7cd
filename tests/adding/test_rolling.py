from __future__ import annotations

import shutil

import pytest

from analysis.adding.rolling import roll_to
from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.citations import years_covered
from analysis.citing.kept import TABLES, kept_editions


@pytest.fixture
def project(tmp_path, monkeypatch):
    for place in (
        "CITATION.cff",
        "CHANGELOG.md",
        "data/raw/README.md",
        *(f"data/processed/{n}.parquet" for n in TABLES),
    ):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(paths.ROOT / place, tmp_path / place)
    for name, place in (("ROOT", ""), ("RAW", "data/raw"), ("PROCESSED", "data/processed")):
        monkeypatch.setattr(paths, name, tmp_path / place)
    return tmp_path


def test_the_next_edition_is_opened_and_the_last_one_kept(project):
    first, last = years_covered()
    before = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    written = roll_to(last + 1)
    assert years_covered() == (first, last + 1)
    assert f"{first}-{last + 1}" in (project / "data/raw/README.md").read_text(encoding="utf-8")
    after = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## Edition {last + 1} (open)" in after
    assert after.replace(after[after.index("## Edition") : after.index("## 0.")], "") == before
    assert kept_editions() == [str(last)]
    assert f"data/editions/{last}" in written
    with pytest.raises(ProjectError, match=f"the last edition is that of {last + 1}; the next one is {last + 2}"):
        roll_to(last + 1)
