"""Tables: a cell means what the heads of its column and its row say.

Tables reach the reader as lines with bars, tabs or blanks between the cells, as one cell a line, or as markup with
row and column spans. A head is read as if it stood before the number: 合格率 over 97.6 reads as 合格率97.6; heads over
several rows are read one behind the other.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_BARS = re.compile(r"[|\t│｜]+")
_NUMBER_CELL = re.compile(
    r"[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[万亿])?(?:%|‰|家|个|条|分|次|项|人|名|件|篇|位)?(?:[(][^()]{0,12}[)])?$"
)
_HEAD_WORDS = re.compile(
    r"数|率|分|量|占比|比例|得分|排名|名次|序号|总计|合计|指数|单位|地区|省份|名称|指标|项目|个\)|%|家\)"
)
# A head may hold a year or the mark of a class (90分以上), never a figure.
_COLUMN_WORDS = re.compile(
    rf"{_HEAD_WORDS.pattern}|网站$|媒体$|合格$|^(?:19|20)[0-9]{{2}}年|市州|地市|县区|市县|区县|省份|得分|备注"
)
_FIGURE_IN = re.compile(r"^[-−+]?[0-9][0-9,.]*%?$|[0-9]%|[0-9](?:[家个条次项人名件篇位]|分(?!以))(?!月|季|工作日)")
_UNIT_IN_HEAD = re.compile(r"[(](?:单位[:：]?)?([^()]{1,4})[)]")
# 信息公开(30分) says how many points there are.
_FULL_MARK = re.compile(r" ?[(（](?:满分)?[0-9]{1,3}分[)）]")
_HEAD_UNITS = frozenset("% 个 家 条 分 次 项 人 件 篇 万 万人 万次 人次 位 名".split())
_ORDER_HEAD = re.compile(r"序号|编号|^No\.?$|排序|标识码|备案号|电话|邮编|网址|域名$|日期|时间")
_SENTENCE = re.compile(r"[。!?;；]|,.*,")
_LONGEST_CELL, _LONGEST_LONE, _FAR_HEAD = 24, 18, 6
_FEWEST_ROWS, _LONGEST_HEAD = 3, 12
_BLANK_ROW = re.compile(r"[^\s|,，。;；:：、]{1,16}(?: [^\s|，。;；:：、]{1,16}){1,11}$")
_RULE_LINE = re.compile(r"[-|\t: +=]+$")
# 附件1: and 信息采用情况统计表 stand over a table and head no column.
_CAPTION = re.compile(r"^附[件表]|表$|主动公开\)?$|月[0-3]?[0-9]日\)?$|[:：]$")


class Cell(NamedTuple):
    """A cell: where it stands in the plain text, and how many rows and columns it spans."""

    start: int
    text: str
    rows: int = 1
    columns: int = 1


class Line(NamedTuple):
    """A line of prose."""

    start: int
    text: str


class Table(NamedTuple):
    """The rows of a table, heads first, and what names each number: (cell, names of its row, heads of its column)."""

    rows: tuple[tuple[Cell, ...], ...]
    end: int


class Entry(NamedTuple):
    """A number of a table with the cells that say what it is: those of its row, and those over it."""

    cell: Cell
    names: tuple[Cell, ...]
    heads: tuple[Cell, ...]


def with_tabs(text: str) -> str:
    """Return a text in which the cells of tables that lie one blank apart are parted by tabs instead."""
    text = _with_heads_in_line(text)
    lines = text.split("\n")
    rows = _blank_rows(lines)
    if sum(map(bool, rows)) < 2:
        return text
    for start, end in _runs(rows):
        for i in range(start, end):
            lines[i] = lines[i].replace(" ", "\t")
    return "\n".join(lines)


def _blank_rows(lines: list[str]) -> list[list[str]]:
    """Return the cells of each line that may be a row of cells one blank apart, none for the others."""
    bare = [line.strip("\r") for line in lines]
    return [line.split(" ") if " " in line and _BLANK_ROW.match(line) else [] for line in bare]


def _with_heads_in_line(text: str) -> str:
    """Return a text where heads that stand one a line over rows of cells one blank apart stand in one line too.

    单位名称 / 总得分 / (100分) / 信息公开 over 甲市 86.2 25.4: a bracket goes on with the head above it.
    """
    lines = text.split("\n")
    ends = ["\n"] * (len(lines) - 1) + [""]
    rows, place = _blank_rows(lines), 0
    while place < len(rows):
        end = place
        while end < len(rows) and rows[end] and len(rows[end]) == len(rows[place]) and is_number(rows[end][-1]):
            end += 1
        if end - place >= _FEWEST_ROWS and (start := _first_head(lines, place, len(rows[place]))) is not None:
            for at in range(start, place):
                lines[at] = lines[at].replace(" ", "\t")
                ends[at] = "\n" if at == place - 1 else " " if lines[at + 1].startswith(("(", "（")) else "\t"
            lines[place:end] = [line.replace(" ", "\t") for line in lines[place:end]]
        place = max(end, place + 1)
    return "".join(itertools.chain(*zip(lines, ends, strict=True)))


def _first_head(lines: list[str], body: int, wanted: int) -> int | None:
    """Return the line of the first head over some rows; None where they are in one line, or not as many as wanted."""
    heads, start, said = 0, body, 0
    while heads < wanted and start:
        cells = [cell for cell in lines[start - 1].split(" ") if not cell.startswith(("(", "（"))]
        if any(not cell or len(cell) > _LONGEST_HEAD or is_number(cell) for cell in cells):
            return None
        start, heads = start - 1, heads + len(cells)
        said += sum(_COLUMN_WORDS.search(cell) is not None for cell in cells)
    return start if heads == wanted and body - start > 1 and said > 1 else None


def _runs(rows: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of rows that are a table: a head, then rows of about as many cells with numbers."""
    place = 0
    while place < len(rows):
        cells = rows[place]
        heads = sum(_COLUMN_WORDS.search(cell) is not None for cell in cells)
        if len(cells) > 1 and heads > 1 and not any(_FIGURE_IN.search(cell) for cell in cells):
            end = place + 1
            while end < len(rows) and (not rows[end] or len(rows[end]) > 1) and (rows[end] or end - place < 3):
                end += 1
            body = [row for row in rows[place + 1 : end] if any(map(is_number, row))]
            if body and all(abs(len(row) - len(body[0])) <= 1 for row in body):
                yield place, end
            place = end
        else:
            place += 1


