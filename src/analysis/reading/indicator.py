"""Which indicator a figure belongs to: the rule of the codebook whose thing, measure and unit all have evidence.

Every word of the codebook's terms that stands in the sentence is evidence, weighed by `Weighing`; an indicator below
the threshold stays empty.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right

from analysis.reading.context import Context
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.sentence import Sentence, Trigger
from analysis.reading.terms import GENERAL, Rule
from analysis.reading.things import ARTICLE_WORDS, PLATFORMS, Items, host_of
from analysis.reading.weighing import FRAME, PIECES, Choice, Weighing, first_of_run

THRESHOLD = 1.0
SUM, CALLS = "indicator:sum", "hotline_requests_received"
_LOOSE = frozenset({"", "indicator:inherited"})
_NO_LEVEL = frozenset({"", "level:default", "level:whole", "level:carried", "level:scoped"})
_COUNTED = PLATFORMS | {"site", "account"}
_CHANNELS = PLATFORMS | {"site", "account", "platform"}
_SOON, _PHRASED, _LONGEST_PHRASE = 14, 4.0, 140
_ALL = 100.0
# A sum may count one kind more than are told.
_ROUGHLY = 1.1
# How cases and calls are counted.
_CASES = frozenset("件个通宗起条次")
# What the support of each kind of word must reach; on first looks at pages most that stayed below were wrong. More is
# asked where what is counted is only known from a sentence before.
_LEAST = (
    {"near": THRESHOLD, "general": 2.25, "far": 3.2},
    {"near": 2.9, "general": 3.0, "far": 4.5},
)


def find_indicator(place: int, sentence: Sentence, context: Context, items: Items | None) -> tuple[Found, float]:
    """Return the indicator of one figure of a sentence, and how well it is supported."""
    mark = sentence.marks[place]
    if _is_of_none(mark, sentence, context):
        return NOTHING, 0.0
    if context.last.value and sentence.patterns.this_number.search(sentence.text, 0, mark.span_start):
        # 办件量达到3000万件。这个数字已变为3100万件。
        return context.last._replace(rule="indicator:same"), 3.5
    if (told := _of_phrase(mark, sentence)).value:
        # Its words stand as the codebook has them, with nothing between: as well supported as a near word.
        mark.rules["rule"], mark.margin = "rule:near", _PHRASED
        return told, _PHRASED
    weighing = Weighing(place, sentence, context)
    bare = items is not None and _shares_rate(items, sentence)
    best = _best(weighing, items, bare)
    if best.score < THRESHOLD and _is_denied(mark, sentence):
        return NOTHING, best.score
    if (host := host_of(place, sentence)) is not None and (part := _of_host(host, mark, sentence)) is not None:
        return part
    if (called := _of_callers(mark, sentence, context)).value:
        return called, 3.0
    if best.rule and (said := _of_its_list(best.rule.value, mark, sentence)).value:
        return said, 3.0
    if best.rule and best.score >= THRESHOLD and _is_of_other(mark, best, sentence):
        return NOTHING, 0.0
    if (earlier := _of_earlier(place, best, weighing, context)) is not None:
        return earlier
    kind = _kind_of(best.rule, best.trigger, place, sentence, items) if best.rule and best.trigger else ""
    kind = "near" if (weighing.reached or bare) and kind == "far" else kind
    if kind == "general" and best.rule and (own := of_channel(mark, sentence)).value == best.rule.value:
        # 通过政府门户网站累计主动公开1523条: the channel that touches the number says as much.
        return own, _PHRASED
    if kind == "far" and _tells_else(mark, best.trigger, sentence):
        return NOTHING, best.score
    if best.rule and best.trigger and best.score >= _least(kind, mark, sentence):
        hit = best.trigger.hit
        mark.margin = best.score - max(best.rival, THRESHOLD - 1)
        mark.rules["rule"] = f"rule:{kind}"
        spans = sentence.at(hit.start, hit.end) + mark.spans.get("thing", ())
        return Found(best.rule.value, f"indicator:{best.rule.term_id}", spans), best.score
    fallbacks = (of_channel(mark, sentence), _of_listed_kinds(mark, sentence))
    for found in (*fallbacks, _of_call_act(mark, sentence, context)):
        if found.value:
            return found, 3.0
    # 解决率、满意率由53%、65%分别提升至94%、95%: each of them has an item of its own.
    if place and not mark.strange and items is None and _inherits(sentence.marks[place - 1], weighing):
        return _inherited(sentence.marks[place - 1])
    return NOTHING, best.score


def _best(weighing: Weighing, items: Items | None, bare: bool) -> Choice:
    """Return the rule that fits best, by the item of a figure or, where that says too little, by the whole list."""
    best, sentence = weighing.best(items), weighing.sentence
    # 办结率、满意率分别达90%、80%: a rate that the codebook does not know is not the next one.
    if bare or (items and best.score < THRESHOLD and not sentence.patterns.item_rate.search(sentence.text, *items[0])):
        return weighing.best(None)
    return best


def _is_denied(mark: Mark, sentence: Sentence) -> bool:
    """Say whether what leads to a figure is denied: 已答复40件,超期未答复12件 goes on with no answers."""
    start = sentence.clause_span(mark.clause)[0]
    return sentence.patterns.denied.search(sentence.text[start : mark.span_start]) is not None


def _of_its_list(indicator: str, mark: Mark, sentence: Sentence) -> Found:
    """Return what the list of a figure says of it where the word for it says less."""
    if indicator == "new_media_items_published":
        # “某地公安”微信公众号发布信息1205条、微博12984条: the second is of the microblog only.
        return of_channel(mark, sentence)
    if sentence.patterns.stock_of_accounts.search(indicator) and _closes(mark, sentence):
        return Found("new_media_accounts_closed", "indicator:listed", mark.spans.get("thing", ()))
    if indicator == "messages_left" and (answered := _answered_too(mark, sentence)) is not None:
        return Found("messages_answered", "indicator:listed", answered.spans.get("indicator", ()))
    if indicator == "articles_published" and _is_of_all_channels(mark, sentence):
        return Found("disclosure_entries", "indicator:channel", mark.spans.get("thing", ()))
    if indicator == "articles_published" and (own := of_channel(mark, sentence)).value == "disclosure_entries":
        # 通过政府信息公开网站公开信息315条
        return own
    return NOTHING


def _answered_too(mark: Mark, sentence: Sentence) -> Mark | None:
    """Return the letters answered that a figure goes on with: 回复《市长信箱》信件2件,《县长信箱》信件9件."""
    last = _last_before(mark, sentence)
    if last is None or last.indicator != "messages_answered" or last.measure != mark.measure:
        return None
    told = sentence.patterns.letters_told.search(sentence.text, last.span_end, mark.span_start)
    return None if told or mark.clause - last.clause > 1 else last


def _is_of_other(mark: Mark, best: Choice, sentence: Sentence) -> bool:
    """Say whether the rule that fits best is of a list, of what moved, was counted otherwise or on several channels."""
    if best.rule is None or _counts_list(mark, best.rule, sentence) or _has_moved(mark, best, sentence):
        return True
    if best.rule.value.endswith("articles_published") and sentence.patterns.listed_video.search(
        sentence.text, 0, mark.span_start
    ):
        # 发布信息131条、视频62条: a video is no article.
        return True
    start = sentence.clause_span(mark.clause)[0]
    desks = (sentence.patterns.other_desk, sentence.patterns.topic_of_calls)
    if sentence.patterns.of_callers.fullmatch(best.rule.value) and any(
        desk.search(sentence.text, start, mark.span_start) for desk in desks
    ):
        return True
    parts = sentence.patterns.of_site_parts.search(best.rule.value)
    if parts and (mark.measure in ARTICLE_WORDS or (mark.strange and mark.rules["thing"] != "thing:adjacent")):
        # 专题专栏1320条 is what stands in them, 专题专栏6个、调查问卷8个 of another name.
        return True
    if best.rule.value.endswith("failed_sites") and sentence.patterns.has_number.match(sentence.text, mark.span_end):
        # 11个网站存在10个以上栏目未更新 failed for that only.
        return True
    failed = best.rule.value.endswith(("failed_sites", "accounts_failed"))
    if failed and sentence.patterns.of_which_failed.match(sentence.text, mark.span_end):
        return True
    if mark.measure == "件" and sentence.patterns.of_items.search(best.rule.value):
        return True
    if sentence.patterns.stock_of_accounts.search(best.rule.value) and sentence.patterns.some_accounts.match(
        sentence.text, mark.span_end
    ):
        # 16个账号阅读总数破百万, 13家单位政务微博共收到提问 are some of them.
        return True
    if mark.measure.endswith("家次") and any(one.indicator == best.rule.value for one in sentence.marks):
        # 对30家网站进行检查,共检查120家次: the websites were counted before.
        return True
    if sentence.patterns.read_on_one_platform.search(best.rule.value) and _is_of_joined_channels(mark, sentence):
        return True
    if not sentence.patterns.on_one_platform.search(best.rule.value):
        return False
    # 通过政务网、公安微信等网络渠道发布信息700条: not on WeChat alone.
    start = sentence.clause_span(mark.clause)[0]
    ways = (sentence.patterns.by_channels, sentence.patterns.two_channels)
    if any(way.search(sentence.text, start, mark.span_start) for way in ways):
        return True
    # 发挥网站和官方微信作用,及时更新,共发布信息532条: nor where the clause itself names no channel.
    named = any(value in _CHANNELS and start <= hit.start < mark.span_start for hit, value, _ in sentence.things)
    return not named and sentence.patterns.both_named.search(sentence.text, 0, mark.span_start) is not None


def _is_of_joined_channels(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure goes on with what several channels published: 微信、微博共发布1200条,阅读量达50万次."""
    ends = [m.end for m in sentence.marks if m.start < mark.start and m.indicator == "new_media_items_published"]
    since = (hit for hit, value, _ in sentence.things if value in _CHANNELS and hit.start < mark.start)
    return bool(ends) and all(hit.start < ends[-1] for hit in since)


