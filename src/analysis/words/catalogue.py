"""The catalogue: every word that the program says, in each language, as Fluent files below `words/languages`.

A language is a folder; its files are read together, so where a message stands is a matter of order alone. Code names a
message by its key and gives it values; it never branches on a language. A key that a language lacks is an error and
never falls back to another one: the Chinese report once printed English sentences that nobody noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.errors import ProjectError, UnknownName, require_known

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
FOLDER = Path(__file__).parent / "languages"
Lang = str
# English first: it names the files that carry no language in their names.
LANGS: tuple[Lang, ...] = tuple(
    sorted((path.name for path in FOLDER.iterdir() if path.is_dir()), key=lambda n: (n != "en", n))
)


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be said, before it is said in a language: a key of the catalogue and its values.

    Values are text, whole numbers (which choose plurals), or messages themselves.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    def in_(self, lang: Lang) -> str:
        """Say it in a language."""
        return say(self.key, lang, **dict(self.values))


Value = str | int | Message


def message(key: str, **values: Value) -> Message:
    """Make a message."""
    return Message(key, tuple(sorted(values.items())))


def say(key: str, lang: Lang, **values: Value) -> str:
    """Return the text of a message; raises `UnknownName` for an unknown key, `ProjectError` for a lacking value."""
    return _said(key, lang, tuple(values.items()))


@lru_cache(maxsize=1 << 16)
def _said(key: str, lang: Lang, values: tuple[tuple[str, Value], ...]) -> str:
    """Say a message; the thousands of permanent pages say the same ones over and over."""
    bundle = _bundle(lang, key)
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise UnknownName("message", key, keys(lang), where=f"words/languages/{lang}")
    spoken = {name: value.in_(lang) if isinstance(value, Message) else value for name, value in values}
    said, errors = bundle.format_pattern(pattern, spoken)
    if errors:
        raise ProjectError(f"words/languages/{lang}, {key}: {errors[0]}.")
    return str(said)


def say_all(name: str, key: str, **values: Value) -> dict[str, str]:
    """Return a message in all languages, as the cells `name_LANGUAGE` of a row."""
    return {f"{name}_{lang}": say(key, lang, **values) for lang in LANGS}


def say_list(parts: Iterable[str], lang: Lang, key: str = "list-comma") -> str:
    """Return parts as one text, with what a message says between its `first` and `last`; no parts are no text."""
    return say(key, lang, first="", last="").join(parts)


def column(name: str, lang: Lang) -> str:
    """Return the column that holds a text in a language: English has no suffix."""
    return name if lang == LANGS[0] else f"{name}_{lang}"


def columns(name: str) -> list[str]:
    """Return the columns that hold a text, in all languages."""
    return [column(name, lang) for lang in LANGS]


def chain(clauses: Iterable[Message]) -> Message:
    """Return clauses as one message; there must be one at least."""
    return reduce(lambda first, last: message("list-semicolon", first=first, last=last), clauses)


def columns_of(name: str, *clauses: Message) -> dict[str, str]:
    """Return clauses as texts in the columns of a table, in all languages; no clauses are an empty text."""
    text = chain(clauses) if clauses else None
    return {column(name, lang): text.in_(lang) if text else "" for lang in LANGS}


@lru_cache(maxsize=8)
def keys(lang: Lang) -> tuple[str, ...]:
    """Return the keys of a language, sorted."""
    return tuple(sorted(_homes(lang)))


def _files(lang: Lang) -> list[Path]:
    require_known("language", lang, LANGS)
    return sorted((FOLDER / lang).rglob("*.ftl"))


def _bundle(lang: Lang, key: str) -> FluentBundle:
    """Return the bundle of a language with the file of a message, which alone is parsed: all of them take a while."""
    bundle = _empty_bundle(lang)
    if path := _homes(lang).get(key):
        _read(bundle, path)
    return bundle


def read_all() -> None:
    """Read the files of all languages, for processes that are forked from this one: each would do so by itself."""
    for lang in LANGS:
        for path in _files(lang):
            _read(_empty_bundle(lang), path)


@lru_cache(maxsize=8)
def _empty_bundle(lang: Lang) -> FluentBundle:
    from fluent.runtime import FluentBundle

    # Isolation marks around values would show in charts and PDFs.
    return FluentBundle([lang], use_isolating=False)


@lru_cache(maxsize=8)
def _homes(lang: Lang) -> dict[str, Path]:
    """Return the file of each message; one that stands twice is a `ProjectError`."""
    homes: dict[str, Path] = {}
    for path in _files(lang):
        for key in _MESSAGE.findall(path.read_text("utf-8")):
            if key in homes:
                raise ProjectError(f"words/languages/{lang}/{path.name}: '{key}' stands twice.")
            homes[key] = path
    return homes


@lru_cache(maxsize=64)
def _read(bundle: FluentBundle, path: Path) -> None:
    """Add a file to its bundle; what is no message is a `ProjectError`."""
    from fluent.runtime import FluentResource
    from fluent.syntax import ast

    resource = FluentResource(path.read_text("utf-8"))
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            first = (entry.content or "").strip().splitlines()[0]
            raise ProjectError(f"words/languages/{path.parent.name}/{path.name}: '{first}' is no message of Fluent.")
    bundle.add_resource(resource)
