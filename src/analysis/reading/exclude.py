"""Numerals that are no figures: years, enumerators, ordinals, hotlines, versions, page furniture, words and slogans."""

from __future__ import annotations

import re

from analysis.reading.figure import Mark

_YEAR = re.compile(r"(?:19[89]|20[0-3])[0-9]$")
_ENUMERATOR_BEFORE = re.compile(r"(?:^|[\n\t;:。.!?,、:;!?\s(])[(]?$")
_ENUMERATOR_AFTER = re.compile(r"[)、]|\.(?![0-9的])|[.]?\t|$")
# (一)评估结果1.国务院部门网站: a heading glued to the list under it.
_ENUMERATES = re.compile(r"[.、](?=[\u4e00-\u9fff])")
_HEADED = re.compile(r"(?:结果|情况|内容|问题|建议|要求|措施|分析|如下|说明)$")
_IDENTIFIER = re.compile(r"[0-9]{9,}$")
_DURATIONS = re.compile(
    r"个?(?:多|余)?(?:半)?(?:年|月(?!均)|工作日|天|日|小时|周岁|周年|岁|周|分钟|秒|毫秒|世纪|学年|个月|个星期|个小时|个季度|季度|自然日|课时|时(?!段|空))"
    r"|[ -](?:consecutive |working |business )?(?:hours?|days?|weeks?|months?|years?|minutes?)\b"
)
_KEPT_DURATION = re.compile(r"(?:连续|已历|历时|持续|平均|缩短|压缩|用时|时长|时间由|时限由|提速)(?:了|至|到|约|为)?$")
_ORDINAL_AFTER = re.compile(
    r"(?:号(?!召|称)|版(?!块|本|权|面)|届|强(?!化|调)|佳|时[0-9]|点[0-9半钟]|[:][0-9]|A级|a级|A景|级标|周|度(?!量))"
)
_TITLE_BEFORE = re.compile(
    r"(?:附件|附表|附录|表|图|编号|代码|识别码|标识码|邮编|邮政编码|电话|传真|热线|手机|QQ|微信号|房间|备案|备|网安备|条码|前|[Tt][Oo][Pp]|页码|款号|专线|拨打|日期|时间)[:]?$"
)
_FURNITURE = re.compile(
    r"(?:浏览(?:次数|量|数)?|阅读(?:次数|量|数)?|点击(?:次数|数|率|量)?|人气|访问次数|字数|字号|字体|打印|热度|查看次数|点赞|评论|责任编辑|编辑)[:]+$"
)
_LETTER = re.compile(r"[A-Za-z_]")
_UNIT_LETTERS = re.compile(
    r" ?(?:[GTMKPE]B|PV|UV|[WwKk](?![A-Za-z])|million|billion|thousand)| [a-z]{2,}|(?=[A-Z]?[^\x00-\x7f])"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_ACRONYM = re.compile(
    r"\b(?:[A-Z][A-Za-z]*[A-Z]|GB|Web|web|Windows|IE|TOP|Top|No\.?|NO\.?|V|v|Table|Figure|Chapter|Part|Q|IPv|IPV)[ -]?$"
)
_LONE_DECIMAL = re.compile(r"\s*0\.[0-9]{2,4}\s*$")
_MONTHS_ENGLISH = re.compile(rf"(?:\b(?:in|In|of|since|by|year|{_MONTHS})[ ,]+)$")
_OF_MONTH = re.compile(rf"[ ,]+(?:{_MONTHS})\b")
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.? $")
_MOVES = re.compile(r"提升|上升|跃升|升至|下降")
_RANK_BEFORE = re.compile(
    r"(?:排名|排|位居|居|名列|位列|列|升至|上升到|上升至|降至|下降至|下降到|提升至|提升到|跃居|跃升至|占|全国|全球|世界|全省)[^,。;、0-9]{0,10}第$"
)


_ORDINAL_ENGLISH = re.compile(r"(?:st|nd|rd|th)\b")
_RANK_ENGLISH = re.compile(
    r"(?i)排名[^,。;]{0,12}$|\b(?:rank|place|position|spot|climb|rose|moved|rise)[a-z]*\b[^.;]{0,40}$"
)


def is_ordinal(text: str, end: int) -> bool:
    """Say whether an English ordinal ends behind a numeral: 45th."""
    return _ORDINAL_ENGLISH.match(text, end) is not None


def reason_for(mark: Mark, text: str, tail: re.Match[str], cue: bool, damaged: bool) -> str:
    """Return why a numeral is no figure, an empty string where it is one."""
    if mark.kind in ("half", "tenths", "digit_tenths", "hundredth", "several"):
        return ""
    if mark.kind == "zh":
        return _word_reason(mark, text, tail, cue)
    before, after = text[max(0, mark.start - 14) : mark.start], text[mark.end : mark.end + 14]
    if mark.percent:
        return ""
    return _digit_reason(mark, text, before, after, tail, cue, damaged)


# 5***18家 is censored, 2023-00087 an index number, 【4826】 an access code, 510块/32 the length of a prefix.
_BEYOND = re.compile(r"[名位](?:以后|以前|以内|之后|之前)| ?[条个]评论")
_OVER_YEAR = re.compile(r"(?:over|than|from|to|since) $")
_CENSORED = re.compile(r"[*＊×]{1,6}$|[Xx]{2,}$")
_CODE_BEFORE = re.compile(
    r"(?:提取码|验证码|密码|邀请码|访问码|口令|索引号|编号|标识码|备案号|许可证号?|登记号|[A-Za-z0-9]/|/)[:【\[(“]*$"
)
_CODE_AFTER = re.compile(r"[*＊×]{2,}|[Xx]{2,}|-[0-9]{3,}|/[0-9]{4}")


def _is_code(before: str, after: str) -> bool:
    return bool(_CODE_BEFORE.search(before) or _CODE_AFTER.match(after) or _CENSORED.search(before))


def _digit_reason(mark: Mark, text: str, before: str, after: str, tail: re.Match[str], cue: bool, damaged: bool) -> str:
    if before.endswith("前") and tail["measure"] in ("名", "位"):
        return "ordinal"
    if _is_code(before, after):
        return "code"
    if before.endswith("并列第") or _BEYOND.match(after):
        return "ordinal"
    measured = bool(tail["measure"] or tail["more"] or tail["plus"])
    plain = mark.text.isdigit()
    if _DURATIONS.match(after) and not (_KEPT_DURATION.search(before) or "." in mark.text):
        return "duration"
    if _is_year(mark, before, after, tail, cue):
        return "date"
    if before.endswith("第") and not (
        tail["measure"] in ("位", "名")
        or _MOVES.match(after)
        or _RANK_BEFORE.search(text[max(0, mark.start - 20) : mark.start])
    ):
        return "ordinal"
    if _ORDINAL_AFTER.match(after) and not cue:
        return "ordinal"
    if is_ordinal(after, 0) or before.endswith(("No ", "No.", "No. ", "no. ", "NO.")):
        ranks = plain and _RANK_ENGLISH.search(text[max(0, mark.start - 60) : mark.start])
        return "" if ranks else "ordinal"
    if _LETTER.match(before[-1:]) or (_LETTER.match(after) and not _UNIT_LETTERS.match(after)):
        return "technology_name"
    if _FURNITURE.search(before) and mark.start < 400:
        return "page_furniture"
    if _OVER_YEAR.search(before) and plain and len(mark.text) == 4 and _YEAR.match(mark.text):
        return "date"
    if not measured and not cue:
        return _bare_reason(mark, text, before, after, plain, damaged)
    if _TITLE_BEFORE.search(before) and not tail["measure"]:
        return "label"
    return ""


def _bare_reason(mark: Mark, text: str, before: str, after: str, plain: bool, damaged: bool) -> str:
    """Judge a numeral that has neither a measure word nor a cue."""
    if before[-1:] in "[〔" and before and after[:1] in ("]", "〕"):
        return "note"
    if _ACRONYM.search(before) or _MONTH_BEFORE.search(before) or _OF_MONTH.match(after):
        return "label"
    if plain and len(mark.text) <= 2 and _ENUMERATES.match(after) and _HEADED.search(before):
        return "enumerator"
    if plain and len(mark.text) <= 2 and _ENUMERATOR_BEFORE.search(before) and _ENUMERATOR_AFTER.match(after):
        enumerates = not damaged or before == "" or before[-1:] != "."
        # A lone number between two tabs is a cell of a table, not an enumerator.
        if enumerates and not ("\t" in text and (before[-1:] in ("\t", "") and (after[:1] in ("\t", "")))):
            return "enumerator"
    if (
        re.fullmatch(r"[0-9](?:\.[0-9]){1,3}", mark.text)
        and before[-1:] in ("", "\t")
        and re.match(r"[\t、 ]?[\u4e00-\u9fff]", after)
    ):
        return "enumerator" if after[:1] != "的" else ""
    if plain and len(mark.text) <= 3 and _row_number(mark, text):
        return "enumerator"
    if _TITLE_BEFORE.search(before) or "上一页" in text or "下一页" in text:
        return "label"
    if plain and _IDENTIFIER.match(mark.text):
        return "identifier"
    if _LONE_DECIMAL.match(text) or (plain and mark.text[0] == "0" and len(mark.text) > 1):
        return "page_furniture"
    if after.startswith("+") and not re.match(r"\+[,。;、)]", after):
        return "slogan"
    return ""


def _row_number(mark: Mark, text: str) -> bool:
    """Say whether a number opens a row of a list or table: 1南京, | 1 | 商务部 |."""
    if text[: mark.start].strip("|\t ") or len(text) > 120:
        return False
    rest = text[mark.end :].lstrip("|\t ")
    return re.match(r"[\u4e00-\u9fff“《]", rest) is not None and (len(text) < 30 or text[mark.end] in "|\t ")


def _is_year(mark: Mark, before: str, after: str, tail: re.Match[str], cue: bool) -> bool:
    if not _YEAR.match(mark.text) or len(mark.text) != 4:
        return False
    if after.startswith("年"):
        return True
    if _MONTHS_ENGLISH.search(before):
        return True
    return not cue and not tail["measure"] and not tail["more"]


_LEXICAL_AFTER = re.compile(
    r"[个项种类大批级](?:人(?!次|员)|国家$|月|方面|工作|层面|维度|纬度|特点|问题|环节|阶段|步骤|时期|时候|字|角度|过程|渠道|融合|跨越|坚持|意识|自信|服务|统一|全面|确保|突破|转变|结合|提升|必须|更|是|点|体系|核心|主题|主线|重点|亮点|基本|样|样板|例子|关键)"
)
_THING = re.compile(r"[件项]事(?!项|例)")
_THRESHOLD = re.compile(r"(?:个)?粉丝(?:的|级|大号|量级)")
# 四家微博客网站 host the accounts.
_HOSTS = re.compile(r"家?(?:主要|主流|大型)?(?:微博客?|门户|商业|媒体)?(?:网站|平台|公司|媒体)")
_ONE = frozenset({"一"})
_STRONG = re.compile(
    r"(?:共|仅|只|有|达|为|出|查|开设|关停|关闭|新增|增加|减少|其中|含|括|共计|合计|累计|完成|建成|涉及|抽取|选取|随机)$"
)
_SUBJECTS = re.compile(
    r"网站|新媒体|账号|帐号|公众号|客户端|APP|单位|部门|平台|省|市|县|区|政府|门户|地区|微博|栏目|留言|用户|网民|问题|事项|信息|数据集|案例|信箱|人"
)
_LEXICAL_MEASURES = frozenset("大 级 国 维 星 段 所 道 字 只 支 本 张".split())
_NAME_BEFORE = frozenset("第 “ ‘ \" ' 「 进 统 唯 另 每 某 同 这 那 任 新 下 首 单".split())
_COUNTING = frozenset("个 部 项 省 市 县 区 类 部门 种 款".split())
_KEPT_MEASURES = frozenset(
    "家 条 件 篇 名 户 分 人次 万人次 次 份 处 起 例 位 个百分点 百分点 倍 万元 亿元 单 批次 家次 笔".split()
)


def _word_reason(mark: Mark, text: str, tail: re.Match[str], cue: bool) -> str:
    """Judge a Chinese numeral: it is a figure only with a measure word and a subject of the project's."""
    measure, after = tail["measure"] or "", text[mark.end : mark.end + 12]
    before = text[max(0, mark.start - 6) : mark.start]
    large = len(mark.text) > 1 and any(c in mark.text for c in "百千万亿十")
    if reason := _listed_reason(mark, measure, before, after):
        return reason
    if mark.text[-1] in "万亿" and (cue or mark.text[-2:-1] in ("余", "多", "几")):
        return ""
    if not measure or measure in _LEXICAL_MEASURES or (mark.text[-1] in "万亿千百" and not large and not cue):
        return "lexical"
    if before[-1:] in _NAME_BEFORE:
        return "slogan_or_name" if before[-1:] not in "第" else "ordinal"
    if _is_lexical(mark, measure, before, after, cue, large):
        return "lexical"
    if measure in _KEPT_MEASURES or large or cue:
        return ""
    counts = measure in _COUNTING and _SUBJECTS.search(text[mark.end : mark.end + 10])
    return "" if counts else "list_length"


def _listed_reason(mark: Mark, measure: str, before: str, after: str) -> str:
    """Judge what only says how long a list is, or where something stands in one."""
    if before[-1:] in ("前", "至", "到") or before.endswith(("位列", "分列", "名列", "排列")):
        return "ordinal"
    if measure in ("省", "市", "县", "区", "州"):
        return "list_length"
    if measure == "家" and len(mark.text) == 1 and _HOSTS.match(after):
        return "list_length"
    if _THRESHOLD.match(after) and mark.text in ("百万", "千万", "十万", "亿"):
        return "threshold"
    return "list_length" if before[-1:] in ("”", "’", "」", "》") and measure in ("个", "大", "项") else ""


def _is_lexical(mark: Mark, measure: str, before: str, after: str, cue: bool, large: bool) -> bool:
    """Say whether a numeral with a measure word is part of a word or a turn of phrase and counts nothing."""
    only = before[-1:] in ("仅", "只") or before.endswith(("仅有", "只有", "共有"))
    if mark.text in _ONE and not (cue or only):
        return True
    if _LEXICAL_AFTER.match(after) or _THING.match(after) or (measure == "位" and after[1:2] == "一"):
        return True
    return measure in ("次", "倍", "位", "人", "分") and not (cue or large or _STRONG.search(before))


_LISTED = re.compile(r"[1-9][0-9]{0,2}$")
_RANKING = re.compile(r"前[0-9一二三四五六七八九十]{1,3}|百强|十强|榜|排行|排名|入列|上榜|入围|依次")
_NAME_FOLLOWS = re.compile(r"[\u4e00-\u9fff“《@]")
_LIST_EDGE = re.compile(r"(?:^|[:：、,，。;；\s\u4e00-\u9fff”])$")


def list_places(marks: list[Mark], text: str) -> frozenset[int]:
    """Return where the places of a ranking stand (1平安江城 2南城铁路): they number names and count nothing."""
    if len(marks) < 2 or _RANKING.search(text) is None:
        return frozenset()
    found = [mark.start for mark in marks if _is_place(mark, text)]
    return frozenset(found) if len(found) > 1 else frozenset()


def _is_place(mark: Mark, text: str) -> bool:
    if mark.percent or not _LISTED.match(mark.text) or not _NAME_FOLLOWS.match(text, mark.end):
        return False
    measure = re.compile(r"家|个|条|项|人|次|分|位|名|万|亿|年|月|日|余|多|件|篇|省|市(?![场政])|款|类|强|大").match(
        text, mark.end
    )
    return measure is None and _LIST_EDGE.search(text[max(0, mark.start - 1) : mark.start]) is not None


_FURNITURE_LINE = re.compile(
    r"字号|打印|浏览|阅读次数|阅读量[:：]|点击|分享|下载|责任编辑|VIP|版权|备案号|主办|上一篇|下一篇|海报|收藏|举报"
)
_FURNITURE_NUMBER = re.compile(
    r"[0-9]\s*(?:KB|MB|页|\+|次浏览|条评论|人阅读|次阅读)|(?:19|20)[0-9]{2}年[01]?[0-9]月[0-3]?[0-9]日|(?:19|20)[0-9]{2}-[01]?[0-9]-[0-3]?[0-9]"
)


def is_furniture(line: str) -> bool:
    """Say whether a line belongs to the page and not to the text: its date, size, pages, buttons."""
    if len(line) > 60 or re.search(r"[。;；]", line):
        return False
    return (
        bool(_FURNITURE_LINE.search(line) and _FURNITURE_NUMBER.search(line))
        or len(_FURNITURE_NUMBER.findall(line)) > 1
    )
