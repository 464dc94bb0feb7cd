"""What a figure counts: the noun right behind it, else the last one before it, else what the paragraph speaks of."""

from __future__ import annotations

import re

from analysis.reading.figure import Mark
from analysis.reading.sentence import Context, Sentence
from analysis.reading.terms import Hit

# Places and bodies are counted only where they touch the figure: 省政府办公厅抽查120家 counts no provinces.
_ONLY_ADJACENT = frozenset({"region", "country", "department", "hall", "person", "topic"})
# What may stand between a body and its number: 部门共12个, but not 部门上报12个.
_LINK = re.compile(r"[:共有为达约近超仅多各的等 ]{0,2}")
_REACHED = re.compile(r"[^,，。;；、(]{0,24}")
_ASIDE = re.compile(r"[(][^()]{2,40}[)]")
_PLACES = frozenset({"region", "department", "person", "item"})
PREDICATE = re.compile(
    r"开通|建设|实现|提供|建立|推出|上线|开设|设置|建成|完成|达到|拥有|采用|配备|公开|发布|超过|存在|没有|能够|可以|是|为|已"
)
Items = tuple[tuple[int, int], ...]


def find_thing(mark: Mark, sentence: Sentence, context: Context, high: int, items: Items | None) -> None:
    """Set what is counted: the noun right behind the figure, else the last one before it."""
    things = [(hit, value) for hit, value, _ in sentence.named("thing")]
    if items:
        own = [value for hit, value in things if items[0][0] <= hit.start and hit.end <= items[0][1]]
        if own:
            mark.thing = own[-1]
            mark.rules.append("thing:item")
            return
    behind = [(h, v) for h, v in things if mark.span_end <= h.start < min(high, mark.reach + 1)]
    # 微博56 微信121: without a measure word the noun before a figure is counted, not the next one.
    mark.labelled = not mark.measure and any(h.end == mark.span_start for h, _ in things)
    adjacent = [] if mark.percent or mark.labelled else _noun_group(behind, mark, sentence)
    asides = [m.span() for m in _ASIDE.finditer(sentence.text, 0, mark.span_start)] if "(" in sentence.text else []
    before = [
        (hit, value)
        for hit, value in things
        if hit.end <= mark.span_start
        and not any(start < hit.start < end for start, end in asides)
        and (value not in _ONLY_ADJACENT or _LINK.fullmatch(sentence.text, hit.end, mark.span_start))
    ]
    if adjacent:
        mark.thing, rule = _shared_noun(adjacent[-1], things, high, sentence), "thing:adjacent"
    elif mark.attributive and behind:
        mark.thing, rule = behind[0][1], "thing:behind"
    elif before:
        hit, mark.thing = _before_places(before, mark)
        rule = "thing:adjacent" if mark.span_start - hit.end <= 2 and not mark.percent else "thing:before"
    elif behind:
        mark.thing, rule = behind[0][1], "thing:behind"
    elif ahead := _named_ahead(things, mark, context):
        mark.thing, rule = ahead, "thing:ahead"
    elif context.thing:
        mark.thing, rule = context.thing, "thing:carried"
    else:
        return
    mark.rules.append(rule)


def _named_ahead(things: list[tuple[Hit, str]], mark: Mark, context: Context) -> str:
    """Return what is named behind a figure; bodies and people give way to what the paragraph speaks of."""
    near = next((v for h, v in things if 0 <= h.start - mark.span_end < 24), "")
    return "" if near in _PLACES and context.thing else near


def _shared_noun(own: tuple[Hit, str], things: list[tuple[Hit, str]], high: int, sentence: Sentence) -> str:
    """Return what a figure counts whose noun goes on behind the next one: 27个省会城市和5个计划单列市政府网站."""
    if own[1] not in ("region", "department") or sentence.text[high - 1 : high] not in ("和", "及", "与"):
        return own[1]
    end = _REACHED.match(sentence.text, high).end()  # type: ignore[union-attr]
    return next((v for h, v in things if h.start >= high and h.end <= end and v in ("site", "platform")), own[1])


def _before_places(before: list[tuple[Hit, str]], mark: Mark) -> tuple[Hit, str]:
    """Return the last noun before a figure.

    省级43个 behind 网站622个 counts websites, and a rate behind 问题 is one of websites too.
    """
    if before[-1][1] in (("item", "column", "person") if mark.percent else ("region", "department")):
        counted = [named for named in before if named[1] in ("site", "account", "weibo", "wechat", "platform")]
        return counted[-1] if counted else before[-1]
    return before[-1]


def _noun_group(behind: list[tuple[Hit, str]], mark: Mark, sentence: Sentence) -> list[tuple[Hit, str]]:
    """Return the nouns of the group that follows a figure, up to its verb."""
    group: list[tuple[Hit, str]] = []
    edge = mark.span_end
    for hit, value in behind:
        gap = sentence.text[edge : hit.start]
        if "被" in gap or len(gap) > (24 if gap.isascii() else 8) or PREDICATE.search(gap.replace("建设", "")):
            break
        group.append((hit, value))
        edge = hit.end
    return group
