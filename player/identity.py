"""Who this device is: its Ed25519 key, made once and never sent, and the wall a person bound it to."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from content.errors import Damaged
from player.errors import StateUnusable
from schedules.checks import check_id
from schedules.errors import InvalidValue

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from content.delivery.pin import Pin

KEY_NAME, BINDING_NAME, ROOT_NAME, PIN_NAME = "device.key", "binding.json", "root.json", "hub-pin.json"


class DeviceIdentity:
    """The device's key. `device_id`, also its fingerprint, is the SHA-256 of the raw public key in hexadecimal."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public_key = key.public_key().public_bytes_raw()
        self.device_id = hashlib.sha256(self.public_key).hexdigest()

    def sign(self, purpose: str, text: str) -> str:
        """The signature, in hexadecimal, over ``purpose:text``."""
        return self._key.sign(f"{purpose}:{text}".encode()).hex()

    def sign_bytes(self, message: bytes) -> str:
        """The signature over `message`, which says itself what it is for, in hexadecimal."""
        return self._key.sign(message).hex()

    @classmethod
    def load_or_make(cls, folder: Path) -> DeviceIdentity:
        """The key in `folder`; a new one, readable by its owner alone, where there is none. Raises StateUnusable."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        path = folder / KEY_NAME
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            key = Ed25519PrivateKey.generate()
            write_atomically(path, key.private_bytes_raw(), mode=0o600)
            return cls(key)
        except OSError as error:
            raise StateUnusable(f"the device key {path} cannot be read: {error}") from error
        if len(raw) != 32:
            raise StateUnusable(f"the device key {path} is damaged; take it away and enrol this player again")
        return cls(Ed25519PrivateKey.from_private_bytes(raw))


@dataclass(frozen=True, slots=True)
class Binding:
    """The wall this device shows, the root of trust it was given when a person approved it, and the authority of the
    hub that it met then: None on one machine without TLS, and where it was loaded (`load_pin` is for that).
    """

    display_id: str
    root: bytes
    pin: Pin | None = None


def load_binding(folder: Path) -> Binding | None:
    """The stored binding, or None where the device was never approved (or what is stored is damaged)."""
    try:
        display_id = json.loads((folder / BINDING_NAME).read_bytes())["display_id"]
        check_id("binding.display_id", display_id)
        return Binding(display_id, (folder / ROOT_NAME).read_bytes())
    except (OSError, ValueError, KeyError, TypeError, InvalidValue):
        return None


def load_pin(folder: Path) -> Pin | None:
    """The authority to pin; None where there is none or it was damaged: then a person has to pair this player anew, and
    the wall plays on until then.
    """
    from content.delivery.pin import pin_from_json

    try:
        return pin_from_json((folder / PIN_NAME).read_bytes())
    except (OSError, Damaged):
        return None


def forget_hub(folder: Path) -> None:
    """Forget which hub this player was paired with; it asks to be paired anew, and plays on until then."""
    (folder / PIN_NAME).unlink(missing_ok=True)
    (folder / BINDING_NAME).unlink(missing_ok=True)


def save_binding(folder: Path, binding: Binding) -> None:
    """Keep `binding`; root and pin first, so that a binding never stands without them."""
    from content.delivery.pin import pin_to_json

    if binding.pin is not None:
        write_atomically(folder / PIN_NAME, pin_to_json(binding.pin))
    write_atomically(folder / ROOT_NAME, binding.root)
    write_atomically(folder / BINDING_NAME, json.dumps({"display_id": binding.display_id}).encode())


def write_atomically(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Replace `path` by `content`, whole or not at all, on the disk when this returns. Raises StateUnusable."""
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(exist_ok=True)
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise StateUnusable(f"{path} cannot be written: {error.strerror}; make room or correct its owner") from error
