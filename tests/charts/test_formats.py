"""The three files of a chart are one picture: the same size, the same words, the same bytes at every run."""

from __future__ import annotations

import re
from io import BytesIO

import matplotlib.pyplot as plt
import pytest
from matplotlib.image import imread
from PIL import Image
from pypdf import PdfReader

from analysis.base.errors import ProjectError
from analysis.charts.formats import DPI, FAMILIES, FAMILY, make_picture
from analysis.charts.style import chart_style

FORMATS = ("svg", "pdf", "png")


@pytest.fixture
def saved():
    figure, axes = plt.subplots(figsize=(4, 2))
    axes.set_axis_off()
    axes.text(0.1, 0.5, "政府网站 websites", fontsize=20)

    return lambda name: make_picture(figure, name)


def test_pdf_and_png_hold_the_words_of_the_svg(saved):
    """Without its font typst drew charts without a word, and said nothing."""
    files = saved("one")
    page = PdfReader(BytesIO(files["pdf"])).pages[0]
    assert re.sub(r"\s+", "", page.extract_text()) == "政府网站websites"
    assert [float(side) for side in page.mediabox[2:]] == [4 * 72, 2 * 72]
    pixels = imread(BytesIO(files["png"]))[:, :, :3]
    assert pixels.shape[:2] == (2 * DPI, 4 * DPI)
    assert 0.01 < (pixels < 0.5).mean() < 0.2


def test_a_png_is_light_and_keeps_its_colours(saved):
    """With all colours of the screen a page of four charts weighed half a megabyte."""
    picture = Image.open(BytesIO(saved("one")["png"]))
    assert picture.mode == "P"
    colours = {colour for _, colour in picture.convert("RGB").getcolors()}
    assert (255, 255, 255) in colours
    assert max(min(colours)) < 64


def test_the_same_bytes_at_every_run(saved):
    one, other = saved("one"), saved("other")
    assert [one[kind] for kind in FORMATS] == [other[kind] for kind in FORMATS]


def test_a_picture_that_typst_warns_of_is_refused(saved, monkeypatch):
    monkeypatch.setattr("analysis.charts.formats._page", lambda svg: '#text(font: "No such font")[a]')
    with pytest.raises(ProjectError, match=r"one\.svg: typst warns: unknown font family"):
        saved("one")


def test_a_mark_says_its_figure_and_leads_to_its_number():
    figure, axes = plt.subplots(figsize=(4, 2))
    axes.scatter([1, 2], [1, 2], c=["red", "blue"]).set_urls(['n/one sites, 2017: "9" & more\'s', None])
    svg = make_picture(figure, "marks")["svg"].decode()
    marks = re.findall(r'<a xlink:href="([^"]+)" target="_top" tabindex="-1"><title>([^<]*)</title>', svg)
    assert marks == [("../n/one.html", "sites, 2017: &quot;9&quot; &amp; more&apos;s")]


def test_a_reader_without_the_font_of_a_chart_gets_another(saved):
    with chart_style():
        assert f"font-family: '{plt.rcParams['font.family'][0]}'" == FAMILY
        svg = saved("one")["svg"].decode()
    assert re.findall(r"font-family: [^;\"]*", svg) == [FAMILIES]
