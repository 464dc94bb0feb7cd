"""Editions in prose: a sentence stays in an edition only if all that it rests on was known then as it is known now.

The prose is written once, for the latest edition. A sentence rests on the numbers that it names, and a number was known
if all of its sources were: an estimate of fewer figures was another number. One that names exhibits and no number
describes them, and rests on all that they show. One that names nothing rests on all that its paragraph names. A mark
before it, `<!-- rests on ID ID -->`, says what it rests on besides or instead; `<!-- rests on no figure -->`, that it
says how things are done. For an earlier edition the rest is taken out, and each page says how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from analysis.words.catalogue import LANGS

MARK = re.compile(r"<!-- rests on ((?:(?!-->).)*?) -->")
NO_FIGURE = "no figure"
_LANG = f"(?:{'|'.join(LANGS)})"
_VARIABLE = re.compile(rf"\{{\{{<\s*var\s+{_LANG}\.([a-z0-9-]+?)(?:--[a-z]+)?\s*>\}}\}}")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9]*-[a-z0-9-]*?)(?:--[a-z]+)?\}")
_INCLUDE = re.compile(rf"\{{\{{<\s*include\s+/exhibits/_((?:fig|tbl)-[a-z0-9-]+)\.{_LANG}\.md\s*>\}}\}}")
_REFERENCE = re.compile(r"(?:@|/x/)((?:fig|tbl)-[a-z0-9-]+)")
_SECTION = re.compile(r"@(sec-[a-z0-9-]+)")
_SECTION_ID = re.compile(r"\{#(sec-[a-z0-9-]+)")
_CITATION = re.compile(r"@(?!(?:fig|tbl|sec)-)([a-z][a-z0-9-]+)")
# A sentence ends at a full stop before white space and a capital, or at a Chinese full stop.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z*\[@\"“({<])|(?<=[。！？])\s*(?=\S)")
_ITEM = re.compile(r"^(?P<marker>[-*]|\d+\.)\s+(?P<lead>\*\*[^*]+\*\*\s*)?")
_SHORTCODE = re.compile(r"<!--.*?-->|\{\{<.*?>\}\}|\{[^{}]*\}|\]\([^)]*\)")
_YEAR = re.compile(r"(?<![\d-])20\d\d(?!\d)|(?<=\b20\d\d-)20\d\d\b")
_HEADING = re.compile(r"^(#+) ")
_UNTIL = re.compile(r"(?:\s*[,:，：（(]\s*(?:in |from )?|(?<=[?？])\s*)20\d\d[^{\n]*?(?=\s*(?:\{|$))", re.MULTILINE)
_FINDING = re.compile(r"^::: \{\.finding\}\n.*?^:::\n", re.MULTILINE | re.DOTALL)
_ABSTRACT = re.compile(r"^abstract: \|\n((?:  .*\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Known:
    """What an edition knows: its year, and by id what was known then as it is now.

    `exhibits` show anything, `whole` ones all that they show now; `sections` are those of which nothing is left.
    """

    year: int
    numbers: Set[str] = frozenset()
    exhibits: Set[str] = frozenset()
    whole: Set[str] = frozenset()
    bulletins: Set[str] = frozenset()
    all_bulletins: Set[str] = frozenset()
    sections: Set[str] = frozenset()

    def holds(self, text: str) -> bool:
        """Tell whether everything that a sentence names was known, and no later year is spoken of."""
        numbers, marks = _VARIABLE.findall(text), MARK.findall(text)
        referred = self.exhibits if numbers or marks else self.whole
        return (
            self.numbers >= {*numbers}
            and self.exhibits >= {*_INCLUDE.findall(text)}
            and referred >= {*_REFERENCE.findall(text)}
            and self.bulletins >= {*_CITATION.findall(text)} & self.all_bulletins
            and self.numbers | self.whole | self.bulletins >= {name for mark in marks for name in rests_on(mark)}
            and self.sections.isdisjoint(_SECTION.findall(text))
            and not is_later(text, self.year)
        )

    def kept(self, sentences: Iterable[str]) -> list[str]:
        """Return the sentences of a paragraph that hold; one that names nothing rests on all that the others name."""
        sentences = list(sentences)
        held = [one for one in sentences if self.holds(one)]
        return held if len(held) == len(sentences) else [one for one in held if self.is_named(one)]

    def is_named(self, text: str) -> bool:
        """Tell whether a sentence names what it rests on."""
        named = (MARK, _VARIABLE, _INCLUDE, _REFERENCE)
        return any(one.search(text) for one in named) or bool({*_CITATION.findall(text)} & self.all_bulletins)


def rests_on(mark: str) -> list[str]:
    """Return the ids that a mark names."""
    return [] if mark == NO_FIGURE else mark.split()


def named_in(text: str) -> list[str]:
    """Return the ids of numbers, exhibits and bulletins that a sentence names, in marks and in its words."""
    found = (_VARIABLE, _PLACEHOLDER, _REFERENCE, _CITATION)
    marked = (name for mark in MARK.findall(text) for name in rests_on(mark))
    return [*(name for one in found for name in one.findall(text)), *marked]


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return _SENTENCE_END.split(text)


def without_marks(text: str) -> str:
    """Return a text without the marks that say what its sentences rest on."""
    return re.sub(rf"{MARK.pattern} ?", "", text)


def is_later(text: str, year: int) -> bool:
    """Tell whether a text speaks of a later year, ids and codes apart."""
    return any(int(found) > year for found in _YEAR.findall(_SHORTCODE.sub("", text)))


def trim_page(text: str, known: Known) -> tuple[str, int]:
    """Return a page without what was not known, and how many sentences, items and exhibits were taken out.

    What points to a section of which nothing is left goes, too, which may leave nothing of another one.
    """
    trimmed, dropped = _trim_once(text, known)
    gone = {*_SECTION_ID.findall(text)} - {*_SECTION_ID.findall(trimmed)}
    return (trimmed, dropped) if gone <= known.sections else trim_page(text, replace(known, sections=gone))


def _trim_once(text: str, known: Known) -> tuple[str, int]:
    kept = []
    text, dropped = _trim_findings(text, known)
    for block in re.split(r"(\n\s*\n)", text):
        trimmed, count = _trim_block(block, known)
        dropped += count
        kept.append(trimmed)
    return re.sub(r"\n{3,}", "\n\n", "".join(_without_empty_sections(kept))), dropped


def _without_empty_sections(blocks: list[str]) -> list[str]:
    """Take out headings under which nothing is left; a heading of two years spoke of one that had not come."""
    kept: list[str] = []
    depth = 1  # of the headings that follow the block looked at, seen from the end; 0 where a text does
    for block in reversed(blocks):
        if match := _HEADING.match(block.lstrip()):
            if depth and len(match[1]) >= depth:
                continue
            depth = len(match[1])
        elif block.strip():
            depth = 0
        kept.append(block)
    return kept[::-1]


def _trim_findings(text: str, known: Known) -> tuple[str, int]:
    """Take out the boxes of the first page, each a heading with its number, of which anything was not known."""
    lost = [match[0] for match in _FINDING.finditer(text) if not known.holds(match[0])]
    for finding in lost:
        text = text.replace(finding, "")
    return text, len(lost)


def trim_title(text: str, year: int) -> str:
    """Return a heading without its years where they reach beyond one."""
    return _UNTIL.sub("", text) if is_later(text, year) else text


def trim_later(text: str, year: int) -> str:
    """Return a text without the sentences that speak of a later year."""
    return _joined([one for one in _SENTENCE_END.split(text) if not is_later(one, year)])


def trim_caption(text: str, known: Known) -> str:
    """Return a caption (placeholders in braces) without sentences that name unknown numbers or later years."""
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    return _joined([one for one in sentences if known.numbers >= {*_PLACEHOLDER.findall(one)} and known.holds(one)])


def _trim_block(block: str, known: Known) -> tuple[str, int]:
    start = block.lstrip()
    if start.startswith("---"):
        return _ABSTRACT.sub(lambda match: _trim_abstract(match[1], known), block), 0
    if start.startswith("#"):
        return trim_title(block, known.year), 0
    if start.startswith("|"):
        lines = block.split("\n")
        kept = [line for line in lines if known.holds(line)]
        return "\n".join(kept), len(lines) - len(kept)
    if _ITEM.match(start):
        return _trim_list(block, known)
    sentences = _SENTENCE_END.split(block)
    kept = known.kept(sentences)
    return block if len(kept) == len(sentences) else _joined(kept), len(sentences) - len(kept)


def _trim_abstract(text: str, known: Known) -> str:
    """Trim an abstract, whose sentences each stand for themselves; it goes where none is left."""
    kept = [sentence for sentence in _SENTENCE_END.split(" ".join(text.split())) if known.holds(sentence)]
    return f"abstract: |\n  {_joined(kept)}\n" if kept else ""


def _trim_list(block: str, known: Known) -> tuple[str, int]:
    """Trim the items of a list and count them anew; a bold lead sums its item up, so both go with any part of it."""
    kept: list[str] = []
    dropped = 0
    for item in re.split(r"\n(?=(?:[-*]|\d+\.)\s)", block):
        match = _ITEM.match(item)
        if match is None:
            continue
        sentences = _SENTENCE_END.split(item[match.end() :])
        rest = known.kept(sentences)
        if match["lead"] and len(rest) < len(sentences):
            rest = []
        dropped += len(sentences) - len(rest)
        if rest:
            marker = match["marker"] if match["marker"] in "-*" else f"{len(kept) + 1}."
            kept.append(f"{marker} {match['lead'] or ''}{_joined(rest)}")
    return "\n".join(kept), dropped


def _joined(sentences: list[str]) -> str:
    """Join sentences, with a space after a full stop and none after a Chinese one."""
    text = ""
    for sentence in sentences:
        text += ("" if not text or text.endswith(("。", "！", "？")) else " ") + sentence
    return text
