"""The record of a document: who issued it, where, when, under which number and title; every figure starts from it.

A text says these things in its title, its salutation (各县区人民政府: comes from the city above them), its signature,
its source line and its address. What it does not say, a person may state: area, year, issuer, date of publication.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import NamedTuple

from analysis.reading.names import Span, in_spans, silent_spans
from analysis.reading.periods import Period, find_periods
from analysis.reading.terms import Hit, Terms


class Stated(NamedTuple):
    """What a person states of a text."""

    area: str = ""
    year: int = 0
    issuer: str = ""
    published: str = ""


UNSTATED = Stated()


def merge(stated: Stated, beside: Stated) -> Stated:
    """Return what is stated of one text, else what is stated of all."""
    return Stated(
        beside.area or stated.area, beside.year or stated.year, beside.issuer or stated.issuer,
        beside.published or stated.published,
    )  # fmt: skip


class Part(NamedTuple):
    """One part of the record: what it says and where it stands in the plain text; a stated one stands nowhere."""

    value: str = ""
    span: Span = (0, 0)


class Record(NamedTuple):
    """What a document says of itself; `rank` is its issuer's, `level` that of the websites it calls its own.

    `ways` says how area and period were found: by the issuer or the words, by the title or the opening."""

    title: Part = Part()
    issuer: Part = Part()
    area: Part = Part()
    rank: str = ""
    level: str = ""
    ways: tuple[str, str] = ("", "")
    period: Part = Part()
    published: Part = Part()
    number: Part = Part()
    salutation: Part = Part()
    signature: Part = Part()
    source: Part = Part()
    address: Part = Part()
    local: bool = False

    @property
    def year(self) -> int:
        """The year that the document is about, else that of its publication; 0 where neither is known."""
        date = self.period.value or self.published.value
        return int(date[:4]) if date else 0


class Line(NamedTuple):
    """A line of the document that is not blank."""

    text: str
    start: int


_COMPARED = re.compile(r"(?:比|较|与|同|自|从|由|到)[^,，。;；0-9]{0,3}$|\b(?:from|than|over|since)(?: the)? $")
_UNTIL = re.compile(r"截[至止到]?$|\b(?:[Aa]s of|[Bb]y) $")
_OPENING_LENGTH, _LONGEST_NAME = 240, 24
# A report without a title opens with who made it: 广西壮族自治区生态环境厅开展了…检查.
_MADE_BY = re.compile(
    r"(?:^|[,，。])(?P<name>[\u4e00-\u9fff]{2,20}[厅局委]|[\u4e00-\u9fff]{2,20}中心)(?:近期|组织)?开展了?"
)
_HEAD_LINES, _TAIL_LINES, _LONGEST_TITLE = 30, 12, 90
_TITLE_WORDS = re.compile(
    r"通报|通知|报告|报表|情况|公示|公告|统计|评估|测评|结果|白皮书|蓝皮书|总结|一览表|汇总表|排行榜|排名|自查|检查|抽查|普查|季报|年报|简报|发布会|[Rr]eport|[Ss]urvey"
)
_FIELD_LINE = re.compile(
    r"(?:索\s*引\s*号|文\s*号|发文字号|发布机构|发文机关|制发机关|公开机构|责任部门|有\s*效\s*性|成文日期|发文日期|生成日期|发布日期|发布时间|日期|时间|来源|作者|信息来源|发布单位|主题分类|标\s*题|名\s*称|责任编辑|编辑|字号|浏览次数|点击数)\s*[:：]"
)
_RUNNING = re.compile(r"[。;；]|[,，].*[,，]|>|首页|当前位置|[0-9][家个条次]|[0-9]%|\t")
# A copy without line ends runs its title into the salutation.
_OPENING = re.compile(
    r"(?!按照|根据|依据|为|按)[^。;；]{0,40}?(?:关于|(?:19|20)[0-9]{2}年)[^。;；:：]{4,60}?(?:通报|报告|公示|公告|通知|总结)"
)
_MEDIA = re.compile(
    r"(?:新闻|晨|晚|日|时|都市|商|青年|人民|中新|新华)(?:网|报)|(?<!政府)(?<!政务)(?<!门户)网$"
    r"|[报社刊台]$|客户端|传媒|公众号|微信|微博"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[【(](?:19|20)[0-9]{2}[〕\]】)]第?[0-9]{1,4}号")
_ADDRESS = re.compile(r"https?://[!-~]+")
_PUBLISHED = re.compile(
    r"(?:发布日期|发布时间|发文日期|成文日期|生成日期|成稿日期|公开日期|日期|时间|更新时间|信息时间)\s*[:：]?\s*(?=(?:19|20)[0-9]{2})"
    r"|(?:Updated|Published|Posted|Date): ?(?=[A-Z][a-z]{2})"
)
_SOURCE = re.compile(
    r"(?:信息)?(?:来源|稿源|发布机构|发文机关|制发机关|公开机构|发布单位)[\s|]*[:：|][\s|]*(?P<name>[^\s|,，。;；:：]{2,30})"
)
_SALUTATION = re.compile(r"^(?:各|有关|市|州|县|区|省|自治区)[^。;；0-9]{2,110}[:：]$")
_DATE_LINE = re.compile(
    r"[(（]?(?:(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9]|(?:19|20)[0-9]{2}年[01]?[0-9]月[0-3]?[0-9]日|[二〇○零一三四五六七八九十年月日]{8,12})[)）]?$"
)
_BODY_END = re.compile(
    r"(?:办公[厅室]|委员会|[厅局部署委院所]|中心|政府|管委会|领导小组|办|处|大学|学院|公司|法院|检察院|联合会|服务站|新闻网|日报社?)$"
)
_ABOUT = re.compile(r"关于|(?:19|20)[0-9]{2}年")
_GOVERNMENT = re.compile(
    r"人民政府|政府(?:办公?[厅室]?|网|门户|$)|行政公署|管委会|管理委员会|政务公开|政务服务|大数据|行政审批|政务管理|政务网络|信息化中心|信息中心|电子政务|网信办"
)
_RANK_OF_PLACE = (
    (re.compile(r"(?:省|自治区)$"), "province"), (re.compile(r"(?:州|盟|地区)$"), "city"),
    (re.compile(r"(?:县|旗)$"), "county"), (re.compile(r"(?:镇|乡|街道)$"), "township"),
)  # fmt: skip
_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{1,6}(?:镇|乡|街道)(?:人民政府|办事处|党政|$)")
_SCOPE = re.compile(
    r"(?:全|我|本)(?P<rank>省|自治区|市|州|盟|县|旗|区|部|委|局|厅|署|镇|乡|街道)(?![内门级别直分类公署长党员面共])"
)
_SCOPE_RANKS = {
    "省": "province", "自治区": "province", "市": "city", "州": "city", "盟": "city", "县": "county", "旗": "county",
    "部": "department", "委": "department", "局": "department", "厅": "department", "署": "department",
    "镇": "township", "乡": "township", "街道": "township",
}  # fmt: skip
_SALUTED = (
    (re.compile(r"各?乡|各镇|街道|区直|县直|旗直|各科室|各股室"), "county"),
    (re.compile(r"各[^,，、]{0,3}(?:县|区|旗)|县\(|区\(|市直|市政府各|州直|州政府各"), "city"),
    (re.compile(r"各(?:设区)?市|各地级|各州|各盟|地区行政公署|省直|省政府各|省人民政府各|自治区各|区直各"), "province"),
    (re.compile(r"各司局|机关各|各直属单位|各处室|局属|厅属|部属|各市局|各分局|直属"), "department"),
    (re.compile(r"各省|国务院各"), "country"),
)  # fmt: skip
_NATIONAL = re.compile(
    r"全国|我国|国务院部门|中国政府网站|中国网站|中国互联网|各省|省级政府|部委|across China|nationwide|China's"
)
_COUNTRY = re.compile(r"中国(?![·•]|政府网(?!站)|共产党)|China|Chinese")
_STATE = re.compile(r"State Council|\b[Nn]ational(?:ly)? ")
_MUNICIPALITIES = frozenset({"CN-BJ", "CN-TJ", "CN-SH", "CN-CQ"})
_LEVELS = {
    "ministry": "ministry", "province_department": "province_department", "city_department": "city_department",
    "county_department": "county_department", "township": "township",
}  # fmt: skip


def find_record(text: str, terms: Terms, stated: Stated = UNSTATED, title: str = "") -> Record:
    """Return the record of a plain text; `title` is what a page's markup calls it."""
    lines = _lines(text)
    head, tail = lines[:_HEAD_LINES], lines[-_TAIL_LINES:]
    named = _title(head, title.strip())
    parts = _Parts(
        named, _first(_SOURCE, head, "name"), _salutation(head), _signature(tail), _above(head, named),
        _first(_MADE_BY, head[:2], "name"),
    )  # fmt: skip
    issuer = Part(stated.issuer) if stated.issuer else _issuer(parts, terms)
    scope = _scope_rank(text)
    place, rank = _place(issuer.value, terms)
    rank = rank or _saluted_rank(parts.salutation.value) or scope
    area = Part(stated.area) if stated.area else _area(place, issuer, parts, text, rank, terms)
    if rank == "department" and area.value in ("", "CN"):
        area, rank = _ministry(text, area, terms)
    rank = _complete(rank, area.value)
    published = Part(stated.published) if stated.published else _published(head, parts.signature, lines)
    period = _period(named, head, published, stated, terms)
    ways = _ways(area, place, period, named)
    return Record(
        named, issuer, area, rank, _LEVELS.get(rank, ""), ways, period, published,
        _first(_NUMBER, head), parts.salutation, parts.signature, parts.source, _first(_ADDRESS, head),
        rank not in ("", "country", "research", "ministry"),
    )  # fmt: skip


