"""Dates and periods in running text, as ISO 8601 and SDMX periods."""

from __future__ import annotations

import re
from typing import NamedTuple

_YEAR = r"(?:19|20)[0-9]{2}"
_ZH_YEAR = r"[一二][〇○零Ｏ0九][〇○零一二三四五六七八九]{2}"


class Period(NamedTuple):
    """A period in a sentence: where it stands, its ISO form, and whether it only points to another (今年, 同期)."""

    start: int
    end: int
    iso: str


_LATE, _EARLY = 20, 10
_ZH_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "Ｏ": "0", "0": "0"}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = {m: i for i, m in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}

_YEAR_WORDS = {"今年": 0, "本年度": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2}
_FROM_NOW = frozenset({"今年", "去年", "前年"})
_DATE = re.compile(
    # What a date may start with: most characters of a text are passed over by one look.
    r"(?=[0-9〇○零一二三四五六七八九十今本当去上下前的秋春夏冬第年底末终初])(?:"
    # 2015-1-1起至2015-12-31, 2015/1/1-2015/12/31; 2015 1 1日 in a copy that lost its 年 and 月
    rf"(?P<whole_year>{_YEAR})(?:[-/.]| )0?1(?:[-/.]| )0?1日?起?,?[-—–~～至到]{{1,2}} ?"
    r"(?P=whole_year)(?:[-/.]| )12(?:[-/.]| )31日?"
    # 2014-2020年, 2017年至2019年
    rf"|(?P<first>{_YEAR})(?:年度?)?[-—–~～至到]+(?P<last>{_YEAR})(?:年度?|(?![0-9.%万亿]))"
    # 2017-06-01 09:45:15, 2017.6.1, 2017/6
    rf"|(?P<iso_year>{_YEAR})(?P<sep>[-/.])(?P<iso_month>0[1-9]|1[0-2]|[1-9])(?![0-9])"
    r"(?:(?P=sep)(?P<iso_day>[0-3]?[0-9])(?![0-9]))?(?![%万亿家个条])(?:[T\t]?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?"
    # 28-08-2012, 28.08.2012
    rf"|(?<![0-9])(?P<dmy_day>[0-3][0-9])(?P<dmy_sep>[-./])(?P<dmy_month>0[1-9]|1[0-2])(?P=dmy_sep)(?P<dmy_year>{_YEAR})(?![0-9])"
    # 20121117日, 截至930日: a copy that lost its 年 and 月
    rf"|(?<![0-9])(?P<lost_year>{_YEAR})(?P<lost>[0-9]{{2,4}})日"
    # 本周(123—1210日): that lost them on both sides
    r"|(?<=[(周])[0-9]{2,4}日?[-—–~～至到]{1,2}(?P<lost_to>[0-9]{3,4})日"
    r"|(?:(?<=截至)|(?<=截止)|(?<=日至)|(?<=[于从自]))(?P<lost_days>[0-9]{3,4})日(?!内)"
    # 20228月份: a copy that lost its 年
    rf"|(?<![0-9])(?P<glued_year>{_YEAR})(?P<glued_month>1[0-2]|[1-9])月(?![0-9至到~～—–-])"
    # a year, if any, and its part
    rf"|(?:(?P<year>{_YEAR})(?:年度?)?|(?P<zh_year>{_ZH_YEAR})年度?|(?P<word>今年|本年度?|当年|去年|上一?年|前年)|(?<![0-9.个第]))(?P<of>(?<=年)的)?"
    r"(?:(?P<half>[上下])半年|(?P<season>秋|春|夏|冬)季(?!度)|第?(?P<quarter>[一二三四1-4])季度|前(?P<quarters>[一二三1-3])个?季度"
    r"|(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])(?:月份?|(?=[-—–~至到、和]{1,2}(?:1[0-2]|[1-9])月))"
    # 2019年6月28日12:00至2019年7月12日12:00
    r"(?:(?P<day>[0-3]?[0-9])(?:[日号](?:[0-2]?[0-9](?::[0-5][0-9]|[时点])(?=[-—~至到]))?)?(?![0-9.%])|底|末|初|[上中下]旬)?"
    r"(?:起?[-—–~～至到、和]{1,2}(?=(?:(?:19|20)[0-9]{2}年)?(?:[0-3]?[0-9][月日号]|底|末))(?:(?P<to_year>(?:19|20)[0-9]{2})年)?(?:(?P<to_month>1[0-2]|0?[1-9])月份?)?(?:(?P<to_day>[0-3]?[0-9])[日号](?:[0-2]?[0-9](?::[0-5][0-9]|[时点]))?(?![0-9.%])|底|末)?)?"
    r"|(?:(?<=[0-9年])|(?<=年度))(?P<end>年?(?:[底末]|终(?![评考总报])))|(?:(?<=[0-9年])|(?<=年度))(?P<begin>年?初))"
    rf"|(?P<only_year>{_YEAR})(?:年(?!内|多|来|余|远景)度?|(?=[版届秋春]|中[国央]|全国|世界|全球|数字|城市|[\u4e00-\u9fff]{{2,16}}(?:活动|大会|论坛|峰会|年会|大赛|发布会))|(?<=[届告书数]\([0-9]{{4}})(?=\)))|(?P<only_zh_year>{_ZH_YEAR})年(?!远景)度?"
    # 上年结转2件,本年新收78件: what was carried over dates nothing.
    r"|(?P<only_word>今年|本年度|去年|上一?年(?!度?末?的?同|度?(?:结[转余存]|转[入结]|[未遗留]))|前年|当年)"
    r"|(?<![0-9.,])[0-3]?[0-9]日(?!内|均|常|益)(?:[-—~至到]+[0-3]?[0-9]日)?|(?<![0-9])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9%])"
    r"|(?<![0-9])[0-2]?[0-9][时点](?:[0-5]?[0-9]分|整|许|至|前|后|,|(?=[0-9])))"
)
_FIRST = re.compile(r"[0-9]|[一二三四五六七八九十]月|季度?|半年|今年|本年|当年|去年|上一?年|前年|[一二][〇○零九]")


