"""Every link of a site leads somewhere."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from analysis.base import shelf
from analysis.base.errors import ProjectError
from analysis.base.shelf import Shelf
from analysis.renderer.links import broken_links, read_copied, read_page
from analysis.renderer.project import make_anew
from helpers.site import append, build


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_a_link_to_an_unknown_number_stops_the_render(reports: Path) -> None:
    append(reports, "en/methods.qmd", "\n[x](/en/numbers.qmd#gov-2017q2-runing-all)\n")
    with pytest.raises(ProjectError, match="near: gov-2017q2-running-all"):
        build(reports)


PAGE = """<p id="here"><a href="#here"></a><a href="#top"></a><a href="https://example.org/x"></a><a href="//x"></a>
<a href="b/?q=1"></a><a href="b/%E7%94%B2.html#%E4%B9%99"></a><a href="b/kept.pdf"></a>
{more}</p>"""


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ('<a href="b/">b</a>', None),
        ('<a href="#hre">b</a>', "a.html: the link to #hre names no place there; near: here"),
        ('<img src="gone.svg">', "a.html: the link to gone.svg leads to no file"),
        ('<a href="b/甲.html#丙">b</a>', "a.html: the link to b/甲.html#丙 names no place there"),
        ('<a href="../a.html">b</a>', "a.html: the link to ../a.html leads to no file"),
    ],
)
def test_a_link_is_followed_to_its_file_and_its_place(tmp_path: Path, link: str, fault: str | None) -> None:
    """Also in other letters, into a folder, and to a file that is copied to the site later."""
    site, copied = tmp_path / "site", tmp_path / "kept.pdf"
    (site / "b").mkdir(parents=True)
    copied.touch()
    (site / "a.html").write_text(PAGE.format(more=link), encoding="utf-8")
    (site / "b/index.html").write_text("<p>", encoding="utf-8")
    (site / "b/甲.html").write_text('<p id="乙">', encoding="utf-8")
    assert broken_links(site, copies={"b/kept.pdf": copied}) == ([fault] if fault else [])


def test_a_copied_page_is_read_again_only_where_it_was_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "STEP", "code")
    page, kept, links = tmp_path / "a.html", Shelf({}), ["/b", "/c"]
    for link in links:
        page.write_text(f'<a href="{link}">', encoding="utf-8")
        os.utime(page, (1, 1))
        time.sleep(0.02)
        for _ in range(2):
            assert read_copied("a.html", page, kept.get) == read_page("a.html", page, make_anew)
    assert len(kept.used) == len(links)
