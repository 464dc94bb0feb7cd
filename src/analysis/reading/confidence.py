"""How sure a figure's statement is: the chance that all of it is right, from the reader's own evidence.

A small logistic model over the rules that gave each field, and over how well the indicator is supported. Its
coefficients are data of the codebook; `fit` makes them from labelled figures (`python -m analysis.reading.confidence`).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.base.errors import ProjectError
from analysis.base.paths import CODEBOOK, ROOT

if TYPE_CHECKING:
    import pandas as pd

COEFFICIENTS = CODEBOOK / "confidence.csv"
# One row a labelled figure: what gave its fields, the support of its indicator, and whether the statement was whole.
LABELLED = ROOT / "tests" / "reading" / "labelled.csv"
_FIELDS = ("unit", "thing", "indicator", "level", "area", "period", "table", "rule", "reach")
# Rules that say little more than that something was said go together.
_OF_PAGES = ("level", "area", "period")
_KINDS = {
    "unit": dict.fromkeys(("none", "index-noun", "score-noun"), "bare"),
    "thing": {**dict.fromkeys(("shared", "host", "item", "measure"), "other"), "ahead": "behind"},
    "indicator": dict.fromkeys(("parts", "host"), "inherited"),
    "area": {name: name for name in ("issuer", "words", "carried")},
    "level": {name: name for name in ("default", "issuer", "carried", "joined")},
    "period": {**{name: name for name in ("title", "opening", "published", "carried")}, "until": "carried"},
}
_HIGHEST_SUPPORT = 5.0
_HIGHEST_MARGIN = 2.0
_SMALLEST = 0.02
_LATE_LOOKS = 5
Coefficients = Mapping[str, float]


def load_coefficients(path: Path = COEFFICIENTS) -> dict[str, float]:
    """Return the coefficients of a codebook, by the name of their evidence."""
    if not path.exists():
        raise ProjectError(f"{path}: is missing, so confidence cannot be told; restore it from the repository.")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["evidence"]: float(row["coefficient"]) for row in csv.DictReader(file)}


def evidence_of(rules: Iterable[str], support: float, margin: float, named: bool) -> dict[str, float]:
    """Return the evidence of a figure by name: its support, and one entry for the kind of rule of each field."""
    if not named:
        return {"nothing": 1.0}
    kinds = dict(rule.split(":", 1) for rule in rules if ":" in rule)
    found = {"constant": 1.0, "support": min(support, _HIGHEST_SUPPORT), "margin": min(margin, _HIGHEST_MARGIN)}
    for field in _FIELDS:
        found[f"{field}:{_kind_of(field, kinds.get(field, ''))}"] = 1.0
    return found


def _kind_of(field: str, rule: str) -> str:
    if not rule:
        return "none"
    if field in ("area", "level", "indicator") and rule not in _KINDS[field] and rule not in ("share", "change"):
        return _KINDS[field].get(rule, "inherited" if rule == "inherited" else "text")
    if rule.startswith("lost-percent"):
        return "lost"
    return _KINDS.get(field, {}).get(rule, rule)


class Chances:
    """Gives chances by coefficients; what a set of rules adds is worked out once."""

    def __init__(self, coefficients: Coefficients) -> None:
        self.coefficients = coefficients
        self._sums: dict[tuple[str, ...], float] = {}

    def of(self, rules: tuple[str, ...], support: float, margin: float, named: bool) -> float:
        """Return the chance that a figure's statement is right in all its fields."""
        key = rules if named else ()
        if key not in self._sums:
            found = evidence_of(rules, 0.0, 0.0, named)
            self._sums[key] = sum(self.coefficients.get(name, 0.0) * value for name, value in found.items())
        total = self._sums[key]
        if named:
            total += self.coefficients.get("support", 0.0) * min(support, _HIGHEST_SUPPORT)
            total += self.coefficients.get("margin", 0.0) * min(margin, _HIGHEST_MARGIN)
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 2)


def load_labelled(path: Path = LABELLED) -> pd.DataFrame:
    """Return the labelled figures: the round of first looks, rules, support, named, whole."""
    import pandas as pd

    return pd.read_csv(path, keep_default_na=False)


def fit(labelled: pd.DataFrame) -> dict[str, float]:
    """Return the coefficients that fit labelled figures best, small ones left out; a ridge keeps rare rules tame."""
    import pandas as pd
    import statsmodels.api as sm

    # A late first look shows what the rules are worth on a page that they were not mended for: it counts twice.
    first = labelled[labelled["round"].str.startswith("first")]
    late = sorted(first["round"].unique(), key=lambda name: int(name.partition("-")[2]))[-_LATE_LOOKS:]
    labelled = pd.concat([labelled, first[first["round"].isin(late)]], ignore_index=True)
    rows = [_row_of(r) for r in labelled.itertuples()]
    table = pd.DataFrame(rows).fillna(0.0)
    table = table.loc[:, table.sum() >= 5]
    model = sm.GLM(labelled["whole"].astype(float), table, family=sm.families.Binomial())
    result = model.fit_regularized(alpha=[0.0 if n in ("constant", "nothing") else 0.002 for n in table], L1_wt=0.0)
    return {name: round(float(value), 3) for name, value in result.params.items() if abs(value) > _SMALLEST}


def _row_of(row: Any) -> dict[str, float]:  # noqa: ANN401 - a row of the labelled figures, named by its columns
    """Return the evidence of a labelled figure; an excerpt says nothing of place and time."""
    found = evidence_of(row.rules.split(";"), row.support, row.margin, bool(row.named))
    if row.round.startswith(("page", "first")):
        return found
    return {name: value for name, value in found.items() if name.partition(":")[0] not in _OF_PAGES} | {"excerpt": 1.0}


def reliability(labelled: pd.DataFrame, coefficients: Coefficients) -> pd.DataFrame:
    """Return a table of how often statements are whole by how sure the reader is of them."""
    import pandas as pd

    chances = Chances(coefficients)
    columns = (labelled[name] for name in ("rules", "support", "margin", "named"))
    sure = [
        chances.of(tuple(rules.split(";")), support, margin, bool(named))
        for rules, support, margin, named in zip(*columns, strict=True)
    ]
    bands = pd.cut(sure, [0, 0.5, 0.7, 0.8, 0.9, 1.01], right=False, labels=["<0.5", "0.5", "0.7", "0.8", "0.9"])
    grouped = pd.DataFrame({"sure": sure, "whole": labelled["whole"], "confidence": bands}).groupby(
        "confidence", observed=True
    )
    return pd.DataFrame(
        {"figures": grouped.size(), "mean confidence": grouped["sure"].mean(), "whole": grouped["whole"].mean()}
    )


def main() -> None:
    """Fit the coefficients to the labelled figures and write them to the codebook."""
    coefficients = fit(load_labelled())
    with COEFFICIENTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", "coefficient"])
        writer.writerows(sorted(coefficients.items()))


if __name__ == "__main__":
    main()
