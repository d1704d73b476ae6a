"""What a person should know of a medium, as sentences on a ground of warning; hidden where there is nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from displayctl.desktop.library.warnings import MediumWarning, Trouble
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.library_words import walls_words, warning_words
from displayctl.desktop.widgets.pieces import clear, column, label, set_role


class MediumWarnings(QFrame):
    """A list of sentences, the gravest first."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner-warning")
        self._lines: QVBoxLayout = column(spacing=SPACE_S)
        self._lines.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self.setLayout(self._lines)
        self._sentences: tuple[str, ...] = ()
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        return self._sentences

    def show_warnings(self, warnings: tuple[MediumWarning, ...], twins: tuple[str, ...]) -> None:
        """Say these, and the titles of media that are alike."""
        sentences = [warning_words(warning) for warning in warnings]
        if twins:
            sentences.append(self.tr("Looks like {titles}.").format(titles=walls_words(twins)))
        if tuple(sentences) != self._sentences:
            self._sentences = tuple(sentences)
            clear(self._lines)
            for sentence in sentences:
                self._lines.addWidget(label(sentence, "caption", wrap=True, selectable=True))
        grave = any(warning.trouble is Trouble.FLASHES for warning in warnings)
        set_role(self, "banner-danger" if grave else "banner-warning")
        self.setVisible(bool(sentences))
