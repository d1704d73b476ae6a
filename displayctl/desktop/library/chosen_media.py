"""The panel beside the library about what is chosen: nothing, one medium, or many at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from displayctl.api.accounts import Role
from displayctl.api.models import MediumInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.folders import Folders
from displayctl.desktop.library.insight import Insight
from displayctl.desktop.library.media_edits import MediaEdits
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.late import Late
from displayctl.desktop.widgets.media_bulk import MediaBulk
from displayctl.desktop.widgets.medium_details import MediumDetails


class ChosenMedia(Stack):
    """Signals: `told` a sentence and its kind; `edit_asked` the MediumInfo of an announcement or a live stream;
    `delete_asked` for the many that are chosen.
    """

    told = Signal(str, str)
    edit_asked = Signal(object)
    delete_asked = Signal()

    def __init__(self, desk: Desk, edits: MediaEdits, nothing: QWidget) -> None:
        """`nothing` is on show while nothing is chosen."""
        super().__init__()
        self._desk, self._edits, self._nothing = desk, edits, nothing
        self._insight = Insight()
        self._details, self._bulk = Late(self._make_details), Late(self._make_bulk)
        self.addWidget(nothing)

    def _make_details(self) -> MediumDetails:
        made = self._desk.myself.guarded(MediumDetails(self._desk), Role.EDITOR)
        made.told.connect(self.told)
        made.edit_asked.connect(self.edit_asked)
        made.show_insight(self._insight)
        self.addWidget(made)
        return made

    def _make_bulk(self) -> MediaBulk:
        made = self._desk.myself.guarded(MediaBulk(self._desk, self._edits), Role.EDITOR)
        made.delete_asked.connect(self.delete_asked)
        self.addWidget(made)
        return made

    @property
    def details(self) -> MediumDetails:
        """The panel about one."""
        return self._details.get()

    @property
    def bulk(self) -> MediaBulk:
        """The panel about many."""
        return self._bulk.get()

    @property
    def medium(self) -> MediumInfo | None:
        """The one on show; None where it is none, or many."""
        made = self._details.made
        return made.medium if made is not None and self.currentWidget() is made else None

    def open_menu(self, place: QPoint) -> QMenu | None:
        """The menu of a card, at a place on the screen: what the panel offers to do; None where nothing is chosen."""
        on_show = self.currentWidget()
        if not isinstance(on_show, MediumDetails | MediaBulk):
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in on_show.deeds:
            action = menu.addAction(deed.icon(), deed.text())
            action.setEnabled(deed.isEnabled())
            action.triggered.connect(deed.click)
        menu.popup(place)
        return menu

    def unsaved(self) -> Unsaved | None:
        """What is typed about one medium and not saved."""
        made = self._details.made
        return made.unsaved() if made is not None else None

    def show_insight(self, insight: Insight) -> None:
        """What is known of the library as a whole."""
        self._insight = insight
        if self._details.made is not None:
            self._details.made.show_insight(insight)

    def show_media(self, media: tuple[MediumInfo, ...], folders: Folders) -> None:
        """Be about these from now on; many of them can go into one of `folders`."""
        if not media:
            self.setCurrentWidget(self._nothing)
        elif len(media) == 1:
            self.details.show_medium(media[0])
            self.setCurrentWidget(self.details)
        else:
            tags = tuple({tag for medium in self._desk.catalogue.media for tag in medium.tags})
            self.bulk.show_media(media, tags, tuple(sorted(folders.names, key=str.casefold)))
            self.setCurrentWidget(self.bulk)
