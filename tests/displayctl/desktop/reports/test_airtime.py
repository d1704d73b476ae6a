"""The figures over the shares of airtime say no more than what walls have told."""

from __future__ import annotations

from displayctl.api.office import OfficeSettings
from displayctl.api.reports import WallAir, WallReport
from displayctl.desk.reporting.figures import By, Sort
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.times import read_month
from displayctl.desktop.reports.airtime import airtime_figures
from tests.builders import ZONE, at

OCTOBER = read_month("2026-10", ZONE)


def test_what_a_wall_has_not_told_yet_does_not_count_as_not_shown() -> None:
    air = WallAir(
        display_id="tugu",
        name="Tugu",
        time_zone=ZONE,
        broadcast_seconds=3600,
        shown_seconds=0,
        down_seconds=600,
        unreported_seconds=3000,
    )
    wall = WallReport(starts=OCTOBER.starts, ends=OCTOBER.ends, until=OCTOBER.ends, published=True, wall=air)
    report = AirReport(OCTOBER, at("2026-11-02 09:00"), OfficeSettings(), (wall,), ())
    found = airtime_figures(report, By.AGENCY, None)
    assert found.dark_seconds == 600
    assert {each.sort: each.seconds for each in found.shares} == {Sort.DOWN: 600, Sort.UNREPORTED: 3000}
