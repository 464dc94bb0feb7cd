"""What a figure counts: the noun right behind it, else the last one before it, else what the paragraph speaks of."""

from __future__ import annotations

import re

from analysis.reading.context import Context
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.sentence import Item, Sentence
from analysis.reading.terms import Hit

# Places and bodies are counted only where they touch the figure: 省政府办公厅抽查120家 counts no provinces.
_ONLY_ADJACENT = frozenset({"region", "country", "department", "hall", "person", "topic"})
_LOOSE = frozenset({"thing:carried", "thing:ahead", "thing:before", "thing:behind"})
PLATFORMS = frozenset({"weibo", "wechat", "app", "douyin", "toutiao", "other_account"})
_ACCOUNTS = PLATFORMS | {"account"}
# 微博5个、其他平台2个,合格率100%: the rate is of the accounts that were counted before.
_SOME_ACCOUNTS = PLATFORMS | {"platform", "other_account"}
_PARTS_OF = frozenset({"region", "department", "", "item"})
_PLACES = frozenset({"region", "department", "person", "item"})
_OWNERS = frozenset({"region", "department", "site", "account"})
_SITES = ("site", "account", "weibo", "wechat", "platform")
_HOLDERS = (*_SITES, "column", "topic")
_PLACE_MEASURES = frozenset("省市县区州")
# How articles are counted.
ARTICLE_WORDS = frozenset({"条", "篇", "条次", "篇次"})
# 11家市人民政府(某管委会)门户网站: a bracket does not end the group of nouns.
_BRACKET = re.compile(r"[(][^()]{1,12}[)]")
Items = tuple[tuple[int, int], ...]


def find_thing(place: int, sentence: Sentence, context: Context, high: int, items: Items | None) -> Found:
    """Return what is counted: the noun right behind the figure, else the last one before it."""
    mark = sentence.marks[place]
    things = sentence.things
    if things and sentence.asides:
        things = [item for item in things if sentence.speaks_to(item[0].start, mark)]
    if things and "每" in sentence.text:
        # 平均每网站20个 counts no websites.
        each = sentence.patterns.each
        things = [x for x in things if not each.search(sentence.text, max(0, x[0].start - 2), x[0].start)]
    if items:
        own = [item for item in things if items[0][0] <= item[0].start and item[0].end <= items[0][1]]
        if own:
            return _found(own[-1], "thing:item", sentence)
    if not mark.percent and sentence.patterns.places_with.match(sentence.text, mark.span_end):
        return Found("region", "thing:adjacent", sentence.at(mark.span_end, mark.span_end + 1))
    if (
        mark.percent
        and place
        and sentence.patterns.share_of_last.fullmatch(
            sentence.text, sentence.marks[place - 1].span_end, mark.span_start
        )
    ):
        last = sentence.marks[place - 1]
        return Found(last.thing, "thing:shared", last.spans.get("thing", ()))
    if not mark.percent and (listed := _listed_places(mark, sentence)):
        return listed
    if place and not mark.percent and (among := _is_among(place, sentence)):
        return among
    found = _nearest_thing(mark, things, sentence, context, high)
    host = host_of(place, sentence)
    if host is not None and found.value in _PARTS_OF:
        return Found(host.thing, "thing:host", host.spans.get("thing", ()))
    if found.rule in _LOOSE and not sentence.terms.measure_fits(
        mark.measure, sentence.terms.thing_units.get(found.value, "")
    ):
        # 政务公开类200条 counts no websites, whatever was spoken of before.
        return Found("item" if sentence.patterns.piece.fullmatch(mark.measure) else "", "thing:measure")
    return found


