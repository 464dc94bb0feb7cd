"""A bulletin's text as it is shown to the person who reviews it: its record, its figures, their evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.reading.document import Record, find_record
from analysis.reading.documents import read_document
from analysis.reading.figure import Figure
from analysis.reading.inputs import sidecar
from analysis.reading.reader import read_source
from analysis.reading.script import to_plain
from analysis.reading.source import Source
from analysis.reading.terms import Terms

Span = tuple[int, int]
# Where browsers and servers write the address of a saved page.
_SAVED_FROM = (
    re.compile(rb"saved from url=\(\d+\)([!-~]+)"),
    re.compile(rb"^(?:Snapshot-)?Content-Location:\s*(https?://[!-~]+)", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"<link[^>]+rel=[\"']?canonical[\"']?[^>]+href=[\"']?(https?://[^\"'> ]+)", re.IGNORECASE),
    re.compile(rb"property=[\"']?og:url[\"']?[^>]+content=[\"']?(https?://[^\"'> ]+)", re.IGNORECASE),
)
_HEAD = 20_000
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Text:
    """A text that was read: `shown` is what is visible of it, and all places are places in it."""

    name: str
    shown: str
    plain: str
    record: Record
    figures: tuple[Figure, ...]
    address: str


def read_bulletin(path: Path, terms: Terms) -> Text:
    """Read one file; raises `ProjectError` where it cannot be read or holds no figures."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ProjectError(f"{path}: cannot be read ({error.strerror}); check the path.") from None
    source, stated = read_document(data, path.name), sidecar(path)
    plain = to_plain(source.text).text
    record = find_record(plain, terms, stated, to_plain(source.title or "").text)
    figures = tuple(_shown(figure, source) for figure in read_source(source, terms, path.name, stated))
    if not figures:
        raise ProjectError(f"{path.name}: no figure was found in it; look whether the whole text was saved.")
    saved = next(filter(None, (pattern.search(data[:_HEAD]) for pattern in _SAVED_FROM)), None)
    address = record.address.value or (saved[1].decode("ascii", errors="replace") if saved else "")
    return Text(path.name, source.text, plain, record, figures, address)


def bare(text: str) -> str:
    """Return a text as it is in every copy: script, blanks and punctuation differ."""
    return _NOT_WORDS.sub("", to_plain(text).text)


def _shown(figure: Figure, source: Source) -> Figure:
    """Return a figure with its places in what is visible; in a page the reader gives those of the markup."""
    if source.starts is None:
        return figure
    starts = source.starts

    def place(index: int) -> int:
        return max(0, bisect_right(starts, index) - 1)

    evidence = ";".join(
        " ".join([field, *(f"{place(low)}:{place(high - 1) + 1}" for low, high in spans)])
        for field, spans in evidence_of(figure.evidence).items()
    )
    low, high = place(figure.char_start), place(figure.char_end - 1) + 1
    return figure._replace(char_start=low, char_end=high, printed=source.text[low:high], evidence=evidence)


def evidence_of(text: str) -> dict[str, list[Span]]:
    """Read the evidence of a figure: the spans of each field, `unit 12:13;indicator 4:7 9:11`."""
    found: dict[str, list[Span]] = {}
    for part in filter(None, text.split(";")):
        field, *spans = part.split()
        found[field] = [(int(low), int(high)) for low, _, high in (span.partition(":") for span in spans)]
    return found


_STOPS = "。；;!！?？\n"
_LONGEST = 220


def sentence_around(text: str, low: int, high: int) -> Span:
    """Return where the sentence around a span begins and ends, cut where it is very long."""
    start = max((text.rfind(stop, 0, low) for stop in _STOPS), default=-1) + 1
    ends = [place for stop in _STOPS if (place := text.find(stop, high)) >= 0]
    end = min(ends, default=len(text) - 1) + 1
    return max(start, low - _LONGEST), min(end, high + _LONGEST)
