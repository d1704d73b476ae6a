"""What the office does with requests: looks at them by its rules, decides, answers, notes what was made from them."""

from __future__ import annotations

from dataclasses import replace

from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import (
    FOLLOWING,
    KEPT,
    WITH_REASON,
    RequestLinkKind,
    RequestState,
    RequestStepKind,
)
from displayctl.api.requests import AnswerWish, ChecksChange, Decision, PreparedAnswer, Request, RequestLink
from displayctl.hub.bus import fact
from displayctl.hub.errors import ChangedMeanwhile, NoSuchThing, WrongWish
from displayctl.hub.repositories.request_things import Link
from displayctl.hub.repositories.requests import StoredRequest
from displayctl.hub.requests.answers import check_gaps, filled_answer
from displayctl.hub.requests.ground import REQUEST, of_version, person_of, require_request, step, store
from displayctl.hub.requests.view import PART_KINDS, checks_of, whole_of
from displayctl.hub.storage import Storage, UnitOfWork

MOST_LINKS = 200
SETTINGS = "request-settings"


class Handling:
    """For the office alone; who may come here is the matrix's to say."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def decide(self, id: str, decision: Decision) -> Request:
        """Another state, an answer, or both. Raises NoSuchThing, ChangedMeanwhile, WrongWish."""
        with self._storage.writing() as work:
            request = of_version(require_request(work, id), decision.version)
            _check_decision(work, request, decision)
            steps = []
            if decision.state is not request.state:
                steps.append(step(work, RequestStepKind.STATE, decision.why, decision.state))
            changed = replace(request, state=decision.state)
            if decision.answer.strip():
                steps.append(step(work, RequestStepKind.ANSWER, decision.answer.strip()))
                changed = replace(changed, answer=decision.answer.strip(), answered_at=work.now)
            stored = store(work, changed, *steps)
            after = {"state": decision.state.value, "why": decision.why, "answer": decision.answer}
            work.record("request.decide", REQUEST, id, {"state": request.state.value}, after)
            work.commit()
            return whole_of(work, stored)

    def check(self, id: str, change: ChecksChange) -> Request:
        """How rules are kept. Raises NoSuchThing, ChangedMeanwhile, WrongWish for a rule that the office has not."""
        with self._storage.writing() as work:
            request = of_version(require_request(work, id), change.version)
            known = {rule.id: rule for rule in work.requests.settings().rules}
            checks = {check.rule: check for check in request.checks}
            for check in change.checks:
                if check.rule not in known:
                    raise WrongWish("checks", f"there is no rule {check.rule!r}; read the settings of requests again")
                checks[check.rule] = check.model_copy(update={"by": person_of(work), "at": work.now})
            words = ", ".join(
                f"{each.rule}: {'-' if each.answer is None else each.answer.value}" for each in change.checks
            )
            noted = step(work, RequestStepKind.CHECK, words)
            stored = store(work, replace(request, checks=tuple(checks.values())), noted)
            work.record("request.check", REQUEST, id, after={"checks": words})
            work.commit()
            return whole_of(work, stored)

    def prepare_answer(self, id: str, wish: AnswerWish) -> PreparedAnswer:
        """The office's text for that state. Raises NoSuchThing."""
        with self._storage.reading() as work:
            return PreparedAnswer(text=filled_answer(work, require_request(work, id), wish.state, wish.why))

    def link(self, id: str, wish: RequestLink) -> Request:
        """Notes what was made from it; a slot makes an accepted request a scheduled one. Raises NoSuchThing, WrongWish
        for what does not exist.
        """
        with self._storage.writing() as work:
            request, link = require_request(work, id), Link(wish.kind, wish.id)
            links = work.request_things.links(id)
            if link in links:
                return whole_of(work, request)
            if len(links) >= MOST_LINKS:
                raise WrongWish("link", f"{id} has {MOST_LINKS} things made from it already; take some out first")
            name = _name_of(work, link)
            work.request_things.put_link(id, link, work.now)
            steps = [step(work, RequestStepKind.LINK, f"{link.kind.value}: {name}")]
            changed = request
            if link.kind is RequestLinkKind.SLOT and request.state is RequestState.ACCEPTED:
                changed = replace(request, state=RequestState.SCHEDULED)
                steps.append(step(work, RequestStepKind.STATE, "", RequestState.SCHEDULED))
            stored = store(work, changed, *steps)
            work.record("request.link", REQUEST, id, after={"kind": link.kind.value, "id": link.target_id})
            work.commit()
            return whole_of(work, stored)

    def unlink(self, id: str, kind: RequestLinkKind, target_id: str) -> Request:
        """Without its last slot a scheduled request is an accepted one again. Raises NoSuchThing."""
        with self._storage.writing() as work:
            request, link = require_request(work, id), Link(kind, target_id)
            if not work.request_things.remove_link(id, link):
                raise NoSuchThing(f"{id} has no {kind.value} {target_id!r:.80} (any more); read it again")
            steps = [step(work, RequestStepKind.UNLINK, f"{kind.value}: {target_id}")]
            slots = [each for each in work.request_things.links(id) if each.kind is RequestLinkKind.SLOT]
            changed = request
            if request.state is RequestState.SCHEDULED and not slots:
                changed = replace(request, state=RequestState.ACCEPTED)
                steps.append(step(work, RequestStepKind.STATE, "", RequestState.ACCEPTED))
            stored = store(work, changed, *steps)
            work.record("request.unlink", REQUEST, id, before={"kind": kind.value, "id": target_id})
            work.commit()
            return whole_of(work, stored)

    def settings(self) -> RequestSettings:
        with self._storage.reading() as work:
            return work.requests.settings()

    def put_settings(self, settings: RequestSettings) -> RequestSettings:
        """Raises ChangedMeanwhile, WrongWish for an answer with a gap that nothing fills."""
        for text in settings.answers.values():
            check_gaps(text)
        with self._storage.writing() as work:
            current = work.requests.settings()
            if current.version != settings.version:
                raise ChangedMeanwhile(
                    f"the settings of requests were changed after you read them (version {settings.version}, now "
                    f"{current.version}); read them again, then repeat your change"
                )
            stored = work.requests.put_settings(settings)
            before, after = (value.model_dump(mode="json") for value in (current, stored))
            work.record("request.settings", SETTINGS, "requests", before, after)
            work.tell(fact(SETTINGS, "requests", stored))
            work.commit()
        return stored


