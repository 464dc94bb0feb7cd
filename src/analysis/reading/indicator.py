"""Which indicator a figure belongs to: the rule of the codebook whose thing, measure and unit all have evidence.

Every word of the codebook's terms that stands in the sentence is evidence; evidence loses weight with each clause and
each figure between the word and the figure. An indicator below the threshold stays empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from analysis.reading.context import Context
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.places import in_other_item
from analysis.reading.sentence import Sentence, Trigger
from analysis.reading.terms import GENERAL, Rule, Terms
from analysis.reading.things import PLATFORMS, Items, host_of

# 发布信息1200条 and 发布稿件1200篇 count the same.
_PIECES = frozenset({"count:item", "count:article", "count:event"})
THRESHOLD = 1.0
_PER_CLAUSE, _PER_LOST_CLAUSE, _PER_FIGURE, _PER_CHARACTER = 0.7, 0.35, 0.5, 0.015
_WRONG_SIDE, _INNER = 1.6, 0.5
# No rule weighs more than a word this far away costs; no conditions add more than this.
_COST_LIMIT, _MOST_EXTRA, _NEAR_COST = 4.5, 2.0, 0.3
_MOST_GAIN = _MOST_EXTRA + 0.8
_RIVAL = 1.0
# What the support of each kind of word must reach; on first looks at pages most that stayed below were wrong. More is
# asked where what is counted is only known from a sentence before.
_LEAST = (
    {"near": THRESHOLD, "general": 2.25, "far": 3.2},
    {"near": 3.0, "general": 3.0, "far": 4.5},
)
_MOST_NEAR, _LONGEST_RUN = 24, 12
# 发布信息4842条, 收到来信1160封: another measure word counts another thing.
_FRAME = frozenset(
    {
        "websites_total_china",
        "gov_websites_share_of_all_websites",
        "gov_cn_domains",
        "cn_domains_total",
        "domains_total_china",
        "websites_under_gov_cn",
    }
)


class Choice(NamedTuple):
    """The best rule for a figure: its score, and the word that triggered it."""

    score: float = 0.0
    rule: Rule | None = None
    trigger: Trigger | None = None
    rival: float = 0.0


def find_indicator(place: int, sentence: Sentence, context: Context, items: Items | None) -> tuple[Found, float]:
    """Return the indicator of one figure of a sentence, and how well it is supported."""
    mark = sentence.marks[place]
    before = sentence.patterns.others_before.search(sentence.text, max(0, mark.span_start - 10), mark.span_start)
    if before or sentence.patterns.others.match(sentence.text, mark.span_end):
        return NOTHING, 0.0
    if mark.percent and mark.comparator != "eq" and sentence.patterns.standard.match(sentence.text, mark.span_end):
        return NOTHING, 0.0
    best = _best_rule(place, sentence, context, items)
    if items and best.score < THRESHOLD:
        best = _best_rule(place, sentence, context, None)
    host = host_of(place, sentence)
    if host is not None and sentence.patterns.changes.search(host.indicator):
        # 注销账号6个(其中微博3个): parts of what was closed are no stock.
        return NOTHING, 0.0
    if host is not None and host.thing == mark.thing and mark.rules.get("thing") == "thing:host":
        # 诉求46653件(电话诉求41424件): what is in the bracket came by one way only.
        return _inherited(host) if mark.thing != "item" else (NOTHING, 0.0)
    shared = _share_of_last(place, sentence)
    if shared is not None:
        return shared
    if _is_part(place, mark, best, sentence, context):
        return context.last._replace(rule="indicator:parts"), 2.0
    if place and not mark.strange:
        last = sentence.marks[place - 1]
        general = best.rule is None or best.rule.weight <= GENERAL
        if general and _continues(mark, last, sentence) and _inherits(mark, last, sentence, context):
            return _inherited(last)
    kind = _kind_of(best.rule, best.trigger, place, sentence, items) if best.rule and best.trigger else ""
    if best.rule and best.trigger and best.score >= _least(kind, mark, sentence):
        hit = best.trigger.hit
        mark.margin = best.score - max(best.rival, THRESHOLD - 1)
        mark.rules["rule"] = f"rule:{kind}"
        spans = sentence.at(hit.start, hit.end) + mark.spans.get("thing", ())
        return Found(best.rule.value, f"indicator:{best.rule.term_id}", spans), best.score
    if place and not mark.strange and _inherits(mark, sentence.marks[place - 1], sentence, context):
        return _inherited(sentence.marks[place - 1])
    return NOTHING, best.score


def _least(kind: str, mark: Mark, sentence: Sentence) -> float:
    """Return what the support of an indicator must reach; the head of a table says what its cells are."""
    if len(sentence.pieces) > 1:
        return THRESHOLD
    return _LEAST[mark.rules.get("thing") == "thing:carried"][kind]


def name_parts(sentence: Sentence) -> None:
    """Give the bodies of a list the indicator of the sum that ends it: 9个设区市、82个县共计126个网站."""
    marks, patterns = sentence.marks, sentence.patterns
    total = None
    for part, after in zip(marks[-2::-1], marks[:0:-1], strict=True):
        gap = sentence.text[part.span_end : after.span_start]
        if patterns.sum_of_parts.fullmatch(gap):
            total = after
        elif len(gap) > 20 or patterns.list_verbs.search(gap):
            total = None
        if total is None or part.unit != "count:region" or part.indicator or part.value >= total.value:
            total = None
        elif total.indicator:
            found, part.score = _inherited(total)
            part.say("indicator", found._replace(rule="indicator:parts"))


def _share_of_last(place: int, sentence: Sentence) -> tuple[Found, float] | None:
    """Return the share that goes with the count before it (38家,占比95%), None where the figure is no such share."""
    mark = sentence.marks[place]
    if not place or mark.unit != "percent":
        return None
    gap = sentence.text[sentence.marks[place - 1].span_end : mark.span_start]
    if gap == "的" and place > 1 and _is_whole(place - 1, sentence):
        # 抽查5家网站,占上报网站36家的14%: the share is of the whole in between.
        place, gap = place - 1, "占"
    bare = sentence.patterns.bare_share.search(gap) is not None
    if not bare and not sentence.patterns.shares.fullmatch(gap):
        return None
    count = _count_before(place, sentence, bare)
    if count is None:
        return (NOTHING, 0.0) if bare else None
    share = sentence.terms.shares.get(count.indicator, "")
    return (Found(share, "indicator:share", count.spans.get("indicator", ())), count.score) if share else (NOTHING, 0.0)


def _is_whole(place: int, sentence: Sentence) -> bool:
    """Say whether a count only names what the one before it is a share of."""
    low, high = sentence.marks[place - 1].span_end, sentence.marks[place].span_start
    return sentence.patterns.share_of.search(sentence.text, low, high) is not None


def _count_before(place: int, sentence: Sentence, bare: bool) -> Mark | None:
    """Return the count that a share belongs to: the last one that is no change, for a bare share past scores too."""
    for mark in reversed(sentence.marks[:place]):
        if mark.unit.startswith("count"):
            if not sentence.patterns.changes.search(mark.indicator) or mark.indicator in sentence.terms.shares:
                return mark
        elif not bare:
            return None
    return None


def _is_part(place: int, mark: Mark, best: Choice, sentence: Sentence, context: Context) -> bool:
    """Say whether a count is a part of what the sentence before counted: 其中市直部门22家."""
    if (
        not context.last.value
        or not sentence.patterns.parts.match(sentence.text)
        or not mark.unit.startswith("count")
        or mark.strange
        or mark.thing == "item"
    ):
        return False
    if mark.thing != context.last_thing.value or (place and not sentence.marks[place - 1].indicator):
        return False
    if not place and sentence.patterns.restricted.search(sentence.text, 0, mark.span_start):
        # 其中,无扣分点的网站为51家
        return False
    return best.rule is None or best.rule.weight <= GENERAL or best.score < THRESHOLD


def _kind_of(rule: Rule, trigger: Trigger, place: int, sentence: Sentence, items: Items | None) -> str:
    """Say what an indicator rests on: a far word (of another clause or figure), a general or a near one."""
    mark = sentence.marks[place]
    if mark.unit == "percentage_points" or (items and items[0][0] <= trigger.hit.start < items[0][1]):
        # What moves by points is named a clause before; an item of a list belongs to its figure.
        return "near"
    if trigger.hit.end <= mark.start:
        # 分别有1120个、1066个 and 1054个: the word before the list is near to each.
        first = place - sentence.shares[place][0] if place in sentence.shares else place
        if trigger.marks_before < place:
            first = min(first, _first_of_run(place, sentence))
        other = trigger.clause != sentence.marks[first].clause and not sentence.text.startswith(":", trigger.hit.end)
        far = trigger.marks_before != first or other
    else:
        # Figures that share a predicate are as near to it as the last of them.
        last = max(place, mark.run_end)
        while mark.attributive and last + 1 < len(sentence.marks) and sentence.marks[last + 1].start < mark.reach:
            last += 1
        far = trigger.marks_after != last + 1 or trigger.clause != sentence.marks[last].clause
    return "far" if far else "general" if rule.weight <= GENERAL else "near"


def _first_of_run(place: int, sentence: Sentence) -> int:
    """Return the first of the counts that one word before them speaks for: 检查网站458个、新媒体2706个."""
    marks, patterns = sentence.marks, sentence.patterns
    while place and marks[place].measure and marks[place - 1].measure:
        gap = sentence.text[marks[place - 1].span_end : marks[place].span_start]
        if not patterns.joined_counts.fullmatch(gap) or patterns.list_verbs.search(gap):
            break
        place -= 1
    return place


def _inherited(other: Mark) -> tuple[Found, float]:
    return Found(other.indicator, "indicator:inherited", other.spans.get("indicator", ())), other.score * 0.9


def _continues(mark: Mark, other: Mark, sentence: Sentence) -> bool:
    """Say whether a figure only continues a list of counts: 抽查部门网站42个、区县门户13个."""
    if mark.percent or mark.thing != other.thing or mark.measure != other.measure:
        return False
    gap = sentence.text[other.span_end : mark.span_start]
    return sentence.patterns.list_verbs.search(gap) is None and sentence.patterns.list_gap.match(gap) is not None


def _best_rule(place: int, sentence: Sentence, context: Context, items: Items | None) -> Choice:
    """Return the rule with the highest score for a figure."""
    mark = sentence.marks[place]
    state = _moves(mark, sentence), _is_general(mark, sentence)
    best = Choice()
    terms = sentence.terms
    for trigger in _near(sentence.triggers, mark):
        hit = trigger.hit
        rules = terms.rules_for(hit.word, mark.unit, mark.measure, mark.thing)
        # The way to a word gains so much at most: what cannot win then is not measured.
        if not rules or rules[0].weight + _MOST_GAIN + terms.gains[hit.word] <= best.score - _RIVAL:
            continue
        if sentence.asides and not sentence.speaks_to(hit.start, mark):
            continue
        if _is_silent(trigger, mark, sentence):
            continue
        before = hit.end <= mark.span_start + 1
        cost = _cost_of(trigger, before, place, sentence, items)
        best = _try_rules(best, rules, trigger, cost, before, mark, sentence, context, state)
    return best


def _is_silent(trigger: Trigger, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a word only describes what a figure is taken from."""
    hit = trigger.hit
    whole, low, high = sentence.sampled[1:]
    if mark.start < whole and low <= hit.start < high:
        # 对正在运行的90家进行抽查: the sample is counted elsewhere.
        return True
    if hit.end in sentence.wholes or (mark.percent and mark.attributive and _is_base(mark, trigger, sentence)):
        return True
    # 对49家国办考核的网站进行了检查: what only describes the noun does not count it.
    described = sentence.frames and sentence.text.startswith("的", hit.end)
    return bool(described) and _frame_of(hit.start, sentence)


