"""Score the reader: on the passages of the tests, and on folders of labelled pages.


    python -m analysis.reading.accuracy FOLDER... [--faults]

prints a line for each folder of pages and labels (`analysis.reading.labelling` says how they are written). One that was
labelled before the reader ran measures what it is worth on pages that nobody has seen; once rules were mended on its
faults it measures nothing any more.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from analysis.base.errors import ProjectError
from analysis.base.paths import ROOT
from analysis.reading.figure import Figure
from analysis.reading.html import source_of
from analysis.reading.labelling import Label, find_place, fits, load_labels, page_of, unit_fits
from analysis.reading.reader import read_source, read_text
from analysis.reading.terms import Terms, load_terms

PRACTICE = ROOT / "tests" / "reading" / "practice.jsonl"
# Written from the vocabulary of the facts before the reader's terms were looked at.
BLIND = PRACTICE.with_name("practice_blind.jsonl")


def load_practice(path: Path = PRACTICE) -> list[dict[str, Any]]:
    """Return labelled passages: text, and the figures wanted with their places, comparator, value, unit, indicator."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(passages: list[dict[str, Any]]) -> dict[str, float]:
    """Return precision and recall of figures and, of the figures found, the shares of right fields.

    A hit is an overlapping span with an equal value, one to one.
    """
    tally: Counter[str] = Counter()
    terms = load_terms()
    for passage in passages:
        read = read_text(passage["text"], terms=terms)
        used: set[int] = set()
        wanted_figures = [figure for figure in passage["figures"] if figure.get("tier") != "optional"]
        used |= _optional_places(read, passage)
        for wanted in wanted_figures:
            tally["wanted"] += 1
            place = next((i for i, figure in enumerate(read) if i not in used and _is_hit(figure, wanted)), None)
            if place is None:
                continue
            used.add(place)
            tally["hits"] += 1
            tally["comparator"] += read[place].comparator == wanted["comparator"]
            tally["unit"] += unit_fits(read[place].unit, wanted["unit"])
            if wanted["indicator"]:
                tally["named"] += 1
                tally["indicator"] += read[place].indicator == wanted["indicator"]
        tally["false"] += len(read) - len(used)
    return {
        "passages": len(passages),
        "figures": tally["wanted"],
        "recall": tally["hits"] / tally["wanted"],
        "precision": tally["hits"] / (tally["hits"] + tally["false"]),
        "comparator": tally["comparator"] / tally["hits"],
        "unit": tally["unit"] / tally["hits"],
        "indicator": tally["indicator"] / tally["named"],
    }


def _optional_places(read: list[Figure], passage: dict[str, Any]) -> set[int]:
    """Return the places of figures that are neither required nor punished: durations, thresholds, list lengths."""
    optional = [figure for figure in passage["figures"] if figure.get("tier") == "optional"]
    return {
        place
        for place, figure in enumerate(read)
        for wanted in optional
        if figure.char_start < wanted["char_end"] and wanted["char_start"] < figure.char_end
    }


def _is_hit(figure: Figure, wanted: dict[str, Any]) -> bool:
    overlaps = figure.char_start < wanted["char_end"] and wanted["char_start"] < figure.char_end
    # The labels have the numeral as printed; a fall is below zero.
    return overlaps and abs(abs(figure.value) - abs(wanted["value"])) <= 1e-9 * max(1.0, abs(wanted["value"]))


