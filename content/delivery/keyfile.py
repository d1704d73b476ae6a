"""Private Ed25519 keys as files that only their owner can read: PKCS #8 in PEM, which leaves room for a passphrase."""

from __future__ import annotations

import stat
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from content.delivery.files import Files, LocalFiles, write_atomically
from content.delivery.published import parsed_role
from content.delivery.roles import ROOT, TIMESTAMP
from content.delivery.tufnames import CryptoSigner, Root
from content.errors import ContentMissing, Damaged, Refused

ONLINE_KEY, NEXT_ONLINE_KEY = "online.pem", "online-next.pem"
_LARGEST_KEY = 10_000


def load_key(path: Path) -> CryptoSigner:
    """The key at `path`. Raises ContentMissing, Damaged, or Refused (``key-exposed``) where others may read it."""
    try:
        with path.open("rb") as file:
            exposed = stat.S_IMODE(path.stat().st_mode) & 0o077
            pem = file.read(_LARGEST_KEY)
    except OSError as error:
        raise ContentMissing(f"the key {path} cannot be read ({error.strerror}); bring its backup back") from error
    if exposed:
        raise Refused("key-exposed", f"others may read the key {path}; run chmod 600 on it, or better make a new one")
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as error:
        raise Damaged(f"{path} is not a readable private key; bring its backup back") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Damaged(f"{path} is not an Ed25519 key; bring the right file back")
    return CryptoSigner(key)


def ensure_key(path: Path, files: Files | None = None) -> CryptoSigner:
    """The key at `path`; a new one is made, durably and with permissions 0600, where there is none."""
    files = files or LocalFiles()
    if not path.exists():
        pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        files.make_folder(path.parent)
        write_atomically(files, path, pem, mode=0o600)
    return load_key(path)


def online_key(folder: Path, files: Files | None = None) -> CryptoSigner:
    """The hub's own key in its `folder`, made at the first call: it signs what is current, never what is shown."""
    return ensure_key(folder / ONLINE_KEY, files)


def next_online_key(folder: Path, files: Files | None = None) -> CryptoSigner:
    """The key that the hub will have once people have signed a root that names it; made at the first call."""
    return ensure_key(folder / NEXT_ONLINE_KEY, files)


def settle_online_key(folder: Path, root: bytes, files: Files | None = None) -> CryptoSigner:
    """The hub's key that `root` names: the next one takes the place of the former where people have decided so."""
    current, path = online_key(folder, files), folder / NEXT_ONLINE_KEY
    named: Root = parsed_role(ROOT, root)
    if current.public_key.keyid in named.roles[TIMESTAMP].keyids or not path.exists():
        return current
    following = load_key(path)
    if following.public_key.keyid not in named.roles[TIMESTAMP].keyids:
        return current
    files = files or LocalFiles()
    files.rename(path, folder / ONLINE_KEY)
    files.sync_folder(folder)
    return following
