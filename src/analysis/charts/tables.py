"""Tables of figures for the report: what was printed, its bounds, who printed it, and the id by which it is cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.base.codebook import load_codebook
from analysis.bounds.interval import Interval
from analysis.charts.listed import write_interval
from analysis.charts.marks import select, text_of
from analysis.words.phrases import plain, say_estimate

if TYPE_CHECKING:
    import polars as pl

Headings = dict[str, tuple[str, str]]
FIGURES: Headings = {
    "what_en": ("What is counted", "指标"), "where_en": ("Where", "范围"), "period": ("Period", "时期"),
    "figure_en": ("Figure", "数字"), "bounds": ("Bounds", "上下限"), "issuer_en": ("Issuer", "发布机构"),
    "number": ("Id", "编号"),
}  # fmt: skip
IDENTITIES: Headings = {
    "label_en": ("Identity", "勾稽关系"), "left": ("Left side", "左边"), "right": ("Right side", "右边"),
    "difference": ("Difference", "差额"), "result_en": ("Result", "结果"),
    "known_en": ("Reason, where known", "已知原因"),
}  # fmt: skip
IDENTITY_KINDS: Headings = {
    "kind_en": ("Kind", "类型"), "holds": ("Hold", "成立"), "off_by_one": ("Miss by one", "末位相差一"),
    "disagrees": ("Disagree", "不符"), "total": ("Total", "合计"),
}  # fmt: skip
RULES: Headings = {
    "table": ("Table", "数据表"), "rules": ("Rules", "规则数"), "held": ("Hold", "成立"),
    "held_with_exceptions": ("Hold with exceptions", "成立（有例外）"),
    "broken": ("Broken", "不成立"), "warnings": ("Warnings", "提醒"), "rows": ("Rows checked", "检查行数"),
    "exceptions": ("Exceptions", "例外数"),
}  # fmt: skip
EXCEPTIONS: Headings = {
    "rule_id": ("Rule", "规则"), "why_en": ("Why the rule stands", "规则理由"), "row": ("Row", "行"),
    "reason_en": ("Why the row is excepted", "例外理由"),
}  # fmt: skip
BOUNDS_RULES: Headings = {
    "print_en": ("Print", "印法"), "bounds_en": ("Bounds", "上下限"), "figures": ("Figures", "数字个数"),
    "as_printed": ("Example", "示例"), "bounds": ("Its bounds", "示例的上下限"), "example": ("Id", "编号"),
}  # fmt: skip
CONVENTIONS: Headings = {
    "as_printed": ("Example", "示例"), "narrow": ("Narrow", "窄"), "bounds": ("Standard", "标准"),
    "wide": ("Wide", "宽"), "example": ("Id", "编号"),
}  # fmt: skip
COMPARATORS: Headings = {
    "quantity_en": ("Quantity", "量的类型"), "exactness_en": ("Printed", "印法"), "figures": ("Figures", "数字个数"),
    "share": ("Share of the kind (%)", "占该类型比例(%)"),
}  # fmt: skip
KINDS = {
    "sum": ("parts add up to a total", "分项之和等于合计"),
    "difference": ("a difference", "差额"),
    "flow": ("flows agree with stocks", "流量与存量相符"),
    "share": ("a share agrees with its counts", "占比与数量相符"),
    "change": ("a change agrees with its levels", "变化与前后水平相符"),
}
EXACTNESS = {
    "exact": ("exact", "精确"),
    "rounded": ("rounded", "四舍五入"),
    "about": ("about or nearly", "约、近"),
    "over": ("over or at least", "超过、以上"),
    "below": ("below or at most", "不足、以下"),
    "range": ("a range", "区间"),
}
RESULTS = {
    "holds": ("holds", "成立"),
    "off_by_one": ("misses by one", "末位相差一"),
    "disagrees": ("disagrees", "不符"),
}


def show_whole_tables(rows: int = 60) -> None:
    """Let notebooks show tables with whole cells and up to `rows` rows; polars cuts both short by itself."""
    import polars as pl

    pl.Config(tbl_rows=rows, fmt_str_lengths=200, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True)


def list_figures(observations: pl.DataFrame, indicators: Iterable[str], **fields: str) -> pl.DataFrame:
    """Return figures of some indicators as a table: what, where, period, figure, bounds, issuer, id.

    `observations` have the columns of issuers (`sources.name_issuers`). Rows follow the order of `indicators`, then
    level, area and time.
    """
    import polars as pl

    book = load_codebook()
    rows = [
        _figure(row)
        for name in indicators
        for row in sorted(
            select(observations, indicator=name, **fields),
            key=lambda row: (
                book.levels[row["level"]].order,
                row["area"],
                row["method"] or "",
                row["period_end"],
            ),
        )
    ]
    names = "what_en what_zh where_en where_zh period figure_en figure_zh bounds issuer_en issuer_zh number".split()
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String))


def _figure(row: dict[str, Any]) -> dict[str, str]:
    book = load_codebook()
    cells = {
        "period": row["time_period"],
        "bounds": write_interval(Interval(row["lower"], row["upper"], row["lower_closed"], row["upper_closed"])),
        "number": row["observation_id"],
    }
    for lang in ("en", "zh"):
        what = book.indicators.label(row["indicator"], lang)
        if row["method"]:
            method = book.methods.label(row["method"], lang)
            what = f"{what}（{method}）" if lang == "zh" else f"{what} ({method[0].lower() + method[1:]})"
        place = [book.areas.label(row["area"], lang), book.levels.label(row["level"], lang)]
        place += [row["entity"]] if row["entity"] else []
        cells |= {
            f"what_{lang}": what, f"where_{lang}": ("，" if lang == "zh" else ", ").join(place),
            f"figure_{lang}": text_of(row, lang), f"issuer_{lang}": row[f"issuer_{lang}"],
        }  # fmt: skip
    return cells


def list_identities(identities: pl.DataFrame, results: Iterable[str] = RESULTS) -> pl.DataFrame:
    """Return identities of some results as a table, those that disagree most first, with sides as text."""
    import polars as pl

    order = {name: -place for place, name in enumerate(RESULTS)}
    chosen = identities.filter(pl.col("result").is_in(list(results)))
    rows = [
        {
            "identity_id": row["identity_id"], "label_en": row["label_en"], "label_zh": row["label_zh"],
            "left": _side(row, "left"), "right": _side(row, "right"),
            "difference": _with_unit(row["difference"], row["unit"]),
            "result_en": RESULTS[row["result"]][0], "result_zh": RESULTS[row["result"]][1],
            "known_en": row["known"] or "", "known_zh": row["known_zh"] or "", "terms": row["terms"],
        }
        for row in sorted(chosen.iter_rows(named=True), key=lambda row: (order[row["result"]], row["identity_id"]))
    ]  # fmt: skip
    texts = "identity_id label_en label_zh left right difference result_en result_zh known_en known_zh terms".split()
    return pl.DataFrame(rows, schema=dict.fromkeys(texts, pl.String))


def _side(row: dict[str, Any], side: str) -> str:
    """Write one side of an identity: the value, and its bounds where it has some."""
    value, low, high = (_with_unit(row[name], row["unit"]) for name in (side, f"{side}_lower", f"{side}_upper"))
    return value if low == high else f"{value} [{low}, {high}]"


def _with_unit(value: float, unit: str) -> str:
    return plain(round(value, 2)) + ("%" if unit == "percent" else "")


def tally_identities(identities: pl.DataFrame) -> pl.DataFrame:
    """Count identities by kind and result, with a row of totals for none."""
    import polars as pl

    rows = []
    for kind, (english, chinese) in KINDS.items():
        found = identities.filter(pl.col("kind") == kind)
        counts = {name: found.filter(pl.col("result") == name).height for name in RESULTS}
        if found.height:
            rows.append({"kind_en": english, "kind_zh": chinese, **counts, "total": found.height})
    schema = {"kind_en": pl.String, "kind_zh": pl.String, **dict.fromkeys([*RESULTS, "total"], pl.Int64)}
    return pl.DataFrame(rows, schema=schema)


def name_comparators(cells: pl.DataFrame) -> pl.DataFrame:
    """Add the words of exactness to a tally of comparators."""
    import polars as pl

    words = [
        pl.col("exactness")
        .replace_strict({k: v[i] for k, v in EXACTNESS.items()}, default="", return_dtype=pl.String)
        .alias(f"exactness_{lang}") for i, lang in enumerate(("en", "zh"))
    ]  # fmt: skip
    return cells.with_columns(*words, pl.col("figures").cast(pl.Int64))


def list_estimates(estimates: pl.DataFrame, start: str = "est-") -> pl.DataFrame:
    """Return estimates whose id begins with `start` as a table; a refused model shows its sentence as warning."""
    import polars as pl

    chosen = estimates.filter(pl.col("estimate_id").str.starts_with(start)).sort("estimate_id")
    rows = [_estimate(row) for row in chosen.iter_rows(named=True)]
    names = "number parameter figure_en figure_zh interval_en interval_zh method warnings".split()
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String))


def _estimate(row: dict[str, Any]) -> dict[str, str]:
    cells = {"number": row["estimate_id"], "parameter": row["parameter"] or "", "method": row["method"] or ""}
    for lang in ("en", "zh"):
        texts = {
            end: "" if row[end] is None else say_estimate(row[end], row["unit"], lang)
            for end in ("value", "lower", "upper")
        }
        cells |= {
            f"figure_{lang}": texts["value"],
            f"interval_{lang}": f"{texts['lower']}–{texts['upper']}" if row["value"] is not None else "",
        }
    return cells | {"warnings": row["warnings"] or ""}


def add_estimates(figures: pl.DataFrame, estimates: pl.DataFrame, start: str) -> pl.DataFrame:
    """Add estimates to the figures of a chart, so that its data hold all that it draws."""
    import polars as pl

    listed = list_estimates(estimates, start).filter(pl.col("figure_en") != "")
    rows = listed.select(
        pl.col("parameter").alias("what_en"), pl.col("parameter").alias("what_zh"), pl.lit("").alias("where_en"),
        pl.lit("").alias("where_zh"), pl.lit("").alias("period"), "figure_en", "figure_zh",
        pl.col("interval_en").alias("bounds"), pl.lit("").alias("issuer_en"), pl.lit("").alias("issuer_zh"), "number",
    )  # fmt: skip
    return pl.concat([figures, rows])
