"""What a desk knows before an emergency is sent: the verified set of alerts, the walls, and what stands on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tuf.api.exceptions import RepositoryError

from content.delivery.published import parsed_role
from content.delivery.roles import DRILL, EMERGENCY, POLICY, SignedRole, alert_path
from content.errors import Damaged, Refused
from content.studio.confirming import Confirmed, missing_for
from content.studio.operators import Signatory
from content.studio.signing import sign_alert
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError, HubUnreachable
from displayctl.api.models import AlertInfo, PartKind
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.carrying import carried_alerts
from displayctl.desk.emergencies.changes import Change
from displayctl.desk.emergencies.memory import Memory
from displayctl.desk.signed import check_signatory
from displayctl.errors import HubNotBelieved, NothingToSign
from schedules.clock import Clock
from schedules.codec import alert_from_dict, display_from_dict
from schedules.display import Display
from schedules.errors import ScheduleError

MOST_WRONG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that signing an emergency needs besides a key; `metadata` is the signed set to build upon.

    `online` tells whether a hub said so just now; else it is what this desk remembers, as of `at`. `late` is by how
    much this desk's clock is behind the hub's, or ahead where it is negative.
    """

    confirmed: Confirmed
    metadata: bytes
    walls: tuple[Display, ...]
    alerts: tuple[AlertInfo, ...]
    at: datetime
    drill: bool = False
    online: bool = True
    late: timedelta = timedelta(0)

    @property
    def role(self) -> str:
        """The role that signs: drills have one of their own."""
        return DRILL if self.drill else EMERGENCY

    @property
    def version(self) -> int:
        """The version of the signed set."""
        return int(parsed_role(self.role, self.metadata).version)

    def lists(self, alert_id: str) -> bool:
        """Whether an alert is in the signed set."""
        return alert_path(alert_id, drill=self.drill) in parsed_role(self.role, self.metadata).targets

    def info(self, alert_id: str) -> AlertInfo:
        """What the hub said of an alert. Raises NothingToSign where it does not stand any more."""
        if not self.lists(alert_id):
            raise _not_standing(alert_id)
        return self.info_of(alert_id)

    def info_of(self, alert_id: str) -> AlertInfo:
        """What the hub said of an alert, whether or not it stands. Raises NothingToSign where it said nothing."""
        for info in self.alerts:
            if info.id == alert_id:
                return info
        raise _not_standing(alert_id)

    def check_document(self, alert_id: str, document: bytes) -> None:
        """Raises Damaged unless `document` is what was signed of this alert."""
        target = parsed_role(self.role, self.metadata).targets.get(alert_path(alert_id, drill=self.drill))
        if target is None:
            raise _not_standing(alert_id)
        try:
            target.verify_length_and_hashes(document)
        except RepositoryError as error:
            raise Damaged(f"the hub gave other bytes of {alert_id} than were signed; look into the hub") from error

    def signed(self, keyring: Signatory, change: Change, now: datetime) -> SignedRole:
        """The set after `change`, and without the alerts that are over: those would be carried to walls for ever. Over
        is what ended both by this desk's clock and by the hub's word: one clock that is ahead must take nothing back.

        Raises NotOneOfThem, Refused, and NothingToSign where nothing would change.
        """
        check_signatory(self.confirmed, keyring, self.role)
        over = {info.id for info in self.alerts if not info.live and _is_over(info, now)}
        signed = SignedRole(self.role, self.metadata)
        for alert_id in sorted({*change.withdrawn, *over} - change.documents.keys()):
            if self.lists(alert_id):
                signed = sign_alert(keyring, signed.metadata, alert_id, None, now, drill=self.drill)
        documents: dict[str, bytes] = {}
        for alert_id, document in change.documents.items():
            signed = sign_alert(keyring, signed.metadata, alert_id, document, now, drill=self.drill)
            documents |= signed.documents
        if signed.metadata == self.metadata:
            raise _not_standing(change.about)
        return replace(signed, documents=documents)

    def carries(self, signed: SignedRole, change: Change) -> bool:
        """Whether the signed set has what `change` brought about when it was `signed`."""
        here, there = (parsed_role(self.role, each).targets for each in (self.metadata, signed.metadata))
        paths = [alert_path(alert_id, drill=self.drill) for alert_id in change.documents]
        taken = all(path in here and here[path].hashes == there[path].hashes for path in paths)
        return taken and not any(self.lists(alert_id) for alert_id in change.withdrawn)

    def after(self, signed: SignedRole, alerts: tuple[AlertInfo, ...], now: datetime) -> Prepared:
        """What is known once `signed` was taken, and the hub has said what stands now."""
        told = {info.id: info for info in (*self.alerts, *alerts)}
        return replace(self, metadata=signed.metadata, alerts=tuple(told.values()), at=now)


