from __future__ import annotations

import pytest

from analysis.adding.register import Register
from analysis.base import paths
from analysis.cli import adding
from helpers.notice import candidates, found, notice, register, session, terms, text

__all__ = ["candidates", "found", "notice", "register", "session", "terms", "text"]


@pytest.fixture
def here(register, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "INCOMING", tmp_path / "incoming")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(adding, "the_register", lambda: Register(register.raw))
    return register
