"""Charts of smart question answering: who offers it by which definition, how well it works, what both say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from analysis.base.codebook import load_codebook
from analysis.charts.marks import Group, Mark, Row, draw_groups, draw_nothing, height_of, mark_of, select
from analysis.charts.sources import say_source
from analysis.charts.style import COLOURS, WIDTH, note_source
from analysis.words.phrases import say_estimate

if TYPE_CHECKING:
    import polars as pl
    from matplotlib.figure import Figure

Lang = Literal["en", "zh"]
# Each definition has a colour and a marker of its own, and no line.
ADOPTION = {
    "smart_qa_adoption": ("blue", "o"), "smart_service_coverage_rate": ("green", "s"),
    "share_of_smart_qa_systems_passing": ("purple", "D"),
}  # fmt: skip
DEFINITIONS = ("smart_qa_adoption", "smart_qa_systems", *list(ADOPTION)[1:])
QUALITY = {
    "smart_qa_usable_share": ("blue", "o"),
    "smart_qa_accuracy": ("blue", "o"),
    "smart_qa_avg_score_rate": ("orange", "s"),
    "smart_qa_rebadged_search": ("purple", "D"),
    "share_of_smart_qa_failing_random_questions": ("purple", "D"),
    "share_of_smart_qa_systems_passing": ("orange", "s"),
}
LOW_IS_GOOD = ("smart_qa_rebadged_search", "share_of_smart_qa_failing_random_questions")
WORDS = {
    "per_site": {"en": "Systems found per website, at most one each", "zh": "发现的系统数与网站数之比(每站至多一个)"},
    "share": {"en": "Share (%)", "zh": "占比(%)"},
    "good": {"en": "More is better", "zh": "数值越高越好"},
    "bad": {"en": "Less is better", "zh": "数值越低越好"},
    "maybe": {"en": "{}, or over", "zh": "{}或以上"},
    "joint": {"en": "Share of all websites of the level (%)", "zh": "占该层级全部网站的比例(%)"},
}
# Estimates of `analysis.questions`, with the words of their rows.
PER_SITE = {
    "est-smart-qa-2017-share-of-portals": {
        "en": "Per portal of province, city or county, 2017",
        "zh": "省市县门户网站，2017年",
    },
    "est-smart-qa-2017-share-of-sites": {"en": "Per website of every level, 2017", "zh": "各级政府网站，2017年"},
}
USABLE = {
    "est-smart-qa-2017-usable-share-of-portals": {"en": "Usable, per portal", "zh": "可用系统，按门户网站计"},
    "est-smart-qa-2017-usable-share-of-sites": {
        "en": "Usable, per website of every level",
        "zh": "可用系统，按各级网站计",
    },
}
EFFECTIVE = "est-smart-qa-2022-effective-"
PORTALS = {"en": "Portals of the three levels together, 2022", "zh": "三级门户网站合计，2022年"}
ROWS = {
    "adopted": {"en": "Offer it", "zh": "开通"},
    "genuine": {"en": "Offer more than a renamed search", "zh": "开通且并非换名搜索"},
    "systems": {"en": "Systems per portal", "zh": "系统数，按门户网站计"},
    "heading": {"en": "All levels, 2017", "zh": "各级政府网站，2017年"},
}


def draw_adoption(observations: pl.DataFrame, estimates: pl.DataFrame, lang: Lang) -> Figure:
    """Draw the four definitions of having smart question answering as rows of bounds, without a line."""
    groups = [group for group in (_adoption_group(observations, name, lang) for name in ADOPTION) if group.marks]
    share = _share_of_sites(estimates, lang)
    behind = select(observations, indicator=(*ADOPTION, "smart_qa_systems"))
    return _draw([*groups[:1], *share, *groups[1:]], behind, lang)


def draw_quality(observations: pl.DataFrame, lang: Lang) -> Figure:
    """Draw what tests found of the systems: rows where more is better, then rows where less is better."""
    groups = []
    for heading, names in (
        ("good", [n for n in QUALITY if n not in LOW_IS_GOOD]), ("bad", [n for n in QUALITY if n in LOW_IS_GOOD]),
    ):  # fmt: skip
        rows = [row for name in names for row in select(observations, indicator=name)]
        marks = tuple(_mark(row, _quality_label(row, lang), QUALITY[row["indicator"]], lang) for row in rows)
        if marks:
            groups.append(Group(WORDS[heading][lang], marks))
    return _draw(groups, select(observations, indicator=tuple(QUALITY)), lang)


def _adoption_group(observations: pl.DataFrame, indicator: str, lang: Lang) -> Group:
    book = load_codebook()
    rows = select(observations, indicator=indicator, area="CN")
    rows.sort(key=lambda row: (book.levels[row["level"]].order, row["time_period"]))
    marks = (_mark(row, _level_label(row, lang), ADOPTION[indicator], lang) for row in rows)
    return Group(book.indicators.label(indicator, lang), tuple(marks))


def _mark(row: Row, label: str, look: tuple[str, str], lang: Lang) -> Mark:
    mark = mark_of(row, label, lang, colour=COLOURS[look[0]], marker=look[1])
    if "may extend" not in (row["note"] or ""):
        return mark
    # The cue of a list stands before its first figure only; it may be meant for those that follow.
    from dataclasses import replace

    return replace(mark, maybe=(mark.upper, 100.0), text=WORDS["maybe"][lang].format(mark.text))


def _level_label(row: Row, lang: Lang) -> str:
    level = load_codebook().levels.label(row["level"], lang)
    year = row["time_period"][:4]
    who = f"（{row['issuer_zh']}）" if lang == "zh" else f" ({row['issuer_en']})"
    when = f"{level}，{year}年" if lang == "zh" else f"{level}, {year}"
    return when + (who if row["confidence"] != "high" else "")


def _quality_label(row: Row, lang: Lang) -> str:
    book = load_codebook()
    label = book.indicators.label(row["indicator"], lang)
    year = row["time_period"][:4]
    if not row["entity"]:
        return f"{label}，{year}年" if lang == "zh" else f"{label}, {year}"
    if lang == "zh":
        return f"{label}，{_entity(row, lang)}，{year}年"
    return f"{label}, {_entity(row, lang)}, {year}"


def _entity(row: Row, lang: Lang) -> str:
    """Name a single platform: by its Chinese name, or in English as a platform of its area."""
    if lang == "zh":
        return str(row["entity"])
    return "national platform" if row["area"] == "CN" else load_codebook().areas.label(row["area"], "en")


def draw_effective(observations: pl.DataFrame, estimates: pl.DataFrame, lang: Lang) -> Figure:
    """Draw what adoption and quality allow together: for each level the offer above the bounds of a genuine offer."""
    known = {row["estimate_id"]: row for row in _rows(estimates)}
    groups = [
        group for level in ("province", "city", "county") for group in _level_groups(observations, known, level, lang)
    ]
    joint = f"{EFFECTIVE}portals"
    if joint in known:
        groups.append(Group(PORTALS[lang], (_estimate_mark(known[joint], ROWS["genuine"][lang], "orange", lang),)))
    first = {"est-smart-qa-2017-share-of-portals": ROWS["systems"]} | USABLE
    early = tuple(
        _estimate_mark(known[name], words[lang], "blue" if words is ROWS["systems"] else "orange", lang)
        for name, words in first.items() if name in known
    )  # fmt: skip
    if early:
        groups.append(Group(ROWS["heading"][lang], early))
    behind = {name for row in known.values() for name in str(row["inputs"]).split()}
    return _draw(groups, select(observations, observation_id=sorted(behind)), lang, "joint")


def _level_groups(observations: pl.DataFrame, known: dict[str, Row], level: str, lang: Lang) -> list[Group]:
    """Return the group of one level in 2022, nothing where its estimate was refused."""
    name = f"{EFFECTIVE}{level}"
    if name not in known:
        return []
    used = str(known[name]["inputs"]).split()
    rows = [r for r in select(observations, indicator="smart_qa_adoption", level=level) if r["observation_id"] in used]
    marks = [_mark(row, ROWS["adopted"][lang], ("blue", "o"), lang) for row in rows]
    marks.append(_estimate_mark(known[name], ROWS["genuine"][lang], "orange", lang))
    label = load_codebook().levels.label(level, lang)
    return [Group(f"{label}，2022年" if lang == "zh" else f"{label}, 2022", tuple(marks))]


def _share_of_sites(estimates: pl.DataFrame, lang: Lang) -> list[Group]:
    """Return the share of sites that the count of systems amounts to, where it was estimated."""
    known = {row["estimate_id"]: row for row in _rows(estimates)}
    marks = tuple(
        _estimate_mark(known[name], words[lang], "orange", lang) for name, words in PER_SITE.items() if name in known
    )
    return [Group(WORDS["per_site"][lang], marks)] if marks else []


def _estimate_mark(row: Row, label: str, colour: str, lang: Lang) -> Mark:
    """Return the mark of an estimate: its bounds, or a square where the figures leave nothing open."""
    low, high = (say_estimate(row[end], row["unit"], lang) for end in ("lower", "upper"))
    point = row["upper"] <= row["lower"]
    text = low if point else f"{low}–{high}"
    return Mark(
        label, row["lower"], row["upper"], row["value"] if point else None, text, colour=COLOURS[colour], marker="s"
    )


def _rows(estimates: pl.DataFrame) -> list[Row]:
    return [row for row in estimates.iter_rows(named=True) if row["value"] is not None and row["lower"] is not None]


def _draw(groups: list[Group], behind: list[dict[str, Any]], lang: Lang, title: str = "share") -> Figure:
    import matplotlib.pyplot as plt

    if not groups:
        return draw_nothing(lang)
    figure, axes = plt.subplots(figsize=(WIDTH, height_of(groups)))
    draw_groups(axes, groups)
    axes.set_xlabel(WORDS[title][lang])
    note_source(axes, say_source(behind, lang))
    return figure
