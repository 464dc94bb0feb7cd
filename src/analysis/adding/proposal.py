"""The rows that a new bulletin would have, field by field: a value, why, and whether a person must look at it.

What the document says of itself comes first, then the nearest registered bulletin of the same series.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from analysis.adding.register import Register, Row, body_of, place_name
from analysis.adding.text import Text
from analysis.base.errors import ProjectError, UnknownName
from analysis.base.periods import Period, parse_period, period_of
from analysis.words.dates import display_period

BULLETIN_FIELDS = (
    "title", "issuer", "area", "kind", "period", "published", "published_basis", "document_no", "language",
    "bulletin_id", "title_en",
)  # fmt: skip
COPY_FIELDS = ("address", "page_kind", "condition", "confidence")


@dataclass(frozen=True)
class Guess:
    """A proposed value; a person is asked where it is not `sure`."""

    value: str = ""
    why: str = ""
    sure: bool = False


Proposal = dict[str, Guess]
_KINDS = (
    ("white_paper", r"白皮书|蓝皮书"), ("census", r"第一次全国政府网站普查"),
    ("statistics", r"统计|(?:热线|信箱|留言).*(?:运行|办理|受理|来信|答复|情况|数据)|年度报表"),
    ("spot_check", r"检查(?:情况|结果|$)"), ("evaluation", r"绩效|评估|考核|测评|指数|监测.*报告|[Ee]valuation"),
    ("survey", r"调查|[Ss]urvey"),
    ("spot_check", r"抽查|检查|普查|自查|监管|监测|运维|[Ss]pot check"), ("notice", r"通知|公告|公示"),
)  # fmt: skip
_WORDS_FOR = {
    "spot_check": "check of government websites", "evaluation": "annual assessment of government websites",
    "survey": "survey of government websites", "census": "census of government websites",
}  # fmt: skip
_ABOUT = (("热线", "the 12345 hotline"), ("信箱|留言|来信", "letters to the government"))
_NEWS = re.compile(r"news|people\.com|xinhua|chinanews|china\.com|cctv|sina|sohu|163\.com|qq\.com|ifeng|ribao|daily")
_ISSUER_KINDS = ("province", "city", "county", "ministry")
_RANKS = {"县": "county", "区": "district", "州": "prefecture"}
_PLACEHOLDER = re.compile(r"(?:19|20)\d\d(?:q\d|h\d|m\d\d|n\d)?$")
_NUMBER = re.compile(r"[0-9一二三四]")
# What titles of one series differ in: who speaks, the period, and what kind of notice it is called.
_PASSING = re.compile(
    r"^.{2,24}?关于|[〇零一二三四五六七八九十]+(?=季度|月|届|次)|[上下]半年|季度|政府系统|[检抽]查|情况|工作|通报"
    r"|[\W\d_年月次份第度全省市区县州旗的和与及]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CITED = re.compile(r"(?:[《〈]|根据|按照|依据|落实)$")
# The fields of a page's head run on where its blanks are gone.
_FIELD = re.compile(r"(?:发布|更新)?(?:时间|日期)|浏览|作者|字号")
# Servers file a page by its day: /20241212/162.html, /202207/t20220729_217.shtml, /2024-06/28/content_2.shtml.
_DATED = re.compile(r"[/t](20\d\d)-?([01]\d)[-/]?([0-3]\d)[/_]")
_OPENING = 600
_LATEST = 366  # days after its period: a page that was moved has the day of its moving
# Titles that differ in their period alone.
_SAME_SERIES = 0.95
_DAMAGED = re.compile(r"[\ufffd]|\w\?\w.*\w\?\w")


def propose(text: Text, register: Register, said: dict[str, str]) -> Proposal:
    """Return a guess for each field of a bulletin and of its copy; what a person `said` is sure."""
    record = text.record
    found: Proposal = {name: Guess(value, "as given", True) for name, value in said.items() if value}

    def settle(name: str, guess: Guess) -> str:
        return found.setdefault(name, guess).value

    title = settle("title", _title(text))
    issuer = settle("issuer", find_issuer(text, title, register))
    near = nearest(title, register.by_issuer(issuer))
    settle("area", _area(text, issuer, register))
    settle("kind", _kind(title, near))
    period = settle("period", _known(record.period.value, "said by the " + (record.ways[1] or "text")))
    published = settle("published", _published(text, period))
    settle("published_basis", Guess("page" if len(published) > 4 else "inferred", "", True))
    settle("document_no", Guess(_own_number(text), "printed" if _own_number(text) else "none seen", True))
    settle("language", Guess("zh" if _HAN.search(text.plain[:_OPENING]) else "en", "", True))
    settle("bulletin_id", propose_id(issuer, period, near, register))
    place = place_name(register.issuer(issuer).get("label_en", ""))
    settle("title_en", english_title(title, found["kind"].value, period, near, place))
    address = settle("address", _known(text.address, "written in the page"))
    page = settle("page_kind", _seen_on(address, register) or page_kind_of(address))
    settle("condition", Guess("damaged" if _DAMAGED.search(text.plain) else "clean", "by its characters", True))
    settle("confidence", Guess("high" if page in ("official", "news") else "medium", "by the page", True))
    return found


def _known(value: str, why: str) -> Guess:
    return Guess(value, why if value else "not said", bool(value))


def _title(text: Text) -> Guess:
    title = text.record.title.value.lstrip("•●■◆▪·* \t").strip()
    title = re.sub(r"\s+", "", title) if _HAN.search(title) else title
    return Guess(title, "first line that names a document", len(title) >= 8 and not title.startswith("附件"))


def find_issuer(text: Text, title: str, register: Register) -> Guess:
    """Return the registered issuer that the document names, else that of a series with its title, else its name."""
    record = text.record
    named = [part.value for part in (record.issuer, record.signature, record.source) if part.value]
    for name in named:
        if row := named_body(name, register):
            return Guess(row["issuer"], f"names {name}", True)
    series = nearest(title, register.bulletins, _SAME_SERIES)
    if series and _is_named(register.issuer(series["issuer"]), f"{title} {text.plain[:_OPENING]}"):
        return Guess(series["issuer"], f"as {series['bulletin_id']}")
    if record.issuer.value:
        return Guess("", f"new: {new_issuer(text)}")
    found = _opening_issuer(text, register)
    return Guess("", f"not said; titled as {series['bulletin_id']} is") if series and not found.value else found


def _is_named(row: Row, opening: str) -> bool:
    """Say whether an opening names a body's place; the titles of all cities' notices are alike."""
    return row["label_zh"][:2] in opening or place_name(row["label_en"]) in opening


def new_issuer(text: Text) -> str:
    """Return the fullest name that the document gives of its issuer."""
    record = text.record
    named = [_FIELD.split(part.value)[0] for part in (record.issuer, record.signature, record.source)]
    return max((name for name in named if name.startswith(record.issuer.value)), key=len, default="")


def _opening_issuer(text: Text, register: Register) -> Guess:
    """Return the issuer that the opening names first; what it cites stands behind a title mark or 根据."""
    opening, local = text.plain[:_OPENING], text.record.local
    rows = [row for row in register.issuers if len(row["label_zh"]) >= 6 and not (local and row["area"] == "CN")]
    named = [(opening.find(row["label_zh"]), row) for row in rows if row["label_zh"] in opening]
    named = [(at, row) for at, row in named if not _CITED.search(opening[:at])]
    if not named:
        return Guess("", "not said")
    row = min(named, key=lambda pair: pair[0])[1]
    return Guess(row["issuer"], f"the opening names {row['label_zh']}")


def named_body(name: str, register: Register) -> Row:
    """Return the registered issuer of a name, an empty row where none has it."""
    return next((row for row in register.issuers if name in _names(row)), {})


def issuer_row(issuer: str, name: str, text: Text, register: Register) -> Row:
    """Return a new issuer's row: kind and area by the place it names, its English name as that of its nearest kin."""
    rank = next((kind for kind in _ISSUER_KINDS if text.record.rank.startswith(kind)), "")
    facts = {"kind": rank, "area": text.record.area.value} | register.facts_of(name)
    of_kind = [row for row in register.issuers if row["kind"] == facts["kind"]]
    kin = max(of_kind, key=lambda row: likeness(body_of(row["label_zh"]), body_of(name)), default={})
    place = " ".join([issuer.partition("-")[0].title(), _RANKS.get(name[: -len(body_of(name))][-1:], "")]).strip()
    label = kin["label_en"].replace(place_name(kin["label_en"]), place) if kin and body_of(name) != name else ""
    return {"issuer": issuer, "label_en": label, "label_zh": name, **facts, "aliases": "", "note": ""}


