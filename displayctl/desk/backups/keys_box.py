"""The keys of an installation in one sealed box, for whoever wants them in a backup: useless without its passphrase.

AES-256-GCM under a key that scrypt makes of the passphrase, as the files of operators' keys are sealed.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from content.errors import Refused
from content.studio.passphrases import COST, check_passphrase, stretched
from displayctl.desk.backups.contents import SECRETS
from displayctl.desk.installation import Installation
from displayctl.errors import BackupDamaged

FORMAT = "displayctl-keys"
LARGEST_BOX = 4 << 20
LARGEST_SECRET = 1 << 20
KEY_FOLDER = "keys"
HUB_FOLDER = "hub"
_SALT, _NONCE = 16, 12


def gather_keys(installation: Installation) -> dict[str, bytes]:
    """The hub's own keys and the operators' (which are encrypted already), by their place in the installation."""
    hub = installation.hub_folder
    files = [path for name in SECRETS for path in ((hub / name).rglob("*") if (hub / name).is_dir() else [hub / name])]
    files += sorted(installation.keys_folder.glob("*"))
    return {
        path.relative_to(installation.data).as_posix(): path.read_bytes()
        for path in files
        if path.is_file() and path.stat().st_size <= LARGEST_SECRET
    }


def seal_keys(keys: Mapping[str, bytes], passphrase: str, cost: int = COST) -> bytes:
    """`keys` in a box. Raises Refused (``passphrase-weak``)."""
    check_passphrase(passphrase)
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    head = {"format": FORMAT, "cost": cost, "salt": base64.b64encode(salt).decode()}
    plain = json.dumps({name: base64.b64encode(data).decode() for name, data in keys.items()}).encode()
    sealed = AESGCM(stretched(passphrase, salt, cost)).encrypt(nonce, plain, _bound(head))
    return json.dumps({**head, "sealed": base64.b64encode(nonce + sealed).decode()}).encode()


def open_box(data: bytes, passphrase: str) -> dict[str, bytes]:
    """The keys in a box, by their place. Raises Refused (``passphrase``) for a wrong one, BackupDamaged."""
    try:
        if len(data) > LARGEST_BOX:
            raise ValueError("too large")
        plain = json.loads(data)
        head = {name: plain[name] for name in ("format", "cost", "salt")}
        salt, sealed = base64.b64decode(head["salt"]), base64.b64decode(plain["sealed"])
        if head["format"] != FORMAT or not isinstance(head["cost"], int):
            raise ValueError("another format")
        key = stretched(passphrase, salt, head["cost"])
        opened = json.loads(AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(head)))
        return {_checked(name): base64.b64decode(value) for name, value in opened.items()}
    except InvalidTag as error:
        raise Refused("passphrase", "this is not the passphrase that the keys were sealed with; try again") from error
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise BackupDamaged("the sealed keys in the backup are damaged; use another backup") from error


def put_keys_back(installation: Installation, keys: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write `keys` to their places where none lie there yet; the names of those that were written. Raises OSError."""
    written = []
    for name, data in sorted(keys.items()):
        place = installation.data / name
        if place.exists():
            continue
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written.append(name)
    return tuple(written)


def _bound(head: Mapping[str, object]) -> bytes:
    return json.dumps(head, sort_keys=True).encode()


def _checked(name: str) -> str:
    path = PurePosixPath(name)
    inside = len(path.parts) > 1 and path.parts[0] in (HUB_FOLDER, KEY_FOLDER)
    known = path.parts[0] == KEY_FOLDER or (inside and path.parts[1] in SECRETS)
    if not inside or not known or ".." in path.parts or path.is_absolute():
        raise ValueError(f"{name!r} is no place of a key")
    return name


def keys_are_there(installation: Installation) -> bool:
    """Whether the hub's own key lies in the installation, so that none has to be brought back."""
    return (installation.hub_folder / SECRETS[0]).exists()


def box_in(path: Path) -> bytes:
    """The bytes of a box. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST_BOX + 1)
