"""The feed of releases (Atom): a site that has an address tells readers of feeds what is new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from analysis.base.files import write_whole
from analysis.pages.markdown import load_template

FEED = "feed.xml"
_RELEASE = re.compile(r"^## (\S+) \((\d{4}-\d\d-\d\d)\)$", re.MULTILINE)


def write_feed(folder: Path, project: Mapping[str, str], changelog: str) -> None:
    """Write the feed below a folder, or remove it where the project has no address."""
    if not project["site"]:
        (folder / FEED).unlink(missing_ok=True)
        return
    releases = _RELEASE.findall(changelog) or [(project["version"], project["date"])]
    made = load_template(FEED).render(site=project["site"], title=project["title"], releases=releases)
    if not (folder / FEED).exists() or (folder / FEED).read_text(encoding="utf-8") != made:
        write_whole(folder / FEED, made)
