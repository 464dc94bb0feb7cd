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

from analysis.base.errors import ProjectError
from analysis.bounds.expression import Expression, parse
from analysis.reconciling.agreement import Choice
from analysis.words.catalogue import LANGS, Lang, say

_PLAIN = ("conflict_id", "handled", "rule", "chosen", "indicator", "area", "level", "method", "period")
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
    """Read `conflicts.yml`, sorted by id; its schema has found fields that are missing or unknown before."""
    from analysis.base.yaml_files import read_yaml

    found = (_to_record(entry, f"{path.name}, {entry['conflict_id']}") for entry in read_yaml(path) or [])
    return sorted(found, key=lambda record: record.conflict_id)


def _to_record(entry: Mapping[str, Any], where: str) -> ConflictRecord:
    return ConflictRecord(
        titles={lang: entry[f"title_{lang}"].strip() for lang in LANGS},
        explanations={lang: _unfold(entry[f"explanation_{lang}"], lang) for lang in LANGS},
        statements=tuple(entry["statements"].split()), breaks=tuple(entry.get("breaks", "").split()),
        computed={name: _parse(text, where) for name, text in entry.get("computed", {}).items()},
        **{name: str(entry.get(name, "")) for name in _PLAIN},
    )  # fmt: skip


def _unfold(text: str, lang: Lang) -> str:
    """Undo the folding of lines, which leaves spaces that Chinese has none of."""
    return say("language-word-space", lang).join(text.split())


def _parse(text: str, where: str) -> Expression:
    try:
        return parse(text)
    except ProjectError as error:
        raise ProjectError(f"{where}: {error}") from None


def choices_of(written: Iterable[ConflictRecord]) -> dict[str, Choice]:
    """Return the statements that written records let stand."""
    return {one.chosen: Choice(one.chosen, one.rule, one.conflict_id) for one in written if one.chosen}
