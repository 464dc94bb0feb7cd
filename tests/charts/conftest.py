"""Every chart is drawn in the project's style, and a glyph that the font lacks is an error."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def style() -> Iterator[None]:
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    from analysis.charts.style import chart_style

    with chart_style(), warnings.catch_warnings():
        warnings.filterwarnings("error", message=".*[Gg]lyph.*")
        yield
        plt.close("all")


@pytest.fixture
def no_word():
    """Tell whether a text holds words of a language where ids should stand."""
    return lambda text: " " in text.replace(" / ", "") or any(char > "\u2e80" for char in text)
