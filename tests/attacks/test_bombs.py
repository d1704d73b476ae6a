"""Bundles that are meant to choke a player: too many, too large, too deep, with names that climb."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from content.delivery.bundle import FORMAT, VERSION, Bundle
from content.delivery.roles import SNAPSHOT, TIMESTAMP, SignedRole, programme_role
from content.delivery.seal import make_seal
from tests.attacks.siege import FIRST, Attack, Siege

pytestmark = pytest.mark.wall
UTAMA = programme_role("utama")
DEEP = b"[" * 200_000
MOST_MEMORY_KB = 700_000


def message(files: dict[str, str]) -> bytes:
    return json.dumps({"format": FORMAT, "version": VERSION, "files": files}).encode()


def test_more_files_than_a_bundle_may_have(siege: Siege) -> None:
    attack = Attack(siege, FIRST)
    siege.hand_over(message({f"metadata/{number}.json": "" for number in range(100_000)}))
    attack.refused_by("bounds")
    attack.over()


def test_names_that_climb_out(siege: Siege) -> None:
    for name in ("../../../../etc/cron.d/evil", "/etc/passwd", "metadata/..\\evil", "METADATA/x", "a" * 999):
        attack = Attack(siege, FIRST)
        siege.hand_over(message({name: base64.b64encode(b"evil").decode()}))
        attack.refused_by("name")
    attack.over()


def test_a_file_larger_than_any_may_be(siege: Siege) -> None:
    attack = Attack(siege, FIRST)
    siege.hand_over(message({"metadata/timestamp.json": base64.b64encode(bytes((8 << 20) + 1)).decode()}))
    attack.refused_by("bounds")
    attack.over()


def test_more_bytes_than_the_link_takes(siege: Siege) -> None:
    """The link is closed, not filled; it comes back."""
    attack, before = Attack(siege, FIRST), siege.hub.links_opened
    siege.hub.say_text('{"type":"bundle","bundle":"' + "A" * (65 << 20) + '"}')
    siege.until(lambda: siege.hub.links_opened > before, "another link")
    attack.over()


@pytest.mark.parametrize("what", [DEEP, b'{"format":' + b"9" * 5_000 + b"}"])
def test_a_message_that_is_too_deep_to_be_read(siege: Siege, what: bytes) -> None:
    attack = Attack(siege, FIRST)
    siege.hand_over(what)
    siege.until(lambda: "it is no JSON" in siege.faults(), "the complaint")
    attack.over()


def test_a_signed_file_that_cannot_be_read(siege: Siege) -> None:
    for what in (b'{"signed":' + DEEP, b'{"signed":{"version":1e999999999}}'):
        siege.show(FIRST)
        attack, version = Attack(siege, FIRST), int(siege.people.clock.step().timestamp())
        siege.hand_over(siege.thief.sealed(SignedRole(UTAMA, what), unread={UTAMA: version}))
        attack.refused_by("unreadable")
    attack.over()


def test_a_hub_that_lists_forty_thousand_roles(siege: Siege) -> None:
    """Its own key may sign that, but what was there before may not be left out."""
    people, honest = siege.people, siege.thief.honest()
    now = people.clock.step()
    roles = {f"prog-x{number}": (1, b"") for number in range(40_000)}
    before = dict.fromkeys((SNAPSHOT, TIMESTAMP), int(now.timestamp()))
    attack = Attack(siege, FIRST)
    siege.hand_over(Bundle({**honest.files, **make_seal(people.online, roles, before, now).files}))
    attack.refused_by("unreadable")
    attack.over()


def test_none_of_it_has_taken_the_memory_of_the_machine(siege: Siege) -> None:
    assert siege.process is not None
    status = Path(f"/proc/{siege.process.pid}/status").read_text()
    most_kb = int(status.partition("VmHWM:")[2].split()[0])
    print(f"the player's agent never had more than {most_kb // 1024} MiB")
    assert most_kb < MOST_MEMORY_KB
