"""Sentences as the reader reads them, one at a time: what its parts found out of each figure, and by which rule."""

from __future__ import annotations

from functools import cache
from typing import Any

from analysis.reading import read_text
from analysis.reading.context import Context
from analysis.reading.document import Part, Record
from analysis.reading.reader import read_sentence
from analysis.reading.sentence import Sentence
from analysis.reading.terms import Terms, load_terms

BARE = Context()
ANHUI = Context(Record(area=Part("CN-AH", (0, 2)), ways=("issuer", "title"), rank="province", local=True))


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


def values(text: str, field: str, context: Context = BARE) -> list[str]:
    return [value for value, _ in found(text, field, context)]


def read(text: str, *fields: str) -> list[Any]:
    """The fields of each figure of a text; one field alone without its tuple."""
    given = [tuple(getattr(figure, field) for field in fields) for figure in read_text(text, terms=terms())]
    return [one[0] for one in given] if len(fields) == 1 else given
