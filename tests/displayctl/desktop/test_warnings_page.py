"""Warnings at the desktop: told wherever one is, shown with one held button, dismissed with a reason, taken back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from displayctl.api.emergencies import AlertInfo
from displayctl.api.feeds import FeedHealth, FeedInfo, FeedKind, FeedSettings
from displayctl.api.models import MediumKind
from displayctl.api.warnings import WarningBrief, WarningState
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.dialog_room import FocusInSight, fit_dialog
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.warnings import WarningsPage
from displayctl.desktop.presenters.warning_words import feed_words
from displayctl.desktop.warnings.dismiss_window import DismissWindow
from displayctl.desktop.warnings.feed_strip import FeedStrip
from displayctl.desktop.warnings.feeds_window import FeedsWindow
from displayctl.desktop.widgets.wall_place import WallPlace
from displayctl.hub.feeds.warning import Severity, Urgency, Warning, WarningKind
from schedules.codec import alert_from_dict
from schedules.errors import InvalidValue
from schedules.position import Position
from tests.displayctl.desktop.conftest import opened_desk, opened_window
from tests.displayctl.hub.card_samples import serve_cards, shake
from tests.displayctl.hub.ground import add_wall, now
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.warning_server import WarningServer

LONG = 30_000
LUWUK = Position(-0.951, 122.787)
AROUND = ((-0.85, 122.7), (-0.85, 122.9), (-1.05, 122.9), (-1.05, 122.7), (-0.85, 122.7))
FEED = "bmkg"
LUWUKS_ZONE = ZoneInfo("Asia/Makassar")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """With one wall, which stands in Luwuk."""
    with hub_in_thread(tmp_path_factory.mktemp("warned") / "office") as running:
        add_wall(running.client, "tugu", width=256, height=128, position=LUWUK)
        yield running


@pytest.fixture(scope="module")
def window(hub: RunningHub, application: QApplication) -> Iterator[MainWindow]:
    with opened_desk(hub, application) as desk, opened_window(desk, application) as opened:
        opened.show_page("library")
        yield opened


def warned(hub: RunningHub, *names: str, begins: timedelta = timedelta(minutes=-1)) -> None:
    """BMKG tells of these, and of nothing else any more."""
    sent = now() - timedelta(minutes=1)
    found = [
        Warning(
            FEED,
            name,
            sent,
            sent + timedelta(minutes=1) + begins,
            sent + timedelta(hours=1),
            WarningKind.RAIN,
            "Hujan Lebat",
            severity=Severity.MODERATE,
            urgency=Urgency.IMMEDIATE,
            headline=f"Hujan {name}",
            attribution="BMKG",
            polygons=(AROUND,),
        )
        for name in names
    ]
    hub.services.warnings.take(FEED, found, frozenset(names))


def page_of(window: MainWindow) -> WarningsPage:
    window.show_page("warnings")
    page = window.page
    assert isinstance(page, WarningsPage)
    return page


def desk_of(window: MainWindow) -> Desk:
    return window._desk


def test_an_office_that_no_warning_reaches_is_told_so_and_where_feeds_are(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)

    def says(words: str) -> bool:
        return any(each.text() == words and each.isVisible() for each in page.findChildren(QLabel))

    qtbot.waitUntil(lambda: says("Belum ada sumber yang dinyalakan"), timeout=LONG)
    assert [each.isVisible() for each in page.findChildren(QPushButton) if each.text() == "Sumber…"] == [True, True]
    page.restore((True, ""))
    assert says("Riwayat masih kosong")
    page.restore((False, ""))
    window.show_page("library")


def test_a_warning_is_told_elsewhere_shown_by_holding_and_taken_back_when_its_source_does(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    warned(hub, "satu")
    qtbot.waitUntil(lambda: "Hujan satu" in window.banner.text, timeout=LONG)
    window.banner._act()
    page = page_of(window)
    qtbot.waitUntil(lambda: page.card.seen is not None and page.card.seen.proposal is not None, timeout=LONG)
    assert page.card.seen is not None
    assert page.card.seen.info.walls == ("tugu",)
    assert "1" in page.card.hold_button.text
    page.card.hold_button.held.emit()
    qtbot.waitUntil(lambda: any(each.live for each in hub.client.alerts()), timeout=LONG)
    qtbot.waitUntil(lambda: desk.catalogue.warnings[0].state is WarningState.SHOWN, timeout=LONG)
    (alert,) = [each for each in hub.client.alerts() if each.live]
    assert (alert.value["source"], alert.value["display_ids"]) == ("BMKG", ["tugu"])

    window.show_page("library")
    warned(hub)
    qtbot.waitUntil(lambda: desk.catalogue.warnings[0].correction_due, timeout=LONG)
    assert "Hujan satu" in window.banner.text
    page = page_of(window)
    qtbot.waitUntil(lambda: page.card.seen is not None and page.card.seen.standing is not None, timeout=LONG)
    assert page.card.correct_button.isVisible()
    page.card.correct_button.held.emit()
    qtbot.waitUntil(lambda: not desk.catalogue.warnings[0].correction_due, timeout=LONG)
    assert [each.value["corrects"] for each in hub.client.alerts() if each.live] == [alert.id]


def test_a_dismissal_asks_why_and_other_words_are_written_in_the_red_window(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    warned(hub, "dua")
    page = page_of(window)
    qtbot.waitUntil(lambda: page.card.seen is not None and page.card.seen.info.identifier == "dua", timeout=LONG)
    page.card.open_button.click()
    red = window.emergency_window
    assert red is not None
    qtbot.waitUntil(lambda: red.compose.form.template is not None, timeout=LONG)
    assert red.compose.form.template is not None
    assert (red.compose.form.template.id, red.compose.area.display_ids) == ("rain", ("tugu",))
    assert red.compose.form.source.text() == "BMKG"
    red.leave()
    page.card.dismiss_button.click()
    (asking,) = page.findChildren(DismissWindow)
    assert not asking.go_button.isEnabled()
    asking.findChildren(QRadioButton)[2].setChecked(True)
    reason = asking.reason
    asking.go()
    catalogue = desk_of(window).catalogue
    qtbot.waitUntil(lambda: any(each.state is WarningState.DISMISSED for each in catalogue.warnings), timeout=LONG)
    (dismissed,) = [each for each in hub.client.warnings.listed() if each.state is WarningState.DISMISSED]
    assert dismissed.decision is not None
    assert dismissed.decision.reason == reason


def test_a_held_button_is_let_go_when_another_warning_comes_under_it(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    warned(hub, "tiga")
    page = page_of(window)
    button = page.card.hold_button
    qtbot.waitUntil(lambda: page.card.seen is not None and page.card.seen.info.identifier == "tiga", timeout=LONG)
    button._hold_ms = 10 * LONG
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.share_held > 0, timeout=LONG)
    warned(hub, "empat")
    qtbot.waitUntil(lambda: page.card.seen is not None and page.card.seen.info.identifier == "empat", timeout=LONG)
    assert button.share_held == 0
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    button.hide()
    assert button.share_held == 0, "nobody tells it any more that the mouse was let go"


def test_at_twice_the_size_what_a_warning_says_scrolls_and_its_buttons_stay_in_sight(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    warned(hub, "di Kecamatan Luwuk, Luwuk Timur, Luwuk Selatan, Luwuk Utara dan Nambo")
    page, least, size = page_of(window), window.minimumSize(), window.size()
    qtbot.waitUntil(lambda: page.card.seen is not None and "Nambo" in page.card.seen.info.identifier, timeout=LONG)
    window.setMinimumSize(320, 240)
    window.resize(960, 540)
    card = page.card
    buttons = (card.hold_button, card.open_button, card.dismiss_button, page.feeds_button)
    qtbot.waitUntil(lambda: all(made.visibleRegion().boundingRect() == made.rect() for made in buttons), timeout=LONG)
    assert card.told.verticalScrollBar().maximum() > 0
    window.setMinimumSize(least)
    window.resize(size)


def test_a_warning_that_comes_while_an_older_list_is_read_is_not_lost(
    window: MainWindow, hub: RunningHub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(window)
    client, catalogue = desk.hub.client.warnings, desk.catalogue
    listed, is_read, may_answer = client.listed, threading.Event(), threading.Event()

    def slowly() -> tuple[WarningBrief, ...]:
        found = listed()
        is_read.set()
        assert may_answer.wait(LONG / 1000)
        return found

    def known() -> bool:
        return "lima" in {each.identifier for each in catalogue.warnings}

    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)
    monkeypatch.setattr(type(client), "listed", lambda _: slowly())
    catalogue.read(Topic.WARNING)
    qtbot.waitUntil(is_read.is_set, timeout=LONG)
    warned(hub, "lima")
    qtbot.waitUntil(known, timeout=LONG)
    with qtbot.waitSignal(catalogue.changed, timeout=LONG, check_params_cb=lambda topic: topic == Topic.WARNING):
        may_answer.set()
    assert known()


def test_a_feed_of_the_office_is_added_tried_and_removed(
    window: MainWindow, hub: RunningHub, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: bool(page.strip.feeds), timeout=LONG)
    feeds = page.open_feeds()
    lines = [feeds.list.sizeHintForRow(at) for at in range(feeds.list.count())]
    assert max(lines) > min(lines)  # a long name gets a second line
    feeds.start_new()
    feeds.save()
    assert feeds.outcome.text()
    feeds.form.name.setText("BPBD Banggai")
    feeds.form.address.setText(str(tmp_path))
    feeds.form.kind.setCurrentIndex(feeds.form.kind.findData(FeedKind.FOLDER))
    feeds.save()
    qtbot.waitUntil(lambda: feeds.current is not None and feeds.current.settings.id == "bpbd-banggai", timeout=LONG)
    assert [feeds._free_id(each) for each in ("inatews", "bnpb")] == ["inatews-2", "bnpb"], "none takes another's place"
    qtbot.waitUntil(lambda: any("BPBD" in words for words in page.strip.words), timeout=LONG)
    feeds.remove()
    qtbot.waitUntil(
        lambda: "bpbd-banggai" not in {each.settings.id for each in hub.client.feeds.listed()}, timeout=LONG
    )
    qtbot.waitUntil(lambda: desk_of(window).tasks.under_way == 0, timeout=LONG)
    assert feeds.outcome.text() == "Dihapus."
    feeds.reject()


def test_silence_is_told_once_and_so_is_its_end(qtbot: QtBot) -> None:
    strip, told = FeedStrip(), list[list[str]]()
    qtbot.addWidget(strip)
    strip.silence.connect(told.append)
    settings = FeedSettings(id="bmkg", kind=FeedKind.CAP, name="BMKG", address="https://example.id")
    moment = now()
    for silent in (False, True, True, False):
        health = FeedHealth(last_good_at=moment - timedelta(seconds=40), silent=silent)
        strip.show_feeds((FeedInfo(settings=settings, health=health),), moment)
    assert told == [["BMKG"], []]
    assert strip.feeds is not None
    assert "40" in feed_words(strip.feeds[0], moment)


def test_a_walls_place_is_typed_as_a_map_gives_it_or_taken_from_a_kecamatan(qtbot: QtBot) -> None:
    place = WallPlace()
    qtbot.addWidget(place)
    assert place.position() is None
    for text in ("-0.951, 122.787", "-0.951 122.787", "-0,951; 122,787"):
        place.degrees.setText(text)
        assert place.position() == LUWUK
    for text in ("Luwuk", "-0.951", "95, 122", "-0.951, 222"):
        place.degrees.setText(text)
        with pytest.raises(InvalidValue, match="position"):
            place.position()
    exact = Position(-0.951634, 122.787512)
    place.show_position(exact)
    assert place.position() == exact, "opening and saving moves nothing"
    place.district.setCurrentIndex(1)
    place.district.activated.emit(1)
    assert place.position() is not None


def test_what_begins_later_is_proposed_from_then_on_or_at_once(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    warned(hub, "nanti", begins=timedelta(minutes=40))
    page = page_of(window)
    card = page.card
    qtbot.waitUntil(lambda: card.seen is not None and card.seen.info.identifier == "nanti", timeout=LONG)
    assert card.plan is not None
    begins = card.plan.begins
    assert begins is not None
    assert card.start_now.isVisible()
    card.start_now.setChecked(True)
    assert card.plan.begins is None
    card.start_now.setChecked(False)
    assert f"{begins.astimezone(LUWUKS_ZONE):%H.%M}" in card.hold_button.text
    card.hold_button.held.emit()

    def waiting() -> list[AlertInfo]:
        return [each for each in hub.client.alerts() if alert_from_dict(each.value).effective == begins]

    qtbot.waitUntil(lambda: len(waiting()) == 1, timeout=LONG)
    assert not waiting()[0].live
    warned(hub)
    qtbot.waitUntil(lambda: desk_of(window).tasks.under_way == 0, timeout=LONG)


def test_a_data_card_is_looked_at_and_then_put_into_the_library(
    window: MainWindow, hub: RunningHub, qtbot: QtBot
) -> None:
    with WarningServer() as server:
        serve_cards(hub, server)
        shake(server, "5.2")
        cards = page_of(window).open_cards()
        qtbot.waitUntil(lambda: cards.district.count() > 0, timeout=LONG)
        assert not cards.add_button.isEnabled()
        cards.look()
        qtbot.waitUntil(lambda: cards.state.property("role") == "error", timeout=LONG)
        cards.quake.setChecked(True)
        cards.look()
        qtbot.waitUntil(cards.add_button.isEnabled, timeout=LONG)
        cards.add()
        qtbot.waitUntil(lambda: any(each.kind is MediumKind.CARD for each in hub.client.media().media), timeout=LONG)
        qtbot.waitUntil(lambda: desk_of(window).tasks.under_way == 0, timeout=LONG)


def test_before_feeds_were_read_it_is_not_told_that_there_are_none(window: MainWindow, qtbot: QtBot) -> None:
    assert FeedStrip().feeds is None
    feeds = FeedsWindow(desk_of(window), None, window)
    feeds.show()
    told = [each.text() for each in feeds.findChildren(QLabel) if each.isVisible()]
    assert "Mencari…" in told
    assert "Belum ada sumber" not in told
    assert not feeds.save_button.isEnabled()
    qtbot.waitUntil(lambda: feeds.current is not None and feeds.save_button.isEnabled(), timeout=LONG)
    feeds.reject()


def test_an_office_without_feeds_is_told_what_to_do_and_its_buttons_stay_in_sight(
    window: MainWindow, qtbot: QtBot
) -> None:
    feeds = FeedsWindow(desk_of(window), (), window)
    fit_dialog(feeds, QSize(960, 440))
    feeds.show()
    area = feeds.findChild(FocusInSight)
    assert isinstance(area, FocusInSight)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=LONG)
    assert not feeds.list.isVisible()
    assert any(each.isVisible() and each.text() == "Belum ada sumber" for each in feeds.findChildren(QLabel))
    assert feeds.focusWidget() is feeds.form.name
    for made in (feeds.add_button, feeds.test_button, feeds.save_button):
        assert made.visibleRegion().boundingRect() == made.rect()
    feeds.reject()
