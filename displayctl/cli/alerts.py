"""`displayctl alert`: emergency messages that take the walls at once, and taking them back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.emergency_wishes import (
    AreaOption,
    Asked,
    AskedArea,
    BodyOption,
    DrillOption,
    FieldOption,
    ForOption,
    GroupOption,
    LevelOption,
    MinutesOption,
    SoundOption,
    SourceOption,
    TemplateOption,
    TextArgument,
    WallOption,
    asked_duration,
    post_of,
    templates_of,
    wish_of,
)
from displayctl.cli.frame import Answer, Desk, command, counted, group
from displayctl.cli.passphrases import FileOption, WhoOption

if TYPE_CHECKING:
    from displayctl.api.models import AlertInfo
    from displayctl.desk.emergencies.post import DutyPost

app = group("Emergency messages, above everything else.")
AlertArgument = Annotated[str, typer.Argument(metavar="ALERT", help="Its id, or the beginning of its text.")]


@command(app, "raise")
def raise_alert(
    desk: Desk,
    text: TextArgument = "",
    body: BodyOption = "",
    template: TemplateOption = "",
    field: FieldOption = [],  # noqa: B006
    level: LevelOption = None,
    sound: SoundOption = None,
    source: SourceOption = None,
    display: WallOption = [],  # noqa: B006
    group: GroupOption = [],  # noqa: B006
    area: AreaOption = [],  # noqa: B006
    length: ForOption = "",
    minutes: MinutesOption = None,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Put a message on the walls at once."""
    post = post_of(desk, drill=drill)
    asked = Asked(text, body, template, tuple(field), level, sound, source)
    duration = asked.duration(templates_of(desk), length, minutes)
    places = AskedArea(tuple(display), tuple(group), tuple(area))
    wish = wish_of(post.prepare().walls, asked, places, duration, desk)
    key = desk.signatory(who, passphrase_file)
    sent = post.raise_emergency(key, wish.message, wish.display_ids, duration=wish.duration)
    walls = {0: "all walls", 1: "one wall"}.get(len(wish.display_ids), f"{len(wish.display_ids)} walls")
    return _sent(post, sent, f"{wish.message.headline!r} is on its way to {walls}", drill)


