"""The first steps in one small window: from nothing to a picture on a wall, each step with its button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QWidget

from content.studio.operators import Signatory
from displayctl.api.models import Publication
from displayctl.desk.believing import Beliefs
from displayctl.desk.first_picture import show_first
from displayctl.desk.founded import is_founded
from displayctl.desk.founding import FIRST_GROUP
from displayctl.desk.window_wall import WindowWall
from displayctl.desktop.care.guide_steps import Facts, Step, done_steps, next_step
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.dialog_room import fit_dialog
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.widgets.pieces import Scaled, break_words_at, button, column, frame, label, row, rule, set_role
from displayctl.desktop.widgets.remark import Remark
from displayctl.errors import KeyLocked

TOPICS = (Topic.PLAYER, Topic.MEDIUM, Topic.PUBLICATION, Topic.DISPLAY)
WIDTH_PX, MARK_PX, BOLD_PX = 760, 20, 24
"""The button that comes next has bold letters, which take more room."""


class GuideWindow(QDialog):
    """Beside the main window, which stays usable. Signals: `page_asked` a page's name, `first_start_asked`."""

    page_asked = Signal(str)
    first_start_asked = Signal()

    def __init__(self, desk: Desk, wall: WindowWall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wall = desk, wall
        self._founded: bool | None = None
        self._busy = self._pictured = False
        self.setWindowTitle(self.tr("First steps"))
        self.setMinimumWidth(WIDTH_PX)
        self._marks: dict[Step, QLabel] = {}
        self._buttons: dict[Step, tuple[QPushButton, ...]] = {}
        self._make_buttons()
        self._state, self._error = Remark("soft"), Remark(selectable=True)
        self.picture = Scaled(QSize(320, 192))
        self.picture.hide()
        words = self._words()
        layout = column(
            label(self.tr("From here to a picture on a wall: five minutes"), "heading"),
            *(self._line(step, words[step]) for step in Step),
            self._state,
            self._error,
            self.picture,
            None,
            rule(),
            row(None, button(self.tr("Close"), self.close), spacing=SPACE_S),
            spacing=SPACE_S,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        desk.catalogue.changed.connect(self._topic_changed)
        self.look()

    def _make_buttons(self) -> None:
        self.keys_button = _button(self.tr("First start…"), self.first_start_asked.emit, "key")
        self.window_button = _button(self.tr("Use a window here"), self.open_wall, "computer")
        self.show_button = _button(self.tr("Show it"), self.show_it, "publish")
        self._buttons = {
            Step.KEYS: (self.keys_button,),
            Step.WALL: (
                self.window_button,
                _button(self.tr("Pair a wall…"), partial(self.page_asked.emit, "walls"), "wall"),
            ),
            Step.SOMETHING: (
                _button(self.tr("Write…"), self.write, "megaphone"),
                _button(self.tr("Add files…"), partial(self.page_asked.emit, "library"), "library"),
            ),
            Step.SHOW: (self.show_button,),
            Step.SEEN: (),
        }

    def _words(self) -> dict[Step, str]:
        return {
            Step.KEYS: self.tr("Say who decides, and make a key"),
            Step.WALL: self.tr("A wall: pair its player, or use a window on this computer as one"),
            Step.SOMETHING: self.tr("Something to show: an announcement or a picture"),
            Step.SHOW: self.tr("Sign it and send it; it fills the hours that nobody has booked"),
            Step.SEEN: self.tr("See it: what the wall really presents"),
        }

    def _line(self, step: Step, words: str) -> QFrame:
        self._marks[step] = QLabel()
        self._marks[step].setFixedSize(MARK_PX, MARK_PX)
        said, made = label(words, "", wrap=True), self._buttons[step]
        beside = MARK_PX + BOLD_PX + sum(each.sizeHint().width() for each in made) + SPACE_S * (len(made) + 1)
        break_words_at(WIDTH_PX - 2 * (SPACE_L + SPACE_M) - beside, said)
        line = row(self._marks[step], said, *made, spacing=SPACE_S)
        line.setStretch(1, 1)
        line.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        return frame("card", line)

    # What is done

    @property
    def facts(self) -> Facts:
        """What the guide knows now."""
        catalogue = self._desk.catalogue
        return Facts(
            founded=self._founded,
            players=tuple(catalogue.players.values()),
            media=catalogue.media,
            published=bool(catalogue.publications),
        )

    @property
    def coming(self) -> Step | None:
        """The step that comes next."""
        return next_step(done_steps(self.facts))

    @property
    def state(self) -> str:
        """What is under way, or done."""
        return self._state.text()

    @property
    def error(self) -> str:
        """Why the last button did not do it."""
        return self._error.text()

    def look(self) -> None:
        """Ask the hub whether it was founded, and show what is done."""
        client = self._desk.hub.client
        self._desk.tasks.run(lambda: is_founded(client), self._told_founded, self._failed, owner=self)
        self._show()

    def _told_founded(self, founded: bool) -> None:
        self._founded = founded
        self._show()

    def _topic_changed(self, topic: str) -> None:
        if topic in TOPICS:
            self._show()

    def _show(self) -> None:
        facts = self.facts
        done, coming = done_steps(facts), self.coming
        for step in Step:
            ready = step in done
            colour = COLOURS.good if ready else COLOURS.accent if step is coming else COLOURS.line_strong
            name = "check" if ready else "chevron-right"
            self._marks[step].setPixmap(icons.pixmap(name, colour, MARK_PX))
            self._marks[step].setAccessibleName(self.tr("done") if ready else self.tr("not done yet"))
            for number, made in enumerate(self._buttons[step]):
                primary = step is coming and number == 0
                set_role(made, "primary" if primary else "")
                made.setIcon(icons.icon(made.objectName(), COLOURS.on_accent if primary else COLOURS.text))
                made.setEnabled(not self._busy and (step is not Step.KEYS or facts.founded is False))
        self.window_button.setEnabled(not self._busy and not self._wall.running)
        self.show_button.setEnabled(not self._busy and {Step.KEYS, Step.WALL, Step.SOMETHING} <= done)
        all_done = self.tr("Everything is done: a wall shows what you chose.")
        if coming is None:
            self._state.setText(all_done)
        elif self._state.text() == all_done:  # its window was closed
            self._state.setText("")
            self.picture.hide()
            self._pictured = False
        seen = facts.seen_on
        if Step.SEEN in done and seen is not None and not self._pictured:
            self._take_picture(seen.display_id)

    # The steps

    def open_wall(self) -> None:
        """Open a window on this computer that is a wall."""
        desk, wall, name = self._desk, self._wall, self.tr("Window on this computer")
        client, zone = desk.hub.client, office_zone().key
        self._begin(self.tr("The window is being opened and made known to the hub…"))
        desk.tasks.run(lambda: wall.begin(client, name, desk.clock, zone), self._wall_there, self._failed, owner=self)

    def _wall_there(self, wall_id: str) -> None:
        self._desk.catalogue.read(Topic.DISPLAY, Topic.PLAYER, Topic.ENROLMENT)
        self._end("")

    def write(self) -> None:
        """Write an announcement."""
        from displayctl.desktop.announcement_editor import AnnouncementEditor

        editor = AnnouncementEditor(self._desk, None, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()

    def show_it(self) -> None:
        """Sign the newest thing of the library, and send it."""
        medium, desk = self.facts.ready, self._desk
        if medium is None:
            return
        group = (desk.catalogue.groups or (FIRST_GROUP,))[0]
        client, beliefs = desk.hub.client, Beliefs(desk.installation.keys_folder)
        name = self.tr("First picture")
        self._begin(self.tr("It is being signed and sent…"))

        def show(key: Signatory) -> Publication:
            return show_first(client, key, medium.id, group, name, beliefs=beliefs, clock=desk.clock)

        run_signed(desk, self, show, self._shown, self._failed)

    def _shown(self, publication: Publication) -> None:
        self._desk.catalogue.read(Topic.PUBLICATION, Topic.PLAYLIST, Topic.SETTINGS)
        self._end(self.tr("It is on its way; the wall takes it within seconds."))

    def _take_picture(self, display_id: str) -> None:
        self._pictured = True
        client = self._desk.hub.client
        self._desk.tasks.run(lambda: client.screenshot(display_id), self._show_picture, self._no_picture, owner=self)

    def _show_picture(self, png: bytes) -> None:
        found = QPixmap()
        if found.loadFromData(png):
            self.picture.show()
            self.picture.show_picture(found)
            fit_dialog(self, self.screen().availableSize())  # it may have been all that the screen has room for

    def _no_picture(self, error: Exception) -> None:
        """The next word of the wall is another chance."""
        self._pictured = False

    def _begin(self, words: str) -> None:
        self._busy = True
        self._error.setText("")
        self._state.setText(words)
        self._show()

    def _end(self, words: str) -> None:
        self._busy = False
        self._state.setText(words)
        self._show()

    def _failed(self, error: Exception) -> None:
        self._end("")
        if not isinstance(error, KeyLocked):
            self._error.setText(say_problem(error))


def _button(words: str, act: Callable[[], object], icon: str) -> QPushButton:
    """A step's button, which knows its icon by its name: what comes next has it in other colours."""
    made = button(words, act, icon=icon)
    made.setObjectName(icon)
    made.setAutoDefault(False)
    return made
