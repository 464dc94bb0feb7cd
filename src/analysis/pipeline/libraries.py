"""Versions of the libraries that a step uses: a new release may change its result as a changed line does."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from importlib.util import find_spec

from analysis.base import paths

KEPT = paths.BUILD / "libraries.json"
_NAME = re.compile(r"[\w.-]+")


def versions_of(modules: Iterable[str]) -> dict[str, str]:
    """Return the versions of the distributions that hold modules, of all that these need, and of Python.

    `modules` are first names as they are imported: `docx` is held by `python-docx`, which needs `lxml`.
    """
    before = json.dumps(_known())
    found = {"python": ".".join(map(str, sys.version_info[:2]))}
    waiting = [name for module in modules for name in _distributions_of(module)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _version(name)
            waiting += _needs(name, found[name])
    if json.dumps(_known()) != before:
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.write_text(json.dumps(_known(), indent=1), encoding="utf-8")
    return dict(sorted(found.items()))


@cache
def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


@cache
def _known() -> dict[str, dict[str, list[str]]]:
    """Return what `bld/libraries.json` holds: finding it out anew takes half a second."""
    try:
        read = json.loads(KEPT.read_text(encoding="utf-8"))
        return {"held by": read["held by"], "needs": read["needs"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {"held by": {}, "needs": {}}


def _distributions_of(module: str) -> list[str]:
    held_by = _known()["held by"]
    if module not in held_by and find_spec(module):
        held_by.update(metadata.packages_distributions())
    return held_by.get(module, [module])


def _needs(name: str, version: str) -> list[str]:
    """Return the distributions that one needs, extras aside."""
    if version == "absent":
        return []
    key, needs = f"{name} {version}", _known()["needs"]
    if key not in needs:
        lines = (line for line in metadata.requires(name) or [] if "extra ==" not in line)
        needs[key] = sorted({match[0] for match in map(_NAME.match, lines) if match})
    return needs[key]
