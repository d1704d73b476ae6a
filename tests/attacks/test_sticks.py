"""Sticks in the player: whoever gets to the back of the wall can put one in."""

from __future__ import annotations

import json
import os

import pytest

from content.delivery.bundle import Bundle, write_folder
from content.delivery.roles import programme_path, programme_role
from tests.attacks.siege import EVIL, FIRST, SECOND, Attack, Siege

pytestmark = pytest.mark.wall


def put_in(siege: Siege, name: str, bundle: Bundle) -> None:
    """An exported folder with `bundle`, and with bytes of every item under every digest."""
    folder = siege.stick / name
    media = folder / "media"
    media.mkdir(parents=True)
    for digest in siege.hub.media:
        (media / digest).write_bytes(siege.bytes_of(EVIL))
    write_folder(bundle, folder / "bundle")


def test_sticks_with_forged_older_and_hostile_content(siege: Siege) -> None:
    thief, old = siege.thief, siege.thief.honest()
    siege.show(SECOND)
    attack = Attack(siege, SECOND)
    evil = json.dumps(siege.document(EVIL)).encode()
    put_in(
        siege, "displayctl-forged", thief.sealed(thief.forged(programme_role("utama"), programme_path("utama"), evil))
    )
    put_in(siege, "displayctl-older", old)
    hostile = siege.stick / "displayctl-hostile"
    (hostile / "bundle" / "metadata").mkdir(parents=True)
    (hostile / "bundle" / "metadata" / "timestamp.json").write_bytes(b"[" * 200_000)
    (hostile / "bundle" / "targets").symlink_to("/etc")
    (hostile / "media").symlink_to("/")
    (siege.stick / "displayctl-\x1b[2J\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe").mkdir()
    os.mkfifo(siege.stick / "displayctl-pipe")
    (siege.stick / "autorun.inf").write_text("[autorun]\nopen=evil.exe\n")
    attack.refused_by("signatures")
    attack.refused_by("rollback")
    attack.over()
    assert not list(siege.player.rglob("*evil*"))
    siege.show(FIRST)