# A line of a form is a label and a number: 收到留言数量 345.
_ENDS_LINE = re.compile(r"[。!?！？;；:：|\t]\s*$|^[^。,，、;；0-9]{2,36}[ \t\u3000)）]+[0-9][0-9,.]*\s*$")
_STARTS_LINE = re.compile(
    r"[ \t\u3000]{2}|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.、]|[|]|附件|各"
)
_NARROW, _WIDE, _FEW_WRAPPED = 16, 80, 5


# Only a measure word or a mark of punctuation may follow: a line of one cell is no such piece.
_CUT_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff:：,，、])\n(?P<number>[0-9０-９][0-9０-９,.]*[%％万亿]?)\n(?=[,，。;；、]|[家个個条條件项項次名篇](?:$|[\n,，。;；、的]))",
    re.MULTILINE,
)


def unwrap(text: str) -> str:
    """Return a text whose sentences were cut at the width of a page, or at each number, with blanks for line ends."""
    text = _CUT_NUMBER.sub(r" \g<number> ", text)
    lines = text.split("\n")
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if len(lengths) < 2 * _FEW_WRAPPED:
        return text
    width = lengths[int(len(lengths) * 0.9)]
    if not _NARROW <= width <= _WIDE:
        return text
    wrapped = [_goes_on(line, after, width) for line, after in itertools.pairwise(lines)]
    if sum(wrapped) < max(_FEW_WRAPPED, 0.3 * len(lengths)):
        return text
    joints = [*(" " if goes_on else "\n" for goes_on in wrapped), ""]
    return "".join(line + joint for line, joint in zip(lines, joints, strict=True))


def _goes_on(line: str, after: str, width: int) -> bool:
    """Say whether a sentence goes on in the next line: the line is full and ends nothing."""
    full = 0.7 * width <= len(line.strip()) <= 1.3 * width
    return full and bool(after.strip()) and not _ENDS_LINE.search(line) and not _STARTS_LINE.match(after)


