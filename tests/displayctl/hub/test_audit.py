"""The audit trail: every change is in it, it only grows, and whoever tampers with it is found out."""

from __future__ import annotations

import contextvars
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from displayctl.api.accounts import ALL_GROUPS, Role
from displayctl.api.audit import FIRST_PREVIOUS, AuditEntry, Head, check_chain, hash_of
from displayctl.api.errors import NotPermitted
from displayctl.api.models import MediumChange, PartKind
from displayctl.hub.asking import Asker, AskerKind, now_asks
from displayctl.hub.audit import HEAD_NAME, Audit, AuditHead, as_csv, as_lines
from displayctl.hub.bus import Bus
from displayctl.hub.database import DATABASE_NAME, open_database
from displayctl.hub.repositories.audit import AuditFilter, kept
from displayctl.hub.storage import Storage
from schedules.clock import SystemClock
from tests.builders import at
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall
from tests.displayctl.hub.staff import first_administrator, person
from tests.fakes.hub_in_thread import RunningHub

CLOCK = SystemClock()
TRIGGERS = ("audit_stays", "audit_is_kept", "audit_grows_at_its_end")


def chain(length: int) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    for number in range(1, length + 1):
        fields = {
            "seq": number,
            "at": at("2026-11-22 08:00") + timedelta(seconds=number),
            "actor_kind": "person",
            "actor_id": "user-1",
            "actor_name": "sekar",
            "address": "127.0.0.1",
            "action": "slot.put",
            "kind": "slot",
            "id": f"slot-{number}",
            "before": "",
            "after": json.dumps({"n": number}),
            "previous": entries[-1].hash if entries else FIRST_PREVIOUS,
            "hash": "",
        }
        entry = AuditEntry(**fields)  # type: ignore[arg-type]
        entries.append(entry.model_copy(update={"hash": hash_of(entry)}))
    return entries


@settings(max_examples=60, deadline=None)
@given(length=st.integers(2, 12), data=st.data())
def test_any_change_deletion_or_reordering_is_found(length: int, data: st.DataObject) -> None:
    entries = chain(length)
    head = Head(length, entries[-1].hash)
    assert check_chain(entries, head).findings == ()
    place = data.draw(st.integers(0, length - 1))
    changed = list(entries)
    match data.draw(st.sampled_from(["change", "rehash", "delete", "swap", "double"])):
        case "change":
            changed[place] = changed[place].model_copy(update={"actor_name": "orang lain"})
        case "rehash":
            forged = changed[place].model_copy(update={"after": "{}"})
            changed[place] = forged.model_copy(update={"hash": hash_of(forged)})
        case "delete":
            del changed[place]
        case "swap":
            other = (place + 1) % length
            changed[place], changed[other] = changed[other], changed[place]
        case "double":
            changed.insert(place, changed[place])
    assert check_chain(changed, head).findings != ()


def storage_in(folder: Path) -> tuple[Storage, Audit]:
    head = AuditHead(folder / HEAD_NAME)
    storage = Storage(open_database(folder / DATABASE_NAME, folder / "backups", CLOCK), Bus(), CLOCK, head)
    return storage, Audit(storage, head)


def filled(folder: Path, count: int = 5) -> tuple[Storage, Audit]:
    storage, audit = storage_in(folder)
    contextvars.copy_context().run(_fill, audit, count)
    return storage, audit


def _fill(audit: Audit, count: int) -> None:
    now_asks(Asker(AskerKind.PERSON, "user-1", "sekar", "127.0.0.1"))
    for number in range(count):
        audit.note("slot.put", "slot", f"slot-{number}", {"n": number})


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit SET actor_name = 'x' WHERE seq = 3", "entry 3 was changed"),
        ("DELETE FROM audit WHERE seq = 3", "entry 3 is missing"),
        ("DELETE FROM audit WHERE seq >= 4", "the end is missing"),
        ("DELETE FROM audit", "the end is missing"),
        ("UPDATE audit SET seq = 99 WHERE seq = 2", "entry 2 is missing"),
    ],
)
def test_who_writes_into_the_file_itself_is_found_out(tmp_path: Path, statement: str, words: str) -> None:
    storage, audit = filled(tmp_path)
    assert audit.verify().findings == ()
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="audit trail"):
            connection.execute(statement)
        connection.rollback()
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
        connection.commit()
    assert words in "; ".join(audit.verify().findings)
    storage.close()


