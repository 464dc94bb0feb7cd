"""From a printed figure to its bounds: the one place of these rules.

A bulletin that prints 超过90% says (90, 100], never 90; 4万 says [35000, 45000); 29431家 says 29,431. Three conventions
("narrow", "standard", "wide") vary what the words leave open; the sensitivity tables use all three. Natural limits
(0 for counts, 0 and 100 for shares) hold in each of them. Intervals as a data type for incomplete figures follow
Manski, *Partial Identification of Probability Distributions* (2003), chapter 1.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import Literal, NamedTuple

from analysis.base.codebook import Kind
from analysis.base.errors import UnreadableFigure
from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity

Convention = Literal["narrow", "standard", "wide"]

# A cue's sense is finer than its comparator: 近 lies below the printed value, 约 on both sides of it.
COMPARATORS = {
    "eq": "eq", "gt": "gt", "ge": "ge", "lt": "lt", "le": "le", "near": "approx", "about": "approx", "approx": "approx",
    "range": "range",
}  # fmt: skip
SENSES = {
    "le": "不超过 未超过 没有超过 未突破 不高于 不多于 至多 以内 以下 及以下 at_most up_to",
    "ge": "不低于 未低于 不少于 至少 以上 及以上 不下 at_least or_more and_above",
    "gt": "超过 突破 逾越 逾 超出 超 多于 大于 高于 余 多 more_than over exceeded exceeding above",
    "lt": "不足 不到 未达 未到 低于 少于 小于 less_than fewer_than below under",
    "near": "将近 接近 近 nearly almost close_to",
    "about": "大约 约 左右 上下 大概 around about approximately roughly",
}
CUES: dict[str, str] = {
    cue.replace("_", " "): sense
    for cue, sense in sorted(
        ((cue, sense) for sense, cues in SENSES.items() for cue in cues.split()), key=lambda pair: -len(pair[0])
    )
}
NEGATIVE_CUES = tuple("减少 下降 降低 缩减 减幅 降幅 下滑 回落 减 decreas declin drop reduc fell fall cut down".split())
WORDS_AS_FIGURES = dict.fromkeys(("持平", "没有", "还未", "尚未", "未发现", "未收到", "none of"), 0.0) | dict.fromkeys(
    ("均已", "全部", "均", "全", "All", "all of"), 100.0
)

_TO_PLAIN = str.maketrans("０１２３４５６７８９．，％萬億餘幾數兩過約達減", "0123456789.,%万亿余几数两过约达减")
# 10W+ of a ranking of accounts
_W_FOR_WAN = re.compile(r"(?<=\d)[Ww](?=\+|$)")
_GLOSS = re.compile(r"\([a-zü\u0101-\u01dc]+\)")
_CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL_SCALES = {"十": 10, "百": 100, "千": 1000}
_LARGE_SCALES = {"万": 10_000, "亿": 100_000_000}
_SCALES = _SMALL_SCALES | _LARGE_SCALES
_ENGLISH_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH_WORDS: dict[str, int] = dict(zip([*TEENS, *TENS], [*range(20), *range(20, 100, 10)], strict=True))
ORDINALS: tuple[str, ...] = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
PARTS = "half third quarter fifth sixth seventh eighth ninth tenth".split()
_FRACTIONS: dict[str, int] = dict(zip(PARTS, range(2, 11), strict=True))

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMERAL = re.compile(
    r"(?P<over>(?<![\d./])[1-9])/(?P<under>[2-9]|10)(?![\d/])"
    rf"|(?P<digits>{_DIGITS})\s*(?P<inner>[余多几]?)(?P<scale>[十百千万亿]{{0,2}})(?P<after>[余多]?)"
    r"(?:\s*(?P<english>thousand|million|billion)\b)?"
    r"|(?P<several>[数几][十百千万亿]{1,2})"
    r"|(?P<half>一半|半数|(?<!超)过半|half\b)"
    r"|(?P<tenths>[一二两三四五六七八九])成(?P<and_half>半?)"
    r"|(?P<whole>[二三四五六七八九十]{1,3})分之(?P<part>[一二两三四五六七八九十]{1,3})"
    rf"|(?P<parts>(?i:an?|one|two|three|four))[- ](?P<english_whole>{'|'.join(PARTS)})s?\b"
    r"|(?:百分之)?(?P<chinese>[零〇一二两三四五六七八九十百千万亿]+)(?P<chinese_inner>[余多几]?)(?P<chinese_scale>[万亿]?)"
    rf"|(?P<word>(?i:\b(?:{'|'.join(_ENGLISH_WORDS)})(?:-(?:{'|'.join(_ENGLISH_WORDS)}))?\b))"
    r"(?:\s(?P<word_scale>thousand|million|billion)\b)?"
)
_DIGIT = re.compile(r"\d")
_MINUS = re.compile(r"(?:[-−－–]|负)\s*$")
# A point or comma that joins nothing to nothing: a digit is lost, and the figure may be ten times what is left.
_TORN_BEFORE, _TORN_AFTER = re.compile(r"(?:^|\s|\b[OolI])[.,]$"), re.compile(r"^[.,](?=\S)")
# What touches a numeral and makes another figure of it: l5, $5, (5), 5k, 30-Jun, 5+, 5折, 12成, 百分之, 5‰, <b>5</b>.
_ALIEN_BEFORE = re.compile(r"[A-Za-z$#=@(>]$")
_ALIEN_AFTER = re.compile(r"^.\s*(?:[+?<‰折成-]|分之)|^\S(?!(?:st|nd|rd|th|pp)\b)[A-Za-z]")
_POINTS = re.compile("百分[点點]")
_SHOWN = 80  # letters of a print that a sentence quotes
_POINT_FOR_COMMA = 0.001  # 36.916 sites
_BARE_SCALE = re.compile(r"[千万亿]+")
_TENTHS_IN_DIGITS = re.compile(r"(?<![\d.])[1-9](?=成)")
_RANGE = re.compile(rf"({_DIGITS})([万亿]?)%?\s*(?:[-~—–～至到]|to)\s*({_DIGITS})([万亿]?)(?![\d.,十百千余多])")

# 五六十家, 两三千个, 七八成: two neighbouring digits are the ends of a range, not one number.
_DIGITS_IN_ORDER = "一二三四五六七八九"
_PAIRS = "|".join([*map("".join, pairwise(_DIGITS_IN_ORDER)), "一两", "两三", "三五"])
_ALL_DIGITS = "零〇一二两三四五六七八九十百千万亿"
_NEIGHBOURS = re.compile(
    rf"(?<![{_ALL_DIGITS}第])(?P<higher>(?:[一二两三四五六七八九]?[十百千万亿])*)(?P<pair>{_PAIRS})"
    rf"(?P<scale>[十百千]?[万亿]?)(?P<share>成?)(?![{_ALL_DIGITS}名位级线季])"
)


class Numeral(NamedTuple):
    """A numeral as printed.

    `step` is the unit of its last non-zero place (100 for 300, 0.1 for 62.5), `last_place` that of its last printed
    place (1 for 300, 10,000 for 4万); `inner` is 余, 多, 几 or 数 where the numeral holds one. `decimals` are those of
    `Quantity`.
    """

    value: float
    step: float
    last_place: float
    rounded: bool
    inner: str
    decimals: int = 0

    @property
    def readable(self) -> bool:
        """Whether a computer's number tells it from its neighbours; a string of thirty digits is no figure."""
        return self.value < self.value + self.last_place / 100 < math.inf


