"""What the variants of the sensitivity runs are called in Chinese."""

from __future__ import annotations

VARIANTS_ZH = {
    "headline": "主结果",
    "bounds: narrow": "窄区间",
    "bounds: wide": "宽区间",
    "without corrections": "不作更正",
    "high confidence only": "仅高可信度",
    "printed figures only": "仅印出的数字",
    "events a quarter earlier": "政策事件提前一季度",
    "events a quarter later": "政策事件推迟一季度",
}
PREFIXES_ZH = {"without bulletin ": "去除通报", "without issuer ": "去除发布机构"}


def variant_in_chinese(variant: str) -> str:
    """Return the name of a variant in Chinese; ids of bulletins and issuers stay as they are."""
    for prefix, chinese in PREFIXES_ZH.items():
        if variant.startswith(prefix):
            return chinese + variant.removeprefix(prefix)
    return VARIANTS_ZH[variant]
