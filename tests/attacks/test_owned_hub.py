"""A thief owns the hub: its database, its disk and its own key, which says what is current."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from content.delivery.bundle import Bundle, pack
from content.delivery.keyfile import ensure_key
from content.delivery.roles import (
    EMERGENCY,
    LARGEST_VERSION,
    POLICY,
    ROOT,
    SignedRole,
    alert_path,
    metadata_name,
    programme_path,
    programme_role,
)
from tests.attacks.people import People
from tests.attacks.siege import EVIL, EVIL_POSTER, FIRST, POSTER, SECOND, THIRD, Attack, Siege
from tests.attacks.thief import parsed

pytestmark = pytest.mark.wall
UTAMA, PATH = programme_role("utama"), programme_path("utama")
ALERT = alert_path("banjir")


def evil_document(siege: Siege) -> bytes:
    return json.dumps(siege.document(EVIL)).encode()


def test_the_watcher_would_see_it(siege: Siege) -> None:
    """What two people approve is shown, whatever it is: the suite is not blind."""
    attack = Attack(siege, FIRST)
    siege.show(EVIL)
    siege.show(FIRST)
    with pytest.raises(AssertionError, match="what nobody approved"):
        attack.over()


def test_a_programme_is_signed_with_the_hubs_own_key(siege: Siege) -> None:
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(siege.thief.forged(UTAMA, PATH, evil_document(siege))))
    attack.refused_by("signatures")
    attack.over()


def test_a_programme_is_edited_after_it_was_approved(siege: Siege) -> None:
    approved = siege.people.approved(siege.document(SECOND))
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(SignedRole(UTAMA, approved.metadata)))
    attack.refused_by("missing")
    bundle = siege.thief.sealed(approved)
    edited = {name: evil_document(siege) if "programme.json" in name else data for name, data in bundle.files.items()}
    siege.hand_over(Bundle(edited))
    attack.refused_by("damaged")
    attack.over()


def test_the_programme_of_another_wall_is_handed_out(siege: Siege) -> None:
    other = replace(siege.display, id="taman", groups=("taman",), fingerprint="ab" * 32)
    siege.people.publish(siege.document(SECOND, other, "taman"))
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.honest("taman"))
    attack.refused_by("missing")
    theirs = siege.people.repository.current(programme_role("taman")) or b""
    siege.hand_over(siege.thief.sealed(SignedRole(UTAMA, theirs), extra=siege.thief.honest("taman").files))
    attack.refused_by("swapped-role")
    attack.over()


def test_a_programme_for_another_player_of_the_same_name_is_refused(siege: Siege) -> None:
    approved = siege.people.approved(siege.document(SECOND, replace(siege.display, fingerprint="cd" * 32)))
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(approved))
    attack.refused_by("other-display")
    attack.over()
    siege.people.repository.accept(approved)  # else nothing newer could follow it


def test_other_bytes_are_served_for_an_approved_medium(siege: Siege) -> None:
    attack, asset = Attack(siege, FIRST), siege.fresh_asset(THIRD)
    right, document = siege.hub.media[asset], siege.document(THIRD)
    siege.hub.media[asset] = siege.bytes_of(EVIL).ljust(len(right), b"\0")[: len(right)]
    siege.people.publish(document)
    siege.tell()
    siege.until(lambda: asset[:12] in siege.faults() or "could not be fetched" in siege.faults(), "the complaint")
    attack.over()
    siege.hub.media[asset] = right
    siege.hub.drop_links()
    siege.until(lambda: siege.shows(THIRD), "the right bytes on the wall")


def test_an_older_programme_is_brought_back(siege: Siege) -> None:
    old, old_role = siege.thief.honest(), siege.people.repository.current(UTAMA) or b""
    siege.show(SECOND)
    attack = Attack(siege, SECOND)
    siege.hand_over(old)
    attack.refused_by("rollback")
    siege.hand_over(siege.thief.sealed(SignedRole(UTAMA, old_role), extra=old.files))
    attack.refused_by("rollback")
    attack.over()


def test_parts_of_two_publications_are_mixed(siege: Siege) -> None:
    old_role = siege.people.repository.current(UTAMA) or b""
    siege.show(SECOND)
    siege.people.publish(siege.document(THIRD))
    newest = siege.thief.honest()
    name = metadata_name(UTAMA, parsed(siege.people.repository.current(UTAMA) or b"").version)
    attack = Attack(siege, SECOND)
    siege.hand_over(Bundle({**newest.files, name: old_role}))
    attack.refused_by("damaged")
    attack.over()


def test_the_policy_is_forged(siege: Siege) -> None:
    """With the hub's key, and with one of the two people who would have to sign it."""
    thief, policy = siege.thief, siege.thief.listing(POLICY)
    policy.add_key(thief.online.public_key, UTAMA)
    policy.delegations.roles[UTAMA].threshold = 1  # type: ignore[union-attr,index]
    evil = thief.forged(UTAMA, PATH, evil_document(siege))
    attack = Attack(siege, FIRST)
    for signers in ((thief.online,), (thief.online, siege.people.key("budi").signer(POLICY))):
        siege.hand_over(thief.sealed(thief.signed(POLICY, policy, *signers), evil))
        attack.refused_by("signatures")
        attack = Attack(siege, FIRST)
        policy.version += 1
    attack.over()


