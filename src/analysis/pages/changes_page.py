"""Generated part of the report: what changed since the last release, and which releases are kept."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from analysis.base import paths
from analysis.citing.citations import load_project
from analysis.citing.kept import kept_releases, releases_folder, withdrawn
from analysis.citing.versions import Change, Changes, Version, by_id, compare_tables, load_version, rows_of
from analysis.pages.markdown import anchor, number_link, pipe_table
from analysis.words.catalogue import Lang, column, say, say_list
from analysis.words.markdown import Markup, code

_MOST_SOURCES = 4


def changes_page(tables: Mapping[str, pl.DataFrame], lang: Lang) -> str:
    """Return what changed since the last kept release; an edition is made of today's data and compared with none."""
    if paths.EDITION:
        return say("changes-edition", lang) + "\n"
    versions = kept_releases(but=load_project()["version"])  # a release keeps the one at hand, too
    if not versions:
        return say("changes-none", lang) + "\n"
    last = versions[-1]
    before = load_version(Version(last, releases_folder() / last))
    now = by_id({name: rows_of(tables[name]) for name in before})
    changes = compare_tables(last, "", before, now, lang)
    parts = [
        say("changes-kept", lang, versions=say_list(versions, lang)), _summary(changes, last, lang),
        _table(changes.moved_estimates, lang), _table([*changes.withdrawn_estimates, *changes.withdrawn_numbers], lang),
    ]  # fmt: skip
    return "\n\n".join(filter(None, parts)) + "\n"


def _summary(changes: Changes, version: str, lang: Lang) -> str:
    counts = {
        "bulletins": len(changes.bulletins), "fresh": len(changes.new_numbers) + len(changes.new_estimates),
        "changed": len(changes.changed_numbers), "moved": len(changes.moved_estimates),
        "withdrawn": len(changes.withdrawn_numbers) + len(changes.withdrawn_estimates),
    }  # fmt: skip
    return say("changes-since", lang, version=version, **{name: str(count) for name, count in counts.items()})


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
    return number_link(code(one.item_id), one.item_id, lang), one.old, one.new, told


def _replacement(number: str, lang: Lang) -> str:
    told = withdrawn().get(number, {})
    name = told.get("replaced_by")
    return number_link(code(name), name, lang) if name else told.get(column("reason", lang), "")
