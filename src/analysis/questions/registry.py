"""The register of topics: which indicators feed which models, and which of their numbers are headlines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from analysis.base.codebook import Codebook, load_codebook
from analysis.base.shelf import shelf
from analysis.base.tables import content_of
from analysis.questions import (
    buildup,
    consolidation,
    elder_friendly,
    evaluation,
    new_media,
    provinces,
    quality,
    services,
    smart_qa,
)
from analysis.questions.evidence import Evidence, gather
from analysis.questions.fits import Finding, results_of
from analysis.questions.results import Result
from analysis.questions.table import to_frame

if TYPE_CHECKING:
    import polars as pl

Made = TypeVar("Made")


@dataclass(frozen=True)
class Topic:
    """One question: its function, the theme it belongs to, the indicators it rests on, and its headline numbers.

    `readings` are those that its sensitivity runs vary: the evidence read, or modelled, in another way.
    """

    name: str
    theme: str
    find: Callable[[Evidence], Sequence[Finding]]
    indicators: tuple[str, ...]
    headlines: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()

    def estimate(self, evidence: Evidence) -> list[Result]:
        """Run the topic's models on the evidence."""
        return [replace(result, theme=self.theme) for result in results_of(self.find(evidence))]


_COUNTS = ("running_government_sites", "sites_closed_or_merged_up")
_CHECKS = ("spot_check_pass_rate", "spot_checked_sites", "running_government_sites")
_QA = (
    "smart_qa_systems smart_qa_usable_share smart_functions_adoption smart_qa_adoption smart_qa_rebadged_search "
    "smart_service_coverage_rate share_of_smart_qa_systems_passing running_government_sites"
).split()
_SAMPLES = (*_CHECKS, "new_media_pass_rate", "spot_checked_new_media_accounts")
_ACCOUNTS = "government_weibo_accounts government_wechat_accounts mobile_apps government_new_media_accounts".split()
_ELDER = (
    "sites_and_apps_with_elder_friendly_retrofit elder_friendly_retrofit_done running_government_sites "
    "government_sites_with_accessibility_retrofit"
).split()

