"""Four eyes, from a draft that is handed in to what is on air, on a real hub; and who is not let through."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from content.delivery.roles import EMERGENCY, SignedRole, programme_role
from content.errors import Damaged, Refused
from content.studio.passphrases import CHEAPEST
from content.studio.sealed_keys import OperatorKey
from content.studio.signing import countersign, sign_programme, unsigned_programme
from displayctl.api.accounts import Role
from displayctl.api.approvals import Submission, SubmissionFile, SubmissionState, SubmissionWish
from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict, HubError, NotFoundedYet, RefusedByTrust, WrongRequest
from displayctl.api.models import MediumState, PartKind, Publication
from displayctl.desk.approving import approve, reject, submit, submit_again, withdraw
from displayctl.desk.believing import Beliefs
from displayctl.desk.founded import is_founded
from displayctl.desk.founding import Founder, found_several
from displayctl.desk.publishing import check_playable, preview_publication, publish
from displayctl.desk.reviewing import Review, find_submission, review
from displayctl.desk.signed import signed_message
from displayctl.desk.unlocking import KeyCabinet
from displayctl.errors import DraftChanged, HubNotBelieved, NeedsApproval, NothingToSign, NotOneOfThem
from displayctl.hub.errors import StillInUse
from schedules.codec import programme_from_dict
from schedules.programme import Programme
from tests.displayctl.hub.ground import (
    add_picture,
    add_playlist,
    add_slot,
    add_wall,
    announce_emergency,
    duty_post,
    ended,
    eventually,
    now,
)
from tests.displayctl.hub.staff import first_administrator, person
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.marked_media import write_clip

WORDS = "tiga kapal di pelabuhan"
PEOPLE = ("sekar", "budi", "citra")


@dataclass(frozen=True)
class Office:
    """A hub with one wall, and three people of whom two sign together."""

    hub: RunningHub
    cabinet: KeyCabinet
    beliefs: Beliefs
    workplace: Path

    @property
    def client(self) -> HubClient:
        return self.hub.client

    def key(self, name: str) -> OperatorKey:
        return self.cabinet.unlock(name, WORDS)

    def submit(self, name: str = "sekar", **wishes: str) -> Submission:
        return submit(self.client, self.key(name), "utama", by=name, beliefs=self.beliefs, **wishes)

    def review(self, submission: Submission) -> Review:
        return review(self.client, submission, self.workplace, self.beliefs)

    def approve(self, submission: Submission, name: str = "budi") -> Publication | None:
        return approve(self.client, self.key(name), self.review(submission), beliefs=self.beliefs).publication

    def move_slot(self, **changes: object) -> None:
        """Somebody edits the draft."""
        part = self.client.part(PartKind.SLOT, "pagi")
        self.client.put_part(PartKind.SLOT, "pagi", {**part.value, **changes}, part.version)

    def published_revision(self) -> int:
        return self.client.publications()[0].revision


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("empat-mata")
    with hub_in_thread(folder / "office", founded=False) as hub:
        cabinet = KeyCabinet(folder / "desk", environment={}, cost=CHEAPEST)
        made = Office(hub, cabinet, Beliefs(folder / "desk"), folder / "review")
        assert not is_founded(hub.client)
        with pytest.raises(NotFoundedYet, match="displayctl found"):
            made.beliefs.confirmed(hub.client)
        found_several(hub.client, cabinet, made.beliefs, [Founder(name.title(), WORDS) for name in PEOPLE])
        assert is_founded(hub.client)
        add_wall(hub.client)
        medium = add_picture(hub.client, folder)
        add_playlist(hub.client, "layanan", medium.id)
        add_slot(hub.client, "pagi", "layanan")
        yield made


def test_one_person_cannot_publish_and_is_told_what_to_do(office: Office) -> None:
    with pytest.raises(NeedsApproval, match="displayctl submit"):
        publish(office.client, office.key("sekar"), "utama", beliefs=office.beliefs)
    state = office.client.signing_state("utama")
    role = None if state.role is None else base64.b64decode(state.role)
    alone = sign_programme(office.key("sekar"), role, "utama", state.draft, now())
    with pytest.raises(RefusedByTrust, match="signatures"):
        office.client.publish("utama", signed_message((alone,)))


def test_a_draft_goes_on_air_when_the_second_person_has_seen_and_signed_it(office: Office) -> None:
    submission = office.submit(reference="Surat 400.14/12/2026", note="Minggu pertama")
    assert (submission.state, submission.needed, submission.signed_by) == (SubmissionState.OPEN, 2, ("Sekar",))
    seen = office.review(find_submission(office.client, submission.id))
    assert seen.submission.reference == "Surat 400.14/12/2026"
    assert seen.digest == submission.digest
    assert [change.display_id for change in seen.walls] == ["tugu"]
    drawn = {medium.format: medium for medium in seen.media}
    assert {medium.title for medium in drawn.values()} == {"poster"}
    red, green, blue = Image.open(BytesIO(drawn["128x64@30"].picture)).convert("RGB").getpixel((64, 32))
    assert (red > 200, green < 60, blue < 60) == (True, True, True)
    with pytest.raises(NotOneOfThem, match="signed this draft already"):
        approve(office.client, office.key("sekar"), seen, beliefs=office.beliefs)
    answer = approve(office.client, office.key("budi"), seen, beliefs=office.beliefs)
    assert answer.publication is not None
    assert answer.publication.revision == submission.revision
    assert (answer.submission.state, answer.submission.decided_by) == (SubmissionState.PUBLISHED, "Budi, Sekar")
    assert office.review(find_submission(office.client, submission.id)).media == ()  # it is on air now
    with pytest.raises(Conflict, match="decided already"):
        office.approve(submission, "citra")


def test_of_a_new_film_the_last_picture_is_seen_as_well_as_the_first(office: Office, tmp_path: Path) -> None:
    film = write_clip(tmp_path / "spot.mp4", item=5, frames=60)
    job = ended(office.client, office.client.upload_medium(film))
    eventually(lambda: m if (m := office.client.medium(job.medium_id)).state is MediumState.READY else None)
    add_playlist(office.client, "film", job.medium_id)
    add_slot(office.client, "malam", "film")
    submission = office.submit()
    sheet = next(medium for medium in office.review(submission).media if medium.title == "spot")
    image = Image.open(BytesIO(sheet.picture))
    assert (image.width > 2 * 128, image.height > 2 * 64) == (True, True)  # several frames of the wall's size
    withdraw(office.client, submission)


def test_editing_the_draft_afterwards_changes_nothing_of_what_is_approved(office: Office) -> None:
    submission = office.submit()
    before = office.review(submission)
    office.move_slot(name="Diam-diam diganti")
    after = office.review(submission)
    assert (after.document, after.role) == (before.document, before.role)
    assert office.approve(submission) is not None
    assert office.client.programme("utama")["slots"][0]["name"] != "Diam-diam diganti"


def test_a_draft_that_was_overtaken_has_to_be_handed_in_again(office: Office) -> None:
    first, second = office.submit(reference="Surat 7"), office.submit("citra")
    seen = office.review(first)
    office.approve(second)
    with pytest.raises(Conflict, match="submit --again"):
        approve(office.client, office.key("budi"), seen, beliefs=office.beliefs)
    assert find_submission(office.client, first.id).state is SubmissionState.OVERTAKEN
    again = submit_again(office.client, office.key("sekar"), first, by="sekar", beliefs=office.beliefs)
    assert (again.reference, again.replaces, again.signed_by) == ("Surat 7", first.id, ("Sekar",))
    assert office.approve(again) is not None


def test_a_draft_is_sent_back_with_the_reason_and_may_be_taken_back(office: Office) -> None:
    submission = office.submit()
    sent_back = reject(office.client, submission, by="Budi", reason="Logo lama")
    assert (sent_back.state, sent_back.decided_by, sent_back.reason) == (SubmissionState.REJECTED, "Budi", "Logo lama")
    with pytest.raises(Conflict, match="rejected by Budi"):
        office.approve(submission)
    other = office.submit()
    assert withdraw(office.client, other).state is SubmissionState.WITHDRAWN
    with pytest.raises(Conflict):
        reject(office.client, other, by="Budi", reason="terlambat")


def test_somebody_without_a_key_hands_in_and_two_others_sign(office: Office) -> None:
    submission = submit(office.client, None, "utama", by="Dewi", beliefs=office.beliefs)
    assert (submission.by, submission.signed_by) == ("Dewi", ())
    assert office.approve(submission, "budi") is None
    waiting = find_submission(office.client, submission.id)
    assert waiting.signed_by == ("Budi",)
    assert office.approve(waiting, "citra") is not None


def test_a_strangers_key_does_not_count(office: Office, tmp_path: Path) -> None:
    submission = office.submit()
    stranger = KeyCabinet(tmp_path, environment={}, cost=CHEAPEST).keys.make("Orang Asing", WORDS)
    seen = office.review(submission)
    with pytest.raises(NotOneOfThem, match="those who may sign it are"):
        approve(office.client, stranger, seen, beliefs=office.beliefs)
    alone = countersign(stranger, SignedRole(programme_role("utama"), seen.role))
    with pytest.raises(RefusedByTrust, match="no new signature"):
        office.client.approvals.sign("utama", submission.id, signed_message((alone,)))
    later = now() + timedelta(hours=1)
    signed = sign_programme(stranger, None, "utama", json.loads(seen.document), later)
    with pytest.raises(RefusedByTrust, match="not what was handed in"):
        office.client.approvals.sign("utama", submission.id, signed_message((signed,)))
    withdraw(office.client, submission)


def test_bytes_that_are_not_what_would_be_signed_are_not_shown_as_if(office: Office) -> None:
    submission = office.submit()

    class Hacked(HubClient):
        """A desk's client whose hub shows another programme than the one to be signed."""

        @property
        def approvals(self) -> object:  # type: ignore[override]
            return Liar(super().approvals)

    class Liar:
        def __init__(self, honest: object) -> None:
            self._honest = honest

        def __getattr__(self, name: str) -> object:
            return getattr(self._honest, name)

        def submission(self, group: str, id: str) -> SubmissionFile:
            file = self._honest.submission(group, id)  # type: ignore[attr-defined]
            path, data = next(iter(file.signed.documents.items()))
            other = base64.b64encode(base64.b64decode(data).replace(b"layanan", b"lainnya")).decode()
            return file.model_copy(update={"signed": file.signed.model_copy(update={"documents": {path: other}})})

    with Hacked(office.hub.url, office.client.transport.token) as client, pytest.raises(Damaged, match="not the one"):
        review(client, submission, office.workplace, office.beliefs)
    withdraw(office.client, submission)


