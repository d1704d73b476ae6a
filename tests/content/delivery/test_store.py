"""The store: what has a name is whole and right."""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.delivery.files import LocalFiles, storage_error, write_atomically
from content.delivery.store import AssetStore, StoredAsset
from content.errors import ContentMissing, Damaged, StorageFull
from schedules.errors import InvalidValue

DATA = bytes(range(256)) * 64
SHA = hashlib.sha256(DATA).hexdigest()
OTHER = hashlib.sha256(b"another").hexdigest()


class SmallDisk(LocalFiles):
    """A disk that is full after `room` bytes."""

    def __init__(self, room: int, code: int = errno.ENOSPC) -> None:
        self.room, self.code = room, code

    def write(self, file: BinaryIO, data: bytes) -> None:
        super().write(file, data[: self.room])
        self.room -= len(data)
        if self.room < 0:
            raise OSError(self.code, os.strerror(self.code))


class DiskWithoutNames(LocalFiles):
    """A disk that cannot take another name."""

    def rename(self, source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "no room for names")


class DiskThatCannotSync(LocalFiles):
    def __init__(self, code: int) -> None:
        self.code = code

    def sync(self, file: BinaryIO) -> None:
        raise OSError(self.code, os.strerror(self.code))


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path)


def interrupt(store: AssetStore, sha256: str, size_bytes: int | None = None, *, data: bytes) -> None:
    """Let `data` arrive, from where the partial ends, and the line break then."""
    with suppress(ConnectionError), store.receive(sha256, size_bytes) as incoming:
        incoming.write(data[incoming.size_bytes :])
        raise ConnectionError


def leftovers(root: Path) -> list[str]:
    return [path.name for path in (root / "incoming").glob("*")]


def test_bytes_come_back_under_their_digest(store: AssetStore) -> None:
    assert store.add_bytes(DATA) == StoredAsset(SHA, len(DATA))
    assert store.has(SHA)
    assert store.path_of(SHA).read_bytes() == DATA
    with store.open(SHA) as file:
        assert file.read() == DATA
    assert store.sizes() == {SHA: len(DATA)}
    assert store.verify(SHA) == StoredAsset(SHA, len(DATA))


def test_a_file_is_copied_and_may_go_afterwards(store: AssetStore, tmp_path: Path) -> None:
    source = tmp_path / "poster.png"
    source.write_bytes(DATA)
    assert store.add_file(source).sha256 == SHA
    source.unlink()
    assert store.verify(SHA)


def test_a_file_that_is_gone_or_cannot_be_read_is_said_by_name(store: AssetStore, tmp_path: Path) -> None:
    with pytest.raises(ContentMissing, match=r"poster\.png"):
        store.add_file(tmp_path / "poster.png")
    with pytest.raises(ContentMissing, match="cannot be read"):
        store.add_file(tmp_path)
    assert leftovers(tmp_path) == []


def test_a_file_that_fails_in_the_middle_leaves_nothing(store: AssetStore, tmp_path: Path) -> None:
    with pytest.raises(ContentMissing, match="to its end"):
        store.add_file(Path("/proc/self/mem"))
    assert leftovers(tmp_path) == []


def test_what_was_never_stored_is_missing(store: AssetStore) -> None:
    for ask in (store.path_of, store.open, store.verify):
        with pytest.raises(ContentMissing, match=SHA):
            ask(SHA)
    assert not store.has(SHA)
    assert store.partial_size(SHA) == 0
    store.remove(SHA)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", SHA.upper(), SHA + "\n", SHA[:-1]])
def test_only_digests_are_names(store: AssetStore, name: str) -> None:
    for ask in (
        store.path_of,
        store.open,
        store.verify,
        store.has,
        store.remove,
        store.partial_size,
        store.drop_partial,
    ):
        with pytest.raises(InvalidValue):
            ask(name)
    with pytest.raises(InvalidValue), store.receive(name):
        pass
    with pytest.raises(InvalidValue), store.receive(SHA, -1):
        pass


