"""The page to explore the record: its data as one script, its words, and the files that it loads.

The data are a script, not JSON, so that the page also works where it is opened from disk.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.base import paths
from analysis.base.codebook import Table, load_codebook
from analysis.base.files import write_whole
from analysis.base.periods import decimal_year, parse_period
from analysis.citing.citations import csl_of_project
from analysis.citing.records import Records
from analysis.pages.markdown import load_template, permanent
from analysis.reconciling.breaks import load_breaks
from analysis.words.catalogue import LANGS, Lang, keys, say

if TYPE_CHECKING:
    import polars as pl

Row = Mapping[str, Any]
ASSETS = Path(__file__).parent / "assets" / "explore"
FILES = tuple(sorted(path.name for path in ASSETS.iterdir()))
DATA = tuple(f"data.{lang}.js" for lang in LANGS)
WHOLE = ("observations.csv", "observations.parquet")
ARCHIVE = "china-government-web-bulletins.zip"  # all tables, and the data of all exhibits
_PREFIX = "explore-"


class Terms:
    """Codes in the order in which rows first use them; a row holds the place of its code, -1 for none."""

    def __init__(self, label: Callable[[str], str] = str) -> None:
        self.label = label
        self.places: dict[str, int] = {}

    def place(self, code: str) -> int:
        """Return the place of a code."""
        return self.places.setdefault(code, len(self.places)) if code else -1

    def listed(self) -> list[list[Any]]:
        """Return each code with its label."""
        return [[code, self.label(code)] for code in self.places]


@dataclass(frozen=True)
class Standing:
    """Where an observation stands: the segment of its series, whether another was preferred to it, its conflict."""

    lines: Mapping[str, str]
    beside: frozenset[str]
    conflicts: Mapping[str, str]


def write_explore(tables: Mapping[str, pl.DataFrame], published: Path, folder: Path, generated: Path) -> None:
    """Write the page's data, its libraries and the whole table beside it, and its include in each language."""
    for path in (*(ASSETS / name for name in FILES), *(published / name for name in WHOLE)):
        write_whole(folder / path.name, path.read_bytes())
    for lang, name in zip(LANGS, DATA, strict=True):
        data = json.dumps(record(tables, lang), ensure_ascii=False, separators=(",", ":"))
        write_whole(folder / name, f"window.RECORD={data};\n")
        write_whole(generated / f"explore.{lang}.md", explore_page(tables["observations"], lang))


def explore_page(observations: pl.DataFrame, lang: Lang) -> str:
    """Return the include: what there is by theme and year, which its script fills with more once something is asked.

    The record and the library of charts weigh nearly a megabyte, so the first view is without both.
    """
    words = {key.removeprefix(_PREFIX): say(key, lang) for key in keys(lang) if key.startswith(_PREFIX)}
    book, counts = load_codebook(), Counter[tuple[str, int]]()
    for indicator, period in observations.select("indicator", "time_period").iter_rows():
        counts[book.indicators[indicator].theme, int(period[:4])] += 1
    labels = {theme: book.themes.label(theme, lang) for theme, _ in counts}
    most, known = max(counts.values()), [year for _, year in counts]
    return load_template("explore.md").render(
        words=words, said=json.dumps(words, ensure_ascii=False, sort_keys=True), record=DATA[LANGS.index(lang)],
        years=range(min(known), max(known) + 1), themes=dict(sorted(labels.items(), key=itemgetter(1))),
        counts=counts, share=lambda count: f"{math.sqrt(count / most) * 70:.0f}", files=(*WHOLE, ARCHIVE), lang=lang,
        permanent=permanent,
    )  # fmt: skip


def record(tables: Mapping[str, pl.DataFrame], lang: Lang) -> dict[str, Any]:
    """Return the record in columns, in one language: terms, rows, bulletins, breaks, conflicts, the project to cite."""
    terms, records = _terms(lang), Records()
    standing, displays = _standing(tables), dict(tables["numbers"].select("number_id", f"display_{lang}").iter_rows())
    rows = [
        _cells(row, terms, standing) | {"shown": displays[row["observation_id"]]}
        for row in tables["observations"].iter_rows(named=True)
    ]
    issuers = terms["issuers"]
    bulletins = [_bulletin(records, name, issuers, lang) for name in terms["bulletins"].places]
    return {
        "columns": {name: [row[name] for row in rows] for name in rows[0]} if rows else {},
        "bulletins": bulletins,
        "terms": {name: one.listed() for name, one in terms.items() if name != "bulletins"},
        "themes": {name: entry.theme for name, entry in records.codebook.indicators.items()},
        "breaks": list(_breaks(lang)),
        "project": csl_of_project(),
    }


