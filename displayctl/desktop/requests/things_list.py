"""What belongs to a request, a line each with what can be done about it: its files, and what was made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from displayctl.api.accounts import Role
from displayctl.api.requests import RequestFile, RequestLink
from displayctl.desktop.look.palette import SPACE_S, SPACE_XS
from displayctl.desktop.myself import Myself
from displayctl.desktop.presenters.request_words import file_kind_name, link_kind_name
from displayctl.desktop.presenters.words import size_words
from displayctl.desktop.widgets.pieces import button, clear, column, icon_button, label, row

MOST_SHOWN = 40


class FilesList(QWidget):
    """Signals: `look_asked` with a RequestFile, `save_asked` with one, `take_in_asked` with one."""

    look_asked = Signal(object)
    save_asked = Signal(object)
    take_in_asked = Signal(object)

    def __init__(self, myself: Myself) -> None:
        super().__init__()
        self._myself = myself
        self._shown: tuple[RequestFile, ...] | None = None
        self._rows: QVBoxLayout = column(spacing=SPACE_XS)
        self.setLayout(self._rows)

    def show_files(self, files: tuple[RequestFile, ...]) -> None:
        """Show these."""
        if files == self._shown:
            return
        self._shown = files
        clear(self._rows)
        for file in files:
            words = f"{file.name}  ·  {file_kind_name(file.kind)}, {size_words(file.size_bytes)}"
            self._rows.addLayout(_line(words, self._tools(file)))
        if not files:
            self._rows.addWidget(label(self.tr("No files"), "soft"))

    def _tools(self, file: RequestFile) -> Iterable[QPushButton]:
        look = icon_button(
            "open-out", self.tr("Look at {name}").format(name=file.name), partial(self.look_asked.emit, file)
        )
        look.setEnabled(file.kept)
        save = icon_button("save", self.tr("Save {name}…").format(name=file.name), partial(self.save_asked.emit, file))
        save.setEnabled(file.kept)
        if file.medium_id:
            taken = button(self.tr("In the library"), lambda: None, "quiet", "check")
            taken.setEnabled(False)
            return taken, look, save
        take = button(self.tr("Take into the library"), partial(self.take_in_asked.emit, file), "", "library")
        take.setAccessibleName(self.tr("Take {name} into the library").format(name=file.name))
        take.setEnabled(file.kept)
        return (self._myself.guarded(take, Role.EDITOR) if file.kept else take), look, save


class LinksList(QWidget):
    """Signals: `show_asked` with a RequestLink, `removal_asked` with one."""

    show_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, myself: Myself) -> None:
        super().__init__()
        self._myself = myself
        self._shown: tuple[RequestLink, ...] | None = None
        self._rows: QVBoxLayout = column(spacing=SPACE_XS)
        self.setLayout(self._rows)

    def show_links(self, links: tuple[RequestLink, ...]) -> None:
        """Show these."""
        if links == self._shown:
            return
        self._shown = links
        clear(self._rows)
        for link in links[:MOST_SHOWN]:
            name = link.name or self.tr("(deleted)")
            self._rows.addLayout(_line(f"{link_kind_name(link.kind)}: {name}", self._tools(link, name)))
        if len(links) > MOST_SHOWN:
            words = self.tr("and {count} more").format(count=len(links) - MOST_SHOWN)
            self._rows.addWidget(label(words, "soft"))
        if not links:
            self._rows.addWidget(label(self.tr("Nothing yet"), "soft"))

    def _tools(self, link: RequestLink, name: str) -> Iterable[QPushButton]:
        show: Callable[[], object] = partial(self.show_asked.emit, link)
        look = button(self.tr("Show"), show, "quiet", "open-out")
        look.setAccessibleName(self.tr("Show {name}").format(name=name))
        look.setEnabled(bool(link.name))
        words = self.tr("{name} does not belong to this request").format(name=name)
        cross = icon_button("close", words, partial(self.removal_asked.emit, link))
        return look, self._myself.guarded(cross, Role.EDITOR, Role.APPROVER)


def _line(words: str, tools: Iterable[QPushButton]) -> QVBoxLayout:
    """Words that may wrap, and buttons at their right."""
    said = label(words, wrap=True)
    inner = row(said, *tools, spacing=SPACE_S)
    inner.setStretch(0, 1)
    return column(inner, spacing=0)
