from __future__ import annotations

import pytest

from analysis.base.errors import UnknownName
from analysis.reconciling.rules import RULES, rule_text
from analysis.words.catalogue import LANGS


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_has_a_text_of_one_line(lang):
    assert all(rule_text(rule, lang) and "\n" not in rule_text(rule, lang) for rule in RULES)


def test_an_unknown_rule_is_refused():
    with pytest.raises(UnknownName, match="unknown rule 'R33'"):
        rule_text("R33")
