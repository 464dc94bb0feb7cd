"""Small published tables for tests of pages and cards: two observations, one estimate and one refusal."""

from __future__ import annotations

import polars as pl

from analysis.citing.numbers import make_numbers
from analysis.citing.records import Records

OBSERVATION = {
    "observation_id": "a-2020-running", "statement_id": "a-2020-running", "bulletin_id": "a-2020",
    "indicator": "running_government_sites", "area": "CN", "level": "all", "entity": "", "method": "",
    "time_period": "2020", "comparator": "gt", "value": 90.0, "lower": 90.0, "upper": 100.0, "lower_closed": False,
    "upper_closed": True, "rounded": False, "unit": "percent", "status": "A", "confidence": "high", "correction": "",
    "derived_from": "", "note": "", "page_kind": "official", "reviewed": "text",
}  # fmt: skip
DERIVED = OBSERVATION | {
    "observation_id": "a-2020-derived", "statement_id": "", "bulletin_id": "", "derived_from": "a-2020-running b",
    "status": "E", "page_kind": "mirror", "reviewed": "",
}  # fmt: skip
ESTIMATE = {
    "estimate_id": "est-a-rate", "label_en": "Sites: rate", "label_zh": "网站：比率", "model": "loglinear", "n": 5,
    "series_id": "s", "value": -10.0, "lower": -11.0, "upper": -9.0, "unit": "percent_per_year", "level": 0.95,
    "method": "least squares", "method_zh": "最小二乘", "assumption": "levels | hold", "assumption_zh": "水平成立",
    "warnings": "", "warnings_zh": "", "reference": "Gauss 1809", "inputs": "a-2020-running", "theme": "consolidation",
}  # fmt: skip
REFUSED = ESTIMATE | {
    "estimate_id": "est-b-rate", "value": None, "lower": None, "upper": None, "warnings": "Too few.",
    "warnings_zh": "过少。",
}  # fmt: skip

OBSERVATIONS = pl.DataFrame([OBSERVATION, DERIVED])
ESTIMATES = pl.DataFrame([ESTIMATE, REFUSED], infer_schema_length=None)
BULLETIN = {
    "bulletin_id": "a-2020", "issuer": "anhui-go", "published": "2020-02-03", "title": "通报", "title_en": "Notice",
    "kind": "spot_check", "language": "zh", "document_no": "皖政办〔2020〕1号",
}  # fmt: skip
STATEMENT = {
    "statement_id": "a-2020-running", "bulletin_id": "a-2020", "qualifier": "超过", "printed": "90%", "subject": "网站",
    "measure": "运行", "copies": "a-1",
}  # fmt: skip
COPY = {
    "copy_id": "a-1", "bulletin_id": "a-2020", "page_kind": "official", "condition": "clean", "host": "www.ah.gov.cn",
    "address": "http://www.ah.gov.cn/a", "seen_title": "",
}  # fmt: skip
EXHIBIT = {
    "exhibit_id": "fig-a", "title_en": "A chart", "title_zh": "一图", "caption_en": "Words.", "caption_zh": "说明。",
    "notebook": "notebooks/a.ipynb", "files": "fig-a.csv", "numbers": "a-2020-running est-a-rate",
}  # fmt: skip
POINT = {
    "series_id": "running_government_sites.CN.all", "rule": "R1", "observations": "a-2020-running", "alternatives": "",
}  # fmt: skip


def sample_records() -> Records:
    """The tables as cards and pages read them."""
    made = Records()
    numbers = make_numbers(OBSERVATIONS, ESTIMATES, {"running_government_sites": "consolidation"})
    made.numbers = {row["number_id"]: row for row in numbers.iter_rows(named=True)}
    # Copies: a test that changes a row changed it for all tests behind it.
    made.observations = {row["observation_id"]: dict(row) for row in (OBSERVATION, DERIVED)}
    made.estimates = {row["estimate_id"]: dict(row) for row in (ESTIMATE, REFUSED)}
    made.exhibits = {"fig-a": EXHIBIT}
    made.bulletins, made.statements = {"a-2020": BULLETIN}, {"a-2020-running": STATEMENT}
    made.copies_of = {"a-2020": [COPY, COPY | {"copy_id": "a-2", "page_kind": "mirror"}]}
    made.points_of = {"a-2020-running": [POINT]}
    made.conflicts_of = made.variants_of = {}
    return made
