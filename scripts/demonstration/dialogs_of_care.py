"""The windows that ask once more, or for a name, a reason or a passphrase, or tell what came of something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from content.studio.operators import Operator
from displayctl.api.warnings import WarningInfo, WarningState
from displayctl.desk.backups.manifest import KEYS_NAME, Kept, Manifest
from displayctl.desk.backups.shelf import BackupSet
from displayctl.desk.believing import Beliefs
from displayctl.desk.ceremonies import Ceremonies
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.care.restore_window import RestoreWindow
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_record import Came, ImportItem, ImportPlan, ImportRecord, ImportResult
from displayctl.desktop.library.import_window import ResultsWindow
from displayctl.desktop.library.naming import Naming, ask_name
from displayctl.desktop.presenters.deed_words import WallDeed, deed_sentence
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.trust.key_windows import AdoptWindow, PassphraseWindow
from displayctl.desktop.warnings.dismiss_window import DismissWindow
from displayctl.desktop.widgets.confirm_window import ConfirmWindow

Maker = Callable[[Desk, QWidget], QDialog]
translate = QCoreApplication.translate
NOBODY = "0" * 64


def _restore(desk: Desk, parent: QWidget) -> QDialog:
    """As of three days ago, with keys in it, from the hub's own folder."""
    made_at = desk.clock.now() - timedelta(days=3)
    manifest = Manifest(made_at, "1.0", "", "kantor", "", (Kept(KEYS_NAME, 1, NOBODY),), {})
    return RestoreWindow(desk, BackupSet(desk.installation.hub_folder, manifest), parent)


def _dismissal(desk: Desk, parent: QWidget) -> QDialog:
    now = desk.clock.now()
    warning = WarningInfo(
        id="hujan",
        source="bmkg",
        identifier="1",
        kind="rain",
        event="Hujan Lebat",
        severity="Moderate",
        urgency="Immediate",
        certainty="Observed",
        level=1,
        headline="Hujan Sedang–Lebat disertai Kilat di Kecamatan Luwuk dan Luwuk Timur",
        attribution="BMKG",
        sent=now,
        effective=now,
        expires=now + timedelta(hours=2),
        received_at=now,
        state=WarningState.NEW,
    )
    return DismissWindow(desk.tasks, desk.hub.client, warning, parent)


def _restart(desk: Desk, parent: QWidget) -> QDialog:
    title = translate("ActionsTab", "Restart the player of {walls}?").format(
        walls=desk.catalogue.displays[0].value.name
    )
    action = translate("ActionsTab", "Restart")
    return ConfirmWindow(title, deed_sentence(WallDeed.RESTART), action, parent)


def _results(desk: Desk, parent: QWidget) -> QDialog:
    """Of three files, with a fourth that waits."""
    root = desk.installation.data / "Kiriman Dinkes"
    paths = [str(root / name) for name in ("posyandu.jpg", "jadwal.pdf", "video/imunisasi.mp4", "senam.jpg")]
    record = ImportRecord(desk.installation.data / "pictured-import.json")
    record.begin(ImportPlan(str(root), tuple(ImportItem(path, "") for path in paths), 2))
    record.note(ImportResult(paths[0], Came.ADDED))
    record.note(ImportResult(paths[1], Came.THERE, "Jadwal Pelayanan Posyandu"))
    empty = "imunisasi.mp4 is empty (0 bytes); copy it again from where it came"
    record.note(ImportResult(paths[2], Came.REFUSED, say_sentence(empty)))
    running = FolderImport(desk.tasks, desk.uploads, desk.catalogue, record)
    window = ResultsWindow(running, parent)
    running.setParent(window)
    return window


def _naming(desk: Desk, parent: QWidget) -> QDialog:
    title, words = translate("Folders", "New folder"), translate("Folders", "A folder for media.")
    return ask_name(desk, parent, Naming(title, words, title), lambda _: None)


def _adoption(desk: Desk, parent: QWidget) -> QDialog:
    ceremonies = Ceremonies(desk.hub.client, Beliefs(desk.installation.keys_folder), desk.clock)
    return AdoptWindow(desk, cabinet_at(desk.installation.keys_folder), ceremonies, parent)


def _passphrase(desk: Desk, parent: QWidget) -> QDialog:
    person = Operator("sekar-ayu", "Sekar Ayu", NOBODY)
    return PassphraseWindow(desk, cabinet_at(desk.installation.keys_folder), person, parent)


OF_CARE: Mapping[str, Maker] = {
    "backup-restore": _restore,
    "import-results": _results,
    "key-adoption": _adoption,
    "key-passphrase": _passphrase,
    "naming": _naming,
    "wall-restart": _restart,
    "warning-dismissal": _dismissal,
}
