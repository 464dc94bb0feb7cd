"""`bulletins seal`: rows of the raw tables are sealed as they stand."""

from __future__ import annotations

from collections import Counter

from analysis.base import paths
from analysis.base.codebook import load_codebook
from analysis.base.errors import ProjectError
from analysis.checking.rules import load_suites
from analysis.checking.seals import TABLE, load_seals, raw_tables, save_seals, seal, unsealed_ids
from analysis.citing.raised import raise_dates
from analysis.cli.review import reviewer


def seal_ids(ids: list[str], reason: str, against: str, by: str, *, new: bool) -> None:
    """Seal rows by their ids, or all that have no seal; raises `ProjectError` without ids or a reason."""
    if not reason.strip():
        raise ProjectError("bulletins seal: --reason is missing; say why the rows are right as they stand.")
    for name in against.split():
        load_codebook().reviews.require(name)
    if not ids and not new:
        raise ProjectError("bulletins seal: name the rows by their ids, or give --new for all that have no seal.")
    seals, tables = load_seals(paths.RAW / TABLE), raw_tables(paths.RAW, load_suites())
    wanted = [*ids, *(unsealed_ids(seals, tables) if new else ())]
    if not wanted:
        raise ProjectError("bulletins seal: every row has a seal; there is nothing to seal.")
    done = seal(seals, tables, wanted, by or reviewer(), reason.strip(), against)
    save_seals(seals)
    counts = Counter(name.partition(":")[0] for name in done)
    print(f"Sealed: {', '.join(f'{number} of {table}' for table, number in counts.items())}.")
    if said := raise_dates():
        print(said)
