"""What the rows of raw files match: columns that rules ask about and that no file holds.

A misspelt indicator once left a break that cut nothing, and a misspelt statement a conflict that was told to nobody:
each was well-formed, and found by no rule about the row alone. A suite names the columns under `adds`; a column holds
ids that the row names, or a finding, which says in words what is wrong with the row and is empty where nothing is.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.codebook import Codebook, load_codebook
from analysis.base.errors import ProjectError, UnknownName
from analysis.base.periods import period_of
from analysis.base.shelf import recall
from analysis.checking import plausible
from analysis.checking.plausible import Column, RawTables, Row
from analysis.checking.rereading import reread
from analysis.words.catalogue import LANGS

if TYPE_CHECKING:
    import polars as pl

    from analysis.bounds.quantity import Quantity
    from analysis.cleaning.figures import Print, Printed
    from analysis.cleaning.statements import Statement
    from analysis.reading.patterns import Patterns
    from analysis.reconciling.breaks import Break

_FIELDS = ("indicator", "area", "level", "method")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_-]*)\}")
_COMPOSED = "sources"  # in braces as numbers are: the issuers of what an exhibit shows
_BRACES = re.compile(r".{0,12}[{}].{0,24}", re.DOTALL)
_PARTS = ("", "display", "interval")


def add_columns(frame: pl.LazyFrame, table: str, names: Sequence[str], frames: RawTables) -> pl.LazyFrame:
    """Return a frame with the columns that its suite adds; raises `UnknownName` for one that nothing computes."""
    import polars as pl

    if not names:
        return frame
    rows = [
        {name: "" if cell is None else cell for name, cell in row.items()}
        for row in frame.collect().iter_rows(named=True)
    ]
    added = {}
    for name in names:
        if (table, name) not in _COLUMNS:
            known = (f"{one}.{column}" for one, column in _COLUMNS)
            raise UnknownName("column to add", f"{table}.{name}", known, f"expectations/{table}.yml")
        values = list(_COLUMNS[table, name](rows, frames))
        added[name] = pl.Series(name, [value or None for value in values], pl.String)
        for row, value in zip(rows, values, strict=True):
            row[name] = value or ""
    return frame.with_columns(*added.values())


def observe(frames: RawTables) -> pl.DataFrame:
    """Clean the raw tables into observations, with those that follow by arithmetic."""
    import polars as pl

    from analysis.base.bulletins import load_bulletins
    from analysis.cleaning.corrections import correct_table, load_corrections
    from analysis.cleaning.derived import add_derived
    from analysis.cleaning.statements import clean_table

    corrections = load_corrections(frames.path("corrections"))
    statements = correct_table(pl.DataFrame(frames.rows("statements")), corrections)
    return add_derived(clean_table(statements, load_bulletins(frames.path("bulletins")), load_codebook()))


def _each(find: Callable[[Row], str]) -> Callable[[Iterable[Row], RawTables], Column]:
    """Make a column of what is found in each row by itself."""
    return lambda rows, _frames: [find(row) for row in rows]


def _entities(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find terms for an entity that neither the codebook nor the row's own words know."""
    known = {row["entity"] for row in frames.rows("entities")}
    return [_about_entity(row, known) if row["field"] == "entity" else "" for row in rows]


def _about_entity(row: Row, known: set[str]) -> str:
    words = [word.strip() for word in row["term"].split("|")]
    fault = UnknownName("entity", row["value"], [*words, *known])
    return "" if row["value"] in known.union(words) else str(fault).removesuffix(".")


def _corrected(frames: RawTables) -> tuple[dict[str, Statement], list[str]]:
    """Return the statements that corrections name with those whose guard holds, and what is wrong with each."""
    from analysis.base.tables import records
    from analysis.cleaning.corrections import apply, broken_guard, load_corrections
    from analysis.cleaning.statements import Statement

    corrections = load_corrections(frames.path("corrections"))
    named = {one.statement for one in corrections}
    rows = [row for row in frames.rows("statements") if row["statement_id"] in named]
    statements, faults = {one.statement_id: one for one in records(rows, Statement)}, []
    for change in corrections:
        statement = statements.get(change.statement)
        faults.append(broken_guard(change, statement) if statement else "")
        if statement and not faults[-1]:
            statements[change.statement] = apply(change, statement)
    return statements, faults