def test_an_entry_lasts_if_and_only_if_its_change_does(tmp_path: Path) -> None:
    storage, audit = filled(tmp_path, 1)
    with storage.writing() as work:
        work.record("slot.put", "slot", "never")
    with storage.writing() as work:
        work.record("slot.put", "slot", "once")
        work.record("slot.delete", "slot", "once")
        work.commit()
    entries = audit.page(AuditFilter(), 0, 10).entries
    assert [(entry.seq, entry.action, entry.id) for entry in entries] == [
        (3, "slot.delete", "once"),
        (2, "slot.put", "once"),
        (1, "slot.put", "slot-0"),
    ]
    assert audit.page(AuditFilter(action="slot.p"), 1, 10).entries[0].seq == 1
    assert audit.page(AuditFilter(actor="hub", kind="slot", id="once"), 0, 10).total == 2
    assert audit.page(AuditFilter(starts=CLOCK.now() + timedelta(hours=1)), 0, 10).total == 0
    assert audit.page(AuditFilter(ends=CLOCK.now() + timedelta(hours=1)), 0, 10).total == 3
    assert audit.verify().findings == ()
    storage.close()


def test_exports_are_whole_bounded_and_no_formula(tmp_path: Path) -> None:
    storage, audit = filled(tmp_path, 2)
    audit.note("slot.put", "slot", "=cmd()", {"text": "é" * 50_000})
    lines = list(audit.export(as_lines))
    entries = [AuditEntry.model_validate_json(line) for line in lines]
    assert check_chain(entries, Head(3, entries[-1].hash)).entries == 3
    assert len(lines[-1]) < 12_000
    assert json.loads(entries[-1].after)["characters"] > 50_000
    table = "".join(audit.export(as_csv))
    assert ",'=cmd()," in table
    assert kept(None) == ""
    storage.close()


def test_every_change_through_the_routes_leaves_an_entry_with_who_and_what(
    fresh_hub: RunningHub, tmp_path: Path
) -> None:
    client, _ = first_administrator(fresh_hub)
    with client:
        add_wall(client)
        medium = add_picture(client, tmp_path)
        client.change_medium(medium.id, MediumChange(version=client.medium(medium.id).version, title="Lain"))
        add_playlist(client, "pagi", medium.id)
        part = add_slot(client, "pagi", "pagi")
        part = client.put_part(PartKind.SLOT, part.id, {**part.value, "priority": 70}, part.version)
        client.delete_part(PartKind.SLOT, part.id, part.version)
        client.put_settings(client.settings())
        entries = {entry.action: entry for entry in reversed(client.accounts.audit(actor="sekar", limit=1000).entries)}
        wanted = {
            "display.put",
            "medium.add",
            "medium.change",
            "playlist.put",
            "slot.put",
            "slot.delete",
            "settings.put",
        }
        assert wanted <= set(entries)
        assert {"session.open", "user.second-factor"} <= set(entries)
        change = entries["slot.put"]
        before, after = json.loads(change.before), json.loads(change.after)
        assert (before["priority"], after["priority"]) == (50, 70)
        assert (change.actor_kind, change.address, change.id) == ("person", "127.0.0.1", "pagi")
        assert client.accounts.verify_audit().findings == ()
        exported = client.accounts.export_audit().splitlines()
        assert len(exported) == client.accounts.audit(limit=1).total
        assert client.accounts.export_audit("csv").startswith(b"seq,at,actor_kind")


def test_the_trail_is_for_administrators(fresh_hub: RunningHub) -> None:
    for path in ("/api/audit", "/api/audit/export", "/api/audit/verification"):
        assert httpx2.get(f"{fresh_hub.url}{path}", trust_env=False).status_code == 401


def test_anybody_reads_what_they_did_themselves_and_nothing_of_others(fresh_hub: RunningHub) -> None:
    administrator, _ = first_administrator(fresh_hub)
    with administrator, person(fresh_hub, administrator, "ayu", (Role.EDITOR, ALL_GROUPS)) as ayu:
        add_wall(administrator)
        add_playlist(ayu, "pagi")
        entries = ayu.accounts.own_changes().entries
        assert {entry.actor_name for entry in entries} == {"ayu"}
        assert [entry.id for entry in entries if entry.kind == "playlist"] == ["pagi"]
        assert len(ayu.accounts.own_changes(limit=1).entries) == 1
    with pytest.raises(NotPermitted):
        fresh_hub.client.accounts.own_changes()
