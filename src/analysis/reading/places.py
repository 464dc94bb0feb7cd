"""Where a figure holds: its area, its administrative level, and the site or account that it is about."""

from __future__ import annotations

import itertools
import math
import re

from analysis.reading.context import PARTS, Context
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.sentence import Sentence
from analysis.reading.terms import Hit
from analysis.reading.things import Items

_MUNICIPALITIES = frozenset({"CN-BJ", "CN-TJ", "CN-SH", "CN-CQ"})
_GOVERNED = frozenset({"province", "city", "county"})
_SINGLE_BODIES = ("department", "ministry", "township")
_LOCAL = frozenset({"city", "county"})
_PIECES = frozenset({"count:item", "count:article"})
_BUREAUS = frozenset({"city_department", "county_department"})
_TOUCHES, _SUMMED = 14, "l033"
# More places of a level than any province has are those of the country.
_MOST_OF_PROVINCE = {"province": 1, "sub_provincial_city": 4, "capital_city": 1, "city": 25, "county": 200}
_MOST_RANKED = 25
_BODIES = frozenset({"count:region", "count:site", "count:account", "count:person"})
_MANY = frozenset({"site", "account", "weibo", "wechat", "mixed", "region", "department"})
Item = tuple[Hit, str, str]


def in_other_item(hit: Hit, items: Items) -> bool:
    """Say whether a word belongs to another item of a 分别 list."""
    return any(start <= hit.start and hit.end <= end for start, end in items[1:])


def find_level(place: int, sentence: Sentence, context: Context, items: Items | None) -> Found:
    """Return the administrative level: behind an attributive figure, else the last one named before it."""
    mark = sentence.marks[place]
    last = sentence.marks[place - 1] if place else None
    if (whole := _whole_before(place, sentence)) is not None:
        return Found(whole.level, "level:whole", whole.spans.get("level", ()))
    if mark.rules.get("indicator") == "indicator:share":
        aside = (-1, sentence.aside_of(mark.start))
        counts = [m for m in sentence.marks[:place] if m.unit.startswith("count")]
        # 328个(含153个门户网站),占2.3%: the share is of what stands before the bracket.
        count = next((m for m in reversed(counts) if sentence.aside_of(m.start) in aside), counts[-1])
        return Found(count.level, "level:shared", count.spans.get("level", ()))
    if (place_named := _place_of_item(mark, sentence)) is not None:
        return place_named
    named = sentence.levels and [
        item
        for item in sentence.levels
        if not (items and in_other_item(item[0], items))
        and sentence.speaks_to(item[0].start, mark)
        and not _in_body(item[0], mark, sentence)
        and (item[1] != "department" or _is_own_department(item[0], mark, sentence))
        and not sentence.patterns.supervised.match(sentence.text, item[0].end)
        and not sentence.patterns.some_of.search(sentence.text, max(0, item[0].start - 2), item[0].start)
    ]
    chosen = _near_level(place, mark, named, sentence)
    portal = _portals_at(mark, sentence)
    if chosen:
        hit, value, term = chosen
        touches = abs(hit.end - mark.span_start) < _TOUCHES or 0 <= hit.start - mark.end < _TOUCHES
        if portal and (value == "all" or not _touches_portal(hit, mark, portal)):
            return Found("portal", "level:portal", sentence.at(*portal))
        mark.rules["reach"] = "reach:near" if touches else "reach:far"
        if value == "province" and _is_of_listed(hit, mark, sentence):
            return Found("all", "level:place", sentence.at(hit.start, hit.end))
        if _is_own_government(hit, value, mark, sentence, context):
            return Found("all", "level:own-government", sentence.at(hit.start, hit.end))
        level = _widen(value, context, sentence.text[hit.start : hit.end])
        if _is_its_portal(mark, hit, sentence):
            level = level.removesuffix("_all")
        if level in _GOVERNED and sentence.patterns.bureaus.match(sentence.text, hit.end):
            level = f"{level}_department"
        return Found(level, f"level:{term}", sentence.at(hit.start, hit.end))
    if mark.percent and last and last.rules.get("level") == "level:portal" and not sentence.asides:
        # 112家门户网站全部抽查,合格率99%
        return Found("portal", "level:portal", last.spans["level"])
    if portal:
        return Found("portal", "level:portal", sentence.at(*portal))
    if context.level.value in _LOCAL and _is_of_higher(context.level.value, context.record.rank):
        return NOTHING
    return context.level.carried() if context.level.value else NOTHING


