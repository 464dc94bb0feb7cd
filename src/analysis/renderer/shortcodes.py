"""Quarto's shortcodes, resolved in the text before pandoc sees it: `var` and `include`.

An unknown variable stops the render with the file, the line and the nearest names: a number that is not in the data
cannot enter the prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.base.errors import ProjectError, UnknownName
from analysis.renderer.project import FRONT_MATTER, Page, Project

SHORTCODE = re.compile(r"(?<!\{)\{\{<\s*(?P<name>[\w-]+)\s*(?P<argument>[^>]*?)\s*>\}\}(?!\})")
ESCAPED = re.compile(r"\{(\{\{<.*?>\}\})\}")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
# An attribute list that is open where the shortcode stands: `{#fig-x fig-alt="... {{< var`.
OPEN_ATTRIBUTES = re.compile(r"\{[^{}<>]*=\s*\"[^\"]*$")
DEEPEST_INCLUDE = 20


@dataclass(slots=True)
class Expansion:
    """The state of one page while its shortcodes are resolved: where values come from, which files came in."""

    project: Project
    page: Page
    files: list[Path] = field(default_factory=list)


def expand_page(project: Project, page: Page) -> tuple[str, dict[str, Any], list[Path]]:
    """Return the page's text and settings with every shortcode resolved, and the files that were included.

    Raises:
        ProjectError: for an unknown variable, file or shortcode, with the file and line it stands in.
    """
    state = Expansion(project, page)
    body = _expand(state, page.body, page.source, page.first_line, ())
    metadata = {key: _expand_value(state, value) for key, value in page.metadata.items()}
    return body, metadata, state.files


def _expand(state: Expansion, text: str, source: Path, first_line: int, trail: tuple[Path, ...]) -> str:
    """Resolve the shortcodes of a text line by line; code is left alone."""
    lines, name = [], _relative(source, state.project.root)
    for number, line, is_code in prose_lines(text, first_line):
        lines.append(line if is_code else _expand_line(state, line, source, f"{name}:{number}", trail))
    return "\n".join(lines)


def prose_lines(text: str, first_line: int = 1) -> Iterator[tuple[int, str, bool]]:
    """Yield (line number, line, whether it belongs to a fenced block of code)."""
    fence = ""
    for number, line in enumerate(text.split("\n"), first_line):
        match = FENCE.match(line)
        if fence:
            yield number, line, True
            if match and match.group(1).startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif match:
            fence = match.group(1)
            yield number, line, True
        else:
            yield number, line, False


def _expand_line(state: Expansion, line: str, source: Path, place: str, trail: tuple[Path, ...]) -> str:
    if "{{<" not in line:
        return line
    code = [match.span() for match in INLINE_CODE.finditer(line)]

    def replace(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in code):
            return match.group()
        if OPEN_ATTRIBUTES.search(line[: match.start()]):
            raise ProjectError(
                f"{place}: the shortcode {match.group()} stands inside an attribute, where Quarto leaves it raw; "
                "put the text into a caption or let the exhibit carry it."
            )
        return _resolve(state, match["name"], match["argument"], source, place, trail)

    return ESCAPED.sub(r"\1", SHORTCODE.sub(replace, line))


def _resolve(state: Expansion, name: str, argument: str, source: Path, place: str, trail: tuple[Path, ...]) -> str:
    if name == "var":
        if not state.project.variables:
            raise ProjectError(
                f"{place}: no values to fill in, _variables.yml is missing or empty; run the pipeline first."
            )
        return _look_up(state.project.variables, argument, place)
    if name == "include":
        return _include(state, argument.strip("\"'"), source, place, trail)
    raise ProjectError(f"{place}: the shortcode '{name}' is not part of the report's dialect; use var or include.")


def _look_up(values: Mapping[str, Any], key: str, place: str) -> str:
    found: object = values
    for part in key.split("."):
        if not isinstance(found, Mapping) or part not in found:
            raise UnknownName("variable", key, _flat_names(values), place)
        found = found[part]
    if isinstance(found, Mapping):
        raise UnknownName("variable", key, _flat_names(values), place)
    return str(found)


def _flat_names(values: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat_names(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"


def _include(state: Expansion, name: str, source: Path, place: str, trail: tuple[Path, ...]) -> str:
    path = state.project.root / name.lstrip("/") if name.startswith("/") else source.parent / name
    path = path.resolve()
    if not path.is_relative_to(state.project.root):
        raise ProjectError(f"{place}: {name} lies outside the report; include only files below it.")
    if not path.is_file():
        near = sorted(p.name for p in path.parent.glob("_*.md")) if path.parent.is_dir() else []
        raise UnknownName("included file", name, [name.replace(path.name, other) for other in near], place)
    if path in trail or len(trail) > DEEPEST_INCLUDE:
        raise ProjectError(f"{place}: {name} includes itself; break the circle.")
    state.files.append(path)
    text = path.read_text(encoding="utf-8").lstrip("\ufeff")
    head = FRONT_MATTER.match(text)
    body, first_line = (text[head.end() :], text[: head.end()].count("\n") + 1) if head else (text, 1)
    first_line += len(body) - len(body.lstrip("\n"))
    return _expand(state, body.strip("\n"), path, first_line, (*trail, path))


def _expand_value(state: Expansion, value: object) -> object:
    if isinstance(value, str):
        place = f"{_relative(state.page.source, state.project.root)}:1"
        return _expand_line(state, value, state.page.source, place, ())
    if isinstance(value, list):
        return [_expand_value(state, item) for item in value]
    if isinstance(value, dict):
        return {key: _expand_value(state, item) for key, item in value.items()}
    return value


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
