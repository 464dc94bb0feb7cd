"""The rule that prose holds no digits of its own besides dates: values come in by shortcode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.renderer.languages import all_languages, language_of
from analysis.renderer.project import FRONT_MATTER
from analysis.renderer.shortcodes import prose_lines

# What a page holds besides prose, in the order in which it is blanked out.
NOT_PROSE = (
    r"<!--.*?-->",
    r"\{\{<.*?>\}\}",
    r"(`+)(?!`).*?(?<!`)\1(?!`)",
    r"\$\$.*?\$\$|\$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)",
    r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)",
    r"<(?:https?|mailto):[^>]*>",
    r"https?://[^\s)>\]，。；、]+",
    r"</?[A-Za-z][^>]*>",
    r"\{[^{}]*\}",
    r"\[\^[^\]]*\]:?",
    r"\[[^\[\]]*@[\w][^\[\]]*\]",
    r"@[A-Za-z][\w:.#$%&+?<>~/-]*",
)
# An ordered list's marker, and the address of a link that is defined apart.
LINE_START = re.compile(r"^\s*(?:\(?\d{1,2}[.)]\s|\[[^\]]+\]:\s.*$)")
COUNTED = rf"(?!\s*(?:%|％|{'|'.join(language_of(code).counted for code in all_languages())}))"
# A Chinese comma stands before years; only between digits is it a separator of thousands.
YEAR = re.compile(rf"(?<![\d.,])(?<!\d，)(?:19|20)\d{{2}}(?![\d.,]\d|\d){COUNTED}")
DATE = re.compile(rf"(?<![\d.,])(?:{'|'.join(language_of(code).date for code in all_languages())})")
SHORT = 90
DIGIT = re.compile(r"[0-9０-９]")
PRINTED_HEAD = re.compile(r"^(title|subtitle|abstract|description)\s*:\s*(.*)$")


def lint_digits(path: Path, allowed: Sequence[str] = ()) -> list[tuple[int, str]]:
    """Return (line number, what is said) of each line of a page whose prose holds a digit that is in no date.

    Code, shortcodes, attributes, addresses, citations, footnote marks, formulas and the names in `allowed` (regular
    expressions) do not count. A year that counts things (`2000 sites`) is a figure, not a year.
    """
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    head_end = text[: match.end()].count("\n") if (match := FRONT_MATTER.match(text)) else 0
    prose = _blank_out("\n".join(_prose_of(lines, head_end)), allowed)
    return [
        (number, _shown(lines[number - 1].strip(), line, match.start()))
        for number, line in enumerate(prose.split("\n"), 1)
        if (match := DIGIT.search(line))
    ]


def _shown(line: str, prose: str, place: int) -> str:
    """A paragraph is one line: its beginning, which once was shown, did not hold the digit."""
    near = prose[max(0, place - SHORT // 2) : place + SHORT // 2]
    return line if len(line) <= SHORT else f"…{' '.join(near.split())}…"


def require_no_digits(paths: Iterable[Path], root: Path, allowed: Sequence[str] = ()) -> None:
    """Stop where the prose of any page holds digits of its own.

    Raises:
        ProjectError: names every line.
    """
    faults = [
        f"{path.relative_to(root).as_posix()}:{number}: {line}"
        for path in paths
        for number, line in lint_digits(path, allowed)
    ]
    if faults:
        raise ProjectError(
            "prose holds digits of its own; a value comes in by {{< var ... >}}, so that it agrees with the data: "
            + "; ".join(faults)
        )


def _prose_of(lines: list[str], head_end: int) -> list[str]:
    """Return the lines with front matter (but for the printed settings) and fenced code emptied."""
    kept = []
    for number, line, is_code in prose_lines("\n".join(lines)):
        if number <= head_end:
            printed = PRINTED_HEAD.match(line)
            kept.append(printed.group(2) if printed else "")
        else:
            kept.append("" if is_code else LINE_START.sub("", line))
    return kept


def _blank_out(text: str, allowed: Sequence[str]) -> str:
    """Remove what is no prose; line breaks stay, so that line numbers hold."""
    for pattern in NOT_PROSE:
        text = re.sub(pattern, lambda match: "\n" * match.group().count("\n"), text, flags=re.DOTALL)
    for pattern in allowed:
        text = re.sub(rf"(?<![\w.]){pattern}(?![\w%]|\.\d)", "", text)
    return YEAR.sub("", DATE.sub("", text))
