"""The duty officer's post: raises emergencies and drills, and updates, extends, corrects, confirms and ends them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from content.delivery.notices import Notice, unpack_notice
from content.delivery.published import parsed_role
from content.delivery.roles import SignedRole, alert_path
from content.errors import ContentError
from content.studio.operators import Signatory
from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict, HubError, HubUnreachable
from displayctl.api.models import AlertInfo
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.carrying import Carried, carried_alerts, write_carried
from displayctl.desk.emergencies.changes import (
    CORRECTION_STANDS,
    Change,
    Wish,
    confirming,
    extending,
    raising,
    withdrawing,
)
from displayctl.desk.emergencies.memory import Memory
from displayctl.desk.emergencies.prepared import Prepared, is_newer, prepare, prepare_from_memory
from displayctl.desk.emergencies.standing import Standing, standing_of
from displayctl.desk.signed import signed_message
from displayctl.errors import HubNotRunning, NothingToSign
from schedules.clock import Clock, SystemClock
from schedules.codec import alert_from_dict

if TYPE_CHECKING:
    from content.studio.emergency.message import Message

_TRIES = 4
_LEAST = timedelta(minutes=1)
_TELLING = threading.Lock()
"""Of the windows of a desk that see the hub again, one tells it what went out by hand; the others see that it did."""
Making = Callable[[Prepared, datetime], Change]


@dataclass(frozen=True, slots=True)
class _Unheard:
    """A change that was sent and not answered: as it was `signed`, and what was known before."""

    change: Change
    signed: SignedRole
    upon: Prepared

    def is_taken(self, prepared: Prepared) -> bool:
        """Whether the hub has it all the same."""
        return prepared.carries(self.signed, self.change)


class DutyPost:
    """One desk's way to put emergencies on walls, or drills, never both. Threads may share it.

    What can be fetched, verified and drawn ahead is (`prepare`, `pictures.draw`); sending is one message then. All
    calls that sign raise NotOneOfThem where the key does not count, HubError where the hub refuses or does not answer,
    HubNotBelieved, and NothingToSign where what they are about does not stand any more. Without a `client`, at a desk
    where no hub runs, exporting alone works; all else raises HubNotRunning.
    """

    def __init__(
        self, client: HubClient | None, beliefs: Beliefs, *, drill: bool = False, clock: Clock | None = None
    ) -> None:
        self._client_if_any, self._beliefs, self._drill = client, beliefs, drill
        self._memory = Memory(beliefs.folder)
        self._clock = clock or SystemClock()
        self._prepared: Prepared | None = None
        self._unheard: _Unheard | None = None
        self._read = ("", b"")
        self._lock = threading.Lock()

    @property
    def _client(self) -> HubClient:
        if self._client_if_any is None:
            raise HubNotRunning("no hub is known here; start it, or write the emergency onto a stick")
        return self._client_if_any

    @property
    def drill(self) -> bool:
        """Whether this is the post for drills."""
        return self._drill

    def prepare(self) -> Prepared:
        """Everything that sending needs, fetched and verified; call it again when alerts or walls have changed.

        What this desk has sent out by hand is told to the hub first. Raises HubError, HubNotBelieved, NotFoundedYet.
        """
        found = prepare(self._client, self._beliefs, self._clock, drill=self._drill)
        with _TELLING:
            if self._tell_carried(found):
                found = prepare(self._client, self._beliefs, self._clock, drill=self._drill)
        return self._keep(found)

    def remembered(self) -> Prepared:
        """The same without a hub, from what this desk knows. Raises NothingToSign, HubNotBelieved."""
        return prepare_from_memory(self._beliefs, drill=self._drill)

    def raise_emergency(
        self,
        keyring: Signatory,
        message: Message,
        display_ids: tuple[str, ...] = (),
        *,
        duration: timedelta,
        supersedes: tuple[str, ...] = (),
        begins: datetime | None = None,
    ) -> AlertInfo:
        """Puts `message` on these walls (none: all of them) from now on, or from when it `begins`; the alert as the hub
        carries it.

        Raises DoesNotFit where the words are too long for one of the walls.
        """
        wish = Wish(message, duration, display_ids, supersedes, begins=begins)
        return self._send(keyring, self._raising(keyring, wish))

    def update(
        self, keyring: Signatory, alert_id: str, message: Message, *, duration: timedelta | None = None
    ) -> AlertInfo:
        """Other words in the place of an alert, on the same walls and until the same instant, or for `duration`."""

        def making(prepared: Prepared, now: datetime) -> Change:
            former = alert_from_dict(self._meant(prepared, alert_id).value)
            length = max(former.expires - now, _LEAST) if duration is None else duration
            return raising(prepared, keyring, Wish(message, length, former.display_ids, (former.id,)), now)

        return self._send(keyring, making)

    def extend(self, keyring: Signatory, alert_id: str, duration: timedelta) -> AlertInfo:
        """The same words and pictures for `duration` from now on; whoever extends an alert answers for it anew."""
        return self._send(keyring, lambda p, now: extending(self._notice(p, alert_id), keyring, duration, now))

    def correct(self, keyring: Signatory, alert_id: str, message: Message) -> AlertInfo:
        """RALAT: takes an alert back because it was wrong. `message` (see `Template.corrected`) stands for ten minutes
        on the walls that had it.
        """
        return self._send(keyring, self._replacing(keyring, alert_id, message, corrects=True))

    def end(self, keyring: Signatory, alert_id: str, message: Message | None = None) -> AlertInfo:
        """Takes an alert off all walls at once. With a `message` (see `Template.over`) that stands there for ten
        minutes, and is what is given back; else the ended alert.
        """
        return self._send(keyring, self._ending(keyring, alert_id, message))

    def confirm(self, keyring: Signatory, alert_id: str) -> AlertInfo:
        """A second person stands behind an alert: it runs its whole length, in the words it was written in.

        Raises Refused (``endorsements``) where this person does already.
        """
        return self._send(keyring, lambda p, now: confirming(self._notice(p, alert_id), keyring))

    def notice(self, alert_id: str) -> Notice:
        """The message and pictures of an alert that stands, as they were signed: what a second person has to look at.

        Raises NothingToSign, and Damaged where the hub gives other bytes than were signed.
        """
        known = self._known()
        return self._notice(known if known.lists(alert_id) else self.prepare(), alert_id)

    def standing(self, info: AlertInfo) -> Standing:
        """Who stands behind an alert, and what walls do until a second person does. Raises ScheduleError."""
        return standing_of(info, self._known().confirmed)

    def export_emergency(self, keyring: Signatory, folder: Path, wish: Wish) -> Carried:
        """Writes an emergency into `folder`, as on a stick, instead of sending it: for when no hub answers.

        It is signed upon what this desk knows, and told to the hub as soon as that answers. Raises NothingToSign,
        DoesNotFit, StorageFull, OSError.
        """
        return self._carry(keyring, self._raising(keyring, wish), folder)

    def export_end(self, keyring: Signatory, folder: Path, alert_id: str, message: Message | None = None) -> Carried:
        """Writes into `folder` that an alert is taken back; a `message` stands in its place for ten minutes."""
        return self._carry(keyring, self._ending(keyring, alert_id, message), folder)

    def unsent(self) -> tuple[str, ...]:
        """The ids of alerts that went out by hand and that the hub does not have: another desk was quicker, or the hub
        refused them, as where this desk's clock was ahead.

        Walls that hear the hub again lose them. A person decides: `send_unsent`, or `drop_unsent`.
        """
        return tuple(self._unsent(self._known()))

    def unsent_headlines(self) -> tuple[str, ...]:
        """What those say first, for a person to decide."""
        return tuple(unpack_notice(document).alert.headline for document in self._unsent(self._known()).values())

    def send_unsent(self, keyring: Signatory) -> AlertInfo:
        """Signs those alerts again, as they are, beside what stands. Raises NothingToSign where there are none."""

        def making(prepared: Prepared, now: datetime) -> Change:
            documents = self._unsent(prepared)
            if not documents:
                raise NothingToSign("nothing that went out by hand is unknown to the hub")
            return Change(next(iter(documents)), documents)

        sent = self._send(keyring, making)
        self._memory.forget_carried(self._known().role)
        return sent

    def drop_unsent(self) -> None:
        """Lets those alerts be forgotten."""
        self._memory.forget_carried(self._known().role)

    def _raising(self, keyring: Signatory, wish: Wish) -> Making:
        return lambda prepared, now: raising(prepared, keyring, wish, now)

    def _ending(self, keyring: Signatory, alert_id: str, message: Message | None) -> Making:
        if message is not None:
            return self._replacing(keyring, alert_id, message)

        def making(prepared: Prepared, now: datetime) -> Change:
            return withdrawing(self._meant(prepared, alert_id).id)

        return making

    def _replacing(self, keyring: Signatory, alert_id: str, message: Message, *, corrects: bool = False) -> Making:
        def making(prepared: Prepared, now: datetime) -> Change:
            wrong = alert_from_dict(self._meant(prepared, alert_id).value)
            wish = Wish(message, CORRECTION_STANDS, wrong.display_ids, (wrong.id,), wrong.id if corrects else "")
            return raising(prepared, keyring, wish, now)

        return making

    def _send(self, keyring: Signatory, making: Making) -> AlertInfo:
        """Signs and sends. Where another desk was quicker, the same is made upon what that one has sent."""
        with self._lock:
            prepared = self._prepared
        for tries in range(_TRIES):
            known, prepared = prepared, prepared or self.prepare()
            try:
                return self._sent(keyring, making, prepared)
            except (Conflict, NothingToSign) as error:
                if tries == _TRIES - 1 or (isinstance(error, NothingToSign) and known is None):
                    raise
                prepared = None
        raise AssertionError("the last try gives an answer or raises")

    def _sent(self, keyring: Signatory, making: Making, prepared: Prepared) -> AlertInfo:
        now = self._clock.now() + prepared.late  # alerts live by the clock that hub and walls share
        if self._unheard is not None and self._repeats(self._unheard, making, prepared, now):
            return prepared.info_of(self._unheard.change.about)
        change = making(prepared, now)
        signed = prepared.signed(keyring, change, now)
        try:
            answer = self._client.send_alerts(signed_message((signed,), {signed.role: prepared.version}))
        except HubUnreachable as silence:
            known = self._after_silence(_Unheard(change, signed, prepared), silence)
            return replace(known, alerts=(*known.alerts, *prepared.alerts)).info_of(change.about)
        self._unheard, known = None, self._keep(prepared.after(signed, answer, now))
        self._memory.keep_sent(signed, known.alerts)
        return known.info_of(change.about)

    def _repeats(self, unheard: _Unheard, making: Making, prepared: Prepared, now: datetime) -> bool:
        """Whether the same is asked for once more as what the hub has taken without an answer."""
        if not unheard.is_taken(prepared):
            return False
        try:
            return making(unheard.upon, now).repeats(unheard.change)
        except (NothingToSign, HubError, ContentError):
            return False

    def _meant(self, prepared: Prepared, alert_id: str) -> AlertInfo:
        """The alert that a person means by `alert_id`: what came in its place from here, where nobody heard of that.

        Raises NothingToSign where it does not stand any more.
        """
        unheard = self._unheard
        if unheard is not None and not prepared.lists(alert_id) and alert_id in unheard.change.withdrawn:
            successor = unheard.change.successor
            alert_id = successor if successor and prepared.lists(successor) else alert_id
        return prepared.info(alert_id)

    def _after_silence(self, unheard: _Unheard, silence: HubUnreachable) -> Prepared:
        """What is known now, if the hub has taken `unheard` and its answer alone was lost: whoever is told that nothing
        was sent presses again, and puts it onto the walls twice. Raises `silence` where it was not taken, or no hub
        answers; the next press then looks for it again.
        """
        self._unheard = unheard
        with self._lock:
            self._prepared = None
        try:
            found = self.prepare()
        except HubError:
            raise silence from None
        if not unheard.is_taken(found):
            raise silence
        self._unheard = None
        return found

    def _carry(self, keyring: Signatory, making: Making, folder: Path) -> Carried:
        now, prepared = self._clock.now(), self.remembered()
        change = making(prepared, now)
        signed = prepared.signed(keyring, change, now)
        before = self._memory.carried(signed.role)
        listed = parsed_role(signed.role, signed.metadata).targets
        documents = {**(before.documents if before else {}), **signed.documents}
        whole = SignedRole(
            signed.role, signed.metadata, {path: documents[path] for path in listed if path in documents}
        )
        self._memory.keep_carried(whole)
        with self._lock:
            self._prepared = None  # what is sent next builds upon this, which the hub has to be told of first
        return write_carried(whole, folder, change.about)

    def _known(self) -> Prepared:
        with self._lock:
            prepared = self._prepared
        return prepared or self.prepare()

    def _keep(self, prepared: Prepared) -> Prepared:
        with self._lock:
            self._prepared = prepared
        return prepared

    def _notice(self, prepared: Prepared, alert_id: str) -> Notice:
        meant = self._meant(prepared, alert_id).id
        document = self._document(meant)
        prepared.check_document(meant, document)
        return unpack_notice(document)

    def _document(self, alert_id: str) -> bytes:
        """As the hub has it, or as it was read last: of what was extended without an answer the hub tells no more."""
        try:
            self._read = (alert_id, self._client.alert_document(alert_id))
        except HubError:
            if self._read[0] != alert_id:
                raise
        return self._read[1]

    def _tell_carried(self, prepared: Prepared) -> bool:
        """Tells the hub of what went out by hand while it was away, unless somebody has signed something newer.

        One that the hub does not take (see `unsent`) must keep nothing else from being sent.
        """
        carried = self._memory.carried(prepared.role)
        if carried is None:
            return False
        newer = is_newer(prepared.confirmed, carried)
        if newer:
            try:
                self._client.send_alerts(signed_message((carried,), {carried.role: prepared.version}))
            except HubUnreachable:
                raise
            except HubError:
                return False
        if newer or not self._unsent(prepared):
            self._memory.forget_carried(prepared.role)
        return newer

    def _unsent(self, prepared: Prepared) -> dict[str, bytes]:
        """The documents of alerts, by id, that went out by hand, have time left, and that the hub does not have."""
        carried, now = self._memory.carried(prepared.role), self._clock.now()
        if carried is None:
            return {}
        found = {info.id: alert_from_dict(info.value) for info in carried_alerts(carried)}
        lost = [alert for alert in found.values() if alert.expires > now and not prepared.lists(alert.id)]
        paths = {alert.id: alert_path(alert.id, drill=prepared.drill) for alert in lost}
        return {alert_id: carried.documents[path] for alert_id, path in paths.items() if path in carried.documents}
