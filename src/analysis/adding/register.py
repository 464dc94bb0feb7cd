"""What is registered already: bulletins, copies, issuers, statements, and the rows that a new bulletin takes after."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.base import paths
from analysis.base.codebook import Codebook, load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.base.periods import parse_period
from analysis.cleaning.statements import Statement, load_statements

Row = dict[str, str]
# The place in a body's name, without the province and the city above it: 湖南省长沙市天心区人民政府办公室 is 天心区's.
_PLACE = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,7}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,4}市(?=.{1,6}[县区旗]))?(?P<place>.{1,9}?(?:[市盟县区旗]|州(?!市|区|县)))"
)


def _rows(place: str) -> cached_property[list[Row]]:
    return cached_property(lambda register: read_rows(register.raw / f"{place}.csv"))


def _by_id(place: str) -> cached_property[dict[str, Row]]:
    return cached_property(
        lambda register: {next(iter(row.values())): row for row in read_rows(register.raw / f"{place}.csv")}
    )


@dataclass(frozen=True)
class Register:
    """The raw tables as they stand; `raw` is their folder."""

    raw: Path

    bulletins = _rows("bulletins")
    copies = _rows("copies")
    issuers = _rows("codebook/issuers")
    indicators = _by_id("codebook/indicators")
    entities = _by_id("codebook/entities")
    units = _by_id("codebook/units")
    levels = _by_id("codebook/levels")

    @cached_property
    def statements(self) -> list[Statement]:
        """All statements."""
        return load_statements(self.raw / "statements.csv")

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook of this folder."""
        return load_codebook(self.raw / "codebook")

    def bulletin(self, bulletin_id: str) -> Row:
        """Return a bulletin's row; raises `ProjectError` where there is none."""
        for row in self.bulletins:
            if row["bulletin_id"] == bulletin_id:
                return row
        raise ProjectError(f"bulletins.csv has no bulletin '{bulletin_id}': `bulletins add` registers it.")

    def copies_of(self, bulletin_id: str) -> list[Row]:
        """Return the copies of a bulletin."""
        return [row for row in self.copies if row["bulletin_id"] == bulletin_id]

    def place_of(self, issuer: str) -> Row:
        """Return the entity that the figures of a city or county are about: its row, a new one where there is none."""
        row = self.issuer(issuer)
        name = _PLACE.search(row["label_zh"]) if row and row["kind"] in ("city", "county") else None
        if not name:
            return {}
        label = place_name(row["label_en"])
        made = {"entity": name["place"], "code": self._code_of(label), "label_en": label}
        fresh = made | {"label_zh": name["place"], "kind": "place", "area": row["area"]}
        return self.entities.get(name["place"], fresh)

    def hotline_of(self, issuer: str) -> Row:
        """Return the hotline of the place of an issuer: its row, a new one where there is none."""
        place = self.place_of(issuer)
        if not place:
            return {}
        own = {row["bulletin_id"] for row in self.by_issuer(issuer)}
        known = [one.entity for one in self.statements if one.bulletin_id in own and "12345" in one.entity]
        name = known[-1] if known else f"{place['entity'].removesuffix('市')}12345"
        names = {"entity": name, "label_zh": name, "label_en": f"{place['label_en']} 12345 hotline"}
        return self.entities.get(name, place | names | {"code": f"{place['code']}-12345", "kind": "platform"})

    def _code_of(self, label: str) -> str:
        """Return the part that a new place gives to ids: its name, and its rank where another has that name."""
        plain = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
        whole = re.sub(r"\W+", "-", plain.replace("'", ""))
        short = re.sub(r"-(?:county|district|prefecture|city)$", "", whole)
        return whole if any(row["code"] == short for row in self.entities.values()) else short

    def facts_of(self, name: str) -> Row:
        """Return kind and area of the city or county that a body's name begins with, nothing where it names none."""
        rows = read_rows(self.raw / "codebook" / "terms_places.csv")
        row = next((row for row in rows if name.startswith(tuple(row["term"].split("|")))), {})
        place = _PLACE.search(name)
        county = bool(place) and place["place"][-1] in "县区旗"
        return {"kind": "county" if county else row["thing"], "area": row["value"]} if row else {}

    def by_issuer(self, issuer: str) -> list[Row]:
        """Return the bulletins of an issuer, newest period first."""
        return newest_first(row for row in self.bulletins if row["issuer"] == issuer)

    def issuer(self, issuer: str) -> Row:
        """Return the row of an issuer, an empty one where it is new."""
        return next((row for row in self.issuers if row["issuer"] == issuer), {})

    @cached_property
    def issuer_of(self) -> dict[str, Row]:
        """The issuer's row of each bulletin."""
        rows = {row["issuer"]: row for row in self.issuers}
        return {row["bulletin_id"]: rows.get(row["issuer"], {}) for row in self.bulletins}


def the_register() -> Register:
    """Return the project's own register."""
    return Register(paths.RAW)


# The place in a body's English name: behind its last "of", else before what it does.
_PLACES_EN = (
    re.compile(r"(?:of|the)\s+(?:the\s+)?([A-Z](?:[^\W\d]|[' -])*?)(?:\s+government)?(?:, [A-Z]\w+)?$"),
    re.compile(
        r"^(?:Office of the )?([A-Z][\w' -]*?) "
        r"(?:leading|informati|government|e-gov|12345|Gov|Municipal|Admin|Info|Big|Market|Audit|Super)"
    ),
)


def place_name(label: str) -> str:
    """Return the place in an issuer's English name: Government Office of Datong is Datong's, as is its hotline."""
    found = next(filter(None, (pattern.search(label) for pattern in _PLACES_EN)), None)
    return found[1] if found else label


def body_of(label: str) -> str:
    """Return a body's Chinese name without its place."""
    return _PLACE.sub("", label, count=1)


def newest_first(rows: Iterable[Row]) -> list[Row]:
    """Sort bulletins by what they report on, newest first."""
    return sorted(rows, key=lambda row: parse_period(row["period"] or row["published"]).last, reverse=True)
