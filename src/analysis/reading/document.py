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
from analysis.reading.patterns import Patterns
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
    """What a document says of itself.

    `place` is the city or county whose document it is, by name; `rank` its issuer's, `level` that of the websites it
    calls its own, `now` the year of its 今年 where another one.

    `ways` says how area and period were found: by the issuer or the words, by the title or the opening,
    or with the year of publication (`derived`).
    """

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
    now: int = 0
    place: Part = Part()

    @property
    def year(self) -> int:
        """The year that the document is about, else that of its publication; 0 where neither is known."""
        date = self.period.value or self.published.value
        return int(date[:4]) if date else 0


class Line(NamedTuple):
    """A line of the document that is not blank."""

    text: str
    start: int

    def part(self, value: str = "") -> Part:
        """Return the line as a part of the record."""
        return Part(value or self.text, (self.start, self.start + len(self.text)))


_OPENING_LENGTH, _LONGEST_NAME, _MOST_LOOKED_AT = 240, 24, 20_000
_HEAD_LINES, _TAIL_LINES, _LONGEST_TITLE, _SHORTEST_TITLE = 30, 12, 90, 5
_CLEARLY, _YEARS_OLD = 3, 4
# An English page has at most one sign of ten in Chinese: its menu.
_FEW_SIGNS = 10
RANK_SIGNS = tuple("市州县区盟旗")
_MUNICIPALITIES = frozenset({"CN-BJ", "CN-TJ", "CN-SH", "CN-CQ"})
_WIDE = frozenset({"", "country", "research", "ministry"})
# Ranks of issuers whose own websites are a level.
_OWN_LEVELS = frozenset({"ministry", "province_department", "city_department", "county_department", "township"})
Item = tuple[Hit, str, str]


def find_record(text: str, terms: Terms, stated: Stated = UNSTATED, title: str = "") -> Record:
    """Return the record of a plain text; `title` is what a page's markup calls it."""
    return _Finder(text, terms, stated, title.strip()).record()


def whole_name(text: str, end: int) -> int:
    """Return where the name of a place ends with the sign of its rank: 福州 in 福州市."""
    return end + (text[end - 1] not in RANK_SIGNS and text[end : end + 1] in RANK_SIGNS)


