"""Comparators: the cue words around a figure, in the senses of `analysis.bounds.printed`."""

from __future__ import annotations

import re

from analysis.bounds.printed import CUES

_SUFFIXES = frozenset({"余", "多", "以上", "及以上", "以下", "及以下", "以内", "左右", "上下"})
_BEFORE = {cue: sense for cue, sense in CUES.items() if cue not in _SUFFIXES and cue != "过"}
_BEFORE |= {"最多": "le", "最高不": "le", "不超": "le", "最少": "ge", "没有超过": "le", "未超过": "le", "近乎": "near"}
_BEFORE |= {"some": "about", "estimated": "about", "nearing": "near", "破": "gt"}
_ENGLISH = [cue for cue in _BEFORE if cue.isascii()]
_WORDS = sorted((cue for cue in _BEFORE if not cue.isascii()), key=len, reverse=True)
# Short cues inside other words say nothing: 附近, 最近, 预约6128件.
_PREFIX = re.compile(
    rf"(?=[{''.join({word[0] for word in _WORDS})}])(?<![最附靠临邻远赶打冲])(?!(?<=[预签节履违契制])约)"
    rf"(?P<cue>{'|'.join(map(re.escape, _WORDS))})"
    r"(?:应当?|须|要)?(?:了|于|为|占|有|达到|达|在|到|过|乎|全国|全省|全市|全部|总数的?|其中|更新|抽查|检查|发布|开展|组织|完成|公开|第[一二三四五六七八九十]个)?[的]?[:]?(?P<with>[(]含[)])?$"
)
# 粉丝过10万, 覆盖过1亿: only behind what grows; 不过 and 经过 say nothing.
_PASSED = re.compile(r"(?<=[丝户号量数盖播])(?P<cue>过)$")
# 约占全国总数的2.3%: the cue stands before the verb.
_APART = re.compile(r"(?<![最附靠临])(?P<cue>大约|约|将近|接近|近|超过|超|不足|不到|至少)占[^,，。;、0-9]{1,24}$")
_PREFIX_ENGLISH = re.compile(rf"(?i)\b(?P<cue>{'|'.join(map(re.escape, _ENGLISH))}) $")
# As long as approximately.
_WINDOW = 14
# 上千家, 上百万人: as many or more; only behind the bare numeral.
_AT_LEAST = re.compile(r"(?<![网线以晚])上[百千]")
_SUFFIX_SENSES = {
    "以上": "ge", "及以上": "ge", "之上": "ge", "以下": "lt", "之下": "lt", "及以下": "le", "以内": "le", "之内": "le",
    "左右": "about", "上下": "about", "不到": "lt", "不足": "lt",
    " or so": "about", " or more": "ge", " or fewer": "le", " or less": "le",
}  # fmt: skip


def find_prefix(text: str, start: int, floor: int) -> tuple[str, int]:
    """Return the sense of the cue that ends where a figure starts, and where the cue starts."""
    window = text[max(floor, start - _WINDOW) : start]
    match = _PREFIX.search(window)
    if match is None and (window[-1:] == "的" or "占" in window):
        apart = _APART.search(text[max(floor, start - 32) : start])
        return (_BEFORE[apart["cue"]], start) if apart else ("", start)
    if match is None and window[-1:] == " ":
        match = _PREFIX_ENGLISH.search(window)
    if match is None:
        if _AT_LEAST.match(text, start - 1):
            return "ge", start - 1
        return ("gt", start - 1) if _PASSED.search(window) else ("", start)
    sense = _BEFORE[match["cue"].lower()]
    # 超过(含)5个 is at least 5.
    if match.groupdict().get("with"):
        sense = {"gt": "ge", "lt": "le"}.get(sense, sense)
    return sense, max(floor, start - _WINDOW) + match.start()


def suffix_sense(word: str) -> str:
    """Return the sense of a cue word behind a figure."""
    return _SUFFIX_SENSES[word]
