"""The desktop's own log: one JSON object a line, as the hub writes its own, in a file of bounded size."""

from __future__ import annotations

import json
import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

LOG_NAME = "desktop.log"
NAME = "displayctl.desktop"
LARGEST_BYTES, OLDER_FILES = 4 << 20, 1
LONGEST_WORDS = 4000


def log() -> logging.Logger:
    """The desktop's logger; facts go along as ``extra={"facts": {…}}``."""
    return logging.getLogger(NAME)


@contextmanager
def desk_log(data: Path) -> Iterator[Path]:
    """Write what is logged into ``desktop.log`` in `data` until the block ends: of the desktop from INFO on, of
    libraries from WARNING on. Where that folder cannot be written there is no log, and no complaint.
    """
    path = data / LOG_NAME
    try:
        data.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=LARGEST_BYTES, backupCount=OLDER_FILES)
    except OSError:
        yield path
        return
    handler.setFormatter(_Lines())
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or record.name == NAME)
    root, own = logging.getLogger(), log()
    before = own.level
    own.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield path
    finally:
        root.removeHandler(handler)
        own.setLevel(before)
        handler.close()


class _Lines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat().replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "event": record.getMessage()[:LONGEST_WORDS],
        }
        if record.name != NAME:
            line["logger"] = record.name
        facts = getattr(record, "facts", {})
        line |= {str(name): str(value)[:LONGEST_WORDS] for name, value in facts.items()}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)[-LONGEST_WORDS:]
        return json.dumps(line, ensure_ascii=False)
