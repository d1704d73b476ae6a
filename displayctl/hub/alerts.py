"""Emergencies: signed by a person at the desk, judged here as a player would, and pushed before anything else."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime

from content.delivery.notices import unpack_notice
from content.delivery.published import parsed_role
from content.delivery.repository import Repository
from content.delivery.roles import DRILL, EMERGENCY, POLICY, SignedRole, alert_path
from content.errors import Refused
from displayctl.api.accounts import ALL_GROUPS
from displayctl.api.models import AlertInfo, EmergencyState, SignedRoles
from displayctl.hub.asking import current_asker
from displayctl.hub.belonging import Belonging
from displayctl.hub.bus import fact
from displayctl.hub.carriage import Carriage
from displayctl.hub.errors import WrongWish
from displayctl.hub.matrix import ALARM
from displayctl.hub.repositories.alerts import StoredAlert
from displayctl.hub.signed_material import signed_roles
from displayctl.hub.storage import Storage
from schedules.alert import Alert
from schedules.codec import alert_from_dict, alert_to_dict


class Alerts:
    """The alerts that walls are told of. What is signed is always the complete set: what is not in it is withdrawn."""

    def __init__(self, storage: Storage, repository: Repository, carriage: Carriage) -> None:
        self._storage, self._repository, self._carriage = storage, repository, carriage

    def emergency_state(self) -> EmergencyState:
        """What a desk signs upon."""
        policy, role, drill = (
            base64.b64encode(self._repository.current(name) or b"").decode() for name in (POLICY, EMERGENCY, DRILL)
        )
        return EmergencyState(policy=policy, role=role, drill=drill)

    def listed(self) -> tuple[AlertInfo, ...]:
        """Newest first, those of the past too."""
        with self._storage.reading() as work:
            return tuple(_info(alert, work.now) for alert in work.alerts.listed())

    def live(self) -> tuple[Alert, ...]:
        """Those that walls are told of now."""
        with self._storage.reading() as work:
            carried = [alert for alert in work.alerts.listed() if alert.withdrawn_at is None]
        return tuple(alert_from_dict(alert.document) for alert in carried)

    def send(self, signed: SignedRoles) -> tuple[AlertInfo, ...]:
        """Judges the newly signed set, tells every wall, and then notes it. Raises Refused, WrongWish, Damaged."""
        if not signed.roles or set(signed.roles) - {EMERGENCY, DRILL}:
            raise WrongWish("roles", f"an alert is signed by {EMERGENCY} or {DRILL}, by nobody else")
        roles = signed_roles(signed)
        raised = _alerts_in(roles)
        self._require_rights(roles, raised)
        self._repository.accept(*roles)
        self._carriage.push_all()
        self._note(raised)
        return self.listed()

    def shown(self, alert_id: str, display_id: str, at: datetime) -> None:
        """A wall has shown an alert."""
        with self._storage.writing() as work:
            if work.alerts.find(alert_id) is None or not work.alerts.shown(alert_id, display_id, at):
                return
            stored = work.alerts.find(alert_id)
            if stored is not None:
                work.tell(fact("alert", alert_id, _info(stored, work.now)))
            work.commit()

    def _note(self, raised: Mapping[str, Alert]) -> None:
        with self._storage.writing() as work:
            for alert in raised.values():
                known_before = work.alerts.find(alert.id)
                work.alerts.raise_alert(alert.id, alert_to_dict(alert), work.now)
                if known_before is None or known_before.withdrawn_at is not None:
                    work.record("alert.raise", "alert", alert.id, after=alert_to_dict(alert))
            known = {alert.id for alert in work.alerts.listed() if alert.withdrawn_at is None}
            carried = frozenset(name for name in known if self._is_carried(name))
            gone = work.alerts.withdraw_others(carried, work.now)
            for name in gone:
                work.record("alert.withdraw", "alert", name)
            changed = [*raised, *gone]
            for name in changed:
                stored = work.alerts.find(name)
                if stored is not None:
                    work.tell(fact("alert", name, _info(stored, work.now)))
            work.commit()

    def _left_out(self, roles: list[SignedRole]) -> tuple[Alert, ...]:
        """The alerts that walls are told of now, and that these newly signed roles carry no more."""
        named = {role.role: parsed_role(role.role, role.metadata).targets for role in roles}
        return tuple(
            alert
            for alert in self.live()
            for carried in (named.get(DRILL if alert.drill else EMERGENCY),)
            if carried is not None and alert_path(alert.id, drill=alert.drill) not in carried
        )

    def _require_rights(self, roles: list[SignedRole], raised: Mapping[str, Alert]) -> None:
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

    def _is_carried(self, alert_id: str) -> bool:
        return (
            self._repository.document(EMERGENCY, alert_path(alert_id)) is not None
            or self._repository.document(DRILL, alert_path(alert_id, drill=True)) is not None
        )


def _alerts_in(roles: list[SignedRole]) -> dict[str, Alert]:
    found = {}
    for role in roles:
        for path, content in role.documents.items():
            alert = unpack_notice(content).alert
            if path != alert_path(alert.id, drill=alert.drill):
                raise Refused(
                    "document", f"{path} holds the alert {alert.id!r}, which belongs elsewhere; sign it again"
                )
            found[alert.id] = alert
    return found


def _info(stored: StoredAlert, now: datetime) -> AlertInfo:
    alert = alert_from_dict(stored.document)
    live = stored.withdrawn_at is None and alert.effective <= now < alert.expires
    return AlertInfo(id=stored.id, value=stored.document, live=live, receipts=stored.receipts)
