"""The power goes after the n-th file operation, for every n; the store is whole afterwards and serves no wrong byte."""

from __future__ import annotations

import hashlib
from itertools import count
from pathlib import Path

import pytest

from content.delivery.files import write_atomically
from content.delivery.store import AssetStore
from content.errors import Damaged
from tests.content.delivery.power import MortalFiles, PowerCut

OLD, NEW = b"old" * 1000, b"new" * 1000
OLD_SHA, NEW_SHA = hashlib.sha256(OLD).hexdigest(), hashlib.sha256(NEW).hexdigest()


def receive_in_two_attempts(store: AssetStore) -> None:
    try:
        with store.receive(NEW_SHA, len(NEW)) as incoming:
            incoming.write(NEW[:1234])
            raise ConnectionError
    except ConnectionError:
        pass
    with store.receive(NEW_SHA, len(NEW)) as incoming:
        incoming.write(NEW[incoming.size_bytes :])


def finish(store: AssetStore) -> None:
    """Fetch the new asset as a player does after a restart: once more from the start if the partial went bad."""
    for _ in range(2):
        try:
            with store.receive(NEW_SHA, len(NEW)) as incoming:
                incoming.write(NEW[incoming.size_bytes :])
            return
        except Damaged:  # the partial had lost bytes and was dropped; the next attempt is clean
            continue


@pytest.mark.parametrize("names_lost", [False, True])
def test_a_store_is_whole_after_a_power_cut_at_any_operation(tmp_path: Path, names_lost: bool) -> None:
    for lives in count():
        root = tmp_path / str(lives)
        AssetStore(root).add_bytes(OLD)
        files = MortalFiles(lives, names_lost=names_lost)
        store = AssetStore(root, files)
        survived = True
        try:
            receive_in_two_attempts(store)
            store.remove(OLD_SHA)
        except PowerCut:
            survived = False
        files.restart()
        again = AssetStore(root)
        for sha256 in again.sizes():
            assert again.verify(sha256)
        assert again.has(NEW_SHA) or again.has(OLD_SHA)
        finish(again)
        assert again.path_of(NEW_SHA).read_bytes() == NEW
        if survived:
            break
    assert lives > 8


@pytest.mark.parametrize("names_lost", [False, True])
def test_a_file_is_old_or_new_after_a_power_cut_at_any_operation(tmp_path: Path, names_lost: bool) -> None:
    for lives in count():
        path = tmp_path / str(lives)
        path.write_bytes(OLD)
        files = MortalFiles(lives, names_lost=names_lost)
        survived = True
        try:
            write_atomically(files, path, NEW)
        except PowerCut:
            survived = False
        files.restart()
        assert path.read_bytes() in (OLD, NEW)
        if survived:
            assert path.read_bytes() == NEW
            break
    assert lives == 5
