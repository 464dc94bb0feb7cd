"""`bulletins add` in the terminal: shows what is proposed, asks for what is unsure, writes rows and candidates."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import typer

from analysis.adding import proposal
from analysis.adding.candidates import Incoming, candidates_of, save_incoming, shown_in
from analysis.adding.duplicates import find_registered
from analysis.adding.entries import add_entry, require_whole
from analysis.adding.inserting import append_to_cells, insert_rows
from analysis.adding.register import Register, the_register
from analysis.adding.text import Text, read_bulletin
from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.reading.inputs import list_paths
from analysis.reading.terms import load_terms

Said = dict[str, str]
FIELDS = (*proposal.BULLETIN_FIELDS, *proposal.COPY_FIELDS)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
say: Callable[..., None] = typer.echo


def ask(name: str, proposed: str = "") -> str:
    """Ask for one cell; Enter takes what is proposed."""
    return typer.prompt(f"  {name}", default=proposed, show_default=bool(proposed)).strip()


def add_files(names: list[str], said: Said, *, copy_of: str = "", new: bool = False, yes: bool = False) -> None:
    """Add each file as a bulletin of its own; raises `ProjectError` for what is registered or not known."""
    if page := next((name for name in names if name.startswith(("http:", "https:"))), ""):
        raise ProjectError(f"{page}: save the page first, then add its file with --address {page}.")
    terms, files = load_terms(), list_paths(names)
    if len(files) > 1 and (said["bulletin_id"] or said["address"]):
        raise ProjectError("--id and --address are of one bulletin: add its file alone.")
    refused = []
    for file in files:
        try:
            text = read_bulletin(file, terms)
            say(f"{file.name}: {len(text.figures)} figure{'s' * (len(text.figures) != 1)}")
            addition = Addition(text, the_register(), said, yes)
            addition.as_copy_of(copy_of) if copy_of else addition.as_bulletin(new)
        except ProjectError as error:  # one file of a folder does not keep the others out
            refused.append(str(error) if file.name in str(error) else f"{file.name}: {error}")
        except typer.Abort:
            if sys.stdin.isatty():
                raise
            # A script was told "Aborted." and not what was missing.
            refused.append(f"{file.name}: no terminal answers this question; state it by its option, see --help.")
    if refused:
        raise ProjectError("\n".join(refused))


@dataclass
class Addition:
    """A text on its way into the register: what a person said of it, and whether all that is proposed is taken."""

    text: Text
    register: Register
    said: Said
    yes: bool

    def as_bulletin(self, new: bool) -> None:
        """Register the text as a bulletin, or as a copy of one that is known; a `new` one is only like others."""
        if not new and self._is_known(self._propose()):
            return
        self._settle_issuer(self._propose())
        found = self._propose()
        for name in FIELDS:
            guess = found[name]
            why = f"  ({guess.why})" if guess.why else ""
            say(f"  {'' if guess.sure else '?':1} {name:15} {guess.value or '-'}{why}")
        found = self._ask_unsure(found, FIELDS)
        if not new and self._is_known(found):
            return
        proposal.require_valid(found, self.register)
        self._write(found)

    def as_copy_of(self, bulletin_id: str) -> None:
        """Register the text as a further copy of a bulletin."""
        self.register.bulletin(bulletin_id)
        self.said = self.said | {"bulletin_id": bulletin_id}
        found = self._ask_unsure(self._propose(), proposal.COPY_FIELDS)
        for name in proposal.COPY_FIELDS:
            if not found[name].value:
                raise ProjectError(f"{name} of the copy is not known: give it with {proposal.option_of(name)}.")
        numbers = [int(row["copy_id"].rpartition("-c")[2]) for row in self.register.copies_of(bulletin_id)]
        row = proposal.copy_row(found, max(numbers, default=0) + 1, date.today())
        insert_rows(self.register.raw / "copies.csv", [row])
        say(f"  copy {row['copy_id']} is registered.")
        self._confirm(bulletin_id, row["copy_id"])

    def _propose(self) -> proposal.Proposal:
        return proposal.propose(self.text, self.register, self.said)

    def _is_known(self, found: proposal.Proposal) -> bool:
        """Tell whether the text became a copy of a registered bulletin; one that may not is a `ProjectError`."""
        known = find_registered(found, self.text, self.register, paths.INCOMING)
        if known is None:
            return False
        sentence = f"{self.text.name} is registered as {known.bulletin_id}: {known.why}"
        if known.page:
            raise ProjectError(f"{sentence}; there is nothing to add.")
        if self.yes or not typer.confirm(f"{sentence}.\n  Add this page as a further copy of it?", default=known.alike):
            further = f"add it as a further copy with --copy-of {known.bulletin_id}"
            raise ProjectError(f"{sentence}; {further}, or say --new where it is another bulletin.")
        self.as_copy_of(known.bulletin_id)
        return True

    def _confirm(self, bulletin_id: str, copy_id: str) -> None:
        """Name a further copy in the statements that it shows as well, if a person says so."""
        known = [one for one in self.register.statements if one.bulletin_id == bulletin_id]
        shown = shown_in(self.text, known)
        absent = [one.statement_id for one in known if one not in shown]
        say(f"  it prints {len(shown)} of the {len(known)} statements{', not ' if absent else ''}{', '.join(absent)}")
        if shown and (self.yes or typer.confirm("  Name the copy in these statements?", default=True)):
            ids = [one.statement_id for one in shown]
            append_to_cells(self.register.raw / "statements.csv", ids, "copies", copy_id)

    def _settle_issuer(self, found: proposal.Proposal) -> None:
        """Ask for an issuer that is unsure; a new one becomes a row of the codebook."""
        guess, register = found["issuer"], self.register
        if guess.sure:
            return
        if self.yes:
            raise ProjectError(f"issuer is not sure ({guess.value or 'none'}, {guess.why}): give it with --issuer.")
        name = proposal.new_issuer(self.text) or self.text.record.source.value
        say(f"  Issuer: {guess.why}.{' Nearest in codebook/issuers.csv:' if name else ''}")
        for row in proposal.near_issuers(name, register) if name else []:
            say(f"    {row['issuer']}  {row['label_zh']}  {row['label_en']}")
        said = ask("issuer (an id, or the Chinese name of a new one)", guess.value or name)
        issuer = proposal.named_body(said, register).get("issuer", said)
        if issuer and not register.issuer(issuer):
            issuer = self._new_issuer(*(("", said) if _HAN.search(said) else (said, name)))
        self.said = self.said | {"issuer": issuer}

    def _new_issuer(self, issuer: str, name: str) -> str:
        """Make a new issuer's row; return its id. In the file it stands with its bulletin, or not at all."""
        say("  A new row of codebook/issuers.csv; Enter takes what is proposed.")
        of_ministry = name and self.text.record.rank.startswith("ministry")
        if issuer and not of_ministry and not self.register.facts_of(name):
            name = ask(
                "label_zh (of a city's or county's body with the place first)", name if _HAN.search(name) else ""
            )
        issuer = issuer or ask("issuer (its id, such as datong-go)")
        row = proposal.issuer_row(issuer, name, self.text, self.register)
        for cell, value in row.items():
            if cell == "label_en" or not (value or cell in ("aliases", "note")):
                kinds = sorted({one["kind"] for one in self.register.issuers})
                row[cell] = ask(f"kind ({', '.join(kinds)})" if cell == "kind" else cell, value)
        require_whole("issuers", row)
        self.register.issuers.append(row)
        if row["kind"] in ("city", "county") and not self.register.place_of(issuer):
            told = f"its figures would count for all of {row['area']}; begin it with the city, county or district"
            raise ProjectError(f"'{name}' names no place: {told}.")
        return issuer

    def _ask_unsure(self, found: proposal.Proposal, fields: tuple[str, ...]) -> proposal.Proposal:
        """Ask for unsure fields one by one; each answer may settle others."""
        asked, said = set(), self.said
        while not self.yes and (left := [n for n in proposal.unsure(found) if n in fields and n not in asked]):
            name = left[0]
            asked.add(name)
            said = said | {name: self._ask(name, found[name].value)}
            found = proposal.propose(self.text, self.register, said)
        return found

    def _ask(self, name: str, proposed: str) -> str:
        """Return a needed cell; what cannot be is asked for once more, so that nothing typed is lost."""
        for again in (False, True):
            value = ask(name, proposed)
            try:
                proposal.require_cell(name, value, self.register)
                if value:
                    break
                raise ProjectError(f"{name} is needed: give it with {proposal.option_of(name)}; nothing was written.")
            except ProjectError as error:
                if again:
                    raise
                say(f"  {error}")
        return value

    def _write(self, found: proposal.Proposal) -> None:
        text, register = self.text, self.register
        bulletin, copy = proposal.bulletin_row(found), proposal.copy_row(found, 1, date.today())
        made = candidates_of(text, bulletin, copy, register)
        # The candidates come first: what is registered can always be reviewed, even if this is stopped half-way.
        places = [register.place_of(bulletin["issuer"]), register.hotline_of(bulletin["issuer"])]
        incoming = Incoming(text.name, [row for row in places if row], text.shown, made)
        path = save_incoming(paths.INCOMING, bulletin["bulletin_id"], incoming).relative_to(paths.ROOT)
        if not Register(register.raw).issuer(bulletin["issuer"]):
            add_entry("issuers", register.issuer(bulletin["issuer"]), register)
        insert_rows(register.raw / "bulletins.csv", [bulletin])
        insert_rows(register.raw / "copies.csv", [copy])
        coded = sum(bool(one.row["indicator"]) for one in made)
        say(f"  registered; {len(made)} candidates, {coded} of them with an indicator, in {path}")
        say(f"  next: bulletins review {bulletin['bulletin_id']}")
