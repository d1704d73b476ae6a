"""The power-cut lab works: one cut of each kind, on a disk of its own where one can be made."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from scripts.power_cut_lab.__main__ import lab, make_disk, mounted


def test_a_cut_on_a_real_file_system_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}:/sbin:/usr/sbin")
    if os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("a disk of its own needs root and mkfs.ext4")
    make_disk(tmp_path / "trial.img")
    try:
        with mounted(tmp_path / "trial.img", tmp_path / "trial"):
            pass
    except OSError as error:
        pytest.skip(f"no disk in a file can be mounted here ({error})")
    monkeypatch.setattr("scripts.power_cut_lab.__main__.LONGEST_S", 0.5)
    assert lab(tmp_path, 2, random.Random(1)) == 0
