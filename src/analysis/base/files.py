"""Text files that people edit: what is wrong with a file as such is one sentence that names it and the line."""

from __future__ import annotations

from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError


def name_of(path: Path) -> str:
    """Return the name by which a sentence calls a file: its path in the project, if it lies there."""
    return str(path.relative_to(paths.ROOT) if path.is_relative_to(paths.ROOT) else path)


def read_text(path: Path) -> str:
    """Read a UTF-8 file without its byte-order mark; a missing one or another encoding is a `ProjectError`."""
    name = name_of(path)
    try:
        return path.read_text(encoding="utf-8").removeprefix("\ufeff")
    except FileNotFoundError:
        raise ProjectError(f"{name} is missing: restore it with `git checkout -- {name}`.") from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ProjectError(
            f"{name}, line {line}: not UTF-8; save the file as UTF-8 (CSV UTF-8 in a spreadsheet)."
        ) from None
    except OSError as error:
        raise ProjectError(f"{name} cannot be read ({error.strerror}); a file with this name is needed.") from None
