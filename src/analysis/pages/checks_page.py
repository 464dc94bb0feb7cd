"""Generated pages of the report: what the rules found, which sources disagree, and which sums hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from analysis.base.tables import grouped
from analysis.pages.markdown import number_link, pipe_table
from analysis.words.catalogue import Lang, column, say, say_list
from analysis.words.markdown import code, escape, place
from analysis.words.numbers import display_number

Row = Mapping[str, object]
_PLACEHOLDER = re.compile(r"\\\{([a-z][a-z0-9-]*)\\\}")  # as it reads once its text is escaped


def validation_page(results: pl.DataFrame, lang: Lang) -> str:
    """Return all rules by table: what each asks and why, how many rows were checked, what was found."""
    sections = []
    for table in results["table"].unique(maintain_order=True):
        rows = results.filter(results["table"] == table).rows(named=True)
        listed = pipe_table(
            ("rule", "why", "rows", "result"), (22, 48, 8, 22), (_rule_row(row, lang) for row in rows), lang
        )
        sections.append(f"## {escape(str(rows[0][column('title', lang)]))}\n\n{listed}")
    return "\n".join([*sections, _exceptions(results, lang)])


def _rule_row(row: Row, lang: Lang) -> tuple[str, ...]:
    name, result = str(row["rule_id"]), say(f"result-{row['result']}", lang)
    found = say("noted", lang, text=result, note=str(row["excepted"])) if row["excepted"] else result
    checked = display_number(float(str(row["checked"])), lang)
    return place(code(name), f"rule-{name.lower()}"), str(row[column("why", lang)]), checked, found


def _exceptions(results: pl.DataFrame, lang: Lang) -> str:
    lines = [
        f"- {say('named', lang, name=f'{code(rule)}, {code(row)}', text=escape(reason))}"
        for rule, reasons in results.select("rule_id", column("exception_reasons", lang)).iter_rows()
        for row, _, reason in (one.partition(": ") for one in (reasons or "").split(" | "))
        if reason
    ]
    return "\n".join([f"## {say('known-exceptions', lang)}", "", *lines]) + "\n" if lines else ""


def slips_section(rows: Iterable[Mapping[str, str]], lang: Lang) -> str:
    """Return what seals and rules caught of the slips that were planted in the raw tables, by group and kind."""
    everything = list(rows)
    if not everything:
        return ""
    counts = {name: str(number) for name, number in _slip_counts(everything).items()}
    widths = (40, 10, 10, 10, 30)
    tables = [
        f"#### {say(f'slips-{group}', lang)}\n\n"
        + pipe_table(
            ("slip", "planted", "sealed", "unsealed", "caught-by"),
            widths,
            (_slip_row(row, lang) for row in listed),
            lang,
        )
        for group, listed in grouped(everything, lambda row: row["group"]).items()
    ]
    return "\n".join([f"### {say('slips', lang)}", "", say("slips-told", lang, **counts), "", *tables])


def _slip_counts(rows: list[Mapping[str, str]]) -> dict[str, int]:
    evident = [row for row in rows if not row["no_evidence"]]
    total = {name: sum(int(row[name]) for row in rows) for name in ("planted", "sealed")}
    found = {
        "evident": sum(int(row["planted"]) for row in evident),
        "found": sum(int(row["unsealed"]) for row in evident),
    }
    return {"kinds": len(rows), **total, **found}


def _slip_row(row: Mapping[str, str], lang: Lang) -> tuple[str, ...]:
    reason = say(f"slip-none-{row['no_evidence']}", lang) if row["no_evidence"] else ""
    # A rule by its id; what no rule has to see is refused when the table is read.
    by = ", ".join(say("slip-read", lang) if name == "read" else name for name in row["by"].split())
    by = say("noted", lang, text=by, note=reason) if reason and by else reason or by
    return code(f"{row['table']}: {row['kind']}"), row["planted"], row["sealed"], row["unsealed"], by


def identities_page(identities: pl.DataFrame, lang: Lang) -> str:
    """Return all identities: both sides with bounds, the difference, and what is known about those that do not hold."""
    columns = ("identity", "computed", "printed", "difference", "result")
    rows = (_identity_row(row, lang) for row in identities.iter_rows(named=True))
    return pipe_table(columns, (40, 12, 12, 10, 26), rows, lang)


def _identity_row(row: Row, lang: Lang) -> tuple[str, ...]:
    result, known = say(f"result-{row['result']}", lang), row[column("known", lang)]
    sides = (display_number(round(float(str(row[name])), 2), lang) for name in ("left", "right", "difference"))
    label = place(str(row[f"label_{lang}"]), str(row["identity_id"]))
    return label, *sides, say("sentences", lang, first=result, last=str(known)) if known else result


def conflicts_page(conflicts: pl.DataFrame, numbers: pl.DataFrame, lang: Lang) -> str:
    """Return every conflict and doubt as a short section: how the figures disagree, how that is handled, and why.

    Each figure in the text is a link to its row in the appendix of numbers.
    """
    shown = dict(numbers.select("number_id", f"display_{lang}").iter_rows())
    return "\n".join(_conflict(row, shown, lang) for row in conflicts.iter_rows(named=True))


def _conflict(row: Row, shown: Mapping[str, str], lang: Lang) -> str:
    name = str(row["conflict_id"])
    head = f"### {escape(str(row[f'title_{lang}'] or name))} {{#{name} .unnumbered .unlisted}}"
    text = _PLACEHOLDER.sub(lambda m: _link(m[1], shown, lang), escape(str(row[f"template_{lang}"])))
    note = say_list(_handling(row, lang), lang, "list-semicolon")
    notes = f"::: {{.conflict-notes}}\n{note} · `{name}`\n:::"
    return f"{head}\n\n:::: {{.conflict}}\n{text}\n\n{notes}\n::::\n"


def _handling(row: Row, lang: Lang) -> Iterator[str]:
    yield say("named", lang, name=say("handled", lang), text=say(f"handled-{row['handled']}", lang))
    if rule := str(row["rule"]):
        link = f"[{rule}](/{lang}/methods.qmd#rule-{rule.lower()})"
        yield say("named", lang, name=say("column-rule", lang), text=link)


def _link(name: str, shown: Mapping[str, str], lang: Lang) -> str:
    return number_link(shown[name], name, lang) if name in shown else escape(f"{{{name}}}")
