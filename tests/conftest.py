"""Shared fixtures: the project's own tables, and where the optional bulletin texts lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analysis.base import paths


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of bulletin texts, which are not part of the project; tests that need them are skipped without."""
    folder = Path(os.environ.get("BULLETINS_TEXTS", paths.ROOT.parent / "shared" / "bulletins"))
    if not folder.is_dir():
        pytest.skip("the bulletin texts are not here (they are no part of the project); set BULLETINS_TEXTS")
    return folder
