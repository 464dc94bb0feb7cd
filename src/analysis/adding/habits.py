"""What was coded before for the same issuer and indicator: the last figures, and the usual method and level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from analysis.adding.register import Register, Row
from analysis.base.errors import ProjectError
from analysis.base.periods import parse_period
from analysis.base.tables import grouped
from analysis.bounds.quantity import Quantity
from analysis.cleaning.statements import Statement, read_figure
from analysis.words.catalogue import LANGS

# The note of a figure whose method its text does not say; it stays until a person names the method.
GUESSED = "method not printed: as in earlier figures of "
SERIES = ("indicator", "area", "level", "entity", "method")
_USUAL = 0.6
EVERYBODY = "all issuers"


@dataclass(frozen=True)
class Usual:
    """A usual value, and whose habit it is."""

    value: str = ""
    whose: str = ""


@dataclass(frozen=True)
class Habits:
    """The statements of the register, looked up by indicator."""

    register: Register

    @cached_property
    def _by_indicator(self) -> dict[str, list[Statement]]:
        return grouped(self.register.statements, lambda one: one.indicator)

    def of(self, indicator: str) -> list[Statement]:
        """Return the statements of an indicator."""
        return self._by_indicator.get(indicator, [])

    def usual(self, field: str, indicator: str, bulletin: Row) -> Usual:
        """Return the value of a field that most statements of an indicator have: the issuer's, its peers', then all."""
        own = self.register.issuer(bulletin["issuer"])
        rows = [(self.register.issuer_of.get(one.bulletin_id, {}), getattr(one, field)) for one in self.of(indicator)]
        for column, whose in (("issuer", "the issuer"), ("kind", f"issuers of the kind {own.get('kind')}")):
            if found := _most(value for issuer, value in rows if own and issuer.get(column) == own[column]):
                return Usual(found[0], whose)
        found = _most(value for _, value in rows)
        return Usual(found[0], EVERYBODY) if found else Usual()

    def guess_method(self, indicator: str, bulletin: Row) -> Row:
        """Return the method that figures of before suggest, with a note that it is not printed; else empty ones.

        What other kinds of issuers do is no guess of this one's: such a method went into the table as read in the text.
        """
        usual = self.usual("method", indicator, bulletin)
        if not usual.value or usual.whose == EVERYBODY:
            return {"method": "", "note": ""}
        return {"method": usual.value, "note": GUESSED + usual.whose}

    def mostly_named(self, indicator: str) -> str:
        """Return the method that an indicator's statements most often have, empty where most often they have none."""
        return next(iter(Counter(one.method for one in self.of(indicator)).most_common(1)), ("", 0))[0]

    @cached_property
    def _languages(self) -> Row:
        return {row["bulletin_id"]: row["language"] for row in self.register.bulletins}

    def terms(self, row: Row, bulletin: Row) -> Row:
        """Return subject and measure of a row in the codebook's words; those of a page are cut by the reader.

        The subject is what the record calls figures of the indicator and level, also in other areas, else the level.
        """
        register, lang = self.register, bulletin["language"]
        label = f"label_{lang}" if lang in LANGS else f"label_{LANGS[0]}"
        said = [one for one in self.of(row["indicator"]) if one.level == row["level"] and not one.entity]
        said = [one for one in said if self._languages[one.bulletin_id] == lang]
        usual = "".join(_most(one.subject for one in said))
        areas = {one.area for one in said if one.subject == usual}
        subject = (
            usual if row["area"] in areas or len(areas) > 1 else register.levels.get(row["level"], {}).get(label, "")
        )
        if row["entity"]:
            subject = register.entities.get(row["entity"], {}).get(label, row["entity"])
        return {"subject": subject, "measure": register.indicators.get(row["indicator"], {}).get(label, "")}

    def is_of_hotlines(self, indicator: str) -> bool:
        """Say whether an indicator's figures are about hotlines, each an entity of its own, not about their places."""
        kinds = (self.register.entities.get(one.entity, {}).get("kind", "") for one in self.of(indicator))
        return ("hotline" in indicator or indicator.startswith("request_")) and _most(kinds) == ["platform"]

    def last(self, row: Row, most: int = 4) -> list[tuple[Statement, Quantity]]:
        """Return the newest figures of the series that a row belongs to, oldest first."""
        same = [one for one in self.of(row["indicator"]) if all(getattr(one, name) == row[name] for name in SERIES)]
        ended = sorted(same, key=lambda one: (parse_period(one.time_period).last, one.statement_id))
        return [pair for one in ended[-most:] if (pair := self._figure(one))]

    def same(self, row: Row) -> list[tuple[Statement, Quantity]]:
        """Return what other bulletins print for the very same quantity."""
        return [pair for pair in self.last(row, most=99) if pair[0].time_period == row["time_period"]]

    def _figure(self, one: Statement) -> tuple[Statement, Quantity] | None:
        try:
            return one, read_figure(one, self.register.codebook)
        except ProjectError:
            return None


def _most(values: Iterable[str]) -> list[str]:
    """Return the value that most have, if enough do; an empty one counts too."""
    counts = Counter(values)
    if not counts:
        return []
    value, count = counts.most_common(1)[0]
    return [value] if count >= _USUAL * counts.total() else []
