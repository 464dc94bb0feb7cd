"""How to cite the whole, for people in words and BibTeX, for search engines as a data set of schema.org."""

from __future__ import annotations

import json

from analysis.citing.citations import csl_of_project, load_project, years_covered
from analysis.citing.formats import STYLES
from analysis.pages.explore import ARCHIVE
from analysis.words.catalogue import Lang, say
from analysis.words.markdown import escape

SHOWN = ("text", "gbt7714")


def cite_page(lang: Lang) -> str:
    """Return the references to the whole, the same that `bulletins cite` prints."""
    record = csl_of_project(lang=lang)
    words = "\n".join(f"- {escape(STYLES[style]([record], lang))}" for style in SHOWN)
    return f"{words}\n\n```bibtex\n{STYLES['bibtex']([record], lang)}```\n"


def dataset_page(lang: Lang) -> str:
    """Return the record of the data set that search engines read, as JSON-LD in a page."""
    project, record = load_project(), csl_of_project(lang=lang)
    first, last = years_covered()
    dataset = {
        "@context": "https://schema.org/", "@type": "Dataset", "name": record["title"], "version": record["version"],
        "description": say("dataset-description", lang), "inLanguage": lang, "datePublished": project["date"],
        "creator": {"@type": "Organization", "name": say("project-name", lang)}, "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/", "temporalCoverage": f"{first}/{last}",
        "spatialCoverage": {"@type": "Place", "name": say("dataset-place", lang)},
        **(_address(project["site"]) if project["site"] else {}),
    }  # fmt: skip
    text = json.dumps(dataset, ensure_ascii=False).replace("<", "\\u003c")
    return f'```{{=html}}\n<script type="application/ld+json">{text}</script>\n```\n'


def _address(site: str) -> dict[str, object]:
    """Return where the data set is, and where it can be had in one piece."""
    archive = {"@type": "DataDownload", "encodingFormat": "application/zip", "contentUrl": f"{site}explore/{ARCHIVE}"}
    return {"url": site, "distribution": [archive]}
