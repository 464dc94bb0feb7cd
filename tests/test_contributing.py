"""The table of CONTRIBUTING is true: its files exist, and what was added before stands in the files that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base import paths
from analysis.words.catalogue import LANGS
from helpers.contributing import TABLE

# What was added as an example of each row, and what the names in capitals were then.
EXAMPLES = {
    "an indicator": ("annual_hotline_service_volume", {}),
    "a bulletin": ("gov-2017q2", {}),
    "a chart": ("fig-un-index", {"NOTEBOOK": "open_data_and_services"}),
    "a model": ("saturation", {"MODEL": "saturating", "TOPIC": "services"}),
    "a language": ("", {}),
    "a raw column": ("qualifier", {}),
}


def files(pattern: str, names: dict[str, str]) -> list[Path]:
    for word, name in names.items():
        pattern = pattern.replace(word, name)
    patterns = [pattern.replace("LANGUAGE", lang) for lang in LANGS] if "LANGUAGE" in pattern else [pattern]
    return [path for each in patterns for path in (sorted(paths.ROOT.glob(each)) or [paths.ROOT / each])]


def test_every_row_has_an_example():
    assert list(TABLE) == list(EXAMPLES)


@pytest.mark.parametrize("what", EXAMPLES)
def test_the_files_exist(what):
    for pattern in (*TABLE[what][0], *TABLE[what][1]):
        assert all(path.is_file() for path in files(pattern, EXAMPLES[what][1])), pattern


@pytest.mark.parametrize("what", EXAMPLES)
def test_what_was_added_stands_where_the_table_says(what):
    example, names = EXAMPLES[what]
    for pattern in TABLE[what][0]:
        for path in files(pattern, names):
            assert example in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("what", ["an indicator", "a chart"])
def test_no_other_source_knows_it(what):
    example, names = EXAMPLES[what]
    known = {path for patterns in TABLE[what] for pattern in patterns for path in files(pattern, names)}
    folders = (paths.ROOT / name for name in ("src", "data/raw", "expectations", "reports/captions"))
    sources = (path for folder in folders for path in folder.rglob("*.*"))
    kinds = (".py", ".yml", ".csv", ".ftl", ".md")
    written = (path for path in sources if path.suffix in kinds and path.parent.name != "seals")
    knowing = {path for path in written if example in path.read_text(encoding="utf-8")}
    assert knowing <= known
