"""Generated pages of the report: the appendix of numbers, the list of bulletins, and the variables of the prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from analysis.base.codebook import Codebook
from analysis.citing.cards import describe
from analysis.words.numbers import display_estimate

if TYPE_CHECKING:
    import polars as pl

Lang = Literal["en", "zh"]
Row = Mapping[str, object]
_VARIABLE = re.compile(r"\{\{<\s*var\s+(?:en|zh)\.([a-z0-9-]+)\s*>\}\}")
HEADINGS = {
    "en": ("Number", "Value", "Bounds", "What", "Bulletin"),
    "zh": ("编号", "数值", "上下限", "内容", "通报"),
}
ESTIMATE_HEADINGS = {
    "en": ("Number", "Value", "Interval", "What", "Model and points"),
    "zh": ("编号", "数值", "区间", "内容", "模型与数据点"),
}
_ESTIMATES = {"en": "Estimates", "zh": "估计值"}
BULLETIN_HEADINGS = {
    "en": ("Bulletin", "Issuer", "Published", "Title", "Figures", "Seen at"),
    "zh": ("通报", "发布机构", "发布日期", "标题", "数字", "来源"),
}


def variables(numbers: pl.DataFrame) -> dict[str, dict[str, str]]:
    """Return what the prose may name: each number as a link to its row in the appendix, and its interval as text."""
    languages: tuple[Lang, ...] = ("en", "zh")
    found: dict[str, dict[str, str]] = {lang: {} for lang in languages}
    for row in numbers.iter_rows(named=True):
        name = row["number_id"]
        for lang in languages:
            target = f"/{lang}/numbers.qmd#{name}"
            found[lang][name] = f"[{row[f'display_{lang}']}]({target}){{.number}}"
            found[lang][f"{name}--interval"] = f"[{row[f'interval_{lang}']}]({target}){{.number}}"
            upper = display_estimate(row["upper"], row["unit"], lang)
            found[lang][f"{name}--upper"] = f"[{upper}]({target}){{.number}}"
    return found


def numbers_page(
    numbers: pl.DataFrame,
    observations: pl.DataFrame,
    estimates: pl.DataFrame,
    codebook: Codebook,
    lang: Lang,
    level: int = 2,
    anchors: bool = True,
) -> str:
    """Return the appendix of numbers: estimates first, then observations by theme.

    `level` is that of the headings. With `anchors` each row can be linked to; without, it links to the row that can.
    """
    observed = {row["observation_id"]: row for row in observations.iter_rows(named=True)}
    estimated = {row["estimate_id"]: row for row in estimates.iter_rows(named=True)}
    sections = [
        _section(_ESTIMATES[lang], _estimate_rows(numbers, estimated, lang, anchors), ESTIMATE_HEADINGS[lang], level)
    ]
    for theme in codebook.themes:
        rows = _observation_rows(numbers, observed, codebook, theme, lang, anchors)
        sections.append(_section(codebook.themes.label(theme, lang), rows, HEADINGS[lang], level))
    return "\n".join(section for section in sections if section)


def _section(title: str, rows: Iterable[tuple[str, ...]], headings: tuple[str, ...], level: int) -> str:
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    if not lines:
        return ""
    # The dashes set the widths of the columns, in percent of the line.
    rule = "|" + "|".join("-" * width for width in (26, 12, 16, 30, 16)) + "|"
    head = "| " + " | ".join(headings) + " |"
    return f"{'#' * level} {title} {{.unnumbered}}\n\n" + "\n".join([head, rule, *lines]) + "\n"


def _estimate_rows(
    numbers: pl.DataFrame, estimated: Mapping[str, Row], lang: Lang, anchors: bool
) -> Iterator[tuple[str, ...]]:
    for number in numbers.iter_rows(named=True):
        row = estimated.get(number["number_id"])
        if row is not None:
            name = number["number_id"]
            label = row.get(f"label_{lang}") or row["parameter"]
            model = f"{row['model']}, n = {row['n']}"
            yield _name(name, lang, anchors), number[f"display_{lang}"], number[f"interval_{lang}"], str(label), model


def _observation_rows(
    numbers: pl.DataFrame, observed: Mapping[str, Row], codebook: Codebook, theme: str, lang: Lang, anchors: bool
) -> Iterator[tuple[str, ...]]:
    for number in numbers.iter_rows(named=True):
        row = observed.get(number["number_id"])
        if row is None or number["theme"] != theme:
            continue
        name, bulletin = number["number_id"], str(row["bulletin_id"])
        source = f"[{bulletin}](/{lang}/bulletins.qmd#{bulletin})" if bulletin else f"`{row['derived_from']}`"
        yield (
            _name(name, lang, anchors),
            number[f"display_{lang}"],
            number[f"interval_{lang}"],
            describe(dict(row), codebook, lang),
            source,
        )


def _name(name: str, lang: Lang, anchors: bool) -> str:
    return _anchor(name) if anchors else f"[`{name}`](/{lang}/numbers.qmd#{name})"


def _anchor(name: str) -> str:
    return f"[`{name}`]{{#{name}}}"


def bulletins_page(
    bulletins: Iterable[Mapping[str, str]],
    copies: Iterable[Mapping[str, str]],
    counts: Mapping[str, int],
    codebook: Codebook,
    lang: Lang,
) -> str:
    """Return the list of bulletins by year of publication, with the copies that were seen.

    Only official pages are links; the addresses of mirrors are printed for audit and never linked.
    """
    seen: dict[str, list[Mapping[str, str]]] = {}
    for copy in copies:
        seen.setdefault(copy["bulletin_id"], []).append(copy)
    by_year: dict[str, list[tuple[str, ...]]] = {}
    for row in sorted(bulletins, key=lambda b: (b["published"], b["bulletin_id"])):
        name = row["bulletin_id"]
        title = row["title"] if lang == "zh" or not row["title_en"] else row["title_en"]
        issuer = codebook.issuers.label(row["issuer"], lang)
        addresses = " ".join(_address(copy) for copy in seen.get(name, []) if copy["address"])
        cells = (_anchor(name), issuer, row["published"], title, str(counts.get(name, 0)), addresses)
        by_year.setdefault(row["published"][:4], []).append(cells)
    return "\n".join(_bulletin_section(year, rows, lang) for year, rows in by_year.items())


def _bulletin_section(year: str, rows: list[tuple[str, ...]], lang: Lang) -> str:
    rule = "|" + "|".join("-" * width for width in (18, 18, 10, 30, 6)) + ":|" + "-" * 18 + "|"
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return f"## {year}\n\n" + "\n".join(["| " + " | ".join(BULLETIN_HEADINGS[lang]) + " |", rule, *lines]) + "\n"


def _address(copy: Mapping[str, str]) -> str:
    if copy["page_kind"] == "official":
        return f"[{copy['host']}](<{copy['address']}>)"
    return f"`{copy['host']}`"


def cited_numbers(text: str) -> list[str]:
    """Return the ids of all numbers that a page names in its prose, sorted."""
    return sorted({name.partition("--")[0] for name in _VARIABLE.findall(text)})


def cited_page(
    text: str,
    numbers: pl.DataFrame,
    observations: pl.DataFrame,
    estimates: pl.DataFrame,
    codebook: Codebook,
    lang: Lang,
) -> str:
    """Return the appendix of one page: the numbers that it names, with bounds and bulletins."""
    kept = numbers.filter(numbers["number_id"].is_in(cited_numbers(text)))
    return numbers_page(kept, observations, estimates, codebook, lang, level=3, anchors=False)