def _ways(area: Part, place: str, period: Part, title: Part) -> tuple[str, str]:
    by_issuer = bool(place) or (area.value and area.span == (0, 0))
    low, high = period.span
    by_title = high == 0 or title.span[0] <= low < title.span[1]
    return "issuer" if by_issuer else "words", "title" if by_title else "opening"


class _Parts(NamedTuple):
    title: Part
    source: Part
    salutation: Part
    signature: Part
    above: Part
    opening: Part


def _above(head: list[Line], title: Part) -> Part:
    """Return the name of a body on the line above the title."""
    for above, line in itertools.pairwise(head[:6]):
        body = len(above.text) <= _LONGEST_NAME and _BODY_END.search(above.text) and not _is_running(above.text)
        if body and line.start <= title.span[0] < title.span[1]:
            return Part(above.text, (above.start, above.start + len(above.text)))
    return Part()


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for piece in text.split("\n"):
        stripped = piece.strip("\t |")
        if stripped:
            lines.append(Line(stripped, start + piece.index(stripped[0])))
        start += len(piece) + 1
    return lines


def _title(head: list[Line], title: str) -> Part:
    """Return the first line that names a document, else what the markup calls it, else a short first line."""
    for line in head:
        text = re.sub(r"^(?:标题|名称|题名)[:：]\s*", "", line.text)
        if 8 <= len(text) <= _LONGEST_TITLE and _TITLE_WORDS.search(text) and not _is_running(line.text):
            return Part(text, (line.start, line.start + len(line.text)))
    if title:
        return Part(title)
    opening = _OPENING.match(head[0].text) if head else None
    if opening:
        return Part(opening.group(), (head[0].start, head[0].start + opening.end()))
    if head and len(head[0].text) <= _LONGEST_TITLE and not _is_running(head[0].text):
        return Part(head[0].text, (head[0].start, head[0].start + len(head[0].text)))
    return Part()


