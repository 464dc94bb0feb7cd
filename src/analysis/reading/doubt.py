"""What speaks against an indicator: words that the codebook does not know stand where its evidence should.

An indicator that is likelier wrong than labelled pages allow is struck: on first looks, words such as 信息 or 事项 gave
indicators to figures about anything.
"""

from __future__ import annotations

from analysis.reading.confidence import Evidence
from analysis.reading.context import PARTS
from analysis.reading.figure import Found, Mark
from analysis.reading.indicator import SUM
from analysis.reading.sentence import Sentence
from analysis.reading.wording import AFTER, NONE, Around, signs_of

# An indicator that is likelier wrong than right is left empty, unless its words support it well: no labelled page shows
# most of what national bulletins count. On a page so is one that is less likely right than `_LIKELY`: on looks that the
# model has not seen at most one in twenty given is to be wrong (a test counts them); of those that a limit of 0.7 would
# add every fourth was; one of 0.9 would cost six right ones for each wrong one.
_WEAK, _SUPPORTED, _LIKELY = 0.5, 2.6, 0.86
# What adds up to, moved or is a share of the count before it: on a hundred first looks all 26 such growths and shares
# were right, likely or not.
_RESTING = frozenset({SUM, "indicator:growth", "indicator:share"})
# A list of kinds and a phrase are long and full of unknown words, and a channel that touches its number needs no more.
_LONG = frozenset({"indicator:kinds", "indicator:phrase", "indicator:channel", "indicator:listed"})
# Levels that no word at a part names.
_NOT_NAMED = frozenset(
    f"level:{way}" for way in ("default", "whole", "carried", "own-site", "issuer", "own-government", "hotline", "l033")
) | {""}
# Log odds of its wording below which an indicator is unlike those of labelled pages: of those spared else one in four
# was wrong on first looks.
_UNLIKE = -1.0
_FRONT, _SOME, _MANY = 3, 3, 5
_BEHIND = 8


def weigh(place: int, sentence: Sentence) -> None:
    """Note the unknown words around a figure, and strike its indicator where it is too doubtful."""
    mark = sentence.marks[place]
    mark.rules["counts"] = f"counts:{mark.thing or 'none'}"
    if not (len(sentence.pieces) > 1 or sentence.english):
        # The cell of a table has its words in the heads; of English the codebook knows few words.
        _look_around(place, mark, sentence)
    _ask_wording(mark, sentence)
    counted = not mark.unit or mark.unit.startswith("count")
    # Of English words too few pages tell anything.
    if not mark.indicator or not counted or sentence.english or mark.rules["indicator"] in (*_LONG, PARTS):
        return
    if mark.score < _SUPPORTED and sentence.terms.chances.right(_evidence_of(mark)) < _WEAK:
        _strike(mark)


def compare(marks: list[Mark], local: bool) -> None:
    """Note whether the other figures of the sentence have an indicator, and whether the text is of one place.

    Where the reader names all figures of a list it knows what the list is about, and of a place's notice it knows the
    date, place and level.
    """
    named = sum(bool(mark.indicator) for mark in marks)
    for mark in marks:
        others, rest = named - bool(mark.indicator), len(marks) - 1
        mark.rules["mates"] = (
            f"mates:{'alone' if not rest else 'all' if others == rest else 'some' if others else 'no'}"
        )
        mark.rules["record"] = f"record:{'local' if local else 'wide'}"


def _ask_wording(mark: Mark, sentence: Sentence) -> None:
    start, wording = _start_of_words(mark, sentence), sentence.terms.wording
    before, after = sentence.text[start : mark.span_start].removesuffix(":"), sentence.text[mark.span_end :][:AFTER]
    mark.around = Around(before, after, mark.unit.partition(":")[0])
    signs = signs_of(mark.around)
    mark.wording, mark.nothing = wording.of(mark.indicator, signs), wording.of(NONE, signs)


def _start_of_words(mark: Mark, sentence: Sentence) -> int:
    """Return where the words of a figure start: at its clause, and before the colon where it follows one."""
    start = sentence.clause_span(mark.clause)[0]
    if mark.clause and start == mark.span_start and sentence.text[start - 1] == ":":
        # 发现不合格:33个 has its words before the colon.
        return sentence.clause_span(mark.clause - 1)[0]
    return start


def _look_around(place: int, mark: Mark, sentence: Sentence) -> None:
    start = sentence.clause_span(mark.clause)[0]
    if place:
        start = max(start, sentence.marks[place - 1].span_end)
    if sentence.patterns.named_one.search(sentence.text, max(0, mark.start - 2), mark.start) or _ends_names(
        mark, sentence
    ):
        # The name of an account is no noun of its figure, nor are those of a list: 和平区、沈河区等11个网站.
        start = mark.start
    aside = next((span for span in sentence.asides if start <= span[0] and span[1] == mark.start), None)
    # 市直部门(含下属单位)77个: what a bracket in front adds is no noun of the figure.
    if sentence.unknown(start, max(start, aside[0] if aside else mark.start)) >= _FRONT:
        mark.rules["front"] = "front:unknown"
    if sentence.unknown(mark.span_end, max(mark.span_end, min(mark.reach, mark.span_end + _BEHIND))):
        mark.rules["behind"] = "behind:unknown"
    if mark.indicator:
        mark.rules["between"] = _between(mark, sentence)


def _ends_names(mark: Mark, sentence: Sentence) -> bool:
    listed = sentence.text[: mark.start].endswith("等")
    return listed and sentence.patterns.names_listed.search(sentence.text, 0, mark.start) is not None


def _between(mark: Mark, sentence: Sentence) -> str:
    """Return how much unknown stands between a figure and the word that gave its indicator."""
    own = sentence.at(mark.start, mark.end)[0][0] - mark.start
    start, end = (place - own for place in mark.spans["indicator"][0])
    low, high = (end, mark.start) if end <= mark.start else (mark.end, start)
    count = sentence.unknown(low, high) if 0 <= low < high <= len(sentence.text) else 0
    return "between:much" if count >= _MANY else "between:some" if count >= _SOME else ""


def _strike(mark: Mark) -> None:
    mark.struck = mark.indicator
    mark.say("indicator", Found("", mark.rules["indicator"]))
    mark.rules["struck"] = "struck:yes"


def judge(mark: Mark, sentence: Sentence, page: bool, national: bool = False) -> float:
    """Return how sure a statement is; of a `page`, strike its indicator where that is not likely right.

    Of passages too few have been measured; of national, damaged and English pages so few that only those indicators are
    struck that are likelier wrong and unlike what labelled pages say of them.
    """
    chances = sentence.terms.chances
    if mark.indicator:
        evidence = _evidence_of(mark)
        right = chances.right(evidence)
        unlike = mark.wording is not None and mark.wording < _UNLIKE and right < _WEAK
        spared = (national or sentence.english or sentence.damaged) and not unlike
        spared = spared or not page or mark.rules["indicator"] in _RESTING
        if mark.rules["indicator"] == PARTS:
            # Of parts that a level or place names 87 of 88 labelled ones were right, of the others 16 of 16 that were
            # no likelier than `_LIKELY`.
            spared = mark.rules.get("level", "") not in _NOT_NAMED or right >= _WEAK
        if spared or right >= _LIKELY:
            return chances.of(evidence, True)
        _strike(mark)
    return chances.of(_evidence_of(mark), False)


def _evidence_of(mark: Mark) -> Evidence:
    """Return what speaks for the statement of a figure."""
    return Evidence(tuple(mark.rules.values()), mark.score, mark.margin, mark.wording, mark.nothing)
