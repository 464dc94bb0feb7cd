"""The generated tables of the READMEs, after the data editors' template: sources, files, programs, packages."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.base.files import write_whole
from analysis.citing.captions import load_exhibits
from analysis.pages.package import said_of
from analysis.pages.packages import CALLED, works
from analysis.words.markdown import escape

_BLOCK = re.compile(r"(<!-- generated: (?P<name>[a-z-]+) -->\n)(?:(?!<!-- ).*\n)*(<!-- end -->)")


def fill_readme(text: str) -> str:
    """Return a README with each block between `<!-- generated: NAME -->` and `<!-- end -->` made anew."""

    def fill(match: re.Match[str]) -> str:
        if match["name"] not in BLOCKS:
            raise ProjectError(f"README.md: no table is called '{match['name']}'; choose {', '.join(BLOCKS)}.")
        return f"{match[1]}{BLOCKS[match['name']]()}\n{match[3]}"

    return _BLOCK.sub(fill, text)


def sources_table() -> str:
    """Return the kinds of bulletins with their issuers, years and numbers of statements."""
    counts = Counter(row["bulletin_id"] for row in read_rows(paths.RAW / "statements.csv"))
    bulletins = sorted(read_rows(paths.RAW / "bulletins.csv"), key=itemgetter("kind"))
    rows = [_source_row(kind, list(group), counts) for kind, group in groupby(bulletins, itemgetter("kind"))]
    head = ("Kind of bulletin", "Bulletins", "Published", "Statements", "Most frequent issuers")
    return _table(head, sorted(rows, key=lambda row: -row[1]))


def _source_row(
    kind: str, bulletins: list[dict[str, str]], counts: Mapping[str, int]
) -> tuple[str, int, str, int, str]:
    years = sorted(row["published"][:4] for row in bulletins)
    frequent = Counter(row["issuer"] for row in bulletins).most_common(2)
    issuers = "; ".join(escape(load_codebook().issuers.label(name)) for name, _ in frequent)
    span = "–".join(dict.fromkeys((years[0], years[-1])))
    return kind.replace("_", " "), len(bulletins), span, sum(counts[row["bulletin_id"]] for row in bulletins), issuers


def data_table() -> str:
    """Return the files of data with what they hold, rows and where they come from."""
    rows: list[tuple[object, ...]] = [
        (f"`data/raw/{name}`", text, len(read_rows(paths.RAW / name)), "coded") for name, text in said_of("raw").items()
    ]
    book = sum(len(read_rows(path)) for path in paths.CODEBOOK.glob("*.csv"))
    meanings = "Indicators, areas, levels, methods, units, issuers, breaks, terms"
    rows.append(("`data/raw/codebook/`", meanings, book, "written"))
    package = json.loads((paths.PROCESSED / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        count = len(read_rows(paths.PROCESSED / resource["path"]))
        files = f"`data/processed/{resource['name']}.csv`, `.parquet`"
        rows.append((files, resource["title"], count, "made by `bulletins run`"))
    return _table(("File", "Content", "Rows", "Origin"), rows)


def programs_table() -> str:
    """Return the notebooks in the order in which they are read, with title and number of exhibits."""
    counts = Counter(exhibit.notebook for exhibit in load_exhibits().values())
    rows = []
    for path in sorted(paths.NOTEBOOKS.glob("*.ipynb")):
        metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        rows.append((f"[{path.name}](notebooks/{path.name})", metadata.get("title", ""), counts[path.stem]))
    return _table(("Notebook", "Question", "Exhibits"), rows)


def packages_table() -> str:
    """Return where each package of the stack does its work, with the version of the lock."""
    lock = tomllib.loads((paths.ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {package["name"]: package.get("version", "") for package in lock["package"]}
    rows = [(name, locked[name], str(work), work.named_calls()) for name, work in works().items()]
    programs = [
        (name, locked.get(name, "1.9 or newer"), f"`{file}`", f"`{call}`") for name, (file, call) in CALLED.items()
    ]
    return _table(("Package", "Version", "Where it does its work", "What is called of it"), sorted(rows + programs))


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    cells = [[f"{value:,}" if isinstance(value, int) else str(value) for value in row] for row in rows]
    lines = [list(head), ["---"] * len(head), *cells]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


BLOCKS: dict[str, Callable[[], str]] = {
    "sources": sources_table, "data": data_table, "programs": programs_table, "packages": packages_table,
}  # fmt: skip


def write_readme(path: Path) -> None:
    """Bring the generated tables of a README up to date."""
    text = path.read_text(encoding="utf-8")
    filled = fill_readme(text)
    if filled != text:
        write_whole(path, filled)