def blocks(text: str, marked: tuple[Table, ...] = ()) -> Iterator[Line | Table]:
    """Yield the lines and tables of a plain text in order; `marked` are the tables that markup named."""
    lines = _lines_of(text, marked)
    place = 0
    while place < len(lines):
        line = lines[place]
        if isinstance(line, Table):
            yield line
            place += 1
            continue
        start, table, after = _table_at(lines, place)
        yield from lines[place:start]
        if table is not None:
            yield table
        place = after


def _lines_of(text: str, marked: tuple[Table, ...]) -> list[Line | Table]:
    """Return the lines of a text that are not blank, with the marked tables in place of theirs."""
    found: list[Line | Table] = []
    start, waiting = 0, list(marked)
    skip = -1
    for piece in text.split("\n"):
        end = start + len(piece)
        while waiting and waiting[0].rows[0][0].start <= end:
            table = waiting.pop(0)
            found.append(table)
            skip = table.end
        if start >= skip and piece.strip("|\t \r"):
            # A paragraph set in by two blanks is read like one that is not: 　　省扶贫办(24.9分).
            inner = piece.lstrip(" \u3000\t")
            found.append(Line(start + len(piece) - len(inner), inner))
        start = end + 1
    return found


def _table_at(lines: list[Line | Table], place: int) -> tuple[int, Table | None, int]:
    """Return where the table at a line starts, the table if there is one, and the line behind what was looked at."""
    rows: list[tuple[Cell, ...]] = []
    end = place
    while end < len(lines) and isinstance(line := lines[end], Line):
        cells = () if is_rule(line.text) else cells_of(line)
        if not cells and not (rows and is_rule(line.text)):
            break
        if cells:
            rows.append(cells)
        end += 1
    if len(rows) > 1 and any(is_number(cell.text) for row in rows for cell in row) and _is_headed(rows):
        return place, Table(tuple(rows), 0), end
    return _lone_cells(lines, place)


def _is_headed(rows: list[tuple[Cell, ...]]) -> bool:
    """Say whether rows open with a head, or name each number within the row (网站总访问量 | 12345)."""
    if is_head(rows[0]):
        return True
    pairs = [row for row in rows if len(row) > 1 and not is_number(row[0].text) and is_number(row[-1].text)]
    return len(pairs) * 2 > len(rows)


def _lone_cells(lines: list[Line | Table], place: int) -> tuple[int, Table | None, int]:
    """Return the table that comes one cell a line from a line on: heads, then as many cells again and again."""
    end = place
    while end < len(lines) and isinstance(line := lines[end], Line) and _is_lone(line.text):
        end += 1
    place, end = _barred_run(lines, place, end)
    cells = _joined_cells([line for line in lines[place:end] if isinstance(line, Line)])
    new = _next_heads(cells) if len(cells) == end - place else 0
    stacked = _rows_of(cells[:new], 1) if new else []
    single = sum(is_number(cell.text) for cell in cells[:new]) == 1
    if not (stacked and single) and (rows := _rows_of(cells)):
        return place + cells.index(rows[0][0]), Table(tuple(rows), 0), end
    if stacked:
        # Tables that come one below the other, each with heads of its own.
        return place + cells.index(stacked[0][0]), Table(tuple(stacked), 0), place + new
    return max(end, place + 1), None, max(end, place + 1)


def _barred_run(lines: list[Line | Table], place: int, end: int) -> tuple[int, int]:
    """Return where those of some lone lines stand that a bar ends (办件数量 |), where most have one: the cells.

    The headings of a section above them were taken for heads of its table, and each column for the next one.
    """
    barred = [i for i in range(place, end) if isinstance(line := lines[i], Line) and line.text.rstrip().endswith("|")]
    if len(barred) * 2 <= end - place:
        return place, end
    last = next((i for i in barred if i + 1 not in barred), end - 1)
    return barred[0], last + 1


