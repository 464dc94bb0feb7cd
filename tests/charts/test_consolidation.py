from __future__ import annotations

import polars as pl
import pytest

from analysis.charts import consolidation, counting, fits, listing
from analysis.charts.marks import NO_FIGURE
from analysis.questions.evidence import gather
from helpers.printed_figures import heights, marked, no_figures, print_figures, words

RUNNING, DECLARED = "running_government_sites", "declared_government_sites"
LEVELS = list(counting.LEVELS)


def sites(printed: str, period: str, **more: str) -> dict[str, str]:
    return {"indicator": RUNNING, "printed": printed, "time_period": period, **more}


@pytest.fixture(scope="module")
def arc():
    return print_figures(
        sites("85890个", "2015-07-07", indicator=DECLARED),
        sites("43143家", "2017-Q1"), sites("36916家", "2017-06-01"), sites("24820家", "2017-12-01"),
        sites("4万家", "2016-12", bulletin_id="ceirp-2017"),
        sites("17962个", "2018-12", method="cnnic", bulletin_id="cnnic-45"),
        sites("14474个", "2019-12", method="cnnic", bulletin_id="cnnic-45"),
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_arc_draws_every_count_once(arc, lang):
    axes = consolidation.draw_arc(*arc, lang).axes[0]
    assert heights(axes) == [14474, 17962, 24820, 36916, 43143, 85890]
    assert len(marked(axes, "bounds")) == 1
    assert len(marked(axes, "label")) == 7


def test_ways_of_counting_keep_apart(arc):
    counts = consolidation.collect_counts(*arc)
    assert {name: len(own) for name, own in counts.items()} == {"declared": 1, "office": 3, "evaluation": 1, "cnnic": 2}
    looks = [consolidation.COUNTS[name][0] for name in counts]
    assert len({look.colour for look in looks}) == len({look.marker for look in looks}) == len(looks)


def test_figures_are_printed_as_in_the_prose(arc):
    assert "about 40,000" in words(consolidation.draw_arc(*arc, "en"))
    assert "约4万" in words(consolidation.draw_arc(*arc, "zh"))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_early_editions_say_that_nothing_was_published(lang):
    series, observations = no_figures()
    empty = [
        consolidation.draw_arc(series, observations, lang),
        counting.draw_end_of_2016(observations, lang),
        counting.draw_declared_2015(observations, lang),
        counting.draw_by_level(series, observations, lang),
        fits.draw_decline(fits.fit_decline(gather(series, observations)), lang),
    ]
    assert all(NO_FIGURE[lang] in words(figure) for figure in empty)
    assert counting.tabulate_ways(observations).is_empty()
    assert listing.list_figures(observations, listing.COUNTED).is_empty()


@pytest.fixture(scope="module")
def end_of_2016():
    return print_figures(
        sites("4万家", "2016-12", statement_id="ceirp-2017-running-2016-12"),
        sites("66453个", "2015-11", statement_id="gov-census-2015-running"),
        sites("20120个", "2016", indicator="sites_closed_or_merged_up", statement_id="gov-2016q4-closed-merged"),
        sites("7535个", "2016-Q4", indicator="spot_checked_sites", statement_id="gov-2016q4-checked-2016-q4"),
        sites("16%", "2016-Q4", indicator="spot_checked_share", statement_id="gov-2016q4-checked-share"),
    )  # fmt: skip


def test_ways_to_the_end_of_2016_carry_bounds(end_of_2016):
    ways = {row["way"]: row for row in counting.tabulate_ways(end_of_2016.observations).iter_rows(named=True)}
    assert (ways["evaluation"]["lower"], ways["evaluation"]["upper"]) == (35_000, 45_000)
    assert ways["census"]["lower"] == ways["census"]["upper"] == 66_453 - 20_120
    assert ways["checked"]["lower"] == pytest.approx(7535 / 0.165)
    assert ways["checked"]["upper"] == pytest.approx(7535 / 0.155)
    assert set(ways) == {"evaluation", "census", "checked"}


def test_the_arc_shows_the_count_that_the_notices_imply():
    tables = print_figures(
        sites("66453个", "2015-11", statement_id="gov-census-2015-running"),
        sites("20120个", "2016", indicator="sites_closed_or_merged_up", statement_id="gov-2016q4-closed-merged"),
    )
    (implied,) = consolidation.imply_end_of_2016(*tables)
    assert (implied.value, implied.derived, implied.number) == (46_333, True, "est-consolidation-end-2016")
    axes = consolidation.draw_arc(*tables, "zh").axes[0]
    assert heights(axes) == [46_333, 66_453]
    assert consolidation.collect_counts(*tables)["office"][1] == implied


def test_ways_are_drawn_as_their_bounds(end_of_2016):
    axes = counting.draw_end_of_2016(end_of_2016.observations, "en").axes[0]
    spans = [bar.get_segments()[0][:, 0].tolist() for bar in marked(axes, "bounds")]
    assert spans[0] == [35_000, 45_000]
    assert spans[1] == pytest.approx([7535 / 0.165, 7535 / 0.155])


def test_steps_of_the_census_end_at_the_sites_left():
    tables = print_figures(
        sites("84094个", "2015-11", indicator=DECLARED, statement_id="gov-census-2015-declared-84094"),
        sites(
            "16049家", "2015-11", indicator="sites_closed_or_merged_up",
            statement_id="gov-census-2015-closed-merged-16049",
        ),
        sites("1592个", "2015-11", indicator="sites_to_be_restructured", statement_id="gov-census-2015-to-rebuild"),
        sites("66453个", "2015-11", statement_id="gov-census-2015-running"),
    )  # fmt: skip
    axes = counting.draw_declared_2015(tables.observations, "zh").axes[0]
    cuts, (rest,) = marked(axes, "step-cut"), marked(axes, "step-rest")
    assert min(bar.get_x() for bar in cuts) == rest.get_width() == 66_453
    assert counting.tabulate_steps(tables.observations)["value"].to_list() == [84_094, 16_049, 1_592, 66_453]


@pytest.fixture(scope="module")
def by_level():
    first = dict(zip(LEVELS, (2229, 32, 2591, 496, 17211, 2773, 17811), strict=True))
    last = dict(zip(LEVELS, (1961, 32, 2435, 541, 14611, 2748, 2492), strict=True))
    dates = (("2017-Q1", first), ("2017-12-01", last))
    rows = [sites(f"{n}家", period, level=level) for period, counts in dates for level, n in counts.items()]
    # A date that does not print every level is left out.
    return print_figures(*rows, sites("43143家", "2017-Q1"), sites("519家", "2017-06-01", level="city"))


def test_levels_are_stacked_and_their_losses_drawn(by_level):
    left, right = counting.draw_by_level(*by_level, "en").axes
    assert [bar.get_height() for bar in marked(left, "below_county")] == [17811, 2492]
    assert sum(bar.get_height() for level in LEVELS for bar in marked(left, level)) == 43143 + 24820
    losses = [bar.get_width() for bar in marked(right, "loss")]
    assert losses == [268, 0, 156, -45, 2600, 25, 15319]


def test_the_decline_is_drawn_with_curve_band_and_breaks():
    rows = [("66453", "2015-11"), ("43143", "2017-Q1"), ("36916", "2017-06-01"), ("29431", "2017-09-01")]
    rows += [("24820", "2017-12-01"), ("23269", "2018-03-01"), ("22206", "2018-06-01"), ("14463", "2020-12-15")]
    tables = print_figures(*(sites(f"{n}家", period) for n, period in rows))
    both = fits.fit_decline(gather(*tables))
    left, right = fits.draw_decline(both, "zh").axes
    assert len(marked(left, "dot")) == 8
    for axes in (left, right):
        assert len(marked(axes, "curve")) == len(marked(axes, "band")) == 1
    assert len(marked(right, "floor")) == 1
    table = fits.tabulate_fits(both)
    assert set(table["part"]) == {"figure", "curve"}
    assert fits.inputs_of(both) == sorted(tables.observations["observation_id"])


def test_a_refused_model_is_said_and_the_figures_stay():
    tables = print_figures(sites("43143家", "2017-Q1"), sites("36916家", "2017-06-01"))
    figure = fits.draw_decline(fits.fit_decline(gather(*tables)), "en")
    assert "no model" in words(figure)
    assert len(marked(figure.axes[0], "dot")) == 2
    assert not marked(figure.axes[0], "curve")


def test_national_counts_are_listed_with_bounds_in_words(arc):
    table = listing.list_figures(arc.observations, listing.COUNTED, "all")
    assert table.height == 7
    row = table.filter(pl.col("period") == "2016-12").row(0, named=True)
    assert (row["figure_en"], row["bounds_en"]) == ("about 40,000", "35,000 to 45,000")
    assert row["figure_zh"] == "约4万"
    assert table.filter(pl.col("period") == "2017-Q1")["bounds_en"].item() == ""
