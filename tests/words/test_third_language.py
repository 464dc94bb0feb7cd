"""A third language needs files only: one of marked words leaves no unmarked word on pages, in charts and in print."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from analysis.pipeline.verify import copy_sources
from helpers.contributing import TABLE
from helpers.project import bulletins, call
from helpers.pseudo import CLOSE, OPEN, XX, add_language, mark, unmarked

# Kinds of files and licences, whose names are the same in all languages.
SAME = {"SVG", "PDF", "PNG", "CSV", "DS", "Word", "CC BY 4.0"}
# What a page holds beside its own text: code, references to literature, the names of other languages, and notebooks.
BESIDE = (
    "script, style, code, pre, math, span[lang], #refs, .citation, .language, #site-nav, .csl-entry, .page-footer, "
    "footer, .neighbours a[href*=notebooks]"
)
SVG_TEXT = re.compile(r"<(?:text|title|desc)\b[^>]*>(.*?)</(?:text|title|desc)>", re.DOTALL)

PAGES = """
import polars as pl
from analysis.base import paths
from analysis.base.codebook import load_codebook
from analysis.checking.results import FailingRow, RuleResult, to_frame
from analysis.checking.rules import load_suites
from analysis.citing.numbers import make_numbers
from analysis.pages.texts import write_pages
from analysis.pipeline import task_clean, task_estimate, task_series

def verdict(suite, rule):
    excepted = tuple(FailingRow(1, one.row) for one in rule.exceptions)
    return RuleResult(rule, suite.table, suite.file, "exception" if excepted else "pass", 1, (), excepted)

