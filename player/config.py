"""The player's settings: command line over environment over `player.toml` in the data folder over defaults."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from player.errors import ConfigInvalid
from player.folder import data_folder
from schedules.display import Canvas
from schedules.errors import InvalidValue

LOOPBACK = ("127.0.0.1", "localhost", "::1")
FILE_NAME = "player.toml"
PREFIX = "DISPLAYCTL_PLAYER_"
_CANVAS = re.compile(r"\A(\d{1,5})x(\d{1,5})(?:\+(\d{1,5})\+(\d{1,5}))?\Z")


class PlayerConfig(BaseSettings):
    """Everything a player is told by those who mount it; what it plays it learns from the hub.

    `hub` is None where no hub is set: the player then plays what it holds. `canvas` overrides the programme's own.
    `import_from` are the places where sticks with exported folders are mounted. `show_address` puts the machine's
    address on the slate. `log_file_bytes` above 0 also writes the log to `<data>/player.log`, at most twice that size.
    Without `safe_mode` videos are shown however often the stage dies.
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", env_prefix=PREFIX, populate_by_name=True)

    data: Path
    hub: str | None = Field(None, validation_alias=AliasChoices("hub", PREFIX + "HUB", "DISPLAYCTL_HUB"))
    canvas: Canvas | None = None
    show_address: bool = False
    cache_limit_bytes: Annotated[int, Field(ge=64 << 20, le=1 << 44)] = 32 << 30
    log_level: Annotated[str, Field(pattern="^(debug|info|warning|error)$")] = "info"
    log_file_bytes: Annotated[int, Field(ge=0, le=1 << 30)] = 0
    import_from: tuple[Path, ...] = (Path("/media"), Path("/run/media"))
    safe_mode: bool = True
    liveness_seconds: Annotated[float, Field(ge=2, le=600)] = 10.0

    @field_validator("canvas", mode="before")
    @classmethod
    def _read_canvas(cls, value: object) -> object:
        return parse_canvas(value) if isinstance(value, str) else value

    @field_validator("hub")
    @classmethod
    def _read_hub(cls, value: str | None) -> str | None:
        return _hub_address(value) if value else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        folder = Path(init_settings()["data"])
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=folder / FILE_NAME)


def load_config(data: Path | None = None, **given: Any) -> PlayerConfig:
    """The settings in force; `given` are those of the command line, None where not given.

    The data folder is `data`, else DISPLAYCTL_PLAYER_DATA, else the XDG data home. Raises ConfigInvalid.
    """
    folder = data_folder(data)
    chosen = {name: value for name, value in given.items() if value is not None}
    try:
        return PlayerConfig(data=folder, **chosen)
    except ValidationError as error:
        raise ConfigInvalid(_sentence(error, chosen, folder)) from error
    except (OSError, ValueError) as error:  # unreadable file, or TOML that is none
        raise ConfigInvalid(f"{folder / FILE_NAME}: {error}; correct the file or take it away") from error


def parse_canvas(text: str) -> Canvas:
    """``WxH+X+Y`` (or ``WxH``) in pixels of the video output. Raises InvalidValue."""
    match = _CANVAS.match(text.strip())
    if match is None:
        raise InvalidValue("canvas", f"{text!r:.60} is not a canvas; write WIDTHxHEIGHT+X+Y, as 640x384+0+0")
    width, height, x, y = (int(number or 0) for number in match.groups())
    return Canvas(width, height, x, y)


def _hub_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"{value!r:.120} is not a hub's address; write it as https://192.168.1.10:8765")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ValueError(f"{value!r:.120} is plain HTTP, which is for this machine alone; write it as https://")
    return value.rstrip("/")


def _sentence(error: ValidationError, chosen: dict[str, Any], folder: Path) -> str:
    first = error.errors()[0]
    field = str(first["loc"][0]) if first["loc"] else "settings"
    field = "hub" if field.endswith("HUB") else field
    reason = first["msg"].removeprefix("Value error, ")
    return f"{field} ({_place(field, chosen, folder)}): {reason}"


def _place(field: str, chosen: dict[str, Any], folder: Path) -> str:
    if field in chosen:
        return f"command line --{field.replace('_', '-')}"
    names = [PREFIX + field.upper(), *(["DISPLAYCTL_HUB"] if field == "hub" else [])]
    for name in names:
        if name in os.environ:
            return f"environment {name}"
    return str(folder / FILE_NAME)