def find_periods(text: str, year: int, latest: str = "", now: int = 0) -> list[Period]:
    """Return the periods of a sentence in order; `year` is the bulletin's, `now` that of its 今年, 0 for not known.

    In a notice that is published (`latest`) in January or February, 12月 is that of the year before.
    """
    if _FIRST.search(text) is None:
        return []
    english = _english_periods(text, year, now or year) if _ENGLISH_FIRST.search(text) else []
    found, named, dated, told = english[:], year, False, 0
    for match in _DATE.finditer(text):
        if match.end() == match.start():
            continue
        if text.startswith("去年", told) and "。" in text[told : match.start()]:
            # 去年年底,热线开通。5月7日至13日受理来电: the next sentence is of this year.
            named = year
        iso, stated = _iso_of(match, named, year, now)
        # 2015年10月8日公开了2014年决算,10月23日…: a bare year behind a day does not move the next day back.
        told = match.start() if stated else told
        named = named if dated and len(iso) == len("2014") and stated < named else stated or named
        dated = dated or bool(stated and len(iso) > len("2014"))
        late = latest[5:7] in ("01", "02") and _begins(iso)[5:] > "09"
        # A quarter that had not begun when a notice came out is one of the year before.
        ahead = latest[5:7] and iso[5:6] == "Q" and _begins(iso) > latest[:7]
        if not stated and iso[:4] == latest[:4] and (late or ahead):
            iso = f"{int(iso[:4]) - 1}{iso[4:]}"
        if not any(p.start < match.end() and match.start() < p.end for p in english):
            found.append(Period(match.start(), match.end(), iso))
    return sorted(found)


def _begins(iso: str) -> str:
    """Return the first month of a period that is shorter than a year."""
    part = iso[5:7]
    month = {"Q": 3, "H": 6}.get(part[:1], 0) * (int(part[1:] or 1) - 1) + 1 if part[:1] in ("Q", "H") else part
    return f"{iso[:4]}-{int(month):02d}" if part else ""


