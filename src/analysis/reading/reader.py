"""Read a text: from characters to figures with their meaning.

A text is read line by line and sentence by sentence; a line's figures depend on nothing but the terms, the line and the
small `Context` it inherits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.bounds.printed import Numeral, bound, parse_numeral
from analysis.reading import lists, meaning, table, things, units
from analysis.reading.bulletin import carry, end_line, start_context
from analysis.reading.cues import find_prefix, suffix_sense
from analysis.reading.exclude import is_ordinal, reason_for
from analysis.reading.figure import Figure, Mark
from analysis.reading.periods import find_periods
from analysis.reading.scan import TAIL, TAIL_PERCENT, find_marks, may_hold_figures
from analysis.reading.script import Plain, to_plain
from analysis.reading.sentence import Context, Sentence, split_sentences
from analysis.reading.terms import Terms, load_terms

_CELL, _HEADING, _SHORT, _LONG, _HEAD = 40, 60, 2000, 12_000, 8000
_SENTENCES = re.compile(r"[^。]*。?[”’」』)）]*")
# The noun group behind a figure ends at the next mark of punctuation; 县(市、区)政府 is one group.
_REACH = re.compile(r"(?:\([^()]{1,10}\)(?=[\u4e00-\u9fff])|[^,，。;；:：!?\n\t()、.]|\.(?=[0-9]))*")
_ATTRIBUTE = re.compile(r"\.?(?:及?以上|左右|以下)?的")
_NOUN_FOLLOWS = re.compile(r"(?![和及与以])[\u4e00-\u9fff]")


_MUNICIPALITIES = frozenset({"CN-BJ", "CN-TJ", "CN-SH", "CN-CQ"})
# 上百家 counts a hundred at least; 网上百家 and 以上百家 do not.
_UPWARDS = re.compile(r"(?<![网线以])上$")
_DIGITS = "零一二三四五六七八九"
_RANKED = re.compile(r"(?:第|\b[Nn][Oo]\.? ?)$")


class Line:
    """The figures of one line, with offsets from its start, and the context behind it."""

    __slots__ = ("after", "ends", "rests", "starts")

    def __init__(self, rows: list[tuple], after: Context) -> None:
        self.starts = tuple(row[0] for row in rows)
        self.ends = tuple(row[1] for row in rows)
        self.rests = tuple(row[2:] for row in rows)
        self.after = after


def read_text(text: str, *, doc: str = "", year: int = 0, area: str = "", terms: Terms | None = None) -> list[Figure]:
    """Return the figures of a text in order; offsets are places in `text`.

    `year` and `area` (ISO 3166) state what the text may not say; left out, its first lines are searched for them. Who
    reads many texts loads the `terms` once and passes them on.
    """
    make = Figure._make
    return [
        make((doc, start + begin, start + end, *rest))
        for start, line in read_lines(text, terms or load_terms(), year=year, area=area)
        for begin, end, rest in zip(line.starts, line.ends, line.rests, strict=True)
    ]


def read_lines(
    text: str, terms: Terms, *, year: int = 0, area: str = "", title: str = ""
) -> Iterator[tuple[int, Line]]:
    """Yield the lines that hold figures, with their places in the text."""
    context = start_context(f"{title}\n{text[:_HEAD]}" if title else text, terms, year, area)
    start = 0
    for piece in text.split("\n"):
        if len(piece) > _SHORT:
            yield from _read_pieces(piece, start, context, terms)
        elif piece and not piece.isspace():
            line = read_line(piece, context, terms)
            if line.starts:
                yield start, line
            context = line.after
        start += len(piece) + 1


def _read_pieces(line: str, start: int, context: Context, terms: Terms) -> Iterator[tuple[int, Line]]:
    if len(line) <= _LONG and "。" not in line:
        yield start, read_line(line, context, terms)
        return
    for piece in _cut_long(line):
        part = read_piece(piece, context, terms)
        if part.starts:
            yield start, part
        context = part.after
        start += len(piece)


def read_line(line: str, context: Context, terms: Terms) -> Line:
    """Read one line of a text as stored."""
    plain = to_plain(table.with_bars(line, context))
    cells = table.cells_of(plain.text)
    if cells and (context.columns or table.is_head(cells)):
        return _read_row(line, plain, cells, context, terms)
    if len(plain.text) <= _CELL:
        context, head = table.single_cell(plain.text, context)
        if table.is_number(plain.text.strip("|\t ")):
            return _read_cell(line, plain, head, context, terms)
    elif context.cell >= 0 or context.columns:
        context = context._replace(columns=(), cell=-1, near_area="")
    return _read_prose(line, plain, context, terms)


def _read_prose(line: str, plain: Plain, context: Context, terms: Terms) -> Line:
    rows, after = _read_stretch(line, plain, context, terms)
    heading = not rows and len(plain.text) <= _HEADING
    return Line(rows, end_line(context, after, heading))


def _read_stretch(line: str, plain: Plain, context: Context, terms: Terms) -> tuple[list[tuple], Context]:
    """Read the sentences of a stretch of text one after the other."""
    rows: list[tuple] = []
    for start, end in split_sentences(plain.text, context.damaged):
        sentence = Sentence(plain.text[start:end], terms, context.damaged)
        if may_hold_figures(sentence.text):
            read_sentence(sentence, context)
            rows.extend(_row_of(mark, start, plain, line) for mark in sentence.marks)
        context = carry(sentence, context)
    return rows, context


def read_piece(piece: str, context: Context, terms: Terms) -> Line:
    """Read one sentence of a very long line; unlike a line it hands all it said to the next."""
    rows, after = _read_stretch(piece, to_plain(piece), context, terms)
    return Line(rows, after)


def _cut_long(line: str) -> list[str]:
    """Cut a line that is longer than a paragraph into its sentences, and a sentence that never ends by force."""
    pieces = []
    for piece in _SENTENCES.findall(line):
        pieces += [piece[i : i + _LONG] for i in range(0, len(piece), _LONG)]
    return pieces


def _read_row(line: str, plain: Plain, cells: list[tuple[int, str]], context: Context, terms: Terms) -> Line:
    """Read a row of a table: the heads of its columns, or figures under them."""
    if table.is_rule(plain.text):
        return Line([], context)
    if table.is_head(cells):
        named = frozenset(hit.word for hit in terms.find(plain.text)) & terms.needed
        return Line([], context._replace(columns=tuple(cell for _, cell in cells), topic=context.topic | named))
    if not context.columns:
        return _read_prose(line, plain, context, terms)
    rows: list[tuple] = []
    names = [cell for _, cell in cells if not table.is_number(cell)]
    for index, (place, cell) in enumerate(cells):
        head = table.head_for(context.columns, index, len(cells))
        if table.is_order(head) or not (table.is_number(cell) or (index and may_hold_figures(cell))):
            continue
        rows.extend(_read_as_sentence(line, plain, place, cell, head, names[0] if names else "", context, terms))
    return Line(rows, context)


def _read_cell(line: str, plain: Plain, head: str, context: Context, terms: Terms) -> Line:
    """Read a number that stands alone on its line: a figure only inside a table."""
    cell = plain.text.strip("|\t ")
    if context.cell <= 0 and not re.search(r"[.%]|[家个条分次项]$", cell):
        return Line([], context)
    if context.cell <= 0 and cell.startswith("0."):
        return Line([], context)
    return Line(_read_as_sentence(line, plain, plain.text.index(cell), cell, head, "", context, terms), context)


def _read_as_sentence(
    line: str, plain: Plain, place: int, cell: str, head: str, name: str, context: Context, terms: Terms
) -> list[tuple]:
    text, start = table.as_sentence(name, head, cell)
    sentence = Sentence(text, terms)
    read_sentence(sentence, context)
    rows = []
    for mark in sentence.marks:
        if mark.start < start:
            continue
        end = min(mark.end, start + len(cell))
        mark.start, mark.end = mark.start - start + place, end - start + place
        mark.rules.append("table:column" if head else "table:cell")
        rows.append(_row_of(mark, 0, plain, line))
    return rows


def read_sentence(sentence: Sentence, context: Context) -> None:
    """Find the figures of a sentence and what each means."""
    text = sentence.text
    sentence.periods = find_periods(text, context.year)
    marks = lists.unglue(list(find_marks(text, sentence.periods)), text)
    floor = 0
    for mark in marks:
        if _accept(mark, sentence, context, floor):
            sentence.marks.append(mark)
            floor = mark.span_end
    _read_meaning(sentence, context)


def _accept(mark: Mark, sentence: Sentence, context: Context, floor: int) -> bool:
    """Read comparator, value and unit of a numeral; say whether it is a figure."""
    text = sentence.text
    tail = (TAIL_PERCENT if mark.percent else TAIL).match(text, mark.end)
    assert tail is not None  # every part of TAIL is optional
    sense, cue_start = find_prefix(text, mark.start, floor)
    if not sense and mark.text in ("百", "千", "万") and _UPWARDS.search(text, max(0, mark.start - 2), mark.start):
        sense, cue_start = "ge", mark.start - 1
    if reason_for(mark, text, tail, bool(sense) or tail["suffix"] is not None, context.damaged):
        return False
    if _is_named(mark, sentence):
        return False
    numeral = read_numeral(mark.text, mark.kind)
    if numeral is None:
        return False
    mark.numeral, mark.value = numeral, numeral.value
    mark.span_start, mark.span_end = cue_start, tail.end()
    ranked = _RANKED.search(text, max(0, mark.start - 4), mark.start) is not None or is_ordinal(text, mark.end)
    _compare(mark, numeral, sense, tail)
    attribute = _ATTRIBUTE.match(text, mark.end)
    mark.attributive = attribute is not None or (
        mark.percent and mark.span_end < len(text) and _NOUN_FOLLOWS.match(text, mark.span_end) is not None
    )
    mark.reach = _REACH.match(text, attribute.end() if attribute else mark.span_end).end()  # type: ignore[union-attr]
    mark.clause = sentence.clause_at(mark.start)
    units.decide_unit(mark, sentence, tail["measure"] or "", ranked)
    _bound(mark, numeral)
    return True


def read_numeral(text: str, kind: str) -> Numeral | None:
    """Read a numeral as scanned; ranges give their lower end."""
    text = text.replace("%", "").replace("‰", "").replace("，", ",").strip()
    if kind == "range":
        low = re.match(r"[0-9,]+(?:\.[0-9]+)?", text)
        return parse_numeral(low.group()) if low else None
    split = re.fullmatch(r"([0-9]+)万([0-9]{4})", text)
    if split:
        text = str(int(split[1]) * 10_000 + int(split[2]))
    thousands = re.fullmatch(r"([1-9])千零?([0-9]{1,3})", text)
    if thousands:
        text = str(int(thousands[1]) * 1000 + int(thousands[2]))
    if text[-1:] == "成" and text[0] in "0123456789":
        tenths = parse_numeral(text[:-1])
        text = f"{tenths.value * 10:g}" if tenths else ""
    if kind == "tenths" and len(text) == 3 and text[2] != "半":
        text = f"{_DIGITS.index(text[0]) * 10 + _DIGITS.index(text[2])}"
    if text == "半":
        text = "一半"
    if "点" in text:
        return _spelt_decimal(text)
    try:
        return parse_numeral(text)
    except (ValueError, ArithmeticError):
        return None


def _spelt_decimal(text: str) -> Numeral | None:
    whole, _, places = text.partition("点")
    digits = parse_numeral(whole)
    table = "零一二三四五六七八九"
    if digits is None or not places or any(c not in table for c in places):
        return None
    return parse_numeral(f"{int(digits.value)}.{''.join(str(table.index(c)) for c in places)}")


def _is_named(mark: Mark, sentence: Sentence) -> bool:
    """Say whether the numeral is part of a name that the codebook lists as no figure."""
    return any(hit.start <= mark.start and mark.end <= hit.end for hit, _, _ in sentence.named("not_figure"))


def _compare(mark: Mark, numeral: Numeral, sense: str, tail: re.Match[str]) -> None:
    """Choose the sense among the cue before, the suffix, and 余 or 多."""
    if mark.kind == "range":
        mark.comparator, rule = "range", "cue:range"
    elif sense:
        mark.comparator, rule = sense, "cue:prefix"
        if sense in ("near", "about") and tail["suffix"] in ("以上", "及以上"):
            mark.comparator, rule = "ge", "cue:suffix"
    elif tail["suffix"]:
        mark.comparator, rule = suffix_sense(tail["suffix"]), "cue:suffix"
    elif tail["more"] or tail["more_after"] or tail["plus"] or numeral.inner in ("余", "多"):
        mark.comparator, rule = "gt", "cue:more"
    elif numeral.inner in ("数", "几"):
        mark.comparator, rule = "eq", "cue:several"
    else:
        return
    mark.rules.append(rule)


def _bound(mark: Mark, numeral: Numeral) -> None:
    share = mark.unit in ("percent", "permille")
    kind = "share" if share else "count" if mark.unit.startswith(("count", "rank")) else "measure"
    if mark.kind == "range":
        mark.value = mark.lower = numeral.value
        mark.upper = _upper_end(mark.text, share)
        return
    bounds = _bounded(mark.comparator, numeral, kind)
    mark.comparator, mark.value = bounds.comparator, bounds.value
    mark.lower, mark.upper = bounds.lower, bounds.upper


def _bounded(comparator: str, numeral: Numeral, kind: str):  # noqa: ANN202
    return bound(comparator, numeral, kind)  # type: ignore[arg-type]


def _upper_end(text: str, share: bool) -> float:
    numbers = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?[万亿]?", text)
    numeral = parse_numeral(numbers[-1]) if numbers else None
    return (min(numeral.value, 100.0) if share else numeral.value) if numeral else 0.0


def _read_meaning(sentence: Sentence, context: Context) -> None:
    marks = sentence.marks
    items = lists.find_items(marks, sentence.text)
    seconds = {b: a for a, b in lists.changes(marks, sentence.text)}
    for place, mark in enumerate(marks):
        high = marks[place + 1].span_start if place + 1 < len(marks) else len(sentence.text)
        own = items.get(place)
        things.find_thing(mark, sentence, context, high, own)
        if not (place in seconds and meaning.follow_change(mark, marks[seconds[place]])):
            meaning.find_indicator(place, sentence, context, own)
        units.settle_unit(mark, sentence.terms.kinds.get(mark.indicator, ""))
        meaning.find_level(place, sentence, context, own)
        meaning.find_area(place, sentence, context)
        meaning.find_entity(mark, sentence, context)
        meaning.find_method(place, sentence)
        meaning.find_period(place, sentence, context, place in seconds)
        _settle(mark)
    _date_changes(sentence, context, seconds)
    units.confirm_shares(marks)


def _settle(mark: Mark) -> None:
    """A figure about one site has no level and no area of its own; a count of sites without a level is of all."""
    if mark.entity:
        mark.level = mark.area = ""
    elif mark.level == "city_department" and mark.area in _MUNICIPALITIES:
        mark.level = "province_department"
        mark.rules.append("level:municipality")
    elif mark.indicator and not mark.level and mark.area:
        mark.level = "all"
        mark.rules.append("level:default")


def _date_changes(sentence: Sentence, context: Context, seconds: dict[int, int]) -> None:
    """The first figure of a change is older: n年来 says by how much."""
    own = lists.span_of_years(sentence.text, len(sentence.text)) if seconds else 0
    years = own or context.span
    for first in seconds.values():
        mark = sentence.marks[first]
        base = int(mark.period[:4]) if own and mark.period else context.year
        if years and base and (own or "period:text" not in mark.rules):
            mark.period = str(base - years)
            mark.rules.append("period:derived")


def _row_of(mark: Mark, start: int, plain: Plain, line: str) -> tuple:
    begin, end = plain.place(start + mark.start), plain.end(start + mark.end)
    printed = line[begin:end]
    return (
        begin, end, printed, mark.comparator, mark.value, mark.lower, mark.upper, mark.unit, mark.lost, mark.period,
        mark.indicator, mark.area, mark.level, mark.entity, mark.method, ";".join(mark.rules),
        round(mark.confidence, 2),
    )  # fmt: skip
