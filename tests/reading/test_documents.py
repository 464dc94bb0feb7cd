"""What a file is follows from its bytes; every kind gives the same figures, and a broken one a sentence."""

from __future__ import annotations

import io

import openpyxl
import pytest

from analysis.base.errors import ProjectError
from analysis.reading.documents import TableOfTexts, UnreadableDocument, kind_of, read_document, rows_of_sheets
from analysis.reading.reader import read_source
from analysis.reading.terms import load_terms

TERMS = load_terms()
TITLE = "2022年第三季度福建省政府网站和政务新媒体检查情况"
HEADS = [["地区", "政府网站", "", "政务新媒体", ""], ["", "检查数(个)", "合格率(%)", "检查数(个)", "合格率(%)"]]
ROWS = [["福州", "20", "95", "41", "97.6"], ["厦门", "12", "100", "30", "96.7"]]
WANTED = [
    (20, "spot_checked_sites"), (95, "spot_check_pass_rate"), (41, "spot_checked_new_media_accounts"),
    (97.6, "new_media_pass_rate"), (12, "spot_checked_sites"), (100, "spot_check_pass_rate"),
    (30, "spot_checked_new_media_accounts"), (96.7, "new_media_pass_rate"),
]  # fmt: skip


def word():
    import docx

    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(0, 5)
    for row in HEADS + ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 3).merge(table.cell(0, 4))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def excel():
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = TITLE[:30]
    for row in HEADS + ROWS:
        sheet.append([float(cell) if cell.replace(".", "").isdigit() else cell or None for cell in row])
    for area in ("A1:A2", "B1:C1", "D1:E1"):
        sheet.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def page():
    heads = (
        "<tr><th rowspan=2>地区</th><th colspan=2>政府网站</th><th colspan='2'>政务新媒体</th></tr>"
        "<tr>" + "".join(f"<th>{cell}</th>" for cell in HEADS[1][1:]) + "</tr>"
    )
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    return f"<!-- saved --><p>{TITLE}</p><table width='100%'>{heads}{rows}</table>"


def saved_page():
    head = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    part = "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return (head + part + page() + "\r\n--x--\r\n").encode()


def figures(data):
    return [(f.value, f.indicator) for f in read_source(read_document(data, "name"), TERMS)]


@pytest.mark.parametrize(
    ("make", "kind"), [(word, "docx"), (excel, "xlsx"), (lambda: page().encode(), "text"), (saved_page, "mhtml")]
)
def test_tables_with_spans_read_the_same(make, kind):
    data = make()
    assert kind_of(data) == kind
    assert figures(data) == WANTED


def test_rich_text():
    data = rb"{\rtf1\ansi\ansicpg936 \u25277?\u26597?\u25919?\u24220?\u32593?\u31449?120\u23478?\par}"
    assert kind_of(data) == "rtf"
    assert figures(data) == [(120, "spot_checked_sites")]


def test_pdf_with_text_and_without():
    typst = pytest.importorskip("typst")
    text = typst.compile(b'#set text(font: "Noto Sans SC")\nSpot checks covered 120 government websites.')
    assert kind_of(text) == "pdf"
    assert [value for value, _ in figures(text)] == [120]
    with pytest.raises(UnreadableDocument, match="OCR"):
        read_document(typst.compile(b"#rect()"), "scan.pdf")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b" \n", "empty"), (b"%PDF-1.4 broken", "broken PDF"), (b"PK\x03\x04 broken", "unpack"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office"), (b"PAR1", "parquet")],
)  # fmt: skip
def test_what_cannot_be_read_is_told(data, words):
    with pytest.raises(UnreadableDocument, match=words):
        read_document(data, "name")


def test_a_table_of_texts_is_no_single_text():
    with pytest.raises(TableOfTexts, match="a table of texts and no single one"):
        read_document("id,text\n1,抽查网站20家。\n".encode(), "a.csv")


@pytest.mark.parametrize(
    ("heads", "error"), [(["id", "text"], "a table of texts"), (["statement_id", "value"], r"a table of data \(stat")]
)
def test_a_sheet_of_texts_or_of_data_is_no_table_of_a_bulletin(heads, error):
    with pytest.raises(ProjectError, match=f"^name: {error}"):
        read_document(sheet([heads, ["a", "抽查网站20家。"]]), "name")


def sheet(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_rows_of_sheets_are_as_they_are_shown():
    assert list(rows_of_sheets(sheet([["id", "text"], [1, None]]))) == [["id", "text"], ["1", ""]]
