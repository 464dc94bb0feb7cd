from __future__ import annotations

import pytest

from analysis.citing.trimming import Known, trim_caption, trim_page, trim_title, without_marks

RUNNING, LATER = "{{< var en.gov-2017q2-running-all >}}", "{{< var en.gov-2022-running >}}"
KNOWN = Known(
    2017, {"gov-2017q2-running-all"}, {"fig-arc", "fig-part"}, {"fig-arc"}, {"gov-2017q2"}, {"gov-2017q2", "gov-2022"}
)


def test_sentences_about_later_bulletins_are_taken_out():
    page = (
        "---\ntitle: Report\n---\n\n## Sites\n\n"
        f"In June 2017 there were {RUNNING} sites. In 2022 there were {LATER}. The chart is @fig-arc.\n\n"
        "{{< include /exhibits/_fig-later.en.md >}}\n\n"
        f"- one {LATER}\n- two\n"
    )
    text, dropped = trim_page(page, KNOWN)
    assert dropped == 3
    assert "gov-2022" not in text
    assert "fig-later" not in text
    assert "gov-2017q2-running-all >}} sites. The chart is @fig-arc." in text
    assert "- two" in text


def test_a_page_that_was_known_stays_as_it_is():
    page = "One sentence. {{< var en.gov-2017q2-running-all--interval >}} another [@gov-2017q2].\n"
    assert trim_page(page, KNOWN) == (page, 0)


def test_chinese_sentences_are_parted_at_their_full_stops():
    one, page = RUNNING.replace("en.", "zh."), "{}一句。二句{{{{< var zh.gov-2022-running >}}}}。三句{}。\n"
    assert trim_page(page.format(one, one), KNOWN)[0] == f"{one}一句。三句{one}。\n"


def test_a_sentence_that_names_nothing_rests_on_what_its_paragraph_names():
    """`What adoption means is another matter.` stood alone in an edition, as did the provinces of later years."""
    assert trim_page(f"General. So many, {RUNNING}. In Qinghai more.", KNOWN)[1] == 0
    assert trim_page(f"General. So many, {RUNNING}. Later {LATER}. In Qinghai more.", KNOWN) == (
        f"So many, {RUNNING}.", 3
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "stays"),
    [("gov-2017q2-running-all", True), ("gov-2022-running", False), ("fig-arc", True), ("fig-part", False),
     ("gov-2017q2 fig-arc", True), ("gov-2017q2 gov-2022", False), ("no figure", True)],
)  # fmt: skip
def test_a_mark_says_what_a_sentence_rests_on(mark, stays):
    text = trim_page(f"<!-- rests on {mark} --> Sharp. Later {LATER}.", KNOWN)[0]
    assert without_marks(text) == ("Sharp." if stays else "")


def test_a_sentence_that_describes_an_exhibit_rests_on_all_that_it_shows():
    assert trim_page("It falls (@fig-arc).", KNOWN)[1] == 0
    assert trim_page("It falls (@fig-part).", KNOWN) == ("", 1)
    assert trim_page("They are in [`fig-part`](/x/fig-part.html).", KNOWN) == ("", 1)
    assert trim_page(f"So many, {RUNNING} (@fig-part).", KNOWN)[1] == 0


def test_what_points_to_a_section_that_is_gone_goes_too():
    page = f"## One {{#sec-one}}\n\nSo {RUNNING} (@sec-two).\n\nMore {RUNNING}.\n\n## Two {{#sec-two}}\n\nIn 2022.\n"
    assert trim_page(page, KNOWN)[0].strip() == f"## One {{#sec-one}}\n\nMore {RUNNING}."


def test_captions_lose_the_sentences_that_name_later_numbers():
    text = "All {gov-2017q2-running-all}. Later {gov-2022-running}. <!-- rests on fig-part --> They move. {sources}"
    assert trim_caption(text, KNOWN) == "All {gov-2017q2-running-all}. {sources}"


def test_list_items_are_trimmed_and_counted_anew():
    page = f"1. **Later.** In 2022 {LATER}.\n2. **Then.** Known. In 2020 more.\n"
    page += f"3. **Still.** Yes.\n4. So {RUNNING}. {LATER}\n"
    text, dropped = trim_page(page, KNOWN)
    assert text.strip() == f"1. **Still.** Yes.\n2. So {RUNNING}."
    assert dropped == 4


def test_an_abstract_keeps_the_sentences_that_name_nothing_later():
    page = f"---\ntitle: T\nabstract: |\n  One is\n  so. Two {LATER}.\n  Three {RUNNING}.\nlang: en\n---\n"
    assert trim_page(page, KNOWN)[0] == f"---\ntitle: T\nabstract: |\n  One is so. Three {RUNNING}.\nlang: en\n---\n"
    assert trim_page(f"---\nabstract: |\n  {LATER}.\nlang: en\n---\n", KNOWN)[0] == "---\nlang: en\n---\n"


def test_a_box_of_the_first_page_goes_as_a_whole():
    page = f"::: {{.finding}}\n## Known\n{RUNNING}\n:::\n\n::: {{.finding}}\n## Since\n{LATER}\n\nmore\n:::\n"
    text, dropped = trim_page(page, KNOWN)
    assert "## Known" in text
    assert "## Since" not in text
    assert dropped == 1


def test_headings_lose_later_years_and_go_where_nothing_is_left_under_them():
    page = (
        "## From decline to plateau, 2018 to 2023 {#sec-plateau}\n\nKnown.\n\n### Later\n\n"
        f"In 2022 {LATER}.\n\n### Also later, 2019-2022\n\nIn 2020 more.\n\n## End\n\nKnown.\n"
    )
    text = trim_page(page, KNOWN)[0]
    assert text == "## From decline to plateau {#sec-plateau}\n\nKnown.\n\n## End\n\nKnown.\n"
    assert trim_title("集约化与平台期，2015—2023年", 2017) == "集约化与平台期"
    assert trim_title("从下降到平台期（2018—2023年）{#sec-plateau}", 2017) == "从下降到平台期{#sec-plateau}"
    assert trim_title("Sites by province, 2018, 2019 and since", 2017) == "Sites by province"
    assert trim_title("### From decline? 2018 to 2023 {#sec-p}", 2017) == "### From decline? {#sec-p}"
    assert trim_title("The cut of 2017", 2017) == "The cut of 2017"


def test_captions_speak_of_no_later_year_and_names_stay_whole():
    text = "The state in 2017. Single panels from 2015-2023. Sources: Zhao, Marghitu and Mou."
    assert trim_caption(text, KNOWN) == "The state in 2017. Sources: Zhao, Marghitu and Mou."
