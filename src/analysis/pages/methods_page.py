"""Generated parts of the methods page: the rules that decide, the definition breaks, and the models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from analysis.reconciling.rules import RULES, rule_text
from analysis.words.catalogue import Lang, column, say, say_list
from analysis.words.markdown import Markup, code, escape, place


def rules_page(lang: Lang) -> str:
    """Return the rules of reconciliation as a list with anchors."""
    lines = (f"- [{rule}]{{#rule-{rule.lower()}}}. {rule_text(rule, lang)}" for rule in RULES)
    return "\n".join(lines) + "\n"


def breaks_page(breaks: Iterable[Mapping[str, str]], lang: Lang) -> str:
    """Return the definition breaks as a list: where, when, and why a series is cut."""
    ordered = sorted(breaks, key=lambda row: (row["date"], row["break_id"]))
    return "\n".join(_break(row, lang) for row in ordered) + "\n"


def _break(row: Mapping[str, str], lang: Lang) -> str:
    indicators = say_list(map(code, row["indicator"].split()), lang, "list-names")
    name = place(Markup(f"**{escape(row[f'label_{lang}'])}**"), f"break-{row['break_id']}")
    head = say("noted", lang, text=name, note=say("list-semicolon", lang, first=row["date"], last=indicators))
    return f"- {say('sentences', lang, first=head, last=escape(row[f'reason_{lang}']))}"


def models_page(estimates: pl.DataFrame, lang: Lang) -> str:
    """Return one entry per model: method, assumption, reference, and how many estimates rest on it or were refused."""
    models = estimates.sort("model", "estimate_id").group_by(["model"], maintain_order=True)
    return "\n".join(_model(str(model), rows, lang) for (model,), rows in models)


def _model(model: str, rows: pl.DataFrame, lang: Lang) -> str:
    given = rows.filter(rows["value"].is_not_null())
    counts = say("model-counts", lang, given=given.height, refused=rows.height - given.height)
    parts = "\n".join(f"- {part}" for part in _said_of(given, lang))
    name = say(f"model-{model}", lang)
    return f"### {name[:1].upper()}{name[1:]}\n\n{counts}\n\n{parts}\n"


def _said_of(given: pl.DataFrame, lang: Lang) -> Iterator[str]:
    """Name method, assumption and reference of a model's estimates, each distinct text once."""
    columns = {"method": column("method", lang), "assumption": column("assumption", lang), "reference": "reference"}
    for name, texts in columns.items():
        distinct = dict.fromkeys(escape(text) for text in given[texts].to_list() if text)
        if name == "reference":  # a list in itself: works that two methods share were named twice
            distinct = dict.fromkeys(Markup(one) for text in distinct for one in text.split("; "))
        if distinct:
            said = say_list(distinct, lang, "list-semicolon")
            yield say("named", lang, name=say(f"column-{name}", lang), text=said)


def refusals_page(estimates: pl.DataFrame, lang: Lang) -> str:
    """Return the models that were refused, with the sentence that says why."""
    refused = estimates.filter(estimates["value"].is_null()).sort("estimate_id")
    rows = refused.select("estimate_id", column("warnings", lang)).iter_rows()
    lines = [f"- {say('named', lang, name=code(name), text=escape(why))}" for name, why in rows]
    return ("\n".join(lines) or say("no-refusal", lang)) + "\n"
