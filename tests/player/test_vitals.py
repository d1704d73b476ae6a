"""What processes take, counted over a whole family of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from player.vitals import ProcessFigures, hottest_c, measure_processes, memory_of, system_words

_CHILD = "import sys; kept = bytearray(40_000_000); print('up', flush=True); sys.stdin.read()"


def test_a_process_and_what_it_started_are_counted_together() -> None:
    child = subprocess.Popen([sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    alone, together = measure_processes(child.pid), measure_processes()
    child.communicate()
    assert alone.processes == 1
    assert alone.memory_bytes > 40_000_000
    assert alone.handles >= 3
    assert together.processes >= 2
    assert together.memory_bytes > alone.memory_bytes
    assert together.threads > alone.threads >= 1


def test_a_process_that_is_gone_is_nothing() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert measure_processes(child.pid) == ProcessFigures()
    assert memory_of(child.pid) == 0
    assert memory_of(os.getpid()) > 0


def test_of_all_sensors_the_warmest_counts_and_broken_ones_are_passed_over(tmp_path: Path) -> None:
    for number, said in enumerate(("48000", "61500", "0", "-273000", "nonsense", "999000")):
        (tmp_path / f"thermal_zone{number}").mkdir()
        (tmp_path / f"thermal_zone{number}" / "temp").write_text(f"{said}\n")
    (tmp_path / "thermal_zone9").mkdir()
    assert hottest_c(tmp_path) == 61.5


def test_a_machine_without_sensors_has_no_temperature(tmp_path: Path) -> None:
    assert hottest_c(tmp_path / "none") is None


def test_the_system_has_a_name() -> None:
    assert 3 < len(system_words()) <= 100
