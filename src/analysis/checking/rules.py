"""The rules as `expectations/` holds them, the only source of truth; read without Great Expectations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from analysis.base import paths
from analysis.base.codebook import TABLES as CODEBOOK_TABLES
from analysis.base.errors import ProjectError, UnknownName

SEVERITIES = ("critical", "warning", "info")
_RULE_ID = re.compile(r"[A-Z]{2,3}-\d{2}")
# More than this slows Great Expectations' own pages; none of our tables needs it.
MOST_RULES = 60


@dataclass(frozen=True, slots=True)
class KnownException:
    """A row that may break a rule, with the reason why it may."""

    row: str
    reason: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a table; `where` narrows the rows, `exceptions` are the rows known to break it."""

    id: str
    type: str
    kwargs: Mapping[str, Any]
    why: str
    why_zh: str
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
    """The rules of one table, where its file stands, and what a row of it is called."""

    table: str
    file: str
    title_en: str
    title_zh: str
    row_id: str
    numbers: tuple[str, ...]
    joins: tuple[Join, ...]
    rules: tuple[Rule, ...]

    @property
    def path(self) -> Path:
        """Return the path of the table that the suite guards."""
        return paths.ROOT / self.file

    @property
    def stage(self) -> str:
        """Return `raw` or `processed`, after the folder of the table."""
        return "processed" if "processed" in Path(self.file).parts else "raw"


def load_suites(folder: Path | None = None) -> dict[str, Suite]:
    """Load all suites of `expectations/`, keyed by table; ids of rules are unique over all of them."""
    folder = folder or paths.EXPECTATIONS
    suites = {path.stem: load_suite(path) for path in sorted(folder.glob("*.yml"))}
    if not suites:
        raise ProjectError(f"{folder} holds no suites: restore it with `git checkout -- expectations`.")
    _require_unique((rule.id for suite in suites.values() for rule in suite.rules), "expectations/")
    return suites


def load_suite(path: Path) -> Suite:
    """Load one suite; a field that is missing or unknown is a `ProjectError` that names the rule."""
    where = f"{path.parent.name}/{path.name}"
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise ProjectError(f"{where}: holds no suite; see another file of the folder for the fields.")
    _require_fields(raw, {"file", "title_en", "title_zh", "row_id", "rules"}, {"numbers", "joins"}, where)
    rules = tuple(_rule(entry, where) for entry in raw["rules"])
    _require_unique((rule.id for rule in rules), where)
    if not 0 < len(rules) <= MOST_RULES:
        raise ProjectError(f"{where}: holds {len(rules)} rules; a suite has 1 to {MOST_RULES}.")
    joins = tuple(Join(j["table"], j["on"], tuple(j["columns"])) for j in raw.get("joins", []))
    numbers = tuple(raw.get("numbers", []))
    return Suite(path.stem, raw["file"], raw["title_en"], raw["title_zh"], raw["row_id"], numbers, joins, rules)


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - the caller checks the shape
    """Read a YAML file; a missing or malformed one is a `ProjectError` naming the line."""
    try:
        return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ProjectError(f"{path} is missing: restore it with `git checkout -- {path.name}`.") from None
    except (YAMLError, UnicodeDecodeError) as error:
        first = " ".join(str(error).split())
        raise ProjectError(f"{path.name}: cannot be read as YAML: {first}") from None


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
    _require_fields(entry, {"id", "type", "why", "why_zh", "what_to_do"}, optional, place)
    severity = entry.get("severity", "critical")
    if severity not in SEVERITIES:
        raise UnknownName("severity", severity, SEVERITIES, place)
    if not _RULE_ID.fullmatch(name):
        raise ProjectError(f"{place}: an id is two or three capitals and two digits, such as OBS-03.")
    exceptions = tuple(_exception(e, place) for e in entry.get("exceptions", []))
    _require_unique((e.row for e in exceptions), place)
    return Rule(
        name, entry["type"], entry.get("kwargs", {}), entry["why"], entry["why_zh"], severity, entry["what_to_do"],
        entry.get("where", {}), exceptions,
    )  # fmt: skip


def _exception(entry: Mapping[str, Any], place: str) -> KnownException:
    _require_fields(entry, {"row", "reason", "reason_zh"}, set(), f"{place}, exceptions")
    return KnownException(**{field.name: str(entry[field.name]) for field in fields(KnownException)})


def _require_fields(entry: Mapping[str, Any], needed: set[str], optional: set[str], place: str) -> None:
    if missing := sorted(needed - entry.keys()):
        raise ProjectError(f"{place}: lacks {', '.join(missing)}; every rule says what it asks, why, and what to do.")
    if unknown := sorted(entry.keys() - needed - optional):
        raise UnknownName("field", unknown[0], needed | optional, place)


def _require_unique(names: Iterable[str], place: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ProjectError(f"{place}: '{name}' stands twice; ids are permanent and unique.")
        seen.add(name)
