from __future__ import annotations

import json

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.yaml_files import read_yaml
from analysis.citing.citations import csl_of_bulletin, csl_of_item, csl_of_project, load_project, years_covered

PROJECT = load_project() | {"site": "https://example.org/"}
BULLETIN = {
    "bulletin_id": "a-2020", "published": "2020-02", "title": "通报", "title_en": "Notice", "kind": "spot_check",
    "language": "zh", "document_no": "皖政办〔2020〕1号",
}  # fmt: skip


def test_a_part_names_the_whole_its_version_and_its_permanent_address():
    record = csl_of_item("a-2020-running", "Sites: 12", PROJECT, "n/a-2020-running")
    assert record["container-title"].startswith("China's government websites, 2002-2023")
    assert (record["version"], record["URL"]) == (PROJECT["version"], "https://example.org/n/a-2020-running")
    assert record["note"] == "Number a-2020-running"
    chinese = csl_of_item("fig-a", "一图", PROJECT, "x/fig-a", "zh")
    assert (chinese["author"], chinese["note"]) == ([{"literal": "中国政府网站通报项目"}], "图表 fig-a")


def test_the_whole_has_one_title_in_english():
    assert csl_of_project(PROJECT)["title"] == PROJECT["title"]


def test_the_record_of_an_archive_repeats_that_of_the_project():
    archived = json.loads((paths.ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    names = {"title": "title", "version": "version", "date": "publication_date"}
    assert {name: archived[other] for name, other in names.items()} == {name: PROJECT[name] for name in names}


def test_without_an_address_the_id_suffices():
    assert "URL" not in csl_of_item("fig-a", "A chart", PROJECT | {"site": "", "url": ""}, "x/fig-a")


def test_news_and_studies_are_no_articles_of_a_journal_that_nobody_knows():
    assert csl_of_bulletin(BULLETIN, "Office")["type"] == "report"
    assert csl_of_bulletin(BULLETIN | {"kind": "study"}, "Office")["type"] == "document"
    assert csl_of_bulletin(BULLETIN, "Office")["issued"] == {"date-parts": [[2020, 2]]}


def test_the_project_is_read_as_yaml_has_it(monkeypatch, tmp_path):
    written = (
        "title: 'Websites, 2002-2023: a record'\nversion: 1.0 # the first\ndate-released: 2026-11-22\nurl: \"a # b\"\n"
    )
    (tmp_path / "CITATION.cff").write_text(written, encoding="utf-8")
    whole = read_yaml(tmp_path / "CITATION.cff")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    named = {"title": "title", "version": "version", "date": "date-released", "url": "url"}
    assert {name: load_project()[name] for name in named} == {name: str(whole[key]) for name, key in named.items()}


def test_a_file_of_citation_without_a_version_is_refused(monkeypatch, tmp_path):
    (tmp_path / "CITATION.cff").write_text("title: Websites, 2002-2023\ndate-released: 2026-11-22\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    with pytest.raises(ProjectError, match=r"CITATION\.cff has no line version"):
        load_project()


def test_a_title_without_years_is_refused(monkeypatch, tmp_path):
    (tmp_path / "CITATION.cff").write_text("title: Websites\nversion: 1\ndate-released: 2026-11-22\n", encoding="utf-8")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    with pytest.raises(ProjectError, match="names no years"):
        years_covered()
