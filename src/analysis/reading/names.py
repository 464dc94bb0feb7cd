"""Names inside a sentence: of documents, systems and accounts. What stands in a name says nothing of a figure.

全国 in the title of a national notice made a local notice national, 报送 in the name of the reporting system made sites
declared ones, and the year of a plan that is only cited dated the text.
"""

from __future__ import annotations

from functools import cache

from analysis.reading.patterns import Patterns

Span = tuple[int, int]


def silent_spans(text: str, patterns: Patterns) -> list[Span]:
    """Return the stretches of a sentence in which a word is part of a name and no evidence of its own."""
    if patterns.name_marks.search(text) is None:
        return []
    # A pattern is tried only where one of its characters stands.
    spans = []
    for pattern, signs in patterns.names:
        for sign in _signs(signs):
            if sign in text:
                spans += [m.span() for m in pattern.finditer(text)]
                break
    if any(map(text.__contains__, '“"「『')):
        # “黄平县政务微博”发布361条: the platform that ends a name says where.
        for found in patterns.quoted.finditer(text):
            if (end := patterns.name_ends.search(found["inside"])) is not None:
                whole = found.end() if end["platform"] is None else found.start("inside") + end.start()
                spans.append((found.start(), whole))
    return sorted(spans)


@cache
def _signs(cell: str) -> tuple[str, ...]:
    return tuple(cell.split())


def in_spans(start: int, end: int, spans: list[Span]) -> bool:
    """Say whether a stretch lies inside one of the spans without being all of it."""
    for low, high in spans:  # noqa: SIM110 - any() over a generator takes twice the time
        if low <= start and end <= high and (low != start or high != end):
            return True
    return False


def is_in_title(text: str, place: int) -> bool:
    """Say whether a place lies in the title of a document: 《49条硬核措施》 counts nothing."""
    return text.rfind("《", 0, place) > text.rfind("》", 0, place) and "》" in text[place:]
