"""`bulletins add` in the terminal: shows what is proposed, asks for what is unsure, writes rows and candidates."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import typer

from analysis.adding import proposal
from analysis.adding.candidates import Incoming, candidates_of, save_incoming, shown_in
from analysis.adding.duplicates import find_registered
from analysis.adding.entries import add_entry, require_whole
from analysis.adding.inserting import append_to_cells, insert_rows
from analysis.adding.register import Register, Row, the_register
from analysis.adding.text import Text, read_bulletin
from analysis.base import paths
from analysis.base.errors import ProjectError, UnknownName, require_known
from analysis.reading.inputs import list_paths
from analysis.reading.terms import load_terms

Said = dict[str, str]
FIELDS = (*proposal.BULLETIN_FIELDS, *proposal.COPY_FIELDS)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
say: Callable[..., None] = typer.echo


def ask(name: str, proposed: str = "") -> str:
    """Ask for one cell; Enter takes what is proposed."""
    return typer.prompt(f"  {name}", default=proposed, show_default=bool(proposed)).strip()


def ask_until(name: str, proposed: str, judge: Callable[[str], object]) -> str:
    """Ask for a cell until it can be one: what was judged at the end took all answers with it."""
    while True:
        value = ask(name, proposed)
        try:
            judge(value)
        except ProjectError as error:
            say(f"  {error}")
        else:
            return value


def add_files(
    names: list[str], said: Said, *, new_issuer: Said | None = None, copy_of: str = "", new: bool = False,
    yes: bool = False,
) -> None:  # fmt: skip
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
            addition = Addition(text, the_register(), said, yes, new_issuer or {})
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
    """A text on its way into the register: what a person said of it, and whether all that is proposed is taken.

    `new_issuer` holds the id of an issuer that has no row yet, and what is said of it.
    """

    text: Text
    register: Register
    said: Said
    yes: bool
    new_issuer: Said = field(default_factory=dict)

    def as_bulletin(self, new: bool) -> None:
        """Register the text as a bulletin, or as a copy of one that is known; a `new` one is only like others."""
        self._take_given()
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
        self._take_given()
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

    def _take_given(self) -> None:
        """Judge what options say before anything is asked; an issuer may be given by its name."""
        given = self.said.get("issuer", "")
        if self.new_issuer.get("issuer"):
            self.said = self.said | {"issuer": self._new_issuer(self.new_issuer["issuer"], given or self._own_name())}
        elif given:
            self.said = self.said | {
                "issuer": self._known_issuer(given, "A new one gets its id with --new-issuer, such as datong-go.")
            }
        for name, value in self.said.items():
            proposal.require_cell(name, value, self.register)

    def _own_name(self) -> str:
        return proposal.new_issuer(self.text) or self.text.record.source.value

    def _known_issuer(self, said: str, remedy: str) -> str:
        """Return the id of an issuer by its id or name; raises `ProjectError` with what to do for a new one."""
        issuer = proposal.named_body(said, self.register).get("issuer", said)
        try:
            require_known("issuer", issuer, [row["issuer"] for row in self.register.issuers])
        except UnknownName as error:
            raise ProjectError(f"{error} {remedy}") from None
        return issuer

    def _settle_issuer(self, found: proposal.Proposal) -> None:
        """Ask for an issuer that is unsure; a new one becomes a row of the codebook."""
        guess, register = found["issuer"], self.register
        if guess.sure:
            return
        if self.yes:
            raise ProjectError(
                f"issuer is not sure ({guess.value or 'none'}, {guess.why}): give one of codebook/issuers.csv with "
                "--issuer, or the id of a new one with --new-issuer, such as datong-go."
            )
        name = self._own_name()
        say(f"  Issuer: {guess.why}.{' Nearest in codebook/issuers.csv:' if name else ''}")
        for row in proposal.near_issuers(name, register) if name else []:
            say(f"    {row['issuer']}  {row['label_zh']}  {row['label_en']}")
        said = ask_until("issuer (an id, or the Chinese name of a new one)", guess.value or name, self._require_issuer)
        known = proposal.named_body(said, register).get("issuer", said)
        self.said = self.said | {"issuer": self._new_issuer("", said) if _HAN.search(known) else known}

    def _require_issuer(self, said: str) -> None:
        if not said:
            raise ProjectError("issuer is needed.")
        if not _HAN.search(said):
            self._known_issuer(said, "A new one is given by its Chinese name.")

    def _new_issuer(self, issuer: str, name: str) -> str:
        """Make a new issuer's row; return its id. In the file it stands with its bulletin, or not at all."""
        if issuer and name and self.register.issuer(issuer).get("label_zh") == name:
            return issuer  # the file before was its first one
        if issuer:
            self._require_free(issuer)
        say("  A new row of codebook/issuers.csv; Enter takes what is proposed.")
        name = name if self.yes else self._ask_name(name)
        self._require_new_name(name)
        issuer = issuer or ask_until("issuer (its id, such as datong-go)", "", self._require_free)
        row = proposal.issuer_row(issuer, name, self.text, self.register)
        row |= {cell: value for cell, value in self.new_issuer.items() if value} | {"issuer": issuer}
        self.register.issuers.append(row)
        self._fill(row)
        return issuer

    def _require_free(self, issuer: str) -> None:
        proposal.require_id(issuer)
        if row := self.register.issuer(issuer):
            raise ProjectError(f"'{issuer}' is the id of {row['label_en']} ({row['label_zh']}): give another one.")

    def _require_new_name(self, name: str) -> None:
        if not _HAN.search(name):
            raise ProjectError(f"'{name}' is no name in Chinese characters: give it with --issuer.")
        if known := proposal.named_body(name, self.register):
            raise ProjectError(f"{name} is {known['issuer']} already: give that with --issuer.")

    def _ask_name(self, name: str) -> str:
        """Ask for the Chinese name of a new issuer where it does not say by itself whose it is."""
        if self.register.facts_of(name) or (name and self.text.record.rank.startswith("ministry")):
            return name
        proposed = name if _HAN.search(name) else ""
        return ask_until(
            "label_zh (of a city's or county's body with the place first)", proposed, self._require_new_name
        )

    def _fill(self, row: Row) -> None:
        """Ask for the cells that a new issuer's row lacks; without a keyboard they are given by options."""
        kinds = sorted({one["kind"] for one in self.register.issuers if one is not row})
        known = {"kind": kinds, "area": list(self.register.codebook.areas)}

        def judge(cell: str, value: str) -> None:
            if not value:
                raise ProjectError(f"{cell} is needed.")
            require_known(cell, value, known.get(cell, [value]))

        for cell, value in row.items():
            if not self.yes and (cell == "label_en" or not (value or cell in ("aliases", "note"))):
                asked = f"kind ({', '.join(kinds)})" if cell == "kind" else cell
                row[cell] = ask_until(asked, value, partial(judge, cell))
            elif value:
                judge(cell, value)
        if self.yes and (lacking := [cell for cell in ("label_en", "kind", "area") if not row[cell]]):
            ways = "--issuer-en, --issuer-kind and --area"
            raise ProjectError(f"the new issuer's {', '.join(lacking)} are not known: give them with {ways}.")
        self._require_place(row)
        require_whole("issuers", row)
        if self.yes:
            guess = "" if self.new_issuer.get("label_en") else "  (by the pattern of its nearest kin)"
            say(f"  {'?' if guess else '':1} {'issuer':15} {row['label_en']}, {row['kind']}, {row['area']}{guess}")

    def _require_place(self, row: Row) -> None:
        """Have a city's or county's body named with its place."""
        while row["kind"] in ("city", "county") and not self.register.place_of(row["issuer"]):
            told = f"its figures would count for all of {row['area']}; begin it with the city, county or district"
            error = ProjectError(f"'{row['label_zh']}' names no place: {told}.")
            if self.yes:
                raise error
            say(f"  {error}")
            row["label_zh"] = ask_until("label_zh", "", self._require_new_name)

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
        """Return a needed cell."""

        def judge(value: str) -> None:
            if not value:
                raise ProjectError(f"{name} is needed.")
            proposal.require_cell(name, value, self.register)

        return ask_until(name, proposed, judge)

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
