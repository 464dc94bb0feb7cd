"""Units: measure words, head nouns, and percent signs that a copy has lost."""

from __future__ import annotations

import re

from analysis.reading.figure import Found, Mark
from analysis.reading.sentence import Sentence
from analysis.reading.terms import Terms

# An indicator with a lower score does not say what is counted.
_SURE = 2.3


def decide_unit(mark: Mark, sentence: Sentence) -> Found:
    """Return the unit of a figure from its sign, its measure word or, last, from what the sentence says of it."""
    if mark.percent:
        return _of_share(mark, sentence)
    before = sentence.text[max(0, mark.span_start - 30) : mark.span_start]
    english = sentence.patterns.english.match(sentence.text, mark.end)
    if english:
        unit = "percentage_points" if english["unit"].startswith("percent") else "score"
        return Found(unit, "unit:measure-word", sentence.at(*english.span()))
    times = sentence.patterns.times_english.match(sentence.text, mark.end)
    if times and ("." in mark.text or sentence.patterns.rises.search(before)):
        return Found("ratio", "unit:measure-word", sentence.at(*times.span()))
    if _is_ranked(mark, sentence, before):
        return Found("rank", "unit:rank", sentence.at(max(0, mark.start - 1), mark.start))
    if duration := sentence.patterns.value("duration", sentence.text[mark.end : mark.end + 4]):
        return Found(duration, "unit:duration", sentence.at(mark.end, mark.end + 1))
    if "." in mark.text and (points := sentence.patterns.points_follow.match(sentence.text, mark.end)):
        return Found("percentage_points", "unit:measure-word", sentence.at(*points.span()))
    if mark.measure in ("", "个") and (points := sentence.patterns.points_shared.match(sentence.text, mark.end)):
        return Found("percentage_points", "unit:measure-word", sentence.at(*points.span()))
    if mark.measure:
        return Found(_of_measure(mark, sentence, before), "unit:measure-word", sentence.at(mark.end, mark.span_end))
    return _of_bare(mark, sentence, before)


def _is_ranked(mark: Mark, sentence: Sentence, before: str) -> bool:
    text, patterns = sentence.text, sentence.patterns
    if (
        mark.kind == "zh_rank"
        or patterns.ranked.search(text, max(0, mark.start - 4), mark.start)
        or patterns.ordinal_english.match(text, mark.end)
    ):
        return True
    # 位列全省13位
    if mark.measure in ("位", "名") and patterns.ranked_in.search(before):
        return True
    return not mark.measure and mark.text.isdigit() and patterns.rank_noun.search(before) is not None


def _of_share(mark: Mark, sentence: Sentence) -> Found:
    text, sign = sentence.text, sentence.at(mark.end - 1, mark.end)
    thousandths = text[mark.end - 1] == "‰" or text.startswith("千分之", mark.start)
    moved = mark.kind == "num" and not thousandths
    if moved and sentence.patterns.share_moved.search(text[max(0, mark.span_start - 60) : mark.span_start]):
        return Found("percentage_points", "unit:change-of-share", sign)
    unit = "permille" if thousandths else "percent"
    return Found(unit, "unit:sign" if mark.kind in ("num", "range") else "unit:word", sign)


def _of_measure(mark: Mark, sentence: Sentence, before: str) -> str:
    measure = mark.measure
    if sentence.patterns.times_measure.fullmatch(measure):
        seen = sentence.patterns.visits.search(before) or sentence.patterns.visits.search(
            sentence.text[mark.span_end : mark.span_end + 6]
        )
        held = sentence.patterns.events_before.search(before)
        return "count:visit" if seen and measure == "次" and not held else "count"
    if measure.endswith("人次") and sentence.patterns.seen.search(before):
        # 访问量已达90万人次
        return "count:visit"
    if measure in ("位", "名") and (sentence.patterns.moved.search(before) or _follows_rank(mark, sentence)):
        return "rank"
    return sentence.patterns.word_value("measure", measure) or "count"


