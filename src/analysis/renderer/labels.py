"""The words that the renderer itself prints, in each language of the report."""

from __future__ import annotations

ENGLISH = {
    "fig": "Figure",
    "tbl": "Table",
    "sec": "Section",
    "references": "References",
    "code": "Show code",
    "contents": "On this page",
    "toc": "Contents",
    "menu": "Menu",
    "skip": "Skip to the text",
    "theme": "Switch between light and dark",
    "pdf": "PDF",
    "docx": "Word",
    "notebook": "Notebook",
    "download": "Download",
    "cite": "How to cite",
    "pages": "Pages",
    "published": "Published",
    "abstract": "Summary",
    "callout-note": "Note",
    "callout-tip": "Tip",
    "callout-warning": "Warning",
    "callout-important": "Important",
    "callout-caution": "Caution",
}
CHINESE = {
    "fig": "图",
    "tbl": "表",
    "sec": "章节",
    "references": "参考文献",
    "code": "显示代码",
    "contents": "本页目录",
    "toc": "目录",
    "menu": "菜单",
    "skip": "跳到正文",
    "theme": "切换浅色与深色",
    "pdf": "PDF",
    "docx": "Word",
    "notebook": "笔记本",
    "download": "下载",
    "cite": "如何引用",
    "pages": "页面",
    "published": "发布日期",
    "abstract": "摘要",
    "callout-note": "说明",
    "callout-tip": "提示",
    "callout-warning": "注意",
    "callout-important": "重要",
    "callout-caution": "当心",
}


def labels_of(language: str) -> dict[str, str]:
    """Return the renderer's own words in a language; English where it has no others."""
    return CHINESE if language.startswith("zh") else ENGLISH
