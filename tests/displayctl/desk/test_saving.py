"""Files that people chose are replaced whole, and what only leads to a file, or is none, stays what it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from displayctl.desk.saving import save_file


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
