"""The versions of the libraries that a step uses, with all that these need."""

from __future__ import annotations

import json
import sys
from importlib import metadata

import pytest

from analysis.pipeline import libraries


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Where it is kept what was found out; nothing is there yet."""
    monkeypatch.setattr(libraries, "KEPT", tmp_path / "bld" / "libraries.json")
    libraries._known.cache_clear()
    yield libraries.KEPT
    libraries._known.cache_clear()


def test_a_module_counts_with_its_distribution_and_what_that_needs(kept):
    found = libraries.versions_of(["docx"])
    assert found["python-docx"] == metadata.version("python-docx")
    assert "lxml" in found
    assert found["python"] == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert "pytest" not in found
    assert list(found) == sorted(found)


def test_a_library_that_is_not_there_is_absent(kept):
    assert libraries.versions_of(["nosuchlibrary"])["nosuchlibrary"] == "absent"


@pytest.mark.parametrize("torn", ["{", "[]", '{"held by": {}}'])
def test_what_was_found_out_is_kept_and_a_torn_record_is_made_anew(kept, torn):
    kept.parent.mkdir()
    kept.write_text(torn, encoding="utf-8")
    first = libraries.versions_of(["docx"])
    needs = json.loads(kept.read_text(encoding="utf-8"))["needs"]
    assert "lxml" in needs[f"python-docx {first['python-docx']}"]
    written = kept.stat().st_mtime_ns
    libraries._known.cache_clear()
    assert libraries.versions_of(["docx"]) == first
    assert kept.stat().st_mtime_ns == written
