"""The CSL records of bulletins, numbers, exhibits and the project; `formats` writes them in each style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from analysis.base import paths
from analysis.base.bulletins import title_of
from analysis.base.errors import ProjectError
from analysis.base.files import read_text
from analysis.words.catalogue import LANGS, Lang, say

_SITE = re.compile(r"^ +site-url: *[\"']?(https?://[^\"'\s]+)", re.MULTILINE)
# Of one line each: to load a reader of YAML took a tenth of the time of `bulletins cite`.
_ENTRY = re.compile(r"^(title|version|date-released|repository-code|url): *([\"']?)(.*?)\2 *(?: #.*)?$", re.MULTILINE)
_YEARS = re.compile(r"\b(\d{4})-(\d{4})\b")
# News items and studies were seen without the name of the paper that printed them, so they are no articles.
_DOCUMENTS = ("news_report", "study")
Project = Mapping[str, Any]


def csl_of_bulletin(bulletin: Mapping[str, str], issuer: str, url: str = "", lang: Lang = LANGS[0]) -> dict[str, Any]:
    """Return the CSL record of a bulletin.

    Only the address of an official page becomes a link: mirrors of these bulletins are often unrelated hosts.
    """
    title = title_of(bulletin, lang)
    return _without_blanks({
        "id": bulletin["bulletin_id"], "type": "document" if bulletin["kind"] in _DOCUMENTS else "report",
        "title": title, "author": [{"literal": issuer}], "publisher": issuer, "number": bulletin["document_no"],
        "note": bulletin["title"] if bulletin["title"] != title else "", "issued": _date(bulletin["published"]),
        "URL": url, "language": bulletin["language"],
    })  # fmt: skip


def csl_of_item(item_id: str, title: str, project: Project, page: str, lang: Lang = LANGS[0]) -> dict[str, Any]:
    """Return the CSL record of a number or an exhibit: a part of this project's record.

    `page` is where its page stands below the site's address, such as `n/gov-2017q2-running-all`.
    """
    note = say(f"cited-{page.partition('/')[0]}", lang, id=item_id)
    return csl_of_project(project, lang) | {"id": item_id, "title": title, "note": note} | _without_blanks({
        "container-title": _title(project, lang),
        "URL": f"{project['site']}{page}" if project["site"] else "",
    })  # fmt: skip


def csl_of_project(project: Project | None = None, lang: Lang = LANGS[0]) -> dict[str, Any]:
    """Return the CSL record of the project as a whole."""
    project = project or load_project()
    name = say("project-name", lang)
    record = _without_blanks({
        "id": "china-government-web-bulletins", "type": "dataset",
        "title": _title(project, lang), "author": [{"literal": name}], "publisher": name,
        "version": project["version"], "issued": _date(project["date"]), "URL": project["site"] or project["url"],
        "language": lang,
    })  # fmt: skip
    return accessed_on(record, project["date"])


def accessed_on(record: Mapping[str, Any], day: str) -> dict[str, Any]:
    """Return a CSL record with the day on which its page was seen, where it has the address of one.

    GB/T 7714 asks for it. It is no day of the run, which would give each run other bytes.
    """
    return {**record, "accessed": _date(day)} if "URL" in record else dict(record)


def load_project() -> dict[str, str]:
    """Read title, version, date and addresses of the project.

    `site`, where the report is published, is the `site-url` of `reports/_quarto.yml`, with a slash at its end; it is
    empty as long as the project has no address. The rest stands in `CITATION.cff`.
    """
    cff = {key: text for key, _, text in _ENTRY.findall(read_text(paths.ROOT / "CITATION.cff"))}
    if lacking := [name for name in ("title", "version", "date-released") if name not in cff]:
        raise ProjectError(f"CITATION.cff has no line {lacking[0]}: give it one, as in the release before.")
    found = _SITE.search((paths.SOURCES / "_quarto.yml").read_text(encoding="utf-8"))
    site = found[1].rstrip("/") if found else ""
    return {
        "title": cff["title"], "version": cff["version"], "date": cff["date-released"],
        "url": cff.get("repository-code") or cff.get("url") or "", "site": f"{site}/" if site else "",
    }  # fmt: skip


def years_covered() -> tuple[int, int]:
    """Return the first and the last year of the record, which the project's title names and nothing else."""
    years = _years(load_project())
    return int(years["first"]), int(years["last"])


def _title(project: Project, lang: Lang) -> str:
    """Return the title of the whole, with the years of that in `CITATION.cff`."""
    return say("project-title", lang, **_years(project))


def _years(project: Project) -> dict[str, str]:
    match = _YEARS.search(project["title"])
    if match is None:
        raise ProjectError("CITATION.cff: the title names no years; write the first and the last one as 2002-2023.")
    return {"first": match[1], "last": match[2]}


def _without_blanks(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value}


def _date(published: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in published.split("-")]]}
