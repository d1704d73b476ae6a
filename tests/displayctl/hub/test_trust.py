"""The hub's half of ceremonies: founded once, it takes what people have signed, forwards, and can make none of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from content.delivery.roles import EMERGENCY, POLICY, programme_role
from content.delivery.tufnames import Metadata
from content.errors import ContentMissing, Refused
from content.studio.founding import found_policy
from content.studio.operators import Operator
from content.studio.passphrases import CHEAPEST
from content.studio.policy_edits import one_person, with_group, with_person, with_threshold_everywhere
from content.studio.proposals import propose
from content.studio.sealed_keys import new_key
from content.studio.signing import sign_programme
from displayctl.api.approvals import ProposalSent
from displayctl.api.errors import Conflict, NotFound, NotFoundedYet, RefusedByTrust, WrongRequest
from displayctl.desk.adopting import adopt_former_keys
from displayctl.desk.believing import Beliefs
from displayctl.desk.ceremonies import Ceremonies, read_proposal_file, write_proposal_file
from displayctl.desk.founding import Founder, found_one_person
from displayctl.desk.publishing import publish
from displayctl.desk.signed import signed_message
from displayctl.desk.unlocking import KeyCabinet
from displayctl.errors import HubNotBelieved, KeyLocked, NeedsApproval
from schedules.clock import SystemClock
from tests.displayctl.hub.ground import add_wall, now
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import found_installation
from tests.fakes.founded import founder_of
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

WORDS = "tiga kapal di pelabuhan"
BUDI = new_key("budi", "Budi")


@pytest.fixture(scope="module")
def unfounded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("kosong") / "data", founded=False) as running:
        yield running


def ceremonies_on(hub: RunningHub, folder: Path) -> Ceremonies:
    return Ceremonies(hub.client, Beliefs(folder), SystemClock())


def test_a_hub_that_nobody_has_founded_plans_but_publishes_nothing(unfounded: RunningHub, tmp_path: Path) -> None:
    add_wall(unfounded.client)
    assert not unfounded.client.approvals.trust().founded
    assert any("founded this installation" in problem for problem in unfounded.client.health().problems)
    with pytest.raises(NotFoundedYet):
        publish(unfounded.client, BUDI, "utama")
    with pytest.raises(NotFoundedYet):
        unfounded.client.approvals.prepare_online_key()
    cabinet = KeyCabinet(tmp_path, environment={}, cost=CHEAPEST)
    with pytest.raises(Refused, match="5 characters"):
        found_one_person(unfounded.client, cabinet, Beliefs(tmp_path), Founder("Sekar", "lemah"))
    assert cabinet.operators() == ()
    founded = found_one_person(unfounded.client, cabinet, Beliefs(tmp_path), Founder("Sekar", WORDS))
    assert founded.policy.single_handed
    publish(unfounded.client, cabinet.signatory(), "utama", beliefs=Beliefs(tmp_path))
    again = KeyCabinet(tmp_path / "other", environment={}, cost=CHEAPEST)
    with pytest.raises(Conflict, match="founded already"):
        found_one_person(unfounded.client, again, Beliefs(tmp_path / "other"), Founder("Budi", WORDS))
    assert again.operators() == ()


def test_a_founding_is_complete_or_nothing(tmp_path: Path) -> None:
    with hub_in_thread(tmp_path / "data", founded=False) as hub:
        online = Operator("hub", "hub", hub.client.approvals.trust().online_key).public_key
        signed = found_policy(one_person(BUDI.operator, ["utama"]), [BUDI], online, now())
        with pytest.raises(WrongRequest):
            hub.client.approvals.found(signed_message(signed[1:]))
        with pytest.raises(RefusedByTrust):
            hub.client.approvals.found(signed_message(signed[:2]))
        assert not hub.client.approvals.trust().founded


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with hub_in_thread(tmp_path_factory.mktemp("kantor") / "data") as running:
        add_wall(running.client)
        yield running


def test_from_one_desk_to_two_over_the_hub_and_on_a_stick(office: RunningHub, tmp_path: Path) -> None:
    desk, sekar = ceremonies_on(office, tmp_path / "keys"), founder_of(office.installation.data)
    people = desk.current().people
    roles = [rule.role for rule in people.rules]
    joined = desk.propose(lambda policy: with_person(policy, BUDI.operator, roles))
    desk.apply(desk.sign(joined.proposal, sekar))
    raised = desk.propose(lambda policy: with_threshold_everywhere(policy, 2))
    signed = desk.sign(raised.proposal, sekar)
    with pytest.raises(Refused, match="missing still"):
        desk.apply(signed)
    desk.leave_at_hub(signed.proposal)
    other = ceremonies_on(office, tmp_path / "other")
    (found,) = other.at_hub()
    stick = write_proposal_file(other.sign(found, BUDI).proposal, tmp_path / "stick")
    carried = read_proposal_file(stick)
    other.leave_at_hub(carried)
    assert desk.examined(desk.at_hub()[0]).complete
    desk.apply(desk.examined(desk.at_hub()[0]))
    assert desk.at_hub() == ()
    assert desk.current().people.rule(POLICY).threshold == 2
    with pytest.raises(NeedsApproval):
        publish(office.client, sekar, "utama")
    with pytest.raises(ContentMissing):
        read_proposal_file(tmp_path / "nothing")
    assert {renewal.role for renewal in desk.renewals()[:2]} == {"drill", EMERGENCY}
    assert not any(renewal.due for renewal in desk.renewals())
    reminded = office.services.policies.reminders
    assert reminded(now()) == ()
    assert [each.split()[3] for each in reminded(now() + timedelta(days=20))] == ["drill", EMERGENCY]


def test_the_hubs_own_key_is_changed_and_what_was_stolen_is_worth_nothing(office: RunningHub, tmp_path: Path) -> None:
    desk, sekar = ceremonies_on(office, tmp_path), founder_of(office.installation.data)
    before = desk.current().online_key
    examined = desk.propose_online_key()
    assert examined.new_online_key
    for person in (sekar, BUDI):
        examined = desk.sign(examined.proposal, person)
    after = desk.apply(examined)
    assert after.online_key != before
    assert after.online_key == office.client.approvals.trust().online_key
    assert not (office.installation.hub_folder / "online-next.pem").exists()
    office.services.repository.resign()


def test_a_root_with_a_key_that_is_not_the_hubs_is_refused(office: RunningHub, tmp_path: Path) -> None:
    desk, sekar = ceremonies_on(office, tmp_path), founder_of(office.installation.data)
    current = desk.current()
    thief = new_key("maling", "Maling").operator.public_key
    examined = desk.examined(propose(current, current.people, now(), online_key=thief))
    for person in (sekar, BUDI):
        examined = desk.sign(examined.proposal, person)
    with pytest.raises(RefusedByTrust, match="not this hub's"):
        desk.apply(examined)


def test_a_ceremony_cannot_publish(office: RunningHub, tmp_path: Path) -> None:
    current = ceremonies_on(office, tmp_path).current()
    role = current.role(programme_role("utama"))
    smuggled = sign_programme(BUDI, role, "utama", {"n": 1}, now())
    with pytest.raises(WrongRequest):
        office.client.approvals.apply(signed_message((smuggled,)))
    bare = signed_message((smuggled,)).model_copy(update={"documents": {}})
    with pytest.raises(RefusedByTrust, match="for approval"):
        office.client.approvals.apply(bare)


def test_what_nobody_asked_for_is_not_kept(office: RunningHub, tmp_path: Path) -> None:
    desk = ceremonies_on(office, tmp_path)
    with pytest.raises(WrongRequest):
        office.client.approvals.send_proposal(ProposalSent(data=base64.b64encode(b"{}").decode()))
    for call in (office.client.approvals.proposal, office.client.approvals.delete_proposal):
        with pytest.raises(NotFound):
            call("0" * 12)
    fresh = desk.propose(lambda policy: with_group(policy, "desa")).proposal
    spoiled = {}
    for role, data in fresh.roles.items():
        metadata = Metadata[Any].from_bytes(data)
        metadata.sign(new_key("asing", "Asing").signer(role), append=True)
        spoiled[role] = metadata.to_bytes()
    desk.leave_at_hub(type(fresh)(spoiled))
    kept = desk.at_hub()[0]
    assert all(json.loads(data)["signatures"] == [] for data in kept.roles.values())
    office.client.approvals.delete_proposal(kept.id)


def test_windows_that_look_at_the_hub_at_once_remember_it_without_getting_in_each_others_way(
    office: RunningHub, tmp_path: Path
) -> None:
    state = office.client.approvals.trust(())
    with ThreadPoolExecutor(8) as pool:
        for round_ in range(10):
            desk = tmp_path / str(round_)
            found = list(pool.map(lambda _, folder=desk: Beliefs(folder).confirm(state), range(8)))
            assert {each.root for each in found} == {Beliefs(desk).known_root()}
            assert {file.name for file in desk.iterdir()} == {"known-root.json", "known-policy.json"}


def test_a_desk_refuses_a_hub_that_goes_back_or_shows_another_root(office: RunningHub, tmp_path: Path) -> None:
    beliefs = Beliefs(tmp_path)
    beliefs.confirmed(office.client, ())
    seen = tmp_path / "known-policy.json"
    seen.write_text(json.dumps({"policy": int(now().timestamp()) + 1000}))
    with pytest.raises(HubNotBelieved, match="older policy"):
        beliefs.confirmed(office.client, ())
    seen.unlink()
    state = office.client.approvals.trust(())
    with pytest.raises(HubNotBelieved, match="only 1"):
        beliefs.confirm(state.model_copy(update={"roots": state.roots[:1]}))
    (tmp_path / "known-root.json").write_bytes(b"junk")
    with pytest.raises(HubNotBelieved, match="damaged"):
        beliefs.confirmed(office.client, ())


def test_the_keys_of_a_former_version_are_given_to_a_person(tmp_path: Path) -> None:
    data = tmp_path / "data"
    found_installation(data, ["utama"], SystemClock())
    with hub_in_thread(data, founded=False) as hub:
        add_wall(hub.client)
        cabinet = KeyCabinet(hub.installation.keys_folder, environment={}, cost=CHEAPEST)
        beliefs = Beliefs(hub.installation.keys_folder)
        assert cabinet.has_former_keys
        publish(hub.client, cabinet.signatory(), "utama", beliefs=beliefs)
        adopted = adopt_former_keys(Ceremonies(hub.client, beliefs), cabinet, "Sekar Ayu", WORDS)
        assert (adopted.person.id, len(adopted.removed)) == ("sekar-ayu", 4)
        assert not cabinet.has_former_keys
        publish(hub.client, cabinet.signatory(), "utama", beliefs=beliefs)


def test_a_key_is_unlocked_for_a_while_only(tmp_path: Path) -> None:
    clock = PushedClock(now())
    begun = clock.now()
    cabinet = KeyCabinet(tmp_path, environment={}, steady=lambda: (clock.now() - begun).total_seconds(), cost=CHEAPEST)
    with pytest.raises(ContentMissing, match="displayctl found"):
        cabinet.signatory()
    cabinet.keys.make("Budi", WORDS)
    with pytest.raises(KeyLocked, match="budi is locked") as caught:
        cabinet.signatory()
    assert caught.value.operator == "budi"
    cabinet.unlock("budi", WORDS, timedelta(minutes=5))
    assert [person.id for person in cabinet.unlocked()] == ["budi"]
    assert cabinet.signatory().signer("root") is not None
    clock.push(timedelta(minutes=6))
    with pytest.raises(KeyLocked):
        cabinet.signatory()
    cabinet.keys.make("Citra", WORDS)
    with pytest.raises(KeyLocked, match="say who signs") as caught:
        cabinet.signatory()
    assert caught.value.operator == ""
    cabinet.unlock("citra", WORDS)
    cabinet.lock()
    assert cabinet.unlocked() == ()


def test_a_script_lays_its_passphrase_ready(tmp_path: Path) -> None:
    (tmp_path / "words").write_text(WORDS + "\n")
    KeyCabinet(tmp_path / "keys", environment={}, cost=CHEAPEST).keys.make("Budi", WORDS)
    for variables in (
        {"DISPLAYCTL_PASSPHRASE_FILE": str(tmp_path / "words")},
        {"DISPLAYCTL_PASSPHRASE": WORDS, "DISPLAYCTL_OPERATOR": "budi"},
    ):
        assert KeyCabinet(tmp_path / "keys", environment=variables).signatory().signer("root") is not None
    missing = KeyCabinet(tmp_path / "keys", environment={"DISPLAYCTL_PASSPHRASE_FILE": str(tmp_path / "none")})
    with pytest.raises(ContentMissing):
        missing.signatory()
