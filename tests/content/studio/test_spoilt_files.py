"""Files of every kind, spoilt at random: each is taken or refused with a reason that names it, and the next one too."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.fuzz_media import SHORT, originals, put_through, spoilt, spoilt_files
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


def test_what_is_done_to_a_file_is_the_same_for_the_same_seed_and_files_are_of_every_kind(tmp_path: Path) -> None:
    whole = originals(tmp_path)
    assert {Path(name).suffix for name in whole} >= {".jpg", ".png", ".webp", ".gif", ".mp4", ".mkv", ".pdf"}
    for data in whole.values():
        assert spoilt(random.Random(3), data) == spoilt(random.Random(3), data)
