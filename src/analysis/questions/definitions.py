"""Trends that are not drawn, because their figures count by different definitions."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.questions.evidence import Evidence
from analysis.questions.results import Result, missing, refused
from analysis.questions.sentences import chain
from analysis.words.catalogue import LANGS, Message, message

MODEL = "one_definition"


def refuse_trend(
    topic: str, subject: Message, definitions: Mapping[str, Message], evidence: Evidence, lacking: Message
) -> Result:
    """Refuse a line through series that count by different definitions; where one has figures alone, a second lacks."""
    found = {name: text for name, text in definitions.items() if len(evidence.points(name))}
    points = [point for name in found for point in evidence.points(name)]
    known = sorted(set(found.values()), key=lambda text: text.in_(LANGS[0]))
    if len(known) < 2:
        return missing(topic, MODEL, lacking, points)
    sentence = message("no-trend", subject=subject, figures=len(found), count=len(known), definitions=chain(known))
    return refused(topic, MODEL, "", sentence, points)
