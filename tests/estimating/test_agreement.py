from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from analysis.base import paths
from analysis.base.codebook import load_codebook
from analysis.base.errors import ProjectError
from analysis.cleaning.statements import Statement, load_statements
from analysis.estimating.agreement import (
    SecondCoding,
    kappa,
    load_second_coding,
    share_of_clusters,
    tabulate_agreement,
)

# How many statements the bulletins of the sample have.
SMALL = [1] * 5 + [2] * 7 + [3] * 5 + [4] * 7 + [5] * 5 + [6] * 8 + [7] * 7
SIZES = [*SMALL, 8, 9, 9, 10, 10, 11, 14, 14, 15, 18, 22, 24]


def code_again(statement: Statement, **other: object) -> SecondCoding:
    names = "statement_id printed qualifier time_period indicator area level method".split()
    read = {name: getattr(statement, name) for name in names}
    unit = load_codebook().indicators[str(read["indicator"])].unit
    return SecondCoding(**(read | {"unit": unit, "settled": (), "mended_from": ""} | other))  # ty: ignore


@pytest.fixture(scope="module")
def statements() -> list[Statement]:
    coded = load_statements(paths.RAW / "statements.csv")
    return [one for one in coded if one.bulletin_id in ("hunan-2021q1", "gov-2018q2")]


def rows(codings: list[SecondCoding], statements: list[Statement]) -> dict[str, dict]:
    return {row["field"]: row for row in tabulate_agreement(codings, statements, load_codebook()).to_dicts()}


def test_the_same_coding_agrees_in_every_field(statements: list[Statement]) -> None:
    found = rows([code_again(one) for one in statements], statements)
    assert {row["share"] for row in found.values()} == {100}
    assert found["level"]["kappa"] == 1
    # Where all agree the two bulletins are counted, not their statements.
    assert found["all"]["lower"] == pytest.approx(100 * proportion_confint(2, 2, method="wilson")[0])


def test_another_cue_changes_the_bound_and_not_the_value(statements: list[Statement]) -> None:
    codings = [code_again(one) for one in statements]
    codings[0] = replace(codings[0], qualifier="超过", settled=("bound:second",))
    found = rows(codings, statements)
    assert "value" not in found  # the second coder was given the numerals
    assert (found["area"]["agree"], found["bound"]["agree"]) == (len(statements), len(statements) - 1)
    assert (found["bound"]["second"], found["level"]["second"]) == (1, 0)


def test_a_mended_statement_still_counts_as_a_difference(statements: list[Statement]) -> None:
    codings = [code_again(one) for one in statements]
    codings[0] = replace(codings[0], settled=("level:second",), mended_from="level=township | method=unit_check")
    with pytest.raises(ProjectError, match=r"second_coding\.csv, row .* disagree on method"):
        rows(codings, statements)
    codings[0] = replace(codings[0], mended_from="level=township")
    assert rows(codings, statements)["level"]["agree"] == len(statements) - 1


def test_a_difference_that_nothing_settles_is_refused(statements: list[Statement]) -> None:
    codings = [code_again(one) for one in statements]
    with pytest.raises(ProjectError, match="disagree on area"):
        rows([replace(codings[0], area="CN-XZ"), *codings[1:]], statements)


def test_a_print_that_cannot_be_read_is_named_with_its_row(statements: list[Statement]) -> None:
    codings = [code_again(one) for one in statements]
    with pytest.raises(ProjectError, match=r"second_coding\.csv, row 3 .*'若干' cannot be read"):
        rows([codings[0], replace(codings[1], printed="若干")], statements)


def test_one_code_for_all_leaves_nothing_beyond_chance() -> None:
    assert kappa(["all", "all"], ["all", "all"]) is None
    assert kappa(["a", "a", "b", "b"], ["a", "a", "b", "a"]) == pytest.approx(0.5)


def test_bulletins_that_are_wrong_as_a_whole_widen_the_interval() -> None:
    scattered = [i % 11 != 0 for i in range(200)]
    bulletins = [str(i // 10) for i in range(200)]
    whole = sorted(scattered)
    assert share_of_clusters(whole, bulletins).width > 1.5 * share_of_clusters(scattered, bulletins).width


def test_a_sample_with_a_difference_says_no_more_than_one_without() -> None:
    bulletins = [str(i // 10) for i in range(200)]
    one = share_of_clusters([i > 0 for i in range(200)], bulletins)
    assert one.lower <= share_of_clusters([True] * 200, bulletins).lower
    none = share_of_clusters([i < 1 for i in range(200)], bulletins)
    assert none.ends == pytest.approx((100 - one.upper, 100 - one.lower))


@pytest.mark.slow
@pytest.mark.parametrize(("share", "alike"), [(0.70, 0.34), (0.87, 0.66), (0.89, 0.18), (0.90, 0.42), (0.93, 0.16)])
def test_intervals_hold_the_share_at_what_was_found(share: float, alike: float) -> None:
    random = np.random.default_rng(7)
    runs, held = 1000, 0
    for _ in range(runs):
        sizes = random.choice(SIZES, len(SIZES))
        of_bulletins = random.beta(share * (1 / alike - 1), (1 - share) * (1 / alike - 1), len(sizes))
        agrees = [bool(x) for p, size in zip(of_bulletins, sizes, strict=True) for x in random.random(size) < p]
        bulletins = [str(i) for i, size in enumerate(sizes) for _ in range(size)]
        found = share_of_clusters(agrees, bulletins)
        held += found.lower <= 100 * share <= found.upper
    assert 0.92 <= held / runs <= 0.98


def test_a_row_counts_one_thing(statements: list[Statement]) -> None:
    """The row of all fields counted statements that agree, and beside them fields that were settled."""
    codings = [code_again(one) for one in statements]
    codings[0] = replace(codings[0], level="city", area="CN-XZ", settled=("level:second", "area:second"))
    codings[1] = replace(codings[1], level="city", settled=("level:first",))
    found = rows(codings, statements)
    assert (found["all"]["agree"], found["all"]["wrong"], found["all"]["second"]) == (len(statements) - 2, 1, None)
    assert (found["level"]["wrong"], found["level"]["first"], found["level"]["second"]) == (1, 1, 1)
    assert found["all"]["wrong_share"] == pytest.approx(100 / len(statements))
    assert found["all"]["wrong_lower"] < found["all"]["wrong_share"] < found["all"]["wrong_upper"]


def test_the_sample_is_large_enough_and_settled() -> None:
    codings = load_second_coding(paths.RAW / "second_coding.csv")
    table = tabulate_agreement(codings, load_statements(paths.RAW / "statements.csv"), load_codebook())
    found = {row["field"]: row for row in table.to_dicts()}
    assert found["all"]["n"] >= 300
    for row in (row for row in found.values() if row["field"] != "all"):
        assert row["n"] - row["agree"] == row["first"] + row["second"] + row["both"]
