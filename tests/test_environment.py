"""environment.yml repeats pyproject.toml: the same packages, the same versions."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections import Counter

from ruamel.yaml import YAML

from analysis.base import paths
from helpers.licences import locked

# conda-forge names a few packages otherwise.
CONDA_NAMES = {"ruamel.yaml": "ruamel-yaml", "matplotlib-base": "matplotlib"}
ONLY_CONDA = {"python", "quarto", "pip", "--editable ."}


def split(requirement: str) -> tuple[str, str]:
    name, version = re.fullmatch(r"([A-Za-z0-9_.-]+?)\s*((?:[<>=!~].*)?)", requirement).groups()
    return CONDA_NAMES.get(name, name), version.replace("==", "=")


def test_conda_and_pip_agree():
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = YAML(typ="safe").load((paths.ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    conda = [entry for entry in listed if isinstance(entry, str)] + listed[-1]["pip"]
    ours = dict(split(requirement) for requirement in project["dependencies"])
    theirs = dict(
        split(entry) for entry in conda if entry not in ONLY_CONDA and not entry.startswith(("python>", "quarto"))
    )
    assert theirs == ours
    assert f"python{project['requires-python']}" in conda


def test_every_package_of_the_stack_is_there():
    text = (paths.ROOT / "environment.yml").read_text(encoding="utf-8")
    for package in ("jupyterlab", "pandas", "polars", "statsmodels", "seaborn", "quarto", "great-expectations"):
        assert f"- {package}" in text


def test_figures_go_through_one_version_of_each_library_whatever_the_python():
    """Under Python 3.13 another numpy and scipy once gave three files of a chart other bytes than under 3.11."""
    lock = tomllib.loads((paths.ROOT / "uv.lock").read_text(encoding="utf-8"))
    counts = Counter(package["name"] for package in lock["package"])
    assert {name for name, count in counts.items() if count > 1} <= {"soupsieve"}  # Jupyter's, for pages it exports


def test_every_locked_package_is_listed_with_its_licence():
    lines = (paths.ROOT / "LICENCES.md").read_text(encoding="utf-8").splitlines()
    missing = [
        f"{name} {version}" for name, version in locked().items() if f"| {name} | {version} |" not in "\n".join(lines)
    ]
    assert missing == [], "run `make licences`"
    assert not [line for line in lines if line.endswith(("| |", "|  |"))]
    assert any("pypandoc-binary" in line and "GPL" in line for line in lines)


def test_uv_itself_is_pinned_by_its_digests():
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--require-hashes --requirement requirements-uv.txt" in makefile
    assert (paths.ROOT / "requirements-uv.txt").read_text(encoding="utf-8").count("--hash=sha256:") > 10


def test_a_clone_of_windows_holds_the_same_bytes(tmp_path):
    """With `core.autocrlf`, 9 of 17 checksums once failed."""
    shutil.copy(paths.ROOT / ".gitattributes", tmp_path)
    table, before = tmp_path / "table.csv", b"a,b\n1,2\n"
    table.write_bytes(before)
    for words in ("init -q", "config core.autocrlf true", "add ."):
        subprocess.run(["git", "-C", tmp_path, *words.split()], check=True)
    table.unlink()
    subprocess.run(["git", "-C", tmp_path, "checkout", "-q", "--", "table.csv"], check=True)
    assert table.read_bytes() == before
