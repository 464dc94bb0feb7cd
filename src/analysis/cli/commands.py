"""The command line: `bulletins`. Heavy libraries are imported by the subcommand that needs them."""

from __future__ import annotations

import gc
import logging
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from analysis.base.errors import ProjectError, disk_fault
from analysis.cli.usage import Commands

if TYPE_CHECKING:
    from analysis.citing.cards import Card

app = typer.Typer(
    cls=Commands, help="Figures printed in bulletins about China's government websites.",
    add_completion=False, rich_markup_mode="markdown", pretty_exceptions_enable=False,
)  # fmt: skip


STOPPED = 130  # the exit status after Ctrl-C


def _tell_version(asked: bool) -> None:
    if asked:
        from analysis.citing.citations import load_project

        project = load_project()
        print(f"bulletins {project['version']} ({project['date']})")
        raise typer.Exit


@app.callback()
def bulletins(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Say the version and its date.")
    ] = False,
) -> None:
    """Take what stands before a command."""


def load_little() -> None:
    """Keep what no command needs from being loaded along with what it needs."""
    # A command that shows one card spent a fifth of its time on looking for garbage and for plugins of pydantic.
    gc.set_threshold(100_000)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    # Nor does any schema here ask for addresses: jsonschema, which Great Expectations and the notebooks load, would
    # build 38 grammars of them in a second. Nor does anybody look at the charts that Great Expectations would draw.
    sys.modules["rfc3987_syntax"] = cast("Any", None)
    sys.modules["altair"] = ModuleType("altair")


def main() -> None:
    """Run the command line; a user's mistake, a full disk and Ctrl-C end in one sentence each."""
    load_little()
    # What steps print goes to bld/output.log; a stream of its own lets the progress through.
    stream = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1, encoding="utf-8")
    log = logging.getLogger("bulletins")
    log.addHandler(logging.StreamHandler(stream))
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        app(standalone_mode=True)
    except (ProjectError, OSError) as error:
        known = error if isinstance(error, ProjectError) else disk_fault(error)
        if known is None:
            raise
        print(known, file=sys.stderr)
        sys.exit(1)
    except SystemExit as end:
        if end.code == STOPPED:
            print(_stopped(next(iter(sys.argv[1:]), "")), file=sys.stderr)
        raise


def _stopped(command: str) -> str:
    """Return what Ctrl-C leaves behind: of `read` nothing was kept, and it was told that `run` would go on."""
    if command in ("run", "report", "release"):
        return "stopped; what was finished is kept, and `bulletins run` goes on from there."
    return (
        f"stopped; {'no file was written, an earlier one is as it was' if command == 'read' else 'it had not ended'}."
    )


@app.command()
def run(
    only: Annotated[str, typer.Option(help="Only steps whose name matches, as in `pytask -k`.")] = "",
    force: Annotated[bool, typer.Option(help="Run steps even though nothing changed.")] = False,
    jobs: Annotated[int, typer.Option(min=0, help="Steps side by side; 0 is one for each processor.")] = 0,
) -> None:
    """Bring everything up to date: tables, notebooks, exhibits, report.

    Example: `bulletins run`
    """
    from analysis.cli.options import require_steps

    require_steps(only)
    from analysis.pipeline.run import run_pipeline

    run_pipeline(only, force, jobs)


@app.command()
def check(
    identities: Annotated[
        bool, typer.Option("--identities", help="List sums and shares that hold and are unwritten.")
    ] = False,
) -> None:
    """Validate the raw and processed tables; exit status 1 and a list where a rule is broken.

    Examples: `bulletins check`, `bulletins check --identities`
    """
    from analysis.pipeline.whole_check import check_all, unwritten_identities

    if identities:
        print(unwritten_identities())
    else:
        check_all()


@app.command()
def verify() -> None:
    """Rerun everything in a temporary folder and compare each output with the published bytes.

    Example: `bulletins verify`
    """
    from analysis.pipeline.verify import verify as compare_with_rerun

    compare_with_rerun()


