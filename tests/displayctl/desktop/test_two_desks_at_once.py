"""Two desks that change one thing at once: what each has typed is there in the end, and none has to type it again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from displayctl.api.feeds import FeedKind, FeedSettings
from displayctl.api.models import MediumChange, PartKind
from displayctl.api.request_settings import Agency
from displayctl.api.request_states import RequestState
from displayctl.api.requests import RequestChange, RequestCreation, RequestDraft
from displayctl.desktop.announcements.brand_window import BrandWindow
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.walls import offers_of
from displayctl.desktop.requests.request_form import RequestForm
from displayctl.desktop.requests.settings_window import RequestSettingsWindow
from displayctl.desktop.walls.groups_window import GroupsWindow
from displayctl.desktop.walls.windows import WallWindows
from displayctl.desktop.warnings.feeds_window import FeedsWindow
from displayctl.desktop.widgets.medium_details import MediumDetails
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.codec import display_from_dict, display_to_dict
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_desk")
LONG = 30_000


def test_a_brand_keeps_what_each_has_chosen(hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.catalogue.settings is not None, timeout=LONG)
    before = hub.client.settings()
    window = BrandWindow(desk)
    qtbot.addWidget(window)
    Image.new("RGB", (90, 90), "#204060").save(tmp_path / "dinas.png")
    with qtbot.waitSignal(window.logos[2][1].changed, timeout=LONG):
        window.logos[2][1].take(tmp_path / "dinas.png")
    theirs = before.office.brand.model_copy(update={"ground": "#101010", "accent": "#ffd166"})
    office = before.office.model_copy(update={"brand": theirs})
    hub.client.put_settings(before.model_copy(update={"office": office}))
    with qtbot.waitSignal(window.saved, timeout=LONG):
        window.save()
    brand = hub.client.settings().office.brand
    assert (brand.ground, brand.accent, len(brand.logos)) == ("#101010", "#ffd166", 1)


def test_a_request_that_was_changed_meanwhile_is_saved_with_the_next_click(
    hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    calls = hub.client.requests
    request = calls.create(RequestCreation(draft=RequestDraft(agency="dinkes", title="Vaksinasi", text="Sabtu pagi")))
    form = RequestForm(desk, calls.settings(), request)
    qtbot.addWidget(form)
    form.title.setText("Vaksinasi anak")
    theirs = request.draft.model_copy(update={"text": "Minggu pagi", "phone": "0812"})
    calls.change(request.id, RequestChange(version=request.version, draft=theirs))
    form.go()
    qtbot.waitUntil(lambda: form.phone.text() == "0812", timeout=LONG)
    assert form.error
    with qtbot.waitSignal(form.went, timeout=LONG):
        form.go()
    stored = calls.one(request.id).draft
    assert (stored.title, stored.text, stored.phone) == ("Vaksinasi anak", "Minggu pagi", "0812")


def test_settings_of_requests_keep_what_each_has_typed(hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    before = hub.client.requests.settings()
    window = RequestSettingsWindow(desk, before)
    qtbot.addWidget(window)
    window.agencies.appendPlainText("Dinas Pertanian")
    window.outcome.setCurrentIndex(window.outcome.findData(RequestState.ACCEPTED))
    window.answer.setPlainText("Baik, {nama}.")
    agencies = (*before.agencies[1:], Agency(id="damkar", name="Pemadam Kebakaran"))
    answers = before.answers | {RequestState.DECLINED: "Mohon maaf."}
    hub.client.requests.put_settings(
        before.model_copy(update={"page": not before.page, "agencies": agencies, "answers": answers})
    )
    window.save()
    qtbot.waitUntil(lambda: window.page.isChecked() is not before.page, timeout=LONG)
    assert window.error
    with qtbot.waitSignal(window.saved, timeout=LONG):
        window.save()
    stored = hub.client.requests.settings()
    assert (stored.page, stored.answers[RequestState.ACCEPTED]) == (not before.page, "Baik, {nama}.")
    assert stored.answers[RequestState.DECLINED] == "Mohon maaf."
    assert stored.agencies == (*agencies, Agency(id="dinas-pertanian", name="Dinas Pertanian"))


def test_a_feed_keeps_what_each_has_typed(hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    calls = hub.client.feeds
    feed = calls.put(FeedSettings(id="dinas", kind=FeedKind.FOLDER, name="Dinas", address=str(tmp_path), enabled=False))
    window = FeedsWindow(desk, calls.listed())
    qtbot.addWidget(window)
    window.list.setCurrentRow([each.settings.id for each in calls.listed()].index("dinas"))
    window.form.name.setText("Dinas Kebakaran")
    calls.put(feed.settings.model_copy(update={"every_seconds": 300, "attribution": "Damkar"}))
    window.save()
    qtbot.waitUntil(lambda: window.form.attribution.text() == "Damkar", timeout=LONG)
    assert "Meja lain" in window.outcome.text()
    with qtbot.waitSignal(window.changed, timeout=LONG):
        window.save()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)
    stored = next(each.settings for each in calls.listed() if each.settings.id == "dinas")
    assert (stored.name, stored.every_seconds, stored.attribution) == ("Dinas Kebakaran", 300, "Damkar")
    window.form.attribution.setText("BPBD")
    calls.remove("dinas")
    window.save()
    qtbot.waitUntil(lambda: window.current is None, timeout=LONG)
    assert (window.form.name.text(), window.form.attribution.text()) == ("Dinas Kebakaran", "BPBD")


def test_a_feed_that_another_desk_has_changed_is_not_removed_unseen(
    hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    calls = hub.client.feeds
    feed = calls.put(FeedSettings(id="dinas", kind=FeedKind.FOLDER, name="Dinas", address=str(tmp_path), enabled=False))
    window = FeedsWindow(desk, calls.listed())
    qtbot.addWidget(window)
    window.list.setCurrentRow([each.settings.id for each in calls.listed()].index("dinas"))
    calls.put(feed.settings.model_copy(update={"attribution": "Damkar"}))
    window.remove()
    qtbot.waitUntil(lambda: window.form.attribution.text() == "Damkar", timeout=LONG)
    assert "belum dihapus" in window.outcome.text()
    window.remove()
    qtbot.waitUntil(lambda: "dinas" not in window._feeds, timeout=LONG)
    assert "dinas" not in {each.settings.id for each in calls.listed()}


def test_a_new_feed_takes_no_place_of_another_desk(hub: RunningHub, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    calls = hub.client.feeds
    window = FeedsWindow(desk, calls.listed())
    qtbot.addWidget(window)
    window.start_new()
    window.form.name.setText("Pantai")
    window.form.address.setText(str(tmp_path))
    window.form.kind.setCurrentIndex(window.form.kind.findData(FeedKind.FOLDER))
    window.form.enabled.setChecked(False)
    theirs = FeedSettings(id="pantai", kind=FeedKind.FOLDER, name="Pantai timur", address="/srv/cap", enabled=False)
    calls.put(theirs)
    window.save()
    qtbot.waitUntil(lambda: "pantai" in window._feeds, timeout=LONG)
    assert (window.current, window.form.name.text()) == (None, "Pantai")
    with qtbot.waitSignal(window.changed, timeout=LONG):
        window.save()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)
    stored = {each.settings.id: each.settings.name for each in calls.listed()}
    assert (stored["pantai"], stored["pantai-2"]) == ("Pantai timur", "Pantai")


def test_another_property_of_a_medium_is_no_conflict(hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    medium = desk.catalogue.media[0]
    details = MediumDetails(desk)
    qtbot.addWidget(details)
    details.show_medium(medium)
    details.title.setText("Poster layanan")
    hub.client.change_medium(medium.id, MediumChange(version=medium.version, folder="kampanye"))
    with qtbot.waitSignal(details.told, timeout=LONG) as told:
        details.save()
    assert told.args is not None
    assert told.args[1] == "good"
    stored = hub.client.medium(medium.id)
    assert (stored.title, stored.folder) == ("Poster layanan", "kampanye")


def test_what_fills_empty_hours_is_chosen_upon_the_newest_settings(hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    page = PlaylistsPage(desk)
    qtbot.addWidget(page)
    page.pick("layanan")
    settings = hub.client.settings()
    hub.client.put_settings(settings.model_copy(update={"valid_days": 30}))
    page.filler.click()
    qtbot.waitUntil(lambda: "layanan" in hub.client.settings().filler_ids.values(), timeout=LONG)
    assert hub.client.settings().valid_days == 30
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)


@pytest.mark.parametrize(("name", "is_disputed"), [("Tugu", False), ("Tugu Selatan", True)])
def test_a_wall_keeps_what_each_has_changed(
    name: str, is_disputed: bool, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    windows = WallWindows(desk, page)
    told: list[str] = []
    windows.told.connect(lambda words, _: told.append(words))
    wall = desk.catalogue.find(Topic.DISPLAY, "tugu")
    assert wall is not None
    windows.edit(wall, "", offers_of(desk.catalogue))
    (form,) = page.findChildren(WallForm)
    form.name.setText("Tugu Utara")
    theirs = replace(wall.value, name=name if is_disputed else wall.value.name, volume=wall.value.volume - 10)
    hub.client.put_part(PartKind.DISPLAY, "tugu", display_to_dict(theirs), wall.version)
    qtbot.waitUntil(lambda: desk.catalogue.find(Topic.DISPLAY, "tugu").value == theirs, timeout=LONG)  # type: ignore[union-attr]
    form.save()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0 and not desk.edits.under_way, timeout=LONG)
    stored = display_from_dict(hub.client.part(PartKind.DISPLAY, "tugu").value)
    assert (stored.name, stored.volume) == ("Tugu Utara", theirs.volume)
    assert bool(told) is is_disputed
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0 and not desk.edits.under_way, timeout=LONG)
    assert display_from_dict(hub.client.part(PartKind.DISPLAY, "tugu").value) == theirs


def test_groups_of_a_wall_are_changed_and_nothing_else(hub: RunningHub, desk: Desk, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    windows = WallWindows(desk, page)
    wall = desk.catalogue.find(Topic.DISPLAY, "taman")
    assert wall is not None
    windows.open_groups(desk.catalogue.displays, ())
    (window,) = page.findChildren(GroupsWindow)
    theirs = replace(wall.value, name="Taman Kota")
    hub.client.put_part(PartKind.DISPLAY, "taman", display_to_dict(theirs), wall.version)
    qtbot.waitUntil(lambda: desk.catalogue.find(Topic.DISPLAY, "taman").value == theirs, timeout=LONG)  # type: ignore[union-attr]
    window.changed.emit((replace(wall.value, groups=("utama", "pasar")),), "Grup pasar")
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0 and not desk.edits.under_way, timeout=LONG)
    stored = display_from_dict(hub.client.part(PartKind.DISPLAY, "taman").value)
    assert stored == replace(theirs, groups=("utama", "pasar"))
