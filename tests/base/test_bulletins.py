from __future__ import annotations

from datetime import date

from analysis.base import paths
from analysis.base.bulletins import Bulletin, load_bulletins


def test_an_imprecise_date_counts_from_its_latest_day():
    assert Bulletin("a", "2017").latest_day == date(2017, 12, 31)
    assert Bulletin("a", "2018-02").latest_day == date(2018, 2, 28)


def test_the_register_is_read_whole():
    known = {bulletin.bulletin_id: bulletin for bulletin in load_bulletins(paths.RAW / "bulletins.csv")}
    assert known["gov-2017q2"].issuer
    assert all(bulletin.latest_day for bulletin in known.values())
