"""What is typed and not saved survives a crash, whatever state the file is in."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QTime
from pytestqt.qtbot import QtBot

from displayctl.desktop.tasks import Tasks
from displayctl.desktop.unsaved.drawer import LARGEST_BYTES, MOST_FORMS, Drawer, file_for, packed, read_forms
from displayctl.desktop.unsaved.steady_file import SteadyFile
from displayctl.desktop.unsaved.values import KeptForm, NotKeepable, form_from_plain, form_to_plain
from displayctl.desktop.widgets.inputs import Unsaved

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
SHOWN = ("Pagi", None, ("tugu",), ("", 100), 0, QTime(8, 0), QDate(2026, 11, 22), (date(2026, 12, 25),), True)


def form(id: str = "pagi", name: str = "Pagi baru") -> KeptForm:
    return KeptForm("slot", name, NOW, Unsaved(id, SHOWN, (name, *SHOWN[1:])))


def test_forms_come_back_as_they_were(tmp_path: Path) -> None:
    file = SteadyFile(tmp_path / "deep" / "drawer.json")
    forms = (form(), form("sore", "😀 صباح"))
    file.write(file.ticket(), packed(forms)[0])
    assert read_forms(file.path) == forms
    assert file.path.parent.stat().st_mode & 0o077 == 0
    assert file.path.stat().st_mode & 0o077 == 0
    assert [each.name for each in file.path.parent.iterdir()] == ["drawer.json"]
    file.write(file.ticket(), packed(())[0])
    assert not file.path.exists()


def test_the_newest_contents_win_whichever_thread_comes_first(tmp_path: Path) -> None:
    file = SteadyFile(tmp_path / "drawer.json")
    older, newer = file.ticket(), file.ticket()
    file.write(newer, b"new")
    file.write(older, b"old")
    assert file.path.read_bytes() == b"new"


def test_of_too_much_the_newest_is_kept_and_the_rest_is_counted(tmp_path: Path) -> None:
    long = "x" * 90_000
    data, left_out = packed([form(f"s{n}", long) for n in range(30)])
    assert left_out > 0
    file = tmp_path / "drawer.json"
    file.write_bytes(data)
    kept = read_forms(file)
    assert [each.unsaved.id for each in kept] == [f"s{n}" for n in range(30 - left_out)]
    assert packed([form(name="x" * 200_000), form("sore")])[1] == 1


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


def opened(tasks: Tasks, file: Path, qtbot: QtBot) -> Drawer:
    drawer = Drawer(tasks)
    drawer.turn_to(file)
    qtbot.waitUntil(lambda: drawer.is_open)
    return drawer


def test_a_drawer_is_read_and_written_beside_the_work(tmp_path: Path, qtbot: QtBot) -> None:
    tasks, file = Tasks(), tmp_path / "drawer.json"
    try:
        first = opened(tasks, file, qtbot)
        first.keep(form())
        qtbot.waitUntil(file.exists, timeout=5000)
        again = opened(tasks, file, qtbot)
        assert again.of("slot", "pagi") == form()
        assert [each.key for each in again.former] == [("slot", "pagi")]
        again.forget("slot", "pagi")
        assert not again.former
        qtbot.waitUntil(lambda: not file.exists(), timeout=5000)
        for number in range(MOST_FORMS + 5):
            again.keep(form(f"s{number}"))
        again.write()
        qtbot.waitUntil(lambda: len(read_forms(file)) == MOST_FORMS, timeout=5000)
    finally:
        tasks.close()


def test_what_is_typed_a_moment_before_the_end_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    tasks, file = Tasks(), tmp_path / "drawer.json"
    drawer = opened(tasks, file, qtbot)
    drawer.closing.connect(lambda: drawer.keep(form()))
    drawer.close()
    tasks.close()
    assert read_forms(file) == (form(),)


def test_another_person_has_another_drawer(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks()
    try:
        drawer = opened(tasks, tmp_path / "sekar.json", qtbot)
        drawer.keep(form())
        drawer.turn_to(tmp_path / "budi.json")
        assert drawer.of("slot", "pagi") is None
        qtbot.waitUntil(lambda: read_forms(tmp_path / "sekar.json") == (form(),), timeout=5000)
        qtbot.waitUntil(lambda: drawer.is_open, timeout=5000)
        assert drawer.forms == ()
    finally:
        tasks.close()


def test_a_drawer_that_cannot_be_written_says_so_once(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks()
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    try:
        drawer = opened(tasks, tmp_path / "file" / "drawer.json", qtbot)
        with qtbot.waitSignal(drawer.refused, timeout=5000):
            drawer.keep(form())
        assert drawer.of("slot", "pagi") == form()
        drawer.close()
    finally:
        tasks.close()


def test_people_and_hubs_have_drawers_of_their_own(tmp_path: Path) -> None:
    local = file_for(tmp_path, "http://127.0.0.1:8765", "sekar")
    assert local == file_for(tmp_path, "http://localhost:9000", "sekar")
    assert (
        len({local, file_for(tmp_path, "http://hub:1", "sekar"), file_for(tmp_path, "http://127.0.0.1:1", "budi")}) == 3
    )
