"""The panel about one medium: its picture, facts, what can be changed, where it is used, and the way out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QLocale, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from displayctl.api.media_choices import LONGEST_FOLDER, tidy_folder
from displayctl.api.models import MediumChange, MediumInfo, MediumKind, MediumState, Use
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.changing import change_fields
from displayctl.desktop.library.deleting import ask_to_delete_one
from displayctl.desktop.library.insight import Insight
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.fault_words import STREAM_LOST, fault_about, say_fault
from displayctl.desktop.presenters.media_words import facts, sound_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.validity import end_of, last_day, office_today
from displayctl.desktop.presenters.words import listed
from displayctl.desktop.widgets.choices import OptionalDate
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.inputs import Inputs, Unsaved
from displayctl.desktop.widgets.medium_actions import MediumActions
from displayctl.desktop.widgets.medium_warnings import MediumWarnings
from displayctl.desktop.widgets.pieces import Scaled, button, clear, column, field, frame, label, row, rule, scrolled
from displayctl.desktop.widgets.tag_field import TagField

FITS = ("contain", "cover", "stretch")
MOST_TAGS = 32


class MediumDetails(QFrame):
    """Signals: `told` a sentence and its kind; `edit_asked` the MediumInfo of an announcement or a live stream."""

    told = Signal(str, str)
    edit_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._desk = desk
        self._medium: MediumInfo | None = None
        self._insight = Insight()
        self._make_inputs()
        inner = QWidget()
        inner.setLayout(self._form())
        self._why_not = label("", "error", wrap=True)
        self._save = button(self.tr("Save"), self.save, "primary")
        self._delete = button(self.tr("Delete…"), self.ask_to_delete, "danger", "trash")
        foot = column(rule(), self._why_not, row(self._save, None, self._delete), spacing=SPACE_M)
        foot.setContentsMargins(SPACE_L, 0, SPACE_L, SPACE_M)
        layout = column(scrolled(inner), foot, spacing=0)
        layout.setStretch(0, 1)
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)
        for changed in (
            self.title.textChanged,
            self.fit.currentIndexChanged,
            self.muted.toggled,
            self.tags.textChanged,
            self.folder.textChanged,
            self.expiry.changed,
        ):
            changed.connect(self._check)
        desk.pictures.came.connect(self._picture_came)
        desk.catalogue.changed.connect(self._topic_changed)

    def _make_inputs(self) -> None:
        today = office_today(self._desk.clock)
        self._picture = Scaled(QSize(270, 152))
        self._screen = frame("screen", column(self._picture))
        self._screen.setFixedHeight(158)
        self._chips = Flow(spacing=5)
        self._message = label("", "error", wrap=True)
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.fit = QComboBox()
        for words in (self.tr("Show all of it"), self.tr("Fill the wall, cut the edges"), self.tr("Stretch")):
            self.fit.addItem(words)
        self.muted = QCheckBox(self.tr("Without sound"))
        self.tags = TagField(self.tr("health, tax, …"))
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("Health/2026"))
        self.folder.setMaxLength(LONGEST_FOLDER)
        self._folders = QStringListModel(self)
        self.folder.setCompleter(_folder_completer(self._folders, self))
        self._warnings = MediumWarnings()
        self.file_actions = MediumActions(self._desk)
        self.file_actions.told.connect(self.told)
        self.expiry = OptionalDate(self.tr("Expires after"), today + timedelta(days=30))
        self._inputs = Inputs(
            (
                (self.title.text, self.title.setText),
                (self.fit.currentIndex, self.fit.setCurrentIndex),
                (self.muted.isChecked, self.muted.setChecked),
                (self.tags.text, self.tags.setText),
                (self.folder.text, self.folder.setText),
                (lambda: self.expiry.value, self.expiry.show_value),
            )
        )
        self._shown: tuple[Any, ...] = ()
        self._uses = label("", "soft", wrap=True)
        self._edit = button("", self._ask_edit, "", "edit")
        self._edit.hide()  # nameless until a medium is shown that has something to edit
        self._live = label("", "caption", wrap=True, selectable=True)
        self._lost = label("", "error", wrap=True)
        self._sound = label("", "caption", wrap=True, selectable=True)

    def _form(self) -> QVBoxLayout:
        layout = column(
            self._screen,
            self._chips,
            self._message,
            self._lost,
            self._warnings,
            self._sound,
            self._live,
            self._edit,
            self.file_actions,
            field(self.tr("Title"), self.title),
            field(self.tr("On walls of another shape"), self.fit),
            self.muted,
            self.expiry,
            field(self.tr("Tags"), self.tags),
            field(self.tr("Folder"), self.folder),
            rule(),
            label(self.tr("Used in"), "field"),
            self._uses,
            None,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L - 4, SPACE_L, SPACE_L - 4, SPACE_S)
        return layout

    @property
    def deeds(self) -> tuple[QPushButton, ...]:
        """What can be done with the medium beside changing its facts."""
        return tuple(each for each in (self._edit, *self.file_actions.buttons, self._delete) if not each.isHidden())

    @property
    def medium(self) -> MediumInfo | None:
        return self._medium

    def show_medium(self, medium: MediumInfo) -> None:
        """Show one medium as the hub has it; what is typed and not saved stays while it is the same one."""
        same = self._medium is not None and self._medium.id == medium.id
        if same and self._medium == medium:
            return
        typed, shown = self._inputs.read(), self._shown
        self._show(medium)
        if same:
            self._inputs.merge(shown, typed)

    def unsaved(self) -> Unsaved | None:
        """What is typed and not saved; None where the form says what the hub has."""
        typed = self._inputs.read()
        if self._medium is None or typed == self._shown:
            return None
        return Unsaved(self._medium.id, self._shown, typed)

    def take_unsaved(self, unsaved: Unsaved) -> None:
        """Put what was typed into this form, if it shows the same medium."""
        if self._medium is not None and self._medium.id == unsaved.id:
            self._inputs.merge(unsaved.shown, unsaved.typed)

    def _show(self, medium: MediumInfo) -> None:
        self._medium = medium
        self.title.setText(medium.title)
        self.fit.setCurrentIndex(FITS.index(medium.fit))
        self.muted.setChecked(medium.muted)
        self.muted.setVisible(medium.has_sound and medium.stream is None)
        self.tags.show_tags(medium.tags)
        self.folder.setText(medium.folder)
        for each in (self.title, self.folder):
            each.setCursorPosition(0)  # a long name is read from its beginning
        self._offer_known()
        self.expiry.show_value(last_day(medium.expires_at))
        self._shown = self._inputs.read()
        self._check()
        self._message.setText(say_sentence(medium.message))
        self._message.setVisible(medium.state in (MediumState.FAILED, MediumState.READY) and bool(medium.message))
        self._show_kind(medium)
        self.file_actions.show_medium(medium)
        clear(self._chips)
        for fact in facts(medium)[:4]:
            self._chips.addWidget(label(fact, "chip"))
        self._picture.show_picture(self._desk.pictures.poster(medium.id, medium.version))
        self.show_insight(self._insight)
        self._ask_uses(medium.id)

    def show_insight(self, insight: Insight) -> None:
        """Say what is to be known of this medium before it is booked."""
        self._insight = insight
        medium = self._medium
        twins = () if medium is None else insight.twins.get(medium.id, ())
        names = tuple(self._desk.catalogue.medium_title(name) for name in twins)
        self._warnings.show_warnings(() if medium is None else insight.warnings.get(medium.id, ()), names)

    def _offer_known(self) -> None:
        media = self._desk.catalogue.media
        self.tags.offer(tag for medium in media for tag in medium.tags)
        self._folders.setStringList(sorted({medium.folder for medium in media if medium.folder}))

    @property
    def why_not(self) -> str:
        """Why what is typed cannot be saved; empty where it can."""
        if self._medium is not None and not self.title.text().strip():
            return self.tr("Give it a title.")
        count = len(self.tags.tags)
        if count > MOST_TAGS:
            return self.tr("{count} tags are too many; {most} are the most.").format(count=count, most=MOST_TAGS)
        try:
            tidy_folder(self.folder.text())
        except ValueError as error:
            return say_problem(error)
        return ""

    def _show_kind(self, medium: MediumInfo) -> None:
        """What only an announcement or a live stream has."""
        stream, announcement = medium.stream, medium.kind is MediumKind.ANNOUNCEMENT and medium.announcement is not None
        self._edit.setText(self.tr("Edit the announcement") if announcement else self.tr("Change the live stream"))
        self._edit.setVisible(announcement or stream is not None)
        self._live.setVisible(stream is not None)
        self._sound.setText(sound_words(medium))
        self._sound.setVisible(bool(self._sound.text()))
        if stream is not None:
            words = self.tr("{address}\nWaits {n} s for the first picture; without sound.")
            self._live.setText(
                words.format(address=stream.address, n=QLocale().toString(stream.patience_ms / 1000, "g"))
            )
        self._tell_walls()

    def _tell_walls(self) -> None:
        """Where walls lost this live stream just now, and where a video asks too much of them."""
        medium, weak = self._medium, self._weak_walls()
        lines = self._lost_words(medium) if medium is not None else []
        if weak and medium is not None and medium.kind in (MediumKind.VIDEO, MediumKind.ANIMATION):
            lines.append(self.tr("May stutter on {walls}: the machine there is too weak.").format(walls=listed(weak)))
        self._lost.setText("\n".join(lines))
        self._lost.setVisible(bool(lines))

    def _lost_words(self, medium: MediumInfo) -> list[str]:
        """Where walls do not get this live stream, a line for each reason."""
        walls: dict[str, list[str]] = {}
        for kept in self._desk.catalogue.displays:
            player = self._desk.catalogue.players.get(kept.id)
            if line := fault_about(medium.id, STREAM_LOST, player.faults if player else ()):
                walls.setdefault(say_fault(line, lambda _: medium.title), []).append(kept.value.name)
        return [f"{listed(names)}: {words}" for words, names in walls.items()]

    def _weak_walls(self) -> list[str]:
        healths = self._desk.catalogue.healths
        walls = self._desk.catalogue.displays
        return [kept.value.name for kept in walls if kept.id in healths and healths[kept.id].warnings]

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.PLAYER, Topic.WALL_HEALTH):
            self._tell_walls()

    def _check(self) -> None:
        self._why_not.setText(self.why_not)
        self._why_not.setVisible(bool(self._why_not.text()))
        something = self.change() is not None
        if not something and self._save.hasFocus():
            self.title.setFocus()  # else the keyboard went on to the next button, which deletes
        self._save.setEnabled(something)

    @property
    def can_save(self) -> bool:
        """Whether the form says something new that can be stored."""
        return self._save.isEnabled()

    def _picture_came(self, medium_id: str) -> None:
        if self._medium is not None and self._medium.id == medium_id:
            self._picture.show_picture(self._desk.pictures.poster(medium_id, self._medium.version))

    def _ask_uses(self, medium_id: str) -> None:
        self._uses.setText("…")
        client = self._desk.hub.client
        self._desk.tasks.run(
            lambda: client.uses(medium_id), lambda uses: self._show_uses(medium_id, uses), lambda _: None, owner=self
        )

    def _show_uses(self, medium_id: str, uses: tuple[Use, ...]) -> None:
        if self._medium is not None and self._medium.id == medium_id:
            names = [use.name for use in uses]
            self._uses.setText("\n".join(f"• {name}" for name in names) or self.tr("Nowhere yet"))

    def change(self) -> MediumChange | None:
        """What the form changes; None for nothing."""
        medium = self._medium
        if medium is None or self.why_not:
            return None
        tags, folder = self.tags.tags, tidy_folder(self.folder.text())
        expires = end_of(self.expiry.value)
        changed = {
            "title": (self.title.text().strip(), medium.title),
            "fit": (FITS[self.fit.currentIndex()], medium.fit),
            "muted": (self.muted.isChecked(), medium.muted),
            "tags": (tags, medium.tags),
            "folder": (folder, medium.folder),
            "expires_at": (expires, medium.expires_at),
        }
        new = {name: value for name, (value, before) in changed.items() if value != before}
        return MediumChange(version=medium.version, **new) if new else None

    def save(self) -> None:
        """Store what the form changes."""
        medium, change = self._medium, self.change()
        if medium is None or change is None:
            return
        client = self._desk.hub.client
        self._desk.tasks.run(
            lambda: change_fields(client, medium, change),
            lambda stored: self._stored(stored),
            lambda error: self._refused(error),
            owner=self,
        )

    def _stored(self, medium: MediumInfo) -> None:
        self._desk.catalogue.read(Topic.MEDIUM)
        if self._medium is not None and self._medium.id == medium.id:
            self._show(medium)
        self.told.emit(self.tr("“{title}” was saved.").format(title=medium.title), "good")

    def _refused(self, error: Exception) -> None:
        self._desk.catalogue.read(Topic.MEDIUM)
        self.told.emit(say_problem(error), "danger")

    def ask_to_delete(self) -> None:
        """Ask whether the medium shall go."""
        medium = self._medium
        if medium is not None:
            ask_to_delete_one(self._desk, medium, self).went.connect(lambda _: self._removed(medium))

    def _removed(self, medium: MediumInfo) -> None:
        self._desk.catalogue.read(Topic.MEDIUM)
        self.told.emit(self.tr("“{title}” was deleted from the library.").format(title=medium.title), "good")

    def _ask_edit(self) -> None:
        if self._medium is not None:
            self.edit_asked.emit(self._medium)


def _folder_completer(folders: QStringListModel, parent: QWidget) -> QCompleter:
    made = QCompleter(folders, parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made
