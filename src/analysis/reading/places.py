"""Where a figure holds: its area, and the site or account that it is about; and by which method it was found."""

from __future__ import annotations

import itertools
import math

from analysis.reading.context import Context
from analysis.reading.document import whole_name
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.sentence import Item, Sentence

# More places of a level than any province has are those of the country.
_MOST_OF_PROVINCE = {
    "province": 1, "sub_provincial_city": 4, "capital_city": 1, "provincial_capital": 1, "separately_planned_city": 1,
    "city": 25, "county": 200,
}  # fmt: skip
_MOST_RANKED = 25
_LOCAL = frozenset({"city", "county"})
PLACE = "entity:place"
_MANY = frozenset({"site", "account", "weibo", "wechat", "mixed", "region", "department"})


def _is_one_of_many(place: int, named: list[Item], sentence: Sentence) -> bool:
    """Say whether an area only stands in a list (北京、天津等14个地区), which is about all of them."""
    end, text, patterns = named[place][0].end, sentence.text, sentence.patterns
    if named[place][1] != "CN" and patterns.and_others.match(text, end):
        return True
    if place and patterns.list_of_areas.fullmatch(text, named[place - 1][0].end, named[place][0].start):
        return True
    follows = place + 1 < len(named) and named[place + 1][0].start - end <= 6
    return follows and patterns.list_of_areas.match(text, end) is not None


def find_area(place: int, sentence: Sentence, context: Context) -> Found:
    """Return the area: the last one named before the figure, else the paragraph's, else the document's.

    In a local document the places named are parts of its own area, whatever they are called elsewhere.
    """
    mark = sentence.marks[place]
    if _is_foreign(mark, sentence):
        return NOTHING
    # 省级20家单位 are of one province.
    places = mark.unit == "count:region" and mark.thing != "department"
    many = places and mark.value > _MOST_OF_PROVINCE.get(mark.level, math.inf)
    base = mark.unit == "count:region" and sentence.patterns.among_ranked.match(sentence.text, mark.span_end)
    beyond = base and mark.value > _MOST_RANKED and not sentence.patterns.scope_words.search(sentence.text)
    if beyond or (many and not any(item[0].end <= mark.span_start for item in sentence.areas)):
        # 15个副省级城市, 319个地级市: no province has as many; nor is it 36个城市 of which one was the fifth.
        return Found("CN", "area:level", mark.spans.get("level", ()))
    named = sentence.areas
    if shared := sentence.shares.get(place):
        places = _row_of_areas(named, shared[1], mark, sentence)
        if places:
            return _found(places[shared[0]], sentence)
    ranked = mark.unit == "rank"
    if ranked and (ranks := sentence.patterns.ranks.match(sentence.text, mark.end)):
        # 第五名是浙江省
        behind = next((x for x in named if x[0].start == ranks.end()), None)
        if behind:
            return _found(behind, sentence)
    singles = named and _single_areas(mark, sentence, context.record.local)
    before = [x for x in singles if x[0].end <= mark.span_start]
    if ranked:
        # 未央区政府网站位列全国区县第10名: the rank is that of the district.
        named_places = [x for x in before if x[1] != "CN"]
        before = named_places if context.record.local else named_places or before
    if before and not _leaves(before[-1], sentence, mark, context):
        return _found(before[-1], sentence)
    if not before and (survey := sentence.patterns.national_survey.search(sentence.text, 0, mark.span_start)):
        return Found("CN", "area:survey", sentence.at(*survey.span()))
    wide = context.record.area.value in ("", "CN") and not context.record.local
    if context.place.value and wide and sentence.patterns.the_place.search(sentence.text, 0, mark.span_start):
        # 全市 in a text on the whole country is of the place named last.
        return context.place.carried()
    if context.record.area.value:
        return Found(context.record.area.value, f"area:{context.record.ways[0]}", (context.record.area.span,))
    if context.place.value and sentence.patterns.quoted.search(sentence.text, 0, mark.span_start):
        # “甲城发布”粉丝12万,仅次于“微博乙省”: of the place whose account it was before, and not of the next one.
        return context.place.carried()
    near = [x for x in singles if 0 <= x[0].start - mark.span_end < 30 and not _leaves(x, sentence, mark, context)]
    return _found(near[0], sentence) if near else NOTHING


def _single_areas(mark: Mark, sentence: Sentence, local: bool) -> list[Item]:
    """Return the places that a sentence names one by one, of which a figure can be."""
    named, ranked = sentence.areas, mark.unit == "rank"
    return [
        x
        for i, x in enumerate(named)
        if (ranked or not _is_one_of_many(i, named, sentence))
        and sentence.speaks_to(x[0].start, mark)
        and not sentence.patterns.not_of_place.search(sentence.text, max(0, x[0].start - 16), x[0].start)
        and not (x[1] == "CN" and (i or local) and sentence.patterns.contest.match(sentence.text, x[0].end))
    ]


