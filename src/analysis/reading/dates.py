"""When a figure holds: the nearest date before it, else what went on before, else what the document is about."""

from __future__ import annotations

from analysis.base.periods import period_of
from analysis.reading.context import Context
from analysis.reading.document import is_founding
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.lists import span_of_years
from analysis.reading.names import in_spans
from analysis.reading.periods import Period
from analysis.reading.sentence import Sentence

# In English a date follows its figure within so many characters.
_REACH = 60
# So far before the first figure of a change 由 may stand.
_BEGINS = 20


def find_period(place: int, sentence: Sentence, context: Context, changed: bool) -> Found:
    """Return the period of a figure; the second figure of a change (`changed`) does not share the first one's date."""
    found = _find(place, sentence, context, changed)
    whole = context.record.period.value
    is_check = sentence.patterns.checks.search(sentence.marks[place].indicator)
    mark, patterns = sentence.marks[place], sentence.patterns
    if patterns.of_year.search(mark.indicator):
        found = _year_of(found)
        if len(whole) == len("2018") and found.value.startswith(f"{int(whole) + 1}-") and found.value[5].isdigit():
            # 2018年12月~2019年4月,项目组评估46个部门, in the report on the evaluation of 2018
            return _of_document(context)
    if found.rule != "period:text" and patterns.whole_year.search(sentence.text, 0, mark.start):
        # 全年公布信息64条, in a report that came out in December; in one of January it is of the year before.
        year = int(found.value[:4] or 0) - (found.rule == "period:published" and found.value[5:7] in ("01", "02"))
        found = found._replace(value=str(year) if year else "")
    if is_check and _is_part_of(found, whole) and not _is_stated(found.value, sentence):
        return _of_document(context)
    return found


def _year_of(found: Found) -> Found:
    """Return the year of a day, or of the month of a publication: evaluations are of years, or of a month as told."""
    told = found.rule == "period:title" or (found.rule == "period:text" and len(found.value) < len("2020-12-18"))
    months = found.value[5:6].isdigit()
    return found._replace(value=found.value[:4]) if months and not told else found


def _is_part_of(found: Found, whole: str) -> bool:
    """Say whether a date lies in a period and only tells when a check was made, or what was counted before it."""
    inside, own = period_of(whole), period_of(found.value)
    if inside is None or own is None or "Q" in found.value or "H" in found.value or len(whole) == len("2017"):
        # 2017年第四季度抽查 in a report on 2017 is of that quarter.
        return False
    return inside.first <= own.first and own.last <= inside.last


def _is_stated(month: str, sentence: Sentence) -> bool:
    """Say whether a month is printed with its year: 2020年3月,对14个网站进行检查 beside a figure of the quarter."""
    return any(
        period.iso == month and sentence.patterns.month_of_year.fullmatch(sentence.text, period.start, period.end)
        for period in sentence.periods
    )


def _find(place: int, sentence: Sentence, context: Context, changed: bool) -> Found:
    mark = sentence.marks[place]
    if sentence.periods:
        passed = _of_first(place, sentence) if changed and place else (0, 0)
        own = _date_touching(mark, sentence) or _date_before(mark, sentence, passed)
        if own is None or sentence.patterns.dateline.match(sentence.text, own.end):
            # HEFEI, June 3 (Xinhua) -- It had 8 million users at the end of 2019, not on the day of the news.
            own = _date_behind(mark, sentence) or _until(place, sentence) or own
        if own:
            return Found(own.iso, "period:text", sentence.at(own.start, own.end))
    if sentence.patterns.previous.search(sentence.text, max(0, mark.span_start - 6), mark.span_start):
        return _before_document(context)
    record = context.record
    told = sentence.patterns.up_to_now.search(sentence.text, 0, mark.start)
    told = told and not context.date.value and record.ways[1] in ("opening", "derived")
    if record.published.value and (told or sentence.patterns.until_yesterday.search(sentence.text, 0, mark.start)):
        # 2010年开通微博。截至目前已有250个: those are of the day of the news.
        return Found(record.published.value[:7], "period:published", (record.published.span,))
    # 截至9月已有70个。本季度共检出129条: the second is of the quarter that the document is about.
    this = sentence.patterns.this_period.search(sentence.text, 0, mark.start)
    found = _of_document(context).over(context.date) if this else context.date.over(_of_document(context))
    opening = not record.published.value and record.ways[1] in ("", "opening") and len(found.value) == len("2014")
    if opening and not context.yearly and sentence.patterns.nowadays.search(sentence.text, 0, mark.start):
        # 2014年建成平台。目前共纳入43万个事项: of no year that is known.
        return NOTHING
    return found


def _of_first(place: int, sentence: Sentence) -> tuple[int, int]:
    """Return where the dates of a change's first figure stand, which are not the second's: from 53 percent in 2019 to.

    2023年,网站由62家整合为41家: what stands in front of 由 dates the second.
    """
    first = sentence.marks[place - 1]
    if touching := _date_touching(first, sentence):
        return 0, touching.end
    begins = sentence.patterns.from_before.search(sentence.text, max(0, first.span_start - _BEGINS), first.span_start)
    return begins.start() if begins else 0, first.start


def _date_touching(mark: Mark, sentence: Sentence) -> Period | None:
    """Return the date right behind an English figure: from 63 in 2018 to 94 in 2020, 35th place in 2024."""
    if not sentence.english:
        return None
    touching = sentence.patterns.touching.match(sentence.text, mark.end)
    return next((p for p in sentence.periods if p.iso and touching and p.start == touching.end()), None)


