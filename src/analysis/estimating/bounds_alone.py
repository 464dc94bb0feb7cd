"""What follows from printed bounds alone: shares, joint shares, and what cannot be true together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.bounds.interval import Interval
from analysis.bounds.shares import both, of_adopters, share_of_whole
from analysis.estimating.outcomes import CERTAIN, Estimate, Refusal

REFERENCE = "Moore, Kearfott & Cloud 2009, Introduction to Interval Analysis"
FRECHET_REFERENCE = "Frechet 1951; Rueschendorf 1981 (sharpness); Manski 2003"
Base = Literal["all", "adopters"]
Verdict = Literal["consistent", "possible", "inconsistent"]


def certain(
    parameter: str, interval: Interval, unit: str, n: int, method: str, reference: str, assumption: str
) -> Estimate:
    """Make the estimate of an interval that holds whenever the printed bounds hold (level 1)."""
    return Estimate(
        parameter, interval.middle, interval, unit, CERTAIN, n, method, reference, assumption, identified=interval
    )


def effective_adoption(
    adopted: Interval, quality: Interval, base: Base, n: int = 2, parameter: str = "effective_adoption"
) -> Estimate:
    """Bound the share of sites that adopted and are usable (or not a renamed search: pass `complement` of that share).

    base: "all" if the quality share is of all sites (Frechet bounds), "adopters" if of those that adopted (product).
    """
    interval = both(adopted, quality) if base == "all" else of_adopters(adopted, quality)
    method = "Frechet bounds over bounds" if base == "all" else "product of bounds, quality among adopters"
    return certain(
        parameter, interval, "percent", n, method, FRECHET_REFERENCE, "both shares are of the same set of sites"
    )


def share_estimate(count: Interval, whole: Interval, parameter: str = "share") -> Estimate:
    """Turn a count over a count into a share with bounds: systems in operation over sites of the same date."""
    interval = share_of_whole(count, whole)
    assumption = "both counts are of the same date, and each site has at most one of what is counted"
    return certain(parameter, interval, "percent", 2, "interval arithmetic", REFERENCE, assumption)


@dataclass(frozen=True, slots=True)
class Check:
    """Whether figures can be true together: consistent (whatever the bounds), possible (for some), inconsistent."""

    verdict: Verdict
    sentence: str


def check_part(count: Interval, whole: Interval) -> Check:
    """Check that a count can be a part of a whole: 32,000 retrofitted sites cannot be among 14,463 sites."""
    surely, possibly = count.surely_below(whole), whole.upper > count.lower or count & whole is not None
    verdict: Verdict = "consistent" if surely else "possible" if possibly else "inconsistent"
    ending = {"consistent": "holds for all", "possible": "holds for some", "inconsistent": "holds for no"}[verdict]
    what = f"a part of {show(count)} is at most its whole of {show(whole)}"
    return Check(verdict, f"{what}: {ending} values within the bounds.")


def show(interval: Interval) -> str:
    """Print an interval for a sentence, one number where it is a point."""
    ends = [f"{e:,.6g}" if abs(e) < 1e6 else f"{e:,.0f}" for e in interval.ends]
    return ends[0] if interval.exact else " to ".join(ends)


def compare_definitions(subject: str, definitions: Sequence[str]) -> Refusal | None:
    """Refuse a line through figures that count by different definitions; None where there is one."""
    known = sorted(set(definitions))
    if len(known) < 2:
        return None
    sentence = (
        f"No trend of {subject} is drawn: its {len(definitions)} figures count by {len(known)} definitions "
        f"({'; '.join(known)}), so that each stands alone with its bounds."
    )
    return Refusal("one_definition", sentence, len(definitions), 1)
