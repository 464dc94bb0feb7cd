"""`bulletins add` in the terminal: shows what is proposed, asks for what is unsure, writes rows and candidates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import typer

from analysis.adding.candidates import Incoming, candidates_of, save_incoming, shown_in
from analysis.adding.duplicates import Found, find_registered
from analysis.adding.entries import add_entry, propose_entry, require_whole
from analysis.adding.inserting import append_to_cells, insert_rows
from analysis.adding.proposal import (
    BULLETIN_FIELDS,
    COPY_FIELDS,
    Proposal,
    bulletin_row,
    copy_row,
    near_issuers,
    new_issuer,
    option_of,
    propose,
    require_valid,
    unsure,
)
from analysis.adding.register import Register, the_register
from analysis.adding.text import Text, read_bulletin
from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.reading.inputs import list_paths
from analysis.reading.terms import load_terms

Said = dict[str, str]
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ISSUER_KINDS = ("province", "city", "county", "ministry")
say: Callable[..., None] = typer.echo


def ask(name: str, proposed: str = "") -> str:
    """Ask for one cell; Enter takes what is proposed."""
    return typer.prompt(f"  {name}", default=proposed, show_default=bool(proposed)).strip()


def add_files(names: list[str], said: Said, *, copy_of: str = "", new: bool = False, yes: bool = False) -> None:
    """Add each file as a bulletin of its own; raises `ProjectError` for what is registered or not known."""
    terms, files = load_terms(), list_paths(names)
    if len(files) > 1 and (said["bulletin_id"] or said["address"]):
        raise ProjectError("--id and --address are of one bulletin: add its file alone.")
    refused = []
    for file in files:
        try:
            text = read_bulletin(file, terms)
            say(f"{file.name}: {len(text.figures)} figures")
            if copy_of:
                _add_copy(text, the_register(), said, copy_of, yes)
            else:
                _add_one(text, the_register(), said, new, yes)
        except ProjectError as error:  # one file of a folder does not keep the others out
            refused.append(str(error))
    if refused:
        raise ProjectError("\n".join(refused))


def _add_one(text: Text, register: Register, said: Said, new: bool, yes: bool) -> None:
    found = propose(text, register, said)
    if not new and (known := find_registered(found, text.digest, register, paths.INCOMING)):
        _refuse_or_copy(known, text, register, said, yes)
        return
    register, said = _settle_issuer(text, found, register, said, yes)
    found = _settle(text, register, said, yes)
    if not new and (known := find_registered(found, text.digest, register, paths.INCOMING)):
        _refuse_or_copy(known, text, register, said, yes)
        return
    require_valid(found, register)
    _write(text, found, register)


def _refuse_or_copy(known: Found, text: Text, register: Register, said: Said, yes: bool) -> None:
    sentence = f"{text.name} is registered as {known.bulletin_id}: {known.why}"
    if known.page:
        raise ProjectError(f"{sentence}; there is nothing to add.")
    further = f"add it as a further copy with --copy-of {known.bulletin_id}, or say --new where it is another bulletin"
    if yes or not typer.confirm(f"{sentence}.\n  Add this page as a further copy of it?", default=False):
        raise ProjectError(f"{sentence}; {further}.")
    _add_copy(text, register, said, known.bulletin_id, yes)


def _add_copy(text: Text, register: Register, said: Said, bulletin_id: str, yes: bool) -> None:
    register.bulletin(bulletin_id)
    found = propose(text, register, said | {"bulletin_id": bulletin_id})
    found = _ask_unsure(text, found, register, said | {"bulletin_id": bulletin_id}, COPY_FIELDS, yes)
    for name in COPY_FIELDS:
        if not found[name].value:
            raise ProjectError(f"{name} of the copy is not known: give it with {option_of(name)}.")
    numbers = [int(row["copy_id"].rpartition("-c")[2]) for row in register.copies_of(bulletin_id)]
    row = copy_row(found, max(numbers, default=0) + 1, date.today())
    insert_rows(register.raw / "copies.csv", [row])
    say(f"  copy {row['copy_id']} is registered.")
    _confirm(text, register, bulletin_id, row["copy_id"], yes)


def _confirm(text: Text, register: Register, bulletin_id: str, copy_id: str, yes: bool) -> None:
    """Name a further copy in the statements that it shows as well, if a person says so."""
    known = [one for one in register.statements if one.bulletin_id == bulletin_id]
    shown = shown_in(text, known)
    absent = [one.statement_id for one in known if one not in shown]
    say(f"  it prints {len(shown)} of the {len(known)} statements{', not ' if absent else ''}{', '.join(absent)}")
    if shown and (yes or typer.confirm("  Name the copy in these statements?", default=True)):
        append_to_cells(register.raw / "statements.csv", [one.statement_id for one in shown], "copies", copy_id)


def _settle_issuer(text: Text, found: Proposal, register: Register, said: Said, yes: bool) -> tuple[Register, Said]:
    """Return the register and what is said once the issuer is known; a new one becomes a row of the codebook."""
    if found["issuer"].sure or yes:
        return register, said
    name = new_issuer(text) or text.record.source.value
    say(f"  Issuer: {found['issuer'].why}.{' Nearest in codebook/issuers.csv:' if name else ''}")
    for row in near_issuers(name, register) if name else []:
        say(f"    {row['issuer']}  {row['label_zh']}  {row['label_en']}")
    issuer = ask("issuer (an id; a new id makes a new row)", found["issuer"].value)
    if issuer and issuer not in {row["issuer"] for row in register.issuers}:
        rank = next((kind for kind in _ISSUER_KINDS if text.record.rank.startswith(kind)), "")
        known = {"label_zh": name if _HAN.fullmatch(name) else "", "area": text.record.area.value, "kind": rank}
        say("  A new row of codebook/issuers.csv; Enter takes what is proposed.")
        known["label_zh"] = known["label_zh"] or ask("label_zh")
        known |= register.facts_of(known["label_zh"])  # whatever else the text is about
        proposed = propose_entry("issuers", issuer, register, known) | known
        row = {name: value or ("" if name in ("aliases", "note") else ask(name)) for name, value in proposed.items()}
        require_whole("issuers", row)
        register.issuers.append(row)  # in the file it stands with its bulletin, or not at all
    return register, said | {"issuer": issuer}


def _settle(text: Text, register: Register, said: Said, yes: bool) -> Proposal:
    found = propose(text, register, said)
    _show(found)
    return _ask_unsure(text, found, register, said, (*BULLETIN_FIELDS, *COPY_FIELDS), yes)


def _ask_unsure(
    text: Text, found: Proposal, register: Register, said: Said, fields: tuple[str, ...], yes: bool
) -> Proposal:
    """Ask for unsure fields one by one; each answer may settle others."""
    asked: set[str] = set()
    while not yes and (name := next((one for one in unsure(found) if one in fields and one not in asked), None)):
        value = ask(name, found[name].value)
        asked |= {name} if value else set()  # a needed cell that stays empty is asked for again
        said = said | {name: value}
        found = propose(text, register, said)
    return found


def _show(found: Proposal) -> None:
    for name in (*BULLETIN_FIELDS, *COPY_FIELDS):
        guess = found[name]
        say(f"  {'' if guess.sure else '?':1} {name:15} {guess.value or '-'}{f'  ({guess.why})' if guess.why else ''}")


def _write(text: Text, found: Proposal, register: Register) -> None:
    bulletin, copy = bulletin_row(found), copy_row(found, 1, date.today())
    made = candidates_of(text, bulletin, copy, register)
    _insert_issuer(bulletin["issuer"], register)
    insert_rows(register.raw / "bulletins.csv", [bulletin])
    insert_rows(register.raw / "copies.csv", [copy])
    place = register.place_of(bulletin["issuer"])
    incoming = Incoming(text.digest, text.name, place, text.shown, made)
    path = save_incoming(paths.INCOMING, bulletin["bulletin_id"], incoming)
    coded = sum(bool(one.row["indicator"]) for one in made)
    say(f"  registered; {len(made)} candidates, {coded} of them with an indicator, in {_shown(path)}")
    say(f"  next: bulletins review {bulletin['bulletin_id']}")


def _insert_issuer(issuer: str, register: Register) -> None:
    """Insert the row of a new issuer into the codebook."""
    if issuer not in {row["issuer"] for row in Register(register.raw).issuers}:
        add_entry("issuers", next(row for row in register.issuers if row["issuer"] == issuer), register)


def _shown(path: Path) -> str:
    return str(path.relative_to(paths.ROOT))
