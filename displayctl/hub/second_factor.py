"""The second factor: codes of an authenticator app (TOTP, RFC 6238), each good once, and recovery codes on paper."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

import pyotp
from pyotp.utils import strings_equal

ISSUER = "displayctl"
STEP_SECONDS = 30
DRIFT_STEPS = (0, -1, 1)
RECOVERY_CODES, RECOVERY_LETTERS = 10, 16
ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"


def new_secret() -> str:
    """A secret for an authenticator app: 160 bits in Base32."""
    return pyotp.random_base32(32)


def uri_of(secret: str, name: str) -> str:
    """What an authenticator app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def step_of(secret: str, code: str, now: datetime, last_step: int) -> int | None:
    """The time step that `code` is of; None where it is of none near `now`, or not newer than `last_step`."""
    digits = code.replace(" ", "")
    if len(digits) != 6 or not digits.isascii() or not digits.isdecimal():
        return None
    totp, current = pyotp.TOTP(secret), int(now.timestamp()) // STEP_SECONDS
    for drift in DRIFT_STEPS:
        if current + drift > last_step and strings_equal(totp.at((current + drift) * STEP_SECONDS), digits):
            return current + drift
    return None


def new_recovery_codes() -> tuple[str, ...]:
    """Fresh codes as people write them down, ``BCDF-GHJK-2345-LMNP``: 76 bits each."""
    return tuple(_spelled(_letters()) for _ in range(RECOVERY_CODES))


def recovery_hash(code: str) -> str:
    """What is stored of a recovery code; spaces, hyphens and case are as people please."""
    plain = "".join(letter for letter in code.upper() if letter in ALPHABET)
    return hashlib.sha256(f"recovery code:{plain}".encode()).hexdigest()


def _letters() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LETTERS))


def _spelled(letters: str) -> str:
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
