"""A release: the project with its code, data package, exhibits in all formats, site and PDFs, and citation metadata.

Once it left out the code, so that what an archive keeps could not be run, and its README spoke of what was not there.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.base import paths
from analysis.base.errors import ProjectError
from analysis.base.files import write_zip
from analysis.citing.citations import csl_of_project, load_project
from analysis.citing.formats import format_citation

NAME = "china-government-web-bulletins"
# Folders, with all that is below them, and files of the project that stand in their own place in the archive.
OWN_PLACE = (
    "benchmarks", "data", "expectations", "notebooks", "reports/captions", "reports/en", "reports/exhibits",
    "reports/zh", "src", "tests", ".zenodo.json", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENCES.md",
    "LICENSE", "Makefile", "README.md", "environment.yml", "pyproject.toml", "reports/_quarto.yml",
    "reports/charts.js", "reports/index.qmd", "reports/links.lua", "reports/print.typ", "reports/records.css",
    "reports/records.js", "reports/references.bib", "reports/report.css", "reports/theme-dark.scss",
    "reports/theme.scss", "requirements-uv.txt", "uv.lock",
)  # fmt: skip
PARTS = {place: place for place in OWN_PLACE} | {
    "site": "reports/_site", "citations/bulletins.json": "reports/_generated/bulletins.json",
}  # fmt: skip
# Texts of bulletins are no part of the project; the rest is what programs leave behind.
_LEFT_OUT = re.compile(
    r"^(?:data/raw/texts|data/incoming|site/\.files)|(?:^|/)(?:__pycache__|\.ipynb_checkpoints)/|\.egg-info/|\.draft$"
)


def pack_release(target: Path | None = None) -> Path:
    """Write the archive and return its path, `dist/NAME-VERSION.zip` by default.

    Raises `ProjectError` where a part is not built yet.
    """
    name = f"{NAME}-{load_project()['version']}"
    target = target or paths.ROOT / "dist" / f"{name}.zip"
    write_zip(target, {f"{name}/{place}": content for place, content in _contents().items()})
    return target


def _contents() -> dict[str, bytes]:
    """Return all files of the archive by place, with their checksums as one of them."""
    found = {place: path.read_bytes() for place, path in _files() if not _LEFT_OUT.search(place)}
    record = csl_of_project()
    found["codemeta.json"] = (json.dumps(codemeta(load_project()), ensure_ascii=False, indent=2) + "\n").encode()
    found["citations/project.json"] = (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()
    found["citations/project.bib"] = format_citation([record], "bibtex").encode()
    lines = (f"{hashlib.sha256(found[place]).hexdigest()}  {place}\n" for place in sorted(found))
    return found | {"MANIFEST.sha256": "".join(lines).encode()}


def codemeta(project: Mapping[str, str]) -> dict[str, Any]:
    """Return what CITATION.cff says as CodeMeta, which archives of software read."""
    return {
        "@context": "https://w3id.org/codemeta/3.0", "@type": "SoftwareSourceCode", "name": project["title"],
        "version": project["version"], "dateModified": project["date"], "programmingLanguage": "Python",
        "author": [{"@type": "Organization", "name": csl_of_project(project)["author"][0]["literal"]}],
        "license": ["https://spdx.org/licenses/MIT", "https://spdx.org/licenses/CC-BY-4.0"],
    }  # fmt: skip


def _files() -> Iterator[tuple[str, Path]]:
    for place, name in PARTS.items():
        source = paths.ROOT / name
        files = sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]
        if not files or not files[0].is_file():
            raise ProjectError(f"{name} is missing: run `bulletins run` first, a release packs what it makes.")
        for path in files:
            yield (f"{place}/{path.relative_to(source).as_posix()}" if source.is_dir() else place), path