def test_media_the_hub_has_swapped_are_found_out(office: Office, tmp_path: Path) -> None:
    office_medium = add_picture(office.client, tmp_path, "baru.png", "blue")
    add_playlist(office.client, "baru", office_medium.id)
    add_slot(office.client, "siang", "baru")
    submission = office.submit()
    digest = next(
        r.asset.sha256 for m in _programme(office, submission).media for r in m.renditions if m.title == "baru"
    )
    path = next((office.hub.installation.hub_folder / "media").rglob(digest))
    good = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(bytes(len(good)))
    with pytest.raises((Damaged, HubError)):
        review(office.client, submission, tmp_path / "fresh", office.beliefs)
    path.write_bytes(good)
    assert "baru" in {medium.title for medium in office.review(submission).media}
    withdraw(office.client, submission)


def _programme(office: Office, submission: Submission) -> Programme:
    file = office.client.approvals.submission("utama", submission.id)
    return programme_from_dict(json.loads(base64.b64decode(next(iter(file.signed.documents.values())))))


def test_a_broken_signature_neither_counts_nor_spoils_a_good_one(office: Office) -> None:
    submission = office.submit()
    file = office.client.approvals.submission("utama", submission.id)
    role = json.loads(base64.b64decode(file.signed.roles[programme_role("utama")]))
    role["signatures"][0]["sig"] = "00" * 64
    spoiled = {programme_role("utama"): base64.b64encode(json.dumps(role).encode()).decode()}
    signed = file.signed.model_copy(update={"roles": spoiled, "documents": {}})
    with pytest.raises(RefusedByTrust, match="no new signature"):
        office.client.approvals.sign("utama", submission.id, signed)
    assert find_submission(office.client, submission.id).signed_by == ("Sekar",)
    withdraw(office.client, submission)


