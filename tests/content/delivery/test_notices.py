"""An alert and its pictures travel as one signed document."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest

from content.delivery import notices
from content.delivery import png as png_bounds
from content.delivery.canonical import canonical_bytes
from content.delivery.notices import Notice, pack_notice, unpack_notice
from content.errors import ContentError, Damaged, Refused
from schedules.alert import Alert, AlertLevel, AlertPicture
from tests.builders import png

PICTURE = png()
SHA = hashlib.sha256(PICTURE).hexdigest()
NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def alert(*sha256: str) -> Alert:
    pictures = tuple(AlertPicture(f"{640 + at}x384@30", digest) for at, digest in enumerate(sha256))
    return Alert("banjir", "Banjir di Luwuk", AlertLevel.AWAS, NOON, NOON, NOON + timedelta(hours=3), pictures=pictures)


def changed(**parts: object) -> bytes:
    return json.dumps(json.loads(pack_notice(Notice(alert(SHA), {SHA: PICTURE}))) | parts).encode()


def test_an_alert_brings_its_pictures_along() -> None:
    notice = Notice(alert(SHA), {SHA: PICTURE})
    assert unpack_notice(pack_notice(notice)) == notice
    assert unpack_notice(pack_notice(Notice(alert(), {}))) == Notice(alert(), {})


def test_one_notice_has_one_spelling() -> None:
    notice = Notice(alert(SHA), {SHA: PICTURE})
    assert pack_notice(notice) == pack_notice(unpack_notice(pack_notice(notice)))


def test_pictures_are_those_the_alert_names() -> None:
    for notice in (Notice(alert(SHA), {}), Notice(alert(), {SHA: PICTURE})):
        with pytest.raises(Refused) as caught:
            pack_notice(notice)
        assert caught.value.rule == "pictures"


def test_pictures_are_what_their_digest_says() -> None:
    with pytest.raises(Damaged, match=SHA):
        pack_notice(Notice(alert(SHA), {SHA: PICTURE + b"!"}))
    with pytest.raises(Damaged):
        unpack_notice(changed(pictures={SHA: base64.b64encode(PICTURE + b"!").decode()}))


@pytest.mark.parametrize("data", [b"<svg/>", PICTURE[:20], b"\x89PNG\r\n\x1a\n" + bytes(100)])
def test_pictures_are_png(data: bytes) -> None:
    digest = hashlib.sha256(data).hexdigest()
    with pytest.raises(Refused, match="no PNG"):
        pack_notice(Notice(alert(digest), {digest: data}))


@pytest.mark.parametrize(
    "data",
    [
        png(5000, 5000),
        png(1, (1 << 24) + 1),
        png(0, 10),
        png(64, 48, (b"zTXt", b"Comment\0\0" + bytes(9))),
        png(64, 48, (b"tEXt", b"a\0b"), (b"iCCP", b"sRGB\0\0" + bytes(9))),
        png(64, 48, *[(b"tEXt", b"a\0b")] * png_bounds.MOST_CHUNKS),
    ],
)
def test_pictures_that_unfold_to_more_than_the_largest_wall_are_refused_before_anybody_decodes_them(
    data: bytes,
) -> None:
    digest = hashlib.sha256(data).hexdigest()
    with pytest.raises(Refused, match=digest) as caught:
        pack_notice(Notice(alert(digest), {digest: data}))
    assert caught.value.rule == "bounds"


@pytest.mark.parametrize("data", [png(4096, 4096), png(64, 48, (b"pHYs", bytes(9)))[:-20], PICTURE + b"more"])
def test_pictures_may_be_as_large_as_the_largest_wall_and_are_not_decoded_here(data: bytes) -> None:
    digest = hashlib.sha256(data).hexdigest()
    assert unpack_notice(pack_notice(Notice(alert(digest), {digest: data}))).pictures == {digest: data}


def test_a_notice_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    huge = PICTURE + bytes(notices.LARGEST_PICTURE)
    with pytest.raises(Refused, match="4 MiB"):
        pack_notice(Notice(alert(digest := hashlib.sha256(huge).hexdigest()), {digest: huge}))
    with pytest.raises(Refused, match="7 MiB"):
        unpack_notice(bytes(notices.LARGEST_NOTICE + 1))
    monkeypatch.setattr(notices, "LARGEST_NOTICE", 100)
    with pytest.raises(Refused, match="7 MiB"):
        pack_notice(Notice(alert(SHA), {SHA: PICTURE}))


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"[" * 100_000,
        b"[]",
        b"{}",
        changed(more=1),
        changed(pictures=[]),
        changed(pictures={SHA: 1}),
        changed(pictures={SHA: "?"}),
        changed(alert={}),
    ],
)
def test_other_documents_are_no_notices(document: bytes) -> None:
    with pytest.raises(Damaged):
        unpack_notice(document)


def test_documents_have_one_spelling() -> None:
    assert canonical_bytes({"b": [1, True, None], "a": "Ä"}) == '{"a":"Ä","b":[1,true,null]}'.encode()


@pytest.mark.parametrize("document", [1.0, {"a": [0.5]}, {1: "a"}, {"a": b"x"}, "\ud800"])
def test_documents_hold_no_fractions_and_no_other_types(document: object) -> None:
    with pytest.raises(Refused) as caught:
        canonical_bytes(document)
    assert caught.value.rule == "document"
    assert isinstance(caught.value, ContentError)


def test_documents_are_not_bottomless() -> None:
    document: list[object] = []
    for _ in range(40):
        document = [document]
    with pytest.raises(Refused, match="32 levels"):
        canonical_bytes(document)
