"""Many texts: the same rows in the same order, few units in memory."""

from __future__ import annotations

from concurrent.futures import Future

import polars as pl
import pytest

from analysis.base.errors import ProjectError
from analysis.reading import engine
from analysis.reading.batch import Job
from analysis.reading.frame import empty_frame
from analysis.reading.inputs import Unit
from analysis.reading.terms import terms_source


def test_an_engine_that_nobody_knows_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("抽查网站30家。", encoding="utf-8")
    with pytest.raises(ProjectError, match="unknown engine 'spark': choose local or dask"):
        list(engine.read_batches([tmp_path], "spark"))


def test_files_of_one_name_keep_their_folder(tmp_path):
    for name in ("one/a.txt", "two/a.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("抽查网站30家。", encoding="utf-8")
    assert engine.read_files([tmp_path])["doc"].to_list() == [
        str(tmp_path / f"{name}/a.txt") for name in ("one", "two")
    ]
    assert engine.read_files([tmp_path / "one"])["doc"].to_list() == ["a.txt"]


def test_tables_are_joined_and_none_is_an_empty_one():
    one = pl.DataFrame({"doc": ["a"]})
    assert engine.join([one, one])["doc"].to_list() == ["a", "a"]
    assert engine.join([]).equals(empty_frame())


class Pool:
    """Runs what it is given when it is asked for, and counts how much waits."""

    def __init__(self) -> None:
        self.waiting = self.most = 0

    def submit(self, call, *given) -> Future:
        future, pool = Future(), self
        pool.waiting += 1
        pool.most = max(pool.most, pool.waiting)

        def result():
            pool.waiting -= 1
            return call(*given)

        future.result = result
        return future


def test_units_are_shared_in_their_order_and_few_wait_at_a_time(tmp_path):
    units = []
    for number in range(6):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"抽查网站{number + 10}家。", encoding="utf-8")
        units.append(Unit("files", (str(path),)))
    pool, job = Pool(), Job(terms_source())
    frames = [batch.frame for batch in engine._share(iter(units), job, job, pool, 1)]
    assert engine.join(frames)["value"].to_list() == [number + 10 for number in range(6)]
    assert pool.most == 3
