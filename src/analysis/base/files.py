"""Files as such: what is wrong with one is a sentence that names it and the line; outputs are written in one move."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError

MANIFEST = "MANIFEST.sha256"  # of a folder
# What is typed is read row by row, so that each fault is named: 100 MB once took a quarter of an hour. Thirty times
# today's statements fit; tables that are made are Parquet and have no such limit.
MOST_BYTES = 24_000_000
# What does not show, or turns what stands around it: a figure with one of these in it reads as another than it is.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ue000-\uf8ff]"
)


def name_of(path: Path) -> str:
    """Return the name by which a sentence calls a file: its path in the project, if it lies there."""
    return str(path.relative_to(paths.ROOT) if path.is_relative_to(paths.ROOT) else path)


def read_text(path: Path) -> str:
    """Read a UTF-8 file without its byte-order mark, line ends as `\\n`; what is no such text is a `ProjectError`."""
    name, content = name_of(path), _content(path)
    try:
        return content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        said = "not UTF-8; save the file as UTF-8 (CSV UTF-8 in a spreadsheet)."
        raise ProjectError(f"{name}, line {line}: {said}") from None


def _content(path: Path) -> bytes:
    name = name_of(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ProjectError(
                f"{name} holds {size / 1e6:,.0f} MB, and {MOST_BYTES / 1e6:.0f} MB are the most that a file here can "
                f"need: look for rows that stand over and over, or restore it with `git checkout -- {name}`."
            )
        if path.is_fifo():
            raise ProjectError(f"{name} is no file but a pipe; a file with this name is needed.")
        return path.read_bytes()
    except FileNotFoundError:
        raise ProjectError(f"{name} is missing: restore it with `git checkout -- {name}`.") from None
    except OSError as error:
        raise ProjectError(f"{name} cannot be read ({error.strerror}); a file with this name is needed.") from None


def unseen(text: str) -> tuple[int, str] | None:
    """Return the place and the name of the first sign of a text that does not show; none where all of it does."""
    if (found := _UNSEEN.search(text)) is None:
        return None
    name = unicodedata.name(found[0], "a control or private sign").lower()
    return found.start(), f"U+{ord(found[0]):04X} ({name}), which does not show; take it out"


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file beside its place and move it there, so that a run that is killed leaves the earlier one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.draft")
    draft.write_bytes(content.encode() if isinstance(content, str) else content)
    draft.replace(path)


def write_zip(path: Path, contents: Mapping[str, bytes]) -> None:
    """Write files by their places into one zip, with the same bytes at every run and on every system."""
    draft = path.with_name(f"{path.name}.draft")
    draft.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(draft, "w") as archive:
        for place in sorted(contents):
            entry = zipfile.ZipInfo(place, (1980, 1, 1, 0, 0, 0))  # the earliest that the format knows
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            archive.writestr(entry, contents[place], zipfile.ZIP_DEFLATED, 9)
    draft.replace(path)


def write_manifest(manifest: Path, files: Iterable[Path]) -> None:
    """Write the SHA-256 of each file, in the form that `sha256sum --check` reads."""
    lines = (f"{_digest(path)}  {path.name}" for path in sorted(files))
    write_whole(manifest, "\n".join(lines) + "\n")


def not_as_listed(manifest: Path) -> list[str]:
    """Return the files of a manifest that are gone or hold other bytes."""
    listed = (line.split("  ", 1) for line in read_text(manifest).splitlines())
    found = ((name, manifest.with_name(name), digest) for digest, name in listed)
    return [name for name, path, wanted in found if not path.is_file() or _digest(path) != wanted]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
