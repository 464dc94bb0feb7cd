"""How sure a figure's statement is: the chance that all of it is right, and that its indicator is.

Two small logistic models over the rules that gave each field, and over how well the indicator is supported. Their
coefficients are data of the codebook; `fit` makes them from labelled figures (`python -m analysis.reading.confidence`).
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.base.errors import ProjectError
from analysis.base.paths import CODEBOOK, ROOT

if TYPE_CHECKING:
    import pandas as pd

COEFFICIENTS = CODEBOOK / "confidence.csv"
# One row a labelled figure of a first look: what gave its fields, the support of its indicator, whether the statement
# was whole, and whether the indicator that was found is right, struck or not. Pages read again after their rules were
# mended and passages without a page were rows too: without them the fit says as much of looks that it has not seen.
LABELLED = ROOT / "tests" / "reading" / "labelled.csv"
# What kind of pages a first look held; the kinds of older ones were not noted.
LOOKS = ROOT / "tests" / "reading" / "looks.csv"
MODELS = ("whole", "right")
_FIELDS = (
    "unit", "thing", "indicator", "level", "area", "period", "table", "rule", "reach", "counts", "front", "behind",
    "between", "mates", "record",
)  # fmt: skip
# An indicator is right or wrong whatever its place and time; an empty one is told by what is counted and stands around.
_OF_WHOLE = frozenset({"level", "area", "period", "table", "reach", "mates", "record", "clear"})
_OF_NOTHING = ("unit", "counts", "front", "behind", "struck", "thing", "reach", "table", "mates", "record")
_PLATFORMS = ("site", "account", "wechat", "weibo", "douyin", "toutiao", "mixed")
# Rules that say little more than that something was said go together.
_KINDS = {
    "unit": dict.fromkeys(("none", "index-noun", "score-noun"), "bare"),
    "thing": {**dict.fromkeys(("shared", "host", "item", "measure"), "other"), "ahead": "behind"},
    "indicator": dict.fromkeys(("parts", "host"), "inherited"),
    "area": {name: name for name in ("issuer", "words", "carried")},
    "level": {**{name: name for name in ("default", "issuer", "carried", "joined", "shared")}, "government": "joined"},
    "period": {**{name: name for name in ("title", "opening", "published", "carried")}, "until": "carried"},
    "counts": {**dict.fromkeys(_PLATFORMS, "platform"), **dict.fromkeys(("region", "department"), "body")},
}
_COUNTS = frozenset({"platform", "body", "item", "none", "person"})
# What leaves a doubt, whatever else speaks for a statement: without period or place it is not whole; a year that is
# not printed, a level of two words joined, unknown words, a far or general word, and counts of neither websites nor
# accounts were often wrong.
_DOUBTS = frozenset(
    "period:none period:derived area:none level:joined front:unknown behind:unknown between:some between:much "
    "rule:far rule:general counts:other counts:none".split()
)
# Of figures without an indicator: in a table every second one whose percent sign was thought lost was a count, one in
# six ranks, one in four that were struck and one in nine whose level stands right beside them had an indicator although
# all spoke for there being none.
_DOUBTS_OF_NOTHING = ("unit:lost", "unit:rank", "struck:yes", "reach:near")
_MOST_IN_DOUBT = 0.89
_HIGHEST_SUPPORT = 5.0
_HIGHEST_MARGIN = 2.0
_SMALLEST, _RAREST = 0.02, 5
_LATE_LOOKS, _RIDGE = 30, 0.0001
# What a late first look and an older one weigh: the reader of older looks is gone, but without them the fit is worse.
_LATE, _OLDER = 2.0, 0.7
# No labelled page shows an indicator; a row is older than the wording.
UNSEEN = "unseen"
_UNSEEN, _LACKING = f"wording:{UNSEEN}", "wording:lacking"
# What of its evidence a figure keeps when its page is read again by rules that changed; runs of so many are no chance.
_OF_A_PAGE = ("unit:", "thing:", "counts:", "rule:", "indicator:", "period:")
_RUN = 5
_OF_TERM = re.compile(r"indicator:(i[0-9]+)")
Coefficients = Mapping[str, Mapping[str, float]]


def load_coefficients(path: Path = COEFFICIENTS) -> dict[str, dict[str, float]]:
    """Return the coefficients of a codebook by model, by the name of their evidence."""
    if not path.exists():
        raise ProjectError(f"{path}: is missing, so confidence cannot be told; restore it from the repository.")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {model: {row["evidence"]: float(row[model]) for row in rows} for model in MODELS}


class Evidence(NamedTuple):
    """What speaks for a figure's statement: the rule of each field, the support of its indicator and its lead.

    `wording` is what the signs around say of the indicator and `nothing` what they say of there being none; None where
    they say nothing.
    """

    rules: tuple[str, ...]
    support: float = 0.0
    margin: float = 0.0
    wording: float | None = 0.0
    nothing: float | None = 0.0


def numbers_of(evidence: Evidence, named: bool) -> dict[str, float]:
    """Return the evidence of a figure by name: its measures, and one entry for the kind of rule of each field."""
    kinds = dict(rule.split(":", 1) for rule in evidence.rules if ":" in rule)
    sizes = _sizes_of(evidence, named)
    if not named:
        return sizes | {"nothing": 1.0} | {f"nothing:{f}:{_kind_of(f, kinds.get(f, ''))}": 1.0 for f in _OF_NOTHING}
    found = sizes | {"constant": 1.0}
    # Some rules of the codebook are right more often than others.
    found[f"of:{kinds.get('indicator', '')}"] = 1.0
    for field in _FIELDS:
        found[f"{field}:{_kind_of(field, kinds.get(field, ''))}"] = 1.0
    found["clear"] = float(_DOUBTS.isdisjoint(found))
    return found


def _sizes_of(evidence: Evidence, named: bool) -> dict[str, float]:
    """Return what of a figure's evidence is a measure, and no kind of rule."""
    support, nothing = min(evidence.support, _HIGHEST_SUPPORT), evidence.nothing or 0.0
    if not named:
        # A rule that nearly fitted says that the figure may well have an indicator.
        return {"nothing:support": support, "nothing:wording": nothing}
    return {
        "support": support, "margin": min(evidence.margin, _HIGHEST_MARGIN), "wording": evidence.wording or 0.0,
        _UNSEEN: float(evidence.wording is None), "wording:nothing": nothing,
    }  # fmt: skip


