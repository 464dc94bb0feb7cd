"""Small published tables for tests of pages and cards: two observations, one estimate and one refusal."""

from __future__ import annotations

import polars as pl

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
