"""Where things are: the one place that knows the layout of the project."""

from __future__ import annotations

import os
from pathlib import Path


def find_root() -> Path:
    """Return the project's root: `BULLETINS_ROOT` where it is set, else the checkout that holds this package."""
    named = os.environ.get("BULLETINS_ROOT")
    return Path(named).resolve() if named else Path(__file__).resolve().parents[3]


ROOT = find_root()
# An edition (the report as it stood at the end of a year) is built beside the current one and touches none of it.
EDITION = os.environ.get("BULLETINS_EDITION", "")
RAW = ROOT / "data" / "raw"
CODEBOOK = RAW / "codebook"
# Texts and candidates of bulletins under review; running text, so never committed.
INCOMING = ROOT / "data" / "incoming"
EXPECTATIONS = ROOT / "expectations"
NOTEBOOKS = ROOT / "notebooks"
SOURCES = ROOT / "reports"
BUILD = ROOT / "bld" / "editions" / EDITION if EDITION else ROOT / "bld"
PROCESSED = BUILD / "processed" if EDITION else ROOT / "data" / "processed"
REPORTS = BUILD / "reports" if EDITION else SOURCES
EXHIBITS = REPORTS / "exhibits"
GENERATED = REPORTS / "_generated"
SITE = REPORTS / "_site"
# Where tables wait until they are checked, and where notebooks leave exhibits.
STAGE = BUILD / "tables"
DRAFTS = BUILD / "exhibits"
