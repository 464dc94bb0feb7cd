"""`make kills`: kill runs and see that the next one gives the same bytes and that no process is left.

Products of some steps are taken away, and the run that makes them anew is killed (SIGKILL), at a random moment, just
before a finished file is moved to its place, or while half of it is written. Works in a copy of the project.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

MODES = ("before a move", "half a file", "any moment")
WATCHED = (
    "README.md", "data/processed", "reports/exhibits", "reports/_site", "reports/_generated", "reports/_variables.yml",
    "reports/notebooks", "bld/tables", "bld/themes", "bld/exhibits", "bld/notebooks",
)  # fmt: skip
# Products by how often they are taken away: a render takes longest.
HARMS = {
    "bld/tables/*.parquet": 8, "bld/themes/*.parquet": 3, "data/processed/*.*": 5, "reports/exhibits/*.*": 4,
    "reports/_generated/*.*": 3, "reports/notebooks/*.ipynb": 3, "bld/notebooks/*.ipynb": 4, "reports/_site/*/*.*": 1,
}  # fmt: skip
SLOW = ("sensitivity.parquet", "checks-raw.parquet")


def snapshot(root: Path) -> dict[str, str]:
    found = (
        path for name in WATCHED for path in ([root / name] if (root / name).is_file() else (root / name).rglob("*"))
    )
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found if path.is_file()
    }


def harm(root: Path, drawn: random.Random) -> list[str]:
    patterns = drawn.choices(list(HARMS), list(HARMS.values()), k=3)
    chosen = {drawn.choice([p for p in sorted(root.glob(pattern)) if p.name not in SLOW]) for pattern in patterns}
    for path in chosen:
        path.unlink()
    return sorted(str(path.relative_to(root)) for path in chosen)


def run(root: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    known = {"BULLETINS_ROOT": str(root), "PYTHONPATH": str(root / "src")} | more
    return subprocess.Popen(
        [sys.executable, *words], env=os.environ | known, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def left(root: Path) -> list[int]:
    """The processes that still work on a copy, by the environment that they were started with."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            if state != "Z" and f"BULLETINS_ROOT={root}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append(int(process.name))
        except OSError:
            continue  # it ended, or is another user's
    return found


def killed(root: Path, mode: str, drawn: random.Random) -> bool:
    """Start a run and kill it; false where it ended before."""
    process = run(root, __file__, "--child", KILL_MODE=mode, KILL_AT=str(drawn.randint(1, 3)))
    if mode == "any moment":
        time.sleep(drawn.uniform(1, 20))
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=900)
    return process.returncode == -signal.SIGKILL


def kill_once(root: Path, drawn: random.Random, counts: Counter[tuple[str, str]]) -> str:
    """Take products away and kill the run that makes them anew; count the processes that it leaves."""
    mode, harmed = drawn.choice(MODES), harm(root, drawn)
    what = "killed" if killed(root, mode, drawn) else "ended before"
    time.sleep(1.5)
    orphans = left(root)
    for process in orphans:
        os.kill(process, signal.SIGKILL)
    counts[mode, what] += 1
    counts[mode, "processes left"] += len(orphans)
    return f"{mode}: {what}, {len(orphans)} left, without {', '.join(harmed)}"


def healed(root: Path, whole: dict[str, str]) -> str:
    """Run once more and say what is not as it was before; nothing where all of it is."""
    healing = run(root, "-m", "analysis.cli", "run")
    said, _ = healing.communicate(timeout=900)
    if healing.returncode:
        return f"status {healing.returncode}: {said[-300:]}"
    wrong = sorted({name for name, _ in {*snapshot(root).items()} ^ {*whole.items()}})
    return f"differ: {', '.join(wrong[:6])}" if wrong else ""


def child() -> None:
    """A run that kills itself at the n-th file that is moved to its place, or half-way through writing it."""
    wanted, mode, count, own = int(os.environ["KILL_AT"]), os.environ["KILL_MODE"], Counter(), os.getpid()
    move = os.replace

    def replace(source: str, target: str, **more: int) -> None:
        if str(target).startswith(os.environ["BULLETINS_ROOT"]):
            count["moved"] += 1
        if count["moved"] == wanted and mode != "any moment":
            if mode == "half a file":
                os.truncate(source, Path(source).stat().st_size // 2)
            os.kill(own, signal.SIGKILL)  # the run; its steps are processes of their own
            time.sleep(60)
        move(source, target, **more)

    os.replace = replace
    from analysis.cli.commands import main

    sys.argv = ["bulletins", "run"]
    main()


def main(root: Path, times: int, seed: int = 1, in_a_row: int = 3) -> int:
    """Kill runs, some in a row, and heal after each row; stop at the first row that does not heal."""
    drawn, whole, counts, fault = random.Random(seed), snapshot(root), Counter(), ""
    while not fault and sum(number for (_, what), number in counts.items() if what == "killed") < times:
        for _ in range(in_a_row):
            print(kill_once(root, drawn, counts), flush=True)
        fault = healed(root, whole)
        print(fault or "healed to the same bytes", flush=True)
    for (mode, what), number in sorted(counts.items()):
        print(f"| {mode} | {what} | {number} |")
    return bool(fault)


def copied(root: Path, folder: Path) -> Path:
    """Copy a project with all that it has built; being copied makes nothing stale."""
    return shutil.copytree(root, folder, ignore=shutil.ignore_patterns(".venv", ".git", "dist", "__pycache__"))


if __name__ == "__main__":
    if "--child" in sys.argv:
        child()
    else:
        with tempfile.TemporaryDirectory(prefix="bulletins-kills-") as temporary:
            built = copied(Path(__file__).resolve().parents[2], Path(temporary) / "project")
            healed(built, {})  # up to date, before anything is killed
            sys.exit(main(built, int(sys.argv[1])))
