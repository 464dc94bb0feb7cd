"""Sentences as the reader reads them, one at a time: what its parts found out of each figure, and by which rule."""

from __future__ import annotations

from functools import cache
from typing import Any

from analysis.reading.context import Context
from analysis.reading.reader import read_sentence
from analysis.reading.sentence import Sentence
from analysis.reading.terms import Terms, load_terms

BARE = Context()


@cache
def terms() -> Terms:
    return load_terms()


def read_alone(text: str, context: Context = BARE, **more: Any) -> Sentence:
    sentence = Sentence(text, terms(), **more)
    read_sentence(sentence, context)
    return sentence


def found(text: str, field: str, context: Context = BARE) -> list[tuple[str, str]]:
    """The value and the rule of a field for each figure of a sentence."""
    return [(getattr(mark, field), mark.rules.get(field, "")) for mark in read_alone(text, context).marks]