def _is_its_portal(mark: Mark, level: Hit, sentence: Sentence) -> bool:
    """Say whether a count is of the one portal of a government: 市本级门户网站1个."""
    one = mark.value == 1 and mark.unit == "count:site"
    return one and sentence.patterns.portals.match(sentence.text, level.end) is not None


def _is_of_group(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure is of a group of websites, which the sentence or the title names: 网站群总访问量38万次."""
    group = sentence.patterns.site_group
    said = group.search(sentence.text, 0, mark.span_start) or group.search(context.record.title.value)
    return said is not None and sentence.patterns.of_one_site.search(mark.indicator) is not None


def _is_of_listed(level: Hit, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a province is named right at a figure: 省份中排名前列的为:甲(31个)、乙(6个) are all of theirs."""
    start = (
        mark.span_start - 1 if sentence.text[mark.span_start - 1 : mark.span_start] in ("(", ":") else mark.span_start
    )
    return any(level.end <= hit.start and hit.end == start for hit, _, _ in sentence.areas)


def _is_of_higher(level: str, rank: str) -> bool:
    """Say whether a level is that of the government above a body: 锡山区政府网站 in the report of a town of it."""
    return rank == "township" or rank == f"{level}_department"


def _whole_before(place: int, sentence: Sentence) -> Mark | None:
    """Return the count that a kind of letters or articles is a part of: 收到3059条,各县1155条,其中咨询类1160条."""
    mark = sentence.marks[place]
    alike = _PIECES if mark.unit in _PIECES else {mark.unit}
    larger = [one for one in sentence.marks[:place] if one.unit in alike and one.value > mark.value]
    whole = max(larger, key=lambda one: one.value, default=None)
    if mark.percent or whole is None:
        return None
    start = sentence.clause_span(mark.clause)[0]
    if sentence.patterns.one_kind.search(sentence.text, start, mark.span_start):
        return whole
    named = any(whole.end <= hit.start < mark.reach for hit, _, _ in (*sentence.levels, *sentence.areas))
    piece = mark.unit in _PIECES and "其中" in sentence.text[whole.end : mark.start]
    return whole if piece and not named else None


def _place_of_item(mark: Mark, sentence: Sentence) -> Found | None:
    """Return the rank of the city or county whose name is all that an item of a list says: 市直部门77个,鲤城区39个."""
    zone = sentence.patterns.zone.search(sentence.text, max(0, mark.span_start - 14), mark.span_start)
    if zone and not mark.percent:
        return Found("county", "level:zone", sentence.at(*zone.span("name")))
    named = next((item for item in sentence.areas if item[0].end == mark.span_start), None)
    rank = sentence.terms.place_ranks.get(named[2], "") if named else ""
    if mark.percent or named is None or rank not in _LOCAL:
        return None
    if sentence.text[: named[0].start].rstrip()[-1:] not in (",", "、", ";"):
        return None
    return Found(rank, f"level:{named[2]}", sentence.at(named[0].start, named[0].end))


def _is_own_government(hit: Hit, value: str, mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a county or city only names itself: what 县政府网站 did in its own notice is all that it did.

    Its portal is the one website that is of its rank: 市政府网站1家.
    """
    its_portal = mark.value == 1 and mark.unit == "count:site"
    own = value == context.record.rank and value in _LOCAL and not its_portal
    return own and sentence.patterns.governs.match(sentence.text, hit.start) is not None


def _is_own_department(hit: Hit, mark: Mark, sentence: Sentence) -> bool:
    """Say whether departments are what a figure counts: 部门网站42家, 33个服务较多的单位网站."""
    if hit.end == mark.span_start or 0 <= hit.start - mark.end <= 3:
        return True
    between = sentence.text[mark.span_end : hit.start]
    return mark.span_end < hit.start <= mark.reach and between.endswith("的")


def _in_body(hit: Hit, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a level begins within the name of one place: 沙坪坝区政府网、…等6个网站, 惠州市政府网站整合至36家."""
    listed = sentence.patterns.listed_body.match(sentence.text, hit.end)
    several = mark.unit in ("count:site", "count:account") and mark.value > 1
    return bool(listed or several) and any(place.start < hit.start < place.end for place, _, _ in sentence.areas)


def _portals_at(mark: Mark, sentence: Sentence) -> tuple[int, int] | None:
    """Return where portals that touch a figure stand: 112家门户网站, 政府门户网站9家."""
    if mark.percent:
        found = sentence.patterns.portals.match(sentence.text, mark.span_end + 1) if mark.attributive else None
        return found.span() if found else None
    found = sentence.patterns.portals.match(sentence.text, mark.span_end) or sentence.patterns.portals_before.search(
        sentence.text, max(0, mark.span_start - 16), mark.span_start
    )
    return found.span() if found else None


def _touches_portal(hit: Hit, mark: Mark, portal: tuple[int, int]) -> bool:
    """Say whether a level belongs to the portals themselves (县级门户网站11家, 11家县级门户网站)."""
    low, high = min(portal[0], mark.span_start), max(portal[1], mark.reach)
    return low - 6 <= hit.start and hit.end <= high


def _near_level(place: int, mark: Mark, named: list[Item], sentence: Sentence) -> Item | None:
    marks = sentence.marks
    next_start = marks[place + 1].span_start if place + 1 < len(marks) else len(sentence.text)
    reach = min(next_start, mark.reach + 1)
    behind = named and [x for x in named if mark.end <= x[0].start < reach]
    before = [x for x in named if x[0].end <= mark.span_start and _speaks_of(x[0], place, sentence)]
    own = mark.attributive or (bool(behind) and behind[0][1] == "department")
    if behind and (own or (_touches(behind[0][0], mark, sentence) and not mark.percent)):
        return behind[0]
    counted = [m for m in marks[:place] if m.unit.startswith("count")] if mark.percent else []
    if len({m.level for m in counted} - {""}) > 1:
        # 县区网站9家和部门网站33家,合格率95%: the rate is of both.
        before = [x for x in before if x[0].start > counted[-1].reach]
    low = max(0, mark.span_start - 16)
    governed = sentence.patterns.value("own_government", sentence.text[low : mark.span_start])
    # 双柏县人民政府、南华县人民政府2个网站: those named are no level.
    listed = mark.value > 1 and any(
        low <= place.start and place.end < mark.span_start for place, _, _ in sentence.areas
    )
    if governed and not (mark.percent or listed):
        return Hit(low, mark.span_start, 0), governed, "government"
    if sentence.patterns.piece.fullmatch(mark.measure) and (
        body := sentence.patterns.value("of_body", sentence.text[low : mark.span_start])
    ):
        return Hit(low, mark.span_start, 0), body, "body"
    if before:
        return _joined(before, mark.span_start, sentence)
    return behind[0] if behind else None


def _speaks_of(hit: Hit, place: int, sentence: Sentence) -> bool:
    """Say whether a level in front of a figure is that of the figure."""
    mark, text, patterns = sentence.marks[place], sentence.text, sentence.patterns
    if _is_of_other(hit, place, sentence):
        return False
    joint = text[max(0, mark.span_start - 1) : mark.span_start] in ("及", "和", "与", "、")
    if joint and patterns.of_other_noun.fullmatch(text, hit.end, mark.span_start):
        return False
    # 县政府网站及全县56个新媒体 and 县区网站设有专栏,全市处理问题27条: of every level
    clause = max(hit.end, sentence.clause_span(mark.clause)[0])
    if patterns.scope_words.fullmatch(text, mark.span_start - 2, mark.span_start) or patterns.scope_words.search(
        text, clause, mark.span_start
    ):
        return False
    # 占总体政府网站的6.3% only names what a share is a share of.
    shared = mark.percent and patterns.shared.search(text, hit.end - 12, hit.start)
    return not shared or re.search(r"[,，;；。]", text[hit.end : mark.span_start]) is not None


def _is_of_other(hit: Hit, place: int, sentence: Sentence) -> bool:
    """Say whether a word belongs to the noun of an earlier figure, and not to this one's.

    98%的市级部门开通网站,微博24万个; 部门网站42家,合格50家 are more than the departments'.
    """
    mark, earlier = sentence.marks[place], sentence.marks[:place]
    counted = next((m for m in earlier if m.start >= hit.end), None)
    if counted and counted.unit == mark.unit and counted.thing == mark.thing and counted.value < mark.value:
        return not mark.percent and counted.clause == sentence.clause_at(hit.start) != mark.clause
    owner = next((m for m in earlier if m.end <= hit.start <= m.reach), None)
    if owner is None:
        return False
    if mark.unit in ("score", "rank") and any(hit.end <= x[0].start < mark.start for x in sentence.areas):
        # 104个县政府网站中,合肥市得分96.2分
        return True
    # 29个省建成平台,16个平台: what is counted next may be the places' own.
    other = mark.rules["thing"] == "thing:adjacent" and mark.thing != owner.thing and owner.unit != "count:region"
    if other or sentence.patterns.total.search(sentence.text, hit.end, mark.span_start):
        return True
    # 包括县市区网站9家和部门网站33家,合格率100%: the rate is of both.
    return mark.percent and sum(m.unit.startswith("count") for m in earlier) > 1


def _touches(hit: Hit, mark: Mark, sentence: Sentence) -> bool:
    """Say whether a level stands right behind a figure, and not behind a joint (9家和市直部门33家)."""
    gap = sentence.text[mark.span_end : hit.start]
    if sentence.english and sentence.patterns.english_noun.fullmatch(gap):
        return True
    return hit.start - mark.end <= 6 and not gap.startswith(("和", "及", "与", "、", "以及"))


def _joined(before: list[Item], end: int, sentence: Sentence) -> Item:
    """Return the last level named; where two different ones are joined, both together are all."""
    hit, value, term = before[-1]
    summed = len(before) > 1 and sentence.text[hit.start : hit.end] in ("共计", "合计")
    if summed and sentence.clause_at(before[-2][0].end) == sentence.clause_at(hit.start):
        # 市直单位政务新媒体共计51个: the sum is of that level.
        return before[-2]
    rank = value.removesuffix("_department")
    if rank in _GOVERNED and rank != value:
        # 省政府及省直单位, 各市(地)政府及市直单位: a government with its departments.
        governs = sentence.patterns.value("governs_and", sentence.text[max(0, hit.start - 16) : hit.start])
        if governs == rank:
            return hit, f"{rank}_all", "joined"
    if len(before) > 1 and before[-2][1] != value:
        gap = sentence.text[before[-2][0].end : hit.start]
        if len(gap) <= 8 and sentence.patterns.joined_levels.fullmatch(gap):
            # 县(市、区)政府及其部门、乡镇开设3463个: the levels below the city's are not all.
            below = before[-2][1] in ("county", "county_all") and value == "township"
            return hit, "county_and_township_all" if below else "all", "joined"
    if sentence.patterns.enumerated.fullmatch(sentence.text, hit.end, end):
        return hit, "all", "joined"
    return hit, value, term


def _widen(level: str, context: Context, word: str) -> str:
    """Read 各地 and 地方 as the places that the bulletin evaluates, where it says which, and 部门 as its own."""
    if level == "department":
        rank = context.record.rank.removesuffix("_department")
        return f"{rank}_department" if rank in _GOVERNED else level
    if level == "province_and_city" and context.record.area.value not in ("", "CN"):
        # 全省21个地级以上市: the province is where they are.
        return "city"
    below = word.startswith("地方") and context.record.rank == "province"
    if level == "local_all" and context.record.local and not below:
        # 省、市、县三级 of one province are all that it has; 地方各级 beside 省直部门 are not.
        return "all"
    if level == "all" and context.record.level == "ministry_and_subordinate":
        # 全国税务系统 in the notice of a ministry are its own and those below it.
        return context.record.level
    if level == "province_department" and not context.record.rank.startswith("province") and word.startswith("区直"):
        # 区直单位 of a district; those of an autonomous region are a province's.
        return "county_department"
    local = "local_portal" if "门户" in word else "local_all"
    return (context.scope or local) if level == "places" else level


def settle_level(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the level that follows from others: one site is single, a count of sites without a level is of all."""
    if mark.entity and not sentence.patterns.of_services.search(mark.indicator):
        return Found("single", "level:entity", mark.spans.get("entity", ()))
    if sentence.patterns.named_one.search(sentence.text, max(0, mark.span_start - 2), mark.span_start):
        return Found("single", "level:named", sentence.at(mark.span_start - 2, mark.span_start))
    if mark.level == "city_department" and mark.area in _MUNICIPALITIES:
        return Found("province_department", "level:municipality", mark.spans.get("level", ()))
    if (place := _level_of_service(mark, sentence, context)) is not None:
        return place
    if _is_of_hall(mark, sentence, context):
        return Found("single", "level:hall", mark.spans.get("indicator", ()))
    if _is_of_named_account(mark, sentence):
        return Found("single", "level:named", mark.spans.get("indicator", ()))
    carried = mark.rules.get("level") == "level:carried"
    # 其中,市级机关2244条: a part by level is of that level.
    part = mark.rules.get("indicator") == PARTS and not carried
    if (carried or mark.level in ("", "all", *_LOCAL)) and not part and _is_of_notice(mark, sentence, context):
        return Found("all", "level:own-government", mark.spans.get("indicator", ()))
    alone = _has_no_level(mark, sentence, carried)
    beside = mark.unit == "score" and any(hit.end == mark.start - 1 for hit, _, _ in sentence.areas)
    if (alone or beside) and (ranked := _rank_of_place(mark, sentence, context)) is not None:
        return ranked
    if alone and _is_of_group(mark, sentence, context):
        return Found("all", "level:site-group", mark.spans.get("indicator", ()))
    if alone and _is_of_all_accounts(mark, sentence):
        return Found("all", "level:all-accounts", mark.spans.get("indicator", ()))
    if alone and sentence.patterns.of_one_site.search(mark.indicator):
        return Found("single", "level:one-site", mark.spans.get("indicator", ()))
    if _is_own_doing(mark, sentence, context, bool(carried)):
        return Found("single", "level:own-site", (context.record.issuer.span,))
    return _of_issuer(mark, sentence, context)


def _has_no_level(mark: Mark, sentence: Sentence, carried: bool) -> bool:
    """Say whether the words give a figure no level of its own; a rank among the ministries is one of theirs."""
    if mark.level in ("", "all", "local_all") or (carried and mark.unit not in ("score", "rank")):
        return True
    # 区政府门户网站访问量326万次 is that of one website.
    site = sentence.patterns.local_site.search(sentence.text, 0, mark.span_start)
    return mark.level in _LOCAL and mark.unit != "rank" and site is not None


def _of_issuer(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the level of what the issuer calls its own, of the one that a text is about, else that of all."""
    served = sentence.patterns.served.search(mark.indicator)
    own = "" if served else _own_level(mark, sentence, context)
    # 总体 and 共计 sum up what the issuer calls its own.
    summed = mark.level == "all" and own and mark.rules.get("level") in ("level:carried", f"level:{_SUMMED}")
    if not (own or mark.level) and _is_of_the_one(mark, sentence, context):
        return Found("single", "level:the-one", (context.record.title.span,))
    if summed or not mark.level:
        return Found(
            own or "all", "level:issuer" if own else "level:default", (context.record.issuer.span,) if own else ()
        )
    return None


def _is_of_the_one(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a text is about one account, platform or centre, and a figure is of what that one did."""
    return context.one and sentence.patterns.of_the_place.search(sentence.text, 0, mark.span_start) is None


def _level_of_service(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the level of what a province's platform or a hotline did; None where a figure is of neither."""
    patterns, spans = sentence.patterns, mark.spans.get("indicator", ())
    if mark.level in ("", "all") and mark.area not in ("", "CN") and patterns.level_province.search(mark.indicator):
        return Found("province", "level:of-province", spans)
    served = patterns.served.search(mark.indicator)
    of_hotline = served["hotline"] if served else _is_of_hotline(mark, sentence, context)
    # 住建局146件 in a hotline's bulletin is a part of what the hotline dealt with.
    if (
        of_hotline
        and mark.level in ("", "all", *_GOVERNED, *_BUREAUS)
        and (context.record.local or mark.area != "CN" or context.record.rank == "ministry")
    ):
        # A province that speaks of all its hotlines has one in each city.
        several = context.record.rank == "province" and mark.area not in _MUNICIPALITIES
        return Found("all" if several else "single", "level:hotline", spans)
    return None


def _is_of_hall(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure tells what one service centre did: 市行政服务中心共受理业务3万件."""
    patterns = sentence.patterns
    if mark.level not in ("", "all", *_LOCAL) or not patterns.of_services_done.search(mark.indicator):
        return False
    return any(map(patterns.hall.search, (sentence.text[: mark.span_start], context.record.title.value)))


def _is_of_all_accounts(mark: Mark, sentence: Sentence) -> bool:
    """Say whether followers or posts are summed over the accounts of a place: 微信公众号粉丝总数达300万."""
    patterns, before = sentence.patterns, sentence.text[: mark.span_start]
    if not patterns.of_platform.search(mark.indicator):
        return False
    summed = patterns.of_account.search(mark.indicator) and patterns.summed_followers.search(before)
    # 政务微博2.4万个,粉丝2.1亿: what all of them have.
    counted = any(one.unit == "count:account" and one.value > 1 for one in sentence.marks if one.start < mark.start)
    several = counted or patterns.of_many.search(before)
    return bool(several or (summed and patterns.quoted.search(before) is None))


def _is_of_named_account(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a figure is what one account has or published: “成都发布”粉丝数量突破10万."""
    patterns, before = sentence.patterns, sentence.text[: mark.span_start]
    has, did = (bool(pattern.search(mark.indicator)) for pattern in (patterns.of_account, patterns.on_accounts))
    answers = patterns.own_doings.search(mark.indicator)
    if not (has or did or answers) or patterns.of_many.search(before):
        return False
    told = patterns.named_account.search(before)
    if not (has or did):
        return bool(told) and patterns.scope_words.search(before) is None
    return bool(told or (has and patterns.quoted.search(before)))


def _rank_of_place(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the rank of the place whose score or rank in an evaluation of governments is told: 广东省得分88.4分."""
    rated = not mark.indicator or sentence.patterns.of_governments.search(mark.indicator)
    if mark.unit not in ("score", "rank") or mark.level not in ("", "all", "local_all", "city") or not rated:
        return None
    named = [item for item in sentence.areas if item[0].end <= mark.span_start and item[1] != "CN"]
    if not named:
        return None
    hit, _, term = named[-1]
    rank = sentence.terms.place_ranks.get(term, "")
    large = any(map(sentence.patterns.among_large.search, (sentence.text, context.record.title.value)))
    if large and rank == "city" and sentence.patterns.of_site_evaluation.search(mark.indicator):
        # Evaluations of websites rank the large cities among themselves.
        rank = sentence.patterns.value("large_city", sentence.text[hit.start : hit.end]) or rank
    return Found(rank, f"level:{term}", sentence.at(hit.start, hit.end)) if rank else None


def _own_level(mark: Mark, sentence: Sentence, context: Context) -> str:
    """Return the level of what an issuer calls its own: what a bureau reports on itself is of its one website.

    Its websites and accounts, and how many of them pass, are those of a bureau.
    """
    level, patterns = context.record.level, sentence.patterns
    sites = (mark.unit in ("count:site", "count:account") and mark.value > 1) or patterns.checks.search(mark.indicator)
    if sites and _speaks_for_place(mark, sentence, context):
        return ""
    if context.record.rank == "department":
        # 我局 of no place that is known.
        level = "department"
    if sites or level == "ministry" or patterns.of_others.search(context.record.title.value):
        return level
    return "single" if level.endswith(_SINGLE_BODIES) else level


def _speaks_for_place(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a department's notice tells of its whole place: 全县政府网站 in one of a county's bureau."""
    place = context.record.rank.removesuffix("_department")
    return any(
        rank == place and pattern.search(sentence.text, 0, mark.span_start) is not None
        for pattern, rank in sentence.patterns.scope
    )


def _is_of_notice(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a county or city tells in a notice of its own what it published and answered: that is of all of it.

    So is what it publishes on its accounts and, whoever tells it, on its portal.
    """
    record, patterns = context.record, sentence.patterns
    own = patterns.own_doings.search(mark.indicator) and not record.rank.endswith(_SINGLE_BODIES)
    if own and patterns.local_site.search(sentence.text, 0, mark.span_start):
        return True
    title = record.title.value
    notice = patterns.notice.search(title) if title else record.issuer.value
    doings = patterns.own_doings.search(mark.indicator) if notice else patterns.on_accounts.search(mark.indicator)
    return record.rank in _LOCAL and doings is not None


def _is_own_doing(mark: Mark, sentence: Sentence, context: Context, carried: bool) -> bool:
    """Say whether a figure is what one body did on its own website, whatever level its words name."""
    rank = context.record.rank
    if rank in _LOCAL:
        # What the portal of a county or city published is what its government did.
        return False
    below = rank.endswith(_SINGLE_BODIES) and _is_below(mark.level, rank.partition("_")[0])
    if (
        below
        or not (carried or mark.level in ("", "all", rank, *_GOVERNED))
        or not sentence.patterns.own_doings.search(mark.indicator)
    ):
        return False
    return rank.endswith(_SINGLE_BODIES) or (
        (carried or mark.level in ("", "all", rank) or context.record.local or not rank)
        and _names_own_site(mark, sentence, context.record.title.value)
    )


def _is_below(level: str, rank: str) -> bool:
    """Say whether a level is below that of an issuer: 各市级民政局网站发布信息8652条 in a notice of a province's."""
    return (rank, level) in {("province", "city"), ("province", "county"), ("city", "county")} or level in _BUREAUS


def _is_of_hotline(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure without an indicator is a part of what a hotline did: 受理诉求900件,其中大冶市73件."""
    if mark.indicator or mark.unit.partition(":")[0] not in ("count", "percent") or mark.unit in _BODIES:
        return False
    if context.hotline:
        return True
    if not sentence.terms.of_hotline.isdisjoint(context.topic):
        return True
    earlier = (other.indicator for other in sentence.marks if other.start < mark.start)
    found = (sentence.patterns.served.search(name) for name in (*earlier, context.last.value))
    return any(match is not None and match["hotline"] for match in found)


def _names_own_site(mark: Mark, sentence: Sentence, title: str) -> bool:
    """Say whether what stands before a figure, or the title, names one website and not all of a place: 我市门户网站."""
    patterns, before = sentence.patterns, sentence.text[: mark.span_start]
    # What 县政府门户网站 published or 区长信箱 received is what its county did; so the record has it.
    if any(pattern.search(before) for pattern in (patterns.of_all_sites, patterns.local_site, patterns.by_channels)):
        return False
    return any(map(patterns.own_site.search, (before, title))) and not patterns.of_all_sites.search(title)


def _is_one_of_many(place: int, named: list[Item], sentence: Sentence) -> bool:
    """Say whether an area only stands in a list (北京、天津等14个地区), which is about all of them."""
    end, text, patterns = named[place][0].end, sentence.text, sentence.patterns
    if named[place][1] != "CN" and patterns.and_others.match(text, end):
        return True
    if place and patterns.list_of_areas.fullmatch(text, named[place - 1][0].end, named[place][0].start):
        return True
    follows = place + 1 < len(named) and named[place + 1][0].start - end <= 6
    return follows and patterns.list_of_areas.match(text, end) is not None


def find_area(place: int, sentence: Sentence, context: Context) -> Found:
    """Return the area: the last one named before the figure, else the paragraph's, else the document's.

    In a local document the places named are parts of its own area, whatever they are called elsewhere.
    """
    mark = sentence.marks[place]
    if _is_foreign(mark, sentence):
        return NOTHING
    many = mark.unit == "count:region" and mark.value > _MOST_OF_PROVINCE.get(mark.level, math.inf)
    base = mark.unit == "count:region" and sentence.patterns.among_ranked.match(sentence.text, mark.span_end)
    beyond = base and mark.value > _MOST_RANKED and not sentence.patterns.scope_words.search(sentence.text)
    if beyond or (many and not any(item[0].end <= mark.span_start for item in sentence.areas)):
        # 15个副省级城市, 319个地级市: no province has as many; nor is it 36个城市 of which one was the fifth.
        return Found("CN", "area:level", mark.spans.get("level", ()))
    named = sentence.areas
    if shared := sentence.shares.get(place):
        places = _row_of_areas(named, shared[1], mark, sentence)
        if places:
            return _found(places[shared[0]], sentence)
    ranked = mark.unit == "rank"
    if ranked and (ranks := sentence.patterns.ranks.match(sentence.text, mark.end)):
        # 第五名是浙江省
        behind = next((x for x in named if x[0].start == ranks.end()), None)
        if behind:
            return _found(behind, sentence)
    singles = named and [
        x
        for i, x in enumerate(named)
        if (ranked or not _is_one_of_many(i, named, sentence))
        and sentence.speaks_to(x[0].start, mark)
        and "除" not in sentence.text[max(0, x[0].start - 2) : x[0].start]
        and not (i and x[1] == "CN" and sentence.patterns.contest.match(sentence.text, x[0].end))
    ]
    before = [x for x in singles if x[0].end <= mark.span_start]
    if ranked:
        # 未央区政府网站位列全国区县第10名: the rank is that of the district.
        named_places = [x for x in before if x[1] != "CN"]
        before = named_places if context.record.local else named_places or before
    if before and not _leaves(before[-1], sentence, mark, context):
        return _found(before[-1], sentence)
    wide = context.record.area.value in ("", "CN") and not context.record.local
    if context.place.value and wide and sentence.patterns.the_place.search(sentence.text, 0, mark.span_start):
        # 全市 in a text on the whole country is of the place named last.
        return context.place.carried()
    if context.record.area.value:
        return Found(context.record.area.value, f"area:{context.record.ways[0]}", (context.record.area.span,))
    near = [x for x in singles if 0 <= x[0].start - mark.span_end < 30]
    return _found(near[0], sentence) if near else NOTHING


def _row_of_areas(named: list[Item], count: int, mark: Mark, sentence: Sentence) -> list[Item]:
    """Return the last places named in a row before a figure, where as many as the figures of its 分别 list."""
    before = [item for item in named if item[0].end <= mark.span_start and item[1] != "CN"]
    row = before[-count:]
    gaps = [sentence.text[a[0].end : b[0].start] for a, b in itertools.pairwise(row)]
    return row if len(row) == count and all(sentence.patterns.between_areas.fullmatch(gap) for gap in gaps) else []


def _leaves(item: Item, sentence: Sentence, mark: Mark, context: Context) -> bool:
    """Say whether what is named before a figure is not where it holds: 全省 behind a city means the province."""
    hit, value, _ = item
    start = sentence.clause_span(sentence.clause_at(hit.start))[0]
    if hit.end == mark.span_start:
        # 我市在全国100个城市中: those are of the country.
        return False
    scoped = sentence.patterns.scope_words.search(sentence.text, start, mark.span_start) is not None
    # 中国通州 is a website of Tongzhou.
    return value == "CN" and context.record.local and (scoped or sentence.text[hit.start : hit.end] == "中国")


def _found(item: Item, sentence: Sentence) -> Found:
    return Found(item[1], f"area:{item[2]}", sentence.at(item[0].start, item[0].end))


def _is_foreign(mark: Mark, sentence: Sentence) -> bool:
    if not sentence.abroad:
        return False
    aside = sentence.aside_of(mark.start)
    start = sentence.clause_span(mark.clause)[0]
    before = sentence.text[start : mark.start]
    if aside >= 0 and not sentence.patterns.foreign.search(before):
        low = sentence.asides[aside][0]
        before = sentence.text[max(0, low - 12) : low]
    return sentence.patterns.foreign.search(before) is not None and sentence.patterns.home.search(before) is None


def find_entity(mark: Mark, sentence: Sentence, context: Context) -> Found:
    """Return the named site, platform or account that the figure is about, if any; what counts sites is about many."""
    if mark.thing in _MANY or mark.unit in ("count:site", "count:account"):
        return NOTHING
    named = [item for item in sentence.entities if item[0].end <= mark.span_start]
    if named:
        hit, value, term = named[-1]
        general = [h.end for h, v, _ in sentence.areas if v == "CN" and h.end <= mark.span_start]
        general += [h.end for h, _, _ in sentence.levels if h.end <= mark.span_start]
        if any(end > hit.end for end in general):
            return NOTHING
        return Found(value, f"entity:{term}", sentence.at(hit.start, hit.end))
    if not context.entity.value or sentence.levels or any(value == "CN" for _, value, _ in sentence.areas):
        return NOTHING
    return context.entity.carried()


def home_of(mark: Mark, sentence: Sentence) -> Found:
    """Return the area of the site or platform that a figure is about, or of what only the nation counts."""
    home = sentence.terms.homes.get(mark.entity, "CN" if mark.indicator in sentence.terms.national else "")
    return Found(home, "area:entity", mark.spans.get("entity", ())) if home else NOTHING


def find_method(place: int, sentence: Sentence) -> Found:
    """Return the way of counting that the figure's own stretch, or the head of the sentence, names."""
    chosen = NOTHING
    if not sentence.methods:
        return chosen
    mark = sentence.marks[place]
    start = sentence.marks[place - 1].span_end if place else 0
    head = sentence.marks[0].span_start
    for hit, value, term in sentence.methods:
        if start <= hit.start < mark.span_start or (hit.end <= head and mark.clause == sentence.clause_at(hit.start)):
            chosen = Found(value, f"method:{term}", sentence.at(hit.start, hit.end))
    return chosen