def _follows_rank(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure goes on in a list of ranks: 分别排第5位、14位和17位."""
    last = sentence.marks[-1] if sentence.marks else None
    joined = last is not None and sentence.patterns.joint.fullmatch(sentence.text, last.span_end, mark.span_start)
    return last is not None and last.unit == "rank" and joined is not None


def _of_bare(mark: Mark, sentence: Sentence, before: str) -> Found:
    """Decide the unit of a figure that stands alone: a lost percent sign, a score, or a count."""
    whole = "." not in mark.text and mark.kind != "range"
    small = mark.value <= 100
    if behind := sentence.patterns.index_behind.match(sentence.text, mark.end):
        # 以1094.58的WCI值居榜首
        return Found("index", "unit:index-noun", sentence.at(*behind.span()))
    if _goes_on(mark, sentence):
        return Found("score", "unit:score-noun", sentence.at(mark.start, mark.end))
    if (small and (noun := sentence.patterns.score.search(before))) or (
        mark.value <= 2000 and (noun := sentence.patterns.score_touches.search(before))
    ):
        return Found("score", "unit:score-noun", _at_noun(noun, before, mark, sentence))
    if mark.value <= 1 and not whole and sentence.marks and sentence.marks[-1].unit == "index":
        # 发布指数0.74,在线办事0.41
        return Found("index", "unit:index-noun", sentence.at(mark.start, mark.end))
    if mark.value <= 10 and not whole and (noun := sentence.patterns.index.search(before)):
        return Found("index", "unit:index-noun", _at_noun(noun, before, mark, sentence))
    if small and not whole and _is_in_row_of_scores(mark, sentence):
        return Found("score", "unit:score-noun", sentence.at(mark.start, mark.end))
    if small and (evidence := _loss(mark, sentence, before)):
        return _lost(evidence)
    if noun := sentence.patterns.index.search(before):
        return Found("score", "unit:index-noun", _at_noun(noun, before, mark, sentence))
    return Found("count" if whole or mark.value > 200 else "", "unit:none")


def _is_in_row_of_scores(mark: Mark, sentence: Sentence) -> bool:
    """Say whether brackets behind names hold scores: 依次为:甲市(81.0)、乙市(78.5)."""
    alone = sentence.text[mark.start - 1] == "(" and sentence.text[mark.end :][:1] == ")"
    return alone and mark.value > 1 and sentence.patterns.row_of_scores.search(sentence.text) is not None


def _goes_on(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a bracket holds a score as the one before it does: 商务部(67分)、环境保护部(66.5)."""
    last, text = (sentence.marks[-1] if sentence.marks else None), sentence.text
    both = last is not None and text[last.start - 1] == text[mark.start - 1] == "(" and text[mark.end :][:1] == ")"
    return bool(both) and last is not None and last.unit == "score"


def _at_noun(noun: re.Match[str], before: str, mark: Mark, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    start = mark.span_start - len(before) + noun.start()
    return sentence.at(start, min(start + 2, mark.span_start))


def _loss(mark: Mark, sentence: Sentence, before: str) -> str:
    """Return what says that a figure has lost its percent sign, an empty string where nothing does."""
    if mark.kind != "zh" and sentence.patterns.lost_before.match(sentence.text, mark.span_end):
        return "attribute"
    if sentence.patterns.rate.search(before) or sentence.patterns.share_of.search(before):
        return "predicate"
    cued = mark.kind == "num" and mark.span_start < mark.start
    return "stop" if cued and sentence.patterns.stop_after.match(sentence.text, mark.span_end) else ""


def _lost(evidence: str) -> Found:
    return Found("percent", f"unit:lost-percent-{evidence}")


def is_lost(mark: Mark) -> bool:
    """Say whether the percent sign of a figure was lost in the copy."""
    return mark.rules.get("unit", "").startswith("unit:lost")


def settle_unit(mark: Mark, indicator_unit: str, terms: Terms) -> str:
    """Return a general count made specific where the evidence is good; a doubtful one stays a count.

    The noun that touches the figure says what is counted; else a well supported indicator does, by its own unit in the
    codebook. What a measure word such as 条 says is kept.
    """
    own = terms.thing_units.get(mark.thing, "") if mark.rules.get("thing") == "thing:adjacent" else ""
    if mark.unit == "count" and indicator_unit.startswith("count:"):
        return indicator_unit if own == indicator_unit or mark.score >= _SURE else "count"
    if mark.unit == "count" and own and terms.measure_fits(mark.measure, own):
        return own
    if mark.unit == "count:person_time" and indicator_unit == "count:person":
        # 听众达26万人次 are people.
        return indicator_unit
    if mark.measure == "条" and indicator_unit == "count:article":
        # 发布信息20条 are articles.
        return indicator_unit
    return indicator_unit if mark.unit == "" else mark.unit


def settle_articles(sentence: Sentence) -> None:
    """Say of counts without an indicator that they are articles where the whole is: 发布信息60条,其中要闻46条.

    Those of an audience are none: 发布信息60条,关注量1200.
    """
    told = False
    for mark in sentence.marks:
        told = told or (mark.unit == "count:article" and bool(mark.indicator))
        if mark.indicator or mark.measure not in ("条", "") or mark.unit not in ("count:item", "count"):
            continue
        before = (sentence.text, sentence.clause_span(mark.clause)[0], mark.span_start)
        if not mark.measure and (unit := sentence.patterns.value("audience", sentence.text[: mark.span_start])):
            mark.unit = unit
            continue
        part = told and not any(p.search(*before) for p in (sentence.patterns.predicate, sentence.patterns.list_verbs))
        if part or sentence.patterns.published_items.search(*before):
            mark.unit = "count:article"


def confirm_shares(marks: list[Mark]) -> list[Mark]:
    """Return the lost shares that agree with two counts of their sentence: 12,466 of 29,431 are 42 percent."""
    counts = [m.value for m in marks if m.unit.startswith("count") and m.value > 0][:12]
    return [m for m in marks if m.unit == "percent" and m.lost and _agrees(m, counts)]


def _agrees(mark: Mark, counts: list[float]) -> bool:
    places = len(mark.text.partition(".")[2])
    return any(round(100 * a / b, places) == mark.value for a in counts for b in counts if a < b)
