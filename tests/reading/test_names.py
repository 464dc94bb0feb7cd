"""What stands in a name says nothing of a figure."""

from __future__ import annotations

import pytest

from analysis.reading.names import in_spans, is_in_title, silent_spans
from helpers.sentences import terms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # 全国 in the title of a national notice made a local notice national.
        ("按照《全国政府网站通报》要求", ["《全国政府网站通报》"]),
        ("在全国政府网站信息报送系统中", ["全国政府网站信息报送系统"]),
        ("“网站抽查通知”印发", ["“网站抽查通知”"]),
        ("“大家”印发", []),
        ("全国政府网站30家", []),
    ],
)
def test_titles_systems_and_quoted_names_are_silent(text, names):
    spans = silent_spans(text, terms().patterns)
    said = [text[start:end] for start, end in spans]
    assert [name for name in names if any(name in one for one in said)] == names
    assert bool(said) == bool(names)
    assert spans == sorted(spans)


def test_a_word_that_is_all_of_a_name_is_evidence():
    assert in_spans(2, 4, [(1, 4)])
    assert not in_spans(1, 4, [(1, 4)])
    assert not in_spans(0, 3, [(1, 4)])


@pytest.mark.parametrize(("text", "inside"), [("《49条硬核措施》", True), ("《措施》49条", False), ("《49条", False)])
def test_a_number_in_a_title_counts_nothing(text, inside):
    assert is_in_title(text, text.index("49")) is inside
