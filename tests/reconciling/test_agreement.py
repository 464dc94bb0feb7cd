"""The rules for one quantity, against brute force: on a grid of numbers it is plain what several bounds allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from analysis.bounds.interval import Interval
from analysis.bounds.quantity import Quantity
from analysis.cleaning.observations import Observation
from analysis.reconciling.agreement import Choice, Reconciled, reconcile

# Ends are whole numbers, so that a half lies in every open interval that is not empty.
GRID = [half / 2 for half in range(13)]
DAY = date(2017, 12, 31)
ONE = Observation(
    "a", "a", "gov-2017q4", "2018", "running_government_sites", "CN", "all", "", "", "2017", DAY, DAY,
    Quantity.exact(1, "count:site"), "A", "high", "", (), "",
)  # fmt: skip


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    lower, upper = sorted(draw(st.tuples(st.integers(0, 6), st.integers(0, 6))))
    closed = [lower == upper or draw(st.booleans()) for _ in range(2)]
    return Quantity(draw(st.sampled_from([lower, (lower + upper) / 2, upper])), Interval(lower, upper, *closed))


@st.composite
def groups(draw: st.DrawFn) -> list[Observation]:
    """Draw observations of one quantity, in order of id."""
    return [
        replace(
            ONE, observation_id=f"o{number}", quantity=draw(quantities()), status=draw(st.sampled_from("AAAUED")),
            confidence=draw(st.sampled_from(["high", "medium", "low", ""])),
        )
        for number in range(draw(st.integers(1, 4)))
    ]  # fmt: skip


def allowed(observations: list[Observation] | tuple[Observation, ...]) -> list[float]:
    return [value for value in GRID if all(value in one.quantity.interval for one in observations)]


def deciding(group: list[Observation]) -> list[Observation]:
    """Printed observations decide, else derived ones, else all."""
    for statuses in ("AF", "E"):
        if found := [one for one in group if one.status in statuses]:
            return found
    return group


def holds_together(group: list[Observation], found: Reconciled) -> None:
    """What is true of every outcome: nothing vanishes, and the value lies within what is left."""
    assert sorted([*found.used, *found.alternatives], key=lambda one: one.observation_id) == group
    if found.status != "conflict":
        assert [value for value in GRID if value in found.interval] == allowed(found.used)
        assert found.interval.lower <= found.value <= found.interval.upper


@given(groups())
def test_observations_agree_where_a_number_lies_in_all_their_bounds(group: list[Observation]) -> None:
    found, first = reconcile(group, {}), deciding(group)
    holds_together(group, found)
    assert list(found.used) == first
    assert (found.status != "conflict") == bool(allowed(first))
    assert (found.status == "single") == (len(first) == 1)
    if found.status == "conflict":
        ends = [one.quantity.interval for one in first]
        assert (found.interval.lower, found.interval.upper) == (
            min(one.lower for one in ends), max(one.upper for one in ends),
        )  # fmt: skip
        assert all(found.interval.covers(one) for one in ends)
        assert found.value is None
        assert not found.modelled


@given(groups(), st.integers(0, 3))
def test_a_written_choice_decides_with_all_that_agree_with_it(group: list[Observation], place: int) -> None:
    chosen = group[place % len(group)]
    found = reconcile(group, {chosen.observation_id: Choice(chosen.observation_id, "R4", "conflict-x")})
    holds_together(group, found)
    if allowed(group):
        assert found == reconcile(group, {})
        return
    assert (found.status, found.rule, found.used[0]) == ("chosen", "R4", chosen)
    assert allowed(found.used)
    assert all(other.status != "U" for other in found.used[1:])
    for other in found.alternatives:
        assert other.status == "U" or not allowed([*found.used, other])


@given(groups(), st.randoms())
def test_the_order_of_observations_does_not_matter(group: list[Observation], random) -> None:
    shuffled = list(group)
    random.shuffle(shuffled)
    one, other = reconcile(group, {}), reconcile(shuffled, {})
    assert (one.status, one.rule, one.value, one.interval) == (other.status, other.rule, other.value, other.interval)


def test_the_value_is_that_of_the_narrowest() -> None:
    wide = replace(ONE, observation_id="wide", quantity=Quantity(4, Interval(3, 5)))
    narrow = replace(ONE, observation_id="narrow", quantity=Quantity(4.6, Interval(4.5, 5.5)))
    assert reconcile([wide, replace(narrow, confidence="low")], {}).value == 4.6
    same = replace(narrow, observation_id="same", quantity=Quantity(5.5, narrow.quantity.interval), confidence="low")
    assert reconcile([wide, narrow, same], {}).value == 4.6


def test_a_value_beyond_what_is_left_moves_into_it() -> None:
    over = replace(ONE, observation_id="over", quantity=Quantity(4, Interval(4, 5, lower_closed=False)))
    other = replace(ONE, observation_id="other", quantity=Quantity(6, Interval(4.5, 6)))
    found = reconcile([over, other], {})
    assert (found.value, found.interval) == (4.5, Interval(4.5, 5))
