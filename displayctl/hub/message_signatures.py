"""What players say on their links is signed message by message, and checked before it is read."""

from __future__ import annotations

from typing import Annotated

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from content.delivery.device_messages import link_message
from displayctl.hub.errors import NotAuthorised


class _Envelope(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    n: Annotated[int, Field(ge=1, le=1 << 53)]
    text: str
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]


class SignedMessages:
    """The messages of the link that was opened with `token`, by the device with `public_key` (hexadecimal)."""

    def __init__(self, token: str, public_key: str) -> None:
        self._token, self._key = token, Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        self._place = 0

    def read(self, message: str) -> str:
        """The text in `message`. Raises NotAuthorised unless the device signed it for this very place."""
        try:
            envelope = _Envelope.model_validate_json(message)
            self._key.verify(bytes.fromhex(envelope.signature), link_message(self._token, envelope.n, envelope.text))
        except (ValidationError, InvalidSignature) as error:
            raise NotAuthorised("a message on this link is not signed by its device") from error
        if envelope.n != self._place + 1:
            raise NotAuthorised(f"message {envelope.n} came after message {self._place}: one is missing or repeated")
        self._place = envelope.n
        return envelope.text
