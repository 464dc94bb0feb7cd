from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing import raised
from analysis.citing.citations import load_project
from analysis.citing.raised import raise_dates, require_raised, unraised

COLUMNS = "number_id kind value lower upper unit display_en display_zh interval_en interval_zh bulletin_id sources"


def write(folder, value: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    row = dict.fromkeys(COLUMNS.split(), "") | {"number_id": "a-1", "kind": "observation", "value": value}
    pl.DataFrame([row]).write_parquet(folder / "numbers.parquet")
    for name, text in (("exhibit", "caption"), ("conflict", "explanation")):
        pl.DataFrame({f"{name}_id": ["a"], f"{text}_en": ["A"]}).write_parquet(folder / f"{name}s.parquet")


@pytest.fixture
def project(tmp_path, monkeypatch):
    for name, place in (("ROOT", ""), ("RAW", "raw"), ("PROCESSED", "processed"), ("SOURCES", "reports")):
        monkeypatch.setattr(paths, name, tmp_path / place)
    monkeypatch.setattr(raised, "load_project", lambda: {"version": "0.1.0", "date": "2026-11-27"})
    for table, column in raised.DAYS:
        (tmp_path / "raw" / table).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "raw" / table).write_text(f"id,{column}\na,2026-11-26\nb,\n", encoding="utf-8")
    (tmp_path / "CITATION.cff").write_text("title: A\nversion: 0.1.0\ndate-released: 2026-11-27\n", encoding="utf-8")
    (tmp_path / ".zenodo.json").write_text('{\n  "publication_date": "2026-11-27",\n}\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# A\n\n## 0.1.0 (2026-11-27)\n\n## 0.0.1 (2026-11-01)\n", encoding="utf-8")
    for lang in ("en", "zh"):
        (tmp_path / "reports" / lang).mkdir(parents=True)
        (tmp_path / "reports" / lang / "report.qmd").write_text("---\ndate: 2026-11-27\n---\n", encoding="utf-8")
    write(tmp_path / "processed", "1")
    write(tmp_path / "data/releases/0.1.0", "1")
    return tmp_path


def test_the_project_says_what_its_version_and_date_are_of():
    assert [*unraised()] == []


def test_a_changed_number_raises_the_version(project, monkeypatch):
    """Two states of the tables bore one version: an estimate had moved, and another was gone."""
    assert [*unraised()] == []
    write(project / "processed", "2")
    with pytest.raises(
        ProjectError, match=r"version 0.1.0 is not above 0.1.0, .* 1 numbers differ \(a-1\); raise version"
    ):
        require_raised()
    monkeypatch.setattr(raised, "load_project", lambda: {"version": "0.2.0", "date": "2026-11-27"})
    require_raised()


def test_a_release_is_not_before_the_last_day_of_its_tables(project):
    """Rows coded on 26 November stood in a release of the 22nd."""
    (project / "raw/second_coding.csv").write_text("id,seen\na,2026-11-28\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"date-released 2026-11-27 is before 2026-11-28, .*raw/second_coding.csv"):
        require_raised()


def test_sealing_dates_the_release_wherever_its_day_stands(project, monkeypatch):
    """A row sealed after midnight made a tree that had passed its tests fail them: five files held the day by hand."""
    monkeypatch.setattr(raised, "load_project", load_project)
    (project / "reports/_quarto.yml").touch()
    assert raise_dates() == ""
    (project / "raw/seals/acts.csv").write_text("act,on\n1,2026-11-28\n", encoding="utf-8")
    assert raise_dates().startswith("The release is dated 2026-11-28 now")
    named = ("CITATION.cff", ".zenodo.json", "CHANGELOG.md", "reports/en/report.qmd", "reports/zh/report.qmd")
    written = [(project / name).read_text(encoding="utf-8") for name in named]
    assert [("2026-11-28" in text, "2026-11-27" in text) for text in written] == [(True, False)] * 5
    assert "2026-11-01" in written[2]
    (project / "CHANGELOG.md").write_text("# A\n\n## Next\n\n## 0.1.0 (2026-11-01)\n", encoding="utf-8")
    (project / "raw/seals/acts.csv").write_text("act,on\n1,2026-11-30\n", encoding="utf-8")
    raise_dates()
    assert "2026-11-01" in (project / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [*unraised()] == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("reports/zh/report.qmd", "---\ndate: 2026-11-22\n---\n"),
        ("CHANGELOG.md", "## 0.1.0 (2026-11-22)\n"),
        (".zenodo.json", '{\n  "publication_date": "2026-11-22",\n}\n'),
    ],
)
def test_whatever_bears_the_day_of_the_release_bears_that_of_the_citation(project, name, written):
    (project / name).write_text(written, encoding="utf-8")
    with pytest.raises(ProjectError, match=rf"{name}: date 2026-11-22 is not that of CITATION.cff"):
        require_raised()
