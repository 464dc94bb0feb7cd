"""Written decisions: the records of `data/raw/conflicts.yml`, and the sentences for conflicts that have none yet.

Texts hold placeholders instead of digits: `{statement_id}` stands for the figure of a statement, `{name}` for a value
under `computed`, an arithmetic of statements from left to right such as `gov-a + gov-b` or `gov-a / gov-b` (a divisor
in percent counts as a share).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.base.errors import ProjectError, UnknownName
from analysis.reconciling.bounds_of import Row
from analysis.reconciling.display import combine, show_interval, show_observation
from analysis.reconciling.points import Choice
from analysis.reconciling.rules import rule_text

HANDLINGS = ("agreed", "chosen", "conflict", "break", "identity", "definition", "derived", "context")
_TEXTS = ("title_en", "title_zh", "explanation_en", "explanation_zh")
_FIELDS = ("conflict_id", *_TEXTS, "handled", "rule", "statements")
_OPTIONAL = ("chosen", "computed", "breaks", "indicator", "area", "level", "method", "period")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")

Display = Callable[[Row, str], str]


@dataclass(frozen=True)
class Decision:
    """One record: which statements it is about, how they are handled, by which rule, and why."""

    conflict_id: str
    title_en: str
    title_zh: str
    handled: str
    rule: str
    statements: tuple[str, ...]
    explanation_en: str
    explanation_zh: str
    chosen: str = ""
    computed: tuple[tuple[str, str], ...] = ()
    breaks: tuple[str, ...] = ()
    indicator: str = ""
    area: str = ""
    level: str = ""
    method: str = ""
    period: str = ""

    @property
    def needed(self) -> set[str]:
        """The observations that the record's texts and sums rest on."""
        names = dict(self.computed)
        in_texts = set(_PLACEHOLDER.findall(self.explanation_en + self.explanation_zh)) - set(names)
        in_sums = {token for terms in names.values() for token in terms.split() if token not in "+-/*"}
        return {*self.statements, *in_texts, *in_sums}


def load_decisions(path: Path) -> list[Decision]:
    """Read `conflicts.yml`; a field that is missing or unknown, or a rule that is none, is a `ProjectError`."""
    from ruamel.yaml import YAML

    entries = YAML(typ="safe").load(path.read_text(encoding="utf-8")) or []
    decisions = [_to_decision(entry, f"{path.name}, entry {number}") for number, entry in enumerate(entries, start=1)]
    ids = [d.conflict_id for d in decisions]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ProjectError(f"{path.name}: {', '.join(twice)} stands twice; an id is permanent and has one record.")
    return sorted(decisions, key=lambda d: d.conflict_id)


def _to_decision(entry: Mapping[str, object], where: str) -> Decision:
    """Check one entry and turn it into a decision."""
    missing, unknown = set(_FIELDS) - set(entry), set(entry) - set(_FIELDS) - set(_OPTIONAL)
    if missing or unknown:
        raise ProjectError(f"{where}: fields missing or unknown ({', '.join(sorted(missing | unknown))}).")
    if empty := [name for name in _TEXTS if not str(entry[name] or "").strip()]:
        raise ProjectError(f"{where}: {', '.join(empty)} is empty; the report prints it in both languages.")
    if entry["handled"] not in HANDLINGS:
        raise UnknownName("handling", str(entry["handled"]), HANDLINGS, where=where)
    rule_text(str(entry["rule"]))
    if entry["handled"] == "chosen" and entry.get("chosen") not in str(entry["statements"]).split():
        raise ProjectError(f"{where}: 'chosen' must name one of its statements.")
    texts = {name: str(entry.get(name) or "").strip() for name in (*_FIELDS, *_OPTIONAL)}
    # Folded lines come with spaces, which Chinese has none of.
    texts["explanation_zh"] = "".join(texts["explanation_zh"].split())
    computed = tuple((str(k), str(v)) for k, v in dict(entry.get("computed") or {}).items())
    lists = {name: tuple(texts[name].split()) for name in ("statements", "breaks")}
    return Decision(**{**texts, **lists, "computed": computed})


def choices_of(decisions: Iterable[Decision]) -> dict[str, Choice]:
    """Return the statements that written decisions let stand."""
    return {d.chosen: Choice(d.chosen, d.rule, d.conflict_id) for d in decisions if d.chosen}


def check_decisions(decisions: Iterable[Decision], known: Iterable[str], breaks: Iterable[str] = ()) -> None:
    """Raise `UnknownName` where a record names an observation or a break that does not exist."""
    ids, cuts = set(known), set(breaks)
    for decision in decisions:
        where = f"conflicts.yml ({decision.conflict_id})"
        for name in sorted(decision.needed - ids):
            raise UnknownName("statement", name, ids, where=where)
        for name in decision.breaks:
            if name not in cuts:
                raise UnknownName("break", name, cuts, where=where)


def explain(decision: Decision, rows: Mapping[str, Row], lang: str, display: Display = show_observation) -> str:
    """Return the explanation with figures in place of its placeholders; `rows` are observations by id."""
    computed = {name: show_interval(*combine(terms, rows), lang) for name, terms in decision.computed}

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        return computed[name] if name in computed else display(rows[name], lang)

    template = decision.explanation_zh if lang == "zh" else decision.explanation_en
    return _PLACEHOLDER.sub(fill, template)


def sentence_of(rows: Iterable[Row], lang: str, display: Display = show_observation) -> str:
    """Return the sentence for a conflict without a written record: every statement with its bulletin."""
    parts = [f"{display(row, lang)} ({row['bulletin_id']})" for row in rows]
    if lang == "zh":
        return f"对同一数量印有互不相容的数字：{'、'.join(parts)}；全部列出，均不进入模型。"
    listed = ", ".join(parts)
    return f"Bulletins print figures of one quantity that cannot all hold: {listed}; all are shown, none is modelled."
