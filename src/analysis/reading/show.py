"""A text with its figures marked, and figures as a table, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from analysis.reading.figure import Figure

if TYPE_CHECKING:
    import pandas as pd

# Colours that stay apart for colour-blind readers; the comparator is also written out, so colour carries nothing alone.
_COLOURS = {
    "eq": "#d9e8f6", "approx": "#fde7c2", "gt": "#d8f0dc", "ge": "#d8f0dc", "lt": "#f6d9e2", "le": "#f6d9e2",
    "range": "#e6ddf3",
}  # fmt: skip
_MARK = "background:{colour};color:#1a1a1a;border-radius:3px;padding:0 2px"
_NOTE = "font-size:0.75em"


def mark_figures(text: str, figures: Iterable[Figure]) -> str:
    """Return the text as HTML with each figure marked by its comparator and followed by its indicator."""
    pieces, last = [], 0
    for figure in figures:
        pieces.append(escape(text[last : figure.char_start]))
        style = _MARK.format(colour=_COLOURS.get(figure.comparator, "#eeeeee"))
        note = " ".join(part for part in (figure.comparator, figure.indicator or "unknown", figure.level) if part)
        pieces.append(
            f'<mark style="{style}" title="{escape(figure.rule)}">{escape(figure.printed)}</mark>'
            f'<sub style="{_NOTE}">{escape(note)}</sub>'
        )
        last = figure.char_end
    pieces.append(escape(text[last:]))
    return "<p style='line-height:2'>" + "".join(pieces).replace("\n", "<br>") + "</p>"


def tabulate(figures: Iterable[Figure]) -> pd.DataFrame:
    """Return the figures with bounds and meaning, one row a figure."""
    import pandas as pd

    columns = "printed comparator lower upper unit time_period indicator area level confidence".split()
    return pd.DataFrame(figures, columns=Figure._fields)[columns]


def tabulate_rules(figures: Iterable[Figure]) -> pd.DataFrame:
    """Return for each figure the rules that gave its fields, a column for each kind of evidence."""
    import pandas as pd

    rules = [
        {"figure": figure.printed} | dict(rule.partition(":")[::2] for rule in figure.rule.split(";"))
        for figure in figures
    ]
    return pd.DataFrame(rules).fillna("").set_index("figure")


def tabulate_scores(scores: dict[str, float]) -> pd.DataFrame:
    """Return the accuracy on labelled passages as a table of percentages and counts."""
    import pandas as pd

    shown = [(name, f"{value:,}" if isinstance(value, int) else f"{value:.1%}") for name, value in scores.items()]
    return pd.DataFrame(shown, columns=["measure", "value"]).set_index("measure")