def _is_running(text: str) -> bool:
    """Say whether a line is no title: a sentence, a field of the page's head, or the way to the page."""
    return bool(_RUNNING.search(text) or _FIELD_LINE.match(text)) or text.endswith((":", "："))


def _first(pattern: re.Pattern[str], lines: list[Line], group: str | int = 0) -> Part:
    for line in lines:
        match = pattern.search(line.text)
        if match:
            return Part(match[group], (line.start + match.start(group), line.start + match.end(group)))
    return Part()


def _salutation(head: list[Line]) -> Part:
    for line in head:
        if len(line.text) <= 120 and _SALUTATION.match(line.text):
            return Part(line.text, (line.start, line.start + len(line.text)))
    return Part()


def _signature(tail: list[Line]) -> Part:
    """Return the name of a body on a line of its own above a date."""
    for above, line in itertools.pairwise(tail):
        if _DATE_LINE.match(line.text) and len(above.text) <= 30 and _BODY_END.search(above.text):
            return Part(above.text, (above.start, above.start + len(above.text)))
    return Part()


def _issuer(parts: _Parts, terms: Terms) -> Part:
    """Return the body that the title opens with, else the one that signs, else the source."""
    match = _ABOUT.search(parts.title.value)
    name = parts.title.value[: match.start()] if match else ""
    if len(name) >= 3 and (_BODY_END.search(name) or _hits(name, "area", terms) or _hits(name, "body", terms)):
        return Part(name, (parts.title.span[0], parts.title.span[0] + len(name)))
    for part in (parts.above, parts.signature, parts.opening):
        if part.value:
            return part
    return Part() if _MEDIA.search(parts.source.value) else parts.source