def _rows_of(cells: list[Cell], fewest: int = 2) -> list[tuple[Cell, ...]]:
    """Return the rows that lone cells fold into, heads first; nothing where they do not, or hold fewer numbers."""
    # A date on a line of its own may stand between a caption and the heads.
    for first in (0, *(i + 1 for i, cell in enumerate(cells[:_FAR_HEAD]) if is_number(cell.text))):
        body = cells[first:]
        numbers = [i for i, cell in enumerate(body) if is_number(cell.text)]
        if len(numbers) >= fewest and numbers[0] > 1 and (rows := _fold(body, numbers)):
            return rows
    return []


def _next_heads(cells: list[Cell]) -> int:
    """Return where heads begin behind the numbers of a table: two cells in words one after the other, 0 for nowhere."""
    kinds = [is_number(cell.text) for cell in cells]
    return next((i for i in range(2, len(cells) - 1) if kinds[i - 1] and not (kinds[i] or kinds[i + 1])), 0)


def _joined_cells(lines: list[Line]) -> list[Cell]:
    """Return the cells of lone lines; where a bar opens each cell, a line without one goes on with the cell above."""
    barred = sum(line.text.lstrip().startswith("|") for line in lines) * 2 > len(lines)
    cells: list[Cell] = []
    for line in lines:
        cell = _cell_of(line)
        goes_on = barred and cells and not line.text.lstrip().startswith("|")
        if goes_on and not is_number(cell.text) and not is_number(cells[-1].text):
            cells[-1] = cells[-1]._replace(text=cells[-1].text + cell.text)
        else:
            cells.append(cell)
    return cells


def _is_lone(text: str) -> bool:
    cell = text.strip("|\t ")
    return 0 < len(cell) <= _LONGEST_LONE and not _SENTENCE.search(cell) and cells_of(Line(0, text)) == ()


def _cell_of(line: Line) -> Cell:
    cell = line.text.strip("|\t ")
    return Cell(line.start + line.text.index(cell), cell)


def _fold(cells: list[Cell], numbers: list[int]) -> list[tuple[Cell, ...]]:
    """Fold lone cells into rows: by their order numbers, else by the labels between numbers."""
    first = numbers[0]
    ordered = cells[first].text == "1"
    start = first if ordered else first - 1
    heads = cells[:start]
    captions = [i for i, cell in enumerate(heads) if _CAPTION.search(cell.text)]
    heads = heads[captions[-1] + 1 :] if captions else heads
    numbered = [i for i, cell in enumerate(heads) if is_order(cell.text)]
    if ordered and numbered:
        # 县区分布情况 over 序号 heads no column.
        heads = heads[numbered[0] :]
    width = _stride(cells[start:], ordered)
    while heads and len(heads) != width and not _COLUMN_WORDS.search(heads[0].text):
        heads = heads[1:]
    if width < 2 or not heads or not any(_COLUMN_WORDS.search(cell.text) for cell in heads):
        return []
    body = cells[start:]
    rows = _by_order(body, width) if ordered else [tuple(body[i : i + width]) for i in range(0, len(body), width)]
    return [*_head_rows(heads, width), *rows]


def _by_order(body: list[Cell], width: int) -> list[tuple[Cell, ...]]:
    """Cut lone cells into rows at their order numbers; a row that lost a cell shifts no other one."""
    rows: list[tuple[Cell, ...]] = []
    start = 0
    while start < len(body):
        order, end = str(len(rows) + 2), start + width
        if end < len(body) and body[end].text != order:
            end = next((i for i in range(start + 1, min(len(body), end + width)) if body[i].text == order), end)
        rows.append(tuple(body[start:end]))
        start = end
    return rows


def _stride(body: list[Cell], ordered: bool) -> int:
    """Return how many cells make a row: up to the next order number, else up to the next label."""
    if ordered:
        return next((i for i, cell in enumerate(body[1:], 1) if cell.text == "2"), len(body))
    labels = [i for i, cell in enumerate(body) if not is_number(cell.text)]
    steps = Counter(b - a for a, b in itertools.pairwise(labels))
    return steps.most_common(1)[0][0] if steps else len(body)


def _head_rows(heads: list[Cell], width: int) -> list[tuple[Cell, ...]]:
    """Cut lone heads into one row, or into two where some of the first row span several of the second."""
    if len(heads) <= width:
        return [tuple(heads)]
    groups = len(heads) - width
    singles_most = width // 2
    for singles in range(singles_most, -1, -1):
        if (width - singles) % groups == 0:
            return [tuple(heads[: singles + groups]), tuple(heads[singles + groups :])]
    return [tuple(heads[-width:])]


