"""Reports of crashes: local files that say what broke, where in the program, and what was logged last.

Nothing leaves this computer. Passwords, tokens and addresses with passwords are taken out; files are few and small.
"""

from __future__ import annotations

import os
import platform
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

MOST_FILES = 20
LARGEST_BYTES = 256 << 10
LOG_BYTES = 16 << 10
FOLDER = "crashes"
HARD = "running-"
HIDDEN = "…"
_SECRETS = (
    (re.compile(r"(?<!\w)(\w{1,20}://)[^\s/@:]{0,200}:[^\s/@]{0,400}@"), r"\1" + HIDDEN + "@"),
    (re.compile(r"(?i)(bearer\s+)[^\s\"',}]+"), r"\1" + HIDDEN),
    (
        re.compile(
            r"(?i)([\"']?\b(?:pass(?:word|phrase)|kata.?sandi|frasa.?sandi|secret|token|authorization|otp|code|pin)"
            r"[\"']?\s*[:=]\s*)(\"[^\"\n]*\"|'[^'\n]*'|[^\s,}\n]+)"
        ),
        r"\1" + HIDDEN,
    ),
)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32,}")


@dataclass(frozen=True, slots=True)
class CrashReport:
    """`headline` is one line about what broke; `text` the whole file."""

    path: Path
    at: datetime
    headline: str
    text: str


def scrub(text: str) -> str:
    """`text` without what looks like a password, a token or a key."""
    for pattern, put in _SECRETS:
        text = pattern.sub(put, text)
    return _TOKEN.sub(_hidden_token, text)


def _hidden_token(found: re.Match[str]) -> str:
    """A token has letters and figures; a long word, or a line of dashes, is none."""
    word = found[0]
    return HIDDEN if any(map(str.isdigit, word)) and any(map(str.isalpha, word)) else word


def write_report(folder: Path, at: datetime, version: str, headline: str, trace: str, log: Path | None) -> CrashReport:
    """A new report in `folder`, where the newest twenty stay. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    headline = scrub(headline.splitlines()[0] if headline else "")[:300]
    parts = (
        f"displayctl {version}\n{at:%Y-%m-%d %H:%M:%S} UTC\n{platform.platform()}, Python {platform.python_version()}",
        headline,
        trace[-(LARGEST_BYTES // 2) :],
        f"The last lines of the log:\n{_tail(log)}",
    )
    text = scrub("\n\n".join(parts))[:LARGEST_BYTES]
    path = folder / f"crash-{at:%Y%m%dT%H%M%S%f}.txt"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    for old in sorted(folder.glob("crash-*.txt"))[:-MOST_FILES]:
        old.unlink()
    return CrashReport(path, at, headline, text)


def hard_file(folder: Path) -> Path:
    """Where this process notes what ends it at once, for `faulthandler`; empty as long as nothing did."""
    return folder / f"{HARD}{os.getpid()}.txt"


def take_hard_crashes(folder: Path, at: datetime, version: str, log: Path | None) -> CrashReport | None:
    """What ended a former run at once becomes a report; the newest of them, None where all ended well."""
    found = None
    for path in sorted(folder.glob(f"{HARD}*.txt")):
        if _lives(path):
            continue
        with suppress(OSError):
            with path.open(encoding="utf-8", errors="replace") as file:
                trace = file.read(LARGEST_BYTES // 2)
            if trace.strip():
                found = write_report(folder, at, version, trace.strip().splitlines()[0], trace, log)
            path.unlink()
    return found


def _lives(path: Path) -> bool:
    number = path.stem.removeprefix(HARD)
    if not number.isdecimal() or int(number) == os.getpid():
        return number == str(os.getpid())
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _tail(log: Path | None) -> str:
    if log is None:
        return ""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - LOG_BYTES))
            return file.read(LOG_BYTES).decode(errors="replace").partition("\n")[2]
    except OSError:
        return ""
