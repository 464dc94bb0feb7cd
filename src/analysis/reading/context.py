"""What a sentence inherits: from the document's record, and from the sentences before it."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from analysis.reading.document import Record, is_founding
from analysis.reading.figure import NOTHING, Found
from analysis.reading.lists import span_of_years
from analysis.reading.names import in_spans
from analysis.reading.script import Rewording
from analysis.reading.sentence import Item, Sentence
from analysis.reading.terms import SCOPE

HEADING = 60
PARTS = "indicator:parts"
_ENTITY_LASTS = 2
_SHORT_HEADING = 24
_STOPS = ("。", ";", "；")
_PASSING = frozenset("region department person item country other_account douyin toutiao mixed".split())
_value_of = attrgetter("value")
_COUNTED = frozenset({"site", "account", "weibo", "wechat", "app", "platform", "dataset"})


class Context(NamedTuple):
    """What holds at the start of a sentence; each value with the rule and the places that gave it."""

    record: Record = Record()
    damaged: bool = False
    title: frozenset[int] = frozenset()
    topic: frozenset[int] = frozenset()
    scope: str = ""
    level: Found = NOTHING
    entity: Found = NOTHING
    entity_age: int = 0
    thing: Found = NOTHING
    date: Found = NOTHING
    span: int = 0
    last: Found = NOTHING
    last_thing: Found = NOTHING
    place: Found = NOTHING
    hotline: bool = False
    governs: bool = True
    one: bool = False
    reworded: Rewording = ()
    yearly: bool = False
    asked: bool = False
    mailbox: bool = False
    numbers: frozenset[str] = frozenset()
    in_turn: str = ""

    def goes_on(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells parts of what was counted before: 其中市级机关2244条;各区(市)政府2248条."""
        patterns, text = sentence.patterns, sentence.text
        return self.last.rule == PARTS or any(p.match(text) for p in (patterns.parts, patterns.split_by))

    @property
    def year(self) -> int:
        """The year that dates without one belong to."""
        return int(self.date.value[:4]) if self.date.value else self.record.year


def carry(sentence: Sentence, context: Context) -> Context:
    """Return the context behind a sentence: its thing, level, entity, words and date hold for the next one."""
    heading = len(sentence.text) < HEADING and not sentence.marks
    levels = [item for item in sentence.levels if item[1] not in ("places", "department")]
    wide = any(value == SCOPE for _, value, _ in levels)
    age = _entity_age(sentence, context)
    restarts = heading and sentence.patterns.restart.match(sentence.text) and not _is_only_date(context)
    last, last_thing = _last_total(sentence, context)
    turn = sentence.patterns.levels_in_turn.search(sentence.text) if "分别" in sentence.text else None
    return context._replace(
        topic=(sentence.words & sentence.terms.needed) | context.topic,
        scope=SCOPE if wide else context.scope,
        level=_level_behind(levels, sentence, context, heading),
        entity=_entity_behind(sentence, context, heading or bool(levels), age),
        entity_age=age,
        thing=thing_of(sentence).over(context.thing),
        date=_date_behind(sentence, context).over(_date_of_section(sentence, context) if restarts else context.date),
        span=span_of_years(sentence.text, sentence.patterns) or (0 if heading else context.span),
        last=last,
        last_thing=last_thing,
        place=_place_behind(sentence, context),
        asked=_asks(sentence, context),
        mailbox=_is_of_mailbox(sentence, context, heading),
        in_turn=turn["names"] if turn else context.in_turn,
    )


def _is_of_mailbox(sentence: Sentence, context: Context, heading: bool) -> bool:
    """Say whether a section is about letters and no calls: its heading names their box."""
    return sentence.patterns.mailbox_section.search(sentence.text) is not None if heading else context.mailbox


def _asks(sentence: Sentence, context: Context) -> bool:
    """Say whether a sentence counts applications, or what became of those counted before: 其中,依法公开信息5件."""
    patterns, text = sentence.patterns, sentence.text
    told = bool(sentence.marks) and patterns.asked.search(text, 0, sentence.marks[0].span_start) is not None
    return told or (context.asked and patterns.of_asked_too.match(text) is not None)


def _place_behind(sentence: Sentence, context: Context) -> Found:
    """Return the province that was named last: what a text on the whole country calls 全市 then is of it."""
    for hit, value, term in reversed(sentence.areas):
        if value != "CN":
            return Found(value, f"area:{term}", sentence.at(hit.start, hit.end))
    return context.place


def _level_behind(levels: list[Item], sentence: Sentence, context: Context, heading: bool) -> Found:
    if not levels:
        return NOTHING if heading else context.level
    hit, value, term = levels[-1]
    heading = heading and sentence.text.strip() not in context.record.title.value
    tabled = sentence.patterns.tabled.search(sentence.text)
    if (tabled or _is_section(sentence, heading)) and len({v for _, v, _ in levels}) == 1:
        return Found(value, f"level:{term}", sentence.at(hit.start, hit.end))
    return NOTHING if heading else context.level


def _is_section(sentence: Sentence, heading: bool) -> bool:
    """Say whether a line heads a section, and is no title, salutation or signature."""
    text = sentence.text.strip()
    numbered = sentence.patterns.restart.match(text) is not None or len(text) <= _SHORT_HEADING
    return heading and numbered and not sentence.patterns.addressed.search(text)


