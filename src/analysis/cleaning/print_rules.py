"""The rules by which prints became bounds: which one read a figure, and how many each has read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from analysis.base.codebook import load_codebook
from analysis.bounds.printed import WORDS_AS_FIGURES, Convention, find_sense, read_printed
from analysis.words.catalogue import say_all
from analysis.words.numbers import display_brackets

Row = dict[str, Any]
# Examples that show a rule well; where an edition does not hold one, the first figure by id stands in its place.
EXAMPLES = {
    "exact_count": "gov-2017q2-running-all", "exact_share": "ceirp-2015-app-adoption-province",
    "rounded": "ceirp-2017-running-2016-12", "gt": "ceirp-2022-qa-adoption-province",
    "ge": "ccid-2022-data-rating", "lt": "ceirp-2017-qa-usable", "le": "", "near": "ceirp-2015-app-adoption-city",
    "about": "news-wechat-2015-weibo", "several": "ceirp-2017-qa-questions",
    "words": "nankai-smart-qa-indicators-2023-qa-adoption", "range": "",
}  # fmt: skip
_SEVERAL = re.compile("[数數几幾][十百千万萬亿億]")


def list_rules(statements: Iterable[Row], observations: Mapping[str, Row]) -> Iterator[Row]:
    """Yield each rule of reading: how many figures it read, and one of them with its bounds by three conventions."""
    read: dict[str, list[Row]] = {}
    for statement in statements:
        if row := observations.get(statement["statement_id"]):
            row = row | {name: statement[name] for name in ("printed", "qualifier")}
            read.setdefault(name_rule(row), []).append(row)
    for rule, example in EXAMPLES.items():
        if rule in read:
            # The chosen example comes first, then figures of high confidence.
            one = min(read[rule], key=lambda row: (
                row["statement_id"] != example, row["confidence"] != "high", row["statement_id"]
            ))  # fmt: skip
            yield {
                "rule": rule, **say_all("print", f"print-{rule}"), **say_all("reading", f"reading-{rule}"),
                "figures": len(read[rule]), "id": one["statement_id"],
                "as_printed": f"{one['qualifier']} {one['printed']}".strip(),
                **{name: one[name] for name in ("lower", "upper", "lower_closed", "upper_closed")},
                "narrow": _read_by(one, "narrow"), "wide": _read_by(one, "wide"),
            }  # fmt: skip


def _read_by(row: Row, convention: Convention) -> str:
    indicator = load_codebook().indicators[row["indicator"]]
    found = read_printed(row["printed"], row["qualifier"], indicator.bounded_as, convention, indicator.signed)
    return display_brackets(found.interval)


def name_rule(row: Row) -> str:
    """Return which rule a figure was read by, from its print and its bounds."""
    printed, comparator = row["printed"], row["comparator"]
    if any(word in printed for word in WORDS_AS_FIGURES) and not any(sign.isdigit() for sign in printed):
        return "words"
    if comparator == "approx":
        near = find_sense(f"{row['qualifier']} {printed}") == "near"
        return "several" if _SEVERAL.search(printed) else "near" if near else "about"
    if comparator != "eq":
        return comparator
    if not row["unit"].startswith(("count", "rank", "year")):
        return "exact_share"
    return "rounded" if row["rounded"] else "exact_count"
