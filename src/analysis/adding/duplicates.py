"""Whether a bulletin is registered already: one that stood under two ids was counted as two witnesses."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.adding.proposal import Proposal
from analysis.adding.register import Register, Row

_LIKE = 0.9
_SIGNS = re.compile(r"[\W_]+|关于|通报|情况")


class Found(NamedTuple):
    """A registered bulletin that a new one seems to be, and why; `page` says that even its page is registered."""

    bulletin_id: str
    why: str
    page: bool = False


def find_registered(found: Proposal, digest: str, register: Register, incoming: Path) -> Found | None:
    """Return the bulletin that is there already, None where it is new."""
    return next(_matches(found, digest, register, incoming), None)


def _matches(found: Proposal, digest: str, register: Register, incoming: Path) -> Iterator[Found]:
    address = found["address"].value
    for copy in register.copies:
        if address and copy["address"].rstrip("/") == address.rstrip("/"):
            yield Found(copy["bulletin_id"], f"this page is its copy {copy['copy_id']}", page=True)
    for bulletin_id, known in digests(incoming).items():
        if known == digest:
            yield Found(bulletin_id, "its text is the same", page=not address)
    for row in register.bulletins:
        if why := _likeness(row, found):
            yield Found(row["bulletin_id"], why)


def _likeness(row: Row, found: Proposal) -> str:
    """Say in which way a registered bulletin is the same as a new one, nothing where it is another."""
    number, period = found["document_no"].value, found["period"].value
    if number and row["document_no"] == number:
        return f"it has the same number {number}"
    if not period or row["period"] != period:
        return ""
    if row["issuer"] == found["issuer"].value and row["kind"] == found["kind"].value:
        return f"the same issuer published a {row['kind']} for {period}"
    if row["area"] == found["area"].value and _near(row["title"], found["title"].value):
        return f"its title is nearly the same: {row['title']}"
    return ""


def _near(one: str, other: str) -> bool:
    one, other = _SIGNS.sub("", one), _SIGNS.sub("", other)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 10 and shorter in longer:
        return True
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def digests(incoming: Path) -> dict[str, str]:
    """Return the digests of the texts that were read before, by bulletin."""
    states = sorted(incoming.glob("*.json")) if incoming.is_dir() else []
    return {state.stem: json.loads(state.read_text(encoding="utf-8"))["digest"] for state in states}
