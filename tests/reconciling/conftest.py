from __future__ import annotations

import pytest

from analysis.base.bulletins import Bulletin
from analysis.base.codebook import TABLES, Codebook, Table, make_table
from analysis.cleaning.statements import STATEMENT_COLUMNS, Statement, clean_statements

INDICATORS = {
    "running_government_sites": ("count:site", "stock"),
    "declared_government_sites": ("count:site", "stock"),
    "spot_check_pass_rate": ("percent", "share"),
    "website_ownership_rate": ("percent", "share"),
    "persons_held_accountable": ("count:person", "flow"),
}
BULLETINS = [
    Bulletin("notice-2017", "2017-05-11"),
    Bulletin("evaluation-2017", "2017"),
    Bulletin("notice-2018", "2018-02"),
    Bulletin("news-2018", "2018-03-01"),
]


def table(name: str, rows: dict[str, dict[str, str]]) -> Table:
    key = TABLES[name]
    usual = {"code": "", "theme": "", "kind": "", "order": "1", "decimals": "0", "area": ""}
    return make_table(name, [usual | {"label_en": k, "label_zh": k} | v | {key: k} for k, v in rows.items()])


@pytest.fixture
def bulletins() -> list[Bulletin]:
    return BULLETINS


@pytest.fixture
def codebook() -> Codebook:
    indicators = {
        k: {"unit": unit, "kind": kind, "min": "0", "max": "100" if unit == "percent" else ""}
        for k, (unit, kind) in INDICATORS.items()
    }
    empty = {name: table(name, {}) for name in TABLES}
    filled = {
        "indicators": table("indicators", indicators),
        "areas": table("areas", {"CN": {}, "CN-FJ": {}}),
        "levels": table("levels", {"all": {}, "county": {}, "province": {}}),
        "methods": table("methods", {"cnnic": {}, "central_sample": {}, "self_check": {}}),
    }
    return Codebook(**{**empty, **filled})


@pytest.fixture
def clean(codebook):
    """Clean short statements: (id, bulletin, printed, period) with further fields by name."""

    def run(*rows: Statement, bulletins: list[Bulletin] = BULLETINS):
        return clean_statements(rows, bulletins, codebook)

    return run


@pytest.fixture
def say():
    def make(statement_id: str, printed: str, period: str, bulletin: str = "notice-2017", **more: str):
        row = dict.fromkeys(STATEMENT_COLUMNS, "") | {
            "statement_id": statement_id, "bulletin_id": bulletin, "printed": printed, "time_period": period,
            "indicator": "running_government_sites", "area": "CN", "level": "all", "confidence": "high",
        }  # fmt: skip
        return Statement(**row | more)

    return make


@pytest.fixture
def observations(clean, say):
    return clean(
        say("eval-2016-end", "4万家", "2016-12"), say("count-2017", "24820家", "2017-12-01", "notice-2018"),
        say("cut-2017", "21513家", "2017", "notice-2018", indicator="declared_government_sites"),
    )  # fmt: skip


@pytest.fixture
def write(tmp_path):
    def run(text: str, name: str = "conflicts.yml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return run
