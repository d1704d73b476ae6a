"""Names of hundreds of letters without a space, as they are pasted: they make nothing wider than its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from displayctl.api.requests import MOST_FILES
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.needs_list import NeedsList
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.requests import RequestsPage
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.need import Need, Urgency
from displayctl.desktop.widgets.breaking import MAY_BREAK, breakable
from displayctl.desktop.widgets.name_choice import LEAST_PX, NameChoice
from displayctl.desktop.widgets.pieces import label
from displayctl.desktop.widgets.wall_choice import WallChoice
from scripts.demonstration.dialogs import DIALOGS
from tests.builders import wall
from tests.displayctl.hub.ground import add_picture, add_playlist, add_wall
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread

LONG = "VideotronSimpangEmpatJalanAhmadYani" * 5
WIDEST_PX = 1000


@pytest.fixture(scope="module")
def shared_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """With a wall and a playlist of such names."""
    folder: Path = tmp_path_factory.mktemp("long")
    with hub_in_thread(folder / "office") as running:
        add_wall(running.client, "tugu", name=LONG)
        add_playlist(running.client, "layanan", add_picture(running.client, folder, "poster.png").id)
        yield running


@pytest.mark.parametrize("name", ["absence", "compare", "crop", "pairing", "site", "wall-blackout", "wall-restart"])
def test_windows_about_a_wall_stay_as_wide_as_they_are(
    name: str, shared_desk: Desk, shared_window: MainWindow, qtbot: QtBot
) -> None:
    dialog = DIALOGS[name](shared_desk, shared_window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.minimumSizeHint().width() <= WIDEST_PX
    dialog.close()


@pytest.mark.usefixtures("application")
def test_what_needs_people_keeps_its_button_in_sight(qtbot: QtBot) -> None:
    needs = NeedsList()
    qtbot.addWidget(needs)
    needs.show_needs((Need("wall", Urgency.NOW, f"{LONG} tidak terhubung", "Lihat", Place("walls")),), known=True)
    needs.resize(320, 400)
    needs.show()
    (made,) = needs.findChildren(QPushButton)
    assert needs.rect().contains(made.mapTo(needs, made.rect().bottomRight()))


def test_a_choice_among_long_names_gives_way_and_tells_the_whole_name(application: QApplication, qtbot: QtBot) -> None:
    choice, plain = NameChoice(), QComboBox()
    qtbot.addWidget(choice)
    for each in (choice, plain):
        each.addItem(LONG)
        each.addItem("Tugu")
    assert choice.minimumSizeHint().width() <= LEAST_PX < plain.minimumSizeHint().width()
    choice.resize(200, 34)
    choice.show()
    assert choice.toolTip() == LONG
    choice.setCurrentIndex(1)
    assert choice.toolTip() == ""
    choice.setToolTip("Ask a technician")
    choice.setCurrentIndex(0)
    assert choice.toolTip() == "Ask a technician"


def test_only_words_that_are_longer_than_a_line_are_broken_and_the_text_stays_itself(application: QApplication) -> None:
    said = f"Layar {LONG}: tidak terhubung"
    made = label(said, wrap=True)
    assert made.text() == said
    assert made.minimumSizeHint().width() < 300
    assert breakable(said).replace(MAY_BREAK, "") == said
    assert breakable("Kepala Dinas Kependudukan http://127.0.0.1:48081") == (
        "Kepala Dinas Kependudukan http://127.0.0.1:48081"
    )


def test_files_of_any_name_can_be_left_out_and_too_many_are_told(shared_window: MainWindow) -> None:
    shared_window.show_page("requests")
    page = shared_window.page
    assert isinstance(page, RequestsPage)
    form = page.new_request()
    form.resize(680, 640)
    form.show()
    form.add_files(tuple(Path(f"/{number}-{'lampiran-' * 26}.pdf") for number in range(MOST_FILES + 2)))
    area = form.findChildren(QScrollArea)[0]
    crosses = [each for each in form.findChildren(QPushButton) if "lampiran" in each.accessibleName()]
    assert area.horizontalScrollBar().maximum() == 0
    assert len(crosses) == len(form.files) == MOST_FILES
    assert "; 2 berkas terakhir tidak ikut" in form.error
    crosses[0].click()
    form.add_files(())
    assert (len(form.files), form.error) == (MOST_FILES - 1, "")
    form.memory.start_over()
    form.reject()


def test_a_long_word_that_people_copy_is_broken_and_stays_itself(application: QApplication, qtbot: QtBot) -> None:
    link = f"https://banggai.go.id/{LONG}"
    made = label("", wrap=True, selectable=True)
    qtbot.addWidget(made)
    made.resize(200, 400)
    made.show()
    for words, least in ((f"Baca {link}", 3), ("Baca", 1), (link, 3)):
        made.setText(words)
        assert made.heightForWidth(200) >= least * made.fontMetrics().lineSpacing()
        assert made.minimumSizeHint().width() < 300
        made.setSelection(0, len(words))
        assert made.selectedText() == words
    made.grab()
    assert made.findChildren(QTextDocument)[0].idealWidth() <= 200


def test_walls_to_tick_with_long_names_are_cut_where_the_list_ends(application: QApplication, qtbot: QtBot) -> None:
    choice = WallChoice((wall("tugu", name=LONG), wall("taman")))
    qtbot.addWidget(choice)
    choice.resize(260, 300)
    choice.show()
    view = choice.list
    assert not view.horizontalScrollBar().maximum()
    assert view.visualRect(view.model().index(0, 0)).width() <= view.viewport().width()
    assert LONG in view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
