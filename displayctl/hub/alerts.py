"""Emergencies: signed by a person at the desk, judged here as a player would, and pushed before anything else.

What stands is in memory (`AlertBoard`); the tables follow by a thread of their own (`AlertLedger`).
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from content.delivery.ballast import Ballast
from content.delivery.notices import Notice
from content.delivery.published import parsed_role
from content.delivery.repository import Repository
from content.delivery.roles import DRILL, EMERGENCY, POLICY, SignedRole, alert_path
from content.errors import StorageFull
from displayctl.api.accounts import ALL_GROUPS
from displayctl.api.emergencies import AlertInfo, AlertReceipt, EmergencyState, Missing
from displayctl.api.models import SignedRoles
from displayctl.hub.alert_board import AlertBoard, Standing, alert_info
from displayctl.hub.alert_ledger import AlertLedger, Entry, Raised, Said, Who, Withdrawn
from displayctl.hub.alert_sets import AlertSets, notices_in
from displayctl.hub.alert_tables import write_entry
from displayctl.hub.asking import current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.bus import Bus, fact
from displayctl.hub.carriage import Carriage
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, WrongWish
from displayctl.hub.heartbeats import AlertEnded, AlertReceived, AlertShown, OfAlert
from displayctl.hub.matrix import ALARM
from displayctl.hub.repositories.alerts import StoredAlert
from displayctl.hub.right_of_way import RightOfWay
from displayctl.hub.roll import Roll
from displayctl.hub.signed_material import signed_roles
from displayctl.hub.storage import Storage
from schedules.alert import Alert
from schedules.clock import Clock
from schedules.codec import alert_from_dict, alert_to_dict

ANSWERED_WITHIN, REMINDED_EVERY_S = timedelta(seconds=8), 10.0
CLOCKS_APART = timedelta(seconds=2)
"""How far a good clock at a wall may be behind the hub's."""