def _terms(lang: Lang) -> dict[str, Terms]:
    book = load_codebook()
    tables: dict[str, Table] = {
        name: getattr(book, name) for name in ("indicators", "areas", "levels", "methods", "units")
    }
    tables |= {"entities": book.entities, "issuers": book.issuers, "themes": book.themes}
    terms = {
        name: Terms(lambda code, table=table: table.label(code, lang) if code in table else code)
        for name, table in tables.items()
    }
    for theme in book.themes:
        terms["themes"].place(theme)
    kept = {name: Terms() for name in ("periods", "segments", "conflicts", "bulletins")}
    said = {f"{kind}s": Terms(lambda code, kind=kind: say(f"{kind}-{code}", lang)) for kind in ("page", "confidence")}
    return terms | kept | said


def _cells(row: Row, terms: Mapping[str, Terms], standing: Standing) -> dict[str, Any]:
    name, point = row["observation_id"], row["lower"] == row["upper"]
    first = decimal_year(row["period_start"])
    return {
        "id": name, "t": round((first + decimal_year(row["period_end"])) / 2, 3),
        "value": row["value"], "lower": None if point else row["lower"], "upper": None if point else row["upper"],
        "exact": int(row["comparator"] == "eq"), "beside": int(name in standing.beside),
        "derived": int(not row["statement_id"]),
        # The ends that belong to the bounds: 1 the lower, 2 the upper one.
        "closed": row["lower_closed"] + 2 * row["upper_closed"],
        **{one: terms[many].place(row[column]) for one, (many, column) in _CODED.items()},
        # -1 for no series, 0 for one without segments: the rest of a series' id follows from the row.
        "line": 1 + terms["segments"].place(standing.lines[name]) if name in standing.lines else -1,
        "conflict": terms["conflicts"].place(standing.conflicts.get(name, "")),
    }  # fmt: skip


_CODED = {
    "indicator": ("indicators", "indicator"), "area": ("areas", "area"), "level": ("levels", "level"),
    "method": ("methods", "method"), "entity": ("entities", "entity"), "period": ("periods", "time_period"),
    "unit": ("units", "unit"), "bulletin": ("bulletins", "bulletin_id"), "page": ("pages", "page_kind"),
    "confidence": ("confidences", "confidence"),
}  # fmt: skip


def _standing(tables: Mapping[str, pl.DataFrame]) -> Standing:
    lines: dict[str, str] = {}
    beside: set[str] = set()
    for row in tables["series"].iter_rows(named=True):
        beside |= set(row["alternatives"].split())
        lines |= dict.fromkeys([*row["alternatives"].split(), *row["observations"].split()], row["segment"])
    disputed = tables["conflicts"].filter(tables["conflicts"]["handled"].is_in(["conflict", "chosen"]))
    conflicts = {n: row["conflict_id"] for row in disputed.iter_rows(named=True) for n in row["observations"].split()}
    return Standing(lines, frozenset(beside), conflicts)


def _bulletin(records: Records, name: str, issuers: Terms, lang: Lang) -> list[Any]:
    """Return the id, date, issuer and language of a bulletin, its document number, official address and title."""
    row, cited = records.bulletins[name], records.csl(name, lang)
    issuer = issuers.place(row["issuer"])
    return [
        name,
        row["published"],
        issuer,
        row["language"],
        cited.get("number", ""),
        cited.get("URL", ""),
        cited["title"],
    ]


def _breaks(lang: Lang) -> Iterable[dict[str, Any]]:
    for one in load_breaks(paths.CODEBOOK / "breaks.csv"):
        if one.kind != "exclude" and (not paths.EDITION or one.date[:4] <= paths.EDITION):
            scope = {name: sorted(getattr(one, name)) for name in ("indicator", "area", "level", "method")}
            yield {**scope, "t": round(decimal_year(parse_period(one.date).first), 3), "label": one.label[lang]}
