"""The written rules of reconciliation; the catalogue holds their texts, which series, conflicts and pages quote."""

from __future__ import annotations

from analysis.base.errors import require_known
from analysis.words.catalogue import Lang, say

RULES = tuple(f"R{number}" for number in range(1, 13))


def rule_text(rule: str, lang: Lang = "en") -> str:
    """Return the text of a rule; raises `UnknownName` with the nearest ids."""
    require_known("rule", rule, RULES, "conflicts.yml")
    return say(f"rule-{rule}", lang)
