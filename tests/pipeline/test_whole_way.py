"""The whole way in a temporary copy: from raw tables to the report, again, after an edit, and with bad input."""

from __future__ import annotations

import csv
import fcntl
import json
import re
import shutil
from itertools import product
from pathlib import Path

import pytest

from analysis.base import paths
from analysis.charts.declarations import load_declarations
from analysis.charts.exhibits import stem_of
from analysis.pipeline.verify import BUILT, compare, copy_sources
from analysis.words.catalogue import LANGS
from helpers.exhibits import faults_of
from helpers.loads import outside_loads
from helpers.project import asked_for, bulletins, call, edit, snapshot, steps_of


def test_a_clean_run_ends_with_the_site_and_a_pdf(built):
    assert (built / "reports/_site/index.html").exists()
    assert (built / "reports/_site/en/report.pdf").read_bytes().startswith(b"%PDF")


def test_a_clean_run_gives_the_committed_bytes(built):
    committed = [sentence for sentence in compare(paths.ROOT, built) if not sentence.startswith(tuple(BUILT))]
    assert committed == []


def test_every_chart_can_be_read(built):
    """Each was looked at when it was drawn."""
    figures = [one for one in load_declarations().values() if one.usual.form != "table"]
    found = {}
    for one, lang in product(figures, LANGS):
        look = json.loads((built / f"bld/looks/{stem_of(one.id, lang)}.json").read_text(encoding="utf-8"))
        with (built / f"bld/exhibits/{one.id}.csv").open(encoding="utf-8", newline="") as file:
            marks = [(row["panel"], row["status"]) for row in csv.DictReader(file)]
        found[one.id, lang] = faults_of(look, one, marks)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_nothing_touches_the_network_after_set_up(built):
    """The whole way ran with sockets blocked; the pages that it made load nothing from elsewhere either."""
    assert asked_for(built) == []
    assert outside_loads(built / "reports/_site") == []


def test_no_cell_of_a_page_says_that_it_has_no_value(built):
    """Seventy read NaN where a model is refused."""
    pages = [
        page for folder in (*LANGS, "notebooks", "t") for page in (built / "reports/_site" / folder).glob("*.html")
    ]
    empty = re.compile(r">\s*(?:NaN|nan|None|NaT|&lt;NA&gt;|null)\s*<")
    assert len(pages) > 30
    assert [page.name for page in pages if empty.search(page.read_text(encoding="utf-8"))] == []


def test_what_asks_for_the_network_is_refused_and_written_down(tmp_path):
    ask = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = call(tmp_path, "-c", f"import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', {ask!r}]))")
    assert done.returncode == 1
    assert "no network after set-up" in done.stderr
    assert [line.partition(" ")[0] for line in asked_for(tmp_path)] == ["socket.getaddrinfo"]
    assert call(tmp_path, "-c", "import socket; socket.create_server(('127.0.0.1', 0))").returncode == 0


def test_no_step_reads_what_the_pipeline_does_not_watch(built):
    """Such a file could change without a rerun."""
    files = (built / "bld/watched").iterdir()
    watched = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}
    assert "task_notebook[quality]" in watched
    if not any(step["read"] for step in watched.values()):
        pytest.skip("the file system keeps no access times")
    # Of captions a notebook uses the ids alone, and these name its products.
    unseen = {
        name: [path for path in step["read"] if path not in step["allowed"] and not path.startswith("reports/captions")]
        for name, step in watched.items()
    }
    assert {name: files for name, files in unseen.items() if files} == {}


def test_a_second_run_does_nothing_also_where_the_project_was_moved(project):
    done = bulletins(project, "run")
    assert done.returncode == 0
    assert done.stdout.startswith("Nothing to do")


SEALED = "ceirp-2022-qa-rebadged"
EDITED = f"{SEALED},ceirp-2022,section 4,超过90%,"
OTHERS = ("site_consolidation", "new_media", "quality", "build_up")


def change_statement_and_code(root: Path) -> None:
    edit(root, "data/raw/statements.csv", EDITED, EDITED.replace("90%", "92%"))
    assert bulletins(root, "seal", SEALED, "--reason", "a test", "--by", "team").returncode == 0
    edit(
        root, "src/analysis/questions/smart_qa.py", 'f"{RUNNING}.all", "2017-12-01"', 'f"{RUNNING}.city", "2017-12-01"'
    )


