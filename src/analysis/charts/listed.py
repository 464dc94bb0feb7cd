"""Listed: sources of rows for tables that are not about single figures: rules, exceptions, identities, conflicts.

Texts of a language come as twins (`why_en`, `why_zh`), of which a table takes its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from analysis.base.codebook import load_codebook
from analysis.bounds.interval import Interval
from analysis.bounds.printed import WORDS_AS_FIGURES, Convention, find_sense, read_printed
from analysis.reconciling.rules import rule_text
from analysis.words.catalogue import LANGS, Lang, column, say, say_list
from analysis.words.numbers import display_number

if TYPE_CHECKING:
    from analysis.charts.declarations import Selection
    from analysis.charts.tables import Tables

Row = dict[str, Any]
# Examples that show a rule well; where an edition does not hold one, the first figure by id stands in its place.
EXAMPLES = {
    "exact_count": "gov-2017q2-running-all", "exact_share": "ceirp-2015-app-adoption-province",
    "rounded": "ceirp-2017-running-2016-12", "gt": "ceirp-2022-qa-adoption-province",
    "ge": "ccid-2022-data-rating", "lt": "ceirp-2017-qa-usable", "le": "", "near": "ceirp-2015-app-adoption-city",
    "about": "news-wechat-2015-weibo", "several": "ceirp-2017-qa-questions",
    "words": "nankai-smart-qa-indicators-2023-qa-adoption", "range": "",
}  # fmt: skip
RESULTS = ("holds", "off_by_one", "disagrees")
_SEVERAL = re.compile("[数數几幾][十百千万萬亿億]")


def list_rules(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield each rule of reading: how many figures it read, and one of them with its bounds by three conventions."""
    read: dict[str, list[Row]] = {}
    for statement in tables.rows("statements"):
        if row := tables.observations.get(statement["statement_id"]):
            row = row | {name: statement[name] for name in ("printed", "qualifier")}
            read.setdefault(name_rule(row), []).append(row)
    for rule, example in EXAMPLES.items():
        if rule in read:
            # The chosen example comes first, then figures of high confidence.
            one = min(read[rule], key=lambda row: (
                row["statement_id"] != example, row["confidence"] != "high", row["statement_id"]
            ))  # fmt: skip
            yield {
                "rule": rule, **_say("print", f"print-{rule}"), **_say("reading", f"reading-{rule}"),
                "figures": len(read[rule]), "id": one["statement_id"],
                "as_printed": f"{one['qualifier']} {one['printed']}".strip(),
                **{name: one[name] for name in ("lower", "upper", "lower_closed", "upper_closed")},
                "narrow": _read_by(one, "narrow"), "wide": _read_by(one, "wide"),
            }  # fmt: skip


def _read_by(row: Row, convention: Convention) -> str:
    """Return the bounds of a print by another convention."""
    indicator = load_codebook().indicators[row["indicator"]]
    found = read_printed(row["printed"], row["qualifier"], indicator.bounded_as, convention, indicator.signed)
    return write_interval(found.interval)


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


def write_interval(one: Interval) -> str:
    """Write bounds as an interval, (90, 100]; a single value as itself."""
    ends = ["∞" if end == float("inf") else display_number(round(end, 6), LANGS[0]) for end in one.ends]
    return ends[0] if one.lower == one.upper else f"{str(one)[0]}{', '.join(ends)}{str(one)[-1]}"


