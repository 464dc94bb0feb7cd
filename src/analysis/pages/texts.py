"""Write what the pages of the report include: variables, generated pages, exhibits with their texts."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.charts.exhibits import include_of
from analysis.citing.cards import Records
from analysis.pages.checks_page import conflicts_page, identities_page, validation_page
from analysis.pages.generated import bulletins_page, cited_page, numbers_page, variables
from analysis.pages.methods_page import breaks_page, models_page, refusals_page, rules_page
from analysis.words.catalogue import LANGS

if TYPE_CHECKING:
    import polars as pl


def write_texts(tables: Mapping[str, pl.DataFrame], results: pl.DataFrame, drafts: Path, reports: Path) -> None:
    """Write `_variables.yml`, `_generated/` and `exhibits/` of a report.

    `tables` are published tables by name, `results` the outcome of the checks, `drafts` the charts as the notebooks
    left them, `reports` the folder of the Quarto project.
    """
    _write_variables(reports / "_variables.yml", tables["numbers"])
    _write_pages(reports, tables, results)
    _write_exhibits(reports / "exhibits", tables["exhibits"], drafts)


def _write_variables(path: Path, numbers: pl.DataFrame) -> None:
    lines = []
    for lang, values in variables(numbers).items():
        lines += [f"{lang}:", *(f"  {name}: {json.dumps(text, ensure_ascii=False)}" for name, text in values.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_pages(reports: Path, tables: Mapping[str, pl.DataFrame], results: pl.DataFrame) -> None:
    folder = reports / "_generated"
    folder.mkdir(parents=True, exist_ok=True)
    codebook = load_codebook()
    observations = tables["observations"]
    counts = Counter(observations["bulletin_id"].to_list())
    bulletins = [
        row for row in read_rows(paths.RAW / "bulletins.csv") if not paths.EDITION or row["bulletin_id"] in counts
    ]
    copies = read_rows(paths.RAW / "copies.csv")
    for lang in LANGS:
        listed = (tables["numbers"], observations, tables["estimates"], codebook, lang)
        report = paths.SOURCES / lang / "report.qmd"
        pages = {
            "numbers": numbers_page(*listed),
            "cited": cited_page(report.read_text(encoding="utf-8") if report.exists() else "", *listed),
            "bulletins": bulletins_page(bulletins, copies, counts, codebook, lang),
            "validation": validation_page(results, lang),
            "conflicts": conflicts_page(tables["conflicts"], tables["numbers"], lang),
            "rules": rules_page(lang),
            "breaks": breaks_page(read_rows(paths.CODEBOOK / "breaks.csv"), lang),
            "models": models_page(tables["estimates"], lang),
            "refusals": refusals_page(tables["estimates"], lang),
            "identities": identities_page(tables["identities"], lang),
        }
        for name, text in pages.items():
            (folder / f"{name}.{lang}.md").write_text(text, encoding="utf-8")
    records = Records()
    citations = [records.csl(row["bulletin_id"]) for row in bulletins]
    (folder / "bulletins.json").write_text(json.dumps(citations, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_exhibits(folder: Path, exhibits: pl.DataFrame, drafts: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = set()
    for row in exhibits.iter_rows(named=True):
        for name in row["files"].split():
            shutil.copyfile(drafts / name, folder / name)
            wanted.add(name)
        for lang in LANGS:
            include = folder / f"_{row['exhibit_id']}.{lang}.md"
            include.write_text(include_of(row, folder, lang), encoding="utf-8")
            wanted.add(include.name)
    for stale in {path for path in folder.iterdir() if path.name not in wanted}:
        stale.unlink()
