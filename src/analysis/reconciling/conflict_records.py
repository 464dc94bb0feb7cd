"""Written records of disagreements: `data/raw/conflicts.yml`.

Texts hold placeholders instead of digits: `{statement_id}` stands for the figure of a statement, `{name}` for a value
under `computed`, an expression over statements such as `gov-a + gov-b` or `100 * gov-a / gov-b`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.base.errors import ProjectError, UnknownName
from analysis.bounds.expression import Expression, parse
from analysis.reconciling.agreement import Choice
from analysis.reconciling.rules import require_rule
from analysis.words.catalogue import LANGS, Lang, say

HANDLINGS = ("agreed", "chosen", "conflict", "break", "identity", "definition", "derived", "context")
_TEXTS = tuple(f"{text}_{lang}" for text in ("title", "explanation") for lang in LANGS)
_FIELDS = ("conflict_id", *_TEXTS, "handled", "rule", "statements")
_OPTIONAL = ("chosen", "computed", "breaks", "indicator", "area", "level", "method", "period")
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class ConflictRecord:
    """One record: which statements it is about, how they are handled, by which rule, and why, in each language."""

    conflict_id: str
    titles: Mapping[str, str]
    explanations: Mapping[str, str]
    handled: str
    rule: str
    statements: tuple[str, ...]
    chosen: str = ""
    computed: Mapping[str, Expression] = field(default_factory=dict)
    breaks: tuple[str, ...] = ()
    indicator: str = ""
    area: str = ""
    level: str = ""
    method: str = ""
    period: str = ""

    @property
    def needed(self) -> set[str]:
        """The observations that the record's texts and sums rest on."""
        in_texts = {name for text in self.explanations.values() for name in PLACEHOLDER.findall(text)}
        in_sums = {name for expression in self.computed.values() for name in expression.names}
        return {*self.statements, *(in_texts - self.computed.keys()), *in_sums}


def load_conflict_records(path: Path) -> list[ConflictRecord]:
    """Read `conflicts.yml`; a field that is missing or unknown, or a rule that is none, is a `ProjectError`."""
    from analysis.base.yaml_files import read_yaml

    entries = read_yaml(path) or []
    found = [_to_record(entry, f"{path.name}, entry {number}") for number, entry in enumerate(entries, start=1)]
    ids = [record.conflict_id for record in found]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ProjectError(f"{path.name}: {', '.join(twice)} stands twice; an id is permanent and has one record.")
    return sorted(found, key=lambda record: record.conflict_id)


def _to_record(entry: Mapping[str, Any], where: str) -> ConflictRecord:
    _check(entry, where)
    texts = {name: str(entry.get(name) or "").strip() for name in (*_FIELDS, *_OPTIONAL)}
    computed = entry.get("computed") or {}
    plain = ("conflict_id", "handled", "rule", "chosen", "indicator", "area", "level", "method", "period")
    return ConflictRecord(
        titles={lang: texts[f"title_{lang}"] for lang in LANGS},
        explanations={lang: _unfold(texts[f"explanation_{lang}"], lang) for lang in LANGS},
        statements=tuple(texts["statements"].split()), breaks=tuple(texts["breaks"].split()),
        computed={str(name): _parse(str(text), where) for name, text in computed.items()},
        **{name: texts[name] for name in plain},
    )  # fmt: skip


def _unfold(text: str, lang: Lang) -> str:
    """Undo the folding of lines, which leaves spaces that Chinese has none of."""
    return say("language-word-space", lang).join(text.split())


def _parse(text: str, where: str) -> Expression:
    try:
        return parse(text)
    except ProjectError as error:
        raise ProjectError(f"{where}: {error}") from None


def _check(entry: Mapping[str, Any], where: str) -> None:
    missing, unknown = set(_FIELDS) - set(entry), set(entry) - set(_FIELDS) - set(_OPTIONAL)
    if missing or unknown:
        raise ProjectError(f"{where}: fields missing or unknown ({', '.join(sorted(missing | unknown))}).")
    if empty := [name for name in _TEXTS if not str(entry[name] or "").strip()]:
        raise ProjectError(f"{where}: {', '.join(empty)} is empty; the report prints it in each language.")
    if entry["handled"] not in HANDLINGS:
        raise UnknownName("handling", str(entry["handled"]), HANDLINGS, where=where)
    require_rule(str(entry["rule"]), where)
    if entry["handled"] == "chosen" and entry.get("chosen") not in str(entry["statements"]).split():
        raise ProjectError(f"{where}: 'chosen' must name one of its statements.")


def choices_of(written: Iterable[ConflictRecord]) -> dict[str, Choice]:
    """Return the statements that written records let stand."""
    return {one.chosen: Choice(one.chosen, one.rule, one.conflict_id) for one in written if one.chosen}
