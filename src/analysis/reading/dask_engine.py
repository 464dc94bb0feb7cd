"""A Dask cluster to read with: local processes, or the scheduler at an address.

Dask runs a unit again elsewhere when its worker dies; reading has no side effects, so that changes nothing.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError
from analysis.reading.batch import Job

if TYPE_CHECKING:
    from distributed import Client

_RETRIES = 5


@contextmanager
def pool(job: Job, scheduler: str | None, workers: int | None) -> Generator[tuple[Any, Any, int]]:
    """Open an executor on a cluster, the job as its workers hold it, and how many workers there are."""
    client = _connect(scheduler, workers)
    try:
        held = client.scatter(job, broadcast=True, hash=True)
        yield (
            client.get_executor(pure=False, retries=_RETRIES),
            held,
            len(client.scheduler_info(n_workers=-1)["workers"]),
        )
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
        return Client(LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None))
    try:
        return Client(scheduler, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise ProjectError(f"no Dask scheduler answers at {scheduler}: start one, or leave --scheduler out.") from error
