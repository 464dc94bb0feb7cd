"""What each observation rests on: the best kind of page that shows it, and how its coding was checked.

Close to half of the figures were seen on mirrors alone, and nothing told them from those on official pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

PAGE_KINDS = ("official", "news", "secondary", "mirror")  # the best first


def add_evidence(
    observations: pl.DataFrame, statements: Iterable[Mapping[str, str]], copies: Iterable[Mapping[str, str]]
) -> pl.DataFrame:
    """Return the table `observations` with the columns `page_kind` and `reviewed`.

    `page_kind` is that of the best copy that shows a figure; a derived figure has the weakest of those it follows from.
    """
    import polars as pl

    seen_on, shown, reviewed = {copy["copy_id"]: copy["page_kind"] for copy in copies}, {}, {}
    for row in statements:
        shown[row["statement_id"]] = min((seen_on[name] for name in row["copies"].split()), key=PAGE_KINDS.index)
        reviewed[row["statement_id"]] = row["reviewed"]
    kinds = [
        shown[name] if name else max((shown[source] for source in derived_from.split()), key=PAGE_KINDS.index)
        for name, derived_from in observations.select("statement_id", "derived_from").iter_rows()
    ]
    checked = [reviewed.get(name, "") for name in observations["statement_id"]]
    return observations.with_columns(pl.Series("page_kind", kinds), pl.Series("reviewed", checked))
