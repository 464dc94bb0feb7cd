"""How well the rules of the codebook fit one figure: what they weigh, less what the way from word to figure costs.

Evidence loses weight with each clause, figure and character between a word and a figure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from analysis.reading.context import Context
from analysis.reading.figure import Mark
from analysis.reading.sentence import Sentence, Trigger
from analysis.reading.terms import Hit, Rule
from analysis.reading.things import PLATFORMS, Items, in_other_item

# 发布信息1200条 and 发布稿件1200篇 count the same.
PIECES = frozenset({"count:item", "count:article", "count:event"})
_PER_CLAUSE, _PER_LOST_CLAUSE, _PER_FIGURE, _PER_CHARACTER = 0.7, 0.35, 0.5, 0.015
_WRONG_SIDE, _INNER = 1.6, 0.5
# No conditions add more than this to a rule's weight; the way to a word gains so much at most.
_MOST_EXTRA = 2.0
_MOST_GAIN = _MOST_EXTRA + 0.8
_RIVAL = 1.0
_MOST_NEAR, _LONGEST_RUN, _NOUN = 24, 12, 12
FRAME = frozenset(
    {
        "websites_total_china",
        "gov_websites_share_of_all_websites",
        "gov_cn_domains",
        "cn_domains_total",
        "domains_total_china",
        "websites_under_gov_cn",
    }
)

# 32.4万 is 324000 but for the last bit of a float.
_PART = 1e-6


class Choice(NamedTuple):
    """The best rule for a figure: its score, the word that triggered it, and the score of its strongest rival."""

    score: float = 0.0
    rule: Rule | None = None
    trigger: Trigger | None = None
    rival: float = 0.0


class Weighing:
    """Weighs rules for one figure; what holds for all of them is worked out once."""

    def __init__(self, place: int, sentence: Sentence, context: Context) -> None:
        self.place, self.sentence, self.context = place, sentence, context
        self.mark = mark = sentence.marks[place]
        terms = sentence.terms
        self.rules = terms.rules_of(mark.unit, mark.measure, mark.thing)
        self.gains = terms.gains
        self.touches = mark.rules.get("thing") == "thing:adjacent"
        # The unit of the noun that touches the figure.
        self.own = terms.thing_units.get(mark.thing, "") if self.touches else ""
        self.behind = self.first = -1
        self.near: frozenset[int] | None = None
        self.items: Items | None = None
        self.governing = _governing(mark, sentence)
        self.moves = _moves(mark, sentence)
        self.reached = _is_reached(place, sentence)
        self.general = _is_general(mark, sentence, context)
        whole, low, high = sentence.sampled[1:]
        # 对正在运行的90家进行抽查: the sample is counted elsewhere.
        self.sampled = (low, high) if mark.start < whole else (0, 0)
        self.base = mark.percent and mark.attributive

    def best(self, items: Items | None) -> Choice:
        """Return the rule with the highest score."""
        best, mark, sentence, gains = Choice(), self.mark, self.sentence, self.gains
        self.items, self.near = items, None
        for trigger in _near(sentence.triggers, mark):
            hit = trigger.hit
            rules = self.rules[hit.word]
            # What cannot win then is not measured.
            if not rules or rules[0].weight + _MOST_GAIN + gains[hit.word] <= best.score - _RIVAL:
                continue
            if self._is_silent(trigger):
                continue
            if sentence.asides and not sentence.speaks_to(hit.start, mark):
                rules = self._explained(hit.start, rules)
            before = hit.end <= mark.span_start + 1
            best = self._try(best, rules, trigger, self._cost(trigger, before, items), before)
        return best

    def _is_silent(self, trigger: Trigger) -> bool:
        """Say whether a word only describes what a figure is taken from."""
        sentence, (start, end, _) = self.sentence, trigger.hit
        low, high = self.sampled
        if low <= start < high or end in sentence.wholes or (self.base and self._is_base(trigger)):
            return True
        # 对49家国办考核的网站进行了检查: what only describes the noun does not count it.
        described = sentence.frames and sentence.text.startswith("的", end)
        return bool(described) and any(first <= start < last == at[0] for first, last, at in sentence.frames)

    def _explained(self, place: int, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """Return the rules that a word of a bracket right behind the figure's noun speaks for."""
        aside = self.sentence.aside_of(place)
        if aside < 0 or self.mark.percent or self.sentence.asides[aside][0] != self.mark.reach:
            return ()
        return tuple(rule for rule in rules if self.sentence.patterns.explains.search(rule.value))

    def _is_base(self, trigger: Trigger) -> bool:
        """Say whether a word only names what a share is a share of: 97 percent of unqualified sites were rectified."""
        between = self.sentence.text[self.mark.end : trigger.hit.start]
        between = between.removesuffix("un").removesuffix("dis").removesuffix("不")
        return between in (" of ", " of the ", "的") and (trigger.inner or self.sentence.terms.fails(trigger.hit.word))

    def _try(self, best: Choice, rules: tuple[Rule, ...], trigger: Trigger, cost: float, before: bool) -> Choice:
        sentence = self.sentence
        changes = sentence.patterns.changes
        for rule in rules:
            score = rule.weight - cost
            # The rules of a word come heaviest first.
            if score + _MOST_EXTRA <= best.score - _RIVAL:
                break
            if rule.side and (rule.side == "before") != before:
                continue
            if (self.moves and not changes.search(rule.value)) or (self.general and rule.value not in FRAME):
                continue
            if self.reached and changes.search(rule.value):
                continue
            extra = self.fit(rule)
            if extra is not None:
                best = _better(best, score + extra, rule, trigger)
        return best

    def _cost(self, trigger: Trigger, before: bool, items: Items | None) -> float:
        """Return what the way from a word to the figure costs, less what a long word gains."""
        hit, sentence = trigger.hit, self.sentence
        gain = self.gains[hit.word] - (_INNER if trigger.inner else 0.0)
        for low, high in self.governing:
            if low <= hit.start and hit.end <= high:
                return (-1.1 if hit.end > self.mark.start else 0.3) - gain
        place = self._place_before(trigger) if before else self._place_behind()
        mark = sentence.marks[place]
        if before:
            crossed, distance = place - trigger.marks_before, mark.span_start - hit.end
        else:
            crossed, distance = trigger.marks_after - place - 1, hit.start - mark.span_end
        crossed, clauses = 0 if crossed < 0 else min(crossed, 4), abs(trigger.clause - mark.clause)
        if before and crossed == 1 and self.reached:
            crossed = clauses = 0
        cost = _PER_FIGURE * crossed if crossed else 0.0
        if clauses:
            cost = (_PER_LOST_CLAUSE if sentence.damaged else _PER_CLAUSE) * min(clauses, 6) + cost
        if distance > 0:
            cost += _PER_CHARACTER * (distance if distance < 80 else 80)
        local = not clauses and not crossed and (before or hit.start <= mark.reach)
        cost += _side_cost(mark, before, local, distance, sentence)
        if not before and sentence.patterns.owned.match(sentence.text, hit.end) and sentence.marks_at(hit.end):
            cost += 2.0
        return cost + (4.0 if items and in_other_item(hit, items) else 0.0) - gain

    def _place_before(self, trigger: Trigger) -> int:
        """Return the figure of a run that a word before it is nearest to."""
        if trigger.marks_before >= self.place:
            return self.place
        if self.first < 0:
            self.first = first_of_run(self.place, self.sentence)
        return max(trigger.marks_before, self.first)

    def _place_behind(self) -> int:
        """Return the figure whose predicate this one shares."""
        if self.behind < 0:
            mark, self.behind = self.mark, self.place
            if mark.attributive or (not mark.percent and self.touches):
                self.behind = mark.run_end = _last_of_run(self.place, self.sentence)
        return self.behind

    def fit(self, rule: Rule) -> float | None:
        """Return the weight that a rule's conditions add, None where one of them fails."""
        mark, words, context = self.mark, self.sentence.words, self.context
        # 超过百万粉丝的政务微博337个 are no followers.
        of_accounts = self.own in ("count:account", "count:region") and mark.unit != "count:person"
        averaged = self.per_site and "per_site" not in rule.value
        if averaged or mark.value > rule.most or (rule.kind == "count:person" and of_accounts):
            return None
        # 影响力479.19 counts nothing; an average may have such a part.
        whole = abs(mark.value - round(mark.value)) < _PART or "per_" in rule.value
        split = not whole and rule.kind.startswith("count")
        if split or (rule.channels and self._is_of_other_channel(rule.channels)):
            return None
        if rule.value == "articles_published" and self._is_of_platform():
            return None
        # 网民来信16.7万封 are letters, also on the page of a hotline.
        if (context.mailbox or mark.measure == "封") and self.sentence.terms.is_of_hotline(rule.value):
            return None
        if "mixed" in rule.things and rule.kind in PIECES and mark.thing not in PLATFORMS and self._is_of_one_channel():
            return None
        own = context.record.rank.startswith(("city", "county")) and not (
            self.sentence.entities or context.entity.value
        )
        if own and rule.value in self.sentence.terms.provincial:
            return None
        # A notice of one place counts for the nation only what its own sentence says so of.
        near = context.record.local and rule.value in self.sentence.terms.national
        extra = 0.5 if rule.things and mark.thing else 0.0
        if self.own and not rule.things and self._counts_else(rule.kind):
            if self.own in ("count:region", "count:site"):
                # 60个部门的信箱全面整合 counts no letters.
                return None
            extra -= 1.5
        for group in rule.needs:
            if not group.isdisjoint(words):
                extra += 0.5
            elif (
                near
                or mark.unit == "percentage_points"
                or (group.isdisjoint(context.topic) and group.isdisjoint(context.title))
            ):
                # 同比 of the sentence before says nothing of 环比下降3.82%.
                return None
        # A section about letters is none of the hotline in the title.
        titled = frozenset() if context.mailbox else context.title
        if rule.never and not (rule.never.isdisjoint(words) and rule.untitled.isdisjoint(titled)):
            return None
        if rule.avoid and not rule.avoid.isdisjoint(self._words_near()):
            return None
        return extra

    @cached_property
    def channel(self) -> str:
        """The channel that the figure is of, empty where none is named; most figures are never asked."""
        return _channel_of(self.mark, self.sentence)

    @cached_property
    def per_site(self) -> bool:
        """Whether a count is a mean of websites: 平均每网站27件."""
        low = max(0, self.mark.span_start - 10)
        return self.sentence.patterns.per_site.search(self.sentence.text, low, self.mark.span_start) is not None

    def _is_of_platform(self) -> bool:
        """Say whether a platform was named last: 微博粉丝83人,发布98条 are no articles of a website."""
        return self.channel in PLATFORMS

    def _is_of_other_channel(self, channels: frozenset[str]) -> bool:
        low, high = max(0, self.mark.span_start - _NOUN), max(self.mark.span_end, self.mark.reach)
        if self.channel == "" and self.mark.thing == "account" and "新媒体" in self.sentence.text[low:high]:
            # 今日头条9个。新增政务新媒体账号49个: no longer those of one platform.
            return True
        if self.channel == "":
            # 全年公开2406条,其中政务微信公开232条: the first is of all channels.
            platforms = channels & PLATFORMS
            return any(value in platforms and hit.start > self.mark.reach for hit, value, _ in self.sentence.things)
        return self.channel not in channels

    def _is_of_one_channel(self) -> bool:
        """Say whether the figure's own clause names one platform: 运行微博、微信,通过微信推送信息90条."""
        start = self.sentence.clause_span(self.mark.clause)[0]
        named = {value for hit, value, _ in self.sentence.things if start <= hit.start and hit.end <= self.mark.start}
        return len(named & PLATFORMS) == 1

    def _counts_else(self, kind: str) -> bool:
        """Say whether the noun that touches the figure is counted in another unit than the indicator's."""
        return self.own != kind and kind.startswith("count:") and not {self.own, kind} <= PIECES

    def _words_near(self) -> frozenset[int]:
        """Return the words of the figure's own clause that lie between its neighbours."""
        if self.near is None:
            mark, sentence, place, marks = self.mark, self.sentence, self.place, self.sentence.marks
            start, end = sentence.clause_span(mark.clause)
            end = min(end, mark.reach)
            if self.governing and mark.thing in ("site", "account"):
                # 对2820家政务新媒体安全问题、内容更新情况进行了检查: what was looked at speaks against none of them.
                nouns = (hit for hit, value, _ in sentence.things if value == mark.thing)
                end = min([hit.end for hit in nouns if mark.span_end <= hit.start < end], default=end)
            if place and marks[place - 1].end > start:
                start = marks[place - 1].span_end
            if place + 1 < len(marks):
                end = min(end, marks[place + 1].span_start)
            low, high = self.sampled
            spans = [(start, end), *self._shared_predicate()]
            # 留言量与回复量分别为9条与8条: what the second counts speaks not against the first.
            items = self.items or ()
            inside = [hit for span in spans for hit in _loud_in(span, sentence) if not in_other_item(hit, items)]
            self.near = frozenset([hit.word for hit in inside if not low <= hit.start < high])
        return self.near

    def _shared_predicate(self) -> list[tuple[int, int]]:
        """Return what is said of all figures of a run behind the last one: 11个网站、31个新媒体检查结果不合格."""
        last = self.sentence.marks[self._place_behind()]
        if last is self.mark or last.percent or self.governing:
            return []
        nouns = [item[0].end for item in self.sentence.things if last.span_end <= item[0].start < last.reach]
        return [(max(nouns, default=last.span_end), last.reach)]


