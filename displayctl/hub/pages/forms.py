"""Forms as browsers send them (multipart/form-data, RFC 7578), read as they come: words to memory, files to disk."""

from __future__ import annotations

import hashlib
import hmac
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from displayctl.api.requests import LARGEST_FILE_BYTES, MOST_FILES
from displayctl.hub.errors import TooLarge, WrongWish
from displayctl.hub.requests.arriving import Arrived

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

MOST_FIELDS, LARGEST_FIELDS_BYTES = 300, 128 << 10
LARGEST_WORDS_BYTES = 64 << 10
"""What a form without files may take: of signing in, of a password, of a reason."""
LARGEST_FORM_BYTES = LARGEST_FILE_BYTES + (4 << 20)
"""What a form with its files may take: as much as one file of the largest size."""
MOST_SHOWN_MB = LARGEST_FILE_BYTES >> 20
"""What people are told of that."""
MOST_HEADER_BYTES = 4096

Fields = Mapping[str, tuple[str, ...]]
"""The words of a form by the names of its fields; those with several values have them in their order."""
Look = Callable[[Fields, bool], None]
"""Judges the words of a form before the first of its files is taken; True where there is one."""
Receive = Callable[[str, Iterable[bytes]], Arrived]
"""Stores one file as its pieces come."""


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent. Files without a name, as of an empty field, are left out."""

    fields: Fields
    files: tuple[Arrived, ...] = ()

    def word(self, name: str) -> str:
        """The first value of a field; empty where it was not sent."""
        return next(iter(self.fields.get(name, ())), "")


def read_form(content_type: str, pieces: Iterable[bytes], receive: Receive | None, look: Look) -> Form:
    """The form in `pieces`. `look` sees its words before the first file is taken, and may raise; it is called for a
    form without files too. Fields behind a file are refused, and files where `receive` is None.

    Raises WrongWish for what is no such form, TooLarge, and what `look` and `receive` raise.
    """
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not 0 < len(boundary) <= 200:
        raise WrongWish("form", "this is no form of this page; open the page again")
    reader = _Reader(boundary, iter(pieces))
    fields: dict[str, tuple[str, ...]] = {}
    files: list[Arrived] = []
    looked = False
    while (part := reader.next_part()) is not None:
        if not part.is_file:
            if looked:
                raise WrongWish("form", "words came behind a file; open the page again")
            fields[part.name] = (*fields.get(part.name, ()), reader.text())
        elif not part.file_name:
            reader.skip()
        elif receive is None:
            raise WrongWish("form", "this form takes no files; open the page again")
        else:
            if not looked:
                looked = True
                look(fields, True)
            if len(files) == MOST_FILES:
                raise TooLarge(f"at most {MOST_FILES} files are taken at once; put some together")
            files.append(receive(part.file_name, reader.body()))
    if not looked:
        look(fields, False)
    return Form(fields, tuple(files))


def token_for(secret: str) -> str:
    """What a form has to carry that was made for the browser with this cookie."""
    return hmac.new(secret.encode(), b"a form of the request page", hashlib.sha256).hexdigest()


def check_token(secret: str, token: str) -> None:
    """Raises WrongWish for a form that was made for another browser, or nobody."""
    if not secret or not hmac.compare_digest(token_for(secret).encode(), token.encode("utf-8", "replace")):
        raise WrongWish("form", "this form is not of this page, or too old; open the page again")


@dataclass(slots=True)
class _Part:
    """One part of a form."""

    name: str = ""
    file_name: str = ""
    is_file: bool = False


class _Reader:
    """Pulls pieces as parts are asked for, so that a file is never held in memory."""

    def __init__(self, boundary: bytes, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._events: deque[tuple[str, bytes]] = deque()
        self._taken = self._fields = 0
        self._parser = MultipartParser(
            boundary, cast("MultipartCallbacks", self._callbacks()), max_header_size=MOST_HEADER_BYTES
        )

    def _callbacks(self) -> dict[str, Callable[..., None]]:
        def mark(what: str) -> Callable[[], None]:
            return lambda: self._events.append((what, b""))

        def data(what: str) -> Callable[[bytes, int, int], None]:
            return lambda data, start, end: self._events.append((what, bytes(data[start:end])))

        marks = ("part_begin", "part_end", "header_end", "headers_finished", "end")
        return {f"on_{what}": mark(what) for what in marks} | {
            f"on_{what}": data(what) for what in ("part_data", "header_field", "header_value")
        }

    def next_part(self) -> _Part | None:
        """The next part, its headers read; None behind the last one."""
        headers: dict[bytes, bytes] = {}
        field = value = b""
        for what, data in self._each():
            match what:
                case "header_field":
                    field += data
                case "header_value":
                    value += data
                case "header_end":
                    headers[field.lower()], field, value = value, b"", b""
                case "headers_finished":
                    return self._part(headers)
                case "end":
                    return None
        raise WrongWish("form", "the form broke off; send it again")

    def text(self) -> str:
        """The words of the part at hand. Raises TooLarge for more of them than a form of ours has."""
        words = b""
        for piece in self.body():
            words += piece
            self._taken += len(piece)
            if self._taken > LARGEST_FIELDS_BYTES:
                raise TooLarge(f"a form has at most {LARGEST_FIELDS_BYTES >> 10} KiB of words; shorten them")
        return words.decode("utf-8", "replace")

    def body(self) -> Iterator[bytes]:
        """The bytes of the part at hand, as they come."""
        for what, data in self._each():
            if what == "part_data":
                yield data
            elif what == "part_end":
                return
        raise WrongWish("form", "the form broke off; send it again")

    def skip(self) -> None:
        """Goes on behind the part at hand."""
        for _ in self.body():
            pass

    def _part(self, headers: dict[bytes, bytes]) -> _Part:
        self._fields += 1
        if self._fields > MOST_FIELDS:
            raise TooLarge(f"a form has at most {MOST_FIELDS} fields; open the page again")
        _, options = parse_options_header(headers.get(b"content-disposition", b"").decode("latin-1"))
        name, file_name = (options.get(key, b"").decode("utf-8", "replace") for key in (b"name", b"filename"))
        return _Part(name[:100], file_name, b"filename" in options)

    def _each(self) -> Iterator[tuple[str, bytes]]:
        """What the parser has seen and nobody has taken; more is fetched as long as more is asked for."""
        while True:
            while self._events:
                yield self._events.popleft()
            piece = next(self._pieces, None)
            if piece is None:
                return
            with _as_wrong_form():
                self._parser.write(piece)


@contextmanager
def _as_wrong_form() -> Iterator[None]:
    try:
        yield
    except FormParserError as error:
        raise WrongWish("form", f"this is no form of a browser ({error!s:.80}); open the page again") from error
