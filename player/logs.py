"""Structured log lines: one JSON object a line on stderr, and in a file of bounded size where that is wished."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from pathlib import Path
from typing import Any

LOG_NAME = "player.log"


def set_up_logs(folder: Path, level: str, file_bytes: int) -> None:
    """Send what is logged from now on to stderr, and to `<folder>/player.log` (twice `file_bytes` at most)."""
    import structlog

    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    if file_bytes:
        path = folder / LOG_NAME
        handlers.append(logging.handlers.RotatingFileHandler(path, maxBytes=file_bytes, backupCount=1, delay=True))
    out = logging.getLogger("player")
    out.handlers[:] = handlers
    out.propagate = False
    out.setLevel(level.upper())
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def log() -> Any:
    """The player's logger. structlog is imported here and not earlier: the first picture does not wait for it."""
    import structlog

    return structlog.get_logger("player")