def test_an_interrupted_asset_goes_on_where_it_stopped(store: AssetStore, tmp_path: Path) -> None:
    interrupt(store, SHA, len(DATA), data=DATA[:1000])
    assert store.partial_size(SHA) == 1000
    assert not store.has(SHA)
    again = AssetStore(tmp_path)
    with again.receive(SHA, len(DATA)) as incoming:
        assert incoming.size_bytes == 1000
        incoming.write(DATA[1000:])
    assert incoming.stored == SHA
    assert again.partial_size(SHA) == 0
    assert again.verify(SHA)


def test_a_sender_that_cannot_continue_starts_over(store: AssetStore) -> None:
    interrupt(store, SHA, data=DATA[:1000])
    with store.receive(SHA) as incoming:
        incoming.start_over()
        incoming.write(DATA)
    assert store.verify(SHA)


def test_a_partial_longer_than_announced_starts_over(store: AssetStore) -> None:
    interrupt(store, SHA, data=DATA + DATA)
    with store.receive(SHA, len(DATA)) as incoming:
        assert incoming.size_bytes == 0
        incoming.write(DATA)
    assert store.has(SHA)


def test_fewer_bytes_than_announced_are_kept_and_said(store: AssetStore) -> None:
    with pytest.raises(ContentMissing, match="only 10 of 16384"), store.receive(SHA, len(DATA)) as incoming:
        incoming.write(DATA[:10])
    assert store.partial_size(SHA) == 10


def test_more_bytes_than_announced_are_refused_and_dropped(store: AssetStore) -> None:
    with pytest.raises(Damaged, match="more than the announced 10 bytes"), store.receive(SHA, 10) as incoming:
        incoming.write(DATA)
    assert store.partial_size(SHA) == 0


def test_wrong_bytes_are_refused_and_dropped(store: AssetStore, tmp_path: Path) -> None:
    with pytest.raises(Damaged, match=OTHER), store.receive(OTHER, len(DATA)) as incoming:
        incoming.write(DATA)
    assert not store.has(OTHER)
    assert leftovers(tmp_path) == []


def test_a_damaged_asset_is_set_aside(store: AssetStore, tmp_path: Path) -> None:
    store.add_bytes(DATA)
    path = store.path_of(SHA)
    path.write_bytes(DATA[:-1] + b"!")
    with pytest.raises(Damaged, match="set aside"):
        store.verify(SHA)
    assert not store.has(SHA)
    assert (tmp_path / "quarantine" / SHA).exists()
    store.add_bytes(DATA)
    assert store.verify(SHA)


