"""Learn the wording of indicators from labelled pages: the weights of the reader's second opinion.


    python -m analysis.reading.learning FOLDER...

Each FOLDER holds pages and labels as `analysis.reading.labelling` reads them. The weights go on from those of the
codebook, so that pages learned from once need not be kept. Label pages and look at them with the reader
before they are learned from: afterwards they say nothing of pages that nobody has seen.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.base.errors import ProjectError
from analysis.reading.labelling import Example, examples_of
from analysis.reading.terms import load_terms
from analysis.reading.wording import NONE, WEIGHTS, Weights, load_weights, signs_of

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

_RAREST_SIGNS, _RAREST_INDICATOR, _RIDGE, _SMALLEST = 3, 5, 1.0, 0.15


def fit(examples: Sequence[Example], known: Weights | None = None) -> dict[str, dict[str, float]]:
    """Return the weights that fit examples best, one indicator against the rest; small ones are left out.

    A ridge holds each weight near the one `known`, or near 0: the mode of a logistic regression whose prior is normal
    with the earlier weight as its mean.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    known = known or {}
    found = [signs_of(example.around) for example in examples]
    counts = Counter(signs for one in found for signs in one)
    columns = {signs: place for place, signs in enumerate(sorted(s for s in counts if counts[s] >= _RAREST_SIGNS), 1)}
    cells = [(row, columns[s]) for row, one in enumerate(found) for s in one if s in columns]
    cells += [(row, 0) for row in range(len(found))]
    rows, places = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, places)), shape=(len(found), len(columns) + 1))
    named = Counter(example.right[0] for example in examples)
    names = ("", *columns)
    weights = {}
    for indicator in sorted({*known, *(name for name, count in named.items() if count >= _RAREST_INDICATOR)}):
        held = known.get(indicator, {})
        start = np.array([held.get(name, 0.0) for name in names])
        rest = np.array([sum(held.get(signs, 0.0) for signs in one if signs not in columns) for one in found])
        wanted = np.array([indicator in example.right for example in examples])
        fitted = _fit_one(table, wanted, start, rest)
        new = {name: round(float(value), 2) for name, value in zip(names, fitted, strict=True)}
        weights[indicator] = {name: value for name, value in {**held, **new}.items() if abs(value) > _SMALLEST}
    return weights


def _fit_one(table: csr_matrix, wanted: np.ndarray, start: np.ndarray, rest: np.ndarray) -> np.ndarray:
    """Return the logistic coefficients of one indicator, the constant first; `rest` is what other weights add.

    The ridge leaves the constant of an indicator alone that is not known yet (it starts from 0).
    """
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit

    ridge = np.full(table.shape[1], _RIDGE)
    ridge[0] = _RIDGE if start[0] else 0.0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds, moved = table @ weights + rest, weights - start
        cost = np.logaddexp(0, odds).sum() - odds[wanted].sum() + 0.5 * (ridge * moved**2).sum()
        return cost, table.T @ (expit(odds) - wanted) + ridge * moved

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def write(weights: Mapping[str, Mapping[str, float]], path: Path = WEIGHTS) -> None:
    """Write weights, a row an indicator; a blank among the signs is written as a low line."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["indicator", "weights"])
        for indicator, found in weights.items():
            cell = " ".join(f"{signs.replace(' ', '_')}:{value:g}" for signs, value in sorted(found.items()))
            writer.writerow([indicator, cell])


def main(folders: Sequence[Path]) -> None:
    """Learn from all folders, going on from the weights of the codebook, and write them to it."""
    terms = load_terms()
    weights = fit([example for folder in folders for example in examples_of(folder, terms)], load_weights())
    # A label may be older than the codebook.
    write({indicator: found for indicator, found in weights.items() if indicator in {NONE, *terms.kinds}})


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m analysis.reading.learning FOLDER...")
    try:
        main([Path(name) for name in sys.argv[1:]])
    except ProjectError as error:
        sys.exit(str(error))
