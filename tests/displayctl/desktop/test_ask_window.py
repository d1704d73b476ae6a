"""A window that asks and works: who closes it meanwhile still hears why the work was refused."""

from __future__ import annotations

import threading

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desktop.tasks import Tasks
from displayctl.desktop.widgets.ask_window import AskWindow

LONG = 15_000


def test_a_refusal_is_seen_though_the_page_that_asked_is_gone(application: QApplication, qtbot: QtBot) -> None:
    main, tasks, refused = QWidget(), Tasks(), threading.Event()
    qtbot.addWidget(main)
    page = QWidget(main)
    main.show()

    def work() -> None:
        refused.wait(LONG / 1000)
        raise ValueError("the disk is full")

    window = AskWindow(tasks, "Cadangkan", page)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.ask("Segel kunci?", (), "Segel", lambda: work)
    window.open()
    window.go()
    window.close()
    assert not window.isVisible()
    page.deleteLater()  # as all pages when the language changes
    application.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    refused.set()
    qtbot.waitUntil(window.isVisible, timeout=LONG)
    assert "disk is full" in window.error
    window.reject()
    tasks.close()


def test_words_that_fit_in_one_line_leave_no_room_for_a_second_one(application: QApplication, qtbot: QtBot) -> None:
    tasks = Tasks()
    window = AskWindow(tasks, "Ganti")
    qtbot.addWidget(window)
    words = "Salinan kunci di tempat lain tetap memakai kata lama."
    window.ask(words, (), "Ganti", lambda: int)
    window.show()
    said = next(each for each in window.findChildren(QLabel) if each.text() == words)
    assert said.height() == said.heightForWidth(said.width()) < 2 * said.fontMetrics().lineSpacing()
    layout = window.layout()
    assert layout is not None
    assert window.height() == layout.totalHeightForWidth(window.width())
    tasks.close()
