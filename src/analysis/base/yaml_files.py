"""YAML files with the line of each of their parts, so that a sentence about a fault can name it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import ruamel.yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from analysis.base import shelf
from analysis.base.errors import ProjectError
from analysis.base.files import name_of, read_text, unseen

MOST_PARTS = 1_000_000


@dataclass(frozen=True)
class YamlFile:
    """What a YAML file holds, and where each part of it stands."""

    data: Any
    root: Node | None

    def line(self, *keys: str | int) -> int:
        """Return the line of the part that keys and indices lead to, or of the nearest part around it."""
        node, line = self.root, 1
        for key in keys:
            if (found := _child(node, key)) is None:
                break
            line, node = found
        return line


def _child(node: Node | None, key: str | int) -> tuple[int, Node] | None:
    """Return the line on which a part of a node begins, and the part."""
    if isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == key:
                return name.start_mark.line + 1, value
    return None


def load_yaml(path: Path) -> YamlFile:
    """Read a YAML file with its lines; a missing or malformed one is a `ProjectError` that names the line.

    What it holds is shared by all who read the same text, and not to be changed.
    """
    return _parse(read_text(path), name_of(path))


# A check asks five times for one file, and parsing takes longer than all its rules.
@lru_cache(maxsize=64)
def _parse(text: str, name: str) -> YamlFile:
    """Parse a text; that of a run is parsed once for all of its steps, and for the next run."""
    code = Path(__file__).read_bytes()
    return shelf.recall("yaml", lambda: _parse_anew(text, name), code, str(ruamel.yaml.__version__), text)


def _parse_anew(text: str, name: str) -> YamlFile:
    yaml = YAML(typ="safe", pure=True)
    if found := unseen(text):
        raise ProjectError(f"{name}, line {text.count(chr(10), 0, found[0]) + 1}: holds {found[1]}.")
    try:
        root = yaml.compose(text)
        _require_bounded(root, name, {})
        return YamlFile(yaml.constructor.construct_document(root) if root else None, root)
    except RecursionError:
        raise ProjectError(f"{name}: brackets within brackets beyond all reason; mend or restore it.") from None
    except (YAMLError, ValueError) as error:
        raise ProjectError(f"{name}, {_fault(error, text)}") from None


def _require_bounded(node: Node | None, name: str, sizes: dict[int, int]) -> int:
    """Return how many parts a node holds once aliases are written out; refuse one that holds itself, or a million.

    Ten short lines of aliases of aliases filled six gigabytes.
    """
    if id(node) not in sizes:
        sizes[id(node)] = MOST_PARTS + 1  # what a part of it finds that is the node itself
        sizes[id(node)] = 1 + sum(_require_bounded(part, name, sizes) for part in _parts(node))
    if node is not None and sizes[id(node)] > MOST_PARTS:
        line = node.start_mark.line + 1
        raise ProjectError(f"{name}, line {line}: aliases (*) within aliases without end; write out what they mean.")
    return sizes[id(node)]


def _parts(node: Node | None) -> list[Node]:
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return node.value if isinstance(node, SequenceNode) else []


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - the caller checks the shape
    """Read what a YAML file holds, as `load_yaml` does."""
    return load_yaml(path).data


def _fault(error: Exception, text: str) -> str:
    mark, place = getattr(error, "problem_mark", None), getattr(error, "position", 0)
    line = mark.line if mark is not None else text[:place].count("\n")
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    why = " ".join(str(problem).split())
    return f"line {line + 1}: cannot be read as YAML ({why}); mend the line or the one before it."
