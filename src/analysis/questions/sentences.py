"""What models say, as the columns of a table: one for each language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from analysis.words.catalogue import LANGS, Message, column, message


def chain(clauses: Iterable[Message]) -> Message:
    """Return clauses as one message; there must be one at least."""
    return reduce(lambda first, last: message("list-semicolon", first=first, last=last), clauses)


def columns_of(name: str, *clauses: Message) -> dict[str, str]:
    """Return clauses as texts in the columns of a table, in all languages; no clauses are an empty text."""
    text = chain(clauses) if clauses else None
    return {column(name, lang): text.in_(lang) if text else "" for lang in LANGS}
