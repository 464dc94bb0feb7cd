"""From a numeral as scanned to its value and bounds, in the one way of `analysis.bounds.printed`."""

from __future__ import annotations

import re

from analysis.bounds.printed import ORDINALS, Numeral, bound, parse_numeral
from analysis.bounds.quantity import MIRRORED
from analysis.reading.cues import suffix_sense
from analysis.reading.figure import Mark

_DIGITS = "零一二三四五六七八九"
_MIXED = re.compile(r"([0-9]+)万(?:([0-9]{4})|([1-9])千)")
_BY_MYRIADS = re.compile(r"^([0-9]{1,4}),([0-9]{4})$")
_THOUSANDS = re.compile(r"([1-9])千零?([0-9]{1,3})")
_LOW_END = re.compile(r"[0-9,]+(?:\.[0-9]+)?")
_PLACES = 9
_ENDS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?[万亿]?")


def read_numeral(text: str, kind: str) -> Numeral | None:
    """Read a numeral as scanned; ranges give their lower end."""
    text = text.replace("，", ",")
    if "," in text:
        # 60,1299 is grouped by ten thousands.
        text = _BY_MYRIADS.sub(r"\1\2", text)
    if kind == "range":
        low = _LOW_END.match(text)
        return parse_numeral(low.group()) if low else None
    if kind == "zh_rank" and text in ORDINALS:
        text = str(ORDINALS.index(text) + 1)
    text = _plain_form(text, kind)
    if "点" in text:
        return _spelt_decimal(text)
    try:
        return parse_numeral(text)
    except (ValueError, ArithmeticError):
        return None


def _plain_form(text: str, kind: str) -> str:
    """Return the forms that only bulletins use in one that the parser knows: 3万4567, 2千3, 7.5成, 七成五."""
    if "万" in text and (split := _MIXED.fullmatch(text)):
        return str(int(split[1]) * 10_000 + int(split[2] or f"{split[3]}000"))
    if "千" in text and (thousands := _THOUSANDS.fullmatch(text)):
        return str(int(thousands[1]) * 1000 + int(thousands[2]))
    if text[-1:] == "成" and text[0] in "0123456789":
        tenths = parse_numeral(text[:-1])
        return f"{tenths.value * 10:g}" if tenths else ""
    if kind == "tenths" and len(text) == 3 and text[2] != "半":
        return f"{_DIGITS.index(text[0]) * 10 + _DIGITS.index(text[2])}"
    return "一半" if text == "半" else text


def _spelt_decimal(text: str) -> Numeral | None:
    whole, _, places = text.replace("〇", "零").partition("点")
    scale = places[-1:] if places[-1:] in ("万", "亿") else ""
    digits, places = parse_numeral(whole), places.removesuffix(scale)
    if digits is None or not places or any(c not in _DIGITS for c in places):
        return None
    return parse_numeral(f"{int(digits.value)}.{''.join(str(_DIGITS.index(c)) for c in places)}{scale}")


def compare(mark: Mark, numeral: Numeral, sense: str, tail: re.Match[str]) -> tuple[str, str]:
    """Choose the sense among the cue before, the suffix, and 余 or 多; return it with its rule."""
    if mark.kind == "range":
        return "range", "cue:range"
    if sense:
        upwards = sense in ("near", "about") and tail["suffix"] in ("以上", "及以上")
        return ("ge", "cue:suffix") if upwards else (sense, "cue:prefix")
    if tail["suffix"]:
        return suffix_sense(tail["suffix"]), "cue:suffix"
    if tail["more"] or tail["more_after"] or tail["plus"] or numeral.inner in ("余", "多", "几"):
        return "gt", "cue:more"
    return ("eq", "cue:several") if numeral.inner == "数" else ("eq", "")


def set_bounds(mark: Mark, numeral: Numeral) -> None:
    """Set comparator, value and bounds of a mark whose unit is known."""
    share = mark.unit in ("percent", "permille")
    kind = "share" if share else "count" if mark.unit.startswith(("count", "rank")) else "measure"
    if mark.kind == "range":
        mark.value = mark.lower = numeral.value
        mark.upper = _upper_end(mark.text, share)
        return
    if kind == "count" and mark.comparator == "eq" and not numeral.rounded and not numeral.inner:
        mark.value = mark.lower = mark.upper = numeral.value
        return
    bounds = bound(mark.comparator, numeral, kind)
    mark.comparator, mark.value = bounds.comparator, bounds.value
    # 96.1% once ended at 96.14999999999999.
    mark.lower, mark.upper = round(bounds.lower, _PLACES), round(bounds.upper, _PLACES)


def turn(mark: Mark) -> None:
    """Mirror a change at zero, as `read_printed` does: a fall of over 10% is below -10%."""
    mark.comparator = MIRRORED.get(mark.comparator, mark.comparator)
    mark.value, mark.lower, mark.upper = (0.0 - end for end in (mark.value, mark.upper, mark.lower))


def _upper_end(text: str, share: bool) -> float:
    numbers = _ENDS.findall(text)
    numeral = parse_numeral(numbers[-1]) if numbers else None
    return (min(numeral.value, 100.0) if share else numeral.value) if numeral else 0.0
