"""What stands on one line in a cell of a table: days, months, spans of years, and numbers with their unit.

On a phone columns are narrow, and browsers break a line at each hyphen: 2017-06-01 stood on three lines.
"""

from __future__ import annotations

import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
UNITS = "percent|percentage points?|points?|times|years?|(?:thousand|million|billion|trillion)(?: percent)?"
UNITS_ZH = "倍|个?百分点|[十百千万亿]*[家个条项户人次件名份篇套款部张岁年月日天]|[十百千万亿]+"
NUMBER = r"[-−+]?\d(?:[\d,.]*\d)?"
# Ids hold days and years, too, and may be broken where they are long.
WHOLE = re.compile(
    rf"(?<![\w./:#=-])(?:\d{{4}}-(?:\d\d(?:-\d\d)?|Q[1-4])|\d{{4}}[-–/]\d{{4}}|\d{{1,2}} (?:{MONTHS}) \d{{4}}"
    rf"|\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?|{NUMBER}(?:[ \u00a0](?:{UNITS})(?!\w)|(?:{UNITS_ZH})))"
    rf"(?![\w/#=]|-\w|\.\w)", re.ASCII,
)  # fmt: skip
CELL = re.compile(r"(<t[dh]\b[^>]*>)(.*?)(?=</t[dh]>)", re.DOTALL)
TEXT = re.compile(r"(?:^|(?<=>))[^<>]*\d[^<>]*(?=<|$)")


def keep_whole(page: str) -> str:
    """Put what is not broken in the cells of the tables of a page into spans of the class `whole`."""
    return CELL.sub(lambda cell: cell[1] + TEXT.sub(_marked, cell[2]), page)


def _marked(text: re.Match[str]) -> str:
    return WHOLE.sub(r'<span class="whole">\g<0></span>', text[0])
