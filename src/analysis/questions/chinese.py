"""The sentences of the models in Chinese: one pattern for each English sentence that a model can say."""

# ruff: noqa: E501 (a table of texts: one row a line reads better than wrapped rows)

from __future__ import annotations

import re

# Pattern of the English sentence, and the Chinese one; \1 and so on are what the pattern holds.
SENTENCES: tuple[tuple[str, str], ...] = (
    # methods
    ("interval arithmetic", "区间运算"),
    ("interval arithmetic on the first and the last figure", "首末两数的区间运算"),
    ("ordinary least squares on logarithms", "对数最小二乘"),
    ("ordinary least squares on logarithms, slopes change at (.+)", r"对数最小二乘，斜率在\1改变"),
    ("nonlinear least squares on logarithms, profile-t intervals", "对数非线性最小二乘，剖面t区间"),
    ("least squares on log odds", "对数比值最小二乘"),
    ("within-unit least squares, jackknife errors clustered by unit", "单位内最小二乘，按单位聚类的刀切标准误"),
    ("Wilson interval, hull over the counts that print as the rate", "Wilson区间，取与所印比率相符的各数之包络"),
    ("Newcombe interval, hull over the counts that print as the rates", "Newcombe区间，取与所印比率相符的各数之包络"),
    ("mean of Newcombe differences, limits by square-and-add", "Newcombe差值的平均，限值按平方和法"),
    ("comparison of the bounds of the first and the last figure", "首末两数区间的比较"),
    ("sharp bounds by counting systems", "按系统计数的紧界"),
    ("product of bounds, quality among adopters", "区间相乘，质量为已开通者中的比例"),
    ("product of bounds", "区间相乘"),
    ("count of values above (.+)", r"高于\1的数值个数"),
    ("median and range of the ratios", "比值的中位数与全距"),
    # assumptions
    ("the printed bounds hold", "所印数字的区间成立"),
    ("nothing is said of the path between", "不涉及其间的走势"),
    ("the levels do not overlap", "各层级互不重叠"),
    ("stocks and flows count the same sites", "存量与流量统计的是同一批网站"),
    ("each unit counts once", "每个单位计一次"),
    ("each value counts once, whatever its sample", "每个数值计一次，不论样本大小"),
    ("independent multiplicative lognormal errors of one variance", "误差为同方差、相互独立的对数正态乘性误差"),
    ("figures log-uniform within their (?:printed )?bounds", "数字在其区间内对数均匀分布"),
    ("break dates known, level continuous", "断点日期已知，水平连续"),
    ("a simple random sample", "简单随机样本"),
    ("the population is large", "总体足够大"),
    ("two simple random samples, drawn apart", "两个分别抽取的简单随机样本"),
    ("everybody adopts in the end", "最终全部采用"),
    ("independent normal errors of the log odds of one variance", "对数比值误差同方差、相互独立、服从正态"),
    (
        "shares uniform within their printed bounds, 0 and 100 read as within 0.05 of them",
        "比例在所印区间内均匀分布，0和100视为相差不超过0.05",
    ),
    ("units are independent of each other", "各单位相互独立"),
    ("within a unit errors may follow each other", "单位内误差可相关"),
    ("unit levels are fixed", "单位水平固定"),
    ("one system at most for each portal", "每个门户至多一个系统"),
    ("the portals of mid-2018 are those of 2022", "2022年的门户即2018年年中的门户"),
    ("levels may differ freely", "各层级可任意不同"),
    ("the survey covered the portals it counts", "调查涵盖其所计门户"),
    ("surveys do not test the same things", "各调查测试内容不同"),
    ("both shares are of the same set of sites", "两个比例针对同一批网站"),
    ("both figures count the closures of the same year", "两数为同一年的关停数"),
    ("the scale and the indicators are the same in (.+) and (.+)", r"\1与\2的满分和指标相同"),
    ("the count of (.+) still holds when the share was taken", r"取得该比例时\1的数量仍然成立"),
    ("every system stands on a portal, and no portal has two", "每个系统均在门户上，且门户不重复"),
    ("portals of 1 December 2017", "门户数为2017年12月1日"),
    ("no site has two systems", "网站不重复设系统"),
    ("sites of 1 December 2017", "网站数为2017年12月1日"),
    ("quarters are independent samples of one difference", "各季度为同一差值的独立样本"),
    ("a province's own count is compared with CNNIC's of at most a quarter apart", "各省自行统计与相距不超过一个季度的CNNIC统计比较"),
    # warnings
    (
        "the count of the end of 2016 is derived: the count before it less, and the count after it plus, the closures",
        "2016年底的数量为推算：此前数量减去关停数，且等于此后数量加上关停数",
    ),
    (r"(\d+) units with one date are left out: (.+)", r"\1个单位仅有一个时点，未纳入：\2"),
    (
        r"few clusters: (\d+) units weigh as (\d+) equal ones; t has (\d+) degrees of freedom",
        r"聚类过少：\1个单位相当于\2个等权单位；t分布自由度为\3",
    ),
    (
        "the best curve levels out (?:below|above) the last figure, which it therefore does not fit; the end is held there",
        "最佳曲线的极限未及最后一个数字，与之不符；区间端点以该数字为限",
    ),
    ("the midpoint lies outside the dates of the data", "达到一半的时间在数据时段之外"),
    ("the regions' own check is no random sample: the interval holds chance alone", "各地自查并非随机样本：区间仅含抽样误差"),
    (
        r"residuals follow each other \(Durbin-Watson (.+)\): the interval is too narrow",
        r"残差自相关（Durbin-Watson \1）：区间过窄",
    ),
    (
        r"(\d+) shares of exactly 0 or 100 have no log odds and are read as within 0.05 of them",
        r"\1个比例恰为0或100，无对数比值，视为相差不超过0.05",
    ),
    ("most values stand at the ceiling: the rate no longer tells units apart", "多数数值已达上限：该比率已不能区分各单位"),
    (r"no whole number of (\d+) prints as (.+) percent: rate and sample size disagree", r"\1中没有整数与\2%相符：比率与样本量不一致"),
    ("no floor above zero is certain: the decline may go on", "不能确定存在正的下限：下降可能继续"),
    ("no ceiling is certain: growth may go on", "不能确定存在上限：增长可能继续"),
    ("the floor has no upper end below the highest figure", "下限的上端不低于最大数字"),
    ("the (?:half-life|midpoint) is open on one side: the dates do not show the bend", "一侧无界：所涉时点未显示弯折"),
    ("the interval has no (?:lower|upper) end", "区间一侧无界"),
    ("the slope may be zero, so the midpoint is unknown", "斜率可能为零，故无法得知达到一半的时间"),
    # refusals
    (
        r"The model '(.+?)'(?: of (\S+))? is refused: it has (\d+) (\w+) and needs (\d+), because .+",
        r"模型“\1”不予拟合（\2）：仅有\3个时点或单位，至少需要\5个；只列出各数字的区间。",
    ),
    (r"The model '(.+?)' of (\S+) is refused: its figures count by (\d+) definitions .+", r"模型“\1”不予拟合（\2）：数字出自\3种定义，不跨定义连线。"),
    (r"The model '(.+?)' of (\S+) is refused: (\S+) holds (\d+) dates and needs two .+", r"模型“\1”不予拟合（\2）：阶段\3仅有\4个时点，至少需要两个。"),
    (r"The model '(.+?)' of (\S+) is refused: its last figure does not .+", r"模型“\1”不予拟合（\2）：末值与首值的方向不符。"),
    (r"The model '(.+?)' of (\S+) is refused: its \w+ contradicts the last figure\.", r"模型“\1”不予拟合（\2）：其极限与最后一个数字矛盾。"),
    (r"The panel (\S+) is refused: its figures count by (\d+) definitions .+", r"面板\1不予拟合：数字出自\2种定义。"),
    (r"The panel (\S+) is refused: no unit has dates enough .+", r"面板\1不予拟合：没有单位在各阶段都有足够时点。"),
    (r"The decomposition of (\S+) is refused: .+", r"\1不予分解：区间不能排除总数并未下降。"),
    (r"The model '(.+?)' gives no (.*?) ?of this series\.", r"模型“\1”未给出该序列的此项结果。"),
    (r"No trend of (.+?) is drawn: its (\d+) figures count by (\d+) definitions .+", r"不绘趋势：\2个数字出自\3种定义，各自独立，仅列区间。"),
    (
        r"No share is given: a part of (.+) is at most its whole of (.+): holds for no values within the bounds\. .+",
        r"不给出比例：\1不可能是\2的一部分；改造数还包括其他网站。",
    ),
    (r"No (\w+) of (\S+) is given: the slope may be zero, so the midpoint is unknown\.", r"不给出\2达到一半的时间：斜率可能为零。"),
    (r"The model gives no such number here\.", "此时模型不给出该数。"),
    (r"Not estimated: .+ is not among the figures of this edition\.", "未估计：本版所据数字尚不包括所需数据。"),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.DOTALL), chinese) for pattern, chinese in SENTENCES)


def in_chinese(sentence: str) -> str | None:
    """Return a sentence of a model in Chinese, None where no pattern knows it."""
    for pattern, chinese in _COMPILED:
        match = pattern.fullmatch(sentence)
        if match:
            return match.expand(chinese).replace("（）", "").replace(" to ", "至")
    return None


def say_chinese(sentences: list[str]) -> str:
    """Return sentences or clauses in Chinese, joined; one that has no Chinese yet stays as it is."""
    said: list[str] = []
    for sentence in sentences:
        whole = in_chinese(sentence)
        parts = [whole] if whole else [in_chinese(part) or part for part in sentence.split("; ")]
        said += parts
    return "；".join(part.rstrip("。") if len(said) > 1 else part for part in said)
