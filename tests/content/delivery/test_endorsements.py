"""Who stands behind an alert: distinct officers with good signatures of exactly this alert, and how many it takes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from content.delivery.endorsements import endorsers, is_confirmed
from content.delivery.keyrules import canonical_keyid
from content.delivery.notices import Endorsement, Notice, endorsed_bytes, pack_notice, unpack_notice
from content.delivery.roles import DRILL, EMERGENCY, POLICY
from content.errors import ContentError, Damaged, Refused
from content.studio.signing import endorse
from schedules.alert import Alert, AlertLevel, AlertPicture
from tests.builders import png
from tests.content.delivery.ground import NOON, Ground

PICTURE = png()
SHA = hashlib.sha256(PICTURE).hexdigest()
ALERT = Alert(
    "banjir",
    "Banjir di Luwuk",
    AlertLevel.AWAS,
    NOON,
    NOON,
    NOON + timedelta(hours=3),
    pictures=(AlertPicture("640x384@30", SHA), AlertPicture("640x384@30", SHA, 1)),
)
NOTICE = Notice(ALERT, {SHA: PICTURE})


class Officer:
    """Somebody with a key of their own."""

    def __init__(self, seed: int) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        self.key = self._private.public_key().public_bytes_raw().hex()

    def endorsing(self, notice: Notice, of: Alert | None = None) -> Notice:
        signature = self._private.sign(endorsed_bytes(of or notice.alert)).hex()
        own = Endorsement(canonical_keyid(self.key), signature)
        return replace(notice, endorsements=(*notice.endorsements, own))


SEKAR, BAYU, STRANGER = Officer(1), Officer(2), Officer(3)
BOTH = (SEKAR.key, BAYU.key)


def test_officers_who_endorse_are_counted_one_by_one() -> None:
    assert endorsers(NOTICE, BOTH) == frozenset()
    one = SEKAR.endorsing(NOTICE)
    assert endorsers(one, BOTH) == {SEKAR.key}
    assert not is_confirmed(one, BOTH)
    both = BAYU.endorsing(one)
    assert endorsers(both, BOTH) == set(BOTH)
    assert is_confirmed(both, BOTH)


def test_where_there_is_one_officer_alone_that_one_is_enough() -> None:
    assert is_confirmed(NOTICE, (SEKAR.key,))
    assert is_confirmed(NOTICE, (SEKAR.key, SEKAR.key))
    assert not is_confirmed(NOTICE, BOTH)


def test_strangers_and_former_officers_do_not_count() -> None:
    notice = STRANGER.endorsing(SEKAR.endorsing(NOTICE))
    assert endorsers(notice, BOTH) == {SEKAR.key}
    assert endorsers(notice, (BAYU.key,)) == frozenset()


def test_an_endorsement_is_of_one_alert_alone_with_every_word_and_picture_of_it() -> None:
    for other in (
        replace(ALERT, expires=ALERT.expires + timedelta(hours=1)),
        replace(ALERT, pictures=ALERT.pictures[:1]),
        replace(ALERT, drill=True),
    ):
        assert endorsers(BAYU.endorsing(NOTICE, of=other), BOTH) == frozenset()


def test_a_borrowed_signature_counts_for_nobody() -> None:
    signature = SEKAR.endorsing(NOTICE).endorsements[0].signature
    lent = replace(NOTICE, endorsements=(Endorsement(canonical_keyid(BAYU.key), signature),))
    assert endorsers(lent, BOTH) == frozenset()


def test_endorsements_travel_with_the_alert_and_older_notices_have_none() -> None:
    both = BAYU.endorsing(SEKAR.endorsing(NOTICE))
    assert unpack_notice(pack_notice(both)) == both
    assert json.loads(pack_notice(NOTICE)).keys() == {"alert", "pictures"}


def test_nobody_endorses_twice_and_not_everybody_endorses() -> None:
    twice = SEKAR.endorsing(SEKAR.endorsing(NOTICE))
    crowd = NOTICE
    for seed in range(17):
        crowd = Officer(seed).endorsing(crowd)
    for notice in (twice, crowd):
        with pytest.raises(Refused) as caught:
            pack_notice(notice)
        assert caught.value.rule == "endorsements"


@pytest.mark.parametrize(
    "endorsements",
    [{}, [1], [{"keyid": "0" * 64}], [{"keyid": "0" * 64, "signature": "0"}], [{"keyid": 1, "signature": "0" * 128}]],
)
def test_other_forms_are_no_endorsements(endorsements: object) -> None:
    plain = json.loads(pack_notice(NOTICE)) | {"endorsements": endorsements}
    with pytest.raises(Damaged):
        unpack_notice(json.dumps(plain).encode())


def test_a_player_knows_the_officers_of_the_policy_it_verified(ground: Ground) -> None:
    player = ground.player()
    assert player.last_known_good().officers == {}
    player.admit(ground.bundle(), "tugu")
    key = str(ground.keyring.signer(EMERGENCY).public_key.keyval["public"])
    officers = player.last_known_good().officers
    assert officers[EMERGENCY] == officers[DRILL] == {key}
    assert POLICY not in officers
    player.close()
    assert ground.player().last_known_good().officers == officers


def test_an_endorsement_made_by_the_desk_is_one_that_players_count(ground: Ground) -> None:
    key = str(ground.keyring.signer(EMERGENCY).public_key.keyval["public"])
    notice = endorse(ground.keyring, NOTICE)
    assert endorsers(notice, (key,)) == {key}
    with pytest.raises(ContentError, match="stand behind the alert banjir already"):
        endorse(ground.keyring, notice)