def _entity_age(sentence: Sentence, context: Context) -> int:
    if sentence.entities or not context.entity.value:
        return 0
    return min(context.entity_age + 1, _ENTITY_LASTS + 1)


def _entity_behind(sentence: Sentence, context: Context, general: bool, age: int) -> Found:
    """Return the site that the next sentence speaks of; one about the country or a level has left it."""
    named = sentence.entities
    if named:
        hit, value, term = named[-1]
        return Found(value, f"entity:{term}", sentence.at(hit.start, hit.end))
    if general or any(value == "CN" for _, value, _ in sentence.areas):
        return NOTHING
    return context.entity if age <= _ENTITY_LASTS else NOTHING


def thing_of_head(sentence: Sentence) -> Found:
    """Return what a table counts where its heads name one thing only; places and bodies name its rows."""
    named = {value for _, value, _ in sentence.things} & _COUNTED
    return thing_of(sentence) if len(named) == 1 else NOTHING


def thing_of(sentence: Sentence) -> Found:
    """Return what the next sentence speaks of: 新媒体314个,其中微信218个(市直单位53个) is about the accounts."""
    # 网站栏目12.9万个 are columns.
    columns = {hit.start for hit, value, _ in sentence.things if value == "column"}
    things = [item for item in sentence.things if item[0].end not in columns]
    main = [item for item in things if item[1] in _COUNTED] or [item for item in things if item[1] not in _PASSING]
    if not main:
        return NOTHING
    hit, value, term = main[-1]
    return Found(value, f"thing:{term}", sentence.at(hit.start, hit.end))


def _date_behind(sentence: Sentence, context: Context) -> Found:
    """Return the date up to which a sentence counts (截至2012年6月30日): it holds for what follows.

    So does the first date of a text that has no other one.
    """
    for period in sentence.periods:
        before = sentence.text[max(0, period.start - 20) : period.start]
        if period.iso and sentence.patterns.counted_to.search(before):
            return Found(period.iso, "period:until", sentence.at(period.start, period.end))
    for period in sentence.periods:
        head = period.start - sentence.clause_span(sentence.clause_at(period.start))[0] <= 2
        dateless = not (context.record.period.value or context.record.published.value or context.date.value)
        if in_spans(period.start, period.end, sentence.silent):
            # 《行动计划(2021年—2023年)》 is a name.
            continue
        if sentence.patterns.compared.search(sentence.text, 0, period.start):
            # 与2017年上半年相比,增加8个。目前,开通平台的占30%: what was compared with dates nothing.
            continue
        if sentence.firsts or is_founding(sentence.text, period.start, period.end, sentence.patterns):
            # 从2019年的683件到2025年的33267件: what follows is of neither for certain.
            continue
        cut = head and not sentence.marks and dateless and not sentence.text.rstrip().endswith(_STOPS)
        told = (head or dateless) and sentence.marks and period.end <= sentence.marks[0].start
        if period.iso and (told or cut):
            return Found(period.iso, "period:carried", sentence.at(period.start, period.end))
    return NOTHING


def _is_only_date(context: Context) -> bool:
    """Say whether the date that holds is all that dates a text: 于2023年6-8月进行监测 holds for its sections.

    A day of data and the quarter of a section's head hold for their section only.
    """
    dated = context.record.period.value or context.record.published.value
    return not dated and context.date.rule == "period:carried" and "Q" not in context.date.value


def _date_of_section(sentence: Sentence, context: Context) -> Found:
    """Return the quarter, month or 年度 that the head of a section names; what is below (一) goes on with that of 一、

    (一)第二季度问题整改情况 tells of what came after that quarter.
    """
    for period in sentence.periods:
        yearly = sentence.text.startswith("度", period.end) or sentence.text[period.end - 1] == "度"
        if (len(period.iso) == len("2020-Q3") or yearly) and not sentence.patterns.put_right.search(sentence.text):
            return Found(period.iso, "period:carried", sentence.at(period.start, period.end))
    of_section = context.date.rule == "period:carried" and sentence.text.lstrip().startswith(("(", "（"))
    return context.date if of_section else NOTHING


def _last_total(sentence: Sentence, context: Context) -> tuple[Found, Found]:
    """Return indicator and thing of the largest count: 其中 in the next sentence speaks of its parts."""
    if not sentence.marks:
        return context.last, context.last_thing
    counts = [mark for mark in sentence.marks if mark.unit.startswith("count")]
    if not counts:
        return NOTHING, NOTHING
    # 运行网站90家,抽查30家。其中,部门网站20家: parts of what was checked.
    checked = [mark for mark in counts if sentence.patterns.checked_number.search(mark.indicator)]
    mark = max(checked or counts, key=_value_of)
    part = mark.rules.get("indicator") == PARTS
    return (
        Found(mark.indicator, PARTS if part else "indicator:carried", mark.spans.get("indicator", ())),
        Found(mark.thing, "thing:carried", mark.spans.get("thing", ())),
    )


def end_line(before: Context, after: Context, is_heading: bool) -> Context:
    """Return the context behind a line: a heading holds for the lines under it, a paragraph only for itself.

    A date of data (截至) goes on where the document itself is dated by nothing but its publication, any date where it
    is dated by nothing.
    """
    if is_heading:
        return after
    record = before.record
    dateless = not record.published.value
    keeps = not record.period.value and (after.date.rule == "period:until" or dateless)
    date = after.date if keeps else before.date
    return before._replace(scope=after.scope, date=date, thing=before.thing.over(after.thing), place=after.place)
