"""The administrative level that the words around a figure give it."""

from __future__ import annotations

import re

from analysis.reading.context import Context
from analysis.reading.figure import NOTHING, Found, Mark
from analysis.reading.sentence import Item, Sentence
from analysis.reading.terms import Hit
from analysis.reading.things import ARTICLE_WORDS, Items, in_other_item

_GOVERNED = frozenset({"province", "city", "county"})
_LOCAL = frozenset({"city", "county"})
_BELOW_CITY = frozenset({"county", "county_all", "county_department", "township"})
_PIECES = frozenset({"count:item", "count:article"})
_TOUCHES, _OWN = 14, 4


def find_level(place: int, sentence: Sentence, context: Context, items: Items | None) -> Found:
    """Return the administrative level: behind an attributive figure, else the last one named before it."""
    mark = sentence.marks[place]
    last = sentence.marks[place - 1] if place else None
    if (turn := _level_in_turn(place, sentence, context)) is not None:
        return turn
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
    chosen = _near_level(place, mark, _named_levels(mark, sentence, items), sentence)
    if chosen and last and _is_of_joined(chosen[0], mark, last, sentence):
        return Found(last.level, "level:joined", last.spans.get("level", ()))
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
        if value == "non_portal" and not (mark.percent or mark.unit == "count:site"):
            # 各级政府部门开通微博800个: only websites have portals.
            return Found("all", "level:joined", sentence.at(hit.start, hit.end))
        level = _widen(value, context, hit, sentence)
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


def _level_in_turn(place: int, sentence: Sentence, context: Context) -> Found | None:
    """Return the level of a figure that is told by levels: 省、市、县三级留言量分别为5万条、4万条、3万条.

    What follows in the paragraph goes by them, too: 回复率分别为66%、78%、83%.
    """
    if place not in sentence.shares:
        return None
    told = sentence.patterns.levels_in_turn.search(sentence.text, 0, sentence.marks[place].span_start)
    order, count = sentence.shares[place]
    names = told["names"] if told else context.in_turn
    found = sentence.patterns.level_in_names.findall(names)
    if not order < len(found) <= count:
        return None
    level = sentence.patterns.value("rank_word", found[order])
    return Found(level, "level:in-turn", sentence.at(*told.span("names")) if told else ()) if level else None


def _named_levels(mark: Mark, sentence: Sentence, items: Items | None) -> list[Item]:
    """Return the levels of a sentence that can be a figure's: those of no other item, body or part."""
    return sentence.levels and [
        item
        for item in sentence.levels
        if not (items and in_other_item(item[0], items))
        and sentence.speaks_to(item[0].start, mark)
        and not _in_body(item[0], mark, sentence)
        and (item[1] != "department" or _is_own_department(item[0], mark, sentence))
        and not sentence.patterns.supervised.match(sentence.text, item[0].end)
        and not sentence.patterns.some_of.search(sentence.text, max(0, item[0].start - 2), item[0].start)
    ]


def _is_of_joined(level: Hit, mark: Mark, last: Mark, sentence: Sentence) -> bool:
    """Say whether a figure is of the same as the one before, whose levels were joined, and names none since.

    省局网站及各市州地税局网站共18家,不合格3家; but 各镇、各部门共报送455篇,其中部门报送340篇
    """
    if last.rules.get("level") != "level:joined" or level.end > last.start:
        return False
    named = any(v == "department" and last.span_end <= hit.start < mark.start for hit, v, _ in sentence.things)
    return (mark.percent or mark.unit == last.unit) and not named


def _is_its_portal(mark: Mark, level: Hit, sentence: Sentence) -> bool:
    """Say whether a count is of the one portal of a government: 市本级门户网站1个."""
    one = mark.value == 1 and mark.unit == "count:site"
    return one and sentence.patterns.portals.match(sentence.text, level.end) is not None


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
    if any(hit.start == mark.span_end for hit, _, _ in sentence.levels):
        # 亳州市47家市直单位 are its departments.
        return None
    zone = sentence.patterns.zone.search(sentence.text, max(0, mark.span_start - 14), mark.span_start)
    if zone and not mark.percent:
        return Found("county", "level:zone", sentence.at(*zone.span("name")))
    governs = sentence.patterns.own_site_of.search(sentence.text, 0, mark.span_start)
    # 其中赤壁市人民政府网站3条: of that government alone.
    end = governs.start() if governs and not mark.unit.endswith(("site", "account")) else mark.span_start
    if mark.unit in _PIECES and (did := sentence.patterns.did.search(sentence.text, 0, mark.span_start)):
        end = did.start()
    named = next((item for item in sentence.areas if item[0].end == end), None)
    rank = sentence.terms.place_ranks.get(named[2], "") if named else ""
    if mark.percent or named is None or rank not in _LOCAL:
        return None
    if sentence.text[: named[0].start].rstrip()[-1:] not in (",", "、", ";", ":", "中"):
        return None
    return Found(rank, f"level:{named[2]}", sentence.at(named[0].start, named[0].end))


