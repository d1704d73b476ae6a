"""The question before media are deleted, which cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from displayctl.api.models import MediumInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.media_edits import MediaEdits
from displayctl.desktop.presenters.words import counted, size_words
from displayctl.desktop.widgets.ask_window import AskWindow

translate = QCoreApplication.translate
MOST_NAMED = 8


def ask_to_delete(desk: Desk, edits: MediaEdits, media: tuple[MediumInfo, ...], parent: QWidget) -> AskWindow | None:
    """Ask whether `media` shall go, then delete them; None where there are none."""
    if not media:
        return None
    titles = [f"• {medium.title}" for medium in media[:MOST_NAMED]]
    if len(media) > MOST_NAMED:
        titles.append(translate("Deleting", "and {count} more").format(count=len(media) - MOST_NAMED))
    one = translate(
        "Deleting",
        "Delete {count} medium ({size}) from the library? If a playlist uses it, it stays. This cannot be taken back.",
    )
    many = translate(
        "Deleting",
        "Delete {count} media ({size}) from the library? What is used in a playlist stays. This cannot be taken back.",
    )
    words = counted(one, many, len(media), size=size_words(sum(medium.size_bytes for medium in media)))
    window = AskWindow(desk.tasks, translate("Deleting", "Delete media"), parent)
    action = translate("Deleting", "Delete {count}").format(count=len(media))
    window.ask("\n".join((words, "", *titles)), (), action, lambda: lambda: media)
    window.went.connect(edits.delete)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window


def ask_to_delete_one(desk: Desk, medium: MediumInfo, parent: QWidget) -> AskWindow:
    """Ask whether `medium` shall go, then delete it; where it is used, the window says so and stays."""
    words = translate("Deleting", "Delete “{title}” from the library? This cannot be taken back.")
    window = AskWindow(desk.tasks, translate("Deleting", "Delete media"), parent)

    def work() -> Callable[[], None]:
        newest: MediumInfo = desk.catalogue.find(Topic.MEDIUM, medium.id) or medium
        client = desk.hub.client
        return lambda: client.delete_medium(newest.id, newest.version)

    window.ask(words.format(title=medium.title), (), translate("Deleting", "Delete"), work)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window
