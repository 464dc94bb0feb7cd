"""Print the share of lines and branches that the tests reach, room by room; exit 1 where one is under 85%."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

LEAST = 85
PARTS = ("covered_lines", "num_statements", "covered_branches", "num_branches")


def shares(report: dict[str, dict[str, dict[str, dict[str, int]]]]) -> dict[str, float]:
    """The share of statements and branches of each room, in percent."""
    rooms: dict[str, Counter[str]] = {}
    for name, file in report["files"].items():
        room = Path(name.rpartition("analysis/")[2]).parts[0].removesuffix(".py")
        rooms.setdefault(room, Counter()).update({part: file["summary"][part] for part in PARTS})
    return {
        room: 100 * (n["covered_lines"] + n["covered_branches"]) / max(1, n["num_statements"] + n["num_branches"])
        for room, n in sorted(rooms.items())
    }


if __name__ == "__main__":
    found = shares(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    for room, share in found.items():
        print(f"{room:14} {share:5.1f}%{'' if share >= LEAST else f'  under {LEAST}%'}")
    sys.exit(any(share < LEAST for share in found.values()))
