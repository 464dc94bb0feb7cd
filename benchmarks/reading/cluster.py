"""One Dask worker against two, on texts in which nothing is repeated; prints the ratio.

python benchmarks/reading/cluster.py [--texts 24]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from texts import fresh_text


def measure(folder: Path, workers: int) -> float:
    """Return the seconds that a cluster of so many workers takes, after a first unit that wakes it."""
    from distributed import Client, LocalCluster

    from analysis.reading import read_files

    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        client.run(_warm)
        start = time.perf_counter()
        read_files([folder], "dask", cluster.scheduler_address)
        return time.perf_counter() - start


def _warm() -> None:
    from analysis.reading.frame import FrameBuilder
    from analysis.reading.terms import load_terms

    builder = FrameBuilder(load_terms())
    builder.add_text("text", "合格率90%。")
    builder.build()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=24)
    count = parser.parse_args().texts
    from analysis.reading import inputs

    inputs._UNIT_BYTES = 60_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(count):
            (folder / f"{number:03d}.txt").write_text(fresh_text(0.1, number), encoding="utf-8")
        one, two = measure(folder, 1), measure(folder, 2)
    print(f"one worker {one:.1f} s, two workers {two:.1f} s, ratio {one / two:.2f}")


if __name__ == "__main__":
    main()
