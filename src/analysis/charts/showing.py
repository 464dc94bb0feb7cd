"""Showing: one call in a notebook draws an exhibit in every language, saves it with its rows, and displays it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import polars as pl
from IPython.display import Image
from matplotlib.figure import Figure

from analysis.base import paths
from analysis.base.codebook import TABLES as CODEBOOK_TABLES
from analysis.base.errors import ProjectError, UnknownName
from analysis.base.shelf import shelf
from analysis.base.tables import to_table, write_csv
from analysis.base.themes import TABLES as SLICED
from analysis.base.themes import load_table, load_theme, slice_path, table_path
from analysis.charts.declarations import Declaration, declaration_of
from analysis.charts.drawn import Drawn
from analysis.charts.exhibits import files_of, folder_of, stem_of
from analysis.charts.formats import make_picture
from analysis.charts.grammar import Scene, looks_of
from analysis.charts.layout import draw_panels
from analysis.charts.naming import Names, issuers_of_bulletins
from analysis.charts.selecting import Tables, select_estimates, select_rows, select_table
from analysis.charts.style import WIDTH, chart_style
from analysis.charts.tabulating import to_csv, write_table
from analysis.reconciling.breaks import load_breaks
from analysis.words.catalogue import LANGS, Lang
from analysis.words.markdown import pipe_table

SHOWN_WIDTH = 720  # pixels
SHOWN = {
    "estimates": ["estimate_id", "value", "lower", "upper", "unit", "n", "warnings"],
    "conflicts": ["conflict_id", "period", "handled", "rule", "explanation_en"],
}


def show_exhibit(exhibit_id: str, tables: Tables | None = None) -> Image | pd.DataFrame:
    """Make an exhibit in all languages and save it with its rows; returns the first language's for the notebook.

    A figure is saved as svg, pdf, png and csv, a table as Markdown and csv. The tables of the pipeline are loaded
    unless they are given.
    """
    declaration = declaration_of(exhibit_id)
    show = _show_table if declaration.usual.form == "table" else _show_figure
    return show(declaration, tables or load_tables(declaration))


def show_theme(*themes: str, table: str) -> pd.DataFrame:
    """Return the estimates or the conflicts of themes, in the columns that a reader needs, for a notebook to show."""
    rows = getattr(load_theme(*themes), table)
    return _whole_cells(rows.select(SHOWN[table]).unique(SHOWN[table][0], keep="first").sort(SHOWN[table][0]))


def _whole_cells(table: pl.DataFrame) -> pd.DataFrame:
    """Let pandas show whole cells: tables were cut at fifty letters, but not in a notebook that was run twice."""
    pd.set_option("display.max_colwidth", None, "display.max_rows", 200, "display.float_format", _plain)
    return table.to_pandas()


def _plain(value: float) -> str:
    """Write a number in full: beside one of millions all others of its column read 1.232540e+02."""
    return f"{Decimal(f'{value:.6g}'):f}"


def _show_table(declaration: Declaration, tables: Tables) -> pd.DataFrame:
    """Write a table in all languages; its csv holds ids and numbers, the same columns as those of charts."""
    rows, folder = select_table(declaration, tables), folder_of(declaration.id)
    written = [write_table(declaration, rows, Names(declaration, lang, tables.labels)) for lang in LANGS]
    for lang, table in zip(LANGS, written, strict=True):
        (folder / f"{declaration.id}.{lang}.md").write_text(pipe_table(table, table.columns), encoding="utf-8")
    to_csv(rows, folder / f"{declaration.id}.csv")
    save_record(folder, declaration.id, len(rows), sorted({str(row["id"]) for row in rows if row.get("id")}))
    return _whole_cells(written[0])


def _show_figure(declaration: Declaration, tables: Tables) -> Image:
    """Draw a figure in all languages; the notebook shows the picture that was saved, and does not draw it again."""
    exhibit_id, rows = declaration.id, select_rows(declaration, tables)
    folder = folder_of(exhibit_id)
    with shelf(exhibit_id) as kept:
        for lang in LANGS:
            drawn_from = _drawn_from(declaration, rows, tables)
            made = kept.get(lambda lang=lang: _draw(declaration, rows, tables, lang), lang, *drawn_from)
            _save(made, folder / stem_of(exhibit_id, lang))
    write_csv(to_table(rows, Drawn), folder / f"{exhibit_id}.csv")
    save_record(folder, exhibit_id, len(rows), sorted({name for row in rows for name in row.id.split()}))
    return Image(filename=folder / f"{stem_of(exhibit_id, LANGS[0])}.png", width=SHOWN_WIDTH)


def _draw(
    declaration: Declaration, rows: Sequence[Drawn], tables: Tables, lang: Lang, width: float = WIDTH
) -> dict[str, bytes]:
    """Draw a figure in one language; return its files by their suffixes."""
    with chart_style():
        figure = draw_exhibit(declaration, rows, tables, lang, width)
        made = make_picture(figure, stem_of(declaration.id, lang))
        plt.close(figure)
    return made


def _save(made: Mapping[str, bytes], stem: Path) -> list[Path]:
    """Save a figure's files beside each other; return their paths."""
    paths_made = {stem.with_name(f"{stem.name}.{suffix}"): content for suffix, content in made.items()}
    for path, content in paths_made.items():
        path.write_bytes(content)
    return list(paths_made)


