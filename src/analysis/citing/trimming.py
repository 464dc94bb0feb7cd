"""Editions in prose: a sentence stays in an edition only if all numbers and exhibits that it names were known then.

The prose is written once, for the latest edition. For an earlier one, sentences (and list items, table rows, included
exhibits) that rest on bulletins published later are taken out, and each page says how many.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from analysis.words.catalogue import LANGS

_LANG = f"(?:{'|'.join(LANGS)})"
_VARIABLE = re.compile(rf"\{{\{{<\s*var\s+{_LANG}\.([a-z0-9-]+?)(?:--[a-z]+)?\s*>\}}\}}")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9-]*?)(?:--[a-z]+)?\}")
_INCLUDE = re.compile(rf"\{{\{{<\s*include\s+/exhibits/_((?:fig|tbl)-[a-z0-9-]+)\.{_LANG}\.md\s*>\}}\}}")
_REFERENCE = re.compile(r"@((?:fig|tbl)-[a-z0-9-]+)")
_CITATION = re.compile(r"@(?!(?:fig|tbl|sec)-)([a-z][a-z0-9-]+)")
# A sentence ends at a full stop before white space and a capital, or at a Chinese full stop.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z*\[@\"“(])|(?<=[。！？])\s*(?=\S)")
_ITEM = re.compile(r"^(?P<marker>[-*]|\d+\.)\s+(?P<lead>\*\*[^*]+\*\*\s*)?")
_SHORTCODE = re.compile(r"\{\{<.*?>\}\}|\{[^{}]*\}|\]\([^)]*\)")
_YEAR = re.compile(r"(?<![\d-])20\d\d(?!\d)|(?<=\b20\d\d-)20\d\d\b")
_HEADING = re.compile(r"^(#+) ")
_UNTIL = re.compile(r"\s*[,:，：（(]\s*(?:in |from )?20\d\d[^{\n]*?(?=\s*(?:\{|$))", re.MULTILINE)
_SOURCES = re.compile(r"^((?:Sources?: |(?:资料)?来源：))(.*?)([.。])$")
_PARTED = re.compile(r", (?:and )?| and |[、和与]")
_FINDING = re.compile(r"^::: \{\.finding\}\n.*?^:::\n", re.MULTILINE | re.DOTALL)
_ABSTRACT = re.compile(r"^abstract: \|\n(?:  .*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Known:
    """What an edition knows: its year; ids of numbers, exhibits and bulletins; all bulletins that ever were known."""

    year: int
    numbers: Set[str]
    exhibits: Set[str]
    bulletins: Set[str]
    all_bulletins: Set[str]

    def holds(self, text: str) -> bool:
        """Tell whether everything that a piece of text names was known, and no later year is spoken of."""
        cited = set(_CITATION.findall(text)) & self.all_bulletins
        return (
            self.numbers >= set(_VARIABLE.findall(text))
            and self.exhibits >= {*_INCLUDE.findall(text), *_REFERENCE.findall(text)}
            and self.bulletins >= cited
            and not is_later(text, self.year)
        )


def is_later(text: str, year: int) -> bool:
    """Tell whether a text speaks of a later year, ids and codes apart."""
    return any(int(found) > year for found in _YEAR.findall(_SHORTCODE.sub("", text)))


def trim_page(text: str, known: Known) -> tuple[str, int]:
    """Return a page without what was not known, and how many sentences, items and exhibits were taken out."""
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
    depth = 0  # of the headings that follow the block looked at, seen from the end; 0 where a text does
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


def trim_caption(text: str, numbers: Set[str], year: int, unknown: Set[str] = frozenset()) -> str:
    """Return a caption (placeholders in braces) without sentences that name unknown numbers, later years or bodies.

    `unknown` are names of bodies that had printed nothing by then.
    """
    sentences = (_without(unknown, one) for one in _SENTENCE_END.split(" ".join(text.split())))
    return _joined([s for s in sentences if numbers >= set(_PLACEHOLDER.findall(s)) and not is_later(s, year)])


def _without(unknown: Set[str], sentence: str) -> str:
    """Take unknown bodies out of a sentence that lists sources; all of it goes where none is left."""
    match = _SOURCES.match(sentence)
    if not match:
        return sentence
    known = [body for body in _PARTED.split(match[2]) if not any(body in name for name in unknown)]
    return f"{match[1]}{('、' if match[3] == '。' else ', ').join(known)}{match[3]}" if known else ""


def _trim_block(block: str, known: Known) -> tuple[str, int]:
    start = block.lstrip()
    if start.startswith("---"):
        return _ABSTRACT.sub("", block), 0  # an abstract sums up what came later, too
    if known.holds(block):
        return block, 0
    if start.startswith("#"):
        return trim_title(block, known.year), 0
    if start.startswith("|"):
        lines = block.split("\n")
        kept = [line for line in lines if known.holds(line)]
        return "\n".join(kept), len(lines) - len(kept)
    if _ITEM.match(start):
        return _trim_list(block, known)
    sentences = _SENTENCE_END.split(block)
    kept = [sentence for sentence in sentences if known.holds(sentence)]
    return _joined(kept), len(sentences) - len(kept)


def _trim_list(block: str, known: Known) -> tuple[str, int]:
    """Trim the items of a list; one of which nothing but its bold lead is left goes, the others are counted anew."""
    kept: list[str] = []
    dropped = 0
    for item in re.split(r"\n(?=(?:[-*]|\d+\.)\s)", block):
        match = _ITEM.match(item)
        if match is None:
            continue
        sentences = _SENTENCE_END.split(item[match.end() :])
        rest = _joined([sentence for sentence in sentences if known.holds(sentence)])
        dropped += len(sentences) - sum(map(known.holds, sentences))
        if rest:
            marker = match["marker"] if match["marker"] in "-*" else f"{len(kept) + 1}."
            kept.append(f"{marker} {match['lead'] or ''}{rest}")
    return "\n".join(kept), dropped


def _joined(sentences: list[str]) -> str:
    """Join sentences, with a space after a full stop and none after a Chinese one."""
    text = ""
    for sentence in sentences:
        text += ("" if not text or text.endswith(("。", "！", "？")) else " ") + sentence
    return text
