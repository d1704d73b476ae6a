"""Ceremonies: who may sign is changed by those who may, whatever a hub or a stick says; and players follow."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from content.delivery.keyfile import next_online_key, online_key, settle_online_key
from content.delivery.roles import EMERGENCY, FALLBACK, POLICY, ROOT, TIMESTAMP
from content.delivery.tufnames import Metadata, Root
from content.errors import Refused
from content.studio.ceremonies import cleaned, completed, examine, merged, sign_proposal
from content.studio.changes import PolicyChangeKind, changes_of
from content.studio.confirming import confirm
from content.studio.former_keys import FormerKeys
from content.studio.founding import found_policy, open_repository
from content.studio.operators import public_of
from content.studio.policy import WallKey
from content.studio.policy_edits import (
    one_person,
    several_people,
    with_group,
    with_key,
    with_person,
    with_rule,
    with_threshold_everywhere,
    with_wall,
    without_person,
    without_wall,
)
from content.studio.proposals import Proposal, propose, propose_founding, read_proposal, write_proposal
from content.studio.sealed_keys import new_key
from content.studio.signing import sign_alert, sign_programme
from tests.content.delivery.ground import DAY, HOUR, NOON, SECOND
from tests.fakes import former_office
from tests.fakes.clock import PushedClock
from tests.fakes.house import BUDI, CITRA, DEWI, SEKAR, TUGU, House, alone, rule, three


def test_one_person_is_told_apart_from_several(tmp_path: Path) -> None:
    assert alone(tmp_path / "a").current.people.single_handed
    house = three(tmp_path / "b")
    assert not house.current.people.single_handed
    assert house.current.people.rule(EMERGENCY).threshold == 1
    assert [person.name for person in house.current.people.signers(ROOT)]
    with pytest.raises(Refused, match="take three") as caught:
        several_people([SEKAR.operator, BUDI.operator], [])
    assert rule(caught) == "threshold"


def test_a_founding_needs_everybody_it_asks_for(tmp_path: Path) -> None:
    policy = several_people([each.operator for each in (SEKAR, BUDI, CITRA)], ["tugu"])
    online = online_key(tmp_path).public_key
    with pytest.raises(Refused, match="missing still") as caught:
        found_policy(policy, [SEKAR], online, NOON)
    assert rule(caught) == "signatures"
    with pytest.raises(Refused) as caught:
        found_policy(policy, [DEWI], online, NOON)
    assert rule(caught) == "not-asked"
    proposal = propose_founding(policy, online, NOON)
    kinds = {change.kind for change in changes_of(examine(proposal, None))}
    assert kinds == {PolicyChangeKind.PERSON_ADDED, PolicyChangeKind.GROUP_ADDED}


def test_from_one_person_to_four_eyes_and_the_wall_plays_on(tmp_path: Path) -> None:
    house = alone(tmp_path)
    house.publish(1, SEKAR)
    player = house.player()
    player.admit(house.repository.bundle_for("tugu"), "tugu")
    everybody = house.current.people
    roles = [each.role for each in everybody.rules]
    for key in (BUDI, CITRA):
        everybody = with_person(everybody, key.operator, roles)
    examined = house.hold(house.propose(with_threshold_everywhere(everybody, 2)), SEKAR, BUDI)
    assert examined.complete
    assert {change.kind for change in changes_of(examined)} >= {
        PolicyChangeKind.PERSON_ADDED,
        PolicyChangeKind.THRESHOLD,
        PolicyChangeKind.SIGNERS,
        PolicyChangeKind.RENEWED,
    }
    admitted = player.admit(house.repository.bundle_for("tugu"), "tugu")
    assert admitted.refused == {}
    with pytest.raises(Refused) as caught:
        house.publish(2, SEKAR)
    assert rule(caught) == "signatures"
    house.publish(2, SEKAR, CITRA)
    admitted = player.admit(house.repository.bundle_for("tugu"), "tugu")
    assert admitted.refused == {}
    assert [document.content for document in admitted.documents] == [b'{"n":2}']
    player.close()


def test_a_proposal_travels_and_gathers_signatures_in_any_order(tmp_path: Path) -> None:
    house = three(tmp_path)
    proposal = house.propose(with_group(house.current.people, "taman"))
    carried = read_proposal(write_proposal(proposal))
    assert carried == proposal
    one, other = (sign_proposal(carried, house.current, each) for each in (BUDI, CITRA))
    assert (
        examine(one, house.current).waits_for() == (CITRA.operator, SEKAR.operator)
        or not examine(one, house.current).complete
    )
    both = merged(one, other)
    assert both.id == proposal.id
    assert examine(both, house.current).complete
    house.repository.accept(*completed(examine(both, house.current)))
    assert house.repository.groups() == ("taman", "tugu")
    with pytest.raises(Refused, match="two different"):
        merged(one, house.propose(with_group(house.current.people, "pasar")))
    with pytest.raises(Refused, match="make the proposal again") as caught:
        examine(proposal, house.current)
    assert rule(caught) == "overtaken"


def test_a_proposal_signed_before_another_ceremony_does_not_undo_that_one(tmp_path: Path) -> None:
    house = three(tmp_path)
    people = house.current.people
    stricter = house.propose(with_rule(people, TUGU, 3))
    waiting = house.propose(with_wall(people, WallKey("tugu", "tugu", "a" * 64)))
    half_signed = sign_proposal(waiting, house.current, SEKAR)
    house.hold(stricter, SEKAR, BUDI, CITRA)
    with pytest.raises(Refused, match="make the proposal again") as caught:
        sign_proposal(half_signed, house.current, BUDI)
    assert rule(caught) == "overtaken"
    assert house.current.people.rule(TUGU).threshold == 3


def test_signatures_that_do_not_count_are_dropped(tmp_path: Path) -> None:
    house = three(tmp_path)
    proposal = sign_proposal(house.propose(with_group(house.current.people, "taman")), house.current, BUDI)
    roles = {}
    for role, data in proposal.roles.items():
        metadata = Metadata[Any].from_bytes(data)
        metadata.sign(DEWI.signer(role), append=True)
        metadata.signatures[BUDI.operator.keyid].signature = "00" * 64
        roles[role] = metadata.to_bytes()
    clean = cleaned(Proposal(roles), house.current)
    assert all(Metadata[Any].from_bytes(data).signatures == {} for data in clean.roles.values())


def test_a_stolen_key_is_retired_and_what_it_signed_is_signed_anew(tmp_path: Path) -> None:
    house = three(tmp_path)
    house.publish(1, SEKAR, BUDI)
    player = house.player()
    player.admit(house.repository.bundle_for("tugu"), "tugu")
    with pytest.raises(Refused, match="without budi only 1 are left") as caught:
        without_person(without_person(house.current.people, "citra"), "budi")
    assert rule(caught) == "threshold"
    examined = house.hold(house.propose(without_person(house.current.people, "budi")), SEKAR, CITRA)
    assert TUGU in examined.renewed
    assert [c.subject for c in changes_of(examined) if c.kind is PolicyChangeKind.PERSON_RETIRED] == ["Budi"]
    assert player.admit(house.repository.bundle_for("tugu"), "tugu").refused == {}
    with pytest.raises(Refused):
        house.publish(2, SEKAR, BUDI)
    house.publish(2, SEKAR, CITRA)
    player.close()


def test_a_lost_key_is_replaced_by_the_others(tmp_path: Path) -> None:
    house = three(tmp_path)
    fresh = new_key("budi", "Budi")
    examined = house.hold(house.propose(with_key(house.current.people, "budi", fresh.operator.key)), SEKAR, CITRA)
    change = next(c for c in changes_of(examined) if c.kind is PolicyChangeKind.KEY_REPLACED)
    assert (change.before, change.after) == (BUDI.operator.fingerprint, fresh.operator.fingerprint)
    assert "instead of" in change.sentence
    house.publish(1, SEKAR, fresh)
    assert house.current.people.owner_of(fresh.operator.key) == fresh.operator
    assert house.current.people.owner_of(BUDI.operator.key) is None


def test_the_hub_gets_a_new_key_of_its_own_and_old_ones_end(tmp_path: Path) -> None:
    house = three(tmp_path)
    player = house.player()
    player.admit(house.repository.bundle_for("tugu"), "tugu")
    folder = tmp_path / "hub"
    following = next_online_key(folder)
    proposal = house.propose(house.current.people, online_key=following.public_key)
    for person in (SEKAR, BUDI):
        proposal = sign_proposal(proposal, house.current, person)
    examined = examine(proposal, house.current)
    assert [change.kind for change in changes_of(examined)] == [PolicyChangeKind.ONLINE_KEY]
    house.repository.accept(*completed(examined), signer=following)
    assert house.current.online_key == public_of(following)
    assert house.repository.online_key.keyid == following.public_key.keyid
    reopened = open_repository(tmp_path, house.clock)  # a power cut came before the key was put in its place
    assert reopened.online_key.keyid == following.public_key.keyid
    assert online_key(folder).public_key.keyid == following.public_key.keyid
    root = house.repository.current(ROOT) or b""
    next_online_key(folder)
    assert settle_online_key(folder, root).public_key.keyid == following.public_key.keyid
    house.clock.push(HOUR)
    reopened.resign()
    assert player.admit(reopened.bundle_for("tugu"), "tugu").refused == {}
    player.close()


def test_a_next_key_that_nobody_has_named_stays_in_waiting(tmp_path: Path) -> None:
    house = alone(tmp_path)
    first = Metadata[Root].from_bytes(house.repository.current(ROOT) or b"").signed
    (tmp_path / "hub" / "online.pem").unlink()
    online = online_key(tmp_path / "hub")
    next_online_key(tmp_path / "hub")
    found = settle_online_key(tmp_path / "hub", house.repository.current(ROOT) or b"")
    assert found.public_key.keyid == online.public_key.keyid
    assert found.public_key.keyid not in first.roles[TIMESTAMP].keyids


def test_what_runs_out_is_signed_again_and_a_group_is_retired_by_emptying_it(tmp_path: Path) -> None:
    house = three(tmp_path)
    house.publish(1, SEKAR, BUDI)
    before = house.current
    house.clock.push(20 * DAY)
    house.repository.resign()
    examined = house.hold(house.propose(before.people, renewed=(ROOT, POLICY, EMERGENCY, FALLBACK)), SEKAR, CITRA)
    assert not examined.emptied
    for role in (ROOT, POLICY, EMERGENCY, FALLBACK):
        later, earlier = house.current.expires(role), before.expires(role)
        assert later is not None
        assert earlier is not None
        assert later > earlier
    examined = house.hold(house.propose(house.current.people, emptied=(TUGU,)), SEKAR, CITRA)
    assert examined.emptied == (TUGU,)
    assert house.repository.document(TUGU, "prog/tugu/programme.json") is None
    assert before.expires("prog-nirgendwo") is None


def test_a_ceremony_is_no_way_around_approval(tmp_path: Path) -> None:
    house = three(tmp_path)
    house.publish(1, SEKAR, BUDI)
    proposal = house.propose(house.current.people, renewed=(TUGU,))
    smuggled = sign_programme(SEKAR, house.repository.current(TUGU), "tugu", {"n": 666}, house.clock.now() + HOUR)
    for roles in ({TUGU: smuggled.metadata}, {**proposal.roles, TUGU: smuggled.metadata}):
        with pytest.raises(Refused, match="something else than is published"):
            examine(Proposal(roles), house.current)
    swapped = {TUGU: house.current.roles[EMERGENCY]}
    with pytest.raises(Refused, match="says that it is another"):
        examine(Proposal(swapped), house.current)


def test_nothing_is_signed_for_nothing_or_by_nobody(tmp_path: Path) -> None:
    house = three(tmp_path)
    with pytest.raises(Refused) as caught:
        house.propose(house.current.people)
    assert rule(caught) == "nothing-new"
    with pytest.raises(Refused) as caught:
        sign_proposal(house.propose(with_group(house.current.people, "taman")), house.current, DEWI)
    assert rule(caught) == "not-asked"
    with pytest.raises(Refused) as caught:
        house.propose(house.current.people, renewed=("prog-nirgendwo",))
    assert rule(caught) == "not-delegated"
    hidden = replace(house.current, roles={})
    with pytest.raises(Refused) as caught:
        propose(hidden, with_group(house.current.people, "taman"), house.clock.now())
    assert rule(caught) == "missing"


def test_a_role_that_nobody_has_signed_properly_is_emptied_not_signed(tmp_path: Path) -> None:
    house = alone(tmp_path)
    forged = sign_programme(DEWI, house.repository.current(TUGU), "tugu", {"n": 666}, house.clock.now())
    hub = house.repository
    roles = {role: hub.current(role) or b"" for role in hub.delegated()} | {TUGU: forged.metadata, "prog-x": b"junk"}
    current = confirm(house.pinned, hub.roots(), hub.current(POLICY) or b"", roles)
    assert current.doubtful == {TUGU, "prog-x"}
    with pytest.raises(Refused, match="not signed by those who may"):
        current.role(TUGU)
    house.clock.push(SECOND)
    proposal = propose(current, current.people, house.clock.now(), renewed=(TUGU,))
    assert json.loads(proposal.roles[TUGU])["signed"]["targets"] == {}
    assert examine(proposal, current).emptied == (TUGU,)
    assert not current.is_published("taman", {})


def test_a_hub_that_hands_out_somebody_elses_root_is_not_believed(tmp_path: Path) -> None:
    house, other = alone(tmp_path / "a"), House(tmp_path / "b", one_person(DEWI.operator, ["tugu"]), DEWI)
    forged = Metadata[Root].from_bytes(other.pinned)
    forged.signed.version = 2
    forged.signatures.clear()
    forged.sign(DEWI.signer(ROOT))
    hub, policy = house.repository, house.repository.current(POLICY) or b""
    with pytest.raises(Refused, match="version 2 of the root"):
        confirm(house.pinned, [house.pinned, forged.to_bytes()], policy, {})
    with pytest.raises(Refused, match="policy is not signed"):
        confirm(house.pinned, hub.roots(), other.repository.current(POLICY) or b"", {})
    with pytest.raises(Refused) as caught:
        confirm(house.pinned, hub.roots(), hub.current(EMERGENCY) or b"", {})
    assert rule(caught) == "swapped-role"


def test_the_keys_of_a_former_version_go_on_and_are_put_away_in_one_ceremony(tmp_path: Path) -> None:
    keys = FormerKeys(tmp_path / "keys")
    assert not keys.are_here
    former_office.found_installation(tmp_path, ("tugu",), PushedClock(NOON))
    assert keys.are_here
    house = House(tmp_path, one_person(SEKAR.operator, []))
    house.clock.push(SECOND)
    house.repository.accept(
        sign_alert(keys, house.repository.current(EMERGENCY), "banjir", b"{}", house.clock.now()),
        sign_programme(keys, house.repository.current(TUGU), "tugu", {"n": 1}, house.clock.now()),
    )
    assert house.current.people.single_handed
    assert all(person.name.startswith("Kunci ") for person in house.current.people.people)
    player = house.player()
    player.admit(house.repository.bundle_for("tugu"), "tugu")
    examined = house.hold(house.propose(one_person(SEKAR.operator, ["tugu"])), keys, SEKAR)
    assert not examined.emptied
    assert [person.id for person in house.current.people.people] == ["sekar"]
    admitted = player.admit(house.repository.bundle_for("tugu"), "tugu")
    assert admitted.refused == {}
    assert {document.content for document in admitted.documents} == {b"{}", b'{"n":1}'}
    with pytest.raises(Refused):
        house.publish(2, keys)  # type: ignore[arg-type]
    assert len(keys.put_away()) == 4
    assert not keys.are_here
    player.close()


def test_walls_are_listed_with_their_players(tmp_path: Path) -> None:
    house = three(tmp_path)
    wanted = with_wall(house.current.people, WallKey("tugu", "tugu", "ab" * 32))
    examined = house.hold(house.propose(wanted), SEKAR, BUDI)
    assert [change.kind for change in changes_of(examined)] == [PolicyChangeKind.WALL]
    assert house.current.people.walls == (WallKey("tugu", "tugu", "ab" * 32),)
    with pytest.raises(Refused, match="listed twice"):
        with_wall(house.current.people, WallKey("lain", "tugu", "ab" * 32))
    gone = house.hold(house.propose(without_wall(house.current.people, "tugu")), SEKAR, BUDI)
    assert changes_of(gone)[0].after == ""
    with pytest.raises(Refused, match="lists no wall"):
        without_wall(house.current.people, "tugu")
    with pytest.raises(Refused, match="no rule"):
        with_wall(house.current.people, WallKey("jauh", "desa"))
