"""What processes take, counted over a whole family of them."""

from __future__ import annotations

import os
import subprocess
import sys

from player.vitals import ProcessFigures, measure_processes, memory_of

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
