from __future__ import annotations

import subprocess

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.versions import compare_versions, rows_of
from analysis.cli.difference import lines
from helpers.versions import number, write


@pytest.fixture
def two(tmp_path):
    old = write(
        tmp_path / "old", number("a_1", "10"), number("a_2", "20"), number("a_3", "30"), number("a_4", "4"),
        number("est-x", "15", "estimate", "a_1 a_2"), number("est-y", "9", "estimate", "a_4"),
        number("est-z", "1", "estimate", "a_1 a_3"),
    )  # fmt: skip
    new = write(
        tmp_path / "new", number("a_1", "10"), number("a_2", "21"), number("a_4", "4", display_en="4.0%"),
        number("b_1", "5"), number("est-x", "16", "estimate", "a_1 a_2 b_1"), number("est-y", "8", "estimate", "a_4"),
        number("est-z", "2", "estimate", "a_1"),
    )  # fmt: skip
    return compare_versions(old, new)


def ids(changes):
    return [change.item_id for change in changes]


def test_numbers_come_go_and_change(two):
    assert two.bulletins == ["b"]
    assert ids(two.new_numbers) == ["b_1"]
    assert ids(two.withdrawn_numbers) == ["a_3"]
    assert [(one.item_id, one.old, one.new) for one in two.changed_numbers] == [("a_2", "20%", "21%")]
    assert ids(two.reworded) == ["a_4"]


def test_the_last_bits_of_a_number_are_no_change(tmp_path):
    old = write(tmp_path / "old", number("a_1", "99.705"), number("a_2", "0"))
    new = write(tmp_path / "new", number("a_1", "99.70500000000001"), number("a_2", "0.001"))
    assert ids(compare_versions(old, new).changed_numbers) == ["a_2"]


def test_a_number_that_lost_its_middle_and_kept_its_bounds_is_the_same(tmp_path):
    ends = {"lower": "0", "upper": "10"}
    middle = number("est-x", "5", "estimate") | ends | {"display_en": "0% to 10%", "interval_en": "0% to 10%"}
    old = write(tmp_path / "old", middle, number("est-y", "5", "estimate") | ends)
    new = write(tmp_path / "new", middle | {"value": ""}, number("est-y", "", "estimate") | ends | {"upper": "9"})
    assert ids(compare_versions(old, new).moved_estimates) == ["est-y"]


def test_a_moved_estimate_names_what_moved_it(two):
    moved = {one.item_id: one.moved_by for one in two.moved_estimates}
    assert moved["est-x"] == {"new": ["b_1"], "changed": ["a_2"]}
    assert moved["est-z"] == {"withdrawn": ["a_3"]}
    assert moved["est-y"] == {}


def test_the_text_says_so_and_is_cut(two):
    text = list(lines(two))
    assert "  est-x: 15% → 16%" in text
    assert "    by new: b_1; changed: a_2" in text
    assert "    by no source: the model or the rules changed" in text
    assert "  ... and 5 more lines (--all shows them)" in list(lines(two, 1))
    assert not any("more lines" in line for line in lines(two, 0))


def test_the_same_version_differs_in_nothing(tmp_path):
    same = write(tmp_path, number("a_1", "10"))
    assert list(lines(compare_versions(same, same))) == [f"No number differs between {same} and {same}."]


def test_a_git_revision_is_a_version(tmp_path, monkeypatch):
    write(tmp_path / "data" / "processed", number("a_1", "10"))
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(tmp_path))
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "one")):
        subprocess.run([*git, *words], check=True)
    write(tmp_path / "data" / "processed", number("a_1", "11"))
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    assert ids(compare_versions("HEAD", str(tmp_path)).changed_numbers) == ["a_1"]


def test_what_is_no_version_is_refused(tmp_path):
    with pytest.raises(
        ProjectError, match=r"neither a folder with numbers.csv, nor a built edition, a kept release or a git"
    ):
        compare_versions("nosuch-revision", "HEAD")
    with pytest.raises(ProjectError, match="holds no numbers"):
        compare_versions(str(tmp_path), "HEAD")


def test_a_source_of_before_that_an_estimate_takes_in_is_named(tmp_path):
    same = (number("a_1", "10"), number("a_2", "20"))
    old = write(tmp_path / "old", *same, number("est-x", "10", "estimate", "a_1"))
    new = write(tmp_path / "new", *same, number("est-x", "15", "estimate", "a_1 a_2"))
    assert compare_versions(old, new).moved_estimates[0].moved_by == {"taken in or left out": ["a_2"]}


def test_a_table_has_the_rows_of_its_csv():
    table = pl.DataFrame({"id": ["a", "b"], "value": [0.5, None], "n": [3, 4]})
    assert rows_of(table) == [{"id": "a", "value": "0.5", "n": "3"}, {"id": "b", "value": "", "n": "4"}]
