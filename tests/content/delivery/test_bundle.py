"""Bundles: what does not belong in one never becomes one."""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.delivery import bundle as bundles
from content.delivery.bundle import Bundle, is_safe_name, pack, read_folder, unpack, write_folder
from content.errors import ContentError, ContentMissing, Damaged, Refused

STEP = st.builds(str.__add__, st.sampled_from("az09"), st.text("abz09._-", max_size=20))
NAME = st.lists(STEP, min_size=1, max_size=4).map("/".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


def message(**changes: object) -> bytes:
    return json.dumps({"format": "displayctl-bundle", "version": 1, "files": {}} | changes).encode()


@settings(max_examples=40)
@given(st.dictionaries(NAME, st.binary(max_size=200), max_size=8))
def test_what_is_packed_is_unpacked(files: dict[str, bytes]) -> None:
    assert dict(unpack(pack(Bundle(files))).files) == files


def test_one_bundle_has_one_spelling() -> None:
    assert pack(Bundle({"a": b"1", "b": b"2"})) == pack(Bundle({"b": b"2", "a": b"1"}))


def test_a_bundle_cannot_be_changed_afterwards() -> None:
    files = {"a": b"1"}
    bundle = Bundle(files)
    files["a"] = b"2"
    assert bundle.files["a"] == b"1"
    with pytest.raises(TypeError):
        bundle.files["a"] = b"2"  # type: ignore[index]


@pytest.mark.parametrize(
    "name",
    [
        *("", "/etc/passwd", "../up", "a/../b", "a//b", "a/", ".hidden", "a/.b", "A", "a b", "a\n", "ä", "c:x", "a\\b"),
        *("x" * 161, "/".join("abcdefghi"), "/".join(["x" * 100] * 3)),
    ],
)
def test_names_cannot_leave_the_folder(name: str) -> None:
    assert not is_safe_name(name)
    with pytest.raises(Refused) as caught:
        Bundle({name: b""})
    assert caught.value.rule == "name"
    with pytest.raises(Refused):
        unpack(message(files={name: ""}))


def test_a_bundle_has_bounds() -> None:
    with pytest.raises(Refused, match="1025 files"):
        Bundle({f"f{number}": b"" for number in range(1025)})
    with pytest.raises(Refused, match="8 MiB"):
        Bundle({"a": bytes((8 << 20) + 1)})
    with pytest.raises(Refused, match="32 MiB"):
        Bundle({f"f{number}": bytes(7 << 20) for number in range(5)})
    with pytest.raises(Refused, match="1024 files"):
        unpack(message(files={f"f{number}": "" for number in range(1025)}))


def test_a_message_has_a_bound_before_it_is_looked_at() -> None:
    with pytest.raises(Refused, match="bytes"):
        unpack(bytes(bundles.LARGEST_PACKED + 1))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Damaged),
        (b"\xff\xfe", Damaged),
        (b"[" * 100_000, Damaged),
        (b"[]", Damaged),
        (message(format="zip"), Damaged),
        (message(version=2), Refused),
        (message(more=1), Refused),
        (message(files=[]), Refused),
        (message(files={"a": 1}), Damaged),
        (message(files={"a": "?"}), Damaged),
        (message(files={"a": "é"}), Damaged),
    ],
)
def test_other_messages_are_no_bundles(data: bytes, kind: type[ContentError]) -> None:
    with pytest.raises(kind):
        unpack(data)


@given(JSON)
def test_any_json_is_a_bundle_or_a_named_error(document: object) -> None:
    for data in (json.dumps(document).encode(), message(files=document)):
        with suppress(ContentError):
            unpack(data)


@given(st.binary(max_size=100))
def test_any_bytes_are_carried(data: bytes) -> None:
    assert unpack(message(files={"a": base64.b64encode(data).decode()})).files["a"] == data


def test_a_stick_carries_a_bundle(tmp_path: Path) -> None:
    bundle = Bundle({"metadata/timestamp.json": b"{}", "targets/prog/tugu/ab.programme.json": b"1"})
    write_folder(bundle, tmp_path / "stick")
    assert read_folder(tmp_path / "stick") == bundle


def test_what_other_systems_leave_on_a_stick_is_passed_over(tmp_path: Path) -> None:
    bundle = Bundle({"metadata/timestamp.json": b"{}"})
    write_folder(bundle, tmp_path)
    (tmp_path / "System Volume Information").mkdir()
    (tmp_path / ".Trashes").write_bytes(b"x")
    (tmp_path / "link").symlink_to("/etc/passwd")
    assert read_folder(tmp_path) == bundle


def test_a_stick_that_is_out_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentMissing, match="put the stick in again"):
        read_folder(tmp_path / "stick")


def test_a_folder_that_is_no_bundle_is_not_read_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        (tmp_path / f"f{number}").write_bytes(bytes(10))
    monkeypatch.setattr(bundles, "_MOST_ENTRIES_READ", 5)
    with pytest.raises(Refused, match="too much"):
        read_folder(tmp_path)
    monkeypatch.undo()
    monkeypatch.setattr(bundles, "MOST_FILES", 5)
    with pytest.raises(Refused, match="more than a bundle may"):
        read_folder(tmp_path)
    monkeypatch.undo()
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(Refused, match="more than a bundle may"):
        read_folder(tmp_path)
