"""Tallies of the data themselves, for the notebooks on cleaning and validation: what there is, how exact, how sound."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from analysis.base.codebook import load_codebook
from analysis.bounds.printed import WORDS_AS_FIGURES, Convention, find_sense, read_printed

if TYPE_CHECKING:
    import polars as pl

QUANTITIES = {
    "count": ("Counts", "数量"), "share": ("Shares", "占比"),
    "measure": ("Scores, indices, changes", "得分、指数、变化"),
}  # fmt: skip
# The rules of `analysis.bounds.printed` in words: the print, then the bounds, each in English and Chinese.
RULES = {
    "exact_count": ("A count in full", "完整印出的数量", "the number itself", "即该数"),
    "exact_share": (
        "A decimal or percentage", "小数或百分比",
        "half a unit of the last place on either side", "末位正负半个单位",
    ),
    "rounded": (
        "A count in 万 or 亿", "以万、亿为单位的数量",
        "half a unit of the last place on either side", "末位正负半个单位",
    ),
    "gt": (
        "超过, 余, 多, over", "超过、余、多", "above the number, below the next step or up to 100%",
        "大于该数，不到下一整位，占比至100%",
    ),
    "ge": ("以上, at least", "以上、不少于", "the number or above", "大于等于该数"),
    "lt": ("不足, 低于, below", "不足、不到、低于", "below the number, from zero", "小于该数，下限为零"),
    "le": ("至多, at most", "至多、不超过", "at most the number", "小于等于该数"),
    "near": ("近, 接近, nearly", "近、接近", "just under the number, by half a step", "略低于该数，半个整位以内"),
    "about": ("约, 左右, about", "约、左右", "half a step on either side", "正负半个整位"),
    "several": ("数万, 几十", "数万、几十", "two to ten of the unit", "该单位的二至十倍"),
    "words": ("均已, 没有", "均已、没有等词语", "what the word says: all, none", "按词义：全部或没有"),
    "range": ("A range", "区间", "its two ends", "区间两端"),
}  # fmt: skip
# Examples that show a rule well; where an edition does not hold one, the first figure by id stands in its place.
EXAMPLES = {
    "exact_count": "gov-2017q2-running-all", "exact_share": "ceirp-2015-app-adoption-province",
    "rounded": "ceirp-2017-running-2016-12", "gt": "ceirp-2022-qa-adoption-province", "lt": "ceirp-2017-qa-usable",
    "ge": "ccid-2022-data-rating", "near": "ceirp-2015-app-adoption-city", "about": "news-wechat-2015-weibo",
    "several": "ceirp-2017-qa-questions", "words": "nankai-smart-qa-indicators-2023-qa-adoption",
}  # fmt: skip
_SEVERAL = re.compile("[数數几幾][十百千万萬亿億]")
EXACTNESS = {"gt": "over", "ge": "over", "lt": "below", "le": "below", "approx": "about", "range": "range"}


def tally_comparators(observations: pl.DataFrame) -> pl.DataFrame:
    """Count figures by kind of quantity (quantity_en, quantity_zh) and exactness; `share` is in percent."""
    import polars as pl

    book = load_codebook()
    kinds = {name: book.indicators[name].bounded_as for name in observations["indicator"].unique().to_list()}
    printed = observations.filter(pl.col("statement_id").fill_null("") != "")
    named = printed.with_columns(
        pl.col("indicator").replace_strict(kinds, default="measure", return_dtype=pl.String).alias("quantity"),
        pl.struct("comparator", "rounded", "unit").map_elements(_exactness, return_dtype=pl.String).alias("exactness"),
    )
    counted = named.group_by("quantity", "exactness").agg(pl.len().alias("figures"))
    total = pl.col("figures").sum().over("quantity")
    words = [
        pl.col("quantity").replace_strict({k: v[i] for k, v in QUANTITIES.items()}, default="", return_dtype=pl.String)
        .alias(f"quantity_{lang}") for i, lang in enumerate(("en", "zh"))
    ]  # fmt: skip
    shares = counted.with_columns((100 * pl.col("figures") / total).round(2).alias("share"), *words)
    order = pl.col("quantity").replace_strict({k: i for i, k in enumerate(QUANTITIES)}, return_dtype=pl.Int32)
    chosen = ("quantity_en", "quantity_zh", "exactness", "figures", "share")
    return shares.sort(order, -pl.col("figures").cast(pl.Int64), "exactness").select(chosen)


def _exactness(row: dict[str, object]) -> str:
    if row["comparator"] == "eq":
        return "rounded" if row["rounded"] and str(row["unit"]).startswith("count") else "exact"
    return EXACTNESS[str(row["comparator"])]


def name_rule(printed: str, qualifier: str, comparator: str, unit: str, rounded: bool) -> str:
    """Return which rule of `RULES` a printed figure was read by."""
    if any(word in printed for word in WORDS_AS_FIGURES) and not any(sign.isdigit() for sign in printed):
        return "words"
    if comparator == "approx":
        if _SEVERAL.search(printed):
            return "several"
        return "near" if find_sense(f"{qualifier} {printed}") == "near" else "about"
    if comparator != "eq":
        return comparator
    if not unit.startswith(("count", "rank", "year")):
        return "exact_share"
    return "rounded" if rounded else "exact_count"


def show_rules(observations: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Return the rule table: each rule in words, how many figures it read, and one of them with its bounds."""
    import polars as pl

    joined = join_prints(observations, statements)
    rows = []
    for rule, words in RULES.items():
        found = joined.filter(pl.col("rule") == rule)
        chosen, sound = pl.col("statement_id") == EXAMPLES.get(rule, ""), pl.col("confidence") == "high"
        example = found.sort(~chosen, ~sound, "statement_id").head(1).to_dicts()
        if example:
            print_, bounds = example[0]["as_printed"], example[0]["bounds"]
            other = (_read_by(example[0], "narrow"), _read_by(example[0], "wide"))
            rows.append((rule, *words, found.height, example[0]["statement_id"], print_, bounds, *other))
    names = "rule print_en print_zh bounds_en bounds_zh figures example as_printed bounds narrow wide".split()
    schema = {name: pl.Int64 if name == "figures" else pl.String for name in names}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _read_by(row: dict[str, object], convention: Convention) -> str:
    """Return the bounds of a print by another convention."""
    indicator = load_codebook().indicators[str(row["indicator"])]
    found = read_printed(str(row["printed"]), str(row["qualifier"]), indicator.bounded_as, convention, indicator.signed)
    return write_interval(asdict(found.interval))


