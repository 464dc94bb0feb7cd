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
    assert page.startswith("## 2017\n\n```{=html}")
    link = '<a href="http://www.gov.cn/a">www.gov.cn</a>'
    assert f'<td>Notice</td><td class="end">3</td><td>{link} <code>mirror.example</code></td>' in page
    assert '<td><a id="gov-2017q2" href="../b/gov-2017q2.html"><code>gov-2017q2</code></a></td>' in page


def test_an_address_that_is_none_of_the_web_is_no_link():
    page = bulletins_page([BULLETIN], [COPY | {"address": "javascript:alert(1)"}], {}, load_codebook(), "en")
    assert "<code>www.gov.cn</code>" in page
    assert "javascript" not in page


def test_a_title_without_translation_stands_as_published():
    old = BULLETIN | {"bulletin_id": "b", "published": "2005", "title_en": ""}
    page = bulletins_page([BULLETIN, old], [], {}, load_codebook(), "en")
    assert page.index("## 2005") < page.index("## 2017")
    assert '<td>通报</td><td class="end">0</td><td></td>' in page


def test_a_title_carries_out_nothing():
    page = bulletins_page([BULLETIN | {"title_en": "<b>{{< include /a >}}"}], [], {}, load_codebook(), "en")
    assert "<td>&lt;b&gt;&#123;&#123;&lt; include /a &gt;}}</td>" in page
