"""Alerts on a stick, while no hub answers: who may sign them is known, and nothing older comes back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from content.delivery.bundle import Bundle
from content.delivery.roles import (
    DRILL,
    EMERGENCY,
    FALLBACK,
    POLICY,
    ROLE_FIELD,
    SignedRole,
    alert_path,
    document_name,
    metadata_name,
    validity,
)
from content.delivery.trust import Trust
from content.delivery.tufnames import Delegations, Metadata, Root, TargetFile, Targets
from content.errors import Refused
from content.studio.sealed_keys import new_key
from content.studio.signing import sign_alert
from tests.content.delivery.ground import DAY, GOOD, HOUR, SECOND, TUGU, Ground, lose_cache, signed_by, targets_of

ALERT = b'{"headline":"Tsunami"}'


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    made = Ground(tmp_path)
    made.publish(GOOD)
    return made


def heard(ground: Ground) -> Trust:
    """A player that heard the hub before it fell silent."""
    player = ground.player()
    player.admit(ground.bundle(), "tugu")
    return player


def signed(
    ground: Ground, alert_id: str = "tsunami", document: bytes | None = ALERT, *, drill: bool = False
) -> SignedRole:
    """A set that a duty officer signs without the hub, a second later."""
    ground.clock.push(SECOND)
    current = ground.repository.current(DRILL if drill else EMERGENCY)
    return sign_alert(ground.keyring, current, alert_id, ALERT, ground.clock.now(), drill=drill)


def stick(role: SignedRole, *, leave_out: str = "") -> Bundle:
    version = targets_of(role.metadata).version
    files = {metadata_name(role.role, version): role.metadata}
    for path, content in role.documents.items():
        if path != leave_out:
            files[document_name(path, hashlib.sha256(content).hexdigest())] = content
    return Bundle(files)


def alerts(player: Trust) -> set[str]:
    return {d.path for d in player.last_known_good().documents if d.role in (EMERGENCY, DRILL)}


def refused(player: Trust, bundle: Bundle) -> str:
    before = player.last_known_good()
    with pytest.raises(Refused) as caught:
        player.admit(bundle, "tugu")
    assert player.last_known_good() == before
    return caught.value.rule


@pytest.mark.parametrize("drill", [False, True])
def test_an_alert_is_believed_without_a_hub_and_the_programme_stays(ground: Ground, drill: bool) -> None:
    player = heard(ground)
    role = signed(ground, drill=drill)
    admitted = player.admit(stick(role), "tugu")
    assert admitted.changed == {role.role}
    assert admitted.refused == {}
    assert alerts(player) == {alert_path("tsunami", drill=drill)}
    assert player.last_known_good().document(TUGU) is not None
    assert player.admit(stick(role), "tugu").changed == set(), "the same stick again changes nothing"
    player.close()
    again = ground.player()
    assert alerts(again) == {alert_path("tsunami", drill=drill)}


def test_a_hub_that_knows_nothing_of_it_does_not_take_it_back(ground: Ground) -> None:
    player = heard(ground)
    role = signed(ground)
    player.admit(stick(role), "tugu")
    ground.clock.push(SECOND)
    ground.repository.resign()
    admitted = player.admit(ground.bundle(), "tugu")
    assert admitted.refused[EMERGENCY].rule == "below-floor"
    assert alerts(player) == {"emergency/tsunami.json"}
    ground.repository.accept(role)
    assert EMERGENCY not in player.admit(ground.bundle(), "tugu").refused
    ground.alert("tsunami", None)
    player.admit(ground.bundle(), "tugu")
    assert alerts(player) == set()


def test_documents_that_are_here_already_need_not_be_on_the_stick_and_missing_ones_hold_up_nothing(
    ground: Ground,
) -> None:
    ground.alert("banjir")
    player = heard(ground)
    assert player.admit(stick(signed(ground)), "tugu").changed == {EMERGENCY}
    assert alerts(player) == {"emergency/banjir.json", "emergency/tsunami.json"}
    player.admit(stick(signed(ground, "api"), leave_out="emergency/api.json"), "tugu")
    assert alerts(player) == {"emergency/banjir.json"}


def test_an_older_set_does_not_come_back(ground: Ground) -> None:
    player = heard(ground)
    first, second = signed(ground), signed(ground, "api")
    player.admit(stick(second), "tugu")
    assert refused(player, stick(first)) == "below-floor"


def test_who_is_no_officer_signs_for_nothing(ground: Ground) -> None:
    player = heard(ground)
    role = signed(ground)
    theirs = signed_by(new_key("maling", "Maling").signer(EMERGENCY), targets_of(role.metadata))
    assert refused(player, stick(SignedRole(EMERGENCY, theirs, role.documents))) == "signatures"


def test_a_set_says_its_own_name(ground: Ground) -> None:
    player = heard(ground)
    role = signed(ground, drill=True)
    assert refused(player, stick(SignedRole(EMERGENCY, role.metadata, role.documents))) == "swapped-role"


def changed(ground: Ground, change: Callable[[Targets], None]) -> Bundle:
    """A set that an officer has signed although it is not right."""
    targets = targets_of(signed(ground).metadata)
    change(targets)
    return stick(SignedRole(EMERGENCY, signed_by(ground.keyring.signer(EMERGENCY), targets), {}))


def test_officers_cannot_hand_their_right_on_nor_sign_what_is_not_theirs(ground: Ground) -> None:
    player = heard(ground)

    def delegating(targets: Targets) -> None:
        targets.delegations = Delegations({}, roles={})

    def foreign(targets: Targets) -> None:
        targets.targets["prog/tugu/programme.json"] = TargetFile.from_data(
            "prog/tugu/programme.json", b"{}", ["sha256"]
        )

    def unsafe(targets: Targets) -> None:
        targets.targets["emergency/A B"] = TargetFile.from_data("emergency/A B", b"{}", ["sha256"])

    assert refused(player, changed(ground, delegating)) == "delegates-further"
    assert refused(player, changed(ground, foreign)) == "foreign-path"
    assert refused(player, changed(ground, unsafe)) == "foreign-path"


def test_versions_beyond_all_bounds_are_refused(ground: Ground) -> None:
    player = heard(ground)

    def huge(targets: Targets) -> None:
        targets.version = 1 << 53

    assert refused(player, changed(ground, huge)) == "below-floor"


def test_a_document_that_somebody_changed_is_refused(ground: Ground) -> None:
    player = heard(ground)
    files = dict(stick(signed(ground)).files)
    name = next(name for name in files if name.startswith("targets/"))
    assert refused(player, Bundle({**files, name: b'{"headline":"Semua aman"}'})) == "damaged"


def test_signatures_end_for_sticks_too(ground: Ground) -> None:
    player = heard(ground)
    role = signed(ground)
    ground.clock.push(validity(EMERGENCY) + HOUR)
    assert refused(player, stick(role)) == "expired"


def test_a_player_that_never_heard_its_hub_knows_no_officers(ground: Ground) -> None:
    player = heard(ground)
    lose_cache(player, ground)
    assert refused(player, stick(signed(ground))) == "no-policy"


def test_a_bundle_of_anything_else_is_judged_as_a_hubs(ground: Ground) -> None:
    player = heard(ground)
    fallback = ground.repository.current(FALLBACK)
    assert fallback is not None
    two = {**stick(signed(ground)).files, **stick(signed(ground, drill=True)).files}
    for files in ({metadata_name(FALLBACK, 1): fallback}, two):
        with pytest.raises(Refused) as caught:
            player.admit(Bundle(files), "tugu")
        assert caught.value.rule == "missing"
    assert Metadata.from_bytes(fallback).signed.unrecognized_fields[ROLE_FIELD] == FALLBACK


def cache_of(ground: Ground) -> dict[str, bytes]:
    """What the player remembers of the files that it has verified."""
    with closing(sqlite3.connect(ground.folder / "player" / "trust.db")) as db:
        return dict(db.execute("SELECT name, content FROM cache"))


def put_cache(ground: Ground, files: Mapping[str, bytes]) -> None:
    with closing(sqlite3.connect(ground.folder / "player" / "trust.db")) as db, db:
        db.execute("DELETE FROM cache")
        db.executemany("INSERT INTO cache VALUES(?, ?)", files.items())


def rewritten(ground: Ground, now: datetime) -> Bundle:
    """A set that was signed at a desk whose clock says `now`."""
    return stick(sign_alert(ground.keyring, ground.repository.current(EMERGENCY), "tsunami", ALERT, now))


def test_a_set_of_the_same_second_as_the_hubs_is_not_taken_back_by_it(ground: Ground) -> None:
    ground.alert("banjir")
    player = heard(ground)
    player.admit(rewritten(ground, ground.clock.now()), "tugu")
    assert player.admit(ground.bundle(), "tugu").refused[EMERGENCY].rule == "below-floor"
    assert alerts(player) == {"emergency/banjir.json", "emergency/tsunami.json"}


@pytest.mark.parametrize("ahead", [HOUR, 400 * DAY])
def test_a_set_from_the_future_keeps_no_correction_of_the_hub_from_the_wall(ground: Ground, ahead: timedelta) -> None:
    player = heard(ground)
    player.admit(rewritten(ground, ground.clock.now() + ahead), "tugu")
    assert alerts(player) == {"emergency/tsunami.json"}
    ground.alert("ralat")
    assert player.admit(ground.bundle(), "tugu").refused == {}
    assert alerts(player) == {"emergency/ralat.json"}


def test_sticks_come_back_no_older_though_the_clock_is_dead(ground: Ground) -> None:
    player = heard(ground)
    first, second = (rewritten(ground, ground.clock.now() + days * DAY) for days in (3, 4))
    player.admit(second, "tugu")
    assert refused(player, first) == "below-floor"


def test_officers_of_a_policy_that_has_expired_are_none(ground: Ground) -> None:
    player = heard(ground)
    ground.clock.push(validity(POLICY) + HOUR)
    assert refused(player, stick(signed(ground))) == "expired"


def test_officers_of_a_policy_that_the_newest_root_does_not_stand_behind_are_none(ground: Ground) -> None:
    player, former = heard(ground), cache_of(ground)
    fresh = new_key("hub", "Hub").signer(POLICY)
    root = Metadata[Root].from_bytes(former["root_history/1.root.json"]).signed
    root.version += 1
    root.roles[POLICY].keyids.clear()
    root.add_key(fresh.public_key, POLICY)
    put_cache(ground, {**former, "root_history/2.root.json": signed_by(fresh, root)})
    assert refused(player, stick(signed(ground))) == "signatures"
    put_cache(ground, {**former, "root_history/2.root.json": b"{"})
    assert player.admit(stick(signed(ground)), "tugu").changed == {EMERGENCY}, "a spoilt file is no root"


def test_what_a_stick_left_out_comes_from_the_hub(ground: Ground) -> None:
    player = heard(ground)
    role = signed(ground)
    player.admit(stick(role, leave_out="emergency/tsunami.json"), "tugu")
    assert alerts(player) == set()
    ground.repository.accept(role)
    news = Bundle(ground.repository.news_for("tugu", player.versions).files)
    assert player.admit(news, "tugu", is_news=True).refused[EMERGENCY].rule == "missing", "then players fetch the whole"
    player.admit(ground.bundle(), "tugu")
    assert alerts(player) == {"emergency/tsunami.json"}
