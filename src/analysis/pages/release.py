"""A release: data package, exhibits in all formats, site with its PDFs, and citation metadata in one archive.

The same files give the same bytes: names are sorted, times and permissions fixed.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.citing.citations import csl_of_project, load_project
from analysis.citing.formats import format_citation

NAME = "china-government-web-bulletins"
# Folders and files of the project by their place in the archive.
PARTS = {
    "data/raw": "data/raw", "data/processed": "data/processed", "exhibits": "reports/exhibits", "site": "reports/_site",
    "citations/bulletins.json": "reports/_generated/bulletins.json",
    "citations/literature.bib": "reports/references.bib", "CITATION.cff": "CITATION.cff", "LICENSE": "LICENSE",
    "README.md": "README.md", "data/README.md": "data/README.md", "CHANGELOG.md": "CHANGELOG.md",
}  # fmt: skip
_LEFT_OUT = ("data/raw/texts/", "site/.files")  # texts of bulletins are no part of the project
_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows


def pack_release(target: Path | None = None) -> Path:
    """Write the archive and return its path, `dist/NAME-VERSION.zip` by default.

    Raises `ProjectError` where a part is not built yet.
    """
    name = f"{NAME}-{load_project()['version']}"
    target = target or paths.ROOT / "dist" / f"{name}.zip"
    contents = _contents()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".draft")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for place in sorted(contents):
            archive.writestr(_entry(f"{name}/{place}"), contents[place], zipfile.ZIP_DEFLATED, 9)
    draft.replace(target)
    return target


def _entry(place: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(place, _TIME)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # whatever system packs it
    return entry


def _contents() -> dict[str, bytes]:
    """Return all files of the archive by place, with their checksums as one of them."""
    found = {place: path.read_bytes() for place, path in _files() if not place.startswith(_LEFT_OUT)}
    record = csl_of_project()
    found["citations/project.json"] = (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()
    found["citations/project.bib"] = format_citation([record], "bibtex").encode()
    lines = (f"{hashlib.sha256(found[place]).hexdigest()}  {place}\n" for place in sorted(found))
    return found | {"MANIFEST.sha256": "".join(lines).encode()}


def _files() -> Iterator[tuple[str, Path]]:
    for place, name in PARTS.items():
        source = paths.ROOT / name
        files = sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]
        if not files or not files[0].is_file():
            raise ProjectError(f"{name} is missing: run `bulletins run` first, a release packs what it makes.")
        for path in files:
            yield (f"{place}/{path.relative_to(source).as_posix()}" if source.is_dir() else place), path
