"""Publishing: what will change on which wall, then one button, then each wall's receipt as it comes in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QProgressBar, QWidget

from displayctl.api.accounts import Role
from displayctl.api.errors import HubUnreachable, NotFound
from displayctl.api.models import Publication, Receipt
from displayctl.desk.believing import Beliefs
from displayctl.desk.comparing import WallChange
from displayctl.desk.publishing import Preview, preview_publication, publish
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.drafts import SHAPING
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import clock_words, date_short
from displayctl.desktop.redrawing import Redrawing
from displayctl.desktop.signatures_needed import signatures_needed
from displayctl.desktop.submitting import SubmitWindow
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row, rule, scrolled
from displayctl.desktop.widgets.receipt_list import ReceiptList
from displayctl.desktop.widgets.wall_change_cards import WallChangeCards
from displayctl.desktop.widgets.wall_changes import WallChanges
from displayctl.errors import DraftChanged
from schedules.programme import Programme

SETTLE_MS = 200
"""Walls tell one after another how far they are: what they say is compared together."""


@dataclass(frozen=True, slots=True)
class _Review:
    """What there is to decide about a group, and how far the last publication has come."""

    preview: Preview
    receipts: tuple[Receipt, ...]
    needed: int

    @property
    def changes(self) -> int:
        return sum(wall.count for wall in self.preview.walls)


class PublishPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._review: _Review | None = None
        self._sending = False
        self._moves = self._compared = 0  # how often drafts have moved, and how often before what is on show
        self._comparing, self._due = "", False  # the group that is compared now, and whether it will be once more
        self._draft: Programme | None = None
        self._media_moved = False
        self._media: tuple[object, ...] = ()
        self._seen_walls: tuple[WallChange, ...] = ()
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._redrawing = Redrawing(self, self.refresh)
        self._soon.timeout.connect(self._redrawing.ask)
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self._soon.start)
        desk.drafts.changed.connect(self._drafts_read)
        desk.myself.changed.connect(self._say_state)
        self._offer_groups()
        self._say_state()
        self.refresh()

    def _build(self) -> None:
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Group of walls"))
        self.group.setMinimumWidth(160)
        self.group.activated.connect(lambda: self.refresh())
        bar = row(label(self.tr("Publish"), "title"), None, label(self.tr("Group"), "soft"), self.group)
        self._walls = WallChangeCards(self._card)
        self._no_wall = EmptyState(
            "wall",
            self.tr("No wall to publish to"),
            self.tr("Add a wall under Walls first, and book something on it."),
        )
        self._no_wall.hide()
        inner = QWidget()
        inner.setLayout(column(self._no_wall, self._walls, None))
        body = row(scrolled(inner), self._side(), spacing=SPACE_M)
        body.setStretch(0, 1)
        layout = column(bar, body, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _side(self) -> QFrame:
        self._state = label("", "strong", wrap=True)
        self._last = label("", "soft", wrap=True)
        self._problems = label("", "error", wrap=True)
        self._eyes = label("", "caption", wrap=True)
        self.publish_button = button(self.tr("Publish now"), self.publish, "primary", "publish")
        self.submit_button = button(self.tr("Hand in for approval…"), self.submit, "primary", "approve")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of publishing"))
        self._bar.hide()
        self._receipts = ReceiptList(self._desk)
        layout = column(
            self._state,
            self._last,
            self._problems,
            self._eyes,
            self.publish_button,
            self.submit_button,
            self._bar,
            rule(),
            label(self.tr("Receipts of the walls"), "field"),
            self._receipts,
            None,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        made = frame("panel", layout)
        made.setFixedWidth(348)
        return made

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def keep(self) -> str:
        """The group on show."""
        return self.group.currentText()

    def restore(self, kept: str) -> None:
        if self.group.findText(kept) >= 0:
            self.group.setCurrentIndex(self.group.findText(kept))
            self.refresh()

    def pick(self, id: str) -> None:
        """Show the group `id`."""
        self.restore(id)

    def refresh(self) -> None:
        """Compare the draft with what is published; one comparison of a group at a time, else none would be shown while
        one change comes after the other.
        """
        group = self.group.currentText()
        if group and group == self._comparing:
            self._due = True
            return
        self._asked += 1
        self._comparing, self._due = group, False
        self._say_state()
        if not group:
            self._show_walls(())
            return
        asked, moves = self._asked, self._moves
        self._desk.tasks.run(
            lambda: self._compare(group),
            lambda review: self._show(asked, moves, review),
            lambda error: self._not_compared(asked, moves, error),
            owner=self,
        )

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.MEDIUM:
            self._media_moved = True  # most media are in no draft: what they did to this one is seen once it was read
            if self._media_of_draft() != self._media:
                self._media = self._media_of_draft()
                self._note_move()
        elif topic in SHAPING:
            self._note_move()
        if topic == Topic.DISPLAY:
            self._offer_groups()
        elif topic in (Topic.RECEIPT, Topic.PUBLICATION):
            self._compare_soon()

    def _drafts_read(self) -> None:
        group = self.group.currentText()
        before, self._draft = self._draft, next((p for p in self._desk.drafts.programmes if p.group == group), None)
        if self._media_moved and before is not None and before is not self._draft:
            self._note_move()
        self._media_moved, self._media = False, self._media_of_draft()

    def _media_of_draft(self) -> tuple[object, ...]:
        """What tells whether one of its media is another one now."""
        there = self._desk.catalogue.media_by_id
        media = self._draft.media if self._draft is not None else ()
        return tuple((kept.version, kept.replaced, kept.state) for each in media if (kept := there.get(each.id)))

    def _note_move(self) -> None:
        self._moves += 1
        self._say_state()
        self._compare_soon()

    def _compare_soon(self) -> None:
        """Soon after the first of many changes, not after the last: a long import would keep people from publishing."""
        if not self._soon.isActive():
            self._soon.start()

    def _offer_groups(self) -> None:
        chosen = self.group.currentText()
        self.group.clear()
        self.group.addItems(list(self._desk.catalogue.groups))
        self.group.setCurrentIndex(max(0, self.group.findText(chosen)))

    def _compare(self, group: str) -> _Review:
        client = self._desk.hub.client
        preview = preview_publication(client, group, self._desk.clock)
        needed = signatures_needed(self._desk, group)
        try:
            return _Review(preview, client.receipts(group), needed)
        except NotFound:
            return _Review(preview, (), needed)

    @property
    def _seen(self) -> str:
        """The digest of the draft on show."""
        return "" if self._review is None else self._review.preview.digest

    @property
    def changes(self) -> int:
        """How many changes are on show."""
        return self._review.changes if self._review is not None else 0

    # Showing

    def _show(self, asked: int, moves: int, review: _Review) -> None:
        if asked == self._asked:
            self._review = review
            self._show_walls(review.preview.walls)
            self._receipts.show_receipts(review.receipts)
            self._note_compared(moves)

    def _not_compared(self, asked: int, moves: int, error: Exception) -> None:
        """What is on show may be signed all the same: the hub refuses where the draft is another one. A hub that is
        away is the link's to tell of; here it would hide what is told of the change that waits for it.
        """
        if asked == self._asked:
            self._note_compared(moves)
            if not isinstance(error, HubUnreachable):
                self._desk.tasks.failed.emit(error)

    def _note_compared(self, moves: int) -> None:
        self._comparing, self._compared = "", moves
        self._say_state()
        if self._due:
            self._compare_soon()

    @property
    def _is_behind(self) -> bool:
        """Whether something has changed since what is on show was read: for a moment nobody can sign it."""
        is_of_another = self._review is not None and self._review.preview.group != self.group.currentText()
        return is_of_another or self._compared < self._moves or self._desk.edits.under_way > 0

    def _show_walls(self, walls: tuple[WallChange, ...]) -> None:
        self._no_wall.setVisible(not walls)
        if walls != self._seen_walls:
            self._seen_walls = walls
            self._walls.show_walls(walls)

    def _card(self, wall: WallChange) -> WallChanges:
        kept = self._desk.catalogue.find(Topic.DISPLAY, wall.display_id)
        return WallChanges(wall, kept.value if kept is not None else None)

    def _say_state(self) -> None:
        review = self._review
        self._problems.setText(
            "\n".join(f"! {say_sentence(text)}" for text in (review.preview.problems if review else ()))
        )
        self._problems.setVisible(bool(review and review.preview.problems))
        if review is None or not self.group.currentText():
            self._state.setText(self.tr("There is nothing to publish yet."))
        elif self._is_behind:
            self._state.setText(self.tr("The latest change is being read…"))
        elif review.changes or review.preview.first:
            self._state.setText(self.tr("Changes ready to be published: {count}").format(count=review.changes))
        elif review.preview.differs:
            self._state.setText(self.tr("Changes wait that no wall shows in the next 7 days; publish them, too."))
        else:
            self._state.setText(self.tr("Everything is published; nothing is waiting."))
        self._last.setText(self._last_words())
        self._offer(review)

    def _offer(self, review: _Review | None) -> None:
        """One person publishes where the policy says so; else the draft is handed in."""
        group, needed = self.group.currentText(), 1 if review is None else review.needed
        able = review is not None and bool(group) and not self._sending and not self._is_behind
        myself = self._desk.myself
        self.publish_button.setVisible(needed == 1)
        self.submit_button.setVisible(needed > 1)
        grey(self.publish_button, myself.hindrance(Role.APPROVER, group=group), able=able)
        grey(self.submit_button, myself.hindrance(Role.EDITOR, Role.APPROVER, group=group), able=able)
        if needed > 1:
            words = self.tr("{count} people sign for these walls. Hand the draft in, so that another one approves it.")
        else:
            words = self.tr("One pair of eyes: whoever holds the one key decides alone what these walls show.")
        self._eyes.setText(words.format(count=needed))
        self._eyes.setVisible(review is not None)

    def submit(self) -> None:
        """The window in which the draft is handed in for approval."""
        window = SubmitWindow(self._desk, self.group.currentText(), parent=self, seen=self._seen)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.told.connect(self.told)
        window.open()

    def _last_words(self) -> str:
        newest = next((p for p in self._desk.catalogue.publications if p.group == self.group.currentText()), None)
        if newest is None:
            return self.tr("Never published so far.")
        at = newest.published_at.astimezone(office_zone())
        return self.tr("Last published on {date} at {time}.").format(date=date_short(at.date()), time=clock_words(at))

    # Publishing

    def publish(self) -> None:
        """Sign the draft on show and hand it to the hub."""
        group = self.group.currentText()
        self._sending = True
        self._say_state()
        self._bar.setRange(0, 0)
        self._bar.show()
        client, beliefs = self._desk.hub.client, Beliefs(self._desk.installation.keys_folder)
        seen = self._seen
        run_signed(
            self._desk,
            self,
            lambda key: publish(client, key, group, beliefs=beliefs, seen=seen),
            self._published,
            self._publishing_failed,
        )

    def _published(self, publication: Publication) -> None:
        self._sending = False
        self._bar.hide()
        self.told.emit(self.tr("Published. Each wall tells below how far it is."), "good")
        self._desk.catalogue.read(Topic.PUBLICATION)
        self.refresh()

    def _publishing_failed(self, error: Exception) -> None:
        self._sending = False
        self._bar.hide()
        self.told.emit(self.tr("Not published. {why}").format(why=say_problem(error)), "danger")
        self._say_state()
        if isinstance(error, DraftChanged):
            self.refresh()
