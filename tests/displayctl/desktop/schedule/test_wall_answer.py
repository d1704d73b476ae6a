"""What a wall shows at an instant, in words beside its picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.wall_answer import WallAnswer
from schedules.explain import explain
from schedules.opening import OpeningHours
from tests.builders import at, hours, programme, wall

pytestmark = pytest.mark.usefixtures("indonesian")


def test_a_wall_that_is_closed_is_dark_and_shows_no_card(desk: Desk, qtbot: QtBot) -> None:
    shown = WallAnswer(desk, "Tugu", QSize(64, 38))
    qtbot.addWidget(shown)
    closed_at_night = wall(opening=OpeningHours((hours("06:00-22:00"),)))
    planned = programme(displays=(closed_at_night,), filler_id=None)
    night, noon = (explain(planned, "tugu", at(f"2026-11-23 {hour}:00")) for hour in ("23", "12"))
    shown.show_answer(closed_at_night, night)
    assert shown.text.startswith("Gelap\n")
    shown.show_cue(noon.showing.cue)
    assert shown.text == "Kartu rumah\n"
    shown.show_cue(night.showing.cue)
    assert shown.text == "Gelap\n"
