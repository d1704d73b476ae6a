"""Messages about emergencies: what is signed upon, and what each wall has said of an alert."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator

from displayctl.api.message import Base64, Document, Instant, Message

Digest = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]


class EmergencyState(Message):
    """What a desk needs to sign alerts: ``targets``, ``emergency`` and ``drill`` metadata bytes (base64)."""

    policy: Base64
    role: Base64
    drill: Base64


class AlertEnd(StrEnum):
    """Why an alert left a wall: its time was over, it was taken back, or another one has taken its place."""

    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class Missing(StrEnum):
    """Why a wall that should show an alert, or should have let go of it, counts as missing.

    `AWAY`: its player is not connected. `SILENT`: it is, and has not said within half a minute that the alert arrived.
    `NOT_SHOWN`: the alert arrived half a minute ago, nothing has outranked it since, and no word came that it is shown.
    `NO_PLAYER`: nobody has paired a player with this wall. `NOT_GONE`: the alert was taken back and the wall had it;
    it is away, or has not said within half a minute that it is gone. Then it may show it until its time is up.
    """

    AWAY = "away"
    SILENT = "silent"
    NOT_SHOWN = "not-shown"
    NO_PLAYER = "no-player"
    NOT_GONE = "not-gone"


class AlertReceipt(Message):
    """What one wall has said of an alert: when it had arrived, when it was first on the wall, when it was gone and why.

    `frame` is the SHA-256 of the pixels painted for it first; empty where the wall did not tell.
    """

    received_at: Instant | None = None
    shown_at: Instant | None = None
    frame: Digest = ""
    ended_at: Instant | None = None
    why: AlertEnd | None = None

    @model_validator(mode="before")
    @classmethod
    def _former(cls, value: Any) -> Any:
        """Former hubs told the instant alone at which the alert was shown."""
        return value if isinstance(value, (dict, cls)) else {"shown_at": value}


class AlertInfo(Message):
    """An alert as the hub carries it: `value` is its document, `live` whether it stands now.

    `walls` are those that should show it, `receipts` what each wall has said, `missing` the walls to look after, and
    why. A wall in neither has been told and still has a moment to answer. `endorsed_by` are the keys of the officers
    who stand behind it, `confirmed` says whether they are as many as walls want before they believe it in full.
    """

    id: str
    value: Document
    live: bool
    raised_at: Instant | None = None
    withdrawn_at: Instant | None = None
    walls: tuple[str, ...] = ()
    receipts: dict[str, AlertReceipt] = Field(default_factory=dict)
    missing: dict[str, Missing] = Field(default_factory=dict)
    endorsed_by: tuple[str, ...] = ()
    confirmed: bool = True
