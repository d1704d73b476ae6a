"""Somebody sits on the network between a player and its hub, with TLS and an installation of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from content.delivery.bundle import pack
from content.delivery.pin import Pin, pin_to_json
from displayctl.hub.authority import Authority
from player.identity import forget_hub
from schedules.clock import SystemClock
from tests.attacks.conftest import besieged
from tests.attacks.people import People
from tests.attacks.siege import EVIL, FIRST, Attack, Media, Siege
from tests.fakes.tls_proxy import TlsProxy

pytestmark = pytest.mark.wall


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory, media: Media) -> Iterator[Siege]:
    with besieged(tmp_path_factory.mktemp("network"), media) as siege:
        siege.stop()
        yield siege


@contextmanager
def thief_between(siege: Siege, folder: Path) -> Iterator[TlsProxy]:
    """Whoever asks for the hub gets the thief's: with its authority, its root, its programmes, and approved at once."""
    theirs = People(folder / "theirs")
    theirs.publish(siege.document(EVIL))
    siege.hub.mischief.root = theirs.repository.bootstrap_root()
    siege.hub.mischief.bundle = pack(theirs.repository.bundle_for("utama"))
    authority = Authority(folder / "thief", ("127.0.0.1",), SystemClock())
    port = int(siege.hub.address.rpartition(":")[2])
    with TlsProxy(port, authority.context, authority.pin, "203.0.113.9") as between:
        between.says_authority = json.dumps(
            {"certificate": authority.pin.certificate, "own": True, "root": ""}
        ).encode()
        yield between


def test_a_paired_player_meets_another_authority(siege: Siege, tmp_path: Path) -> None:
    office: Pin = Authority(tmp_path / "office", ("127.0.0.1",), SystemClock()).pin
    (siege.player / "hub-pin.json").write_bytes(pin_to_json(office))
    with thief_between(siege, tmp_path) as between:
        attack = Attack(siege, FIRST)
        siege.hub.requests.clear()
        siege.start(between.url)
        siege.until(lambda: siege.shows(FIRST), "the wall, from its disk")
        siege.until(lambda: "CERTIFICATE_VERIFY_FAILED" in siege.said(), "the complaint")
        assert attack.only_allowed()
        assert siege.hub.requests == [], "the thief has not even heard who asks"
        siege.stop()


def test_a_new_player_is_approved_by_whoever_sits_in_between(siege: Siege, tmp_path: Path) -> None:
    forget_hub(siege.player)
    with thief_between(siege, tmp_path) as between:
        attack = Attack(siege, FIRST)
        siege.start(between.url)
        siege.until(lambda: siege.hub.asked_codes, "the wish to be paired")
        siege.hub.approve("tugu", siege.identity.device_id)
        siege.until(lambda: "somebody sits on the network" in siege.said(), "the refusal")
        assert attack.only_allowed()
        assert not (siege.player / "binding.json").exists()
        siege.stop()
