"""Generated pages of the report: what the rules found, which sources disagree, and which sums hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import polars as pl

Lang = Literal["en", "zh"]
Row = Mapping[str, object]
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_RESULTS = {
    "pass": ("holds", "通过"),
    "exception": ("holds, with known exceptions", "通过，有已知例外"),
    "fail": ("broken", "未通过"),
    "holds": ("holds", "一致"),
    "off_by_one": ("off by one in the last place", "末位差一"),
    "disagrees": ("disagrees", "不一致"),
}
_HANDLED = {
    "agreed": ("agreed: the bounds intersect", "一致：区间相交"), "chosen": ("one chosen by a rule", "按规则取其一"),
    "conflict": ("kept as a conflict", "作为冲突保留"), "break": ("definition break", "口径变化"),
    "identity": ("checked as a sum", "作为等式核验"), "definition": ("kept apart by definition", "按定义分开"),
    "derived": ("derived from other figures", "由其他数字推得"), "context": ("context only", "仅作背景"),
}  # fmt: skip


def validation_page(results: pl.DataFrame, lang: Lang) -> str:
    """Return all rules by table: what each asks and why, how many rows were checked, what was found."""
    headings = {"en": ("Rule", "Why", "Rows", "Result"), "zh": ("规则", "理由", "行数", "结果")}[lang]
    sections = []
    for table in results["table"].unique(maintain_order=True):
        rows = results.filter(results["table"] == table).iter_rows(named=True)
        sections.append(f"### {table}\n\n" + _table(headings, (22, 48, 8, 22), (_rule_row(row, lang) for row in rows)))
    return "\n".join([*sections, _exceptions(results, lang)])


def _rule_row(row: Row, lang: Lang) -> tuple[str, ...]:
    why = row["why"] if lang == "en" else row["why_zh"]
    return (
        f"[`{row['rule_id']}`]{{#rule-{str(row['rule_id']).lower()}}}",
        str(why),
        f"{row['checked']:,}",
        _result(row, lang),
    )


def _result(row: Row, lang: Lang) -> str:
    text = _RESULTS[str(row["result"])][lang == "zh"]
    number = {"en": f" ({row['excepted']})", "zh": f"（{row['excepted']}）"}[lang]
    return text + number if row["excepted"] else text


def _exceptions(results: pl.DataFrame, lang: Lang) -> str:
    head = {"en": "### Known exceptions", "zh": "### 已知例外"}[lang]
    column = "exception_reasons" if lang == "en" else "exception_reasons_zh"
    colon = {"en": ": ", "zh": "："}[lang]
    lines = [
        f"- `{row['rule_id']}`{colon}{reason}"
        for row in results.iter_rows(named=True)
        for reason in (row[column] or "").split(" | ")
        if reason
    ]
    return "\n".join([head, "", *lines]) + "\n" if lines else ""


def identities_page(identities: pl.DataFrame, lang: Lang) -> str:
    """Return all identities: both sides with bounds, the difference, and what is known about those that do not hold."""
    headings = {
        "en": ("Identity", "Computed", "Printed", "Difference", "Result"),
        "zh": ("等式", "计算值", "所印值", "差", "结果"),
    }[lang]
    rows = (_identity_row(row, lang) for row in identities.iter_rows(named=True))
    return _table(headings, (40, 12, 12, 10, 26), rows)


def _identity_row(row: Row, lang: Lang) -> tuple[str, ...]:
    known = row["known"] if lang == "en" else row["known_zh"]
    result = _RESULTS[str(row["result"])][lang == "zh"]
    label = f"[{row[f'label_{lang}']}]{{#{row['identity_id']}}}"
    sides = (_amount(row["left"]), _amount(row["right"]), _amount(row["difference"]))
    stop = {"en": ". ", "zh": "。"}[lang]
    return label, *sides, f"{result}{stop}{known}" if known else result


def _amount(value: object) -> str:
    number = float(str(value))
    return f"{number:,.0f}" if abs(number) >= 1000 or number % 1 == 0 else f"{number:,.2f}"


def conflicts_page(conflicts: pl.DataFrame, numbers: pl.DataFrame, lang: Lang) -> str:
    """Return every conflict and doubt as a short section: how the figures disagree, how that is handled, and why.

    Each figure in the text is a link to its row in the appendix of numbers.
    """
    shown = dict(numbers.select("number_id", f"display_{lang}").iter_rows())
    return "\n".join(_conflict(row, shown, lang) for row in conflicts.iter_rows(named=True))


def _conflict(row: Row, shown: Mapping[str, str], lang: Lang) -> str:
    words = {"en": ("Handled", "Rule"), "zh": ("处理", "规则")}[lang]
    handled, rule = _HANDLED[str(row["handled"])][lang == "zh"], str(row["rule"])
    rule_link = f"[{rule}](/{lang}/methods.qmd#rule-{rule.lower()})" if rule else ""
    colon, semicolon = {"en": (": ", "; "), "zh": ("：", "；")}[lang]
    note = semicolon.join(
        f"{word}{colon}{text}" for word, text in zip(words, (handled, rule_link), strict=True) if text
    )
    head = f"### {row.get(f'title_{lang}') or row['conflict_id']} {{#{row['conflict_id']} .unnumbered .unlisted}}"
    text = _PLACEHOLDER.sub(lambda m: _link(m[1], shown, lang), str(row[f"template_{lang}"]))
    return f"{head}\n\n{text}\n\n::: {{.conflict-notes}}\n{note} · `{row['conflict_id']}`\n:::\n"


def _link(name: str, shown: Mapping[str, str], lang: Lang) -> str:
    return f"[{shown[name]}](/{lang}/numbers.qmd#{name}){{.number}}" if name in shown else f"{{{name}}}"


def _table(headings: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a pipe table; `widths` are the shares of the line that the columns take."""
    lines: Iterator[str] = ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
    rule = "|" + "|".join("-" * width for width in widths) + "|"
    return "\n".join(["| " + " | ".join(headings) + " |", rule, *lines]) + "\n"
