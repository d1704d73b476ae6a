"""What the desk says of what a wall shows beside clips: transitions, running text, live streams; and of its health."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from displayctl.api.models import MediumKind, PartKind
from displayctl.api.streams import StreamChange
from displayctl.api.wall_health import Checkup, HourFigures, PlayableFormat
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.changing import change_choices
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.pages.tickers import TickersPage
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.stream_window import StreamWindow
from displayctl.desktop.wall_health_window import WallHealthWindow
from schedules.codec import display_from_dict, playlist_from_dict, slot_from_dict, ticker_from_dict
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.region import MAIN, RegionKind
from schedules.transition import Motion, Transition, TransitionKind
from tests.displayctl.hub.ground import add_slot, ended
from tests.fakes.hub_in_thread import RunningHub


def playlist(hub: RunningHub) -> Playlist:
    return playlist_from_dict(hub.client.part(PartKind.PLAYLIST, "layanan").value)


def wall(hub: RunningHub) -> Display:
    return display_from_dict(hub.client.part(PartKind.DISPLAY, "tugu").value)


def regions_shown(desk: Desk) -> bool:
    """Whether the desk knows that the wall `tugu` is divided."""
    kept: Kept[Display] | None = desk.catalogue.find(Topic.DISPLAY, "tugu")
    return kept is not None and bool(kept.value.canvas.regions)


def test_a_playlist_and_its_entries_get_transitions_and_pictures_move(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = window.page_named("playlists")
    assert isinstance(page, PlaylistsPage)
    window.show_page("playlists")
    fade = Transition(TransitionKind.CROSSFADE, timedelta(milliseconds=1200))
    page.transition.show_value(fade)
    page.transition.changed.emit()
    qtbot.waitUntil(lambda: playlist(hub).transition == fade, timeout=5000)
    page.entries.setCurrentIndex(page.model.index(0))
    slide = Transition(TransitionKind.SLIDE, timedelta(milliseconds=500))
    page.details.transition.show_value(slide)
    page.details.motion.setCurrentIndex(page.details.motion.findData(Motion.PAN_LEFT))
    page.details.transition.changed.emit()
    qtbot.waitUntil(lambda: playlist(hub).entries[0].transition == slide, timeout=5000)
    assert playlist(hub).entries[0].motion is Motion.PAN_LEFT
    page.details.transition.show_value(None)
    page.details.transition.changed.emit()
    qtbot.waitUntil(lambda: playlist(hub).entries[0].transition is None, timeout=5000)


def test_a_transition_that_takes_half_of_an_item_is_refused_in_words(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = window.page_named("playlists")
    assert isinstance(page, PlaylistsPage)
    window.show_page("playlists")
    page.entries.setCurrentIndex(page.model.index(0))
    page.details.seconds.setValue(2)
    qtbot.waitUntil(lambda: playlist(hub).entries[0].duration == timedelta(seconds=2), timeout=5000)
    page.details.transition.show_value(Transition(TransitionKind.CROSSFADE, timedelta(seconds=1)))
    with qtbot.waitSignal(page.told, timeout=2000) as told:
        page.details.transition.changed.emit()
    assert "setengah" in told.args[0]


def test_a_slot_is_booked_into_a_part_of_its_wall_and_has_a_volume(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    part = hub.client.part(PartKind.DISPLAY, "tugu")
    regions = [{"name": "samping", "x_px": 64, "y_px": 0, "width_px": 64, "height_px": 64}]
    value = {**part.value, "canvas": {**part.value["canvas"], "regions": regions}}
    hub.client.put_part(PartKind.DISPLAY, "tugu", value, part.version)
    add_slot(hub.client, "pagi", "layanan", "tugu")
    page = window.page_named("schedule")
    assert isinstance(page, SchedulePage)
    window.show_page("schedule")
    qtbot.waitUntil(lambda: desk.catalogue.find(Topic.SLOT, "pagi") is not None, timeout=5000)
    qtbot.waitUntil(lambda: regions_shown(desk), timeout=5000)
    page.pick("pagi")
    editor = page.editor
    editor.place.region.setCurrentIndex(editor.place.region.findData("samping"))
    editor.place.volume.setValue(40)
    assert editor.can_save
    QTest.keyClick(editor.name, Qt.Key.Key_Return)

    def stored() -> tuple[str, int]:
        slot = slot_from_dict(hub.client.part(PartKind.SLOT, "pagi").value)
        return slot.region, slot.volume

    qtbot.waitUntil(lambda: stored() == ("samping", 40), timeout=5000)


def test_a_running_text_is_written_runs_above_the_form_and_is_stored(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = window.page_named("tickers")
    assert isinstance(page, TickersPage)
    window.show_page("tickers")
    assert not page.list.isVisibleTo(page)  # the page says that there is none; an empty list beside it says less
    page.make_new()
    form = page.form
    form.texts.setPlainText("Bayar PBB\n\n  sebelum   30 November ")
    form.slider.setValue(240)
    form.walls.tick(["tugu"])
    form.walls.changed.emit()
    assert page.list.isVisibleTo(page)
    assert form.strip.look.texts == ("Bayar PBB", "sebelum 30 November")
    assert form.strip.crossing_seconds == 128 / 240
    before = form.strip.gone_px
    qtbot.waitUntil(lambda: form.strip.gone_px > before, timeout=2000)
    form.save()

    def stored() -> list[tuple[int, tuple[str, ...]]]:
        tickers = [ticker_from_dict(part.value) for part in hub.client.parts(PartKind.TICKER)]
        return [(ticker.speed_px_s, ticker.display_ids) for ticker in tickers]

    qtbot.waitUntil(lambda: stored() == [(240, ("tugu",))], timeout=5000)
    form.texts.setPlainText(" \n ")
    assert "satu teks" in form.error
    assert not form.can_save


def test_a_live_stream_is_added_by_its_address_and_shown_without_its_password(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    page = window.page_named("library")
    assert isinstance(page, LibraryPage)
    window.show_page("library")
    page.new_stream()
    form = page.findChild(StreamWindow)
    assert form is not None
    form.title.setText("CCTV Pasar")
    form.address.setText("file:///etc/passwd")
    form.save()
    assert "bukan alamat" in form.error
    form.address.setText("rtsp://admin:rahasia@127.0.0.1:9/ch1")
    form.patience.setValue(9)
    form.save()
    qtbot.waitUntil(lambda: any(m.title == "CCTV Pasar" for m in page.model.media), timeout=10_000)
    (medium,) = (m for m in hub.client.media().media if m.kind is MediumKind.STREAM)
    assert medium.stream is not None
    assert (medium.stream.address, medium.stream.patience_ms) == ("rtsp://127.0.0.1:9/ch1", 9000)
    page.kind.setCurrentIndex(page.kind.findData(MediumKind.STREAM))
    assert [shown.title for shown in page.model.media] == ["CCTV Pasar"]
    change_choices(hub.client, medium.id, {"tags": ("pasar",)})  # a new version, as each step of its poster is
    again = StreamWindow(page._desk, medium, page)
    qtbot.addWidget(again)
    again.patience.setValue(5)
    with qtbot.waitSignal(again.told, timeout=10_000):
        again.save()
    changed = hub.client.medium(medium.id).stream
    assert changed is not None
    assert changed.patience_ms == 5000


def test_a_live_stream_that_does_not_answer_is_told_where_it_is_kept(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    change = StreamChange(title="CCTV Tugu", url="rtsp://127.0.0.1:9/x")
    medium_id = ended(hub.client, hub.client.add_stream(change)).medium_id
    page = window.page_named("library")
    assert isinstance(page, LibraryPage)
    window.show_page("library")
    qtbot.waitUntil(lambda: page.model.row_of(medium_id) is not None, timeout=5000)
    silent = "rtsp://127.0.0.1:9/x does not answer in time, or has stopped sending; look at the camera and the network"
    tell_fault(desk, f"stream-lost ({medium_id}): {silent}")
    page.grid.setCurrentIndex(page.model.index(page.model.row_of(medium_id) or 0))
    told = "Siaran langsung “CCTV Tugu” tidak menjawab atau macet. Periksa kamera"
    assert "tugu" in page.details._lost.text().partition(": ")[0].casefold()
    assert page.details._lost.text().partition(": ")[2].startswith(told)
    walls = window.page_named("walls")
    assert isinstance(walls, WallsPage)
    window.show_page("walls")
    qtbot.waitUntil(lambda: any(told in tile.health for tile in walls.tiles if tile.id == "tugu"), timeout=5000)


def tell_fault(desk: Desk, *faults: str, **stats: object) -> None:
    """Let the catalogue know a player of the wall `tugu` that says this."""
    player = desk.catalogue.players["tugu"]
    said = player.model_copy(update={"device_id": "x", "connected": True, "faults": faults, "stats": stats})
    desk.catalogue._things[Topic.PLAYER]["tugu"] = said
    desk.catalogue.changed.emit(Topic.PLAYER)


def test_the_health_of_a_wall_says_what_was_shown_what_is_kept_out_and_what_it_can_play(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    now = datetime.now(UTC)  # noqa: TID251
    hour = int(now.timestamp()) // 3600 * 3_600_000
    hub.services.wall_health.take_hours(
        "tugu", (HourFigures(starts_ms=hour, presented=1800, dropped=7, seam_max_ms=9),)
    )
    formats = tuple(
        PlayableFormat(codec=codec, width_px=640, height_px=384, frame_rate=30, headroom=n, plays=n >= 1.5)
        for codec, n in (("h264", 0.1), ("hevc", 0.6), ("vp9", 4.2))
    )
    hub.services.wall_health.take_checkup("tugu", Checkup(measured_at=now, seconds=30, good=False, formats=formats))
    qtbot.waitUntil(
        lambda: "tugu" in desk.catalogue.healths and bool(desk.catalogue.healths["tugu"].checkup), timeout=5000
    )
    medium = desk.catalogue.media[0]
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    window.show_page("walls")
    page.show_health("tugu")
    health = page.findChild(WallHealthWindow)
    assert health is not None
    tell_fault(desk, f"medium-quarantined ({medium.id}): twice", safe_mode="pictures", refresh_hz=60.0)
    assert "Mode aman" in health.safe.text()
    assert medium.title in health.quarantine.text()
    assert "Terlalu lemah" in health.verdict.text()
    assert re.search(r"pemeriksaan \d{1,2} \w{3} \d{4}, komputernya terlalu lemah", health.warnings.text())
    cells = [health.formats.item(row, column) for row in range(3) for column in range(2)]
    words = [cell.text() for cell in cells if cell is not None]
    assert words[1].startswith("Tidak")
    assert words[5] == "Lancar · 4,2×"
    assert [health.hours.item(0, n).text() for n in (2, 4)] == ["1.800", "7"]  # type: ignore[union-attr]
    health.accept()


def test_the_hour_that_is_not_over_and_the_last_item_are_told_as_the_wall_told_them(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    hour = int(desk.clock.now().timestamp()) // 3600 * 3_600_000
    told = {"hour_starts_ms": hour, "hour_presented": 1234, "hour_dropped": 5, "hour_seam_max_ms": 2.5}
    wall = next(kept.value for kept in desk.catalogue.displays if kept.id == "tugu")
    health = WallHealthWindow(desk, wall, window)
    qtbot.addWidget(health)
    tell_fault(desk, **told, item_presented=120, item_late=1, item_dropped=0, item_slip_ms=0.4)
    assert [health.hours.item(0, n).text() for n in (2, 4, 7)] == ["1.234", "5", "2,5 md"]  # type: ignore[union-attr]
    assert health.hours.item(0, 0).text().endswith("sampai kini")  # type: ignore[union-attr]
    assert "120 bingkai, 1 terlambat, 0 terlewat, jeda 0,4 md" in health.now.text()
    tell_fault(desk, hour_starts_ms="nonsense", hour_presented=-4)
    assert "kini" not in health.hours.item(0, 0).text()  # type: ignore[union-attr]


def test_a_preview_shows_what_lies_around_the_playlist_and_crosses_from_item_to_item(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    part = hub.client.part(PartKind.DISPLAY, "tugu")
    regions = [
        {"name": MAIN, "x_px": 0, "y_px": 0, "width_px": 64, "height_px": 64},
        {
            "name": "jam",
            "x_px": 64,
            "y_px": 0,
            "width_px": 64,
            "height_px": 64,
            "kind": RegionKind.CLOCK.value,
            "ground": "#00ff00",
        },
    ]
    value = {**part.value, "canvas": {**part.value["canvas"], "regions": regions}}
    hub.client.put_part(PartKind.DISPLAY, "tugu", value, part.version)
    part = hub.client.part(PartKind.PLAYLIST, "layanan")
    entry = {**part.value["entries"][0], "duration_ms": 700}
    slide = {"kind": "slide", "duration_ms": 300}
    hub.client.put_part(
        PartKind.PLAYLIST, "layanan", {**part.value, "entries": [entry], "transition": slide}, part.version
    )
    qtbot.waitUntil(lambda: regions_shown(desk), timeout=5000)
    page = window.page_named("playlists")
    assert isinstance(page, PlaylistsPage)
    window.show_page("playlists")
    page.wall.setCurrentIndex(page.wall.findData("tugu"))
    page._load_preview()
    screen = page.player.picture

    def colour(across: float) -> str:
        image = screen.grab().toImage()
        return image.pixelColor(int(image.width() * across), image.height() // 2 + 20).name()

    qtbot.waitUntil(lambda: not screen.image.isNull(), timeout=10_000)
    assert colour(0.6) == "#00ff00"
    assert not screen.in_transition
    page.player.play()
    qtbot.waitUntil(lambda: screen.in_transition, timeout=5000)
    page.player.pause()
    assert re.fullmatch("#[0-9a-f]{6}", colour(0.1))
