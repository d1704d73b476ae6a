"""What the studio's form says, as one value: it can be taken back, kept in a drawer, and made into an announcement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from content.studio.announcement import Announcement
from content.studio.detail import LONGEST_DETAIL, MOST_DETAILS
from content.studio.stencils.folder import Stencils
from content.studio.stencils.stencil import BODY, LONGEST_LABEL, Stencil, StencilField
from displayctl.api.brand import Brand
from displayctl.api.requests import Request
from displayctl.desktop.presenters.brand_words import brand_colours, brand_logo


@dataclass(frozen=True, slots=True)
class Wording:
    """Words and ornaments. `facts` by the name of the stencil's field; those of another stencil wait here unseen."""

    stencil: str = ""
    title: str = ""
    body: str = ""
    footer: str = ""
    qr: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    logo: bytes = b""
    background: bytes = b""
    portrait: bytes = b""
    ground: str = ""
    accent: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has typed anything yet."""
        return not any((self.title.strip(), self.body.strip(), self.footer.strip(), self.qr.strip(), *self._said))

    @property
    def _said(self) -> tuple[str, ...]:
        return tuple(words.strip() for words in self.facts.values())


def asked_for(said: Wording, request: Request | None) -> Wording:
    """`said` with the title, the words and the name of an agency's request, where it is of one."""
    if request is None:
        return said
    return replace(said, title=request.title, body=request.text, footer=request.agency_name)


def wording_of(announcement: Announcement, stencil: Stencil) -> Wording:
    """The form for an announcement that exists."""
    return Wording(
        stencil=announcement.stencil or stencil.id,
        title=announcement.title,
        body=announcement.body,
        footer=announcement.footer,
        qr=announcement.qr,
        facts={detail.name: detail.words for detail in announcement.details},
        logo=announcement.logo,
        background=announcement.background,
        portrait=announcement.portrait,
        ground=announcement.background_colour,
        accent=announcement.accent_colour,
    )


def stencil_within(announcement: Announcement, stencils: Stencils) -> Stencil:
    """The stencil an announcement was written with; where it is not known here, one of what the announcement has."""
    base = stencils.behind(announcement.stencil, announcement.template)
    if base.id == announcement.stencil or not announcement.stencil:
        return base
    own = tuple(
        StencilField(each.name, {"id": each.name}, each.pictogram, each.before, most=LONGEST_DETAIL)
        for each in announcement.details
    )
    others = tuple(each for each in base.fields if each.name not in {mine.name for mine in own})
    return replace(
        base,
        id=announcement.stencil,
        name={"id": announcement.stencil[:LONGEST_LABEL]},
        fields=(*own, *others)[:MOST_DETAILS],
        portrait=base.portrait or bool(announcement.portrait),
        outfit=announcement.outfit,
    )


def announcement_of(said: Wording, stencil: Stencil) -> Announcement:
    """The announcement that the form says; raises InvalidValue, as for an empty title."""
    mine = {each.name for each in stencil.fields}
    return Announcement(
        title=said.title.strip(),
        body=said.body.strip(),
        template=stencil.template,
        footer=said.footer.strip(),
        qr=said.qr.strip(),
        logo=said.logo,
        background=said.background,
        background_colour=said.ground,
        accent_colour=said.accent,
        details=stencil.details({name: words for name, words in said.facts.items() if name in mine}),
        portrait=said.portrait if stencil.portrait else b"",
        outfit=stencil.outfit,
        stencil=stencil.id,
    )


def begun(stencil: Stencil, brand: Brand) -> Wording:
    """An empty form for a new announcement, in what the office wears."""
    ground, accent = brand_colours(brand, stencil)
    return Wording(
        stencil=stencil.id,
        body=stencil.words_of(BODY).default,
        logo=brand_logo(brand, stencil),
        ground=ground,
        accent=accent,
    )


def turned(said: Wording, before: Stencil, after: Stencil, brand: Brand) -> Wording:
    """`said` with another template: what a person typed or chose stays, what the former template gave goes with it."""
    was, becomes = begun(before, brand), begun(after, brand)
    changed = {
        name: getattr(becomes, name)
        for name in ("body", "logo", "ground", "accent")
        if getattr(said, name) in ("", b"", getattr(was, name))
    }
    return replace(said, stencil=after.id, **changed)
