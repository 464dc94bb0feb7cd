"""Labelled pages become rows without their text."""

from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.reading import labelling
from analysis.reading.confidence import LABELLED
from analysis.reading.labelling import rows_of
from analysis.reading.terms import load_terms

PAGE = "福建省2020年第三季度政府网站抽查通报\n本季度共抽查政府网站120家，合格率为97.5%。\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "01.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def label(folder, *lines):
    (folder / "labels.txt").write_text("\n".join(lines), encoding="utf-8")
    return list(rows_of(folder, "1", load_terms()))


def test_a_right_statement_is_whole(folder):
    (row,) = label(folder, "01|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN-FJ|all")
    assert row[0] == "1"
    assert row[4:7] == (1, 1, "1")
    assert all(-5 <= float(said) <= 5 for said in row[7:])


@pytest.mark.parametrize(
    "wrong",
    [
        "01|网站~120家|gt|count:site|2020-Q3|spot_checked_sites|CN-FJ|all",
        "01|网站~120家|eq|percent|2020-Q3|spot_checked_sites|CN-FJ|all",
        "01|网站~120家|eq|count:site|2019|spot_checked_sites|CN-FJ|all",
        "01|网站~120家|eq|count:site|2020-Q3|-|CN-FJ|all",
        "01|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN|all",
        "01|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN-FJ|city",
    ],
)
def test_one_wrong_field_spoils_it(folder, wrong):
    (row,) = label(folder, wrong)
    assert row[5] == 0


def test_several_values_may_be_right_and_some_figures_are_not_asked(folder):
    rows = label(
        folder,
        "01|率为~97.5%|eq|percent|*|-/spot_check_pass_rate|CN/CN-FJ|all/city",
        "01|网站~120家|opt|*|*|*|*|*",
        "01|网站~7家|eq|count|*|-|*|*",
    )
    assert [row[5] for row in rows] == [1]


def test_rows_hold_no_text_of_the_page(folder):
    (row,) = label(folder, "01|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN-FJ|all")
    assert row[1].isascii()


def test_what_is_missing_or_torn_is_named(folder):
    with pytest.raises(ProjectError, match=r"labels.txt is missing"):
        list(rows_of(folder, "1", load_terms()))
    with pytest.raises(ProjectError, match=r"labels.txt, line 2: 3 fields, and a label has page \| place"):
        label(folder, "", "01|网站~120家|eq")
    with pytest.raises(ProjectError, match="no file of the folder is the page '02'"):
        label(folder, "02|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN-FJ|all")


@pytest.fixture
def table(tmp_path, monkeypatch):
    path = tmp_path / "labelled.csv"
    path.write_text("".join(LABELLED.read_text(encoding="utf-8").splitlines(keepends=True)[:5]), encoding="utf-8")
    monkeypatch.setattr(labelling, "LABELLED", path)
    return path


def test_a_look_takes_the_place_of_its_rows(folder, table):
    label(folder, "01|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN-FJ|all")
    before = table.read_text(encoding="utf-8")
    for _ in range(2):
        labelling.main(folder, "999")
    added = table.read_text(encoding="utf-8").removeprefix(before).splitlines()
    assert [line.split(",")[0] for line in added] == ["999"]


def test_a_look_that_is_no_number_is_refused_and_the_table_stays(folder, table):
    """The manual said review-1, at which the next look and the confidence broke."""
    label(folder, "01|网站~120家|eq|count:site|2020-Q3|spot_checked_sites|CN-FJ|all")
    before = table.read_text(encoding="utf-8")
    with pytest.raises(ProjectError, match="LOOK is 'review-1': give the number"):
        labelling.main(folder, "review-1")
    assert table.read_text(encoding="utf-8") == before
