"""Encodings."""

from __future__ import annotations

import pytest

from analysis.reading.decode import UnreadableText, decode, find_encoding

TEXT = "全省政府网站合格率为97.5%,共抽查120家。"
TRADITIONAL = "全省政府網站合格率為97.5%,共抽查120家,與去年同期相比有所提高。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk"])
def test_plain_encodings(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big5():
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16(encoding):
    assert decode(("\ufeff" + TEXT).encode(encoding)) == "\ufeff" + TEXT
    assert decode(("A1\n" * 20 + TEXT).encode(encoding)) == "A1\n" * 20 + TEXT


def test_a_byte_order_mark_counts_as_a_character():
    assert decode(TEXT.encode("utf-8-sig")) == "\ufeff" + TEXT


def test_one_broken_byte_of_a_short_text_is_one_mark():
    assert decode(TEXT.encode() + b"\xff") == TEXT + "\ufffd"


_ALL = bytes(range(256))


@pytest.mark.parametrize("data", [_ALL * 50, _ALL[1:] * 50, b"\xff\xfe" + _ALL * 50, b"\x89PNG\r\n" + _ALL[::-1] * 9])
@pytest.mark.parametrize("whole", [True, False])
def test_bytes_that_happen_to_decode_are_no_text(data, whole):
    with pytest.raises(UnreadableText, match=r"scan\.txt: .* take it off the list"):
        find_encoding(data, "scan.txt", whole)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 40, b"\xef\xbb\xbf\xff\xff", b"\xff\x81\xff\x30\xff"])
def test_no_text(data):
    with pytest.raises(UnreadableText, match=r"scan\.txt"):
        decode(data, "scan.txt")
