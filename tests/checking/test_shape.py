from __future__ import annotations

import pytest

from analysis.base.errors import UnknownName
from analysis.checking.rules import files_of, load_suite
from analysis.checking.sentences import sentences
from analysis.checking.suites import check_tables
from analysis.words.catalogue import LANGS
from helpers.suites import rule, write_suite

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "kind", "parts"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z-]+$", "description": "small letters"},
            "kind": {"enum": ["sum", "share"]},
            "parts": {"type": "array", "minItems": 1},
            "note": {"type": "string", "minLength": 1},
            "date": {"type": "string"},
            "right": {"type": ["string", "number"]},
        },
    },
}
SHAPE = rule("expect_records_to_match_schema", {})
GOOD = "- {id: a, kind: sum, parts: [x]}\n"


@pytest.fixture
def check_records(tmp_path):
    def run(text: str, *rules: dict, schema: dict = SCHEMA, file: str = "records.yml"):
        folder = tmp_path / "expectations"
        folder.mkdir(exist_ok=True)
        path = tmp_path / file
        path.write_text(text, encoding="utf-8")
        write_suite(folder / "records.yml", str(path), [SHAPE, *rules], schema=schema)
        return check_tables({"records": path}, folder)

    return run


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {id: b, kind: sum}\n", "line 2 (b): the record lacks 'parts'"),
        ("- {id: b, kind: sum, part: [x], parts: [y]}\n", "line 2 (b): the record has an unknown field 'part': "),
        ("- {id: b, kind: summ, parts: [x]}\n", "line 2 (b): kind: unknown word 'summ': did you mean sum?"),
        ("- {id: B1, kind: sum, parts: [x]}\n", "line 2 (B1): id 'B1' is not written as it should be (small letters)"),
        ("- id: b\n  kind: sum\n  parts: []\n", "line 4 (b): parts is empty"),
        ("- id: b\n  kind: sum\n  parts: x\n", "line 4 (b): parts 'x' should be a list"),
        ("- id: b\n  kind: sum\n  parts: [x]\n  note:\n", "line 5 (b): note without a value should be text"),
        ("- id: b\n  kind: sum\n  parts: [x]\n  right: [y]\n", "line 5 (b): right '['y']' should be text (in quotes"),
        ("- gov-a\n", "line 2: the record 'gov-a' should be fields with values"),
    ],
)  # fmt: skip
def test_a_record_of_another_shape_is_named_with_its_line(check_records, text, says):
    [result] = check_records(GOOD + text)
    assert result.result == "fail"
    said = list(sentences([result]))
    assert said[0].startswith(f"records.yml, {says}")
    assert all(sentence.endswith("[TST-01]; mend it.") for sentence in said)


def test_a_mapping_in_place_of_a_list_is_one_sentence(check_records):
    assert list(sentences(check_records("id: a\n"))) == [
        "records.yml, line 1: the file '{'id': 'a'}' should be a list [TST-01]; mend it."
    ]


def test_dates_are_text_and_a_file_of_comments_holds_no_records(check_records):
    assert check_records("- {id: a, kind: sum, parts: [x], date: 2024-05-31}\n")[0].result == "pass"
    assert check_records("# none yet\n")[0].result == "pass"


def test_rows_of_records_are_named_by_their_line(check_records):
    lists_known = rule("expect_listed_ids_to_exist", {"column": "parts", "known_in": "records.id"}, id="TST-02")
    found = check_records(
        "# x\n\n- id: a\n  kind: sum\n  parts: [a]\n- id: b\n  kind: sum\n  parts: [a, bb]\n", lists_known
    )
    assert list(sentences(found)) == [
        "records.yml, line 6 (b): parts 'bb' is not in records.yml [TST-02]; mend it."
    ]  # fmt: skip


def test_rows_are_not_asked_where_the_shape_is_wrong(check_records):
    unique = rule("expect_column_values_to_be_unique", {"column": "id"}, id="TST-02")
    assert [r.rule.id for r in check_records("- text\n", unique)] == ["TST-01"]
    assert [r.rule.id for r in check_records(GOOD, unique)] == ["TST-01", "TST-02"]


def test_a_misspelt_word_of_a_schema_is_refused(check_records):
    wrong = {**SCHEMA, "items": {**SCHEMA["items"], "requird": ["id"]}}
    with pytest.raises(UnknownName, match="unknown word of a schema 'requird': did you mean required"):
        check_records(GOOD, schema=wrong)


COLUMNS = rule("expect_table_columns_to_match_set", {"column_set": ["id", "kind", "date"], "exact_match": True})


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("id,date", ["the header lacks the column 'kind'"]),
        ("id,kind,date,xyz", ["unknown column 'xyz': choose one of id, kind, date"]),
        ("id,kind,date,", ["a column has no name; delete it"]),
        ("id,knd,date", ["the header lacks the column 'kind'", "unknown column 'knd': did you mean kind?"]),
        ("id,kind,date,kind", ["the column 'kind' stands twice in the header"]),
        ("id;kind;date", ["the header is one cell 'id;kind;date', not columns parted by commas"]),
        ("", ["the header is nothing, not columns parted by commas"]),
    ],
)
def test_a_header_must_hold_its_columns_and_no_others(tmp_path, header, says):
    path = tmp_path / "things.csv"
    path.write_text(header, encoding="utf-8")
    (tmp_path / "expectations").mkdir()
    write_suite(tmp_path / "expectations" / "things.yml", str(path), [COLUMNS])
    found = check_tables({"things": path}, tmp_path / "expectations")
    assert list(sentences(found)) == [f"things.csv, row 1: {text} [TST-01]; mend it." for text in says]


def test_a_pattern_stands_for_all_its_files(tmp_path):
    for name in ("texts/en/a.yml", "texts/zh/a.yml", "texts/zh/b.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("- text\n", encoding="utf-8")
    (tmp_path / "expectations").mkdir()
    pattern = tmp_path / "texts/*/*.yml"
    assert [path.parent.name for path in files_of(pattern)] == ["en", "zh"]
    write_suite(tmp_path / "expectations" / "texts.yml", str(pattern), [SHAPE], schema=SCHEMA)
    assert list(sentences(check_tables({"texts": tmp_path / "none/*.yml"}, tmp_path / "expectations"))) == [
        "*.yml: no file has this name [TST-01]; mend it."
    ]
    said = sentences(check_tables({"texts": pattern}, tmp_path / "expectations"))
    assert [sentence.partition(", line")[0] for sentence in said] == ["texts/en/a.yml", "texts/zh/a.yml"]


def test_a_suite_tells_the_fields_of_its_records(tmp_path):
    write_suite(tmp_path / "records.yml", "records.yml", [SHAPE], schema=SCHEMA)
    assert sorted(load_suite(tmp_path / "records.yml").columns) == ["date", "id", "kind", "note", "parts", "right"]


def test_a_column_of_each_language_is_named_once(tmp_path):
    shape = rule("expect_table_columns_to_match_set", {"column_set": ["id", "label_LANGUAGE"], "exact_match": True})
    schema = {"type": "array", "items": {"properties": {"title_LANGUAGE": {"type": "string"}}}}
    write_suite(tmp_path / "things.yml", "things.yml", [shape], schema=schema)
    suite = load_suite(tmp_path / "things.yml")
    assert suite.rules[0].kwargs["column_set"] == ["id", *(f"label_{lang}" for lang in LANGS)]
    assert suite.columns == tuple(f"title_{lang}" for lang in LANGS)