def test_the_root_is_forged(siege: Siege) -> None:
    thief, people = siege.thief, siege.people
    root = parsed(people.repository.current(ROOT) or b"")
    root.version += 1
    for role in (ROOT, POLICY):
        root.roles[role].threshold = 1
    forged = thief.signed(ROOT, root, thief.online, people.key("budi").signer(ROOT))
    attack = Attack(siege, FIRST)
    siege.hand_over(thief.sealed(extra={metadata_name(ROOT, root.version): forged.metadata}))
    attack.refused_by("signatures")
    attack.over()


def test_an_emergency_is_forged(siege: Siege) -> None:
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(siege.thief.forged(EMERGENCY, ALERT, siege.notice(EVIL_POSTER))))
    attack.refused_by("signatures")
    attack.over()


def test_an_emergency_that_is_over_is_raised_again(siege: Siege) -> None:
    siege.people.warn("banjir", siege.notice(POSTER))
    siege.tell()
    siege.until(lambda: siege.shows(POSTER), "the emergency")
    raised = SignedRole(EMERGENCY, siege.people.repository.current(EMERGENCY) or b"", {ALERT: siege.notice(POSTER)})
    files = siege.thief.honest().files
    siege.people.warn("banjir", None)
    siege.show(FIRST)
    attack = Attack(siege, FIRST)
    siege.hand_over(siege.thief.sealed(SignedRole(EMERGENCY, raised.metadata), extra=files))
    attack.refused_by("rollback")
    attack.over()


def test_an_emergency_is_silenced(siege: Siege) -> None:
    siege.people.warn("banjir", siege.notice(POSTER))
    siege.tell()
    siege.until(lambda: siege.shows(POSTER), "the emergency")
    attack = Attack(siege, POSTER)
    siege.hand_over(siege.thief.sealed(leave_out=EMERGENCY))
    assert "emergency" in attack.refused_by("unreadable")["detail"]
    attack.over()
    siege.people.warn("banjir", None)


def test_version_numbers_are_used_up_and_time_is_said_to_have_passed(siege: Siege, tmp_path: Path) -> None:
    """The wall takes nothing new from that hub any more, and plays on; people give the hub another key."""
    attack, people = Attack(siege, FIRST), siege.people
    siege.hand_over(siege.thief.sealed(version=LARGEST_VERSION, ahead=timedelta(days=300)))
    siege.hub.mischief.bundle = None
    people.publish(siege.document(SECOND))
    siege.tell()
    attack.refused_by("rollback")
    attack.over()
    fresh = ensure_key(tmp_path / "online.pem")
    people.repository.accept(*people.hold_ceremony(online_key=fresh.public_key), signer=fresh)
    people.online = fresh
    siege.show(SECOND)


def test_a_hub_forgets_a_player_to_give_it_another_root_of_trust(siege: Siege, tmp_path: Path) -> None:
    """The player shows a code again, and the thief answers with an installation of their own, where they sign all."""
    theirs = People(tmp_path / "theirs")
    theirs.publish(siege.document(EVIL))
    attack, hub, device_id = Attack(siege, FIRST), siege.hub, siege.identity.device_id
    hub.mischief.root = theirs.repository.bootstrap_root()
    hub.mischief.bundle = pack(theirs.repository.bundle_for("utama"))
    hub.forget_approvals()
    hub.bound.clear()
    hub.drop_links()
    siege.until(lambda: device_id in hub.asked_codes.values(), "the new code")
    hub.approve("tugu", device_id)
    siege.until(lambda: "another root of trust" in siege.said(), "the refusal")
    attack.over()
    hub.mischief.root = hub.mischief.bundle = None
    siege.until(lambda: hub.connected, "the link to the hub, once it is honest")
    attack.over()
