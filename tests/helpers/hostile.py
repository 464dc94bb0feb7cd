"""Texts that somebody might put into a cell so that a page does more than show them."""

HOSTILE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)"> & &lt;b&gt;',
    "[a link](javascript:alert(1)) <javascript:alert(1)>",
    "![a picture](https://x.example/a.png){width=9in}",
    "`#panic()`{=typst} `\\input{/etc/passwd}`{=latex} `<b>x</b>`{=html}",
    "{{< include ../../data/raw/corrections.yml >}}",
    "{{% include x %}} {{{< var en.a >}}} `{{< include /x.md >}}`",
    "@fig-copies and [@sample2017, p. 3] and ^[a note] and [^1]",
    "costs $x^2$ and $$\\sum_i$$ \\(y\\) \\alpha",
    "a | b \\| c || d",
    "# not a heading {#est-a .b}",
    "::: {.callout-note}",
    "1. not a list",
    "a) neither",
    "*strong* __words__ ~~gone~~ H~2~O x^2^ `code`",
    "ends in a stroke \\",
    "--- | :::",
)
