from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import pytest

from analysis.base import shelf


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Ask a shelf for what parts make, in a run of its own; return what had to be made."""
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)

    def ask(*all_parts: tuple[str, ...], step: str = "code", fails: bool = False) -> list[tuple[str, ...]]:
        monkeypatch.setattr(shelf, "STEP", step)
        found: list[tuple[str, ...]] = []
        with shelf.shelf("texts") as kept:
            for parts in all_parts:
                assert kept.get(lambda parts=parts: found.append(parts) or "".join(parts), *parts) == "".join(parts)
            if fails:
                raise ZeroDivisionError
        return found

    return ask


def test_what_follows_from_the_same_parts_and_code_is_made_once(made):
    assert made(("a", "b"), ("c",)) == [("a", "b"), ("c",)]
    assert made(("a", "b"), ("c",)) == []
    assert made(("ab",), ("c",)) == [("ab",)]
    assert made(("c",), step="other code") == [("c",)]


def test_what_no_run_asked_for_is_gone_but_not_where_one_failed(made):
    made(("a",), ("b",))
    with pytest.raises(ZeroDivisionError):
        made(("a",), ("c",), fails=True)
    assert made(("a",), ("b",), ("c",)) == []
    made(("a",))
    assert made(("b",)) == [("b",)]


@pytest.mark.parametrize("torn", [b"", b"short", bytes(200)])
def test_a_torn_shelf_and_a_run_outside_of_the_pipeline_make_all_anew(made, tmp_path, torn):
    made(("a",))
    (tmp_path / "texts").write_bytes(torn)
    assert made(("a",)) == [("a",)]
    assert made(("a",), step="") == [("a",)]


class Tables:
    """Two tables that are found once."""

    def __init__(self, **rows: dict[str, int]) -> None:
        self.rows = rows

    @cached_property
    def one(self) -> Mapping[str, int]:
        return self.rows["one"]

    @cached_property
    def two(self) -> Mapping[str, int]:
        return self.rows["two"]


READS = {
    "a row": lambda tables: tables.one["a"],
    "no row": lambda tables: tables.one.get("c"),
    "whether there is a row": lambda tables: "c" in tables.one,
    "all": lambda tables: sum(tables.two.values()),
    "how many": lambda tables: len(tables.two),
}


@pytest.mark.parametrize(("one", "two", "anew"), [
    ({"a": 1, "b": 2}, {"a": 1}, set()),
    ({"a": 1, "b": 3}, {"a": 1}, set()),
    ({"a": 2, "b": 2}, {"a": 1}, {"a row"}),
    ({"a": 1, "b": 2, "c": 3}, {"a": 1}, {"no row", "whether there is a row"}),
    ({"a": 1, "b": 2}, {"a": 1, "b": 2}, {"all", "how many"}),
])  # fmt: skip
def test_what_read_nothing_that_changed_is_recalled(tmp_path, monkeypatch, one, two, anew):
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    monkeypatch.setattr(shelf, "STEP", "code")

    def ask(tables: Tables) -> set[str]:
        notes, found = shelf.Notes(), set[str]()
        notes.watch(tables)
        with shelf.shelf("read") as kept:
            for name, read in READS.items():
                fresh = read(Tables(**tables.rows))
                made = kept.get_noted(lambda name=name, read=read: found.add(name) or read(tables), notes, name)
                assert made == fresh
        return found

    assert ask(Tables(one={"a": 1, "b": 2}, two={"a": 1})) == set(READS)
    assert ask(Tables(one=one, two=two)) == anew


def test_what_many_steps_ask_for_is_made_once_in_a_run(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    made: list[str] = []

    def ask(*parts: str) -> list[str]:
        made.clear()
        assert shelf.recall("yaml", lambda: made.append("".join(parts)) or len(parts), *parts) == len(parts)
        return made

    assert ask("a") == ask("a") == ["a"]
    monkeypatch.setattr(shelf, "RUNNING", True)
    assert [list(ask("a")), list(ask("a")), list(ask("b")), list(ask("a"))] == [["a"], [], ["b"], []]
    for path in (tmp_path / "yaml").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert ask("a") == ["a"]
