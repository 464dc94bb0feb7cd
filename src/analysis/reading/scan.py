"""Find the numerals of a sentence that may be figures: one pass of one pattern, then cheap tests of the neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.bounds.printed import ORDINALS, PARTS, TEENS, TENS, spell_range
from analysis.reading.figure import Mark
from analysis.reading.periods import Period

# A full-width comma groups digits only where a measure word follows: 12，345家.
_INTEGER = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,4},[0-9]{4}(?=[次人条个家件篇])"
    r"|[0-9]{1,3}(?:，[0-9]{3})+(?=[家个条名人篇件项次](?![0-9]))|[0-9]+"
)
_NUMBER = rf"(?:{_INTEGER})(?:\.[0-9]+)?"
_MEASURES = (
    "个百分点|百分点|百分比|人[(/]次[)]?|人次|万人次|亿人次|次|[家件条个]次|家(?!庭)|个|条|项|名|人|篇|件|户|座|种|大?类|款|部门|部|场|期|轮(?![流换])|份|封|笔|位|台|套|所|张|起|例"
    "|批|处|页|幅|分|倍|元|万元|亿元|字节|字|辆|枚|组|道|宗|单|通(?![过知报告常信办用行道])|MB|GB|TB|PB|平方米|公里|亩|只|支|本|段|集|档|维|星|国(?![务家])|省(?![级直会政部属委厅份、])|市(?![级直政民、场])|县(?![级、])|区(?![级县直域、])|州(?![市])|级|大"
)
_TO_NINE = "一二两三四五六七八九"
# Chinese numerals count only with a measure word behind them: 三家, 十四个; words such as 进一步 and 百姓 never do.
_ZH = "一二两三四五六七八九十百千万亿零〇"
_SKIPPED = (
    r"(?P<skip>(?:https?://|ftp://|www\.)(?:(?!(?<=\.cn)[0-9]+[个家条项件])[!-(*-~])+|[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9.-]{1,64}"
    r"|(?<![A-Za-z0-9-])[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){0,5}\.(?:cn|com|net|org|gov|html?|shtml|docx?|xlsx?|pdf)(?![A-Za-z])[/!-(*-~]{0,200}"
    r"|[〔\[【(](?:19|20)[0-9]{2}[〕\]】)](?:第?[0-9]{1,5}号|[0-9]{2}-[0-9]{3,4}-[0-9]{2})?"
    r"|(?<![名居列全排世为])(?<!全[国球省])(?<!世界)第[0-9]{1,6}(?![0-9]*(?:[位名]|提升|上升|跃升|升至|下降))(?:[-—~、至到]第?[0-9]{1,6})?"
    r"|(?<![0-9])(?:0[0-9]{2,3}[-—)])[0-9]{7,8}(?![0-9])|(?<![0-9])1[3-9][0-9]{9}(?![0-9])|(?<![0-9])[0-9]{3,4}-[0-9]{7,8}(?![0-9])"
    r"|(?<![0-9/])[0-3]?[0-9]/[01]?[0-9]/(?:19|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9.%])|[0-9]{1,2}[×xX*][0-9]{1,2}(?:小时)?"
    r"|(?<![0-9-])(?:[0-9]{2}-)?[01]?[0-9]-[0-3]?[0-9](?= [0-2]?[0-9]:[0-5][0-9])"
    # 请联系分局办公室(69730047): a telephone
    r"|(?<=[室处科局心组][(（])[2-9][0-9]{6,7}(?=[)）])"
    # “8.18”, a day that names a fault
    r"|(?<=[“\"「])(?:1[0-2]|[1-9])\.(?:[12][0-9]|3[01]|0?[1-9])(?=[”\"」])"
    # (10.28-11.3), 热线一周综述10.28-11.3
    r"|(?<=[(周述报期析])[01]?[0-9]\.[0-3]?[0-9][-—~至]{1,2}[01]?[0-9]\.[0-3]?[0-9](?=\)|\s|$)"
    r"|[0-9](?:\+[0-9A-Za-zＮ]){1,4}(?![0-9%万亿家个])|(?<![0-9])[0-9]{1,3}:[0-9]{1,3}(?![0-9%])"
    rf"|[万亿]分之[{_ZH}0-9]{{1,6}}"
    r")"
)
_COUNTED = "sites?|websites?|portals?|accounts|provinces|regions|cities|counties|ministries|departments"
_ONES, _TEENS, _TENS, _PARTS = ("|".join(words) for words in (TEENS[1:10], TEENS[10:], TENS, PARTS))
# forty-one percent, three of the 31 provinces, twelve provincial portals; one and a say little by themselves.
_SPELT_OUT = (
    rf"(?P<english>(?i:\b(?:(?:{_TENS})(?:-(?:{_ONES}))?|{_TEENS}"
    rf"|(?!one(?! of | per ?cent| million| billion))(?:{_ONES}))"
    r"(?P<english_scale> (?:million|billion))?\b))"
    r"(?:(?P<english_percent> per ?cents?\b)|(?= (?:out )?of (?:the|all|these|those)\b"
    rf"| (?:[a-z-]+ ){{0,2}}(?:{_COUNTED})\b)|(?(english_scale)|(?!)))"
    rf"|(?P<part>(?<![A-Za-z-])(?i:an?|one|two|three|four)[- ](?:{_PARTS})s?(?= of| the\b)"
    rf"|(?<![{_ZH}第])[二三四五六七八九十]{{1,3}}分之[一二两三四五六七八九十]{{1,3}})"
)
# What stands before 第 where a rank follows.
_RANKED = "名居列排项国省市县区镇门站户球界拿获夺取得联数量率榜单博"
# What a numeral or an address may start with: most characters of a text are passed over by one look.
_STARTS = rf"(?=[0-9A-Za-z_.{_ZH}数几半过〔\[【(第-])(?:"
_CANDIDATE = re.compile(
    _STARTS
    + _SKIPPED
    + rf"|(?P<hundredth>[百千]分之(?P<hundredth_value>(?:{_NUMBER}|[{_ZH}]+(?:点[{_ZH}]+)?)))"
    # 占省份的2/3, 抽查了1/3的网站
    + r"|(?P<fraction>(?<=[占的达到超过近约为了有逾足])[1-9]/(?:[2-9]|10)(?![0-9/月号])"
    + r"(?=(?:以上|左右|[强弱多])?(?:的|[,。;、]|$)))"
    + r"|(?P<digit_tenths>[1-9](?:\.[1-9])?成(?![为立功果本员长熟效绩不型]))"
    + rf"|(?P<range>(?P<low>{_NUMBER})(?P<low_unit>%|分|家|个)?(?:[-—–~～]{{1,2}}|至|到)"
    + rf"(?P<high>{_NUMBER})(?P<range_scale>[万亿])?(?P<range_percent>%)?)"
    + rf"|(?P<num>[1-9]千(?:零?[0-9]{{1,3}})(?![0-9万])|(?:{_NUMBER})"
    + r"(?:万[1-9]千(?![0-9万])|[余多几]?(?:[十百千]?[万亿]{1,2}|[百千](?![0-9分]))(?:[0-9]{4}(?![0-9]))?|[Ww](?=\+))?"
    + r"(?: ?(?:million|billion|thousand)\b)?)(?P<percent> ?%| ?‰| ?per ?cents?\b)?"
    + "|"
    + _SPELT_OUT
    + r"|(?P<half>一半|半数|过半(?!夜)|(?<=[近超逾约])半(?![年月天日个小世夜生百径价成途壁])"
    + r"|(?<!first )(?<!second )(?<!latter )(?<!other )\bhalf(?= of (?!(?:19|20)[0-9])| the\b| all\b))"
    + r"|(?P<several>[数几][十百千]?[十百千万亿](?=[余多]?(?:[家个条项次名人篇件户种款部位份封台所])))"
    + rf"|(?P<tenths>(?:(?<![{_ZH}第])[{_TO_NINE}])?[{_TO_NINE}]成[半{_TO_NINE}]?"
    + r"(?![为立功果本员长熟效绩不型人交都份像就]))"
    # 位列第三, 全省第四名: a rank in words; 放在第一位 and 第一批 are none.
    + rf"|(?P<zh_rank>(?:(?<=[{_RANKED}]第)(?![{_ZH}]、[{_ZH}]批)"
    + rf"(?=[{_ZH}]{{1,3}}(?:[,，。;；、()（）”」!！的\s]|$|排在|仅次))"
    # 跃居全省第四受到表彰; 分列第二、三、四名
    + rf"|(?<=分列)(?=[{_ZH}](?:、[{_ZH}]){{1,6}}[名位])"
    # 排名市州第一, 总得分第三; 第一部分第二、三项 are none.
    + rf"|(?<=[分州类组]第)(?=[{_ZH}]{{1,3}}(?:[,，。;；!！)）]|$))"
    # 居浙江第二
    + rf"|(?<=[居列][一-鿿]{{2}}第)(?=[{_ZH}]{{1,3}}(?:[,，。;；、]|$))"
    + rf"|(?<=[居列]全[国省市]第)(?=[{_ZH}]{{1,3}}(?![{_ZH}个批次轮季期届类项条方者]))"
    + rf"|(?<=[{_ZH}]、)(?<=[列居第二三四五六七八九]、)(?=[{_ZH}](?:、[{_ZH}]){{0,6}}[名位])"
    + rf"|(?<=第)(?:(?<!在第)|(?<=排在第))(?=[{_ZH}]{{1,3}}[名位](?:[是为的:,，。;；、()（）“!！\s]|$)))[{_ZH}]{{1,3}}"
    # ranked third
    + r"|(?:(?<=ranked )|(?<=ranking )|(?<=ranks )|(?<=placed )"
    rf"|(?<=ranked the )|(?<=ranking the )|(?<=ranks the ))(?:{'|'.join(ORDINALS)})\b)"
    + rf"|(?P<zh_large>(?<![第点{_ZH}])[一二两三四五六七八九十百千]{{1,6}}(?:点[一二三四五六七八九零〇]{{1,3}})?"
    + rf"[余多几]?[万亿](?![{_ZH}元户物岁里众象能])"
    # 阅读量破万, 上千家网站, 上千万用户; 同意上百姓 and 网上万象 are none.
    + rf"|(?<=破)[百千]?[万亿](?![{_ZH}元户物])"
    + rf"|(?<=上)(?<![网以线晚]上)(?:[百千](?=[余多]?(?:[家个条项次件篇款种]|名(?!称)))|[百千][万亿](?![{_ZH}元])))"
    + rf"|(?P<zh>(?<!第)(?<![{_ZH}])[{_ZH}]{{1,9}}[余多几]?(?=[余多]?(?:{_MEASURES}))))"
)
TAIL = re.compile(
    rf"(?P<plus>\+)?(?P<more>[余多](?!年|样|元化|种多样|次元|媒体|方|项式))?(?P<measure>{_MEASURES})?(?P<more_after>[余多](?=[,。;、的]|$))?"
    r"(?:(?:[(]?含[)]?|[(][^()]{0,12}[)])(?=及?[以之左上][上下内右]))?(?P<suffix>及?以上|之上|及?以下|之下|以内|之内|左右|上下|不到|不足"
    r"| or (?:so|more|fewer|less)\b)?"
)
TAIL_PERCENT = re.compile(
    r"(?P<plus>\+)?(?P<more>[余多](?=的|[,。;、\s]|$))?(?P<measure>(?!))?(?P<more_after>(?!))?(?:[(]?含[)]?)?"
    r"(?P<suffix>及?以上|之上|及?以下|之下|以内|之内|左右|上下| or (?:so|more|less)\b)?"
)
_WORDS = ("part", "fraction", "half", "english", "several", "tenths", "digit_tenths", "zh_rank", "zh_large", "zh")
# Kinds in which two neighbouring digits are a range: 两三千个, 七八成.
_PAIRED = frozenset({"zh", "zh_large", "tenths"})
_SHARES = frozenset({"part", "fraction", "half", "tenths", "digit_tenths"})
_DIGIT = re.compile(r"[0-9一二两三四五六七八九十百千万数几半]")
_SPELT = re.compile(rf"(?i)\b(?:{_ONES}|{_TEENS}|(?:{_TENS})(?:-\w+)?|(?:{_PARTS})s?|per ?cents?)\b")


def may_hold_date(text: str) -> bool:
    """Say cheaply whether a stretch of text can hold a date or a figure."""
    return _DIGIT.search(text) is not None or (" " in text and _SPELT.search(text) is not None)


def may_hold_figures(text: str) -> bool:
    """Say whether a stretch of text holds anything that looks like a figure."""
    return _CANDIDATE.search(text) is not None


def find_marks(text: str, periods: list[Period]) -> Iterator[Mark]:
    """Yield the numerals of a sentence that are neither dates nor addresses, document numbers and the like."""
    if not periods:
        yield from (_mark_of(match) for match in _CANDIDATE.finditer(text) if match["skip"] is None)
        return
    ends = iter([*((p.start, p.end) for p in periods), (len(text) + 1, len(text) + 2)])
    start, end = next(ends)
    position = 0
    while True:
        match = _CANDIDATE.search(text, position)
        if match is None:
            return
        position = max(match.end(), position + 1)
        while end <= match.start():
            start, end = next(ends)
        if match.start() < end and start < match.end():
            if match.start() < start or match["skip"]:
                # The numeral runs into a date (…12家2017年) or the address holds one: cut it or leave it.
                position = end if not match["skip"] else max(position, end)
                clipped = None if match["skip"] else _CANDIDATE.fullmatch(text, match.start(), start)
                if clipped and clipped["num"]:
                    yield _mark_of(clipped)
            else:
                position = end
            continue
        if match["skip"] is None:
            yield _mark_of(match)


def _mark_of(match: re.Match[str]) -> Mark:
    start, end = match.span()
    if match["num"]:
        return Mark(start, end, match["num"], "num", match["percent"] is not None)
    if match["range"]:
        return Mark(start, end, match["range"], "range", match["range_percent"] is not None or match["low_unit"] == "%")
    if match["hundredth"]:
        return Mark(start, end, match["hundredth_value"], "hundredth", True)
    kind = next(name for name in _WORDS if match[name])
    percent = kind in _SHARES or match["english_percent"] is not None
    text = match[kind]
    behind = match.string[end : end + 1]
    if kind in _PAIRED and (ends := spell_range(text + behind).removesuffix(behind)) != text:
        return Mark(start, end, ends, "range", percent)
    return Mark(start, end, text, "zh" if kind == "zh_large" else kind, percent)
