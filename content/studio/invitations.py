"""Invitation files: somebody's public key with their name, signed with that key, so that others can let them sign too.

The signature proves that the name and the key came from one hand, and that the file is whole. Whose hand it was two
people find out by reading the fingerprint to each other.
"""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from content.delivery.canonical import canonical_bytes
from content.delivery.files import Files, LocalFiles, write_atomically
from content.errors import ContentMissing, Damaged
from content.studio.operators import Operator
from content.studio.sealed_keys import OperatorKey
from schedules.errors import InvalidValue

FORMAT, VERSION = "displayctl-invitation", 1
SUFFIX = ".undangan"
LARGEST_FILE = 4096


def write_invitation(key: OperatorKey, folder: Path, files: Files | None = None) -> Path:
    """Put the invitation of a key's owner into `folder`, as on a stick; its file. Raises StorageFull, OSError."""
    disk = files or LocalFiles()
    head = _head(key.operator)
    signature = key.private.sign(canonical_bytes(head))
    data = json.dumps({**head, "signature": base64.b64encode(signature).decode()}, indent=1).encode() + b"\n"
    path = folder / f"{key.operator.id}{SUFFIX}"
    disk.make_folder(folder)
    write_atomically(disk, path, data)
    return path


def read_invitation(path: Path) -> Operator:
    """Who wants to sign too. Raises ContentMissing, Damaged for a file that was changed or is no invitation."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ContentMissing(f"the invitation {path} cannot be read ({error.strerror}); name another file") from error
    return _invited(data)


def _invited(data: bytes) -> Operator:
    try:
        plain = json.loads(data) if len(data) <= LARGEST_FILE else {}
        if plain["format"] != FORMAT or plain["version"] != VERSION:
            raise ValueError("another format or version")
        operator = Operator(plain["id"], plain["name"], plain["key"])
        signature = base64.b64decode(plain["signature"], validate=True)
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error, InvalidValue) as error:
        raise Damaged(f"this is no invitation of displayctl ({error!s:.100}); bring the right file") from error
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(operator.key))
        public.verify(signature, canonical_bytes(_head(operator)))
    except InvalidSignature as error:
        raise Damaged(f"the invitation of {operator.name} was changed on its way; let them write it again") from error
    return operator


def _head(operator: Operator) -> dict[str, str | int]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": operator.id,
        "name": operator.name,
        "key": operator.key,
    }
