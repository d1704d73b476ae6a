"""Office documents on their way into the library: known when they arrive, and made into PDFs by LibreOffice.

From then on such a medium is the PDF, with its pages to choose from; the document itself is not kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from content.delivery.store import AssetStore, StoredAsset
from content.studio.office_conversion import find_office, not_installed
from content.studio.office_files import OfficeKind, is_packed
from content.studio.workshop import Workshop


@dataclass(frozen=True, slots=True)
class ArrivingDocuments:
    """What is done with files of the `store` in the `workshop`."""

    store: AssetStore
    workshop: Workshop

    def admit(self, sha256: str, name: str) -> None:
        """Raises UnusableMedia for an Office document that is locked, holds macros or is no honest archive, and for
        every one where LibreOffice is not installed. Other files pass, whatever they are."""
        kind = self._kind(self.store.path_of(sha256), name)
        if kind is not None and find_office() is None:
            raise not_installed(name, kind)

    def pdf_of(self, sha256: str, name: str, cancelled: Callable[[], bool]) -> StoredAsset | None:
        """The PDF of an Office document, in the store; None for any other file.

        Raises UnusableMedia, StorageFull, Cancelled.
        """
        source = self.store.path_of(sha256)
        kind = self._kind(source, name)
        if kind is None:
            return None
        made = self.workshop.pdf_of(source, kind, name=name, cancelled=cancelled)
        try:
            return self.store.add_file(made)
        finally:
            made.unlink(missing_ok=True)

    def _kind(self, path: Path, name: str) -> OfficeKind | None:
        return self.workshop.office_kind(path, name=name) if is_packed(path) else None
