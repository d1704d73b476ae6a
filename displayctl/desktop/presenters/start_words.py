"""Why the hub could not start, in the operator's language, and where to read more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.desk.installation import Installation
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.system_reasons import say_reason
from displayctl.errors import HubDidNotStart

translate = QCoreApplication.translate
_REASON = "cannot start: "


def say_start_problem(error: Exception, installation: Installation) -> tuple[str, str]:
    """What happened with the next step, and a hint for whoever helps."""
    known = _reason(str(error)) if isinstance(error, HubDidNotStart) else ""
    if known:
        why = known
    elif isinstance(error, OSError):
        why = translate("Start", "The folder {folder} cannot be used ({reason}). Choose another with --data.").format(
            folder=installation.data, reason=say_reason(error.strerror or str(error))
        )
    else:
        why = say_problem(error)
    log = installation.data / "hub.log"
    hint = translate("Start", "More is written in {log}. The walls play on meanwhile.").format(log=log)
    return why, hint


def start_words(text: str) -> str:
    """That the hub does not start, where that is why it is away; empty where it is away for another reason."""
    why = _reason(text)
    return (
        translate("Start", "The hub does not start. {why} The walls play on meanwhile.").format(why=why) if why else ""
    )


def _reason(text: str) -> str:
    """What a hub that could not start said itself, of everything that is known of it; empty where it said nothing."""
    return say_sentence(text.rpartition(_REASON)[2]) if _REASON in text else ""
