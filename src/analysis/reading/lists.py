"""Several figures in one construction: 分别 pairs, and changes from a to b."""

from __future__ import annotations

import re

from analysis.reading.figure import Mark
from analysis.reading.patterns import Patterns

_ZH = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def find_items(
    turns: list[re.Match[str]], marks: list[Mark], text: str, patterns: Patterns
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return for each figure of a 分别 list the spans of the items, its own first; `turns` are where 分别 stands.

    A率、B率分别为a、b: the first figure belongs to A率, the second to B率. Keys are places in `marks`.
    """
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    for match in turns:
        after = [i for i, m in enumerate(marks) if m.start >= match.end() and m.start - match.end() < 120]
        run = _run_of(after, marks, text, patterns)
        before = [i for i, m in enumerate(marks) if m.end <= match.start()]
        earlier = _run_back(before, marks, text, match.start())
        count = len(run) or len(earlier)
        head_end = marks[earlier[0]].span_start if earlier and len(earlier) == len(run) else match.start()
        items = _items_before(text, head_end, count, patterns)
        if count >= 2 and len(items) != count and len(before) >= count and not earlier:
            items = _items_of_figures(before[-count:], marks, text, match.start())
        if count < 2 or len(items) != count:
            continue
        for group in (run, earlier if len(earlier) == count else []):
            for order, index in enumerate(group):
                found[index] = (items[order], *(item for k, item in enumerate(items) if k != order))
    return found


def find_runs(
    turns: list[re.Match[str]], marks: list[Mark], text: str, patterns: Patterns
) -> dict[int, tuple[int, int]]:
    """Return for each figure of a 分别 list its number in the list, and how many there are."""
    found: dict[int, tuple[int, int]] = {}
    for match in turns:
        run = _run_of([i for i, m in enumerate(marks) if 0 <= m.start - match.end() < 120], marks, text, patterns)
        if len(run) > 1 and marks[run[0]].start - match.end() < 8:
            found |= {index: (order, len(run)) for order, index in enumerate(run)}
    return found


def _items_of_figures(indexes: list[int], marks: list[Mark], text: str, place: int) -> list[tuple[int, int]]:
    """Return the stretches before figures that a 分别 refers back to: 网站180个、新媒体240个,合格率分别为a、b."""
    if place - marks[indexes[-1]].end > 16:
        return []
    starts = [marks[i - 1].span_end if i else 0 for i in indexes]
    return [(max(start, marks[i].start - 30), marks[i].start) for start, i in zip(starts, indexes, strict=True)]


def _run_of(indexes: list[int], marks: list[Mark], text: str, patterns: Patterns) -> list[int]:
    """Return the first figures that are joined by nothing but 、, 和 and short words."""
    run: list[int] = []
    for index in indexes:
        if run and not patterns.joint.match(text[marks[run[-1]].span_end : marks[index].span_start].strip() or "x"):
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


def _items_before(text: str, end: int, count: int, patterns: Patterns) -> list[tuple[int, int]]:
    """Return the last `count` items before a place, cut at 、 and 和."""
    start = max((m.end() for m in patterns.item_ends.finditer(text, max(0, end - 120), end)), default=max(0, end - 120))
    spans, last = [], start
    for match in patterns.item_joints.finditer(text[start:end]):
        spans.append((last, start + match.start()))
        last = start + match.end()
    spans.append((last, end))
    return spans[-count:]


def changes(marks: list[Mark], text: str, patterns: Patterns) -> list[tuple[int, int]]:
    """Return the pairs (before, after) of changes: 从a提升至b, 从a、b分别提升至c、d."""
    pairs: list[tuple[int, int]] = []
    for i in range(len(marks) - 1):
        gap = text[marks[i].span_end : marks[i + 1].span_start]
        counted = marks[i].measure and not marks[i].percent
        if len(gap) >= 24 or (counted and marks[i + 1].percent) or not patterns.change_verb.search(gap):
            # 自治区公开信息168条,全文电子化率为86%: a count does not change into a share.
            continue
        if "," in gap and patterns.rate_named.search(gap):
            # 转办的95%办结,满意率达到85%: another rate.
            continue
        if "," in gap and any(second == i for _, second in pairs):
            # 检查比例由30%提高到100%,合格率为96.8%: the change is over.
            continue
        firsts = _run_back(list(range(i + 1)), marks, text, marks[i].span_end)
        if firsts and patterns.from_before.search(
            text[max(0, marks[firsts[0]].span_start - 20) : marks[firsts[0]].span_start]
        ):
            pairs += [(first, i + 1 + k) for k, first in enumerate(firsts) if i + 1 + k < len(marks)]
    return pairs


def span_of_years(text: str, patterns: Patterns) -> int:
    """Return n of the last n年来 of a text, 0 where there is none."""
    matches = list(patterns.years_span.finditer(text[-200:])) if "年" in text else []
    if not matches:
        return 0
    word = matches[-1][1]
    return int(word) if word.isdigit() else _ZH[word]
