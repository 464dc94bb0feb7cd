"""Lines without figures are passed over: what the others say must not change by it."""

from __future__ import annotations

import pytest

from analysis.reading import reader
from analysis.reading.terms import load_terms

TERMS = load_terms()
FILLER = (
    "各县区上下高度重视政府网站工作,加强组织领导,落实工作责任,完善工作机制,强化监督,确保政府网站安全平稳运行,"
    "更好服务企业和群众"
)
OPENING = "某市政府网站情况\n各县区政府网站共有30家。\n"
TEXTS = {
    "prose": f"{OPENING}{FILLER}。\n其中合格28家,合格率93.3%。",
    "date": f"{OPENING}截至二〇一九年十月,{FILLER}。\n共有网站28家。",
    # What is said above a table says what its shares are of.
    "table": f"{OPENING}{FILLER},抽查。\n县区|占(%)\n甲县|12.5\n乙县|18.5",
    "scope": f"{OPENING}{FILLER},对象为省和重点城市。\n各地网站28家,合格率93.3%。",
}


@pytest.mark.parametrize("name", TEXTS)
def test_passing_over_a_line_changes_no_figure(name, monkeypatch):
    passed = []

    def says_nothing(*given):
        passed.append(says(*given))
        return passed[-1]

    says = reader._says_nothing
    monkeypatch.setattr(reader, "_says_nothing", says_nothing)
    found = reader.read_text(TEXTS[name], terms=TERMS)
    monkeypatch.setattr(reader, "_says_nothing", lambda *_: False)
    assert found == reader.read_text(TEXTS[name], terms=TERMS)
    assert any(passed) == (name in ("prose", "table"))
