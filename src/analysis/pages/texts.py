"""Write what the pages of the report include: variables, generated pages, exhibits with their texts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.files import MANIFEST, write_manifest, write_whole
from analysis.citing.citations import years_covered
from analysis.citing.records import Records
from analysis.pages.bulletins_page import bulletins_page
from analysis.pages.changes_page import changes_page
from analysis.pages.checks_page import conflicts_page, identities_page, slips_section, validation_page
from analysis.pages.cite_page import cite_page, dataset_page
from analysis.pages.csvw import METADATA, describe_files
from analysis.pages.includes import include_of
from analysis.pages.methods_page import breaks_page, models_page, refusals_page, rules_page
from analysis.pages.numbers_page import Listed, cited_numbers, cited_page, numbers_page, variables
from analysis.words.catalogue import LANGS, Lang, say

# What `make mutations` found, by kind of slip.
SLIPS = paths.EXPECTATIONS / "mutations.csv"
_INCLUDE = re.compile(r"_(?:fig|tbl)-[a-z0-9-]+\.\w+\.md")
Tables = Mapping[str, "pl.DataFrame"]
EXHIBITS_HEAD = f"""# Figures and tables of the report

Each is made by one notebook and comes with its data; `bulletins show ID` lists the numbers in it. Vector charts (svg),
data (csv) and records (json: numbers shown, digests of the files) are committed; `bulletins run` makes the pdf and png,
whose digests stand in [MANIFEST.sha256](MANIFEST.sha256). [csv-metadata.json](csv-metadata.json) describes the data for
programs (CSV on the Web): columns, sources, citation. Files of other languages than English carry the language in
their names: {", ".join(f"`.{lang}`" for lang in LANGS[1:])}.

