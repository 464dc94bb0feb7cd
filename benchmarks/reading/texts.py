"""Text to measure on, in which no passage comes twice: facts told from templates with fresh numbers, places and dates.

Where the shared passages of public pages are at hand, they are mixed in with other digits.
"""

from __future__ import annotations

import csv
import os
import random
import re
from pathlib import Path

SHARED = Path(os.environ.get("BULLETINS_SHARED", Path(__file__).parents[3] / "shared"))
_DIGITS = re.compile(r"[0-9]{2,}")
_PLACES = "福建 河南 甘肃 浙江 商洛市 遵义市 中卫市 青神县 城东区 临江镇 省发展改革委 市水务局 农业农村部".split()
_SITES = "政府网站 政府门户网站 部门网站 区县网站 政务网站".split()
_MEDIA = "政务新媒体 微信公众号 政务微博 移动客户端 抖音号".split()
_TEMPLATES = """
{p}{y}年第{q}季度共检查{s}{a}家,不合格{b}家,合格率{r}%。
截至{y}年{m}月{d}日,{p}正在运行的{s}为{a}家,比上季度减少{b}家。
{p}在运行的{n}共{a}个,其中微信公众号{b}个,微博{c}个,抖音号{e}个。
{y}年{m}月,{p}随机抽查{s}{a}个,占总数的{r}%,总体合格率为{t}%。
超过{r}%的{s}开通了智能问答,近{t}%完成了适老化改造,约{c}家支持无障碍浏览。
{p}门户网站全年发布信息{w}条,访问量{g}万人次,日均访问{h}次。
各地共关停上移{s}{a}家,整改{b}家,约谈责任人{c}名。
{s}平均得分{t}分,最高{r}分,较上年提高{x}个百分点。
网民留言按期办结率由{r}%提升至{t}%,满意率达{x}%以上。
{p}收到“我为政府网站找错”留言{a}条,按期办结{b}条,办结率{r}%。
全市{n}累计粉丝{g}万人,发布文章{w}篇,阅读量超过{h}万次。
评估覆盖{a}家部委、{b}家省级和{c}家地市级{s},拥有率分别为{r}%、{t}%和{x}%。
{y}年底域名总数为{g}万个,其中政府域名{w}个,占{x}%。
{p}部门信箱收到来信{a}封,答复{b}封,平均用时{c}个工作日。
""".strip().split("\n")


def fresh_text(megabytes: float, seed: int = 2) -> str:
    """Return text of so many megabytes in which no passage comes twice."""
    rng = random.Random(seed)
    shared = _shared_passages()
    lines, seen, size = [], set(), 0
    while size < megabytes * 1e6:
        line = _fresh_line(rng, shared)
        if line not in seen:
            seen.add(line)
            lines.append(line)
            size += len(line.encode()) + 1
    return "\n".join(lines)


def _fresh_line(rng: random.Random, shared: list[str]) -> str:
    if shared and rng.random() < 0.4:
        return _DIGITS.sub(lambda m: _other(m.group(), rng), rng.choice(shared)) + f"第{rng.randint(1, 10**9)}号"
    return "".join(_fill(rng.choice(_TEMPLATES), rng) for _ in range(rng.randint(1, 4)))


def _fill(template: str, rng: random.Random) -> str:
    return template.format(
        p=rng.choice(_PLACES), s=rng.choice(_SITES), n=rng.choice(_MEDIA), y=rng.randint(2003, 2023),
        m=rng.randint(1, 12), d=rng.randint(1, 28), q=rng.choice("一二三四"), a=rng.randint(100, 99_999),
        b=rng.randint(2, 900), c=rng.randint(2, 800), e=rng.randint(2, 700), w=f"{rng.randint(1000, 99_999_999):,}",
        g=round(rng.uniform(1, 9000), 2), h=rng.randint(100, 99_999), r=round(rng.uniform(1, 99), 2),
        t=round(rng.uniform(1, 99), 1), x=round(rng.uniform(0.1, 60), 2),
    )  # fmt: skip


def _shared_passages() -> list[str]:
    path = SHARED / "gold" / "passages.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [row["context"] for row in csv.DictReader(file)]


def _other(digits: str, rng: random.Random) -> str:
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return digits
    return str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in digits[1:])
