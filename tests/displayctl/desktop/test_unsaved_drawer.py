"""What is typed and not saved survives a crash, whatever state the file is in."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QTime
from pytestqt.qtbot import QtBot

from displayctl.desktop.tasks import Tasks
from displayctl.desktop.unsaved.drawer import LARGEST_BYTES, MOST_FORMS, Drawer, file_for, read_forms, write_forms
from displayctl.desktop.unsaved.values import KeptForm, NotKeepable, form_from_plain, form_to_plain
from displayctl.desktop.widgets.inputs import Unsaved

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
SHOWN = ("Pagi", None, ("tugu",), ("", 100), 0, QTime(8, 0), QDate(2026, 11, 22), (date(2026, 12, 25),), True)


def form(id: str = "pagi", name: str = "Pagi baru") -> KeptForm:
    return KeptForm("slot", name, NOW, Unsaved(id, SHOWN, (name, *SHOWN[1:])))


def test_forms_come_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "drawer.json"
    write_forms(file, (form(), form("sore", "😀 صباح")))
    assert read_forms(file) == (form(), form("sore", "😀 صباح"))
    assert file.parent.stat().st_mode & 0o077 == 0
    assert [each.name for each in file.parent.iterdir()] == ["drawer.json"]
    write_forms(file, ())
    assert not file.exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[" * 5000, b"null", b'[1, {}, {"kind": 1}]', b"\xff\xfe", b" " * (LARGEST_BYTES + 1)],
)
def test_a_damaged_file_holds_nothing(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "drawer.json"
    file.write_bytes(data)
    assert read_forms(file) == ()


def test_one_damaged_form_does_not_take_the_others_along(tmp_path: Path) -> None:
    file = tmp_path / "drawer.json"
    bad = form_to_plain(form()) | {"typed": [{"time": 1, "qdate": 2}]}
    file.write_text(json.dumps([bad, form_to_plain(form("sore"))]), encoding="utf-8")
    assert [each.unsaved.id for each in read_forms(file)] == ["sore"]


@pytest.mark.parametrize("value", [object(), "x" * 200_000, ((((((),),),),),), {"a": 1}])
def test_what_cannot_be_kept_is_said(value: object) -> None:
    with pytest.raises(NotKeepable):
        form_to_plain(KeptForm("slot", "x", NOW, Unsaved("x", (), (value,))))


def test_a_form_of_another_version_is_not_taken_for_one() -> None:
    wrong: tuple[object, ...] = (None, [], {}, {"at": "soon"}, form_to_plain(form()) | {"shown": 5})
    for plain in wrong:
        with pytest.raises(NotKeepable):
            form_from_plain(plain)


def test_a_drawer_is_read_and_written_beside_the_work(tmp_path: Path, qtbot: QtBot) -> None:
    tasks, file = Tasks(), tmp_path / "drawer.json"
    try:
        drawer = Drawer(tasks, file)
        qtbot.waitUntil(lambda: drawer.is_open)
        drawer.keep(form())
        qtbot.waitUntil(file.exists, timeout=5000)
        again = Drawer(tasks, file)
        qtbot.waitUntil(lambda: again.is_open)
        assert again.of("slot", "pagi") == form()
        again.forget("slot", "pagi")
        qtbot.waitUntil(lambda: not file.exists(), timeout=5000)
        for number in range(MOST_FORMS + 5):
            again.keep(form(f"s{number}"))
        again.write()
        qtbot.waitUntil(lambda: len(read_forms(file)) == MOST_FORMS, timeout=5000)
    finally:
        tasks.close()


def test_a_drawer_that_cannot_be_written_says_so_once(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks()
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    try:
        drawer = Drawer(tasks, tmp_path / "file" / "drawer.json")
        qtbot.waitUntil(lambda: drawer.is_open)
        with qtbot.waitSignal(drawer.refused, timeout=5000):
            drawer.keep(form())
        assert drawer.of("slot", "pagi") == form()
    finally:
        tasks.close()


def test_people_and_hubs_have_drawers_of_their_own(tmp_path: Path) -> None:
    local = file_for(tmp_path, "http://127.0.0.1:8765", "sekar")
    assert local == file_for(tmp_path, "http://localhost:9000", "sekar")
    assert (
        len({local, file_for(tmp_path, "http://hub:1", "sekar"), file_for(tmp_path, "http://127.0.0.1:1", "budi")}) == 3
    )
