"""Observations that follow from printed ones by arithmetic alone; each is marked so and names those it follows from.

CNNIC's table of December 2019 prints the number of government websites of each province and its change on 2018. A
whole number for 2018 must give the printed change when rounded to the place that is printed: this leaves one number for
most provinces. Counts for 2018 printed elsewhere, and the total of provinces printed a year before, narrow the others;
what stays open stays open, as bounds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import polars as pl

from analysis.base.errors import ProjectError
from analysis.base.periods import parse_period
from analysis.base.tables import records, to_table
from analysis.bounds.expression import parse
from analysis.bounds.interval import Interval, hull
from analysis.bounds.quantity import Quantity
from analysis.cleaning.observations import OBSERVATION_COLUMNS, Observation

COUNTS, CHANGES = "running_government_sites", "running_government_sites_change_year_on_year"
TABLE_PERIOD, PANEL_PERIOD = "2019-12", "2018-12"
# The table counts sites of the province level and below; the total of 2018 was printed for the same.
TOTAL_LEVEL = "province_and_below"
METHOD = "cnnic"
BEFORE = parse("count / (100% + change%)")
_DUST = 1e-9


def add_derived(observations: pl.DataFrame) -> pl.DataFrame:
    """Return the table `observations` with the figures that follow from those in it, sorted by id."""
    printed = records(observations.filter(pl.col("method") == METHOD), Observation)
    derived = to_table(derive_2018_panel(printed), Observation, OBSERVATION_COLUMNS)
    return pl.concat([observations, derived]).sort("observation_id")


def derive_2018_panel(observations: Iterable[Observation]) -> list[Observation]:
    """Derive the number of sites of each province in December 2018.

    Returns one observation per province of the table of December 2019, whole numbers with status E and bounds where
    more than one fits (its value is then the one nearest to the printed change); none where that table is not among the
    observations. Raises `ProjectError` where no whole number fits.
    """
    printed = [one for one in observations if one.method == METHOD]
    provinces = _provinces(printed)
    if not provinces:
        return []
    total = _total(printed)
    fitting = fit_total([province.narrowed for province in provinces], int(total.quantity.value))
    return [_derived(province, numbers, total) for province, numbers in zip(provinces, fitting, strict=True)]


@dataclass(frozen=True)
class _Province:
    """What is printed of one province: its count, the change on the year before, and perhaps the count then."""

    count: Observation
    change: Observation
    before: Observation | None
    options: list[int]

    @property
    def narrowed(self) -> list[int]:
        """The numbers that fit, of several the one that is printed elsewhere."""
        return [n for n in self.options if self.before is None or n in self.before.quantity.interval] or self.options


def _provinces(printed: Iterable[Observation]) -> list[_Province]:
    counts, changes, before = (
        _by_area(printed, *about) for about in ((COUNTS, TABLE_PERIOD), (CHANGES, TABLE_PERIOD), (COUNTS, PANEL_PERIOD))
    )
    return [
        _Province(counts[area], changes[area], before.get(area), whole_numbers_before(counts[area].quantity.interval,
                                                                                     changes[area].quantity.interval))
        for area in sorted(counts.keys() & changes.keys())
    ]  # fmt: skip


def whole_numbers_before(count: Interval, change: Interval) -> list[int]:
    """Return the whole numbers from which a change in percent leads to `count`."""
    before = BEFORE.bounds({"count": count, "change": change})
    near = range(math.ceil(before.lower - _DUST), math.floor(before.upper + _DUST) + 1)
    # A print that is closed where the other side is open holds one end alone; dust of the processor is no end.
    return [number for number in near if before & Interval(number - _DUST, number + _DUST)]


def fit_total(options: Sequence[Sequence[int]], total: int) -> list[list[int]]:
    """Return of each list the numbers that add up to a total with one of each other list.

    Raises `ProjectError` where there is no such choice.
    """
    before, after = _sums(options), list(reversed(_sums(options[::-1])))
    fitting = [
        [number for number in numbers if any(total - number - rest in after[k + 1] for rest in before[k])]
        for k, numbers in enumerate(options)
    ]
    if not all(fitting):
        raise ProjectError(
            f"statements.csv: no whole numbers for {PANEL_PERIOD} that give the changes printed for {TABLE_PERIOD} "
            f"({CHANGES}, method {METHOD}) add up to the printed total of {total}; check the figures of that table."
        )
    return fitting


def _sums(options: Sequence[Sequence[int]]) -> list[set[int]]:
    """Return the sums of one number from each of the first lists: of none, of one, and so on."""
    return list(accumulate(options, lambda sums, numbers: {s + n for s in sums for n in numbers}, initial={0}))


def _by_area(observations: Iterable[Observation], indicator: str, period: str) -> dict[str, Observation]:
    return {
        one.area: one
        for one in observations
        if (one.indicator, one.time_period) == (indicator, period) and one.area != "CN"
    }


def _total(observations: Iterable[Observation]) -> Observation:
    for one in observations:
        if (one.indicator, one.time_period, one.level) == (COUNTS, PANEL_PERIOD, TOTAL_LEVEL):
            return one
    raise ProjectError(f"the panel of {PANEL_PERIOD} needs CNNIC's total for {TOTAL_LEVEL}, which no statement holds.")


def _derived(province: _Province, numbers: Sequence[int], total: Observation) -> Observation:
    count, period, interval = province.count, parse_period(PANEL_PERIOD), hull(map(Interval.at, numbers))
    # What narrowed the choice is a source like the others.
    choosing = (
        province.before if len(province.narrowed) < len(province.options) else None,
        total if len(numbers) < len(province.narrowed) else None,
    )
    sources = [source.observation_id for source in (count, province.change, *choosing) if source]
    place = count.area.removeprefix("CN-").lower()
    comparator = "eq" if interval.exact else "range"
    middle = BEFORE.value({"count": count.quantity.value, "change": province.change.quantity.value})
    nearest = min(numbers, key=lambda number: abs(number - middle))
    return replace(
        count, observation_id=f"derived-cnnic-{PANEL_PERIOD}-running-{place}", statement_id="",
        time_period=PANEL_PERIOD, period_start=period.first, period_end=period.last,
        quantity=Quantity(float(nearest), interval, count.quantity.unit, comparator), status="E", correction="",
        derived_from=tuple(sources), note="",
    )  # fmt: skip
