"""Puts every process that has this folder on its path before a machine whose clock is wrong, by the seconds in a file.

Python imports this module by its name before anything else; `schedules.clock` alone reads the machine's clock.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

from schedules.clock import SystemClock

_right = SystemClock.now
_FILE = Path(os.environ["SHIFTED_CLOCK"])


def _shifted(clock: SystemClock) -> datetime:
    return _right(clock) + timedelta(seconds=float(_FILE.read_text()))


SystemClock.now = _shifted  # type: ignore[method-assign]
