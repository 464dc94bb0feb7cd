from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing import raised
from analysis.citing.raised import require_raised, unraised

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


def test_the_report_bears_the_day_of_its_release(project):
    (project / "reports/zh/report.qmd").write_text("---\ndate: 2026-11-22\n---\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"reports/zh/report.qmd: date 2026-11-22 is not that of CITATION.cff"):
        require_raised()
