"""The words that the reader's rules go by, as expressions of `data/raw/codebook/patterns.csv`.

A row names a pattern; `(?&name)` in an expression stands for another one. Rows of one name, scope.01 and scope.02, are
alternatives in order, each with the value that it gives: 全市 and 我市 speak of a city.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from analysis.base.errors import ProjectError

_OTHER = re.compile(r"\(\?&(\w+)\)")
Row = Mapping[str, str]


class Patterns:
    """The patterns by name, each compiled when it is first asked for."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[str, list[tuple[str, str]]] = {}
        self._any: dict[str, re.Pattern[str]] = {}
        self._words: dict[tuple[str, str], str] = {}
        for row in rows:
            self._rows.setdefault(row["pattern"].partition(".")[0], []).append((row["value"], row["expression"]))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a pattern, or a list of patterns with their values
        if name.startswith("__"):
            raise AttributeError(name)
        rows = self._rows.get(name)
        if rows is None:
            raise ProjectError(f"patterns.csv: no row is called {name}, which the reader goes by; restore the file.")
        found = [(self._compile(name, expression), value) for value, expression in rows]
        if rows[0][0]:
            # Most texts hold none of the alternatives: one search says so.
            self._any[name] = self._compile(name, "|".join(f"(?:{expression})" for _, expression in rows))
        setattr(self, name, found if rows[0][0] else found[0][0])
        return getattr(self, name)

    def value(self, name: str, text: str) -> str:
        """Return the value of the first row of a pattern that is found in a text."""
        rows = getattr(self, name)
        if self._any[name].search(text) is None:
            return ""
        return next(value for pattern, value in rows if pattern.search(text))

    def word_value(self, name: str, word: str) -> str:
        """Return the value for a word of a short list, such as the measure words: each is looked up once."""
        if (name, word) not in self._words:
            self._words[name, word] = self.value(name, word)
        return self._words[name, word]

    def _compile(self, name: str, expression: str) -> re.Pattern[str]:
        try:
            return re.compile(self._whole(expression))
        except (re.error, KeyError) as error:
            raise ProjectError(f"patterns.csv, {name}: {error} in the expression; correct it.") from error

    def _whole(self, expression: str) -> str:
        return _OTHER.sub(lambda other: self._whole(self._rows[other[1]][0][1]), expression)


def load_patterns(path: Path) -> tuple[dict[str, str], ...]:
    """Return the rows of a table of patterns."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