def _guards(_rows: Iterable[Row], frames: RawTables) -> Column:
    """Find corrections whose statement is no longer what they expect."""
    return [*_corrected(frames)[1]]


def _figures(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find figures that cannot be read, and those that their indicator cannot have."""
    from analysis.cleaning.figures import Print

    statements, codebook = _corrected(frames)[0], load_codebook()
    listed = [asdict(one) if (one := statements.get(row["statement_id"])) else row for row in rows]
    prints = [Print(*(row[name] for name in Print._fields)) for row in listed]
    pairs = zip(prints, _within_limits(prints, codebook), strict=True)
    return ["" if within else _about_figure(one, codebook) for one, within in pairs]


def _within_limits(listed: Sequence[Print], codebook: Codebook) -> Iterable[bool]:
    """Tell, all at once, which prints are figures that their indicator can have; of others a word is said."""
    import polars as pl

    from analysis.cleaning.figures import Print, read_figures

    prints = pl.DataFrame(listed, schema=dict.fromkeys(Print._fields, pl.String), orient="row")
    limits = [(name, *map(float, one.limits)) for name, one in codebook.indicators.items()]
    known = pl.DataFrame(limits, schema={"indicator": pl.String, "low": pl.Float64, "high": pl.Float64}, orient="row")
    held = pl.concat([prints, read_figures(prints, codebook).select("value")], how="horizontal")
    inside = pl.col("value").is_between("low", "high").fill_null(value=False)
    return held.join(known, "indicator", "left", maintain_order="left").select(inside).to_series()


def _about_figure(statement: Printed, codebook: Codebook) -> str:
    from analysis.cleaning.statements import read_figure

    if statement.indicator not in codebook.indicators:
        return ""  # another rule says so, with the nearest name
    try:
        value = read_figure(statement, codebook).value
    except ProjectError as error:
        return str(error).removesuffix(".")
    low, high = codebook.indicators[statement.indicator].limits
    if low <= value <= high:
        return ""
    return f"'{statement.printed}' is {value:g}, and {statement.indicator} lies between {low:g} and {high:g}"


def _cuts(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find breaks that part no series, and exclusions of statements that they do not cover."""
    from analysis.reconciling.breaks import apart_ids, load_breaks

    breaks = {one.break_id: one for one in load_breaks(frames.path("breaks"))}
    observed, codebook = frames.observed, load_codebook()
    in_series = observed.filter(
        (observed["status"] != "F") & (observed["entity"] == "")
        & ~observed["observation_id"].is_in(list(apart_ids(breaks.values())))
    )  # fmt: skip
    found = []
    for row in rows:
        one = breaks[row["break_id"]]
        known = _names_known_ids(one, codebook) and period_of(one.date)
        found.append((_excludes(one, observed) if one.kind == "exclude" else _parts(one, in_series)) if known else "")
    return found


def _names_known_ids(one: Break, codebook: Codebook) -> bool:
    tables = (codebook.indicators, codebook.areas, codebook.levels, codebook.methods)
    return all(getattr(one, field) <= set(table) for field, table in zip(_FIELDS, tables, strict=True))


def _excludes(one: Break, observed: pl.DataFrame) -> str:
    for row in observed.filter(observed["observation_id"].is_in(list(one.statements))).iter_rows(named=True):
        for field in _FIELDS:
            if getattr(one, field) and row[field] not in getattr(one, field):
                return f"excludes {row['observation_id']}, whose {field} is '{row[field]}', not that of the break"
    return ""


def _parts(one: Break, observed: pl.DataFrame) -> str:
    """Say that no series has observations on both sides of a break, and which id of it is to blame."""
    if _parted(one, observed, _FIELDS).height:
        return ""
    for field in _FIELDS:
        others = tuple(name for name in _FIELDS if name != field)
        cut = sorted(set(_parted(one, observed, others)[field])) if getattr(one, field) else []
        if cut:
            name = min(getattr(one, field))
            near = difflib.get_close_matches(name, cut, n=1, cutoff=0.0)[0]
            return f"cuts no series at {one.date}, but would with another {field} than '{name}': did you mean {near}?"
    return f"cuts no series at {one.date}: none that it names has observations before and after"


def _parted(one: Break, observed: pl.DataFrame, fields: Iterable[str]) -> pl.DataFrame:
    """Return the series with observations on both sides of a break, by those of its fields that are named."""
    import polars as pl

    wanted = [pl.col(f).is_in(list(getattr(one, f))) for f in fields if getattr(one, f)]
    before = (pl.col("period_end") < one.day).any() & (pl.col("period_end") >= one.day).any()
    return observed.filter(*wanted).group_by(*_FIELDS).agg(cut=before).filter(pl.col("cut"))


def _terms(rows: Iterable[Row], frames: RawTables) -> Column:
    """Return the observations that identities put together."""
    from analysis.checking.identities import load_identities

    terms = {one.id: " ".join(one.terms) for one in load_identities(frames.path("raw_identities"))}
    return [terms[row["id"]] for row in rows]


def _outcomes(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find identities that do not come out as recorded."""
    from analysis.checking.identities import identities, load_identities

    known = set(frames.observed["observation_id"])
    spec = [one for one in load_identities(frames.path("raw_identities")) if known.issuperset(one.terms)]
    found = {r["identity_id"]: _about_outcome(r) for r in identities(frames.observed, spec).iter_rows(named=True)}
    return [found.get(row["id"]) for row in rows]


def _about_outcome(row: Mapping[str, object]) -> str:
    """Say that an identity does not come out as recorded."""
    if row["result"] == row["expected"]:
        return ""
    sides = f"computed {row['left']:,.12g}, printed {row['right']:,.12g}"
    return f"{sides} ({row['terms']}): {row['result']}, where '{row['expected']}' is recorded"


def _named_in_conflict(row: Row) -> str:
    """Return the observations that a record of a conflict names in sums and in braces, beside its statements."""
    sums = _sums_of(row)
    in_sums = (name for terms in sums.values() for name in _names_in_sum(terms))
    in_texts = _PLACEHOLDER.findall("".join(row[f"explanation_{lang}"] for lang in LANGS))
    in_braces = (name for name in in_texts if name not in sums and "_" not in name)
    listed = set(row["statements"].split())  # of which another rule asks whether they exist
    return " ".join(name for name in dict.fromkeys([*in_sums, *in_braces]) if name not in listed)


def _sums_of(row: Row) -> dict[str, str]:
    return dict(part.split(": ", 1) for part in row["computed"].split("; ") if part)


def _names_in_sum(terms: str) -> tuple[str, ...]:
    """Return the names of a sum, none of one that cannot be read."""
    from analysis.bounds.expression import parse

    try:
        return parse(terms).names
    except ProjectError:
        return ()


def _fault_of_sum(terms: str, figures: Mapping[str, Quantity]) -> str:
    """Say why a sum cannot be read or has no result; what it names is another rule's business."""
    from analysis.bounds.expression import parse

    try:
        expression = parse(terms)
        if figures.keys() >= set(expression.names):
            expression.quantity(figures)
    except ProjectError as error:
        return str(error).removesuffix(".")
    return ""


def _unfilled_in_conflicts(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find braces that would stand in the report, and sums without a result."""
    return [next(_faults_of_conflict(row, frames.figures), "") for row in rows]


def _faults_of_conflict(row: Row, figures: Mapping[str, Quantity]) -> Iterator[str]:
    sums = _sums_of(row)
    yield from (f"computed.{name}: {fault}" for name, terms in sums.items() if (fault := _fault_of_sum(terms, figures)))
    for name in (f"title_{lang}" for lang in LANGS):
        yield from _stray_braces(name, row[name])
    for name in (f"explanation_{lang}" for lang in LANGS):
        yield from _stray_braces(name, _PLACEHOLDER.sub("", row[name]))
        # Ids of statements hold no underscore.
        for placeholder in _PLACEHOLDER.findall(row[name]):
            if "_" in placeholder and placeholder not in sums:
                yield f"{name}: {UnknownName('name', placeholder, sums)}".removesuffix(".")


def _stray_braces(name: str, text: str) -> Iterator[str]:
    for found in _BRACES.findall(text):
        yield f"{name}: '{' '.join(found.split())}' holds a brace that is part of no {{id}}"


def _exceeded(rows: Iterable[Row], frames: RawTables) -> Column:
    """Find totals that their own parts exceed by a digit."""
    from analysis.checking.proposing import misses

    found = misses(frames.readable)
    return [found.get(row["statement_id"], "") for row in rows]


def _about_choice(row: Row) -> str:
    """Find a record that lets a statement stand which is none of its own, or none at all."""
    if row["handled"] == "chosen" and not row["chosen"]:
        return "is handled as chosen and does not say which statement"
    if row["chosen"] and row["chosen"] not in row["statements"].split():
        return f"chooses {row['chosen']}: {UnknownName('statement', row['chosen'], row['statements'].split())}"
    return ""


def _printed_in_caption(row: Row) -> str:
    """Return the printed numbers that an exhibit names; what is estimated is known once the models have run."""
    return " ".join(name for name in _numbers_in(row) if not name.startswith("est-"))


def _numbers_in(row: Row) -> list[str]:
    """Return all numbers that the texts of an exhibit name."""
    found = _PLACEHOLDER.findall(" ".join(row[name] for name in ("title", "caption", "alt")))
    return list(dict.fromkeys(name.partition("--")[0] for name in found if name != _COMPOSED))


def _broken(rows: Iterable[Row], _frames: RawTables) -> Column:
    """Find expressions of the reader that are none, or that name a pattern which does not exist."""
    from analysis.reading import patterns

    listed = list(rows)
    code = (Path(module).read_bytes() for module in (__file__, patterns.__file__))

    def find() -> Column:
        return [_fault_of_pattern(patterns.Patterns([*listed, {**row, "pattern": "this"}])) for row in listed]

    return recall("patterns", find, sys.version, repr(listed), *code)


def _fault_of_pattern(patterns: Patterns) -> str:
    try:
        patterns.this  # noqa: B018 - it is compiled when it is asked for
    except ProjectError as error:
        return str(error).partition(": ")[2].removesuffix("; correct it.")
    return ""


def _faults_of_caption(row: Row) -> Iterator[str]:
    """Find braces that would stand in a caption."""
    for name in ("title", "caption", "alt"):
        yield from _stray_braces(name, _PLACEHOLDER.sub("", row[name]))
        for placeholder in _PLACEHOLDER.findall(row[name]):
            number, _, part = placeholder.partition("--")
            if part not in _PARTS:
                yield f"{name}: {number} has an {UnknownName('part', part, _PARTS[1:])}".removesuffix(".")


_COLUMNS: dict[tuple[str, str], Callable[[Iterable[Row], RawTables], Column]] = plausible.COLUMNS | {
    ("units", "family"): _each(lambda row: row["unit"].partition(":")[0]),  # terms may ask for any count
    ("terms", "entity"): _entities,
    ("statements", "figure"): _figures,
    ("statements", "reread"): reread,
    ("statements", "parts"): _exceeded,
    ("breaks", "cut"): _cuts,
    ("patterns", "broken"): _broken,
    ("corrections", "guard"): _guards,
    ("raw_conflicts", "named"): _each(_named_in_conflict),
    ("raw_conflicts", "unfilled"): _unfilled_in_conflicts,
    ("raw_conflicts", "choice"): _each(_about_choice),
    ("raw_identities", "terms"): _terms,
    ("raw_identities", "outcome"): _outcomes,
    ("identities", "outcome"): _each(_about_outcome),
    ("captions", "printed"): _each(_printed_in_caption),
    ("captions", "unfilled"): _each(lambda row: next(_faults_of_caption(row), "")),
    ("captions_numbers", "named"): _each(lambda row: " ".join(_numbers_in(row))),
}
