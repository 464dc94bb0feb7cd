"""Names inside a sentence: of documents, systems and accounts. What stands in a name says nothing of a figure.

全国 in the title of a national notice made a local notice national, 报送 in the name of the reporting system made sites
declared ones, and the year of a plan that is only cited dated the text.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_TITLED = re.compile(r"《[^《》]{1,90}》(?:[(][^()]{0,40}[)])?")
_DOCUMENT = "通知|通报|指标|办法|方案|指引|意见|规定|条例|规范|标准|要求|精神|部署|决策|工作安排|文件|细则|制度"
_SYSTEM_END = r"(?:报送|监管|监测|管理|填报|备案|普查|监督|综合|信息|服务统一|统一)(?:信息)?(?:系统|平台|数据库)"
_SYSTEM = re.compile(
    rf"(?:全国|国家|国办|国务院|全省|全市|全区|自治区|[省市](?=政务|政府|信息|网站))[^,，。;；:、()0-9]{{2,24}}?{_SYSTEM_END}"
)
_CITED = re.compile(
    rf"(?:根据|按照|依据|依照|遵照|对照|贯彻落实|贯彻|落实|围绕)(?!不少于|比例)[^,，。;；%]{{2,90}}?(?:{_DOCUMENT})(?:[(][^()]{{0,40}}[)])?(?:等?(?:有关|相关)?(?:要求|规定|精神|部署|安排)|要求)*"
)
_QUOTED = re.compile(r"[“\"「『](?P<inside>[^“”\"「」『』]{2,40})[”\"」』]")
_NOTICE = re.compile(r"国(?:务院)?办(?:公厅)?(?:秘书局|政府信息与政务公开办公室|政务办)?(?:关于|印发|通报|统一部署)")
_OFFICE = re.compile(
    r"(?:[省市县区州旗盟]|自治[区州县])(?:人民)?(?:政府|府)办(?:公[厅室])?|国务院办公厅(?:秘书局)?|国办(?!函|发)"
)
_PROPER = re.compile(
    r"中国政府网|我为政府网站找错|[\u4e00-\u9fff]{2}(?:青年报|日报|晚报|晨报|商报|都市报)|中国(?:信息|电子|软件|互联网络信息|社会科学|社科|科学|行政|残疾|日报|新闻|高新|网(?!站|民)|特色|梦|共产党|式现代化|移动|电信|联通"
    r"|国际|传媒|人民|优秀|银行|残联|证券|气象|地震|民用|民航|中小|大百科|制造|消费)|“?中国[·•][\u4e00-\u9fff]{2,8}”?"
)
_SCOPED = re.compile(
    r"[全我本各][省市县区州旗盟](?:人民)?政府(?:系统)?|第三方[\u4e00-\u9fff]{0,6}?(?:机构|公司|单位)|监测时间[段点]?内?|(?:列入|纳入)?全国(?:政府网站)?普查(?:工作|名单|范围)?"
)
# 各县市区和各部门网站: everybody, no level.
_EVERYBODY = re.compile(
    r"各?(?:县|市|区|州|旗|乡镇|镇|街道)[县市区州旗(),、]{0,8}(?:政府)?[、和及与](?:各|市|县|区|州|省|政府|直属|市直|县直|区直){0,3}(?:部门|单位|委办局)(?:和单位)?(?:及[县市区州]{0,4}(?:政府)?部门)?|各地区?[、和及]?各(?:部门|单位)"
)
# A pattern is tried only where one of its characters stands.
_NAMED = (
    ("《", _TITLED), (("系统", "平台", "数据库"), _SYSTEM), ("根按依遵对贯落围", _CITED), ("国", _NOTICE),
    ("办", _OFFICE),
    (("中国", "找错", "报"), _PROPER), ("全我本各第监列普", _SCOPED), (("部门", "单位", "委办局"), _EVERYBODY),
)  # fmt: skip
_MARKS = re.compile(r"[《“\"「『办国全省市中按根依遵对落贯围我自本各第列纳县区镇乡街报监]")
_NAME_ENDS = re.compile(rf"(?:{_DOCUMENT}|系统|平台|数据库|网|号|发布|微博|微信|公众号)$")


def silent_spans(text: str) -> list[Span]:
    """Return the stretches of a sentence in which a word is part of a name and no evidence of its own."""
    if _MARKS.search(text) is None:
        return []
    spans = [
        m.span() for signs, pattern in _NAMED if any(map(text.__contains__, signs)) for m in pattern.finditer(text)
    ]
    if any(map(text.__contains__, '“"「『')):
        spans += [m.span() for m in _QUOTED.finditer(text) if _NAME_ENDS.search(m["inside"])]
    return sorted(spans)


def in_spans(start: int, end: int, spans: list[Span]) -> bool:
    """Say whether a stretch lies inside one of the spans without being all of it."""
    return any(low <= start and end <= high for low, high in spans)


def is_in_title(text: str, place: int) -> bool:
    """Say whether a place lies in the title of a document: 《49条硬核措施》 counts nothing."""
    return text.rfind("《", 0, place) > text.rfind("》", 0, place) and "》" in text[place:]
