"""Folders of a few numbers, as versions that are compared."""

from __future__ import annotations

import csv
from pathlib import Path

COLUMNS = (
    "number_id kind value lower upper unit display_en display_zh interval_en interval_zh bulletin_id sources".split()
)


def number(name: str, value: str, kind: str = "observation", sources: str = "", **cells: str) -> dict[str, str]:
    row = dict.fromkeys(COLUMNS, "") | {
        "number_id": name, "kind": kind, "value": value, "lower": value, "upper": value, "unit": "percent",
        "display_en": f"{value}%", "display_zh": f"{value}%", "interval_en": f"{value}%", "sources": sources,
        "bulletin_id": name.partition("_")[0] if kind == "observation" else "",
    }  # fmt: skip
    return row | cells


def write(folder: Path, *rows: dict[str, str]) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "numbers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return str(folder)