@app.command()
def report(
    edition: Annotated[str, typer.Option(help="Only bulletins published by the end of this year, e.g. 2017.")] = "",
    lang: Annotated[str, typer.Option(help="One language, e.g. zh; all by default.")] = "",
    to: Annotated[str, typer.Option(help="Formats, parted by commas: html, pdf, docx.")] = "html,pdf",
) -> None:
    """Render the report from up-to-date tables; an edition is built beside the current report.

    Example: `bulletins report --edition 2017`
    """
    # Every path of a run follows from the edition, so it is set before the first of them is known.
    os.environ["BULLETINS_EDITION"] = edition
    from analysis.cli.options import require_edition, require_formats, require_language

    require_edition(edition)
    require_language(lang)
    formats = require_formats(to)
    from analysis.base import paths
    from analysis.pipeline.run import alone, run_pipeline
    from analysis.renderer.site import render

    run_pipeline("not render")
    with alone():
        written = render(paths.REPORTS, paths.SITE, lang=lang or None, to=formats)
    print(f"{len(written)} files in {paths.SITE}")


@app.command()
def read(
    texts: Annotated[
        list[str],
        typer.Argument(
            help="Texts, pages, PDF, Word, Excel, CSV; folders, globs; CSV, Parquet, JSON lines with a column `text`."
        ),
    ],
    out: Annotated[
        str, typer.Option(help="Where to write: .csv, .parquet or .jsonl; a CSV is printed without it.")
    ] = "",
    engine: Annotated[str, typer.Option(help="local, or dask for a cluster.")] = "local",
    scheduler: Annotated[str, typer.Option(help="Address of a Dask scheduler; local processes without it.")] = "",
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 is one for each core.")] = 0,
    quiet: Annotated[bool, typer.Option(help="No progress, no report.")] = False,
    area: Annotated[str, typer.Option(help="Area that the texts do not say, such as CN-FJ.")] = "",
    year: Annotated[int, typer.Option(help="Year that the texts do not say.")] = 0,
    issuer: Annotated[str, typer.Option(help="Body that issued the texts, as it names itself.")] = "",
    published: Annotated[str, typer.Option(help="Date of publication, such as 2019-07-01.")] = "",
) -> None:
    """Read the figures of bulletin texts, each with its meaning: indicator, place, period, bounds, evidence.

    What one text does not say may also stand beside it: a.txt.json with area, year, issuer, published.
    Example: `bulletins read tests/reading/practice.jsonl --out /tmp/figures.csv`
    """
    from analysis.reading.command import read_command
    from analysis.reading.document import Stated

    stated = Stated(area, year, issuer, published)
    status = read_command(
        texts, out or None, engine, scheduler or None, workers=workers or None, quiet=quiet, stated=stated
    )
    raise typer.Exit(status)


@app.command()
def add(
    texts: Annotated[list[str], typer.Argument(help="A bulletin: text, saved page, PDF, Word; or folders of them.")],
    bulletin_id: Annotated[str, typer.Option("--id", help="Id for life, such as gov-2017q2.")] = "",
    issuer: Annotated[
        str, typer.Option(help="Id or name of codebook/issuers.csv; of a new one its Chinese name.")
    ] = "",
    new_issuer: Annotated[str, typer.Option(help="Id for an issuer that has none yet, such as datong-go.")] = "",
    issuer_en: Annotated[str, typer.Option(help="English name of the new issuer.")] = "",
    issuer_kind: Annotated[str, typer.Option(help="Kind of the new issuer: city, county, ministry, ...")] = "",
    title: Annotated[str, typer.Option(help="Title as published.")] = "",
    title_en: Annotated[str, typer.Option(help="Title in English.")] = "",
    number: Annotated[str, typer.Option(help="Document number.")] = "",
    published: Annotated[str, typer.Option(help="Date of publication, such as 2019-07-01.")] = "",
    period: Annotated[str, typer.Option(help="Period that it reports on, such as 2019-Q2.")] = "",
    kind: Annotated[str, typer.Option(help="spot_check, evaluation, statistics, ...")] = "",
    area: Annotated[str, typer.Option(help="Area, such as CN-FJ.")] = "",
    address: Annotated[str, typer.Option(help="Address of the page.")] = "",
    page_kind: Annotated[str, typer.Option(help="official, news, secondary or mirror.")] = "",
    copy_of: Annotated[str, typer.Option(help="Registered bulletin that this is a further copy of.")] = "",
    new: Annotated[
        bool, typer.Option("--new", help="It is another bulletin than the registered one it resembles.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Take what is proposed; ask nothing.")] = False,
) -> None:
    """Register a bulletin and read its figures as candidates for `bulletins review`.

    What the document and its series say is proposed; what is unsure is asked.
    With a page that you saved: `bulletins add page.html`
    """
    from analysis.cli.adding import add_files

    said = {
        "bulletin_id": bulletin_id, "issuer": issuer, "title": title, "title_en": title_en, "document_no": number,
        "published": published, "period": period, "kind": kind, "area": area, "address": address,
        "page_kind": page_kind,
    }  # fmt: skip
    row = {"issuer": new_issuer, "label_en": issuer_en, "kind": issuer_kind, "area": area if new_issuer else ""}
    add_files(texts, said, new_issuer=row, copy_of=copy_of, new=new, yes=yes)