def _last_before(mark: Mark, sentence: Sentence) -> Mark | None:
    return next((one for one in reversed(sentence.marks) if one.start < mark.start), None)


def _closes(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure goes on in a list of what was closed: 关停政务APP87个、微信公众号149个."""
    return sentence.patterns.closing_list.search(sentence.text, 0, mark.span_start) is not None


def _of_earlier(place: int, best: Choice, weighing: Weighing, context: Context) -> tuple[Found, float] | None:
    """Return what a figure is of by those before it: their share, growth or part, the next of their list; else None."""
    mark, sentence = weighing.mark, weighing.sentence
    general = best.rule is None or best.rule.weight <= GENERAL
    shared = _share_of_last(place, sentence)
    if shared is not None:
        return shared
    if (growth := _growth_of_last(place, sentence)).value:
        return growth, 3.0
    if (yearly := _of_year_within(place, sentence)).value:
        return yearly, 3.0
    if (series := _of_series(place, sentence)) is not None:
        return series
    if _moves_other(place, best, sentence):
        return NOTHING, 0.0
    if (entries := _entries_of_level(place, sentence)) is not None:
        return entries
    if _is_part(place, mark, best, sentence, context):
        return context.last._replace(rule="indicator:parts"), 2.0
    if general and (checked := _of_checked(place, sentence)) is not None:
        return _inherited(checked)
    if (general or best.score < THRESHOLD) and (too := _checked_too(place, sentence)).value:
        return too, 2.0
    last = sentence.marks[place - 1]
    if place and not mark.strange and general and _continues(mark, last, sentence) and _inherits(last, weighing):
        return _inherited(last)
    return None


def _shares_rate(items: Items, sentence: Sentence) -> bool:
    """Say whether an item only names what has the rate of the last one: 微信、微博、抖音合格率分别为95%、92%、90%."""
    own, last = (sentence.text[low:high] for low, high in (items[0], max(items)))
    named = any(items[0][0] <= hit.start and hit.end <= items[0][1] for hit, _, _ in sentence.things)
    return named and "率" in last and "率" not in own


def _of_host(host: Mark, mark: Mark, sentence: Sentence) -> tuple[Found, float] | None:
    """Return what a figure in a bracket is of by the one in front of the bracket; None where that says nothing."""
    if sentence.patterns.changes.search(host.indicator):
        # 注销账号6个(其中微博3个): parts of what was closed are no stock.
        return NOTHING, 0.0
    if not host.indicator and host.thing == "account" and mark.thing in PLATFORMS:
        # 12个停止运营的政务新媒体(其中微博7个): parts of what is not known.
        return NOTHING, 0.0
    if host.measure == mark.measure and sentence.patterns.of_callers.fullmatch(host.indicator):
        # 受理诉求149件(县平台130件,县长信箱19件): what reached a hotline, by its way or kind.
        return _inherited(host, "parts") if mark.value <= host.value else (NOTHING, 0.0)
    if host.thing == mark.thing and mark.rules.get("thing") == "thing:host":
        # 来信900件(电话800件): a part of the letters is not what came in; 信息150条(2012年新增20条) is, in that year.
        dated = any(host.end <= period.start < mark.start for period in sentence.periods)
        if dated:
            return _inherited(host, "parts")
        return (NOTHING, 0.0) if _is_of_pieces(host.indicator, sentence) else _inherited(host)
    return None


def _of_callers(mark: Mark, sentence: Sentence, context: Context) -> Found:
    """Return what a count of what reached a hotline by one way, or of one kind, is of: 公众来电238件, 咨询类152件."""
    patterns, (start, _) = sentence.patterns, sentence.clause_span(mark.clause)
    if not mark.unit.startswith("count") or patterns.other_desk.search(sentence.text, start, mark.span_start):
        # 网络发言人平台办结群众诉求31件 did not come by telephone.
        return NOTHING
    if sentence.text[max(0, start - 1) : start] == ":":
        # 投诉类工单:1136件
        start = sentence.clause_span(max(0, mark.clause - 1))[0]
    if len(sentence.pieces) > 1:
        # 咨询类 | 1318 in a column 数量(件)
        start = 0
    part = patterns.caller_part.search(sentence.text, start, mark.span_start) or _next_part(mark, sentence)
    if part is None:
        return NOTHING
    said = (context.last.value, *(one.indicator for one in sentence.marks if one.start < mark.start))
    about = (context.hotline and not context.mailbox) or patterns.about_hotline.search(sentence.text[: mark.start])
    if about or any(map(patterns.of_callers.fullmatch, said)):
        return Found(CALLS, "indicator:parts", sentence.at(*part.span()))
    return NOTHING


def _of_call_act(mark: Mark, sentence: Sentence, context: Context) -> Found:
    """Return what cases on a page about a hotline are of by what was done to them: 受理诉求39件, 产生工单22件."""
    if not context.hotline or context.mailbox or mark.measure not in _CASES:
        return NOTHING
    text, patterns, end = sentence.text, sentence.patterns, mark.span_start
    start = sentence.clause_span(mark.clause)[0]
    if patterns.other_desk.search(text, start, end):
        return NOTHING
    value = patterns.value("call_act", text[start:end])
    told = patterns.call_behind.match(text, mark.span_end) or patterns.call_month.search(text, 0, end)
    if told and not (value or mark.strange):
        value = CALLS
    return Found(value, "indicator:act", sentence.at(start, end)) if value else NOTHING


def _next_part(mark: Mark, sentence: Sentence) -> re.Match[str] | None:
    """Return the noun of a part that goes on a list of parts of calls: 建议类74件,举报27件,生活服务1件."""
    last = _last_before(mark, sentence)
    if last is None or last.rules.get("indicator") != "indicator:parts" or last.measure != mark.measure:
        return None
    return sentence.patterns.list_item.fullmatch(sentence.text, last.span_end, mark.span_start)


def _counts_list(mark: Mark, rule: Rule, sentence: Sentence) -> bool:
    """Say whether a figure counts a list in front of it, which is not all that there is: “甲”、“乙”等15个新媒体."""
    if sentence.patterns.explains.search(rule.value) or sentence.patterns.of_site_parts.search(rule.value):
        # “政务公开”、“便民服务”等7个栏目 are all that a site has.
        return False
    listed = sentence.text[max(0, mark.span_start - 2) : mark.span_start]
    # 对“甲”“乙”等5家网站进行了抽查, 其中“甲”等3家不合格: those checked and those that failed are told so.
    failed = rule.value.endswith(("failed_sites", "accounts_failed", "not_updated_for_two_weeks"))
    failed = failed or rule.value.startswith("spot_checked")
    general = rule.weight <= GENERAL or rule.value == "running_government_sites"
    return (listed == "”等" and not failed) or (general and (listed[-1:] == "等" or _ends_list(mark, sentence)))


def _ends_list(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure counts the names in front of it: 市民政局、市司法局、市审计局、市水利局12家."""
    low, end = max(0, mark.span_start - 72), mark.span_start
    return sentence.text.count("、", low, end) > 2 and bool(
        sentence.patterns.names_listed.search(sentence.text, low, end)
    )


def _is_of_none(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure is of others, a standard, what a plan asks for, or what another one is compared with."""
    text, patterns, low = sentence.text, sentence.patterns, max(0, mark.span_start - 10)
    moved = mark.unit == "rank" and patterns.moved.search(text, low, mark.span_start)
    if moved or any(p.search(text, low, mark.span_start) for p in (patterns.due, patterns.full_marks)):
        return True
    # 微博3个、其他平台类型2个 and 其他类型政务新媒体2个 go on with the accounts; 其他2个 may be anything.
    counted = mark.thing == "other_account" or (mark.thing == "account" and "类型" in text[low : mark.span_start])
    accounts = counted and mark.rules.get("thing") == "thing:adjacent"
    other = patterns.others_before.search(text, low, mark.span_start) is not None and not accounts
    if other or patterns.others.match(text, mark.span_end):
        return True
    if not mark.percent and patterns.other_media.search(text, max(0, low - 10), mark.span_start):
        return True
    counted = context.hotline or (mark.measure in ("家", "个") and mark.thing in _COUNTED)
    if counted and not mark.percent and patterns.each_time.search(text, low, mark.span_start):
        return True
    if _is_elsewhere(mark, sentence, context):
        return True
    # 依申请公开6件 were asked for, and are neither letters nor articles.
    if "申请" in text and (
        patterns.asked.search(text, max(0, low - 10), mark.span_start) or patterns.asks.match(text, mark.span_end)
    ):
        return True
    # 共受理申请9件。其中,依法公开信息6件
    if context.asked and mark.measure in _CASES and patterns.of_asked_too.match(text):
        return True
    if mark.unit == "percent" and any(
        p.search(text, 0, mark.span_start) for p in (patterns.rate_moves, patterns.of_asked)
    ):
        return True
    if _is_of_some(mark, sentence) if mark.percent else _is_graded(mark, sentence):
        return True
    if mark.unit == "score" and mark.comparator != "eq" and _is_limit(mark, sentence):
        return True
    if mark.percent and mark.comparator != "eq" and patterns.standard.match(text, mark.span_end):
        return True
    if mark.percent and context.hotline and patterns.disliked.search(text, low, mark.span_start):
        # The rate of those whom a hotline did not please is none of a platform's users.
        return True
    if not mark.percent and patterns.value("none_before", text[max(0, low - 10) : mark.span_start]):
        return True
    # 粉丝数排名前20位的微博中,公安微博有15个 counts places of a list, 主要通过四条途径 the items of one.
    if mark.unit.startswith("count") and patterns.of_ranking.search(text, 0, mark.span_start):
        return True
    if patterns.list_length.match(text, mark.span_end) or patterns.own_column.search(text, 0, mark.span_start):
        return True
    # 力争达到85%以上 was counted by nobody.
    planned = mark.comparator in ("ge", "le") and patterns.plan.search(context.record.title.value)
    return bool(planned or patterns.target.search(text, 0, mark.span_start))


def _is_elsewhere(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure is of one post or topic, of accounts that were warned, or of what is on others' sites."""
    text, patterns, end = sentence.text, sentence.patterns, mark.span_start
    # 城建领域留言量与回复量达到90条和80条: letters on one topic.
    told = (patterns.adopted_elsewhere, patterns.of_one_post, patterns.acted_on, patterns.of_field)
    if any(p.search(text, 0, end) for p in told) or patterns.adopted_behind.match(text, mark.span_end):
        return True
    rank = patterns.value("higher_site", text[max(0, end - 20) : end])
    return bool(rank) and context.record.rank in (f"{rank}_department", "county_department", "township")


def _is_limit(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a score is where a grade ends: 得分低于60分的网站不合格, 超四成网站得分低于60分."""
    if sentence.patterns.grade_limit.match(sentence.text, mark.span_end):
        return True
    return any(one.clause == mark.clause and one.end <= mark.start and one.unit != "score" for one in sentence.marks)


def _is_of_some(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a rate is that of some places only: 26个县合格率为100%, 甲市、乙市合格率均达99%."""
    text, patterns, end = sentence.text, sentence.patterns, mark.span_start
    some = mark.value >= _ALL and patterns.of_some.search(text, 0, end)
    return bool(some or patterns.of_named.search(text, 0, end))


def _is_graded(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a count is of one grade of an evaluation: 被考评的33个网站中,优秀的有15个,合格的有1个."""
    text, patterns = sentence.text, sentence.patterns
    low = max(0, mark.span_start - 16)
    found = patterns.graded.search(text, low, mark.span_start)
    return found is not None and patterns.grades.search(text, 0, mark.span_start) is not None


def _tells_else(mark: Mark, trigger: Trigger | None, sentence: Sentence) -> bool:
    """Say whether a clause has a predicate of its own: 6个账号两周未更新,3个账号未提供互动功能 are not of one kind."""
    if mark.percent or trigger is None or trigger.clause >= mark.clause:
        return False
    return sentence.patterns.predicated.match(sentence.text, mark.span_end) is not None


def of_channel(mark: Mark, sentence: Sentence) -> Found:
    """Return what the channel in front of a number of articles published: 公开2578条,其中公众号335条,网站公开1882条."""
    text, patterns = sentence.text, sentence.patterns
    last = _last_before(mark, sentence)
    # “某县政府网”微信公众号422条 tells what that account published, whatever the verb before was.
    told = any(p.search(text, 0, mark.span_start) for p in (patterns.publishes, patterns.account_here))
    each = patterns.each_time.search(text, max(0, mark.span_start - 16), mark.span_start)
    if mark.measure not in ARTICLE_WORDS or not told or each:
        return NOTHING
    low = last.span_end if last else 0
    if (opened := patterns.open_channel.search(text, low, mark.span_start)) and not _is_kind(mark, sentence):
        return Found("disclosure_entries", "indicator:channel", sentence.at(*opened.span()))
    between = [item for item in sentence.things if low <= item[0].start < mark.span_start]
    channels = [item for item in between if patterns.word_value("by_channel", item[1])]
    named = channels[-1] if channels else None
    if named is not None and patterns.others_site.search(text, 0, named[0].start):
        # 在新闻网站发布信息160条: not on a government's.
        return NOTHING
    gap = named is not None and patterns.channel_gap.fullmatch(text, named[0].end, mark.span_start)
    if named is None or not gap or _is_kind(mark, sentence):
        return NOTHING
    # 小红书、微博共发布: a channel without an indicator of its own is one of the list too.
    earlier = [x for x in between if x[0].end <= named[0].start and (x in channels or x[1] == "other_account")]
    two = bool(earlier) and earlier[-1][1] != named[1]
    if two and patterns.joins_channels.fullmatch(text, earlier[-1][0].end, named[0].start):
        if "分别" in text[named[0].end : mark.span_start]:
            # 微信公众号、微博分别推送信息1120条、930条
            first = earlier[-1]
            return Found(patterns.word_value("by_channel", first[1]), "indicator:channel", sentence.at(*first[0][:2]))
        # 微信微博发布信息77条 is of both; with the website it is of no indicator.
        sites = any(item[1] == "site" for item in between)
        return NOTHING if sites else Found("new_media_items_published", "indicator:channel", sentence.at(*named[0][:2]))
    return Found(patterns.word_value("by_channel", named[1]), "indicator:channel", sentence.at(*named[0][:2]))


def _is_of_all_channels(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a number of articles is told without a channel and then parted by channels."""
    named = any(value in _CHANNELS and hit.end <= mark.span_start for hit, value, _ in sentence.things)
    return not named and sentence.patterns.by_channel_behind.match(sentence.text, mark.reach) is not None


def _of_listed_kinds(mark: Mark, sentence: Sentence) -> Found:
    """Return what all kinds that were published are together: 公开政府文件、政策解读、重大项目等信息1800条."""
    if mark.measure not in ARTICLE_WORDS or sentence.patterns.explaining_only.search(sentence.text, 0, mark.span_start):
        return NOTHING
    found = sentence.patterns.kinds_listed.search(sentence.text, 0, mark.span_start) or _sums_up(mark, sentence)
    if found is None or sentence.patterns.kinds_elsewhere.search(sentence.text, 0, found.start("verb")):
        return NOTHING
    # 网站更新10704条,通过公开专栏公开文件、动态等信息3066条: the website is that of the first.
    high = found.start("verb")
    low = max((one.span_end for one in sentence.marks if one.end <= high), default=0)
    on_site = any(value == "site" and low <= hit.start < high for hit, value, _ in sentence.things)
    value = "articles_published" if on_site else "disclosure_entries"
    told = [kind for hit, kind, _ in sentence.things if kind in PLATFORMS and hit.end <= mark.span_start]
    if told and not on_site:
        # 公众号发布原创50篇,转发90篇,共140篇: all of that account.
        value = sentence.patterns.word_value("by_channel", told[-1])
    # 原创5篇,转发9篇,共14篇: arithmetic outweighs what speaks against it.
    before = [one.value for one in sentence.marks if one.end <= mark.start and one.measure == mark.measure][-2:]
    return Found(value, SUM if sum(before) == mark.value else "indicator:kinds", sentence.at(*found.span()))


def _of_phrase(mark: Mark, sentence: Sentence) -> Found:
    """Return what a count is of where other words stand between those that say it: 上报某省网站信息."""
    if mark.percent or not mark.measure:
        return NOTHING
    text, patterns = sentence.text, sentence.patterns
    low = max(0, mark.span_start - _LONGEST_PHRASE)
    value, spans = patterns.value("phrase", text[low : mark.span_start]), sentence.at(low, mark.span_start)
    if value == "service_cases_handled" and mark.measure == "项":
        # 可办理公共服务事项100余项: so many kinds of things, and not how often.
        value = ""
    last = _last_before(mark, sentence)
    counted = last is not None and last.unit == "count:account" and not last.percent
    if counted and patterns.then_published.fullmatch(text, max(last.reach, last.span_end), mark.span_start):
        # 登记在册政务新媒体3个,全年共发布260条
        kinds = {one.thing for one in sentence.marks if one.unit == last.unit and one.start < mark.start}
        value = patterns.word_value("by_channel", last.thing) if len(kinds) == 1 else "new_media_items_published"
        spans = sentence.at(last.start, last.end)
    around = f"{text[max(0, mark.span_start - _SOON) : mark.span_start]}#{text[mark.span_end :]}"
    if not value and (value := patterns.value("phrase_around", around)):
        spans = sentence.at(mark.span_end, mark.reach)
    counts = sentence.terms.measure_fits(mark.measure, sentence.terms.kinds.get(value, ""))
    return Found(value, "indicator:phrase", spans) if value and counts else NOTHING


def _sums_up(mark: Mark, sentence: Sentence) -> re.Match[str] | None:
    """Return where a number sums up those before it: 网站更新动态类信息397条,媒体报道264条,总计661条."""
    parts = [one.value for one in sentence.marks if one.start < mark.start and one.measure == mark.measure]
    if len(parts) < 2 or not max(parts) < mark.value <= sum(parts) * _ROUGHLY:
        return None
    return sentence.patterns.sums_up.search(sentence.text, 0, mark.span_start)


def _least(kind: str, mark: Mark, sentence: Sentence) -> float:
    """Return what the support of an indicator must reach; the head of a table says what its cells are."""
    if len(sentence.pieces) > 1:
        # A table whose heads name no thing of the codebook counts none of it.
        vague = kind == "general" and (not mark.thing or mark.rules.get("thing") == "thing:carried")
        return math.inf if vague and not (mark.unit == "score" and mark.thing == "site") else THRESHOLD
    carried = mark.rules.get("thing") == "thing:carried" and mark.unit != "percentage_points"
    return _LEAST[carried][kind]


def name_parts(sentence: Sentence) -> None:
    """Give the bodies of a list the indicator of the sum or the websites that end it: 9个设区市、82个县共计126个网站.

    So are 34个地方主管部门、7个直属机构和14个海事机构政府网站 all websites.
    """
    marks, patterns = sentence.marks, sentence.patterns
    if not any(mark.unit == "count:region" for mark in marks):
        return
    total, most = None, 0.0
    for part, after in zip(marks[-2::-1], marks[:0:-1], strict=True):
        gap = sentence.text[part.span_end : after.span_start]
        if patterns.sum_of_parts.fullmatch(gap) and after.unit in ("count:site", "count:account"):
            total, most = after, after.value
        elif after.thing == "site" and patterns.list_joint.fullmatch(gap):
            total, most = total or after, most if total else math.inf
        elif len(gap) > 20 or patterns.list_verbs.search(gap):
            total = None
        named = part.indicator or part.unit != "count:region"
        if total is None or (named and part.indicator != total.indicator) or part.value >= most:
            total = None
        elif total.indicator and not named:
            found, part.score = _inherited(total)
            # A sum behind its parts speaks for them as much as one in front.
            part.say("indicator", found._replace(rule="indicator:parts" if math.isinf(most) else SUM))


def confirm_parts(sentence: Sentence) -> None:
    """Give parts of named levels that add up to the count before them its indicator: 网站45个,其中市本级32个、区县13个.

    Arithmetic outweighs what speaks against them.
    """
    for place, total in enumerate(sentence.marks):
        if not (total.indicator and total.unit.startswith("count") and total.comparator == "eq"):
            continue
        parts: list[Mark] = []
        for mark in sentence.marks[place + 1 :]:
            if mark.percent and not parts:
                # 抽查90家,抽查比例为43%,包含门户网站42家、部门网站48家
                continue
            # 收到报送信息90条,其中部门报送50条,乡镇报送40条: parts by level that are told so are no kinds.
            same = mark.indicator == total.indicator or not _is_of_pieces(total.indicator, sentence)
            named = same and mark.rules.get("level", "") not in _NO_LEVEL
            kind = total.indicator == CALLS and sentence.patterns.call_kind.search(sentence.text, 0, mark.span_start)
            named = named or _is_of_places(mark, sentence) or _came_by_box(total, sentence) or kind
            loose = mark.rules.get("rule") in ("rule:far", "rule:general") or mark.rules["indicator"] in _LOOSE
            # 新增9个平台,其中省级2个、地级7个: by its own words a part of what is new is a stock.
            loose = loose or sentence.patterns.changes.search(total.indicator) is not None
            other = not loose and mark.indicator not in ("", total.indicator)
            # Calls are counted by the time and what was asked by the piece.
            if not named or other or not (mark.measure == total.measure or kind):
                break
            parts.append(mark)
            if len(parts) > 1 and sum(part.value for part in parts) == total.value:
                for part in parts:
                    part.say("indicator", Found(total.indicator, SUM, total.spans.get("indicator", ())))
                    part.struck = ""
                    part.rules.pop("struck", None)
                    part.score = max(part.score, total.score)
                break


def _came_by_box(total: Mark, sentence: Sentence) -> bool:
    """Say whether letters are parted by where they came in: 受理来信900件,其中区长信箱700件,公众监督200件."""
    letters, boxes = sentence.patterns.of_letters, sentence.patterns.own_mailbox
    return letters.search(total.indicator) is not None and boxes.search(sentence.text, total.span_end) is not None


def _is_of_places(mark: Mark, sentence: Sentence) -> bool:
    """Say whether the name of a place is all that an item of a list says: 其中:衡南县144条,衡阳县184条."""
    start = max((hit.start for hit, _, _ in sentence.areas if hit.end == mark.span_start), default=mark.span_start)
    between = sentence.text[max((one.span_end for one in sentence.marks if one.end <= start), default=0) : start]
    return start < mark.span_start and sentence.patterns.next_place.search(between) is not None


def confirm_channels(sentence: Sentence) -> None:
    """Give what channels published and adds up to the number before them its indicators, and that number its own.

    公开412条,其中通过政府网站公开257条、政务新媒体53条、其他102条
    """
    for place, total in enumerate(sentence.marks):
        parts: list[Mark] = []
        for mark in sentence.marks[place + 1 :]:
            if mark.measure != total.measure or mark.comparator != "eq":
                break
            parts.append(mark)
            if len(parts) > 1 and sum(part.value for part in parts) == total.value:
                _confirm(total, parts, sentence)
                break


def _confirm(total: Mark, parts: list[Mark], sentence: Sentence) -> None:
    told = {part.start: of_channel(part, sentence) for part in parts}
    if sum(bool(found.value) for found in told.values()) < 2:
        return
    named = any(value == "site" and hit.end <= total.span_start for hit, value, _ in sentence.things)
    loose = total.indicator == "articles_published" and not named
    if loose or total.indicator in ("", "audio_video_items"):
        media = "新媒体" in sentence.text[sentence.clause_span(total.clause)[0] : total.span_start]
        whole = "new_media_items_published" if media else "disclosure_entries"
        told[total.start] = Found(whole, SUM, total.spans.get("thing", ()))
    for mark in (total, *parts):
        found = told.get(mark.start, NOTHING)
        if found.value and (mark is total or mark.indicator in ("", found.value)):
            mark.say("indicator", found._replace(rule=SUM))
            mark.struck, mark.score = "", max(mark.score, _PHRASED)
            mark.rules.pop("struck", None)


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


def _growth_of_last(place: int, sentence: Sentence) -> Found:
    """Return by how much the count or rate right before a figure moved.

    访问量482万次,同比增长33% in a year; 合格率99%,同比提升5.9个百分点,环比提升0.1个百分点 by points, since a year
    and a quarter ago.
    """
    mark, last, patterns = sentence.marks[place], sentence.marks[place - 1], sentence.patterns
    gap = sentence.text[last.span_end : mark.span_start]
    if not place or patterns.moved_since.fullmatch(gap) is None:
        return NOTHING
    before = sentence.marks[place - 2]
    if place > 1 and mark.percent and patterns.moved_since.fullmatch(sentence.text, before.span_end, last.span_start):
        # 受理8000件,净增3000件,增长率60%: the rate is that of the first.
        last = before
    growth = ""
    if mark.percent and not patterns.not_yearly.search(gap):
        growth = patterns.value("growth_of", last.indicator)
    elif mark.unit == "percentage_points":
        last = next((one for one in reversed(sentence.marks[:place]) if one.unit != mark.unit), last)
        yearly = patterns.since_quarter.search(gap) is None
        growth = (
            patterns.value("yearly_points_of", last.indicator)
            if yearly
            else patterns.value("quarterly_points_of", last.indicator)
        )
    return Found(growth, "indicator:growth", last.spans.get("indicator", ())) if growth else NOTHING


def _of_year_within(place: int, sentence: Sentence) -> Found:
    """Return what a year's part of a running total is of: 累计访问量4746万次,其中2009年1499万次, visits of the year."""
    mark, last = sentence.marks[place], sentence.marks[place - 1]
    if not place or mark.measure != last.measure or mark.value > last.value:
        return NOTHING
    within = any(last.span_end <= one.start and one.end <= mark.start for one in sentence.periods)
    part = sentence.patterns.of_year_within.fullmatch(sentence.text, last.span_end, mark.span_start)
    value = sentence.patterns.value("year_of_total", last.indicator) if within and part else ""
    return Found(value, "indicator:parts", last.spans.get("indicator", ())) if value else NOTHING


def _of_series(place: int, sentence: Sentence) -> tuple[Found, float] | None:
    """Return what goes on over the years: 2017年120万件;2018年,增长到287万件;2019年达到549万件."""
    mark, last = sentence.marks[place], sentence.marks[place - 1]
    if not place or not last.indicator or mark.measure != last.measure or mark.percent != last.percent:
        return None
    goes_on = sentence.patterns.series.fullmatch(sentence.text[last.span_end : mark.span_start].replace(" ", ""))
    if not goes_on:
        return None
    # What speaks for the first speaks for all.
    mark.rules["rule"], mark.margin = last.rules.get("rule", ""), last.margin
    return Found(last.indicator, last.rules["indicator"], last.spans.get("indicator", ())), last.score


def _moves_other(place: int, best: Choice, sentence: Sentence) -> bool:
    """Say whether a percentage only says how another count before it moved: 论坛访问量达26万次,同比增长60%."""
    mark, last, patterns, text = sentence.marks[place], sentence.marks[place - 1], sentence.patterns, sentence.text
    if not (place and mark.percent and best.rule):
        return False
    if not patterns.moved_since.fullmatch(text, last.span_end, mark.span_start):
        return False
    if last.percent and patterns.rate_named.search(text, 0, last.span_start):
        # 办结率99.68%,同比提升0.35%: the rate moved, not the count before it.
        return patterns.counts_move.search(best.rule.value) is not None
    if last.percent and place > 1:
        # 331件,约占49%,同比增长133%: the count moved.
        last = sentence.marks[place - 2]
    if not last.unit.startswith("count") or sentence.aside_of(last.start) != sentence.aside_of(mark.start):
        return False
    other = patterns.served.search(best.rule.value) and not patterns.served.search(last.indicator)
    return not last.indicator or bool(other)


def _has_moved(mark: Mark, best: Choice, sentence: Sentence) -> bool:
    """Say whether the word of a rise or fall has a number of its own: 同比上升61%,85%以上以咨询为主."""
    if best.trigger is None or best.rule is None or not sentence.patterns.counts_move.search(best.rule.value):
        return False
    _, end, _ = best.trigger.hit
    if not sentence.patterns.moves.search(sentence.text, best.trigger.hit.start, end):
        return False
    return best.trigger.clause < mark.clause and any(end <= one.start < mark.start for one in sentence.marks)


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


def _of_checked(place: int, sentence: Sentence) -> Mark | None:
    """Return the count of what was checked that a part follows past its share: 抽查372家,占30.1%,其中部门网站20家."""
    mark = sentence.marks[place]
    whole = next((one for one in reversed(sentence.marks[:place]) if one.unit.startswith("count")), None)
    if whole is None or mark.thing != whole.thing or mark.value > whole.value or whole.end == mark.start:
        return None
    checked = sentence.patterns.checked_number.search(whole.indicator)
    _, among, part = sentence.text[whole.span_end : mark.span_start].partition("其中")
    # 检查53家,其中存在问题的5家 were more than checked.
    return whole if checked and among and not sentence.patterns.new_subject.search(part) else None


def _checked_too(place: int, sentence: Sentence) -> Found:
    """Return what else a check covered (共检查政府网站56个,政务新媒体50个), and what has a pass rate or ranks.

    网站524个,合格率94% were spot-checked, 52个部门网站中,某局以95分排名第一 evaluated.
    """
    mark, patterns, text = sentence.marks[place], sentence.patterns, sentence.text
    checked = patterns.value("checked_of", mark.thing)
    if not checked or mark.rules.get("thing") != "thing:adjacent":
        return NOTHING
    if rate := patterns.rate_behind.match(text, mark.span_end):
        return Found(checked, "indicator:rated", sentence.at(*rate.span()))
    if mark.thing == "site" and (ranked := patterns.ranked_among.match(text, mark.span_end)):
        return Found("evaluated_government_sites", "indicator:rated", sentence.at(*ranked.span()))
    last = sentence.marks[place - 1]
    if not place or not patterns.checked_number.search(last.indicator):
        return NOTHING
    # 检查范围包括13家县区网站、35家市直部门网站
    joined = text[last.reach : mark.span_start] in ("、", "和", "及", "与", "以及") and last.thing == mark.thing
    named = [hit for hit, value, _ in sentence.things if last.span_end <= hit.start and hit.end == mark.span_start]
    if joined:
        return Found(checked, "indicator:inherited", last.spans.get("indicator", ()))
    if not named or not patterns.list_comma.fullmatch(text, last.span_end, named[0].start):
        return NOTHING
    return Found(checked, "indicator:inherited", last.spans.get("indicator", ()))


def _is_part(place: int, mark: Mark, best: Choice, sentence: Sentence, context: Context) -> bool:
    """Say whether a count is a part of what the sentence before counted: 其中市直部门22家."""
    if not context.last.value or not mark.unit.startswith("count") or not context.goes_on(sentence):
        return False
    plain = sentence.patterns.parts.match(sentence.text) and not mark.strange and mark.thing != "item"
    if not plain and not _is_of_level(mark, sentence):
        return False
    last = next((one for one in reversed(sentence.marks[:place]) if one.unit.startswith("count")), None)
    if mark.thing != context.last_thing.value or (last is not None and not last.indicator):
        return False
    if not place and sentence.patterns.restricted.search(sentence.text, 0, mark.span_start):
        # 其中,无扣分点的网站为51家
        return False
    if _ends_list(mark, sentence):
        return False
    same = best.rule is not None and best.rule.value == context.last.value
    return best.rule is None or same or best.rule.weight <= GENERAL or best.score < THRESHOLD


def _entries_of_level(place: int, sentence: Sentence) -> tuple[Found, float] | None:
    """Return what entries of one level go on: 公开政府信息43000余条,其中市本级4300余条、26个县级部门公开3000条."""
    mark, patterns = sentence.marks[place], sentence.patterns
    same = (one for one in reversed(sentence.marks[:place]) if one.measure == mark.measure)
    last = next(same, None)
    if last is None or not patterns.of_parts.search(last.indicator):
        return None
    told = patterns.level_entries.fullmatch(sentence.text, last.span_end, mark.span_start)
    if told is None and not (last is sentence.marks[place - 1] and _is_of_level(mark, sentence)):
        return None
    found, score = _inherited(last, "parts")
    # The twelfth county of a list is as sure as the second.
    return found, last.score if last.rules["indicator"] == "indicator:parts" else score


def _is_of_level(mark: Mark, sentence: Sentence) -> bool:
    """Say whether only a level or place stands in front of a figure of its clause: 市级机关2244条, 甘州区67个."""
    start = sentence.clause_span(mark.clause)[0]
    both = (*sentence.levels, *sentence.areas)
    # 政府信息数共计449条: a sum is no level.
    both = (hit for hit, _, _ in both if not sentence.text.endswith("计", hit.start, hit.end))
    named = (hit for hit in both if start <= hit.start and hit.end <= mark.span_start)
    return any(sentence.patterns.of_levels.fullmatch(sentence.text, hit.end, mark.span_start) for hit in named)


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
            first = min(first, first_of_run(place, sentence))
        announced = sentence.patterns.announced.match(sentence.text, trigger.hit.end)
        other = trigger.clause != sentence.marks[first].clause and not announced
        far = trigger.marks_before != first or other
    else:
        # Figures that share a predicate are as near to it as the last of them.
        last = max(place, mark.run_end)
        while mark.attributive and last + 1 < len(sentence.marks) and sentence.marks[last + 1].start < mark.reach:
            last += 1
        far = trigger.marks_after != last + 1 or trigger.clause != sentence.marks[last].clause
    return "far" if far else "general" if rule.weight <= GENERAL else "near"


def _inherited(other: Mark, way: str = "inherited") -> tuple[Found, float]:
    return Found(other.indicator, f"indicator:{way}", other.spans.get("indicator", ())), other.score * 0.9


def _continues(mark: Mark, other: Mark, sentence: Sentence) -> bool:
    """Say whether a figure only continues a list of counts: 抽查部门网站42个、区县门户13个."""
    if mark.percent or mark.thing != other.thing or mark.measure != other.measure:
        return False
    gap = sentence.text[other.span_end : mark.span_start]
    return sentence.patterns.list_verbs.search(gap) is None and sentence.patterns.list_gap.match(gap) is not None


def _between(low: int, high: int, sentence: Sentence) -> list[Trigger]:
    """Return the words that lie between two places."""
    triggers, ends = sentence.triggers, sentence.trigger_ends
    first, last = bisect_left(ends, low), bisect_right(ends, high)
    return [trigger for trigger in triggers[first:last] if trigger.hit.start >= low]


def _inherits(other: Mark, weighing: Weighing) -> bool:
    """Say whether a figure has the indicator of the one before it in a list: 部委为96.1%,省级为100%."""
    mark, sentence = weighing.mark, weighing.sentence
    if not other.indicator or other.indicator in FRAME or _is_of_pieces(other.indicator, sentence):
        return False
    if other.unit.partition(":")[0] != mark.unit.partition(":")[0]:
        return False
    if sentence.text[mark.span_start - 1] == "等":
        # 检查网站40家,其中甲县、乙县等13家运行良好: some of them.
        return False
    if mark.percent and other.percent and sentence.patterns.grows.search(sentence.text, 0, mark.span_start):
        # 不可用率由12.8%降至3.6%,降低71.9%: so much less, and no rate.
        return False
    kind = sentence.terms.kinds.get(other.indicator, "")
    other_kind = mark.measure != other.measure and ":" in mark.unit and mark.unit != kind
    if mark.measure != other.measure and (
        other.unit == "count:region" or any(map(sentence.patterns.own_measure.fullmatch, (mark.measure, other.measure)))
    ):
        return False
    predicated = not mark.percent and sentence.patterns.predicated.match(sentence.text, mark.span_end) is not None
    if not sentence.terms.measure_fits(mark.measure, kind) or other_kind or predicated or weighing.moves:
        return False
    touches = weighing.touches
    if mark.thing != other.thing and touches and not mark.percent:
        return False
    gap = sentence.text[other.span_end : mark.span_start]
    # 发展指数排名第45位,在线服务指数排名第9位: each index has a rank of its own.
    # 信息公开指数(0.83)、教育服务指数(0.84): so is each of its own name.
    if _names_other(other, weighing) or "指数" in gap:
        return False
    other_event = gap.endswith((",", ";")) or sentence.patterns.list_verbs.search(gap) is not None
    if sentence.patterns.changes.search(other.indicator) and other_event and not mark.percent:
        # 6家网站按程序开设,15家网站在系统中删除 and 注销23个,新开设8个: another clause, another event.
        return False
    if sentence.patterns.among.search(gap) and mark.thing == other.thing and mark.value < other.value:
        return not sentence.patterns.new_subject.search(gap[gap.index("其中") :])
    if sentence.patterns.including.search(gap) or (
        other.rules.get("indicator") == "indicator:inherited" and gap.endswith(" and ")
    ):
        return mark.thing in (other.thing, "")
    alike = mark.thing == other.thing and touches and other.rules.get("thing") == "thing:adjacent"
    return len(gap) <= (60 if alike and not mark.percent else 16) and not sentence.patterns.new_subject.search(gap)


def _is_of_pieces(indicator: str, sentence: Sentence) -> bool:
    """Say whether an indicator counts letters, calls or articles, whose parts are told apart by what they are about."""
    return sentence.terms.kinds.get(indicator, "") in PIECES


def is_of_one_kind(indicator: str, mark: Mark, sentence: Sentence) -> bool:
    """Say whether letters, calls or articles are of one kind or one body only: 投诉类30件, 物业类问题12个.

    共有300人被问责,其中190名被约谈: of people that were counted before, the next ones are a part.
    """
    followers = sentence.patterns.of_account.search(indicator)
    if sentence.terms.kinds.get(indicator) == "count:person" and not followers:
        personal = "个人" in sentence.text[sentence.clause_span(mark.clause)[0] : mark.span_start]
        return not personal and any(one.indicator == indicator and one.value > mark.value for one in sentence.marks)
    if mark.percent and sentence.patterns.of_requests.search(indicator):
        # 此类工单25件,满意率90%: of that kind only.
        last = _last_before(mark, sentence)
        part = last is not None and (not last.indicator or last.rules["indicator"] == "indicator:parts")
        return part and not last.percent and _is_kind(last, sentence)
    if not _is_of_pieces(indicator, sentence):
        return False
    if sentence.text[mark.end : mark.end + 2] in ("大项", "小项", "大类", "小类"):
        # 主动公开信息27大项、81小项 are kinds, and not how much there is of them.
        return True
    if mark.measure == "件" and _shows_letters(indicator, mark, sentence):
        return True
    if sentence.patterns.kind_behind.match(sentence.text, mark.span_end):
        return True
    if indicator == "service_cases_handled" and sentence.patterns.case_way.search(sentence.text, 0, mark.span_start):
        # 受理事项300件,其中线上办件200件: what came by one way is no kind.
        return False
    if len(sentence.pieces) > 1 and sentence.patterns.row_of_body.match(sentence.text):
        # What an account published or a body sent in is its own: 县公安局 | 某县警方 | 72.
        return sentence.patterns.row_pieces.search(indicator) is None
    if sentence.patterns.of_callers.fullmatch(indicator):
        # 受理诉求900件,其中话务平台受理860件: the record has what came by one way, too.
        return _is_kind(mark, sentence)
    entries = sentence.patterns.of_entries
    whole = next((one for one in sentence.marks if one.start < mark.start and _alike(indicator, one, entries)), None)
    if whole and whole.value > mark.value and "其中" in sentence.text[whole.end : mark.start]:
        # 报送信息1513条,其中乡镇报送439条: what a level sent in is a number of its own.
        start = max(whole.end, sentence.clause_span(mark.clause)[0])
        own = max(start, *(one.span_end for one in sentence.marks if one.start < mark.start))
        if whole.indicator != indicator and sentence.patterns.own_entries.match(sentence.text, own):
            # 网站发布信息4500条,其中公开目录发布信息2100条: what the directory holds is a number of its own.
            return False
        if any(start <= one.start < mark.start for one in sentence.periods):
            # 累计公开信息498条,其中本年度公开50条: what came in a year is no kind.
            return False
        if sentence.patterns.sends_in.search(sentence.text, start, mark.span_start):
            return False
        return not any(start <= hit.start and hit.end <= mark.start for hit, _, _ in sentence.levels)
    return _is_kind(mark, sentence)


def _alike(indicator: str, other: Mark, entries: re.Pattern[str]) -> bool:
    """Say whether a figure may be a part of another one: entries of a directory are a part of what a site published."""
    return other.indicator == indicator or (
        entries.search(indicator) is not None and entries.search(other.indicator) is not None
    )


def _shows_letters(indicator: str, mark: Mark, sentence: Sentence) -> bool:
    """Say whether letters that were shown are taken for articles: 来信18件,网站公开2件."""
    letters = sentence.patterns.of_letters
    earlier = (one.indicator for one in sentence.marks if one.start < mark.start)
    return letters.search(indicator) is None and any(map(letters.search, earlier))


def of_period(found: Found, mark: Mark, sentence: Sentence, context: Context) -> Found:
    """Return the indicator of a year, quarter or month for one since the start, where the sentence is of such a period.

    2019年,网站总访问量5204万次 came in that year; 截至2019年底累计 tells of all years. A yearly form is of one.
    """
    flow = sentence.patterns.value("yearly_of", found.value)
    if not flow or sentence.patterns.since_start.search(sentence.text, 0, mark.span_start):
        return found
    dated = any(len(period.iso) in (4, 7) and period.end <= mark.start for period in sentence.periods)
    whole = sentence.patterns.whole_year.search(sentence.text, 0, mark.span_start)
    title = context.record.title.value
    # 2014年网站群运行情况, 某县2022年公开年度报告: what they sum up is of their year.
    yearly = sentence.patterns.yearly_text.search(title) and not sentence.patterns.tells_of_all.search(
        sentence.text, max(0, mark.span_start - 4), mark.span_start
    )
    return found._replace(value=flow) if dated or whole or yearly else found


def _is_kind(mark: Mark, sentence: Sentence) -> bool:
    start = sentence.clause_span(mark.clause)[0]
    return sentence.patterns.one_kind.search(sentence.text, start, mark.span_start) is not None


def _names_other(other: Mark, weighing: Weighing) -> bool:
    """Say whether a word between two figures speaks for other indicators than the first one's."""
    mark, sentence = weighing.mark, weighing.sentence
    if mark.thing not in PLATFORMS and any(
        value in PLATFORMS and other.span_end <= hit.start < mark.start for hit, value, _ in sentence.things
    ):
        # 公众号发布信息517条,微博发布信息532条
        return True
    if _is_of_pieces(other.indicator, sentence) and _channel_before(mark, sentence) != _channel_before(other, sentence):
        # 发布微博15篇、微信14篇
        return True
    for trigger in _between(other.span_end, mark.span_start, sentence):
        rules = [rule for rule in weighing.rules[trigger.hit.word] if weighing.fit(rule) is not None]
        if rules and all(rule.value != other.indicator and rule.weight > GENERAL for rule in rules):
            return True
    return False


def _channel_before(mark: Mark, sentence: Sentence) -> str:
    """Return the last platform named before a figure."""
    named = (value for hit, value, _ in reversed(sentence.things) if hit.end <= mark.start and value in PLATFORMS)
    return next(named, "")


def find_frames(checked: list[re.Match[str]], sentence: Sentence) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the constructions of a sentence: where the figures that they govern stand, and where their word does."""
    text = sentence.text
    # 对正在运行的122家进行抽查: the sample is counted elsewhere.
    frames = [
        (match.start(), match.start("verb"), match.span("verb"))
        for match in checked
        if not _is_sample(match, sentence) or not sentence.patterns.running.search(match.group())
    ]
    for match in sentence.patterns.opens_list.finditer(text):
        low = max((b for b in sentence.breaks if b <= match.start()), default=0)
        stop = re.compile(r"[。;；]").search(text, match.end())
        frames.append((match.end(), stop.start() if stop else len(text), (low, match.end())))
    return frames


def _is_sample(match: re.Match[str], sentence: Sentence) -> bool:
    """Say whether a construction tells of a sample, and not of all that there are."""
    patterns = sentence.patterns
    return bool(patterns.sampled.fullmatch(match["verb"])) and not patterns.wholly.search(
        sentence.text, match.start(), match.end() + _SOON
    )


def find_sampled(checked: list[re.Match[str]], sentence: Sentence) -> tuple[int, int, int, int]:
    """Return where a construction stands that names what was sampled from, where that ends, and where its verb stands.

    对运行中的798家网站中的639家进行抽查: 798 were not checked.
    """
    for match in checked:
        if not _is_sample(match, sentence):
            continue
        part = sentence.patterns.part_of.search(match.group())
        if part:
            return match.start(), match.start() + part.start(), match.start() + part.start(), match.end("verb")
        if sentence.patterns.running.search(match.group()):
            return match.start(), match.start("verb"), match.start("verb"), match.end("verb")
    return -1, -1, -1, -1
