"""A line across the top of the window that tells something, and offers what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QSizePolicy

from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, icon_button, label, row, set_role

STAYS_MS = 6000


class Banner(QFrame):
    """Hidden until something is told. Good news leave by themselves; warnings stay until they are closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner-warning")
        self._text = label(wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("", self._act, "quiet")
        self._action.hide()
        self._close = icon_button("close", self.tr("Close"), self.hide)
        self._close.setIconSize(QSize(14, 14))
        self._icon = label()
        layout = row(self._icon, self._text, self._action, self._close, spacing=SPACE_M)
        layout.setContentsMargins(SPACE_M, SPACE_S - 2, SPACE_S, SPACE_S - 2)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._on_action: Callable[[], object] | None = None
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def tell(
        self, text: str, kind: str = "warning", action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show `text`; `kind` is good, warning or danger. With `action`, a button that calls `on_action`."""
        set_role(self, f"banner-{kind}")
        name, colour = {"good": ("check", COLOURS.good), "danger": ("alarm", COLOURS.danger)}.get(
            kind, ("info", COLOURS.warning)
        )
        self._icon.setPixmap(icons.pixmap(name, colour, 18))
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._on_action = on_action
        self.show()
        if kind == "good":
            self._leave.start(STAYS_MS)
        else:
            self._leave.stop()

    def take_back(self, text: str) -> None:
        """Hide, where `text` is told: it is settled. What was told since stays."""
        if self.text == text:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._on_action is not None:
            self._on_action()
