"""What a review decided, as labelled text for the reader: what was rejected or corrected once went nowhere.

The texts lie in `data/incoming/labelled/`, which is not committed; `python -m analysis.reading.labelling` turns them
into rows without text, by which the reader's confidence is fitted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from analysis.adding.decisions import Standing
from analysis.adding.doubts import figure_of
from analysis.adding.register import Register
from analysis.reading.labelling import Label

_BEFORE = 8


def save_labels(folder: Path, name: str, text: str, found: Mapping[int, Standing], register: Register) -> None:
    """Write the text of a review and its labels in place of those of an earlier one."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    path = folder / "labels.txt"
    others = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    own = [_label(name, text, one, register) for one in found.values() if one.verdict in ("accept", "reject")]
    kept = [line for line in others if not line.startswith(f"{name}|")]
    path.write_text("".join(f"{line}\n" for line in [*kept, *("|".join(label) for label in own)]), encoding="utf-8")


def _label(name: str, text: str, one: Standing, register: Register) -> Label:
    """Return the label of a decided figure; of a rejected one all that is known is that it has no indicator."""
    start, end = one.candidate.start, one.candidate.end
    if digit := re.search(r"\d", text[start:end]):  # the reader's figure begins behind its cue
        start += digit.start()
    before = text[max(0, start - _BEFORE) : start].rpartition("~")[2]
    place = f"{before}~{text[start:end]}".replace("|", "¦").replace("\n", "\\n")
    if one.verdict == "reject":
        return Label(name, place, "*", "*", "*", "-", "*", "*")
    row, figure = one.row, figure_of(one.row, register)
    return Label(
        name, place, figure.comparator, figure.unit, row["time_period"], row["indicator"], row["area"], row["level"]
    )
