"""Sentences of models in a language: messages of the catalogue, and English text that is no message yet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from analysis.questions.chinese import say_chinese
from analysis.words.catalogue import LANGS, Lang, Message, message

Text = str | Message


def say_all(sentences: Text | Iterable[Text], lang: Lang) -> str:
    """Return sentences or clauses in a language, joined."""
    listed = [sentences] if isinstance(sentences, str | Message) else list(sentences)
    said = [_say(one, lang) for one in listed]
    if any(isinstance(one, Message) for one in listed):
        return join([one for one in said if one], lang)
    return say_chinese([str(one) for one in listed]) if lang == "zh" else "; ".join(said)


def _say(text: Text, lang: Lang) -> str:
    if isinstance(text, Message):
        return text.in_(lang)
    return say_chinese([text]) if lang == "zh" else text


def join(said: Iterable[Text], lang: Lang) -> str:
    """Join clauses as the language does."""
    parts = list(said)
    return _say(chain(parts), lang) if parts else ""


def chain(clauses: Iterable[Text]) -> Text:
    """Return clauses as one message."""
    return reduce(lambda first, then: message("clauses", first=first, then=then), clauses)


def column_names(name: str) -> list[str]:
    """Return the columns of a text in a table: English without a suffix, each other language with its own."""
    return [name if lang == LANGS[0] else f"{name}_{lang}" for lang in LANGS]


def columns_of(name: str, sentences: Text | Iterable[Text]) -> dict[str, str]:
    """Return a text in the columns of a table, in all languages."""
    listed = [sentences] if isinstance(sentences, str | Message) else list(sentences)
    return dict(zip(column_names(name), (say_all(listed, lang) for lang in LANGS), strict=True))
