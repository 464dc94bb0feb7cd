"""Numerals that are no figures: years, enumerators, ordinals, codes, page furniture, words and slogans."""

from __future__ import annotations

import re

from analysis.reading.figure import Mark
from analysis.reading.patterns import Patterns
from analysis.reading.sentence import Sentence

# What is scanned with all that it takes to be a figure.
_SURE = frozenset({"half", "tenths", "digit_tenths", "hundredth", "several", "zh_rank", "part", "fraction", "english"})
_LONGEST_LIST = 13
_DATE_DIGITS = (7, 8)


def is_no_figure(mark: Mark, sentence: Sentence, tail: re.Match[str], cue: bool) -> bool:
    """Say whether a numeral counts and measures nothing: `tail` is what follows it, `cue` whether it is compared."""
    text, patterns = sentence.text, sentence.patterns
    if mark.percent or mark.kind in _SURE:
        return False
    if mark.kind == "range" and patterns.zero_led.search(mark.text):
        # 2020-012 is the number of a document.
        return True
    before, after = text[max(0, mark.start - 20) : mark.start], text[mark.end : mark.end + 14]
    if before.endswith(("前", "后")) and tail["measure"] in ("名", "位"):
        return True
    if (named := patterns.policy_name.search(text, max(0, mark.start - 5))) and named.start() < mark.start:
        return True
    if mark.kind == "zh":
        return _is_word(mark, tail["measure"] or "", before, after, cue, patterns)
    if mark.text[0] != "0" and patterns.counted_before.search(before):
        # 网站总访问量(单位:次) 236232324 is no telephone, 总数 12315 no hotline.
        return False
    # “12114”工作思路: a number that is all that a quotation holds is a name.
    quoted = before.endswith(("“", "「")) and after.startswith(("”", "」"))
    if quoted or patterns.hotline_number.match(text, mark.start):
        return True
    if patterns.code_before.search(before) or patterns.code_after.match(after):
        return True
    if patterns.durations.match(after):
        # 平均办理时间3天 measures how long something took, 5个工作日内 a limit.
        kept = patterns.kept_duration.search(before)
        if kept or "." not in mark.text:
            return kept is None
    # 转派工单 | 2013 in a table is as many as its head says.
    headed = len(sentence.pieces) > 1 and patterns.count_head.search(before)
    looks_so = len(mark.text) == 4 and not headed and patterns.year.match(mark.text)
    if looks_so and _is_year(before, after, tail, cue, patterns):
        return True
    if patterns.ordinal_english.match(after) or patterns.ordinal_before.search(before):
        return patterns.rank_english.search(text[max(0, mark.start - 60) : mark.start]) is None
    if tail["measure"] and patterns.domain_before.search(before):
        return False
    if tail["measure"] and before.lower().endswith("app"):
        # 政务APP8个 has no number 8.
        return False
    if patterns.letter.match(before[-1:]) or patterns.letters_after.match(after):
        return True
    return not (tail["measure"] or tail["plus"] or cue) and _is_label(mark, sentence, before, after)


def _is_year(before: str, after: str, tail: re.Match[str], cue: bool, patterns: Patterns) -> bool:
    bare = not cue and not tail["measure"] and not tail["more"]
    return bare or after.startswith("年") or patterns.months_english.search(before) is not None


