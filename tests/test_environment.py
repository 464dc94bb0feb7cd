"""environment.yml repeats pyproject.toml: the same packages, the same versions."""

from __future__ import annotations

import re
import tomllib

from ruamel.yaml import YAML

from analysis.base import paths

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
