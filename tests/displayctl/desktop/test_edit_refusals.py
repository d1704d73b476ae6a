"""That a change was not saved is told until the same thing is saved after all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.edit_refusals import EditRefusals
from displayctl.desktop.widgets.banner import Banner
from schedules.codec import playlist_to_dict
from schedules.playlist import Playlist
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_desk")


def test_the_banner_goes_once_the_same_thing_is_saved(hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    banner, around = Banner(), QObject()
    qtbot.addWidget(banner)
    EditRefusals(desk.edits, lambda: banner, lambda: None, around)
    pagi, sore = Playlist("pagi", "Pagi"), Playlist("sore", "Sore")
    for playlist in (pagi, sore):
        desk.edits.create(PartKind.PLAYLIST, playlist, playlist.name)
    qtbot.waitUntil(lambda: not desk.edits.under_way, timeout=5000)

    def kept(id: str) -> Kept[Playlist]:
        return next(each for each in desk.catalogue.playlists if each.id == id)

    seen = kept("pagi")
    theirs = playlist_to_dict(replace(pagi, name="Pagi sekali"))
    hub.client.put_part(PartKind.PLAYLIST, "pagi", theirs, seen.version)
    desk.edits.replace(PartKind.PLAYLIST, seen, replace(seen.value, name="Pagi hari"), "Ganti nama")
    qtbot.waitUntil(lambda: "Ganti nama" in banner.text, timeout=5000)
    assert not banner.isHidden()

    def save(id: str, name: str) -> None:
        now = kept(id)
        desk.edits.replace(PartKind.PLAYLIST, now, replace(now.value, name=name), name)

    with qtbot.waitSignal(desk.edits.settled, timeout=5000):
        save("sore", "Petang")
    assert not banner.isHidden(), "another thing that was saved says nothing of this one"
    qtbot.waitUntil(lambda: kept("pagi").value.name == "Pagi sekali", timeout=5000)
    with qtbot.waitSignal(desk.edits.settled, timeout=5000):
        save("pagi", "Pagi hari")
    assert banner.isHidden()
