"""The room is a ladder: no module of the reader imports, by whatever way, one that imports it."""

from __future__ import annotations

import itertools

import grimp


def test_no_circle_of_modules():
    graph = grimp.build_graph("analysis")
    modules = [name for name in graph.modules if name.startswith("analysis.reading.")]
    circles = [
        (a, b) for a, b in itertools.combinations(modules, 2) if graph.chain_exists(a, b) and graph.chain_exists(b, a)
    ]
    assert circles == []