_ENGLISH_MONTHS: dict[str, int] = {
    m[:3]: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COUNTED = "|".join(_ORDINALS)
_TO_DAY = "(?: ?(?:-|–|to) ?[0-3]?[0-9])?"
_ENGLISH = re.compile(
    rf"(?:the )?end of (?P<end_year>{_YEAR})"
    # the third quarter of 2016, 2016 third quarter, the first half of this year
    rf"|(?:(?P<y_before>{_YEAR})(?:'s)? )?"
    r"(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?P<part>[Qq]uarter|[Hh]alf)(?:'s)?"
    rf"(?: (?:of|in) (?:(?P<q_year>{_YEAR})|(?P<q_this>this year|the year)))?"
    rf"|\b(?P<month>{_NAMES})\.?,? (?:(?P<day>[0-3]?[0-9]){_TO_DAY}(?:,| |, ))?(?P<m_year>{_YEAR})\b"
    rf"|\b(?P<d_month>{_NAMES})\.? (?P<d_day>[0-3]?[0-9]){_TO_DAY}\b"
    rf"|\b(?:[Aa]s of|[Bb]y|[Ii]n) (?:the )?(?:end of |early |late |mid-)?(?P<of_month>{_NAMES})\b"
    rf"(?!,? (?:[0-3]?[0-9](?![0-9%]|[,.][0-9])|{_YEAR}))"
    rf"|\b(?:[Ii]n|of|[Dd]uring|[Bb]y) (?:early |late |mid-)?(?P<in_year>{_YEAR})\b"
    # the 2020 edition of the survey, the 2016 third check
    rf"|\b(?P<edition>{_YEAR})(?= (?:edition|[Ss]urvey|United Nations|UN |E-[Gg]ov|(?:{_COUNTED}) (?!quarter|half)))"
    r"|(?P<last>[Ll]ast year)(?! ?'s)"
)
_ENGLISH_FIRST = re.compile(
    rf"end of (?:{_YEAR})|[Qq]uarter| [Hh]alf|[Ll]ast year|\b(?:{_NAMES})\b"
    rf"|(?:[Ii]n|of|ince|uring|[Bb]y|early|late|mid)[ -]{_YEAR}|{_YEAR} (?:edition|[A-Za-z])"
)


def _english_periods(text: str, year: int, now: int) -> list[Period]:
    """Return the periods of English prose."""
    found = []
    for match in _ENGLISH.finditer(text):
        iso = _english_iso(match, year, now)
        if iso:
            found.append(Period(match.start(), match.end(), iso))
    return found


def _english_iso(match: re.Match[str], year: int, now: int) -> str:
    got = match.groupdict()
    if got["end_year"]:
        return f"{got['end_year']}-12"
    if got["quarter"]:
        base, number = (
            got["q_year"] or got["y_before"] or (str(year) if year else ""),
            _ORDINALS[got["quarter"].lower()],
        )
        letter = "Q" if got["part"].lower() == "quarter" else "H"
        return f"{base}-{letter}{number}" if base and (letter == "Q" or number < 3) else ""
    if got["m_year"]:
        day = f"-{int(got['day']):02d}" if got["day"] else ""
        return f"{got['m_year']}-{_month_of(got['month']):02d}{day}"
    if got["d_month"]:
        return f"{year}-{_month_of(got['d_month']):02d}-{int(got['d_day']):02d}" if year else ""
    if got["of_month"]:
        return f"{year}-{_month_of(got['of_month']):02d}" if year else ""
    return got["in_year"] or got["edition"] or (str(now - 1) if now and got["last"] else "")


def _month_of(name: str) -> int:
    return _ENGLISH_MONTHS[name[:3].lower()]


def _iso_of(match: re.Match[str], named: int, year: int, now: int) -> tuple[str, int]:
    """Return the ISO form of a match and the year that it states (0 for none)."""
    got = match.groupdict()
    if got["whole_year"]:
        return got["whole_year"], int(got["whole_year"])
    if got["last"]:
        return got["last"], int(got["last"])
    if got["iso_year"]:
        day = f"-{int(got['iso_day']):02d}" if got["iso_day"] else ""
        return f"{got['iso_year']}-{int(got['iso_month']):02d}{day}", int(got["iso_year"])
    if got["dmy_year"]:
        # 02/09/2011 is of February or of September.
        either = got["dmy_sep"] == "/" and int(got["dmy_day"] or 0) < 13
        return got["dmy_year"] + ("" if either else f"-{got['dmy_month']}-{got['dmy_day']}"), int(got["dmy_year"])
    if got["glued_year"]:
        return f"{got['glued_year']}-{int(got['glued_month'] or 0):02d}", int(got["glued_year"])
    if got["lost_to"]:
        return (f"{named}{_day_of(got['lost_to'])[:3]}" if named and _day_of(got["lost_to"]) else ""), 0
    if lost := got["lost"] or got["lost_days"]:
        stated = int(got["lost_year"] or 0)
        day = _day_of(lost)
        return (f"{stated or named}{day}" if day and (stated or named) else ""), stated if day else 0
    stated, part = _stated_year(got, year, now or year), _part_of(got)
    if got["to_month"] and int(got["to_year"] or 0) > stated > 0:
        # 2018年12月1日-2020年7月31日: what came in by then
        return f"{got['to_year']}-{int(got['to_month']):02d}", int(got["to_year"] or 0)
    # 2012年上线以来…截至今年3月: in a text of no known year, 今年 is not the one named last.
    base = stated or (0 if got["word"] in _FROM_NOW else named)
    # An hour, or a day without its month, says nothing of the year; 1-9月 is of it.
    dated = stated or part or got["season"] or got["begin"] or got["to_month"]
    return (f"{base}{part}" if base and dated else ""), stated


def _day_of(digits: str) -> str:
    """Return month and day of digits that ran together, where they say one only: 11, 930, 1117."""
    pairs = [(int(digits[:cut]), int(digits[cut:])) for cut in (1, 2) if 0 < len(digits) - cut < 3]
    found = [(m, d) for m, d in pairs if 0 < m < 13 and 0 < d < 32 and (d > 9 or len(digits) < 4)]
    return f"-{found[0][0]:02d}-{found[0][1]:02d}" if found and (len(found) == 1 or len(digits) == 2) else ""


def _stated_year(got: dict[str, str | None], year: int, now: int) -> int:
    digits = got["year"] or got["only_year"]
    if digits:
        return int(digits)
    spelt = got["zh_year"] or got["only_zh_year"]
    if spelt:
        return int("".join(_ZH_DIGITS[c] for c in spelt))
    word = got["word"] or got["only_word"]
    base = now if word in _FROM_NOW else year
    return base + _YEAR_WORDS.get(word, 0) if word and base else 0


def _part_of(got: dict[str, str | None]) -> str:
    if got["half"]:
        return "-H1" if got["half"] == "上" else "-H2"
    if got["quarter"] or got["quarters"]:
        return f"-Q{_QUARTERS[got['quarter'] or got['quarters'] or '']}"
    if got["month"]:
        month = _MONTHS.get(got["month"]) or int(got["month"])
        if got["to_month"] or got["to_day"]:
            return _span_of_days(month, int(got["day"] or 1), int(got["to_month"] or month), int(got["to_day"] or 31))
        return f"-{month:02d}" + (f"-{int(got['day']):02d}" if got["day"] and 0 < int(got["day"]) < 32 else "")
    return "-12" if got["end"] else ""


def _span_of_days(first: int, day: int, last: int, to_day: int) -> str:
    """Return the part of a year from one day to another: the few days beyond a month are left out of a longer span."""
    if last == first + 1 and day > _LATE and to_day < _EARLY:
        # 11月27日-12月4日: a week is of the month in which it ends.
        return f"-{last:02d}"
    if last > first:
        first, last = first + (day > _LATE), last - (to_day < _EARLY)
    return _span_of(first, last)


def _span_of(first: int, last: int) -> str:
    """Return the part of a year from one month to another: a quarter, a half, the year, else the month it ends in.

    1-10月 is a sum up to October, as 前三季度 is one up to the third quarter.
    """
    months = last - first + 1
    if months == 3 and last % 3 == 0:
        return f"-Q{last // 3}"
    if months == 6 and last % 6 == 0:
        return f"-H{last // 6}"
    return "" if months == 12 else f"-{last:02d}"
