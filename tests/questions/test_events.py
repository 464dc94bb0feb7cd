from __future__ import annotations

import pytest

from analysis.questions.events import EVENTS
from analysis.words.catalogue import LANGS


def test_events_lie_in_order_and_have_words():
    times = [event.t for event in EVENTS.values()]
    assert times == sorted(times)
    assert EVENTS["cut-reported"].t == pytest.approx(2018)
    assert all(event.label.in_(lang) for event in EVENTS.values() for lang in LANGS)