def parse_numeral(text: str) -> Numeral | None:
    """Read one numeral: digits, 万 and 亿, Chinese numerals, 数万, 一半, 九成, English words; None where it is none."""
    match = NUMERAL.fullmatch(to_plain(text).strip())
    numeral = _numeral_of(match) if match else None
    return numeral if numeral and numeral.readable else None


def spell_range(text: str) -> str:
    """Write two neighbouring digits as the range that they mean: 五六十家 is 50-60家, 十五六 15-16, 七八成 70-80.

    A bare 一二 is left alone: where nothing is counted, digits stand in a row; so do the ranks of 二三名.
    """
    return _NEIGHBOURS.sub(
        lambda pair: _ends_of(pair) if pair.end() < len(text) or pair["scale"] or pair["share"] else pair[0], text
    )


def _ends_of(pair: re.Match[str]) -> str:
    higher = chinese_integer(pair["higher"]) if pair["higher"] else 0
    scale = math.prod([_SCALES[c] for c in pair["scale"]]) * (10 if pair["share"] else 1)
    return "-".join(str(higher + _CHINESE_DIGITS[digit] * scale) for digit in pair["pair"])


def to_plain(text: str) -> str:
    """Return the text with plain digits and simplified numeral characters, and without pinyin glosses."""
    text = _W_FOR_WAN.sub("万", text)
    return text if text.isascii() and "(" not in text else _GLOSS.sub("", text.translate(_TO_PLAIN))


