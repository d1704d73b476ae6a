"""Asks why a warning is not shown: the usual reasons by a click, any other by typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from displayctl.api.client import HubClient
from displayctl.api.warnings import LONGEST_REASON, Dismissal, WarningInfo
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.pieces import column

LEAST = 3


class DismissWindow(AskWindow):
    """Signal: `went` with the warning as it is then."""

    def __init__(self, tasks: Tasks, client: HubClient, warning: WarningInfo, parent: QWidget | None = None) -> None:
        super().__init__(tasks, self.tr("Do not show this warning"), parent)
        self._client, self._warning = client, warning
        self.reasons = QButtonGroup(self)
        usual = (
            self.tr("It does not concern these walls"),
            self.tr("People are told by other means"),
            self.tr("It is too weak to be shown"),
            self.tr("The same is shown already"),
            self.tr("Another reason:"),
        )
        for number, words in enumerate(usual):
            self.reasons.addButton(QRadioButton(words), number)
        self.other = QLineEdit()
        self.other.setMaxLength(LONGEST_REASON)
        self.other.setAccessibleName(usual[-1])
        self.reasons.idToggled.connect(lambda _, on: self._chosen() if on else None)
        self.other.textChanged.connect(self._typed)
        headline = warning.headline or warning.event
        self.ask(
            self.tr("Why is “{headline}” not shown? The reason is kept with your name.").format(headline=headline),
            (column(*self.reasons.buttons(), self.other),),
            self.tr("Do not show"),
            lambda: self._work_now(self.reason),
            lambda: len(self.reason) >= LEAST,
        )

    @property
    def reason(self) -> str:
        """What was chosen or typed; empty while nothing is."""
        number = self.reasons.checkedId()
        if number == len(self.reasons.buttons()) - 1:
            return self.other.text().strip()
        return self.reasons.button(number).text() if number >= 0 else ""

    def _chosen(self) -> None:
        if self.reasons.checkedId() == len(self.reasons.buttons()) - 1:
            self.other.setFocus()
        self.check()

    def _typed(self) -> None:
        self.reasons.buttons()[-1].setChecked(True)
        self.check()

    def _work_now(self, reason: str) -> Callable[[], WarningInfo]:
        client, warning = self._client, self._warning
        change = Dismissal(reason=reason, identifier=warning.identifier)
        return lambda: client.warnings.dismiss(warning.id, change)
