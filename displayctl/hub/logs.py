"""The hub's log: one JSON object a line on standard error, and the warnings of libraries beside it."""

from __future__ import annotations

import functools
import logging
import sys
from typing import Any

_NAME = "displayctl.hub"


def set_up_logs() -> None:
    """Send what is logged from now on to standard error, that of libraries from warnings on."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    out = logging.getLogger(_NAME)
    out.handlers[:] = [logging.StreamHandler(sys.stderr)]
    out.propagate = False


@functools.cache
def log() -> Any:
    """The hub's logger. structlog is imported here and not earlier: it takes a tenth of a second."""
    import structlog

    return structlog.wrap_logger(
        logging.getLogger(_NAME),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
    )