class Alerts:
    """The alerts that walls are told of. What is signed is always the complete set: what is not in it is withdrawn."""

    def __init__(
        self,
        storage: Storage,
        repository: Repository,
        carriage: Carriage,
        roll: Roll,
        way: RightOfWay,
        bus: Bus,
        clock: Clock,
        folder: Path,
    ) -> None:
        self._storage, self._repository, self._carriage = storage, repository, carriage
        self._roll, self._bus, self._clock = roll, bus, clock
        self._way, self._sets, self._ballast = way, AlertSets(repository), Ballast(folder)
        self._board = AlertBoard()
        self._ledger = AlertLedger(storage, folder, write_entry)
        self._one_at_a_time = threading.Lock()
        self._told: dict[str, tuple[bool, Mapping[str, Missing]]] = {}
        self._remind_at = 0.0

    def open(self) -> None:
        """Takes up what stands, also what a power cut has kept from the tables."""
        self._ledger.start()
        self._ledger.settle(5.0)
        with self._storage.reading() as work:
            known = work.alerts.carried()
        self._board.put(map(_as_standing, known), {stored.id for stored in known}, self._clock.now())
        paths = self._sets.paths()
        self._take_in(self._sets.notices(paths.values()), (), paths.keys())

    def close(self) -> None:
        self._ledger.close()

    @property
    def problems(self) -> tuple[str, ...]:
        """What a person should know of; empty means well."""
        return (self._ledger.trouble,) if self._ledger.trouble else ()

    def emergency_state(self) -> EmergencyState:
        """What a desk signs upon."""
        policy, role, drill = (
            base64.b64encode(self._repository.current(name) or b"").decode() for name in (POLICY, EMERGENCY, DRILL)
        )
        return EmergencyState(policy=policy, role=role, drill=drill)

    def listed(self) -> tuple[AlertInfo, ...]:
        """Newest first, those of the past too."""
        with self._storage.reading() as work:
            stored = work.alerts.listed()
        self._board.forget(self._clock.now())
        here = {each.alert.id: each for each in self._board.all()}
        past = (_as_standing(alert) for alert in stored if alert.id not in here)
        everything = sorted((*here.values(), *past), key=lambda each: each.raised_at, reverse=True)
        return self._infos(everything)

    def live(self) -> tuple[Alert, ...]:
        """Those that walls are told of now."""
        return tuple(each.alert for each in self._board.all() if each.withdrawn_at is None)

    def live_at(self, at: datetime) -> tuple[Alert, ...]:
        """Those that walls were told of at an instant that is over, as far as they are kept."""
        with self._storage.reading() as work:
            return tuple(_as_standing(each).alert for each in work.alerts.standing_at(at))

    def standing(self) -> tuple[AlertInfo, ...]:
        """Those that nobody has taken back, with what walls have said of them; no table is asked."""
        return self._infos(each for each in self._board.all() if each.withdrawn_at is None)

    def send(self, signed: SignedRoles) -> tuple[AlertInfo, ...]:
        """Judges the newly signed set, tells every wall, and then notes it; what stands now, and what has just ended.

        Raises Refused, WrongWish, NotPermitted, ChangedMeanwhile, StorageFull, Damaged.
        """
        if not signed.roles or set(signed.roles) - {EMERGENCY, DRILL}:
            raise WrongWish("roles", f"an alert is signed by {EMERGENCY} or {DRILL}, by nobody else")
        roles = signed_roles(signed)
        raised = notices_in(roles)
        self._require_rights(roles, {name: notice.alert for name, notice in raised.items()})
        with self._one_at_a_time:
            self._require_known(signed.upon)
            self._accept(roles)
            self._way.claim(wall.id for wall in self._roll.walls_at_hand() if wall.connected)
            self._carriage.push_all()
            touched = self._take_in(raised, roles, self._sets.paths().keys())
        return self._infos(each for each in self._board.all() if each.withdrawn_at is None or each.alert.id in touched)

    def document(self, alert_id: str) -> bytes:
        """What was signed of an alert that stands: its message, pictures and endorsements. Raises NoSuchThing."""
        path = self._sets.paths().get(alert_id)
        found = None if path is None else self._sets.document(path)
        if found is None:
            raise NoSuchThing(f"the alert {alert_id!r:.80} does not stand any more; look at the list of alerts")
        return found

    def hear(self, display_id: str, said: OfAlert, noted: Callable[[], None]) -> None:
        """A wall says something of an alert. `noted` is called once that is kept, or nobody knows the alert."""
        standing = self._board.find(said.alert_id)
        receipt = _receipt(said, _plausible(said.at_ms, standing, self._clock.now()))
        self._way.give_back(display_id)
        known = self._board.hear(said.alert_id, display_id, receipt)
        self._ledger.note((Said(alert_id=said.alert_id, display_id=display_id, receipt=known or receipt),), noted)
        if known is not None:
            self._tell((said.alert_id,))

    def watch(self) -> None:
        """Tells desks where walls have gone missing, or have come back, and where an alert has ended by itself."""
        now, walls = self._clock.now(), self._roll.walls()
        self._board.forget(now)
        standing = self._board.all()
        watched = [each for each in standing if each.withdrawn_at is None or each.may_linger(now)]
        found = {each.alert.id: alert_info(each, standing, walls, now) for each in watched}
        for name, info in found.items():
            if self._told.get(name, (info.live, info.missing)) != (info.live, info.missing):
                self._bus.tell(fact("alert", name, info))
        self._told = {name: (info.live, info.missing) for name, info in found.items()}
        self._remind(found.values(), now)
        self._ballast.take_on()

    def settle(self, seconds: float) -> bool:
        """Waits until everything so far is in the tables; whether it is."""
        return self._ledger.settle(seconds)

    def _accept(self, roles: Sequence[SignedRole]) -> None:
        """On a full disk the room that is kept back for this very moment is given up."""
        try:
            self._repository.accept(*roles)
        except StorageFull:
            if not self._ballast.drop():
                raise
            self._repository.accept(*roles)

    def _standing(self, notice: Notice, now: datetime) -> Standing:
        endorsed_by = tuple(one.keyid for one in notice.endorsements)
        return Standing(notice.alert, now, endorsed_by=endorsed_by, confirmed=self._sets.is_confirmed(notice))

    def _take_in(
        self, raised: Mapping[str, Notice], roles: Iterable[SignedRole], carried: Collection[str]
    ) -> tuple[str, ...]:
        """Notes what has come and gone, and tells the desks; the ids of both."""
        now, who, signers = self._clock.now(), _who(), self._sets.signers(roles)
        standing = [self._standing(notice, now) for notice in raised.values()]
        gone = self._board.put(standing, carried, now)
        entries: list[Entry] = [
            Raised(document=alert_to_dict(each.alert), at=now, who=who, signers=signers[each.alert.drill])
            for each in standing
        ]
        entries += [Withdrawn(alert_id=name, at=now, who=who) for name in gone]
        entries += self._heard_early(raised)
        self._ledger.note(entries)
        self._tell((*raised, *gone))
        return (*raised, *gone)

    def _heard_early(self, raised: Iterable[str]) -> Iterator[Said]:
        """What walls have said of these alerts already: those had them from a stick."""
        for name in raised:
            for display_id, receipt in self._board.heard_early(name).items():
                known = self._board.hear(name, display_id, receipt)
                yield Said(alert_id=name, display_id=display_id, receipt=known or receipt)

    def _remind(self, infos: Collection[AlertInfo], now: datetime) -> None:
        """Has walls that are there, and did not answer, ask for what was pushed to them."""
        if self._clock.monotonic() < self._remind_at:
            return
        self._remind_at = self._clock.monotonic() + REMINDED_EVERY_S
        silent = {
            wall
            for info in infos
            if info.live and info.raised_at is not None and now - info.raised_at >= ANSWERED_WITHIN
            for wall in info.walls
            if wall not in info.receipts
        }
        silent |= {wall for info in infos for wall, why in info.missing.items() if why is Missing.NOT_GONE}
        if silent:
            self._carriage.remind(sorted(silent))

    def _tell(self, ids: Iterable[str]) -> None:
        wanted = set(ids)
        for info in self._infos(each for each in self._board.all() if each.alert.id in wanted):
            self._told[info.id] = (info.live, info.missing)
            self._bus.tell(fact("alert", info.id, info))

    def _infos(self, standing: Iterable[Standing]) -> tuple[AlertInfo, ...]:
        now, walls, others = self._clock.now(), self._roll.walls(), self._board.all()
        return tuple(alert_info(each, others, walls, now) for each in standing)

    def _left_out(self, roles: Iterable[SignedRole]) -> tuple[Alert, ...]:
        """The alerts that walls are told of now, and that these newly signed roles carry no more."""
        named = {role.role: parsed_role(role.role, role.metadata).targets for role in roles}
        return tuple(
            alert
            for alert in self.live()
            for carried in (named.get(DRILL if alert.drill else EMERGENCY),)
            if carried is not None and alert_path(alert.id, drill=alert.drill) not in carried
        )

    def _require_rights(self, roles: Iterable[SignedRole], raised: Mapping[str, Alert]) -> None:
        """Raises NotPermitted unless the one who asks may alarm every wall that is alarmed or calmed hereby."""
        asker = current_asker()
        if asker.unbounded:
            return
        known = {alert.id: alert for alert in self.live()}
        news = [alert for alert in raised.values() if known.get(alert.id) != alert]
        with self._storage.reading() as work:
            belonging = Belonging(work)
            for alert in (*news, *self._left_out(roles)):
                walls = belonging.of_displays(alert.display_ids) if alert.display_ids else {ALL_GROUPS}
                asker.require(ALARM, walls, f"the emergency {alert.headline!r}")

    def _require_known(self, upon: Mapping[str, int]) -> None:
        """Raises ChangedMeanwhile where somebody has signed the set after the asker read it."""
        for role in upon.keys() & {EMERGENCY, DRILL}:
            metadata = self._repository.current(role)
            if metadata is not None and parsed_role(role, metadata).version != upon[role]:
                raise ChangedMeanwhile("another desk has changed the alerts meanwhile; look at them and send it again")


def _as_standing(stored: StoredAlert) -> Standing:
    return Standing(alert_from_dict(stored.document), stored.raised_at, stored.withdrawn_at, stored.receipts)


def _who() -> Who:
    asker = current_asker()
    return Who(kind=asker.kind, id=asker.id, name=asker.name, address=asker.address)


def _receipt(said: OfAlert, at: datetime) -> AlertReceipt:
    match said:
        case AlertReceived():
            return AlertReceipt(received_at=at)
        case AlertShown():
            return AlertReceipt(received_at=at, shown_at=at, frame=said.frame)
        case AlertEnded():
            return AlertReceipt(ended_at=at, why=said.why)


def _plausible(at_ms: int, standing: Standing | None, now: datetime) -> datetime:
    """When a wall says it happened; now, where its clock must be wrong: never in the future, nor before the alert."""
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms)
    earliest = now - timedelta(days=30) if standing is None else standing.raised_at - CLOCKS_APART
    return at if earliest <= at <= now else now
