"""Lines in the cells of tables: what stands on one, as days and numbers with their unit, and where long ids break.

On a phone columns are narrow, and browsers break a line at each hyphen: 2017-06-01 stood on three lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
UNITS = "percent|percentage points?|points?|times|years?|(?:thousand|million|billion|trillion)(?: percent)?"
UNITS_ZH = "倍|个?百分点|[十百千万亿]*[家个条项户人次件名份篇套款部张岁年月日天]|[十百千万亿]+"
NUMBER = r"[-−+]?\d(?:[\d,.]*\d)?"
HAN = r"\u3400-\u9fff"
# Ids hold days and years, too, and may be broken where they are long.
BEFORE, AFTER = r"(?<![\w./:#=-])", r"(?![\w/#=]|-\w|\.\w)"
CODES = rf"\d{{4}}-(?:\d\d(?:-\d\d)?|Q[1-4])|\d{{4}}[-–/]\d{{4}}|{NUMBER}[ \u00a0](?:{UNITS})(?!\w)"
DAYS = rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}"
# In a title what is written in words may be broken, and its characters are not parted.
FIGURES = rf"(?:(?<![{HAN}])|(?<=[至约近]))(?:\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?|{NUMBER}(?:{UNITS_ZH}))(?![{HAN}])"
IN_PROSE = re.compile(rf"{BEFORE}(?:{CODES}){AFTER}", re.ASCII)
WHOLE = re.compile(rf"{BEFORE}(?:{CODES}|{DAYS}|{FIGURES}){AFTER}", re.ASCII)
SHORT = 36  # letters of a text that is no sentence
# Browsers break an id at hyphens alone: that of a series made its table wider than the page.
LONG_ID = re.compile(r"[\w.-]{25,}")
JOINT = re.compile(r"(?<=[^\W\d])[._](?=\w)")
# A head of a few Chinese characters over narrow numbers.
SHORT_HEAD = re.compile(r"(?:(?<=<th>)|(?<=\">))[\u3400-\u9fff]{2,3}(?=</th>)")
CELL = re.compile(r"(<t[dh]\b[^>]*>)(.*?)(?=</t[dh]>)", re.DOTALL)
TEXT = re.compile(r"(?:^|(?<=>))[^<>]+(?=<|$)")
SPAN = r'<span class="whole">\g<0></span>'


def keep_whole(page: str) -> str:
    """Put what is not broken in the cells of the tables of a page into spans of the class `whole`."""
    return SHORT_HEAD.sub(
        SPAN, in_cells(page, lambda text: (WHOLE if len(text) <= SHORT else IN_PROSE).sub(SPAN, text))
    )


def break_ids(page: str) -> str:
    """Let long ids in the cells of tables break at their joints."""
    return in_cells(page, lambda text: LONG_ID.sub(lambda name: JOINT.sub(r"\g<0><wbr>", name[0]), text))


def in_cells(page: str, change: Callable[[str], str]) -> str:
    """Change the texts of the cells of the tables of a page; tags stay as they are."""
    return CELL.sub(lambda cell: cell[1] + TEXT.sub(lambda text: change(text[0]), cell[2]), page)
