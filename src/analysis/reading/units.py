"""Units: measure words, head nouns, and percent signs that a copy has lost."""

from __future__ import annotations

import re

from analysis.reading.figure import Found, Mark
from analysis.reading.sentence import Sentence

_MEASURES = {
    "个百分点": "percentage_points", "百分点": "percentage_points", "分": "score", "倍": "times",
    **dict.fromkeys(("人次", "万人次"), "count:person_time"), **dict.fromkeys("人名位", "count:person"),
    **dict.fromkeys(("条", "件", "项", "类", "大类", "种"), "count:item"), "篇": "count:article", "场": "count:event",
    **dict.fromkeys(("元", "万元", "亿元"), "yuan"),
}  # fmt: skip
THING_UNITS = {
    "site": "count:site", "topic": "count:item", "account": "count:account", "weibo": "count:account",
    "wechat": "count:account", "app": "count:app", "region": "count:region", "country": "count:country",
    "hall": "count:service_hall", "person": "count:person", "visit": "count:visit", "download": "count:download",
    "article": "count:article", "item": "count:item", "event": "count:event", "dataset": "count:dataset",
    "column": "count:column", "platform": "count:platform", "follower": "count:person", "domain": "count:domain",
    "douyin": "count:account", "toutiao": "count:account", "other_account": "count:account", "mixed": "count:account",
    "page": "count:page",
    "department": "count:region",
}  # fmt: skip
_DURATION = re.compile(r"个?(?:工作日|小时|分钟|秒|月(?!均)|年|天|日|周)")
_DURATION_UNITS = {
    "工作日": "day",
    "小时": "hour",
    "分钟": "minute",
    "秒": "second",
    "月": "month",
    "年": "year",
    "天": "day",
    "日": "day",
    "周": "week",
}
_RATE = re.compile(
    r"(?:率|比例|占比|比重|百分比|覆盖面|精准度|准确度|满意度|智慧度|完备度|开放度|知晓度)[^,。;、0-9]{0,8}$"
)
_SHARE_OF = re.compile(r"占[^,。;]{0,24}$")
_SCORE = re.compile(
    r"(?:得分|均分|分数|总分|评分|成绩|最高分|最低分|平均分|分值|打分|加分|扣分|减分|满分)(?!率)[^,。;%]{0,12}$"
)
# In a table 采用得分 may pass a hundred.
_SCORE_TOUCHES = re.compile(r"(?:得分|总分|分数|积分|评分)(?:为|是|:)?$")
_INDEX = re.compile(r"(?:指数|E[GD]{2}I|OSI|EPI)[^,。;%率]{0,14}$")
_GROWTH = re.compile(r"(?:增长|提高|上升|下降|减少|降低|提升|增幅|降幅|缩减|环比|同比)(?:了|约|近|超过|达到|达)?$")
_RANK_NOUN = re.compile(r"(?:排名|名次|位次)(?:为|是|升至|上升至|上升到|升到|降至|列|在)?$")
# 合格率97%,较上季度提高1.33%: a share that moves moves by points.
_SHARE_MOVED = re.compile(
    r"合格率[^。;；量数网分]{0,24}(?:同比|环比|较|比)[^。;；量数率0-9]{0,14}(?:提高|提升|上升|下降|降低|增加|回落|增长)了?$"
)
_MOVED = re.compile(r"(?:提升|上升|前进|跃升|下降|提高|后退|落后|进步)了?$")
# An indicator with a lower score does not say what is counted.
_SURE = 2.3
_VISITS = re.compile(r"访问|浏览|点击|阅读|播放|服务|查询|使用|点播|转载|曝光|PV|pv|调用")
# 接近45.县级: a cue before, no measure word, and the stop of a damaged copy behind.
_STOP_AFTER = re.compile(r"\.(?![0-9a-zA-Z ])")
_LOST_BEFORE = re.compile(r"\.?的(?!士|确)")


_TIMES_WORDS = ("次", "家次", "件次", "条次", "个次")
_ENGLISH = re.compile(r" ?(?P<unit>points|marks|percentage points?)\b")


def decide_unit(mark: Mark, sentence: Sentence, ranked: bool) -> Found:
    """Return the unit of a figure from its sign, its measure word or, last, from what the sentence says of it."""
    before = sentence.text[max(0, mark.span_start - 30) : mark.span_start]
    if mark.percent:
        return _of_share(mark, sentence)
    english = _ENGLISH.match(sentence.text, mark.end)
    if english:
        unit = "percentage_points" if english["unit"].startswith("percent") else "score"
        return Found(unit, "unit:measure-word", sentence.at(*english.span()))
    if mark.kind == "glued":
        return _lost("glued")
    if ranked or (not mark.measure and mark.text.isdigit() and _RANK_NOUN.search(before)):
        return Found("rank", "unit:rank", sentence.at(max(0, mark.start - 1), mark.start))
    if duration := _DURATION.match(sentence.text, mark.end):
        unit = next(unit for word, unit in _DURATION_UNITS.items() if word in duration.group())
        return Found(unit, "unit:duration", sentence.at(*duration.span()))
    if mark.measure:
        return Found(_of_measure(mark, sentence, before), "unit:measure-word", sentence.at(mark.end, mark.span_end))
    return _of_bare(mark, sentence, before)