def bound(comparator: str, numeral: Numeral, kind: Kind = "count", convention: Convention = "standard") -> Quantity:
    """Bound a numeral by its comparator.

    `comparator` is a sense of `CUES` (`near` and `about` are the two kinds of approx), `kind` what is measured: a
    count is exact unless it is printed in 万 or 亿, a share or a measure is known to half its last printed place.
    """
    if numeral.inner == "数" and comparator != "gt":
        return _several(numeral, convention)
    sense = "gt" if numeral.inner in ("余", "多", "几") and comparator in ("eq", "approx", "about") else comparator
    found = held = _INTERVALS[sense](numeral, kind, convention)
    floor = -math.inf if kind == "measure" else 0.0
    if floor > found.lower or found.upper > (100.0 if kind == "share" else math.inf):
        # Over 100% is no share of a whole, and keeps the bounds of its print.
        ceiling = 100.0 if kind == "share" and numeral.value <= 100 and Interval(floor, 100) & found else math.inf
        held = found & Interval(floor, ceiling) or Interval.at(numeral.value)
    rounded = sense == "eq" and not found.exact
    return Quantity(numeral.value, held, "", COMPARATORS[sense], rounded, numeral.decimals)


def read_printed(
    printed: str, qualifier: str = "", kind: Kind = "count", convention: Convention = "standard", signed: bool = False
) -> Quantity:
    """Read a figure as printed, with the cue words in it or beside it.

    `signed` says that the indicator is a change, so that 减少, 下降 and the like make it negative. Raises
    `UnreadableFigure` where the print holds no numeral or several that are not a range.
    """
    text = spell_range(to_plain(printed).strip())
    text = _TENTHS_IN_DIGITS.sub(lambda digit: "零一二三四五六七八九"[int(digit[0])], text)
    beside, printed = to_plain(qualifier), printed[:_SHOWN]
    span = _RANGE.search(text)
    if span and not (_MINUS.search(text[: span.start()]) or _counts(text[: span.start()] + text[span.end() :])):
        return _read_range(span, kind)
    match = NUMERAL.search(text)
    if match is None or _counts(text[: match.start()] + text[match.end() :]):
        return _read_words(text, printed, kind)
    numeral, before, after = _numeral_of(match), text[: match.start()], text[match.end() :]
    _refuse_odd(numeral, kind, printed)
    _refuse_torn(before, match[0], after, printed)
    minus, outside = _MINUS.search(before), f"{beside} {before} {after}"
    if minus and not signed:
        raise UnreadableFigure(f"'{printed}' is below zero, but its indicator counts or measures what cannot be.")
    figure = bound(find_sense(outside), numeral, kind, convention)
    return -figure if signed and (minus or any(cue in outside for cue in NEGATIVE_CUES)) else figure


def _counts(text: str) -> bool:
    """Tell whether what stands beside a numeral holds another: 36,91,6, 3万6千, 三分之一, 36²."""
    return any(sign.isnumeric() for sign in _POINTS.sub("", text))


def _refuse_odd(numeral: Numeral, kind: Kind, printed: str) -> None:
    if not numeral.readable:
        raise UnreadableFigure(f"'{printed}' has more digits than a figure can have: check what is printed.")
    if kind == "count" and numeral.last_place == _POINT_FOR_COMMA:
        raise UnreadableFigure(f"'{printed}' is no whole number, and its indicator counts: is the point a comma?")


def _refuse_torn(before: str, found: str, after: str, printed: str) -> None:
    if _TORN_BEFORE.search(before) or _TORN_AFTER.search(after):
        raise UnreadableFigure(f"'{printed}' has lost a digit beside its point or comma: look the figure up.")
    bare = not before and _BARE_SCALE.fullmatch(found)
    if bare or _ALIEN_BEFORE.search(before) or _ALIEN_AFTER.search(found[-1] + after):
        raise UnreadableFigure(f"'{printed}' holds more or less than a numeral and its cue words: look the figure up.")