@command(app, "update")
def update(
    desk: Desk,
    alert: AlertArgument,
    text: TextArgument = "",
    body: BodyOption = "",
    template: TemplateOption = "",
    field: FieldOption = [],  # noqa: B006
    level: LevelOption = None,
    sound: SoundOption = None,
    source: SourceOption = None,
    length: ForOption = "",
    minutes: MinutesOption = None,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Put other words in the place of a message, on the same walls."""
    post = post_of(desk, drill=drill)
    found = _standing(desk, alert, drill)
    asked = Asked(text, body, template, tuple(field), level, sound, source)
    message = asked.message(templates_of(desk), str(found.value.get("area", "")))
    key = desk.signatory(who, passphrase_file)
    sent = post.update(key, found.id, message, duration=asked_duration(length, minutes))
    return _sent(post, sent, f"{message.headline!r} takes the place of {found.value['headline']!r}", drill)


@command(app, "extend")
def extend(
    desk: Desk,
    alert: AlertArgument,
    length: ForOption = "",
    minutes: MinutesOption = None,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Let a message stand for so long from now on."""
    from schedules.codec import alert_from_dict
    from schedules.errors import InvalidValue

    duration = asked_duration(length, minutes)
    if duration is None:
        raise InvalidValue("--for", "is missing; say for how long from now on, as --for 30m")
    post = post_of(desk, drill=drill)
    found = _standing(desk, alert, drill)
    sent = post.extend(desk.signatory(who, passphrase_file), found.id, duration)
    ends = alert_from_dict(sent.value).expires
    return _sent(post, sent, f"{found.value['headline']!r} stands until {ends:%Y-%m-%d %H:%M:%S} UTC", drill)


@command(app, "correct")
def correct(
    desk: Desk,
    alert: AlertArgument,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """RALAT: take a wrong message back; a correction that is written already stands there for ten minutes."""
    from schedules.codec import alert_from_dict

    found = _standing(desk, alert, drill)
    former = alert_from_dict(found.value)
    message = templates_of(desk).behind(former.kind).corrected(former.level)
    sent = post_of(desk, drill=drill).correct(desk.signatory(who, passphrase_file), found.id, message)
    return Answer(sent, f"{former.headline!r} is taken back; walls say {message.headline!r} for ten minutes")


@command(app, "end")
def end(
    desk: Desk,
    alert: AlertArgument,
    say_so: Annotated[bool, typer.Option("--say-so", help="Walls say for ten minutes that it is over.")] = False,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """End a message now."""
    from schedules.codec import alert_from_dict

    found = _standing(desk, alert, drill)
    former = alert_from_dict(found.value)
    message = templates_of(desk).behind(former.kind).over(former.level) if say_so else None
    post_of(desk, drill=drill).end(desk.signatory(who, passphrase_file), found.id, message)
    said = f"; walls say {message.headline!r} for ten minutes" if message else ""
    return Answer({"ended": found.id}, f"{former.headline!r} has ended{said}")


@command(app, "cancel")
def cancel(
    desk: Desk,
    alert: AlertArgument,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """End a message now; the same as `end`."""
    found = _standing(desk, alert, drill)
    post_of(desk, drill=drill).end(desk.signatory(who, passphrase_file), found.id)
    return Answer({"cancelled": found.id}, f"{found.value['headline']!r} is taken back")


@command(app, "confirm")
def confirm(
    desk: Desk,
    alert: AlertArgument,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Stand behind a message as the second person, so that walls show it in full."""
    found = _standing(desk, alert, drill, let_go=True)
    post = post_of(desk, drill=drill)
    sent = post.confirm(desk.signatory(who, passphrase_file), found.id)
    people = " and ".join(post.standing(sent).signed_by)
    return Answer(sent, f"{people} stand behind {found.value['headline']!r}")


@command(app, "export")
def export(
    desk: Desk,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the stick is, as /media/ani/STICK.")],
    text: TextArgument = "",
    body: BodyOption = "",
    template: TemplateOption = "",
    field: FieldOption = [],  # noqa: B006
    level: LevelOption = None,
    sound: SoundOption = None,
    source: SourceOption = None,
    display: WallOption = [],  # noqa: B006
    group: GroupOption = [],  # noqa: B006
    area: AreaOption = [],  # noqa: B006
    length: ForOption = "",
    minutes: MinutesOption = None,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Write a message onto a stick for the walls, for when no hub answers; the hub hears of it later."""
    from displayctl.desk.emergencies.post import DutyPost
    from schedules.errors import InvalidValue

    if not folder.is_dir():
        raise InvalidValue("DIR", f"{folder} is no folder; put the stick in, and name where it is mounted")
    post = DutyPost(None, desk.beliefs, drill=drill, clock=desk.clock)
    asked = Asked(text, body, template, tuple(field), level, sound, source)
    duration = asked.duration(templates_of(desk), length, minutes)
    places = AskedArea(tuple(display), tuple(group), tuple(area))
    wish = wish_of(post.remembered().walls, asked, places, duration, desk)
    done = post.export_emergency(desk.signatory(who, passphrase_file), folder, wish)
    data = {"folder": str(done.folder), "id": done.alert_id, "alerts": done.alerts}
    return Answer(data, f"{wish.message.headline!r} is in {done.folder}; put the stick into each player")


@command(app, "resend")
def resend(
    desk: Desk,
    forget: Annotated[bool, typer.Option("--forget", help="Do not send it; forget it.")] = False,
    drill: DrillOption = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Send what went out on a stick and the hub does not have, because another desk was quicker."""
    post = post_of(desk, drill=drill)
    unsent = post.unsent()
    messages = counted(len(unsent), "message is", "messages are")
    if forget or not unsent:
        post.drop_unsent()
        none = "no message waits: the hub has all that went out on a stick"
        return Answer({"forgotten": unsent}, f"{messages} forgotten" if unsent else none)
    post.send_unsent(desk.signatory(who, passphrase_file))
    return Answer({"sent": unsent}, f"{messages} on the way")


def _standing(desk: Desk, named: str, drill: bool, *, let_go: bool = False) -> AlertInfo:
    """The alert that `named` means, of those that stand, and that walls have `let_go` of for want of a second person;
    drills and live ones apart. Raises NotNamed.
    """
    from displayctl.cli.finding import pick
    from displayctl.desk.emergencies.standing import can_be_confirmed

    word, now = "drill" if drill else "alert", desk.clock.now()
    own = [each for each in desk.client.alerts() if bool(each.value.get("drill")) is drill]
    alerts = [each for each in own if each.live or (let_go and can_be_confirmed(each, now))]
    return pick(named, alerts, word, lambda each: each.id, lambda each: str(each.value["headline"]))


def _sent(post: DutyPost, sent: AlertInfo, sentence: str, drill: bool) -> Answer:
    """What has come of it, how to take it back, and whether somebody else has to stand behind it."""
    option = " --drill" if drill else ""
    lines = [f"{sentence}; take it back with: displayctl alert correct {sent.id}{option}"]
    standing = post.standing(sent)
    if standing.asks:
        until = standing.neutral_from or standing.ends
        change = "walls then show it in neutral words" if standing.neutral_from else "it then ends"
        lines.append(
            f"A second person has to stand behind it by {until:%H:%M} UTC, else {change}: "
            f"displayctl alert confirm {sent.id}{option}"
        )
    unsent = post.unsent()
    told = counted(len(unsent), "message from a stick is", "messages from a stick are")
    complaint = f"{told} unknown to the hub: displayctl alert resend [--forget]"
    return Answer(sent, "\n".join(lines), (complaint,) if unsent else ())