def list_checks(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield for each raw table how many of its rules hold, hold with exceptions, are broken or warn."""
    checks = tables.rows("checks-raw")
    for table in sorted({check["table"] for check in checks}):
        own = [check for check in checks if check["table"] == table]
        found = Counter(_result(check) for check in own)
        yield {
            **{f"table_{lang}": own[0][column("title", lang)] for lang in LANGS}, "rules": len(own),
            **{name: found[name] for name in ("held", "held_with_exceptions", "broken", "warnings")},
            "rows": max(check["checked"] for check in own), "exceptions": sum(check["excepted"] for check in own),
        }  # fmt: skip


def _result(check: Row) -> str:
    named = {"pass": "held", "exception": "held_with_exceptions"}
    return named.get(check["result"], "broken" if check["severity"] == "critical" else "warnings")


def list_exceptions(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield each row that a rule met and that is excepted from it, with both reasons."""
    for check in sorted(tables.rows("checks-raw"), key=lambda check: check["rule_id"]):
        reasons = {lang: _reasons(check[column("exception_reasons", lang)]) for lang in LANGS}
        for row in [row for row in reasons[LANGS[0]] if row in (check["excepted_rows"] or "").split()]:
            yield {
                "rule_id": check["rule_id"], "table": check["table"], "row": row,
                **{f"why_{lang}": check[column("why", lang)] for lang in LANGS},
                **{f"reason_{lang}": reasons[lang].get(row, "") for lang in LANGS},
            }  # fmt: skip


def _reasons(text: str | None) -> dict[str, str]:
    """Read `row: reason | row: reason`."""
    return {row: reason for row, colon, reason in (one.partition(": ") for one in (text or "").split(" | ")) if colon}


def list_kinds(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield how many identities of each kind hold, miss by one, or disagree."""
    found = Counter((row["kind"], row["result"]) for row in tables.rows("identities"))
    for kind in sorted({kind for kind, _ in found}):
        counts = {result: found[kind, result] for result in RESULTS}
        yield {"kind": kind, **counts, "total": sum(counts.values())}


def list_agreement(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield how far two codings agree in each field, as a share with its interval."""
    for row in tables.rows("agreement"):
        kappa = "–" if row["kappa"] is None else f"{row['kappa']:.2f}"
        yield row | {"value": row["share"], "unit": "percent", "kappa": kappa}


def list_conflicts(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield each conflict with its explanation, how it was handled, and the written rule."""
    known = {row["conflict_id"]: row for row in tables.rows("conflicts")}
    for name, row in sorted(known.items(), key=lambda one: (one[1]["period"], one[0])):
        periods = sorted(str(row["period"]).split())
        yield {
            "conflict_id": name, "periods": " – ".join(dict.fromkeys(periods[:1] + periods[-1:])),
            **{f"explanation_{lang}": row[f"explanation_{lang}"] for lang in LANGS},
            **_say("handled", f"handled-{row['handled']}"),
            **{f"rule_{lang}": rule_text(row["rule"], lang) for lang in LANGS},
        }  # fmt: skip


def list_headlines(tables: Tables, _: Selection) -> Iterator[Row]:
    """Yield each headline estimate with the range over its variants, and the variants that leave its interval.

    How many of them the model refused is said too: a range says nothing of those.
    """
    units = {row["estimate_id"]: row["unit"] for row in tables.rows("estimates")}
    rows = sorted(tables.rows("sensitivity"), key=lambda row: (row["headline_id"], row["variant"]))
    for head in (row for row in rows if row["variant"] == "headline" and row["value"] is not None):
        name = head["headline_id"]
        variants = [row for row in rows if row["headline_id"] == name and row is not head]
        values = [row["value"] for row in variants if row["value"] is not None]
        marked = [row for row in variants if row["sign_changed"] or row["leaves_interval"]]
        yield {
            "headline": name, **{end: head[end] for end in ("value", "lower", "upper")}, "unit": units[name],
            "lowest": min(values, default=None), "highest": max(values, default=None), "variants": len(variants),
            **_say("refused_of", "cell-refused-of", refused=sum(bool(row["refused"]) for row in variants),
                   variants=len(variants)),
            **{f"marked_{lang}": _marked(marked, lang) for lang in LANGS},
        }  # fmt: skip


def _marked(variants: Iterable[Row], lang: Lang) -> str:
    return say_list((row[column("variant", lang)] for row in variants), lang, "list-semicolon") or "–"


def _say(name: str, key: str, **values: int) -> dict[str, str]:
    return {f"{name}_{lang}": say(key, lang, **values) for lang in LANGS}
