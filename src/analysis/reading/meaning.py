"""What a figure is about: thing counted, indicator, level, area, entity and period, each with the rule that said so.

Every word of the codebook's terms that stands in the sentence is evidence; evidence loses weight with each clause and
each figure between the word and the figure. An indicator below the threshold stays empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from analysis.reading.figure import Mark
from analysis.reading.sentence import Context, Sentence, Trigger
from analysis.reading.terms import Hit, Rule
from analysis.reading.things import PREDICATE, Items
from analysis.reading.units import THING_UNITS, measure_fits

# 发布信息1200条 and 发布稿件1200篇 count the same.
_PIECES = frozenset({"count:item", "count:article", "count:event"})
THRESHOLD = 1.0
_PER_CLAUSE, _PER_LOST_CLAUSE, _PER_FIGURE, _PER_CHARACTER = 0.7, 0.35, 0.5, 0.015
_WRONG_SIDE, _INNER = 1.6, 0.5
# No rule weighs more than a word this far away costs; no conditions add more than this.
_COST_LIMIT, _MOST_EXTRA = 4.5, 2.0
_MOST_NEAR, _LONGEST_RUN = 40, 12
_NEW_SUBJECT = re.compile(r"[。;；]|率|比例|占|得分|增长|下降|提[高升]|上升|增加|减少|满分|不|未")
# What stands between the figures of a list: a comma and a noun without a verb of its own.
_LIST_VERBS = re.compile(
    r"共|现有|目前|合格|占|关停|检查|抽查|新增|减少|注销|整改|达标|发现|开通|参评|存在|申报|下线|问题"
)
_LIST_GAP = re.compile(
    r"(?:[^0-9,，。;；、()]{0,14}(?:[(][^()0-9]{0,40}[)])?[、,，和及与;；]|[,，]?[(]?(?:其中|含|包括))[^,，。;；0-9]{0,24}$"
)
_GENERAL = 1.5
# 8家政府网站、63家政务新媒体存在问题: nouns behind the figures, joined without a comma.
_JOINED = re.compile(r"(?:[^,，。;；:0-9、]{2,14}[、和及与]|[、和及与][^,，。;；:0-9、]{2,14})$")
_RESET = re.compile(r"当前|目前|现有|现在|如今|至今")
_COMPARED = re.compile(r"(?:比|较|与|和|同|自|从|由|于|到|至)$")
_COMPARED_AFTER = re.compile(r"^(?:度?同?期?相比|同期|以来|起|开始|前)")
_AND_OTHERS = re.compile(r"(?:[省市]|自治区)?(?:等|[0-9一二两三四五六七八九十]+个?(?:省|市|地区|城市))")
_LIST_OF_AREAS = re.compile(r"^[、和及与,]")


def find_indicator(place: int, sentence: Sentence, context: Context, items: Items | None) -> None:
    """Set the indicator of one figure of a sentence: the best rule whose words stand near enough."""
    mark = sentence.marks[place]
    best = _best_rule(place, sentence, context, items)
    if items and best[0] < THRESHOLD:
        best = _best_rule(place, sentence, context, None)
    score, rule = best
    if place and (not rule or rule.weight <= _GENERAL) and _continues(mark, sentence.marks[place - 1], sentence):
        _inherit(mark, sentence.marks[place - 1], sentence)
        if mark.indicator:
            return
    if rule and score >= THRESHOLD:
        mark.indicator = rule.value
        mark.rules.append(f"indicator:{rule.term_id}")
        mark.confidence *= min(0.98, 0.6 + 0.08 * score)
    elif place:
        _inherit(mark, sentence.marks[place - 1], sentence)


def _continues(mark: Mark, other: Mark, sentence: Sentence) -> bool:
    """Say whether a figure only continues a list of counts: 抽查部门网站42个、区县门户13个."""
    if mark.percent or mark.thing != other.thing or mark.measure != other.measure or not mark.measure:
        return False
    gap = sentence.text[other.span_end : mark.span_start]
    return _LIST_VERBS.search(gap) is None and _LIST_GAP.match(gap) is not None


def _best_rule(place: int, sentence: Sentence, context: Context, items: Items | None) -> tuple[float, Rule | None]:
    """Return the rule with the highest score for a figure, and the score."""
    mark = sentence.marks[place]
    top, chosen = 0.0, None
    rules_for = sentence.terms.rules_for
    for trigger in _near(sentence.triggers, mark):
        rules = rules_for(trigger.hit.word, mark.unit)
        # The way to a word gains 0.8 and 0.12 a character at most: what cannot win then is not measured.
        if not rules or rules[0].weight + _MOST_EXTRA + 0.8 + 0.12 * (trigger.hit.end - trigger.hit.start) <= top:
            continue
        before = trigger.hit.end <= mark.span_start + 1
        cost = _cost_of(trigger, before, place, sentence, items)
        if cost > _COST_LIMIT:
            continue
        for rule in rules:
            score = rule.weight - cost
            # The rules of a word come heaviest first.
            if score + _MOST_EXTRA <= top:
                break
            if rule.side and (rule.side == "before") != before:
                continue
            extra = _fit(rule, mark, sentence, context)
            if extra is not None and score + extra > top:
                top, chosen = score + extra, rule
    return top, chosen


def _near(triggers: list[Trigger], mark: Mark) -> list[Trigger]:
    """Return the words near a figure; only text without any punctuation has more in a sentence."""
    if len(triggers) <= 2 * _MOST_NEAR:
        return triggers
    place = bisect_left(triggers, mark.start, key=lambda trigger: trigger.hit.end)
    return triggers[max(0, place - _MOST_NEAR) : place + _MOST_NEAR]


def _inherit(mark: Mark, other: Mark, sentence: Sentence) -> None:
    """Give a figure the indicator of the one before it in a list: 部委为96.1%,省级为100%."""
    gap = sentence.text[other.span_end : mark.span_start]
    alike = mark.thing == other.thing and "thing:adjacent" in mark.rules and "thing:adjacent" in other.rules
    kind = sentence.terms.kinds.get(other.indicator, "")
    if not measure_fits(mark.measure, kind) or (
        mark.measure != other.measure and ":" in mark.unit and mark.unit != kind
    ):
        return
    if mark.thing != other.thing and "thing:adjacent" in mark.rules and not mark.percent:
        return
    if not other.indicator or other.unit.partition(":")[0] != mark.unit.partition(":")[0]:
        return
    if len(gap) <= (60 if alike and not mark.percent else 16) and not _NEW_SUBJECT.search(gap):
        mark.indicator = other.indicator
        mark.rules.append("indicator:inherited")
        if mark.unit == "count" and not (mark.thing != other.thing and "thing:adjacent" in mark.rules):
            mark.unit = other.unit
        mark.confidence *= other.confidence * 0.95


def follow_change(mark: Mark, first: Mark) -> bool:
    """Give the second figure of a change the indicator of the first: 不可用率从7.8%降到0.9%."""
    if not first.indicator or first.unit.partition(":")[0] != mark.unit.partition(":")[0]:
        return False
    mark.indicator = first.indicator
    mark.rules.append("indicator:change")
    if mark.unit == "count":
        mark.unit = first.unit
    mark.confidence *= first.confidence
    return True


def _cost_of(trigger: Trigger, before: bool, place: int, sentence: Sentence, items: Items | None) -> float:
    """Return what the way from a word to a figure costs, less what a long word gains."""
    mark = sentence.marks[place]
    hit = trigger.hit
    if not before and (mark.attributive or (not mark.percent and "thing:adjacent" in mark.rules)):
        if mark.run_end < 0:
            mark.run_end = _last_of_run(place, sentence)
        place = mark.run_end
        mark = sentence.marks[place]
    if before:
        crossed, distance = place - trigger.marks_before, mark.span_start - hit.end
    else:
        crossed, distance = trigger.marks_after - place - 1, hit.start - mark.span_end
    crossed = min(max(crossed, 0), 4)
    clauses = abs(trigger.clause - mark.clause)
    per_clause = _PER_LOST_CLAUSE if sentence.damaged else _PER_CLAUSE
    cost = per_clause * min(clauses, 6) + _PER_FIGURE * crossed + _PER_CHARACTER * min(max(distance, 0), 80)
    local = clauses == 0 and crossed == 0 and (before or hit.start <= mark.reach)
    if mark.attributive and before:
        cost += _WRONG_SIDE
    elif not mark.attributive and not before:
        cost += _WRONG_SIDE if not local or distance > 24 else 0.0
    if local and not mark.percent:
        # The noun that touches the figure names what is counted.
        cost -= 0.8 if not before and distance <= 3 and not mark.labelled else 0.5 if before and distance <= 2 else 0.0
    if items and _in_other_item(hit, items):
        cost += 4.0
    return cost - 0.12 * (hit.end - hit.start) + (_INNER if trigger.inner else 0.0)


def _last_of_run(place: int, sentence: Sentence) -> int:
    """Return the last of the figures that share a predicate: 90%的a、70%的b和40%的c开通了d."""
    marks = sentence.marks
    last = min(len(marks) - 1, place + _LONGEST_RUN)
    while place < last:
        mark, after = marks[place], marks[place + 1]
        gap = sentence.text[mark.span_end : after.span_start]
        if len(gap) > 40 or PREDICATE.search(gap):
            break
        if mark.attributive:
            alike = after.attributive and after.unit == mark.unit
        else:
            alike = not after.percent and after.measure == mark.measure and _JOINED.match(gap) is not None
            alike = alike and _LIST_VERBS.search(gap) is None
        if not alike:
            break
        place += 1
    return place


def _in_other_item(hit: Hit, items: Items) -> bool:
    own, *others = items
    if own[0] <= hit.start and hit.end <= own[1]:
        return False
    return any(start <= hit.start and hit.end <= end for start, end in others)


def _fit(rule: Rule, mark: Mark, sentence: Sentence, context: Context) -> float | None:
    """Return the weight that a rule's conditions add, None where one of them fails."""
    extra = 0.0
    if rule.things:
        if (mark.thing or "-") not in rule.things:
            return None
        extra += 0.5 if mark.thing else 0.0
    elif _counts_else(mark, sentence.terms.kinds.get(rule.value, "")):
        extra -= 1.5
    if not measure_fits(mark.measure, sentence.terms.kinds.get(rule.value, "")):
        return None
    for group in rule.needs:
        if group & sentence.words:
            extra += 0.5
        elif not (group & context.topic or group & context.title):
            return None
    if rule.never and not rule.never.isdisjoint(sentence.words):
        return None
    if rule.avoid:
        if mark.near is None:
            mark.near = _words_near(mark, sentence)
        if not rule.avoid.isdisjoint(mark.near):
            return None
    return extra


