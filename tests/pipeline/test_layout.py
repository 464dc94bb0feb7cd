"""The files of the steps: nothing that people write stays outside, and a table is published only when checked."""

from __future__ import annotations

import subprocess

from analysis.base import paths
from analysis.pipeline import layout
from analysis.pipeline.nodes import Exhibits, Files, Folder


def test_every_raw_file_is_watched_but_for_the_texts():
    listed = subprocess.run(
        ["git", "-C", str(paths.ROOT), "ls-files", "data/raw"], capture_output=True, text=True, check=False
    ).stdout.split()
    written = {name for name in listed if not name.endswith(".md") and "/texts/" not in name}
    assert written <= {path.relative_to(paths.ROOT).as_posix() for path in layout.RAW.paths}


def test_what_a_run_asks_for_first_is_there_and_is_watched():
    assert all(path.is_file() for path in layout.INPUTS)
    assert set(layout.INPUTS) <= set(layout.RAW.paths)


def test_a_table_waits_elsewhere_than_it_is_published():
    assert layout.staged("series").parent == paths.STAGE
    assert layout.published("series", "csv") == paths.PROCESSED / "series.csv"


def test_a_group_is_the_same_node_for_who_makes_and_who_uses_it():
    one, other = layout.slices("quality"), layout.slices("quality")
    assert type(one) is Files
    assert one.signature == other.signature != layout.slices("consolidation").signature
    record = layout.drafts("a", ["fig-a"])
    assert (type(record), [path.name for path in record.paths]) == (Exhibits, ["fig-a.json"])


def test_a_folder_is_one_node_by_its_name(tmp_path):
    node = layout.whole(tmp_path / "n", tmp_path / "b")
    assert (type(node), node.name, node.paths) == (Folder, "n b", [tmp_path / "n", tmp_path / "b"])
