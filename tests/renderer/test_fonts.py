"""A font that is missing or torn is one sentence; a page would else be printed with empty boxes."""

from __future__ import annotations

import shutil

import pytest

from analysis.base.errors import ProjectError
from analysis.renderer import fonts


@pytest.mark.parametrize("harm", ["missing", "torn", "none"])
def test_a_missing_or_torn_font_is_named(tmp_path, monkeypatch, harm):
    sans, serif = fonts.font_files()
    if harm == "torn":
        (tmp_path / serif.name).write_bytes(serif.read_bytes()[:100_000])
    elif harm == "none":
        (tmp_path / serif.name).write_bytes(b"no font")
    shutil.copy(sans, tmp_path)
    monkeypatch.setattr(fonts, "font_folder", lambda: tmp_path)
    with pytest.raises(ProjectError, match="a font is missing or torn; reinstall the package"):
        fonts.font_files.__wrapped__()
