"""How a player proves that it is the device a person approved: a question, a signature, a token for some minutes."""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from itsdangerous import BadData, URLSafeTimedSerializer

from content.delivery.files import LocalFiles, write_atomically
from displayctl.hub.errors import NotAuthorised, NotBound
from displayctl.hub.repositories.devices import Device
from displayctl.hub.storage import Storage
from schedules.clock import Clock

TOKEN_SECONDS = 15 * 60
QUESTION_SECONDS = 60.0
MOST_QUESTIONS = 10_000
SECRET_NAME, SECRET_BYTES = "token.secret", 64


class DeviceTokens:
    """Questions are kept in memory, each answered once; tokens are signed with a secret of this hub."""

    def __init__(self, storage: Storage, secret: bytes, clock: Clock) -> None:
        self._storage, self._clock = storage, clock
        self._serializer = URLSafeTimedSerializer(secret, salt="displayctl device token")
        self._questions: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, device_id: str) -> str:
        """A question for a device, good for one minute. Raises NotBound."""
        self._device(device_id)
        question = secrets.token_hex(32)
        with self._lock:
            self._questions[question] = (device_id, self._clock.monotonic() + QUESTION_SECONDS)
            while len(self._questions) > MOST_QUESTIONS:
                self._questions.popitem(last=False)
        return question

    def answer(self, device_id: str, question: str, signature: str) -> str:
        """A token for a device that signed its question. Raises NotBound, NotAuthorised."""
        device = self._device(device_id)
        with self._lock:
            asked, ends = self._questions.pop(question, ("", 0.0))
        if not secrets.compare_digest(asked.encode(), device_id.encode()) or self._clock.monotonic() >= ends:
            raise NotAuthorised("this question was not asked, or too long ago; ask for a new one")
        check_signature(device.public_key, f"token:{question}", signature)
        token = self._serializer.dumps(device_id)
        return token if isinstance(token, str) else token.decode()

    def device_of(self, token: str) -> Device:
        """The device that holds `token`, as it is bound now. Raises NotAuthorised, NotBound."""
        try:
            device_id = self._serializer.loads(token, max_age=TOKEN_SECONDS)
        except BadData as error:
            raise NotAuthorised("the device token is not good (any more); ask for a new one") from error
        return self._device(str(device_id))

    def _device(self, device_id: str) -> Device:
        with self._storage.reading() as work:
            device = work.devices.find(device_id)
        if device is None:
            raise NotBound("this device is not bound to a display; approve its code at the desk")
        return device


def device_id_of(public_key: str) -> str:
    """The name of a device: the SHA-256 of its raw public key, in hexadecimal like the key."""
    return hashlib.sha256(bytes.fromhex(public_key)).hexdigest()


def check_signature(public_key: str, message: str, signature: str) -> None:
    """Raises NotAuthorised unless `signature` (hexadecimal) is that of `message` by `public_key`."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(bytes.fromhex(signature), message.encode())
    except (InvalidSignature, ValueError) as error:
        raise NotAuthorised("the signature is not that of this device's key") from error


def load_secret(folder: Path) -> bytes:
    """The secret that signs device tokens, made at first start, readable by its owner alone.

    One that is not whole, as after a power cut, is made anew: players then ask for new tokens. Raises StorageFull,
    OSError.
    """
    path = folder / SECRET_NAME
    try:
        with path.open("rb") as file:
            secret = file.read(SECRET_BYTES)
    except FileNotFoundError:
        secret = b""
    if len(secret) < SECRET_BYTES:
        secret = secrets.token_bytes(SECRET_BYTES)
        write_atomically(LocalFiles(), path, secret, mode=0o600)
    return secret
