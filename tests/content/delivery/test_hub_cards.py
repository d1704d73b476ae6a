"""What a hub may sign by itself: cards of warnings where people have let it, nothing without, and no one's witness."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from content.delivery.bundle import Bundle
from content.delivery.keyfile import ensure_key
from content.delivery.repository import Repository
from content.delivery.roles import (
    AUTO,
    EMERGENCY,
    POLICY,
    ROOT,
    SNAPSHOT,
    TIMESTAMP,
    SignedRole,
    document_name,
    metadata_name,
)
from content.delivery.seal import make_seal, sign_cards
from content.delivery.trust import Trust
from content.delivery.tufnames import DelegatedRole, Key, Metadata, Targets
from content.errors import Refused
from content.studio.ceremonies import completed, examine, sign_proposal
from content.studio.changes import changes_of
from content.studio.confirming import Confirmed, confirm
from content.studio.policy_edits import with_auto
from content.studio.proposals import propose
from tests.content.delivery.ground import DAY, GOOD, SECOND, Ground, signed_by, targets_of

CARD = {"auto/satu.json": b'{"event":"rain"}'}


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    made = Ground(tmp_path)
    made.publish(GOOD)
    return made


def believed(ground: Ground) -> Confirmed:
    hub = ground.repository
    roles = {role: hub.current(role) or b"" for role in hub.delegated()}
    return confirm(hub.roots()[0], hub.roots(), hub.current(POLICY) or b"", roles)


def ceremony(ground: Ground, on: bool, online_key: Key | None = None) -> tuple[SignedRole, ...]:
    ground.clock.push(SECOND)
    known = believed(ground)
    proposal = propose(known, with_auto(known.people, on=on), ground.clock.now(), online_key=online_key)
    return completed(examine(sign_proposal(proposal, known, ground.keyring), known))


def switch(ground: Ground, on: bool) -> None:
    ground.repository.accept(*ceremony(ground, on))


def warn(ground: Ground, cards: dict[str, bytes] | None = None) -> bool:
    ground.clock.push(SECOND)
    return ground.repository.put_cards(CARD if cards is None else cards)


def cards(player: Trust) -> set[str]:
    return {each.path for each in player.last_known_good().documents if each.role == AUTO}


def told(ground: Ground, player: Trust) -> set[str]:
    """The cards that `player` has after hearing the hub."""
    player.admit(ground.bundle(), "tugu")
    return cards(player)


def test_a_hub_that_nobody_has_let_warns_of_nothing(ground: Ground) -> None:
    assert not ground.repository.may_warn
    with pytest.raises(Refused) as caught:
        warn(ground)
    assert caught.value.rule == "not-delegated"
    assert told(ground, ground.player()) == set()


def test_a_hub_before_its_founding_may_not_warn(ground: Ground, tmp_path: Path) -> None:
    assert not Repository(tmp_path / "new", ground.online, ground.clock).may_warn


def test_cards_reach_players_once_people_have_let_the_hub_and_go_when_it_takes_them_back(ground: Ground) -> None:
    player = ground.player()
    switch(ground, on=True)
    assert told(ground, player) == set()
    assert warn(ground)
    assert not warn(ground)
    assert told(ground, player) == {"auto/satu.json"}
    assert warn(ground, {})
    assert told(ground, player) == set()


def test_switching_it_off_takes_the_cards_from_players_and_on_again_brings_new_ones(ground: Ground) -> None:
    player = ground.player()
    switch(ground, on=True)
    warn(ground)
    assert told(ground, player) == {"auto/satu.json"}
    switch(ground, on=False)
    assert told(ground, player) == set()
    assert player.last_known_good().document("prog/tugu/programme.json") is not None
    switch(ground, on=True)
    assert told(ground, player) == {"auto/satu.json"}


def test_a_ceremony_says_so_in_words(ground: Ground) -> None:
    known = believed(ground)
    proposal = propose(known, with_auto(known.people, on=True), ground.clock.now())
    (change,) = changes_of(examine(proposal, known))
    assert "by itself, without anybody's signature" in change.sentence
    switch(ground, on=True)
    known = believed(ground)
    (change,) = changes_of(examine(propose(known, with_auto(known.people, on=False), ground.clock.now()), known))
    assert change.sentence == "the hub may show nothing by itself any more"


def test_a_stolen_hub_that_signs_cards_which_nobody_let_it_is_not_heard(ground: Ground) -> None:
    player = ground.player()
    signed = sign_cards(ground.online, CARD, 0, ground.clock.now())
    assert cards_after(ground, player, ground.stolen({AUTO: signed.metadata}, _files(signed))) == set()


def test_the_hub_cannot_sign_other_documents_by_that_role(ground: Ground) -> None:
    switch(ground, on=True)
    player = ground.player()
    signed = sign_cards(ground.online, {"emergency/x.json": b"{}"}, 0, ground.clock.now())
    admitted = player.admit(ground.stolen({AUTO: signed.metadata}, _files(signed)), "tugu")
    assert admitted.refused[AUTO].rule == "foreign-path"
    assert cards(player) == set()


def test_cards_are_no_witness_of_the_time(ground: Ground) -> None:
    """Else a stolen hub could push players into a future where all that people signed is expired."""
    switch(ground, on=True)
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    before = player.time_floor
    later = ground.clock.now() + 30 * DAY
    card = sign_cards(ground.online, CARD, 0, later)
    current = {role: ground.repository.current(role) or b"" for role in (*ground.repository.delegated(), POLICY)}
    current[AUTO] = card.metadata
    versioned = {role: (Metadata[Any].from_bytes(data).signed.version, data) for role, data in current.items()}
    head = ground.repository.head("tugu").version
    seal = make_seal(ground.online, versioned, {SNAPSHOT: head, TIMESTAMP: head}, later)
    files = {metadata_name(role, version): data for role, (version, data) in versioned.items()}
    player.admit(Bundle({**ground.bundle().files, **files, **_files(card), **seal.files}), "tugu")
    assert player.time_floor - before < timedelta(minutes=1)


def test_where_all_that_people_signed_is_refused_cards_alone_carry_nothing(ground: Ground) -> None:
    switch(ground, on=True)
    warn(ground)
    player = ground.player()
    spoilt = {
        role: signed_by(ground.online, targets_of(ground.repository.current(role) or b""))
        for role in ("prog-tugu", EMERGENCY, "drill", "fallback")
    }
    signed = ground.repository.current(AUTO) or b""
    with pytest.raises(Refused):
        player.admit(ground.stolen({**spoilt, AUTO: signed}), "tugu")
    assert cards(player) == set()


def test_a_hub_with_a_new_key_goes_on_where_the_ceremony_says_so_and_the_old_key_is_nobody(
    ground: Ground, tmp_path: Path
) -> None:
    switch(ground, on=True)
    warn(ground)
    player, fresh = ground.player(), ensure_key(tmp_path / "new.pem")
    assert told(ground, player) == {"auto/satu.json"}
    ground.repository.accept(*ceremony(ground, True, fresh.public_key), signer=fresh)
    assert ground.repository.may_warn
    assert told(ground, player) == {"auto/satu.json"}
    assert warn(ground, {**CARD, "auto/dua.json": b"{}"})
    assert told(ground, player) == {"auto/satu.json", "auto/dua.json"}


def test_a_policy_that_still_names_a_former_key_of_the_hub_means_nobody(ground: Ground, tmp_path: Path) -> None:
    switch(ground, on=True)
    warn(ground)
    player, fresh = ground.player(), ensure_key(tmp_path / "new.pem")
    assert told(ground, player) == {"auto/satu.json"}
    root = next(role for role in ceremony(ground, True, fresh.public_key) if role.role == ROOT)
    ground.repository.accept(root, signer=fresh)
    assert not ground.repository.may_warn
    assert told(ground, player) == set()
    assert player.last_known_good().document("prog/tugu/programme.json") is not None


@pytest.mark.parametrize("whose", ["person", "both"])
def test_a_policy_never_gives_cards_to_a_person_nor_people_to_the_hub(ground: Ground, whose: str) -> None:
    switch(ground, on=True)
    policy: Targets = targets_of(ground.repository.current(POLICY) or b"")
    assert policy.delegations is not None
    assert policy.delegations.roles is not None
    officer, hub = policy.delegations.roles[EMERGENCY].keyids, policy.delegations.roles[AUTO].keyids
    policy.delegations.roles[AUTO] = DelegatedRole(
        AUTO, officer if whose == "person" else [*hub, *officer], 1, True, paths=["auto/*"]
    )
    policy.version += 1
    forged = SignedRole(POLICY, signed_by(ground.keyring.signer(POLICY), policy))
    with pytest.raises(Refused) as caught:
        ground.repository.accept(forged)
    assert caught.value.rule == "online-key"


def test_cards_are_signed_again_before_their_signature_ends(ground: Ground) -> None:
    switch(ground, on=True)
    warn(ground)
    before = ground.repository.current(AUTO)
    ground.clock.push(DAY)
    ground.repository.resign()
    assert ground.repository.current(AUTO) == before
    ground.clock.push(2 * DAY)
    ground.repository.resign()
    assert ground.repository.current(AUTO) != before
    assert told(ground, ground.player()) == {"auto/satu.json"}


@pytest.mark.parametrize("on", [True, False])
def test_a_hub_from_an_old_backup_is_believed_again_after_a_player_gave_back_what_it_has(
    ground: Ground, tmp_path: Path, on: bool
) -> None:
    old = {path: path.read_bytes() for path in (tmp_path / "desk" / "hub" / "repository").rglob("*") if path.is_file()}
    switch(ground, on=True)
    warn(ground)
    if not on:
        switch(ground, on=False)
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    for path in (tmp_path / "desk" / "hub" / "repository").rglob("*"):
        if path.is_file() and path not in old:
            path.unlink()
    for path, data in old.items():
        path.write_bytes(data)
    ground.repository = ground.reopened()
    ground.clock.push(SECOND)
    ground.repository.adopt(player.give_back())
    assert told(ground, player) == set()
    assert ground.repository.may_warn is on


def cards_after(ground: Ground, player: Trust, bundle: Bundle) -> set[str]:
    player.admit(bundle, "tugu")
    return cards(player)


def _files(signed: SignedRole) -> dict[str, bytes]:
    listed = targets_of(signed.metadata).targets
    return {document_name(path, listed[path].hashes["sha256"]): data for path, data in signed.documents.items()}
