"""The level of a figure whose words leave it open: the issuer's own, a hotline's, one account's, a place's."""

from __future__ import annotations

from analysis.reading.context import PARTS, Context
from analysis.reading.figure import Found, Mark
from analysis.reading.sentence import Sentence

_MUNICIPALITIES = frozenset({"CN-BJ", "CN-TJ", "CN-SH", "CN-CQ"})
_GOVERNED = frozenset({"province", "city", "county"})
_SINGLE_BODIES = ("department", "ministry", "township")
_LOCAL = frozenset({"city", "county"})
_BUREAUS = frozenset({"city_department", "county_department"})
_SUMMED = "l033"
_BODIES = frozenset({"count:region", "count:site", "count:account", "count:person"})
# So many accounts named in one sentence are told one by one.
_FEW_ITEMS = 3
_NAME_END = 3


def settle_level(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the level that follows from others: one site is single, a count of sites without a level is of all."""
    if mark.entity and not sentence.patterns.of_services.search(mark.indicator):
        return Found("single", "level:entity", mark.spans.get("entity", ()))
    if sentence.patterns.named_one.search(sentence.text, max(0, mark.span_start - 2), mark.span_start):
        return Found("single", "level:named", sentence.at(mark.span_start - 2, mark.span_start))
    if "留言" in sentence.text and (leader := sentence.patterns.to_leader.search(sentence.text, 0, mark.span_start)):
        return Found("single", "level:named", sentence.at(*leader.span()))
    if mark.level in ("", "all") and sentence.patterns.at_account.search(sentence.text, 0, mark.span_start):
        return Found("single", "level:named", sentence.at(mark.span_start - 1, mark.span_start))
    letters = sentence.patterns.of_letters.search(mark.indicator) and mark.level not in ("", "all", *_GOVERNED)
    if letters and sentence.patterns.own_mailbox.search(sentence.text, 0, mark.span_start):
        # 镇街动态45条,…县长信箱收到信件18件: those are the county's.
        return Found("all", "level:mailbox", mark.spans.get("indicator", ()))
    if mark.level in ("", "all") and _is_scoped(mark, sentence):
        return Found("all", "level:scoped", sentence.at(mark.span_start - 2, mark.span_start))
    governed = mark.level in ("", "all", *_GOVERNED) and context.record.rank in _GOVERNED
    if governed and sentence.patterns.channel_parts.match(sentence.text):
        return Found("all", "level:channels", mark.spans.get("indicator", ()))
    if mark.level in ("city_department", "city_all") and mark.area in _MUNICIPALITIES:
        return Found(mark.level.replace("city", "province"), "level:municipality", mark.spans.get("level", ()))
    if (place := _level_of_service(mark, sentence, context)) is not None:
        return place
    if _is_of_hall(mark, sentence, context):
        return Found("single", "level:hall", mark.spans.get("indicator", ()))
    if _is_of_named_account(mark, sentence):
        return Found("single", "level:named", mark.spans.get("indicator", ()))
    carried = mark.rules.get("level") == "level:carried"
    # 其中,市级机关2244条: a part by level is of that level.
    part = mark.rules.get("indicator") == PARTS and not carried
    # 各县(市、区)政府门户网站14541条 in a city's report
    part = part or (not carried and _is_below(mark.level, context.record.rank))
    if (carried or mark.level in ("", "all", *_LOCAL)) and not part and _is_of_notice(mark, sentence, context):
        return Found("all", "level:own-government", mark.spans.get("indicator", ()))
    alone = _has_no_level(mark, sentence, carried)
    beside = mark.unit == "score" and any(hit.end == mark.start - 1 for hit, _, _ in sentence.areas)
    if (alone or beside) and (ranked := _rank_of_place(mark, sentence, context)) is not None:
        return ranked
    if alone and _is_of_group(mark, sentence, context):
        return Found("all", "level:site-group", mark.spans.get("indicator", ()))
    if alone and _is_of_all_accounts(mark, sentence, context):
        return Found("all", "level:all-accounts", mark.spans.get("indicator", ()))
    if alone and sentence.patterns.of_one_site.search(mark.indicator):
        return Found("single", "level:one-site", mark.spans.get("indicator", ()))
    if _is_own_doing(mark, sentence, context, bool(carried)):
        return Found("single", "level:own-site", (context.record.issuer.span,))
    return _of_issuer(mark, sentence, context)


def _is_scoped(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a number is one of the whole place, whoever tells it: 对全省40家网站进行了抽查,其中3家不合格."""
    if sentence.patterns.scoped.search(sentence.text, max(0, mark.span_start - 4), mark.span_start):
        return True
    before = [one for one in sentence.marks if one.start < mark.start and one.rules.get("level") == "level:scoped"]
    return any(mark.unit in (one.unit, "percent") for one in before)


def _is_of_group(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure is of a group of websites, which the sentence or the title names: 网站群总访问量38万次."""
    group = sentence.patterns.site_group
    said = group.search(sentence.text, 0, mark.span_start) or group.search(context.record.title.value)
    # 25家政府网站总访问量3亿次: what all of them have.
    counted = any(one.unit == "count:site" and one.value > 1 for one in sentence.marks if one.start < mark.start)
    several = said or (counted and mark.unit.startswith("count"))
    return bool(several) and sentence.patterns.of_one_site.search(mark.indicator) is not None


def _has_no_level(mark: Mark, sentence: Sentence, carried: bool) -> bool:
    """Say whether the words give a figure no level of its own; a rank among the ministries is one of theirs."""
    if mark.level in ("", "all", "local_all") or (carried and mark.unit not in ("score", "rank")):
        return True
    # 区政府门户网站访问量326万次 is that of one website.
    site = sentence.patterns.local_site.search(sentence.text, 0, mark.span_start)
    return mark.level in _LOCAL and mark.unit != "rank" and site is not None


def _of_issuer(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the level of what the issuer calls its own, of the one that a text is about, else that of all."""
    # 我局网上办事大厅受理业务172宗 is the bureau's own, too.
    ours = _says_we(mark, sentence) or _names_issuer(mark, sentence, context)
    served = sentence.patterns.served.search(mark.indicator) and not ours
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


def _names_county(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a sentence names a county or district first: 其中:东兴市共受理845件,办结790件 in a city's news."""
    ranks = sentence.terms.place_ranks
    return any(hit.start < mark.start and ranks.get(term) == "county" for hit, _, term in sentence.areas)


def _is_of_the_one(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a text is about one account, platform or centre, and a figure is of what that one did."""
    placed = sentence.patterns.of_the_place.search(sentence.text, 0, mark.span_start)
    return context.one and not (placed or _names_county(mark, sentence))


def _level_of_service(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the level of what a province's platform or a hotline did; None where a figure is of neither."""
    patterns, spans = sentence.patterns, mark.spans.get("indicator", ())
    if mark.level in ("", "all") and mark.area not in ("", "CN") and patterns.level_province.search(mark.indicator):
        # 全市“一张网”注册用户90万人: of the province's platform those of a city.
        here = context.record.rank in _LOCAL and patterns.scope_words.search(sentence.text, 0, mark.span_start)
        return Found("all" if here else "province", "level:of-province", spans)
    served = patterns.served.search(mark.indicator)
    of_hotline = served["hotline"] if served else _is_of_hotline(mark, sentence, context)
    # 住建局146件 in a hotline's bulletin is a part of what the hotline dealt with.
    if (
        of_hotline
        and mark.level in ("", "all", "township", *_GOVERNED, *_BUREAUS)
        and (context.record.local or mark.area != "CN" or context.record.rank == "ministry")
    ):
        # A province that speaks of all its hotlines has one in each city; 在福州,热线受理诉求17万件 is of one.
        several = context.record.rank == "province" and mark.area not in _MUNICIPALITIES
        several = several and not any(
            sentence.terms.place_ranks.get(term) in _LOCAL and hit.end <= mark.start for hit, _, term in sentence.areas
        )
        return Found("all" if several else "single", "level:hotline", spans)
    return None


def _is_of_hall(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a figure tells what one service centre did: 市行政服务中心共受理业务3万件."""
    patterns = sentence.patterns
    if mark.level not in ("", "all", *_LOCAL) or not patterns.of_services_done.search(mark.indicator):
        return False
    if patterns.many_halls.search(sentence.text, 0, mark.span_start):
        # 各级政务服务中心办理事项70万件
        return False
    if patterns.hall.search(sentence.text, 0, mark.span_start):
        return True
    return bool(patterns.hall.search(context.record.title.value)) and not _names_county(mark, sentence)


def _is_of_all_accounts(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether followers or posts are summed over the accounts of a place: 微信公众号粉丝总数达300万.

    All accounts that a bureau has are its own: “正定教育”政务新媒体矩阵.
    """
    patterns, before = sentence.patterns, sentence.text[: mark.span_start]
    own = context.record.rank.endswith(_SINGLE_BODIES) and patterns.scope_words.search(before) is None
    if own or not patterns.of_platform.search(mark.indicator):
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
    items = [found.end() for found in patterns.item_account.finditer(sentence.text)] if did else []
    if len(items) > _FEW_ITEMS and mark.span_start in items:
        return True
    # “某地政府”“某地交警”等微博30多个,粉丝26万: what all of them have.
    several = any(one.unit == "count:account" and one.value > 1 for one in sentence.marks if one.start < mark.start)
    if (
        (mark.indicator and not (has or did or answers))
        or several
        or patterns.of_many.search(before)
        or patterns.two_channels.search(before)
    ):
        return False
    told = patterns.named_account.search(before)
    if not mark.indicator:
        # “某地文旅”官方微博被转发3万次: what the codebook does not have is that account's, too.
        reacts = patterns.reactions.search(before) is not None
        return mark.level in ("", "all") and reacts and (bool(told) or _goes_on_with_one(mark, sentence))
    if not (has or did):
        return bool(told) and patterns.scope_words.search(before) is None
    return bool(told or (has and patterns.quoted.search(before)))


def _goes_on_with_one(mark: Mark, sentence: Sentence) -> bool:
    """Say whether the figure before is what one account has: 某法院微博粉丝670万人,被转发93万条."""
    last = next((one for one in reversed(sentence.marks) if one.start < mark.start), None)
    return last is not None and last.level == "single"


def _rank_of_place(mark: Mark, sentence: Sentence, context: Context) -> Found | None:
    """Return the rank of the place whose score or rank in an evaluation of governments is told: 广东省得分88.4分."""
    rated = not mark.indicator or sentence.patterns.of_governments.search(mark.indicator)
    if mark.unit not in ("score", "rank") or mark.level not in ("", "all", "local_all", *_LOCAL) or not rated:
        return None
    named = [item for item in sentence.areas if item[0].end <= mark.span_start and item[1] != "CN"]
    if not named:
        return None
    hit, _, term = named[-1]
    rank = sentence.terms.place_ranks.get(term, "")
    if rank and sentence.patterns.bureau_behind.match(sentence.text, hit.end):
        # 江苏省新闻出版广电局门户网站排名第7
        rank = f"{rank}_department"
    large = any(map(sentence.patterns.among_large.search, (sentence.text, context.record.title.value)))
    if large and rank == "city" and sentence.patterns.of_site_evaluation.search(mark.indicator):
        # Evaluations of websites rank the large cities among themselves.
        rank = sentence.patterns.value("large_city", sentence.text[hit.start : hit.end]) or rank
    return Found(rank, f"level:{term}", sentence.at(hit.start, hit.end)) if rank else None


def _says_we(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a department speaks of itself in front of a figure: 我局, 我委, 省厅."""
    ways = (pattern for pattern, rank in sentence.patterns.scope if rank.endswith("department"))
    return any(pattern.search(sentence.text, 0, mark.span_start) for pattern in ways)


def _names_issuer(mark: Mark, sentence: Sentence, context: Context) -> bool:
    """Say whether a bureau names itself in front of a figure: 市水利局受理审批事项47件 in its own report."""
    name = context.record.issuer.value[-_NAME_END:]
    own = context.record.rank.endswith("department") and len(name) == _NAME_END
    return own and sentence.text.rfind(name, 0, mark.span_start) >= 0


def _own_level(mark: Mark, sentence: Sentence, context: Context) -> str:
    """Return the level of what an issuer calls its own: what a bureau reports on itself is of its one website.

    Its websites and accounts, and how many of them pass, are those of a bureau.
    """
    level, patterns = context.record.level, sentence.patterns
    # 包括公众号9个、小红书1个: a list of several has its single one, too.
    several = mark.value > 1 or any(one.unit == mark.unit and one.value > 1 for one in sentence.marks)
    sites = (mark.unit in ("count:site", "count:account") and several) or patterns.checks.search(mark.indicator)
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
    # 全市正在运行33家政府网站 beside a bureau of the province
    of_all = place and sentence.patterns.of_the_place.search(sentence.text, 0, mark.span_start)
    return (bool(of_all) and place != context.record.rank) or any(
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
        or not (sentence.patterns.own_doings.search(mark.indicator) or _is_on_portal(mark, sentence))
    ):
        return False
    return rank.endswith(_SINGLE_BODIES) or (
        (carried or mark.level in ("", "all", rank) or context.record.local or not rank)
        and _names_own_site(mark, sentence, context.record.title.value)
    )


def _is_on_portal(mark: Mark, sentence: Sentence) -> bool:
    """Say whether what a column of a government's portal shows is counted: 在区政府门户网站应急管理专栏公开33条."""
    counted = not mark.indicator and sentence.patterns.piece.fullmatch(mark.measure)
    return bool(counted) and sentence.patterns.local_site.search(sentence.text, 0, mark.span_start) is not None


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
    return any(map(sentence.terms.is_of_hotline, (*earlier, context.last.value)))


def _names_own_site(mark: Mark, sentence: Sentence, title: str) -> bool:
    """Say whether what stands before a figure, or the title, names one website and not all of a place: 我市门户网站."""
    patterns, before = sentence.patterns, sentence.text[: mark.span_start]
    # What 县政府门户网站 published or 区长信箱 received is what its county did; so the record has it.
    if any(pattern.search(before) for pattern in (patterns.of_all_sites, patterns.local_site, patterns.by_channels)):
        return False
    return any(map(patterns.own_site.search, (before, title))) and not patterns.of_all_sites.search(title)
