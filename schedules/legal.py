"""The rule of law that a wall's hours, its brightness or its silence rest on, as people cite it."""

from __future__ import annotations

from dataclasses import dataclass

from schedules.checks import check_int, check_name

FIRST_YEAR, LAST_YEAR = 1945, 2199
MOST_NUMBER, MOST_ARTICLE = 40, 100


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A regulation, as "Peraturan Bupati Banggai", with its number and year, and the article where one is meant."""

    regulation: str
    year: int
    number: str = ""
    article: str = ""

    def __post_init__(self) -> None:
        check_name("basis.regulation", self.regulation)
        check_int("basis.year", self.year, FIRST_YEAR, LAST_YEAR)
        if self.number:
            check_name("basis.number", self.number, most=MOST_NUMBER)
        if self.article:
            check_name("basis.article", self.article, most=MOST_ARTICLE)

    def words(self) -> str:
        """As it is cited: ``Peraturan Bupati Banggai Nomor 12 Tahun 2026, Pasal 7``."""
        number = f" Nomor {self.number}" if self.number else ""
        article = f", {self.article}" if self.article else ""
        return f"{self.regulation}{number} Tahun {self.year}{article}"
