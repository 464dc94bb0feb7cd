"""`render`: the whole report from the sources, with the built-in front end or with Quarto."""

from __future__ import annotations

import errno
import filecmp
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from glob import glob
from pathlib import Path

from analysis.base.errors import ProjectError, require_known
from analysis.renderer.fonts import with_letters
from analysis.renderer.html import read_once, render_html, stylesheets
from analysis.renderer.links import broken_links, read_copied
from analysis.renderer.lint import require_no_digits
from analysis.renderer.pandoc import ASSETS
from analysis.renderer.printing import render_docx, render_pdf
from analysis.renderer.project import Project, Recall, load_project, make_anew
from analysis.renderer.quarto import find_quarto, render_with_quarto
from analysis.renderer.search import write_search
from analysis.renderer.sources import Source, prepare

FORMATS = ("html", "pdf", "docx")
FRONT_ENDS = ("auto", "built-in", "quarto")
# pandoc is a process of its own; two at a time keep the two cores of a small machine busy.
WORKERS = 2
LOCAL_TARGET = re.compile(r"""(?:\]\(|(?:src|href)=["'])/?([\w./-]+\.(?!qmd|ipynb|html)\w{2,5})""")


def render(
    reports_dir: Path,
    out: Path,
    *,
    lang: str | None = None,
    to: Sequence[str] = ("html", "pdf"),
    front_end: str = "auto",
    recall: Recall = make_anew,
) -> list[Path]:
    """Render the report and return the files of it that are in the site then, sorted.

    It is rendered into a folder of its own and moved once all of it is there: a render that failed or was killed once
    left a site of which half was old, and Quarto begins by removing it.

    Args:
        reports_dir: the Quarto project.
        out: the folder of the rendered site; PDF and Word files lie beside their pages.
        lang: only the pages of one language, by its code; all by default.
        to: any of `html`, `pdf`, `docx`.
        front_end: `built-in`, `quarto`, or `auto`, which takes Quarto where it is found.
        recall: gives back what an earlier render made from the same parts; all is made anew by default.

    Raises:
        ProjectError: for prose with digits of its own, unknown variables, references or citations, broken links,
            characters without a glyph, and whatever pandoc, typst or Quarto refuse.
    """
    require_known("format", to, FORMATS)
    require_known("front end", front_end, FRONT_ENDS)
    project = load_project(reports_dir, recall)
    sources = [prepare(project, page) for page in project.pages]
    require_no_digits(hand_written(project, sources), project.root, project.prose.get("names", []))
    chosen = [source for source in sources if lang is None or source.page.language == lang]
    if not chosen:
        known = ", ".join(dict.fromkeys(source.page.language for source in sources))
        raise ProjectError(f"{reports_dir}: no page of the report is in '{lang}'; its languages are {known}.")
    out, copies = out.resolve(), dict[str, Path]()
    draft = out.with_name(f"{out.name}_draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        if front_end == "quarto" or (front_end == "auto" and find_quarto()):
            render_with_quarto(project, draft, to, lang)
        else:
            _render_built_in(project, sources, chosen, draft, copies, to)
        return _move(draft, copies, out, whole="html" in to and len(chosen) == len(sources))
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move(draft: Path, copies: dict[str, Path], out: Path, whole: bool) -> list[Path]:
    """Move and copy files into the site, of which thousands are as they were; return all of them by their places.

    Where it is the whole site, remove what an earlier render wrote and this one did not.
    """
    moved = sorted(file.relative_to(draft).as_posix() for file in draft.rglob("*") if file.is_file())
    names = sorted({*moved, *copies})
    record = out / ".files"
    before = record.read_text(encoding="utf-8").split("\n") if whole and record.is_file() else []
    for folder in {(out / name).parent for name in names}:
        folder.mkdir(parents=True, exist_ok=True)
    for name in moved:
        _put(draft / name, out / name)
    for name, file in copies.items():
        if not (out / name).is_file() or not filecmp.cmp(file, out / name):
            _copy(file, out / name)
    for name in set(before) - set(names):
        if name and (out / name).is_file():
            (out / name).unlink()
    if whole:
        record.write_text("\n".join(names) + "\n", encoding="utf-8")
    return [out / name for name in names]


def _put(made: Path, place: Path) -> None:
    """Move a file to its place, also where the site lies on another disk, such as a volume of a container."""
    try:
        made.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy(made, place)


def _copy(file: Path, place: Path) -> None:
    """Copy a file with its time, by which the next render knows that it need not read the two of them."""
    beside = place.with_name(f"{place.name}.draft")
    shutil.copy2(file, beside)
    beside.replace(place)


def hand_written(project: Project, sources: Iterable[Source]) -> list[Path]:
    """Return the files that people write: pages and what they include, without what the pipeline makes."""
    generated = {project.root / folder for folder in project.prose.get("generated", [])}
    files = {
        file
        for source in sources
        for file in source.files
        if not source.page.is_notebook and not generated & set(file.parents)
    }
    return sorted(files)


def _render_built_in(
    project: Project, sources: list[Source], chosen: list[Source], out: Path, copies: dict[str, Path], to: Sequence[str]
) -> None:
    """Write the chosen pages in their forms and all that comes with them; name in `copies` what is to be copied."""
    titles = {source.page.path: source.title for source in sources}
    with ThreadPoolExecutor(WORKERS) as pool:
        forms = _forms(project, pool.map(lambda source: _read(source, project, to), chosen), out, titles, to)
        waiting = [pool.submit(write) for write in forms]
        # While pandoc is at work, what comes with its pages is read.
        if "html" in to:
            _bring(project, chosen, copies, out)
        found = ((name, file) for name, file in sorted(copies.items()) if name.endswith(".html"))
        read = {name: read_copied(name, file, project.recall) for name, file in found}
        for one in waiting:
            one.result()
    if "html" in to:
        pages = ((f"{source.page.stem}.html", source.page.language) for source in chosen)
        records = [one for page in read.values() for one in page.articles]
        write_search(out, pages, records, {s.page.language: 0 for s in chosen}, project.recall)
    if "html" in to and len(chosen) == len(sources):
        _require_links(broken_links(out, project.recall, copies, read))
        _write_sitemap(out, copies, project.site_url)


def _read(source: Source, project: Project, to: Sequence[str]) -> Source:
    """Return a page as pandoc has read it where it is written more than once."""
    return read_once(source, project) if source.page.is_printed and {"html", "pdf"} <= {*to} else source


def _forms(
    project: Project, sources: Iterable[Source], out: Path, titles: Mapping[str, str], to: Sequence[str]
) -> Iterator[Callable[[], object]]:  # fmt: skip
    """Yield what writes each form of each page, the longest pages first: two workers then end together."""
    printed = [name for name in ("pdf", "docx") if name in to]
    for source in sorted(sources, key=lambda source: -len(source.body)):
        if source.page.is_printed and "pdf" in to:
            yield partial(render_pdf, source, project, out)
        if source.page.is_printed and "docx" in to:
            yield partial(render_docx, replace(source, tree=b""), project, out)  # which names its authors otherwise
        if "html" in to:
            yield partial(render_html, source, project, out, titles, printed)


def assets_of(project: Project, sources: Iterable[Source]) -> dict[str, Path]:
    """Return what the pages need: style, script, the project's resources and every local file that a page names."""
    own = ("site.css", "site.js", *(f"fonts/{file.name}" for file in sorted((ASSETS / "fonts").iterdir())))
    copies = {name: ASSETS / name for name in own}
    copies |= {Path(name).name: project.root / name for name in stylesheets(project)}
    copies |= {name: project.root / name for name in _resources(project)}
    named: dict[Path, None] = {}
    for source in sources:
        if source.page.is_notebook:
            copies[source.page.path] = source.page.source
            continue
        for name in dict.fromkeys(LOCAL_TARGET.findall(source.body)):
            named |= {project.root / name: None, source.page.source.parent / name: None}
    for file in named:
        if (place := file.resolve()).is_file() and place.is_relative_to(project.root):
            copies[place.relative_to(project.root).as_posix()] = file
    return copies


def _bring(project: Project, chosen: Iterable[Source], copies: dict[str, Path], out: Path) -> None:
    """Name the files to copy, and write the charts among them with the letters that they are drawn in."""
    copies |= assets_of(project, chosen)
    for name in [name for name, file in copies.items() if file.suffix == ".svg"]:
        lettered = with_letters(copies.pop(name).read_text(encoding="utf-8"), project.recall)
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(lettered, encoding="utf-8")


def _resources(project: Project) -> list[str]:
    """Return the places of the project's resources; thousands of files are named by texts, since paths take as long."""
    patterns = (project.settings.get("project") or {}).get("resources") or []
    patterns = [patterns] if isinstance(patterns, str) else patterns
    found = {name for pattern in patterns for name in glob(str(pattern).lstrip("/"), root_dir=project.root)}  # noqa: PTH207
    shown = (name for name in found if not name.rpartition("/")[2].startswith(("_", ".")))
    return sorted(name for name in shown if os.path.isfile(f"{project.root}/{name}"))  # noqa: PTH113


def _write_sitemap(out: Path, copies: Iterable[str], address: str) -> None:
    """List the pages of a site that has an address, for search engines."""
    if not address:
        return
    made = (path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    names = sorted({*made, *(name for name in copies if name.endswith(".html"))})
    places = "".join(f"<url><loc>{address}{name}</loc></url>\n" for name in names)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    (out / "sitemap.xml").write_text(f"{head}{places}</urlset>\n", encoding="utf-8")


def _require_links(faults: list[str]) -> None:
    if faults:
        shown = "; ".join(faults[:12]) + (f"; and {len(faults) - 12} more" if len(faults) > 12 else "")
        raise ProjectError(f"links of the site that lead nowhere: {shown}")
