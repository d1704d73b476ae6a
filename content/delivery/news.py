"""News: those files of a bundle that a player which holds an earlier one lacks, packed small for a slow link.

It only carries, as a bundle does; a player that lacks more than the hub thought finds it incomplete, and fetches all.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping

from content.delivery.bundle import LARGEST_PACKED, LARGEST_TOTAL, MOST_FILES, Bundle
from content.errors import Damaged, Refused

MEDIA_TYPE = "application/vnd.displayctl.news"
HELD_HEADER = "X-Displayctl-Held"
"""How a player says which versions of which roles it holds, as ``root=1, targets=1700000000``."""
NEWS_HEADER = "x-displayctl-news"
"""With this a hub says that it tells over the link what a player lacks, so that nothing has to be fetched."""
MOST_HELD, NOTHING_HELD = 64, "-"
LARGEST_HELD_HEADER = 6000
_MAGIC = b"displayctl-news-1\n"
_LARGEST_LIST = 1 << 20


def pack_news(files: Mapping[str, bytes]) -> bytes:
    """The files as one message: a list of names and sizes, then their bytes, all compressed."""
    listed = sorted(files.items())
    heads = json.dumps([[name, len(data)] for name, data in listed], separators=(",", ":")).encode("ascii")
    body = len(heads).to_bytes(4, "big") + heads + b"".join(data for _, data in listed)
    return _MAGIC + zlib.compress(body, 9)


def unpack_news(message: bytes) -> Bundle:
    """The files in `message`, as far as they go. Raises Damaged where it is none, Refused beyond a bundle's bounds."""
    if len(message) > LARGEST_PACKED or not message.startswith(_MAGIC):
        raise Damaged("the message is no news of displayctl, or too large; fetch the bundle instead")
    body = _inflated(message[len(_MAGIC) :])
    size = int.from_bytes(body[:4], "big")
    if size > min(_LARGEST_LIST, len(body) - 4):
        raise Damaged("the news has no list of its files; fetch the bundle instead")
    return Bundle(_cut(_listed(body[4 : 4 + size]), body[4 + size :]))


def held_header(versions: Mapping[str, int]) -> str:
    """The value of `HELD_HEADER` for a player that holds these versions of roles, perhaps none."""
    return ", ".join(f"{role}={version}" for role, version in sorted(versions.items())[:MOST_HELD]) or NOTHING_HELD


def read_held(header: str) -> dict[str, int]:
    """The versions in such a header. What cannot be read counts as not held."""
    held: dict[str, int] = {}
    for part in header[:LARGEST_HELD_HEADER].split(",")[:MOST_HELD]:
        role, _, version = part.strip().partition("=")
        if version.isascii() and version.isdecimal() and len(version) <= 16:
            held[role] = int(version)
    return held


def _inflated(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        body = inflater.decompress(data, LARGEST_TOTAL + _LARGEST_LIST)
    except zlib.error as error:
        raise Damaged(f"the news cannot be unpacked ({error}); fetch the bundle instead") from error
    if not inflater.eof:
        raise Refused("bounds", "the news is cut off, or unpacks to more than a bundle may hold")
    return body


def _listed(heads: bytes) -> list[tuple[str, int]]:
    try:
        plain = json.loads(heads)
    except (ValueError, RecursionError) as error:
        raise Damaged("the news has no list of its files; fetch the bundle instead") from error
    if not isinstance(plain, list) or len(plain) > MOST_FILES:
        raise Damaged("the news has no list of its files, or too long a one; fetch the bundle instead")
    found: list[tuple[str, int]] = []
    for each in plain:
        match each:
            case [str(name), int(size)] if 0 <= size <= LARGEST_TOTAL:
                found.append((name, size))
            case _:
                raise Damaged("the news lists something that is no file; fetch the bundle instead")
    return found


def _cut(listed: list[tuple[str, int]], data: bytes) -> dict[str, bytes]:
    if sum(size for _, size in listed) != len(data):
        raise Damaged("the files in the news have other sizes than it lists; fetch the bundle instead")
    files, at = {}, 0
    for name, size in listed:
        files[name] = data[at : at + size]
        at += size
    return files
