"""Work that takes a while, and the settings of the installation."""

from __future__ import annotations

from fastapi import APIRouter

from displayctl.api.models import Job, SettingsInfo
from displayctl.hub.routes.context import Hub, Id

router = APIRouter()


@router.get("/jobs", summary="Jobs, newest first", tags=["jobs"])
def jobs(hub: Hub) -> tuple[Job, ...]:
    return hub.jobs.jobs()


@router.get("/jobs/{id}", summary="One job", tags=["jobs"])
def job(hub: Hub, id: Id) -> Job:
    return hub.jobs.job(id)


@router.delete("/jobs/{id}", summary="Ask a job to stop", tags=["jobs"])
def cancel(hub: Hub, id: Id) -> Job:
    return hub.library.cancel_job(id)


@router.get("/settings", summary="The settings of the installation", tags=["settings"])
def settings(hub: Hub) -> SettingsInfo:
    return hub.planning.settings()


@router.put("/settings", summary="Store them over the version they were made from", tags=["settings"])
def put_settings(hub: Hub, settings: SettingsInfo) -> SettingsInfo:
    return hub.planning.put_settings(settings)
