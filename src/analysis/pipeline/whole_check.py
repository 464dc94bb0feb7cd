"""All checks, as the command asks for them."""

from __future__ import annotations

import logging

from analysis.adding.doubts import doubts_of_new
from analysis.adding.register import the_register
from analysis.base import paths
from analysis.base.codebook import load_codebook, read_rows
from analysis.base.errors import ProjectError
from analysis.base.files import MANIFEST, name_of, not_as_listed
from analysis.base.tables import records
from analysis.checking.frames import Frames
from analysis.checking.identities import load_identities
from analysis.checking.proposing import propose
from analysis.checking.rules import load_suites
from analysis.checking.seals import COUNTED, STAND
from analysis.checking.sentences import first_of_each_rule, require_kept, sentences
from analysis.checking.suites import check_tables, tables_of_stage
from analysis.citing.kept import require_told
from analysis.citing.raised import unraised
from analysis.cleaning.observations import Observation
from analysis.cleaning.statements import load_statements
from analysis.estimating.agreement import load_second_coding, pair_codings
from analysis.pipeline.verify import is_picture

_MOST = 3
log = logging.getLogger("bulletins")


def check_all(raw_alone: bool = False) -> None:
    """Check all raw and published tables, or the raw ones alone, and say how many rules hold.

    Raises `BrokenRule` with the list of rows that break a rule, `ProjectError` where published tables are missing: of
    these nothing can be said, and a bare count of rules that hold once read as if all was well.
    """
    processed = {} if raw_alone else tables_of_stage("processed")
    missing = [name for name, path in processed.items() if "*" not in str(path) and not path.exists()]
    tables = tables_of_stage("raw") if missing or raw_alone else tables_of_stage()
    found = check_tables(tables)
    require_kept(found)
    if numbers := _numbers():  # where none are published, none are gone
        require_told(numbers)
    if not raw_alone:
        _require_as_written()
    _require_second_coding()
    told = unraised() if numbers else ()
    for sentence in [*_new_rows(), *first_of_each_rule(sentences(found)), *told]:
        log.info(sentence)
    kept = sum(result.result == "pass" for result in found)
    excepted = sum(result.result == "exception" for result in found)
    log.info("%d rules on %d tables hold, %d with known exceptions.", kept, len(tables), excepted)
    counts = {result.rule.type: result.checked for result in found}
    log.info("%d rows are sealed, %d not yet.", counts.get(STAND, 0), counts.get(COUNTED, 0))
    if missing:
        raise ProjectError(
            f"data/processed lacks {', '.join(missing)}: raw tables alone were checked; `bulletins run` makes them."
        )


def _require_as_written() -> None:
    """Raise `ProjectError` where a committed file that a run wrote was changed by hand."""
    lists = [folder / MANIFEST for folder in (paths.PROCESSED, paths.EXHIBITS) if (folder / MANIFEST).exists()]
    found = [path for one in lists for name in not_as_listed(one) if (path := one.with_name(name)).exists()]
    if changed := [name for path in found if not is_picture(name := name_of(path))]:
        names = ", ".join(changed[:_MOST]) + " ..." * (len(changed) > _MOST)
        raise ProjectError(f"{names}: not as `bulletins run` wrote it; run it, and change what it is made from.")


def unwritten_identities() -> str:
    """Return the sums and shares that printed figures keep and `identities.yml` does not hold; some are chance."""
    frames = Frames({}, load_suites())
    found = propose(records(frames.observed, Observation), load_identities(frames.path("raw_identities")))
    return "\n".join(
        ["# For data/raw/identities.yml, where the words of the bulletin say so; some are chance.", *map(str, found)]
    )


def _numbers() -> list[str]:
    published = paths.PROCESSED / "numbers.csv"
    return [row["number_id"] for row in read_rows(published)] if published.exists() else []


def _new_rows() -> list[str]:
    """Return what speaks against the statements that were entered since the last run."""
    published = paths.PROCESSED / "observations.csv"
    known = [row["statement_id"] for row in read_rows(published)] if published.exists() else []
    return doubts_of_new(known, the_register())


def _require_second_coding() -> None:
    """Raise `ProjectError` where a second coding cannot be set beside the first: a run would find out at its end."""
    codings, statements = (
        load_second_coding(paths.RAW / "second_coding.csv"),
        load_statements(paths.RAW / "statements.csv"),
    )
    pair_codings(codings, statements, load_codebook())