def _check_decision(work: UnitOfWork, request: StoredRequest, decision: Decision) -> None:
    state = decision.state
    if state is request.state:
        if not decision.answer.strip():
            raise WrongWish("state", f"{request.id} is {state.value} already; give an answer, or another state")
        return
    if state not in FOLLOWING[request.state]:
        after = ", ".join(sorted(each.value for each in FOLLOWING[request.state])) or "nothing"
        raise WrongWish("state", f"{request.id} is {request.state.value}; what may follow is: {after}")
    if state in WITH_REASON and not decision.why:
        raise WrongWish("why", f"nobody is told {state.value} without a reason; give one")
    if state is RequestState.ACCEPTED:
        _check_rules(work, request)
    if state is RequestState.SCHEDULED and not _has_slot(work, request):
        raise WrongWish("state", f"no slot was made from {request.id}; book it first")


def _check_rules(work: UnitOfWork, request: StoredRequest) -> None:
    open_rules = [each.rule for each in checks_of(request, work.requests.settings()) if each.answer not in KEPT]
    if open_rules:
        raise WrongWish(
            "checks", f"{request.id} is not accepted before it keeps every rule; look at: {', '.join(open_rules)}"
        )


def _has_slot(work: UnitOfWork, request: StoredRequest) -> bool:
    return any(link.kind is RequestLinkKind.SLOT for link in work.request_things.links(request.id))


def _name_of(work: UnitOfWork, link: Link) -> str:
    """What a thing is called. Raises WrongWish where there is none."""
    kind = PART_KINDS.get(link.kind)
    if kind is None:
        medium = work.media.find(link.target_id)
        if medium is not None:
            return medium.title
    else:
        part = work.parts.find(kind, link.target_id)
        if part is not None:
            return part.name
    raise WrongWish("link.id", f"there is no {link.kind.value} {link.target_id!r:.80} (any more); choose another")
