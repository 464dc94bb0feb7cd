"""Whether a bulletin is registered already: one that stood under two ids was counted as two witnesses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.adding.candidates import shown_in
from analysis.adding.proposal import Proposal, likeness
from analysis.adding.register import Register, Row, body_of
from analysis.adding.text import Text, bare
from analysis.base.tables import grouped

_LIKE = 0.9
_MANY = 4
_YEAR = re.compile(r"20\d\d")
_NO_PLACE = re.compile(r"[\d年季度全各本我]")  # 第三季度全市 is no city
_SIGNS = re.compile(r"[\W_]+|关于|通报|情况")


class Found(NamedTuple):
    """A registered bulletin that a new one seems to be, and why.

    `page` says that even its page is registered; `alike`, that more than issuer, kind and period are the same.
    """

    bulletin_id: str
    why: str
    page: bool = False
    alike: bool = True


def find_registered(found: Proposal, text: Text, register: Register, incoming: Path) -> Found | None:
    """Return the bulletin that is there already, None where it is new."""
    return next(_matches(found, text, register, incoming), None)


def _matches(found: Proposal, text: Text, register: Register, incoming: Path) -> Iterator[Found]:
    address = found["address"].value
    for copy in register.copies:
        if address and copy["address"].rstrip("/") == address.rstrip("/"):
            yield Found(copy["bulletin_id"], f"this page is its copy {copy['copy_id']}", page=True)
    known, own = {row["bulletin_id"] for row in register.bulletins}, bare(text.shown)
    for waiting in sorted(incoming.glob("*.json")):
        other = bare(json.loads(waiting.read_text(encoding="utf-8"))["text"])
        if waiting.stem in known and (own in other or other in own):
            yield Found(waiting.stem, "its text is the same", page=not address)
    for name, why in twins({name: one.value for name, one in found.items()}, register):
        yield Found(name, why, alike=_near(register.bulletin(name)["title"], found["title"].value))

    yield from _printed_in(text, found["period"].value, register)


def _printed_in(text: Text, period: str, register: Register) -> Iterator[Found]:
    """Yield the bulletins of a period all of whose figures a text prints, as a page that names no issuer does."""
    of_period = {row["bulletin_id"] for row in register.bulletins if row["period"] == period}
    own = (one for one in register.statements if one.bulletin_id in of_period)
    telling = (one for one in own if sum(sign.isdigit() for sign in one.printed) > 1)
    for name, rows in grouped(telling, lambda one: one.bulletin_id).items():
        if len({one.printed for one in rows}) >= _MANY and len(shown_in(text, rows)) == len(rows):
            yield Found(name, f"it prints all {len(rows)} figures of it")


def twins(new: Row, register: Register) -> Iterator[tuple[str, str]]:
    """Yield the other registered bulletins that are the same as one, and in which way."""
    for row in register.bulletins:
        if row["bulletin_id"] != new["bulletin_id"] and (why := _likeness(row, new)):
            yield row["bulletin_id"], why


def _likeness(row: Row, new: Row) -> str:
    if new["document_no"] and row["document_no"] == new["document_no"]:
        return f"it has the same number {row['document_no']}"
    same_issuer = row["issuer"] == new["issuer"]
    if same_issuer and _YEAR.search(new["title"]) and _bare(row["title"]) == _bare(new["title"]):
        return "it has the same title"
    if not new["period"] or row["period"] != new["period"]:
        return ""
    if same_issuer and row["kind"] == new["kind"]:
        return f"the same issuer published a {row['kind']} for {row['period']}"
    near = row["area"] == new["area"] and _near(row["title"], new["title"])
    if near and not _of_other_places(row["title"], new["title"]):
        return f"its title is nearly the same: {row['title']}"
    return ""


def _of_other_places(one: str, other: str) -> bool:
    """Say whether titles begin with different cities or counties: one city's notice was offered as another's copy."""
    here, there = (title.removesuffix(body_of(title)) for title in (one, other))
    return not (_NO_PLACE.search(here + there) or here.endswith(there) or there.endswith(here))


def _bare(title: str) -> str:
    return _SIGNS.sub("", title)


def _near(one: str, other: str) -> bool:
    one, other = _bare(one), _bare(other)
    shorter, longer = sorted((one, other), key=len)
    return (len(shorter) >= 10 and shorter in longer) or likeness(one, other) >= _LIKE
