"""The link of a player: notices and questions go out, heartbeats and receipts come in."""

from __future__ import annotations

from fastapi import APIRouter, Response, WebSocket
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocketDisconnect

from content.delivery.news import HELD_HEADER, NEWS_HEADER, read_held
from content.errors import StorageFull
from displayctl.hub.accounts import bearer
from displayctl.hub.dispatch import PlayerLink
from displayctl.hub.errors import NotAuthorised, NotBound
from displayctl.hub.heartbeats import (
    READ_MESSAGE,
    AlertSaid,
    AnswerSaid,
    CheckupMessage,
    Heartbeat,
    HoursMessage,
    ReceiptMessage,
    SaidByPlayer,
    Screenshot,
)
from displayctl.hub.logs import log
from displayctl.hub.message_signatures import SignedMessages
from displayctl.hub.problems import problem_of
from displayctl.hub.routes.context import services_of
from displayctl.hub.routes.sockets import pour_out
from displayctl.hub.services import Services

LARGEST_MESSAGE_BYTES = 8 << 20
router = APIRouter()


@router.websocket("/player/link")
async def link(socket: WebSocket) -> None:
    hub = services_of(socket)
    try:
        token = bearer(socket.headers.get("authorization"))
        device = await run_in_threadpool(hub.tokens.device_of, token)
    except (NotAuthorised, NotBound) as error:
        problem = problem_of(error)
        answer = Response(problem.model_dump_json(), problem.status, media_type="application/problem+json")
        await socket.send_denial_response(answer)
        return
    held = socket.headers.get(HELD_HEADER)
    await socket.accept(headers=[] if held is None else [(NEWS_HEADER.encode(), b"1")])
    link = PlayerLink(device.display_id, device.device_id, None if held is None else read_held(held))
    try:
        await run_in_threadpool(_greet, hub, link, token)
        await pour_out(socket, link.outbox, _listen(hub, socket, link, SignedMessages(token, device.public_key)))
    finally:
        await run_in_threadpool(_part, hub, link)


def _greet(hub: Services, link: PlayerLink, token: str) -> None:
    """A player may have missed what was published while it was away. One that was let go in this very moment was not
    found among the links that ended then, so it is looked at once more.
    """
    hub.fleet.connect(link)
    try:
        bound = hub.tokens.device_of(token).display_id == link.display_id
    except (NotAuthorised, NotBound):
        bound = False
    if not bound:
        link.outbox.close()
        return
    hub.wall_holds.greet(link)
    hub.carriage.greet(link)


def _part(hub: Services, link: PlayerLink) -> None:
    try:
        hub.fleet.disconnect(link)
    except (SQLAlchemyError, StorageFull) as error:
        log().warning("when a player was last seen is not kept", display=link.display_id, error=str(error)[:300])


async def _listen(hub: Services, socket: WebSocket, link: PlayerLink, signed: SignedMessages) -> None:
    """Until the player goes, or says something that it did not sign: then somebody else speaks on its link."""
    while True:
        try:
            text = await socket.receive_text()
        except (WebSocketDisconnect, KeyError):
            return
        if len(text) > LARGEST_MESSAGE_BYTES:
            return
        try:
            said = READ_MESSAGE.validate_json(signed.read(text))
        except NotAuthorised as error:
            log().warning("unsigned message; the link is ended", display=link.display_id, error=str(error))
            return
        except ValidationError as error:
            log().warning("unreadable message", display=link.display_id, error=str(error)[:300])
            continue
        try:
            await run_in_threadpool(_take, hub, link, said)
        except (SQLAlchemyError, StorageFull) as error:
            # The link stays, as alerts come over it; players say again what counts when they connect.
            log().warning("what a player said is not kept", display=link.display_id, error=str(error)[:300])


def _take(hub: Services, link: PlayerLink, said: SaidByPlayer) -> None:
    match said:
        case Heartbeat():
            hub.fleet.heard(link, said)
            hub.wall_holds.hear(link.display_id, said.hold, understands="hold" in said.model_fields_set)
            hub.wall_health.hear(link.display_id, said, hub.clock.now())
            if said.refusals != link.refused:
                link.refused = said.refusals
                hub.journals.note_refusals(link.display_id, said.refusals)
        case ReceiptMessage():
            hub.publishing.take_receipt(hub.fleet.receipt_of(link, said))
        case AlertSaid():
            hub.alerts.hear(link.display_id, said, lambda: _noted(link, said.id))
        case Screenshot():
            hub.fleet.took(said)
        case HoursMessage():
            hub.wall_health.take_hours(link.display_id, said.hours)
        case CheckupMessage():
            hub.wall_health.take_checkup(link.display_id, said.checkup)
        case AnswerSaid():
            hub.wall_answers.took(link.display_id, said)


def _noted(link: PlayerLink, name: str) -> None:
    if name:
        link.send({"type": "noted", "id": name})
