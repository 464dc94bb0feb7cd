"""The table of CONTRIBUTING: what to touch to add a thing."""

from __future__ import annotations

import re

from analysis.base import paths


def table() -> dict[str, tuple[list[str], list[str]]]:
    """The paths of each row: where a thing is written, and where it is used."""
    text = (paths.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (an? [a-z ]+) \| (.*?) \| (.*?)\|$", text, flags=re.MULTILINE)
    return {what: (re.findall(r"`([^`]+)`", here), re.findall(r"`([^`]+)`", there)) for what, here, there in rows}


TABLE = table()
