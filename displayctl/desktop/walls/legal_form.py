"""The rule of law that something rests on: regulation, number, year, article. Empty: none is given."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.pieces import column, field, frame, row
from schedules.legal import FIRST_YEAR, LAST_YEAR, MOST_ARTICLE, MOST_NUMBER, LegalBasis


class LegalForm(QWidget):
    """Four fields. `today` gives the year to begin with."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._year = today.year
        self.regulation, self.number, self.article = QLineEdit(), QLineEdit(), QLineEdit()
        self.regulation.setMaxLength(200)
        self.regulation.setPlaceholderText(self.tr("As: Peraturan Bupati Banggai"))
        self.number.setMaxLength(MOST_NUMBER)
        self.article.setMaxLength(MOST_ARTICLE)
        self.article.setPlaceholderText(self.tr("As: Pasal 7"))
        self.year = number_edit(FIRST_YEAR, LAST_YEAR)
        below = row(
            frame("plain", field(self.tr("Number"), self.number)),
            frame("plain", field(self.tr("Year"), self.year)),
            frame("plain", field(self.tr("Article"), self.article)),
            spacing=SPACE_M,
        )
        self.setLayout(column(field(self.tr("Legal reference"), self.regulation), below))

    def show_basis(self, basis: LegalBasis | None) -> None:
        """Show this one."""
        self.regulation.setText(basis.regulation if basis else "")
        self.number.setText(basis.number if basis else "")
        self.article.setText(basis.article if basis else "")
        self.year.setValue(basis.year if basis else self._year)

    @property
    def lacks_regulation(self) -> bool:
        """Whether a number or an article stands there without what it is of."""
        further = self.number.text().strip() or self.article.text().strip()
        return bool(further) and not self.regulation.text().strip()

    def basis(self) -> LegalBasis | None:
        """What stands in the fields; None where they are empty. Raises InvalidValue."""
        regulation = self.regulation.text().strip()
        if not regulation and not self.lacks_regulation:
            return None
        return LegalBasis(
            regulation=regulation,
            year=self.year.value(),
            number=self.number.text().strip(),
            article=self.article.text().strip(),
        )