def _try_rules(
    best: Choice, rules: tuple[Rule, ...], trigger: Trigger, cost: float, before: bool, mark: Mark, sentence: Sentence,
    context: Context, state: tuple[bool, bool],
) -> Choice:  # fmt: skip
    moves, general = state
    for rule in rules:
        score = rule.weight - cost
        # The rules of a word come heaviest first.
        if score + _MOST_EXTRA <= best.score - _RIVAL:
            break
        if rule.side and (rule.side == "before") != before:
            continue
        if (moves and not sentence.patterns.changes.search(rule.value)) or (general and rule.value not in _FRAME):
            continue
        extra = _fit(rule, mark, sentence, context)
        if extra is not None:
            best = _better(best, score + extra, rule, trigger)
    return best


def _better(best: Choice, score: float, rule: Rule, trigger: Trigger) -> Choice:
    """Return the best choice so far and how near its strongest rival comes, an indicator of another name."""
    other = best.rule is None or best.rule.value != rule.value
    if score > best.score:
        return Choice(score, rule, trigger, best.score if other else best.rival)
    return best._replace(rival=max(best.rival, score)) if other else best


def _between(low: int, high: int, sentence: Sentence) -> list[Trigger]:
    """Return the words that lie between two places."""
    triggers, ends = sentence.triggers, sentence.trigger_ends
    first, last = bisect_left(ends, low), bisect_right(ends, high)
    return [trigger for trigger in triggers[first:last] if trigger.hit.start >= low]


