"""PySide6 6.12.0 dropped a reference of True at every signal, and killed the stage within the minute."""

from __future__ import annotations

import subprocess
import sys

import pytest

EMISSIONS = 500

PROGRAM = f"""
import sys
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

class Bell(QObject):
    rung = Signal(float)

def ring_often():
    for _ in range({EMISSIONS}):
        bell.rung.emit(1.0)
        app.processEvents()

def counts():
    return [sys.getrefcount(thing) for thing in (True, False, None)]

app, bell, heard = QCoreApplication([]), Bell(), []
bell.rung.connect(lambda value: heard.append(value), Qt.ConnectionType[sys.argv[1]])
ring_often()
before = counts()
ring_often()
drift = [now - then for now, then in zip(counts(), before)]
assert len(heard) == 2 * {EMISSIONS}, heard
assert max(map(abs, drift)) < {EMISSIONS} // 2, f"references of True, False, None drifted by {{drift}}"
"""


@pytest.mark.parametrize("connection", ["DirectConnection", "QueuedConnection"])
def test_signals_leave_the_count_of_references_alone(connection: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, connection], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, f"another PySide6 is needed: {ended.stderr}"
