from __future__ import annotations

from analysis.citing.trimming import Known, trim_caption, trim_page, trim_title

RUNNING, LATER = "{{< var en.gov-2017q2-running-all >}}", "{{< var en.gov-2022-running >}}"
KNOWN = Known(2017, {"gov-2017q2-running-all"}, {"fig-arc"}, {"gov-2017q2"}, {"gov-2017q2", "gov-2022"})


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
    page = "一句。二句{{< var zh.gov-2022-running >}}。三句。\n"
    assert trim_page(page, KNOWN)[0] == "一句。三句。\n"


def test_captions_lose_the_sentences_that_name_later_numbers():
    assert trim_caption("All {gov-2017q2-running-all}. Later {gov-2022-running}. End.", KNOWN.numbers, 2017) == (
        "All {gov-2017q2-running-all}. End."
    )


def test_list_items_are_trimmed_and_counted_anew():
    page = f"1. **Later.** In 2022 {LATER}.\n2. **Then.** Known. In 2020 more.\n3. **Still.** Yes.\n"
    text, dropped = trim_page(page, KNOWN)
    assert text.strip() == "1. **Then.** Known.\n2. **Still.** Yes."
    assert dropped == 2


def test_an_abstract_sums_up_what_came_later_and_goes():
    page = "---\ntitle: T\nabstract: |\n  One.\n  Two.\nlang: en\n---\n"
    assert trim_page(page, KNOWN)[0] == "---\ntitle: T\nlang: en\n---\n"


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
    assert trim_title("The cut of 2017", 2017) == "The cut of 2017"


def test_captions_speak_of_no_later_year_and_name_no_later_source():
    text = "The state in 2017. Single panels from 2015-2023. Sources: CNNIC, Nankai University and CEIRP."
    assert trim_caption(text, set(), 2017, {"Nankai University"}) == "The state in 2017. Sources: CNNIC, CEIRP."
    assert trim_caption("状况。来源：南开大学。", set(), 2017, {"南开大学"}) == "状况。"
