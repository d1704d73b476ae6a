"""The studio on a real hub, for all of these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from displayctl.desk.spelling.checker import Checker, NoDictionary
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.announcements import spelling
from displayctl.desktop.desk import Desk
from schedules.codec import display_from_dict
from schedules.display import Display
from tests.displayctl.desktop.conftest import wait_until
from tests.displayctl.hub.ground import small_wall

LONG = 20_000


@pytest.fixture(scope="module")
def shared_desk(shared_desk: Desk, application: QApplication) -> Desk:
    wait_until(application, lambda: shared_desk.catalogue.settings is not None)
    return shared_desk


@pytest.fixture
def no_speller(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> Checker:
        raise NoDictionary("none is here")

    monkeypatch.setattr(spelling, "the_checker", absent)


@pytest.fixture
def studio(desk: Desk, qtbot: QtBot, no_speller: None) -> Iterator[Callable[..., AnnouncementEditor]]:
    opened: list[AnnouncementEditor] = []

    def make(medium_id: str = "") -> AnnouncementEditor:
        medium = desk.hub.client.medium(medium_id) if medium_id else None
        editor = AnnouncementEditor(desk, medium)
        qtbot.addWidget(editor)
        editor.show()
        opened.append(editor)
        return editor

    yield make
    for editor in opened:
        editor._memory.forget()
    qtbot.waitUntil(lambda: desk.tasks.under_way == 0, timeout=LONG)


def drawn(editor: AnnouncementEditor, qtbot: QtBot) -> bool:
    """Whether it fits, once all canvases show what the form says."""
    qtbot.waitUntil(lambda: editor.preview.canvases.is_drawn, timeout=LONG)
    return editor.preview.canvases.fits


def walls(*sizes: tuple[str, int, int]) -> tuple[Display, ...]:
    return tuple(display_from_dict(small_wall(name, width, height)) for name, width, height in sizes)
