"""What a figure counts: the noun right behind it, else the last one before it, else what the paragraph speaks of."""

from __future__ import annotations

import re

from analysis.reading.context import Context
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.sentence import Sentence
from analysis.reading.terms import Hit, measure_fits
from analysis.reading.units import THING_UNITS

# Places and bodies are counted only where they touch the figure: 省政府办公厅抽查120家 counts no provinces.
_ONLY_ADJACENT = frozenset({"region", "country", "department", "hall", "person", "topic"})
# What may stand between a body and its number: 部门共12个, but not 部门上报12个.
_LINK = re.compile(r"[:共计有为达约近超仅多各的等 ]{0,3}")
_JOINS = re.compile(r"[和及与、]|以及")
_REACHED = re.compile(r"[^,，。;；、(]{0,24}")
_LOOSE = frozenset({"thing:carried", "thing:ahead", "thing:before"})
_PIECES = frozenset("条 件 项 封 份 期 篇".split())
# 政务微信、政务微博共有75个 are neither the one nor the other.
_JOINED = re.compile(r"[、和及与/](?:政务|官方)?")
PLATFORMS = frozenset({"weibo", "wechat", "app", "douyin", "toutiao", "other_account"})
_PARTS_OF = frozenset({"region", "department", "", "item"})
_PLACES = frozenset({"region", "department", "person", "item"})
_SITES = ("site", "account", "weibo", "wechat", "platform")
PREDICATE = re.compile(
    r"截[止至]|都|均|能|进行|办结|办理|回复|答复|受理|收到|开通|建设|实现|提供|建立|推出|上线|开设|设置|建成|完成|达到|拥有|采用|配备|公开|发布|超过|存在|没有|能够|可以|是|为|已"
)
# 4个市网站抽查合格率不足85%: places are counted by what their websites reach.
_PLACES_WITH = re.compile(
    r"(?:地区|省份|城市|部门|[省市县区州])(?:[(][^()]{1,4}[)])?(?:和部门)?(?:级|政府|的)?(?:政府)?(?:网站|账号|政务新媒体)"
    r"[^,，。;；0-9]{0,10}(?:合格率|得分|达标率|均分|比例)"
)
# 其中,市直部门22家: parts of what the sentence before counted.
PARTS = re.compile(r"[,，]?(?:其中|这其中|包括|分别[为是])")
# 动态要闻类160条,占38.83%: a share without a noun of its own is one of what was just counted.
_SHARE_OF_LAST = re.compile(r"[,，(]?(?:约|仅|只|均)?占(?:比|比例)?(?:为|达|约)?$")
# A noun in front of a number: what the words of the codebook do not cover of it is a noun they do not know.
_LABEL = re.compile(r"[\u4e00-\u9fffA-Za-z“”\"]*$")
# 60个直播间: a noun behind a number that no word of the codebook covers.
_NOUN = re.compile(
    r"(?![和与及或中的之在被均都占为有是进行存未不无没全发超达符通低高参其含包同较比开关合已需完由从向对将把等以内外左上下])[\u4e00-\u9fff]{2}"
)
_EMPTY_WORDS = re.compile(
    r"其中|分别|比|较|去年|上年|前年|年|月|日|底|增加|减少|下降|其次|截至|总数|总计|共计|合计|累计|目前|现有|全部|以及|包括|数量|总量|超过|达到|约为|认证|开设|开通|注册|正在|运行|备案|建设|本[季月年]度?|[一二三四]季度|政务|政府|官方|各类|账号|[\u4e00-\u9fff]?级|[省市县区]直?|共|有|为|达|计|个|家|的|及|和|与|含|各|超|近|约|了|等|数|是|开|办|“|”|\""
)
Item = tuple[Hit, str, str]
Items = tuple[tuple[int, int], ...]