def _names(row: Row) -> list[str]:
    return [row["label_zh"], row["label_en"], *filter(None, row["aliases"].split("|"))]


def near_issuers(name: str, register: Register) -> list[Row]:
    """Return the registered issuers whose names come nearest, so that no body gets a second id."""
    return sorted(register.issuers, key=lambda row: -max(likeness(name, one) for one in _names(row)))[:3]


def likeness(one: str, other: str) -> float:
    """Return how alike two names or titles are, from 0 to 1."""
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def nearest(title: str, rows: Iterable[Row], least: float = 0.6) -> Row:
    """Return the bulletin with the most similar title, the first of equals; empty where none is at all similar."""

    def alike(row: Row) -> float:
        return round(likeness(*(_NUMBER.sub("", one) for one in (title, row["title"]))), 1)

    found = max(rows, key=alike, default={})
    return found if found and alike(found) >= least else {}


def _area(text: Text, issuer: str, register: Register) -> Guess:
    if area := register.issuer(issuer).get("area"):
        return Guess(area, "the issuer's", True)
    return _known(text.record.area.value, f"by {text.record.ways[0] or 'its words'}")


def _kind(title: str, near: Row) -> Guess:
    found = next((kind for kind, words in _KINDS if re.search(words, title)), "")
    if near and (not found or found == near["kind"]):
        return Guess(near["kind"], f"as {near['bulletin_id']}", True)
    return Guess(found or "notice", "by the words of the title", bool(found) and not near)


