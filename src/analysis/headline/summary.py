"""What the sensitivity table says of each headline, in one sentence in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

SUMMARY_COLUMNS = ("headline_id theme variants refused signs left least most marked sentence_en sentence_zh").split()
VARIANTS_ZH = {
    "headline": "主结果",
    "bounds: narrow": "窄区间",
    "bounds: wide": "宽区间",
    "without corrections": "不作更正",
    "high confidence only": "仅高可信度",
    "printed figures only": "仅印出的数字",
    "events a quarter earlier": "政策事件提前一季度",
    "events a quarter later": "政策事件推迟一季度",
}
PREFIXES_ZH = {"without bulletin ": "去除通报", "without issuer ": "去除发布机构"}
_FEW = 3


def variant_in_chinese(variant: str) -> str:
    """Return the name of a variant in Chinese; ids of bulletins and issuers stay as they are."""
    for prefix, chinese in PREFIXES_ZH.items():
        if variant.startswith(prefix):
            return chinese + variant.removeprefix(prefix)
    return VARIANTS_ZH[variant]


def summarise_sensitivity(table: pl.DataFrame) -> pl.DataFrame:
    """Return one row per headline: how many variants were run, refused, and change it, and over which range it moves.

    `least` and `most` are the smallest and largest value of all variants; `marked` headlines change sign or leave their
    interval in at least one variant.
    """
    import polars as pl

    groups = table.partition_by("headline_id", as_dict=True, maintain_order=True)
    rows = [_summarise(str(key[0]), group.to_dicts()) for key, group in groups.items()]
    numbers = dict.fromkeys(("variants", "refused", "signs", "left"), pl.Int64)
    kinds = numbers | dict.fromkeys(("least", "most"), pl.Float64) | {"marked": pl.Boolean}
    return pl.DataFrame(rows, schema={name: kinds.get(name, pl.String) for name in SUMMARY_COLUMNS})


def _summarise(headline: str, rows: Sequence[Mapping[str, object]]) -> dict[str, object]:
    variants = [row for row in rows if row["variant"] != "headline"]
    run = [row for row in variants if not row["refused"]]
    marked = [row for row in run if row["sign_changed"] or row["leaves_interval"]]
    values = [float(str(row["value"])) for row in rows if row["value"] is not None]
    counts = {
        "variants": len(variants), "refused": len(variants) - len(run),
        "signs": sum(bool(row["sign_changed"]) for row in run),
        "left": sum(bool(row["leaves_interval"]) for row in run),
    }  # fmt: skip
    ends = {"least": min(values, default=None), "most": max(values, default=None)}
    names = [str(row["variant"]) for row in marked]
    return {
        "headline_id": headline, "theme": rows[0]["theme"], **counts, **ends, "marked": bool(marked),
        "sentence_en": _say_english(len(run), names), "sentence_zh": _say_chinese(len(run), names),
    }  # fmt: skip


def _say_english(run: int, names: list[str]) -> str:
    if not names:
        return f"None of {run} variants changes its sign or leaves its interval."
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    verbs = ("changes", "leaves") if len(names) == 1 else ("change", "leave")
    listed = ", ".join(names[:_FEW]) + more
    return f"{len(names)} of {run} variants {verbs[0]} its sign or {verbs[1]} its interval: {listed}."


def _say_chinese(run: int, names: list[str]) -> str:
    if not names:
        return f"{run}种变化中，没有一种改变符号或超出区间。"
    listed = "、".join(variant_in_chinese(name) for name in names[:_FEW])
    more = "等" if len(names) > _FEW else ""
    return f"{run}种变化中，{len(names)}种改变符号或超出区间：{listed}{more}。"