def _counts_else(mark: Mark, kind: str) -> bool:
    """Say whether the noun that touches the figure is counted in another unit than the indicator's."""
    own = THING_UNITS.get(mark.thing, "")
    if not own or own == kind or not kind.startswith("count:") or {own, kind} <= _PIECES:
        return False
    return "thing:adjacent" in mark.rules


def _words_near(mark: Mark, sentence: Sentence) -> set[int]:
    """Return the words of the figure's own clause that lie between its neighbours."""
    start, end = sentence.clause_span(mark.clause)
    end = min(end, mark.reach)
    marks = sentence.marks
    place = marks.index(mark)
    if place and marks[place - 1].end > start:
        start = marks[place - 1].span_end
    if place + 1 < len(marks):
        end = min(end, marks[place + 1].span_start)
    return {hit.word for hit in sentence.hits if start <= hit.start and hit.end <= end}


def find_level(place: int, sentence: Sentence, context: Context, items: Items | None) -> None:
    """Set the administrative level: behind an attributive figure, else the last one named before it."""
    mark = sentence.marks[place]
    named = [(h, v, t) for h, v, t in sentence.named("level") if not (items and _in_other_item(h, items))]
    next_start = sentence.marks[place + 1].span_start if place + 1 < len(sentence.marks) else len(sentence.text)
    behind = [x for x in named if mark.end <= x[0].start < min(next_start, mark.reach + 1)]
    before = [x for x in named if x[0].end <= mark.span_start]
    chosen = None
    if mark.attributive or (behind and behind[0][0].start - mark.end <= 6 and not mark.percent):
        chosen = behind[0] if behind else None
    chosen = chosen or (before[-1] if before else None) or (behind[0] if behind else None)
    if chosen:
        mark.level = _widen(chosen[1], context)
        mark.rules.append(f"level:{chosen[2]}")
    elif context.level:
        mark.level = context.level
        mark.rules.append("level:carried")


