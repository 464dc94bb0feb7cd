"""Sensitivity: every headline number once more on varied data, from the statements on.

The variants: narrow and wide bounds; without corrections; without copies of medium or low confidence; without derived
and implied figures; each bulletin and each issuer left out in turn; and the other readings of the evidence that a topic
knows, such as policy events a quarter of a year earlier and later. A variant is marked where the number changes its
sign or leaves the headline's interval, and where its own interval holds zero, which the headline's excludes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace

import polars as pl

from analysis.base.shelf import shelf
from analysis.base.tables import content_of, grouped, records, text_table
from analysis.cleaning.observations import Observation
from analysis.estimating.outcomes import CERTAIN, Estimate, Refusal
from analysis.questions.evidence import Evidence
from analysis.questions.material import Material
from analysis.questions.moves import TOLERANCE
from analysis.questions.registry import TOPICS, Topic, own_rows
from analysis.questions.results import Result
from analysis.reconciling.series import SeriesPoint
from analysis.words.catalogue import LANGS, Message, columns, columns_of, message

HEADLINE, PRINTED_ONLY = message("variant-headline"), message("variant-printed-only")
SENSITIVITY_COLUMNS = (
    "headline_id", "theme", *columns("variant"), "value", "lower", "upper", "n", "refused", "sign_changed",
    "leaves_interval", "includes_zero", *columns("note"),
)  # fmt: skip
_ROOM = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """A topic estimated on varied data: its headlines, and the bulletins that were left out (None: all made anew)."""

    variant: Message
    results: Mapping[str, Result]
    gone: frozenset[str] | None = None

    def concerns(self, main: Result | None, behind: set[str]) -> bool:
        """Tell whether it says something of a headline: that was estimated, and something behind it has changed."""
        return main is not None and main.estimate is not None and (self.gone is None or bool(self.gone & behind))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A headline in one variant, beside itself as it is published."""

    headline: str
    theme: str
    variant: Message
    found: Estimate | Refusal
    main: Estimate | None

    @property
    def sign_changed(self) -> bool:
        """Whether the number turns from growth to decline, or back."""
        return isinstance(self.found, Estimate) and self.main is not None and self.found.value * self.main.value < 0

    @property
    def includes_zero(self) -> bool:
        """Whether the interval holds zero where the headline's does not: growth or decline is then no longer sure."""
        known = isinstance(self.found, Estimate) and self.main is not None
        return known and 0 in self.found.interval and 0 not in self.main.interval

    @property
    def leaves_interval(self) -> bool:
        """Whether the number leaves the headline's interval, to the digits that the tables hold.

        An interval that follows from printed bounds alone (level 1) has no room for another choice of figures: there it
        counts as left when the number moves by more than a tenth of the headline beyond it.
        """
        if isinstance(self.found, Refusal) or self.main is None:
            return False
        value, main = self.found.value, self.main
        slack = (_ROOM if main.level == CERTAIN else TOLERANCE) * abs(main.value)
        return not min(main.lower, main.value) - slack <= value <= max(main.upper, main.value) + slack


def run_sensitivity(material: Material, topics: Iterable[Topic] = TOPICS) -> pl.DataFrame:
    """Return the table `sensitivity`: each headline's own row and one row for each variant, sorted.

    Columns: `SENSITIVITY_COLUMNS`; `variant` is `headline` for the number itself. A variant in which the model is
    refused has no value and marks nothing; its `note` is the sentence.
    """
    standard = material.observe()
    remade = dict(_remake(material, standard))
    with shelf("sensitivity") as kept:
        rows = [
            row for topic in topics if topic.headlines
            for row in kept.get(
                lambda topic=topic: [_row(one) for one in _vary(topic, material, standard, remade)],
                *_read_by(topic, material, standard, remade),
            )
        ]  # fmt: skip
    flags = dict.fromkeys(("refused", "sign_changed", "leaves_interval", "includes_zero"), bool)
    types = dict.fromkeys(("value", "lower", "upper"), float) | flags | {"n": int}
    own_first = pl.col("variant") != HEADLINE.in_(LANGS[0])
    return text_table(rows, SENSITIVITY_COLUMNS, types).sort("headline_id", own_first, "variant")


def _read_by(
    topic: Topic, material: Material, standard: pl.DataFrame, remade: Mapping[Message, pl.DataFrame]
) -> Iterator[bytes | str]:
    """Yield all that the comparisons of a topic follow from."""
    own = own_rows(standard, topic)
    yield repr([topic.name, *remade])
    yield from (content_of(own_rows(table, topic)) for table in (standard, *remade.values()))
    yield repr([(name, material.issuers.get(name)) for name in sorted(set(own["bulletin_id"]))])
    yield repr([(name, material.codebook.indicators[name].kind) for name in topic.indicators])
    yield json.dumps([asdict(one) for one in material.breaks], default=sorted)
    yield repr(sorted(material.choices.items()))


