"""What players say on their link, read with bounds on everything."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from displayctl.api.emergencies import AlertEnd
from displayctl.api.models import Base64, Count, ReceiptStage
from displayctl.api.wall_health import Checkup, HourFigures
from displayctl.api.walls import HoldKind

Sentence = Annotated[str, Field(max_length=500)]
Word = Annotated[str, Field(max_length=128)]
Stats = Annotated[dict[Word, int | float | str | bool | None], Field(max_length=64)]


class PlayerMessage(BaseModel):
    """Fields that a newer player adds are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class RefusalSaid(PlayerMessage):
    """Something the player would not believe, as it tells in its heartbeats."""

    rule: Word
    detail: Annotated[str, Field(max_length=1000)] = ""
    revision: Count = 0
    at_ms: Annotated[int, Field(ge=0, le=1 << 42)]


class HoldSaid(PlayerMessage):
    """The hold that a wall keeps; `shown_ms` is when all its pixels showed it, None before."""

    id: Word
    kind: HoldKind
    shown_ms: Annotated[int, Field(ge=0, le=1 << 42)] | None = None


class Heartbeat(PlayerMessage):
    type: Literal["heartbeat"]
    sent_ms: Annotated[int, Field(ge=0, le=1 << 53)]
    version: Word = ""
    revision: Count = 0
    showing: Annotated[dict[Word, Any], Field(max_length=32)] | None = None
    faults: Annotated[tuple[Sentence, ...], Field(max_length=64)] = ()
    free_bytes: Count | None = None
    stats: Stats = {}
    refusals: Annotated[tuple[RefusalSaid, ...], Field(max_length=8)] = ()
    hold: HoldSaid | None = None


class ReceiptMessage(PlayerMessage):
    type: Literal["receipt"]
    revision: Count
    stage: ReceiptStage
    detail: Annotated[str, Field(max_length=2000)] = ""
    missing_assets: Count = 0


class AlertSaid(PlayerMessage):
    """Something a wall says of an alert. It says it again until the hub has noted its `id`; older players have none."""

    alert_id: Word
    at_ms: Annotated[int, Field(ge=0, le=1 << 43)]
    id: Annotated[str, Field(max_length=32)] = ""


class AlertReceived(AlertSaid):
    type: Literal["alert-received"]


class AlertShown(AlertSaid):
    type: Literal["alert-shown"]
    frame: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class AlertEnded(AlertSaid):
    type: Literal["alert-ended"]
    why: AlertEnd


class Screenshot(PlayerMessage):
    type: Literal["screenshot"]
    id: Word
    png: Base64 = ""


class HoursMessage(PlayerMessage):
    type: Literal["hours"]
    hours: Annotated[tuple[HourFigures, ...], Field(max_length=64)] = ()


class CheckupMessage(PlayerMessage):
    type: Literal["checkup"]
    checkup: Checkup


class AnswerSaid(PlayerMessage):
    """What a wall answers to the order `id`; `detail` is why it does not obey."""

    type: Literal["answer"]
    id: Word
    accepted: bool
    detail: Sentence = ""


OfAlert = AlertReceived | AlertShown | AlertEnded
SaidByPlayer = Heartbeat | ReceiptMessage | OfAlert | Screenshot | HoursMessage | CheckupMessage | AnswerSaid
READ_MESSAGE: TypeAdapter[SaidByPlayer] = TypeAdapter(Annotated[SaidByPlayer, Field(discriminator="type")])
