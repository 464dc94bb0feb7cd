"""Labelled pages to rows of `tests/reading/labelled.csv`: what each figure rests on, and whether it is right.


    python -m analysis.reading.labelling FOLDER LOOK

FOLDER holds pages (`01.txt`) and `labels.txt`, one figure a line, its fields parted by bars:
`01|公众号~511个|eq|count:account|2023-Q1|government_wechat_accounts|CN-JS|all` is the figure 511 behind 公众号 on
page 01, with its comparator, unit, period, indicator, area and level. A slash parts values that are all right, `-` is
an empty field, `*` anything, `opt` as comparator a figure that is neither wanted nor wrong, `¦` a bar and `\\n` a line
end of the page. Label before the reader runs. LOOK is the number of the first look at these pages; its rows in the
table are replaced. No text of a page goes into the table.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.base.errors import ProjectError
from analysis.reading.confidence import LABELLED, UNSEEN
from analysis.reading.figure import Figure, Mark
from analysis.reading.html import source_of
from analysis.reading.reader import read_marked
from analysis.reading.terms import Terms, load_terms
from analysis.reading.wording import Around

Row = tuple[str, str, float, float, int, int, str, str, str]


class Label(NamedTuple):
    """A figure of a page as its label has it."""

    page: str
    place: str
    comparator: str
    unit: str
    time_period: str
    indicator: str
    area: str
    level: str


def load_labels(folder: Path) -> list[Label]:
    """Return the labels of a folder of pages."""
    path = folder / "labels.txt"
    if not path.is_file():
        raise ProjectError(f"{path} is missing: `bulletins review` writes it beside the texts that were decided.")
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    found = [(number, line.split("|")) for number, line in lines if line.strip()]
    for number, parts in found:
        if len(parts) != len(Label._fields):
            raise ProjectError(
                f"{path}, line {number}: {len(parts)} fields, and a label has {' | '.join(Label._fields)}."
            )
    return [Label(*parts) for _, parts in found]


class Example(NamedTuple):
    """A figure that a person has read: what stands around it, and the indicators that are right (`-` is none)."""

    around: Around
    right: tuple[str, ...]


def page_of(folder: Path, page: str) -> str:
    """Return the text of a page of a folder."""
    if not (files := sorted(folder.glob(f"{page}.*"))):
        raise ProjectError(f"{folder / 'labels.txt'}: no file of the folder is the page '{page}'.")
    return files[0].read_text(encoding="utf-8")


def rows_of(folder: Path, name: str, terms: Terms) -> Iterator[Row]:
    """Yield a row for each labelled figure of a folder that the reader finds."""
    return (_row(name, *pair) for pair in _pairs(folder, terms))


def examples_of(folder: Path, terms: Terms) -> Iterator[Example]:
    """Yield each labelled figure of a folder that the reader finds, with what stands around it."""
    return (Example(mark.around, tuple(label.indicator.split("/"))) for _, mark, label in _pairs(folder, terms))


def _pairs(folder: Path, terms: Terms) -> Iterator[tuple[Figure, Mark, Label]]:
    labels = load_labels(folder)
    for page in dict.fromkeys(label.page for label in labels):
        text = page_of(folder, page)
        read = list(read_marked(source_of(text), terms))
        at = 0
        for label in (label for label in labels if label.page == page):
            place, at = find_place(label, text, at)
            found = next(((f, m) for f, m in read if f.char_start <= place < f.char_end), None)
            if found and label.comparator != "opt" and label.indicator != "*":
                yield *found, label


def find_place(label: Label, text: str, at: int) -> tuple[int, int]:
    """Return where a label's figure starts, searched for from a place on, and where to go on."""
    before, _, printed = label.place.replace("¦", "|").replace("\\n", "\n").partition("~")
    start = text.find(before + printed, at)
    start = text.find(before + printed) if start < 0 else start
    if start < 0:
        return -1, at
    return start + len(before), start + len(before)


def _row(name: str, figure: Figure, mark: Mark, label: Label) -> Row:
    right = all(
        fits(getattr(figure, field), getattr(label, field))
        for field in ("comparator", "indicator", *(("time_period", "area", "level") if figure.indicator else ()))
    )
    rules = ";".join(rule for rule in mark.rules.values() if rule)
    whole = right and unit_fits(figure.unit, label.unit)
    found = figure.indicator or mark.struck
    judged = str(int(fits(found, label.indicator))) if found else ""
    measures = round(mark.score, 2), round(mark.margin, 2), int(bool(figure.indicator)), int(whole), judged
    return name, rules, *measures, _said(mark.wording) if found else "", _said(mark.nothing)


def _said(wording: float | None) -> str:
    return UNSEEN if wording is None else str(wording)


def fits(got: str, wanted: str) -> bool:
    """Say whether a field holds one of the values wanted; of periods the year must be right."""
    choices = wanted.split("/")
    return "*" in choices or got in choices or (not got and "-" in choices) or (
        got[:4].isdigit() and got[:4] in [choice[:4] for choice in choices]
    )  # fmt: skip


def unit_fits(got: str, wanted: str) -> bool:
    """Say whether a unit is one of those wanted; a general count is right for a count of anything."""
    counts = {got, *wanted.split("/")}
    return fits(got, wanted) or ("count" in counts and all(unit.startswith("count") for unit in counts))


def main(folder: Path, name: str) -> None:
    """Put the rows of a folder in place of those of its look, which is a number: the latest ones weigh most."""
    if not name.isdecimal():
        raise ProjectError(f"LOOK is {name!r}: give the number of the look, one more than the last of {LABELLED.name}.")
    with LABELLED.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    fresh = [[str(cell) for cell in row] for row in rows_of(folder, name, load_terms())]
    with LABELLED.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        rows = [row for row in rows if row[0] != name] + fresh
        writer.writerows([head, *sorted(rows, key=lambda row: int(row[0]))])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m analysis.reading.labelling FOLDER LOOK")
    try:
        main(Path(sys.argv[1]), sys.argv[2])
    except ProjectError as error:
        sys.exit(str(error))
