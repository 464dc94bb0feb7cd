from __future__ import annotations

from pathlib import Path

import pytest

from analysis.renderer.site import render
from helpers.sample_report import write_sample


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample report, rendered once to every format by the built-in front end."""
    folder = tmp_path_factory.mktemp("site")
    render(write_sample(folder), folder / "out", to=("html", "pdf", "docx"), front_end="built-in")
    return folder / "out"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A sample report of its own for a test that changes it."""
    return write_sample(tmp_path)
