"""The files of alerts' pages: whole or made anew, and none too many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.delivery.notices import Notice
from player.alert_shelf import AlertShelf
from player.spare_folder import SpareFolder
from schedules.alert import AlertPicture
from tests.builders import alert
from tests.player.emergency_office import picture

DIGEST, PAGE = picture("a")
NOTICE = Notice(replace(alert(), pictures=(AlertPicture("640x384@30", DIGEST),)), {DIGEST: PAGE})


@pytest.fixture
def shelf(tmp_path: Path) -> AlertShelf:
    return AlertShelf(tmp_path, lambda: False, lambda cause, sentence: None, SpareFolder(tmp_path))


def placed(shelf: AlertShelf) -> Path:
    return Path(shelf.place(NOTICE, "640x384@30", is_own=True, confirmed=True).pages[0])


@pytest.mark.parametrize("damage", [b"", b"half of it"])
def test_a_page_that_was_damaged_is_written_anew(shelf: AlertShelf, damage: bytes) -> None:
    placed(shelf).write_bytes(damage)
    assert placed(shelf).read_bytes() == PAGE


def test_a_page_that_cannot_be_read_is_written_anew(shelf: AlertShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    placed(shelf)

    def read(path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as context:
        context.setattr(Path, "read_bytes", read)
        path = placed(shelf)
    assert path.read_bytes() == PAGE


def test_what_belongs_to_no_alert_goes_and_what_cannot_go_stays(shelf: AlertShelf, tmp_path: Path) -> None:
    live = shelf.place(NOTICE, "640x384@30", is_own=True, confirmed=True)
    for name in ("old.png", "old.card", "cut.png.new"):
        (tmp_path / "alerts" / name).write_bytes(b"")
    (tmp_path / "alerts" / "folder.png").mkdir()
    shelf.tidy((live,))
    assert {path.name for path in (tmp_path / "alerts").iterdir()} == {f"{DIGEST}.png", "folder.png"}
