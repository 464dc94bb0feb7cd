"""What the steps decide by themselves: an edition knows no later figure, and a slice carries figures as printed."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.base import paths, themes
from analysis.base.errors import UnknownName
from analysis.base.tables import write_parquet
from analysis.citing import editions
from analysis.pipeline.task_series import task_identities, task_reconcile, task_slices
from helpers.printed_figures import print_figures

ROW = {"indicator": "running_government_sites", "printed": "10家", "time_period": "2017-06-01"}
TABLES = print_figures(ROW, ROW | {"printed": "4家"}, ROW | {"printed": "6家"})
SPEC = """
- {id: parts, kind: sum, label_en: Parts, label_zh: 部分, left: s1 + s2, right: s0, source: printed}
- {id: later, kind: sum, label_en: Later, label_zh: 以后, left: s1 + s9, right: s0, source: printed}
"""


@pytest.mark.parametrize("edition", ["", "2017"])
def test_an_edition_passes_over_sums_of_which_it_does_not_know_a_figure(tmp_path, monkeypatch, edition):
    monkeypatch.setattr(paths, "EDITION", edition)
    observations, spec, made = (tmp_path / name for name in ("observations.parquet", "identities.yml", "made.parquet"))
    write_parquet(TABLES.observations, observations)
    spec.write_text(SPEC, encoding="utf-8")
    if not edition:
        with pytest.raises(UnknownName, match="s9"):
            task_identities(observations, spec, made)
        return
    task_identities(observations, spec, made)
    assert pl.read_parquet(made).select("identity_id", "result").rows() == [("parts", "holds")]


def test_a_slice_holds_the_rows_of_its_theme_with_figures_as_printed(tmp_path, monkeypatch):
    monkeypatch.setattr(themes, "SLICES", tmp_path / "themes")
    write_parquet(TABLES.observations, tmp_path / "observations.parquet")
    lines = ["statement_id,printed", *(f"s{n},{printed}" for n, printed in enumerate(("10家", "4家", "6家")))]
    (tmp_path / "statements.csv").write_text("\n".join(lines), encoding="utf-8")
    task_slices({"observations": tmp_path / "observations.parquet"}, tmp_path / "statements.csv")
    own = pl.read_parquet(themes.slice_path("consolidation", "observations"))
    assert own.select("observation_id", "value", "printed").rows() == [
        ("s0", 10, "10家"), ("s1", 4, "4家"), ("s2", 6, "6家"),
    ]  # fmt: skip
    assert pl.read_parquet(themes.slice_path("quality", "observations")).is_empty()


@pytest.mark.parametrize("edition", ["", "2017"])
def test_a_conflict_of_an_edition_speaks_of_no_later_year(tmp_path, monkeypatch, edition):
    monkeypatch.setattr(paths, "EDITION", edition)
    tables = print_figures(ROW, ROW | {"printed": "9999家", "bulletin_id": "gov-2017q4"})
    places = {name: tmp_path / f"{name}.parquet" for name in ("observations", "series", "conflicts")}
    write_parquet(tables.observations, places["observations"])
    trimmed = []
    monkeypatch.setattr(editions, "trim_later", lambda text, year: trimmed.append(year) or text)
    (tmp_path / "none.yml").write_text("[]", encoding="utf-8")
    task_reconcile(decisions=tmp_path / "none.yml", **places)
    assert pl.read_parquet(places["conflicts"]).height == 1
    assert set(trimmed) == ({2017} if edition else set())
