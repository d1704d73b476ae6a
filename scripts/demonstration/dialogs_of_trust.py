"""The windows in which people stand behind something together: a second person, and a change of the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from content.delivery.notices import Notice
from content.studio.confirming import Confirmed
from content.studio.emergency.message import Message, Words
from content.studio.operators import Operator
from content.studio.policy_edits import several_people
from displayctl.desk.believing import Beliefs
from displayctl.desk.ceremonies import Ceremonies
from displayctl.desk.emergencies.pictures import draw
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.duties import Duties
from displayctl.desktop.emergencies.purpose import EARNEST
from displayctl.desktop.emergencies.second_person import SecondPersonWindow
from displayctl.desktop.trust.change_window import ChangeWindow
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


def _change(desk: Desk, parent: QWidget) -> QDialog:
    """Of rules that three people sign."""
    names = ("Sekar Ayu", "Budi Santoso", "Citra Lestari")
    people = several_people(
        (Operator(f"orang-{number}", name, f"{number:064x}") for number, name in enumerate(names, 1)),
        desk.catalogue.groups,
    )
    ceremonies = Ceremonies(desk.hub.client, Beliefs(desk.installation.keys_folder), desk.clock)
    return ChangeWindow(desk, ceremonies, Confirmed(b"", b"", {}, people), parent)


OF_TRUST: Mapping[str, Maker] = {"key-change": _change, "second-person": _second_person}
