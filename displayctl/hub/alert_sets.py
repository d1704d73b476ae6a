"""The signed sets of alerts, earnest and drills, as the repository has them, and who stands behind each alert."""

from __future__ import annotations

from collections.abc import Iterable

from content.delivery.endorsements import is_confirmed
from content.delivery.keyrules import listed_keys
from content.delivery.notices import Notice, unpack_notice
from content.delivery.published import parsed_role
from content.delivery.repository import Repository
from content.delivery.roles import DRILL, EMERGENCY, POLICY, SignedRole, alert_path
from content.errors import Refused
from displayctl.hub.alert_record import keyids_of, signer_names


class AlertSets:
    """Reads what was accepted."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def paths(self) -> dict[str, str]:
        """The documents of all alerts that are signed for now, by the alerts' ids. Raises Damaged."""
        found: dict[str, str] = {}
        for role in (EMERGENCY, DRILL):
            metadata = self._repository.current(role)
            listed = parsed_role(role, metadata).targets if metadata is not None else ()
            found |= {path.removeprefix(f"{role}/").removesuffix(".json"): path for path in listed}
        return found

    def document(self, path: str) -> bytes | None:
        """The document of an alert that is signed for now."""
        return self._repository.document(path.partition("/")[0], path)

    def notices(self, paths: Iterable[str]) -> dict[str, Notice]:
        """The alerts at `paths` with their pictures, by their ids. Raises Damaged, Refused."""
        documents = (self.document(path) for path in paths)
        notices = [unpack_notice(document) for document in documents if document is not None]
        return {notice.alert.id: notice for notice in notices}

    def is_confirmed(self, notice: Notice) -> bool:
        """Whether walls will believe an alert in full: as many officers stand behind it as that takes."""
        policy = self._repository.current(POLICY)
        if policy is None:
            return False
        return is_confirmed(
            notice, listed_keys(DRILL if notice.alert.drill else EMERGENCY, parsed_role(POLICY, policy))
        )

    def signers(self, roles: Iterable[SignedRole]) -> dict[bool, dict[str, str]]:
        """Who signed for earnest (False) and for drills (True): names by the ids of their keys."""
        names = signer_names(self._repository)
        found = {role.role: {keyid: names.get(keyid, keyid[:12]) for keyid in keyids_of(role)} for role in roles}
        return {False: found.get(EMERGENCY, {}), True: found.get(DRILL, {})}


def notices_in(roles: Iterable[SignedRole]) -> dict[str, Notice]:
    """The alerts that come with newly signed roles, by their ids. Raises Refused, Damaged."""
    found = {}
    for role in roles:
        for path, content in role.documents.items():
            notice = unpack_notice(content)
            if path != alert_path(notice.alert.id, drill=notice.alert.drill):
                raise Refused(
                    "document", f"{path} holds the alert {notice.alert.id!r}, which belongs elsewhere; sign it again"
                )
            found[notice.alert.id] = notice
    return found
