"""A window that asks and works: who closes it meanwhile still hears why the work was refused."""

from __future__ import annotations

import threading

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
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
