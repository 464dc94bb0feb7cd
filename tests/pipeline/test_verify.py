from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.pipeline import libraries, reach, verify

TABLE, PAGE, SITE = "data/processed/series.csv", "reports/_generated/numbers.en.md", "reports/_site/en/report.html"
CHART, PICTURE, NOTEBOOK = "reports/exhibits/fig-a.svg", "reports/exhibits/fig-a.png", "bld/notebooks/a.ipynb"
ALL = (TABLE, PAGE, SITE, CHART, PICTURE, NOTEBOOK, "README.md", "data/README.md", "reports/notebooks/a.ipynb")


def project(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"a table\nof {name}\n", encoding="utf-8")
    return root


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    return project(tmp_path / "ours", *ALL), project(tmp_path / "theirs", *ALL)


def test_the_same_is_the_same(both):
    assert list(verify.compare(*both)) == []


@pytest.mark.parametrize("name", ALL)
def test_each_kind_of_output_is_compared(both, name):
    (both[0] / name).write_text(f"a table\nof {name}!\n", encoding="utf-8")
    said = next(iter(verify.compare(*both)))
    assert said.startswith(f"{name}: line 2: ")
    assert f"{name[-7:]}!\\n' here, " in said


@pytest.mark.parametrize("folder", ["data/processed", "reports/exhibits", "reports/_site/en", "bld/notebooks"])
def test_what_stands_on_one_side_alone_is_named(both, folder):
    project(both[0], f"{folder}/mine.svg")
    project(both[1], f"{folder}/more.svg")
    said = {f"{folder}/mine.svg: only here; no run makes it.", f"{folder}/more.svg: only in the rerun."}
    assert set(verify.compare(*both)) == said


def test_a_fresh_clone_that_was_never_run_holds_what_is_committed(tmp_path):
    """303 files of the site were once said to be missing."""
    ours, theirs = project(tmp_path / "a", TABLE, CHART, "README.md", "data/README.md"), project(tmp_path / "b", *ALL)
    assert list(verify.compare(ours, theirs)) == []
    (ours / CHART).unlink()
    assert list(verify.compare(ours, theirs)) == [f"{CHART}: only in the rerun."]


def test_what_is_shown_of_a_long_line_holds_the_difference():
    """The first 80 letters were once the same on both sides."""
    before = "数" * 5000
    said = verify.first_difference(f"a\n{before}36916家".encode(), f"a\n{before}36917家".encode())
    assert said.startswith("line 2: ")
    assert "数36916家' here, " in said
    assert "数36917家' in the rerun" in said
    assert len(said) < 150
    assert verify.first_difference(b"ab", b"abc").startswith("line 1: 'ab' here, 'abc'")
    assert verify.first_difference(b"\x89PNG\xff1", b"\x89PNG\xff23") == "byte 6 of 6 (the rerun has 7 bytes)."


def test_a_known_cause_is_told_from_an_unknown_one(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    (tmp_path / "uv.lock").write_text('[[package]]\nname = "numpy"\nversion = "2.4.6"\n', encoding="utf-8")
    monkeypatch.setattr(reach, "imports", lambda: {"analysis.a": ["numpy", "analysis.b"]})
    for here, said in (
        ("2.5.5", "Known cause: not the versions of uv.lock: numpy 2.5.5 (2.4.6)"),
        ("2.4.6", "unknown"),
    ):
        monkeypatch.setattr(libraries, "versions_of", lambda _, here=here: {"numpy": here, "python": "3.11"})
        assert said in " ".join(verify._causes(tmp_path))
    page = project(tmp_path, "reports/_site/index.html") / "reports/_site/index.html"
    page.write_text('<meta name="generator" content="quarto-1.9">', encoding="utf-8")
    assert "rendered by Quarto" in " ".join(verify._causes(tmp_path / "other"))


def test_differences_and_causes_are_one_sentence_each(tmp_path, monkeypatch):
    monkeypatch.setattr(verify, "copy_sources", lambda _: None)
    monkeypatch.setattr(verify, "rerun", lambda _: None)
    monkeypatch.setattr(verify, "compare", lambda *_: iter(["a.csv: line 1."]))
    monkeypatch.setattr(verify, "_causes", lambda _: iter(["unknown."]))
    with pytest.raises(ProjectError) as said:
        verify.verify()
    assert str(said.value).splitlines() == ["1 outputs differ from a clean rerun:", "a.csv: line 1.", "unknown."]


def test_no_output_is_taken_for_a_source(tmp_path, monkeypatch):
    """A rerun that finds earlier outputs would not miss those that a step forgets to make."""
    kept = ("reports/en/report.qmd", "notebooks/a.ipynb", "data/raw/codebook/a.csv", "data/releases/0.1.0/numbers.csv")
    made = (SITE, PAGE, CHART, "reports/n/a.html", "reports/notebooks/a.ipynb", "reports/_variables.yml", "bld/x")
    monkeypatch.setattr(paths, "ROOT", project(tmp_path / "root", *kept, *made, "data/raw/texts/a.txt"))
    verify.copy_sources(tmp_path / "copy")
    copied = {
        path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("*") if path.is_file()
    }
    assert copied == set(kept)
