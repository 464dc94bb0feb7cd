from __future__ import annotations

import shutil

import pytest

from analysis.adding.rolling import next_version, roll_to
from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.citations import load_project, years_covered
from analysis.citing.kept import TABLES, kept_releases


@pytest.fixture
def project(tmp_path, monkeypatch):
    for place in (
        "CITATION.cff",
        ".zenodo.json",
        "pyproject.toml",
        "reports/_quarto.yml",
        "CHANGELOG.md",
        "data/raw/README.md",
        *(f"data/processed/{n}.parquet" for n in TABLES),
    ):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(paths.ROOT / place, tmp_path / place)
    for name, place in (("ROOT", ""), ("RAW", "data/raw"), ("PROCESSED", "data/processed")):
        monkeypatch.setattr(paths, name, tmp_path / place)
    return tmp_path


def test_the_record_goes_on_under_the_next_version_and_the_last_release_is_kept(project):
    (first, last), version = years_covered(), load_project()["version"]
    before = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    written = roll_to(last + 1)
    assert years_covered() == (first, last + 1)
    assert f"{first}-{last + 1}" in (project / "data/raw/README.md").read_text(encoding="utf-8")
    after = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {next_version(version)} (open)" in after
    assert after.replace(after[after.index(" (open)") - 8 : after.index(f"## {version}")], "") == before
    assert kept_releases() == [version]
    assert {f"data/releases/{version}", "CITATION.cff", ".zenodo.json", "pyproject.toml"} <= set(written)
    assert load_project()["version"] == next_version(version)
    with pytest.raises(ProjectError, match=f"the record ends with {last + 1}; the next year is {last + 2}"):
        roll_to(last + 1)


@pytest.mark.parametrize(("version", "after"), [("0.1.0", "0.2.0"), ("1.9.3", "1.10.0")])
def test_a_year_raises_the_second_part_of_the_version(version, after):
    assert next_version(version) == after
