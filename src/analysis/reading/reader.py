"""Read a text: from characters to figures with their meaning.

The document's record is found first; then the text is read block by block (lines of prose, tables) and sentence by
sentence. A sentence depends on nothing but the terms and the small `Context` that it inherits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.reading import dates, doubt, indicator, levels, lists, own_levels, places, things, units
from analysis.reading.context import HEADING, Context, carry, end_line, thing_of_head
from analysis.reading.cues import find_prefix
from analysis.reading.decode import cut_lines
from analysis.reading.document import UNSTATED, Record, Stated, find_record
from analysis.reading.exclude import is_furniture, is_no_figure, list_places
from analysis.reading.figure import NOTHING, Figure, Found, Mark
from analysis.reading.names import in_spans, is_in_title
from analysis.reading.numerals import compare, read_numeral, set_bounds, turn
from analysis.reading.periods import find_periods
from analysis.reading.scan import TAIL, TAIL_PERCENT, find_marks, may_hold_date, may_hold_figures
from analysis.reading.script import Plain, Rewording, restore, to_plain
from analysis.reading.sentence import TOO_LONG, Sentence, split_sentences
from analysis.reading.source import Source
from analysis.reading.table import (
    Entry,
    Line,
    Table,
    as_sentence,
    blocks,
    entries,
    is_form,
    is_number,
    unwrap,
    with_tabs,
)
from analysis.reading.terms import Terms, load_terms

_LEAD, _OPENING, _SAMPLE, _HOTLINE_WORDS = 100, 300, 6000, 3
# The parts of a record that a figure rests on.
_SAID = ("issuer", "area", "place", "period", "published")
# A part of what a hotline did is of the same indicator, and all kinds together are no single one.
_WHOLES = frozenset({"indicator:parts", "indicator:kinds", "indicator:phrase"})


def read_text(
    text: str, *, doc: str = "", year: int = 0, area: str = "", issuer: str = "", published: str = "",
    terms: Terms | None = None,
) -> list[Figure]:  # fmt: skip
    """Return the figures of a text in order; offsets are places in `text`.

    `year`, `area` (ISO 3166), `issuer` and `published` state what the text may not say. Who reads many texts loads the
    `terms` once and passes them on.
    """
    return list(read_source(Source(text), terms or load_terms(), doc, Stated(area, year, issuer, published)))


def read_source(source: Source, terms: Terms, doc: str = "", stated: Stated = UNSTATED) -> Iterator[Figure]:
    """Yield the figures of a source as they are found, so that memory does not grow with it."""
    return (figure for figure, _ in read_marked(source, terms, doc, stated))


def read_marked(
    source: Source, terms: Terms, doc: str = "", stated: Stated = UNSTATED
) -> Iterator[tuple[Figure, Mark]]:
    """Yield each figure of a source with the mark that says how well it is supported."""
    context: Context | None = None
    for start, text in _portions(source):
        plain = _plain_of(text, source)
        context = context or _begin(plain, source, terms, stated)
        yield from _read_plain(plain, source, context, terms, start, 0, doc)


class Piece(NamedTuple):
    """A piece of a long text, cut at a line end, where it starts, and what is known of the text before it is read."""

    text: str
    start: int
    context: Context


def cut_pieces(texts: Iterable[str], terms: Terms, stated: Stated) -> Iterator[Piece]:
    """Number the pieces of a long text; each starts from the record of the whole, so that any process can read it."""
    start, context = 0, None
    for text in texts:
        if context is None:
            source = Source(text)
            context = _begin(_plain_of(text, source), source, terms, stated)
        yield Piece(text, start, context)
        start += len(text)


def read_piece(piece: Piece, terms: Terms, doc: str) -> Iterator[Figure]:
    """Yield the figures of a piece of a long text."""
    source = Source(piece.text)
    plain = _plain_of(piece.text, source)
    read = _read_plain(plain, source, piece.context, terms, piece.start, piece.start, doc)
    return (figure for figure, _ in read)


def _plain_of(text: str, source: Source) -> Plain:
    return to_plain(text if source.tables else unwrap(with_tabs(text)))


def _rewording(plain: Plain, terms: Terms) -> Rewording:
    """Return the words that a machine replaced in a copy, if any; one such word may be a slip of the pen.

    It put like words in their place (当局网坐), or those of Taiwan (资讯, 释出).
    """
    patterns = terms.patterns
    machines = ((patterns.reworded_signs, patterns.reworded), (patterns.converted_signs, patterns.converted))
    return tuple(
        word for signs, words in machines if len(set(signs.findall(plain.text, 0, _SAMPLE))) > 1 for word in words
    )


def _read_plain(
    plain: Plain, source: Source, context: Context, terms: Terms, start: int, base: int, doc: str
) -> Iterator[tuple[Figure, Mark]]:
    plain = restore(plain, context.reworded)
    place = _Place(source, plain, start, base, doc, national=context.record.area.value == "CN")
    tables = tuple(_plain_table(table, plain) for table in source.tables)
    return ((place.figure(mark, sentence), mark) for sentence, mark in _read_blocks(plain.text, tables, context, terms))


def _portions(source: Source) -> Iterator[tuple[int, str]]:
    """Cut a long text between lines; a page is short, and its tables hold it together."""
    start = 0
    for text in (source.text,) if source.tables else cut_lines(source.text):
        yield start, text
        start += len(text)


def _begin(opening: Plain, source: Source, terms: Terms, stated: Stated) -> Context:
    """Return the context at the start of a text: its record, the words of its title, and what its copy suffered.

    These hold for the whole text, however many portions it is read in.
    """
    title = source.title or ""
    reworded = _rewording(opening, terms)
    opening = restore(opening, reworded)
    plain = opening.text
    record = find_record(plain, terms, stated, to_plain(title).text)
    sample = plain[:_SAMPLE]
    dots = len(terms.patterns.dotted.findall(sample))
    # Without a title the first words say what a text is about.
    named = terms.find(record.title.value or plain.lstrip()[:_LEAD])
    damaged = dots > 4 and dots > len(terms.patterns.stops.findall(sample))
    prose = next((line for line in plain.split("\n") if terms.patterns.prose.search(line)), "")
    lead = record.title.value or prose
    # The first line of a mirror may be no title: 服务粉丝.
    openings = (lead,) if named else (lead, prose)
    hotline = any(terms.patterns.about_hotline.search(line[:_OPENING]) is not None for line in openings)
    words, others = (len(p.findall(sample)) for p in (terms.patterns.hotline_word, terms.patterns.other_subject))
    hotline = hotline or (words >= _HOTLINE_WORDS and words > others)
    # A passage of a few sentences need not say whose websites it tells of; a page does.
    governs = len(plain) < _OPENING or terms.patterns.governing.search(plain, 0, _SAMPLE) is not None
    about = record.title.value or lead[:_LEAD]
    one = terms.patterns.about_one.search(about) is not None and terms.patterns.about_many.search(about) is None
    return Context(
        _Place(source, opening, 0, 0, "").recorded(record), damaged, frozenset(hit.word for hit in named),
        hotline=hotline, governs=governs, one=one, reworded=reworded,
        yearly=terms.patterns.of_whole_year.search(plain, 0, _SAMPLE) is not None,
        numbers=frozenset(terms.patterns.number_of_hotline.findall(sample)),
    )  # fmt: skip


class _Place:
    """Leads from places in the plain text to those in the file, and makes the figure of a mark."""

    def __init__(self, source: Source, plain: Plain, start: int, base: int, doc: str, national: bool = False) -> None:
        """`start` is the place of the portion in the text, `base` that of the source's text in the whole one.

        A page is long enough for its figures to be judged, one of the whole nation less strictly.
        """
        self.base, self.doc, self.printed = base, doc, source.stored or source.text
        self.page, self.national = len(plain.text) >= _OPENING, national
        inside = range(len(plain.text)) if plain.offsets is None else plain.offsets
        if source.starts is not None and source.ends is not None:
            self.firsts = [source.starts[place] for place in inside]
            self.lasts = [source.ends[place] - 1 for place in inside]
        else:
            moved = range(start, start + len(inside)) if isinstance(inside, range) else [start + i for i in inside]
            self.firsts = self.lasts = moved

    def figure(self, mark: Mark, sentence: Sentence) -> Figure:
        ((low, high),) = sentence.at(mark.start, mark.end)
        begin, end = self.firsts[low], self.lasts[high - 1] + 1
        sure = doubt.judge(mark, sentence, self.page, self.national)
        rules = tuple(mark.rules.values())
        return Figure(
            self.doc, begin, end, self.printed[begin - self.base : end - self.base], mark.comparator, mark.value,
            mark.lower, mark.upper, mark.unit, mark.lost, mark.time_period, mark.indicator, mark.area, mark.level,
            mark.entity, mark.method, ";".join(filter(None, dict.fromkeys(rules))), sure, self.evidence(mark),
        )  # fmt: skip

    def recorded(self, record: Record) -> Record:
        """Return a record with its places in the file, as complements: each portion of a long text has other ones."""
        moved = {}
        for name in _SAID:
            part = getattr(record, name)
            low, high = part.span
            if high:
                moved[name] = part._replace(span=(~self.firsts[low], ~(self.lasts[high - 1] + 1)))
        return record._replace(**moved)

    def evidence(self, mark: Mark) -> str:
        """Return for each field the places in the file that it rests on."""
        said, last, firsts, lasts = "", "", self.firsts, self.lasts
        length = len(firsts)
        for field, spans in mark.spans.items():
            for low, high in spans:
                if low < 0 or low < high <= length:
                    place = f"{~low}:{~high}" if low < 0 else f"{firsts[low]}:{lasts[high - 1] + 1}"
                    said += f" {place}" if field is last else f";{field} {place}"
                    last = field
        return said[1:]


def _plain_table(table: Table, plain: Plain) -> Table:
    """Return a table of the markup with its places and texts in plain script."""

    def place(index: int) -> int:
        return index if plain.offsets is None else bisect_left(plain.offsets, index)

    rows = tuple(
        tuple(cell._replace(start=place(cell.start), text=to_plain(cell.text).text.strip("\t ")) for cell in row)
        for row in table.rows
    )
    return Table(rows, place(table.end))


Marks = list[tuple[Sentence, Mark]]


def _read_blocks(
    text: str, tables: tuple[Table, ...], context: Context, terms: Terms
) -> Iterator[tuple[Sentence, Mark]]:
    unit, above = "", context
    passed: Line | None = None
    for block in blocks(text, tables):
        if isinstance(block, Table):
            if passed:
                above = _read_line(passed.text, passed.start, context, terms)[1]
            told = context._replace(topic=above.topic, level=above.level.over(context.level))
            yield from _read_table(block, told, terms, unit)
            continue
        stated = terms.patterns.unit_line.search(block.text)
        unit = stated["unit"] if stated else unit
        if is_furniture(block.text, terms.patterns):
            continue
        lone = block.text.strip("\t |")
        if (is_number(lone) and not terms.patterns.lone_figure.search(lone)) or lone.startswith("0."):
            continue
        passed = block if _says_nothing(block.text, context, terms) else None
        if passed:
            continue
        marks, above = _read_line(block.text, block.start, context, terms)
        yield from marks
        # What a line speaks of holds for the table under it, not for the next paragraph.
        context = end_line(context, above, not marks and len(block.text) <= HEADING)


def _says_nothing(text: str, context: Context, terms: Terms) -> bool:
    """Say cheaply whether a line holds no figure and tells the next ones nothing; most lines of a page do not."""
    plain_line = HEADING < len(text) <= TOO_LONG and not context.damaged and context.thing.value
    if not plain_line or may_hold_figures(text):
        return False
    return not terms.patterns.until.search(text) and not any(word in text for word in terms.scopes)


def _read_line(text: str, offset: int, context: Context, terms: Terms) -> tuple[Marks, Context]:
    """Read the sentences of a line one after the other."""
    found: Marks = []
    inner = context
    for start, end in split_sentences(text, context.damaged, terms.patterns):
        sentence = Sentence(text[start:end], terms, context.damaged, ((0, offset + start),))
        if may_hold_date(sentence.text):
            read_sentence(sentence, inner)
            found += [(sentence, mark) for mark in sentence.marks]
        inner = carry(sentence, inner)
    return found, inner


def _read_table(table: Table, context: Context, terms: Terms, unit: str) -> Marks:
    """Read each number of a table as a sentence behind the names of its row and the heads of its column."""
    found: Marks = []
    if not is_form(table):
        head = Sentence(",".join(cell.text for cell in table.rows[0]), terms)
        context = context._replace(
            topic=context.topic | (head.words & terms.needed), thing=thing_of_head(head).over(context.thing)
        )
    of_one = any(terms.patterns.names_one.search(cell.text) for cell in table.rows[0])
    for entry in entries(table):
        text, pieces, start = as_sentence(entry, unit)
        sentence = Sentence(text, terms, pieces=pieces)
        read_sentence(sentence, context)
        for mark in sentence.marks:
            if mark.start >= start:
                mark.end = min(mark.end, start + len(entry.cell.text))
                mark.rules["table"] = "table:column" if entry.heads else "table:cell"
                if mark.level in ("", "all") and (level := "single" if of_one else _level_of_row(entry, terms)):
                    mark.say("level", Found(level, "level:row", sentence.at(0, 1)))
                found.append((sentence, mark))
    return found


def _level_of_row(entry: Entry, terms: Terms) -> str:
    """Return the rank of the body whose row it is: 省财政厅 | 359."""
    name = entry.names[-1].text if entry.names else ""
    return terms.patterns.value("of_body", name) or terms.patterns.value("of_government", name)


def read_sentence(sentence: Sentence, context: Context) -> None:
    """Find the figures of a sentence and what each means."""
    text = sentence.text
    sentence.periods = find_periods(
        text, context.year, context.record.published.value, context.record.now or context.record.year
    )
    marks = list(find_marks(text, sentence.periods))
    listed = list_places(marks, text, sentence.patterns)
    floor = 0
    for mark in marks:
        if mark.start not in listed and _accept(mark, sentence, context, floor):
            sentence.marks.append(mark)
            floor = mark.span_end
    _read_meaning(sentence, context)


def _accept(mark: Mark, sentence: Sentence, context: Context, floor: int) -> bool:
    """Read comparator, value and unit of a numeral; say whether it is a figure."""
    text = sentence.text
    tail = (TAIL_PERCENT if mark.percent else TAIL).match(text, mark.end)
    assert tail is not None  # every part of TAIL is optional
    sense, cue_start = find_prefix(text, mark.start, floor)
    if is_no_figure(mark, sentence, tail, bool(sense) or tail["suffix"] is not None):
        return False
    if mark.text in context.numbers and not tail["measure"]:
        # 拨打81890 once, and 81890 is a name on the whole page: 81890最初是一个呼叫中心.
        return False
    if sentence.no_figures and in_spans(mark.start, mark.end, [hit[:2] for hit, _, _ in sentence.no_figures]):
        return False
    if sentence.silent and is_in_title(text, mark.start):
        return False
    numeral = read_numeral(mark.text, mark.kind)
    if numeral is None:
        return False
    mark.value = numeral.value
    mark.span_start, mark.span_end = cue_start, tail.end()
    # 收到留言数量(单位:条) 345, in a form
    low = max(0, mark.start - 10)
    stated = sentence.patterns.unit_line.search(text, low, mark.start) if "单位" in text else None
    measure = tail["measure"] or (stated["unit"] if stated else "")
    # 人(次), 人/次
    mark.measure = "人次" if measure.startswith(("人(", "人/")) else measure
    if mark.measure == "次" and sentence.patterns.calls.search(text, max(0, cue_start - 10), cue_start):
        mark.measure = "通"
    mark.comparator, rule = compare(mark, numeral, sense, tail)
    cue = sentence.at(cue_start, mark.start) if cue_start < mark.start else sentence.at(mark.end, mark.span_end)
    mark.say("comparator", Found(mark.comparator, rule, cue if rule else ()))
    _place_mark(mark, sentence)
    mark.say("unit", units.decide_unit(mark, sentence))
    if mark.unit == "rank":
        mark.comparator, mark.attributive = "eq", False
    mark.lost = units.is_lost(mark)
    set_bounds(mark, numeral)
    return True


def _place_mark(mark: Mark, sentence: Sentence) -> None:
    """Set the clause of a mark, how far its noun group reaches, and whether it is an attribute (90%的网站)."""
    text, patterns = sentence.text, sentence.patterns
    attribute = patterns.attribute.match(text, mark.end)
    follows = attribute is None and mark.percent and patterns.noun_follows.match(text, mark.span_end) is not None
    mark.attributive = attribute is not None or follows
    mark.reach = patterns.reach.match(text, attribute.end() if attribute else mark.span_end).end()
    noun = mark.reach > mark.span_end and patterns.joined_noun.fullmatch(text, mark.span_end, mark.reach)
    if noun and text.startswith("、", mark.reach):
        # 6家市州、县区门户网站: the noun behind the joint is that of both.
        mark.reach = patterns.joined_noun.match(text, mark.reach + 1).end()
    mark.clause = sentence.clause_at(mark.start)


def _read_meaning(sentence: Sentence, context: Context) -> None:
    marks = sentence.marks
    if not marks:
        return
    text, patterns = sentence.text, sentence.patterns
    turns, checked = list(patterns.in_turn.finditer(text)), list(patterns.checked.finditer(text))
    items = lists.find_items(turns, marks, text, patterns)
    seconds = {b: a for a, b in lists.changes(marks, text, patterns)}
    sentence.firsts = frozenset(seconds.values())
    sentence.shares = lists.find_runs(turns, marks, text, patterns)
    sentence.sampled = indicator.find_sampled(checked, sentence)
    sentence.frames = indicator.find_frames(checked, sentence)
    for place, mark in enumerate(marks):
        high = marks[place + 1].span_start if place + 1 < len(marks) else len(text)
        own = items.get(place)
        mark.say("thing", things.find_thing(place, sentence, context, high, own))
        mark.strange = things.is_strange(place, sentence)
        _name(place, sentence, context, own, seconds)
        mark.say("level", levels.find_level(place, sentence, context, own))
        mark.say("entity", places.find_entity(mark, sentence, context))
        mark.say("area", places.find_area(place, sentence, context).over(places.home_of(mark, sentence)))
        local = mark.area not in ("", "CN") or (not mark.area and context.record.local)
        if local and patterns.of_country.search(mark.indicator):
            # 一体化平台注册用户1300万人 of a province are those of its own platform.
            own = patterns.value("local_of", mark.indicator)
            mark.say("indicator", Found(own, mark.rules["indicator"], mark.spans["indicator"]) if own else NOTHING)
        mark.say("method", places.find_method(place, sentence))
        mark.say("time_period", dates.find_period(place, sentence, context, place in seconds))
        if (settled := own_levels.settle_level(mark, sentence, context)) is not None:
            mark.say("level", settled)
        if not mark.entity and mark.area:
            mark.say("entity", places.place_of(mark, sentence, context))
    indicator.name_parts(sentence)
    indicator.confirm_parts(sentence)
    indicator.confirm_channels(sentence)
    _turn_falls(sentence)
    _date_changes(sentence, context, seconds)
    units.settle_articles(sentence)
    for mark in units.confirm_shares(marks):
        mark.rules["identity"] = "unit:identity"
    doubt.compare(marks, context.record.local)


def _name(place: int, sentence: Sentence, context: Context, own: things.Items | None, seconds: dict[int, int]) -> None:
    """Give a figure its indicator, and a general count the unit that follows from it."""
    mark = sentence.marks[place]
    if place in seconds:
        first = sentence.marks[seconds[place]]
        # 不可用率从7.8%降到0.9%: the second figure of a change is of what the first one is of.
        mark.say("indicator", Found(first.indicator, "indicator:change", first.spans.get("indicator", ())))
        mark.score, mark.unit = first.score, mark.unit or first.unit
    else:
        found, mark.score = indicator.find_indicator(place, sentence, context, own)
        if found.rule not in _WHOLES and indicator.is_of_one_kind(found.value, mark, sentence):
            found = indicator.of_channel(mark, sentence)
            mark.score = 3.0 if found.value else 0.0
        mark.say("indicator", indicator.of_period(found, mark, sentence, context))
    doubt.weigh(place, sentence)
    kind = sentence.terms.kinds.get(mark.indicator, "")
    if not mark.unit and kind == "percent" and mark.value <= 100:
        mark.lost = True
    mark.unit = units.settle_unit(mark, kind, sentence.terms)


def _turn_falls(sentence: Sentence) -> None:
    """A change that is told as a fall is below zero: 较上季度减少8家 is -8, whose cue word goes with its print."""
    for mark in sentence.marks:
        if mark.indicator not in sentence.terms.changes:
            continue
        start = sentence.clause_span(mark.clause)[0]
        moves = list(sentence.patterns.moves.finditer(sentence.text, start, mark.span_start))
        if moves and moves[-1]["fall"]:
            turn(mark)
            mark.spans["comparator"] = sentence.at(*moves[-1].span()) + mark.spans.get("comparator", ())


def _date_changes(sentence: Sentence, context: Context, seconds: dict[int, int]) -> None:
    """The first figure of a change is older than the second; where the text does not say how much, it has no period."""
    for second, first in seconds.items():
        mark = sentence.marks[first]
        older = dates.older_period(sentence, context, mark)
        shared = mark.spans["time_period"] == sentence.marks[second].spans["time_period"]
        if older.value or shared:
            mark.say("time_period", older)
