"""The README's generated tables are those of the project's own records."""

from __future__ import annotations

import re

from analysis.base import paths
from analysis.pages.readme import BLOCKS, fill_readme

README = paths.ROOT / "README.md"


def test_no_table_is_stale():
    text = README.read_text(encoding="utf-8")
    assert set(re.findall(r"<!-- generated: ([a-z-]+) -->", text)) == set(BLOCKS)
    assert fill_readme(text) == text, "run `bulletins run`: the README's tables are older than the data"


def test_a_changed_table_is_noticed():
    text = README.read_text(encoding="utf-8")
    changed = re.sub(r"(<!-- generated: software -->\n).", r"\1x", text, count=1)
    assert changed != text
    assert fill_readme(changed) == text


def test_every_local_link_leads_somewhere():
    text = README.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert targets
    for target in targets:
        assert (paths.ROOT / target).exists(), target
