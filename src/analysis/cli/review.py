"""`bulletins review` in the terminal: one candidate after the other, decided by single keys."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
import termios
import tty
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

import typer
from rich.console import Console
from rich.markup import escape
from rich.text import Text

from analysis.adding.entries import near_rows
from analysis.adding.register import the_register
from analysis.adding.session import CODED, Session, View, waiting
from analysis.adding.telling import history, pieces, told
from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.cli.adding import ask
from analysis.words.catalogue import LANGS

CELLS = {
    "a": "area", "l": "level", "m": "method", "e": "entity", "t": "time_period", "p": "printed", "q": "qualifier",
    "o": "note",
}  # fmt: skip
HELP = (
    "enter accept  r reject  R reject the rest of the sentence  s skip  u undo  b back\n"
    "1-9 indicator  f find one  n new one  "
    "p printed  q qualifier  t period  a area  l level  m method  e entity  o note  w write  x leave"
)
_NEAR_SHOWN = 6
_LEAVE = ("x", "\x04", "")
SHORT_HELP = "  enter accept  r reject  R rest of the sentence  s skip  u undo  1-9 indicator  ? keys"


def read_key() -> str:
    """Return the next key; what was pressed while the screen was drawn is kept, which `typer.getchar` throws away."""
    terminal = sys.stdin.fileno()
    held = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        return os.read(terminal, 1).decode("ascii", errors="replace")
    except KeyboardInterrupt:
        return "x"
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, held)


@dataclass
class Hands:
    """What a person does: single keys, and cells typed at a prompt; counted, because typing is what a round costs."""

    key: Callable[[], str] = read_key
    type: Callable[[str, str], str] = ask
    keys: int = 0
    typed: int = 0

    def press(self) -> str:
        """Return the next key."""
        self.keys += 1
        return self.key()

    def ask(self, name: str, proposed: str = "") -> str:
        """Return a typed cell; one that only confirms what is proposed costs no typing."""
        value = self.type(name, proposed).strip()
        self.typed += value != proposed
        return value


@dataclass
class Desk:
    """The review of one bulletin: the session, the screen, the hands."""

    session: Session
    console: Console = field(default_factory=lambda: Console(highlight=False))
    hands: Hands = field(default_factory=Hands)
    number: int = 0
    said: str = ""

    def run(self) -> None:
        """Show candidate after candidate until all are decided or the person leaves; then offer to write."""
        while True:
            queue = self.session.open()
            if not self.number:
                self.number = next((n for n in queue if not self.session.standings[n].verdict), 0)
            if not self.number:
                if self._at_the_end(queue):
                    return
                continue
            show(self.console, self.session, self.session.view(self.number), self.said)
            self.said = ""
            if not self._act(self.hands.press()):
                return

    def _at_the_end(self, queue: list[int]) -> bool:
        """Say that nothing is open; return whether the review ends."""
        self.console.print(f"\nAll figures are decided: {told(self.session.counts())}.")
        again = f", enter to look at the {len(queue)} skipped again" if queue else ""
        self.console.print(f"w to write, u to undo, x to leave{again}")
        key = self.hands.press()
        if key in ("\r", "\n") and queue:
            self.number = queue[0]
        elif key == "u":
            self._act(key)  # what is written cannot be undone, and says so
            self.console.print(self.said)
            self.said = ""
        elif key == "w":
            return self._write()
        return key in _LEAVE

    def _act(self, key: str) -> bool:
        """Do what a key stands for; return False where the review ends."""
        if key in _LEAVE:
            return False
        if key == "w":
            return not self._write()
        try:
            self._change(key)
        except ProjectError as error:
            self.said = str(error)
        except typer.Abort:  # Ctrl-C at a prompt leaves the cell, not the review
            self.said = "left as it was"
        return True

    def _change(self, key: str) -> None:
        if key in ("\r", "\n", "r", "s"):
            self.session.decide(self.number, {"r": "reject", "s": "skip"}.get(key, "accept"))  # ty: ignore[invalid-argument-type]
            self.number = self.session.after(self.number)
        elif key == "R":
            self.session.reject_sentence(self.number)
            self.number = self.session.after(self.number)
        elif key == "u":
            self.number = self.session.undo() or self.number
        elif key == "b":
            self.number = max(1, self.number - 1)
        elif key.isdigit() and key != "0":
            self._take(self.session.view(self.number).near, int(key), "indicator")
        elif key == "f":
            self._choose("indicator", self.session.found("indicator", self.hands.ask("words of the indicator")))
        elif key == "n":
            self._new("indicator")
        elif key in CELLS:
            self._cell(CELLS[key])
        else:
            self.said = HELP

    def _take(self, options: tuple[str, ...] | list[str], place: int, cell: str) -> None:
        if place <= len(options):
            self.session.correct(self.number, cell, options[place - 1])

    def _cell(self, cell: str) -> None:
        """Set a cell: one of those used before by its number, or a typed one."""
        if cell not in CODED and cell != "time_period":
            proposed = self.session.standings[self.number].row[cell]
            self.session.correct(self.number, cell, self.hands.ask(cell, proposed))
        else:
            self._choose(cell, self.session.options(self.number, cell))

    def _choose(self, cell: str, options: list[str]) -> None:
        for place, value in enumerate(options, start=1):
            label = escape(self.session.label(cell, value))
            self.console.print(f"  [bold]{place}[/] {escape(value) or '(none)'}  [dim]{label}[/]")
        self.console.print("  [dim]number, / to type, n new, other keys leave it[/]")
        key = self.hands.press()
        if key.isdigit() and key != "0":
            self._take(options, int(key), cell)
        elif key == "/":
            self.session.correct(self.number, cell, self.hands.ask(cell))
        elif key == "n" and cell in CODED and cell != "area":
            self._new(cell)

    def _new(self, cell: str) -> None:
        """Make a row of the codebook from the nearest ones and take it."""
        name = self.hands.ask(f"id of the new {cell}")
        for near in near_rows(CODED[cell], name, self.session.register):
            self.console.print(f"  near: {near[cell]}  {near['label_en']}  {near['label_zh']}", markup=False)
        if self.hands.ask("none of these fits, make a new row (y/n)", "n") == "y":
            row = self.session.propose_row(self.number, cell, name)
            said = {column: value if column == cell else self.hands.ask(column, value) for column, value in row.items()}
            self.session.add_row(self.number, cell, said)

    def _write(self) -> bool:
        """Insert what was accepted and check all tables; return whether it is done."""
        try:
            rows = self.session.to_insert()
        except ProjectError as error:
            self.said = str(error)
            self.console.print(self.said, style="bold red", markup=False)
            return False
        if not rows:
            self.console.print("Nothing is accepted that statements.csv does not hold.")
            return True
        for row in rows:
            self.console.print(f"  {row['statement_id']}  {row['printed']}", markup=False)
        for doubt in self.session.doubts_of_rows(rows):
            self.console.print(f"  ! {doubt}", style="yellow", markup=False)
        self.console.print(f"Insert these {len(rows)} rows into data/raw/statements.csv? y, or any other key to go on")
        if self.hands.press() != "y":
            return False
        self.session.seal()
        self.console.print(f"{len(rows)} rows are in data/raw/statements.csv.")
        return True


def show(console: Console, session: Session, view: View, said: str = "") -> None:
    """Draw one candidate: its sentence, what it is coded as, what came before it, what speaks against it."""
    console.print()
    place = f"figure {view.number} of {len(session.candidates)}"
    console.rule(f"{session.bulletin_id}  {place}  ({told(session.counts())})")
    console.print(marked(view), end="\n\n")
    for line in coded(session, view):
        console.print(f"  {line}")
    if view.before:
        console.print(f"  {history(view)}", markup=False)
    for doubt in view.doubts:
        console.print(f"  ! {doubt}", style="yellow", markup=False)
    for place, name in enumerate(view.near[:_NEAR_SHOWN], start=1):
        console.print(f"  {place} {name}  {session.label('indicator', name)}", style="dim", markup=False)
    console.print(said or SHORT_HELP, style="bold" if said else "dim", markup=False)


def coded(session: Session, view: View) -> list[str]:
    """Return what a candidate is coded as, in rich's markup."""
    row, one = {name: escape(cell) for name, cell in view.standing.row.items()}, view.standing.candidate
    cue = f"  qualifier {row['qualifier']}" if row["qualifier"] else ""
    name = row["indicator"]
    labels = " · ".join(filter(None, (session.label("indicator", name, lang) for lang in LANGS)))
    cells = ("time_period", "area", "level", "method", "entity")
    note = [f"[yellow]{row['note']}[/]"] if row["note"] else []
    return [
        f"[bold]{row['printed']}[/]{cue}  [dim]reader {one.sure:.0%}[/]  {view.standing.verdict}",
        f"[bold cyan]{name or '?'}[/]  {escape(labels)}",
        "  ".join(f"[dim]{cell}[/] {row[cell] or '-'}" for cell in cells),
        *note,
    ]


