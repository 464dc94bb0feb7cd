"""Citations of bulletins, numbers and exhibits: as text, BibTeX and CSL-JSON, made by pandoc from one CSL record."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from analysis.base import paths
from analysis.base.bulletins import title_of
from analysis.base.errors import ProjectError
from analysis.words.catalogue import LANGS, Lang

STYLES = ("text", "bibtex", "csl-json")
_YEARS = re.compile(r"\b(\d{4})-(\d{4})\b")
_KINDS = {"news_report": "article-newspaper", "study": "article-journal"}


def csl_of_bulletin(bulletin: Mapping[str, str], issuer: str, url: str = "", lang: Lang = LANGS[0]) -> dict[str, Any]:
    """Return the CSL record of a bulletin.

    Only the address of an official page becomes a link: mirrors of these bulletins are often unrelated hosts.
    """
    title = title_of(bulletin, lang)
    record = {
        "id": bulletin["bulletin_id"], "type": _KINDS.get(bulletin["kind"], "report"), "title": title,
        "author": [{"literal": issuer}], "issued": _date(bulletin["published"]),
        "language": bulletin["language"],
    }  # fmt: skip
    if bulletin["title"] != title:
        record["note"] = bulletin["title"]
    if bulletin["document_no"]:
        record["number"] = bulletin["document_no"]
    if url:
        record["URL"] = url
    return record


def csl_of_item(item_id: str, title: str, project: Mapping[str, object], page: str) -> dict[str, Any]:
    """Return the CSL record of a number or an exhibit: a part of this project's report."""
    return {
        "id": item_id, "type": "dataset", "title": title, "author": project["authors"],
        "container-title": project["title"], "version": project["version"], "issued": _date(str(project["date"])),
        "note": f"{item_id}, {page}", **({"URL": project["url"]} if project.get("url") else {}),
    }  # fmt: skip


def csl_of_project() -> dict[str, Any]:
    """Return the CSL record of the project as a whole."""
    project = load_project()
    return {
        "id": "china-government-web-bulletins", "type": "dataset", "title": project["title"],
        "author": project["authors"], "version": project["version"], "issued": _date(str(project["date"])),
        **({"URL": project["url"]} if project["url"] else {}),
    }  # fmt: skip


def load_project() -> dict[str, object]:
    """Read title, authors, version and date of the project from `CITATION.cff`."""
    from ruamel.yaml import YAML

    cff = YAML(typ="safe").load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    names = [
        {"literal": a["name"]} if "name" in a else {"family": a["family-names"], "given": a["given-names"]}
        for a in cff["authors"]
    ]
    return {
        "title": cff["title"], "authors": names, "version": str(cff["version"]), "date": str(cff["date-released"]),
        "url": cff.get("repository-code") or cff.get("url") or "",
    }  # fmt: skip


def years_covered() -> tuple[int, int]:
    """Return the first and the last year of the record, which the project's title names and nothing else."""
    match = _YEARS.search(str(load_project()["title"]))
    if match is None:
        raise ProjectError("CITATION.cff: the title names no years; write the first and the last one as 2002-2023.")
    return int(match[1]), int(match[2])


def format_citation(records: list[dict[str, Any]], style: str) -> str:
    """Return the records as a list of references in text, as BibTeX or as CSL-JSON."""
    text = json.dumps(records, ensure_ascii=False, indent=2)
    if style == "csl-json":
        return text + "\n"
    if style not in STYLES:
        raise ProjectError(f"unknown citation style '{style}': choose {', '.join(STYLES)}.")
    import pypandoc

    if style == "bibtex":
        return pypandoc.convert_text(text, "bibtex", format="csljson")
    return pypandoc.convert_text(text, "plain", format="csljson", extra_args=["--citeproc", "--wrap=none"])


def _date(published: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in published.split("-")]]}