def _published(text: Text, period: str) -> Guess:
    if text.record.published.value:
        return Guess(text.record.published.value, "printed on the page", True)
    if dated := _DATED.search(text.address):
        day = "-".join(dated.groups())
        late = (period_of(day) or Period(date.max, date.max)).first - parse_period(period or day).last
        if timedelta(-31) < late < timedelta(_LATEST):
            return Guess(day, "in the address of the page", True)
    return Guess(period[:4], "not said; the year of its period is the earliest it can be")


def _own_number(text: Text) -> str:
    """Return the document's own number; one in brackets or behind a title belongs to a document that it cites."""
    number, (start, _) = text.record.number.value, text.record.number.span
    return "" if text.plain[max(0, start - 1) : start] in ("(", "（", "》") else number


def propose_id(issuer: str, period: str, near: Row, register: Register) -> Guess:
    """Return the id by the pattern of the series: what stands before its period, then the new period."""
    stem = _PLACEHOLDER.sub("", near["bulletin_id"]).rstrip("-") if near else ""
    stem = stem or re.sub(r"-(?:go|gov)$", "", issuer)
    if not stem or not period:
        return Guess("", "needs issuer and period")
    name = f"{stem}-{code_of(period)}"
    taken = any(row["bulletin_id"] == name for row in register.bulletins)
    return Guess("" if taken else name, f"{name} is taken" if taken else "by the rule", not taken)


def code_of(period: str) -> str:
    """Return a period as ids write it: 2017q2, 2019h1, 2020m10, 2017."""
    year, _, part = period.partition("-")
    if part[:1] in ("Q", "H"):
        return year + part.lower()
    return f"{year}m{part[:2]}" if part else year


def _words_of(title: str) -> str:
    """Return what a title says besides its period: one with 网站与政务新媒体 was called as one on 新媒体 alone."""
    return _PASSING.sub("", title)


def _subjects(title: str) -> list[bool]:
    return [subject in title for subject in ("网站", "新媒体", "热线")]


def english_title(title: str, kind: str, period: str, near: Row, place: str) -> Guess:
    """Return an English title by the pattern of the series, with the words of the new period."""
    if not period:
        return Guess("", "needs a period")
    if not _HAN.search(title):
        return Guess(title, "its own", bool(title))
    words = display_period(period, "en")
    if near and near["period"] and near["kind"] == kind and _subjects(title) == _subjects(near["title"]):
        before, old, after = near["title_en"].partition(display_period(near["period"], "en"))
        if old:
            # An edition that is counted, the 13th, is not the next one's.
            counted = re.search(r"\d", f"{before}{after}".replace("12345", ""))
            same = _words_of(title) == _words_of(near["title"]) and not counted
            return Guess(f"{before}{words}{after}", f"as {near['bulletin_id']}", same)
    return Guess(_title_by_words(title, kind, words, place), "by the words of the title")


def _title_by_words(title: str, kind: str, period: str, place: str) -> str:
    what = next((what for said, what in _ABOUT if re.search(said, title)), "")
    what = what or _WORDS_FOR.get(kind, "notice on government websites")
    if "新媒体" in title:
        what = f"{what} and new media" if "网站" in title else what.replace("government websites", "new media")
    return f"{place}: {what}, {period}" if place else ""


