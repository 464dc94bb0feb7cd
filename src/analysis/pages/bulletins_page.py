"""The list of bulletins by year of publication, with the copies that were seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.base.bulletins import title_of
from analysis.base.codebook import Codebook
from analysis.base.tables import grouped
from analysis.pages.markdown import load_template, permanent
from analysis.words.catalogue import Lang, say
from analysis.words.numbers import display_number

Row = Mapping[str, str]
# The columns and their shares of the line.
_COLUMNS = (("bulletin", 18), ("issuer", 18), ("published", 10), ("title", 30), ("figures", 6), ("seen-at", 18))


def bulletins_page(
    bulletins: Iterable[Row], copies: Iterable[Row], counts: Mapping[str, int], codebook: Codebook, lang: Lang
) -> str:
    """Return the list, as HTML: pandoc is slow with long lists and adds weight; `counts` are figures by bulletin.

    Only official pages are links; the addresses of mirrors are printed for audit and never linked.
    """
    ordered = sorted(bulletins, key=lambda row: (row["published"], row["bulletin_id"]))
    return load_template("bulletins.md").render(
        years=grouped(ordered, lambda row: row["published"][:4]), columns=_COLUMNS, counts=counts, lang=lang, say=say,
        seen=grouped((copy for copy in copies if copy["address"]), lambda copy: copy["bulletin_id"]),
        issuers=codebook.issuers, title_of=title_of, permanent=permanent, display_number=display_number,
    )  # fmt: skip
