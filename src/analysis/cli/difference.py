"""`bulletins diff` as text: what a reader of the report would ask first comes first."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import polars as pl

from analysis.base import paths
from analysis.citing.side_by_side import Page, Picture, as_html, changed_pages, changed_pictures
from analysis.citing.versions import Change, Changes, Version, compare_versions, find_version

MOST = 20
_SECTIONS = (
    ("moved_estimates", "Estimates that moved"), ("new_estimates", "New estimates"),
    ("withdrawn_estimates", "Withdrawn estimates"), ("changed_numbers", "Changed numbers"),
    ("withdrawn_numbers", "Withdrawn numbers"), ("new_numbers", "New numbers"),
    ("reworded", "Numbers written otherwise, their values unchanged"), ("exhibits", "Exhibits"),
    ("conflicts", "Conflicts"),
)  # fmt: skip


def lines(changes: Changes, most: int = MOST) -> Iterator[str]:
    """Yield the lines of the report; at most `most` of a section, 0 for all."""
    if changes.bulletins:
        yield f"New bulletins: {len(changes.bulletins)}"
        yield from _some([f"  {name}" for name in changes.bulletins], most)
    for name, title in _SECTIONS:
        found: list[Change] = getattr(changes, name)
        if found:
            yield f"{title}: {len(found)}"
            yield from _some([line for change in found for line in _line(change, name)], most)
    if not any(getattr(changes, name) for name, _ in _SECTIONS):
        yield f"No number differs between {changes.old} and {changes.new}."


def _some(told: list[str], most: int) -> Iterator[str]:
    shown = told[:most] if most else told
    yield from shown
    if len(told) > len(shown):
        yield f"  ... and {len(told) - len(shown)} more lines (--all shows them)"


def _line(change: Change, section: str) -> Iterator[str]:
    if section in ("exhibits", "conflicts"):
        yield f"  {change.item_id}: {'new' if not change.old else 'withdrawn' if not change.new else 'text changed'}"
        return
    yield f"  {change.item_id}: {' → '.join(filter(None, (change.old, change.new)))}"
    if section == "moved_estimates":
        sources = "; ".join(f"{how}: {' '.join(names)}" for how, names in change.moved_by.items())
        yield f"    by {sources}" if sources else "    by no source: the model or the rules changed"
        for names, value in change.without.items():
            yield f"    without {names}: {value}"


def show_difference(old: str, new: str, lang: str, *, json: bool, everything: bool, html: str, quick: bool) -> None:
    """Compare two versions and print what differs, or write it as a page."""
    import json as form

    before, after = find_version(old), find_version(new)
    changes = compare_versions(old, new, lang)
    if not quick:
        changes = attributed(changes, after, progress())
    exhibits = sorted({row["exhibit_id"] for version in (before, after) for row in version.table("exhibits")})
    pages, pictures = list(changed_pages(before, after)), list(changed_pictures(before, after, exhibits))
    if html:
        Path(html).write_text(as_html(changes, pages, pictures), encoding="utf-8")
        print(f"{html}: {len(pages)} pages and {len(pictures)} exhibits side by side.")
        return
    if json:
        report = {
            "pages": {page.place: page.paragraphs for page in pages},
            "pictures": {one.exhibit_id: [one.rows_new, one.rows_gone] for one in pictures},
        }
        print(form.dumps(asdict(changes) | report, ensure_ascii=False, indent=2))
        return
    most = 0 if everything else MOST
    print("\n".join(lines(changes, most)))
    print("\n".join(_report_lines(pages, pictures, most)), end="")


def _report_lines(pages: list[Page], pictures: list[Picture], most: int) -> Iterator[str]:
    if pages:
        yield f"Pages of prose: {len(pages)}"
        yield from _some([f"  {page.place}: {page.paragraphs} paragraphs came or went" for page in pages], most)
    if pictures:
        yield f"Exhibits drawn otherwise: {len(pictures)}"
        told = [f"  {one.exhibit_id}: {one.rows_new} rows new, {one.rows_gone} gone" for one in pictures]
        yield from _some(told, most)
    if pages or pictures:
        yield "(side by side: --html FILE)\n"


def attributed(changes: Changes, new: Version, tell: Callable[[str], None]) -> Changes:
    """Return the changes with, for each moved estimate, the new statements that moved it."""
    fresh = [one.item_id for one in changes.new_numbers]
    stored = new.read("processed", "observations.parquet")
    if not fresh or not changes.moved_estimates or stored is None:
        return changes
    from analysis.base.codebook import load_codebook
    from analysis.questions.attribution import attribute
    from analysis.questions.material import Material
    from analysis.reconciling.breaks import load_breaks
    from analysis.reconciling.conflict_records import choices_of, load_conflict_records

    choices = choices_of(load_conflict_records(paths.RAW / "conflicts.yml"))
    material = Material((), (), load_codebook(), (), load_breaks(paths.CODEBOOK / "breaks.csv"), choices)
    observations, moved = pl.read_parquet(io.BytesIO(stored)), [one.item_id for one in changes.moved_estimates]
    without: dict[str, dict[str, str]] = {}
    for one in attribute(observations, material.gather, moved, fresh, tell=tell):
        value = "refused" if one.value is None else f"{one.value:.6g}"
        without.setdefault(one.estimate_id, {})[one.without] = value
    told = [replace(one, without=without.get(one.item_id, {})) for one in changes.moved_estimates]
    return replace(changes, moved_estimates=told)


def progress() -> Callable[[str], None]:
    """Return what shows how far the reruns are, where somebody looks on."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda said: print(f"\r{said:60}", end="", file=sys.stderr, flush=True)
