"""`make licences`: list the licence of every locked package in LICENCES.md, as the installed packages name it.

A package that is not installed here (another system's, a benchmark's) keeps its line.
"""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "LICENCES.md"
HEAD = """# Licences of the packages in uv.lock

Made by `make licences` from what the packages say of themselves. The project's own code is under the MIT licence.

| Package | Version | Licence |
| --- | --- | --- |
"""
# Programs under licences of their own inside a package that names only that of its Python code.
CARRIED = {
    "pypandoc-binary": "; carries pandoc, GPL-2.0-or-later",
    "typst": "; carries fonts under OFL-1.1, GUST and Bitstream Vera",
}
UNKNOWN = "not installed here"


def locked() -> dict[str, str]:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    own = {package["name"] for package in lock["package"] if "registry" not in package["source"]}
    return {one["name"]: one.get("version", "") for one in lock["package"] if one["name"] not in own}


def licence_of(name: str) -> str:
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    named = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier", []) if one.startswith("License ::")]
    free = (said.get("License") or "").strip().splitlines()[:1]
    return (said.get("License-Expression") or "; ".join(named or free)) + CARRIED.get(name, "")


def listed() -> dict[str, str]:
    text = LIST.read_text(encoding="utf-8") if LIST.exists() else ""
    return dict(re.findall(r"^\| ([\w.-]+) \| \S+ \| (.*) \|$", text, re.MULTILINE))


def write_list() -> None:
    before = listed()
    rows = ((name, version, licence_of(name) or before.get(name, UNKNOWN)) for name, version in locked().items())
    LIST.write_text(HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    write_list()
