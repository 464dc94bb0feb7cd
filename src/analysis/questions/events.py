"""Dated policy events at which the models let a trend change; they are known beforehand, not fitted."""

from __future__ import annotations

from typing import NamedTuple

from analysis.base.periods import decimal_year, period_dates


class Event(NamedTuple):
    """One event: its day and what happened, in English and Chinese."""

    day: str
    label_en: str
    label_zh: str

    @property
    def t(self) -> float:
        """The day as a decimal year."""
        return decimal_year(period_dates(self.day)[1])


EVENTS = {
    "guidelines": Event("2017-05-15", "Guidelines on government websites issued", "《政府网站发展指引》印发"),
    # The notice on the fourth quarter of 2017 reports the year's cut as done; the next counts follow in March.
    "cut-reported": Event("2017-12-31", "End of the year of the cut", "集中压减年度结束"),
    "pilot": Event("2018-11-09", "Pilot of site consolidation announced", "政府网站集约化试点启动"),
}
