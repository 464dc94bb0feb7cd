"""What models say stands in a column for each language."""

from __future__ import annotations

import pytest

from analysis.questions.sentences import chain, columns_of
from analysis.words.catalogue import columns, message

HELD, OPEN = message("own-check-not-random"), message("open-at-both-ends")


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