def _drawn_from(declaration: Declaration, rows: Sequence[Drawn], tables: Tables) -> Iterator[bytes | str]:
    """Yield all that a figure follows from besides code and declarations."""
    issuers = issuers_of_bulletins()
    yield repr([(row, tables.prints.get(row.id)) for row in rows])
    yield repr([sorted((name, issuers.get(name)) for name in row.bulletins.split()) for row in rows])
    yield repr(list(select_estimates(declaration, tables)))
    yield repr([(name, [row[f"label_{lang}"] for lang in LANGS]) for name, row in sorted(tables.labels.items())])
    yield from ((paths.CODEBOOK / f"{name}.csv").read_bytes() for name in (*CODEBOOK_TABLES, "breaks"))


def load_tables(declaration: Declaration) -> Tables:
    """Load the slices of an exhibit's themes and the whole tables that it names.

    Exhibits of the same tables share them for as long as no file of them changes: nine counts of one notebook each read
    all observations.
    """
    sliced = (slice_path(theme, name) for theme in declaration.themes for name in SLICED)
    known = (path.stat() for path in (*map(table_path, declaration.tables), *sliced) if path.exists())
    marks = tuple((one.st_size, one.st_ino, one.st_mtime_ns) for one in known)
    return _load(tuple(declaration.tables), tuple(declaration.themes), marks)


@lru_cache(maxsize=4)
def _load(names: tuple[str, ...], themes: tuple[str, ...], _marks: tuple[tuple[int, ...], ...]) -> Tables:
    tables = {name: load_table(name) for name in names}
    if themes:
        data = load_theme(*themes)
        tables = {name: getattr(data, name) for name in SLICED} | tables
    return Tables(tables)


def save_record(folder: Path, exhibit_id: str, rows: int, numbers: Sequence[str]) -> None:
    """Save what an exhibit shows and the digests of its files, which the pipeline and the citations read."""
    files = (folder / name for name in files_of(exhibit_id) if not name.endswith(".json"))
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    record = {"exhibit_id": exhibit_id, "numbers": list(numbers), "rows": rows, "sha256": digests}
    (folder / f"{exhibit_id}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def draw_for_column(exhibit_id: str, width: float, lang: Lang, folder: Path) -> list[Path]:
    """Draw a figure as wide as the column of a paper, in inches; return the files, which say their width."""
    try:
        declaration = declaration_of(exhibit_id)
    except UnknownName as error:
        raise ProjectError(f"{error} Figures of the report are drawn; reports/exhibits/README.md lists them.") from None
    if declaration.usual.form == "table":
        raise ProjectError(f"{exhibit_id} is a table, and only figures are drawn; its rows are in its csv.")
    if not folder.is_dir():
        raise ProjectError(f"--out {folder}: no such folder; make it first, or leave the option out.")
    tables = load_tables(declaration)
    made = _draw(declaration, select_rows(declaration, tables), tables, lang, width)
    return _save(made, folder / f"{stem_of(exhibit_id, lang)}.{width:g}in")


def draw_exhibit(
    declaration: Declaration, rows: Sequence[Drawn], tables: Tables, lang: Lang, width: float = WIDTH
) -> Figure:
    """Draw an exhibit in one language, within `style.chart_style`."""
    names = Names(declaration, lang, tables.labels, tables.prints)
    breaks = load_breaks(paths.CODEBOOK / "breaks.csv")
    estimates = {row.id: row for row in select_estimates(declaration, tables)}
    return draw_panels(Scene(declaration, names, rows, looks_of(declaration, rows), breaks, estimates, width=width))
