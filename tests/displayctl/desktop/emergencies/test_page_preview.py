"""The preview of an emergency says that the words fit of those alone that are written now, whatever drawing came to."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from displayctl.desktop.emergencies.page_preview import PagePreview
from displayctl.desktop.tasks import Tasks
from schedules.display import Display
from tests.builders import wall

PAGE = (QImage(64, 32, QImage.Format.Format_RGB32),)


@pytest.fixture
def tasks(application: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def preview(tasks: Tasks, qtbot: QtBot) -> PagePreview:
    made = PagePreview(tasks)
    qtbot.addWidget(made)
    made.show_walls((wall("tugu"),))
    return made


def heard(preview: PagePreview) -> list[bool]:
    said: list[bool] = []
    preview.drawn.connect(lambda: said.append(preview.fits))
    return said


def test_after_a_failure_that_nobody_foresaw_what_is_typed_next_is_drawn(
    preview: PagePreview, tasks: Tasks, qtbot: QtBot
) -> None:
    def broken(display: Display) -> tuple[QImage, ...]:
        raise RuntimeError("the letters are gone")

    said, failures = heard(preview), list[Exception]()
    tasks.failed.connect(failures.append)
    preview.show_drawing(broken)
    qtbot.waitUntil(lambda: said == [False], timeout=5000)
    assert [str(each) for each in failures] == ["the letters are gone"]
    preview.show_drawing(lambda display: PAGE)
    qtbot.waitUntil(lambda: said == [False, True], timeout=5000)


def test_what_was_drawn_of_former_words_does_not_stand_for_those_typed_since(
    preview: PagePreview, tasks: Tasks, qtbot: QtBot
) -> None:
    gate, pages = threading.Event(), list[int]()

    def former(display: Display) -> tuple[QImage, ...]:
        gate.wait(10)
        return PAGE

    preview.drawn.connect(lambda: pages.append(preview.count))
    preview.show_drawing(former)
    qtbot.waitUntil(lambda: tasks.under_way == 1, timeout=5000)
    preview.show_drawing(lambda display: PAGE * 2)
    gate.set()
    qtbot.waitUntil(lambda: bool(pages), timeout=5000)
    assert pages == [2]


def test_walls_that_are_told_again_as_they_were_take_nothing_back(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_drawing(lambda display: PAGE)
    assert not preview.fits
    qtbot.waitUntil(lambda: preview.fits, timeout=5000)
    preview.show_walls((wall("tugu"),))
    assert preview.fits
    preview.show_walls((wall("tugu"), wall("taman")))
    assert not preview.fits
