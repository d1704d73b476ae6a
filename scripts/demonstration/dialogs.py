"""Every window that opens over the pages, each made from a desk alone: for the gallery and for tests of keyboards."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog, QWidget

from displayctl.api.models import PartKind
from displayctl.api.walls import HoldKind
from displayctl.desk.unlocking import cabinet_at
from displayctl.desk.window_wall import WindowWall
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.card_window import CardWindow
from displayctl.desktop.care.crash_files import CrashReport
from displayctl.desktop.care.crash_window import CrashWindow
from displayctl.desktop.care.guide_pages import guide_folder
from displayctl.desktop.care.guide_reader import GuideReader
from displayctl.desktop.care.guide_window import GuideWindow
from displayctl.desktop.care.seal_window import SealWindow
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import new_id
from displayctl.desktop.emergencies.purpose import DRILL
from displayctl.desktop.emergencies.window import EmergencyWindow
from displayctl.desktop.holidays_window import HolidaysWindow, year_to_offer
from displayctl.desktop.incidents.office_window import OfficeWindow
from displayctl.desktop.pages.walls import offers_of
from displayctl.desktop.pairing import PairingWindow
from displayctl.desktop.people.first_administrator import FirstAdministratorWindow
from displayctl.desktop.people.person_window import PersonWindow
from displayctl.desktop.people.second_factor_window import SecondFactorWindow
from displayctl.desktop.people.sign_in_window import SignInWindow
from displayctl.desktop.refusals_window import RefusalsWindow
from displayctl.desktop.settings.kinds import SETTINGS
from displayctl.desktop.settings.window import SettingsWindow
from displayctl.desktop.stream_window import StreamWindow
from displayctl.desktop.submitting import SubmitWindow
from displayctl.desktop.trust.first_start import FirstStartWindow
from displayctl.desktop.trust.key_windows import BringInWindow, MakeKeyWindow
from displayctl.desktop.trust.recover_window import RecoverWindow
from displayctl.desktop.trust.site_window import SiteWindow
from displayctl.desktop.trust.unlock_window import UnlockWindow
from displayctl.desktop.wall_health_window import WallHealthWindow
from displayctl.desktop.walls.groups_window import GroupsWindow
from displayctl.desktop.walls.hold_window import HoldWindow
from displayctl.desktop.walls.policy_window import BRIGHTNESS, HOURS, PolicyWindow
from displayctl.desktop.walls.set_up_window import SetUpWindow
from displayctl.desktop.warnings.feeds_window import FeedsWindow
from displayctl.desktop.widgets.wall_form import WallForm
from schedules.display import Display
from scripts.demonstration.dialogs_of_care import OF_CARE
from scripts.demonstration.dialogs_of_content import OF_CONTENT
from scripts.demonstration.dialogs_of_time import OF_TIME, today
from scripts.demonstration.dialogs_of_trust import OF_TRUST

Maker = Callable[[Desk, QWidget], QDialog]


def _wall(desk: Desk) -> Kept[Display]:
    return desk.catalogue.displays[0]


def _wall_form(desk: Desk, parent: QWidget) -> QDialog:
    return WallForm(_wall(desk), new_id(PartKind.DISPLAY), offers_of(desk.catalogue), parent)


def _wall_part(number: int) -> Maker:
    def made(desk: Desk, parent: QWidget) -> QDialog:
        form = WallForm(_wall(desk), new_id(PartKind.DISPLAY), offers_of(desk.catalogue), parent)
        form.show_part(number)
        return form

    return made


def _policy(part: int) -> Maker:
    def made(desk: Desk, parent: QWidget) -> QDialog:
        window = PolicyWindow(_wall(desk), today(desk), parent)
        window.always.setChecked(False)
        window.show_part(part)
        return window

    return made


def _submit(desk: Desk, parent: QWidget) -> QDialog:
    return SubmitWindow(desk, desk.catalogue.groups[0], parent=parent)


def _crash(desk: Desk, parent: QWidget) -> QDialog:
    headline = "RuntimeError: the picture of a wall could not be drawn"
    report = CrashReport(desk.installation.data / "crash.txt", desk.clock.now(), headline, f"{headline}\n")
    return CrashWindow(report, parent)


def _settings(page: str) -> Maker:
    return lambda desk, parent: SettingsWindow(desk, parent, page)


DIALOGS: Mapping[str, Maker] = {
    "announcement": lambda desk, parent: AnnouncementEditor(desk, None, parent),
    "bring-key": lambda desk, parent: BringInWindow(desk, cabinet_at(desk.installation.keys_folder), parent),
    "card": lambda desk, parent: CardWindow(desk, parent),
    "crash": _crash,
    "drill": lambda desk, _: EmergencyWindow(desk, DRILL),
    "emergency": lambda desk, _: EmergencyWindow(desk),
    "feeds": lambda desk, parent: FeedsWindow(desk, (), parent),
    "first-administrator": lambda desk, parent: FirstAdministratorWindow(desk, parent),
    "first-start": lambda desk, parent: FirstStartWindow(desk, parent),
    "book": lambda desk, parent: GuideReader(guide_folder() or desk.installation.data, parent),
    "guide": lambda desk, parent: GuideWindow(desk, WindowWall(desk.installation), parent),
    "holidays": lambda desk, parent: HolidaysWindow(desk, year_to_offer(today(desk)), parent),
    "make-key": lambda desk, parent: MakeKeyWindow(desk, cabinet_at(desk.installation.keys_folder), parent),
    "office": lambda desk, parent: OfficeWindow(desk, parent),
    "pairing": lambda desk, parent: PairingWindow(desk, _wall(desk).value.id, "", parent),
    "person": lambda desk, parent: PersonWindow(desk, parent),
    "recover": lambda desk, parent: RecoverWindow(desk, parent),
    "refusals": lambda desk, parent: RefusalsWindow(desk, _wall(desk).value.id, _wall(desk).value.name, parent),
    "seal": lambda desk, parent: SealWindow(desk, parent),
    "second-factor": lambda desk, parent: SecondFactorWindow(desk, parent),
    "sign-in": lambda desk, parent: SignInWindow(desk, parent),
    "site": lambda desk, parent: SiteWindow(desk, _wall(desk), parent),
    "stream": lambda desk, parent: StreamWindow(desk, None, parent),
    "submit": _submit,
    "unlock": lambda desk, parent: UnlockWindow(desk, "", parent),
    "wall": _wall_form,
    "wall-blackout": lambda desk, parent: HoldWindow(HoldKind.BLACKOUT, (_wall(desk).value.name,), parent),
    "wall-brightness": _policy(BRIGHTNESS),
    "wall-groups": lambda desk, parent: GroupsWindow(desk.catalogue.displays, desk.myself, parent),
    "wall-hours": _policy(HOURS),
    "wall-set-up": lambda desk, parent: SetUpWindow(desk, _wall(desk), parent),
    "wall-parts": _wall_part(1),
    "wall-sound": _wall_part(2),
    "wall-health": lambda desk, parent: WallHealthWindow(desk, _wall(desk).value, parent),
    **OF_CARE,
    **OF_CONTENT,
    **OF_TIME,
    **OF_TRUST,
    **{f"settings-{kind.name}": _settings(kind.name) for kind in SETTINGS},
}
"""By a name for files. All of them can be made on a hub with one wall; none is shown yet."""
