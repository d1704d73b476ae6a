"""A draft as a person looks at it before they sign: pictures of what is new, texts, and what changes on which wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from displayctl.desk.reviewing import Review, ReviewedMedium, ReviewedText
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.week_difference import WeekDifference, week_differences
from displayctl.desktop.presenters.words import duration_words, size_words
from displayctl.desktop.widgets.pieces import Scaled, column, frame, label, row
from displayctl.desktop.widgets.wall_changes import WallChanges
from displayctl.desktop.widgets.week_strip import WeekStrip

PICTURE = QSize(240, 136)
FILM_HEIGHT = 420  # many frames of a film are on its picture
COLUMNS = 3
MOST_PICTURES = 300


@dataclass(frozen=True, slots=True)
class Seen:
    """A review with the weeks to be drawn, one for each of its walls."""

    review: Review
    weeks: tuple[WeekDifference, ...]


def see(review: Review, now: datetime) -> Seen:
    """Works out what is drawn; not for the UI thread. Raises ScheduleError."""
    return Seen(review, week_differences(review.programme, review.published, now))


class ReviewView(QWidget):
    """Everything that would be signed and is not on air yet."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        review = seen.review
        layout = column(spacing=SPACE_M)
        for note in review.notes:
            line = row(label("!", "strong"), label(say_sentence(note), "", wrap=True), spacing=SPACE_M)
            line.setStretch(1, 1)
            line.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
            layout.addWidget(frame("banner-danger", line))
        layout.addWidget(label(self._media_heading(len(review.media)), "heading"))
        if review.media:
            layout.addLayout(self._pictures(review.media[:MOST_PICTURES]))
        if len(review.media) > MOST_PICTURES:
            more = self.tr("{count} more are not drawn here; hand in less at a time.")
            layout.addWidget(label(more.format(count=len(review.media) - MOST_PICTURES), "error", wrap=True))
        if review.texts:
            layout.addWidget(label(self.tr("Running text that changes"), "heading"))
            for text in review.texts:
                layout.addWidget(self._text(text))
        layout.addWidget(label(self.tr("What changes on which wall"), "heading"))
        weeks = {week.display_id: week for week in seen.weeks}
        for wall in review.walls:
            display = review.programme.display(wall.display_id)
            layout.addWidget(WallChanges(wall, display, WeekStrip(weeks[wall.display_id])))
        digest = self.tr("Fingerprint of what is signed: {digest}").format(digest=_in_fours(review.digest[:32]))
        layout.addWidget(label(digest, "caption", selectable=True, wrap=True))
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, SPACE_S, 0)
        self.setLayout(layout)

    def _media_heading(self, count: int) -> str:
        if not count:
            return self.tr("No new pictures or films; all of them have been on air before")
        return self.tr("New on the walls, drawn here from the checked files: {count}").format(count=count)

    def _pictures(self, media: tuple[ReviewedMedium, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(SPACE_M)
        place = 0
        for medium in media:
            columns = 1 if medium.duration is None else COLUMNS
            place += -place % columns
            grid.addWidget(self._picture(medium), place // COLUMNS, place % COLUMNS, 1, columns)
            place += columns
        for at in range(COLUMNS):
            grid.setColumnStretch(at, 1)
        return grid

    def _picture(self, medium: ReviewedMedium) -> QFrame:
        height = PICTURE.height() if medium.duration is None else FILM_HEIGHT
        shown = Scaled(QSize(160, height))
        shown.setFixedHeight(height)
        picture = QPixmap()
        if not (medium.picture and picture.loadFromData(medium.picture)):
            picture = icons.pixmap("film", COLOURS.line_strong, 48)
        shown.show_picture(picture)
        shown.setAccessibleName(medium.title)
        facts = [medium.format, size_words(medium.size_bytes)]
        if medium.duration is not None:
            facts.insert(1, duration_words(medium.duration))
        layout = column(
            frame("screen", column(shown, spacing=0, margins=3)),
            label(medium.title, "strong", wrap=True),
            label(" · ".join(facts), "caption", wrap=True),
            spacing=SPACE_S,
        )
        if medium.stream:
            words = self.tr("Live from {address}: nobody can check beforehand what it will show.")
            layout.addWidget(label(words.format(address=medium.stream), "error", wrap=True))
        if medium.problem:
            layout.addWidget(label(say_sentence(medium.problem), "error", wrap=True))
        layout.addStretch(1)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        return frame("card", layout)

    def _text(self, text: ReviewedText) -> QFrame:
        nothing = self.tr("(nothing)")
        layout = column(
            label(text.name, "strong", wrap=True),
            label(self.tr("Before: {text}").format(text=text.before or nothing), "soft", wrap=True),
            label(self.tr("After: {text}").format(text=text.after or nothing), "", wrap=True),
            spacing=SPACE_S,
        )
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        return frame("card", layout)


def _in_fours(digest: str) -> str:
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))
