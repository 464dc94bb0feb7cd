"""Shortcodes: what cannot be filled in stops the render with its file, its line and the nearest names."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.base.errors import ProjectError
from analysis.renderer.shortcodes import prose_lines
from helpers.site import append, build_one, expanded


def test_variables_are_filled_in(reports: Path) -> None:
    append(reports, "en/methods.qmd", "\n{{< var en.running >}} {{{< var x >}}}\n")
    told = expanded(reports, "en/methods.qmd")
    assert "[36,916](/n/gov-2017q2-running-all.html){.number} {{< var x >}}" in told


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("var en", r"unknown variable 'en'"),
        ("video a.mp4", r"the shortcode 'video' is not part of the report's dialect; use var or include"),
    ],
)
def test_what_the_dialect_does_not_know_is_refused(reports: Path, code: str, says: str) -> None:
    append(reports, "en/methods.qmd", f"\n{{{{< {code} >}}}}\n")
    with pytest.raises(ProjectError, match=rf"^en/methods\.qmd:8: {says}"):
        expanded(reports, "en/methods.qmd")


def test_an_included_file_comes_without_its_head_and_knows_its_own_lines(reports: Path) -> None:
    (reports / "_generated/numbers.en.md").write_text("---\ntitle: A\n---\n\nText.\n{{< var en.x >}}", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"^_generated/numbers\.en\.md:6: "):
        expanded(reports, "en/numbers.qmd")
    (reports / "_generated/numbers.en.md").write_text("---\ntitle: A\n---\n\nText.\n", encoding="utf-8")
    assert expanded(reports, "en/numbers.qmd").strip() == "Text."


def test_a_block_of_code_ends_with_a_fence_as_long_as_its_first() -> None:
    lines = ["a", "````", "b", "```", "````", "c"]
    assert [is_code for _, _, is_code in prose_lines("\n".join(lines), 3)] == [False, True, True, True, True, False]
    assert next(prose_lines("a", 3)) == (3, "a", False)


def test_an_unknown_variable_names_its_place_and_its_neighbours(reports: Path) -> None:
    append(reports, "en/methods.qmd", "\nSites: {{< var en.runing >}}.\n")
    with pytest.raises(
        ProjectError, match=r"en/methods\.qmd:8: unknown variable 'en\.runing': did you mean en\.running"
    ):
        expanded(reports, "en/methods.qmd")


def test_a_render_before_the_pipeline_says_so(reports: Path) -> None:
    (reports / "_variables.yml").unlink()
    with pytest.raises(ProjectError, match=r"_variables\.yml is missing or empty; run the pipeline first"):
        expanded(reports, "en/report.qmd")


def test_a_variable_inside_an_attribute_is_refused(reports: Path) -> None:
    append(reports, "en/methods.qmd", '\n![c](/exhibits/fig-running.svg){fig-alt="{{< var en.running >}}"}\n')
    with pytest.raises(ProjectError, match=r"en/methods\.qmd:8: the shortcode .* stands inside an attribute"):
        expanded(reports, "en/methods.qmd")


def test_a_shortcode_in_code_is_left_alone(reports: Path) -> None:
    append(reports, "en/methods.qmd", "\nWrite `{{< var en.x >}}`.\n\n```\n{{< var en.y >}}\n```\n")
    words = build_one(reports, "en/methods.qmd").body.text()
    assert "{{< var en.x >}}" in words
    assert "{{< var en.y >}}" in words


def test_an_unknown_include_names_its_place_and_its_neighbours(reports: Path) -> None:
    append(reports, "en/methods.qmd", "\n{{< include /exhibits/_fig-runing.en.md >}}\n")
    with pytest.raises(ProjectError, match=r"methods\.qmd:8: unknown included file .*_fig-running\.en\.md"):
        expanded(reports, "en/methods.qmd")


def test_an_include_of_a_file_outside_the_report_is_refused(reports: Path) -> None:
    (reports.parent / "secret.md").write_text("a secret")
    for name in ("../../secret.md", "/../secret.md"):
        (reports / "_generated/numbers.en.md").write_text(f"{{{{< include {name} >}}}}")
        with pytest.raises(ProjectError, match="outside the report"):
            expanded(reports, "en/numbers.qmd")


def test_an_include_of_itself_is_refused(reports: Path) -> None:
    (reports / "_generated/numbers.en.md").write_text("{{< include numbers.en.md >}}")
    with pytest.raises(ProjectError, match="includes itself"):
        expanded(reports, "en/numbers.qmd")