TOPICS: tuple[Topic, ...] = (
    Topic(
        "decline", "consolidation", consolidation.fit_decline, _COUNTS,
        (
            "est-consolidation-annual-rate-2015-2017", "est-consolidation-annual-rate-2017",
            "est-consolidation-annual-rate-2018-2020", "est-consolidation-since-guidelines-floor",
        ),
        readings=consolidation.READINGS,
    ),
    Topic("end-2016", "consolidation", consolidation.end_of_2016, _COUNTS, ("est-consolidation-end-2016",)),
    Topic("end-2017", "consolidation", consolidation.end_of_2017, (_COUNTS[0], f"{_COUNTS[0]}_change_year_on_year")),
    Topic(
        "stretches", "consolidation", consolidation.stretches, _COUNTS,
        (
            "est-consolidation-between-counts-2017-average-annual-rate",
            "est-consolidation-cnnic-2018-2019-average-annual-rate",
        ),
    ),
    Topic(
        "levels", "consolidation", consolidation.cut_of_2017, _COUNTS,
        ("est-cut-2017-share-of-cut-below-county", "est-cut-2017-share-of-closures-below-county"),
    ),
    Topic(
        "provinces", "consolidation", provinces.provinces, ("running_government_sites",),
        ("est-provinces-2018-2019-annual-rate", "est-provinces-since-2020-annual-rate"),
    ),
    Topic(
        "ownership", "ownership", buildup.ownership, ("website_ownership_rate", "ownership_rate_change_vs_prev_year"),
        ("est-ownership-city-odds-growth", "est-ownership-province-odds-growth"),
    ),
    Topic(
        "domains", "infrastructure", buildup.domains, ("gov_cn_domains", "gov_cn_domains_change_half_year"),
        ("est-domains-2003-2006-annual-rate",),
    ),
    Topic(
        "smart-qa-2017", "smart_qa", smart_qa.in_2017, tuple(_QA),
        ("est-smart-qa-2017-share-of-portals", "est-smart-qa-2017-usable-share-of-portals"),
    ),
    Topic(
        "smart-qa-2022", "smart_qa", smart_qa.in_2022, tuple(_QA),
        ("est-smart-qa-2022-effective-portals", "est-smart-qa-2022-effective-county"),
        readings=(smart_qa.OVER_FIRST_ALONE,),
    ),
    Topic("smart-qa-trend", "smart_qa", smart_qa.trend, tuple(_QA)),
    Topic(
        "elder-friendly", "elder_friendly", elder_friendly.retrofits, tuple(_ELDER),
        ("est-elder-friendly-programme-factor", "est-elder-friendly-implied-sites"),
    ),
    Topic("weibo-rise", "new_media", new_media.sina, ("government_weibo_accounts",), ("est-weibo-sina-midpoint",)),
    Topic(
        "new-media", "new_media", new_media.platforms, ("government_weibo_accounts", "government_wechat_accounts"),
        ("est-weibo-institutions-2020-2024-average-annual-rate",),
    ),
    Topic(
        "accounts", "new_media", new_media.places, tuple(_ACCOUNTS),
        ("est-beijing-weibo-annual-rate", "est-new-media-provinces-annual-rate"),
    ),
    Topic(
        "accessibility", "elder_friendly", elder_friendly.accessibility,
        ("sites_with_accessibility", "sites_surveyed_for_accessibility"),
    ),
    Topic(
        "new-media-by-level", "new_media", new_media.by_level,
        ("mobile_app_adoption", "weibo_wechat_adoption", "new_media_integration"),
    ),
    Topic("pass-rates", "quality", quality.central_rates, _SAMPLES, ("est-spot-check-central-rate-2018-q2",)),
    Topic("pass-rate-trend", "quality", quality.central_trend, _CHECKS, ("est-spot-check-central-odds-growth",)),
    Topic("central-and-self", "quality", quality.central_less_own, _CHECKS, ("est-spot-check-central-less-self-mean",)),
    Topic(
        "ceiling", "quality", quality.ceiling, ("spot_check_pass_rate",),
        ("est-spot-check-provinces-since-2019-q2-share-above",),
    ),
    Topic("scores", "evaluation", evaluation.scores, ("avg_evaluation_score",), ("est-scores-fujian-county-change",)),
    Topic(
        "open-data", "open_data", services.open_data, ("open_data_platforms", "share_with_open_data_platform"),
        ("est-open-data-platforms-midpoint", "est-open-data-platforms-2021-2023-average-annual-rate"),
    ),
    Topic(
        "service-users", "services", services.service_users, ("online_government_service_users",),
        ("est-service-users-ceiling",),
    ),
    Topic("un-index", "international", services.un_index, ("egdi",), ("est-egdi-annual-rate",)),
)  # fmt: skip


def own_rows(table: pl.DataFrame, topic: Topic) -> pl.DataFrame:
    """Return the observations, or the points of series, of the indicators that a topic rests on."""
    import polars as pl

    return table.filter(pl.col("indicator").is_in(topic.indicators))


def by_topic(
    name: str, series: pl.DataFrame, observations: pl.DataFrame, make: Callable[[Topic, Evidence], list[Made]]
) -> list[Made]:
    """Make something of each topic, which sees its own evidence alone; what has not changed comes off the shelf."""
    found: list[Made] = []
    with shelf(name) as kept:
        for topic in TOPICS:
            own = [own_rows(table, topic) for table in (series, observations)]
            parts = map(content_of, own)
            found += kept.get(lambda topic=topic, own=own: make(topic, gather(*own)), topic.name, *parts)
    return found


def estimate_all(series: pl.DataFrame, observations: pl.DataFrame, codebook: Codebook | None = None) -> pl.DataFrame:
    """Estimate everything: the table `estimates`, one row per number or refusal, sorted by id.

    `series` and `observations` are the processed tables. A model that is refused has a row without a value whose
    `warnings` say why.
    """
    results = by_topic("estimates", series, observations, Topic.estimate)
    return to_frame(results, codebook or load_codebook())
