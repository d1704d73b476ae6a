"""An announcement of a request's words: the editor, filled with what the agency wants to be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from displayctl.api.requests import Request
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.desk import Desk


def announcement_for(desk: Desk, request: Request, parent: QWidget) -> AnnouncementEditor:
    """The editor with the title, the words and the name of the agency, to be opened."""
    editor = AnnouncementEditor(desk, None, parent, request)
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return editor
