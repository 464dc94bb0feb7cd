"""The rules as `expectations/` holds them, the only source of truth; read without Great Expectations.

A suite guards one file, or all files that a pattern names (`terms*.csv`). That of a YAML file also holds its schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from analysis.base import paths
from analysis.base.codebook import TABLES as CODEBOOK_TABLES
from analysis.base.codebook import read_rows
from analysis.base.errors import ProjectError, UnknownName, require_known
from analysis.base.yaml_files import read_yaml
from analysis.words.catalogue import LANGS, Lang, column, columns

Texts = Mapping[Lang, str]  # a text in each language

SEVERITIES = ("critical", "warning", "info")
CONFIRMED = "confirmed.csv"  # of the raw tables
_RULE_ID = re.compile(r"[A-Z]{2,3}-\d{2}")
# More than this slows Great Expectations' own pages; none of our tables needs it.
MOST_RULES = 60
_NEEDED = {"file", *(f"title_{lang}" for lang in LANGS), "row_id", "rules"}
_WHY, _REASON = set(columns("why")), set(columns("reason"))
_OPTIONAL = {"numbers", "joins", "adds", "after", "schema", "stage"}
# The part of JSON Schema that the sentences of `checking.shape` can speak of.
_SCHEMA_WORDS = {
    "type", "items", "properties", "required", "additionalProperties", "propertyNames", "enum", "pattern", "minLength",
    "minItems", "minProperties", "description",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownException:
    """A row that may break a rule, with the reason why it may."""

    row: str
    reason: Texts


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a table; `where` narrows the rows, `exceptions` are the rows known to break it."""

    id: str
    type: str
    kwargs: Mapping[str, Any]
    why: Texts
    severity: str
    what_to_do: str
    where: Mapping[str, Any]
    exceptions: tuple[KnownException, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Columns of another table, found by a shared id; they arrive under the name `table.column`."""

    table: str
    on: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suite:
    """The rules of one table, where its file stands, and what a row of it is called.

    `schema` is the JSON Schema of a YAML file; `adds` names columns that `checking.matching` computes for the rules;
    `after` the tables whose rules must hold before those of this one are asked. `stage` is `processed` for a raw file
    whose rules need processed tables.
    """

    table: str
    file: str
    title: Texts
    row_id: str
    rules: tuple[Rule, ...]
    numbers: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    adds: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    schema: Mapping[str, Any] = field(default_factory=dict)
    stage: str = "raw"

    @property
    def path(self) -> Path:
        """Return the path of the table that the suite guards, or the pattern of its files."""
        return paths.ROOT / self.file

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the fields of a record of a YAML file, its key first where records are named by one."""
        if "items" in self.schema:
            return tuple(self.schema["items"]["properties"])
        return (self.row_id, *self.schema["additionalProperties"]["properties"])


def load_suites(folder: Path | None = None) -> dict[str, Suite]:
    """Load all suites of `expectations/`, keyed by table; ids of rules are unique over all of them."""
    folder = folder or paths.EXPECTATIONS
    suites = {path.stem: load_suite(path) for path in sorted(folder.glob("*.yml"))}
    if folder == paths.EXPECTATIONS:
        suites = _with_confirmed(suites)
    if not suites:
        raise ProjectError(f"{folder} holds no suites: restore it with `git checkout -- expectations`.")
    _require_unique((rule.id for suite in suites.values() for rule in suite.rules), "expectations/")
    return suites


def _with_confirmed(suites: Mapping[str, Suite]) -> dict[str, Suite]:
    """Add the rows that people confirmed to the exceptions of the rules that suspect them."""
    found: dict[str, list[KnownException]] = {}
    for line, entry in enumerate(read_rows(paths.RAW / CONFIRMED), start=2):
        reasons = {lang: f"reason_{lang}" for lang in LANGS}
        _require_fields(entry, {"rule", "rows", *reasons.values()}, set(), f"{CONFIRMED}, row {line}")
        texts = {lang: entry[name] for lang, name in reasons.items()}
        found.setdefault(entry["rule"], []).extend(KnownException(row, texts) for row in entry["rows"].split())
    require_known("rule", sorted(found), [rule.id for suite in suites.values() for rule in suite.rules], CONFIRMED)
    return {
        name: replace(suite, rules=tuple(_excepting(rule, found.get(rule.id, ())) for rule in suite.rules))
        for name, suite in suites.items()
    }


def _excepting(rule: Rule, rows: Iterable[KnownException]) -> Rule:
    exceptions = (*rule.exceptions, *rows)
    _require_unique((one.row for one in exceptions), f"{CONFIRMED}, {rule.id}")
    return replace(rule, exceptions=exceptions)


def load_suite(path: Path) -> Suite:
    """Load one suite; a field that is missing or unknown is a `ProjectError` that names the rule."""
    where = f"{path.parent.name}/{path.name}"
    raw = _in_each_language(read_yaml(path))
    if not isinstance(raw, dict):
        raise ProjectError(f"{where}: holds no suite; see another file of the folder for the fields.")
    _require_fields(raw, _NEEDED, _OPTIONAL, where)
    rules = tuple(_rule(entry, where) for entry in raw["rules"])
    _require_unique((rule.id for rule in rules), where)
    if not 0 < len(rules) <= MOST_RULES:
        raise ProjectError(f"{where}: holds {len(rules)} rules; a suite has 1 to {MOST_RULES}.")
    joins = tuple(Join(j["table"], j["on"], tuple(j["columns"])) for j in raw.get("joins", []))
    _require_known_words(raw.get("schema", {}), where)
    titles = {lang: raw[f"title_{lang}"] for lang in LANGS}
    lists = {name: tuple(raw.get(name, [])) for name in ("numbers", "adds", "after")}
    stage = "processed" if "processed" in Path(raw["file"]).parts else raw.get("stage", "raw")
    named = path.stem, raw["file"], titles, raw["row_id"]
    return Suite(*named, **lists, rules=rules, joins=joins, schema=raw.get("schema", {}), stage=stage)


def _in_each_language(value: Any) -> Any:  # noqa: ANN401 - what YAML holds
    """Let a field or column that ends in `_LANGUAGE` stand for one of each language, so that no list names them."""
    if isinstance(value, list):
        return [
            name for item in value for name in (_twins(item) if isinstance(item, str) else [_in_each_language(item)])
        ]
    if isinstance(value, dict):
        return {twin: _in_each_language(item) for name, item in value.items() for twin in _twins(name)}
    return value


def _twins(name: str) -> list[str]:
    base = name.removesuffix("_LANGUAGE")
    return [name] if base == name else [f"{base}_{lang}" for lang in LANGS]


def _require_known_words(schema: Mapping[str, Any], where: str) -> None:
    """Refuse a word that JSON Schema does not know: a validator would pass over a misspelt rule without a word."""
    for word, value in schema.items():
        require_known("word of a schema", word, _SCHEMA_WORDS, where)
        parts = value.values() if word == "properties" else [value]
        for part in parts:
            if isinstance(part, Mapping):
                _require_known_words(part, where)


def files_of(path: Path) -> list[Path]:
    """Return the files that a path with wildcards names, or the path itself where it has none."""
    if "*" not in str(path):
        return [path]
    fixed = next(parent for parent in path.parents if "*" not in str(parent))
    return sorted(fixed.glob(str(path.relative_to(fixed))))


def table_path(name: str, tables: Mapping[str, Path], suites: Mapping[str, Suite]) -> Path:
    """Return where a table stands: as the caller says, as its suite says, or in the codebook."""
    if name in tables:
        return tables[name]
    if name in suites:
        return suites[name].path
    in_codebook = paths.CODEBOOK / f"{name}.csv"
    if name in CODEBOOK_TABLES or in_codebook.exists():
        return in_codebook
    raise UnknownName("table", name, {*tables, *suites, *CODEBOOK_TABLES}, "expectations/")


def _rule(entry: Mapping[str, Any], where: str) -> Rule:
    name = entry.get("id", "a rule without id")
    place = f"{where}, {name}"
    optional = {"kwargs", "where", "exceptions", "severity"}
    _require_fields(entry, {"id", "type", *_WHY, "what_to_do"}, optional, place)
    severity = entry.get("severity", "critical")
    require_known("severity", severity, SEVERITIES, place)
    if not _RULE_ID.fullmatch(name):
        raise ProjectError(f"{place}: an id is two or three capitals and two digits, such as OBS-03.")
    exceptions = tuple(_exception(e, place) for e in entry.get("exceptions", []))
    _require_unique((e.row for e in exceptions), place)
    return Rule(
        name, entry["type"], entry.get("kwargs", {}), _texts(entry, "why"), severity, entry["what_to_do"],
        entry.get("where", {}), exceptions,
    )  # fmt: skip


def _exception(entry: Mapping[str, Any], place: str) -> KnownException:
    _require_fields(entry, {"row", *_REASON}, set(), f"{place}, exceptions")
    return KnownException(str(entry["row"]), _texts(entry, "reason"))


def _texts(entry: Mapping[str, Any], name: str) -> dict[Lang, str]:
    return {lang: str(entry[column(name, lang)]) for lang in LANGS}


def _require_fields(entry: Mapping[str, Any], needed: set[str], optional: set[str], place: str) -> None:
    if missing := sorted(needed - entry.keys()):
        raise ProjectError(f"{place}: lacks {', '.join(missing)}; every rule says what it asks, why, and what to do.")
    require_known("field", sorted(entry), sorted(needed | optional), place)


def _require_unique(names: Iterable[str], place: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ProjectError(f"{place}: '{name}' stands twice; ids are permanent and unique.")
        seen.add(name)
