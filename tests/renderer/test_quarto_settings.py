"""Settings that stopped Quarto 1.9 and 1.10 at their first page, found by running it; checked here without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

REPORTS = Path(__file__).parents[2] / "reports"


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return YAML(typ="safe").load((REPORTS / "_quarto.yml").read_text(encoding="utf-8"))


def test_a_json_bibliography_is_not_read_as_pandocs_own_format(settings: dict[str, Any]) -> None:
    formats = settings["format"]
    assert not any(choice.get("google-scholar") for choice in formats.values())
    assert formats["typst"]["citeproc"], "typst looks for the bibliography in a folder where it is not"


def test_no_setting_is_rebased_as_a_path(settings: dict[str, Any]) -> None:
    folders = {path.name for path in REPORTS.iterdir() if path.is_dir()}
    assert settings.get("lang") not in folders, "Quarto rebases the language 'en' beside a folder of that name"
