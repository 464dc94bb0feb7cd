"""Which new statements moved an estimate: its question is asked once more without each of them.

That a new statement stands among an estimate's inputs says nothing of how far it moved it; most move it by nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from analysis.questions.evidence import Evidence
from analysis.questions.registry import TOPICS, Topic, own_rows
from analysis.questions.sensitivity import kept_rows

MOST = 24  # reruns of a question; beyond that the figures of a bulletin are left out together
_SAME = 1e-6


@dataclass(frozen=True)
class Moved:
    """An estimate, what was left out (statements, parted by blanks), and its value without that; None if refused."""

    estimate_id: str
    without: str
    value: float | None


def attribute(
    observations: pl.DataFrame, gather: Callable[[pl.DataFrame], Evidence], moved: Iterable[str], new: Iterable[str],
    topics: Iterable[Topic] = TOPICS, tell: Callable[[str], None] = lambda _: None,
) -> list[Moved]:  # fmt: skip
    """Return what each new observation did to each moved estimate; only the questions that both reach are asked."""
    wanted, fresh = set(moved), observations.filter(observations["observation_id"].is_in(sorted(new)))
    found: list[Moved] = []
    for topic in topics:
        own, reached = own_rows(observations, topic), own_rows(fresh, topic)
        if wanted and not reached.is_empty():
            now = _values(topic, gather(own), wanted)
            for count, names in enumerate(groups := _groups(reached) if now else [], start=1):
                tell(f"{topic.name}: rerun {count} of {len(groups)}")
                rest = kept_rows(own, ~own["observation_id"].is_in(names))
                found += _compared(now, _values(topic, gather(rest), wanted), names)
    return found


def _groups(reached: pl.DataFrame) -> list[list[str]]:
    """Return what is left out together: each observation, or each bulletin's where there are many."""
    printed = reached.filter(reached["derived_from"].fill_null("") == "")
    if printed.height <= MOST:
        return [[name] for name in printed["observation_id"]]
    by_bulletin = printed.group_by("bulletin_id", maintain_order=True).all()
    return [list(names) for names in by_bulletin["observation_id"][:MOST]]


def _values(topic: Topic, evidence: Evidence, wanted: set[str]) -> dict[str, float | None]:
    results = (one for one in topic.estimate(evidence) if one.estimate_id in wanted)
    return {one.estimate_id: one.estimate.value if one.estimate else None for one in results}


def _compared(
    now: Mapping[str, float | None], then: Mapping[str, float | None], names: list[str]
) -> Iterator[Moved]:  # fmt: skip
    for estimate_id, value in now.items():
        other = then.get(estimate_id)
        same = value is other if value is None or other is None else math.isclose(value, other, rel_tol=_SAME)
        if not same:
            yield Moved(estimate_id, " ".join(names), other)