def _is_label(mark: Mark, sentence: Sentence, before: str, after: str) -> bool:
    """Judge a numeral that has neither a measure word nor a cue."""
    text, patterns = sentence.text, sentence.patterns
    if patterns.label_before.search(before) or patterns.of_month.match(after):
        return True
    if patterns.version.fullmatch(text, mark.start - 1, mark.end):
        # 政务服务2.0
        return True
    if not mark.text.isdigit():
        section = patterns.sections.fullmatch(mark.text) and patterns.section_after.match(after)
        return section is not None and before[-1:] in ("", "\t")
    length = len(mark.text)
    if length >= 7 and patterns.in_brackets.search(before) and after[:1] in (")", "）"):
        # (办公室 5971xxxx) is a telephone.
        return True
    if length in _DATE_DIGITS and patterns.compact_date.fullmatch(mark.text):
        return True
    if length > 8 or (length > 1 and mark.text[0] == "0") or (length < 4 and _opens_row(mark, text, patterns)):
        return True
    if length > 2:
        return False
    if patterns.enumerates.match(after) and (patterns.headed.search(before) or _in_order(mark, text)):
        return True
    # A lone number between two tabs is a cell of a table; in a damaged copy a stop may end a sentence.
    cell = "\t" in text and before[-1:] in ("\t", "") and after[:1] in ("\t", "")
    kept = cell or (sentence.damaged and before[-1:] == ".")
    return bool(not kept and patterns.enumerator_before.search(before) and patterns.enumerator_after.match(after))


def _in_order(mark: Mark, text: str) -> bool:
    """Say whether a number is of an enumeration within a line: 形式 1、公开栏 2、报纸 3、公开信."""
    sign = text[mark.end]
    order = [text.find(f"{number}{sign}") for number in (1, 2)]
    return -1 < order[0] < order[1] and int(mark.text) < _LONGEST_LIST


def _opens_row(mark: Mark, text: str, patterns: Patterns) -> bool:
    """Say whether a number opens a row of a list or table: 1南京, | 1 | 商务部 |."""
    if text[: mark.start].strip("|\t "):
        return False
    name = patterns.name_follows.match(text[mark.end :].lstrip("|\t ")) is not None
    return name and (len(text) < 30 or text[mark.end] in "|\t ")


def _is_word(mark: Mark, measure: str, before: str, after: str, cue: bool, patterns: Patterns) -> bool:
    """Judge a Chinese numeral: it is a figure only with a measure word and a subject of the project's."""
    # 第十九条至二十一条
    if patterns.threshold.match(after) or patterns.law_article.search(before):
        return True
    if "点" in mark.text:
        return False
    if mark.text[-1] in "万亿" and (cue or mark.text[-2:-1] in ("余", "多", "几")):
        return False
    large = len(mark.text) > 1 and any(c in mark.text for c in "百千万亿十")
    # 一项服务 and 来到一个新阶段 count nothing; 收到十一万份 and 一百八十项服务 do.
    led = patterns.word_before.search(before) and not (large and before[-1:] in ("到", "至", "下"))
    if led or (patterns.word_after.match(after) and not any(c in mark.text for c in "百千万亿")):
        return True
    if patterns.lexical_measure.fullmatch(measure) or (mark.text[-1] in "万亿千百" and not large and not cue):
        return True
    if mark.text == "一" and measure != "倍" and not cue:
        return True
    loose = patterns.loose_measure.fullmatch(measure) and not patterns.strong.search(before)
    if large or cue:
        return False
    if loose or (measure == "家" and patterns.hosts.match(after)):
        return True
    # 政务新媒体共计两个: the subject stands before where nothing follows.
    nearby = after[:10] if after[len(measure) : len(measure) + 1] not in ("。", ",", ";", "") else before
    counts = patterns.counting.fullmatch(measure) and patterns.subjects.search(nearby)
    return not (counts or patterns.kept_measure.fullmatch(measure))


def list_places(marks: list[Mark], text: str, patterns: Patterns) -> frozenset[int]:
    """Return where the places of a ranking stand (1平安江城 2南城铁路): they number names and count nothing."""
    if len(marks) < 2 or patterns.ranking.search(text) is None:
        return frozenset()
    found = [mark.start for mark in marks if not mark.percent and patterns.listed.match(text, mark.start)]
    return frozenset(found) if len(found) > 1 else frozenset()


def is_furniture(line: str, patterns: Patterns) -> bool:
    """Say whether a line belongs to the page and not to the text: its date, size, pages, buttons."""
    if len(line) > 60 or "。" in line or ";" in line or "；" in line:
        return False
    numbers = len(patterns.furniture_number.findall(line))
    return numbers > 1 or (numbers == 1 and patterns.furniture_line.search(line) is not None)
