"""Errors that a user can mend are one sentence with the next step."""

from __future__ import annotations

import errno

import pytest

from analysis.base.errors import UnknownName, disk_fault, require_known


def test_an_unknown_name_offers_the_nearest_three_at_most():
    known = ["running_sites", "running_site", "running_cites", "runing_sites", "closed"]
    said = str(UnknownName("indicator", "runing_site", known, "breaks.csv, row 2"))
    assert said.startswith("breaks.csv, row 2: unknown indicator 'runing_site': did you mean r")
    assert said.count(" or ") == 2
    assert str(UnknownName("area", "xyz", ["CN"])) == "unknown area 'xyz': no known name comes near it."
    assert str(UnknownName("format", "odt", ["html", "pdf"])) == "unknown format 'odt': choose one of html, pdf."
    many = [f"name-{number}" for number in range(20)]
    assert str(UnknownName("area", "xyz", many)).endswith("no known name comes near it.")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full: make room and run again"),
        (OSError(errno.EFBIG, "File too large"), "raise the limit (ulimit -f)"),
        (RuntimeError("attempt to write a readonly database"), "a folder may not be written: allow it"),
    ],
)
def test_what_a_disk_says_comes_with_a_remedy(error, says):
    assert says in str(disk_fault(error))


def test_another_error_is_none_of_the_disk():
    assert disk_fault(ValueError("no figure")) is None


def test_the_first_unknown_of_several_names_is_named():
    require_known("area", ["CN", "CN-FJ"], {"CN", "CN-FJ"})
    with pytest.raises(UnknownName, match=r"codebook: unknown area 'CN-FX': did you mean CN-FJ"):
        require_known("area", ["CN", "CN-FX", "XX"], ["CN", "CN-FJ"], "codebook")
