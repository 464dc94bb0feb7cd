"""The line of sources of an exhibit, composed of the issuers of its numbers: what is shown names who printed it.

Such lines were written by hand. One named a body of which nothing was shown, others lacked bodies, and an edition,
which took out names by parting the line at each "and", made two bodies of one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from analysis.base import paths
from analysis.base.codebook import read_rows
from analysis.charts.naming import name_of_issuer
from analysis.words.catalogue import Lang, say, say_list

MOST = 6  # names in a line; the data of the exhibit name all
LOCAL = ("province", "city", "county")  # kinds of issuers of which several are named together


@dataclass(frozen=True)
class Sources:
    """Who printed the numbers: `numbers` by id, each with its bulletin or the numbers that it is made of."""

    numbers: Mapping[str, Mapping[str, str]]

    @cached_property
    def issuers(self) -> dict[str, dict[str, str]]:
        """The issuers of the codebook by id."""
        return {row["issuer"]: row for row in read_rows(paths.CODEBOOK / "issuers.csv")}

    @cached_property
    def issuer_of(self) -> dict[str, str]:
        """The issuer of each bulletin."""
        return {row["bulletin_id"]: row["issuer"] for row in read_rows(paths.RAW / "bulletins.csv")}

    def line(self, names: Iterable[str], lang: Lang) -> str:
        """Return the line for numbers by id, an empty text where they have no source."""
        names = [name for name in names if name in self.numbers]
        found = Counter(issuer for name in names for issuer in self._issuers(name))
        local = [issuer for issuer in found if self.issuers[issuer]["kind"] in LOCAL]
        told: Counter[str] = Counter()
        for issuer in sorted(found):
            if issuer not in local or len(local) < 3:
                told[name_of_issuer(issuer, lang)] += found[issuer]
        bodies = [*(name for name, _ in told.most_common()), *([say("sources-local", lang)] if len(local) > 2 else [])]
        if len(bodies) > MOST:
            bodies = [*bodies[: MOST - 1], say("sources-more", lang)]
        if any(self.numbers[name]["kind"] == "estimate" for name in names):
            bodies.append(say("sources-own", lang))
        key = "sources-line" if len(bodies) > 1 else "source-line"
        return say(key, lang, names=say_list(bodies, lang, "list-semicolon")) if bodies else ""

    def _issuers(self, name: str) -> Iterator[str]:
        """Yield the issuers behind a number, each once."""
        row = self.numbers.get(name, {})
        if bulletin := row.get("bulletin_id"):
            yield self.issuer_of[bulletin]
        else:
            yield from {one for source in (row.get("sources") or "").split() for one in self._issuers(source)}
