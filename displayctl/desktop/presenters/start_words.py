"""Why the hub could not start, in the operator's language, and where to read more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.desk.installation import Installation
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.errors import HubDidNotStart

translate = QCoreApplication.translate
_REASON = "cannot start: "


def say_start_problem(error: Exception, installation: Installation) -> tuple[str, str]:
    """What happened with the next step, and a hint for whoever helps."""
    text = str(error)
    if isinstance(error, HubDidNotStart) and _REASON in text:
        why = say_sentence(text.rpartition(_REASON)[2])
    elif isinstance(error, OSError):
        why = translate("Start", "The folder {folder} cannot be used ({reason}). Choose another with --data.").format(
            folder=installation.data, reason=error.strerror or error
        )
    else:
        why = say_problem(error)
    log = installation.data / "hub.log"
    hint = translate("Start", "More is written in {log}. The walls play on meanwhile.").format(log=log)
    return why, hint
