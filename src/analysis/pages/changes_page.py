"""Generated part of the report: what changed since the last edition that is kept, and which editions are kept."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from analysis.base import paths
from analysis.citing.citations import years_covered
from analysis.citing.kept import editions_folder, kept_editions, withdrawn
from analysis.citing.versions import Change, Changes, Version, by_id, compare_tables, load_version, rows_of
from analysis.pages.markdown import anchor, number_link, pipe_table
from analysis.words.catalogue import Lang, column, say, say_list
from analysis.words.markdown import Markup, code

_MOST_SOURCES = 4


def changes_page(tables: Mapping[str, pl.DataFrame], lang: Lang) -> str:
    """Return what changed since the last kept edition; an edition of an earlier year knows those before it alone."""
    years = kept_editions(before=paths.EDITION or str(years_covered()[1]))  # a release keeps the edition at hand, too
    if not years:
        return say("changes-none", lang) + "\n"
    before = load_version(Version(years[-1], editions_folder() / years[-1]))
    now = by_id({name: rows_of(tables[name]) for name in before})
    changes = compare_tables(years[-1], "", before, now, lang)
    parts = [
        say("changes-kept", lang, years=say_list(years, lang)), _summary(changes, years[-1], lang),
        _table(changes.moved_estimates, lang), _table([*changes.withdrawn_estimates, *changes.withdrawn_numbers], lang),
    ]  # fmt: skip
    return "\n\n".join(filter(None, parts)) + "\n"


def _summary(changes: Changes, year: str, lang: Lang) -> str:
    counts = {
        "bulletins": len(changes.bulletins), "fresh": len(changes.new_numbers) + len(changes.new_estimates),
        "changed": len(changes.changed_numbers), "moved": len(changes.moved_estimates),
        "withdrawn": len(changes.withdrawn_numbers) + len(changes.withdrawn_estimates),
    }  # fmt: skip
    return say("changes-since", lang, year=year, **{name: str(count) for name, count in counts.items()})


def _table(changes: list[Change], lang: Lang) -> str:
    columns = ("number", "before", "now", "by")
    return pipe_table(columns, (30, 18, 18, 34), (_row(one, lang) for one in changes), lang)


def _row(one: Change, lang: Lang) -> tuple[str, ...]:
    if not one.new:  # its place stays, for what links to it
        return anchor("n", one.item_id, lang), one.old, say("changes-withdrawn", lang), _replacement(one.item_id, lang)
    names = [name for sources in one.moved_by.values() for name in sources]
    shown = [code(name) for name in names[:_MOST_SOURCES]]
    more = [f"+{len(names) - _MOST_SOURCES}"] if len(names) > _MOST_SOURCES else []
    told = Markup(say_list([*shown, *more], lang)) if names else say("changes-no-source", lang)
    return number_link(one.item_id, one.item_id, lang), one.old, one.new, told


def _replacement(number: str, lang: Lang) -> str:
    told = withdrawn().get(number, {})
    name = told.get("replaced_by")
    return number_link(name, name, lang) if name else told.get(column("reason", lang), "")
