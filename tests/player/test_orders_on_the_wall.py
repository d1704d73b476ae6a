"""The brake on a whole player, judged by the pixels: dark at once, dark after a power cut, and back again."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from player.hold import FILE_NAME
from schedules.alert import AlertPicture
from tests import builders
from tests.player.rig import Rig
from tests.player.test_agent_on_the_wall import Wall, wall_is_right

pytestmark = pytest.mark.wall
BLACK = ((0, 0),) * 3
RED = (200, 0, 0)


@pytest.fixture
def wall(rig: Rig, tmp_path: Path) -> Iterator[Wall]:
    rig.bind()
    wall = Wall(rig, tmp_path)
    yield wall
    wall.close()


def seen(wall: Wall) -> Image.Image:
    return wall.screen.picture(16, 8, 640, 384)


def is_black(wall: Wall) -> bool:
    return seen(wall).getextrema() == BLACK


def hold(wall: Wall, kind: str) -> None:
    """Order it as the hub does, for an hour."""
    until_ms = round((datetime.now(UTC) + timedelta(hours=1)).timestamp() * 1000)  # noqa: TID251
    wall.rig.hub.say({"type": "hold", "id": f"h{until_ms}", "kind": kind, "until_ms": until_ms})


def raise_awas(wall: Wall) -> str:
    """An emergency whose picture is red all over; its id."""
    file, now = io.BytesIO(), datetime.now(UTC)  # noqa: TID251
    Image.new("RGB", (640, 384), RED).save(file, "png")
    digest = hashlib.sha256(file.getvalue()).hexdigest()
    pictures = (AlertPicture(wall.rig.wall.format, digest),)
    ends = now + timedelta(minutes=5)
    alert = builders.alert(issued_at=now, effective=now, expires=ends, pictures=pictures)
    wall.rig.hub.raise_alert(alert, {digest: file.getvalue()})
    return alert.id


def test_a_wall_is_dark_at_once_stays_dark_through_a_power_cut_and_goes_on_when_it_is_let_go(wall: Wall) -> None:
    rig = wall.rig
    wall.start()
    rig.hub.publish(wall.programme)
    wall_is_right(wall, "before", 30)
    pressed = time.monotonic()
    hold(wall, "blackout")
    rig.until(lambda: is_black(wall), "the dark", 20)
    print(f"all pixels black {(time.monotonic() - pressed) * 1000:.0f} ms after the order")
    rig.until((rig.folder / FILE_NAME).exists, "the order kept, which comes after the dark")
    wall.cut()
    wall.start()
    rig.until(lambda: rig.hub.links_opened > 1 and rig.hub.connected, "the player again", 30)
    rig.until(lambda: rig.hub.heard("heartbeat")[-1]["hold"], "the word that it is held", 20)
    assert is_black(wall)
    hold(wall, "safe-card")
    rig.until(lambda: not is_black(wall) and wall.mark() is None, "the card", 20)
    card = seen(wall)
    alert = raise_awas(wall)
    rig.until(lambda: seen(wall).getpixel((320, 190)) == RED, "the emergency above it", 20)
    rig.hub.withdraw_alert(alert)
    rig.until(lambda: seen(wall).tobytes() == card.tobytes(), "the card again", 20)
    rig.hub.say({"type": "hold", "kind": ""})
    wall_is_right(wall, "after it was let go", 20)
