"""What each estimate is called: the subject of its topic and the name of its parameter, from the catalogue.

The keys `topic-...` are the ids of topics. PART, AREA and PERIOD in a key stand for what varies between them, so that
one message serves all levels, places or times; an id without such a word has the message to itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.base.codebook import Codebook
from analysis.base.errors import ProjectError
from analysis.words.catalogue import LANGS, Lang, keys, say

_VARYING = {"PART": r"(?P<part>.+)", "AREA": r"(?P<area>CN.*?)", "PERIOD": r"(?P<period>2\d{3}.*)"}


def label_of(topic: str, parameter: str, codebook: Codebook, lang: Lang) -> str:
    """Return the label of an estimate: `topic` as in its id, `parameter` empty where the topic says all.

    Raises `ProjectError` for a topic or a parameter that has no words yet.
    """
    subject = _subject(topic, codebook, lang)
    if not parameter:
        return subject
    base, _, part = parameter.partition(".")
    if f"parameter-{base}" not in keys(lang):
        raise _no_label("parameter", base)
    name = say(f"parameter-{base}", lang)
    if part:
        name = say("parameter-of-part", lang, parameter=name, part=_word(part, codebook, lang))
    return say("parameter-of-subject", lang, subject=subject, parameter=name)


def _subject(topic: str, codebook: Codebook, lang: Lang) -> str:
    for key, pattern in _subjects():
        match = pattern.fullmatch(topic)
        if match:
            return say(key, lang, **{name: _word(text, codebook, lang) for name, text in match.groupdict().items()})
    raise _no_label("topic", topic)


@lru_cache
def _subjects() -> list[tuple[str, re.Pattern[str]]]:
    """Return the keys of topics with patterns of their ids: the fewest varying words first, then the longest."""
    found = [key for key in keys(LANGS[0]) if key.startswith("topic-")]
    ranked = sorted(found, key=lambda key: (sum(word in key for word in _VARYING), -len(key)))
    word = re.compile("|".join(_VARYING))
    return [(key, re.compile(word.sub(lambda m: _VARYING[m[0]], key.removeprefix("topic-")))) for key in ranked]


def _no_label(kind: str, name: str) -> ProjectError:
    place = f"words/languages/*/questions.ftl: {kind} '{name}' has no label"
    return ProjectError(f"{place}; add '{kind}-{name} = ...' in each language.")


def _word(name: str, codebook: Codebook, lang: Lang) -> str:
    """Return the codebook's label of a level or an area, other words (periods) as they are."""
    level, area = name.replace("-", "_"), name.upper()
    if level == "total":
        return say("part-total", lang)
    if level in codebook.levels:
        return codebook.levels.label(level, lang)
    return codebook.areas.label(area, lang) if area in codebook.areas else name