def _loud_in(span: tuple[int, int], sentence: Sentence) -> list[Hit]:
    """Return the words within a stretch that are not denied."""
    ends = sentence.loud_ends
    inside = sentence.loud[bisect_left(ends, span[0]) : bisect_right(ends, span[1])]
    return [hit for hit in inside if span[0] <= hit.start]


def _channel_of(mark: Mark, sentence: Sentence) -> str:
    """Return the last platform or website named before a figure: 微博发布90条,阅读量8万 is read on the weibo."""
    named = [
        value
        for hit, value, _ in sentence.things
        if hit.end <= mark.span_start
        and (value in PLATFORMS or value == "site")
        and sentence.speaks_to(hit.start, mark)
    ]
    return named[-1] if named else ""


def _near(triggers: list[Trigger], mark: Mark) -> list[Trigger]:
    """Return the words near a figure; only text without any punctuation has more in a sentence."""
    if len(triggers) <= 2 * _MOST_NEAR:
        return triggers
    place = bisect_left(triggers, mark.start, key=lambda trigger: trigger.hit.end)
    return triggers[max(0, place - _MOST_NEAR) : place + _MOST_NEAR]


def _better(best: Choice, score: float, rule: Rule, trigger: Trigger) -> Choice:
    """Return the best choice so far and how near its strongest rival comes, an indicator of another name."""
    other = best.rule is None or best.rule.value != rule.value
    if score > best.score:
        return Choice(score, rule, trigger, best.score if other else best.rival)
    return Choice(best.score, best.rule, best.trigger, score) if other and score > best.rival else best