def _hits(text: str, field: str, terms: Terms, named: bool = False) -> list[tuple[Hit, str, str]]:
    """Return the hits of a field, longest first at each place, outside names unless the text is `named` to its end."""
    silent = silent_spans(text) if field == "area" and not named else []
    found = [
        (hit, rule.value, next(iter(rule.things), ""))
        for hit in terms.find(text)
        for rule in terms.naming[hit.word]
        if rule.field == field and not in_spans(hit.start, hit.end, silent)
    ]
    found.sort(key=lambda item: (item[0].start, -item[0].end))
    kept: list[tuple[Hit, str, str]] = []
    for item in found:
        if not kept or item[0].start >= kept[-1][0].end:
            kept.append(item)
    return kept


def _place(issuer: str, terms: Terms) -> tuple[str, str]:
    """Return the area and the rank of a body by its name: 青神县人民政府 is a county's, 上海市水务局 a department."""
    bodies = _hits(issuer, "body", terms)
    places = [hit for hit in _hits(issuer, "area", terms, named=True) if hit[1] != "CN"]
    if bodies and not places:
        return ("CN" if bodies[0][1] != "research" else ""), bodies[0][1]
    if not places:
        return "", _rank_by_words(issuer)
    hit, area, rank = places[-1]
    rest = issuer[hit.end :]
    if _TOWNSHIP.search(issuer[hit.start :]) or re.search(r"(?:镇|乡|街道)", rest):
        return area, "township"
    rank = _rank_of(issuer[: hit.end + 1], area, rank)
    rank = _lower(rest) or rank
    return area, rank if _GOVERNMENT.search(issuer) or not _BODY_END.search(issuer) else f"{rank}_department"


def _rank_of(name: str, area: str, rank: str) -> str:
    if rank in ("county", "city"):
        return rank
    return "province" if area in _MUNICIPALITIES else next((r for p, r in _RANK_OF_PLACE if p.search(name)), rank)


def _lower(rest: str) -> str:
    """Return the rank of a place that the terms do not know, behind one that they know: 厦门市同安区."""
    match = re.match(r"[市州]?[\u4e00-\u9fff]{1,4}(?P<rank>[县区旗])(?![直级])", rest)
    return "county" if match and "开发" not in rest[: match.end()] else ""


def _rank_by_words(issuer: str) -> str:
    if not issuer:
        return ""
    government = _GOVERNMENT.search(issuer)
    for word, rank in (("省", "province"), ("自治区", "province"), ("县", "county"), ("市", "city"), ("区", "county")):
        if word in issuer:
            return rank if government else f"{rank}_department" if _BODY_END.search(issuer) else ""
    return ""


def _saluted_rank(salutation: str) -> str:
    return next((rank for pattern, rank in _SALUTED if salutation and pattern.search(salutation)), "")


def _scope_rank(text: str) -> str:
    """Return the rank that a text speaks of most as its own: 全市, 我县."""
    counts = Counter(_SCOPE_RANKS.get(m["rank"], "") for m in _SCOPE.finditer(text[:20_000]))
    counts.pop("", None)
    national = len(_NATIONAL.findall(text[:20_000]))
    return counts.most_common(1)[0][0] if counts and sum(counts.values()) * 2 > national else ""


def _area(place: str, issuer: Part, parts: _Parts, text: str, rank: str, terms: Terms) -> Part:
    """Return the area of the issuer; else of source, signature and title; else the one most named in a local text."""
    if place:
        return Part(place, issuer.span)
    local = rank not in ("", "country", "research", "ministry")
    for part in (parts.signature, parts.source if local else Part(), parts.title, parts.salutation):
        places = [hit for hit in _hits(part.value, "area", terms) if hit[1] != "CN"]
        if places and (rank not in ("", "country") or part is not parts.title):
            hit, area, _ = places[0]
            return Part(area, (part.span[0] + hit.start, part.span[0] + hit.end))
    return _named_area(text, rank, terms)


def _named_area(text: str, rank: str, terms: Terms) -> Part:
    """Return the area that a text names most where it is local, else the country where the words say so."""
    hits = [hit for hit in _hits(text[:20_000], "area", terms) if hit[1] != "CN"]
    hits = hits or [hit for hit in _hits(text[:20_000], "area", terms, named=True) if hit[1] != "CN"]
    counts = Counter(area for _, area, _ in hits)
    local = rank not in ("", "country", "research", "ministry")
    national = _NATIONAL.search(text[:20_000]) or _twice(text[:20_000]) or _of_the_state(text[:20_000], counts)
    if national and not local:
        return Part("CN", national.span())
    if counts and (local or len(counts) == 1):
        area = counts.most_common(1)[0][0]
        hit = next(hit for hit, value, _ in hits if value == area)
        return Part(area, (hit.start, hit.end))
    return Part()


