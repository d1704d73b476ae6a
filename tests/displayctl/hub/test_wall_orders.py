"""What people tell walls to do now: by those who may, to walls here and away, and never without a trace."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection

from displayctl.api.errors import HubUnavailable, NotFound, TooManyTries, WrongRequest
from displayctl.api.models import Document, PartKind
from displayctl.api.walls import HoldKind, HoldWish, PatternKind, PatternWish, WallHold
from displayctl.hub.heartbeats import READ_MESSAGE, HoldSaid
from displayctl.hub.repositories.audit import AuditFilter
from displayctl.hub.wall_holds import WallHolds
from tests.displayctl.hub.ground import add_wall, eventually, now
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said, say
from tests.fakes.small_disk import full, small_disk

BLACKOUT = HoldWish(kind=HoldKind.BLACKOUT, minutes=5, reason="gambar salah")


@pytest.fixture(scope="module")
def player(hub: RunningHub) -> Iterator[SimulatedPlayer]:
    add_wall(hub.client)
    with SimulatedPlayer(hub.url) as player:
        player.enrol(hub.client, "tugu")
        yield player


@pytest.fixture
def link(hub: RunningHub, player: SimulatedPlayer) -> Iterator[ClientConnection]:
    with player.link() as link:
        assert said(link, "hold") == {"type": "hold", "kind": ""}
        yield link
        hub.client.walls.release("tugu")
        beat(link, None)
        eventually(lambda: not hub.client.walls.holds())
    eventually(lambda: not hub.client.fleet()[0].connected)


def beat(link: ClientConnection, hold: dict[str, Any] | None) -> None:
    say(link, type="heartbeat", sent_ms=1, hold=hold)


def kept(hub: RunningHub) -> tuple[WallHold, ...]:
    with hub.services.storage.reading() as work:
        return work.wall_holds.all()


def actions(hub: RunningHub) -> list[str]:
    return [entry.action for entry in hub.services.audit.page(AuditFilter(), 0, 20).entries]


def test_a_wall_is_told_at_once_and_what_it_says_is_told_on(hub: RunningHub, link: ClientConnection) -> None:
    ordered = hub.client.walls.hold("tugu", BLACKOUT)
    assert (ordered.kind, ordered.on_wall, ordered.pending) == (HoldKind.BLACKOUT, None, True)
    told = said(link, "hold")
    assert (told["id"], told["kind"]) == (ordered.id, "blackout")
    assert abs(told["until_ms"] / 1000 - (now() + timedelta(minutes=5)).timestamp()) < 20
    assert "reason" not in told
    beat(link, {"id": ordered.id, "kind": "blackout", "shown_ms": None})
    beat(link, {"id": ordered.id, "kind": "blackout", "shown_ms": int(now().timestamp() * 1000)})
    shown = eventually(lambda: hold if not (hold := hub.client.walls.holds()[0]).pending else None)
    assert shown.shown_at is not None
    assert abs(shown.shown_at - now()) < timedelta(seconds=20)
    assert hub.client.fleet()[0].hold == shown
    assert (shown.reason, shown.ordered_by) == ("gambar salah", ordered.ordered_by)
    released = hub.client.walls.release("tugu")
    assert (released.kind, released.pending) == (None, True)
    assert said(link, "hold") == {"type": "hold", "kind": ""}
    assert hub.client.walls.holds() == (released,), "it still shows that it was held"
    assert actions(hub)[:2] == ["wall.release", "wall.hold"]


def test_a_wall_that_holds_otherwise_than_is_wanted_is_told_again(hub: RunningHub, link: ClientConnection) -> None:
    ordered = hub.client.walls.hold("tugu", BLACKOUT)
    said(link, "hold")
    beat(link, None)
    assert said(link, "hold")["id"] == ordered.id, "the word was lost"
    hub.client.walls.release("tugu")
    said(link, "hold")
    beat(link, {"id": ordered.id, "kind": "blackout"})
    assert said(link, "hold") == {"type": "hold", "kind": ""}


def test_a_player_that_knows_of_no_holds_is_told_of(hub: RunningHub, link: ClientConnection) -> None:
    assert hub.client.walls.hold("tugu", BLACKOUT).understood
    say(link, type="heartbeat", sent_ms=1)
    former = eventually(lambda: hold if not (hold := hub.client.walls.holds()[0]).understood else None)
    assert former.pending
    beat(link, None)
    eventually(lambda: hub.client.walls.holds()[0].understood)


def test_a_wall_that_is_away_follows_when_it_comes(hub: RunningHub, player: SimulatedPlayer) -> None:
    ordered = hub.client.walls.hold("tugu", BLACKOUT)
    card = hub.client.walls.hold("tugu", HoldWish(kind=HoldKind.SAFE_CARD))
    assert card.id != ordered.id
    assert card.pending
    assert kept(hub) == (card,), "it outlives the hub"
    services = hub.services
    again = WallHolds(services.storage, services.dispatch, services.bus, services.clock)
    assert again.of("tugu") == card
    with player.link() as link:
        assert said(link, "hold")["kind"] == "safe-card"
        hub.client.walls.release("tugu")
        beat(link, None)
        eventually(lambda: not kept(hub))
    assert hub.client.walls.holds() == ()
    eventually(lambda: not hub.client.fleet()[0].connected)


def test_a_hold_is_over_by_itself(hub: RunningHub, link: ClientConnection) -> None:
    ordered = hub.client.walls.hold("tugu", BLACKOUT)
    holds = hub.services.wall_holds
    over = ordered.model_copy(update={"until": now() - timedelta(seconds=1)})
    holds._known["tugu"] = over
    assert hub.client.walls.holds() == ()
    assert hub.client.fleet()[0].hold is None
    holds.hear("tugu", HoldSaid(id=ordered.id, kind=HoldKind.BLACKOUT, shown_ms=1000))
    holds.sweep()
    (left,) = hub.client.walls.holds()
    assert (left.kind, left.on_wall) == (None, HoldKind.BLACKOUT)
    assert hub.client.walls.release("tugu") == left, "there is nothing to take back"


def test_what_is_not_there_cannot_be_held_and_a_wall_that_is_gone_is_held_no_more(hub: RunningHub) -> None:
    for ask in (lambda: hub.client.walls.hold("tiada", BLACKOUT), lambda: hub.client.walls.release("tiada")):
        with pytest.raises(NotFound):
            ask()
    wall = add_wall(hub.client, "sebentar")
    assert hub.client.walls.release("sebentar") == WallHold(display_id="sebentar")
    hub.client.walls.hold("sebentar", BLACKOUT)
    hub.client.delete_part(PartKind.DISPLAY, "sebentar", wall.version)
    add_wall(hub.client, "sebentar")
    assert hub.client.walls.holds() == ()


def test_on_a_full_disk_a_hold_stands_and_who_ordered_it_is_told_that_it_is_not_kept(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "24m") as disk, hub_in_thread(disk / "data") as small:
        add_wall(small.client)
        with full(disk):
            ordered = small.client.walls.hold("tugu", BLACKOUT)
            assert (ordered.kind, ordered.stored) == (HoldKind.BLACKOUT, False)
            assert [hold.kind for hold in small.client.walls.holds()] == [HoldKind.BLACKOUT]
        assert small.client.walls.hold("tugu", BLACKOUT).stored
        assert [hold.kind for hold in kept(small)] == [HoldKind.BLACKOUT]


def test_a_player_starts_anew_or_says_why_not(hub: RunningHub, link: ClientConnection) -> None:
    def answer(accepted: bool, detail: str = "") -> None:
        asked = said(link, "restart")
        say(link, type="answer", id="someone-else", accepted=True)
        say(link, type="answer", id=asked["id"], accepted=accepted, detail=detail)

    thread = threading.Thread(target=answer, args=(True,))
    thread.start()
    assert hub.client.walls.restart("tugu").display_id == "tugu"
    thread.join()
    thread = threading.Thread(target=answer, args=(False, "try again in 60 min"))
    thread.start()
    with pytest.raises(TooManyTries, match="60 min"):
        hub.client.walls.restart("tugu")
    thread.join()
    assert actions(hub)[:2] == ["wall.restart", "wall.restart"]


def test_a_pattern_is_shown_on_a_canvas_to_try_out(hub: RunningHub, link: ClientConnection) -> None:
    canvas = hub.client.part(PartKind.DISPLAY, "tugu").value["canvas"]
    wish = PatternWish(kind=PatternKind.MODULES, seconds=60, module_px=(32, 16), canvas={**canvas, "x_px": 7})
    hub.client.walls.show_pattern("tugu", wish)
    told = said(link, "test-pattern")
    assert (told["kind"], told["seconds"], told["module_px"]) == ("modules", 60, [32, 16])
    assert told["canvas"] == {"width_px": 128, "height_px": 64, "x_px": 7, "y_px": 0, "rotation_degrees": 0}
    hub.client.walls.end_pattern("tugu")
    assert said(link, "test-pattern") == {"type": "test-pattern", "on": False}
    with pytest.raises(WrongRequest, match="no canvas to try out"):
        hub.client.walls.show_pattern("tugu", PatternWish(canvas={"width_px": 1, "height_px": 1}))
    hub.client.walls.hold("tugu", BLACKOUT)
    with pytest.raises(HubUnavailable, match=r"is held .blackout., and shows no pattern"):
        hub.client.walls.show_pattern("tugu", PatternWish())


def test_a_wall_that_is_away_cannot_be_restarted_nor_tested(hub: RunningHub, player: SimulatedPlayer) -> None:
    for ask in (
        lambda: hub.client.walls.restart("tugu"),
        lambda: hub.client.walls.show_pattern("tugu", PatternWish()),
        lambda: hub.client.walls.end_pattern("tugu"),
    ):
        with pytest.raises(HubUnavailable, match="not connected"):
            ask()


@pytest.mark.parametrize(
    "hold",
    [
        {"id": "a", "kind": "picture"},
        {"id": "a" * 129, "kind": "blackout"},
        {"id": "a", "kind": "blackout", "shown_ms": -1},
        {"id": "a", "kind": "blackout", "shown_ms": 1 << 43},
    ],
)
def test_what_a_player_says_of_a_hold_is_read_with_bounds(hold: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="hold"):
        READ_MESSAGE.validate_python({"type": "heartbeat", "sent_ms": 1, "hold": hold})


def test_a_wall_that_is_deleted_while_it_is_told_is_not_there_and_nothing_is_kept(
    hub: RunningHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    lama = add_wall(hub.client, "lama")
    dispatch = hub.services.dispatch
    send = dispatch.send

    def deleted_first(display_id: str, message: Document) -> None:
        hub.client.delete_part(PartKind.DISPLAY, "lama", lama.version)
        send(display_id, message)

    monkeypatch.setattr(dispatch, "send", deleted_first)
    with pytest.raises(NotFound, match="'lama'"):
        hub.client.walls.hold("lama", BLACKOUT)
    assert "lama" not in {hold.display_id for hold in kept(hub)}
    assert hub.services.wall_holds.of("lama") is None
