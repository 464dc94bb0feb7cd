"""Bring a stretch of text to one script without losing where each character stands in the file.

Copies of a bulletin come in traditional script, in full-width digits, with pinyin glosses in brackets or with entity
residue. The rules below read one plain form; `Plain.offsets` leads back to the text as stored.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

# A gloss is a bracketed syllable with a tone mark right behind its character; (app) and (pc) are no glosses.
_TONED = "\u00e0-\u00fc\u0101-\u01dc\u0261\u1e3f\u0144\u0148\u01f9"
_TONE = rf"[{_TONED}\u0300-\u030c]"
_LETTER = rf"[a-zü{_TONED}\u0300-\u030c]"
_GLOSS = rf"(?<=[\u3400-\u9fff])\({_LETTER}{{0,3}}{_TONE}{_LETTER}{{0,4}}\)"
_ENTITY = r"&(?:amp;)?(?:[a-zA-Z]{2,8}|#\d{1,5}|#x[0-9a-fA-F]{1,5});"
_BLANK = r"[ \r\u00a0\u2002-\u200b\u202f\ufeff\t\u3000]"
# One blank beside a Chinese character or a digit is layout; two or more separate the cells of a table.
_DROPPED = re.compile(
    # What is dropped starts with one of these: most characters of a text are passed over by one look.
    rf"(?=[(&@]|{_BLANK})(?:(?P<gloss>{_GLOSS})|(?P<entity>{_ENTITY})|(?P<residue>@{{2,}})|(?P<cell>{_BLANK}{{2,}}|\t|\u3000)"
    rf"|(?<![0-9A-Za-z%.,)]){_BLANK}|{_BLANK}(?![0-9A-Za-z(]|[-−+][0-9]))"
)
# 二〇一九年 is 2019年, sign for sign, and "…" or 「…」 is “…”: rules know one form of each.
_ZH_YEAR = re.compile(r"(?:一九|二[〇○零OＯ])[一二三四五六七八九〇○零OＯ]{2}(?=年)")
_ZH_DIGITS = str.maketrans("〇○零OＯ一二三四五六七八九", "00000123456789")
# What a forum puts between the lines of a page against copying, 4 Q0 r0 s! K' {* @1 f, goes like other residue.
_JAMMED = re.compile(r"(?<![!-~])(?:[!-~]{1,2} ){5,}[!-~]{0,2}(?![!-~])")
_QUOTED = re.compile(r'"([^"\n]*)"')
_PERCENT_ENTITIES = frozenset({"&#37;", "&percnt;", "&amp;#37;"})
_WORTH_DROPPING = re.compile(rf"{_BLANK}|[(&@]")


class Plain(NamedTuple):
    """Text in one script; `offsets[i]` is the place of its character i in the stored text, None where it is i."""

    text: str
    offsets: list[int] | None

    def place(self, index: int) -> int:
        """Return where character `index` stands in the stored text."""
        return index if self.offsets is None else self.offsets[index]

    def end(self, index: int) -> int:
        """Return the end in the stored text of a span that ends before `index`."""
        return index if self.offsets is None else self.offsets[index - 1] + 1


@lru_cache(maxsize=1)
def plain_characters() -> dict[int, str]:
    """Return the table of characters: traditional to simplified, full-width digits and letters to plain ones."""
    import opencc

    lines = (Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    table = {ord(old): new.split()[0] for old, new in pairs if len(old) == 1 and len(new.split()[0]) == 1}
    table |= {ord(c): chr(ord(c) - 0xFEE0) for c in "０１２３４５６７８９％．（）＋－～，；：！？"}
    table |= {0xFEE0 + code: chr(code) for code in [*range(0x41, 0x5B), *range(0x61, 0x7B)]}
    table |= {
        ord("﹪"): "%",
        ord("「"): "“",
        ord("」"): "”",
        ord("『"): "“",
        ord("』"): "”",
        ord("佔"): "占",
        ord("餘"): "余",
        ord("乾"): "干",
        ord("着"): "着",
        ord("帐"): "账",
        ord("陜"): "陕",
    }
    return table


def to_plain(text: str) -> Plain:
    """Return the text in one script, without glosses, entity residue and layout blanks."""
    plain = text if text.isascii() else text.translate(plain_characters())
    plain = _JAMMED.sub(_blotted, plain)
    plain = _ZH_YEAR.sub(lambda year: year[0].translate(_ZH_DIGITS), _QUOTED.sub(r"“\1”", plain))
    if _WORTH_DROPPING.search(plain) is None:
        return Plain(plain, None)
    return _drop(plain)


def _blotted(jam: re.Match[str]) -> str:
    signs = sum(not (sign.isalnum() or sign in " .,") for sign in jam[0])
    noise = signs > 1 and sum(sign.isalpha() for sign in jam[0]) > 1
    return "@" * len(jam[0]) if noise else jam[0]


Rewording = tuple[tuple[re.Pattern[str], str], ...]


def restore(plain: Plain, reworded: Rewording) -> Plain:
    """Return a text with the words that a copy put in the place of others: 当局网坐 for 政府网站.

    Copies are reworded by machine, word by word, so that search engines take them for new texts.
    """
    for pattern, printed in reworded:
        pieces, offsets, last = [], [], 0
        for match in pattern.finditer(plain.text):
            pieces += [plain.text[last : match.start()], printed]
            offsets += map(plain.place, range(last, match.start()))
            offsets += [plain.place(match.start())] + [plain.place(match.end() - 1)] * (len(printed) - 1)
            last = match.end()
        if last:
            pieces.append(plain.text[last:])
            offsets += map(plain.place, range(last, len(plain.text)))
            plain = Plain("".join(pieces), offsets)
    return plain


def _drop(text: str) -> Plain:
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for match in _DROPPED.finditer(text):
        start, end = match.span()
        pieces.append(text[last:start])
        offsets.extend(range(last, start))
        kept = _replacement(match)
        pieces.append(kept)
        offsets.extend([end - 1] * len(kept))
        last = end
    pieces.append(text[last:])
    offsets.extend(range(last, len(text)))
    return Plain("".join(pieces), offsets) if last else Plain(text, None)


def _replacement(match: re.Match[str]) -> str:
    if match["cell"]:
        return "\t"
    entity = match["entity"]
    if not entity:
        return ""
    return "%" if entity in _PERCENT_ENTITIES else "\t"