def cells_of(line: Line) -> tuple[Cell, ...]:
    """Return the cells of a line, or nothing where the line is no row of a table."""
    text = line.text
    if not _BARS.search(text) or _SENTENCE.search(text):
        return ()
    cells, start = [], 0
    for match in [*_BARS.finditer(text), None]:
        end = match.start() if match else len(text)
        cell = text[start:end].strip()
        if cell:
            cells.append(Cell(line.start + start + text[start:end].index(cell[0]), cell))
        start = match.end() if match else end
    short = all(len(cell.text) <= _LONGEST_CELL for cell in cells)
    return tuple(cells) if len(cells) >= 2 and short else ()


def is_rule(text: str) -> bool:
    """Say whether a line only draws a rule between rows (|---|---|)."""
    return bool(text) and _RULE_LINE.match(text) is not None


def is_head(row: tuple[Cell, ...]) -> bool:
    """Say whether cells are the heads of columns: no numbers, and words of measures."""
    words = [_FULL_MARK.sub("", cell.text) for cell in row]
    return not any(map(_FIGURE_IN.search, words)) and any(_HEAD_WORDS.search(cell.text) for cell in row)


def is_number(cell: str) -> bool:
    """Say whether a cell holds one figure and nothing else."""
    return _NUMBER_CELL.match(cell) is not None


# A label of a form says what the number behind it is: 收到留言数量(单位:条), 总数.
_LABEL = re.compile(r"(?:[数量率]|时间)(?:[(][^()]{1,8}[)])?$")


def is_form(table: Table) -> bool:
    """Say whether each row is a label and its number, as in a website's yearly form; its first row heads nothing."""
    numbered = [row for row in table.rows if any(is_number(cell.text) for cell in row)]
    labelled = [row for row in numbered if len(row) > 1 and is_number(row[-1].text) and _LABEL.search(row[-2].text)]
    return len(labelled) > 2 and len(labelled) * 3 > len(numbered) * 2


def entries(table: Table) -> Iterator[Entry]:
    """Yield the numbers of a table with the cells that name them."""
    if is_form(table):
        group: tuple[Cell, ...] = ()
        for row in table.rows:
            # 在线访谈 | 访谈期数 | 6 opens a group, to which 网民留言数量 | 21 belongs.
            opened = row[:-2] or (() if is_number(row[-1].text) else row[:1])
            group = opened[-1:] or group
            yield from _row_entries(row, [], () if opened else group)
        return
    rows = [list(row) for row in table.rows]
    grid = _spread(rows) if any(c.rows > 1 or c.columns > 1 for row in rows for c in row) else None
    if grid is not None:
        yield from _grid_entries(grid)
        return
    heads: list[tuple[Cell, ...]] = []
    section: tuple[Cell, ...] = ()
    fresh = False
    for row in table.rows:
        if not any(is_number(cell.text) for cell in row):
            if is_head(row) or (heads and fresh and len(row) > 1):
                heads = [*heads, row] if fresh else [row]
                fresh = True
            elif len(row) == 1:
                section = row
            continue
        fresh = False
        yield from _row_entries(row, _columns(heads, len(row)), section)