def _date_before(mark: Mark, sentence: Sentence, passed: tuple[int, int]) -> Period | None:
    text = sentence.text
    touched = [_date_touching(one, sentence) for one in sentence.marks if sentence.english and one.start < mark.start]
    for period in reversed(sentence.periods):
        if period in touched or _is_of_page(period, sentence):
            continue
        if period.end > mark.start or passed[0] <= period.start < passed[1] or not period.iso:
            continue
        if sentence.patterns.reset.search(text, period.end, mark.start):
            return None
        if _belongs_to_other(period, mark, sentence):
            continue
        explains = sentence.patterns.of_week.search(sentence.text, 0, period.start) or _is_span(period, sentence)
        if not (explains or sentence.speaks_to(period.start, mark)) or _is_comparison(period, mark.start, sentence):
            continue
        return period
    return None


def _is_span(period: Period, sentence: Sentence) -> bool:
    """Say whether a bracket holds the span of a count: 以来(2018年12月1日-2020年7月31日),共受理来电56813个."""
    bracket = sentence.patterns.bracketed_span.fullmatch(sentence.text, period.start - 1, period.end + 1)
    return bracket is not None and not in_spans(period.start, period.end, sentence.silent)


def _is_of_page(period: Period, sentence: Sentence) -> bool:
    """Say whether a date is that of the page's head, in a copy without line ends: 发布时间:2019-12-10 …全县网站15家."""
    found = sentence.patterns.published.search(sentence.text, max(0, period.start - 12), period.end)
    return found is not None and found.end() == period.start


def _belongs_to_other(period: Period, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a date inside a clause only dates that clause's own figure: 一季度不合格的14家网站,其中15家."""
    clause = sentence.clause_at(period.start)
    if clause == mark.clause or period.start - sentence.clause_span(clause)[0] <= 3:
        return False
    own = next((m for m in sentence.marks if period.end <= m.start and m.clause == clause), None)
    return own is not None and own is not mark and sentence.text[own.span_start - 1 : own.span_start] == "的"


def _date_behind(mark: Mark, sentence: Sentence) -> Period | None:
    """Return the date in a bracket right behind a figure: 36,916个(2017年6月); in English the next one behind it."""
    for period in sentence.periods:
        if sentence.english and mark.end <= period.start <= mark.end + _REACH and period.iso:
            before = sentence.text[mark.end : period.start]
            other = any(mark.end <= m.start < period.start for m in sentence.marks)
            began = is_founding(sentence.text, period.start, period.end, sentence.patterns)
            return None if other or began or sentence.patterns.compared.search(before) else period
        if mark.end <= period.start <= mark.span_end + 3 and period.iso:
            # (2011年为75%) dates the figure in the bracket.
            closed = (
                sentence.text[period.start - 1 : period.start] == "("
                and sentence.text[period.end : period.end + 1] == ")"
            )
            return period if closed else None
    return None


def _until(place: int, sentence: Sentence) -> Period | None:
    """Return the date up to which the sentence counts, where it stands behind its last figure or in a change."""
    for period in sentence.periods:
        if any(sentence.marks[place].end <= period.start < other.start for other in sentence.marks[place + 1 :]):
            # 受理工单900件,截至6月30日,已办结880件: the day is that of the second.
            continue
        if period.iso and sentence.patterns.counted_to.search(sentence.text[max(0, period.start - 20) : period.start]):
            return period
    return None


def _of_document(context: Context) -> Found:
    record = context.record
    for part, rule in ((record.period, "period:document"), (record.published, "period:published")):
        if part.value:
            if rule == "period:document":
                return Found(part.value, f"period:{record.ways[1]}", (part.span,))
            return Found(part.value[:7], rule, (part.span,))
    return NOTHING


def _before_document(context: Context) -> Found:
    """Return the quarter or month before that of the document: 较上季度15个."""
    found = _of_document(context)
    year, unit, number = found.value[:4], found.value[5:6], found.value[-2:].lstrip("Q0")
    if len(found.value) != len("2020-Q3") or not number.isdigit() or unit == "H":
        return found
    last = (int(number) - 2) % (4 if unit == "Q" else 12) + 1
    year = str(int(year) - (last > int(number)))
    return found._replace(value=f"{year}-Q{last}" if unit == "Q" else f"{year}-{last:02d}")


def _is_comparison(period: Period, place: int, sentence: Sentence) -> bool:
    """Say whether a date is only compared with (较2021年底) or a beginning (自2012年开通以来)."""
    text, patterns = sentence.text, sentence.patterns
    if patterns.own_of.fullmatch(text, period.end, place):
        # 与2011年度的7.40分持平, 比2009年的平均分21.7分: the figure is that year's.
        return False
    if patterns.compared.search(text[max(0, period.start - 18) : period.start]):
        # 对比第一季度44个: the figure touches what is compared with.
        return period.end < place
    if patterns.begins.search(text[max(0, period.start - 1) : period.start]):
        return patterns.since.search(text[period.end : min(place, period.end + 24)]) is not None
    if is_founding(text, period.start, period.end, patterns):
        return True
    return (
        patterns.compared_after.match(text[period.end : period.end + 6]) is not None
        and "同期" not in text[period.end : period.end + 3]
    )


def older_period(sentence: Sentence, context: Context, mark: Mark) -> Found:
    """Return the period of the first figure of a change, which is older: n年来 says by how much."""
    if sentence.patterns.dated.search(sentence.text, max(0, mark.span_start - 4), mark.span_start):
        return NOTHING
    own = span_of_years(sentence.text, sentence.patterns)
    years = own or context.span
    base = int(mark.time_period[:4]) if own and mark.time_period else context.record.year
    if years and base and (own or mark.rules.get("time_period") != "period:text"):
        return Found(str(base - years), "period:derived")
    return NOTHING