def find_thing(place: int, sentence: Sentence, context: Context, high: int, items: Items | None) -> Found:
    """Return what is counted: the noun right behind the figure, else the last one before it."""
    mark = sentence.marks[place]
    things = [item for item in sentence.named("thing") if sentence.speaks_to(item[0].start, mark)]
    if items:
        own = [item for item in things if items[0][0] <= item[0].start and item[0].end <= items[0][1]]
        if own:
            return _found(own[-1], "thing:item", sentence)
    if not mark.percent and _PLACES_WITH.match(sentence.text, mark.span_end):
        return Found("region", "thing:adjacent", sentence.at(mark.span_end, mark.span_end + 1))
    if (
        mark.percent
        and place
        and _SHARE_OF_LAST.fullmatch(sentence.text, sentence.marks[place - 1].span_end, mark.span_start)
    ):
        last = sentence.marks[place - 1]
        return Found(last.thing, "thing:shared", last.spans.get("thing", ()))
    found = _nearest_thing(mark, things, sentence, context, high)
    host = host_of(place, sentence)
    if host is not None and found.value in _PARTS_OF:
        return Found(host.thing, "thing:host", host.spans.get("thing", ()))
    if found.rule in _LOOSE and not measure_fits(mark.measure, THING_UNITS.get(found.value, "")):
        # 政务公开类200条 counts no websites, whatever was spoken of before.
        return Found("item" if mark.measure in _PIECES else "", "thing:measure")
    return found


def _nearest_thing(mark: Mark, things: list[Item], sentence: Sentence, context: Context, high: int) -> Found:
    behind = [item for item in things if mark.span_end <= item[0].start < min(high, mark.reach + 1)]
    # 微博56 微信121: without a measure word the noun before a figure is counted, not the next one.
    mark.labelled = not mark.measure and any(item[0].end == mark.span_start for item in things)
    adjacent = [] if mark.percent or mark.labelled else _noun_group(behind, mark, sentence)
    if relative := None if mark.percent else _behind_relative(behind, mark, sentence):
        adjacent = [relative]
    if len(adjacent) > 1 and sentence.text[adjacent[-2][0].end : adjacent[-1][0].start] == "或":
        # 8个单位网站或政务新媒体 are neither.
        return Found("", "thing:adjacent")
    if adjacent:
        return _found(_shared_noun(adjacent[-1], things, high, sentence), "thing:adjacent", sentence)
    if mark.attributive and behind:
        return _found(behind[0], "thing:behind", sentence)
    if before := _before(things, mark, sentence):
        item = _before_places(before, mark, sentence)
        if item[1] in ("region", "department") and context.last_thing.value in _SITES and PARTS.match(sentence.text):
            return context.last_thing
        touches = mark.span_start - item[0].end <= 2 and not mark.percent
        return _found(item, "thing:adjacent" if touches else "thing:before", sentence)
    if behind:
        return _found(behind[0], "thing:behind", sentence)
    return _named_ahead(things, mark, context, sentence).over(
        context.thing.carried() if context.thing.value else NOTHING
    )


def _found(item: Item, rule: str, sentence: Sentence) -> Found:
    return Found(item[1], rule, sentence.at(item[0].start, item[0].end))


def _before(things: list[Item], mark: Mark, sentence: Sentence) -> list[Item]:
    return [
        item
        for item in things
        if item[0].end <= mark.span_start
        and (item[1] not in _ONLY_ADJACENT or _LINK.fullmatch(sentence.text, item[0].end, mark.span_start))
    ]


def _named_ahead(things: list[Item], mark: Mark, context: Context, sentence: Sentence) -> Found:
    """Return what is named behind a figure; bodies and people give way to what the paragraph speaks of."""
    near = next((item for item in things if 0 <= item[0].start - mark.span_end < 24), None)
    if near is None or (near[1] in _PLACES and context.thing.value):
        return NOTHING
    return _found(near, "thing:ahead", sentence)


def _shared_noun(own: Item, things: list[Item], high: int, sentence: Sentence) -> Item:
    """Return what a figure counts whose noun goes on behind the next one: 27个省会城市和5个计划单列市政府网站."""
    if own[1] not in ("region", "department") or sentence.text[high - 1 : high] not in ("和", "及", "与"):
        return own
    end = _REACHED.match(sentence.text, high).end()  # ty: ignore[missing-union-attribute] - the pattern matches the empty text too
    return next((i for i in things if i[0].start >= high and i[0].end <= end and i[1] in ("site", "platform")), own)