def test_what_is_no_draft_is_not_taken(office: Office) -> None:
    submission = office.submit()
    file = office.client.approvals.submission("utama", submission.id)
    wish = {"by": "x", "base_revision": office.published_revision(), "signed": file.signed.model_dump()}
    for signed in (
        {**wish["signed"], "roles": {EMERGENCY: next(iter(file.signed.roles.values()))}},  # type: ignore[dict-item]
        {**wish["signed"], "documents": {"prog/utama/other.json": "aGFp"}},  # type: ignore[dict-item]
        {**wish["signed"], "documents": {}},  # type: ignore[dict-item]
    ):
        wrong = SubmissionWish.model_validate({**wish, "signed": signed})
        with pytest.raises(WrongRequest):
            office.client.approvals.submit("utama", wrong)
    withdraw(office.client, submission)


def test_duty_officers_raise_an_emergency_alone(office: Office) -> None:
    key = office.key("citra")
    alert = announce_emergency(office.client, key, beliefs=office.beliefs)
    assert alert.live
    assert not duty_post(office.client, office.beliefs).end(office.key("budi"), alert.id).live


def test_a_desk_builds_on_nothing_that_its_people_have_not_signed(office: Office) -> None:
    state = office.client.approvals.trust()
    forged = json.loads(base64.b64decode(state.roles[EMERGENCY]))
    forged["signed"]["targets"] = {"emergency/palsu.json": {"length": 1, "hashes": {"sha256": "a" * 64}}}
    lying = state.model_copy(update={"roles": {EMERGENCY: base64.b64encode(json.dumps(forged).encode()).decode()}})
    with pytest.raises(Refused, match="not signed by those who may"):
        office.beliefs.confirm(lying).role(EMERGENCY)
    other = Beliefs(None).confirm(state)
    assert other.people.groups == ("utama",)
    with pytest.raises(HubNotBelieved, match="version 1 of the root"):
        office.beliefs.confirm(state.model_copy(update={"roots": (base64.b64encode(b"{}").decode(),)}))


