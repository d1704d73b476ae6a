"""What routes are given: the services, who asks, and checked values from addresses."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Path, Query
from fastapi.requests import HTTPConnection

from displayctl.hub.accounts import bearer
from displayctl.hub.asking import current_asker
from displayctl.hub.errors import NotPermitted
from displayctl.hub.repositories.devices import Device
from displayctl.hub.services import Services


def services_of(connection: HTTPConnection) -> Services:
    """The services that this application was made with."""
    services: Services = connection.app.state.services
    return services


async def hub_of(connection: HTTPConnection) -> Services:
    """As `services_of`, on the event loop: nothing here waits, and threads may all be waiting for the database."""
    return services_of(connection)


Hub = Annotated[Services, Depends(hub_of)]


async def require_row(connection: HTTPConnection) -> None:
    """Raises NotPermitted unless the door let this very route be entered: two addresses must not be taken for one."""
    row, route = connection.scope.get("displayctl.row"), connection.scope["route"]
    if not isinstance(row, str) or not row.endswith(route.path):
        raise NotPermitted(f"the route {route.path} is not in the matrix of rights")


def require_device(hub: Hub, authorization: Annotated[str | None, Header(include_in_schema=False)] = None) -> Device:
    """The bound device whose token came along. Raises NotAuthorised, NotBound."""
    return hub.tokens.device_of(bearer(authorization))


async def asker_name() -> str:
    """Who asks, for those who come second: a person's name, or what a desk without accounts calls itself."""
    return current_asker().name


BoundDevice = Annotated[Device, Depends(require_device)]
AskerName = Annotated[str, Depends(asker_name)]
Id = Annotated[str, Path(max_length=64)]
Version = Annotated[int, Query(ge=0, le=1 << 53, description="The version this wish was made from")]
