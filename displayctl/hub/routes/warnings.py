"""Warnings from outside, and what people decide about them."""

from __future__ import annotations

from fastapi import APIRouter

from displayctl.api.warnings import Dismissal, ShownBy, WarningBrief, WarningInfo
from displayctl.hub.routes.context import Hub, Id

router = APIRouter(prefix="/warnings", tags=["warnings"])


@router.get("", summary="Warnings: live ones first")
def warnings(hub: Hub) -> tuple[WarningBrief, ...]:
    return hub.warnings.listed()


@router.get("/{id}", summary="A warning with its texts and shapes")
def warning(hub: Hub, id: Id) -> WarningInfo:
    return hub.warnings.one(id)


@router.post("/{id}/dismissal", summary="Keep why a warning is not shown")
def dismiss(hub: Hub, id: Id, dismissal: Dismissal) -> WarningInfo:
    return hub.warnings.dismiss(id, dismissal)


@router.post("/{id}/shown", summary="Keep which alert shows a warning")
def shown(hub: Hub, id: Id, by: ShownBy) -> WarningInfo:
    return hub.warnings.shown(id, by)
