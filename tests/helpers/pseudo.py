"""A language made of files alone: English with every word marked, so that a word that code says by itself shows.

`add_language` writes the files of the language `xx` into a copy of the project, each text a marked copy of the English
one: catalogue, codebook, texts of YAML files, suites, captions, pages of the report, words of the renderer.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer
from ruamel.yaml import YAML

from helpers.project import bulletins

XX = "xx"
OPEN, CLOSE = "«", "»"  # in the fonts of the report and nowhere in its texts
# A word has no digit: ids such as gov-2017q2 or STA-01 and periods such as 2019-Q1 are none.
_WORD = re.compile(r"(?<![\w.])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?!\w|-\w*\d)")
# What is no text: placeholders and attributes, code, addresses, references, tags, fences, shortcodes, a licence.
_SYNTAX = r"\{\{<.*?>\}\}|\{[^{}]*\}|`[^`]*`|\]\([^)]*\)|\[@[^\]]*\]|@[\w-]+|<[^>]+>|CC BY 4\.0|^:::+.*$|^```.*$"
_PROTECTED = re.compile(_SYNTAX, re.MULTILINE)
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
# Not said but set: the locale of numbers and names of months, which Babel has for no made-up language.
_SET = {"language-locale": "en", "pattern-day": "y-MM-dd", "pattern-month": "y-MM"}


def mark(text: str) -> str:
    """Mark each word of a text, but for what is no text in Markdown."""
    pieces, at = [], 0
    for match in _PROTECTED.finditer(text):
        pieces += [_mark_words(text[at : match.start()]), match.group()]
        at = match.end()
    return "".join([*pieces, _mark_words(text[at:])])


def _mark_words(text: str) -> str:
    return _WORD.sub(lambda match: f"{OPEN}{match.group()}{CLOSE}", text)


def unmarked(text: str, data: Iterable[str] = ()) -> list[str]:
    """Return the words of a text that are not marked, without those of `data` (names, titles, ids), longest first."""
    # Signs of a title that would be Markdown are escaped on a page.
    text = _MARKED.sub(" ", re.sub(r"\\([^\w\s])", r"\1", text).replace("’", "'"))
    for phrase in sorted(data, key=len, reverse=True):
        text = text.replace(phrase.replace("’", "'"), " ")
    return _WORD.findall(text)


def add_language(root: Path) -> None:
    """Write the files of the language into a copy of the project."""
    _add_catalogue(root / "src/analysis/words/languages")
    for path in [*sorted((root / "data/raw/codebook").glob("*.csv")), root / "data/raw/confirmed.csv"]:
        _add_columns(path)
    texts = [*(root / "data/raw").glob("*.yml"), *(root / "expectations").glob("*.yml")]
    for path in [*texts, root / "data/releases/withdrawn.yml"]:
        _edit_yaml(path, path, _with_twins)
    for path in sorted((root / "reports/captions/en").glob("*.yml")):
        _edit_yaml(path, root / "reports/captions" / XX / path.name, _marked_values)
    _edit_yaml(
        root / "src/analysis/renderer/assets/languages/en.yml",
        root / f"src/analysis/renderer/assets/languages/{XX}.yml",
        lambda words: (
            words
            | {
                "name": mark(words["name"]),
                "labels": _marked_values(words["labels"]),
                "date": re.sub(r"[A-Z]\w+", lambda month: mark(month.group()), words["date"]),
            }
        ),
    )
    _add_pages(root / "reports")
    done = bulletins(root, "seal", "*", "--reason", f"texts in {XX}", "--by", "team")
    assert done.returncode == 0, done.stderr


class _Marker(Transformer):
    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        node.value = mark(node.value).replace("](/en/", f"](/{XX}/")
        return node


def _add_catalogue(folder: Path) -> None:
    for path in sorted((folder / "en").rglob("*.ftl")):
        resource = FluentParser().parse(path.read_text("utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                fixed = next((text for key, text in _SET.items() if key in entry.id.name), None)
                fixed = "y-MM-dd" if fixed is None and entry.id.name.startswith("pattern") else fixed
                entry.value = ast.Pattern([ast.TextElement(fixed)]) if fixed else _Marker().visit(entry.value)
        target = folder / XX / path.relative_to(folder / "en")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(FluentSerializer().serialize(resource), encoding="utf-8")


def _add_columns(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row |= {f"{name[:-3]}_{XX}": mark(text) for name, text in list(row.items()) if name.endswith("_en")}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _edit_yaml(source: Path, target: Path, change: Callable[[Any], Any]) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.width = 10_000
    content = yaml.load(source.read_text("utf-8"))
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as file:
        yaml.dump(change(content), file)


def _with_twins(value: Any) -> Any:
    """Return a YAML value in which each text with a Chinese twin has a marked one."""
    if isinstance(value, list):
        return [twin for item in value for twin in _beside(item)]
    if not isinstance(value, dict):
        return value
    twins = {}
    for name in value:
        if isinstance(name, str) and name.endswith("_zh"):
            base = name.removesuffix("_zh")
            english = value.get(f"{base}_en", value.get(base))
            twins[f"{base}_{XX}"] = mark(english) if isinstance(english, str) else english
    return {name: _with_twins(item) for name, item in value.items()} | twins


def _beside(item: Any) -> list[Any]:
    """Return an item of a list, and a column of the language after that of the Chinese text."""
    if isinstance(item, str) and item.endswith("_zh"):
        return [item, f"{item.removesuffix('_zh')}_{XX}"]
    return [_with_twins(item)]


def _marked_values(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _marked_values(item) for name, item in value.items()}
    return mark(value) if isinstance(value, str) else value


def _add_pages(reports: Path) -> None:
    (reports / XX).mkdir()
    (reports / XX / "_metadata.yml").write_text(f"lang: {XX}\n", encoding="utf-8")
    for path in [reports / "index.qmd", *sorted((reports / "en").glob("*.qmd"))]:
        (reports / XX / path.name).write_text(_page_in_xx(path.read_text("utf-8")), encoding="utf-8")
    _edit_yaml(reports / "_quarto.yml", reports / "_quarto.yml", _project_in_xx)


def _page_in_xx(text: str) -> str:
    _, head, body = text.split("---\n", 2)
    settings = {"title", "subtitle", "abstract", "description"}
    yaml = YAML(typ="safe", pure=True)
    values = {k: mark(v) if k in settings else v for k, v in yaml.load(head).items() if k != "lang"}
    values["date"] = str(values["date"]) if "date" in values else None
    values |= {key: _marked_names(values[key]) for key in ("author", "citation") if key in values}
    body = re.sub(r"(var (?:years\.)?)en\b", rf"\1{XX}", _marked_body(body)).replace(".en.md", f".{XX}.md")
    lines = [f"{key}: {_json(value)}" for key, value in values.items() if value is not None]
    title = [re.sub(r"years\.en", f"years.{XX}", line) for line in lines]
    return "\n".join(["---", *title, "---", body.replace("](/en/", f"](/{XX}/")])


def _marked_names(value: Any) -> Any:
    """Mark the names of authors and publishers."""
    if isinstance(value, list):
        return [_marked_names(item) for item in value]
    if isinstance(value, str):
        return mark(value)
    return {
        key: _marked_names(text) if key in ("name", "literal", "publisher") else text for key, text in value.items()
    }


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, default=str)


def _marked_body(body: str) -> str:
    parts = re.split(r"(^```.*?^```$)", body, flags=re.MULTILINE | re.DOTALL)
    return "".join(part if part.startswith("```") else mark(part) for part in parts)


def _project_in_xx(settings: dict[str, Any]) -> dict[str, Any]:
    settings["project"]["render"].insert(1, f"{XX}/*.qmd")
    bars = settings["website"]["sidebar"]
    english = next(bar for bar in bars if bar["id"] == "en")
    title, contents = mark(english["title"]), list(_menu(english["contents"]))
    bars.append({"id": XX, "style": "docked", "title": title, "contents": contents})
    return settings


def _menu(contents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in contents:
        marked = {key: mark(text) for key, text in entry.items() if key in ("text", "section")}
        href = str(entry.get("href", ""))
        place = {"href": href.replace("en/", f"{XX}/") if "/" in href else f"{XX}/{href}"} if href else {}
        yield entry | marked | place
