"""Signed journals at the hub: checked on arrival, kept whole, and proven later without the hub."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from content.delivery.chain import BEGUN, GAP, PLAY, beginning, entry_text
from displayctl.desk.proving import Proof, prove_file, prove_lines
from player.enrolment import new_code
from schedules.codec import play_record_to_dict
from schedules.proof import PlayRecord, ShowingKind
from tests.displayctl.hub.ground import add_wall, eventually, now
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.simulated_player import SimulatedPlayer, said, say


def play(number: int, wall: str) -> str:
    starts = now() + timedelta(seconds=10 * number)
    record = PlayRecord(f"{wall}-{number}", wall, ShowingKind.LOOP, starts, starts + timedelta(seconds=10), 1)
    return entry_text(PLAY, play_record_to_dict(record))


def read_to_the_end(link: ClientConnection) -> None:
    while True:
        link.recv(timeout=10)


def with_journal(hub: RunningHub, player: SimulatedPlayer, wall: str) -> None:
    """Nine plays in three batches."""
    add_wall(hub.client, wall)
    player.enrol(hub.client, wall)
    for start in (0, 3, 6):
        batch = player.batch(*(play(n, wall) for n in range(start, start + 3)))
        assert player.send_batch(batch).json() == {"accepted": 3, "known": 0, "missing": None}


def proof_of(hub: RunningHub, wall: str) -> Proof:
    return prove_lines(hub.client.journal_lines(wall))


def test_a_journal_is_proven_by_what_the_hub_gives_out(fresh_hub: RunningHub, tmp_path: Path) -> None:
    hub = fresh_hub
    with SimulatedPlayer(hub.url, new_code()) as player:
        with_journal(hub, player, "tugu")
    proof = proof_of(hub, "tugu")
    assert (proof.findings, proof.plays) == ((), 9)
    assert [chain.device_id for chain in proof.journals] == [player.device_id]
    comparison = hub.client.compare_journal("tugu")
    assert (comparison.records, comparison.proven, comparison.altered, comparison.missing, comparison.unproven) == (
        9, 9, 0, 0, 0,
    )  # fmt: skip
    export = tmp_path / "tugu.jsonl"
    export.write_bytes(b"".join(hub.client.journal_lines("tugu")))
    assert prove_file(export).plays == 9
    lines = export.read_bytes().splitlines()
    export.write_bytes(b"\n".join([lines[0], lines[2]]))
    assert "entries 4 to 6 are missing" in prove_file(export).findings[0]
    export.write_bytes(b"\n".join([lines[0], b"{}"]))
    assert "line 2" in prove_file(export).findings[0]
    forged = {**json.loads(lines[0]), "public_key": "11" * 32}
    export.write_text(json.dumps(forged))
    assert "another key" in prove_file(export).findings[0]


def test_who_changes_the_hubs_tables_is_found(fresh_hub: RunningHub) -> None:
    hub = fresh_hub
    with SimulatedPlayer(hub.url, new_code()) as player:
        with_journal(hub, player, "tugu")
    with closing(sqlite3.connect(hub.installation.hub_folder / "hub.sqlite")) as database, database:
        database.execute("UPDATE play_records SET presented = 999 WHERE id = 'tugu-1'")
        database.execute("DELETE FROM play_records WHERE id = 'tugu-2'")
        database.execute("UPDATE play_records SET id = 'invented' WHERE id = 'tugu-3'")
        database.execute("DELETE FROM journal_batches WHERE first = 4")
    comparison = hub.client.compare_journal("tugu")
    assert (comparison.altered, comparison.missing, comparison.unproven) == (1, 1, 3)
    assert "entries 4 to 6 are missing" in proof_of(hub, "tugu").findings[0]


def test_only_what_the_device_signed_is_taken(hub: RunningHub) -> None:
    add_wall(hub.client, "tanda")
    with SimulatedPlayer(hub.url, new_code()) as player, SimulatedPlayer(hub.url, new_code()) as other:
        player.enrol(hub.client, "tanda")
        batch = player.batch(play(1, "tanda"))
        assert player.send_batch(other.signed(batch)).status_code == 401
        changed = replace(batch, entries=(play(2, "tanda"),))
        assert player.send_batch(changed).status_code == 401
        assert player.send_batch(replace(batch, signature="")).status_code == 422
        assert player.send_batch(batch).json()["accepted"] == 1


def test_what_is_sent_twice_counts_once_and_another_continuation_is_refused(hub: RunningHub) -> None:
    add_wall(hub.client, "lagi")
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "lagi")
        batch = player.batch(play(1, "lagi"), play(2, "lagi"))
        longer = player.batch(*batch.entries, play(3, "lagi"))
        assert player.send_batch(batch).json()["accepted"] == 2
        assert player.send_batch(batch).json() == {"accepted": 0, "known": 2, "missing": None}
        assert player.send_batch(longer).json() == {"accepted": 1, "known": 2, "missing": None}
        for fork in (
            player.signed(replace(batch, entries=(play(8, "lagi"),))),
            player.signed(replace(batch, first=4, before="e" * 64)),
        ):
            assert player.send_batch(fork).status_code == 409
        assert player.send_batch(batch).json() == {"accepted": 0, "known": 2, "missing": None}
        assert proof_of(hub, "lagi").findings == ()


def test_a_hub_that_lost_entries_asks_for_them(hub: RunningHub) -> None:
    add_wall(hub.client, "pulih")
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "pulih")
        first, second = player.batch(play(1, "pulih")), None
        player.end = (first.last, first.chains()[-1])
        second = player.batch(play(2, "pulih"))
        assert player.send_batch(second).json()["missing"] == [1, 1]
        assert player.send_batch(first).json()["missing"] is None
        assert proof_of(hub, "pulih").findings == ()


def test_records_of_another_wall_and_what_cannot_be_read_are_kept_but_not_counted(hub: RunningHub) -> None:
    add_wall(hub.client, "lain")
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "lain")
        entries = (play(1, "elsewhere"), entry_text(PLAY, {"newer": True}), entry_text(BEGUN, {}), "no JSON")
        assert player.send_batch(player.batch(*entries)).json() == {"accepted": 0, "known": 0, "missing": None}
        assert proof_of(hub, "lain").findings == ()


def test_a_loss_that_the_device_tells_of_is_shown(hub: RunningHub) -> None:
    add_wall(hub.client, "hilang")
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "hilang")
        lost = player.batch(play(1, "hilang"))
        player.end = (lost.last, lost.chains()[-1])
        told = entry_text(GAP, {"first": 1, "last": 1, "chain": lost.chains()[-1], "reason": "no room"})
        assert player.send_batch(player.batch(play(2, "hilang"), told)).json()["missing"] == [1, 1]
        proof = proof_of(hub, "hilang")
        assert (proof.findings, proof.journals[0].lost) == ((), 1)
        assert beginning(player.journal) == lost.before


def test_a_message_that_the_device_did_not_sign_ends_its_link(hub: RunningHub) -> None:
    add_wall(hub.client, "pesan")
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "pesan")
        with player.link() as link:
            say(link, type="heartbeat", sent_ms=1)
            said(link, "time")
            link.send(json.dumps({"type": "heartbeat", "sent_ms": 2}))
            with pytest.raises(ConnectionClosed):
                said(link, "time")
        with player.link() as link:
            repeated = player._envelope(player.token, 1, json.dumps({"type": "heartbeat", "sent_ms": 3}))
            link.send(repeated)
            said(link, "time")
            link.send(repeated)
            with pytest.raises(ConnectionClosed):
                said(link, "time")


def test_what_a_wall_would_not_believe_is_kept_for_people(hub: RunningHub) -> None:
    add_wall(hub.client, "tolak")
    at_ms = round(now().timestamp() * 1000)
    one = {"rule": "rollback", "detail": "version 1 is older", "revision": 1, "at_ms": at_ms}
    other = {"rule": "signature", "detail": "not signed", "revision": 2, "at_ms": at_ms}
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "tolak")
        with player.link() as link:
            for sent_ms, refusals in enumerate(([one], [one], [one, other])):
                say(link, type="heartbeat", sent_ms=sent_ms, refusals=refusals)
                said(link, "time")
            eventually(lambda: len(hub.client.refusals("tolak")) >= 2)
    told = hub.client.refusals("tolak")
    assert (told[0].rule, told[0].detail, told[1].rule) == ("signature", "not signed", "rollback")
    assert isinstance(told[0].last_at, datetime)


def test_a_device_that_is_unbound_is_out_at_once(hub: RunningHub) -> None:
    """Its link is closed, its token is worth nothing, and no question is asked any more: at once."""
    add_wall(hub.client, "lepas")
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "lepas")
        with player.link() as link:
            say(link, type="heartbeat", sent_ms=1)
            said(link, "time")
            hub.client.unbind("lepas")
            with pytest.raises(ConnectionClosed):
                read_to_the_end(link)
        assert player.get("/player/bundle").status_code == 403
        assert player.send_batch(player.batch(play(1, "lepas"))).status_code == 403
        assert player.take_token().status_code == 403


def test_a_device_that_vanished_from_the_tables_loses_its_link_at_the_next_look(fresh_hub: RunningHub) -> None:
    hub = fresh_hub
    add_wall(hub.client, "tugu")
    with SimulatedPlayer(hub.url, new_code()) as player:
        player.enrol(hub.client, "tugu")
        with player.link() as link:
            say(link, type="heartbeat", sent_ms=1)
            said(link, "time")
            with closing(sqlite3.connect(hub.installation.hub_folder / "hub.sqlite")) as database, database:
                database.execute("DELETE FROM devices")
            hub.services.clockwork.run("heartbeats")
            with pytest.raises(ConnectionClosed):
                read_to_the_end(link)
