"""Moves: how far the variants of the sensitivity runs move each headline, and what becomes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from analysis.estimating.outcomes import CERTAIN
from analysis.words.catalogue import LANGS, Lang, column, say_all, say_list

Row = dict[str, Any]
STEADY = 0.1  # half widths of a headline's interval
TOLERANCE = 1e-6  # figures are equal where they agree to six significant digits, as the tables hold no more


def list_moves(sensitivity: Collection[Row]) -> Iterator[Row]:
    """Yield each variant of a headline whose interval has two ends, moved by how many half widths of it.

    `moved` is how far the headline's variants move at most; `steady` ones by less than a tenth of a half width.
    """
    for head in (row for row in sensitivity if row["variant"] == "headline"):
        if head["lower"] is None or head["upper"] is None:
            continue
        half = (head["upper"] - head["lower"]) / 2
        varied = (row for row in sensitivity if row["headline_id"] == head["headline_id"] and row is not head)
        own = [_variant(row, head, half) for row in varied if half]
        moved = max((abs(row["value"]) for row in own if row["value"] is not None), default=0.0)
        yield from (row | {"moved": moved, "steady": str(moved < STEADY).lower()} for row in own)


def _variant(row: Row, headline: Row, half: float) -> Row:
    """Return a variant as a row of the chart, its bounds those of the headline, all in half widths from its value."""
    found = row | {"id": row["headline_id"], "headline": row["headline_id"], "unit": "half_width_of_interval"}
    if row["value"] is None:
        return found | {"lower": None, "upper": None, "status": "refused", "moves": "refused"}
    moved = {name: (one["value" if one is row else name] - headline["value"]) / half
             for name, one in (("value", row), ("lower", headline), ("upper", headline))}  # fmt: skip
    return found | moved | {"status": "estimate", "moves": _move_of(row, headline)}


def _move_of(row: Row, headline: Row) -> str:
    """Tell where a variant lies: marks outside the shaded interval once had the look of those within it."""
    if row["leaves_interval"]:
        return "leaves"
    if row["sign_changed"]:
        return "turns"
    low, *_, high = sorted(headline[name] for name in ("lower", "value", "upper"))
    slack = TOLERANCE * abs(headline["value"])
    return "stays" if low - slack <= row["value"] <= high + slack else "near"


def list_headlines(sensitivity: Iterable[Row], estimates: Mapping[str, Row]) -> Iterator[Row]:
    """Yield each headline estimate with the range over its variants, and which of them leave its interval or turn it.

    A variant turns a headline that has the other sign, or whose interval holds zero as the headline's does not.

    How many of them the model refused is said too: a range says nothing of those. What bounds alone give has no value
    in them that is likelier than another, so that its middle is not shown, and the range is that of the bounds.
    """
    rows = sorted(sensitivity, key=lambda row: (row["headline_id"], row["variant"]))
    for head in (row for row in rows if row["variant"] == "headline" and row["value"] is not None):
        name = head["headline_id"]
        variants = [row for row in rows if row["headline_id"] == name and row is not head]
        bounded = estimates[name]["level"] == CERTAIN and head["lower"] != head["upper"]
        ends = ("lower", "upper") if bounded else ("value", "value")
        low, high = ([row[end] for row in variants if row[end] is not None] for end in ends)
        left = [row for row in variants if row["leaves_interval"]]
        turned = [row for row in variants if row["sign_changed"] or row["includes_zero"]]
        yield {
            "headline": name, "value": None if bounded else head["value"], "lower": head["lower"],
            "upper": head["upper"], "unit": estimates[name]["unit"],
            "lowest": min(low, default=None), "highest": max(high, default=None), "variants": len(variants),
            **say_all("refused_of", "cell-refused-of", refused=sum(bool(row["refused"]) for row in variants),
                   variants=len(variants)),
            **{f"left_{lang}": _listed(left, lang) for lang in LANGS},
            **{f"turned_{lang}": _listed(turned, lang) for lang in LANGS},
        }  # fmt: skip


def _listed(variants: Iterable[Row], lang: Lang) -> str:
    return say_list((row[column("variant", lang)] for row in variants), lang, "list-semicolon") or "–"