def _ministry(text: str, area: Part, terms: Terms) -> tuple[Part, str]:
    """Return the ministry that calls itself 我部 or 我委 in a text without a title."""
    for hit, value, _ in _hits(text[:600], "body", terms):
        if value == "ministry":
            return (area if area.value else Part("CN", (hit.start, hit.end))), "ministry"
    return area, "department"


def _of_the_state(text: str, counts: Counter[str]) -> re.Match[str] | None:
    """Return where an English text speaks of the State Council, if it does so more than of any province."""
    found = list(_STATE.finditer(text))
    return found[0] if len(found) > max(counts.values(), default=0) else None


def _twice(text: str) -> re.Match[str] | None:
    """Return where a text names the country, if it does so more than once."""
    found = list(_COUNTRY.finditer(text))
    return found[0] if len(found) > 1 else None


def _complete(rank: str, area: str) -> str:
    """Say what 我局 is of a known place; a municipality is a province."""
    if rank == "department":
        return "ministry" if area == "CN" else "province_department" if area in _MUNICIPALITIES else ""
    if area in _MUNICIPALITIES and rank in ("city", "city_department"):
        return rank.replace("city", "province")
    return rank


def _published(head: list[Line], signature: Part, lines: list[Line]) -> Part:
    """Return the date of publication: that of the page's head, of the signature, or a date alone on a line."""
    for line in head:
        match = _PUBLISHED.search(line.text)
        if match:
            return _date_part(line.text[match.end() :], line.start + match.end())
    for line in [*reversed(lines[-_TAIL_LINES:]), *head]:
        if _DATE_LINE.match(line.text) or (signature.value and line.start > signature.span[1]):
            found = _date_part(line.text, line.start)
            if found.value:
                return found
    return Part()


def _date_part(text: str, start: int) -> Part:
    found = next((p for p in find_periods(text, 0) if p.iso), None)
    return Part(found.iso, (start + found.start, start + found.end)) if found else Part()


def _period(title: Part, head: list[Line], published: Part, stated: Stated, terms: Terms) -> Part:
    """Return the period that the title says, else that of the first lines, else the year that is stated."""
    year = stated.year or (int(published.value[:4]) if published.value else 0)
    found = _best_period(title.value, year)
    if found and (stated.year == 0 or found.iso[:4] == str(stated.year)):
        start = title.span[0]
        return Part(found.iso, (start + found.start, start + found.end) if title.span[1] else (0, 0))
    if stated.year:
        return Part(str(stated.year))
    for line in head[:8]:
        if _FIELD_LINE.match(line.text) or _PUBLISHED.search(line.text) or len(line.text) > _LONGEST_TITLE:
            continue
        found = _best_period(line.text, year)
        counted_to = found and len(found.iso) == len("2018-06-01") and _UNTIL.search(line.text[: found.start])
        if found and not _DATE_LINE.match(line.text) and not counted_to:
            return Part(found.iso, (line.start + found.start, line.start + found.end))
    return _spoken_period(head, year)


def _spoken_period(head: list[Line], year: int) -> Part:
    """Return the first year or quarter that the opening of a text without a title speaks of."""
    for line in head[:6]:
        text = line.text[:_OPENING_LENGTH]
        if _FIELD_LINE.match(text) or _PUBLISHED.search(text):
            continue
        silent = silent_spans(text)
        for found in find_periods(text, year):
            loose = in_spans(found.start, found.end, silent) or _COMPARED.search(text[: found.start])
            if (
                found.iso
                and not loose
                and len(found.iso) in (4, 7)
                and "截" not in text[max(0, found.start - 3) : found.start]
            ):
                return Part(found.iso, (line.start + found.start, line.start + found.end))
    return Part()


def _best_period(text: str, year: int) -> Period | None:
    """Return the finest period of a title that is no day and no part of a name."""
    silent = silent_spans(text)
    found = [p for p in find_periods(text, year) if p.iso and not in_spans(p.start, p.end, silent)]
    return max(found, key=lambda p: (len(p.iso) < 10, len(p.iso)), default=None)
