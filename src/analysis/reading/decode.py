"""From bytes to text: UTF-8 with or without a mark, UTF-16, GB18030 and Big5, without changing a character.

Offsets of figures count the characters of the decoded file as it is stored: a byte order mark is the first character,
line ends are not translated, and a broken byte is one character that says so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from analysis.base.errors import ProjectError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
# What pages in Chinese or English do not hold: any two bytes are a character of UTF-16, mostly of another script.
_STRANGE = re.compile(
    r"[^\t\n\x0c\r -~\u00a0-\u00ff\u2000-\u27bf\u3000-\u9fff\uf900-\ufaff\ufe30-\ufe4f\ufeff-\uffef"
    r"\U00010000-\U0010ffff]"
)
_MOST_CONTROLS, _MOST_STRANGE = 50, 5
_SAMPLE = 4096
# A long text is read in portions of so many characters, from reads of so many bytes.
PORTION, _READ, HEAD = 200_000, 1_000_000, 1 << 16
_BROKEN = "\ufffd"
# A text with more broken bytes than one in this many characters is no text in that encoding.
_MOST_BROKEN = 100
# Frequent in any Chinese text: the wrong one of two encodings shows next to none of them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年政府网站務務网政會國發為這個們來時對"
)


class UnreadableText(ProjectError):
    """A text that no known encoding can decode."""


def decode(data: bytes, name: str = "text") -> str:
    """Return the text of a file, each broken byte as one mark; raises `UnreadableText` where it is none."""
    return data.decode(find_encoding(data, name), errors="replace")


def find_encoding(data: bytes, name: str = "text", whole: bool = True) -> str:
    """Return the encoding of a file from its bytes, or from its beginning where that is not `whole`."""
    encoding = _encoding_of(data, name, whole)
    _require_text(data[:_SAMPLE].decode(encoding, errors="replace"), encoding, name)
    return encoding


def _encoding_of(data: bytes, name: str, whole: bool) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if whole and _errors(data, encoding, whole) * _MOST_BROKEN > len(data):
                raise UnreadableText(f"{name}: broken {encoding.upper()}; save the text as UTF-8 and read it again.")
            return encoding
    if b"\x00" in data[:_SAMPLE]:
        return _guess_utf16(data, name, whole)
    declared = _CHARSET.search(data[:_SAMPLE])
    named = declared[1].decode().lower() if declared else ""
    if _errors(data, "utf-8", whole) == 0:
        return "utf-8"
    if named and named not in ("utf-8", "utf8"):
        encoding = "gb18030" if named in ("gb2312", "gbk") else named
        if _is_known(encoding) and _errors(data, encoding, whole) == 0:
            return encoding
    return _least_broken(data, name, whole)


def _require_text(sample: str, encoding: str, name: str) -> None:
    """Refuse bytes that decode and are no text: pictures and programs gave a table without a figure, and no word."""
    controls = len(_CONTROL.findall(sample))
    strange = len(_STRANGE.findall(sample)) if encoding.startswith("utf-16") else 0
    if (controls > 1 and controls * _MOST_CONTROLS > len(sample)) or strange * _MOST_STRANGE > len(sample):
        raise UnreadableText(f"{name}: its bytes are no text in any encoding; take it off the list.")


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _errors(data: bytes, encoding: str, whole: bool) -> int:
    text = data.decode(encoding, errors="replace")
    # The beginning of a file may end within a character.
    return (text if whole else text[:-4]).count(_BROKEN)


def _least_broken(data: bytes, name: str, whole: bool) -> str:
    """Return the encoding in which a text is next to whole: broken UTF-8 before Chinese encodings that fit anything."""
    sizes = {e: _errors(data, e, whole) for e in ("utf-8", "gb18030", "big5hkscs")}
    if sizes["utf-8"] * _MOST_BROKEN <= len(data):
        return "utf-8"
    sample = {e: data[: 2 * _SAMPLE].decode(e, errors="replace") for e in ("gb18030", "big5hkscs")}
    fit = [e for e in sample if sizes[e] * _MOST_BROKEN <= len(data)]
    if not fit and sizes["utf-8"] == 1:
        return "utf-8"
    if not fit:
        raise UnreadableText(f"{name}: not UTF-8, UTF-16, GB18030 or Big5; save the text as UTF-8 and read it again.")
    return max(fit, key=lambda e: sum(char in _COMMON for char in sample[e][:_SAMPLE]))


def _guess_utf16(data: bytes, name: str, whole: bool) -> str:
    """Tell the byte order of UTF-16 without a mark by where the zero bytes of digits and line ends stand."""
    sample = data[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    broken = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace").count(_BROKEN)
    if max(odd, even) < 4 * min(odd, even) or (whole and len(data) % 2) or broken * _MOST_BROKEN > len(sample):
        raise UnreadableText(f"{name}: holds zero bytes and is not UTF-16, so it is no text; take it off the list.")
    return encoding


def broken_at(text: str) -> int:
    """Return where the first broken byte of a decoded text stands, -1 where there is none."""
    return text.find(_BROKEN)


def cut_lines(text: str) -> Iterator[str]:
    """Cut a text into portions at line ends where there are any; all but the last are about as long."""
    start = 0
    while len(text) - start > PORTION:
        end = text.rfind("\n", start, start + PORTION) + 1 or start + PORTION
        yield text[start:end]
        start = end
    yield text[start:]


def stream(path: Path) -> Iterator[str]:
    """Yield the portions of a text as it is read from its file, the same as those of the whole."""
    with path.open("rb") as file:
        data = file.read(_READ)
        decoder = codecs.getincrementaldecoder(find_encoding(data[:HEAD], path.name, whole=False))(errors="replace")
        rest = ""
        while data:
            *whole, rest = cut_lines(rest + decoder.decode(data))
            yield from whole
            data = file.read(_READ)
        yield from cut_lines(rest + decoder.decode(b"", final=True))
