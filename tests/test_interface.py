"""What a paper or a notebook of one's own imports: `from analysis import ...`."""

from __future__ import annotations

import pytest

from analysis import cite, number, observations, series
from analysis.base.errors import UnknownName


def test_observations_come_typed_and_by_code_in_either_library():
    found = observations(indicator="running_government_sites", area="CN", level="all")
    assert {"observation_id", "value", "lower", "upper"} <= set(found.columns)
    assert set(found["area"]) == {"CN"}
    as_pandas = observations("pandas", indicator="running_government_sites", area="CN", level="all")
    assert list(as_pandas["value"]) == list(found["value"])
    assert series(series_id="running_government_sites.CN.all").height > 3


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({"indicator": "running_goverment_sites"}, "indicators.csv: .* did you mean running_government_sites"),
        ({"area": "Guangdong"}, "areas.csv: unknown area"),
        ({"indikator": "egdi"}, "unknown column 'indikator': did you mean indicator"),
    ],
)
def test_a_misspelt_code_or_column_is_an_error_and_no_empty_table(where, said):
    with pytest.raises(UnknownName, match=said):
        observations(**where)


def test_a_code_without_a_figure_gives_no_rows():
    assert observations(indicator="egdi", area="CN-HN").is_empty() and not observations(method="").is_empty()


def test_a_number_knows_its_bounds_and_its_bulletin():
    found = number("accessibility-action-2014-access-service")
    assert (found.value, found.text, found.bulletins) == (10000.0, "over 10,000", ("accessibility-action-2014",))
    assert str(found.interval) == "(10000, 20000)"
    with pytest.raises(UnknownName, match="gov-2017q4-running-all"):
        number("gov-2017q4-running-al")


def test_a_reference_is_that_of_the_command():
    assert "@incollection{gov-2017q4-running-all," in cite("gov-2017q4-running-all", "bibtex")
    assert cite("gov-2017q4-running-all", lang="zh").startswith("中国政府网站通报项目")
