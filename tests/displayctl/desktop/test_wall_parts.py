"""The form of a wall whose picture is divided: presets, parts that are dragged, sound and logo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.walls import WallsPage
from displayctl.desktop.presenters.region_presets import Preset, divided
from displayctl.desktop.presenters.wall_groups import MOST_OF_A_WALL
from displayctl.desktop.widgets.region_canvas import RegionCanvas
from displayctl.desktop.widgets.region_details import WallOffers
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.codec import display_from_dict
from schedules.display import Display
from schedules.region import MAIN, Region
from tests.fakes.hub_in_thread import RunningHub


def regions_shown(desk: Desk) -> bool:
    """Whether the desk knows that the wall `tugu` is divided."""
    kept: Kept[Display] | None = desk.catalogue.find(Topic.DISPLAY, "tugu")
    return kept is not None and bool(kept.value.canvas.regions)


def wall(hub: RunningHub) -> Display:
    return display_from_dict(hub.client.part(PartKind.DISPLAY, "tugu").value)


def form_of(window: MainWindow) -> WallForm:
    page = window.page_named("walls")
    assert isinstance(page, WallsPage)
    window.show_page("walls")
    page.edit("tugu")
    form = page.findChild(WallForm)
    assert form is not None
    return form


def drag(canvas: RegionCanvas, start: QPointF, end: QPointF) -> None:
    """Press, move and release the left button; QTest moves too little for a drag."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, at in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        event = QMouseEvent(kind, at, canvas.mapToGlobal(at), left, left, none)
        QApplication.sendEvent(canvas, event)


def test_a_wall_is_divided_by_a_preset_and_the_parts_are_dragged_and_named(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    form = form_of(window)
    form.show_part(1)
    editor = form.regions
    editor.preset.setCurrentIndex(editor.preset.findData(Preset.FULL))
    editor.preset.activated.emit(editor.preset.currentIndex())
    assert [region.name for region in editor.regions] == [MAIN, "poster", "jam", "teks"]
    poster = editor.regions[1]
    place = editor.canvas.place_of(poster)
    drag(editor.canvas, place.center(), place.center() - QPointF(400, 0))
    assert (editor.regions[1].x_px, editor.regions[1].width_px) == (0, poster.width_px)
    QTest.keyClick(editor.canvas, Qt.Key.Key_Right)
    QTest.keyClick(editor.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert (editor.regions[1].x_px, editor.regions[1].width_px) == (1, poster.width_px - 1)
    editor.details.name.selectAll()
    QTest.keyClicks(editor.details.name, "pengumuman")
    form.save()
    qtbot.waitUntil(lambda: len(wall(hub).canvas.regions) == 4, timeout=5000)
    assert wall(hub).canvas.regions[1] == Region("pengumuman", 1, poster.y_px, poster.width_px - 1, poster.height_px)


@pytest.fixture
def new_form(application: QApplication, qtbot: QtBot) -> WallForm:
    """The form of a new wall, in English."""
    form = WallForm(None, "display-1", WallOffers())
    qtbot.addWidget(form)
    form.show()
    return form


def test_what_is_no_part_of_a_wall_keeps_the_form_open_and_says_why(new_form: WallForm) -> None:
    form = new_form
    form.regions.add()
    form.regions.details.name.setText("Bukan Nama!")
    form.regions.details.changed.emit()
    form.save()
    assert form.isVisible()
    assert "small letters" in form.error


def test_a_grip_stretches_and_a_smaller_wall_fits_its_parts_in(new_form: WallForm) -> None:
    form = new_form
    form.show_part(1)
    editor = form.regions
    editor.show_regions(editor._size, (Region("satu", 0, 0, 64, 32),))
    grip = editor.canvas.place_of(editor.regions[0]).bottomRight() - QPointF(3, 3)
    drag(editor.canvas, grip, grip + QPointF(900, 900))
    assert (editor.regions[0].width_px, editor.regions[0].height_px) == (640, 384)
    form.width_px.setValue(100)
    assert editor.regions[0].width_px == 100
    QTest.mouseClick(editor.canvas, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert not editor.details.isVisible()


def test_presets_fill_every_wall_without_overlaps() -> None:
    for width, height in ((640, 384), (384, 640), (1920, 1080), (96, 96), (2048, 256)):
        for preset in (Preset.TICKER, Preset.CLOCK, Preset.FULL):
            regions = divided(preset, width, height)
            assert sum(region.width_px * region.height_px for region in regions) == width * height


def test_a_wall_gets_quiet_hours_a_volume_and_a_logo(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> None:
    form = form_of(window)
    form.sound.volume.setValue(60)
    form.sound.quiet.add()
    form.sound.logo.setCurrentIndex(1)
    form.sound.percent.setValue(20)
    form.save()
    qtbot.waitUntil(lambda: wall(hub).volume == 60, timeout=5000)
    stored = wall(hub)
    assert [(f"{h.starts:%H.%M}", f"{h.ends:%H.%M}") for h in stored.quiet_hours] == [("21.00", "06.00")]
    assert stored.logo is not None
    assert stored.logo.percent == 20


def test_a_group_that_was_typed_twice_is_one_and_too_many_are_told_with_how_many_there_may_be(qtbot: QtBot) -> None:
    form = WallForm(None, "display-1", WallOffers())
    qtbot.addWidget(form)
    form.name.setText("Tugu")
    form.groups.setText("utama, pasar, utama")
    assert form.display().groups == ("utama", "pasar")
    form.groups.setText(", ".join(f"kelompok-{number}" for number in range(MOST_OF_A_WALL + 1)))
    form.save()
    assert str(MOST_OF_A_WALL) in form.error
