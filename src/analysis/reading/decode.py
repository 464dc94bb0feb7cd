"""From bytes to text: UTF-8 with or without a mark, UTF-16, GB18030 and Big5, without changing a character.

Offsets of figures count the characters of the decoded file as it is stored: a byte order mark is the first character,
and line ends are not translated.
"""

from __future__ import annotations

import codecs
import re

from analysis.base.errors import ProjectError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_SAMPLE = 4096
# Frequent in any Chinese text: the wrong one of two encodings shows next to none of them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年政府网站務務網政會國發為這個們來時對"
)


class UnreadableText(ProjectError):
    """A text that no known encoding can decode."""


def decode(data: bytes, name: str = "text") -> str:
    """Return the text of a file; raises `UnreadableText` where it is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if b"\x00" in data[:_SAMPLE]:
        return _strict(data, _guess_utf16(data, name), name)
    declared = _CHARSET.search(data[:_SAMPLE])
    candidates = ["utf-8", *([declared[1].decode().lower()] if declared else [])]
    for encoding in candidates:
        text = _try(data, "gb18030" if encoding in ("gb2312", "gbk") else encoding)
        if text is not None:
            return text
    return _chinese(data, name)


def _chinese(data: bytes, name: str) -> str:
    """Return the text in GB18030 or Big5, whichever reads as Chinese."""
    texts = [text for encoding in ("gb18030", "big5hkscs") if (text := _try(data, encoding)) is not None]
    if not texts:
        raise UnreadableText(f"{name}: not UTF-8, UTF-16, GB18030 or Big5; save the text as UTF-8 and read it again.")
    return max(texts, key=lambda text: sum(char in _COMMON for char in text[:_SAMPLE]))


def _guess_utf16(data: bytes, name: str) -> str:
    """Tell the byte order of UTF-16 without a mark by where the zero bytes of digits and line ends stand."""
    sample = data[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = _try(sample[: len(sample) // 2 * 2], encoding) or "\x00"
    if max(odd, even) < 4 * min(odd, even) or len(data) % 2 or len(_CONTROL.findall(text)) * 50 > len(text):
        raise UnreadableText(f"{name}: holds zero bytes and is not UTF-16, so it is no text; take it off the list.")
    return encoding


def _strict(data: bytes, encoding: str, name: str) -> str:
    text = _try(data, encoding)
    if text is None:
        raise UnreadableText(f"{name}: broken {encoding.upper()}; save the text as UTF-8 and read it again.")
    return text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
