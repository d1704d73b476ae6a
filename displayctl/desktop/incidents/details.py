"""One incident on show: its messages in their order, what each wall did, and how the walls looked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from displayctl.api.incidents import Incident
from displayctl.desk.incident_lines import WallLine, wall_lines
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S
from displayctl.desktop.presenters.incident_words import (
    clock_of,
    end_words,
    instant_words,
    level_chip,
    missing_words,
    reach_words,
    seconds_words,
    state_words,
    step_words,
)
from displayctl.desktop.widgets.pieces import Scaled, clear, column, label, row

THUMBNAIL = QSize(150, 92)
AROUND_THUMBNAIL = QSize(24, 44)
"""For its caption, and the padding of the style sheet."""
ROW_PX, MOST_ROWS_SEEN = 30, 60
STRIP_PX = THUMBNAIL.height() + AROUND_THUMBNAIL.height() + 22


class IncidentDetails(QWidget):
    """Shows what it is given; asks nobody."""

    def __init__(self) -> None:
        super().__init__()
        self._head = QVBoxLayout()
        self._head.setSpacing(SPACE_S)
        self.walls = self._table()
        self.pictures = self._strip()
        self._no_pictures = label(self.tr("There are no pictures of the walls."), "caption")
        walls_title, pictures_title = label(self.tr("Wall by wall"), "field"), label(self.tr("Pictures"), "field")
        layout = column(self._head, pictures_title, self.pictures, self._no_pictures, walls_title, self.walls, None)
        layout.setContentsMargins(0, 0, SPACE_S, 0)
        self.setLayout(layout)
        self._images: dict[str, QImage] = {}

    def show_incident(self, incident: Incident, images: dict[str, QImage]) -> None:
        """Show `incident`; `images` are those of its pictures that could be had, by digest."""
        self._images = images
        self._show_head(incident)
        self._show_pictures(incident)
        lines = wall_lines(incident)
        self.walls.setRowCount(len(lines))
        for at, line in enumerate(lines):
            self._show_wall(at, line)
        rows = min(MOST_ROWS_SEEN, max(1, len(lines)))
        self.walls.setFixedHeight(self.walls.horizontalHeader().sizeHint().height() + rows * ROW_PX + 4)

    def _show_wall(self, at: int, line: WallLine) -> None:
        first = line.first
        cells = (
            first.name,
            clock_of(first.received_at),
            clock_of(first.shown_at) if first.shown_at else self.tr("not shown"),
            seconds_words(first.seconds),
            first.frame[:8] or "–",
            clock_of(line.last.ended_at),
        )
        corrected = self.tr("Correction shown: {when}").format(when=clock_of(line.corrected_at))
        tips = {2: corrected if line.corrected_at else "", 4: first.frame, 5: end_words(line.last)}
        for place, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(tips.get(place) or text)
            if place == 2 and first.shown_at is None:
                item.setForeground(QColor(COLOURS.danger))
            self.walls.setItem(at, place, item)

    def _show_head(self, incident: Incident) -> None:
        clear(self._head)
        info = incident.info
        word, role = level_chip(info)
        chips = row(label(word, role), label(state_words(info), "chip"), None, spacing=SPACE_S)
        self._head.addWidget(label(info.headline, "heading", wrap=True))
        self._head.addLayout(chips)
        source = self.tr("Source: {source}").format(source=info.source) if info.source else ""
        if info.area or source:
            self._head.addWidget(label(" · ".join(filter(None, (info.area, source))), "soft", wrap=True))
        self._head.addWidget(label(reach_words(info), "", wrap=True))
        if missing_words(info):
            missing = label(missing_words(info), "", wrap=True)
            missing.setStyleSheet(f"color: {COLOURS.danger}; font-weight: 600;")
            self._head.addWidget(missing)
        self._head.addSpacing(SPACE_S)
        for step in incident.steps:
            when = label(instant_words(step.raised_at), "caption")
            when.setMinimumWidth(140)
            when.setAlignment(Qt.AlignmentFlag.AlignTop)
            line = row(when, label(step_words(step), "", wrap=True), spacing=SPACE_M)
            line.setStretch(1, 1)
            self._head.addLayout(line)

    def _show_pictures(self, incident: Incident) -> None:
        names = {wall.display_id: wall.name for step in incident.steps for wall in step.walls}
        self.pictures.clear()
        for picture in incident.pictures:
            image = self._images.get(picture.sha256)
            if image is None or image.isNull():
                continue
            text = f"{names.get(picture.display_id, picture.display_id)}, {clock_of(picture.taken_at)}"
            item = QListWidgetItem(QIcon(QPixmap.fromImage(image)), text)
            item.setData(Qt.ItemDataRole.UserRole, picture.sha256)
            item.setToolTip(text)
            item.setSizeHint(THUMBNAIL + AROUND_THUMBNAIL)
            self.pictures.addItem(item)
        some = self.pictures.count() > 0
        self.pictures.setVisible(some)
        self._no_pictures.setVisible(not some)

    def enlarge(self, item: QListWidgetItem) -> None:
        """Show one picture in a window of its own."""
        window = QDialog(self)
        window.setWindowTitle(item.text())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = Scaled(QSize(640, 400))
        picture.show_picture(QPixmap.fromImage(self._images[item.data(Qt.ItemDataRole.UserRole)]))
        window.setLayout(column(picture, label(item.text(), "caption"), margins=SPACE_M))
        window.open()

    def _table(self) -> QTableWidget:
        made = QTableWidget(0, 6)
        made.setTabKeyNavigation(False)
        made.setHorizontalHeaderLabels(
            [
                self.tr("Wall"),
                self.tr("Received"),
                self.tr("Shown"),
                self.tr("Delay"),
                self.tr("Frame"),
                self.tr("Ended"),
            ]
        )
        made.setAccessibleName(self.tr("Wall by wall"))
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setAlternatingRowColors(True)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = made.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def _strip(self) -> QListWidget:
        made = QListWidget()
        made.setViewMode(QListView.ViewMode.IconMode)
        made.setFlow(QListView.Flow.LeftToRight)
        made.setWrapping(False)
        made.setMovement(QListView.Movement.Static)
        made.setIconSize(THUMBNAIL)
        made.setUniformItemSizes(True)
        made.setFixedHeight(STRIP_PX)
        made.setAccessibleName(self.tr("Pictures"))
        made.itemActivated.connect(self.enlarge)
        made.itemClicked.connect(self.enlarge)
        return made
