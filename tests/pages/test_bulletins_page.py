from __future__ import annotations

from analysis.base.codebook import load_codebook
from analysis.pages.bulletins_page import bulletins_page

BULLETIN = {
    "bulletin_id": "gov-2017q2", "issuer": "anhui-go", "published": "2017-08-04", "title": "通报", "title_en": "Notice",
}  # fmt: skip
COPY = {
    "bulletin_id": "gov-2017q2", "page_kind": "official", "host": "www.gov.cn", "address": "http://www.gov.cn/a",
}  # fmt: skip
MIRROR = COPY | {"page_kind": "mirror", "host": "mirror.example", "address": "http://mirror.example/a"}


def test_only_official_pages_are_links():
    page = bulletins_page(
        [BULLETIN], [COPY, MIRROR, MIRROR | {"address": ""}], {"gov-2017q2": 3}, load_codebook(), "en"
    )
    assert page.startswith("## 2017\n\n| Bulletin | Issuer |")
    assert "| Notice | 3 | [www.gov.cn](<http://www.gov.cn/a>) `mirror.example` |" in page


def test_a_title_without_translation_stands_as_published():
    old = BULLETIN | {"bulletin_id": "b", "published": "2005", "title_en": ""}
    page = bulletins_page([BULLETIN, old], [], {}, load_codebook(), "en")
    assert page.index("## 2005") < page.index("## 2017")
    assert "| 通报 | 0 |  |" in page
