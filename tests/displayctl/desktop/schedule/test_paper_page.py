"""A page of the week's paper, in windows that are wide enough for it and in those that are not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from displayctl.desktop.schedule_tools.paper_page import PaperPage


def shown(width: int) -> PaperPage:
    """A page of 640x900 in a place of this width."""
    place, layout = QWidget(), QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    page = PaperPage(QImage(640, 900, QImage.Format.Format_RGB32), "Page 1")
    layout.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(1)
    place.setLayout(layout)
    place.resize(width, 2000)
    layout.activate()
    page.setParent(None)
    return page


def test_a_page_is_no_wider_than_its_picture(application: QApplication) -> None:
    assert (shown(1000).width(), shown(1000).height()) == (640, 900)


def test_in_less_room_a_page_keeps_its_shape_and_nothing_of_it_is_cut(application: QApplication) -> None:
    page = shown(320)
    assert (page.width(), page.height()) == (320, 450)
