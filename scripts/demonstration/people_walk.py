"""A walk through what several people do at a desk that leaves a picture of each step for the manual.

``python -m scripts.demonstration.people_walk FOLDER [LANGUAGE]``: a draft between two pairs of eyes, then accounts and
the audit trail, on real hubs of its own, in folders that are gone afterwards.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import time as clock_time
from datetime import timedelta
from pathlib import Path

import pyotp

from displayctl.api.accounts import Role
from displayctl.api.approvals import Submission
from displayctl.api.models import PartKind
from displayctl.desk.approving import approve, submit
from displayctl.desk.believing import Beliefs
from displayctl.desk.founding import Founder, found_several
from displayctl.desk.reviewing import review
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.pages.accounts import AccountsPage
from displayctl.desktop.pages.approvals import ApprovalsPage
from displayctl.desktop.pages.audit import AuditTrailPage
from displayctl.desktop.pages.publish import PublishPage
from displayctl.desktop.people.second_factor_window import SecondFactorWindow
from displayctl.desktop.submitting import SubmitWindow
from displayctl.desktop.tour import settle
from schedules.clock import SystemClock
from schedules.codec import playlist_to_dict, slot_to_dict
from schedules.daypart import Hours
from schedules.playlist import Playlist, PlaylistEntry
from schedules.recurrence import Recurrence
from schedules.slot import Slot
from scripts.demonstration.scene_walk import furnish, shown
from scripts.demonstration.trust_walk import MANUAL_LANGUAGE, NAMES, PASSPHRASES, Walk, walking
from scripts.demonstration.week import BOTH, GROUP, TAMAN, TITLES

PASSWORD, WRONG_CODE = "kopi pahit pagi hari", "000000"
DAYTIME, EVENING = Hours(clock_time(6), clock_time(22)), Hours(clock_time(18), clock_time(21))
COLLEAGUES = (("Budi Santoso", Role.EDITOR), ("Citra Lestari", Role.APPROVER))


class TwoPairsOfEyes:
    """Sekar hands drafts in; Budi and Citra, whose keys are at this desk too, decide."""

    def __init__(self, walk: Walk) -> None:
        self._walk, self._client = walk, walk.desk.hub.client
        keys = walk.desk.installation.keys_folder
        self._cabinet, self._beliefs = cabinet_at(keys), Beliefs(keys)
        founders = [Founder(name, words) for name, words in zip(NAMES, PASSPHRASES, strict=True)]
        found_several(self._client, self._cabinet, self._beliefs, founders)
        walk.desk.catalogue.read(*Topic)

    def go(self) -> None:
        """From a programme on air to a change that waits, and goes back with a reason."""
        now = SystemClock().now()
        slot = Slot(
            "layanan", "Layanan publik", "layanan", BOTH, Recurrence(now.date(), rule="FREQ=DAILY"), now, DAYTIME
        )
        self._client.create_part(PartKind.SLOT, slot_to_dict(slot))
        self._put_on_air()
        fresh = next(medium for medium in self._client.media().media if medium.title == TITLES["pesta-rakyat"])
        evening = Playlist("petang", "Petang", (PlaylistEntry(fresh.id, timedelta(seconds=8)),))
        self._client.create_part(PartKind.PLAYLIST, playlist_to_dict(evening))
        added = replace(slot, id="petang", name="Pesta rakyat petang", display_ids=(TAMAN.id,), playlist_id=evening.id)
        self._client.create_part(PartKind.SLOT, slot_to_dict(replace(added, hours=EVENING)))
        self._send_back(self._hand_in())

    def _put_on_air(self) -> None:
        first, second = (self._cabinet.keys.unlock(self._person(number), PASSPHRASES[number]) for number in (0, 1))
        sent = submit(self._client, first, GROUP, by=NAMES[0], beliefs=self._beliefs)
        with_pictures = review(self._client, sent, self._walk.stick / "review", self._beliefs)
        approve(self._client, second, with_pictures, beliefs=self._beliefs)

    def _person(self, number: int) -> str:
        return next(each.id for each in self._cabinet.operators() if each.name == NAMES[number])

    def _hand_in(self) -> Submission:
        publish = shown(self._walk, "publish", PublishPage)
        self._walk.wait(lambda: publish.submit_button.isVisible() and publish.submit_button.isEnabled())
        publish.submit()
        form = publish.findChildren(SubmitWindow)[-1]
        form.person.setCurrentIndex(form.person.findText(NAMES[0]))
        form.reference.setText("Surat 400.7/218/2026")
        form.note.setPlainText("Poster Pesta Rakyat di taman, pukul 18 sampai 21.")
        form.passphrase.setText(PASSPHRASES[0])
        self._walk.take("hand-in", form)
        form.send()
        self._walk.wait(lambda: self._walk.window.sidebar.waiting == 1)
        page = shown(self._walk, "approvals", ApprovalsPage)
        self._walk.wait(lambda: page.seen is not None)
        page.decision.person.setCurrentIndex(page.decision.person.findText(NAMES[1]))
        self._walk.window.banner.hide()
        self._walk.take("waiting", self._walk.window)
        return page.seen.review.submission if page.seen is not None else self._client.approvals.submissions()[0]

    def _send_back(self, submission: Submission) -> None:
        page = shown(self._walk, "approvals", ApprovalsPage)
        page.decision.reject_button.click()
        page.decision.reason.setText("Logo Pemkot salah; pakai yang baru dari Humas")
        self._walk.take("sending-back", self._walk.window)
        page.decision.send_back_button.click()
        self._walk.wait(lambda: page.list.count() == 0)
        page.restore((True, submission.id))
        self._walk.wait(lambda: page.seen is not None)
        self._walk.window.banner.hide()
        self._walk.take("sent-back", self._walk.window)


class Accounts:
    """From no accounts at all to an administrator, colleagues, and a wrong code at the door."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._secret = ""

    def go(self) -> None:
        """In the order of a first day."""
        page = shown(self._walk, "accounts", AccountsPage)
        self._walk.wait(page.first_button.isVisible)
        self._first_administrator(page)
        page.show_people()
        for name, role in COLLEAGUES:
            self._add(page, name, role)
        self._walk.wait(lambda: page.people.list.count() == len(COLLEAGUES) + 1)
        page.people.list.setCurrentRow(0)
        self._walk.window.banner.hide()
        self._walk.take("people", self._walk.window)
        page.restore(False)
        self._walk.take("own", self._walk.window)
        self._trail()
        self._wrong_code()

    def _first_administrator(self, page: AccountsPage) -> None:
        form = page.make_first()
        form.title.setText(NAMES[0])
        form.name.setText("sekar.ayu")
        form.password.first.setText(PASSWORD)
        form.password.second.setText(PASSWORD)
        self._walk.take("first-administrator", form)
        form.make()
        self._walk.wait(lambda: bool(page.findChildren(SecondFactorWindow)))
        factor = page.findChildren(SecondFactorWindow)[-1]
        self._walk.wait(lambda: bool(factor.secret))
        self._walk.take("second-factor", factor)
        factor.code.setText(pyotp.TOTP(factor.secret).at(SystemClock().now()))
        factor.confirm()
        self._walk.wait(lambda: bool(factor.codes))
        self._walk.take("recovery-codes", factor)
        factor.accept()
        self._walk.wait(lambda: self._walk.desk.myself.may(Role.ADMINISTRATOR))

    def _add(self, page: AccountsPage, name: str, role: Role) -> None:
        form = page.people.add()
        form.title.setText(name)
        form.name.setText(name.casefold().replace(" ", "."))
        form.grants.boxes[role].setChecked(True)
        self._walk.take("add-person", form)
        there = page.people.list.count()
        form.add()
        self._walk.wait(lambda: page.people.list.count() > there)

    def _trail(self) -> None:
        page = shown(self._walk, "audit", AuditTrailPage)
        self._walk.wait(lambda: page.table.rowCount() > 3)
        page.verify()
        self._walk.wait(lambda: bool(page.verdict.text()))
        page.table.selectRow(0)
        self._walk.take("audit-trail", self._walk.window)

    def _wrong_code(self) -> None:
        self._walk.desk.myself.sign_out()
        self._walk.wait(lambda: self._walk.window.sign_in_window is not None)
        form = self._walk.window.sign_in_window
        if form is None:
            raise RuntimeError("nobody is asked to sign in")
        form.name.setText("sekar.ayu")
        form.password.setText(PASSWORD)
        form.sign_in()
        self._walk.wait(lambda: form.asks_for_code)
        form.code.setText(WRONG_CODE)
        form.sign_in()
        self._walk.wait(lambda: bool(form.error))
        self._walk.take("wrong-code", form)
        form.reject()


def main() -> int:
    folder = Path(sys.argv[1])
    language = sys.argv[2] if len(sys.argv) > 2 else MANUAL_LANGUAGE
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with walking(application, folder, "approval", language) as walk:
        furnish(walk.desk.hub.client)
        settle(application, walk.desk)
        TwoPairsOfEyes(walk).go()
    with walking(application, folder, "accounts", language) as walk:
        furnish(walk.desk.hub.client)
        settle(application, walk.desk)
        Accounts(walk).go()
    return 0


if __name__ == "__main__":
    sys.exit(main())
