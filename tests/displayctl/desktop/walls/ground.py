"""Players of walls that a test of the page of walls has at hand, what they hear and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.pages.walls import WallsPage
from schedules.codec import display_from_dict
from schedules.display import Display
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, said, say

LONG = 20_000
LETTERS = iter("FGHJKLMNPQRSTVWXZ")
"""Each player shows a code of its own; those that are gone are remembered for a while."""


@contextmanager
def player_of(
    hub: RunningHub, page: WallsPage, display_id: str, qtbot: QtBot
) -> Iterator[tuple[object, SimulatedPlayer]]:
    """A player on its link, which the desk knows to be there; unpaired afterwards."""
    with SimulatedPlayer(hub.url, f"BBBB-DDD{next(LETTERS)}") as player:
        player.enrol(hub.client, display_id)
        with player.link() as link:
            page.pick(display_id)
            qtbot.waitUntil(lambda: next(each for each in page.tiles if each.id == display_id).connected, timeout=LONG)
            yield link, player
        hub.client.unbind(display_id)


def said_soon(link: object, kind: str, qtbot: QtBot) -> dict[str, object]:
    """As `said`, while the desk goes on."""
    found: list[dict[str, object]] = []

    def heard() -> bool:
        with suppress(TimeoutError):
            found.append(said(link, kind, timeout=0.02))  # type: ignore[arg-type]
        return bool(found)

    qtbot.waitUntil(heard, timeout=LONG)
    return found[0]


def shows(link: object, **showing: str) -> None:
    """The wall's sign of life, with what it shows."""
    say(link, type="heartbeat", sent_ms=1, showing=showing)  # type: ignore[arg-type]


def stored(hub: RunningHub, display_id: str) -> Display:
    return display_from_dict(hub.client.part(PartKind.DISPLAY, display_id).value)