def _kind_of(field: str, rule: str) -> str:
    if not rule:
        return "none"
    if field in ("area", "level", "indicator") and rule not in _KINDS[field] and rule not in ("share", "change"):
        return _KINDS[field].get(rule, "inherited" if rule == "inherited" else "text")
    if rule.startswith("lost-percent"):
        return "lost"
    kind = _KINDS.get(field, {}).get(rule, rule)
    return "other" if field == "counts" and kind not in _COUNTS else kind


def _sum(weights: Mapping[str, float], numbers: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in numbers.items())


class Chances:
    """Gives chances by coefficients; what a set of rules adds is worked out once."""

    def __init__(self, coefficients: Coefficients) -> None:
        self.coefficients = {model: coefficients.get(model, {}) for model in MODELS}
        self._sums: dict[tuple[str, bool, tuple[str, ...]], float] = {}
        self._clear: dict[tuple[str, ...], bool] = {}

    def of(self, evidence: Evidence, named: bool) -> float:
        """Return the chance that a figure's statement is right in all its fields; a doubt that is left keeps it low."""
        chance = self._chance("whole", evidence, named)
        return chance if self._is_clear(evidence.rules, named) else min(chance, _MOST_IN_DOUBT)

    def _is_clear(self, rules: tuple[str, ...], named: bool) -> bool:
        if not named:
            return not any(rule.startswith(_DOUBTS_OF_NOTHING) for rule in rules)
        if rules not in self._clear:
            self._clear[rules] = bool(numbers_of(Evidence(rules), True)["clear"])
        return self._clear[rules]

    def right(self, evidence: Evidence) -> float:
        """Return the chance that the indicator found is right; 1 where no model says."""
        return self._chance("right", evidence, True) if self.coefficients["right"] else 1.0

    def _chance(self, model: str, evidence: Evidence, named: bool) -> float:
        weights, key = self.coefficients[model], (model, named, evidence.rules)
        if key not in self._sums:
            self._sums[key] = _sum(weights, numbers_of(Evidence(evidence.rules), named))
        total = self._sums[key] + _sum(weights, _sizes_of(evidence, named))
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 2)


