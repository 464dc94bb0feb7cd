"""A small report for tests: the real project file and styles, pages of our own, exhibits drawn by hand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from analysis.base.paths import ROOT

REPORTS = ROOT / "reports"

VARIABLES = """\
en:
  running: "[36,916](/n/gov-2017q2-running-all.html){.number}"
  pass-rate: "[over 90%](/n/gov-2018q1-pass-all.html){.number}"
zh:
  running: "[36,916](/n/gov-2017q2-running-all.html#zh){.number}"
"""

# A permanent page, and the row of the appendix that print leads to.
PERMANENT = '<!DOCTYPE html><html lang="en"><title>A number</title><article id="zh" lang="zh">数字</article></html>'
ROW = """

| Number |
|:--|
| [[`gov-2017q2-running-all`](/n/gov-2017q2-running-all.html){.permanent}]{#n-gov-2017q2-running-all} |
"""

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360" role="img">
<rect width="640" height="360" fill="#ffffff"/>
<g stroke="#d9d9d9"><path d="M60 60H620M60 160H620M60 260H620"/></g>
<path d="M80 80 L220 120 L380 200 L600 250" fill="none" stroke="#1b567a" stroke-width="3"/>
<text x="60" y="36" style="font: 18px 'Noto Sans SC', sans-serif" fill="#1c2430">{title}</text>
<text x="60" y="330" style="font: 14px 'Noto Sans SC', sans-serif" fill="#565f6b">2015</text>
</svg>
"""

# One transparent pixel, for the Word file, which takes no svg.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8cf500f000386018034"
    "7c5ab90000000049454e44ae426082"
)

INDEX = """\
---
title: "What bulletins count"
description: "A sample page."
toc: false
number-sections: false
format: {html: default}
---

::: {.findings}
::: {.finding}
## Fewer sites

[{{< var en.running >}}]{.figure}

Sites in operation after the census.
:::
::: {.finding}
## Better kept

[{{< var en.pass-rate >}}]{.figure}

Share of sites that passed.
:::
:::

{{< include /exhibits/_fig-running.en.md >}}

Read the [report](/en/report.qmd) or its [methods](en/methods.qmd).
"""

REPORT = """\
---
title: "Sites and services"
subtitle: "Trends since 2015 with {{< var en.running >}} sites"
author:
  - name: "A. Researcher"
date: "2024-03-01"
abstract: "What the bulletins count, and what they do not."
citation:
  type: report
  publisher: "Sample Press"
license: "CC BY 4.0"
format:
  html: default
  typst: default
  docx: default
---

## Sites in operation {#sec-sites}

The State Council's office counted {{< var en.running >}} sites in 2017, see @fig-running and @tbl-running.[^note]
A second look at @sec-quality, which cites [@sample2017, p. 3], @sample2018 and [@gov-2017q2].

[^note]: The rule is **strict**, and *stable*.

{{< include /exhibits/_fig-running.en.md >}}

### By level

{{< include /exhibits/_tbl-running.en.md >}}

## Quality {#sec-quality}

::: {.callout-note}
## What a bound says
A share printed as {{< var en.pass-rate >}} is an interval.
:::

::: {.callout-warning collapse="true"}
## Definition break
The rule changed in 2019.
:::

The slope is $\\beta = (y_2 - y_1) / \\Delta t$. Display:

$$\\hat\\beta = \\arg\\min_\\beta \\sum_t (y_t - \\alpha - \\beta t)^2$$

1. First step.
2. Second step, with `code 42`.

> A quoted rule.

Term
:   Its meaning.

::: {.content-visible when-format="html"}
Only the site says this.
:::

::: {.content-visible when-format="typst"}
Only the print says this.
:::

## Notes {.unnumbered}

See <https://example.org/rules> and [the chart's data](/exhibits/fig-running.csv).
"""

METHODS = """\
---
title: "Methods"
format: {html: default}
---

Bounds are kept as the bulletins print them.
"""

NUMBERS = """\
---
title: "{title}"
toc: false
number-sections: false
format: {{html: default}}
---

{{{{< include /_generated/numbers.{lang}.md >}}}}
"""

CARDS = """\
::: {#gov-2017q2-running-all .card}
[36,916 sites]{.value} `gov-2017q2-running-all`

Printed as 36916 in the bulletin of 2017.
:::

::: {#gov-2018q1-pass-all .card}
[over 90%]{.value} `gov-2018q1-pass-all`
:::
"""

ZH_REPORT = """\
---
title: "政府网站数量与服务"
author: "课题组"
date: "2024-03-01"
citation: {type: report, publisher: "课题组"}
format:
  html: default
  typst: default
---

## 运行中的网站 {#sec-sites}

全国共有{{< var zh.running >}}家，见[@fig-running]、[@tbl-running]和[@sec-sites]。**重点**说明。

{{< include /exhibits/_fig-running.zh.md >}}

{{< include /exhibits/_tbl-running.zh.md >}}

::: {.callout-note}
说明文字。
:::
"""

