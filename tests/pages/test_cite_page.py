from __future__ import annotations

import json

from analysis.citing.citations import csl_of_project, load_project
from analysis.citing.formats import format_citation
from analysis.pages.cite_page import cite_page, dataset_page


def test_the_report_offers_the_bibtex_of_the_command():
    for lang in ("en", "zh"):
        assert f"```bibtex\n{format_citation([csl_of_project(lang=lang)], 'bibtex', lang)}```" in cite_page(lang)


def test_search_engines_read_a_data_set_of_schema_org():
    page = dataset_page("zh")
    start, end = page.index('{"'), page.index("</script>")
    record = json.loads(page[start:end])
    assert (record["@type"], record["version"]) == ("Dataset", load_project()["version"])
    assert record["temporalCoverage"] == "2002/2023"
    assert record["creator"]["name"] == "中国政府网站通报项目"