def test_nothing_is_handed_in_or_published_but_what_was_shown(office: Office) -> None:
    seen = preview_publication(office.client, "utama").digest
    assert preview_publication(office.client, "utama").digest == seen
    office.move_slot(name="Nama yang lain")
    with pytest.raises(DraftChanged, match="look at it again"):
        submit(office.client, None, "utama", by="sekar", beliefs=office.beliefs, seen=seen)
    with pytest.raises(DraftChanged, match="look at it again"):
        publish(office.client, office.key("sekar"), "utama", beliefs=office.beliefs, seen=seen)
    seen = preview_publication(office.client, "utama").digest
    handed_in = submit(office.client, None, "utama", by="sekar", beliefs=office.beliefs, seen=seen)
    withdraw(office.client, handed_in)


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"revision": 2**39}, "dated in the future"),
        ({"made_at": "2099-01-01T00:00:00.000Z", "valid_until": "2099-02-01T00:00:00.000Z"}, "dated in the future"),
        ({"valid_until": "2099-01-01T00:00:00.000Z"}, "valid until 2099-01-01"),
    ],
)
def test_a_draft_that_nothing_newer_could_follow_is_neither_signed_nor_approved(
    office: Office, change: dict[str, object], match: str
) -> None:
    state = office.client.signing_state("utama")
    drafted = state.model_copy(update={"draft": {**state.draft, **change}})
    with pytest.raises(NothingToSign, match=match):
        check_playable(drafted, now())
    role = None if state.role is None else base64.b64decode(state.role)
    handed_in = unsigned_programme(role, "utama", drafted.draft, now())
    base = -1 if state.published is None else int(state.published["revision"])
    wish = SubmissionWish(by="hub", base_revision=base, signed=signed_message((handed_in,)))
    submission = office.client.approvals.submit("utama", wish)
    with pytest.raises(NothingToSign, match=match):
        office.review(submission)
    withdraw(office.client, submission)


def test_a_hub_that_was_killed_before_it_noted_a_publication_notes_it_at_its_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hub_in_thread(tmp_path / "office", founded=False) as hub:
        cabinet = KeyCabinet(tmp_path / "desk", environment={}, cost=CHEAPEST)
        office = Office(hub, cabinet, Beliefs(tmp_path / "desk"), tmp_path / "review")
        found_several(hub.client, cabinet, office.beliefs, [Founder(name.title(), WORDS) for name in PEOPLE])
        add_wall(hub.client)
        submission = office.submit()
        add_wall(hub.client, "alun")
        other = office.submit("citra")

        def power_cut(*_: object) -> None:
            raise StillInUse("the power is cut", ())

        with monkeypatch.context() as patched:
            patched.setattr(hub.services.submissions, "_keep", power_cut)
            with pytest.raises(HubError):
                office.approve(submission)
        assert office.published_revision() == submission.revision
    with hub_in_thread(tmp_path / "office", founded=False) as hub:
        found = find_submission(hub.client, submission.id)
        assert (found.state, found.signed_by) == (SubmissionState.PUBLISHED, ("Budi", "Sekar"))
        assert found.decided_by == "Budi, Sekar"
        assert find_submission(hub.client, other.id).state is SubmissionState.OVERTAKEN


def test_a_draft_is_handed_in_and_sent_back_by_who_signed_in_whatever_they_call_themselves(tmp_path: Path) -> None:
    with hub_in_thread(tmp_path / "office", founded=False) as hub:
        cabinet, beliefs = KeyCabinet(tmp_path / "desk", environment={}, cost=CHEAPEST), Beliefs(tmp_path / "desk")
        found_several(hub.client, cabinet, beliefs, [Founder(name.title(), WORDS) for name in PEOPLE])
        add_wall(hub.client)
        administrator, _ = first_administrator(hub)
        with (
            administrator,
            person(hub, administrator, "rina", (Role.EDITOR, "utama")) as editor,
            person(hub, administrator, "joko", (Role.APPROVER, "utama")) as approver,
        ):
            submission = submit(editor, None, "utama", by="Kepala Dinas", beliefs=beliefs)
            assert submission.by == "rina"
            assert reject(approver, submission, by="Kepala Dinas", reason="Logo lama").decided_by == "joko"