| Exhibit | Title | Notebook | Committed files |
| --- | --- | --- | --- |
"""


def write_texts(tables: Tables, results: pl.DataFrame, prose: Iterable[Path], drafts: Path, reports: Path) -> None:
    """Write `_variables.yml`, `_generated/` and `exhibits/` of a report.

    `tables` are published tables by name, `results` the outcome of the checks, `prose` the pages as written, `drafts`
    the charts as the notebooks left them, `reports` the folder of the Quarto project.
    """
    _write_variables(reports / "_variables.yml", tables["numbers"], prose)
    write_pages(reports / "_generated", tables, results)
    _write_exhibits(reports / "exhibits", tables["exhibits"], drafts)


def _write_variables(path: Path, numbers: pl.DataFrame, prose: Iterable[Path]) -> None:
    pages = {page: page.read_text(encoding="utf-8") for page in prose}
    values = {"years": _years()} | variables(numbers, pages, partly=bool(paths.EDITION))
    lines = []
    for group, texts in values.items():
        lines += [f"{group}:", *(f"  {name}: {json.dumps(text, ensure_ascii=False)}" for name, text in texts.items())]
    write_whole(path, "\n".join(lines) + "\n")


def _years() -> dict[str, str]:
    """Return the years that the report covers, by language; an edition ends with its own."""
    first, last = years_covered()
    last = min(last, int(paths.EDITION or last))
    return {lang: say("years", lang, first=str(first), last=str(last)) for lang in LANGS}


def write_pages(folder: Path, tables: Tables, results: pl.DataFrame) -> None:
    """Write the generated pages of all languages, and the bibliography of bulletins."""
    listed = Listed(tables["numbers"], tables["observations"], tables["estimates"], load_codebook())
    counts = Counter(tables["observations"]["bulletin_id"].to_list())
    bulletins = [b for b in read_rows(paths.RAW / "bulletins.csv") if not paths.EDITION or b["bulletin_id"] in counts]
    doubted = " ".join(tables["conflicts"]["observations"]).split()  # the report names them in its list of conflicts
    for lang in LANGS:
        pages = _lists(listed, bulletins, counts, lang) | _findings(tables, results, lang)
        pages["cited"] = cited_page([*_named_in_report(lang), *doubted], listed, lang)
        for name, text in pages.items():
            write_whole(folder / f"{name}.{lang}.md", text)
    _write_citations(folder / "bulletins.json", bulletins)


def _lists(listed: Listed, bulletins: list[dict[str, str]], counts: Counter[str], lang: Lang) -> dict[str, str]:
    copies = read_rows(paths.RAW / "copies.csv")
    return {
        "numbers": numbers_page(listed, lang),
        "bulletins": bulletins_page(bulletins, copies, counts, listed.codebook, lang),
    }


def _named_in_report(lang: Lang) -> list[str]:
    report = paths.REPORTS / lang / "report.qmd"
    return cited_numbers(report.read_text(encoding="utf-8")) if report.exists() else []


def _findings(tables: Tables, results: pl.DataFrame, lang: Lang) -> dict[str, str]:
    return {
        "validation": validation_page(results, lang) + "\n" + slips_section(read_rows(SLIPS), lang),
        "conflicts": conflicts_page(tables["conflicts"], tables["numbers"], lang),
        "rules": rules_page(lang),
        "breaks": breaks_page([row for row in read_rows(paths.CODEBOOK / "breaks.csv") if _known(row["date"])], lang),
        "models": models_page(tables["estimates"], lang),
        "refusals": refusals_page(tables["estimates"], lang),
        "identities": identities_page(tables["identities"], lang),
        "changes": changes_page(tables, lang),
        "cite": cite_page(lang),
        "dataset": dataset_page(lang),
    }


def _known(day: str) -> bool:
    return not paths.EDITION or day[:4] <= paths.EDITION


def _write_citations(path: Path, bulletins: Iterable[Mapping[str, str]]) -> None:
    records = Records()
    citations = [records.csl(row["bulletin_id"]) for row in bulletins]
    write_whole(path, json.dumps(citations, ensure_ascii=False, indent=1) + "\n")


def _write_exhibits(folder: Path, exhibits: pl.DataFrame, drafts: Path) -> None:
    wanted = set()
    for row in exhibits.iter_rows(named=True):
        for name in row["files"].split():
            write_whole(folder / name, (drafts / name).read_bytes())
            wanted.add(name)
        for lang in LANGS:
            include = folder / f"_{row['exhibit_id']}.{lang}.md"
            write_whole(include, include_of(row, folder, lang))
            wanted.add(include.name)
    write_whole(folder / METADATA, describe_files(exhibits, folder))
    wanted.add(METADATA)
    stale = _made_before(folder) - wanted
    write_manifest(folder / MANIFEST, [folder / name for name in wanted if not name.startswith("_")])
    write_whole(folder / "README.md", _list_of(exhibits))
    for name in stale:
        (folder / name).unlink(missing_ok=True)


def _made_before(folder: Path) -> set[str]:
    """Return what earlier runs made: the files of their checksums, and includes; a file of somebody's own stays."""
    listed = (folder / MANIFEST).read_text(encoding="utf-8") if (folder / MANIFEST).exists() else ""
    includes = {path.name for path in folder.glob("_*.md") if _INCLUDE.fullmatch(path.name)}
    return includes | {name for line in listed.splitlines() if (name := line.partition("  ")[2]) == Path(name).name}


def _list_of(exhibits: pl.DataFrame) -> str:
    """Return the README of the folder of exhibits."""
    return EXHIBITS_HEAD + "".join(map(_line_of, exhibits.sort("exhibit_id").iter_rows(named=True)))


def _line_of(row: dict[str, str]) -> str:
    name, notebook = row["exhibit_id"], row["notebook"]
    files = (file for file in row["files"].split() if file.endswith((".svg", ".csv", ".json")))
    links = " ".join(f"[{file.removeprefix(name).lstrip('.')}]({file})" for file in files)
    return f"| `{name}` | {row[f'title_{LANGS[0]}']} | [{notebook}](../../{notebook}) | {links} |\n"
