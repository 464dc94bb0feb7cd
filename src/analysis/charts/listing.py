"""Tables of the arc: national counts, sources of the build-up, conflicts, and arithmetic that disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis.base.codebook import load_codebook
from analysis.bounds.interval import Interval
from analysis.bounds.shares import complement
from analysis.charts.exhibits import LANGS
from analysis.charts.sources import name_issuers
from analysis.estimating.proportions import find_counts, rate_of
from analysis.reconciling.rules import rule_text
from analysis.words.phrases import Quantity, say, say_interval, say_value

if TYPE_CHECKING:
    import polars as pl

Row = Mapping[str, object]
COUNTED = ("declared_government_sites", "running_government_sites")
BUILD_UP = (
    "website_ownership_rate units_with_website units_surveyed ownership_rate_change_vs_prev_year gov_cn_domains "
    "gov_cn_domains_change_half_year websites_under_gov_cn gov_portals_established gov_websites_share_of_all_websites"
).split()
HANDLED = {
    "agreed": ("agreed", "一致"), "chosen": ("one chosen", "择一"), "conflict": ("open conflict", "冲突并列"),
    "break": ("break of the series", "序列断点"), "identity": ("arithmetic checked", "算术核对"),
    "definition": ("different definitions", "定义不同"), "derived": ("derived figure", "推算"),
    "context": ("context", "背景说明"),
}  # fmt: skip
DERIVED = {"en": "derived", "zh": "推算"}


def list_figures(observations: pl.DataFrame, indicators: Iterable[str], level: str = "") -> pl.DataFrame:
    """Return one row for each national figure of some indicators, in order of time, in words of both languages.

    Columns: number_id, period, and for each language indicator, level, figure, bounds, method, issuer and bulletin.
    """
    import polars as pl

    chosen = observations.filter(
        pl.col("indicator").is_in(list(indicators)), pl.col("area") == "CN", pl.col("entity") == "",
        pl.col("status") != "F",
    )  # fmt: skip
    chosen = chosen.filter(pl.col("level") == level) if level else chosen
    named = name_issuers(chosen.sort("period_end", "indicator", "level", "observation_id"))
    rows = [_describe(row) for row in named.iter_rows(named=True)]
    schema = dict.fromkeys(["number_id", "period", *_columns()], pl.String)
    return pl.DataFrame(rows, schema=schema)


def _columns() -> list[str]:
    names = ("indicator", "level", "figure", "bounds", "method", "issuer", "bulletin")
    return [f"{name}_{lang}" for name in names for lang in LANGS]


def _describe(row: Row) -> dict[str, object]:
    """Return one figure in words."""
    codebook = load_codebook()
    fields = [row[name] for name in ("value", "lower", "upper", "unit", "comparator", "rounded")]
    quantity = Quantity(*fields)  # type: ignore[arg-type]
    found: dict[str, object] = {"number_id": row["observation_id"], "period": row["time_period"]}
    for lang in LANGS:
        found |= {
            f"indicator_{lang}": codebook.indicators.label(str(row["indicator"]), lang),
            f"level_{lang}": codebook.levels.label(str(row["level"]), lang),
            f"figure_{lang}": say(quantity, lang),
            f"bounds_{lang}": say_interval(quantity, lang) if quantity.upper > quantity.lower else "",
            f"method_{lang}": codebook.methods.label(str(row["method"]), lang) if row["method"] else "",
            f"issuer_{lang}": row[f"issuer_{lang}"] or DERIVED[lang],
            f"bulletin_{lang}": row[f"bulletin_{lang}"] or DERIVED[lang],
        }
    return found


def list_conflicts(conflicts: pl.DataFrame) -> pl.DataFrame:
    """Return the conflicts with what they are about, how they were handled and the written rule, in both languages."""
    import polars as pl

    rows = []
    for row in conflicts.unique("conflict_id").sort("period", "conflict_id").iter_rows(named=True):
        texts = {
            f"{name}_{lang}": text
            for place, lang in enumerate(LANGS)
            for name, text in (
                ("explanation", row[f"explanation_{lang}"]), ("rule", rule_text(row["rule"], lang)),
                ("handled", HANDLED.get(row["handled"], (row["handled"],) * 2)[place]),
            )
        }  # fmt: skip
        rows.append({"conflict_id": row["conflict_id"], "period": _say_periods(row["period"]), **texts})
    names = [f"{name}_{lang}" for name in ("explanation", "rule", "handled") for lang in LANGS]
    return pl.DataFrame(rows, schema=dict.fromkeys(["conflict_id", "period", *names], pl.String))


def _say_periods(periods: str) -> str:
    """Return several periods as the first and the last."""
    found = str(periods).split()
    return found[0] if len(found) < 2 else f"{min(found)} – {max(found)}"


def list_estimates(estimates: pl.DataFrame) -> pl.DataFrame:
    """Return the estimates for reading: id, value, interval, number of figures, and warning or refusal."""
    return estimates.select("estimate_id", "value", "lower", "upper", "unit", "n", "warnings").sort("estimate_id")


def check_arithmetic(observations: pl.DataFrame) -> pl.DataFrame:
    """Return each check that prints a pass rate beside its counts, with the rate of the counts and whether they agree.

    A notice agrees with itself where some rate within the printed bounds belongs to its counts.
    """
    import polars as pl

    keys = ("bulletin_id", "area", "level", "entity", "method", "time_period")
    found: dict[tuple[object, ...], dict[str, Row]] = {}
    wanted = {"spot_check_pass_rate", "spot_checked_sites", "spot_check_failed_sites", "sites_passed"}
    for row in observations.filter(pl.col("indicator").is_in(sorted(wanted))).iter_rows(named=True):
        found.setdefault(tuple(row[key] for key in keys), {})[row["indicator"]] = row
    rows = [_compare(part) for _, part in sorted(found.items()) if _is_complete(part)]
    texts = [f"{n}_{lang}" for n in ("area", "printed", "counted") for lang in LANGS]
    schema = dict.fromkeys(["number_id", "period", *texts], pl.String) | dict.fromkeys(("checked", "failed"), pl.Int64)
    return pl.DataFrame(rows, schema=schema | {"agrees": pl.Boolean}).sort("period", "number_id")


def _is_complete(part: Mapping[str, Row]) -> bool:
    return {"spot_check_pass_rate", "spot_checked_sites"} <= set(part) and len(part) > 2


def _compare(part: Mapping[str, Row]) -> dict[str, object]:
    """Compare the printed rate of one check with the rate of its counts."""
    rate, checked = part["spot_check_pass_rate"], round(float(part["spot_checked_sites"]["value"]))  # type: ignore[arg-type]
    failed = _failed(part, checked)
    counted = complement(rate_of(failed, checked))
    printed = Interval(float(rate["lower"]), float(rate["upper"]))  # type: ignore[arg-type]
    whole = find_counts(printed, checked)
    passed = Interval(checked - failed.upper, checked - failed.lower)
    agrees = whole is not None and whole.lower <= passed.upper and passed.lower <= whole.upper
    areas = load_codebook().areas
    texts = {f"area_{lang}": areas.label(str(rate["area"]), lang) + str(rate["entity"] or "") for lang in LANGS}
    texts |= {f"printed_{lang}": say_value(float(rate["value"]), "percent", lang) for lang in LANGS}  # type: ignore[arg-type]
    texts |= {f"counted_{lang}": say_value(round(counted.middle, 2), "percent", lang) for lang in LANGS}
    return {
        "number_id": rate["observation_id"], "period": rate["time_period"], "checked": checked,
        "failed": round(failed.middle), "agrees": agrees, **texts,
    }  # fmt: skip


def _failed(part: Mapping[str, Row], checked: int) -> Interval:
    """Return how many failed: as printed, else all that did not pass."""
    if row := part.get("spot_check_failed_sites"):
        return Interval(float(row["lower"]), float(row["upper"]))  # type: ignore[arg-type]
    row = part["sites_passed"]
    return Interval(checked - float(row["upper"]), checked - float(row["lower"]))  # type: ignore[arg-type]
