"""`render`: the whole report from the sources, with the built-in front end or with Quarto."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from analysis.base.errors import ProjectError
from analysis.renderer.lint import require_no_digits
from analysis.renderer.pandoc import ASSETS
from analysis.renderer.project import Project, Recall, load_project, make_anew
from analysis.renderer.quarto import find_quarto, render_with_quarto
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
    """Render the report and return the files that were written, sorted.

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
    _require_known(to, FORMATS, "format")
    _require_known([front_end], FRONT_ENDS, "front end")
    project = load_project(reports_dir, recall)
    sources = [prepare(project, page) for page in project.pages]
    require_no_digits(hand_written(project, sources), project.root, project.prose.get("names", []))
    out = out.resolve()
    if front_end == "quarto" or (front_end == "auto" and find_quarto()):
        with _draft_of(out, lang is None and "html" in to) as draft:
            files = render_with_quarto(project, draft, to, lang)
        return sorted(out / name for name in files if name.suffix in {".html", ".pdf", ".docx"})
    chosen = [source for source in sources if lang is None or source.page.language == lang]
    languages = dict.fromkeys(source.page.language for source in sources)
    if not chosen:
        raise ProjectError(
            f"{reports_dir}: no page of the report is in '{lang}'; its languages are {', '.join(languages)}."
        )
    with _draft_of(out, "html" in to and len(chosen) == len(sources)) as draft:
        written = _render_built_in(project, sources, chosen, draft, to)
    return sorted(out / file.relative_to(draft) for file in written)


@contextmanager
def _draft_of(out: Path, whole: bool) -> Generator[Path]:
    """Give a folder to render into; its files move to the site once all of them are there.

    A render that failed or was killed once left a site of which half was old, and Quarto begins by removing it.
    """
    draft = out.with_name(f"{out.name}_draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        yield draft
        _move(draft, out, whole)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move(draft: Path, out: Path, whole: bool) -> None:
    """Move files into the site; where it is the whole one, remove what an earlier render wrote and this one did not."""
    names = sorted(file.relative_to(draft).as_posix() for file in draft.rglob("*") if file.is_file())
    record = out / ".files"
    before = record.read_text(encoding="utf-8").split("\n") if whole and record.is_file() else []
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        _put(draft / name, out / name)
    for name in set(before) - set(names):
        if name and (out / name).is_file():
            (out / name).unlink()
    if whole:
        record.write_text("\n".join(names) + "\n", encoding="utf-8")


def _put(made: Path, place: Path) -> None:
    """Move a file to its place, also where the site lies on another disk, such as a volume of a container."""
    try:
        made.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = place.with_name(f"{place.name}.draft")
        shutil.copyfile(made, beside)
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


def _require_known(values: Iterable[str], known: Sequence[str], what: str) -> None:
    for value in values:
        if value not in known:
            raise ProjectError(f"unknown {what} '{value}'; the report knows {', '.join(known)}.")


def _render_built_in(
    project: Project, sources: list[Source], chosen: list[Source], out: Path, to: Sequence[str]
) -> list[Path]:
    from analysis.renderer.html import render_html
    from analysis.renderer.links import read_page
    from analysis.renderer.printing import render_docx, render_pdf
    from analysis.renderer.search import write_search

    titles = {source.page.path: source.title for source in sources}
    printed = [name for name in ("pdf", "docx") if name in to]
    jobs: list[Callable[[], Path]] = []
    # The longest pages first: two workers then end together.
    for source in sorted(chosen, key=lambda source: -len(source.body)):
        if source.page.is_printed and "pdf" in to:
            jobs.append(lambda source=source: render_pdf(source, project, out))
        if source.page.is_printed and "docx" in to:
            jobs.append(lambda source=source: render_docx(source, project, out))
        if "html" in to:
            jobs.append(lambda source=source: render_html(source, project, out, titles, printed))
    with ThreadPoolExecutor(WORKERS) as pool:
        written = list(pool.map(lambda job: job(), jobs))
    if "html" in to:
        written += (copied := copy_assets(project, chosen, out))
        written += [file for source in chosen if source.page.is_notebook for file in _media(out, source)]
        pages = ((f"{source.page.stem}.html", source.page.language) for source in chosen)
        names = (file.relative_to(out).as_posix() for file in copied if file.suffix == ".html")
        records = [one for name in names for one in read_page(out, name, project.recall).articles]
        written += write_search(out, pages, records, {s.page.language: 0 for s in chosen}, project.recall)
    if "html" in to and len(chosen) == len(sources):
        _require_links(out, project.recall)
        written += _write_sitemap(out, project.site_url)
    return written


def _media(out: Path, source: Source) -> list[Path]:
    """Return the pictures that a notebook's page brought with it."""
    return [file for file in (out / f"{source.page.stem}_files").rglob("*") if file.is_file()]


def copy_assets(project: Project, sources: Iterable[Source], out: Path) -> list[Path]:
    """Copy what the pages need: style, script, the project's resources and every local file that a page names."""
    from analysis.renderer.fonts import with_letters
    from analysis.renderer.html import stylesheets

    own = ("site.css", "site.js", *(f"fonts/{file.name}" for file in sorted((ASSETS / "fonts").iterdir())))
    copies = {out / name: ASSETS / name for name in own}
    copies |= {out / Path(name).name: project.root / name for name in stylesheets(project)}
    for file in _resources(project):
        copies[out / file.relative_to(project.root)] = file
    for source in sources:
        if source.page.is_notebook:
            copies[out / source.page.path] = source.page.source
            continue
        for name in LOCAL_TARGET.findall(source.body):
            for file in (project.root / name, source.page.source.parent / name):
                if file.resolve().is_file() and file.resolve().is_relative_to(project.root):
                    copies[out / file.resolve().relative_to(project.root)] = file
    for folder in {target.parent for target in copies}:
        folder.mkdir(parents=True, exist_ok=True)
    for target, file in copies.items():
        if file.suffix == ".svg":
            chart = file.read_text(encoding="utf-8")
            lettered = project.recall(lambda chart=chart: with_letters(chart), "letters", chart)
            target.write_text(lettered, encoding="utf-8")
        else:
            shutil.copyfile(file, target)
    return sorted(copies)


def _resources(project: Project) -> list[Path]:
    patterns = (project.settings.get("project") or {}).get("resources") or []
    patterns = [patterns] if isinstance(patterns, str) else patterns
    found = {file for pattern in patterns for file in project.root.glob(str(pattern).lstrip("/"))}
    return sorted(file for file in found if file.is_file() and not file.name.startswith(("_", ".")))


def _write_sitemap(out: Path, address: str) -> list[Path]:
    """List the pages of a site that has an address, for search engines."""
    if not address:
        return []
    names = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    places = "".join(f"<url><loc>{address}{name}</loc></url>\n" for name in names)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    target = out / "sitemap.xml"
    target.write_text(f"{head}{places}</urlset>\n", encoding="utf-8")
    return [target]


def _require_links(out: Path, recall: Recall) -> None:
    from analysis.renderer.links import broken_links

    faults = broken_links(out, recall)
    if faults:
        shown = "; ".join(faults[:12]) + (f"; and {len(faults) - 12} more" if len(faults) > 12 else "")
        raise ProjectError(f"links of the site that lead nowhere: {shown}")
