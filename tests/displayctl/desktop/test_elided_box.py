"""Boxes with long names keep to their place."""

from __future__ import annotations

import pytest

from displayctl.desktop.widgets.choices import TickList
from displayctl.desktop.widgets.elided_box import ElidedBox
from tests.displayctl.desktop.clipped import clipped

LONG = "Penyuluhan kesehatan ibu dan anak di Posyandu Kelurahan Luwuk " * 4


@pytest.mark.usefixtures("application")
def test_a_long_name_makes_no_list_of_boxes_wider_than_its_place() -> None:
    ticks = TickList()
    ticks.offer([("a", LONG), ("b", "Pagi")])
    ticks.resize(200, 80)
    ticks.show()
    long, short = ticks.findChildren(ElidedBox)
    assert ticks.minimumSizeHint().width() < 200
    assert (long.text(), long.toolTip()) == (LONG, LONG)
    assert short.minimumSizeHint() == short.sizeHint(), "a short name is never cut"
    assert not clipped(ticks)
    ticks.hide()
