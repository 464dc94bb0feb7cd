"""The PDF: pages, fonts, tags, and no character without a glyph."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst
from pypdf import PdfReader

from analysis.base.errors import ProjectError
from analysis.base.paths import SOURCES
from analysis.renderer.fonts import svg_text
from analysis.renderer.pandoc import ASSETS
from analysis.renderer.site import render


def fonts_of(reader: PdfReader) -> dict[str, bool]:
    """Return (name, whether the file carries it) of each font."""
    fonts = {}
    for page in reader.pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            fonts[str(inner["/BaseFont"])] = any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
    return fonts


def test_a_page_that_asks_for_print_becomes_a_pdf(site: Path) -> None:
    assert {file.relative_to(site).as_posix() for file in site.rglob("*.pdf")} == {"en/report.pdf", "zh/report.pdf"}
    assert len(PdfReader(site / "en/report.pdf").pages) == 4


@pytest.mark.parametrize("name", ["en/report.pdf", "zh/report.pdf"])
def test_every_font_is_embedded(site: Path, name: str) -> None:
    fonts = fonts_of(PdfReader(site / name))
    assert all(fonts.values())
    assert any("NotoSansSC" in font for font in fonts)


def test_the_pdf_is_tagged_and_names_its_language_and_title(site: Path) -> None:
    reader = PdfReader(site / "zh/report.pdf")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value
    assert str(root["/Lang"]).startswith("zh")
    assert reader.metadata.title == "政府网站数量与服务"


def test_the_pdf_says_what_the_site_says(site: Path) -> None:
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(site / "en/report.pdf").pages).split())
    for part in ("36,916", "Table 1", "Figure 1", "Only the print says this", "What a bound says", "Another Bulletin"):
        assert part in words
    assert "Only the site" not in words


def size_of(pdf: Path, words: str) -> float:
    """Return the size in which words are first set."""
    for page in pdfium.PdfDocument(pdf):
        text = page.get_textpage()
        if found := text.search(words).get_next():
            return pdfium.raw.FPDFText_GetFontSize(text, found[0])
    raise AssertionError(words)


def test_a_table_of_many_columns_is_set_smaller(site: Path) -> None:
    """The template named a size within that of the table, and all tables had the largest one."""
    assert size_of(site / "en/report.pdf", "Provinces and below") == pytest.approx(7.5)
    assert size_of(site / "zh/report.pdf", "35,716") == pytest.approx(8.5)


def links(pdf: Path) -> tuple[list[str], int]:
    """Return the addresses that a PDF leads to, and how many links lead to a place in it."""
    notes = [note.get_object() for page in PdfReader(pdf).pages for note in page.get("/Annots", [])]
    addresses = [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]
    return addresses, sum("/URI" not in note.get("/A", {}) for note in notes)


def test_no_link_of_the_pdf_dies_outside_its_folder(site: Path) -> None:
    addresses, inside = links(site / "en/report.pdf")
    assert all(address.startswith("http") for address in addresses), addresses
    assert inside > 3


def test_numbers_in_the_pdf_lead_to_their_row_and_from_there_to_the_permanent_address(reports: Path) -> None:
    settings = reports / "_quarto.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("website:\n", "website:\n  site-url: https://example.org/figures\n"), encoding="utf-8"
    )
    render(reports, reports.parent / "out", to=("pdf",), lang="en", front_end="built-in")
    addresses, _ = links(reports.parent / "out/en/report.pdf")
    assert addresses.count("https://example.org/figures/n/gov-2017q2-running-all") == 1
    assert "https://example.org/figures/exhibits/fig-running.csv" in addresses


def test_a_page_with_a_character_that_would_print_as_a_box_is_refused(reports: Path) -> None:
    file = reports / "zh/report.qmd"
    file.write_text(file.read_text(encoding="utf-8") + "\n很好🙂\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"zh/report\.qmd: 🙂"):
        render(reports, reports.parent / "out", to=("pdf",), front_end="built-in")


def test_a_chart_with_a_character_that_would_print_as_a_box_is_refused(reports: Path) -> None:
    chart = reports / "exhibits/fig-running.svg"
    chart.write_text(chart.read_text(encoding="utf-8").replace("Sites in operation", "Sites 🙂"), encoding="utf-8")
    assert "🙂" in svg_text(chart)
    with pytest.raises(ProjectError, match=r"exhibits/fig-running\.svg: 🙂"):
        render(reports, reports.parent / "out", to=("pdf",), front_end="built-in")


def test_an_id_goes_on_below_under_both_front_ends() -> None:
    """typst breaks no line between a hyphen and a digit: a bulletin's id ran over the edge of the last page."""
    template = (ASSETS / "report.typ").read_text(encoding="utf-8")
    rule = re.search(r"#show table: it => \{\n.*?\n\}", template, re.DOTALL)
    assert rule
    assert rule[0] in (SOURCES / "print.typ").read_text(encoding="utf-8")
    page = f"{rule[0]}\n#set page(width: 120pt, height: 60pt)\n#table(columns: 80pt, [guangzhou-12345-2022m09])"
    text = PdfReader(BytesIO(typst.compile(page.encode()))).pages[0].extract_text()
    assert "guangzhou-\n12345-2022m09" in text


