"""The list of bulletins by year of publication, with the copies that were seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from markupsafe import Markup

from analysis.base.bulletins import title_of
from analysis.base.codebook import Codebook
from analysis.base.tables import grouped
from analysis.pages.markdown import html_table, permanent
from analysis.words.catalogue import Lang
from analysis.words.numbers import display_number

Row = Mapping[str, str]
_COLUMNS = ("bulletin", "issuer", "published", "title", "figures", "seen-at")
_WIDTHS = (18, 18, 10, 30, 6, 18)


def bulletins_page(
    bulletins: Iterable[Row], copies: Iterable[Row], counts: Mapping[str, int], codebook: Codebook, lang: Lang
) -> str:
    """Return the list; `counts` holds the number of figures of each bulletin.

    Only official pages are links; the addresses of mirrors are printed for audit and never linked.
    """
    seen = grouped((copy for copy in copies if copy["address"]), lambda copy: copy["bulletin_id"])
    sections = []
    ordered = sorted(bulletins, key=lambda b: (b["published"], b["bulletin_id"]))
    for year, published in groupby(ordered, key=lambda b: b["published"][:4]):
        rows = (_row(b, seen, counts, codebook, lang) for b in published)
        sections.append(f"## {year}\n\n{html_table(_COLUMNS, _WIDTHS, rows, year, lang)}")
    return "\n".join(sections)


def _row(
    bulletin: Row, seen: Mapping[str, list[Row]], counts: Mapping[str, int], codebook: Codebook, lang: Lang
) -> tuple[str, ...]:
    name, issuer = bulletin["bulletin_id"], codebook.issuers.label(bulletin["issuer"], lang)
    place = Markup('<a id="{}" href="..{}"><code>{}</code></a>').format(name, permanent("b", name, lang), name)
    figures, pages = display_number(counts.get(name, 0), lang), Markup(" ").join(map(_address, seen.get(name, [])))
    return place, issuer, bulletin["published"], title_of(bulletin, lang), figures, pages


def _address(copy: Row) -> Markup:
    """Return a link to an official page of the web; any other address is no link."""
    host, address = copy["host"], copy["address"]
    official = copy["page_kind"] == "official" and address.startswith(("http://", "https://"))
    return Markup('<a href="{}">{}</a>').format(address, host) if official else Markup("<code>{}</code>").format(host)
