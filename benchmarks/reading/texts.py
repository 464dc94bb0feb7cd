"""Text to measure on: the project's own practice passages, and variants of them with other numbers."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

PRACTICE = Path(__file__).parents[2] / "tests" / "reading" / "practice.jsonl"
_DIGITS = re.compile(r"[0-9]{2,}")


def passages() -> list[str]:
    """Return the practice passages."""
    lines = PRACTICE.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def repeated(megabytes: float, seed: int = 1) -> str:
    """Return text of varied passages in random order, each many times."""
    rows, chosen, size = passages(), [], 0
    rng = random.Random(seed)
    while size < megabytes * 1e6:
        row = rng.choice(rows)
        chosen.append(row)
        size += len(row.encode()) + 1
    return "\n".join(chosen)


def unrepeated(megabytes: float, seed: int = 2) -> str:
    """Return the same text with other digits in each passage, so that no line is read twice."""
    rng = random.Random(seed)
    lines = repeated(megabytes, seed).split("\n")
    return "\n".join(_DIGITS.sub(lambda m: _other(m.group(), rng), line) for line in lines)


def _other(digits: str, rng: random.Random) -> str:
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return digits
    return str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in digits[1:])
