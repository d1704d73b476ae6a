"""What nobody should type or do, done: a clear sentence each time, nothing freezes, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.unsaved_needs import unsaved_needs
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.pages.playlists import PlaylistsPage
from displayctl.desktop.pages.requests import RequestsPage
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.pages.tickers import TickersPage
from displayctl.desktop.unsaved.values import KeptForm
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.choices import date_edit, number_edit, time_edit
from displayctl.desktop.widgets.input_watch import LONGEST_PATH, watch_line
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.saying import SAID
from displayctl.desktop.widgets.visible import visible
from schedules.codec import slot_from_dict, slot_to_dict, ticker_from_dict, ticker_to_dict
from schedules.ticker import RunningText, Ticker
from scripts.demonstration.dialogs import DIALOGS
from tests.builders import hours
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_window")

FAMILIES = "👨‍👩‍👧‍👦" * 300
TURNED = "\u202eمرحبا بكم\u202c שלום \u2067إعلان\u2069 "
PASTED = f"satu\ndua\r\ntiga {TURNED}{FAMILIES}{'W' * 300}{'Pengumuman ' * 480_000}"
"""A list, letters from the right with marks that turn them, emoji of many parts, a long word, and five megabytes."""
MOST_SECONDS = 1.0
"""Of this thread alone: how busy the machine is with other tests does not count."""

Field = QLineEdit | QPlainTextEdit | QTextEdit


@pytest.fixture(scope="module")
def shared_hub(shared_hub: RunningHub) -> RunningHub:
    add_slot(shared_hub.client, "base", "layanan", "tugu", hours=hours("08:00-09:00"))
    for name in ("satu", "dua"):
        ticker = Ticker(name, name.title(), (RunningText("Selamat datang"),))
        shared_hub.client.create_part(PartKind.TICKER, ticker_to_dict(ticker))
    return shared_hub


@pytest.fixture(scope="module")
def shared_desk(shared_desk: Desk, application: QApplication) -> Desk:
    wait_until(application, lambda: shared_desk.drawer.is_open)
    return shared_desk


# Pasting


def fields(root: QWidget) -> list[Field]:
    """Where something can be typed now."""
    found: list[Field] = [
        *root.findChildren(QLineEdit),
        *root.findChildren(QPlainTextEdit),
        *root.findChildren(QTextEdit),
    ]
    able = [each for each in found if each.isVisibleTo(root) and each.isEnabled() and not each.isReadOnly()]
    return [each for each in able if not isinstance(each.parent(), QAbstractSpinBox)]


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def show_text(field: Field, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def paste(field: Field, text: str) -> float:
    """Paste into a field; how long it took, with what is drawn for it."""
    field.setFocus()
    show_text(field, "")
    field.setProperty(SAID, "")
    QGuiApplication.clipboard().setText(text)
    began = thread_time()
    field.paste()
    QApplication.processEvents()
    return thread_time() - began


def told(field: Field) -> str:
    return f"{type(field).__name__} {field.accessibleName() or field.objectName()!r} of {type(field.window()).__name__}"


def faults(root: QWidget) -> list[str]:
    """Fields of `root` that are slow, keep what breaks them, or cut without saying."""
    found = []
    for field in fields(root):
        before = text_of(field)
        took, kept = paste(field, PASTED), text_of(field)
        if took > MOST_SECONDS:
            found.append(f"{told(field)} takes {took:.1f} s")
        if any("\ud800" <= letter <= "\udfff" for letter in kept):
            found.append(f"{told(field)} keeps halves of letters")
        if not is_secret(field) and kept != visible(kept, lines=not isinstance(field, QLineEdit)):
            found.append(f"{told(field)} keeps breaks, or letters that nobody sees")
        if len(kept) < len(visible(PASTED, lines=False)) - 2 and not says_so(field):
            found.append(f"{told(field)} keeps {len(kept)} of {len(PASTED)} and says nothing")
        show_text(field, before)
        field.clearFocus()
    return found


def is_secret(field: Field) -> bool:
    return isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal


def says_so(field: Field) -> bool:
    """By the word beside a field that is full; one with words of its own, as the studio, tells in its window."""
    return bool(field.property(SAID)) or hasattr(field, "cut")


@pytest.mark.parametrize("name", [kind.name for kind in PAGES])
def test_whatever_is_pasted_into_a_page_is_kept_or_said(
    name: str, window: MainWindow, desk: Desk, application: QApplication
) -> None:
    window.show_page(name)
    window.activateWindow()
    wait_until(application, lambda: desk.tasks.under_way == 0)
    assert not faults(window.page)


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_whatever_is_pasted_into_a_window_is_kept_or_said(
    name: str, window: MainWindow, desk: Desk, application: QApplication
) -> None:
    dialog = DIALOGS[name](desk, window)
    dialog.show()
    dialog.activateWindow()
    wait_until(application, dialog.isActiveWindow)
    assert not faults(dialog)
    dialog.hide()
    dialog.deleteLater()


def test_a_line_says_what_does_not_fit_and_is_one_line(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setMaxLength(10)
    watch_line(line)
    QGuiApplication.clipboard().setText("satu\ndua")
    line.paste()
    assert (line.text(), line.property(SAID)) == ("satu dua", None)
    QGuiApplication.clipboard().setText("tiga empat")
    line.paste()
    assert "10" in line.property(SAID)


def test_a_text_keeps_what_fits_and_goes_on_taking_keys_that_are_none(qtbot: QtBot) -> None:
    text = BoundedText(12, "satu")
    qtbot.addWidget(text)
    text.show()
    text.selectAll()
    QGuiApplication.clipboard().setText("dua\x00 \u202etiga empat lima")
    text.paste()
    assert text.toPlainText() == "dua tiga emp"
    assert "12" in text.property(SAID)
    QTest.keyClicks(text, "x")
    assert text.toPlainText() == "dua tiga emp"
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.room == 1


def test_of_what_is_pasted_into_a_line_only_what_is_seen_is_told_and_the_cursor_stays_behind_it(qtbot: QtBot) -> None:
    line = QLineEdit("satu empat")
    qtbot.addWidget(line)
    watch_line(line)
    line.setCursorPosition(4)
    QGuiApplication.clipboard().setText(" \u202edua\u200b😀\x00 tiga")
    with qtbot.waitSignal(line.textEdited) as edited:
        line.paste()
    assert edited.args == ["satu dua😀 tiga empat"]
    line.insert("!")
    assert line.text() == "satu dua😀 tiga! empat"


def test_what_was_dropped_into_a_line_before_it_had_the_keyboard_is_one_line_of_what_is_seen(qtbot: QtBot) -> None:
    line = QLineEdit("satu")
    qtbot.addWidget(line)
    line.insert("\n\u202edua")
    with qtbot.waitSignal(line.textEdited):
        watch_line(line)
    assert line.text() == "satu dua"


def test_a_line_that_nobody_has_bounded_is_bounded_and_its_words_stay_selected(qtbot: QtBot) -> None:
    line = QLineEdit("satu")
    qtbot.addWidget(line)
    line.selectAll()
    watch_line(line)
    assert (line.selectedText(), line.maxLength()) == ("satu", LONGEST_PATH)


@pytest.mark.parametrize(("typed", "value"), [("500", 50), ("5", 20), ("satu", 20)])
def test_a_number_that_is_out_of_range_is_bounded_and_the_range_is_said(typed: str, value: int, qtbot: QtBot) -> None:
    spin = number_edit(16, 100, " px")
    spin.setValue(20)
    saying = _watched(spin, qtbot)
    QTest.keyClicks(spin, typed)
    QTest.keyClick(spin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "16 px" in saying() and "100 px" in saying())
    assert spin.value() == value


def test_days_and_times_say_what_goes_in_and_are_silent_about_marks_that_they_do_not_need(qtbot: QtBot) -> None:
    day, hour = date_edit(date(2026, 11, 3)), time_edit(time(8, 0))
    of_day, of_hour = _watched(day, qtbot), _watched(hour, qtbot)
    hour.setSelectedSection(hour.sectionAt(0))
    QTest.keyClicks(hour, "09.30")
    assert (hour.time().toString("HH:mm"), of_hour()) == ("09:30", "")
    for edit, ends, said in ((day, "2199", of_day), (hour, "59", of_hour)):
        QGuiApplication.clipboard().setText("besok")
        QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
        edit.findChildren(QLineEdit)[0].paste()
        assert ends in said()


def _watched(spin: QAbstractSpinBox, qtbot: QtBot) -> Callable[[], str]:
    """What the field says, once its line is watched."""
    qtbot.addWidget(spin)
    spin.show()
    (line,) = spin.findChildren(QLineEdit)
    watch_line(line)
    spin.selectAll()
    return lambda: str(spin.property(SAID) or "")


# Two desks


@pytest.fixture
def schedule(window: MainWindow, desk: Desk, application: QApplication) -> Iterator[SchedulePage]:
    window.show_page("schedule")
    page = window.page
    assert isinstance(page, SchedulePage)
    yield page
    page.banner.hide()
    page.pick("")
    wait_until(application, lambda: desk.tasks.under_way == 0)
    window.banner.hide()


def test_what_was_typed_comes_back_where_another_desk_was_quicker(
    schedule: SchedulePage, window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    schedule.pick("base")
    schedule.editor.name.setText("Punya saya")
    schedule.editor.name.textEdited.emit("Punya saya")
    part = hub.client.part(PartKind.SLOT, "base")
    theirs = slot_to_dict(replace(slot_from_dict(part.value), priority=66))
    with qtbot.waitSignal(desk.edits.refused, timeout=10_000):
        hub.client.put_part(PartKind.SLOT, "base", theirs, part.version)
        schedule.editor.name.returnPressed.emit()  # before this desk has heard of it
    assert "di meja lain" in window.banner.text
    qtbot.waitUntil(lambda: schedule.editor.priority.value() == 66, timeout=5000)
    assert schedule.editor.name.text() == "Punya saya"
    assert schedule.editor.can_save
    schedule.editor.name.returnPressed.emit()
    qtbot.waitUntil(
        lambda: slot_from_dict(hub.client.part(PartKind.SLOT, "base").value).name == "Punya saya", timeout=5000
    )
    assert schedule.editor.unsaved() is None


def test_a_slot_that_was_deleted_elsewhere_can_be_booked_again_as_it_was_typed(
    schedule: SchedulePage, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    add_slot(hub.client, "hilang", "layanan", "tugu", hours=hours("10:00-11:00"))
    qtbot.waitUntil(lambda: desk.catalogue.find("slot", "hilang") is not None, timeout=5000)  # type: ignore[arg-type]
    schedule.pick("hilang")
    schedule.editor.name.setText("Yang saya tulis")
    hub.client.delete_part(PartKind.SLOT, "hilang", hub.client.part(PartKind.SLOT, "hilang").version)
    qtbot.waitUntil(lambda: "dihapus di meja lain" in schedule.banner.text, timeout=5000)
    schedule.banner._act()
    qtbot.waitUntil(
        lambda: "Yang saya tulis" in {slot_from_dict(p.value).name for p in hub.client.parts(PartKind.SLOT)},
        timeout=5000,
    )
    assert schedule.editor.name.text() == "Yang saya tulis"
    assert desk.drawer.of("slot", "hilang") is None


def test_a_hand_that_drags_what_was_deleted_meanwhile_is_told(schedule: SchedulePage, window: MainWindow) -> None:
    from displayctl.desktop.presenters.selection import Selection
    from displayctl.desktop.presenters.week_layout import Occurrence

    gone = Occurrence("tidak-ada", schedule.views.day, 480, 60)
    schedule.booking.drop(Selection((gone,)).carried(1, 0))
    assert "dihapus di meja lain" in window.banner.text


# Forms that are left


def test_a_running_text_that_was_typed_is_there_after_another_one_and_beside_another_desk(
    window: MainWindow, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    window.show_page("tickers")
    page = window.page
    assert isinstance(page, TickersPage)
    page.pick("satu")
    page.form.texts.setPlainText("Yang belum disimpan")
    page.pick("dua")
    assert page.form.texts.toPlainText() == "Selamat datang"
    page.pick("satu")
    assert page.form.texts.toPlainText() == "Yang belum disimpan"
    part = hub.client.part(PartKind.TICKER, "satu")
    theirs = replace(ticker_from_dict(part.value), speed_px_s=333)
    hub.client.put_part(PartKind.TICKER, "satu", ticker_to_dict(theirs), part.version)
    qtbot.waitUntil(lambda: page.form.speed.value() == 333, timeout=5000)
    assert page.form.texts.toPlainText() == "Yang belum disimpan"
    assert "Satu" in page.banner.text
    page.banner._act()
    assert page.form.texts.toPlainText() == "Selamat datang"
    assert desk.drawer.of("ticker", "satu") is None


def test_a_request_that_was_not_sent_is_in_the_form_again_and_on_the_home_page_after_a_restart(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.drawer.forget("request", "new")  # what was pasted into the form before, if that took long
    window.show_page("requests")
    page = window.page
    assert isinstance(page, RequestsPage)
    form = page.new_request()
    assert form.memory.former is None
    form.title.setText("Donor darah")
    form.text.setPlainText("Hari Jumat")
    form.reject()
    again = page.new_request()
    assert (again.title.text(), again.text.toPlainText()) == ("Donor darah", "Hari Jumat")
    kept = desk.drawer.of("request", "new")
    assert kept is not None
    desk.drawer.former = (kept,)
    (need,) = unsaved_needs(desk, desk.clock.now())
    assert "“Donor darah”" in need.sentence
    assert need.place.page == "requests"
    again.memory.start_over()
    assert again.title.text() == ""
    again.reject()
    assert desk.drawer.of("request", "new") is None


def test_a_name_that_was_typed_last_is_there_when_its_playlist_is_shown_again(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    typed = Unsaved("layanan", ("Layanan",), ("Layanan umum",))
    desk.drawer.keep(KeptForm("playlist", "Layanan", desk.clock.now(), typed))
    window.show_page("home")
    window.show_page("playlists")
    page = window.page
    assert isinstance(page, PlaylistsPage)
    assert page.name.text() == "Layanan umum"
    desk.drawer.forget("playlist", "layanan")
    page.name.setText("Layanan")
    page.memory.note()
    assert desk.drawer.of("playlist", "layanan") is None