def _widen(level: str, context: Context) -> str:
    """Read 各地 and 地方 as the places that the bulletin evaluates, where it says which."""
    return (context.scope or "local_all") if level == "places" else level


def _is_one_of_many(place: int, named: list[tuple[Hit, str, str]], text: str) -> bool:
    """Say whether an area only stands in a list (北京、天津等14个地区), which is about all of them."""
    end = named[place][0].end
    if _AND_OTHERS.match(text, end):
        return True
    follows = place + 1 < len(named) and named[place + 1][0].start - end <= 3
    return follows and _LIST_OF_AREAS.match(text[end : end + 2]) is not None


def find_area(place: int, sentence: Sentence, context: Context) -> None:
    """Set the area: the last one named before the figure, else the paragraph's, else the bulletin's."""
    mark = sentence.marks[place]
    named = [(h, v, t) for h, v, t in sentence.named("area")]
    singles = [x for i, x in enumerate(named) if not _is_one_of_many(i, named, sentence.text)]
    before = [x for x in singles if x[0].end <= mark.span_start]
    if before:
        mark.area = before[-1][1]
        mark.rules.append(f"area:{before[-1][2]}")
    elif context.near_area or context.area:
        mark.area = context.near_area or context.area
        mark.rules.append("area:bulletin")
    elif singles and singles[0][0].start - mark.span_end < 30:
        mark.area = singles[0][1]
        mark.rules.append(f"area:{singles[0][2]}")


