"""The versions of the libraries that a step uses, with all that these need."""

from __future__ import annotations

import sys
from functools import cache
from importlib import metadata

import pytest

from analysis.base import shelf
from analysis.pipeline import libraries


@pytest.fixture(autouse=True)
def anew(monkeypatch):
    """Nothing was found out before."""
    monkeypatch.setattr(libraries, "_known", cache(libraries._known.__wrapped__))


def test_a_module_counts_with_its_distribution_and_what_that_needs():
    found = libraries.versions_of(["docx"])
    assert found["python-docx"] == metadata.version("python-docx")
    assert "lxml" in found
    assert found["python"] == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert "pytest" not in found
    assert list(found) == sorted(found)


def test_a_library_that_is_not_there_is_absent():
    assert libraries.versions_of(["nosuchlibrary"])["nosuchlibrary"] == "absent"


def test_a_name_counts_however_it_is_spelt():
    found = libraries.versions_of(["docx", "typing_extensions"])
    assert found["typing-extensions"] == metadata.version("typing_extensions")
    assert all(version != "absent" for version in found.values())


def test_what_was_found_out_is_kept_until_something_else_is_installed(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    monkeypatch.setattr(shelf, "RUNNING", True)
    first = libraries.versions_of(["docx"])
    monkeypatch.setattr(libraries, "_find_out", lambda: libraries.Libraries({}, {"docx": "9"}, {}))
    libraries._known.cache_clear()
    assert libraries.versions_of(["docx"]) == first
    monkeypatch.setattr(libraries, "installed", lambda: ["docx-9.dist-info"])
    libraries._known.cache_clear()
    assert libraries.versions_of(["docx"])["docx"] == "9"
