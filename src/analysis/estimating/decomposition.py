"""A fall taken apart: which level lost how much of the total between two dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from analysis.base.errors import ProjectError
from analysis.bounds.interval import Interval
from analysis.bounds.shares import share_of_sum
from analysis.estimating.bounds_alone import REFERENCE, certain
from analysis.estimating.minimums import refuse, refuse_few
from analysis.estimating.outcomes import Estimate, Outcome, Refusal
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
    refusal = refuse_few("decomposition", len(losses), series_id) or _refuse_rise(losses, series_id)
    if refusal:
        return Outcome("decomposition", series_id, refusals=(refusal,))
    return Outcome("decomposition", series_id, tuple(_estimate(losses)))


def _refuse_rise(losses: Mapping[str, Interval], series_id: str) -> Refusal | None:
    if _total(losses.values()).lower > 0:
        return None
    return refuse("decomposition", "refusal-decomposition", series_id, len(losses))


def _total(losses: Iterable[Interval]) -> Interval:
    return sum(losses, Interval.at(0))


def _estimate(losses: Mapping[str, Interval]) -> Iterator[Estimate]:
    def make(parameter: str, interval: Interval, unit: str) -> Estimate:
        method, assumption = message("method-interval-arithmetic"), message("assumption-decomposition")
        return certain(parameter, interval, unit, len(losses), method, REFERENCE, assumption)

    yield make("loss.total", _total(losses.values()), "count")
    for level, loss in losses.items():
        rest = _total(other for name, other in losses.items() if name != level)
        yield make(f"loss.{level}", loss, "count")
        yield make(f"share_of_cut.{level}", share_of_sum(loss, rest), "percent")
