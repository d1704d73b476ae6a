"""Opening the desktop: a window stands at once, and says why where no hub can be had."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from displayctl.desk.installation import Installation
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.opening import Opening
from displayctl.desktop.options import Options
from displayctl.hub.database import DATABASE_NAME
from tests.fakes.hub_in_thread import RunningHub


def main_windows() -> list[MainWindow]:
    return [made for made in QApplication.topLevelWidgets() if isinstance(made, MainWindow) and made.isVisible()]


def test_a_window_stands_before_the_hub_is_asked_and_makes_way_for_the_desk(
    empty_hub: RunningHub, application: QApplication, qtbot: QtBot
) -> None:
    make_application()
    with contextlib.ExitStack() as stack:
        opening = Opening(application, empty_hub.installation, Options(hub=empty_hub.url, page="walls"), stack)
        assert opening.window.isVisible()
        assert not main_windows()
        qtbot.waitUntil(lambda: len(main_windows()) == 1, timeout=15_000)
        assert not opening.window.isVisible()
        assert not opening.failed
        window = main_windows()[0]
        assert QCoreApplication.translate("StartWindow", "Try again") == "Coba lagi"
        window.speak("en")
        assert QCoreApplication.translate("StartWindow", "Try again") == "Try again"
    assert not main_windows()


def test_a_hub_that_cannot_start_says_why_and_can_be_tried_again(
    tmp_path: Path, application: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    make_application()
    installation = Installation(tmp_path / "office")
    installation.hub_folder.mkdir(parents=True)
    database = installation.hub_folder / DATABASE_NAME
    with contextlib.closing(sqlite3.connect(database)) as made, made:
        made.execute("CREATE TABLE alembic_version (version_num TEXT)")
        made.execute("INSERT INTO alembic_version VALUES ('9999')")
    with contextlib.ExitStack() as stack:
        opening = Opening(application, installation, Options(), stack)
        qtbot.waitUntil(lambda: bool(opening.window.why), timeout=20_000)
        assert "lebih baru" in opening.window.why
        assert opening.failed
        assert opening.window.height() == opening.window.heightForWidth(opening.window.width())  # no holes in it
        again = next(made for made in opening.window.findChildren(QPushButton) if made.text() == "Coba lagi")
        again.click()
        assert not opening.window.why
        qtbot.waitUntil(lambda: "lebih baru" in opening.window.why, timeout=20_000)
        opening.window.close()
    assert "newer displayctl" in capsys.readouterr().err


def test_a_folder_that_cannot_be_used_is_named(
    tmp_path: Path, application: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    make_application()
    (tmp_path / "file").write_text("")
    with contextlib.ExitStack() as stack:
        opening = Opening(application, Installation(tmp_path / "file" / "office"), Options(), stack)
        qtbot.waitUntil(lambda: bool(opening.window.why), timeout=15_000)
        assert str(tmp_path / "file") in opening.window.why
        opening.window.close()
    assert capsys.readouterr().err


def test_code_that_could_not_be_read_is_read_again_when_it_is_tried_again(
    tmp_path: Path,
    application: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_application()
    with contextlib.ExitStack() as stack:
        nobody = Options(hub="http://127.0.0.1:9", page="walls")
        with monkeypatch.context() as broken:
            broken.setitem(sys.modules, "displayctl.desktop.pages.walls", None)  # as where its file is gone
            opening = Opening(application, Installation(tmp_path / "office"), nobody, stack)
            qtbot.waitUntil(lambda: bool(opening.window.why), timeout=15_000)
            assert "pages.walls" in capsys.readouterr().err
        next(made for made in opening.window.findChildren(QPushButton) if made.text() == "Coba lagi").click()
        assert not opening.window.why
        qtbot.waitUntil(lambda: bool(opening.window.why) or bool(main_windows()), timeout=15_000)
        opening.window.close()
    assert "pages.walls" not in capsys.readouterr().err
