"""The same reading on a Dask cluster: local processes, or the scheduler at an address.

Units are handed out a few at a time and taken back in order, so memory holds a window of them, however large the input
is. Dask runs a unit again elsewhere when its worker dies; reading has no side effects, so that changes nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError
from analysis.reading.batch import Batch, Job, read_packed, unpack
from analysis.reading.inputs import Unit

if TYPE_CHECKING:
    from distributed import Client

_WINDOW_PER_WORKER = 3
_RETRIES = 5


def map_units(units: Iterable[Unit], job: Job, scheduler: str | None, workers: int | None = None) -> Iterator[Batch]:
    """Yield the batches of units in order, read by the workers of a cluster."""
    client = _connect(scheduler, workers)
    try:
        yield from _in_order(client, iter(units), client.scatter(job, broadcast=True, hash=True))
    finally:
        client.close()
        if scheduler is None and client.cluster is not None:
            client.cluster.close()


def _connect(scheduler: str | None, workers: int | None) -> Client:
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ProjectError("the dask engine needs Dask: install the project's extra, pip install '.[dask]'.") from error
    # Texts are not lost with a worker that the machine kills; give them another one, more often than by default.
    dask.config.set({"distributed.scheduler.allowed-failures": 10})
    if scheduler is None:
        cluster = LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None)
        return Client(cluster)
    try:
        return Client(scheduler, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise ProjectError(f"no Dask scheduler answers at {scheduler}: start one, or leave --scheduler out.") from error


def _in_order(client: Client, units: Iterator[Unit], job: Any) -> Iterator[Batch]:  # noqa: ANN401 - a future
    """Keep a window of units under way and yield their results in the order of the units."""
    window = max(2, _WINDOW_PER_WORKER * len(client.scheduler_info(n_workers=-1)["workers"]))
    waiting: deque = deque()
    for unit in units:
        waiting.append(client.submit(read_packed, unit, job, pure=False, retries=_RETRIES))
        if len(waiting) >= window:
            yield from map(unpack, waiting.popleft().result())
    while waiting:
        yield from map(unpack, waiting.popleft().result())
