"""Citations as text, BibTeX, BibLaTeX, RIS, CSL-JSON and GB/T 7714-2015, all of them from one CSL record.

Written here and not by pandoc: its BibTeX dropped version, container and address, and thousands of pages cite.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from analysis.base.errors import require_known
from analysis.words.catalogue import LANGS, Lang, say

Csl = Mapping[str, Any]
Field = tuple[str, str]
_LANGIDS = {"en": "english", "zh": "chinese"}
# By type of CSL: entries of BibTeX and BibLaTeX whose required fields the records have, type of RIS, sign of GB/T 7714.
_TYPES = {
    "dataset": ("incollection", "dataset", "DATA", "DS"),
    "report": ("techreport", "report", "RPRT", "R"),
    "document": ("misc", "misc", "GEN", "Z"),
}
_TEX = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}"})


def format_citation(records: Iterable[Csl], style: str, lang: Lang = LANGS[0]) -> str:
    """Return records in one of the `STYLES`; an unknown one is an error that offers near ones."""
    require_known("citation style", style, STYLES, "--as")
    return STYLES[style](list(records), lang)


def _text(record: Csl, lang: Lang) -> str:
    """Return a reference in the order author, date, title, container, version, publisher, number, note, address."""
    known = dict(_fields(record))
    parts = [
        say("cited-by", lang, author=known["author"], date=known["date"]), known["title"], known.get("container", ""),
        say("cited-version", lang, version=known["version"]) if "version" in known else "",
        known["publisher"] if known.get("publisher", known["author"]) != known["author"] else "",
        known.get("number", "") if "container" not in known else "", known.get("note", ""), known.get("url", ""),
    ]  # fmt: skip
    ends, stop = (".", "。", "?", "？", "!"), say("cited-end", lang)
    ended = (part if part.endswith(ends) or part.startswith("http") else part + stop for part in parts if part)
    return say("cited-gap", lang).join(ended) + "\n"


def _gbt(record: Csl, lang: Lang) -> str:
    """Return a reference after GB/T 7714-2015: author. title[type]. publisher, year[day of access]. address. note.

    The title of a bulletin in its own language is no note: between year and address it stood where nothing stands.
    """
    known = dict(_fields(record))
    sign = f"[{_TYPES[record['type']][3]}{'/OL' if 'url' in known else ''}]"
    original = "" if record["type"] == "dataset" else known.pop("note", "")
    title = ": ".join(filter(None, (known["title"], original, known.get("number")))) + sign
    if "container" in known:
        version = say("cited-version", lang, version=known["version"])
        title += f"//{known['author']}. {known['container']}. {version}"
    accessed = f"[{known['accessed']}]" if "accessed" in known else ""
    made = f"{known.get('publisher', known['author'])}, {known['date'][:4]}{accessed}"
    parts = [known["author"], title, made, known.get("url", ""), known.get("note", "")]
    return ". ".join(part.rstrip(".。") for part in parts if part) + ".\n"


def _bibtex(record: Csl, lang: Lang) -> str:
    known = dict(_fields(record))
    names = {
        "accessed": "urldate",
        "container": "booktitle",
        "publisher": "institution" if record["type"] == "report" else "publisher",
    }
    kind = _TYPES[record["type"]][0] if record["type"] != "dataset" or "container" in known else "misc"
    if kind == "misc":
        names["publisher"] = "howpublished"
    date = known.pop("date").split("-")
    fields = {names.get(name, name): value for name, value in known.items()} | {"year": date[0]}
    return _entry(kind, record["id"], fields | ({"month": str(int(date[1]))} if date[1:] else {}))


def _biblatex(record: Csl, lang: Lang) -> str:
    known = dict(_fields(record))
    names = {
        "accessed": "urldate",
        "container": "series",
        "publisher": "institution" if record["type"] == "report" else "publisher",
    }
    if record["type"] == "document":
        names["publisher"] = "organization"
    fields = {names.get(name, name): value for name, value in known.items()}
    kind = {"type": "report"} if record["type"] == "report" else {}
    return _entry(_TYPES[record["type"]][1], record["id"], fields | kind)


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = (f"  {name} = {{{_tex(name, value)}}},\n" for name, value in fields.items())
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _tex(name: str, value: str) -> str:
    """Escape a value; names of bodies and titles keep their capitals and stay whole in braces of their own."""
    if name in ("url", "langid"):
        return _LANGIDS.get(value, value)
    whole = ("author", "title", "institution", "booktitle", "series", "publisher", "organization")
    return f"{{{value.translate(_TEX)}}}" if name in whole else value.translate(_TEX)


_RIS = {
    "author": "AU", "title": "TI", "container": "T2", "publisher": "PB", "number": "SN", "version": "ET", "note": "N1",
    "url": "UR", "accessed": "Y2", "langid": "LA",
}  # fmt: skip


def _ris(record: Csl, lang: Lang) -> str:
    known = dict(_fields(record))
    date = known.pop("date")
    lines = [("TY", _TYPES[record["type"]][2]), ("ID", record["id"]), ("PY", date[:4]), ("DA", _slashed(date))]
    known |= {name: _slashed(known[name]) for name in ("accessed",) if name in known}
    lines += [(_RIS[name], value) for name, value in known.items()]
    return "".join(f"{tag}  - {value}\n" for tag, value in [*lines, ("ER", "")])


def _slashed(date: str) -> str:
    return "/".join([*date.split("-"), "", ""][:3]) + "/"


def _fields(record: Csl) -> Iterator[Field]:
    """Yield the fields of a record that hold a text, under one name each, in the order in which they are read."""
    yield "author", "; ".join(_name(author) for author in record["author"])
    yield "title", record["title"]
    named = {"container": "container-title", "publisher": "publisher", "number": "number", "version": "version"}
    for name, key in (named | {"note": "note", "url": "URL", "langid": "language"}).items():
        if record.get(key):
            yield name, str(record[key])
    for name, key in {"accessed": "accessed", "date": "issued"}.items():
        if key in record:
            yield name, "-".join(f"{part:02d}" for part in record[key]["date-parts"][0])


def _name(author: Mapping[str, str]) -> str:
    return author.get("literal") or f"{author['family']}, {author['given']}"


def _each(write: Callable[[Csl, Lang], str]) -> Callable[[list[Csl], Lang], str]:
    return lambda records, lang: "\n".join(write(record, lang) for record in records)


STYLES: dict[str, Callable[[list[Csl], Lang], str]] = {
    "text": _each(_text), "gbt7714": _each(_gbt), "bibtex": _each(_bibtex), "biblatex": _each(_biblatex),
    "ris": _each(_ris), "csl-json": lambda records, _: json.dumps(records, ensure_ascii=False, indent=2) + "\n",
}  # fmt: skip
