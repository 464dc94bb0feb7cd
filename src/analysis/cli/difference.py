"""`bulletins diff` as text: what a reader of the report would ask first comes first."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.citing.versions import Change, Changes

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
