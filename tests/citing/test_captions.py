"""Captions: one file for each notebook and language, and every language has every text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.charts.exhibits import exhibits_of
from analysis.citing.captions import load_exhibits

ENTRY = "fig-sites:\n  title: {0}\n  caption: {0} of {{n-1}}.\n  alt: {0}.\n"


def write(folder: Path, lang: str, text: str, notebook: str = "sites") -> Path:
    path = folder / lang / f"{notebook}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_texts_come_from_the_file_of_each_language(tmp_path):
    write(tmp_path, "en", ENTRY.format("Sites"))
    exhibit = load_exhibits(write(tmp_path, "zh", ENTRY.format("网站")))["fig-sites"]
    assert (exhibit.texts["en"]["title"], exhibit.texts["zh"]["title"]) == ("Sites", "网站")
    assert (exhibit.notebook, exhibit.named_numbers()) == ("sites", ["n-1"])


def test_a_language_without_an_exhibit_is_an_error(tmp_path):
    with pytest.raises(ProjectError, match=r"captions/zh/sites\.yml: fig-sites is missing"):
        load_exhibits(write(tmp_path, "en", ENTRY.format("Sites")))


def test_an_exhibit_without_a_text_is_an_error(tmp_path):
    with pytest.raises(ProjectError, match=r"captions/en/sites\.yml, fig-sites: alt missing"):
        load_exhibits(write(tmp_path, "en", ENTRY.format("Sites").replace("alt", "other")))


def test_an_exhibit_stands_in_one_file(tmp_path):
    write(tmp_path, "en", ENTRY.format("Sites"))
    with pytest.raises(ProjectError, match="stands in another file too"):
        load_exhibits(write(tmp_path, "en", ENTRY.format("Sites"), notebook="more"))


def test_ids_are_those_of_the_captions():
    assert exhibits_of() == sorted(load_exhibits())


ENDS = {"en": re.compile(r'(?<=[a-z0-9)}"])[.!?](?=\s|$)'), "zh": re.compile("[。！？]")}


@pytest.mark.parametrize("exhibit_id", load_exhibits())
def test_a_caption_is_no_longer_than_three_sentences(exhibit_id):
    """What is shown, how to read it, and who printed it: half of them repeated the prose beside them."""
    for lang, texts in load_exhibits()[exhibit_id].texts.items():
        assert len(ENDS[lang].findall(texts["caption"])) <= 3


SHADES = re.compile(r"(?i)\b(?:dark|pale|light)(?:er|est)?\b|颜色.?深|[深浅]色|深浅|越[深浅]")


@pytest.mark.parametrize("exhibit_id", load_exhibits())
def test_a_caption_is_true_of_the_dark_page_too(exhibit_id):
    """In the dark charts are turned over: cells of which "the darker, the more" was said were the lightest."""
    for texts in load_exhibits()[exhibit_id].texts.values():
        assert not SHADES.search(" ".join(texts.values()))