def _before_places(before: list[Item], mark: Mark, sentence: Sentence) -> Item:
    """Return the last noun before a figure.

    省级43个 behind 网站622个 counts websites, and a rate behind 问题 is one of websites too.
    """
    if len(before) > 1 and {before[-1][1], before[-2][1]} <= PLATFORMS and before[-1][1] != before[-2][1]:
        gap = sentence.text[before[-2][0].end : before[-1][0].start]
        if _JOINED.fullmatch(gap) and mark.span_start - before[-1][0].end <= 6:
            return before[-1][0], "mixed", "joined"
    if mark.percent and before[-1][1] in PLATFORMS:
        accounts = [item for item in before if item[1] == "account"]
        if accounts and any(accounts[-1][0].end <= m.start for m in sentence.marks if m.start < mark.start):
            return accounts[-1]
    if before[-1][1] in (("item", "column", "person") if mark.percent else ("region", "department")):
        counted = [
            item for item in before if item[1] in _SITES and (mark.percent or _was_counted(item, mark, sentence))
        ]
        return counted[-1] if counted else before[-1]
    return before[-1]


def _behind_relative(behind: list[Item], mark: Mark, sentence: Sentence) -> Item | None:
    """Return the noun behind a relative clause: 80个存在单项否决问题的政务新媒体."""
    for item in behind:
        gap = sentence.text[mark.span_end : item[0].start]
        if item[1] in _SITES and 3 < len(gap) <= 24 and gap.endswith("的") and not gap.startswith(("和", "及", "与")):
            return item
    return None


def _was_counted(item: Item, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a noun was counted before: 网站622个,省级43个."""
    return any(item[0].end <= other.start < mark.start for other in sentence.marks)


def _noun_group(behind: list[Item], mark: Mark, sentence: Sentence) -> list[Item]:
    """Return the nouns of the group that follows a figure, up to its verb."""
    group: list[Item] = []
    edge = mark.span_end
    for item in behind:
        gap = sentence.text[edge : item[0].start]
        if not group and _JOINS.match(gap):
            # 网站27个和新媒体89个: the noun in front is counted.
            break
        if "被" in gap or len(gap) > (24 if gap.isascii() else 8) or PREDICATE.search(gap.replace("建设", "")):
            break
        group.append(item)
        edge = item[0].end
    return group


def host_of(place: int, sentence: Sentence) -> Mark | None:
    """Return the figure whose bracket holds this one: 微信公众号218个(市直单位53个,县(市)区165个)."""
    mark = sentence.marks[place]
    aside = sentence.aside_of(mark.start)
    if aside < 0 or mark.percent:
        return None
    low = sentence.asides[aside][0]
    return next((m for m in reversed(sentence.marks[:place]) if low - 1 <= m.span_end <= low + 1), None)


def is_strange(place: int, sentence: Sentence) -> bool:
    """Say whether the noun in front of a number is one that the codebook does not know: 小红书3个, 访谈3期."""
    mark = sentence.marks[place]
    if not mark.unit.startswith("count") or mark.rules.get("thing") == "thing:adjacent":
        return False
    low = max(sentence.marks[place - 1].span_end if place else 0, sentence.clause_span(mark.clause)[0])
    if _NOUN.match(sentence.text, mark.span_end) and not any(
        hit.start <= mark.span_end + 4 and hit.end > mark.span_end for hit in sentence.hits
    ):
        return True
    label = _LABEL.search(sentence.text, low, mark.span_start)
    if label is None or label.end() - label.start() < 2:
        return False
    rest = list(label.group())
    for hit in sentence.hits:
        if hit.end > label.start() and hit.start < label.end():
            for i in range(max(hit.start, label.start()), min(hit.end, label.end())):
                rest[i - label.start()] = " "
    return any(len(word) > 1 for word in re.split(r"[ ]+", _EMPTY_WORDS.sub(" ", "".join(rest)).strip()))