def _remake(material: Material, standard: pl.DataFrame) -> Iterator[tuple[Message, pl.DataFrame]]:
    """Yield the variants that concern all topics: observations made in another way, or fewer of them."""
    yield message("variant-bounds-narrow"), material.observe("narrow")
    yield message("variant-bounds-wide"), material.observe("wide")
    if material.corrections:
        yield message("variant-without-corrections"), material.observe(corrected=False)
    yield message("variant-high-confidence"), kept_rows(standard, standard["confidence"] == "high")
    yield PRINTED_ONLY, standard.filter(pl.col("status") != "E")


def _vary(
    topic: Topic, material: Material, standard: pl.DataFrame, remade: Mapping[Message, pl.DataFrame]
) -> Iterator[Comparison]:
    """Run one topic on all its variants; a headline has those in which something behind it is left out or made anew."""
    own = own_rows(standard, topic)
    evidence = material.gather(own)
    base = Run(HEADLINE, _by_id(topic, evidence))
    behind = {name: {evidence.bulletins[ref] for ref in one.inputs} - {""} for name, one in base.results.items()}
    runs = [
        *(_run_remade(topic, material, variant, observations) for variant, observations in remade.items()),
        *(Run(message(f"variant-{name}"), _by_id(topic, replace(evidence, reading=name))) for name in topic.readings),
        *_leave_out(topic, material, own, set().union(*behind.values())),
    ]  # fmt: skip
    for headline in topic.headlines:
        main = base.results.get(headline)
        yield _compare(headline, topic, base, main)
        yield from (_compare(headline, topic, r, main) for r in runs if r.concerns(main, behind.get(headline, set())))


def _run_remade(topic: Topic, material: Material, variant: Message, observations: pl.DataFrame) -> Run:
    varied = material.gather(own_rows(observations, topic))
    return Run(variant, _by_id(topic, replace(varied, implied=variant != PRINTED_ONLY)))


def _leave_out(topic: Topic, material: Material, own: pl.DataFrame, behind: set[str]) -> Iterator[Run]:
    """Run a topic without each bulletin behind its headlines in turn, then without each issuer of several."""
    rows, known = records(own, Observation), dict[tuple[str, ...], SeriesPoint]()
    for variant, gone in _sources(behind, material.issuers):
        lost = {one.observation_id for one in rows if one.bulletin_id in gone}
        rest = [one for one in rows if one.observation_id not in lost and not lost & set(one.derived_from)]
        yield Run(variant, _by_id(topic, material.gather_rows(rest, known)), gone)


def _sources(bulletins: Iterable[str], issuers: Mapping[str, str]) -> Iterator[tuple[Message, frozenset[str]]]:
    for bulletin in sorted(bulletins):
        yield message("variant-without-bulletin", bulletin=bulletin), frozenset({bulletin})
    for issuer, own in sorted(grouped(sorted(bulletins), lambda bulletin: issuers.get(bulletin, "")).items()):
        if len(own) > 1:
            gone = frozenset(name for name, other in issuers.items() if other == issuer)
            yield message("variant-without-issuer", issuer=issuer), gone


def _by_id(topic: Topic, evidence: Evidence) -> dict[str, Result]:
    return {one.estimate_id: one for one in topic.estimate(evidence) if one.estimate_id in topic.headlines}


def kept_rows(observations: pl.DataFrame, mask: pl.Series) -> pl.DataFrame:
    """Keep observations, and derived ones only where all that they follow from is kept."""
    gone = set(observations.filter(~mask)["observation_id"])
    rest = observations.filter(mask)
    whole = [not gone & set(str(names or "").split()) for names in rest["derived_from"]]
    return rest.filter(pl.Series(whole, dtype=pl.Boolean))


def _compare(headline: str, topic: Topic, run: Run, main: Result | None) -> Comparison:
    given = run.results.get(headline)
    found = given.found if given else Refusal(topic.name, message("no-such-number"), 0, 0)
    return Comparison(headline, topic.theme, run.variant, found, main.estimate if main else None)


def _row(one: Comparison) -> dict[str, object]:
    row: dict[str, object] = {"headline_id": one.headline, "theme": one.theme, **columns_of("variant", one.variant)}
    row |= {"sign_changed": one.sign_changed, "leaves_interval": one.leaves_interval}
    row["includes_zero"] = one.includes_zero
    if isinstance(one.found, Refusal):
        return row | columns_of("note", one.found.sentence) | {"n": 0, "refused": True}
    numbers = {name: getattr(one.found, name) for name in ("value", "lower", "upper", "n")}
    return row | numbers | columns_of("note", *one.found.warnings) | {"refused": False}
