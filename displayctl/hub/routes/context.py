"""What routes are given: the services, who asks, and checked values from addresses."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Path, Query
from fastapi.requests import HTTPConnection

from displayctl.hub.accounts import bearer
from displayctl.hub.repositories.devices import Device
from displayctl.hub.services import Services


def services_of(connection: HTTPConnection) -> Services:
    """The services that this application was made with."""
    services: Services = connection.app.state.services
    return services


Hub = Annotated[Services, Depends(services_of)]


def require_desk(hub: Hub, authorization: Annotated[str | None, Header(include_in_schema=False)] = None) -> None:
    """Raises NotAuthorised unless the desk token came along."""
    hub.access.check(bearer(authorization))


def require_device(hub: Hub, authorization: Annotated[str | None, Header(include_in_schema=False)] = None) -> Device:
    """The bound device whose token came along. Raises NotAuthorised, NotBound."""
    return hub.tokens.device_of(bearer(authorization))


def desk_name(x_displayctl_desk: Annotated[str, Header(max_length=100, include_in_schema=False)] = "") -> str:
    """What the desk calls itself, for those who come second."""
    return "".join(letter for letter in x_displayctl_desk if letter.isprintable())


BoundDevice = Annotated[Device, Depends(require_device)]
DeskName = Annotated[str, Depends(desk_name)]
Id = Annotated[str, Path(max_length=64)]
Version = Annotated[int, Query(ge=0, le=1 << 53, description="The version this wish was made from")]