def find_sense(text: str) -> str:
    """Return the sense of the first cue word in the text, longest words first, `eq` where there is none."""
    lowered = text.lower()
    return next((sense for cue, sense in CUES.items() if cue in lowered), "eq")


def _numeral_of(match: re.Match[str]) -> Numeral:
    if digits := match["digits"]:
        scale = math.prod([_SCALES[c] for c in match["scale"]]) * _ENGLISH_SCALES.get(match["english"], 1)
        return _from_digits(digits, scale, match["inner"] or match["after"])
    got = match.groupdict()
    if got["over"]:
        return _of_fraction(int(got["over"]), int(got["under"]))
    if got["several"]:
        scale = float(math.prod(_SCALES[c] for c in got["several"][1:]))
        return Numeral(2 * scale, scale, scale, True, "数")
    if got["half"]:
        return Numeral(50.0, 10.0, 10.0, True, "多" if got["half"] == "过半" else "半")
    if got["tenths"]:
        place, half = (5.0, 5.0) if got["and_half"] else (10.0, 0.0)
        return Numeral(10.0 * _CHINESE_DIGITS[got["tenths"]] + half, place, place, True, "")
    if got["part"]:
        return _of_fraction(chinese_integer(got["part"]), chinese_integer(got["whole"]))
    if got["parts"]:
        return _of_fraction(_ENGLISH_WORDS.get(got["parts"].lower(), 1), _FRACTIONS[got["english_whole"]])
    if got["chinese"]:
        value = chinese_integer(got["chinese"]) * _LARGE_SCALES.get(got["chinese_scale"], 1)
        return Numeral(float(value), float(_step(value)), float(_place(got)), _place(got) > 1, got["chinese_inner"])
    value = sum(_ENGLISH_WORDS[part] for part in got["word"].lower().split("-"))
    if got["word_scale"]:
        return _from_digits(str(value), _ENGLISH_SCALES[got["word_scale"]], "")
    return Numeral(float(value), float(_step(value)), 1.0, False, "")


def _of_fraction(part: int, whole: int) -> Numeral:
    """Read a fraction as a share; like a half it is known to ten points, of more than ten parts to one of them."""
    place = min(10.0, 100 / whole)
    return Numeral(round(100 * part / whole, 9), place, place, True, "")


def _from_digits(digits: str, scale: int, inner: str) -> Numeral:
    """Read digits times a scale; whole numbers and a power of ten keep 38.5亿 exactly 3,850,000,000."""
    digits = digits[:1_000]  # Python refuses to read more than 4,300, and either is no figure
    unit = int(digits.replace(",", "").replace(".", ""))
    behind = len(digits.partition(".")[2])
    power = f"e-{behind}"
    step, place = float(f"{_step(unit) * scale}{power}"), float(f"{scale}{power}")
    return Numeral(
        float(f"{unit * scale}{power}"), step, place, scale > 1 or place < 1, inner, _decimals(behind, scale)
    )  # fmt: skip


def _decimals(behind: int, scale: int) -> int:
    return behind - round(math.log10(scale)) if behind else 0


def _place(got: dict[str, str | None]) -> int:
    """Return the unit of the last place of a Chinese numeral: 十万 is known to the next 万, 十四 to the next one."""
    scale = _LARGE_SCALES.get(got["chinese_scale"] or "", 1)
    return scale * _LARGE_SCALES.get((got["chinese"] or "")[-1:], 1)


