"""Several figures in one construction: 分别 pairs, changes from a to b, and figures glued by lost punctuation."""

from __future__ import annotations

import re

from analysis.reading.figure import Mark

_GLUED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})$")
_JOINT = re.compile(r"[、,，和及与以\.]+|以及")
_ITEM_ENDS = re.compile(r"[,。;；:：\n\t]")
_CHANGE_VERB = re.compile(
    r"(?:分别)?(?:提升|提高|增加|增长|上升|减少|下降|降低|降|增|升|缩减|扩大|发展|压缩|优化|回落|跃升)?(?:到|至|为)了?(?:当前|目前|现在|今年|[0-9年月底]{0,9})?的?$"
)
_FROM = re.compile(r"(?:从|由)[^,。;]{0,16}$")
_YEARS_SPAN = re.compile(r"([0-9]{1,2}|[一二两三四五六七八九十])年(?:多)?来")
_ZH = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def unglue(marks: list[Mark], text: str) -> list[Mark]:
    """Split 53.65. into 53 and 65 where 分别 and as many rates say that two figures were printed."""
    if "分别" not in text:
        return marks
    place = text.index("分别")
    out: list[Mark] = []
    for mark in marks:
        match = _GLUED.match(mark.text)
        glued = (
            match and not mark.percent and text[mark.end : mark.end + 1] in (".", "") and abs(mark.start - place) < 14
        )
        if match and glued and len(re.findall(r"率|比例|度", text[max(0, mark.start - 40) : place])) >= 2:
            first, second = match.groups()
            out.append(Mark(mark.start, mark.start + len(first), first, "glued"))
            out.append(Mark(mark.end - len(second), mark.end, second, "glued"))
        else:
            out.append(mark)
    return out


def _shares_out(text: str) -> bool:
    return "分别" in text or "依次" in text


def find_items(marks: list[Mark], text: str) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return for each figure of a 分别 list the spans of the items, its own first.

    A率、B率分别为a、b: the first figure belongs to A率, the second to B率. Keys are places in `marks`.
    """
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    if not _shares_out(text):
        return found
    for match in re.finditer("分别|依次", text):
        after = [i for i, m in enumerate(marks) if m.start >= match.end() and m.start - match.end() < 120]
        run = _run_of(after, marks, text)
        before = [i for i, m in enumerate(marks) if m.end <= match.start()]
        earlier = _run_back(before, marks, text, match.start())
        count = len(run) or len(earlier)
        head_end = marks[earlier[0]].span_start if earlier and len(earlier) == len(run) else match.start()
        items = _items_before(text, head_end, count)
        if count >= 2 and len(items) != count and len(before) >= count and not earlier:
            items = _items_of_figures(before[-count:], marks, text, match.start())
        if count < 2 or len(items) != count:
            continue
        for group in (run, earlier if len(earlier) == count else []):
            for order, index in enumerate(group):
                found[index] = (items[order], *(item for k, item in enumerate(items) if k != order))
    return found


def find_runs(marks: list[Mark], text: str) -> dict[int, tuple[int, int]]:
    """Return for each figure of a 分别 list its number in the list, and how many there are."""
    found: dict[int, tuple[int, int]] = {}
    if not _shares_out(text):
        return found
    for match in re.finditer("分别|依次", text):
        run = _run_of([i for i, m in enumerate(marks) if 0 <= m.start - match.end() < 120], marks, text)
        if len(run) > 1 and marks[run[0]].start - match.end() < 8:
            found |= {index: (order, len(run)) for order, index in enumerate(run)}
    return found


def _items_of_figures(indexes: list[int], marks: list[Mark], text: str, place: int) -> list[tuple[int, int]]:
    """Return the stretches before figures that a 分别 refers back to: 网站180个、新媒体240个,合格率分别为a、b."""
    if place - marks[indexes[-1]].end > 16:
        return []
    starts = [marks[i - 1].span_end if i else 0 for i in indexes]
    return [(max(start, marks[i].start - 30), marks[i].start) for start, i in zip(starts, indexes, strict=True)]


def _run_of(indexes: list[int], marks: list[Mark], text: str) -> list[int]:
    """Return the first figures that are joined by nothing but 、, 和 and short words."""
    run: list[int] = []
    for index in indexes:
        if run and not _JOINT.match(text[marks[run[-1]].span_end : marks[index].span_start].strip() or "x"):
            break
        if run and len(text[marks[run[-1]].span_end : marks[index].span_start]) > 8:
            break
        run.append(index)
    return run


def _run_back(indexes: list[int], marks: list[Mark], text: str, place: int) -> list[int]:
    run: list[int] = []
    edge = place
    for index in reversed(indexes):
        if len(text[marks[index].span_end : edge].strip("、,.和及与")) > 1:
            break
        run.insert(0, index)
        edge = marks[index].span_start
    return run


def _items_before(text: str, end: int, count: int) -> list[tuple[int, int]]:
    """Return the last `count` items before a place, cut at 、 and 和."""
    start = max((m.end() for m in _ITEM_ENDS.finditer(text, max(0, end - 120), end)), default=max(0, end - 120))
    spans, last = [], start
    for match in re.finditer(r"[、]|以及|和|及|与", text[start:end]):
        spans.append((last, start + match.start()))
        last = start + match.end()
    spans.append((last, end))
    return spans[-count:]


def changes(marks: list[Mark], text: str) -> list[tuple[int, int]]:
    """Return the pairs (before, after) of changes: 从a提升至b, 从a、b分别提升至c、d."""
    pairs = []
    for i in range(len(marks) - 1):
        gap = text[marks[i].span_end : marks[i + 1].span_start]
        if len(gap) >= 24 or not _CHANGE_VERB.search(gap):
            continue
        firsts = _run_back(list(range(i + 1)), marks, text, marks[i].span_end)
        if firsts and _FROM.search(text[max(0, marks[firsts[0]].span_start - 20) : marks[firsts[0]].span_start]):
            pairs += [(first, i + 1 + k) for k, first in enumerate(firsts) if i + 1 + k < len(marks)]
    return pairs


def span_of_years(text: str, end: int) -> int:
    """Return n of the last n年来 before a place, 0 where there is none."""
    matches = list(_YEARS_SPAN.finditer(text, max(0, end - 200), end))
    if not matches:
        return 0
    word = matches[-1][1]
    return int(word) if word.isdigit() else _ZH[word]
