"""The keys that lie on one desk: made, carried to another desk on a stick, given a new passphrase, recovered."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from content.delivery.files import Files, LocalFiles, write_atomically
from content.errors import ContentError, ContentMissing, Damaged, Refused
from content.studio.operators import Operator, id_for
from content.studio.passphrases import COST
from content.studio.sealed_keys import SUFFIX, OperatorKey, new_key, operator_in, read_key_file, seal, unseal
from schedules.checks import check_id

MOST_KEYS = 64
CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
CODE_GROUPS, CODE_GROUP = 8, 4
RECOVERY_SUFFIX = ".recovery"


@dataclass(frozen=True, slots=True)
class RecoveryFiles:
    """What brings a lost key back: `file`, and `page` to be printed, which has the code. Keep the two apart."""

    file: Path
    page: Path


class KeyFolder:
    """The sealed keys in `folder`. `cost` is how long guessing a passphrase takes (see `passphrases.COST`)."""

    def __init__(self, folder: Path, cost: int = COST, files: Files | None = None) -> None:
        self._folder, self._cost, self._files = folder, cost, files or LocalFiles()

    def operators(self) -> tuple[Operator, ...]:
        """Whose keys are here, by id; files that are no keys are passed over."""
        found = []
        for path in sorted(self._folder.glob(f"*{SUFFIX}"))[:MOST_KEYS]:
            try:
                operator = operator_in(read_key_file(path, guarded=False))
            except ContentError:
                continue
            if path.name == f"{operator.id}{SUFFIX}":
                found.append(operator)
        return tuple(found)

    def make(self, name: str, passphrase: str, id: str = "") -> OperatorKey:
        """A fresh key for a person. Raises Refused (``passphrase-weak``, ``key-there``), InvalidValue, StorageFull."""
        key = new_key(id or id_for(name), name)
        self._keep_new(key.operator, seal(key, passphrase, self._cost))
        return key

    def unlock(self, id: str, passphrase: str) -> OperatorKey:
        """Raises Refused (``passphrase``, ``key-exposed``), ContentMissing, Damaged."""
        return unseal(read_key_file(self._path(id)), passphrase)

    def change_passphrase(self, id: str, old: str, new: str) -> None:
        """Raises as `unlock`, and Refused (``passphrase-weak``); copies elsewhere keep the old passphrase."""
        self._write(id, seal(self.unlock(id, old), new, self._cost))

    def bring_out(self, id: str, target: Path) -> Path:
        """Copy a key as it is, encrypted, into the folder `target`, as on a stick for another desk."""
        data = read_key_file(self._path(id))
        operator_in(data)
        return _put(self._files, target / f"{id}{SUFFIX}", data)

    def bring_in(self, source: Path, passphrase: str) -> Operator:
        """Take a key from elsewhere; its passphrase proves that it is whole. Raises as `unlock`, ``key-there``."""
        data = read_key_file(source, guarded=False)
        operator = unseal(data, passphrase).operator
        self._keep_new(operator, data)
        return operator

    def make_recovery(self, key: OperatorKey, target: Path, now: datetime) -> RecoveryFiles:
        """Write what brings `key` back into the folder `target`: a file, and a page with a code of 138 bits."""
        code = "-".join("".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_GROUP)) for _ in range(CODE_GROUPS))
        stem = target / f"{key.operator.id}{RECOVERY_SUFFIX}"
        file = _put(self._files, stem.with_name(stem.name + SUFFIX), seal(key, code, self._cost))
        page = _page(key.operator, code, file.name, now).encode()
        return RecoveryFiles(file, _put(self._files, stem.with_name(stem.name + ".txt"), page))

    def recover(self, source: Path, code: str, new_passphrase: str) -> Operator:
        """Bring a key back with the code of its page, under a new passphrase; one that is here is replaced.

        Raises Refused (``code``, ``passphrase-weak``, ``key-there`` where another person has that id), Damaged.
        """
        try:
            key = unseal(read_key_file(source, guarded=False), _spelled(code))
        except Refused as error:
            if error.rule != "passphrase":
                raise
            raise Refused("code", f"that is not the code on the page of {source.name}; read all of it again") from error
        if any(known.id == key.operator.id and known.key != key.operator.key for known in self.operators()):
            raise _there(key.operator)
        self._write(key.operator.id, seal(key, new_passphrase, self._cost))
        return key.operator

    def remove(self, id: str) -> None:
        """Forget a key on this desk, as that of a person who has left. Raises ContentMissing."""
        if not self._path(id).exists():
            raise ContentMissing(f"there is no key of {id} at this desk")
        self._files.remove(self._path(id))

    def _path(self, id: str) -> Path:
        check_id("operator.id", id)
        return self._folder / f"{id}{SUFFIX}"

    def _keep_new(self, operator: Operator, data: bytes) -> None:
        if self._path(operator.id).exists():
            raise _there(operator)
        self._write(operator.id, data)

    def _write(self, id: str, data: bytes) -> None:
        self._files.make_folder(self._folder)
        write_atomically(self._files, self._path(id), data, mode=0o600)


def _there(operator: Operator) -> Refused:
    return Refused("key-there", f"a key of {operator.id} is at this desk already; choose another id")


def _put(files: Files, path: Path, data: bytes) -> Path:
    if path.exists() and path.read_bytes() != data:
        raise Refused("file-there", f"{path} is there already; choose another folder, so that nothing is lost")
    try:
        files.make_folder(path.parent)
    except OSError as error:
        raise Damaged(f"{path.parent} cannot be written ({error.strerror}); choose another folder") from error
    write_atomically(files, path, data, mode=0o600)
    return path


def _spelled(code: str) -> str:
    """The code as it was printed, whatever a person made of its dashes and capitals."""
    letters = [letter for letter in code.upper() if letter in CODE_LETTERS]
    return "-".join("".join(letters[at : at + CODE_GROUP]) for at in range(0, len(letters), CODE_GROUP))


def _page(operator: Operator, code: str, file_name: str, now: datetime) -> str:
    half = len(code) // 2
    return _PAGE.format(
        name=operator.name,
        id=operator.id,
        fingerprint=operator.fingerprint,
        date=f"{now:%Y-%m-%d}",
        first=code[:half].strip("-"),
        second=code[half:].strip("-"),
        file=file_name,
    )


_PAGE = """displayctl: pemulihan kunci / key recovery

Pemilik / owner        {name} ({id})
Sidik jari / print     {fingerprint}
Dibuat / made          {date}

Kode / code            {first}
                       {second}

Cetak halaman ini, simpan di brankas, lalu hapus berkas teks ini. Simpan berkas {file}
di tempat lain. Siapa yang memegang keduanya dapat menandatangani atas nama pemilik.
Memulihkan: displayctl key recover {file}

Print this page, put it into a safe, then delete this text file. Keep the file {file}
elsewhere. Whoever has both can sign in the owner's name.
To recover: displayctl key recover {file}
"""