task_clean.task_clean(), task_series.task_observe(), task_series.task_identities()
task_series.task_reconcile(), task_estimate.task_estimate()
suites = load_suites()
results = to_frame([verdict(suite, rule) for suite in suites.values() for rule in suite.rules], suites)
names = ("observations", "estimates", "conflicts", "identities")
tables = {name: pl.read_parquet(paths.STAGE / f"{name}.parquet") for name in names}
themes = {name: entry.theme for name, entry in load_codebook().indicators.items()}
tables["numbers"] = make_numbers(tables["observations"], tables["estimates"], themes)
tables["exhibits"] = pl.DataFrame(schema={"exhibit_id": pl.String})
write_pages(paths.GENERATED, tables, results)
"""


RAW = re.compile(r"^```\{=html\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[Path]]:
    """A copy of the sources with the files of the language, and which files those are."""
    copy = tmp_path_factory.mktemp("third-language")
    copy_sources(copy)
    before = contents(copy)
    add_language(copy)
    return copy, {path for path, content in contents(copy).items() if before.get(path) != content}


def contents(root: Path) -> dict[Path, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {path: path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def project(added: tuple[Path, set[Path]]) -> Path:
    return added[0]


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """The copy, built."""
    done = bulletins(project, "run")
    assert done.returncode == 0, done.stderr
    return project


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def staged(root: Path, name: str) -> list[dict[str, str]]:
    return pl.read_parquet(root / f"bld/tables/{name}.parquet").rows(named=True)


def names(root: Path) -> set[str]:
    """What is no text of a language: ids, titles of bulletins, hosts, names of entities, words in print, literature."""
    statements = rows(root / "data/raw/statements.csv")
    listed = rows(root / "data/raw/bulletins.csv")
    found = {row[name] for row in listed for name in ("title", "title_en", "bulletin_id")}
    chinese = " ".join(row["title"] for row in listed if not row["title"].isascii())
    found |= set(re.findall("[A-Za-z]+", chinese))  # the App of a title stands between its Chinese parts
    found |= {row["host"] for row in rows(root / "data/raw/copies.csv")}
    found |= {row[name] for row in statements for name in ("statement_id", "entity", "qualifier")}
    printed = {words for row in statements for words in (row["printed"], *row["printed"].split())}  # 500 多家
    found |= {words for words in printed if not any(sign.isdigit() for sign in words)}
    found |= {"observations.csv", "observations.parquet", "china-government-web-bulletins"}
    found |= ids(root, lambda name: "_" in name or "-" in name)
    found |= {part for row in staged(root, "estimates") for part in (row["reference"] or "").split("; ")}
    return {*found, *SAME} - {""}


def ids(root: Path, chosen: Callable[[str], bool]) -> set[str]:
    """The ids of the codebook; a hyphen, which stands for no indicator in wording.csv, is none."""
    tables = (rows(path) for path in (root / "data/raw/codebook").glob("*.csv"))
    return {name for table in tables for row in table if chosen(name := next(iter(row.values()))) and name != "-"}


def published_ids(root: Path) -> set[str]:
    """The ids of conflicts, estimates, exhibits and numbers."""
    tables = (staged(root, name) for name in ("conflicts", "estimates", "exhibits", "observations"))
    return {next(iter(row.values())) for table in tables for row in table}


def test_marking_leaves_what_is_no_text():
    text = "See [the rule](/en/a.qmd) in `code`, {{< var en.n-1 >}} and @fig-a. {#sec-a}"
    marked = mark(text)
    assert marked == ("«See» [«the» «rule»](/en/a.qmd) «in» `code`, {{< var en.n-1 >}} «and» @fig-a. {#sec-a}")
    assert unmarked(marked.replace("«rule»", "rule"), ["code", "var en", "en/a.qmd", "fig-a", "sec-a"]) == ["rule"]


def test_every_message_has_its_words_in_the_language(project):
    done = call(
        project, "-c",
        "from analysis.words.catalogue import LANGS, keys; "
        f"assert LANGS == ('en', '{XX}', 'zh'); assert keys('{XX}') == keys('en')",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_language_is_made_of_the_files_of_its_row_in_contributing(added):
    """It writes nothing else, and all of these."""
    copy, touched = added
    by_row = {pattern: set(copy.glob(pattern.replace("LANGUAGE", XX))) for pattern in TABLE["a language"][0]}
    assert touched <= set().union(*by_row.values())
    assert [pattern for pattern, files in by_row.items() if not files & touched] == []


@pytest.mark.early
def test_no_generated_page_holds_an_unmarked_word(project):
    """What takes most of the time, the checks, notebooks and sensitivity runs, is left to the slow tests."""
    done = call(project, "-c", PAGES)
    assert done.returncode == 0, done.stderr
    pages = sorted((project / "reports/_generated").glob(f"*.{XX}.md"))
    assert len(pages) >= 13  # one more where the copy is built already
    for page in pages:
        shown = RAW.sub(lambda raw: re.sub("(?s)<script.*?</script>|<[^>]+>", " ", raw[1]), page.read_text("utf-8"))
        text = re.sub(r"`[^`]*`|\{[^}]*\}|\]\([^)]*\)|#\S+|^:::.*$", " ", html.unescape(shown), flags=re.MULTILINE)
        assert OPEN in text or not text.strip(), page.name  # a page for machines holds no words
        assert unmarked(text, names(project)) == [], page.name


@pytest.mark.slow
def test_no_page_holds_an_unmarked_word(built):
    known = names(built)
    pages = sorted((built / "reports/_site" / XX).glob("*.html"))
    assert len(pages) == 8
    for page in pages:
        # What stands on one line is no text of its own: a title with a number in it was read in three parts.
        tree = LexborHTMLParser(re.sub(r'<span class="whole">([^<]*)</span>', r"\1", page.read_text(encoding="utf-8")))
        for node in tree.css(BESIDE):
            node.decompose()
        text = tree.css_first("body").text(separator=" ")
        assert text.count(OPEN) > 20
        assert unmarked(text, known) == [], page.name


@pytest.mark.slow
def test_no_chart_holds_an_unmarked_word(built):
    known = names(built)
    charts = sorted((built / "reports/exhibits").glob(f"*.{XX}.svg"))
    assert len(charts) == len(list((built / "reports/exhibits").glob("*.zh.svg")))
    for chart in charts:
        drawn = SVG_TEXT.findall(chart.read_text(encoding="utf-8"))
        text = " ".join(html.unescape(re.sub(r"<[^>]+>", "", one)) for one in drawn)
        assert CLOSE in text, chart.name
        assert unmarked(text, known) == [], chart.name


@pytest.mark.slow
def test_no_table_holds_an_unmarked_word(built):
    known = names(built)
    for table in sorted((built / "reports/exhibits").glob(f"tbl-*.{XX}.md")):
        excepted = ids(built, bool) if table.name.startswith("tbl-validation-exceptions") else set()
        text = re.sub(r"`[^`]*`", "", table.read_text(encoding="utf-8"))
        assert unmarked(text, known | excepted) == [], table.name


@pytest.mark.slow
def test_no_printed_page_holds_an_unmarked_word_of_its_own(built):
    """In print ids and titles break over lines, so words that stand in a name are passed over; labels are not."""
    text = " ".join(page.extract_text() for page in PdfReader(built / f"reports/_site/{XX}/report.pdf").pages)
    body = text.partition(mark("References"))[0]
    assert body.count(OPEN) > 1000
    coded = {"bulletins cite ID", "misc author howpublished langid xx"} | published_ids(built)
    in_names = {word for name in names(built) | coded for word in re.split(r"[\W_]+", name)}
    words = {word for found in unmarked(body) for word in re.split(r"[\W_]+", found) if word.isascii()}
    assert words - in_names == set()
    assert not words & {"Figure", "Table", "Section", "Contents", "References", "Summary", "Note"}


@pytest.mark.slow
def test_a_card_and_a_citation_come_in_the_language(built):
    for words in (("show", "gov-2017q2-running-all"), ("show", "fig-consolidation-arc")):
        done = bulletins(built, *words, "--lang", XX)
        assert done.returncode == 0, done.stderr
        assert OPEN in done.stdout
