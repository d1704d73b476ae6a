"""Pairing at a desk: the wall plays at once what was published, and the draft stays a draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound
from displayctl.api.models import PartKind, SigningState
from displayctl.desk.pairing import approve_player
from displayctl.desk.publishing import publish
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall
from tests.fakes.former_office import Keyring
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.simulated_player import SimulatedPlayer, said


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """Two walls with a slot of one picture, published before any player was there."""
    with hub_in_thread(tmp_path_factory.mktemp("installation")) as running:
        add_wall(running.client)
        add_wall(running.client, "taman")
        medium = add_picture(running.client, tmp_path_factory.mktemp("files"))
        add_playlist(running.client, "pagi", medium.id)
        add_slot(running.client, "pagi", "pagi", "tugu", "taman")
        publish(running.client, running.keyring, "utama")
        yield running


def named(hub: RunningHub) -> dict[str, str]:
    return {display["id"]: display["fingerprint"] for display in hub.client.programme("utama")["displays"]}


def test_a_paired_player_is_named_by_what_is_published_and_nothing_else_of_the_draft_is(hub: RunningHub) -> None:
    add_slot(hub.client, "rancangan", "pagi", "tugu", priority=90)
    before = hub.client.programme("utama")
    with SimulatedPlayer(hub.url, "BBBB-CCCC") as player:
        player.ask()
        pairing = approve_player(hub.client, hub.keyring, "BBBB-CCCC", "tugu")
        assert pairing.hindrance == ""
        assert pairing.publication is not None
        after = hub.client.programme("utama")
        assert pairing.publication.revision == after["revision"] > before["revision"]
        assert named(hub) == {"tugu": player.device_id, "taman": ""}
        kept = [name for name in before if name not in ("revision", "displays")]
        assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
        player.take_token()
        assert player.get("/player/bundle").is_success
        with player.link() as link:
            said(link, "notice")
            other = SimulatedPlayer(hub.url, "FFFF-FFFF")
            with other:
                other.ask()
                approve_player(hub.client, hub.keyring, "FFFF-FFFF", "taman")
                said(link, "bundle")
                assert named(hub) == {"tugu": player.device_id, "taman": other.device_id}


def test_a_player_that_moves_to_another_wall_is_no_longer_named_at_the_old_one(hub: RunningHub) -> None:
    with SimulatedPlayer(hub.url, "GGGG-HHHH") as player:
        for display_id, other in (("tugu", "taman"), ("taman", "tugu")):
            player.ask()
            approve_player(hub.client, hub.keyring, "GGGG-HHHH", display_id)
            assert named(hub)[display_id] == player.device_id
            assert named(hub)[other] != player.device_id


def test_a_wall_that_was_never_published_is_paired_all_the_same(hub: RunningHub) -> None:
    add_wall(hub.client, "baru")
    add_wall(hub.client, "jauh", groups=("desa",))
    before = hub.client.publications()
    for code, display_id in (("JJJJ-JJJJ", "baru"), ("KKKK-KKKK", "jauh")):
        with SimulatedPlayer(hub.url, code) as player:
            player.ask()
            pairing = approve_player(hub.client, hub.keyring, code, display_id)
            assert (pairing.state.device_id, pairing.publication, pairing.hindrance) == (player.device_id, None, "")
    assert hub.client.publications() == before


def test_a_desk_without_the_keys_pairs_and_says_what_hinders_the_rest(hub: RunningHub, tmp_path: Path) -> None:
    before = hub.client.programme("utama")
    with SimulatedPlayer(hub.url, "LLLL-LLLL") as player:
        player.ask()
        pairing = approve_player(hub.client, Keyring(tmp_path / "stranger"), "LLLL-LLLL", "tugu")
        assert pairing.publication is None
        assert "sign" in pairing.hindrance
        assert hub.client.part(PartKind.DISPLAY, "tugu").value["fingerprint"] == player.device_id
    assert hub.client.programme("utama") == before


def test_a_wrong_code_changes_nothing(hub: RunningHub) -> None:
    before = hub.client.programme("utama")
    with pytest.raises(NotFound, match="no player shows"):
        approve_player(hub.client, hub.keyring, "ZZZZ-ZZZZ", "tugu")
    assert hub.client.programme("utama") == before


def test_a_publication_of_somebody_else_in_between_is_signed_upon(hub: RunningHub) -> None:
    with SimulatedPlayer(hub.url, "MMMM-MMMM") as player, OvertakenDesk(hub) as client:
        player.ask()
        pairing = approve_player(client, hub.keyring, "MMMM-MMMM", "taman")
        assert pairing.publication is not None
        assert client.overtaken
        assert named(hub)["taman"] == player.device_id


class OvertakenDesk(HubClient):
    """A desk whose colleague publishes right after it has read what to sign upon."""

    def __init__(self, hub: RunningHub) -> None:
        super().__init__(hub.url, hub.client.transport.token)
        self._hub, self.overtaken = hub, False

    def signing_state(self, group: str) -> SigningState:
        state = super().signing_state(group)
        if not self.overtaken:
            self.overtaken = True
            publish(self._hub.client, self._hub.keyring, group)
        return state
