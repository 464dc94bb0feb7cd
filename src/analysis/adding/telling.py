"""What is told of a candidate in words and bars, in the terminal and on the page alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from analysis.adding.session import View
from analysis.adding.text import Span

_BARS = "▁▂▃▄▅▆▇█"


def told(counts: Mapping[str, int]) -> str:
    """Return how many candidates stand how."""
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items())


def history(view: View) -> str:
    """Return the last figures of the series, a small chart of them, and the change to this one; empty without any."""
    if not view.before:
        return ""
    values = [value for _, _, value in view.before] + ([view.value] if view.value is not None else [])
    before = " → ".join(f"{printed} ({period})" for printed, period, _ in view.before[-3:])
    return f"{spark(values)}  {before}{_change(view)}"


def _change(view: View) -> str:
    if view.value is None:
        return ""
    last = view.before[-1][2]
    return f" → here {view.value - last:+.6g}" + (f" ({view.value / last - 1:+.1%})" if last else "")


def spark(values: list[float]) -> str:
    """Return values as bars of eight heights."""
    low, high = min(values), max(values)
    return "".join(_BARS[round((value - low) / (high - low) * 7) if high > low else 3] for value in values)


def pieces(view: View) -> list[tuple[str, str]]:
    """Return the sentence cut where marks begin and end, each piece as `figure`, `evidence` or unmarked."""
    text = view.sentence
    low, high = view.figure
    ends = (end for span in view.evidence for end in span if not low < end < high)
    cuts = sorted({0, len(text), low, high, *ends})
    return [
        (text[start:end], _mark(start, view.figure, view.evidence))
        for start, end in pairwise(cuts)
        if 0 <= start < end <= len(text)
    ]


def _mark(place: int, figure: Span, evidence: Iterable[Span]) -> str:
    if figure[0] <= place < figure[1]:
        return "figure"
    return "evidence" if any(low <= place < high for low, high in evidence) else ""