def find_entity(mark: Mark, sentence: Sentence, context: Context) -> None:
    """Set the named site, platform or account that the figure is about, if any."""
    named = [(h, v, t) for h, v, t in sentence.named("entity") if h.end <= mark.span_start]
    general = [h.end for h, v, _ in sentence.named("area") if v == "CN" and h.end <= mark.span_start]
    general += [h.end for h, _, _ in sentence.named("level") if h.end <= mark.span_start]
    if named and any(end > named[-1][0].end for end in general):
        return
    if named:
        mark.entity = named[-1][1]
        mark.rules.append(f"entity:{named[-1][2]}")
    elif (
        context.entity
        and not sentence.named("level")
        and not any(value == "CN" for _, value, _ in sentence.named("area"))
    ):
        mark.entity = context.entity
        mark.rules.append("entity:carried")


def find_method(place: int, sentence: Sentence) -> None:
    """Set the way of counting that the figure's own stretch, or the head of the sentence, names."""
    mark = sentence.marks[place]
    start = sentence.marks[place - 1].span_end if place else 0
    head = sentence.marks[0].span_start
    for hit, value, term in sentence.named("method"):
        if start <= hit.start < mark.span_start or (hit.end <= head and mark.clause == sentence.clause_at(hit.start)):
            mark.method = value
            mark.rules.append(f"method:{term}")


def find_period(place: int, sentence: Sentence, context: Context, changed: bool) -> None:
    """Set the period: the nearest date before the figure in its sentence, else the paragraph's, else the bulletin's.

    `changed` says that the figure is the second of a change: the date of the first is then not its own.
    """
    mark = sentence.marks[place]
    text = sentence.text
    floor = sentence.marks[place - 1].start if changed and place else 0
    for period in reversed(sentence.periods):
        if period.end > mark.start or period.start < floor or not period.iso:
            continue
        if _RESET.search(text, period.end, mark.start):
            break
        if _is_comparison(text, period.start, period.end, mark.start):
            continue
        mark.period = period.iso
        mark.rules.append("period:text")
        return
    behind = next((p for p in sentence.periods if mark.end <= p.start <= mark.span_end + 3 and p.iso), None)
    if behind and text[behind.start - 1 : behind.start] in ("(", "（"):
        mark.period, rule = behind.iso, "period:text"
    elif context.near_period and not changed:
        mark.period, rule = context.near_period, "period:carried"
    else:
        mark.period, rule = context.period or (str(context.year) if context.year else ""), "period:bulletin"
    if mark.period:
        mark.rules.append(rule)


def _is_comparison(text: str, start: int, end: int, place: int) -> bool:
    """Say whether a date is only compared with (较2021年底) or a beginning (自2012年开通以来)."""
    if re.search(r"(?:比|较|与|同|相比于)(?:[^,。;、0-9]{0,3})$", text[max(0, start - 5) : start]):
        return True
    if re.search(r"(?:自|从)$", text[max(0, start - 1) : start]):
        return re.search(r"以来|开始|至今|起[,，]?|开通|成立|上线", text[end : min(place, end + 24)]) is not None
    return _COMPARED_AFTER.match(text[end : end + 4]) is not None and "同期" not in text[end : end + 3]