# The steps behind what is compared, called one after the other: what a cold run does, without its checks and notebooks.
COLD = """
from analysis.pipeline import task_clean, task_estimate, task_series
task_clean.task_clean(), task_series.task_observe(), task_series.task_reconcile(), task_estimate.task_estimate()
"""


def test_after_edits_only_what_depends_on_them_is_rerun_and_gives_the_bytes_of_a_cold_run(project, tmp_path):
    """Estimates were once called up to date after the code that they are made by had changed."""
    before, cold = tables_in(project), tmp_path / "cold"
    change_statement_and_code(project)
    notebooks = " or ".join(("smart_question_answering", *OTHERS))
    done = bulletins(project, "run", "--only", f"({notebooks}) and not page")
    assert done.returncode == 0, done.stderr
    ran = steps_of(done.stdout)
    assert "notebook smart question answering" in ran
    assert not ran & {f"notebook {name.replace('_', ' ')}" for name in OTHERS}
    copy_sources(cold)
    for name in ("data/raw", "src"):
        shutil.copytree(project / name, cold / name, dirs_exist_ok=True)
    done = call(cold, "-c", COLD)
    assert done.returncode == 0, done.stderr
    warm, cold = tables_in(project), tables_in(cold)
    names = ("cleaned", "observations", "series", "estimates")
    assert {name: warm[name] for name in names} == {name: cold[name] for name in names}
    assert not [name for name in ("observations", "estimates") if warm[name] == before[name]]


def tables_in(root: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in (root / "bld/tables").glob("*.parquet")}


def remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def tear(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


# Of the site see `test_task_render`: to render it once more takes half a minute.
HARMED = [
    (tear, "bld/exhibits/fig-sensitivity.zh.svg", "notebook sensitivity"),
    (remove, "bld/exhibits/tbl-sensitivity.csv", "notebook sensitivity"),
    (remove, "reports/exhibits/fig-sensitivity.pdf", "texts"),
    (tear, "data/processed/series.csv", "publish"),
    (tear, "bld/themes/series-smart_qa.parquet", "slices"),
]


def test_what_is_lost_or_torn_is_made_again(project):
    outputs = snapshot(project)
    for harm, name, _ in HARMED:
        harm(project / name)
    done = bulletins(project, "run")
    assert done.returncode == 0, done.stderr
    assert snapshot(project) == outputs
    assert steps_of(done.stdout) >= {step for *_, step in HARMED}


def test_two_runs_at_once_refuse_with_a_sentence(built):
    with (built / "bld" / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = bulletins(built, "run")
    assert done.returncode == 1
    assert done.stderr.startswith("another run is at work in bld")


# An unknown indicator, an unreadable figure and a duplicate id: the row, what is planted in it, and what is said.
BAD_INPUT = [
    ("gov-2017q2-running-city,", ",running_government_sites,", ",runing_government_sites,", "running_government_sites"),
    ("gov-2017q2-running-all,", "36916", "若干", "cannot be read as one figure"),
    ("gov-2017q2-running-province,", "gov-2017q2-running-province,", "gov-2017q1-running-province,", "more than once"),
]


def test_bad_input_is_one_clear_sentence_each_and_leaves_earlier_outputs(project):
    """Also where the record of runs is damaged, which is then made anew."""
    with (project / "bld" / "pytask.sqlite3").open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    path = project / "data/raw/statements.csv"
    outputs = snapshot(project)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [next(i for i, line in enumerate(lines) if line.startswith(row)) for row, *_ in BAD_INPUT]
    for at, (_, old, new, _) in zip(places, BAD_INPUT, strict=True):
        assert old in lines[at]
        lines[at] = lines[at].replace(old, new)
    path.write_text("".join(lines), encoding="utf-8")
    done = bulletins(project, "run", "--only", "check_raw or observe")
    assert done.returncode == 1
    assert "pytask.sqlite3 was damaged and is made anew" in done.stdout
    assert not steps_of(done.stdout), "a step ran before the check"
    for at, (*_, said) in zip(places, BAD_INPUT, strict=True):
        own = [sentence for sentence in done.stderr.splitlines() if f"statements.csv, row {at + 1} " in sentence]
        assert any(said in sentence for sentence in own), done.stderr
    assert "Traceback" not in done.stderr
    path.unlink()
    done = bulletins(project, "run")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("data/raw/statements.csv is missing: restore it")
    assert snapshot(project) == outputs
