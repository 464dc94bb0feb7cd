"""Settings that stopped Quarto 1.9 and 1.10 at their first page, found by running it; checked here without it."""

from __future__ import annotations

import re
import zipfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pypandoc
import pypdfium2 as pdfium
import pytest
import typst
from ruamel.yaml import YAML

from analysis.pages.folders import FOLDERS
from analysis.renderer.fonts import font_folder
from analysis.renderer.pandoc import ASSETS

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
REPORTS = Path(__file__).parents[2] / "reports"


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return YAML(typ="safe").load((REPORTS / "_quarto.yml").read_text(encoding="utf-8"))


def test_a_json_bibliography_is_not_read_as_pandocs_own_format(settings: dict[str, Any]) -> None:
    formats = settings["format"]
    assert not any(choice.get("google-scholar") for choice in formats.values())
    assert formats["typst"]["citeproc"], "typst looks for the bibliography in a folder where it is not"


@pytest.fixture(scope="module")
def header(settings: dict[str, Any]) -> str:
    (named,) = settings["format"]["typst"]["include-in-header"]
    return (REPORTS / named["file"]).read_text(encoding="utf-8")


def test_tables_in_print_go_on_over_pages_and_charts_stay(header: str) -> None:
    assert 'figure.where(kind: "quarto-float-tbl"): set block(breakable: true)' in header, "rows ran off the page"
    assert "placement" not in header, "typst stopped with an internal error"


SAMPLE = """
#set page(paper: "a4", margin: (x: 25mm, top: 28mm, bottom: 26mm))
#let exhibit(rows) = figure(
  kind: "quarto-float-tbl", supplement: "Table", caption: figure.caption(position: top)[Words `tbl-in-its-caption`],
  table(columns: (50%, 50%), table.header[A][B], table.hline(), ..range(2 * rows).map(n => [cell])),
)
"""


def printed(source: str) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(typst.compile(source.encode(), font_paths=[font_folder()]))


