"""One card from the texts of the tables is the card from all of them; a torn table is named."""

from __future__ import annotations

import shutil

import pytest

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.cards import card_json, card_of, citations_of
from analysis.citing.lookup import Lookup, Rows, column_types
from analysis.citing.records import Records

TEXT = 'id,uses,value,sound,note\na-1,b a-10,1.5,true,"x, ""y"""\na-10,,,false,a-1\nb,a-1 a-10,2,true,a-1 a-1\n'
ROWS = Rows(TEXT, {"value": "number", "sound": "boolean", "note": "string"})


def test_a_row_is_found_by_its_id():
    assert ROWS["a-1"] == {"id": "a-1", "uses": "b a-10", "value": 1.5, "sound": True, "note": 'x, "y"'}
    assert (ROWS["a-10"]["value"], ROWS["a-10"]["sound"]) == (None, False)
    assert (list(ROWS), len(ROWS)) == (["a-1", "a-10", "b"], 3)
    assert [name in ROWS for name in ("a-1", "a", "", "a-10,", "id", "x")] == [True] + [False] * 5


def test_rows_that_name_an_id_are_found_once_each():
    assert [row["id"] for row in ROWS.naming("a-1", "uses", "note")] == ["a-10", "b"]
    assert [row["id"] for row in ROWS.naming("a-10", "uses")] == ["a-1", "b"]
    assert ROWS.naming("a", "uses", "note") == []
    assert ROWS.naming("", "uses", "note") == []  # `bulletins show ""` once ended in a traceback


def test_a_card_looked_up_is_the_card_from_all_tables():
    records = Records()
    fitted = [name for name, row in records.estimates.items() if row["value"] is not None]
    tables = (list(records.observations), fitted, list(records.exhibits), list(records.bulletins))
    for item in (name for names in tables for name in names[:: len(names) // 4]):
        found = Lookup(item)
        assert card_json(card_of(found, item, "zh")) == card_json(card_of(records, item, "zh"))
        assert citations_of(found, item) == citations_of(records, item)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("numbers.csv", b"number_id,kind\ngov-20", "numbers.csv is damaged: run `bulletins run`"),
        ("numbers.csv", None, "numbers.csv is missing: run `bulletins run`"),
        ("datapackage.json", b"{}\n", "datapackage.json is damaged"),
    ],
)
def test_a_torn_table_is_named(tmp_path, monkeypatch, name, content, says):
    shutil.copytree(paths.PROCESSED, tmp_path / "processed", ignore=shutil.ignore_patterns("*.parquet"))
    monkeypatch.setattr(paths, "PROCESSED", tmp_path / "processed")
    spoiled = tmp_path / "processed" / name
    spoiled.write_bytes(content) if content is not None else spoiled.unlink()
    column_types.cache_clear()
    with pytest.raises(ProjectError, match=says):
        Lookup("gov-2017q2-running-all")
    column_types.cache_clear()


@pytest.mark.parametrize("row", ["a-1,b", 'a-1,"b,c,1,2', "a-1,b,many,true,x"])
def test_a_torn_row_is_a_sentence(row):
    """A comma or a quote too few in statements.csv once ended `bulletins show` in a traceback."""
    text = TEXT.replace("\na-1,", "\na-2,") + f"{row}\n"
    rows = Rows(text, {"value": "number"}, "t.csv is damaged.")
    with pytest.raises(ProjectError, match="is damaged"):
        rows["a-1"]
    with pytest.raises(ProjectError, match="is damaged"):
        ROWS.naming("a-1", "used")


def test_an_id_that_another_table_lacks_is_a_sentence():
    found = Lookup("gov-2017q2-running-all")
    found.bulletins = Rows("bulletin_id,title\n")
    with pytest.raises(ProjectError, match="'gov-2017q2' is named in one table and missing in another"):
        citations_of(found, "gov-2017q2-running-all")
