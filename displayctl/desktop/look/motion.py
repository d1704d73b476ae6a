"""Whether things may move: some people are made ill by it, and say so once for the whole desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class _Still:
    """Whether nothing moves by itself, and the effects of Qt that were on before."""

    wished = False
    effects: tuple[Qt.UIEffect, ...] = ()


def still(wished: bool) -> None:
    """Have nothing move by itself from now on, or have it move again."""
    if wished == _Still.wished:
        return
    if wished:
        _Still.effects = tuple(effect for effect in _EFFECTS if QApplication.isEffectEnabled(effect))
    for effect in _Still.effects:
        QApplication.setEffectEnabled(effect, not wished)
    _Still.wished = wished


def may_move() -> bool:
    """Whether a widget may move by itself. What somebody sets going with a button plays anyway."""
    return not _Still.wished


def length_ms(wanted_ms: int) -> int:
    """How long a movement takes: as `wanted_ms` says, or no time at all."""
    return wanted_ms if may_move() else 0
