"""The generated tables of README.md, after the data editors' template: sources, files, programs, exhibits."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.charts.exhibits import load_exhibits
from analysis.pages.package import TITLES

_BLOCK = re.compile(r"(<!-- generated: (?P<name>[a-z-]+) -->\n)(?:(?!<!-- ).*\n)*(<!-- end -->)")


def fill_readme(text: str) -> str:
    """Return the README with each block between `<!-- generated: NAME -->` and `<!-- end -->` made anew."""

    def fill(match: re.Match[str]) -> str:
        if match["name"] not in BLOCKS:
            raise ProjectError(f"README.md: no table is called '{match['name']}'; choose {', '.join(BLOCKS)}.")
        return f"{match[1]}{BLOCKS[match['name']]()}\n{match[3]}"

    return _BLOCK.sub(fill, text)


def sources_table() -> str:
    """Return the kinds of bulletins with their issuers, years and numbers of statements."""
    bulletins = read_rows(paths.RAW / "bulletins.csv")
    counts = Counter(row["bulletin_id"] for row in read_rows(paths.RAW / "statements.csv"))
    issuers = load_codebook().issuers
    rows = []
    for kind, of_kind in _grouped(bulletins, "kind"):
        years = sorted(row["published"][:4] for row in of_kind)
        named = Counter(row["issuer"] for row in of_kind).most_common(3)
        names = "; ".join(issuers.label(name) for name, _ in named)
        statements = sum(counts[row["bulletin_id"]] for row in of_kind)
        rows.append(
            (kind.replace("_", " "), len(of_kind), "–".join(dict.fromkeys((years[0], years[-1]))), statements, names)
        )
    head = ("Kind of bulletin", "Bulletins", "Published", "Statements", "Most frequent issuers")
    return _table(head, sorted(rows, key=lambda row: -int(row[1])))


def data_table() -> str:
    """Return the files of data with what they hold, rows and where they come from."""
    raw = {
        "bulletins.csv": "Bulletins: title, issuer, date, kind",
        "copies.csv": "Pages where each bulletin was seen, with condition and confidence",
        "statements.csv": "Figures as printed, one row each: the raw data",
    }
    rows = [
        (f"`data/raw/{name}`", text, len(read_rows(paths.RAW / name)), "coded by hand") for name, text in raw.items()
    ]
    book = sum(len(read_rows(path)) for path in paths.CODEBOOK.glob("*.csv"))
    rows.append(
        (
            "`data/raw/codebook/`",
            "Indicators, areas, levels, methods, units, issuers, breaks, terms",
            book,
            "written by hand",
        )
    )
    package = json.loads((paths.PROCESSED / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        path = paths.PROCESSED / resource["path"]
        lines = len(read_rows(path))
        name = path.with_suffix("").name
        rows.append((f"`data/processed/{name}.csv`, `.parquet`", TITLES[name], lines, "made by `bulletins run`"))
    return _table(("File", "Content", "Rows", "Origin"), rows)


def programs_table() -> str:
    """Return the notebooks in the order in which they are read, with title and exhibits."""
    exhibits = load_exhibits().values()
    rows = []
    for path in sorted(paths.NOTEBOOKS.glob("*.ipynb")):
        metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        made = sorted(exhibit.exhibit_id for exhibit in exhibits if exhibit.notebook == path.stem)
        rows.append((f"`notebooks/{path.name}`", metadata.get("title", ""), ", ".join(f"`{name}`" for name in made)))
    return _table(("Notebook", "Question", "Exhibits"), rows)


def exhibits_table() -> str:
    """Return all figures and tables with their title, notebook and files."""
    rows = [
        (
            f"`{e.exhibit_id}`",
            e.texts["en"]["title"],
            f"`notebooks/{e.notebook}.ipynb`",
            f"`reports/exhibits/{e.exhibit_id}.*`",
        )
        for e in sorted(load_exhibits().values(), key=lambda e: e.exhibit_id)
    ]
    return _table(("Exhibit", "Title", "Program", "Files"), rows)


def software_table() -> str:
    """Return the packages that the project asks for, with the versions of the lock."""
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = tomllib.loads((paths.ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {package["name"]: package.get("version", "") for package in lock["package"]}
    names = [re.match(r"[A-Za-z0-9_.-]+", requirement)[0] for requirement in project["dependencies"]]  # type: ignore[index]
    return _table(("Package", "Version"), [(name, locked[name]) for name in names])


def _grouped(rows: Iterable[dict[str, str]], key: str) -> list[tuple[str, list[dict[str, str]]]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return sorted(groups.items())


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    cells = [[f"{value:,}" if isinstance(value, int) else str(value) for value in row] for row in rows]
    lines = [list(head), ["---"] * len(head), *cells]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


BLOCKS: dict[str, Callable[[], str]] = {
    "sources": sources_table, "data": data_table, "programs": programs_table, "exhibits": exhibits_table,
    "software": software_table,
}  # fmt: skip


def write_readme(path: Path) -> None:
    """Bring the generated tables of the README up to date."""
    text = path.read_text(encoding="utf-8")
    filled = fill_readme(text)
    if filled != text:
        path.write_text(filled, encoding="utf-8")
