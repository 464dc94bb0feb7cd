"""The Dask engine: the same rows in the same order, whatever happens to a worker."""

from __future__ import annotations

import os
import signal

import pytest

from analysis.base.errors import ProjectError
from analysis.reading import engine, read_files
from analysis.reading.inputs import list_paths, list_units

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as running:
        yield running


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.reading.inputs._UNIT_BYTES", 400)
    for number in range(24):
        text = f"20{number:02d}年通报\n全省抽查政府网站{number + 20}家,合格率{60 + number}%。\n" * 6
        (tmp_path / f"t{number:02d}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "t99.txt").write_bytes(b"\x00\x01\x02\x03" * 40)
    return tmp_path


def test_same_rows_in_the_same_order(folder, cluster):
    assert len(list(list_units(list_paths([folder])))) > 6
    local = list(engine.read_batches([folder]))
    spread = list(engine.read_batches([folder], "dask", cluster.scheduler_address))
    assert [b.failures for b in spread] == [b.failures for b in local]
    assert all(a.frame.equals(b.frame) for a, b in zip(local, spread, strict=True))


def test_a_killed_worker_changes_nothing(folder, cluster):
    local = read_files([folder])
    batches = engine.read_batches([folder], "dask", cluster.scheduler_address)
    frames = [next(batches).frame]
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    frames += [batch.frame for batch in batches]
    assert local.equals(engine.join(frames))


def test_no_scheduler(folder):
    with pytest.raises(ProjectError, match="scheduler"):
        read_files([folder], "dask", "tcp://127.0.0.1:9")
