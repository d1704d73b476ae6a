"""Files that come with requests: what they are by their first bytes, and how they become part of a request."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from displayctl.api.plain_words import plain_line
from displayctl.api.request_states import RequestFileKind, RequestStepKind
from displayctl.api.requests import MOST_FILES
from displayctl.hub.errors import TooLarge, WrongWish
from displayctl.hub.repositories.request_things import StoredFile
from displayctl.hub.repositories.requests import StoredRequest
from displayctl.hub.requests.ground import person_of, step, store
from displayctl.hub.storage import UnitOfWork

HEAD_BYTES, LONGEST_NAME = 32, 120
_MAGIC = (
    (b"\xff\xd8\xff", RequestFileKind.PICTURE),
    (b"\x89PNG\r\n\x1a\n", RequestFileKind.PICTURE),
    (b"GIF87a", RequestFileKind.PICTURE),
    (b"GIF89a", RequestFileKind.PICTURE),
    (b"%PDF-", RequestFileKind.DOCUMENT),
    (b"\x1aE\xdf\xa3", RequestFileKind.VIDEO),
)
_STILL_BRANDS = (b"avif", b"avis", b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file in the store that no request has yet."""

    name: str
    kind: RequestFileKind
    size_bytes: int
    sha256: str


def kind_of(name: str, head: bytes) -> RequestFileKind:
    """What a file is by its first bytes; nothing else of it is looked at here. Raises WrongWish for what is no picture,
    PDF or clip.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return RequestFileKind.PICTURE
    if head[4:8] == b"ftyp":
        return RequestFileKind.PICTURE if head[8:12] in _STILL_BRANDS else RequestFileKind.VIDEO
    raise WrongWish("file", f"{plain_name(name)!r:.60} is no picture, PDF or clip; send it as JPG, PNG, PDF or MP4")


def plain_name(name: str) -> str:
    """What a file is called, for people: the end of whatever path was sent, shortened before its ending."""
    last = plain_line(re.split(r"[/\\]", name[-1000:])[-1]) or "tanpa nama"
    if len(last) <= LONGEST_NAME:
        return last
    stem, dot, ending = last.rpartition(".")
    return f"{stem[: LONGEST_NAME - 10]}….{ending[:8]}" if dot else last[:LONGEST_NAME]


def attach(work: UnitOfWork, request: StoredRequest, files: tuple[Arrived, ...]) -> StoredRequest:
    """Makes `files` part of the request. Those whose bytes it has already are sent again because nobody heard the
    answer, and change nothing. Raises TooLarge where it would have too many.
    """
    there = work.request_things.files(request.id)
    fresh = _fresh(files, there)
    if not fresh:
        return request
    if len(there) + len(fresh) > MOST_FILES:
        raise TooLarge(
            f"a request has at most {MOST_FILES} files, and {request.id} has {len(there)}; put some together"
        )
    for file in fresh:
        work.request_things.put_file(
            StoredFile(
                id=f"file-{secrets.token_hex(8)}",
                request_id=request.id,
                name=file.name,
                kind=file.kind,
                size_bytes=file.size_bytes,
                sha256=file.sha256,
                added_at=work.now,
                by=person_of(work),
            )
        )
    return store(work, request, step(work, RequestStepKind.FILE, ", ".join(file.name for file in fresh)))


def _fresh(files: Iterable[Arrived], there: Iterable[StoredFile]) -> tuple[Arrived, ...]:
    """Each content once, without those that are there."""
    known = {each.sha256 for each in there if each.kept}
    by_content = {file.sha256: file for file in reversed(tuple(files)) if file.sha256 not in known}
    return tuple(reversed(by_content.values()))