def _row_of_areas(named: list[Item], count: int, mark: Mark, sentence: Sentence) -> list[Item]:
    """Return the last places named in a row before a figure, where as many as the figures of its 分别 list."""
    before = [item for item in named if item[0].end <= mark.span_start and item[1] != "CN"]
    row = before[-count:]
    gaps = [sentence.text[a[0].end : b[0].start] for a, b in itertools.pairwise(row)]
    return row if len(row) == count and all(sentence.patterns.between_areas.fullmatch(gap) for gap in gaps) else []


def _leaves(item: Item, sentence: Sentence, mark: Mark, context: Context) -> bool:
    """Say whether what is named before a figure is not where it holds: 全省 behind a city means the province."""
    hit, value, _ = item
    start = sentence.clause_span(sentence.clause_at(hit.start))[0]
    if hit.end == mark.span_start:
        # 我市在全国100个城市中: those are of the country.
        return False
    scoped = sentence.patterns.scope_words.search(sentence.text, start, mark.span_start) is not None
    # 中国通州 is a website of Tongzhou.
    return value == "CN" and context.record.local and (scoped or sentence.text[hit.start : hit.end] == "中国")


def _found(item: Item, sentence: Sentence) -> Found:
    return Found(item[1], f"area:{item[2]}", sentence.at(item[0].start, item[0].end))


def _is_foreign(mark: Mark, sentence: Sentence) -> bool:
    if not sentence.abroad:
        return False
    aside = sentence.aside_of(mark.start)
    start = sentence.clause_span(mark.clause)[0]
    before = sentence.text[start : mark.start]
    if aside >= 0 and not sentence.patterns.foreign.search(before):
        low = sentence.asides[aside][0]
        before = sentence.text[max(0, low - 12) : low]
    return sentence.patterns.foreign.search(before) is not None and sentence.patterns.home.search(before) is None


def find_entity(mark: Mark, sentence: Sentence, context: Context) -> Found:
    """Return the named site, platform or account that the figure is about, if any; what counts sites is about many."""
    if mark.thing in _MANY or mark.unit in ("count:site", "count:account"):
        return NOTHING
    named = [item for item in sentence.entities if item[0].end <= mark.span_start]
    if named:
        hit, value, term = named[-1]
        general = [h.end for h, v, _ in sentence.areas if v == "CN" and h.end <= mark.span_start]
        general += [h.end for h, _, _ in sentence.levels if h.end <= mark.span_start]
        if any(end > hit.end for end in general):
            return NOTHING
        return Found(value, f"entity:{term}", sentence.at(hit.start, hit.end))
    if not context.entity.value or sentence.levels or any(value == "CN" for _, value, _ in sentence.areas):
        return NOTHING
    return context.entity.carried()


def place_of(mark: Mark, sentence: Sentence, context: Context) -> Found:
    """Return the city or county that a figure is of, by name: as its area alone it would be its province's figure."""
    text, record, where = sentence.text, context.record, mark.spans.get("area", ())
    for hit, _, term in sentence.areas:
        if sentence.at(hit.start, hit.end) == where and sentence.terms.place_ranks.get(term) in _LOCAL:
            end = whole_name(text, hit.end)
            return Found(text[hit.start : end], PLACE, sentence.at(hit.start, end))
    wider = sentence.patterns.wider.search(text, 0, mark.span_start)
    if wider or mark.area != record.area.value or not record.place.value:
        return NOTHING
    return Found(record.place.value, PLACE, (record.place.span,))


def home_of(mark: Mark, sentence: Sentence) -> Found:
    """Return the area of the site or platform that a figure is about, or of what only the nation counts."""
    # 全县12个政府网站完成适老化改造 are not the nation's.
    scoped = sentence.patterns.scope_words.search(sentence.text, 0, mark.span_start) is not None
    national = mark.indicator in sentence.terms.national and not scoped
    home = sentence.terms.homes.get(mark.entity, "CN" if national else "")
    return Found(home, "area:entity", mark.spans.get("entity", ())) if home else NOTHING


def find_method(place: int, sentence: Sentence) -> Found:
    """Return the way of counting that the figure's own stretch, or the head of the sentence, names."""
    chosen = NOTHING
    if not sentence.methods:
        return chosen
    mark = sentence.marks[place]
    start = sentence.marks[place - 1].span_end if place else 0
    head = sentence.marks[0].span_start
    for hit, value, term in sentence.methods:
        if start <= hit.start < mark.span_start or (hit.end <= head and mark.clause == sentence.clause_at(hit.start)):
            chosen = Found(value, f"method:{term}", sentence.at(hit.start, hit.end))
    return chosen
