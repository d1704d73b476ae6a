"""Whether what a person wants of a medium goes with what it is, and what follows from it."""

from __future__ import annotations

from dataclasses import replace

from displayctl.api.media import a_kind
from displayctl.api.models import MediumChange, MediumKind, MediumState
from displayctl.hub.errors import WrongWish
from displayctl.hub.renditions import same_pictures
from displayctl.hub.repositories.media import StoredMedium

_MAY_BE_NOTHING = ("expires_at", "ends_ms")
_SHORTEST_MS = 500
_CROPPED = (
    MediumKind.PICTURE.value,
    MediumKind.ANIMATION.value,
    MediumKind.VIDEO.value,
    MediumKind.DOCUMENT.value,
)


def wanted_fields(change: MediumChange) -> dict[str, object]:
    """The properties that `change` names, with their new values."""
    wanted = change.model_dump(exclude_unset=True, exclude={"version"})
    return {name: value for name, value in wanted.items() if value is not None or name in _MAY_BE_NOTHING}


def changed_medium(medium: StoredMedium, fields: dict[str, object]) -> StoredMedium:
    """`medium` with `fields`; being prepared anew where walls show something else then, or where it had failed.

    Raises WrongWish for what such a medium does not have.
    """
    changed = replace(medium, **fields)  # type: ignore[arg-type]
    _check(changed, fields)
    if not changed.crops:
        changed = replace(changed, crops=None)
    other_pictures = not same_pictures(changed, medium)
    if other_pictures:
        changed = replace(changed, findings=None)
    if changed.page != medium.page:
        changed = replace(changed, thumbnail_sha256="", poster_sha256="")
    if other_pictures or medium.state == MediumState.FAILED:
        return replace(changed, state=MediumState.PROCESSING.value, message="")
    return changed


def _check(medium: StoredMedium, fields: dict[str, object]) -> None:
    if fields.get("page", 1) != 1 and medium.kind != MediumKind.DOCUMENT.value:
        raise WrongWish("page", f"{medium.title!r} is {a_kind(medium.kind)} and has no pages; leave that out")
    if fields.get("crops") and medium.kind not in _CROPPED:
        raise WrongWish("crops", f"{medium.title!r} is {a_kind(medium.kind)}, which cannot be cropped; leave that out")
    if fields.keys() & {"begins_ms", "ends_ms"}:
        _check_cut(medium)


def _check_cut(medium: StoredMedium) -> None:
    begins, ends = medium.begins_ms, medium.ends_ms
    if not begins and ends is None:
        return
    if medium.kind != MediumKind.VIDEO.value:
        raise WrongWish("begins_ms", f"{medium.title!r} is {a_kind(medium.kind)}; only a video can be cut")
    length = medium.duration_ms or 0
    if (ends or 0) > length or (length if ends is None else ends) - begins < _SHORTEST_MS:
        raise WrongWish(
            "ends_ms",
            f"{begins} to {ends} ms is no part of {medium.title!r}, which lasts {length} ms; leave {_SHORTEST_MS} ms "
            "of it at least",
        )
