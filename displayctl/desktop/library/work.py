"""What goes on in the library whether or not its page is there: changes of many media, and a folder's import."""

from __future__ import annotations

from PySide6.QtCore import QObject

from displayctl.desktop.desk import Desk
from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_record import ImportRecord
from displayctl.desktop.library.media_edits import MediaEdits

RECORD_NAME = "import.json"


class LibraryWork(QObject):
    """Lives as long as the desk's uploads do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.uploads)
        self.edits = MediaEdits(desk.tasks, desk.hub, desk.catalogue, desk.edits.stack, self)
        record = ImportRecord(desk.installation.data / RECORD_NAME)
        self.folder_import = FolderImport(desk.tasks, desk.uploads, desk.catalogue, record, self)


def library_work(desk: Desk) -> LibraryWork:
    """The one of this desk; pages are made anew, as on a change of language, and find it again."""
    found = desk.uploads.findChild(LibraryWork)
    return found if isinstance(found, LibraryWork) else LibraryWork(desk)
