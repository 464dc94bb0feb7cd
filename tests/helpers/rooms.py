"""Print the share of statements and of branches that the tests reach, room by room; exit 1 where one is under 85%."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

LEAST = 85
PARTS = {"statements": ("covered_lines", "num_statements"), "branches": ("covered_branches", "num_branches")}


def shares(report: dict[str, dict[str, dict[str, dict[str, int]]]]) -> dict[str, dict[str, float]]:
    """The shares of each room, in percent."""
    rooms: dict[str, Counter[str]] = {}
    for name, file in report["files"].items():
        room = Path(name.rpartition("analysis/")[2]).parts[0].removesuffix(".py")
        rooms.setdefault(room, Counter()).update(
            {part: file["summary"][part] for pair in PARTS.values() for part in pair}
        )
    return {
        room: {part: 100 * found[reached] / found[of] for part, (reached, of) in PARTS.items() if found[of]}
        for room, found in sorted(rooms.items())
        if found["num_statements"]
    }


if __name__ == "__main__":
    found = shares(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    for room, parts in found.items():
        low = [part for part, share in parts.items() if share < LEAST]
        told = "".join(f"  {part} {share:5.1f}%" for part, share in parts.items())
        print(f"{room:14}{told}{f'  under {LEAST}%: ' + ', '.join(low) if low else ''}")
    sys.exit(any(share < LEAST for parts in found.values() for share in parts.values()))
