"""Tables, anchors and links of generated pages: a cell of somebody else's stays text in each."""

from __future__ import annotations

from markupsafe import Markup as Html

from analysis.pages.markdown import anchor, number_link, permanent, pipe_table, quiet
from analysis.words.markdown import Markup

COLUMNS, WIDTHS = ["bulletin", "figures"], [3, 1]


def test_a_table_has_headings_of_the_language_widths_and_figures_on_the_right():
    lines = pipe_table(COLUMNS, WIDTHS, [["a|b", Markup("**c**")]], "zh").splitlines()
    assert lines[0].startswith("| ") and "通报" in lines[0]
    assert lines[1:] == ["|---|-:|", "| a\\|b | **c** |"]


def test_a_table_without_rows_is_nothing():
    assert pipe_table(COLUMNS, WIDTHS, [], "en") == ""


def test_a_text_in_html_stays_text_and_hides_shortcodes():
    """Quarto looks for shortcodes in HTML, too: an include in a title was carried out."""
    assert quiet("<b>{{< include  /a >}}") == "&lt;b&gt;&#123;&#123;&lt; include /a &gt;}}"
    assert quiet(Html("<i>3</i>")) == "&lt;i&gt;3&lt;/i&gt;"


def test_a_permanent_page_opens_in_the_language():
    assert permanent("n", "a-1", "en") == "/n/a-1.html"
    assert permanent("n", "a-1", "zh") == "/n/a-1.html#zh"


def test_an_id_is_a_place_and_a_link_and_a_number_is_a_link():
    assert anchor("b", "a-2020", "en") == "[[`a-2020`](/b/a-2020.html){.permanent}]{#a-2020}"
    assert anchor("b", "a-2020", "en", "other").endswith("{#other}")
    assert number_link("*90%", "a-1", "zh") == "[\\*90%](/n/a-1.html#zh){.number}"
