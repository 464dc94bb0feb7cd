from __future__ import annotations

import pytest

from analysis.base import shelf, yaml_files
from analysis.base.errors import ProjectError
from analysis.base.yaml_files import load_yaml, read_yaml

TEXT = """# a comment
- id: a
  parts: [x,
          y]

- id: b
  texts:
    en: one
    zh: 一
"""


@pytest.fixture
def write(tmp_path):
    def run(text: str | bytes):
        path = tmp_path / "records.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return run


@pytest.mark.parametrize(
    ("keys", "line"),
    [((), 1), ((0,), 2), ((0, "parts", 1), 4), ((1,), 6), ((1, "texts", "zh"), 9), ((1, "none"), 6), ((7,), 1)],
)
def test_each_part_has_its_line(write, keys, line):
    assert load_yaml(write(TEXT)).line(*keys) == line


def test_a_file_of_comments_holds_nothing(write):
    assert read_yaml(write("# nothing yet\n")) is None


# Ten lines that stand for a thousand million parts; a check filled six gigabytes with them.
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]\n" for last, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a: 1\n- b: [1\n", r"records\.yml, line 3: cannot be read as YAML \(expected ',' or '\]'"),
        ("- a: 1\n  a: 2\n", r'line 2: cannot be read as YAML \(found duplicate key "a"'),
        ("- a: b: c\n", "line 1: cannot be read as YAML .mapping values"),
        ("- !!python/object/apply:os.system [ls]\n", "line 1: cannot be read as YAML .could not determine"),
        ("- a\n- \x00\n", r"line 2: holds U\+0000 .*take it out"),
        ("[" * 600, "brackets within brackets"),
        ("- 政府\n".encode("gb18030"), "line 1: not UTF-8"),
        ("- &a [x, *a]\n", r"line 1: aliases \(\*\) within aliases"),
        (BOMB, r"line 7: aliases \(\*\) within aliases"),
        ("- a\n- 政\u202e府\n", r"line 2: holds U\+202E \(right-to-left override\)"),
        ("- date: 2024-13-45\n", "line 1: cannot be read as YAML .month must be"),
    ],
)
def test_what_is_no_yaml_is_one_sentence(write, text, says):
    with pytest.raises(ProjectError, match=says) as caught:
        read_yaml(write(text))
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_in_its_place_are_named(tmp_path):
    with pytest.raises(ProjectError, match=r"gone\.yml is missing"):
        read_yaml(tmp_path / "gone.yml")
    with pytest.raises(ProjectError, match="cannot be read"):
        read_yaml(tmp_path)


def test_a_recalled_file_has_the_same_data_and_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)
    monkeypatch.setattr(shelf, "RUNNING", True)
    path, found = tmp_path / "a.yml", []
    path.write_text("a: &x\n- 1\n- b: 2026-11-22\nc: *x\n", encoding="utf-8")
    for _ in range(2):
        yaml_files._parse.cache_clear()
        found.append(load_yaml(path))
    monkeypatch.setattr(yaml_files, "_parse_anew", None)
    yaml_files._parse.cache_clear()
    found.append(load_yaml(path))
    assert found[0].data == found[1].data == found[2].data
    places = (("a",), ("a", 1, "b"), ("c", 1), ("absent",))
    assert [found[2].line(*place) for place in places] == [found[0].line(*place) for place in places] == [1, 3, 3, 1]
