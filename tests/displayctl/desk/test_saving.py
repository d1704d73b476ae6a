"""Files that people chose are replaced whole, and what only leads to a file, or is none, stays what it is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.errors import StorageFull
from displayctl.desk.saving import save_file, save_pieces
from tests.fakes.small_disk import full, small_disk


def test_a_link_stays_one_and_the_file_it_leads_to_is_replaced(tmp_path: Path) -> None:
    file, link = tmp_path / "laporan.csv", tmp_path / "terbaru.csv"
    file.write_bytes(b"former")
    link.symlink_to(file)
    save_file(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["laporan.csv", "terbaru.csv"]


def test_a_pipe_takes_the_data_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        save_file(pipe, b"a report")
        assert os.read(reader, 100) == b"a report"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_where_no_file_can_be_the_one_that_was_chosen_is_named(tmp_path: Path) -> None:
    wanted = tmp_path / "nowhere" / "laporan.csv"
    with pytest.raises(FileNotFoundError) as refused:
        save_file(wanted, b"new")
    assert refused.value.filename == str(wanted)


def test_pieces_that_break_off_leave_the_former_file_and_nothing_beside_it(tmp_path: Path) -> None:
    def breaking() -> Iterator[bytes]:
        yield b"half of "
        raise ConnectionResetError("the hub is gone")

    file = tmp_path / "jurnal.jsonl"
    file.write_bytes(b"former")
    with pytest.raises(ConnectionResetError):
        save_pieces(file, breaking())
    assert file.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [file]


def test_pieces_are_put_together_and_their_size_is_told(tmp_path: Path) -> None:
    file = tmp_path / "jurnal.jsonl"
    assert save_pieces(file, iter((b"one\n", b"two\n"))) == 8
    assert file.read_bytes() == b"one\ntwo\n"


def test_where_a_disk_is_full_by_the_second_piece_the_former_file_stays_whole(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        file = disk / "jurnal.jsonl"
        file.write_bytes(b"former")
        with full(disk), pytest.raises(StorageFull, match=r"no room is left for jurnal\.jsonl"):
            save_pieces(file, (b"", bytes(9000)))
        assert file.read_bytes() == b"former"
        assert list(disk.iterdir()) == [file]


def test_what_others_may_not_read_stays_so_when_it_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "laporan.csv"
    file.write_bytes(b"former")
    file.chmod(0o600)
    save_file(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_of_the_persons_own_beside_it_is_not_taken_along(tmp_path: Path) -> None:
    theirs = tmp_path / "laporan.csv.new"
    theirs.write_bytes(b"theirs")
    save_file(tmp_path / "laporan.csv", b"new")
    assert theirs.read_bytes() == b"theirs"


def test_two_that_save_one_file_at_the_same_time_do_not_mix(tmp_path: Path) -> None:
    file = tmp_path / "jurnal.jsonl"

    def overtaken() -> Iterator[bytes]:
        yield b"first, "
        save_file(file, b"second")
        yield b"and last"

    save_pieces(file, overtaken())
    assert file.read_bytes() == b"first, and last"
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_as_long_as_the_folder_takes_is_saved(tmp_path: Path) -> None:
    file = tmp_path / ("l" * 251 + ".csv")
    save_file(file, b"new")
    assert file.read_bytes() == b"new"
