"""Forms of browsers, read as they arrive: however they are cut into pieces, and whatever is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from displayctl.api.request_states import RequestFileKind
from displayctl.hub.errors import ServiceError, TooLarge, WrongWish
from displayctl.hub.pages.forms import LARGEST_FIELDS_BYTES, Fields, Form, check_token, read_form, token_for
from displayctl.hub.requests.arriving import Arrived, kind_of, plain_name

BOUNDARY = b"----WebKitFormBoundary7MA4YWxkTrZu0gW"
TYPE = f"multipart/form-data; boundary={BOUNDARY.decode()}"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


def part(name: str, value: bytes, file_name: str | None = None) -> bytes:
    file = "" if file_name is None else f'; filename="{file_name}"\r\nContent-Type: image/png'
    head = f'Content-Disposition: form-data; name="{name}"{file}'
    return b"--" + BOUNDARY + b"\r\n" + head.encode() + b"\r\n\r\n" + value + b"\r\n"


END = b"--" + BOUNDARY + b"--\r\n"
WHOLE = (
    part("tanda", b"abc")
    + part("judul", "Hari 🇮🇩 صلاة".encode())
    + part("hari", b"0")
    + part("hari", b"4")
    + part("lampiran", b"", "")
    + part("lampiran", PICTURE, "C:\\Users\\rina\\poster é.png")
    + part("lampiran", b"%PDF-1.7\r\n--\r\n", "surat.pdf")
    + END
)


def store(name: str, pieces: Iterable[bytes]) -> Arrived:
    data = b"".join(pieces)
    return Arrived(plain_name(name), kind_of(name, data), len(data), str(hash(data)))


def read(sent: Iterable[bytes], seen: list[Fields] | None = None, content_type: str = TYPE) -> Form:
    return read_form(content_type, sent, store, lambda fields, _: None if seen is None else seen.append(dict(fields)))


@settings(max_examples=60, deadline=None)
@given(cuts=st.lists(st.integers(1, len(WHOLE) - 1), max_size=40))
def test_a_form_is_the_same_however_it_is_cut_into_pieces(cuts: list[int]) -> None:
    edges = [0, *sorted(set(cuts)), len(WHOLE)]
    seen: list[Fields] = []
    form = read([WHOLE[start:end] for start, end in pairwise(edges)], seen)
    assert form.fields == {"tanda": ("abc",), "judul": ("Hari 🇮🇩 صلاة",), "hari": ("0", "4")}
    assert [(file.name, file.kind, file.size_bytes) for file in form.files] == [
        ("poster é.png", RequestFileKind.PICTURE, len(PICTURE)),
        ("surat.pdf", RequestFileKind.DOCUMENT, 14),
    ]
    assert seen == [form.fields]


def test_words_are_judged_before_the_first_file_is_stored() -> None:
    stored: list[str] = []

    def refuse(fields: Fields, _: bool) -> None:
        raise WrongWish("form", "no")

    def note(name: str, pieces: Iterable[bytes]) -> Arrived:
        stored.append(name)
        return store(name, pieces)

    with pytest.raises(WrongWish):
        read_form(TYPE, [WHOLE], note, refuse)
    assert stored == []


@pytest.mark.parametrize(
    ("sent", "content_type", "kind"),
    [
        (WHOLE, "application/x-www-form-urlencoded", WrongWish),
        (WHOLE, "multipart/form-data", WrongWish),
        (WHOLE, f"multipart/form-data; boundary={'x' * 300}", WrongWish),
        (b"", TYPE, WrongWish),
        (b"GET / HTTP/1.1\r\n\r\n", TYPE, WrongWish),
        (WHOLE[: len(WHOLE) // 2], TYPE, WrongWish),
        (part("judul", b"x") + b"--" + BOUNDARY, TYPE, WrongWish),
        (part("judul", b"x" * (LARGEST_FIELDS_BYTES + 1)) + END, TYPE, TooLarge),
        (b"".join(part(f"f{n}", b"") for n in range(301)) + END, TYPE, TooLarge),
        (b"".join(part("lampiran", PICTURE, f"{n}.png") for n in range(11)) + END, TYPE, TooLarge),
        (part("lampiran", PICTURE, "a.png") + part("tanda", b"late") + END, TYPE, WrongWish),
        (part("lampiran", b"MZ\x90 a program", "poster.png") + END, TYPE, WrongWish),
        (b"--" + BOUNDARY + b"\r\n" + b"X" * 9000 + b": y\r\n\r\n" + END, TYPE, WrongWish),
    ],
)
def test_what_is_no_form_of_a_browser_is_refused(sent: bytes, content_type: str, kind: type[ServiceError]) -> None:
    with pytest.raises(kind):
        read([sent], content_type=content_type)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", RequestFileKind.PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", RequestFileKind.PICTURE),
        (b"\x00\x00\x00\x18ftypheic", RequestFileKind.PICTURE),
        (b"\x00\x00\x00\x18ftypisom", RequestFileKind.VIDEO),
        (b"\x1aE\xdf\xa3", RequestFileKind.VIDEO),
        (b"%PDF-1.4", RequestFileKind.DOCUMENT),
        (b"<svg xmlns=", None),
        (b"<!doctype html>", None),
        (b"PK\x03\x04", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, kind: RequestFileKind | None) -> None:
    if kind is None:
        with pytest.raises(WrongWish, match="no picture, PDF or clip"):
            kind_of("poster.png", head)
    else:
        assert kind_of("poster.exe", head) is kind


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.png", "a.png"),
        ("\u202egnp.exe\x00", "gnp.exe"),
        ("", "tanpa nama"),
        ("/", "tanpa nama"),
        ("x" * 300 + ".png", "x" * 110 + "….png"),
    ],
)
def test_names_of_files_are_made_plain(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(("sent", "files"), [(WHOLE, True), (part("judul", b"x") + END, False)])
def test_who_judges_the_words_is_told_whether_files_come(sent: bytes, files: bool) -> None:
    told: list[bool] = []
    read_form(TYPE, [sent], store, lambda _, come: told.append(come))
    assert told == [files]


def test_a_form_without_files_takes_none() -> None:
    words = part("judul", b"x") + part("lampiran", b"", "")
    assert read_form(TYPE, [words + END], None, lambda *_: None).fields == {"judul": ("x",)}
    with pytest.raises(WrongWish, match="takes no files"):
        read_form(TYPE, [words + part("lampiran", PICTURE, "a.png") + END], None, lambda *_: None)


def test_a_token_is_good_for_its_own_browser_alone() -> None:
    check_token("cookie", token_for("cookie"))
    for secret, token in (("cookie", token_for("other")), ("", token_for("")), ("cookie", ""), ("cookie", "é\ud800")):
        with pytest.raises(WrongWish):
            check_token(secret, token)
