"""PySide6 6.12.0 dropped a reference of True at every signal, and killed the stage within the minute."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

EMISSIONS = 500
LEAST_FOR_A_LEAK = EMISSIONS // 2


class Bell(QObject):
    rung = Signal(float)


@pytest.mark.parametrize("connection", [Qt.ConnectionType.DirectConnection, Qt.ConnectionType.QueuedConnection])
def test_signals_leave_the_count_of_references_alone(qapp: QCoreApplication, connection: Qt.ConnectionType) -> None:
    bell, heard = Bell(), [0]

    def hear(_: float) -> None:
        heard[0] += 1

    bell.rung.connect(hear, connection)
    ring_often(bell, qapp)
    before = counts()
    ring_often(bell, qapp)
    assert heard[0] == 2 * EMISSIONS
    drift = [abs(now - then) for now, then in zip(counts(), before, strict=True)]
    assert max(drift) < LEAST_FOR_A_LEAK, (
        f"references of True, False, None drifted by {drift}: another PySide6 is needed"
    )


def ring_often(bell: Bell, app: QCoreApplication) -> None:
    for _ in range(EMISSIONS):
        bell.rung.emit(1.0)
        app.processEvents()


def counts() -> tuple[int, ...]:
    count: Callable[[object], int] = sys.getrefcount
    return count(True), count(False), count(None)
