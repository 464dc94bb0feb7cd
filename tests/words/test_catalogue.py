"""The catalogue: all languages have the same messages, and nothing is said in another language by accident."""

from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError, UnknownName
from analysis.words.catalogue import LANGS, chain, columns, columns_of, keys, message, say, say_list

HELD, OPEN = message("own-check-not-random"), message("open-at-both-ends")


def test_english_comes_first_and_every_language_has_the_same_keys() -> None:
    assert LANGS[0] == "en"
    # How many words a language has for large counts is its own affair.
    shared = {lang: [key for key in keys(lang) if not key.startswith("count-e")] for lang in LANGS}
    for lang in LANGS:
        assert shared[lang] == shared["en"], lang


def test_messages_are_said_in_a_language() -> None:
    nested = message("list-and", first="A", last=message("list-and", first="B", last="C"))
    assert [nested.in_(lang) for lang in ("en", "zh")] == ["A and B and C", "A和B和C"]


def test_an_unknown_key_names_near_ones() -> None:
    with pytest.raises(UnknownName, match="list-and"):
        say("list-end", "en")


def test_a_lacking_value_is_an_error() -> None:
    with pytest.raises(ProjectError, match="list-and"):
        say("list-and", "en", first="A")


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_is_joined_as_its_message_joins_two(lang) -> None:
    for key in (key for key in keys(lang) if key.startswith("list-")):
        assert say_list(["A", "B"], lang, key) == say(key, lang, first="A", last="B")
    assert (say_list([], lang), say_list(["A"], lang)) == ("", "A")


def test_clauses_are_joined_as_each_language_does():
    said = columns_of("warnings", OPEN, HELD)
    assert list(said) == columns("warnings") == ["warnings", "warnings_zh"]
    assert said["warnings"].startswith("its interval is open at both ends; the regions' own check")
    assert said["warnings_zh"].startswith("区间两侧均无界；各地自查")


def test_no_clauses_are_an_empty_text():
    assert columns_of("note") == {"note": "", "note_zh": ""}
    with pytest.raises(TypeError):
        chain([])


def test_one_clause_stays_as_it_is():
    assert chain([OPEN]) is OPEN