def load_labelled(path: Path = LABELLED) -> pd.DataFrame:
    """Return the labelled figures."""
    import pandas as pd

    return pd.read_csv(path, keep_default_na=False)


def load_kinds(path: Path = LOOKS) -> pd.DataFrame:
    """Return the kinds of pages of the looks that have one: look, kind."""
    import pandas as pd

    return pd.read_csv(path)


def fit(labelled: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Return the coefficients of both models; what was struck teaches only whether its indicator was right."""
    values = _values_of_terms()
    labelled = labelled[~labelled["rules"].map(_is_gone(values))]
    found = labelled[labelled["right"] != ""]
    whole = [_row_of(row, bool(row.named)) for row in labelled.itertuples()]
    right = [_of_indicator(_row_of(row, True)) for row in found.itertuples()]
    return {"whole": _fit(labelled, whole, "whole", values), "right": _fit(found, right, "right", values)}


def _values_of_terms() -> dict[str, str]:
    """Return what each term of the codebook stands for, by its id."""
    values: dict[str, str] = {}
    for path in CODEBOOK.glob("terms*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            values |= {row["term_id"]: row["value"] for row in csv.DictReader(file)}
    return values


def _is_gone(ids: Collection[str]) -> Callable[[str], bool]:
    """Return what says whether a labelled figure rests on a rule that is gone from the codebook: it teaches nothing."""

    def gone(rules: str) -> bool:
        found = _OF_TERM.search(rules)
        return found is not None and found[1] not in ids

    return gone


def _row_of(row: Any, named: bool) -> dict[str, float]:  # noqa: ANN401 - a row of the labelled figures
    found = numbers_of(evidence_of(row), named)
    if (row.wording if named else row.nothing) == "":
        found[_LACKING if named else f"nothing:{_LACKING}"] = 1.0
    return found


def evidence_of(row: Any) -> Evidence:  # noqa: ANN401 - a row of the labelled figures
    """Return what a labelled figure rested on; whether it was struck then is kept."""
    return Evidence(tuple(row.rules.split(";")), row.support, row.margin, _heard(row.wording), _heard(row.nothing))


def _heard(said: str) -> float | None:
    return None if said == UNSEEN else float(said or 0)


def _of_indicator(found: dict[str, float]) -> dict[str, float]:
    return {name: value for name, value in found.items() if name.partition(":")[0] not in _OF_WHOLE}


def _fit(
    labelled: pd.DataFrame, rows: list[dict[str, float]], model: str, values: Mapping[str, str]
) -> dict[str, float]:
    """Return the coefficients that fit labelled figures best, small ones left out; a ridge keeps rare rules tame.

    The terms of an indicator are pooled in part: what their figures have in common is a coefficient of its own, which
    is added to that of each term, so that a rare or new term is trusted as much as the others of its indicator.
    """
    import pandas as pd
    import statsmodels.api as sm

    shared = {f"of:{term}": f"for:{value}" for term, value in values.items()}
    table = pd.DataFrame([row | {shared[name]: 1.0 for name in row if name in shared} for row in rows]).fillna(0.0)
    table = table.loc[:, (table != 0).sum() >= _RAREST]
    wanted = labelled[model].astype(float).to_numpy()
    fitting = sm.GLM(wanted, table, family=sm.families.Binomial(), freq_weights=_weights(labelled["look"]))
    ridge = [0.0 if name in ("constant", "nothing") else _RIDGE for name in table]
    found = fitting.fit_regularized(alpha=ridge, L1_wt=0.0).params.to_dict()
    common = {name: found.pop(name) for name in set(shared.values()) & found.keys()}
    found |= {name: found.get(name, 0.0) + common[of] for name, of in shared.items() if of in common}
    return {name: round(float(value), 3) for name, value in found.items() if abs(value) > _SMALLEST}


def _weights(looks: pd.Series) -> list[float]:
    """Return what each row weighs: the looks of late were read by rules that are still there."""
    late = set(sorted(set(looks))[-_LATE_LOOKS:])
    return [_LATE if look in late else _OLDER for look in looks]


def reliability(labelled: pd.DataFrame, coefficients: Coefficients) -> pd.DataFrame:
    """Return a table of how often statements are whole by how sure the reader is of them."""
    import pandas as pd

    chances = Chances(coefficients)
    rows = zip(labelled.itertuples(), labelled["named"].astype(bool), strict=True)
    sure = [chances.of(evidence_of(row), named) for row, named in rows]
    names = ["under 0.5", "0.5 to 0.7", "0.7 to 0.8", "0.8 to 0.9", "0.9 and over"]
    bands = pd.cut(sure, [0, 0.5, 0.7, 0.8, 0.9, 1.01], right=False, labels=names)
    grouped = pd.DataFrame({"sure": sure, "whole": labelled["whole"], "confidence": bands}).groupby(
        "confidence", observed=True
    )
    return pd.DataFrame(
        {"figures": grouped.size(), "mean confidence": grouped["sure"].mean(), "whole": grouped["whole"].mean()}
    )


def reliability_unseen(labelled: pd.DataFrame, looks: int = _LATE_LOOKS) -> dict[str, pd.DataFrame]:
    """Return the reliability of the last `looks` first looks by a model fitted to the earlier ones alone.

    Two tables: `all`, with the figures whose indicator stayed empty, and `given`, of those with an indicator.
    """
    late = labelled["look"] > labelled["look"].max() - looks
    seen, unseen = fit(labelled[~late]), labelled[late]
    return {"all": reliability(unseen, seen), "given": reliability(unseen[unseen["named"] == 1], seen)}


def came_back(labelled: pd.DataFrame) -> pd.Series:
    """Say of each labelled figure whether it stands in a run that an earlier look has with the same evidence.

    Pages come from one store, and their texts are not kept: so many figures alike in a row are likely the same page.
    """
    import pandas as pd

    kept = labelled["rules"].map(lambda rules: tuple(sorted(r for r in rules.split(";") if r.startswith(_OF_A_PAGE))))
    evidence, looks = list(zip(kept, labelled["support"].round(1), strict=True)), labelled["look"].to_numpy()
    seen: dict[tuple[Any, ...], int] = {}
    back = [False] * len(evidence)
    for start in range(len(evidence) - _RUN + 1):
        end = start + _RUN
        run = tuple(evidence[start:end])
        varied = looks[start] == looks[end - 1] and len(set(run)) >= _RUN - 1
        if varied and seen.setdefault(run, looks[start]) < looks[start]:
            back[start:end] = [True] * _RUN
    return pd.Series(back, index=labelled.index)


def first_looks(labelled: pd.DataFrame) -> pd.DataFrame:
    """Return a table of the first looks in order: their figures, those given an indicator, the shares of wrong ones.

    Column `whole` is the share of all figures whose statement is right, an indicator rightly left empty among them,
    `again` that of figures that an earlier look likely had.
    """
    return _summed(labelled.assign(again=came_back(labelled)), "look")


def by_kind(labelled: pd.DataFrame, kinds: pd.DataFrame) -> pd.DataFrame:
    """Return the same for each kind of pages, of the looks whose `kinds` are noted (columns look, kind)."""
    return _summed(labelled.assign(again=came_back(labelled)).merge(kinds, on="look"), "kind")


def _summed(labelled: pd.DataFrame, by: str) -> pd.DataFrame:
    given = labelled[labelled["named"] == 1].groupby(by)
    return (
        labelled.groupby(by)
        .agg(figures=("whole", "size"), again=("again", "mean"), whole=("whole", "mean"))
        .assign(given=given.size(), wrong=1 - given["right"].agg(lambda right: (right.astype(str) == "1").mean()))
    )


def main() -> None:
    """Fit the coefficients to the labelled figures and write them to the codebook."""
    coefficients = fit(load_labelled())
    with COEFFICIENTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["evidence", *MODELS])
        for name in sorted(set().union(*coefficients.values())):
            writer.writerow([name, *(coefficients[model].get(name, 0.0) for model in MODELS)])


if __name__ == "__main__":
    main()
