from __future__ import annotations

import json

import pytest

from analysis.base.errors import ProjectError
from analysis.citing.citations import csl_of_item, format_citation, load_project

RECORD = csl_of_item("gov-2017q2-running-all", "Sites in operation", load_project(), "number")


def test_the_styles_hold_the_record():
    assert json.loads(format_citation([RECORD], "csl-json")) == [RECORD]
    assert "{gov-2017q2-running-all,\n" in format_citation([RECORD], "bibtex")
    assert "Sites in Operation" in format_citation([RECORD], "text")


def test_an_unknown_style_is_named():
    with pytest.raises(ProjectError, match="unknown citation style 'mla'"):
        format_citation([RECORD], "mla")