class Judged(NamedTuple):
    """A labelled figure and what the reader made of it; either is None where the other stands alone."""

    label: Label | None
    figure: Figure | None

    @property
    def named(self) -> bool:
        """Whether the codebook has an indicator for the figure."""
        return self.label is not None and self.label.indicator not in ("-", "*")

    @property
    def given(self) -> bool:
        """Whether the reader gave it one."""
        return self.figure is not None and bool(self.figure.indicator)

    def faults(self) -> tuple[str, ...]:
        """Return the fields that are not as labelled; of a period the year counts here."""
        if self.label is None or self.figure is None:
            return ("found",)
        wrong = [] if unit_fits(self.figure.unit, self.label.unit) else ["unit"]
        fields = ("comparator", "indicator", *(("time_period", "area", "level") if self.named else ()))
        return (*wrong, *(f for f in fields if not fits(getattr(self.figure, f), getattr(self.label, f))))

    def has(self, field: str) -> bool:
        """Say whether a field is exactly one of the values labelled."""
        if self.label is None or self.figure is None:
            return False
        got, wanted = getattr(self.figure, field), getattr(self.label, field).split("/")
        return (got or "-") in wanted or "*" in wanted


def judge_folder(folder: Path, terms: Terms) -> list[Judged]:
    """Return each labelled figure of a folder with what was read, and each figure that was read for nothing."""
    labels = load_labels(folder)
    pages = dict.fromkeys(label.page for label in labels)
    return [one for page in pages for one in _judge_page(page_of(folder, page), page, labels, terms)]


def _judge_page(text: str, page: str, labels: list[Label], terms: Terms) -> Iterator[Judged]:
    read, at, used = list(read_source(source_of(text), terms)), 0, set()
    for label in (label for label in labels if label.page == page):
        place, at = find_place(label, text, at)
        found = next((figure for figure in read if figure.char_start <= place < figure.char_end), None)
        used.add(found)
        if label.comparator != "opt":
            yield Judged(label, found)
    yield from (Judged(None, figure) for figure in read if figure not in used)


def measure(judged: list[Judged]) -> dict[str, float]:
    """Return what the reader is worth on labelled figures: counts, and shares in percent.

    `whole`, `area`, `period` (as fine as the text says) and `level` are shares of the figures that the codebook has an
    indicator for, `wrong` is one of the indicators that were given.
    """
    wanted = [one for one in judged if one.label is not None]
    named, given = [one for one in wanted if one.named], [one for one in wanted if one.given]

    def share(right: int, of: list[Judged]) -> float:
        return round(100 * right / len(of), 1) if of else float("nan")

    return {
        "figures": len(wanted),
        "named": len(named),
        "found": share(sum(one.figure is not None for one in wanted), wanted),
        "comparator": share(sum(one.has("comparator") for one in wanted), wanted),
        "false": share(len(judged) - len(wanted), wanted),
        "whole": share(sum(not one.faults() for one in named), named),
        "given": len(given),
        "wrong": share(sum("indicator" in one.faults() for one in given), given),
        "area": share(sum(one.has("area") for one in named), named),
        "period": share(sum(one.has("time_period") for one in named), named),
        "level": share(sum(one.has("level") for one in named), named),
    }


def describe(one: Judged) -> str:
    """Return a line that says what of a figure is not as labelled, or nothing where all is."""
    if not (faults := one.faults()):
        return ""
    if one.label is None or one.figure is None:
        return f"not read: {one.label}" if one.figure is None else f"no figure: {one.figure.printed}"
    said = (f"{field} {getattr(one.figure, field) or '-'} for {getattr(one.label, field)}" for field in faults)
    return f"{one.label.page} {one.label.place}: {'; '.join(said)}"


def main(names: list[str]) -> None:
    """Print a line for each folder, with `--faults` one for each figure that is not as labelled, too."""
    terms, folders = load_terms(), [Path(name) for name in names if name != "--faults"]
    for folder in folders:
        judged = judge_folder(folder, terms)
        if "--faults" in names:
            sys.stdout.writelines(f"{line}\n" for one in judged if (line := describe(one)))
        told = " ".join(f"{name} {value:g}" for name, value in measure(judged).items())
        sys.stdout.write(f"{folder.name}: {told}\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m analysis.reading.accuracy FOLDER... [--faults]")
    try:
        main(sys.argv[1:])
    except ProjectError as error:
        sys.exit(str(error))
