"""The windows in which people stand behind something together: a second person, and a change of the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from content.delivery.notices import Notice
from content.delivery.roles import EMERGENCY, POLICY
from content.studio.ceremonies import Examined, Need
from content.studio.confirming import Confirmed
from content.studio.emergency.message import Message, Words
from content.studio.operators import Operator
from content.studio.policy import Policy
from content.studio.policy_edits import several_people, with_rule
from content.studio.proposals import Proposal
from content.studio.sealed_keys import new_key
from displayctl.desk.believing import Beliefs
from displayctl.desk.ceremonies import Ceremonies
from displayctl.desk.emergencies.pictures import draw
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.duties import Duties
from displayctl.desktop.emergencies.purpose import EARNEST
from displayctl.desktop.emergencies.second_person import SecondPersonWindow
from displayctl.desktop.trust.ceremony_window import CeremonyWindow
from displayctl.desktop.trust.change_window import ChangeWindow
from displayctl.desktop.trust.key_windows import RecoveryWindow
from schedules.alert import Alert, AlertLevel

Maker = Callable[[Desk, QWidget], QDialog]
HEADLINE = "BANJIR DI KECAMATAN LUWUK"


class DutiesOfOneAlert(Duties):
    """Of an alert that was never sent, so that the second person has something to read."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, EARNEST, parent)
        self._now, self._walls = desk.clock.now(), tuple(kept.value for kept in desk.catalogue.displays[:1])

    def notice(self, alert_id: str) -> Notice:
        words = Words(HEADLINE, ("Jauhi sungai dan ikuti arahan petugas BPBD.",))
        drawn = draw(Message("flood", AlertLevel.SIAGA, (words,)), self._walls)
        ends = self._now + timedelta(hours=1)
        alert = Alert(alert_id, HEADLINE, AlertLevel.SIAGA, self._now, self._now, ends, pictures=drawn.pages)
        return Notice(alert, drawn.files)


def _second_person(desk: Desk, parent: QWidget) -> QDialog:
    return SecondPersonWindow(desk, DutiesOfOneAlert(desk, parent), "contoh", HEADLINE, parent)


def _ceremonies(desk: Desk) -> Ceremonies:
    return Ceremonies(desk.hub.client, Beliefs(desk.installation.keys_folder), desk.clock)


def _rules(desk: Desk) -> Policy:
    """That three people sign."""
    names = ("Sekar Ayu", "Budi Santoso", "Citra Lestari")
    people = (Operator(f"orang-{number}", name, f"{number:064x}") for number, name in enumerate(names, 1))
    return several_people(people, desk.catalogue.groups)


def _change(desk: Desk, parent: QWidget) -> QDialog:
    return ChangeWindow(desk, _ceremonies(desk), Confirmed(b"", b"", {}, _rules(desk)), parent)


def _ceremony(desk: Desk, parent: QWidget) -> QDialog:
    """By which two of three people have to sign emergencies as well; one has signed it."""
    before = _rules(desk)
    need = Need(POLICY, former=False, threshold=2, people=before.people, signed=before.people[:1])
    after = with_rule(before, EMERGENCY, 2)
    examined = Examined(Proposal({}), before, after, (need,), renewed=(), emptied=(), new_online_key=False)
    return CeremonyWindow(desk, _ceremonies(desk), examined, parent)


def _recovery(desk: Desk, parent: QWidget) -> QDialog:
    key = new_key("sekar-ayu", "Sekar Ayu")
    return RecoveryWindow(desk, cabinet_at(desk.installation.keys_folder), key, parent)


OF_TRUST: Mapping[str, Maker] = {
    "ceremony": _ceremony,
    "key-change": _change,
    "key-recovery": _recovery,
    "second-person": _second_person,
}
