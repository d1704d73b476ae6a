"""A folder's import on the disk: what is found in it, and what a crash leaves of the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from displayctl.api.media_choices import tidy_folder
from displayctl.desktop.library.import_record import Came, ImportItem, ImportRecord, ImportResult, scan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "Foto"
    for name in ("a.png", "b.txt", "Pasar/c.JPG", "Pasar/Malam/d.mp4", ".trash/e.png", "Pasar/.f.png"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (root / "lingkar").symlink_to(root)
    return root


def test_pictures_below_a_folder_are_found_with_their_folders(folder: Path) -> None:
    plan = scan(folder, "Impor", keep_folders=True)
    assert plan.items == (
        ImportItem(str(folder / "a.png"), "Impor"),
        ImportItem(str(folder / "Pasar/c.JPG"), "Impor/Pasar"),
        ImportItem(str(folder / "Pasar/Malam/d.mp4"), "Impor/Pasar/Malam"),
    )
    assert (plan.left_out, plan.cut) == (1, False)


def test_what_lies_too_deep_for_the_library_goes_into_the_deepest_folder_it_may_have(tmp_path: Path) -> None:
    deep = tmp_path / "a/b/c/d/e/f/g/h/i"
    long = tmp_path / ("x" * 150) / ("y" * 150)
    odd = tmp_path / "Foto\u200b  lama"
    for place in (deep, long, odd):
        place.mkdir(parents=True)
        (place / "x.png").write_bytes(b"x")
    folders = [item.folder for item in scan(tmp_path, "Impor", keep_folders=True).items]
    assert sorted(folders) == ["Impor/Foto lama", "Impor/a/b/c/d/e/f/g", f"Impor/{'x' * 150}"]
    assert [tidy_folder(folder) for folder in folders] == folders


def test_without_their_folders_all_go_into_one(folder: Path) -> None:
    assert {item.folder for item in scan(folder, "", keep_folders=False).items} == {""}


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan(tmp_path / "hilang", "", keep_folders=True)


def test_what_was_done_is_known_after_a_restart_and_a_torn_line_is_passed_over(folder: Path, tmp_path: Path) -> None:
    plan = scan(folder, "", keep_folders=True)
    record = ImportRecord(tmp_path / "import.json")
    assert record.load() is None
    record.begin(plan)
    record.note(ImportResult(plan.items[0].path, Came.ADDED, job="j1"))
    record.note(ImportResult(plan.items[1].path, Came.ADDED, job="j2"))
    record.note(ImportResult(plan.items[0].path, Came.REFUSED, "rusak", "j1"))
    with (tmp_path / "import.log").open("a") as log:
        log.write('{"path": "/tmp/x", "ca')
    assert ImportRecord(tmp_path / "import.json").load() == (
        plan,
        (
            ImportResult(plan.items[0].path, Came.REFUSED, "rusak", "j1"),
            ImportResult(plan.items[1].path, Came.ADDED, job="j2"),
        ),
    )
    record.forget()
    assert record.load() is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"root": 1, "items": [{}]}'])
def test_a_record_that_is_none_is_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "import.json").write_text(text)
    assert ImportRecord(tmp_path / "import.json").load() is None
