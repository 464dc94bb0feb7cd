"""Figures as a table."""

from __future__ import annotations

import polars as pl

from analysis.reading.document import Stated
from analysis.reading.figure import COLUMNS
from analysis.reading.frame import FrameBuilder, empty_frame
from helpers.sentences import terms


def test_texts_stand_in_the_order_in_which_they_were_added():
    builder = FrameBuilder(terms())
    assert builder.add_text("b", "抽查网站30家,合格率90%。", Stated(area="CN-AH")) == 2
    assert builder.add_text("a", "<html><p>没有数字。</p></html>") == 0
    assert builder.add_text("a", "抽查网站5家。") == len(builder) - 2 == 1
    table = builder.build()
    assert table.select("doc", "printed", "area").rows() == [
        ("b", "30", "CN-AH"),
        ("b", "90%", "CN-AH"),
        ("a", "5", ""),
    ]


def test_a_table_without_figures_has_the_same_columns_and_kinds():
    builder = FrameBuilder(terms())
    builder.add_text("a", "抽查网站5家。")
    assert empty_frame().schema == builder.build().schema
    assert tuple(empty_frame().columns) == COLUMNS
    assert (empty_frame().schema["value"], empty_frame().schema["char_start"]) == (pl.Float64, pl.Int64)
