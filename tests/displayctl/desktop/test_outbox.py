"""Changes that find no hub: kept in their order, also over a restart, sent once, and told where they are refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.api.request_states import RequestLinkKind
from displayctl.api.requests import RequestCreation, RequestDraft
from displayctl.desk.installation import desk_token
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.edit_notices import EditNotices
from displayctl.desktop.edits import Change, write
from displayctl.desktop.link import HubAddress
from displayctl.desktop.pages.publish import PublishPage
from displayctl.desktop.requests.deeds import RequestDeeds
from displayctl.desktop.unsaved.letters import LARGEST_BYTES, Letter, packed_letters, read_letters
from schedules.codec import playlist_from_dict, playlist_to_dict
from schedules.playlist import Playlist
from tests.displayctl.desktop.conftest import opened_desk, wait_until
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_hub")

NOWHERE = HubAddress("http://127.0.0.1:1", "token")


@contextmanager
def desk_that_loses_its_hub(hub: RunningHub, application: QApplication) -> Iterator[Desk]:
    """A desk that has read everything, and whose hub goes away then."""
    with opened_desk(hub, application) as desk:
        wait_until(application, lambda: desk.drawer.is_open and desk.tasks.under_way == 0)
        desk.hub.move(NOWHERE)
        yield desk


def waiting_file(desk: Desk) -> Path:
    assert desk.drawer.file is not None
    return desk.drawer.file.with_suffix(".waiting.json")


def test_a_booking_of_a_request_that_waits_for_the_hub_belongs_to_it_afterwards(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    draft = RequestDraft(agency="dinkes", title="Vaksinasi")
    request = hub.client.requests.create(RequestCreation(draft=draft))
    with desk_that_loses_its_hub(hub, application) as desk:
        parent = QObject()
        deeds = RequestDeeds(desk, parent)
        desk.edits.create(PartKind.PLAYLIST, Playlist("vaksinasi", "Vaksinasi"), "Buat Vaksinasi")
        with qtbot.waitSignal(deeds.told, timeout=20_000) as told:
            deeds.link(request.id, RequestLinkKind.PLAYLIST, "vaksinasi")
        assert told.args is not None
        assert told.args[1] == "warning"
        desk.hub.move(HubAddress(hub.url, desk_token(hub.installation)))
        with qtbot.waitSignal(deeds.changed, timeout=20_000):
            desk.edits.send_waiting()
        assert [link.id for link in hub.client.requests.one(request.id).links] == ["vaksinasi"]
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=5000)


def names(hub: RunningHub) -> set[str]:
    return {playlist_from_dict(part.value).name for part in hub.client.parts(PartKind.PLAYLIST)}


def rename(desk: Desk, id: str, name: str) -> None:
    kept = next(kept for kept in desk.catalogue.playlists if kept.id == id)
    desk.edits.replace(PartKind.PLAYLIST, kept, replace(kept.value, name=name), f"Ganti {name}")


def test_what_waits_when_the_window_is_closed_is_sent_at_the_next_start(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with desk_that_loses_its_hub(hub, application) as desk:
        file = waiting_file(desk)
        desk.edits.create(PartKind.PLAYLIST, Playlist("sore", "Sore"), "Buat Sore")
        rename(desk, "sore", "Sore hari")
        wait_until(application, lambda: desk.edits.waiting == 2 and file.exists())
        assert "Sore hari" not in names(hub)
    told: list[tuple[str, str]] = []
    with open_desk(application, hub.installation, HubFinder(hub.installation, hub.url)) as desk:
        parent = QObject()
        EditNotices(desk, parent).told.connect(lambda *said: told.append(said))
        qtbot.waitUntil(lambda: "Sore hari" in names(hub), timeout=10_000)
        qtbot.waitUntil(lambda: bool(told), timeout=5000)
        qtbot.waitUntil(lambda: not file.exists(), timeout=5000)
        assert told[-1][1] == "good"
        assert "2" in told[-1][0]
        qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=5000)
    assert "Sore" not in names(hub)


def test_a_comparison_that_finds_no_hub_says_nothing_over_what_is_told_of_the_change(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with desk_that_loses_its_hub(hub, application) as desk:
        page = PublishPage(desk)
        qtbot.addWidget(page)
        wait_until(application, lambda: desk.tasks.under_way == 0)
        failures: list[Exception] = []
        desk.tasks.failed.connect(failures.append)
        page.refresh()
        with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
            assert desk.tasks.under_way
        assert failures == []


def test_what_somebody_else_changed_meanwhile_is_not_written_over_and_that_is_said(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with desk_that_loses_its_hub(hub, application) as desk:
        rename(desk, "layanan", "Punya saya")
        wait_until(application, lambda: desk.edits.waiting == 1 and waiting_file(desk).exists())
    part = hub.client.part(PartKind.PLAYLIST, "layanan")
    theirs = replace(playlist_from_dict(part.value), name="Punya mereka")
    hub.client.put_part(PartKind.PLAYLIST, "layanan", playlist_to_dict(theirs), part.version)
    told: list[tuple[str, str]] = []
    with open_desk(application, hub.installation, HubFinder(hub.installation, hub.url)) as desk:
        parent = QObject()
        EditNotices(desk, parent).told.connect(lambda *said: told.append(said))
        qtbot.waitUntil(lambda: bool(told), timeout=10_000)
        assert told[-1][1] == "danger"
        assert "“Ganti Punya saya”" in told[-1][0]
        assert "di meja lain" in told[-1][0]
        qtbot.waitUntil(lambda: desk.catalogue.loaded and desk.tasks.under_way == 0, timeout=10_000)
    assert "Punya mereka" in names(hub)


def test_an_answer_that_was_lost_does_not_store_a_change_twice(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    with desk_that_loses_its_hub(hub, application) as desk:
        desk.edits.create(PartKind.PLAYLIST, Playlist("malam", "Malam"), "Buat Malam")
        wait_until(application, lambda: desk.edits.waiting == 1 and waiting_file(desk).exists())
    value = write(PartKind.PLAYLIST, Playlist("malam", "Malam"))
    made = hub.client.create_part(PartKind.PLAYLIST, value)  # as if the hub had it and its answer got lost
    refused: list[object] = []
    with open_desk(application, hub.installation, HubFinder(hub.installation, hub.url)) as desk:
        desk.edits.resumed.connect(lambda what, error: refused.append(error))
        qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
        qtbot.waitUntil(lambda: desk.catalogue.loaded and desk.tasks.under_way == 0, timeout=10_000)
    assert refused == [None]
    assert hub.client.part(PartKind.PLAYLIST, "malam").version == made.version


def test_a_step_that_was_taken_back_while_it_waited_leaves_nothing(
    hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    before = names(hub)
    with opened_desk(hub, application) as desk:
        there = HubFinder(hub.installation, hub.url).locate()
        wait_until(application, lambda: desk.drawer.is_open and desk.tasks.under_way == 0)
        desk.hub.move(NOWHERE)
        desk.edits.create(PartKind.PLAYLIST, Playlist("salah", "Salah"), "Buat Salah")
        desk.edits.stack.undo()
        desk.edits.create(PartKind.PLAYLIST, Playlist("benar", "Benar"), "Buat Benar")  # drops the step that was undone
        qtbot.waitUntil(lambda: desk.edits.waiting == 3, timeout=5000)
        desk.hub.move(there)
        desk.edits.send_waiting()
        qtbot.waitUntil(lambda: not desk.edits.waiting and desk.tasks.under_way == 0, timeout=10_000)
        assert not waiting_file(desk).exists()
    assert names(hub) == before | {"Benar"}


def test_letters_come_back_as_they_were_and_a_damaged_file_holds_none(tmp_path: Path) -> None:
    change = Change(PartKind.PLAYLIST, "a", {"name": "😀 صباح"}, None)
    file = tmp_path / "waiting.json"
    data, left_out = packed_letters((Letter(7, "Hapus", (change,)),), {(PartKind.PLAYLIST, "a"): 3})
    file.write_bytes(data)
    assert left_out == 0
    assert read_letters(file) == ((Letter(0, "Hapus", (change,), kept=True),), {(PartKind.PLAYLIST, "a"): 3})
    for damaged in (b"", b"{", b"[1]", data[:-9] + b"]", b"[" * 9000, data.replace(b"playlist", b"payload")):
        file.write_bytes(damaged)
        assert read_letters(file) == ((), {})
    assert packed_letters((), {}) == (b"", 0)
    many = tuple(Letter(n, "x", (Change(PartKind.SLOT, "s", None, {"name": "x" * 400_000}),)) for n in range(100))
    data, left_out = packed_letters(many, {})
    assert len(data) <= LARGEST_BYTES
    assert left_out > 0


def test_nothing_of_a_desk_comes_by_the_clock_once_it_is_closed(hub: RunningHub, application: QApplication) -> None:
    with desk_that_loses_its_hub(hub, application) as desk:
        rename(desk, "layanan", "Menunggu")
        wait_until(application, lambda: desk.edits.waiting == 1)
        assert any(timer.isActive() for timer in desk.outbox.findChildren(QTimer))
    parts = (getattr(desk, each.name) for each in fields(desk))
    timers = [timer for part in parts if isinstance(part, QObject) for timer in part.findChildren(QTimer)]
    assert timers
    assert not any(timer.isActive() for timer in timers)
