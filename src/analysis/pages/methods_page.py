"""Generated parts of the methods page: the rules that decide, the definition breaks, and the models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from analysis.reconciling.rules import RULES

if TYPE_CHECKING:
    import polars as pl

Lang = Literal["en", "zh"]
_ZH = {"method": "method_zh", "assumption": "assumption_zh", "warnings": "warnings_zh"}


def rules_page(lang: Lang) -> str:
    """Return the rules of reconciliation as a list with anchors."""
    lines = (
        f"- [{rule.rule}]{{#rule-{rule.rule.lower()}}}. {getattr(rule, f'text_{lang}')}" for rule in RULES.values()
    )
    return "\n".join(lines) + "\n"


def breaks_page(breaks: Iterable[Mapping[str, str]], lang: Lang) -> str:
    """Return the definition breaks as a list: where, when, and why a series is cut."""
    lines = []
    for row in sorted(breaks, key=lambda row: (row["date"], row["break_id"])):
        names = [f"`{name}`" for name in row["indicator"].split()]
        about = (
            f" ({row['date']}; {', '.join(names)}). " if lang == "en" else f"（{row['date']}；{'、'.join(names)}）。"
        )
        lines.append(f"- [**{row[f'label_{lang}']}**]{{#break-{row['break_id']}}}{about}{row[f'reason_{lang}']}")
    return "\n".join(lines) + "\n"


def models_page(estimates: pl.DataFrame, lang: Lang) -> str:
    """Return one entry per model: method, assumption, reference, and how many estimates rest on it or were refused."""
    import polars as pl

    words = {
        "en": ("Method", "Assumption", "Reference", "Estimates", "Refused"),
        "zh": ("方法", "假设", "文献", "项估计", "项未予估计"),
    }[lang]
    colon, semicolon = {"en": (": ", "; "), "zh": ("：", "；")}[lang]
    sections = []
    for (model,), rows in estimates.sort("model", "estimate_id").group_by(["model"], maintain_order=True):
        given = rows.filter(pl.col("value").is_not_null())
        refused = rows.height - given.height
        count = {
            "en": f"{words[3]}: {given.height}; {words[4].lower()}: {refused}.",
            "zh": f"{given.height}{words[3]}，{refused}{words[4]}。",
        }[lang]
        parts = [
            f"- {word}{colon}{text}"
            for word, column in zip(words, ("method", "assumption", "reference"), strict=False)
            for text in [_distinct(given, column if lang == "en" else _ZH.get(column, column), semicolon)]
            if text
        ]
        sections.append(f"### {str(model).replace('_', ' ').capitalize()}\n\n{count}\n\n" + "\n".join(parts) + "\n")
    return "\n".join(sections)


def _distinct(rows: pl.DataFrame, column: str, separator: str) -> str:
    """Return the distinct texts of a column, in their first order."""
    return separator.join(dict.fromkeys(text for text in rows[column].to_list() if text))


def refusals_page(estimates: pl.DataFrame, lang: Lang) -> str:
    """Return the models that were refused, with the sentence that says why."""
    import polars as pl

    refused = estimates.filter(pl.col("value").is_null()).sort("estimate_id")
    column = "warnings" if lang == "en" else _ZH["warnings"]
    colon = {"en": ": ", "zh": "："}[lang]
    lines = [f"- `{row['estimate_id']}`{colon}{row[column]}" for row in refused.iter_rows(named=True)]
    none = {"en": "No model was refused.", "zh": "没有未予估计的模型。"}[lang]
    return ("\n".join(lines) if lines else none) + "\n"