def _step(value: int) -> int:
    """Return the unit of the last non-zero place of a whole number (1 for 0)."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def chinese_integer(text: str) -> int:
    """Read a Chinese whole number: 二百三十七 as 237, 一二 as 12."""
    if not any(c in _SCALES for c in text):
        return int("".join(str(_CHINESE_DIGITS[c]) for c in text))
    total = section = digit = 0
    for char in text:
        if char in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[char]
        elif char in _SMALL_SCALES:
            section, digit = section + (digit or 1) * _SMALL_SCALES[char], 0
        else:
            total, section, digit = (total + section + digit or 1) * _LARGE_SCALES[char], 0, 0
    return total + section + digit


WIDTH = {"narrow": 0.5, "standard": 1.0, "wide": 2.0}


def _exact(numeral: Numeral, kind: Kind, convention: Convention) -> Interval:
    value, half = numeral.value, numeral.last_place / 2
    if kind == "count" and not numeral.rounded:
        # Only the wide convention doubts digits that a bulletin prints: a count ending in 000 may have been rounded.
        if convention == "wide" and numeral.step >= 1_000:
            return Interval(value - numeral.step / 2, value + numeral.step / 2, upper_closed=False)
        return Interval.at(value)
    return Interval(value - half, value + half, upper_closed=False)


def _over(numeral: Numeral, kind: Kind, convention: Convention) -> Interval:
    value, width = numeral.value, numeral.step * WIDTH[convention]
    if kind == "share" and value < 100 and convention != "narrow" and numeral.inner not in ("余", "多"):
        return Interval(value, 100, lower_closed=False)
    return Interval(value, value + width, lower_closed=False, upper_closed=False)


def _at_least(numeral: Numeral, kind: Kind, convention: Convention) -> Interval:
    return _over(numeral, kind, convention) | Interval.at(numeral.value)


def _under(numeral: Numeral, _kind: Kind, convention: Convention) -> Interval:
    if not numeral.value:
        return Interval.at(0)
    low = numeral.value - _step_below(numeral) if convention == "narrow" else 0.0
    return Interval(low, numeral.value, upper_closed=False)


def _at_most(numeral: Numeral, kind: Kind, convention: Convention) -> Interval:
    return _under(numeral, kind, convention) | Interval.at(numeral.value)


def _near(numeral: Numeral, kind: Kind, convention: Convention) -> Interval:
    width = _step_below(numeral) / 2 * WIDTH[convention]
    # A count just under 304 is at least 303: half a site does not exist.
    low = math.floor(numeral.value - width) if kind == "count" else numeral.value - width
    return Interval(low, numeral.value, upper_closed=False)


def _about(numeral: Numeral, _kind: Kind, convention: Convention) -> Interval:
    half = numeral.step / 2 * WIDTH[convention]
    return Interval(numeral.value - half, numeral.value + half)


def _step_below(numeral: Numeral) -> float:
    """Return the unit of the numbers just under: 80 is approached in tens, 100 too, for 99 has two places."""
    return numeral.step / 10 if numeral.value == numeral.step else numeral.step


def _several(numeral: Numeral, convention: Convention) -> Quantity:
    """数万 lies in [20000, 100000): at least two of the unit, less than ten (nine narrow, from one wide)."""
    low, high = {"narrow": (2, 9), "standard": (2, 10), "wide": (1, 10)}[convention]
    interval = Interval(low * numeral.step, high * numeral.step, upper_closed=False)
    return Quantity(numeral.value, interval, comparator="approx")


_INTERVALS = {
    "eq": _exact, "gt": _over, "ge": _at_least, "lt": _under, "le": _at_most, "near": _near, "about": _about,
    "approx": _about,
}  # fmt: skip


def _read_range(span: re.Match[str], kind: Kind) -> Quantity:
    low_digits, low_scale, high_digits, high_scale = span.groups()
    if low_scale not in ("", high_scale):
        raise UnreadableFigure(f"'{span.group()}' is a range of two scales: print both ends in one.")
    scale = _LARGE_SCALES.get(high_scale, 1)
    low, high = (float(end.replace(",", "")) * scale for end in (low_digits, high_digits))
    if kind == "share" and low <= 100:
        high = min(high, 100.0)
    if high < low:
        raise UnreadableFigure(f"'{span.group()}' is a range that runs downwards: print the lower end first.")
    behind = min(len(end.partition(".")[2]) for end in (low_digits, high_digits))
    return Quantity(low, Interval(low, high), comparator="range", decimals=_decimals(behind, scale))


def _read_words(text: str, printed: str, kind: Kind) -> Quantity:
    """Read the few words that stand for a figure: 均已 is 100 percent, 持平 no change."""
    word = next((w for w in WORDS_AS_FIGURES if w in text and not _DIGIT.search(text)), None)
    if word is None or (WORDS_AS_FIGURES[word] == 100.0 and kind != "share"):
        raise UnreadableFigure(
            f"'{printed}' cannot be read as one figure: print one numeral with its cue words, or a range such as 30-50."
        )
    return Quantity.exact(WORDS_AS_FIGURES[word])
