"""Where things are: the one place that knows the layout of the project."""

from __future__ import annotations

import os
from pathlib import Path


def find_root() -> Path:
    """Return the project's root: `BULLETINS_ROOT` where it is set, else the checkout that holds this package."""
    named = os.environ.get("BULLETINS_ROOT")
    return Path(named).resolve() if named else Path(__file__).resolve().parents[2]


ROOT = find_root()
RAW = ROOT / "data" / "raw"
CODEBOOK = RAW / "codebook"
PROCESSED = ROOT / "data" / "processed"
EXPECTATIONS = ROOT / "expectations"
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
EXHIBITS = REPORTS / "exhibits"
GENERATED = REPORTS / "_generated"
BUILD = ROOT / "bld"
