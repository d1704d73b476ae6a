"""Parts of pages that are made when they are first wanted: once, and nothing is asked of them before."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.library import LibraryPage
from displayctl.desktop.widgets.late import Late
from displayctl.desktop.widgets.media_bulk import MediaBulk
from displayctl.desktop.widgets.medium_details import MediumDetails

PATIENCE = 15_000


def test_a_part_is_made_once_when_it_is_first_wanted() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("part")
        return "part"

    late = Late(make)
    assert (late.made, made) == (None, [])
    assert (late.get(), late.get(), late.made) == ("part", "part", "part")
    assert made == ["part"]


@pytest.mark.usefixtures("shared_desk")
def test_the_library_makes_a_panel_when_something_is_chosen_and_keeps_what_is_typed_there(
    shared_window: MainWindow, qtbot: QtBot
) -> None:
    page = shared_window.page_named("library")
    assert isinstance(page, LibraryPage)
    shared_window.show_page("library")
    qtbot.waitUntil(lambda: bool(page.model.media), timeout=PATIENCE)
    page.shelf.choose([])
    assert page.keep().unsaved is None
    assert not page.findChildren(MediumDetails)
    assert not page.findChildren(MediaBulk)

    page.shelf.choose([page.model.media[0].id])
    assert page.details.isVisible()
    page.details.title.setText("Belum disimpan")
    page.shelf.choose([])
    assert not page.details.isVisible()
    page.shelf.choose([page.model.media[0].id])
    assert page.details.title.text() == "Belum disimpan"
    kept = page.keep()
    assert kept.unsaved is not None
    assert len(page.findChildren(MediumDetails)) == 1
    page.details.title.setText(page.model.media[0].title)
