"""From bounds to data sets: seeded draws within the bounds, and intervals that hold both bounds and error.

How the two are combined. Let theta(y) be the estimate on data y and se its standard error. On exact data the interval
is the set of q with alpha/2 <= T((q - theta(y)) / se) <= 1 - alpha/2, T Student's distribution function. On bounded
data T is averaged over draws y_d within the bounds, and the same two equations are solved: the mixture that Rubin
(*Multiple Imputation*, 1987, chapter 3) summarises by its first two moments, kept whole because bounds are not normal.
The residual error is taken at the printed values and not from the draws, which would count the bounds twice. A print
made vaguer ("over x" for "x") keeps its printed value and so the residual error, and a mixture over more places is
wider (Anderson, Proc. Am. Math. Soc. 6, 1955): a linear estimate never looks more exact for a vaguer print.
Next to the interval stands the identified set (Manski, *Partial Identification of Probability Distributions*, 2003):
the estimates that some data within the bounds give, without error.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import special
from scipy.optimize import elementwise

from analysis.estimating.outcomes import LEVEL
from analysis.estimating.points import Array
from analysis.estimating.scales import Figures, to_scale

SEED = 20231231
DRAWS = 500
BOUNDS_REFERENCE = "Manski 2003; Rubin 1987"


def draw_units(size: int, draws: int) -> Array:
    """Return uniform numbers of shape (draws, size): each column stratified, the second half the mirror of the first.

    Columns are made one after the other, so that a longer series begins with the numbers of a shorter one.
    """
    rng = np.random.default_rng(SEED)
    half = (draws + 1) // 2
    columns = [(rng.permutation(half) + rng.random(half)) / half for _ in range(size)]
    upper = np.column_stack(columns) if columns else np.empty((half, 0))
    return np.vstack([upper, 1 - upper])[:draws]


def draw_within(figures: Figures) -> Array:
    """Draw data sets within the bounds, shape (draws, n), on the working scale; one row where all figures are exact.

    Draws are uniform in the bounds, and log-uniform on the log scale.
    """
    log = figures.scale == "log"
    low, high = (figures.low, figures.high) if log else (figures.column("lower"), figures.column("upper"))
    if np.all(low == high):
        return figures.low[None, :]
    drawn = low + (high - low) * draw_units(len(figures), DRAWS)
    return drawn if log else to_scale(drawn, figures.scale)


def mix_interval(drawn: Array, se: Array, df: float) -> tuple[Array, Array]:
    """Return lower and upper ends of the mixture of t intervals, each of shape (m,).

    drawn: estimates per draw, shape (draws, m); se: shape (m,); df: degrees of freedom. One draw gives the t interval.
    """
    tail = (1 - LEVEL) / 2
    reach = special.stdtrit(df, 1 - tail) * se
    least, most = drawn.min(axis=0), drawn.max(axis=0)
    if len(drawn) == 1:
        return least - reach, most + reach
    if np.any(se <= 0):
        return np.quantile(drawn, tail, axis=0), np.quantile(drawn, 1 - tail, axis=0)

    def beyond(q: Array, place: NDArray[np.intp], share: Array) -> Array:
        return special.stdtr(df, (q - drawn[:, place]) / se[place]).mean(axis=0) - share

    def end(side: int, share: float) -> Array:
        """Return the end between those that the least and the greatest draw alone would give."""
        # A hair wider, so that the ends of equal draws lie within.
        bracket = least + side * reach - 1e-9 * reach, most + side * reach + 1e-9 * reach
        return elementwise.find_root(beyond, bracket, args=(np.arange(drawn.shape[1]), share)).x

    return end(-1, tail), end(1, 1 - tail)
