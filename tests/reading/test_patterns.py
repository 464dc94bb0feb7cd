"""The patterns of the codebook: all compile, and each is one that the reader goes by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis import reading
from analysis.base.errors import ProjectError
from analysis.reading.patterns import Patterns, load_patterns
from analysis.reading.terms import PATTERNS

ROWS = load_patterns(PATTERNS)
NAMES = {row["pattern"].partition(".")[0] for row in ROWS}


def test_every_pattern_compiles():
    patterns = Patterns(ROWS)
    assert all(getattr(patterns, name) for name in NAMES)


def test_the_reader_goes_by_every_pattern_and_by_no_other():
    source = "".join(path.read_text(encoding="utf-8") for path in Path(reading.__file__).parent.glob("*.py"))
    used = set(re.findall(r"patterns\.(?!value\b|word_value\b|csv\b)([a-z_]+)", source)) | set(
        re.findall(r'value\(\s*"([a-z_]+)"', source)
    )
    inside = {name for row in ROWS for name in re.findall(r"\(\?&(\w+)\)", row["expression"])}
    assert used & NAMES | inside == NAMES, "take these out of patterns.csv"
    assert {name for name in used if name not in NAMES} <= {"import", "py"}


def test_alternatives_give_the_value_of_the_first_that_is_found():
    patterns = Patterns(ROWS)
    assert patterns.value("saluted", "各县区人民政府:") == "city"
    assert patterns.value("saluted", "各位读者:") == ""


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "no row is called scope"),
        ([{"pattern": "scope", "value": "", "expression": "(", "note": ""}], "correct it"),
        ([{"pattern": "scope", "value": "", "expression": "(?&other)", "note": ""}], "correct it"),
    ],
)
def test_a_bad_table_is_told(rows, words):
    with pytest.raises(ProjectError, match=words):
        _ = Patterns(rows).scope
