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
_YEAR = re.compile(r"(?<![\d-])(20\d\d)(?!\d)")
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
        years = _YEAR.findall(_SHORTCODE.sub("", text))
        return (
            self.numbers >= set(_VARIABLE.findall(text))
            and self.exhibits >= {*_INCLUDE.findall(text), *_REFERENCE.findall(text)}
            and self.bulletins >= cited
            and all(int(year) <= self.year for year in years)
        )


def trim_page(text: str, known: Known) -> tuple[str, int]:
    """Return a page without what was not known, and how many sentences, items and exhibits were taken out."""
    kept = []
    text, dropped = _trim_findings(text, known)
    for block in re.split(r"(\n\s*\n)", text):
        trimmed, count = _trim_block(block, known)
        dropped += count
        kept.append(trimmed)
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)), dropped


def _trim_findings(text: str, known: Known) -> tuple[str, int]:
    """Take out the boxes of the first page, each a heading with its number, of which anything was not known."""
    lost = [match[0] for match in _FINDING.finditer(text) if not known.holds(match[0])]
    for finding in lost:
        text = text.replace(finding, "")
    return text, len(lost)


def trim_caption(text: str, numbers: Set[str]) -> str:
    """Return a caption (placeholders in braces) without the sentences that name unknown numbers."""
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    return _joined([s for s in sentences if numbers >= set(_PLACEHOLDER.findall(s))])


def _trim_block(block: str, known: Known) -> tuple[str, int]:
    start = block.lstrip()
    if start.startswith("---"):
        return _ABSTRACT.sub("", block), 0  # an abstract sums up what came later, too
    if known.holds(block) or start.startswith("#"):
        return block, 0
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
