"""After an attack, and under wrong clocks: stolen keys are replaced, the wall goes on, and nothing older comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from content.delivery.bundle import Bundle
from content.delivery.roles import POLICY, ROOT, metadata_name
from content.delivery.trust import Trust
from content.delivery.tufnames import CryptoSigner, Metadata, Root
from content.errors import Refused
from content.studio.signing import renew, sign_programme
from tests.content.delivery.ground import (
    DAY,
    GOOD,
    HOUR,
    NEWER,
    PROG_TAMAN,
    PROG_TUGU,
    ROOT_NAME,
    TUGU,
    Ground,
    lose_cache,
    role_of,
    shown,
    signed_by,
    targets_of,
    with_document,
)
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import sign_root


def test_a_stolen_desk_key_is_replaced_and_the_wall_goes_on(ground: Ground, player: Trust) -> None:
    far = targets_of(role_of(ground.bundle(), PROG_TUGU))
    far.version = (1 << 53) - 1
    player.admit(ground.stolen({PROG_TUGU: signed_by(ground.keyring.signer(PROG_TUGU), far)}), "tugu")
    (ground.folder / "desk" / "keys" / "programme.pem").unlink()
    old_key = next(iter(Metadata.from_bytes(role_of(ground.bundle(), PROG_TUGU)).signatures))
    policy = targets_of(role_of(ground.bundle(), POLICY))
    policy.version += 1
    for role in (PROG_TUGU, PROG_TAMAN):
        policy.revoke_key(old_key, role)
        policy.add_key(ground.keyring.signer(role).public_key, role)
    fresh = sign_programme(ground.keyring, None, "tugu", {"programme": 3}, ground.clock.now() + HOUR)
    roles = {POLICY: signed_by(ground.keyring.signer(POLICY), policy), PROG_TUGU: fresh.metadata}
    # ngclient's own memory of the snapshot goes with the hub's key; here it is lost.
    lose_cache(player, ground)
    _, documents = with_document(targets_of(fresh.metadata), TUGU, b'{"programme":3}')
    assert player.admit(ground.stolen(roles, documents), "tugu").refused == {}
    assert shown(player) == b'{"programme":3}'


def test_a_stolen_hub_key_is_replaced_and_the_wall_goes_on(ground: Ground, player: Trust) -> None:
    fast = ground.stolen({})
    timestamp = Metadata.from_bytes(fast.files["metadata/timestamp.json"]).signed
    timestamp.version = (1 << 53) - 1
    player.admit(Bundle({**fast.files, "metadata/timestamp.json": signed_by(ground.online, timestamp)}), "tugu")
    ground.repository.resign()
    with pytest.raises(Refused):
        player.admit(ground.bundle(), "tugu")
    ground.online = CryptoSigner.generate_ed25519()
    root = sign_root(ground.keyring, ground.bundle().files[ROOT_NAME], ground.online.public_key, ground.clock.now())
    rescued = ground.stolen({}, {metadata_name(ROOT, 2): root.metadata})
    assert player.admit(rescued, "tugu").versions[ROOT] == 2
    with pytest.raises(Refused):
        player.admit(fast, "tugu")


def test_a_new_hub_key_brings_nothing_older_back_and_publishing_once_goes_on(ground: Ground, player: Trust) -> None:
    older = ground.bundle()
    unheard, documents = with_document(targets_of(role_of(older, PROG_TUGU)), TUGU, b'{"programme":2}')
    signed = signed_by(ground.keyring.signer(PROG_TUGU), unheard)
    player.admit(ground.stolen({PROG_TUGU: signed}, documents), "tugu")
    ground.online = CryptoSigner.generate_ed25519()
    root = sign_root(ground.keyring, older.files[ROOT_NAME], ground.online.public_key, ground.clock.now())
    ground.repository.accept(root, signer=ground.online)
    # The hub never had that programme, and with its former key ngclient has forgotten it too.
    assert player.admit(ground.bundle(), "tugu").refused[PROG_TUGU].rule == "below-floor"
    assert shown(player) == b'{"programme":2}'
    ground.publish({"programme": 3})
    assert player.admit(ground.bundle(), "tugu").refused == {}
    assert shown(player) == b'{"programme":3}'


def test_a_root_is_forged(ground: Ground, player: Trust) -> None:
    root = Metadata[Root].from_bytes(ground.bundle().files[ROOT_NAME]).signed
    root.version = 2
    forged = Bundle({**ground.bundle().files, metadata_name(ROOT, 2): signed_by(ground.online, root)})
    with pytest.raises(Refused) as caught:
        player.admit(forged, "tugu")
    assert caught.value.rule == "signatures"


def test_a_player_from_the_drawer_follows_five_roots(ground: Ground, player: Trust) -> None:
    for _ in range(5):
        ground.clock.push(100 * DAY)
        current = ground.repository.current(ROOT)
        assert current
        ground.repository.accept(
            sign_root(ground.keyring, current, ground.online.public_key, ground.clock.now()),
            *(
                renew(ground.keyring, role, data, ground.clock.now())
                for role in (POLICY, PROG_TUGU)
                if (data := ground.repository.current(role))
            ),
        )
    admitted = player.admit(ground.bundle(), "tugu")
    assert admitted.versions[ROOT] == 6
    assert set(admitted.refused) == {"emergency", "drill", "fallback"}
    assert {refusal.rule for refusal in admitted.refused.values()} == {"expired"}
    assert shown(player) == b'{"programme":1}'


def test_a_clock_at_1970_takes_honest_things(ground: Ground) -> None:
    ground.publish(GOOD)
    player = ground.player(clock=PushedClock(datetime(1970, 1, 1, tzinfo=UTC)))
    player.admit(ground.bundle(), "tugu")
    assert player.now() > ground.clock.now() - HOUR
    ground.clock.push(3 * DAY)
    ground.repository.resign()
    player.admit(ground.bundle(), "tugu")
    assert shown(player) == b'{"programme":1}'


def test_a_clock_at_2099_refuses_the_new_and_keeps_the_old(ground: Ground, player: Trust) -> None:
    ground.publish(NEWER)
    ground.clock.set(datetime(2099, 1, 1, tzinfo=UTC))
    with pytest.raises(Refused) as caught:
        player.admit(ground.bundle(), "tugu")
    assert caught.value.rule == "expired"
    assert player.last_known_good().stale
    assert shown(player) == b'{"programme":1}'
    ground.clock.set(datetime(2026, 11, 22, 5, tzinfo=UTC))
    player.admit(ground.bundle(), "tugu")
    assert shown(player) == b'{"programme":2}'


@pytest.mark.parametrize("ahead", [20 * HOUR, 300 * DAY])
def test_a_desk_in_the_future_does_not_take_the_walls_with_it(ground: Ground, player: Trust, ahead: timedelta) -> None:
    signed = sign_programme(ground.keyring, None, "tugu", NEWER, ground.clock.now() + ahead)
    _, documents = with_document(targets_of(signed.metadata), TUGU, b'{"programme":2}')
    player.admit(ground.stolen({PROG_TUGU: signed.metadata}, documents), "tugu")
    assert player.now() == ground.clock.now()
