"""What is said of a conflict: the written explanation with its figures, or a sentence where nothing is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from analysis.cleaning.observations import Observation, compute
from analysis.reconciling.conflict_records import PLACEHOLDER, ConflictRecord
from analysis.reconciling.rules import rule_text
from analysis.words.catalogue import LANGS, Lang, say, say_all, say_list
from analysis.words.numbers import display_estimate_interval, display_quantity

Show = Callable[[Observation, Lang], str]


def show_figure(one: Observation, lang: Lang) -> str:
    """Return the figure of an observation in words."""
    return display_quantity(one.quantity, lang)


def leave_open(one: Observation, _lang: Lang) -> str:
    """Leave a figure as its id in braces, so that the report can link it to its card."""
    return f"{{{one.observation_id}}}"


def explain(record: ConflictRecord, known: Mapping[str, Observation], lang: Lang, show: Show = show_figure) -> str:
    """Return the explanation with figures in place of its placeholders; `known` are observations by id."""
    where = f"conflicts.yml ({record.conflict_id})"

    def fill(match: re.Match[str]) -> str:
        expression = record.computed.get(match[1])
        if expression is None:
            return show(known[match[1]], lang)
        quantity = compute(expression, known, where).quantity
        return display_estimate_interval(quantity.interval, quantity.unit, lang)

    return PLACEHOLDER.sub(fill, record.explanations[lang])


def sentence_of(observations: Iterable[Observation], lang: Lang) -> str:
    """Return the sentence for a conflict without a written record: every observation with its bulletin."""
    figures = (say("noted", lang, text=show_figure(one, lang), note=one.bulletin_id) for one in observations)
    return say("conflict-unrecorded", lang, figures=say_list(figures, lang, "list-names"))


def list_conflicts(conflicts: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each conflict with its explanation, how it was handled, and the written rule."""
    known = {row["conflict_id"]: row for row in conflicts}
    for name, row in sorted(known.items(), key=lambda one: (one[1]["period"], one[0])):
        periods = sorted(str(row["period"]).split())
        yield {
            "conflict_id": name, "periods": " – ".join(dict.fromkeys(periods[:1] + periods[-1:])),
            **{f"explanation_{lang}": row[f"explanation_{lang}"] for lang in LANGS},
            **say_all("handled", f"handled-{row['handled']}"),
            **{f"rule_{lang}": rule_text(row["rule"], lang) for lang in LANGS},
        }  # fmt: skip
