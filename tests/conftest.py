"""What the whole suite shares: one Qt application, of the kind that can have widgets; a process has but one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def application() -> QApplication:
    """Made before anything makes a lesser one. Its platform is an argument, so that child processes do not get it."""
    return QApplication(["tests", "-platform", "offscreen"])
