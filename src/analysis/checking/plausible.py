"""What speaks against a row that keeps every rule of form: a slip whose cells are all well written.

A quarter taken for its year, a level lost, a mirror called official: each is written as it should be, and contradicts
something that stands beside it: the row's own id, its bulletin, its copies, the rows most like it. Each finding was
tried on the whole record; what it finds there and is right is listed, with the reason, in `data/raw/confirmed.csv`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from analysis.base.codebook import load_codebook
from analysis.base.periods import period_of
from analysis.base.tables import grouped
from analysis.words.catalogue import LANGS

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from analysis.bounds.quantity import Quantity

Row = Mapping[str, str]
Column = list[str | None]
_DATE = r"(?:19|20)\d\d"
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4}
_RANK = {"low": 0, "medium": 1, "high": 2}


class RawTables(Protocol):
    """What the rules of this module ask of the raw tables."""

    def path(self, name: str) -> Path:
        """Return where a table stands."""
        ...

    def rows(self, name: str) -> list[dict[str, str]]:
        """Return a CSV as rows of strings."""
        ...

    @property
    def observed(self) -> pl.DataFrame:
        """All observations that the raw tables give."""
        ...

    @property
    def readable(self) -> pl.DataFrame:
        """The same; none where a figure cannot be read, which another rule names."""
        ...

    @property
    def figures(self) -> dict[str, Quantity]:
        """The figures of all observations, by id."""
        ...


def _keyed(frames: RawTables, table: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in frames.rows(table)}


def _code(cell: str) -> str:
    return cell.removeprefix("CN-").lower().replace("_", "-")


# Ids


def ids(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find ids that tell another indicator, level, area, method, period or entity than their row has."""
    codes = {row["indicator"]: row["code"] for row in frames.rows("indicators")}
    entities = {row["entity"]: row["code"] for row in frames.rows("entities")}
    return [_about_id(row, codes, entities) for row in rows]


def _about_id(row: Row, codes: Mapping[str, str], entities: Mapping[str, str]) -> str:
    tail, code = tail_of(row), codes.get(row["indicator"], "")
    if not code:
        return ""
    if f"{tail}-".startswith(f"{code}-"):
        own = [
            entities.get(row["entity"], ""),
            *(_code(row[name]) for name in ("area", "level", "method", "time_period")),
        ]
        left = _without(tail[len(code) + 1 :], own)
        # A figure itself tells two rows apart where nothing else does.
        digits = re.sub(r"\D", "", row["printed"])
        told = not left or (left.replace("-", "").isdigit() and left.replace("-", "") in digits)
        return (
            "" if told else f"the id says '{left}', which is none of the row's area, level, method, period and entity"
        )
    return f"the id says '{tail}', and the code of {row['indicator']} is {code}"


def tail_of(row: Row) -> str:
    """Return the part of a statement's id after that of its bulletin."""
    return row["statement_id"].removeprefix(f"{row['bulletin_id']}-")


def _without(text: str, parts: Iterable[str]) -> str:
    text = f"-{text}-"
    for part in sorted(filter(None, parts), key=len, reverse=True):
        text = text.replace(f"-{part}-", "-", 1)
    return text.strip("-")


# Periods


