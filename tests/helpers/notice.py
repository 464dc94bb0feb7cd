"""A made-up notice of a province, and raw tables that a test may change."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from analysis.adding import doubts
from analysis.adding.candidates import Candidate, Incoming, candidates_of, save_incoming
from analysis.adding.inserting import insert_rows
from analysis.adding.proposal import Proposal, bulletin_row, copy_row, propose
from analysis.adding.register import Register
from analysis.adding.session import Session
from analysis.adding.text import Text, read_bulletin
from analysis.base import paths
from analysis.checking.identities import Identity, load_identities
from analysis.reading.terms import Terms, load_terms

NOTICE = """福建省人民政府办公厅关于2024年第三季度全省政府网站与政务新媒体检查情况的通报
发布时间:2024-10-11
各设区市人民政府,省直各单位:
现将有关情况通报如下(样例,数字为虚构)。
第三季度,全省正在运行的政府网站 416 家,抽查政府网站 416 家,不合格 2 家,抽查合格率 95.92%。
全省开设政务新媒体超过1900个,抽查政务新媒体 1200 个,合格率 98.5%。
"""
SAID = {"address": "https://www.fujian.gov.cn/made-up.htm"}


@pytest.fixture(scope="session")
def terms() -> Terms:
    return load_terms()


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


@pytest.fixture
def text(notice: Path, terms: Terms) -> Text:
    return read_bulletin(notice, terms)


KNOWN: dict[str, list[Identity]] = {}


def load_once(path: Path) -> list[Identity]:
    """Each test has a copy of its own, of the same text: to parse it took half of their time."""
    text = path.read_text(encoding="utf-8")
    if text not in KNOWN:
        KNOWN[text] = load_identities(path)
    return KNOWN[text]


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    monkeypatch.setattr(doubts, "load_identities", load_once)
    return Register(Path(shutil.copytree(paths.RAW, tmp_path / "raw", ignore=shutil.ignore_patterns("texts"))))


@pytest.fixture
def found(text: Text, register: Register) -> Proposal:
    return propose(text, register, SAID)


@pytest.fixture
def candidates(text: Text, found: Proposal, register: Register) -> list[Candidate]:
    return candidates_of(text, bulletin_row(found), copy_row(found, 1, date(2026, 1, 2)), register)


@pytest.fixture
def session(
    text: Text, found: Proposal, candidates: list[Candidate], register: Register, terms: Terms, tmp_path: Path
) -> Session:
    insert_rows(register.raw / "bulletins.csv", [bulletin_row(found)])
    insert_rows(register.raw / "copies.csv", [copy_row(found, 1, date(2026, 1, 2))])
    save_incoming(tmp_path / "incoming", "fujian-2024q3", Incoming(text.name, [], text.shown, candidates))
    return Session("fujian-2024q3", "R. Viewer", tmp_path / "incoming", Register(register.raw), terms)