def page_kind_of(address: str) -> Guess:
    """Say who stands behind a page by its host; a host that says nothing is a mirror until a person knows better."""
    host = urlsplit(address).hostname or ""
    if host.endswith(".gov.cn") or host == "gov.cn":
        return Guess("official", host, True)
    return Guess("news", host) if _NEWS.search(host) else Guess("mirror", host or "no address")


def _seen_on(address: str, register: Register) -> Guess | None:
    """Return the kind of the pages of a host of before, None for a new host or one of several kinds."""
    host = urlsplit(address).hostname
    kinds = {row["page_kind"] for row in register.copies if host and row["host"] == host}
    return Guess(kinds.pop(), f"as other pages of {host}", True) if len(kinds) == 1 else None


def bulletin_row(found: Proposal) -> Row:
    """Return the row of `bulletins.csv`."""
    return {name: found[name].value for name in BULLETIN_FIELDS}


def copy_row(found: Proposal, number: int, seen: date) -> Row:
    """Return the row of `copies.csv`, the `number`th of its bulletin."""
    bulletin_id, address = found["bulletin_id"].value, found["address"].value
    return {
        "copy_id": f"{bulletin_id}-c{number}", "bulletin_id": bulletin_id, "host": urlsplit(address).hostname or "",
        "seen_title": found["title"].value, "seen": seen.isoformat(),
        **{name: found[name].value for name in COPY_FIELDS},
    }  # fmt: skip


def unsure(found: Proposal) -> list[str]:
    """Return the fields that a person must look at."""
    return [name for name in (*BULLETIN_FIELDS, *COPY_FIELDS) if not found[name].sure]


_OPTIONAL = ("document_no",)
_ID, _SHORTEST_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), 3


def require_valid(found: Proposal, register: Register) -> None:
    """Raise `ProjectError` for the first field that the tables would refuse, with the option that mends it."""
    said = {name: found[name].value for name in (*BULLETIN_FIELDS, *COPY_FIELDS)}
    for name, value in said.items():
        require_cell(name, value, register)
    for name, value in said.items():
        if not value and name not in _OPTIONAL:
            raise ProjectError(f"{name} is not known ({found[name].why}): give it with {option_of(name)}.")


def require_cell(name: str, value: str, register: Register) -> None:
    """Raise `ProjectError` for a value that a field cannot have, whatever the others are; empty ones are not judged."""
    if not value:
        return
    known = _vocabularies(register).get(name)
    if known and value not in known:
        raise UnknownName(name, value, known, option_of(name))
    if name in ("period", "published"):
        _require_time(name, value, register)
    if name == "address" and not _is_address(value):
        raise ProjectError(f"'{value}' is no address: give that of the page, https://..., with --address.")
    if name == "bulletin_id":
        require_id(value)
        if any(row["bulletin_id"] == value for row in register.bulletins):
            raise ProjectError(f"'{value}' is the id of a registered bulletin: give another one with --id.")


def require_id(name: str) -> None:
    """Raise `ProjectError` for what is no id: a question mark became an issuer."""
    if not _ID.fullmatch(name) or len(name) < _SHORTEST_ID:
        raise ProjectError(f"'{name}' is no id: use lower-case letters, digits and single hyphens, as gov-2017q2 does.")


def _is_address(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not re.search(r"\s", value)


def _require_time(name: str, value: str, register: Register) -> None:
    told = parse_period(value)
    if name == "published" and told.first > date.today():
        raise ProjectError(f"published {value}: a bulletin cannot be of the future; give --published.")
    first = min(row["period"] for row in register.bulletins if row["period"])
    if name == "period" and told.last < parse_period(first).first:
        raise ProjectError(f"about {value}: that is before the record begins; give --period.")


def _vocabularies(register: Register) -> dict[str, set[str]]:
    return {
        "issuer": {row["issuer"] for row in register.issuers}, "area": set(register.codebook.areas),
        "kind": {row["kind"] for row in register.bulletins}, "page_kind": {row["page_kind"] for row in register.copies},
        "condition": {row["condition"] for row in register.copies},
    }  # fmt: skip


def option_of(name: str) -> str:
    """Return the option of `bulletins add` that gives a field."""
    return "--" + {"bulletin_id": "id", "document_no": "number"}.get(name, name).replace("_", "-")
