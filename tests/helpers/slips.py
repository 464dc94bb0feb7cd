"""Slips that people make in raw tables, by kind: each changes one row in a way that a person or a program might.

A kind returns the cells that it changes, or None where a row gives no occasion. `none` names the reason (`slip-none-…`
of the catalogue) why a kind leaves nothing that a rule could find; only a seal or a second entry finds these.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Row = Mapping[str, Any]
Cells = dict[str, Any] | None
Slip = Callable[[Row, "Record", random.Random], Cells]


@dataclass(frozen=True)
class Kind:
    """A kind of slip in one table; `what` is its name in the table of results."""

    name: str
    group: str
    table: str
    slip: Slip
    none: str = ""
    way: str = "change"  # or delete, duplicate, add


@dataclass
class Record:
    """The raw tables as they stand, and what the kinds ask of them."""

    tables: Mapping[str, list[dict[str, Any]]]
    keys: Mapping[str, str]
    ids: Mapping[str, list[str]] = field(default_factory=dict)

    def by_id(self, table: str) -> dict[str, dict[str, Any]]:
        return {row[self.keys[table]]: row for row in self.tables[table]}

    @cached_property
    def indicators(self) -> dict[str, dict[str, Any]]:
        return self.by_id("indicators")

    @cached_property
    def exact(self) -> set[str]:
        """Statements that stand alone in a side of an identity, or in a sum: a digit more or less breaks it."""
        text = " ".join(
            f"{one['left']} {one['right']}" for one in self.tables["raw_identities"] if one["kind"] != "granularity"
        )
        return set(re.findall(r"[a-z0-9-]{5,}", text))

    def other(self, table: str, value: str, rng: random.Random, fits: Callable[[Row], bool] = lambda _: True) -> str:
        key = self.keys[table]
        return rng.choice([row[key] for row in self.tables[table] if row[key] != value and fits(row)])


KINDS: list[Kind] = []


def kind(name: str, group: str, table: str, none: str = "", way: str = "change") -> Callable[[Slip], Slip]:
    def register(slip: Slip) -> Slip:
        KINDS.append(Kind(name, group, table, slip, none, way))
        return slip

    return register


def simple(group: str, table: str, name: str, slip: Slip, none: str = "", way: str = "change") -> None:
    KINDS.append(Kind(name, group, table, slip, none, way))


def cell(name: str, change: Callable[[str], str | None], when: Callable[[Row], bool] = lambda _: True) -> Slip:
    """Make a slip that changes one cell, where there is one and the change changes it."""

    def slip(row: Row, _record: Record, _rng: random.Random) -> Cells:
        old = str(row.get(name) or "")
        new = change(old) if old and when(row) else None
        return None if new is None or new == old else {name: new}

    return slip


# Printed figures

_P = "figure"
_ALONE = "figure"


def swap_digits(text: str) -> str | None:
    found = [m.start() for m in re.finditer(r"(?=(\d)(\d))", text) if text[m.start()] != text[m.start() + 1]]
    return text[: found[-1]] + text[found[-1] + 1] + text[found[-1]] + text[found[-1] + 2 :] if found else None


def drop_digit(text: str) -> str | None:
    found = re.search(r"\d(?=\d)", text)
    return text[: found.end()] + text[found.end() + 1 :] if found else None


def more_digit(text: str) -> str | None:
    found = re.search(r"\d(?![\d.,])", text)
    return f"{text[: found.end()]}0{text[found.end() :]}" if found and "%" not in text else None


def shift_point(text: str) -> str | None:
    found = re.fullmatch(r"(\d)(\d)\.(\d+)(.*)", text)
    return f"{found[1]}.{found[2]}{found[3]}{found[4]}" if found else None


def next_digit(text: str) -> str | None:
    found = list(re.finditer(r"\d", text))
    if not found:
        return None
    at = found[-1].start()
    return f"{text[:at]}{(int(text[at]) + 1) % 10 or 1}{text[at + 1 :]}"


for _name, _change in (
    ("digits transposed", swap_digits), ("digit dropped", drop_digit), ("zero appended", more_digit),
    ("point moved", shift_point), ("last digit wrong", next_digit),
):  # fmt: skip

    def _within(row: Row, record: Record, rng: random.Random, change: Any = _change) -> Cells:
        return cell("printed", change)(row, record, rng) if row["statement_id"] in record.exact else None

    def _alone(row: Row, record: Record, rng: random.Random, change: Any = _change) -> Cells:
        return None if row["statement_id"] in record.exact else cell("printed", change)(row, record, rng)

    simple(_P, "statements", f"{_name}, in an identity", _within)
    simple(_P, "statements", f"{_name}, alone", _alone, _ALONE)

_PERCENT = re.compile(r"^(\d+(?:\.\d+)?)%$")


@kind("percent sign lost", _P, "statements")
def _sign_lost(row: Row, _record: Record, _rng: random.Random) -> Cells:
    return {"printed": row["printed"][:-1], "unit_printed": ""} if _PERCENT.match(row["printed"]) else None


@kind("percent as a fraction", _P, "statements")
def _fraction(row: Row, _record: Record, _rng: random.Random) -> Cells:
    found = _PERCENT.match(row["printed"])
    return {"printed": f"{float(found[1]) / 100:g}", "unit_printed": ""} if found else None


def _replace(old: str, new: str) -> Callable[[str], str | None]:
    return lambda text: re.sub(old, new, text, count=1) if re.search(old, text) else None


simple(_P, "statements", "万 taken for 亿", cell("printed", _replace("万", "亿")), _ALONE)
simple(_P, "statements", "cue lost", cell("printed", _replace("超过|近|约|不足|多|余", "")), _ALONE)
simple(_P, "statements", "cue turned", cell("printed", _replace("超过", "不足")), _ALONE)
simple(
    _P,
    "statements",
    "unit_printed swapped",
    cell("unit_printed", lambda u: {"家": "个", "个": "家", "件": "次"}.get(u)),
)
simple(_P, "statements", "percent for a count", cell("printed", _replace("[家个]$", "%")))
simple(_P, "statements", "count for a share", cell("printed", _replace("%$", "家")))
simple(_P, "statements", "beyond its range", cell("printed", _replace(r"^\d+(?:\.\d+)?%$", "199.52%")))
simple(_P, "statements", "minus before a count", cell("printed", _replace(r"^(?=\d+[家个]$)", "-")))
simple(_P, "statements", "digits after the point lost", cell("printed", _replace(r"\.\d+", ".")))
simple(_P, "statements", "thousands misplaced", cell("printed", _replace(r"^(\d\d)(\d\d)(\d)", r"\1,\2,\3")))
simple(_P, "statements", "two figures in one", cell("printed", lambda t: f"{t}、{t}" if len(t) < 12 else None))
simple(_P, "statements", "words for a figure", cell("printed", lambda _: "基本合格"))
simple(_P, "statements", "a number beyond numbers", cell("printed", lambda _: "1e400"))
simple(_P, "statements", "figure emptied", cell("printed", lambda _: ""))

# Meaning

_M = "meaning"


@kind("indicator of the same unit", _M, "statements")
def _same_unit(row: Row, record: Record, rng: random.Random) -> Cells:
    unit = record.indicators[row["indicator"]]["unit"]
    fits = [name for name, one in record.indicators.items() if one["unit"] == unit and name != row["indicator"]]
    return {"indicator": rng.choice(fits)} if fits else None


@kind("indicator and id of another", _M, "statements")
def _consistent(row: Row, record: Record, rng: random.Random) -> Cells:
    swapped = _same_unit(row, record, rng)
    if swapped is None:
        return None
    codes = [record.indicators[name]["code"] for name in (row["indicator"], swapped["indicator"])]
    return swapped | {"statement_id": row["statement_id"].replace(f"-{codes[0]}", f"-{codes[1]}")}


@kind("indicator of another unit", _M, "statements")
def _other_unit(row: Row, record: Record, rng: random.Random) -> Cells:
    unit = record.indicators[row["indicator"]]["unit"]
    return {"indicator": record.other("indicators", row["indicator"], rng, lambda one: one["unit"] != unit)}


for _cell, _table in (("level", "levels"), ("area", "areas"), ("method", "methods"), ("entity", "entities")):

    def _swapped(row: Row, record: Record, rng: random.Random, name: str = _cell, table: str = _table) -> Cells:
        return {name: record.other(table, row[name], rng)} if row[name] else None

    simple(_M, "statements", f"{_cell} swapped", _swapped)
for _cell in ("indicator", "level", "area", "method", "entity", "copies", "bulletin_id"):
    simple(_M, "statements", f"{_cell} misspelt", cell(_cell, lambda t: t[:-2] + t[-1] if len(t) > 3 else None))
for _cell in ("method", "entity"):
    simple(_M, "statements", f"{_cell} lost", cell(_cell, lambda _: ""))
for _cell in ("level", "area", "copies", "coded_by", "confidence", "text_condition"):
    simple(_M, "statements", f"{_cell} emptied", cell(_cell, lambda _: ""))
simple(_M, "statements", "quarter taken for its year", cell("time_period", _replace(r"-Q\d$", "")))
simple(_M, "statements", "a year late", cell("time_period", lambda t: f"{int(t[:4]) + 1}{t[4:]}"))
simple(_M, "statements", "a year early", cell("time_period", lambda t: f"{int(t[:4]) - 1}{t[4:]}"))
simple(
    _M,
    "statements",
    "next quarter",
    cell("time_period", lambda t: f"{t[:-1]}{int(t[-1]) % 4 + 1}" if "-Q" in t else None),
)
simple(_M, "statements", "period written otherwise", cell("time_period", _replace("-Q", "Q")))
simple(_M, "statements", "month 13", cell("time_period", lambda t: f"{t[:4]}-13"))
simple(
    _M,
    "statements",
    "printed period of another quarter",
    cell("period_printed", lambda t: re.sub("第.季度", "第三季度", t)),
)
simple(_M, "statements", "confidence raised", cell("confidence", lambda t: "high" if t != "high" else None))
simple(_M, "statements", "text_condition mended", cell("text_condition", lambda t: "clean" if t != "clean" else None))
simple(_M, "statements", "locator emptied", cell("locator", lambda _: ""), "alone")
simple(_M, "statements", "note emptied", cell("note", lambda _: ""), "alone")
simple(_M, "statements", "review claimed", cell("statement_id", lambda _: None), "", "change")
KINDS.pop()


@kind("review claimed", _M, "statements", "review")
def _claimed(row: Row, _record: Record, _rng: random.Random) -> Cells:
    return {"reviewed": "text"} if not row["reviewed"] else None


@kind("copy of another bulletin", _M, "statements")
def _wrong_copy(row: Row, record: Record, rng: random.Random) -> Cells:
    return {"copies": record.other("copies", row["copies"], rng, lambda one: one["bulletin_id"] != row["bulletin_id"])}


@kind("another bulletin", _M, "statements")
def _wrong_bulletin(row: Row, record: Record, rng: random.Random) -> Cells:
    return {"bulletin_id": record.other("bulletins", row["bulletin_id"], rng)}


# Rows

_R = "rows"


def _whole(_row: Row, _record: Record, _rng: random.Random) -> Cells:
    return {}


def _named_in_identity(row: Row, record: Record, _rng: random.Random) -> Cells:
    return {} if row["statement_id"] in record.exact else None


simple(_R, "statements", "statement of an identity deleted", _named_in_identity, way="delete")
simple(_R, "statements", "row twice", _whole, way="duplicate")


@kind("row again under another id", _R, "statements", way="duplicate")
def _again(row: Row, _record: Record, _rng: random.Random) -> Cells:
    return {"statement_id": f"{row['statement_id']}-again"}


simple(_R, "statements", "id misspelt", cell("statement_id", lambda t: t[:-2] + t[-1]))
for _table in ("bulletins", "copies", "indicators", "issuers", "units"):
    simple(_R, _table, f"row of {_table} deleted", _whole, way="delete")
    simple(_R, _table, f"row of {_table} twice", _whole, way="duplicate")

# Bulletins and copies

_B = "bulletins"
simple(_B, "bulletins", "published a year late", cell("published", lambda t: f"{int(t[:4]) + 1}{t[4:]}"))
simple(_B, "bulletins", "published a year early", cell("published", lambda t: f"{int(t[:4]) - 1}{t[4:]}"))
simple(_B, "bulletins", "period of another year", cell("period", lambda t: f"{int(t[:4]) + 1}{t[4:]}"))
simple(
    _B,
    "bulletins",
    "period of another quarter",
    cell("period", lambda t: f"{t[:-1]}{int(t[-1]) % 4 + 1}" if "-Q" in t else None),
)
simple(_B, "bulletins", "day that no calendar has", cell("published", lambda t: f"{t[:4]}-02-30"))
simple(
    _B,
    "bulletins",
    "title of another year",
    cell("title", _replace(r"20(\d)\d", r"20\g<1>0"), lambda row: row["period"][3:4] not in ("0", "")),
)
simple(_B, "bulletins", "language swapped", cell("language", lambda t: {"zh": "en", "en": "zh"}[t]))
simple(
    _B,
    "bulletins",
    "kind swapped",
    cell("kind", lambda t: "study" if t != "study" else "notice"),
    "alone",
)
for _table, _cell in (("issuers", "issuer"), ("areas", "area")):

    def _of_bulletin(row: Row, record: Record, rng: random.Random, name: str = _cell, table: str = _table) -> Cells:
        return {name: record.other(table, row[name], rng)}

    simple(_B, "bulletins", f"{_cell} swapped", _of_bulletin)
    simple(_B, "bulletins", f"{_cell} misspelt", cell(_cell, lambda t: t[:-2] + t[-1] if len(t) > 3 else None))
simple(_B, "copies", "promoted to official", cell("page_kind", lambda t: "official" if t != "official" else None))
simple(
    _B,
    "copies",
    "official page called a mirror",
    cell("page_kind", lambda t: "mirror" if t == "official" else None),
    "alone",
)
simple(_B, "copies", "no http address", cell("address", _replace("^https?", "ftp")))
simple(_B, "copies", "address of a script", cell("address", lambda _: "javascript:alert(1)"))
simple(_B, "copies", "address emptied", cell("address", lambda _: ""))
simple(_B, "copies", "bulletin misspelt", cell("bulletin_id", lambda t: t[:-2] + t[-1]))
simple(_B, "copies", "day seen written otherwise", cell("seen", _replace("-", "/")))


@kind("address of another copy", _B, "copies")
def _address(row: Row, record: Record, rng: random.Random) -> Cells:
    fits = [one["address"] for one in record.tables["copies"] if one["host"] != row["host"] and one["address"]]
    return {"address": rng.choice(fits)} if row["address"] else None


@kind("bulletin swapped", _B, "copies")
def _other_bulletin(row: Row, record: Record, rng: random.Random) -> Cells:
    return {"bulletin_id": record.other("bulletins", row["bulletin_id"], rng)}


# Characters

_C = "characters"
_SIGNS = {
    "zero-width space": lambda t: f"{t[:1]}\u200b{t[1:]}", "no-break space": lambda t: f"{t[:1]}\u00a0{t[1:]}",
    "blank at the end": lambda t: f"{t} ", "line break": lambda t: f"{t[:1]}\n{t[1:]}",
    "tab": lambda t: f"{t[:1]}\t{t[1:]}",
    "control character": lambda t: f"{t[:1]}\u0007{t[1:]}", "next line U+0085": lambda t: f"{t[:1]}\u0085{t[1:]}",
    "direction turned": lambda t: f"{t[:1]}\u202e{t[1:]}", "formula": lambda t: f"=1+1 {t}", "tag": lambda t: f"<b>{t}",
    "shortcode": lambda t: "{{< include x >}} " + t, "Markdown link": lambda t: f"[{t}](http://x.org)",
    "full-width digits": lambda t: t.translate(str.maketrans("0123456789%", "０１２３４５６７８９％")),
}  # fmt: skip
for _name, _change in _SIGNS.items():
    for _table, _cell in (
        ("statements", "printed"),
        ("bulletins", "title"),
        ("indicators", "label_en"),
        ("copies", "note"),
    ):
        simple(_C, _table, f"{_name} in {_cell}", cell(_cell, _change))

# Codebook

_K = "codebook"
for _lang in ("en", "zh"):

    def _exchanged(row: Row, record: Record, rng: random.Random, lang: str = _lang) -> Cells:
        other = rng.choice([one for one in record.tables["indicators"] if one["indicator"] != row["indicator"]])
        return {
            f"label_{lang}": other[f"label_{lang}"],
            "with": (other["indicator"], {f"label_{lang}": row[f"label_{lang}"]}),
        }

    simple(_K, "indicators", f"label_{_lang} exchanged", _exchanged)
simple(_K, "units", "decimals of another unit", cell("decimals", lambda t: "1" if t == "0" else "0"))
simple(_K, "indicators", "unit misspelt", cell("unit", lambda t: t[:-2] + t[-1]))
simple(_K, "indicators", "percent as score", cell("unit", lambda t: "score" if t == "percent" else None))
simple(_K, "indicators", "highest value a tenth", cell("max", lambda t: str(float(t) / 10) if t else None))
simple(_K, "indicators", "code changed", cell("code", lambda t: f"{t}-x"))
simple(_K, "indicators", "code of its neighbour", cell("code", lambda t: "running" if t != "running" else "checked"))
simple(_K, "indicators", "theme misspelt", cell("theme", lambda t: t[:-2] + t[-1]))
simple(
    _K,
    "indicators",
    "kind swapped",
    cell("kind", lambda t: {"stock": "flow", "flow": "stock"}.get(t)),
    "alone",
)
simple(_K, "indicators", "definition emptied", cell("definition_en", lambda _: ""))
simple(
    _K,
    "indicators",
    "a word of a definition wrong",
    cell("definition_en", _replace("Share", "Number")),
    "alone",
)
simple(
    _K, "issuers", "area of another place", cell("area", lambda t: "CN-XZ" if t not in ("CN", "", "CN-XZ") else None)
)
simple(
    _K, "entities", "area of another place", cell("area", lambda t: "CN-XZ" if t not in ("CN", "", "CN-XZ") else None)
)
simple(_K, "entities", "code of another entity", cell("code", lambda t: f"{t}x"))

for _table, _lang in (("issuers", "zh"), ("levels", "en"), ("methods", "zh"), ("entities", "en")):

    def _exchanged_in(row: Row, record: Record, rng: random.Random, table: str = _table, lang: str = _lang) -> Cells:
        key, label = record.keys[table], f"label_{lang}"
        other = rng.choice([one for one in record.tables[table] if one[key] != row[key]])
        return {label: other[label], "with": (other[key], {label: row[label]})}

    simple(_K, _table, f"label_{_lang} exchanged", _exchanged_in)
simple(_K, "levels", "order of another level", cell("order", lambda t: str(int(t) + 1)), "alone")
simple(_K, "themes", "label emptied", cell("label_zh", lambda _: ""))
simple(_K, "terms", "a word of a term lost", cell("term", _replace(r"\|[^|]+$", "")), "reader")
simple(_K, "terms", "value misspelt", cell("value", lambda t: t[:-2] + t[-1] if len(t) > 3 else None))
simple(_K, "terms", "row of terms deleted", _whole, "reader", way="delete")
simple(_K, "patterns", "an alternative lost", cell("expression", _replace(r"\|[^|()\[\]]+$", "")), "reader")
simple(_K, "patterns", "bracket lost", cell("expression", _replace(r"\)$", "")))
simple(_K, "confidence", "digits transposed", cell("whole", swap_digits), "reader")
simple(_K, "confidence", "sign lost", cell("whole", _replace("^-", "")), "reader")
simple(_K, "wording", "digits transposed", cell("weights", swap_digits), "reader")
simple(_K, "wording", "a weight without its sign", cell("weights", _replace(":-", ":")), "reader")

# Corrections, conflicts, identities, breaks

_I = "records"
simple(_I, "breaks", "indicator misspelt", cell("indicator", lambda t: t[:-2] + t[-1]))
simple(_I, "breaks", "id misspelt", cell("break_id", lambda t: t[:-2] + t[-1]))
simple(_I, "breaks", "date where no series is cut", cell("date", lambda _: "1999"))
simple(_I, "breaks", "kind unknown", cell("kind", lambda t: t[:-1]))
simple(_I, "breaks", "deleted", _whole, way="delete")
simple(_I, "raw_conflicts", "statement misspelt", cell("statements", lambda t: t[:-2] + t[-1]))
simple(_I, "raw_conflicts", "deleted", _whole, way="delete")
simple(
    _I,
    "raw_conflicts",
    "handled otherwise",
    cell("handled", lambda t: "agreed" if t != "agreed" else "context"),
    "alone",
)
simple(_I, "raw_conflicts", "rule unknown", cell("rule", lambda t: f"{t}9"))
simple(
    _I,
    "raw_conflicts",
    "name in braces misspelt",
    cell("explanation_en", _replace(r"\{([a-z0-9_-]+)[a-z0-9]\}", r"{\1}")),
)
simple(_I, "raw_conflicts", "brace lost", cell("explanation_en", _replace(r"\}", "")))
simple(_I, "raw_conflicts", "explanation emptied", cell("explanation_zh", lambda _: ""))
simple(_I, "raw_identities", "term misspelt", cell("right", lambda t: t[:-2] + t[-1] if "-" in t else None))
simple(
    _I,
    "raw_identities",
    "deleted",
    _whole,
    "identity",
    "delete",
)
simple(_I, "raw_identities", "sign turned", cell("left", _replace(r" \+ ", " - ")))
simple(_I, "raw_identities", "term lost", cell("left", _replace(r" \+ [a-z0-9-]+$", "")))
simple(_I, "confirmed", "row misspelt", cell("rows", lambda t: t[:-2] + t[-1]))
simple(_I, "confirmed", "rule of another suspicion", cell("rule", lambda t: "STA-01" if t != "STA-01" else None))
simple(_I, "second_coding", "figure coded otherwise", cell("printed", next_digit), "alone")
simple(_I, "raw_identities", "expected otherwise", cell("id", lambda _: None))
KINDS.pop()


@kind("expected otherwise", _I, "raw_identities")
def _expected(row: Row, _record: Record, _rng: random.Random) -> Cells:
    return {"expected": "disagrees", "known": "so it is", "known_zh": "如此"} if not row.get("expected") else None


def correction(**cells: str) -> Slip:
    """Make a correction of a row of statements that has a fault."""

    def slip(row: Row, _record: Record, _rng: random.Random) -> Cells:
        good = {
            "statement": row["statement_id"], "field": "printed", "expect": row["printed"], "change_to": row["printed"],
            "reason": "a slip", "decided_by": "team", "date": "2024-05-31",
        }  # fmt: skip
        return {"add": ("corrections", good | {name: good[name] + text for name, text in cells.items()})}

    return slip


_WRONG = {
    "statement misspelt": "statement",
    "field misspelt": "field",
    "guard broken": "expect",
    "date unknown": "date",
}
for _name, _cell in _WRONG.items():
    simple(_I, "statements", f"correction: {_name}", correction(**{_cell: "-9"}), way="add")


def occasions(
    one: Kind, record: Record, number: int, taken: set[tuple[int, str, str]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield as many rows as wanted with the cells that a kind changes in them.

    The first is for the first wave, and so on; none is yielded that another kind has taken in the same wave.
    """
    rng = random.Random(f"{one.table} {one.name}")
    rows, key = list(record.tables[one.table]), record.keys[one.table]
    rng.shuffle(rows)
    wave = 0
    for row in rows:
        place = (wave, one.table, row[key])
        if wave < number and place not in taken and (cells := one.slip(row, record, rng)) is not None:
            taken.add(place)
            wave += 1
            yield row[key], cells
