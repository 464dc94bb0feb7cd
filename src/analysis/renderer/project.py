"""The Quarto project as both front ends see it: settings, pages, front matter and navigation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from analysis.base.errors import ProjectError

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# Formats that print: a page that names one of them in its front matter is also made as PDF and docx.
PRINTED = ("typst", "pdf", "docx")

# Gives back what was made from the same parts before, or makes it: `recall(make, *parts)`.
Recall = Callable[..., Any]


def make_anew(make: Callable[[], Any], *_parts: bytes | str) -> Any:  # noqa: ANN401
    """Recall nothing."""
    return make()


@dataclass(frozen=True, slots=True)
class Page:
    """One input of the site: its path below the project's root, its settings and its text without front matter."""

    source: Path
    path: str
    metadata: dict[str, Any] = field(hash=False)
    body: str = field(hash=False)
    first_line: int = 1

    @property
    def stem(self) -> str:
        """The path below the root without its suffix, e.g. `en/report`."""
        return self.path.rsplit(".", 1)[0]

    @property
    def folder(self) -> str:
        """The folder below the root with a closing slash, empty for the root itself."""
        return self.path.rpartition("/")[0] + "/" if "/" in self.path else ""

    @property
    def root(self) -> str:
        """The relative way from the page to the site's root, e.g. `../`."""
        return "../" * self.path.count("/")

    @property
    def language(self) -> str:
        """The language of the page, by its code."""
        return str(self.metadata.get("lang", "en"))

    @property
    def is_notebook(self) -> bool:
        """Whether the page is an executed notebook."""
        return self.path.endswith(".ipynb")

    @property
    def is_printed(self) -> bool:
        """Whether the page is also made as a PDF and a Word file."""
        formats = self.metadata.get("format")
        return isinstance(formats, Mapping) and any(name in formats for name in PRINTED)


@dataclass(frozen=True, slots=True)
class Project:
    """A Quarto project: its root folder, `_quarto.yml`, `_variables.yml` and pages."""

    root: Path
    settings: dict[str, Any]
    variables: dict[str, Any]
    pages: tuple[Page, ...]
    recall: Recall = make_anew

    @property
    def website(self) -> dict[str, Any]:
        """The part `website:` of `_quarto.yml`."""
        return self.settings.get("website") or {}

    @property
    def prose(self) -> dict[str, Any]:
        """The part `prose:`: folders with `generated` pages, and `names` that hold digits (regular expressions)."""
        return self.settings.get("prose") or {}

    @property
    def site_url(self) -> str:
        """The address of the published site with a closing slash, or an empty string."""
        address = str(self.website.get("site-url") or "")
        return address.rstrip("/") + "/" if address else ""

    def format_settings(self, name: str) -> dict[str, Any]:
        """Return the project's settings of one format (`html`, `typst`)."""
        found = (self.settings.get("format") or {}).get(name)
        return dict(found) if isinstance(found, Mapping) else {}


def load_project(root: Path, recall: Recall = make_anew) -> Project:
    """Read the project in `root`: its settings, variables and every page of its render list.

    Raises:
        ProjectError: where `_quarto.yml` is absent or a file is no valid YAML.
    """
    root = root.resolve()
    settings = read_yaml(root / "_quarto.yml", required=True)
    variables = read_yaml(root / "_variables.yml")
    shared = {key: value for key, value in settings.items() if key not in {"project", "website", "execute", "prose"}}
    pages = tuple(load_page(root, path, shared) for path in _listed_files(root, settings))
    return Project(root, settings, variables, pages, recall)


def load_page(root: Path, path: Path, shared: Mapping[str, Any]) -> Page:
    """Read one page and merge its settings: the project's, those of its folders, its own."""
    name = path.relative_to(root).as_posix()
    metadata = {key: value for key, value in shared.items() if key != "format"}
    for folder in reversed(path.relative_to(root).parents):
        metadata |= read_yaml(root / folder / "_metadata.yml")
    if path.suffix == ".ipynb":
        return Page(path, name, metadata, "")
    text = path.read_text(encoding="utf-8")
    own, body, first_line = split_front_matter(text, path)
    return Page(path, name, metadata | own, body, first_line)


def split_front_matter(text: str, path: Path) -> tuple[dict[str, Any], str, int]:
    """Return the settings at the head of a page, the text below them and the number of its first line."""
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text, 1
    settings = parse_yaml(match.group(1), path)
    return settings, text[match.end() :], text[: match.end()].count("\n") + 1


def read_yaml(path: Path, required: bool = False) -> dict[str, Any]:
    """Read a YAML mapping; an absent file is an empty mapping unless it is required."""
    if not path.is_file():
        if required:
            raise ProjectError(f"{path}: no such file; a report needs its Quarto project file, restore it from git.")
        return {}
    return parse_yaml(path.read_text(encoding="utf-8"), path)


def parse_yaml(text: str, path: Path) -> dict[str, Any]:
    """Parse a YAML mapping of plain values."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        value = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise ProjectError(f"{path}: no valid YAML: {' '.join(str(error).split())}") from None
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ProjectError(f"{path}: its YAML must be a mapping of names to values.")
    return value


def _listed_files(root: Path, settings: Mapping[str, Any]) -> list[Path]:
    """Return the files of the render list in its order, each once; names that start with `_` are never pages."""
    patterns = (settings.get("project") or {}).get("render") or ["*.qmd"]
    found: dict[Path, None] = {}
    for pattern in patterns:
        for path in sorted(root.glob(str(pattern))):
            if path.is_file() and not path.name.startswith(("_", ".")):
                found[path] = None
    return list(found)


def sidebar_of(project: Project, page: Page) -> dict[str, Any] | None:
    """Return the sidebar that lists the page, else the first one whose id is the page's language."""
    bars = project.website.get("sidebar") or []
    bars = [bars] if isinstance(bars, dict) else bars
    for bar in bars:
        if any(link.path == page.path for link in menu_links(project, bar.get("contents"))):
            return bar
    return next((bar for bar in bars if bar.get("id") == page.language), bars[0] if bars else None)


class MenuLink(NamedTuple):
    """A page that a menu lists: the section that it stands in, and a text of its own, where there are such."""

    path: str
    section: str = ""
    text: str = ""


def menu_links(project: Project, contents: object, section: str = "") -> Iterator[MenuLink]:
    """Yield the pages that a menu lists, globs resolved against the pages; lists and sections hold others of them."""
    if isinstance(contents, str):
        yield from (MenuLink(page.path, section) for page in project.pages if Path(page.path).match(contents))
    elif isinstance(contents, list):
        for entry in contents:
            yield from menu_links(project, entry, section)
    elif isinstance(contents, dict) and "contents" in contents:
        yield from menu_links(project, contents["contents"], str(contents.get("section", "")))
    elif isinstance(contents, dict):
        yield MenuLink(str(contents.get("href") or contents.get("file") or ""), section, str(contents.get("text", "")))