def texts(pdf: pdfium.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.parametrize(("rows", "head", "first"), [(6, 200, 12), (60, 100, 8), (60, 190, 8), (60, 215, 8)])
def test_a_table_begins_where_it_has_room(header: str, rows: int, head: int, first: int) -> None:
    """A caption and one row stood at the foot of a page, the rest on the next."""
    pages = texts(printed(f"{header}{SAMPLE}#block(height: {head}mm)[text]\n#exhibit({rows})\n"))
    assert sum(page.count("cell") for page in pages) == 2 * rows
    assert next(page.count("cell") for page in pages if "Words" in page) >= first


def test_an_id_in_a_caption_is_not_broken(header: str) -> None:
    caption = f"{'a ' * 62} `fig-copies-and-more`"
    (page,) = texts(printed(f"{header}{SAMPLE}#figure(kind: image, caption: [{caption}], [x])\n"))
    assert "fig-copies-and-more" in page


def test_chinese_headings_are_bold_in_print(header: str) -> None:
    """The Chinese fonts have one weight, and headings were as thin as the text."""
    (page,) = printed(f'#set text(lang: "zh", font: "Noto Sans SC")\n{header}= 标题\n正文\n')
    modes = [pdfium.raw.FPDFTextObj_GetTextRenderMode(one) for one in page.get_objects(filter=[1])]
    assert modes == [pdfium.raw.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.raw.FPDF_TEXTRENDERMODE_FILL]


STYLES = ("report.css", "../src/analysis/pages/assets/explore/explore.css")
THEMES = ("theme.scss", "theme-dark.scss")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("style", STYLES)
def test_each_theme_names_the_colours_that_both_front_ends_use(theme: str, style: str) -> None:
    """The page to explore fell back on the browser's white in the dark."""
    used = set(re.findall(r"var\((--[\w-]+)", (REPORTS / style).read_text(encoding="utf-8"))) - {"--n", "--mono"}
    named = set(re.findall(r"(--[\w-]+):", (REPORTS / theme).read_text(encoding="utf-8")))
    assert used
    assert used <= named


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_says_whether_it_is_dark_and_how_code_looks(theme: str) -> None:
    """Code stood on the light grey of the other theme."""
    text = (REPORTS / theme).read_text(encoding="utf-8")
    assert f"color-scheme: {'dark' if 'dark' in theme else 'light'}" in text
    assert {"code-bg", "code-color", "code-block-bg"} <= set(re.findall(r"\n\$([\w-]+):", text))


def test_no_setting_is_rebased_as_a_path(settings: dict[str, Any]) -> None:
    folders = {path.name for path in REPORTS.iterdir() if path.is_dir()}
    assert settings.get("lang") not in folders, "Quarto rebases the language 'en' beside a folder of that name"


def test_the_link_to_the_pdf_is_not_called_by_the_program_that_sets_it(settings: dict[str, Any]) -> None:
    links = settings["format"]["html"]["format-links"]
    assert {"format": "typst", "text": "PDF", "icon": "file-pdf"} in links
    assert any(isinstance(link, str) for link in links), "without a name in the list Quarto adds its own links to it"


def test_titles_of_the_site_are_those_of_the_language(settings: dict[str, Any]) -> None:
    website = settings["website"]
    assert "title" not in website and website["navbar"]["title"] is False, "it would stand on pages of each language"
    assert all(bar["title"] for bar in website["sidebar"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_body_is_a_literal_author(lang: str) -> None:
    head = (REPORTS / lang / "report.qmd").read_text(encoding="utf-8").split("---")[1]
    assert isinstance(YAML(typ="safe").load(head)["author"][0]["name"]["literal"], str)


def test_links_of_the_print_are_settled_when_variables_are_filled_in(settings: dict[str, Any]) -> None:
    assert settings["filters"] == [{"path": "links.lua", "at": "post-quarto"}]
    # Without an address of the site there is none before a link, not even a slash.
    assert 'found ~= ""' in (REPORTS / "links.lua").read_text(encoding="utf-8")


def filtered(text: str, file: Path) -> None:
    to = {".typ": "typst", ".docx": "docx"}[file.suffix]
    pypandoc.convert_text(text, to, "markdown", outputfile=file, filters=[str(REPORTS / "links.lua")])


def test_pictures_in_word_have_their_alternative_text(tmp_path: Path) -> None:
    """Where Quarto renders, it is an attribute, which pandoc does not write: 36 pictures had none."""
    (tmp_path / "a.png").write_bytes(PIXEL)
    filtered(f'![Caption]({tmp_path}/a.svg){{fig-alt="Bars by year"}}', tmp_path / "page.docx")
    with zipfile.ZipFile(tmp_path / "page.docx") as word:
        assert 'descr="Bars by year"' in word.read("word/document.xml").decode()


def test_how_a_conflict_is_handled_stands_on_the_page_of_its_text(tmp_path: Path) -> None:
    filtered("::: {.conflict}\nOne prints.\n\nHandled.\n:::\n\n::: {.other}\nWords.\n:::\n", tmp_path / "page.typ")
    text = (tmp_path / "page.typ").read_text(encoding="utf-8")
    assert re.findall(r"#block(.*)\[\n(\w+)", text) == [("(breakable: false)", "One"), ("", "Words")]


def test_resources_are_copied(settings: dict[str, Any]) -> None:
    assert {f"{folder}/*.html" for folder in FOLDERS} | {"records.css", "records.js"} <= set(
        settings["project"]["resources"]
    )


@pytest.mark.parametrize("page", sorted(REPORTS.glob("*/*.qmd")), ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_no_word_of_a_front_matter_ends_one_shortcode_and_begins_another(page):
    """Quarto reads the two as one: half of the Chinese abstract was gone, with its numbers."""
    front = page.read_text(encoding="utf-8").split("\n---", 1)[0]
    assert re.findall(r">\}\}\S*?\{\{<", front) == []


def test_what_goes_on_beyond_the_edge_of_a_phone_says_so_under_both_front_ends() -> None:
    """A chart showed its names and none of its marks, and only a scrollbar below it told of the rest."""
    script = (REPORTS / "charts.js").read_text(encoding="utf-8")
    boxes = re.search(r'querySelectorAll\("(\.enlarge[^"]*)"\)', script)
    outputs = ":is(.output, .cell-output-display) p:has(> img)"  # of notebooks, where charts shrank
    assert boxes and boxes[1] == f".enlarge, .table-wrap, .quarto-figure > figure > div, {outputs}"
    assert re.findall(r'classList\.toggle\("(\w+)"', script) == ["scrolls", "more"]
    for name in ("report.css", "records.css"):
        styles = (REPORTS / name).read_text(encoding="utf-8")
        assert ".scrolls::before { content:" in styles and re.search(r"^\.more \{.*mask-image", styles, re.MULTILINE)


@pytest.mark.parametrize(
    "sheet", [ASSETS / "site.css", REPORTS / "report.css", REPORTS / "records.css"], ids=lambda p: p.stem
)
def test_a_chart_keeps_its_letters_on_a_phone(sheet: Path) -> None:
    """On its own page a chart shrank to the width of a phone; on others too, once a pointer had made it a document."""
    small = re.search(r"@media \(max-width: 40rem\) \{(.*?)\}\s*\}", sheet.read_text(encoding="utf-8"), re.DOTALL)
    assert small and re.search(r":is\(img, object\)(, [^{]*)? \{ width: 42rem; max-width: none;", small[1])
    assert sheet.stem == "records" or re.search(r"output(-display)? p:has\(> img\)", small[1])


@pytest.mark.parametrize(
    "sheet", [ASSETS / "site.css", REPORTS / "report.css", REPORTS / "records.css"], ids=lambda p: p.stem
)
def test_what_stands_on_one_line_is_not_broken(sheet: Path) -> None:
    assert re.search(r"(?m)\.whole \{ white-space: nowrap; \}", sheet.read_text(encoding="utf-8"))


def test_a_table_of_a_notebook_is_no_wider_on_a_phone_than_what_it_holds() -> None:
    """Five columns of short numbers, which fit on a phone, were as wide as three phones."""
    (small,) = re.findall(r"@media \(max-width: 48rem\) \{ (.*) \}", (ASSETS / "site.css").read_text(encoding="utf-8"))
    assert ".output .many-columns table { width: max-content; min-width: 100%; max-width: 60rem; }" in small


def test_a_table_of_many_columns_is_set_smaller_on_the_web_too() -> None:
    """Its widths are reckoned for the letters of print: at full size 2015-07-07 stood on two lines."""
    styles = (REPORTS / "report.css").read_text(encoding="utf-8")
    rule = re.search(r":is\((.*)\) \.many-columns table \{ font-size: \.8125rem; \}", styles)
    assert rule and rule[1] == ".table-figure, .quarto-float-tbl, .output"  # the box of each front end, and of cells
