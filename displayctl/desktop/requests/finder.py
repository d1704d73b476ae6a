"""Finding a request: words, the states that are wanted, and an agency."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from displayctl.api.request_states import OPEN, RequestState
from displayctl.api.requests import RequestBrief
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.request_words import state_name
from displayctl.desktop.widgets.pieces import column, row

SETTLE_MS, ALL_STATES = 120, 1


class RequestFinder(QWidget):
    """Signal: `changed` when other ones are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search number, title, letter… (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.state, self.agency = QComboBox(), QComboBox()
        self.state.setAccessibleName(self.tr("State"))
        self.state.addItem(self.tr("Open ones"), OPEN)
        self.state.addItem(self.tr("All"), frozenset(RequestState))
        for state in RequestState:
            self.state.addItem(state_name(state), frozenset({state}))
        self.agency.setAccessibleName(self.tr("Agency"))
        self.agency.addItem(self.tr("All agencies"), "")
        for combo in (self.state, self.agency):
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        layout = column(self.search, row(self.state, self.agency, spacing=SPACE_S), spacing=SPACE_S)
        self.setLayout(layout)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.changed)
        self.search.textChanged.connect(self._soon.start)
        for combo in (self.state, self.agency):
            combo.currentIndexChanged.connect(self.changed)

    def found(self, requests: Iterable[RequestBrief]) -> tuple[RequestBrief, ...]:
        """Those that are wanted, in their order."""
        words = self.search.text().casefold().split()
        states, agency = self.state.currentData(), self.agency.currentData() or ""
        return tuple(
            each for each in requests if each.state in states and agency in ("", each.agency) and _has(each, words)
        )

    def want_all(self) -> None:
        """Want every request, as for going to one that may be hidden."""
        self.search.clear()
        self.state.setCurrentIndex(ALL_STATES)
        self.agency.setCurrentIndex(0)

    def offer_agencies(self, requests: Iterable[RequestBrief]) -> None:
        """Offer the agencies that these are of, without telling."""
        names = {each.agency: each.agency_name for each in requests}
        offered = sorted(names.items(), key=lambda each: each[1].casefold())
        if [self.agency.itemData(at) for at in range(1, self.agency.count())] == [key for key, _ in offered]:
            return
        before = self.agency.currentData() or ""
        self.agency.blockSignals(True)
        while self.agency.count() > 1:
            self.agency.removeItem(1)
        for key, name in offered:
            self.agency.addItem(name, key)
        self.agency.setCurrentIndex(max(0, self.agency.findData(before)))
        self.agency.blockSignals(False)


def _has(request: RequestBrief, words: list[str]) -> bool:
    told = " ".join(
        (request.id, request.title, request.letter_number, request.contact, request.agency_name, request.agency)
    ).casefold()
    return all(word in told for word in words)
