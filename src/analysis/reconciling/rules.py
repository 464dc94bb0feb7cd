"""The written rules of reconciliation: the one list that series, conflicts and the methods page quote."""

from __future__ import annotations

from typing import NamedTuple

from analysis.base.errors import UnknownName


class Rule(NamedTuple):
    """One rule with its text in English and Chinese."""

    rule: str
    text_en: str
    text_zh: str


RULES: dict[str, Rule] = {
    rule.rule: rule
    for rule in (
        Rule(
            "R1",
            "One statement stands alone: its bounds are the point's bounds.",
            "仅有一处陈述：该陈述的区间即为数据点的区间。",
        ),
        Rule(
            "R2",
            "Several statements of one quantity whose bounds intersect agree: the point's bounds are the intersection, "
            "its value that of the narrowest statement.",
            "同一数量的多处陈述区间相交则视为一致：数据点取交集，取值用区间最窄的一处。",
        ),
        Rule(
            "R3",
            "Statements of one quantity whose bounds do not intersect are a conflict: all are shown, none is modelled.",
            "同一数量的陈述区间不相交即为冲突：全部列出，均不进入模型。",
        ),
        Rule(
            "R4",
            "The issuer's own notice decides over a later citation of it by another body.",
            "发布机构自己的通报优先于其他机构事后的引用。",
        ),
        Rule(
            "R5",
            "A figure printed in a table decides over a figure in the prose beside it, unless an identity settles the "
            "prose.",
            "表格中印出的数字优先于旁边正文中的数字，除非恒等式证实正文。",
        ),
        Rule(
            "R6",
            "The full text in the issuing language decides over a summary in translation.",
            "原文全文优先于译文摘要。",
        ),
        Rule(
            "R7",
            "A statement of low reliability is shown, not modelled; it neither narrows nor contradicts a reliable one.",
            "可靠性低的陈述只展示、不建模；既不收窄也不否定可靠的陈述。",
        ),
        Rule(
            "R8",
            "A printed figure decides over one derived by arithmetic, which checks it. A derived one stands only where "
            "nothing is printed, and is marked.",
            "印出的数字优先于推算的数字，后者用于核对；无印出数字时才采用推算值并加以标注。",
        ),
        Rule(
            "R9",
            "Figures that count by different definitions, methods or scopes are different series; no line joins them.",
            "定义、方法或范围不同的数字属于不同序列，互不连线。",
        ),
        Rule(
            "R10",
            "A stock belongs to the day it is printed for, or to the last day of its period where no day is printed; a "
            "count of a dated day is never taken for a year-end count.",
            "存量归属于所印日期；未印日期者归属于其时期的最后一天；某日的数量不得当作年末数量。",
        ),
        Rule(
            "R11",
            "Targets and plans are no results and enter no series.",
            "目标和计划不是结果，不进入任何序列。",
        ),
        Rule(
            "R12",
            "A share that its own notice's counts contradict is kept as printed, beside the share of the counts.",
            "与同一通报中的数量不符的比例按原样保留，并列出由数量算得的比例。",
        ),
    )
}


def rule_text(rule: str, lang: str = "en") -> str:
    """Return the text of a rule; raises `UnknownName` with the nearest ids."""
    if rule not in RULES:
        raise UnknownName("rule", rule, RULES, where="conflicts.yml")
    return RULES[rule].text_zh if lang == "zh" else RULES[rule].text_en