def prepare(client: HubClient, beliefs: Beliefs, clock: Clock, *, drill: bool = False) -> Prepared:
    """Asks a hub for everything, verifies it, and remembers it for the day on which no hub answers.

    Walls that a busy hub cannot tell of are those of last time. Raises HubError, HubNotBelieved, NotFoundedYet.
    """
    memory, role, now = Memory(beliefs.folder), DRILL if drill else EMERGENCY, clock.now()
    state = client.approvals.trust((EMERGENCY, DRILL))
    confirmed = beliefs.confirm(state)
    metadata = confirmed.role(role)
    if metadata is None:
        raise HubNotBelieved("the hub hands out no signed set of alerts at all; bring its newest backup back")
    walls, alerts = _walls(client, memory), client.alerts()
    memory.keep(state, walls, alerts, now)
    return Prepared(confirmed, metadata, walls, alerts, now, drill, late=_late(client, clock))


def prepare_from_memory(beliefs: Beliefs, *, drill: bool = False) -> Prepared:
    """The same from what this desk has verified last, and from what it has sent out by hand since then.

    All of it is verified again: somebody may have written into the files. Raises NothingToSign where this desk has
    never met a hub, HubNotBelieved.
    """
    memory, role = Memory(beliefs.folder), DRILL if drill else EMERGENCY
    known = memory.recall()
    if known is None:
        raise NothingToSign("this desk has never spoken with its hub, so it knows no walls; start the hub first")
    confirmed = beliefs.confirm(known.state)
    metadata, carried = confirmed.role(role), memory.carried(role)
    if metadata is None:
        raise HubNotBelieved("this desk remembers no signed set of alerts; start the hub first")
    alerts = known.alerts
    if carried is not None and is_newer(confirmed, carried):
        metadata, alerts = carried.metadata, (*alerts, *carried_alerts(carried))
    return Prepared(confirmed, metadata, known.walls, alerts, known.at, drill, online=False)


def is_newer(confirmed: Confirmed, signed: SignedRole) -> bool:
    """Whether `signed` is signed by those who may, and newer than what was confirmed of its role."""
    known = confirmed.role(signed.role)
    try:
        version = parsed_role(signed.role, signed.metadata).version
        missing = missing_for(signed.role, signed.metadata, parsed_role(POLICY, confirmed.policy))
    except Refused:
        return False
    return not missing and (known is None or version > parsed_role(signed.role, known).version)


def _late(client: HubClient, clock: Clock) -> timedelta:
    """By how much `clock` is behind the hub's. What the way there and back explains is nothing, and so is what no clock
    is wrong by: a hub that says so must not date what people sign.
    """
    before = clock.now()
    hub, after = client.health().now, clock.now()
    late = max(hub - after, timedelta(0)) + min(hub - before, timedelta(0))
    return late if abs(late) <= MOST_WRONG else timedelta(0)


def _walls(client: HubClient, memory: Memory) -> tuple[Display, ...]:
    try:
        return tuple(display_from_dict(part.value) for part in client.parts(PartKind.DISPLAY))
    except HubUnreachable:
        raise
    except (HubError, ScheduleError):
        known = memory.recall()
        if known is None:
            raise
        return known.walls


def _not_standing(alert_id: str) -> NothingToSign:
    return NothingToSign(f"the alert {alert_id!r:.80} does not stand any more; look at the list of alerts")


def _is_over(info: AlertInfo, now: datetime) -> bool:
    try:
        return alert_from_dict(info.value).expires <= now
    except ScheduleError:
        return False