def _of_share(mark: Mark, sentence: Sentence) -> Found:
    sign = sentence.at(mark.end - 1, mark.end)
    moved = mark.kind == "num" and mark.text[-1:] != "‰"
    if moved and _SHARE_MOVED.search(sentence.text[max(0, mark.span_start - 60) : mark.span_start]):
        return Found("percentage_points", "unit:change-of-share", sign)
    unit = "permille" if mark.text.endswith("‰") else "percent"
    return Found(unit, "unit:sign" if mark.kind in ("num", "range") else "unit:word", sign)


def _of_measure(mark: Mark, sentence: Sentence, before: str) -> str:
    measure = mark.measure
    if measure in _TIMES_WORDS:
        seen = _VISITS.search(before) or _VISITS.search(sentence.text[mark.span_end : mark.span_end + 6])
        return "count:visit" if seen and measure == "次" else "count"
    if measure in ("位", "名") and _MOVED.search(before):
        return "rank"
    return _MEASURES.get(measure, "count")


def _of_bare(mark: Mark, sentence: Sentence, before: str) -> Found:
    """Decide the unit of a figure that stands alone: a lost percent sign, a score, or a count."""
    whole = "." not in mark.text and mark.kind != "range"
    small = mark.value <= 100
    if (small and (noun := _SCORE.search(before))) or (mark.value <= 2000 and (noun := _SCORE_TOUCHES.search(before))):
        return Found("score", "unit:score-noun", _at_noun(noun, before, mark, sentence))
    if mark.value <= 10 and not whole and (noun := _INDEX.search(before)):
        return Found("index", "unit:index-noun", _at_noun(noun, before, mark, sentence))
    if evidence := _loss(mark, sentence, before, whole):
        return _lost(evidence)
    if noun := _INDEX.search(before):
        return Found("score", "unit:index-noun", _at_noun(noun, before, mark, sentence))
    return Found("count" if whole or mark.value > 200 else "", "unit:none")


def _at_noun(noun: re.Match[str], before: str, mark: Mark, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    start = mark.span_start - len(before) + noun.start()
    return sentence.at(start, min(start + 2, mark.span_start))


def _loss(mark: Mark, sentence: Sentence, before: str, whole: bool) -> str:
    """Return what says that a figure has lost its percent sign, an empty string where nothing does."""
    small = mark.value <= 100
    if small and mark.kind != "zh" and _LOST_BEFORE.match(sentence.text, mark.span_end):
        return "attribute"
    if small and (_RATE.search(before) or _SHARE_OF.search(before)):
        return "predicate"
    cued = small and mark.kind == "num" and mark.span_start < mark.start
    if cued and _STOP_AFTER.match(sentence.text, mark.span_end):
        return "stop"
    return "growth" if mark.value <= 1000 and not whole and _GROWTH.search(before) else ""


def _lost(evidence: str) -> Found:
    return Found("percent", f"unit:lost-percent-{evidence}")


def is_lost(mark: Mark) -> bool:
    """Say whether the percent sign of a figure was lost in the copy."""
    return mark.rules.get("unit", "").startswith("unit:lost")


def settle_unit(mark: Mark, indicator_unit: str) -> str:
    """Return a general count made specific where the evidence is good; a doubtful one stays a count.

    The noun that touches the figure says what is counted; else a well supported indicator does, by its own unit in the
    codebook. What a measure word such as 条 says is kept.
    """
    own = THING_UNITS.get(mark.thing, "") if mark.rules.get("thing") == "thing:adjacent" else ""
    if mark.unit == "count" and indicator_unit.startswith("count:"):
        return indicator_unit if own == indicator_unit or mark.score >= _SURE else "count"
    if mark.unit == "count" and own:
        return own
    return indicator_unit if mark.unit == "" else mark.unit


def confirm_shares(marks: list[Mark]) -> list[Mark]:
    """Return the lost shares that agree with two counts of their sentence: 12,466 of 29,431 are 42 percent."""
    counts = [m.value for m in marks if m.unit.startswith("count") and m.value > 0][:12]
    return [m for m in marks if m.unit == "percent" and m.lost and _agrees(m, counts)]


def _agrees(mark: Mark, counts: list[float]) -> bool:
    places = len(mark.text.partition(".")[2])
    return any(round(100 * a / b, places) == mark.value for a in counts for b in counts if a < b)
