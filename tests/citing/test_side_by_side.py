"""Prose and exhibits of two versions side by side."""

from __future__ import annotations

import io

from PIL import Image

from analysis.base import paths
from analysis.citing.side_by_side import as_html, changed_pages, changed_pictures, picture_difference
from analysis.citing.versions import Change, Changes, Version


def png(*dots: tuple[int, int], size: tuple[int, int] = (20, 10)) -> bytes:
    image, out = Image.new("RGB", size, "white"), io.BytesIO()
    for dot in dots:
        image.putpixel(dot, (0, 0, 0))
    image.save(out, "PNG")
    return out.getvalue()


def version(folder, prose: str, svg: str, rows: str, *dots: tuple[int, int]) -> Version:
    (folder / "reports" / "exhibits").mkdir(parents=True)
    (folder / "reports" / "en").mkdir()
    (folder / "reports" / "en" / "report.qmd").write_text(prose, encoding="utf-8")
    (folder / "reports" / "exhibits" / "fig-a.svg").write_text(svg, encoding="utf-8")
    (folder / "reports" / "exhibits" / "fig-a.csv").write_text(rows, encoding="utf-8")
    (folder / "reports" / "exhibits" / "fig-a.png").write_bytes(png(*dots))
    return Version(folder.name, folder / "tables", folder / "reports")


def test_what_differs_stands_side_by_side(tmp_path, monkeypatch):
    old = version(tmp_path / "old", "One.\n\nSame <b>.\n", "<svg/>", "id\na\nb\n", (1, 1))
    new = version(tmp_path / "new", "Two.\n\nSame <b>.\n", "<svg />", "id\na\nc\nd\n", (9, 1))
    monkeypatch.setattr(paths, "SOURCES", new.reports)
    (page,) = changed_pages(old, new)
    (picture,) = changed_pictures(old, new, ["fig-a", "fig-none"])
    assert (page.place, page.paragraphs) == ("en/report.qmd", 2)
    assert (picture.rows_new, picture.rows_gone) == (2, 1)
    moved = Change("est-x", "1", "2", {"new": ["b-<1>"]}, {"b-<1>": "1"})
    changes = Changes("old", "new", ["b"], [], [], [], [], [moved], [], [], [], [])
    html = as_html(changes, [page], [picture])
    assert "without <code>b-&lt;1&gt;</code>: 1" in html
    assert html.count("data:image/svg+xml") == 2
    assert html.count("data:image/png") == 1
    assert list(changed_pictures(Version("2023", tmp_path), new, ["fig-a"])) == []
    assert list(changed_pages(new, new)) == list(changed_pictures(new, new, ["fig-a"])) == []


def test_the_difference_of_pictures_is_red_where_they_differ_and_nowhere_else():
    image = Image.open(io.BytesIO(picture_difference(png((1, 1), (5, 5)), png((9, 1), (5, 5)))))
    red = {(x, y) for x in range(20) for y in range(10) if image.getpixel((x, y)) == (200, 30, 30)}
    assert red == {(1, 1), (9, 1)}
    assert Image.open(io.BytesIO(picture_difference(png(), png(size=(30, 12))))).size == (30, 12)