def _columns(heads: list[tuple[Cell, ...]], count: int) -> list[tuple[Cell, ...]]:
    """Return the heads over each column; of two rows of heads the first spans the second evenly."""
    if not heads:
        return []
    columns: list[tuple[Cell, ...]] = []
    if len(heads) == 1:
        columns += [(cell,) for cell in heads[0]]
    else:
        top, below = heads[-2], heads[-1]
        singles = max(0, count - len(below))
        groups = max(1, len(top) - singles)
        each = max(1, len(below) // groups)
        columns += [(cell,) for cell in top[:singles]]
        columns += [(top[min(singles + i // each, len(top) - 1)], cell) for i, cell in enumerate(below)]
    shift = max(0, len(columns) - count)
    # A row without its name still has its order number.
    first = 1 if shift and is_order(columns[0][-1].text) else 0
    return columns[:first] + columns[first + shift :]


def _row_entries(row: tuple[Cell, ...], columns: list[tuple[Cell, ...]], section: tuple[Cell, ...]) -> Iterator[Entry]:
    for index, cell in enumerate(row):
        heads = columns[index] if index < len(columns) else ()
        if not is_number(cell.text) or (heads and is_order(heads[-1].text)):
            continue
        before = [c for c in row[:index] if not is_number(c.text)]
        if not heads and not before:
            continue
        # A rank stands before the name of its row.
        named = before or ([c for c in row[1:2] if not is_number(c.text)] if index == 0 else [])
        names = tuple(named[:1] if heads else named[-2:])
        yield Entry(cell, section + names, heads)


def _spread(rows: list[list[Cell]]) -> list[list[Cell | None]]:
    """Lay cells with spans out on a grid."""
    grid: list[list[Cell | None]] = [[] for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while x < len(grid[y]) and grid[y][x] is not None:
                x += 1
            for down in range(min(cell.rows, len(rows) - y)):
                line = grid[y + down]
                line.extend([None] * (x + cell.columns - len(line)))
                line[x : x + cell.columns] = [cell] * cell.columns
            x += cell.columns
    return grid


def _grid_entries(grid: list[list[Cell | None]]) -> Iterator[Entry]:
    heads: list[list[Cell | None]] = []
    fresh = False
    for row in grid:
        cells = [c for c in row if c is not None]
        if not any(is_number(c.text) for c in cells):
            if len({id(c) for c in cells}) > 1:
                heads = [*heads, row] if fresh else [row]
                fresh = True
            continue
        fresh = False
        yield from _grid_row(row, heads)


def _grid_row(row: list[Cell | None], heads: list[list[Cell | None]]) -> Iterator[Entry]:
    seen: set[int] = set()
    for x, cell in enumerate(row):
        if cell is None or not is_number(cell.text) or cell.start in seen:
            continue
        seen.add(cell.start)
        above = [line[x] for line in heads if x < len(line)]
        over = tuple(dict.fromkeys(c for c in above if c is not None and c.text))
        if over and is_order(over[-1].text):
            continue
        before = tuple(dict.fromkeys(c for c in row[:x] if c is not None and c.text and not is_number(c.text)))
        if over or before:
            yield Entry(cell, before[:1] if over else before[-2:], over)


def is_order(head: str) -> bool:
    """Say whether a column only numbers its rows, or holds codes."""
    return _ORDER_HEAD.search(head) is not None and "数" not in head


def as_sentence(entry: Entry, unit: str = "") -> tuple[str, tuple[tuple[int, int], ...], int]:
    """Return a number as a sentence, 福建,合格率97.6%, the places its pieces come from, and where the number starts."""
    text, pieces = "", []
    # In a form the label that stands before a number is all the head that it has.
    labels = entry.heads or tuple(cell for cell in entry.names[-1:] if _LABEL.search(cell.text))
    for cell in entry.names[: -1 if labels and not entry.heads else None]:
        pieces.append((len(text), cell.start))
        # 信息发布(单位:条) | 总数: of that the total.
        summed = bool(labels) and labels[0].text.startswith("总数")
        text += _UNIT_IN_HEAD.sub("", cell.text) if summed else f"{cell.text},"
    for head in labels:
        pieces.append((len(text), head.start))
        # 本年增/ that lost its 减 made the number behind it a part of a code.
        text += _UNIT_IN_HEAD.sub("", _FULL_MARK.sub("", head.text)).rstrip("/-— ")
    pieces.append((len(text), entry.cell.start))
    start = len(text)
    return text + entry.cell.text + _unit_of(entry, unit), tuple(pieces), start


def _unit_of(entry: Entry, unit: str) -> str:
    """Return the unit that a head or the caption gives to a number without one of its own."""
    if re.search(r"[%‰家个条分次项人名件篇位]$", entry.cell.text):
        return ""
    for cell in (*reversed(entry.heads), *reversed(entry.names)):
        match = _UNIT_IN_HEAD.search(cell.text)
        if match and match[1] in _HEAD_UNITS:
            return match[1]
        if _FULL_MARK.search(cell.text):
            return "分"
    return unit
