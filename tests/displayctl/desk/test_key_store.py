"""The key store of the operating system: a passphrase that a person leaves there opens their key, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from content.errors import Refused
from content.studio.passphrases import CHEAPEST
from displayctl.desk.key_store import SERVICE, KeyStore
from displayctl.desk.unlocking import KeyCabinet
from displayctl.errors import KeyLocked, NoKeyStore

WORDS = "tiga kapal di pelabuhan"


class InMemory(KeyringBackend):
    """A key store as an operating system has one, for the time of a test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


class Closed(InMemory):
    """One that its person has not opened, or that is not there."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NoKeyringError("none")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked("locked")


@pytest.fixture
def backend() -> Iterator[InMemory]:
    before, made = keyring.get_keyring(), InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def cabinet(folder: Path) -> KeyCabinet:
    return KeyCabinet(folder, environment={}, cost=CHEAPEST)


def test_a_passphrase_left_in_the_key_store_unlocks_without_asking(tmp_path: Path, backend: InMemory) -> None:
    cabinet(tmp_path).keys.make("Sekar", WORDS)
    with pytest.raises(KeyLocked):
        cabinet(tmp_path).signatory()
    cabinet(tmp_path).store.remember("sekar", WORDS)
    desk = cabinet(tmp_path)
    desk.signatory()
    assert [person.id for person in desk.unlocked()] == ["sekar"]
    assert [service for service, _ in backend.kept] == [SERVICE]
    desk.store.forget("sekar")
    desk.store.forget("sekar")
    assert backend.kept == {}
    with pytest.raises(KeyLocked):
        cabinet(tmp_path).signatory()


def test_two_installations_of_one_user_do_not_share_it(tmp_path: Path, backend: InMemory) -> None:
    KeyStore(tmp_path / "satu").remember("sekar", WORDS)
    assert KeyStore(tmp_path / "satu").passphrase("sekar") == WORDS
    assert KeyStore(tmp_path / "dua").passphrase("sekar") is None


def test_one_that_is_not_right_any_more_is_told_and_opens_nothing(tmp_path: Path, backend: InMemory) -> None:
    cabinet(tmp_path).keys.make("Sekar", WORDS)
    cabinet(tmp_path).store.remember("sekar", "yang lama sudah diganti")
    desk = cabinet(tmp_path)
    with pytest.raises(Refused, match="not the passphrase"):
        desk.signatory()
    assert desk.unlocked() == ()


def test_a_machine_whose_key_store_is_closed_asks_the_person(tmp_path: Path, backend: InMemory) -> None:
    keyring.set_keyring(Closed())
    cabinet(tmp_path).keys.make("Sekar", WORDS)
    desk = cabinet(tmp_path)
    with pytest.raises(KeyLocked):
        desk.signatory()
    with pytest.raises(NoKeyStore, match="--passphrase-file"):
        desk.store.remember("sekar", WORDS)
    desk.store.forget("sekar")
