"""The register of topics: which indicators feed which models, and which of their numbers are headlines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import polars as pl

from analysis.base.codebook import Codebook, load_codebook
from analysis.base.shelf import shelf
from analysis.base.tables import content_of
from analysis.base.yaml_files import read_yaml
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


# The models of each topic, and other readings of the evidence that its sensitivity runs vary.
FIND: dict[str, Callable[[Evidence], Sequence[Finding]]] = {
    "decline": consolidation.fit_decline, "end-2016": consolidation.end_of_2016, "end-2017": consolidation.end_of_2017,
    "stretches": consolidation.stretches, "levels": consolidation.cut_of_2017, "provinces": provinces.provinces,
    "ownership": buildup.ownership, "domains": buildup.domains, "smart-qa-2017": smart_qa.in_2017,
    "smart-qa-2022": smart_qa.in_2022, "smart-qa-trend": smart_qa.trend, "elder-friendly": elder_friendly.retrofits,
    "weibo-rise": new_media.sina, "new-media": new_media.platforms, "accounts": new_media.places,
    "accessibility": elder_friendly.accessibility, "new-media-by-level": new_media.by_level,
    "pass-rates": quality.central_rates, "pass-rate-trend": quality.central_trend,
    "central-and-self": quality.central_less_own, "ceiling": quality.ceiling, "scores": evaluation.scores,
    "open-data": services.open_data, "service-users": services.service_users, "un-index": services.un_index,
}  # fmt: skip
READINGS = {"decline": consolidation.READINGS, "smart-qa-2022": (smart_qa.OVER_FIRST_ALONE,)}
TOPICS: tuple[Topic, ...] = tuple(
    Topic(name, entry["theme"], FIND[name], *(tuple(entry.get(part, ())) for part in ("indicators", "headlines")),
          READINGS.get(name, ()))
    for name, entry in read_yaml(Path(__file__).with_name("topics.yml")).items()
)  # fmt: skip


def own_rows(table: pl.DataFrame, topic: Topic) -> pl.DataFrame:
    """Return the observations, or the points of series, of the indicators that a topic rests on."""
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
