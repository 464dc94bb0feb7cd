"""Rows of tables: a cell means what the head of its column says.

Tables reach the reader as lines with bars, tabs or wide blanks between the cells, or as one cell a line. A head is
read as if it stood before the number: 合格率 over 97.6 reads as 合格率97.6.
"""

from __future__ import annotations

import re

from analysis.reading.sentence import Context

_BARS = re.compile(r"[|\t│｜]+")
_NUMBER_CELL = re.compile(
    r"[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[万亿])?(?:%|‰|家|个|条|分|次|项|人|名|件|篇|位)?(?:[(][^()]{0,12}[)])?$"
)
_HEAD_WORDS = re.compile(
    r"数|率|分|量|占比|比例|得分|排名|名次|序号|总计|合计|指数|单位|地区|省份|名称|指标|项目|个\)|%|家\)"
)
# A head may hold a year or the mark of a class (90分以上), never a figure.
_COLUMN_WORDS = re.compile(
    rf"{_HEAD_WORDS.pattern}|网站$|媒体$|合格$|^(?:19|20)[0-9]{2}年|市州|地市|县区|市县|区县|省份|得分"
)
_FIGURE_IN = re.compile(r"^[-−+]?[0-9][0-9,.]*%?$|[0-9]%|[0-9](?:[家个条次项人名件篇位]|分(?!以))(?!月|季|工作日)")
_UNIT_IN_HEAD = re.compile(r"[(]([^()]{1,4})[)]")
_HEAD_UNITS = frozenset("% 个 家 条 分 次 项 人 件 篇 万 万人".split())
_ORDER_HEAD = re.compile(r"序号|编号|^No\.?$|排序|^(?:排名|名次|位次)$")
_SENTENCE = re.compile(r"[。!?;；]|,.*,")
_LONGEST_CELL = 24
_BLANK_ROW = re.compile(r"[^\s|,，。;；:：、]{1,14}(?: [^\s|，。;；:：、]{1,14}){1,11}$")
_RULE_LINE = re.compile(r"[-|\t: +=]+$")


def cells_of(text: str) -> list[tuple[int, str]]:
    """Return the cells of a line with their places, or nothing where the line is no row of a table."""
    if _SENTENCE.search(text) or not _BARS.search(text):
        return []
    cells, start = [], 0
    for match in [*_BARS.finditer(text), None]:
        end = match.start() if match else len(text)
        cell = text[start:end].strip()
        if cell:
            cells.append((start + text[start:end].index(cell[0]), cell))
        start = match.end() if match else end
    short = all(len(cell) <= _LONGEST_CELL for _, cell in cells)
    return cells if len(cells) >= 2 and short else []


def with_bars(line: str, context: Context) -> str:
    """Return a row whose cells lie one blank apart with a tab for each blank, any other line as it is.

    Such a line is a head when it holds words of measures and no figures, a row when as many cells stand under a head.
    """
    if " " not in line or _BLANK_ROW.match(line) is None:
        return line
    cells = line.split(" ")
    if context.columns:
        fits = len(cells) in (len(context.columns), len(context.columns) - 1) and any(map(is_number, cells))
    else:
        heads = sum(_COLUMN_WORDS.search(cell) is not None for cell in cells)
        fits = len(cells) > 2 and heads > 1 and not any(_FIGURE_IN.search(cell) for cell in cells)
    return line.replace(" ", "\t") if fits or is_head_of(cells, context) else line


def is_head_of(cells: list[str], context: Context) -> bool:
    """Say whether cells are a new head under an old one: all words of measures but the first."""
    return bool(context.columns) and len(cells) > 2 and is_head([(0, cell) for cell in cells[1:]])


def is_rule(text: str) -> bool:
    """Say whether a line only draws a rule between rows (|---|---|)."""
    return bool(text) and _RULE_LINE.match(text) is not None


def is_head(cells: list[tuple[int, str]]) -> bool:
    """Say whether cells are the heads of columns: no numbers, and words of measures."""
    return not any(_FIGURE_IN.search(cell) for _, cell in cells) and any(_HEAD_WORDS.search(cell) for _, cell in cells)


def is_number(cell: str) -> bool:
    """Say whether a cell holds one figure and nothing else."""
    return _NUMBER_CELL.match(cell) is not None


def head_for(columns: tuple[str, ...], index: int, count: int) -> str:
    """Return the head of a cell's column; a row may lack the first column's cell (a merged one)."""
    shift = max(0, len(columns) - count)
    return columns[index + shift] if index + shift < len(columns) else ""


def is_order(head: str) -> bool:
    """Say whether a column only numbers its rows."""
    return _ORDER_HEAD.search(head) is not None


def as_sentence(row_name: str, head: str, cell: str) -> tuple[str, int]:
    """Return a cell as a sentence, 福建,合格率97.6%, and where the cell starts in it."""
    unit = _UNIT_IN_HEAD.search(head)
    plain_head = _UNIT_IN_HEAD.sub("", head)
    suffix = unit[1] if unit and not re.search(r"[%家个条分次项人名件篇位]$", cell) else ""
    lead = f"{row_name},{plain_head}"
    return f"{lead}{cell}{suffix if suffix in _HEAD_UNITS else ''}", len(lead)


def single_cell(text: str, context: Context) -> tuple[Context, str]:
    """Follow a table that comes one cell a line; return the context behind the line, and the head for its number.

    A short label opens a row; numbers behind it take the heads of the columns in order.
    """
    cell = text.strip("|\t ")
    if not cell:
        return context, ""
    if is_number(cell):
        if context.cell < 0:
            return context, ""
        columns = context.columns
        head = columns[context.cell + 1] if context.cell + 1 < len(columns) else ""
        return context._replace(cell=context.cell + 1), head
    if len(cell) <= 12 and not _SENTENCE.search(cell) and re.search(r"[\u4e00-\u9fff]", cell):
        if _HEAD_WORDS.search(cell) and context.cell <= 0:
            return context._replace(columns=(*context.columns, cell)[-12:], cell=0), ""
        return context._replace(cell=0), ""
    return context._replace(columns=(), cell=-1), ""
