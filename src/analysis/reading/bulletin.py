"""What a whole bulletin says of its figures: year, period, area; and what a sentence hands to the next one."""

from __future__ import annotations

import re

from analysis.reading.lists import span_of_years
from analysis.reading.periods import find_periods
from analysis.reading.script import to_plain
from analysis.reading.sentence import Context, Sentence
from analysis.reading.terms import Terms

_DOTTED = re.compile(r"[\u4e00-\u9fff'’\"]\.[\u4e00-\u9fff'‘\"]")
_STOPS = re.compile(r"[。,，]")
_HEAD = 1500
_YEAR = re.compile(
    r"(?<![0-9到至〔])(?:19[89]|20[0-3])[0-9](?![0-9])(?=年|[-/.][01]?[0-9]|[^0-9个家条项%余多,.号〕]|$)"
)
_SPELT_YEAR = re.compile(r"二[〇○零][一二〇○零][〇○零一二三四五六七八九]年")
_HEADING = 60
_ISSUER = re.compile(r".(?:省|市|自治区|州|县|区|地区)*(?:人民政府|政府办公|政务服务|政办|政府网站)")
_NATIONAL = re.compile(r"全国|我国|国务院|中国(?!·)|中央")
_ENTITY_LASTS = 2
_COUNTED = frozenset({"site", "account", "weibo", "wechat", "app", "platform", "dataset"})


def start_context(text: str, terms: Terms, year: int = 0, area: str = "") -> Context:
    """Return the context at the start of a text: what its first lines say."""
    head = to_plain(text[:_HEAD]).text
    lines = [line.strip() for line in head.split("\n") if line.strip()][:4]
    title = lines[0][:120] if lines else ""
    found = Sentence(title, terms)
    year = year or _year_of(lines, head)
    period = next((p.iso for p in find_periods(title, year) if len(p.iso) > 4 and p.iso[:4] == str(year)), "")
    areas = [value for _, value, _ in found.named("area")]
    if not area:
        area = areas[0] if areas else _area_of(head, terms)
    sample = text[:6000]
    dots = len(_DOTTED.findall(sample))
    damaged = dots > 4 and dots > len(_STOPS.findall(sample))
    return Context(
        year, period if "-Q" in period or "-H" in period or len(period) == 7 else "", area, "", damaged, found.words
    )


def _year_of(lines: list[str], head: str) -> int:
    """Return the bulletin's year: the first in a title, the latest in prose, which also looks back."""
    for piece in [*lines, head]:
        years = [int(match.group()) for match in _YEAR.finditer(piece)]
        if years:
            return years[0] if len(piece) <= _HEADING else max(years)
        spelt = _SPELT_YEAR.search(piece)
        if spelt:
            return int(find_periods(spelt.group(), 0)[0].iso[:4])
    return 0


def _area_of(head: str, terms: Terms) -> str:
    """Return the area of the body that issues, else the only one named, else the country where the words say so."""
    sentence = Sentence(head[:800], terms)
    named = [(hit, value) for hit, value, _ in sentence.named("area")]
    for hit, value in named:
        opens = (
            hit.start < 3
            or sentence.text[hit.start - 1] in "\n\t:："
            or (hit.start > 3 and sentence.text[hit.start - 3 : hit.start] == "来源:")
        )
        if value != "CN" and opens and _ISSUER.match(sentence.text, hit.end - 1):
            return value
    if _NATIONAL.search(head):
        return "CN"
    values = {value for _, value in named}
    return values.pop() if len(values) == 1 else ""


def carry(sentence: Sentence, context: Context) -> Context:
    """Return the context behind a sentence: its thing, level, entity, words and date hold for the next one."""
    things = [value for _, value, _ in sentence.named("thing")]
    levels = [value for _, value, _ in sentence.named("level") if value != "places"]
    entities = [value for _, value, _ in sentence.named("entity")]
    areas = [value for _, value, _ in sentence.named("area")]
    scope = "province_and_key_city" if "province_and_key_city" in levels else context.scope
    heading = len(sentence.text) < _HEADING and not sentence.marks
    age = 0 if entities or not context.entity else min(context.entity_age + 1, _ENTITY_LASTS + 1)
    # A sentence about the country or a level has left the site that was spoken of before.
    general = bool(levels) or "CN" in areas or heading
    needed = sentence.words & _topic_words(sentence.terms)
    return context._replace(
        scope=scope,
        level=levels[-1] if levels and (heading or levels[-1] == scope) else ("" if heading else context.level),
        entity=entities[-1] if entities else (context.entity if age <= _ENTITY_LASTS and not general else ""),
        entity_age=age,
        thing=_main_thing(things) or context.thing,
        topic=needed | context.topic,
        span=span_of_years(sentence.text, len(sentence.text)) or (0 if heading else context.span),
        near_period=_period_of(sentence) or ("" if heading else context.near_period),
        columns=() if not heading else context.columns,
        near_area=areas[0] if heading and len(areas) == 1 else ("" if heading else context.near_area),
    )


def _main_thing(things: list[str]) -> str:
    """Return what the next sentence speaks of: 新媒体314个,其中微信218个(市直单位53个) is about the accounts."""
    main = [thing for thing in things if thing in _COUNTED]
    if not main:
        return things[-1] if things else ""
    return "account" if main[-1] in ("weibo", "wechat", "app") and "account" in main else main[-1]


def end_line(before: Context, after: Context, is_heading: bool) -> Context:
    """Return the context behind a line: a heading holds for the lines under it, a paragraph only for itself.

    So a paragraph means the same wherever it stands under a heading, and need not be read twice.
    """
    return after if is_heading else before._replace(scope=after.scope)


def _topic_words(terms: Terms) -> frozenset[int]:
    return terms.needed


def _period_of(sentence: Sentence) -> str:
    first = sentence.periods[0] if sentence.periods else None
    return first.iso if first and first.start <= 3 and "截" in sentence.text[: first.start] else ""