EXHIBITS = {
    "_fig-running.en.md": "![Sites in operation, [36,916](/n/gov-2017q2-running-all.html){.number} in 2017.]"
    '(/exhibits/fig-running.svg){#fig-running fig-alt="A line that falls from 2015 to 2023."}\n\n'
    '::: {.exhibit-files .content-visible when-format="html"}\n[data](/exhibits/fig-running.csv)\n:::\n',
    "_fig-running.zh.md": '![运行中的网站数量](/exhibits/fig-running.zh.svg){#fig-running fig-alt="一条下降的线"}\n',
    "_tbl-running.en.md": "| Level | Sites | Share | Lower | Upper | Unit | Source |\n|:--|--:|--:|--:|--:|:--|:--|\n"
    "| Ministries | 1,200 | 3.3% | 3.2 | 3.4 | percent | State Council bulletin of the second quarter |\n"
    "| Provinces and below | 35,716 | 96.7% | 96.6 | 96.8 | percent | State Council bulletin |\n\n"
    ': Sites by level. {#tbl-running tbl-colwidths="[20,10,10,10,10,10,30]"}\n',
    "_tbl-running.zh.md": "| 级别 | 数量 |\n|:--|--:|\n| 部委 | 1,200 |\n| 地方 | 35,716 |\n\n"
    ": 各级网站数量 {#tbl-running}\n",
}

BIBLIOGRAPHY = """\
@report{sample2017, title = {A sample bulletin}, author = {{Sample Office}}, year = {2017}, type = {Bulletin}}
@report{sample2018, title = {Another bulletin}, author = {{Sample Office}}, year = {2018}, type = {Bulletin}}
"""

CITATIONS = """\
[{"id": "gov-2017q2", "type": "report", "title": "A bulletin of the second quarter", "author": [{"literal": "Office"}],
  "issued": {"date-parts": [[2017, 8]]}, "URL": "https://example.org/2017q2"}]
"""


def write_sample(folder: Path) -> Path:
    """Write the sample report below `folder` and return its root."""
    root = folder / "reports"
    root.mkdir(parents=True)
    styles = ("report.css", "charts.js", "links.lua", "print.typ", "theme.scss", "theme-dark.scss")
    for name in ("_quarto.yml", *styles, "en/_metadata.yml", "zh/_metadata.yml"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(REPORTS / name, root / name)
    pages = {
        "index.qmd": INDEX,
        "en/report.qmd": REPORT + ROW + "\n## Citing {#sec-cite}\n\nBy its id.\n",
        "en/methods.qmd": METHODS,
        "en/numbers.qmd": NUMBERS.format(title="Numbers", lang="en"),
        "zh/report.qmd": ZH_REPORT + "\n## 引用 {#sec-cite}\n\n按编号。\n",
        "zh/numbers.qmd": NUMBERS.format(title="数字", lang="zh"),
        "_variables.yml": VARIABLES,
        "references.bib": BIBLIOGRAPHY,
        "_generated/numbers.en.md": CARDS,
        "_generated/numbers.zh.md": CARDS,
        "_generated/bulletins.json": CITATIONS,
        "exhibits/fig-running.svg": SVG.format(title="Sites in operation"),
        "exhibits/fig-running.zh.svg": SVG.format(title="运行中的网站"),
        "exhibits/fig-running.csv": "time_period,value\n2017-Q2,36916\n",
        "notebooks/reading.ipynb": notebook(),
        "n/gov-2017q2-running-all.html": PERMANENT,
        "n/gov-2018q1-pass-all.html": PERMANENT,
    } | {f"exhibits/{name}": text for name, text in EXHIBITS.items()}
    for name, text in pages.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    for name in ("fig-running.png", "fig-running.zh.png"):
        (root / "exhibits" / name).write_bytes(PNG)
    return root


def notebook(outputs: bool = True) -> str:
    """Return an executed notebook with a table and a picture."""
    import base64

    table = (
        '<table border="1" class="dataframe"><thead><tr><th>year</th><th>sites</th></tr></thead>'
        "<tbody><tr><td>2017</td><td>36916</td></tr></tbody></table>"
    )
    results = [
        {
            "output_type": "execute_result",
            "execution_count": 1,
            "metadata": {},
            "data": {"text/html": table, "text/plain": "year sites"},
        },
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"image/png": base64.b64encode(PNG).decode(), "text/plain": "<Figure>"},
        },
    ]
    cells = [
        {
            "cell_type": "markdown",
            "id": "a",
            "metadata": {},
            "source": "# Reading a bulletin\n\nWhat the reader finds, see [the report](../en/report.qmd).\n",
        },
        {
            "cell_type": "code",
            "id": "b",
            "metadata": {},
            "execution_count": 1,
            "source": "table = read()\ntable",
            "outputs": results if outputs else [],
        },
    ]
    return json.dumps(
        {
            "cells": cells,
            "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )
