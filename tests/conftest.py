"""What the whole suite shares: one Qt application, of the kind that can have widgets; a process has but one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

# Values are made and tried slowly while other runs have the machine; what has to be quick is measured by its own test.
settings.register_profile("displayctl", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("displayctl")


@pytest.fixture(scope="session", autouse=True)
def application() -> QApplication:
    """Made before anything makes a lesser one. Its platform is an argument, so that child processes do not get it."""
    return QApplication(["tests", "-platform", "offscreen"])