def join_prints(observations: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Join observations with their print: adds `as_printed`, the `rule` that read it and its `bounds`, an interval."""
    import polars as pl

    prints = statements.select("statement_id", "printed", pl.col("qualifier").fill_null(""))
    joined = observations.join(prints, on="statement_id", how="inner", maintain_order="left")
    rows = [
        {
            "as_printed": " ".join(part for part in (row["qualifier"], row["printed"]) if part),
            "rule": name_rule(row["printed"], row["qualifier"], row["comparator"], row["unit"], row["rounded"]),
            "bounds": write_interval(row),
        }
        for row in joined.iter_rows(named=True)
    ]
    schema = dict.fromkeys(("as_printed", "rule", "bounds"), pl.String)
    return joined.hstack(pl.DataFrame(rows, schema=schema))


def write_interval(row: dict[str, object]) -> str:
    """Write bounds as an interval, (90, 100]; a single value as itself."""
    from analysis.words.phrases import plain

    low, high = float(row["lower"]), float(row["upper"])  # type: ignore[arg-type]
    if low == high:
        return plain(low)
    left, right = "[" if row["lower_closed"] else "(", "]" if row["upper_closed"] else ")"
    ends = ("∞" if end == float("inf") else plain(round(end, 6)) for end in (low, high))
    return f"{left}{', '.join(ends)}{right}"


def tally_rules(checks: pl.DataFrame) -> pl.DataFrame:
    """Summarise the results by table: rules, held, held with exceptions, broken, rows checked, exceptions."""
    import polars as pl

    passed, excepted = pl.col("result") == "pass", pl.col("result") == "exception"
    failed, warned = ~(passed | excepted), pl.col("severity") != "critical"
    columns = {
        "rules": pl.len(),
        "held": passed.sum(),
        "held_with_exceptions": excepted.sum(),
        "broken": (failed & ~warned).sum(),
        "warnings": (failed & warned).sum(),
        "rows": pl.col("checked").max(),
        "exceptions": pl.col("excepted").sum(),
    }
    counts = checks.group_by("table").agg(**{name: value.cast(pl.Int64) for name, value in columns.items()})
    return counts.sort("table")


def list_exceptions(checks: pl.DataFrame) -> pl.DataFrame:
    """Return one row per known exception: rule, table, row, reason in both languages, why the rule stands."""
    import polars as pl

    rows = [
        {"rule_id": check["rule_id"], "table": check["table"], "row": name, "reason_en": en, "reason_zh": zh,
         "why_en": check["why"], "why_zh": check["why_zh"]}
        for check in checks.filter(pl.col("excepted") > 0).sort("rule_id").iter_rows(named=True)
        for name, en, zh in _reasons(check)
    ]  # fmt: skip
    names = ("rule_id", "table", "row", "reason_en", "reason_zh", "why_en", "why_zh")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String))


def _reasons(check: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return row, English and Chinese reason of each exception that a rule met."""
    found = set((check["excepted_rows"] or "").split())
    pairs = [
        [tuple(part.split(": ", 1)) for part in (check[name] or "").split(" | ") if ": " in part]
        for name in ("exception_reasons", "exception_reasons_zh")
    ]
    chinese = dict(pairs[1])
    return [(name, reason, chinese.get(name, "")) for name, reason in pairs[0] if name in found]