class _Finder:
    """What the lines and words of one document say of it."""

    def __init__(self, text: str, terms: Terms, stated: Stated, title: str) -> None:
        self.terms, self.patterns, self.stated = terms, terms.patterns, stated
        self.text = text[:_MOST_LOOKED_AT]
        self.silent: dict[str, list[Span]] = {}
        self.latest, self.published = "", Part()
        # 首页 > 政务公开 > 通知公告 leads to the page; its headline comes below.
        self.lines = [line for line in _lines(text) if not self.patterns.page_lead.match(line.text)]
        self.head, self.tail = self.lines[:_HEAD_LINES], self.lines[-_TAIL_LINES:]
        self.title = self._title(title)
        # The menu of a mirror takes up the head, and what its page is about stands below it.
        above = sum(line.start < self.title.span[1] for line in self.lines[:_HEAD_LINES])
        self.head = self.lines[: max(_HEAD_LINES, above + _TAIL_LINES)]
        self.of_a_sector = bool(self.patterns.sector.search(self.title.value))
        self.source = self._first(self.patterns.source, self.head, "name")
        self.salutation = self._salutation()
        self.signature = self._signature()

    def record(self) -> Record:
        issuer = Part(self.stated.issuer) if self.stated.issuer else self._issuer()
        place, rank = self._place(issuer.value)
        saluted = self.patterns.value("saluted", self.salutation.value)
        if rank == f"{saluted}_department" and "人民政府" in self.salutation.value:
            # A bureau's page shows the notice that its government sent to those below it.
            rank = saluted
        rank = rank or saluted or self._scope()
        area = Part(self.stated.area) if self.stated.area else self._area(place, issuer, rank)
        if (rank == "department" or (not rank and self.of_a_sector)) and area.value in ("", "CN"):
            area, rank = self._ministry(area)
        if not rank and self.patterns.bureau.search(issuer.value):
            rank = "department"
        if not rank and area.value in ("", "CN"):
            area, rank = self._speaking_ministry(area)
        rank = self._complete(rank, area.value)
        self.reposted = (0, 0)
        self.published = published = Part(self.stated.published) if self.stated.published else self._told_on()
        self.latest = published.value or self._latest_date()
        period = self._period(int((published.value or self._latest_date(founded=False))[:4] or 0))
        return Record(
            self.title, issuer, area, rank, self._own_level(rank), self._ways(area, place, period),
            period, published, self._first(self.patterns.number, self.head), self.salutation, self.signature,
            self.source, self._first(self.patterns.address, self.head), rank not in _WIDE,
            self._now(period, published), self._named_place(issuer, rank),
        )  # fmt: skip

    def _named_place(self, issuer: Part, rank: str) -> Part:
        """Return the city or county whose document it is: its area is only the province, which has its own figures."""
        for part in (issuer, self.title, self.signature) if rank in ("city", "county") else ():
            for hit, _, named in reversed(self._local_hits(part.value, named=True)):
                lower = self.patterns.lower_place.match(part.value, hit.end) if rank == "county" else None
                if lower:
                    # 鼓楼区 in 福州市鼓楼区
                    start, end = hit.end + (part.value[hit.end] in "市州"), lower.end()
                else:
                    start, end = hit.start, whole_name(part.value, hit.end)
                if lower or named == rank:
                    return Part(part.value[start:end], (part.span[0] + start, part.span[0] + end))
        return Part()

    def _complete(self, rank: str, area: str) -> str:
        """Say whose department 我局 is, by the place that the text names first; a municipality is a province."""
        if rank != "department":
            return rank.replace("city", "province") if area in _MUNICIPALITIES else rank
        place, end = "", -1
        for hit, value, named in self._local_hits(self.text):
            # 温州市瓯海区 is a district.
            if value == area and end in (-1, hit.start):
                place, end = named, hit.end
        # 重庆市武隆区统计局 is a district's.
        place = "province" if area in _MUNICIPALITIES and place != "county" else place
        return "ministry" if area == "CN" else f"{place}_department" if place else rank

    def _ways(self, area: Part, place: str, period: Part) -> tuple[str, str]:
        by_issuer = bool(place) or (area.value and area.span == (0, 0))
        low, high = period.span
        by_title = high == 0 or self.title.span[0] <= low < self.title.span[1]
        # 第二季度 of the year in which a page came out: one in four was of another year on first looks.
        derived = high > 0 and period.value[:4] not in self.text[low:high]
        return "issuer" if by_issuer else "words", "derived" if derived else "title" if by_title else "opening"

    def _first(self, pattern: re.Pattern[str], lines: list[Line], group: str | int = 0) -> Part:
        for line in lines:
            match = pattern.search(line.text)
            if match:
                return Part(match[group], (line.start + match.start(group), line.start + match.end(group)))
        return Part()

    def _is_running(self, text: str) -> bool:
        """Say whether a line is no title: a sentence, a section's head, a field of the page, or the way to it."""
        patterns = self.patterns
        found = patterns.running_text.search(text) or patterns.field_line.match(text) or patterns.restart.match(text)
        return bool(found) or text.endswith(":")

    def _title(self, title: str) -> Part:
        """Return the first line that names a document, else what the markup calls it, else a short first line."""
        above = Line("", 0)
        for line in self.head:
            text = self.patterns.title_label.sub("", line.text)
            named = 6 <= len(text) <= _LONGEST_TITLE and self.patterns.title_words.search(text)
            if named and not self._is_running(text):
                return self._joined(above, line, text)
            above = line
        # A first line such as "- +1" is a control of the page.
        worded = [line for line in self.head if len(line.text) >= _SHORTEST_TITLE]
        # Newspapers print the day above the headline.
        dated = len(worded) > 1 and self.patterns.date_line.match(worded[0].text)
        first = worded[bool(dated)] if worded else None
        if title or first is None:
            return Part(title)
        opening = self.patterns.opening.match(first.text)
        if opening:
            return Part(opening.group(), (first.start, first.start + opening.end()))
        if heading := self._english_title():
            return heading
        date = self.patterns.date_line.match(first.text)
        short = len(first.text) <= _LONGEST_TITLE and not (date or self._is_running(first.text))
        return first.part() if short else Part()

    def _english_title(self) -> Part | None:
        """Return the first line of an English page that is a heading, and no way to the page or running text."""
        if len(self.patterns.chinese.findall(self.text)) * _FEW_SIGNS > len(self.text):
            return None
        above_text = itertools.takewhile(lambda line: ". " not in line.text, self.head)
        found = [line.part() for line in above_text if self.patterns.english_title.fullmatch(line.text)]
        # Notice from Office of Wuxi Municipal People, and the whole of it further down.
        dated = (part for part in found if self._best_period(part.value, 0))
        return next(dated, found[0] if found else None)

    def _joined(self, above: Line, line: Line, text: str) -> Part:
        """Return the title of a line, with the line above it where that begins it: 某市关于2023年第二季度"""
        # 关于某局政府网站 in one line, 2017年第四季度抽查情况的通报 in the next
        opens = self.patterns.title_opens.match(above.text) and not self.patterns.title_opens.search(text)
        begins = opens or (self.patterns.about.search(above.text) and not self.patterns.about.search(text))
        if not begins or self._is_running(above.text):
            return line.part(text)
        return Part(above.text + text, (above.start, line.start + len(line.text)))

    def _salutation(self) -> Part:
        return next((line.part() for line in self.head if self.patterns.salutation.match(line.text)), Part())

    def _is_body(self, text: str, longest: int) -> bool:
        return len(text) <= longest and self.patterns.body_end.search(text) is not None

    def _signature(self) -> Part:
        """Return the name of a body on a line of its own above a date."""
        for above, line in itertools.pairwise(self.tail):
            if self.patterns.date_line.match(line.text) and self._is_body(above.text, 30):
                return above.part()
        return Part()

    def _above(self) -> Part:
        """Return the name of a body on the line above the title."""
        low, high = self.title.span
        for above, line in itertools.pairwise(self.head[:6]):
            body = self._is_body(above.text, _LONGEST_NAME) and not self._is_running(above.text)
            # The name of the page that shows a copy is no issuer.
            body = body and not self.patterns.media.search(above.text)
            if body and line.start <= low < high:
                return above.part()
        return Part()

    def _issuer(self) -> Part:
        """Return the body that the title opens with, else the one that signs or made the report, else the source."""
        title = self.title
        match = self.patterns.about.search(title.value)
        name = self.patterns.made_verb.sub("", title.value[: match.start()]) if match else ""
        named = len(name) >= 3 and (self._is_body(name, 99) or self._hits(name, "area") or self._hits(name, "body"))
        found = [
            Part(name, (title.span[0], title.span[0] + len(name))) if named else Part(),
            title if self._is_only_body(title.value) else Part(), self._told_of(), self._above(), self.signature,
            self._first(self.patterns.made_by, self.head[:2], "name"),
            self._first(self.patterns.made_of, self.head[:8], "name"),
            self._first(self.patterns.contact, self.head[:8], "name"),
            Part() if self._is_title(title.value) else self._first(self.patterns.speaker, self.head[:8], "name"),
            self.source if self._is_source_body() else Part(),
        ]  # fmt: skip
        first = next((part for part in found if part.value), Part())
        core = self.patterns.rank_of_body.sub("", first.value)
        # 农业农村局 in the title is 通州区农业农村局 in the line of its source, or at least 区农业农村局.
        same = [part for part in found if core in part.value]
        placed = (part for part in same if self._local_hits(part.value, named=True))
        ranked = (part for part in same if self.patterns.rank_of_body.match(part.value))
        return next(placed, next(ranked, first))

    def _is_only_body(self, text: str) -> bool:
        """Say whether a title is the name of a body and no more: 重庆市武隆区统计局."""
        return not self.patterns.about.search(text) and self._is_body(text, _LONGEST_NAME)

    def _is_title(self, text: str) -> bool:
        """Say whether a title names a document; the first line of a mirror may be the headline of another page."""
        named = self.patterns.title_words.search(text) or not self.patterns.yearly_report.search(self.text)
        return bool(text and named)

    def _is_source_body(self) -> bool:
        """Say whether the source of a page may have issued it: no newspaper, no firm where the title names a place."""
        if self.patterns.media.search(self.source.value):
            return False
        return self._is_body(self.source.value, _LONGEST_NAME) or not self._local_hits(self.title.value, named=True)

    def _told_of(self) -> Part:
        """Return the body whose websites the title is about: 关于国家文物局政府网站抽查情况的通报."""
        found, start = self.patterns.of_its_site.match(self.title.value), self.title.span[0]
        return Part(found["name"], (start + found.start("name"), start + found.end("name"))) if found else Part()

    def _hits(self, text: str, field: str, named: bool = False) -> list[Item]:
        """Return the hits of a field, longest first at each place, outside names unless the text is `named` whole."""
        hits = self.terms.find_naming(text, field)
        silent = self._silent(text) if hits and field == "area" and not named else []
        found = [
            (hit, rule.value, next(iter(rule.things), ""))
            for hit, rule in hits
            if not (in_spans(hit.start, hit.end, silent) or self.patterns.no_place.match(text, hit.end))
        ]
        kept: list[Item] = []
        for item in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
            if not kept or item[0].start >= kept[-1][0].end:
                kept.append(item)
        return kept

    def _silent(self, text: str) -> list[Span]:
        """Return the names in a text; those of the whole document are looked for once."""
        if text not in self.silent:
            self.silent[text] = silent_spans(text, self.patterns)
        return self.silent[text]

    def _local_hits(self, text: str, named: bool = False) -> list[Item]:
        return [hit for hit in self._hits(text, "area", named) if hit[1] != "CN"]

    def _place(self, issuer: str) -> tuple[str, str]:
        """Return area and rank of a body by its name: 青神县人民政府 is a county's, 上海市水务局 a department."""
        bodies, places = self._hits(issuer, "body"), self._local_hits(issuer, named=True)
        if bodies and not places:
            return ("CN" if bodies[0][1] != "research" else ""), bodies[0][1]
        governs = self.patterns.government_body.search(issuer) is not None and not self._is_of_bureau(issuer)
        department = not governs and self.patterns.body_end.search(issuer) is not None
        if not places and self.patterns.township_end.search(issuer):
            return "", "township"
        if not places:
            rank = self.patterns.value("rank_word", issuer)
            return "", rank if not rank or governs else f"{rank}_department" if department else ""
        hit, area, rank = places[-1]
        rest = issuer[hit.end :]
        if self.patterns.township.search(rest):
            return area, "township"
        if rank not in ("county", "city"):
            rank = "province" if area in _MUNICIPALITIES else rank
        above = issuer.startswith("地区", hit.end) or issuer.endswith("地区", 0, hit.end)
        # A district whose name several cities have, behind its city: 福州市鼓楼区; 喀什地区 is above 喀什.
        rank = "county" if self.patterns.lower_place.match(rest) else "city" if above else rank
        if department and issuer.endswith("分局"):
            # 北京市公安局西城分局
            rank = "county"
        return area, f"{rank}_department" if department else rank

    def _is_of_bureau(self, issuer: str) -> bool:
        """Say whether a bureau that else speaks for its place reports on itself: 政务服务管理局信息公开年度报告."""
        title = self.title.value
        opening = self.text[:_OPENING_LENGTH]
        itself = self.patterns.own_report.search(title) if title else self.patterns.of_itself.search(opening)
        # 我办主动公开信息109条: an office of a government on itself.
        office = self.patterns.office.search(issuer) and self.patterns.our_office.search(self.text)
        # The committee that runs a zone has no counties or towns; beside a district's government it is that district's.
        bureau = self.patterns.bureau.search(issuer) and not self.patterns.with_zone.search(issuer)
        own = (bureau or office) and itself
        return bool(own) and self.patterns.scope_words.search(title) is None

    def _scope(self) -> str:
        """Return the rank of the place whose hotline is named, else that a text speaks of most: 全市, 我县."""
        lead = self.text[:_OPENING_LENGTH]
        if self.patterns.about_hotline.search(" ".join(lead.split())):
            behind = self.patterns.hotline_behind.match
            owners = (rank for hit, _, rank in self._local_hits(lead) if behind(lead, hit.end))
            if owner := next((rank for rank in owners if rank in ("city", "county")), ""):
                return owner
        ranks = [(len(p.findall(self.text)), -i, rank) for i, (p, rank) in enumerate(self.patterns.scope)]
        most, _, rank = max(ranks)
        bureau = any(count and "department" in own for count, _, own in ranks)
        # 我县 once beside 我镇 five times names the county of a town.
        if not bureau and rank != "township" and (mine := self.patterns.value("own_place", self.text)):
            return mine
        return rank if most and most * 2 > len(self.patterns.national.findall(self.text)) else ""

    def _area(self, place: str, issuer: Part, rank: str) -> Part:
        """Return the area of the issuer; else of signature, source and title; else the most named of a local text."""
        if place:
            return Part(place, issuer.span)
        local = rank not in _WIDE
        if local and (area := self.patterns.value("own_area", self.title.value)):
            return Part(area, self.title.span)
        source = self.source if local and self._is_source_body() else Part()
        for part in (self.signature, source, self.title, self.salutation):
            # News of 《2021年海南省…评估报告》 is about that province.
            places = self._local_hits(part.value, named=part is source or part.value.startswith("《"))
            named = part is self.title or (part is self.salutation and rank == "country")
            if places and (rank not in ("", "country") or not named):
                hit, area, _ = places[0]
                return Part(area, (part.span[0] + hit.start, part.span[0] + hit.end))
        return self._named_area(local)

    def _named_area(self, local: bool) -> Part:
        """Return the area that a text names most where it is local, else the country where the words say so."""
        hits = self._local_hits(self.text) or self._local_hits(self.text, named=True)
        hits = hits or (self._short() if local else [])
        counts = Counter(area for _, area, _ in hits)
        lead = self.title.value or next(
            (line.text for line in self.head if self.patterns.prose.search(line.text)), self._opening()
        )
        # What a hotline's bulletin says of the weather or a platform of the whole country makes it no national one.
        hotline = self.patterns.about_hotline.search(lead) and not self.patterns.many_cities.search(self.text)
        local = local or (bool(hotline) and not self._spoken(lead))
        national = None if local else self._national(max(counts.values(), default=0))
        if national:
            return Part("CN", national.span())
        (area, most), *rest = counts.most_common(2) or [("", 0)]
        clear = most >= _CLEARLY * (counts.total() - most)
        # A report that opens with a place and names it twice as often as any other is about that place.
        first = bool(counts) and hits[0][1] == area and most >= 2 * max((count for _, count in rest), default=0)
        if counts and (local or clear or (first and self._opens_with_place())):
            hit = next(hit for hit, value, _ in hits if value == area)
            return Part(area, (hit.start, hit.end))
        if not local and (many := self.patterns.many_cities.search(self.text)):
            return Part("CN", many.span())
        return Part(self.patterns.value("numbered", self.text) if local else "")

    def _short(self) -> list[Item]:
        """Return the places that open the names of accounts without their rank: “郎溪发布”, “郎溪公安”."""
        found = []
        for match in self.patterns.quoted.finditer(self.text):
            start = match.start("inside")
            inside = match["inside"].removeprefix("中国")
            name = next((inside[:n] for n in (3, 2) if inside[:n] in self.terms.short_places), "")
            found += [(Hit(start, match.end("inside"), 0), self.terms.short_places[name], "")] if name else []
        return found

    def _national(self, named: int) -> re.Match[str] | None:
        """Return where a text speaks of the whole country, twice or more than the `named` times of one province."""
        country, state = (list(p.finditer(self.text)) for p in (self.patterns.country, self.patterns.state))
        spoken = self._spoken(self.text)
        places = {hit.start for hit, _, _ in self._local_hits(self.text, named=True)} if country else set()
        # “中国嘉兴” is the website of Jiaxing.
        country = [match for match in country if match.end() not in places]
        wide = len(spoken) + len(country)
        if (named >= _CLEARLY and named > 2 * wide) or (named > wide and self._opens_with_place()):
            # A report on one city's hotline that names the whole country once is about the city.
            return None
        found = spoken[0] if spoken else None
        return found or (country[0] if len(country) > 1 else state[0] if len(state) > named else None)

    def _spoken(self, text: str) -> list[re.Match[str]]:
        """Return where a text speaks of the country; 全国 in the name of the reporting system says nothing."""
        silent, found = self._silent(text), self.patterns.national.finditer(text)
        return [match for match in found if not in_spans(match.start(), match.end(), silent)]

    def _opening(self) -> str:
        """Return the first line with words."""
        return next((line.text for line in self.head if len(line.text) >= _SHORTEST_TITLE), "")

    def _opens_with_place(self) -> bool:
        """Say whether the first line with words names a place, and not where a report was written (北京7月25日电)."""
        first = self._opening()
        # Above an English title stands the way to the page.
        first = self.title.value if self.title.value.isascii() else first
        return bool(self._local_hits(first)) and not self.patterns.wire.search(first)

    def _ministry(self, area: Part) -> tuple[Part, str]:
        """Return the ministry that calls itself 我部 or 我委 in a text without a title."""
        for hit, value, _ in self._hits(self.text[:600], "body"):
            if value == "ministry":
                return (area if area.value else Part("CN", (hit.start, hit.end))), "ministry"
        return area, "department"

    def _speaking_ministry(self, area: Part) -> tuple[Part, str]:
        """Return the ministry that a text without an issuer names again and again by what it did: 水利部公开信息."""
        told = [hit for hit, value, _ in self._hits(self.text, "body") if value == "ministry"]
        named = Counter(self.text[hit.start : hit.end] for hit in told)
        name, often = named.most_common(1)[0] if named else ("", 0)
        does = any(self.patterns.own_act.match(self.text, hit.end) for hit in told)
        if often < _CLEARLY or not does or self._local_hits(self.text):
            return area, ""
        first = next(hit for hit in told if self.text[hit.start : hit.end] == name)
        return (area if area.value else Part("CN", (first.start, first.end))), "ministry"

    def _told_on(self) -> Part:
        """Return the date of publication, none where the text tells of nothing later than years before it.

        An encyclopedia's page on a report of October 2011 was changed last in November 2024.
        """
        published = self._published()
        start, end = published.span
        years = [int(year) for year in self.patterns.year_told.findall(self.text[:start] + self.text[end:])]
        old = published.value and len(years) > 1 and max(years) + _YEARS_OLD <= int(published.value[:4])
        self.reposted = published.span if old else (0, 0)
        return Part() if old else published

    def _published(self) -> Part:
        """Return the date of publication: that of the page's head, of the signature, or a date alone on a line."""
        for line in self.head:
            match = self.patterns.published.search(line.text)
            if match:
                found = _date_part(line.text[match.end() :], line.start + match.end())
                below = self._dated_below_title()
                # 发布时间 in the head of a mirror is the day on which it took the page over.
                first = below if below.value and below.value < found.value else found
                event = self._event()
                return event if event.value and int(first.value[:4] or 0) > int(event.value) + 1 else first
        for line in [*reversed(self.tail), *self.head]:
            below = self.signature.value and line.start > self.signature.span[1]
            if below or self.patterns.date_line.match(line.text):
                found, early = _date_part(line.text, line.start), self._dated_below_title()
                if found.value:
                    # The first line of a mirror may be the day on which it took the page over.
                    return early if early.value and not below and early.value < found.value else found
        stamp = self._first(self.patterns.stamp, [*self.tail, *self.head])
        return _date_part(stamp.value, stamp.span[0])

    def _event(self) -> Part:
        """Return the year of an event that the first lines tell of as news: 第一次全国政府网站普查."""
        for line in self._below_title()[:12]:
            for pattern, year in self.patterns.dated_event:
                if found := pattern.search(line.text):
                    return Part(year, (line.start + found.start(), line.start + found.end()))
        return Part()

    def _below_title(self) -> list[Line]:
        """Return the lines of the head behind the title, all where there is none."""
        return [line for line in self.head if line.start >= self.title.span[1]]

    def _dated_below_title(self) -> Part:
        """Return the date that stands alone on one of the two lines below the title."""
        lines = self._below_title()[:2] if self.title.span[1] else []
        dated = next((line for line in lines if self.patterns.date_line.match(line.text)), None)
        return _date_part(dated.text, dated.start) if dated else Part()

    def _now(self, period: Part, published: Part) -> int:
        """Return the year that the text calls 今年, 0 where that is the one it is about.

        A report of 2016 that came out in January 2017 calls 2016 去年; so does a dateless one that opens with 去年.
        """
        about, out = int(period.value[:4] or 0), int(published.value[:4] or 0)
        if not out and self.latest[5:7] == "12" and self.patterns.end_of_last_year.search(self.text):
            # By the end of last year, in a text whose last day is 20 December 2012, is that December.
            return int(self.latest[:4]) + 1
        if self.patterns.own_report.search(self.title.value):
            # 2021年政府信息公开工作年度报告, of January 2022: what it tells of 今年 is of 2021.
            return 0
        if any(self.patterns.data_span.search(line.text) for line in self.head):
            # So is what a report without a title tells, where it says from what day to what day it counts.
            return 0
        if about and out:
            return out if out == about + 1 else 0
        head = "".join(line.text for line in self.head[:4])
        return about + 1 if about and self.patterns.last_year.search(head) and "今年" not in head else 0

    def _own_level(self, rank: str) -> str:
        """Return the level of the websites that a body of some rank calls its own: a ministry's, and those below it."""
        if rank == "ministry" and (self.of_a_sector or self.patterns.subordinate.search(self.text)):
            return "ministry_and_subordinate"
        return rank if rank in _OWN_LEVELS else ""

    def _latest_date(self, founded: bool = True) -> str:
        """Return the last day that a text without a date of publication prints: its 第一季度 is of that year.

        The day on which a hotline was opened counts only where `founded` says so: its 第一季度 may be of a later year.
        """
        silent = self._silent(self.text)
        low, high = self.reposted
        told = [p for p in find_periods(self.text, 0) if not in_spans(p.start, p.end, silent)]
        told = [p for p in told if not low <= p.start < high]
        told = [p for p in told if founded or not is_founding(self.text, p.start, p.end, self.patterns)]
        days = [p.iso for p in told if len(p.iso) == len("2024-07-02")]
        # A text without any day that prints several months, all of one year, is of that year.
        months = [p.iso for p in told if p.iso[5:].isdigit() and self.text[p.start : p.start + 4] == p.iso[:4]]
        alike = len(months) > 1 and len({month[:4] for month in months}) == 1
        return max(days or (months if alike else []), default="")

    def _period(self, published: int) -> Part:
        """Return the period that the title says, else the year that is stated, else that of the first lines."""
        stated = self.stated.year
        found = self._best_period(self.title.value, stated or published)
        if found and (stated == 0 or found.iso[:4] == str(stated)):
            start = self.title.span[0]
            if day := self._within_year(found.iso):
                return day
            return Part(found.iso, (start + found.start, start + found.end) if self.title.span[1] else (0, 0))
        if stated:
            return Part(str(stated))
        if (told := self._first(self.patterns.told_year, self.head, "year")).value:
            return told
        if reported := self._reported_period(published):
            return reported
        if monthly := self._monthly_issue():
            return monthly
        if span := next((found for line in self.head if (found := self._data_span(line))), None):
            return span
        for line in self.head[:8]:
            if self._is_field(line.text) or len(line.text) > _LONGEST_TITLE or self.patterns.date_line.match(line.text):
                continue
            if self.patterns.since_year.match(line.text) or self.patterns.restart.match(line.text):
                # (一)2024年第一季度通报问题整改情况 heads a section of the notice on the quarter after.
                continue
            found = self._best_period(line.text, published)
            # A day on a short line is that of a publication.
            told = found and not self._is_late(found, line) and not self._is_old(found, line.text)
            if found and told and len(found.iso) < len("2024-07-02"):
                return Part(found.iso, (line.start + found.start, line.start + found.end))
        compared = Part() if self.published.value else self._compared_year()
        found = self._spoken_period(int(compared.value or published), self.head[:6])
        if compared.value and (found is None or found.value[:4] != compared.value):
            return compared
        if found or (published and not self.reposted[1]):
            return found or Part()
        # News without a date is of the year of the report that it tells of: 《2018中国开放数据报告》
        named = self._first(self.patterns.named_report, self.head[:6], "year")
        return named if named.value else self._only_year()

    def _only_year(self) -> Part:
        """Return the year that a text without a date names again and again, and no other."""
        told = list(self.patterns.year_told.finditer(self.text))
        if len(told) > 1 and len({found[1] for found in told}) == 1:
            return Part(told[0][1], told[0].span(1))
        return Part()

    def _compared_year(self) -> Part:
        """Return the year of a text without a date by one that it compares with: 今年1-7月…比2019年同期增长."""
        patterns = self.patterns
        years = (
            (patterns.this_year_over, 1), (patterns.last_year_over, 2), (patterns.first_anniversary, 1),
            (patterns.since_year, 0),
        )  # fmt: skip
        for pattern, ahead in years:
            if found := pattern.search(self.text):
                return Part(str(int(found["year"]) + ahead), found.span("year"))
        return Part()

    def _monthly_issue(self) -> Part | None:
        """Return the month of a monthly bulletin by its number: 2023年第5期, which tells of 本月."""
        if self.patterns.this_month.search(self.text) is None:
            return None
        for line in self.head:
            if found := self.patterns.monthly_issue.search(line.text):
                span = line.start + found.start(), line.start + found.end()
                return Part(f"{found['year']}-{int(found['month']):02d}", span)
        return None

    def _within_year(self, year: str) -> Part | None:
        """Return the month of a check or a week of which the title says the year only: 10月12至22日组织开展."""
        if len(year) != len("2018"):
            return None
        checked = self.patterns.checked_on if self.patterns.of_others.search(self.title.value) else None
        for line in self.head:
            if match := (checked and checked.search(line.text)) or self.patterns.week_told.search(line.text):
                found = [p for p in find_periods(match[0], int(year)) if p.iso[:5] == f"{year}-" and p.iso[5].isdigit()]
                if found:
                    place = line.start + match.start()
                    return Part(found[0].iso[:7], (place + found[0].start, place + found[0].end))
        return None

    def _reported_period(self, year: int) -> Part | None:
        """Return the quarter of the notice on which a news item reports (《某市2018年第四季度检查情况通报》)."""
        # What stands above the title may be the menu of a mirror.
        for line in dict.fromkeys((*self.head[:6], *self._below_title()[:6])):
            for match in self.patterns.reported.finditer(line.text):
                found = [p for p in find_periods(match[0], year, self.latest) if len(p.iso) in (4, 7)]
                if found:
                    best = max(found, key=lambda period: len(period.iso))
                    start = line.start + match.start()
                    return Part(best.iso, (start + best.start, start + best.end))
        return None

    def _data_span(self, line: Line) -> Part | None:
        """Return the year that a line names from its first to its last day: 统计期限从2021年1月1日至12月31日."""
        if checked := self.patterns.checked_time.search(line.text):
            found = next((p for p in find_periods(line.text[checked.end() :], 0) if len(p.iso) in (7, 4)), None)
            start = line.start + checked.end()
            return Part(found.iso, (start + found.start, start + found.end)) if found else None
        found = self.patterns.data_span.search(line.text)
        return Part(found["year"], (line.start + found.start(), line.start + found.end())) if found else None

    def _is_field(self, text: str) -> bool:
        return bool(self.patterns.field_line.match(text) or self.patterns.published.search(text))

    def _spoken_period(self, year: int, lines: list[Line]) -> Part | None:
        """Return the first year or quarter that the opening lines of a text without a title speak of."""
        for line in lines:
            # A sentence of English is twice as long.
            text = line.text[: _OPENING_LENGTH * (2 - bool(self.patterns.chinese.search(line.text)))]
            if self._is_field(text):
                continue
            # 5月10—12日组织开展了第二季度检查: the quarter is what was checked.
            # 2024年第28周(7月8日—7月14日): the bracket says when.
            weeks = self.patterns.of_week
            for found in sorted(
                self._periods(text, year), key=lambda p: ("Q" not in p.iso, not weeks.search(text, 0, p.start))
            ):
                # 去年年底,热线开通 tells what was before.
                past = len(found.iso) > len("2017") and text.startswith(("去年", "前年", "上年"), found.start)
                if len(found.iso) in (4, 7) and not (past or self._is_late(found, line) or self._is_old(found, text)):
                    return Part(found.iso, (line.start + found.start, line.start + found.end))
        return None

    def _is_late(self, found: Period, line: Line) -> bool:
        """Say whether a year is told after figures: 热线已受理来电66万次。…2019年荣获骏马奖 dates none of the news."""
        if len(found.iso) != len("2019") or not self.published.value:
            return False
        patterns = self.patterns
        above = (one.text for one in self.head if one.start < line.start and patterns.full_stop.search(one.text))
        return any(patterns.counted.search(text) for text in above)

    def _is_old(self, found: Period, text: str) -> bool:
        """Say whether a year is one since which something goes on, or says less than the date of publication."""
        before = text[: found.start]
        # 于2012年6月及2013年1月、8月三次扩容 tells what was before.
        if self.patterns.loosely_dated.search(before) or self.patterns.in_passing.search(before):
            return True
        if len(found.iso) == len("2014") and self.patterns.built_then.match(text, found.end):
            return True
        if is_founding(text, found.start, found.end, self.patterns) or self.patterns.planned.match(text, found.end):
            return True
        if not self.latest:
            return False
        # Of the year in which it came out, news says no more than the day of its publication does.
        # A quarter is that of a notice, however late a copy of it is.
        late = (
            int(found.iso[:4]) < int(self.latest[:4]) - 1 and found.iso[5:6] not in ("Q", "H")
        ) or self.patterns.since.match(text, found.end)
        return bool(late) or found.iso == self.published.value[:4]

    def _best_period(self, text: str, year: int) -> Period | None:
        """Return the finest period of a title that is no day and no part of a name."""
        told = [
            p
            for p in self._periods(text, year)
            if not (self.patterns.compared.search(text[: p.start]) or is_founding(text, p.start, p.end, self.patterns))
        ]
        return max(told, key=lambda p: (len(p.iso) < 10, len(p.iso)), default=None)

    def _periods(self, text: str, year: int) -> list[Period]:
        silent = silent_spans(text, self.patterns)
        found = find_periods(text, year, self.latest)
        return [period for period in found if period.iso and not in_spans(period.start, period.end, silent)]


def is_founding(text: str, start: int, end: int, patterns: Patterns) -> bool:
    """Say whether a date only tells when something began: 自2012年9月运行以来, 于2018年11月上线."""
    if patterns.launched.search(text, max(0, start - 24), start):
        return True
    founded = patterns.founded.match(text, end)
    # 2012年公众号上线以来 needs no 自; 2012年以来 does.
    since = founded is not None and founded[0].endswith("以来") and len(founded[0]) > len("以来") + 2
    told = patterns.since_when.search(text[max(0, start - 2) : start]) or end - start > len("2018年") or since
    return bool(told) and founded is not None


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for piece in text.split("\n"):
        stripped = piece.strip("\t |")
        if stripped:
            lines.append(Line(stripped, start + piece.index(stripped[0])))
        start += len(piece) + 1
    return lines


def _date_part(text: str, start: int) -> Part:
    found = next((p for p in find_periods(text, 0) if p.iso), None)
    return Part(found.iso, (start + found.start, start + found.end)) if found else Part()