def test_an_asset_that_the_disk_cannot_read_is_set_aside(store: AssetStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_bytes(DATA)
    monkeypatch.setattr(store, "open", lambda _: Path("/proc/self/mem").open("rb"))  # noqa: SIM115
    with pytest.raises(Damaged, match="cannot be read from the disk"):
        store.verify(SHA)
    assert not store.has(SHA)


def test_two_senders_of_one_asset_do_not_disturb_each_other(store: AssetStore) -> None:
    with store.receive(SHA) as first:
        first.write(DATA[:100])
        with store.receive(SHA) as second:
            assert second.size_bytes == 0
            second.write(DATA)
        assert store.has(SHA)
        first.write(DATA[100:])
    assert store.verify(SHA)


def test_many_threads_may_add_the_same_bytes(store: AssetStore) -> None:
    threads = [threading.Thread(target=store.add_bytes, args=(DATA,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.verify(SHA)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path, code: int) -> None:
    AssetStore(tmp_path).add_bytes(b"another")
    store = AssetStore(tmp_path, SmallDisk(1000, code))
    with pytest.raises(StorageFull, match="no room is left"), store.receive(SHA, len(DATA)) as incoming:
        incoming.write(DATA)
    assert leftovers(tmp_path) == []
    assert store.verify(OTHER)


def test_a_disk_full_at_the_last_moment_leaves_no_partial(tmp_path: Path) -> None:
    with pytest.raises(StorageFull):
        AssetStore(tmp_path, DiskThatCannotSync(errno.ENOSPC)).add_bytes(DATA)
    assert leftovers(tmp_path) == []


def test_a_disk_without_room_for_a_name_leaves_no_nameless_partial(tmp_path: Path) -> None:
    with pytest.raises(StorageFull):
        AssetStore(tmp_path, DiskWithoutNames()).add_bytes(DATA)
    assert leftovers(tmp_path) == []


def test_a_broken_disk_keeps_what_may_be_continued(tmp_path: Path) -> None:
    store = AssetStore(tmp_path, DiskThatCannotSync(errno.EIO))
    with pytest.raises(OSError, match="Input/output"), store.receive(SHA) as incoming:
        incoming.write(DATA)
    assert store.partial_size(SHA) == len(DATA)


def test_keeping_only_what_is_wanted_frees_the_rest(store: AssetStore) -> None:
    store.add_bytes(DATA)
    store.add_bytes(b"another")
    unwanted = hashlib.sha256(b"third").hexdigest()
    for sha256 in (unwanted, OTHER):
        interrupt(store, sha256, data=b"thi")
    assert store.keep_only({OTHER}) == len(DATA) + 3
    assert store.sizes() == {OTHER: 7}
    assert store.partial_size(OTHER) == 3


def test_a_partial_can_be_dropped(store: AssetStore) -> None:
    interrupt(store, SHA, data=b"x")
    store.drop_partial(SHA)
    assert store.partial_size(SHA) == 0


def test_the_sweep_at_start_takes_old_and_nameless_partials(store: AssetStore, tmp_path: Path) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    (tmp_path / "incoming").mkdir()
    for stem, age in ((SHA, timedelta(days=8)), (OTHER, timedelta(days=6)), ("new-0123", timedelta())):
        path = tmp_path / "incoming" / f"{stem}.part"
        path.write_bytes(b"abc")
        os.utime(path, (stamp := (now - age).timestamp(), stamp))
    assert store.sweep(now) == 6
    assert leftovers(tmp_path) == [f"{OTHER}.part"]


def test_the_sweep_takes_what_was_set_aside_long_ago(store: AssetStore, tmp_path: Path) -> None:
    store.add_bytes(DATA)
    store.path_of(SHA).write_bytes(b"bad")
    with pytest.raises(Damaged):
        store.verify(SHA)
    now = datetime.fromtimestamp((tmp_path / "quarantine" / SHA).stat().st_ctime, UTC)
    assert store.sweep(now + timedelta(days=6)) == 0
    assert store.sweep(now + timedelta(days=8)) == 3
    assert list((tmp_path / "quarantine").iterdir()) == []


def test_the_sweep_leaves_what_is_arriving(store: AssetStore, tmp_path: Path) -> None:
    with store.receive() as incoming:
        incoming.write(DATA)
        store.sweep(datetime(2099, 1, 1, tzinfo=UTC))
        assert len(leftovers(tmp_path)) == 1
    assert store.has(SHA)


@settings(max_examples=50, deadline=None)
@given(cuts=st.lists(st.integers(0, len(DATA)), max_size=6))
def test_any_cutting_into_pieces_and_attempts_gives_the_same_asset(
    cuts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = AssetStore(tmp_path_factory.mktemp("store"))
    for cut in sorted(cuts):
        interrupt(store, SHA, len(DATA), data=DATA[:cut])
    with store.receive(SHA, len(DATA)) as incoming:
        incoming.write(DATA[incoming.size_bytes :])
    assert store.verify(SHA)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_atomically(LocalFiles(), path, b"one")
    with pytest.raises(StorageFull, match=r"state\.json"):
        write_atomically(SmallDisk(1), path, b"two")
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["state.json"]


def test_errors_that_are_not_about_room_stay_what_they_are(tmp_path: Path) -> None:
    error = PermissionError(errno.EACCES, "no")
    assert storage_error(error, tmp_path) is error
