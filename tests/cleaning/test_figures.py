"""Figures read by columns are those read one by one, whatever the digits and the words around them."""

from __future__ import annotations

import random
from itertools import cycle

import polars as pl
import pytest

from analysis.base import paths
from analysis.base.codebook import load_codebook
from analysis.base.errors import ProjectError
from analysis.base.tables import to_table
from analysis.bounds.quantity import Quantity
from analysis.cleaning.figures import Print, read_figure, read_figures
from analysis.cleaning.statements import load_statements

CODEBOOK = load_codebook()
SIGNS = "0123456789,.%％万亿千百成超过近约余多减-~ 家个百分点倍"


def with_other_digits(rng: random.Random) -> list[Print]:
    """Every sixth statement of the project, its digits exchanged for others, every other one for many noughts."""
    known = load_statements(paths.RAW / "statements.csv")[::6]
    return [
        Print("".join(rng.choice(digits) if "0" <= sign <= "9" else sign for sign in one.printed), one.qualifier,
              one.unit_printed, one.indicator)
        for one, digits in zip(known, cycle(["0123456789", "0001"]), strict=False)
    ]  # fmt: skip


def without_sense(rng: random.Random) -> list[Print]:
    """Signs that prints are made of, in any order."""
    indicators = list(CODEBOOK.indicators)
    return [
        Print("".join(rng.choices(SIGNS, k=rng.randint(1, 8))), rng.choice(["", "超过", "减少", "近"]), "",
              rng.choice(indicators))
        for _ in range(1_000)
    ]  # fmt: skip


EDGES = [
    Print(printed, qualifier, "", indicator)
    for printed in ("0", "0%", "100%", "95.00%", "100.5%", "7成", "17成", "36.916", "36,916.5", "1.50亿", "9" * 16, "1",
                    "99.95%", "36000", "减少1", "0.002万")
    for qualifier in ("", "下降", "超过", "至少", "不足", "不超过", "近", "约")
    for indicator in ("running_government_sites", "spot_check_pass_rate", "pass_rate_change_since_2016_q1", "none")
]  # fmt: skip


def alone(one: Print, by: str) -> Quantity | None:
    try:
        return read_figure(one, CODEBOOK, by)
    except ProjectError:
        return None


@pytest.mark.parametrize("by", ["narrow", "standard", "wide"])
def test_figures_by_columns_are_those_read_one_by_one(by):
    rng = random.Random(7)
    prints = [*with_other_digits(rng), *without_sense(rng), *EDGES]
    found = read_figures(pl.DataFrame(prints, schema=Print._fields, orient="row"), CODEBOOK, by)
    expected = [alone(one, by) for one in prints]
    assert 500 < sum(one is not None for one in expected) < len(prints) - 500
    readable = pl.Series([one is not None for one in expected])
    assert found["value"].is_not_null().equals(readable)
    table = to_table([one for one in expected if one is not None], Quantity)
    assert found.filter(readable).select(table.columns).write_csv() == table.write_csv()  # -0.0 is not 0.0


def test_no_prints_have_no_figures():
    found = read_figures(pl.DataFrame(schema=dict.fromkeys(Print._fields, pl.String)), CODEBOOK)
    assert (len(found), sorted(found.columns)) == (0, sorted(to_table([], Quantity).columns))