def marked(view: View) -> Text:
    """Return the sentence with the figure in reverse and what it rests on underlined."""
    styles = {"figure": "bold reverse", "evidence": "underline", "": ""}
    return Text.assemble(*((text.replace("\n", " "), styles[mark]) for text, mark in pieces(view)))


def review_bulletin(bulletin_id: str, by: str) -> None:
    """Review the candidates of a bulletin, then check the tables; raises `ProjectError` where there are none."""
    known = waiting(paths.INCOMING)
    if not bulletin_id and not known:
        raise ProjectError("no bulletin waits for review: `bulletins add FILE` reads one.")
    if not sys.stdin.isatty():
        raise ProjectError("a review needs a terminal with a keyboard: run `bulletins review` in one.")
    desk = Desk(Session(bulletin_id or known[0], by or reviewer(), paths.INCOMING, the_register()))
    started, held = monotonic(), len(desk.session.register.statements)
    desk.run()
    seconds = monotonic() - started
    print(f"{told(desk.session.counts())}; {seconds:.0f} s, {desk.hands.keys} keys, {desk.hands.typed} cells typed.")
    if left := desk.session.unwritten:
        print(f"{left} accepted and not in statements.csv yet: `bulletins review {desk.session.bulletin_id}`, then w.")
    if len(desk.session.register.statements) != held:
        from analysis.citing.raised import raise_dates
        from analysis.pipeline.whole_check import check_all

        if said := raise_dates():
            print(said)
        check_all(raw_alone=True)  # the processed tables follow with the next run


def reviewer() -> str:
    """Return who reviews: the name that git knows, else that of the login."""
    done = subprocess.run(["git", "config", "user.name"], cwd=paths.ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or getpass.getuser()
