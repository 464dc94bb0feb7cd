"""The feed of releases (Atom): a site that has an address tells readers of feeds what is new."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as Xml

from analysis.base.files import write_whole

FEED = "feed.xml"
_RELEASE = re.compile(r"^## (\S+) \((\d{4}-\d\d-\d\d)\)$", re.MULTILINE)


def write_feed(folder: Path, project: Mapping[str, str], changelog: str) -> None:
    """Write the feed below a folder, or remove it where the project has no address."""
    if not project["site"]:
        (folder / FEED).unlink(missing_ok=True)
        return
    releases = _RELEASE.findall(changelog) or [(project["version"], project["date"])]
    feed = Xml.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _describe(feed, project["site"], project["title"], releases[0][1])
    Xml.SubElement(Xml.SubElement(feed, "author"), "name").text = project["title"].partition(",")[0]
    Xml.SubElement(feed, "link", rel="self", href=f"{project['site']}{FEED}")
    for version, date in releases:
        entry = Xml.SubElement(feed, "entry")
        _describe(entry, f"{project['site']}#{version}", f"{project['title']}. {version}", date)
        Xml.SubElement(entry, "link", href=f"{project['site']}en/report.html#sec-changes")
    write_whole(folder / FEED, Xml.tostring(feed, encoding="utf-8", xml_declaration=True))


def _describe(element: Xml.Element, name: str, title: str, date: str) -> None:
    for tag, text in (("id", name), ("title", title), ("updated", f"{date}T00:00:00Z")):
        Xml.SubElement(element, tag).text = text