def _moves(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure is a change or a rate per day, and no state."""
    low = max(0, mark.span_start - 60)
    before = sentence.text[low : mark.span_start]
    if mark.unit == "percentage_points" or sentence.patterns.per_day.search(before):
        return mark.unit != "percentage_points" and not re.search(r"访问|浏览|点击", before)
    grows = sentence.patterns.grows.search(before)
    return grows is not None and sentence.patterns.compares.search(before[: grows.end()]) is not None


def _is_general(mark: Mark, sentence: Sentence) -> bool:
    """Say whether the websites counted are those of everybody."""
    if mark.thing not in ("site", "domain", "person") or sentence.patterns.all_sites.search(sentence.text) is None:
        return False
    return sentence.patterns.government.search(sentence.text) is None


def _near(triggers: list[Trigger], mark: Mark) -> list[Trigger]:
    """Return the words near a figure; only text without any punctuation has more in a sentence."""
    if len(triggers) <= 2 * _MOST_NEAR:
        return triggers
    place = bisect_left(triggers, mark.start, key=lambda trigger: trigger.hit.end)
    return triggers[max(0, place - _MOST_NEAR) : place + _MOST_NEAR]


def _inherits(mark: Mark, other: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure has the indicator of the one before it in a list: 部委为96.1%,省级为100%."""
    if not other.indicator or other.indicator in _FRAME or other.unit.partition(":")[0] != mark.unit.partition(":")[0]:
        return False
    kind = sentence.terms.kinds.get(other.indicator, "")
    other_kind = mark.measure != other.measure and ":" in mark.unit and mark.unit != kind
    if mark.measure != other.measure and any(
        map(sentence.patterns.own_measure.fullmatch, (mark.measure, other.measure))
    ):
        return False
    predicated = not mark.percent and sentence.patterns.predicated.match(sentence.text, mark.span_end) is not None
    if not sentence.terms.measure_fits(mark.measure, kind) or other_kind or predicated or _moves(mark, sentence):
        return False
    touches = mark.rules.get("thing") == "thing:adjacent"
    if mark.thing != other.thing and touches and not mark.percent:
        return False
    gap = sentence.text[other.span_end : mark.span_start]
    if _names_other(mark, other, sentence, context):
        return False
    if sentence.patterns.changes.search(other.indicator) and gap.startswith((",", ";")) and not mark.percent:
        # 6家网站按程序开设,15家网站在系统中删除: another clause, another event.
        return False
    if sentence.patterns.including.search(gap) or (_is_inherited(other) and gap.endswith(" and ")):
        return mark.thing in (other.thing, "")
    alike = mark.thing == other.thing and touches and other.rules.get("thing") == "thing:adjacent"
    return len(gap) <= (60 if alike and not mark.percent else 16) and not sentence.patterns.new_subject.search(gap)


def _is_inherited(mark: Mark) -> bool:
    return mark.rules.get("indicator") == "indicator:inherited"


def _names_other(mark: Mark, other: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a word between two figures speaks for other indicators than the first one's."""
    if mark.thing not in PLATFORMS and any(
        value in PLATFORMS and other.span_end <= hit.start < mark.start for hit, value, _ in sentence.named("thing")
    ):
        # 公众号发布信息517条,微博发布信息532条
        return True
    for trigger in _between(other.span_end, mark.span_start, sentence):
        rules = [
            rule
            for rule in sentence.terms.rules_for(trigger.hit.word, mark.unit, mark.measure, mark.thing)
            if _fit(rule, mark, sentence, context) is not None
        ]
        if rules and all(rule.value != other.indicator and rule.weight > GENERAL for rule in rules):
            return True
    return False


def follow_change(mark: Mark, first: Mark) -> Found:
    """Return the indicator of the first figure of a change for the second: 不可用率从7.8%降到0.9%."""
    return Found(first.indicator, "indicator:change", first.spans.get("indicator", ()))


def _cost_of(trigger: Trigger, before: bool, place: int, sentence: Sentence, items: Items | None) -> float:
    """Return what the way from a word to a figure costs, less what a long word gains."""
    mark, hit = sentence.marks[place], trigger.hit
    gain = sentence.terms.gains[hit.word] - (_INNER if trigger.inner else 0.0)
    if _governs(trigger, mark, sentence):
        return (-1.1 if hit.end > mark.start else 0.3) - gain
    if not before and (mark.attributive or (not mark.percent and mark.rules.get("thing") == "thing:adjacent")):
        if mark.run_end < 0:
            mark.run_end = _last_of_run(place, sentence)
        place = mark.run_end
        mark = sentence.marks[place]
    if before and trigger.marks_before < place:
        place = max(trigger.marks_before, _first_of_run(place, sentence))
        mark = sentence.marks[place]
    crossed, distance = _way(trigger, before, place, mark)
    clauses = abs(trigger.clause - mark.clause)
    per_clause = _PER_LOST_CLAUSE if sentence.damaged else _PER_CLAUSE
    cost = per_clause * min(clauses, 6) + _PER_FIGURE * crossed + _PER_CHARACTER * min(max(distance, 0), 80)
    local = clauses == 0 and crossed == 0 and (before or hit.start <= mark.reach)
    cost += _side_cost(mark, before, local, distance, 60 if sentence.english else 24)
    if not before and sentence.patterns.owned.match(sentence.text, hit.end) and sentence.marks_at(hit.end):
        cost += 2.0
    return cost + (4.0 if items and in_other_item(hit, items) else 0.0) - gain


def _way(trigger: Trigger, before: bool, place: int, mark: Mark) -> tuple[int, int]:
    """Return how many figures and characters lie between a word and a figure."""
    if before:
        crossed, distance = place - trigger.marks_before, mark.span_start - trigger.hit.end
    else:
        crossed, distance = trigger.marks_after - place - 1, trigger.hit.start - mark.span_end
    return min(max(crossed, 0), 4), distance


def _side_cost(mark: Mark, before: bool, local: bool, distance: int, reach: int) -> float:
    cost = 0.0
    if mark.attributive and before:
        cost += _WRONG_SIDE
    elif not mark.attributive and not before:
        cost += _WRONG_SIDE if not local or distance > reach else 0.0
    if local and not mark.percent:
        # The noun that touches the figure names what is counted.
        cost -= 0.8 if not before and distance <= 3 and not mark.labelled else 0.5 if before and distance <= 2 else 0.0
    return cost


def _governs(trigger: Trigger, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a word governs all figures of its construction: 评估对象包括..., 对...进行检查."""
    if mark.percent:
        return False
    hit = trigger.hit
    if mark.thing in PLATFORMS:
        # 检查范围为新媒体,其中微信公众号182个: the platforms are counted as what they are.
        return False
    return any(
        low <= mark.start < high and at[0] <= hit.start and hit.end <= at[1] for low, high, at in sentence.frames
    )


def _is_base(mark: Mark, trigger: Trigger, sentence: Sentence) -> bool:
    """Say whether a word only names what a share is a share of: 97 percent of unqualified sites were rectified."""
    between = sentence.text[mark.end : trigger.hit.start].removesuffix("un").removesuffix("dis").removesuffix("不")
    fails = trigger.inner or sentence.terms.fails(trigger.hit.word)
    return between in (" of ", " of the ", "的") and fails


def _frame_of(place: int, sentence: Sentence) -> bool:
    return any(low <= place < high == at[0] for low, high, at in sentence.frames)


def find_frames(sentence: Sentence) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the constructions of a sentence: where the figures that they govern stand, and where their word does."""
    text = sentence.text
    # 对正在运行的122家进行抽查: the sample is counted elsewhere.
    frames = [
        (match.start(), match.start("verb"), match.span("verb"))
        for match in sentence.patterns.checked.finditer(text)
        if not sentence.patterns.sampled.fullmatch(match["verb"]) or not sentence.patterns.running.search(match.group())
    ]
    for match in sentence.patterns.opens_list.finditer(text):
        low = max((b for b in sentence.breaks if b <= match.start()), default=0)
        stop = re.compile(r"[。;；]").search(text, match.end())
        frames.append((match.end(), stop.start() if stop else len(text), (low, match.end())))
    return frames


def find_sampled(sentence: Sentence) -> tuple[int, int, int, int]:
    """Return where a construction stands that names what was sampled from, where that ends, and where its verb stands.

    对运行中的798家网站中的639家进行抽查: 798 were not checked.
    """
    for match in sentence.patterns.checked.finditer(sentence.text):
        if not sentence.patterns.sampled.fullmatch(match["verb"]) or "全部" in match.group():
            continue
        part = sentence.patterns.part_of.search(match.group())
        if part:
            return match.start(), match.start() + part.start(), match.start() + part.start(), match.end("verb")
        if sentence.patterns.running.search(match.group()):
            return match.start(), match.start("verb"), match.start("verb"), match.end("verb")
    return -1, -1, -1, -1


def _last_of_run(place: int, sentence: Sentence) -> int:
    """Return the last of the figures that share a predicate: 90%的a、70%的b和40%的c开通了d."""
    marks = sentence.marks
    last = min(len(marks) - 1, place + _LONGEST_RUN)
    while place < last:
        mark, after = marks[place], marks[place + 1]
        gap = sentence.text[mark.span_end : after.span_start]
        if len(gap) > 40 or sentence.patterns.predicate.search(gap) or not _alike(mark, after, gap, sentence):
            break
        place += 1
    return place


def _alike(mark: Mark, after: Mark, gap: str, sentence: Sentence) -> bool:
    if mark.attributive:
        return after.attributive and after.unit == mark.unit
    joined = (
        not after.percent and after.measure == mark.measure and sentence.patterns.joined_nouns.match(gap) is not None
    )
    return joined and sentence.patterns.list_verbs.search(gap) is None


def _fit(rule: Rule, mark: Mark, sentence: Sentence, context: Context) -> float | None:
    """Return the weight that a rule's conditions add, None where one of them fails."""
    terms = sentence.terms
    if mark.value > terms.highest.get(rule.value, mark.value):
        return None
    kind = terms.kinds.get(rule.value, "")
    if (
        kind == "count:person"
        and terms.thing_units.get(mark.thing) == "count:account"
        and _counts_else(mark, kind, terms)
    ):
        # 超过百万粉丝的政务微博337个 are no followers.
        return None
    extra = 0.5 if rule.things and mark.thing else 0.0
    if not rule.things and mark.thing and _counts_else(mark, kind, terms):
        extra -= 1.5
    for group in rule.needs:
        if not group.isdisjoint(sentence.words):
            extra += 0.5
        elif mark.unit == "percentage_points" or (group.isdisjoint(context.topic) and group.isdisjoint(context.title)):
            # 同比 of the sentence before says nothing of 环比下降3.82%.
            return None
    if rule.never and not rule.never.isdisjoint(sentence.words):
        return None
    if rule.avoid and not rule.avoid.isdisjoint(_words_near(mark, sentence)):
        return None
    return extra


def _counts_else(mark: Mark, kind: str, terms: Terms) -> bool:
    """Say whether the noun that touches the figure is counted in another unit than the indicator's."""
    own = terms.thing_units.get(mark.thing, "")
    if not own or own == kind or not kind.startswith("count:") or {own, kind} <= _PIECES:
        return False
    return mark.rules.get("thing") == "thing:adjacent"


def _words_near(mark: Mark, sentence: Sentence) -> frozenset[int]:
    """Return the words of the figure's own clause that lie between its neighbours."""
    near = sentence.near.get(id(mark))
    if near is None:
        start, end = sentence.clause_span(mark.clause)
        end = min(end, mark.reach)
        marks = sentence.marks
        place = marks.index(mark)
        if place and marks[place - 1].end > start:
            start = marks[place - 1].span_end
        if place + 1 < len(marks):
            end = min(end, marks[place + 1].span_start)
        loud, ends = sentence.loud, sentence.loud_ends
        inside = loud[bisect_left(ends, start) : bisect_right(ends, end)]
        near = frozenset(hit.word for hit in inside if start <= hit.start)
        sentence.near[id(mark)] = near
    return near
