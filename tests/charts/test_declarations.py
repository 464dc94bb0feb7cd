from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.charts.declarations import load_declarations
from analysis.citing.captions import load_exhibits
from analysis.words.catalogue import LANGS, keys


def words_of(declaration):
    """Return the keys of all words that a declaration names."""
    panels = [declaration.usual, *declaration.panels.values()]
    found = {declaration.question, *declaration.words.values(), *declaration.notes, *declaration.columns.values()}
    for panel in panels:
        found |= {panel.title, panel.axis.title, panel.time.title, *panel.events.values()}
        found |= {word for _, _, word in panel.phases}
    return found - {""}


@pytest.mark.parametrize("exhibit_id", load_declarations())
def test_every_word_of_a_declaration_stands_in_every_language(exhibit_id):
    declaration = load_declarations()[exhibit_id]
    assert declaration.question
    for lang in LANGS:
        assert not words_of(declaration) - set(keys(lang))


def test_a_declared_exhibit_has_captions_in_the_file_of_its_notebook():
    captions = load_exhibits()
    for name, declaration in load_declarations().items():
        assert captions[name].notebook == declaration.notebook


@pytest.mark.parametrize(
    ("text", "said"),
    [("form: over_tme\n", "over_time"), ("form: over_time\n  labls: all\n", "labels"),
     ("form: over_time\n  axis: {tite: x}\n", "title"),
     ("form: over_time\n  select: [{from: series, wher: {area: CN}}]\n", "where")],
)  # fmt: skip
def test_a_misspelt_setting_is_an_error_that_names_the_exhibit(tmp_path: Path, text, said):
    (tmp_path / "sites.yml").write_text(f"fig-a:\n  question: q\n  {text}", encoding="utf-8")
    with pytest.raises(ProjectError, match=rf"sites\.yml, fig-a.*{said}"):
        load_declarations(tmp_path)