def _listed_places(mark: Mark, sentence: Sentence) -> Found | None:
    """Return the places that a figure counts at the end of their list: 甲市、乙市等9个市州政府网站, 甲、乙8市网站."""
    end = mark.span_start - (sentence.text[mark.span_start - 1 : mark.span_start] == "等")
    names = [hit for hit, value, _ in sentence.areas if hit.end <= end and value != "CN"]
    if not names or sentence.text[names[-1].end : end] not in ("", "市", "州", "县", "区") or len(names) < 2:
        return None
    listed = "、" in sentence.text[names[-2].end : names[-1].start]
    noun = next((x for x in sentence.things if x[0].start == mark.span_end and x[1] == "region"), None)
    # 甲、乙6个省级政府门户网站 are as many portals.
    portals = "门户" in sentence.text[mark.span_end : mark.reach]
    if listed and not portals and (noun or mark.measure in _PLACE_MEASURES):
        return Found("region", "thing:adjacent", sentence.at(names[0].start, names[-1].end))
    return None


def _is_among(place: int, sentence: Sentence) -> Found | None:
    """Return what those are among whom a figure counts some: 不合格的39个新媒体中,有38个未作有效回复."""
    mark, last = sentence.marks[place], sentence.marks[place - 1]
    if mark.measure != last.measure or not last.thing:
        return None
    named = sentence.patterns.among_those.fullmatch(sentence.text, last.span_end, mark.span_start)
    return Found(last.thing, "thing:adjacent", last.spans.get("thing", ())) if named else None


def _nearest_thing(mark: Mark, things: list[Item], sentence: Sentence, context: Context, high: int) -> Found:
    behind = [item for item in things if mark.span_end <= item[0].start < min(high, mark.reach + 1)]
    # 微博56 微信121: without a measure word the noun before a figure is counted, not the next one.
    users = sentence.patterns.users_behind.match(sentence.text, mark.span_end)
    mark.labelled = not (mark.measure or users) and any(item[0].end == mark.span_start for item in things)
    platform = bool(behind) and behind[0][1] in PLATFORMS and not mark.percent
    kinds = sentence.patterns.many_kinds.match(sentence.text, mark.span_end) if platform else None
    if kinds:
        return Found("account", "thing:adjacent", sentence.at(*kinds.span()))
    adjacent = [] if mark.percent or mark.labelled else _noun_group(behind, mark, sentence)
    if len(adjacent) > 1 and sentence.text[adjacent[-2][0].end : adjacent[-1][0].start] == "或":
        # 8个单位网站或政务新媒体 are neither.
        return Found("", "thing:adjacent")
    sites = len(adjacent) > 1 and adjacent[-2][1] in _SITES
    if sites and sentence.patterns.problems.fullmatch(sentence.text, adjacent[-2][0].end, adjacent[-1][0].end):
        adjacent.pop()
    if adjacent:
        counted = _counted(adjacent, mark, sentence)
        return _found(_shared_noun(counted, things, high, mark, sentence), "thing:adjacent", sentence)
    # 某局网站有8个长期未更新栏目: what a website has is counted, and not it.
    has = mark.measure == "个" and behind and behind[0][1] == "column" and sentence.text[mark.span_start - 1] in "有在"
    if behind and (mark.attributive or has):
        return _found(behind[0], "thing:adjacent" if has else "thing:behind", sentence)
    if mark.percent and (rate := sentence.patterns.rate_for.match(sentence.text, mark.span_end)):
        own = next((item for item in things if 0 <= item[0].start - rate.end() < 24), None)
        if own:
            return _found(own, "thing:behind", sentence)
    if before := _before(things, mark, sentence):
        item = _before_places(before, mark, sentence)
        if item[1] == "item" and context.thing.value in _SITES and _is_passed(mark, sentence):
            return context.thing.carried()
        if item[1] in ("region", "department") and context.last_thing.value in _SITES and context.goes_on(sentence):
            return context.last_thing
        # 20个网站和1个平台: the joint belongs to the next noun.
        gap = sentence.text[item[0].end : mark.span_start]
        # 网站公布194条 counts no websites, 专栏发布954条 no columns.
        alien = item[1] in _HOLDERS and sentence.patterns.piece.fullmatch(mark.measure)
        touches = len(gap) <= 2 and not (alien or mark.percent or sentence.patterns.joins.match(gap))
        return _found(item, "thing:adjacent" if touches else "thing:before", sentence)
    if behind:
        return _found(behind[0], "thing:behind", sentence)
    if context.last_thing.value == "item" and context.goes_on(sentence):
        # 公开信息4492条。其中,市级机关2244条
        return context.last_thing
    return _named_ahead(things, mark, context, sentence).over(
        context.thing.carried() if context.thing.value else NOTHING
    )