@app.command()
def due(
    year: Annotated[int, typer.Argument(help="The year that bulletins are due for.")],
) -> None:
    """List the bulletins that a year still lacks: those that their issuers published in the two years before.

    Example: `bulletins due 2024`
    """
    from analysis.adding.due import due_bulletins
    from analysis.adding.register import the_register

    register = the_register()
    names = {row["issuer"]: row["label_en"] for row in register.issuers}
    found = due_bulletins(year, register)
    for one in found:
        print(f"{one.period:8} {one.kind:12} {names[one.issuer]}; last: {' '.join(filter(None, one[3:]))}")
    print(f"{len(found)} bulletins of {year} are due.")


@app.command()
def roll(
    year: Annotated[int, typer.Argument(help="The year that the record goes on to.")],
) -> None:
    """Let the record go on to the next year: keep the last release, raise the version, list what is due.

    After the last release: `bulletins roll 2024`
    """
    from analysis.adding.rolling import roll_to
    from analysis.citing.kept import kept_releases

    for place in roll_to(year):
        print(f"{place}: written")
    due(year)
    print(
        "Next: bulletins add, bulletins review, bulletins run, then bulletins diff",
        kept_releases()[-1],
        "data/processed",
    )


@app.command()
def review(
    bulletin: Annotated[str, typer.Argument(help="Id of the bulletin; the one added last without it.")] = "",
    by: Annotated[str, typer.Option(help="Who reviews; your name in git without it.")] = "",
) -> None:
    """Review candidate figures one by one, by single keys, and insert what you accept into statements.csv.

    Each decision is kept at once; leave at any time and go on later.
    After `bulletins add`: `bulletins review`
    """
    from analysis.cli.review import review_bulletin

    review_bulletin(bulletin, by)


@app.command()
def seal(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids of rows of raw tables, or patterns: 'cnnic-39-*'.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why these rows are right as they stand.")] = "",
    against: Annotated[str, typer.Option(help="What they were reviewed against, by ids of codebook/reviews.csv.")] = "",
    by: Annotated[str, typer.Option(help="Who reviewed; your name in git without it.")] = "",
    new: Annotated[bool, typer.Option("--new", help="All rows that have no seal yet.")] = False,
) -> None:
    """Seal rows of the raw tables as they stand: new ones, changed ones, and those that are gone.

    Example: `bulletins seal gov-2017q2-running-all --reason "digit mended after the page" --against text`
    """
    from analysis.cli.sealing import seal_ids

    seal_ids(ids or [], reason, against, by, new=new)


@app.command()
def show(
    item: Annotated[str, typer.Argument(help="Id of a number, an exhibit, a bulletin or a conflict.")],
    json: Annotated[bool, typer.Option(help="As JSON, for programs.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the card.")] = "en",
) -> None:
    """Show the card of a number, an exhibit, a bulletin or a conflict, with its source.

    Example: `bulletins show gov-2017q2-running-all`
    """
    from analysis.citing.cards import card_json, card_of
    from analysis.citing.lookup import Lookup
    from analysis.cli.options import require_language

    require_language(lang)
    card = card_of(Lookup(item), item, lang)
    print(card_json(card)) if json else _show(card)


