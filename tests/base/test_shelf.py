from __future__ import annotations

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
