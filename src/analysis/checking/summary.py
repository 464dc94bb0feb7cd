"""What came of the rules and of the identities, summed up in rows for tables and charts.

Texts of a language come as twins (`why_en`, `why_zh`), of which a table takes its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from analysis.words.catalogue import LANGS, column

Row = dict[str, Any]
RESULTS = ("holds", "off_by_one", "disagrees")
GAPS = (("value", "", ""), ("lower", "_lower", "_upper"), ("upper", "_upper", "_lower"))  # left less right


def list_checks(checks: Collection[Row]) -> Iterator[Row]:
    """Yield for each raw table how many of its rules hold, hold with exceptions, are broken or warn."""
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


def list_exceptions(checks: Iterable[Row]) -> Iterator[Row]:
    """Yield each row that a rule met and that is excepted from it, with both reasons."""
    for check in sorted(checks, key=lambda check: check["rule_id"]):
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


def list_kinds(identities: Iterable[Row]) -> Iterator[Row]:
    """Yield how many identities of each kind hold, miss by one, or disagree."""
    found = Counter((row["kind"], row["result"]) for row in identities)
    for kind in sorted({kind for kind, _ in found}):
        counts = {result: found[kind, result] for result in RESULTS}
        yield {"kind": kind, **counts, "total": sum(counts.values())}


def list_gaps(identities: Iterable[Row]) -> Iterator[Row]:
    """Yield how far the sides of each identity lie apart, in percent of the right side, with what bounds allow."""
    for row in sorted(identities, key=lambda row: row["identity_id"]):
        if row["right"]:
            size = abs(row["right"]) / 100
            gaps = {name: row["left" + one] - row["right" + other] for name, one, other in GAPS}
            yield {
                **row, "id": row["terms"], "identity": row["identity_id"], "unit": "percent", "status": "derived",
                "comparator": "computed", **{name: gap / size for name, gap in gaps.items()},
                "distance": abs(gaps["value"]) / size,
            }  # fmt: skip
