"""Versions of the libraries that a step uses: a new release may change its result as a changed line does."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata
from typing import NamedTuple

from analysis.base import shelf
from analysis.pipeline.unchanged import installed

_NAME = re.compile(r"[\w.-]+")


class Libraries(NamedTuple):
    """What is installed: by module the distributions that hold it, by distribution its version and what it needs."""

    held_by: Mapping[str, list[str]]
    versions: Mapping[str, str]
    needs: Mapping[str, list[str]]


def versions_of(modules: Iterable[str]) -> dict[str, str]:
    """Return the versions of the distributions that hold modules, of all that these need, and of Python.

    `modules` are first names as they are imported: `docx` is held by `python-docx`, which needs `lxml`.
    """
    known, found = _known(), {"python": ".".join(map(str, sys.version_info[:2]))}
    waiting = [_normal(name) for module in modules for name in known.held_by.get(module, [module])]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known.versions.get(name, "absent")
            waiting += known.needs.get(name, [])
    return dict(sorted(found.items()))


@cache
def _known() -> Libraries:
    """Return what is installed; to find it out anew takes half a second."""
    return shelf.recall("libraries", _find_out, *installed())


def _find_out() -> Libraries:
    first = {_normal(one.name): one for one in reversed([*metadata.distributions()])}  # of a name, as Python finds it
    needs = {name: [*map(_normal, _needed(one.requires or ()))] for name, one in first.items()}
    return Libraries(metadata.packages_distributions(), {name: one.version for name, one in first.items()}, needs)


def _needed(lines: Iterable[str]) -> Iterator[str]:
    """Yield the names in what a distribution says that it needs, extras aside."""
    yield from (match[0] for line in lines if "extra ==" not in line and (match := _NAME.match(line)))


def _normal(name: str) -> str:
    """Return the one spelling of a distribution's name, which the lock has, too."""
    return re.sub(r"[-_.]+", "-", name).lower()