def _side_cost(mark: Mark, before: bool, local: bool, distance: int, sentence: Sentence) -> float:
    if mark.attributive:
        cost = _WRONG_SIDE if before else 0.0
    else:
        wrong = not before and (not local or distance > (60 if sentence.english else 24))
        cost = _WRONG_SIDE if wrong else 0.0
    if local and not mark.percent:
        # The noun that touches the figure names what is counted.
        cost -= 0.8 if not before and distance <= 3 and not mark.labelled else 0.5 if before and distance <= 2 else 0.0
    return cost


def _governing(mark: Mark, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the words that govern all figures of their construction: 评估对象包括..., 对...进行检查.

    检查范围为新媒体,其中微信公众号182个: the platforms are counted as what they are.
    """
    if not sentence.frames or mark.percent or mark.thing in PLATFORMS:
        return []
    return [at for low, high, at in sentence.frames if low <= mark.start < high]


def _moves(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure is a change or a rate per day, and no state."""
    low = max(0, mark.span_start - 60)
    before = sentence.text[low : mark.span_start]
    if mark.unit == "percentage_points" or sentence.patterns.per_day.search(before):
        return mark.unit != "percentage_points" and sentence.patterns.counted_by_day.search(before) is None
    grows = sentence.patterns.grows.search(before)
    return grows is not None and sentence.patterns.compares.search(before[: grows.end()]) is not None


def _is_reached(place: int, sentence: Sentence) -> bool:
    """Say whether a count is what a change led to: 政务微博增长16倍,达到1285个."""
    mark, last = sentence.marks[place], sentence.marks[place - 1]
    if place in sentence.firsts and not mark.percent:
        # 网站由294家整合至68家: what was there is no number of those closed.
        return True
    moved = last.percent or last.unit == "ratio" or sentence.patterns.changes.search(last.indicator)
    if not place or mark.percent or not moved:
        return False
    return sentence.patterns.reached_then.fullmatch(sentence.text, last.span_end, mark.span_start) is not None


def _is_general(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether the websites counted are those of everybody; so are those of an English page on no government."""
    private = sentence.english and not context.governs
    return mark.thing in ("site", "domain", "person") and (sentence.of_everybody or private)


def first_of_run(place: int, sentence: Sentence) -> int:
    """Return the first of the counts that one word before them speaks for: 检查网站458个、新媒体2706个."""
    marks, patterns = sentence.marks, sentence.patterns
    while place and marks[place].measure and marks[place - 1].measure:
        gap = sentence.text[marks[place - 1].span_end : marks[place].span_start]
        # 发布信息54期97条: the same in two measures.
        joined = (not gap and marks[place - 1].measure == "期") or patterns.joined_counts.fullmatch(gap)
        if not joined or patterns.list_verbs.search(gap):
            break
        # 各类政府信息3050条、通知公告206条: the second is a kind of the first.
        if patterns.of_all_kinds.search(sentence.text, 0, marks[place - 1].span_start):
            break
        # 收到热线工单123件、网民留言5件: letters of another name.
        low, high = marks[place - 1].span_end, marks[place].span_start
        named = gap and any(value == "item" and low <= hit.start < high for hit, value, _ in sentence.things)
        if named and patterns.piece.fullmatch(marks[place].measure) and not patterns.boxes.search(gap):
            break
        place -= 1
    return place


def _last_of_run(place: int, sentence: Sentence) -> int:
    """Return the last of the figures that share a predicate: 90%的a、70%的b和40%的c开通了d."""
    marks = sentence.marks
    last = min(len(marks) - 1, place + _LONGEST_RUN)
    while place < last:
        mark, after = marks[place], marks[place + 1]
        gap = sentence.text[mark.span_end : after.span_start]
        if (
            len(gap) > (80 if sentence.english else 40)
            or sentence.patterns.predicate.search(gap)
            or not _alike(mark, after, gap, sentence)
        ):
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
