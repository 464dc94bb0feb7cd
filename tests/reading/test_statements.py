"""Coder and reader on the five texts: each disagreement is settled or explained in disagreements.csv."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from analysis.base.paths import RAW, ROOT
from analysis.bounds.printed import NUMERAL, to_plain
from analysis.reading import read_text
from analysis.reading.decode import decode

TEXTS = Path(os.environ.get("BULLETINS_SHARED", ROOT.parent / "shared")) / "bulletins"
SETTLED = Path(__file__).parent / "disagreements.csv"
FILES = {"ceirp-2022": "000", "ceirp-2017": "001", "ccid-2022": "002", "ceirp-2015": "003", "fujian-2023": "004"}
pytestmark = pytest.mark.skipif(not TEXTS.exists(), reason="the five texts are not at hand")


def load(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numeral_of(printed):
    match = NUMERAL.search(to_plain(printed))
    return match.group() if match else ""


def differences(statement, figures):
    """Yield the fields in which no figure of the text with the statement's numeral agrees with the coder."""
    same = [
        f for f in figures if numeral_of(f.printed).rstrip("余多") == numeral_of(statement["printed"]).rstrip("余多")
    ]
    same.sort(key=lambda f: f.indicator != statement["indicator"])
    if not same:
        yield "figure", statement["printed"], ""
        return
    figure = same[0]
    single = statement["level"] == "single" or statement["entity"]
    for field in ("indicator", "time_period") if single else ("indicator", "area", "level", "time_period"):
        coder, reader = statement[field], getattr(figure, field)
        if field == "time_period":
            coder, reader = coder[:4], reader[:4]
        if coder != reader:
            yield field, coder, reader


@pytest.fixture(scope="module")
def found():
    rows = set()
    statements = load(RAW / "statements.csv")
    for bulletin, start in FILES.items():
        path = next(TEXTS.glob(f"{start}_*.txt"))
        text = decode(path.read_bytes())
        figures = read_text(text, doc=path.name)
        for statement in statements:
            # Some statements of a bulletin come from other copies than the text at hand.
            if statement["bulletin_id"] == bulletin and numeral_of(statement["printed"]) in to_plain(text):
                rows |= {(statement["statement_id"], *difference) for difference in differences(statement, figures)}
    return rows


def test_every_disagreement_is_explained(found):
    explained = {(r["statement_id"], r["field"], r["coder"], r["reader"]) for r in load(SETTLED) if r["explanation"]}
    assert found - explained == set(), "settle these or explain them in tests/reading/disagreements.csv"
    assert explained - found == set(), "these are settled: take them out of tests/reading/disagreements.csv"