def _is_own_government(hit: Hit, value: str, mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a county or city only names itself: what 县政府网站 did in its own notice is all that it did.

    Its portal is the one website that is of its rank: 市政府网站1家.
    """
    its_portal = mark.value == 1 and mark.unit == "count:site"
    own = value == context.record.rank and value in _LOCAL and not its_portal
    # 市级政府新媒体2个 beside those of its counties are of that level.
    own = own and sentence.patterns.level_word.search(sentence.text, hit.start, hit.end) is None
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
    behind = [x for x in named if mark.end <= x[0].start < reach]
    if not mark.percent and any(sentence.patterns.which_governs.match(sentence.text, x[0].end) for x in behind[:-1]):
        # 261个直辖市和副省级城市所辖县(市、区)政府网站
        return behind[-1]
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
    # 各镇4条, 省扶贫办(24.9分)
    bodied = sentence.patterns.piece.fullmatch(mark.measure) or mark.unit == "score"
    named_body = sentence.text[low : mark.span_start].removesuffix("(")
    if bodied and (body := sentence.patterns.value("of_body", named_body)):
        return Hit(low, mark.span_start, 0), body, "body"
    if before:
        return _joined(before, mark.span_start, sentence)
    return behind[0] if behind else None


def _speaks_of(hit: Hit, place: int, sentence: Sentence) -> bool:
    """Say whether a level in front of a figure is that of the figure."""
    mark, text, patterns = sentence.marks[place], sentence.text, sentence.patterns
    if _is_of_other(hit, place, sentence) or patterns.sent_to.search(text, max(0, hit.start - 4), hit.start):
        return False
    if text[hit.end : mark.span_start] == "的" and place and sentence.marks[place - 1].unit == "count:region":
        # 9个市(州)的14个网站: the level is that of the places.
        return False
    if any(one.start() < hit.start < one.end() for one in patterns.excepted.finditer(text, 0, mark.span_start)):
        return False
    if (way := patterns.by_way.search(text, 0, hit.start)) and mark.unit in _PIECES:
        # 各县区通过市本级系统公开信息: they did, and not the city.
        clause = sentence.clause_span(sentence.clause_at(hit.start))[0]
        if any(clause <= one.start and one.end <= way.start() for one, _, _ in sentence.levels):
            return False
    sent = any(hit.end <= one.start for one in sentence.marks[:place])
    if sent and mark.unit in _PIECES and patterns.took_over.search(text, hit.end, mark.span_start):
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
    closed, closed_before = (
        m is not None and sentence.patterns.changes.search(m.indicator) is not None for m in (mark, counted)
    )
    if counted and mark.unit == "count:site" and closed > closed_before and counted.clause != mark.clause:
        # 县级以下网站48家,一季度新下线整合34家 were of every level.
        return True
    if counted and counted.unit == mark.unit and counted.thing == mark.thing and counted.value < mark.value:
        return not mark.percent and counted.clause == sentence.clause_at(hit.start) != mark.clause
    own = counted is not None and counted.clause != mark.clause and counted.span_start - hit.end <= _OWN
    if own and mark.measure in ARTICLE_WORDS and "其中" not in sentence.text[hit.end : mark.start]:
        # 街镇动态1018条,视频新闻367条
        return True
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
    if sentence.patterns.with_places.search(sentence.text, max(0, hit.start - 14), hit.start):
        # 各地区和71个国务院部门抽查8000个: the sum is everybody's.
        return hit, "all", "joined"
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
            if "门户" in gap and value.endswith("department"):
                # 各市、县政府门户网站和市直部门网站
                return hit, "portal_and_department", "joined"
            # 县(市、区)政府及其部门、乡镇开设3463个, 镇(街道办)和县级部门69个: the levels below the city's are not all.
            below = "township" in (pair := {before[-2][1], value}) and pair <= _BELOW_CITY
            # 市本级、县(市)、街道(乡镇)和社区 are all.
            low = max((m.span_end for m in sentence.marks if m.span_end <= before[-2][0].start), default=0)
            below = below and not any(level.startswith("city") and h.start >= low for h, level, _ in before[:-2])
            return hit, "county_and_township_all" if below else "all", "joined"
    if value == "township" and sentence.patterns.and_departments.match(sentence.text, hit.end):
        # 全县各镇办及政府部门
        return hit, "county_and_township_all", "joined"
    if sentence.patterns.enumerated.fullmatch(sentence.text, hit.end, end):
        return hit, "all", "joined"
    return hit, value, term


def _widen(level: str, context: Context, hit: Hit, sentence: Sentence) -> str:
    """Read 各地 and 地方 as the places that the bulletin evaluates, where it says which, and 部门 as its own."""
    word = sentence.text[hit.start : hit.end]
    if level == "department" or word == "委办局":
        # 全市33家网站,其中部门网站28家 are the city's, also where the province tells of them.
        ways = sentence.patterns.scope
        scopes = (rank for way, rank in ways if rank in _GOVERNED and way.search(sentence.text, 0, hit.start))
        rank = next(scopes, context.record.rank).removesuffix("_department")
        return f"{rank}_department" if rank in _GOVERNED else level
    if level == "province_and_city" and context.record.local and context.record.area.value != "CN":
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