def periods(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find periods that the printed words, or the bulletin that prints the figure, contradict."""
    bulletins = _keyed(frames, "bulletins", "bulletin_id")
    stocks = {row["indicator"] for row in frames.rows("indicators") if row["kind"] == "stock"}
    return [
        _against_words(row["period_printed"], row["time_period"])
        or (_lost_day(row["period_printed"], row["time_period"]) if row["indicator"] in stocks else "")
        or _against_bulletin(row, bulletins.get(row["bulletin_id"], {}))
        for row in rows
    ]


@lru_cache(maxsize=1 << 12)  # words stand over and over
def _against_words(words: str, period: str) -> str:
    if words and (found := period_of(period)) and not all(_agree(words, period, found.first.month, found.last.month)):
        return f"time_period is '{period}', and the bulletin prints '{words}'"
    return ""


def _lost_day(words: str, period: str) -> str:
    """Find a stock that is coded by another period than the day printed with it."""
    days = [f"{int(month):02}-{int(day):02}" for month, day in re.findall(r"(\d{1,2})月(\d{1,2})日", words)]
    lost = days and period[5:] not in days
    return f"time_period is '{period}', and a stock is of the day printed with it: '{words}'" if lost else ""


def _agree(words: str, period: str, first: int, last: int) -> Iterator[bool]:
    if years := re.findall(_DATE, words):
        yield period[:4] in years
    if quarter := re.search(r"第?([一二三四1-4])季度", words):
        ends = 3 * int(_NUMERALS.get(quarter[1], quarter[1]))
        yield ends - 2 <= first and last <= ends
    if half := re.search(r"[上下]半年", words):
        yield (last <= 6) if half[0] == "上半年" else (first >= 7)
    if (months := re.findall(r"(\d{1,2})\s*(?=月|-\d{1,2}月)", words)) and not quarter:
        yield int(months[0]) <= first and last <= int(months[-1])


def _against_bulletin(row: Row, bulletin: Row) -> str:
    told, period = bulletin.get("period", ""), row["time_period"]
    ours, theirs = period_of(period), period_of(told)
    if not ours or not theirs or period == told or _named(row, bulletin, period):
        return ""
    if ours.last < theirs.first and period[:4] == told[:4] and len(told) > 4:
        return f"time_period is '{period}', and the bulletin reports on {told}; the id does not tell it"
    if len(period) == 4 < len(told) and period == told[:4]:
        return f"time_period is the whole year '{period}', and the bulletin reports on {told}; the id does not tell it"
    seen = period_of(bulletin["published"])
    if period[:4] != told[:4] and not (seen and theirs.last < ours.last <= seen.last):
        return f"time_period is '{period}', and the bulletin reports on {told}; neither id nor title tells the year"
    return ""


def _named(row: Row, bulletin: Row, period: str) -> bool:
    return period.lower() in tail_of(row) or (
        period[:4] != bulletin["period"][:4] and period[:4] in tail_of(row) + bulletin["title"] + row["period_printed"]
    )


# Places


def places(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find areas that neither the bulletin nor the id nor the entity tells, and levels that need an entity."""
    bulletins, issuers = _keyed(frames, "bulletins", "bulletin_id"), _keyed(frames, "issuers", "issuer")
    entities = _keyed(frames, "entities", "entity")
    return [_about_place(row, bulletins.get(row["bulletin_id"], {}), issuers, entities) for row in rows]


def _about_place(row: Row, bulletin: Row, issuers: Mapping[str, Row], entities: Mapping[str, Row]) -> str:
    area, entity = row["area"], entities.get(row["entity"], {})
    if row["level"] == "single" and not row["entity"]:
        return "level is 'single', and entity does not say which site, platform or account"
    if not bulletin:
        # A rule of its own says that the bulletin is unknown.
        return ""
    issuer = issuers.get(bulletin.get("issuer", ""), {}).get("area")
    known = {bulletin.get("area"), *([issuer] if issuer != "CN" else [])}
    if "兵团" in bulletin.get("title", ""):  # the corps has an area of its own within Xinjiang
        known = {"CN-XPCC"}
    if area in known or (area == entity.get("area") and area != "CN") or _code(area) in tail_of(row).split("-"):
        return "" if not entity or entity["area"] in (area, "CN") else _elsewhere(entity, area)
    return f"area is '{area}', and the bulletin is about {bulletin.get('area')}; neither id nor entity tells it"


def _elsewhere(entity: Row, area: str) -> str:
    return f"entity '{entity['entity']}' lies in {entity['area']}, not in '{area}'"


# Words


def units(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find printed units that the indicator does not have, that the print contradicts, or that are lost."""
    listed, kinds = list(rows), _keyed(frames, "units", "unit")
    unit_of = {row["indicator"]: row["unit"] for row in frames.rows("indicators")}
    measured = [unit_of.get(row["indicator"], "") for row in listed]
    seen = Counter((unit, row["unit_printed"]) for row, unit in zip(listed, measured, strict=True))
    return [_about_unit(row, unit, kinds, seen) for row, unit in zip(listed, measured, strict=True)]


_SIGN = re.compile(r"[%％‰]|成|per ?cent|百分|半|half|全|均|all|倍|[点點]|pp\b|持平|no change", re.IGNORECASE)
_END = re.compile(r"([\u4e00-\u9fff%]+)$")
_TORN = re.compile(r"^[-−]\d|\d[.,](?!\d)|(?<![\do])[.,]\d|\d,(?!\d{3}(?!\d))|\d{4,},|^0\d")


def _about_unit(row: Row, unit: str, kinds: Mapping[str, Row], seen: Counter[tuple[str, str]]) -> str:
    word, printed = row["unit_printed"], row["printed"]
    if _TORN.search(printed):
        return f"'{printed}' holds a sign or a point that no figure has"
    is_share = unit in ("percent", "percentage_points") and row["text_condition"] != "unit_lost"
    if is_share and not _SIGN.search(f"{printed}{word}{row['qualifier']}"):
        return f"'{printed}' is a share and has no percent sign; text_condition is not 'unit_lost'"
    end = _END.search(printed)
    if word and end and word not in end[1] and end[1] not in word:
        return f"'{printed}' ends in '{end[1]}', and unit_printed is '{word}'"
    known = kinds.get(unit, {}).get("measure_words", "").split("|")
    if word and word not in known and not end and seen[unit, word] < 2:
        return f"unit_printed '{word}' is no word for {unit}"
    return ""


# What rows most like a row have in common: the cell, by which columns they are told alike, and how many must agree.
_STEM = re.compile(rf"-?{_DATE}(?:q\d|h\d|m\d\d|\d{{4}})?")
_WHEN = rf"{_DATE}(?:-(?:q\d|h\d|\d\d(?:-\d\d)?))?"
_CUSTOMS = (
    ("indicator", ("measure",), 4, "with the same measure"),
    *((cell, ("series", "tail_at"), 3, "of sister bulletins") for cell in ("level", "method", "entity", "area")),
    *((cell, ("subject", "measure"), 4, "with the same subject and measure") for cell in ("level", "indicator")),
)


def customs(rows: Iterable[Row], _frames: RawTables) -> Column:
    """Find cells in which a row differs from all rows that are most like it, where its id does not tell the cell."""
    import polars as pl

    tail = pl.col("statement_id").str.strip_prefix(pl.col("bulletin_id") + "-")
    series = pl.col("bulletin_id").str.replace_all(_STEM.pattern, "")
    read = ("statement_id", "bulletin_id", "subject", "measure", "indicator", "area", "level", "entity", "method")
    table = pl.DataFrame(list(rows), schema=dict.fromkeys(read, pl.String))
    words = pl.col("subject", "measure").replace("", None)
    table = table.with_columns(words, tail=tail, tail_at=tail.str.replace_all(_WHEN, "@"), series=series)
    found = []
    for cell, alike, least, which in _CUSTOMS:
        others = pl.len().over(alike) - 1
        odd = (pl.len().over(*alike, cell) == 1) & (pl.n_unique(cell).over(alike) == 2) & (others >= least)
        usual, known = pl.col(cell).mode().first().over(alike), pl.all_horizontal(pl.col(*alike).is_not_null())
        says = pl.format(f"{cell} is '{{}}', and '{{}}' in all {{}} rows {which}", cell, usual, others)
        found.append(pl.when(odd & known & ~_told(cell)).then(says))
    for cell in ("method", "level"):
        lone = pl.max_horizontal(pl.len().over(of, cell) for of in ("indicator", "series")) == 1
        lone &= (pl.len().over("indicator") > 4) & (pl.col(cell) != "")
        which = f"{cell} is '{{}}': no other row of {{}} has it, and none of its series"
        found.append(pl.when(lone & ~_told(cell)).then(pl.format(which, cell, "indicator")))
    return table.select(pl.coalesce(*found, pl.lit(""))).to_series().to_list()


def _told(cell: str) -> pl.Expr:
    """Tell whether the id tells a cell."""
    import polars as pl

    code = pl.col(cell).str.strip_prefix("CN-").str.to_lowercase().str.replace_all("_", "-", literal=True)
    return (pl.col(cell) != "") & pl.col("tail").str.contains(code, literal=True)


def _series(row: Row) -> str:
    return _STEM.sub("", row["bulletin_id"])


# Sources


def sources(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find statements that name copies of another bulletin, or trust their copies more, or less, than these deserve."""
    copies = _keyed(frames, "copies", "copy_id")
    return [_about_sources(row, [copies[name] for name in row["copies"].split() if name in copies]) for row in rows]


def _about_sources(row: Row, copies: list[dict[str, str]]) -> str:
    for copy in copies:
        if copy["bulletin_id"] != row["bulletin_id"]:
            return f"copy {copy['copy_id']} is one of {copy['bulletin_id']}"
    best = max((copy["confidence"] for copy in copies), key=lambda word: _RANK.get(word, 3), default="high")
    if _RANK.get(row["confidence"], 0) > _RANK.get(best, 3):
        return f"confidence is '{row['confidence']}', and that of its best copy is '{best}'"
    conditions = {copy["condition"] for copy in copies}
    condition = row["text_condition"]
    if copies and condition != "unit_lost" and (condition == "clean") != bool(conditions & {"clean", "excerpt"}):
        return f"text_condition is '{condition}', and its copies are {', '.join(sorted(conditions))}"
    return ""


def untold(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find figures that disagree with those of other bulletins about one quantity, and no record says so."""
    from analysis.base.tables import records
    from analysis.base.yaml_files import read_yaml
    from analysis.cleaning.observations import Observation
    from analysis.reconciling.agreement import reconcile
    from analysis.reconciling.breaks import apart_ids, load_breaks
    from analysis.reconciling.same_quantity import belongs_to_series, group_quantities

    apart = apart_ids(load_breaks(frames.path("breaks")))
    told = {
        name
        for record in read_yaml(frames.path("raw_conflicts")) or []
        for name in str(record.get("statements")).split()
    }
    observed = records(_perhaps_apart(frames.readable), Observation)
    inside = [one for one in observed if belongs_to_series(one) and one.observation_id not in apart]
    found: dict[str, str] = {}
    for group in group_quantities(inside, load_codebook()):
        result = reconcile(group, {})
        names = [one.observation_id for one in result.used]
        if result.status == "conflict" and not told.issuperset(names):
            found |= dict.fromkeys(
                names, f"{' and '.join(names)} print different figures for one quantity, untold in conflicts.yml"
            )
    return [found.get(row["statement_id"], "") for row in rows]


def _perhaps_apart(observed: pl.DataFrame) -> pl.DataFrame:
    """Keep observations beside which another of the same place and day has bounds that may lie elsewhere."""
    import polars as pl

    low, high = pl.col("lower"), pl.col("upper")
    several = (low.min() != low.max()) | (high.min() != high.max())
    apart = several & (low.max() >= high.min())
    of_one = ("indicator", "area", "level", "method", "period_end")
    return observed.filter(pl.col("entity") == "", apart.over(of_one))


# Bulletins and copies


def dates(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find bulletins whose date or period contradicts id, title or the dates of their pages."""
    pages: dict[str, list[str]] = defaultdict(list)
    for copy in frames.rows("copies"):
        pages[copy["bulletin_id"]] += re.findall(rf"page dated ({_DATE}(?:-\d\d)*)", copy["note"])
    return ["; ".join(_about_dates(row, pages[row["bulletin_id"]])) for row in rows]


def _about_dates(row: Row, dated: list[str]) -> Iterator[str]:
    period, published = row["period"], row["published"]
    ours, seen = period_of(period), period_of(published)
    if seen and seen.first > date.today():
        yield f"published '{published}' has not come yet"
    if match := re.search(rf"({_DATE})(?:(q\d|h\d)|m(\d\d))?", row["bulletin_id"]):
        wanted = "-".join(filter(None, (match[1], (match[2] or match[3] or "").upper())))
        if period and not period.startswith(wanted) and not published.startswith(wanted):
            yield f"the id says {wanted}, period is '{period}' and published '{published}'"
    quarter = re.search(r"第([一二三四1-4])季度", row["title"])
    if quarter and period[4:6] == "-Q" and period[6:] != str(_NUMERALS.get(quarter[1], quarter[1])):
        yield f"the title says {quarter[0]}, and period is '{period}'"
    years = re.findall(rf"(?<!\d){_DATE}(?![\d万])", row["title"])
    if years and period and period[:4] not in years and published[:4] not in years:
        yield f"the title says {' '.join(years)}, period is '{period}' and published '{published}'"
    if ours and seen and (seen.first - ours.last).days > 340:
        yield f"published '{published}' is a year or more after '{period}', on which it reports"
    if dated and row["published_basis"] != "inferred" and published not in dated:
        yield f"published '{published}' is on none of its pages, which are dated {', '.join(sorted(set(dated)))}"


def issued(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find bulletins whose issuer, area or language contradicts id, title or the other bulletins of the series."""
    listed, issuers = list(rows), _keyed(frames, "issuers", "issuer")
    areas = _names_of_areas(frames)
    series = {stem: [row["issuer"] for row in rows] for stem, rows in grouped(listed, _series).items()}
    return [next(_about_issuer(row, issuers, areas, series[_series(row)]), "") for row in listed]


def _names_of_areas(frames: RawTables) -> dict[str, str]:
    listed = ((row["area"], row["label_zh"]) for row in frames.rows("areas"))
    return {_short(label): area for area, label in listed if area not in ("CN", "CN-XPCC")}


def _short(label: str) -> str:
    return label[: 3 if label[:2] in ("内蒙", "黑龙") else 2]


def _about_issuer(
    row: Row, issuers: Mapping[str, Row], areas: Mapping[str, str], series: list[str]
) -> Iterator[str]:  # fmt: skip
    issuer = issuers.get(row["issuer"], {})
    named = {area for name, area in areas.items() if name in row["title"]}
    if named and row["area"] not in named and "兵团" not in row["title"]:
        yield f"the title names {', '.join(sorted(named))}, and area is '{row['area']}'"
    if issuer and issuer["area"] not in ("", "CN", row["area"]):
        yield f"issuer {row['issuer']} is one of {issuer['area']}, and area is '{row['area']}'"
    if issuer and issuer["area"] == "CN" and row["area"] != "CN" and not named and issuer["kind"] not in _ANYWHERE:
        yield f"issuer {row['issuer']} is one of the whole country, and area is '{row['area']}'"
    (usual, number), *rest = Counter(series).most_common()
    lone = series.count(row["issuer"]) == 1 and number > 2
    if lone and (number > 0.6 * len(series) or all(count > 1 for one, count in rest if one != row["issuer"])):
        yield f"issuer is '{row['issuer']}', and {usual} in {number} of {len(series)} bulletins of the series"
    if (re.search(r"[\u4e00-\u9fff]", row["title"]) is not None) != (row["language"] == "zh"):
        yield f"language is '{row['language']}', and the title is not written in it"


_ANYWHERE = ("news", "company", "association", "research", "international")


def addresses(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find addresses that do not fit the host, the kind of page or the bulletin's date."""
    published = {row["bulletin_id"]: row["published"] for row in frames.rows("bulletins")}
    return [next(_about_address(row, published.get(row["bulletin_id"], "")), "") for row in rows]


def _about_address(row: Row, published: str) -> Iterator[str]:
    address = urlsplit(row["address"])
    if row["address"] and (address.scheme not in ("http", "https") or not address.hostname):
        yield f"'{row['address'][:40]}' is no address of a page (http or https)"
    if row["address"] and (address.hostname or "") != row["host"]:
        yield f"host is '{row['host']}', and the address leads to '{address.hostname}'"
    dated = re.search(rf"(?<!\d)({_DATE})[-/_]?(0[1-9]|1[0-2])(?!\d\d\d\d\d)", address.path)
    seen = period_of(published)
    if dated and seen:
        months = 12 * (int(dated[1]) - seen.last.year) + int(dated[2]) - seen.last.month
        early = 12 * (int(dated[1]) - seen.first.year) + int(dated[2]) - seen.first.month
        if early < -1:
            yield f"the address is of {dated[1]}-{dated[2]}, before the bulletin was published ({published})"
        if months > 11 and row["page_kind"] in ("official", "news"):
            yield f"the address is of {dated[1]}-{dated[2]}, long after the bulletin was published ({published})"


# What stands in a cell of any table, and would be carried out or misread where it is shown.
_NOT_PLAIN = {
    "a blank at an end, or two together": re.compile(r"^\s|\s$|\s\s"),
    "a sign that no eye can see": re.compile(
        r"[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164"
        r"\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffd\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff]"
    ),
    "a letter or digit of full width": re.compile(r"[\uff05\uff0b\uff0e\uff10-\uff19\uff1d\uff21-\uff3a\uff41-\uff5a]"),
    "a formula of a spreadsheet": re.compile(r"^(?:[=+@]|-(?!\d))"),
    "a tag": re.compile(r"<[a-zA-Z/!?]"),
    "a command of the renderer": re.compile(r"\{\{|\{=|\]\(|!\[|`|\$|@[a-zA-Z]|\*\*|\\"),
    "a script as address": re.compile(r"(?:javascript|vbscript|data):\S", re.IGNORECASE),
}


@lru_cache(maxsize=1 << 15)  # most cells stand over and over
def not_plain(text: str) -> str:
    """Say what in a cell is no plain text, nothing where all of it is."""
    return next((what for what, pattern in _NOT_PLAIN.items() if pattern.search(text)), "")


# The codebook


def labels(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find rows whose labels read as if each belonged to the other, or name another place, or are in another script."""
    listed = list(rows)
    found = [""] * len(listed)
    if listed and "label_zh" in listed[0]:
        areas = _names_of_areas(frames) if "area" in listed[0] else {}
        found = [_other_script(row) or _other_place(row, areas) for row in listed]
        for lang in LANGS:
            for one, other in _exchanged([_signs(row, lang) for row in listed]):
                pair = f"'{listed[one][f'label_{lang}']}' and '{listed[other][f'label_{lang}']}'"
                found[one] = found[one] or f"label_{lang}: {pair} look exchanged, by ids and definitions"
                found[other] = found[other] or found[one]
    return list(found)


def _other_script(row: Row) -> str:
    chinese = re.search(r"[\u4e00-\u9fff]", row["label_en"])
    return f"label_en '{row['label_en']}' is written in Chinese" if chinese else ""


def _other_place(row: Row, areas: Mapping[str, str]) -> str:
    named = {area for name, area in areas.items() if row["label_zh"].startswith(name)}
    elsewhere = named and row["area"] not in ("", "CN", *named)
    return (
        f"label_zh '{row['label_zh']}' names {', '.join(sorted(named))}, and area is '{row['area']}'"
        if elsewhere
        else ""
    )


Signs = tuple[frozenset[str], frozenset[str]]


def _signs(row: Row, lang: str) -> Signs:
    """Return what a label is made of, and what it may be made of: stems of words, or pairs of characters."""
    cells = list(row.values())
    told = f"{cells[0]} {row.get('code', '')} {row.get(f'definition_{lang}', '')}"
    parts = _stems if lang == "en" else _pairs
    return parts(row[f"label_{lang}"]), parts(told)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:4] for word in re.findall(r"[a-z0-9]{2,}", text.lower().replace("_", " ")))


def _pairs(text: str) -> frozenset[str]:
    text = "".join(re.findall(r"[\u4e00-\u9fff]", text))
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def _exchanged(signs: list[Signs]) -> Iterator[tuple[int, int]]:
    fits = [_fit(*each) for each in signs]
    weak = [place for place, fit in enumerate(fits) if fit < 0.5]
    for place, one in enumerate(weak):
        for other in weak[place + 1 :]:
            across = _fit(signs[one][0], signs[other][1]) + _fit(signs[other][0], signs[one][1])
            if across > fits[one] + fits[other] + 0.7:
                yield one, other


def _fit(label: frozenset[str], words: frozenset[str]) -> float:
    return len(label & words) / (len(label) or 1)


COLUMNS: dict[tuple[str, str], Callable[[Iterable[Row], Any], Column]] = {
    **{("statements", one.__name__): one for one in (ids, periods, places, units, customs, sources, untold)},
    **{("bulletins", one.__name__): one for one in (dates, issued)}, ("copies", "addresses"): addresses,
    **{(table, "labels"): labels for table in ("indicators", "levels", "methods", "entities", "issuers")},
}  # fmt: skip
