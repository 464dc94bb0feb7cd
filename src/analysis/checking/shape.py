"""The shape of raw files: the columns of a CSV, the schema of a YAML file.

Shape is asked first and by itself: without its columns a table breaks thirty rules at once, and each of them would
answer with an error of Great Expectations instead of the name of the column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.base.codebook import read_header
from analysis.base.errors import UnknownName
from analysis.base.yaml_files import YamlFile, load_yaml
from analysis.checking.results import FailingRow, RuleResult
from analysis.checking.rules import Rule, Suite, files_of

if TYPE_CHECKING:
    from jsonschema import ValidationError

COLUMNS, SCHEMA = "expect_table_columns_to_match_set", "expect_records_to_match_schema"
_SHOWN = 40  # letters of a wrong value that a sentence quotes
_FORMS = {
    "array": "a list", "object": "fields with values", "string": "text (in quotes where it looks like a number)",
    "number": "a number",
}  # fmt: skip


def is_about_shape(rule: Rule, suite: Suite) -> bool:
    """Tell whether a rule is checked here, and not by Great Expectations."""
    return rule.type == SCHEMA or (rule.type == COLUMNS and suite.path.suffix == ".csv")


def check_shape(suite: Suite, path: Path) -> Iterator[RuleResult]:
    """Check the columns or the schema of the files of a suite; yields one result for each rule about them."""
    files = files_of(path)
    for rule in suite.rules:
        if is_about_shape(rule, suite):
            faults = _in_records if rule.type == SCHEMA else _in_header
            failing = tuple(fault for file in files for fault in faults(file, file_shown(file, path), suite, rule))
            none = "" if files else "no file has this name"
            result = "fail" if failing or none else "pass"
            yield RuleResult(rule, suite.table, path.name, result, len(files), failing, message=none)


def file_shown(file: Path, pattern: Path) -> str:
    """Return the name of a file in sentences, with its folders where the pattern leaves them open."""
    fixed = next(parent for parent in file.parents if pattern.is_relative_to(parent))
    return file.name if fixed == file.parent else file.relative_to(fixed.parent).as_posix()


def _in_header(path: Path, shown: str, _suite: Suite, rule: Rule) -> Iterator[FailingRow]:
    wanted, header = list(rule.kwargs["column_set"]), read_header(path)
    if len(header) < 2 < len(wanted):
        text = f"one cell '{_short(header[0])}'" if header else "nothing"
        yield FailingRow(1, "", file=shown, says=f"the header is {text}, not columns parted by commas")
        return
    if lacking := [name for name in wanted if name not in header]:
        columns = "column" if len(lacking) == 1 else "columns"
        yield FailingRow(1, "", file=shown, says=f"the header lacks the {columns} {', '.join(map(repr, lacking))}")
    for place, name in enumerate(header):
        if name not in wanted and rule.kwargs["exact_match"]:
            # A spreadsheet leaves empty columns behind, which have no name to come near to.
            says = _unknown("column", name, wanted) if name.strip() else "a column has no name; delete it"
            yield FailingRow(1, "", file=shown, says=says)
        elif name in header[:place]:
            yield FailingRow(1, "", file=shown, says=f"the column '{name}' stands twice in the header")


def _in_records(path: Path, shown: str, suite: Suite, _rule: Rule) -> Iterator[FailingRow]:
    from jsonschema import Draft202012Validator

    document = load_yaml(path)
    # A file of comments alone holds no records.
    data = plain(document.data) if document.data is not None else _nothing(suite)
    for error in Draft202012Validator(suite.schema).iter_errors(data):
        for says in _what_is_wrong(error):
            yield _failing(document, error, suite, shown, says)


def _nothing(suite: Suite) -> list[Any] | dict[str, Any]:
    return [] if suite.schema["type"] == "array" else {}


def plain(value: Any) -> Any:  # noqa: ANN401 - what YAML holds
    """Return what YAML holds with dates as text, which is what they are in the project's tables."""
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _failing(document: YamlFile, error: ValidationError, suite: Suite, shown: str, says: str) -> FailingRow:
    keys = list(error.absolute_path) or [error.instance] * isinstance(error.instance, str)
    entry = _part(document.data, keys[:1])
    own = entry.get(suite.row_id) if isinstance(entry, Mapping) else None
    named = keys[0] if keys and isinstance(keys[0], str) else own
    return FailingRow(document.line(*keys), str(named or ""), file=shown, says=says)


def _part(data: Any, keys: list[Any]) -> Any:  # noqa: ANN401 - what YAML holds
    return data[keys[0]] if keys and keys[0] in (data if isinstance(data, dict) else range(len(data))) else None


def _what_is_wrong(error: ValidationError) -> Iterator[str]:
    """Yield what is wrong with a part of a file; the description of the part in its schema says what it should be."""
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    about = f" ({schema['description']})" if "description" in schema else ""
    subject, value, wanted = _subject(error), error.instance, error.validator_value
    match error.validator:
        case "required":
            lacking = [f"'{name}'" for name in wanted if name not in value]
            # The validator tells of each by itself.
            if error.message.startswith(lacking[0]):
                yield f"{subject} lacks {', '.join(lacking)}"
        case "additionalProperties":
            known = schema["properties"]
            yield from (f"{subject} has an {_unknown('field', name, known)}" for name in value if name not in known)
        case "type":
            forms = [wanted] if isinstance(wanted, str) else wanted
            yield f"{subject} {_quoted(value)} should be {' or '.join(_FORMS[form] for form in forms)}{about}"
        case "enum":
            yield f"{subject}: {_unknown('word', str(value), map(str, wanted))}{about}"
        case "minLength" | "minItems" | "minProperties":
            yield f"{subject} is empty{about}"
        case _:
            yield f"{subject} {_quoted(value)} is not written as it should be{about}"


def _subject(error: ValidationError) -> str:
    """Name the part of a file that an error is about."""
    keys = [str(key) for key in error.absolute_path]
    if len(keys) > 1:
        return ".".join(keys[1:])
    return "the record" if keys else "the id" if error.validator == "pattern" else "the file"


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    return str(UnknownName(what, name, known)).removesuffix(".")


def _quoted(value: object) -> str:
    return "without a value" if value is None else f"'{_short(str(value))}'"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
