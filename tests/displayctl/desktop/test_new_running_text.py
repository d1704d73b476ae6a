"""A new running text: nothing of it is at the hub before somebody has written what is to run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from displayctl.api.models import PartKind
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.unsaved_needs import unsaved_needs
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.tickers import TickersPage
from displayctl.desktop.ticker_memory import KIND, NEW
from schedules.codec import ticker_from_dict
from tests.fakes.hub_in_thread import RunningHub

pytestmark = pytest.mark.usefixtures("shared_window")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[TickersPage]:
    """With a new running text on show."""
    window.show_page("tickers")
    page = window.page
    assert isinstance(page, TickersPage)
    page.make_new()
    yield page
    if page.form.kept is not None and page.form.kept.id == NEW:
        page.form._remove.click()


def stored(hub: RunningHub) -> list[str]:
    """The texts of all running texts that the hub has."""
    tickers = (ticker_from_dict(part.value) for part in hub.client.parts(PartKind.TICKER))
    return [text.text for ticker in tickers for text in ticker.texts]


def names(page: TickersPage) -> list[str]:
    rows = (page.list.item(row) for row in range(page.list.count()))
    return [item.text() for item in rows if item is not None]


def test_before_anything_is_written_nothing_can_be_saved_and_the_strip_shows_how_it_would_run(
    page: TickersPage, hub: RunningHub, desk: Desk
) -> None:
    form = page.form
    assert form.texts.toPlainText() == ""
    assert not form.can_save
    assert "satu teks" in form.error
    form.save()
    form.speed.setValue(300)
    assert form.strip.look.texts == (form.texts.placeholderText(),)
    assert form.strip.look.speed_px_s == 300
    assert not desk.edits.stack.canUndo()
    assert stored(hub) == []


def test_one_that_is_discarded_was_never_at_the_hub(page: TickersPage, hub: RunningHub, desk: Desk) -> None:
    page.form.texts.setPlainText("Salah tekan")
    page.memory.note()
    page.form._remove.click()
    page.memory.note()
    assert names(page) == []
    assert not page.list.isVisibleTo(page)
    assert not page.banner.isVisibleTo(page)
    assert desk.drawer.of(KIND, NEW) is None
    assert stored(hub) == []


def test_what_is_typed_about_a_new_one_outlives_the_page_and_is_offered_on_the_home_page(
    page: TickersPage, desk: Desk
) -> None:
    page.form.texts.setPlainText("Besok listrik padam")
    page.memory.note()
    again = TickersPage(desk)
    again.pick(NEW)
    assert again.form.texts.toPlainText() == "Besok listrik padam"
    kept = desk.drawer.of(KIND, NEW)
    assert kept is not None
    desk.drawer.former = (kept,)
    (need,) = unsaved_needs(desk, desk.clock.now())
    assert (need.place.page, need.place.id) == ("tickers", NEW)
    again.deleteLater()


def test_one_that_the_hub_refuses_is_in_the_form_again_and_saved_once_it_can_be(
    page: TickersPage, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    form = page.form
    form.texts.setPlainText("Pasar pindah")
    form.walls.offer((("dibongkar", "Dibongkar"),))
    form.walls.tick(["dibongkar"])
    form.walls.changed.emit()
    with qtbot.waitSignal(desk.edits.refused, timeout=10_000):
        form.save()
    qtbot.waitUntil(lambda: form.kept is not None and form.kept.id == NEW, timeout=5000)
    assert form.texts.toPlainText() == "Pasar pindah"
    form.walls.tick([])
    form.walls.changed.emit()
    form.save()
    qtbot.waitUntil(lambda: stored(hub) == ["Pasar pindah"], timeout=10_000)
    qtbot.waitUntil(lambda: not desk.edits.under_way, timeout=5000)
    assert form.kept is not None
    assert form.kept.id != NEW
    assert desk.drawer.of(KIND, NEW) is None
    assert [name.partition("\n")[0] for name in names(page)] == ["Teks berjalan"]
