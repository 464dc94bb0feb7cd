"""A fall taken apart: which level lost how much of the total between two dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.bounds.shares import NOTHING, share_of_sum
from analysis.estimating.bounds_alone import certain
from analysis.estimating.minimums import refuse, refuse_few
from analysis.estimating.outcomes import Estimate, Outcome
from analysis.words.catalogue import message


def decompose_cut(before: Mapping[str, Interval], after: Mapping[str, Interval], series_id: str) -> Outcome:
    """Say which level lost how much between two dates: `loss.LEVEL` (count) and `share_of_cut.LEVEL` (percent).

    Both mappings hold the same levels; bounds are carried exactly (a level's loss stands in both parts of its share).
    Refused where the bounds do not rule out that the total did not fall.
    """
    if set(before) != set(after):
        odd = ", ".join(sorted(set(before) ^ set(after)))
        raise ProjectError(f"decomposition: the two dates must give the same levels; only one of them gives {odd}.")
    losses = {level: before[level] - after[level] for level in sorted(before)}
    refusal = refuse_few("decomposition", len(losses), series_id)
    if not refusal and sum(losses.values(), NOTHING).lower <= 0:
        refusal = refuse("decomposition", "refusal-decomposition", series_id, len(losses))
    if refusal:
        return Outcome("decomposition", series_id, refusals=(refusal,))
    return Outcome("decomposition", series_id, tuple(_estimate(losses)))


def _estimate(losses: Mapping[str, Interval]) -> Iterator[Estimate]:
    def make(parameter: str, interval: Interval, unit: str) -> Estimate:
        return certain(parameter, interval, unit, len(losses), message("assumption-decomposition"))

    yield make("loss.total", sum(losses.values(), NOTHING), "count")
    for level, loss in losses.items():
        rest = sum((other for name, other in losses.items() if name != level), NOTHING)
        yield make(f"loss.{level}", loss, "count")
        yield make(f"share_of_cut.{level}", share_of_sum(loss, rest), "percent")