def _counted(group: list[Item], mark: Mark, sentence: Sentence) -> Item:
    """Return which noun of a group is counted, as the measure word tells: 18家网站空白栏目."""
    units, terms = sentence.terms.thing_units, sentence.terms
    fit = [item for item in group if terms.measure_fits(mark.measure, units.get(item[1], ""))] or group
    if len(fit) == 1:
        return fit[0]
    # 30个省市网民 counts places, 四个官方微博粉丝 microblogs, 20个镇街信息 towns, 9个县区办事大厅 districts;
    # 30个省级事项 counts items.
    owner, last = (item[1] for item in fit[-2:])
    graded = sentence.text[: fit[-1][0].start].endswith("级")
    if last == "person":
        owned = owner in ("region", *_ACCOUNTS)
    else:
        owned = owner == "region" and last in ("item", "hall") and not graded
    return fit[-2] if owned else fit[-1]


def _found(item: Item, rule: str, sentence: Sentence) -> Found:
    return Found(item[1], rule, sentence.at(item[0].start, item[0].end))


def _before(things: list[Item], mark: Mark, sentence: Sentence) -> list[Item]:
    return [
        item
        for item in things
        if item[0].end <= mark.span_start
        and not (item[1] == "platform" and sentence.patterns.locative.match(sentence.text, item[0].end))
        and (
            item[1] not in _ONLY_ADJACENT
            or sentence.patterns.link.fullmatch(sentence.text, item[0].end, mark.span_start)
        )
    ]


def _named_ahead(things: list[Item], mark: Mark, context: Context, sentence: Sentence) -> Found:
    """Return what is named behind a figure; bodies and people give way to what the paragraph speaks of."""
    near = next((item for item in things if 0 <= item[0].start - mark.span_end < 24), None)
    if near is None or (near[1] in _PLACES and context.thing.value):
        return NOTHING
    return _found(near, "thing:ahead", sentence)


def _shared_noun(own: Item, things: list[Item], high: int, mark: Mark, sentence: Sentence) -> Item:
    """Return what a figure counts whose noun goes on behind the next one: 27个省会城市和5个计划单列市政府网站."""
    if own[1] not in ("region", "department"):
        return own
    if sentence.text[high - 1 : high] not in ("和", "及", "与"):
        return own
    end = sentence.patterns.reached.match(sentence.text, high).end()
    return next((i for i in things if i[0].start >= high and i[0].end <= end and i[1] in ("site", "platform")), own)


def _before_places(before: list[Item], mark: Mark, sentence: Sentence) -> Item:
    """Return the last noun before a figure.

    省级43个 behind 网站622个 counts websites, and a rate behind 问题 is one of websites too.
    """
    if len(before) > 1 and {before[-1][1], before[-2][1]} <= _ACCOUNTS and before[-1][1] != before[-2][1]:
        gap = sentence.text[before[-2][0].end : before[-1][0].start]
        if sentence.patterns.joined.fullmatch(gap) and mark.span_start - before[-1][0].end <= 6:
            return before[-1][0], "mixed", "joined"
    last = before[-1]
    if last[1] in (("item", "column", "person") if mark.percent else ("region", "department")):
        counted = (
            item
            for item in reversed(before)
            if item[1] in _SITES and (mark.percent or _was_counted(item, mark, sentence))
        )
        last = next(counted, last)
    if mark.percent and last[1] in _SOME_ACCOUNTS:
        accounts = [item for item in before if item[1] == "account"]
        if accounts and any(accounts[-1][0].end <= m.start for m in sentence.marks if m.start < mark.start):
            return accounts[-1]
    return last