def pages_of(*parts: str) -> list[str]:
    """Set some parts on small pages by the report's rules of charts, tables and sections; return the pages' texts."""
    template = (ASSETS / "report.typ").read_text(encoding="utf-8")
    section = next(line for line in template.split("\n") if line.startswith("#show heading.where(level: 1)"))
    floats = template[template.index("#set figure(numbering") : template.index("#show figure.caption")]
    page = [
        "#set page(width: 200pt, height: 200pt, margin: 0pt)",
        "#let side = 0pt",
        next(line for line in template.split("\n") if line.startswith("#let tabled")),
        "#let numbered(it) = it.body",
    ]
    pdf = typst.compile("\n".join([*page, section, floats, *parts]).encode())
    return [page.extract_text(extraction_mode="layout") for page in PdfReader(BytesIO(pdf)).pages]


def chart(name: str) -> str:
    return f"#figure(kind: image, caption: [{name}], rect(height: 110pt))"


def table(rows: int) -> str:
    return f"#figure(kind: table, caption: [Table], table({''.join(f'[row {row:02}], ' for row in range(rows))}))"


def places(pages: list[str], word: str) -> list[int]:
    return [number for number, text in enumerate(pages) if word in text]


def test_charts_stay_in_their_section() -> None:
    pages = pages_of(*map(chart, ("One", "Two", "Three")), "= Next", "Words.")
    assert places(pages, "Next")[0] >= max(places(pages, name)[0] for name in ("One", "Two", "Three"))


def test_a_short_table_is_whole_and_lets_the_text_go_on() -> None:
    pages = pages_of(chart("One"), "Words.", chart("Two"), table(3), "More.")
    assert [number for number, text in enumerate(pages) if "row" in text] == places(pages, "row 00")
    assert places(pages, "row 02") == places(pages, "row 00")
    assert places(pages, "More.")[0] < places(pages, "row 00")[0]


def test_no_chart_parts_a_long_table() -> None:
    """Seven rows stood on four pages, under three charts."""
    pages = pages_of(*map(chart, ("One", "Two", "Three")), table(20))
    charts = {places(pages, name)[0] for name in ("One", "Two", "Three")}
    assert max(charts) <= places(pages, "row 00")[0] < places(pages, "row 19")[0]


def test_a_chart_behind_a_long_table_stands_below_its_end() -> None:
    pages = pages_of(table(13), "#figure(kind: image, caption: [One], rect(height: 40pt))")
    end = pages[places(pages, "row 12")[0]]
    assert "One" not in end or end.index("row 12") < end.index("One")
    assert places(pages, "One")[0] == places(pages, "row 12")[0]


def test_the_word_file_holds_text_numbers_and_pictures(site: Path) -> None:
    with zipfile.ZipFile(site / "en/report.docx") as archive:
        document = archive.read("word/document.xml").decode()
        assert any(name.startswith("word/media/") for name in archive.namelist())
    words = re.sub(r"<[^>]+>", "", document)
    assert "36,916" in words
    assert "Table" in words
    assert "Only the site" not in words


def test_a_page_that_is_read_once_for_all_its_forms_is_the_same(site: Path, reports: Path) -> None:
    for form in ("html", "pdf"):
        render(reports, reports.parent / form, to=(form,), lang="en", front_end="built-in")
    assert (reports.parent / "pdf/en/report.pdf").read_bytes() == (site / "en/report.pdf").read_bytes()
    # Above the first heading the page names its other forms.
    texts = [(at / "en/report.html").read_bytes().partition(b"<h2") for at in (reports.parent / "html", site)]
    assert texts[0][2] == texts[1][2] != b""