def _show(card: Card) -> None:
    """Print a card as a table; into a file without a line break of its own, which broke addresses."""
    if not sys.stdout.isatty():
        print("\n".join([f"{card.item_id}  {card.heading}", *(f"{name}: {text}" for name, text in card.labelled())]))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in card.labelled():
        table.add_row(Text(name), Text(text))
    console.print(Text.assemble((card.item_id, "bold"), "  ", card.heading))
    console.print(table)


@app.command()
def cite(
    item: Annotated[
        str, typer.Argument(help="Id of a number, an exhibit or a bulletin; or china-government-web-bulletins.")
    ],
    style: Annotated[str, typer.Option("--as", help="text, gbt7714, bibtex, biblatex, ris or csl-json.")] = "text",
    lang: Annotated[str, typer.Option(help="Language of titles and issuers.")] = "en",
    accessed: Annotated[
        str, typer.Option(help="Day on which you saw the pages, such as 2026-12-01; else that of the project.")
    ] = "",
) -> None:
    """Print the citation of a number, an exhibit or a bulletin, and of the bulletins that it rests on.

    Example: `bulletins cite gov-2017q2-running-all --as bibtex`
    """
    from analysis.citing.cards import citations_of
    from analysis.citing.formats import format_citation
    from analysis.citing.lookup import Lookup
    from analysis.cli.options import require_day, require_language

    require_language(lang)
    require_day("--accessed", accessed)
    print(format_citation(citations_of(Lookup(item), item, lang, accessed), style, lang), end="")


@app.command()
def draw(
    figure: Annotated[str, typer.Argument(help="Id of a figure, such as fig-consolidation-arc.")],
    width: Annotated[float, typer.Option(min=3, max=12, help="Inches; 3.5 is one column of a paper.")] = 3.5,
    lang: Annotated[str, typer.Option(help="Language of its words.")] = "en",
    out: Annotated[str, typer.Option(help="Folder of the svg, the pdf and the png.")] = ".",
) -> None:
    """Draw a figure for the column of a paper: the same numbers and marks, laid out anew for a width.

    Example: `bulletins draw fig-consolidation-arc --width 3.5 --out /tmp`
    """
    from pathlib import Path

    from analysis.charts.showing import draw_for_column
    from analysis.cli.options import require_language

    require_language(lang)
    for path in draw_for_column(figure, width, lang, Path(out)):
        print(path)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="A folder like data/processed, a release, an edition, or a git revision.")],
    new: Annotated[str, typer.Argument(help="The same; data/processed without it.")] = "data/processed",
    json: Annotated[bool, typer.Option(help="As JSON, for programs.")] = False,
    html: Annotated[str, typer.Option(help="Write a page: prose and exhibits side by side, what differs in red.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="All lines, not the first twenty of each part.")] = False,
    quick: Annotated[bool, typer.Option(help="Do not ask questions once more without each new statement.")] = False,
    lang: Annotated[str, typer.Option(help="Language of numbers and texts.")] = "en",
) -> None:
    """Say what changed between two versions: numbers, estimates and what moved them, prose, exhibits.

    Example: `bulletins diff HEAD data/processed`
    """
    from analysis.cli.difference import show_difference
    from analysis.cli.options import require_file, require_language

    require_language(lang)
    require_file("--html", html)
    show_difference(old, new, lang, json=json, everything=everything, html=html, quick=quick)


@app.command()
def release(
    out: Annotated[str, typer.Option(help="Where to write; dist/NAME-VERSION.zip without it.")] = "",
) -> None:
    """Bring everything up to date and pack it: code, data, exhibits, site, PDFs and citation metadata in one archive.

    Example: `bulletins release`
    """
    from analysis.citing.citations import load_project
    from analysis.citing.kept import keep_release
    from analysis.citing.raised import require_raised
    from analysis.cli.options import require_file
    from analysis.pages.release import pack_release
    from analysis.pipeline.run import run_pipeline

    target = require_file("--out", out)
    run_pipeline()
    require_raised()
    packed = pack_release(target)
    kept = keep_release(load_project()["version"])
    print(f"{kept}: the release as it is published, to compare the next one with")
    print(f"{packed} ({packed.stat().st_size / 1e6:.0f} MB)")