def _is_passed(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure tells what passed or failed, and names it no more: 12月有24个不合格,合格率95%."""
    text, patterns = sentence.text, sentence.patterns
    if mark.unit == "percentage_points":
        return True
    if mark.percent:
        return patterns.pass_rate.search(text, max(0, mark.span_start - 8), mark.span_start) is not None
    return patterns.passes.match(text, mark.span_end) is not None


def _was_counted(item: Item, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a noun was counted before: 网站622个,省级43个, or 229个新媒体,其中部门96个."""
    hit = item[0]
    return any(
        other.start < mark.start and (hit.end <= other.start or other.span_end <= hit.start <= other.reach)
        for other in sentence.marks
    )


def _noun_group(behind: list[Item], mark: Mark, sentence: Sentence) -> list[Item]:
    """Return the nouns of the group that follows a figure, up to its verb."""
    group: list[Item] = []
    edge = mark.span_end
    for item in behind:
        gap = _BRACKET.sub("", sentence.text[edge : item[0].start])
        if not group and sentence.patterns.joins.match(gap):
            # 网站27个和新媒体89个: the noun in front is counted.
            break
        if group and gap.startswith("的") and group[0][1] in _OWNERS and item[1] not in _SITES:
            # 60个部门的信箱, 197个网站的栏目: who has them is counted.
            break
        if group and group[0][1] in _PLACES and sentence.patterns.which_runs.match(gap):
            # 45个部门负责的政府网站: those who run them are counted.
            break
        if (
            "被" in gap
            or len(gap) > (24 if gap.isascii() else 8)
            or sentence.patterns.predicate.search(_noun_gap(gap, item, group))
        ):
            break
        group.append(item)
        edge = item[0].end
    return group


def _noun_gap(gap: str, item: Item, group: list[Item]) -> str:
    """Return what stands between two nouns of a group, without what only looks like a verb: 信息公开网站, 建设网站."""
    if item[1] == "platform":
        return gap[:-2]
    return gap.removeprefix("公开" if group and group[-1][1] == "item" else "").replace("建设", "")


def host_of(place: int, sentence: Sentence) -> Mark | None:
    """Return the figure whose bracket holds this one: 微信公众号218个(市直单位53个,县(市)区165个)."""
    mark = sentence.marks[place]
    if mark.percent or not sentence.asides:
        return None
    aside = sentence.aside_of(mark.start)
    if aside < 0:
        return None
    low = sentence.asides[aside][0]
    # 12个停用的新媒体(其中微博7个): the noun stands between.
    around = range(low - 1, low + 2)
    return next((m for m in reversed(sentence.marks[:place]) if m.span_end in around or m.reach in around), None)


def is_strange(place: int, sentence: Sentence) -> bool:
    """Say whether the noun in front of a number is one that the codebook does not know: 小红书3个, 访谈3期."""
    mark = sentence.marks[place]
    if not mark.unit.startswith("count") or mark.rules.get("thing") == "thing:adjacent":
        return False
    low = max(sentence.marks[place - 1].span_end if place else 0, sentence.clause_span(mark.clause)[0])
    start, end = sentence.patterns.label.search(sentence.text, low, mark.span_start).span()
    if end - start < 2:
        return False
    rest = list(sentence.text[start:end])
    for low, high, _ in sentence.hits:
        if high > start and low < end:
            for place in range(max(low, start) - start, min(high, end) - start):
                rest[place] = " "
    return any(len(word) > 1 for word in sentence.patterns.empty_words.sub(" ", "".join(rest)).split(" "))


def in_other_item(hit: Hit, items: Items) -> bool:
    """Say whether a word belongs to another item of a 分别 list."""
    return any(start <= hit.start and hit.end <= end for start, end in items[1:])
