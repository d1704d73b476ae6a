"""What a device signs of what it says on its link, so that a message is good at one place of one link alone."""

from __future__ import annotations

import hashlib


def link_message(token: str, place: int, text: str) -> bytes:
    """The bytes to sign for message number `place` (from 1) of the link that was opened with `token`."""
    return f"link:{hashlib.sha256(token.encode()).hexdigest()}:{place}:{text}".encode()
