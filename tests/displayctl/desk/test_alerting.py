"""The picture of an alert: all of the wall for AWAS, else a banner as low as its text allows."""

from __future__ import annotations

import pytest

from content.errors import DoesNotFit
from content.studio.announcement import Announcement, Template
from displayctl.desk.alerting import typeset_for
from schedules.alert import AlertLevel
from schedules.display import Canvas
from tests.builders import wall

WALLS = (wall("a"), wall("b"), wall("c", canvas=Canvas(3200, 96)))


def drawn(least_height: int, level: AlertLevel) -> dict[str, bytes]:
    """Pictures that say their own size, by one who needs a height of `least_height`."""

    def typeset(words: Announcement, width_px: int, height_px: int) -> bytes:
        if height_px < least_height:
            raise DoesNotFit("too low", 1)
        return f"{width_px}x{height_px}".encode()

    return typeset_for(WALLS, Announcement("Banjir", template=Template.DARURAT, level=level), typeset)


def test_awas_takes_the_whole_wall_once_for_each_format() -> None:
    assert drawn(1, AlertLevel.AWAS) == {"640x384@30": b"640x384", "3200x96@30": b"3200x96"}


@pytest.mark.parametrize(("least", "height"), [(1, b"640x128"), (130, b"640x192"), (200, b"640x384")])
def test_a_lesser_warning_is_a_banner_as_low_as_its_text_allows(least: int, height: bytes) -> None:
    walls = WALLS[:1]

    def typeset(words: Announcement, width_px: int, height_px: int) -> bytes:
        if height_px < least:
            raise DoesNotFit("too low", 1)
        return f"{width_px}x{height_px}".encode()

    words = Announcement("Banjir", template=Template.DARURAT, level=AlertLevel.SIAGA)
    assert typeset_for(walls, words, typeset) == {"640x384@30": height}


def test_a_ribbons_banner_keeps_a_height_that_can_be_read() -> None:
    assert drawn(1, AlertLevel.WASPADA)["3200x96@30"] == b"3200x48"
    with pytest.raises(DoesNotFit):
        drawn(1000, AlertLevel.WASPADA)
