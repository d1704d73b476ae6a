"""Files of every kind, spoilt at random: each is taken or refused with a reason that names it, and the next one too."""

from __future__ import annotations

from pathlib import Path

from benchmarks.fuzz_media import SHORT, originals, put_through, spoilt_files
from content.studio.workshop import Workshop
from tests.content.studio.samples import picture

COUNT = 40


def test_spoilt_files_cost_a_child_at_most(tmp_path: Path) -> None:
    files, work = tmp_path / "files", tmp_path / "work"
    files.mkdir()
    with Workshop(work, children=1, confinement=SHORT) as workshop:
        outcome = put_through(workshop, spoilt_files(files, COUNT, seed=7))
        assert outcome.wrong == []
        assert outcome.count == COUNT
        assert outcome.refused.total() > COUNT // 4
        assert workshop.examine(picture(tmp_path / "whole.png")).facts.width_px == 160
    assert not [path for path in work.rglob("*") if path.is_file()]


def test_the_files_are_the_same_for_the_same_seed_and_of_every_kind(tmp_path: Path) -> None:
    assert {Path(name).suffix for name in originals(tmp_path)} >= {
        ".jpg",
        ".png",
        ".webp",
        ".gif",
        ".mp4",
        ".mkv",
        ".pdf",
    }
    one, other = ([path.read_bytes() for path in spoilt_files(tmp_path, 12, seed=3)] for _ in range(2))
    assert one == other
