"""First steps on an empty instance, each ticked by a fact, with who may take it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from actors.accounts.models import SiteRole
from actors.models import Organization, Person, User
from agreements.models import Collaboration, Meeting, Party


@dataclass(frozen=True)
class Step:
    """One step: done or not; an address for who may take it, else whom to ask."""

    title: str
    text: str
    is_done: bool
    href: str = ""
    ask: str = ""


@dataclass(frozen=True)
class Checklist:
    """All steps in order; the first that is not done is the one to take now."""

    steps: tuple[Step, ...]

    @property
    def done(self) -> int:
        return sum(step.is_done for step in self.steps)

    @property
    def next_step(self) -> Step | None:
        return next((step for step in self.steps if not step.is_done), None)


def first_steps(user: User, seen: QuerySet[Collaboration]) -> Checklist | None:
    """The steps while no meeting is logged; what the reader may not see is not ticked."""
    if Meeting.objects.filter(collaboration__in=seen).exists():
        return None
    return Checklist((*_register_steps(user), *_collaboration_steps(user, seen)))


def _register_steps(user: User) -> Iterator[Step]:
    may, ask = user.has_perm("actors.manage_register"), _admins()
    yield _step(
        _("Add your organization"),
        _("Agencies, enterprises, universities: whoever takes part."),
        is_done=Organization.objects.exists(),
        href=reverse("actors:organization-create") if may else "",
        ask=ask,
    )
    yield _step(
        _("Add the people who take part"),
        _("A name is enough; nobody needs an account to be on a list of attendance."),
        is_done=Person.objects.exists(),
        href=reverse("actors:person-create") if may else "",
        ask=ask,
    )


def _collaboration_steps(user: User, seen: QuerySet[Collaboration]) -> Iterator[Step]:
    first = seen.order_by("pk").first()
    may_found = user.has_perm("agreements.create_collaboration")
    yield _step(
        _("Start a collaboration"),
        _("A purpose that no party can reach alone, and who runs it."),
        is_done=first is not None,
        href=reverse("agreements:collaboration-create") if may_found else "",
        ask=_admins(),
    )
    may_edit = bool(first) and user.has_perm("agreements.edit_charter", first)
    yield _step(
        _("Add its parties"),
        _("The organizations that take part, and since when."),
        is_done=Party.objects.filter(collaboration__in=seen).exists(),
        href=reverse("agreements:party-create", args=[first.pk]) if first and may_edit else "",
        ask=_("the coordinator"),
    )
    may_log = bool(first) and user.has_perm("agreements.log_meeting", first)
    yield _step(
        _("Log the first meeting"),
        _("Who came, what was discussed and who promised what: two minutes."),
        is_done=False,
        href=reverse("agreements:meeting-create") if may_log else "",
        ask=_("a member of the collaboration"),
    )


def _step(title: str, text: str, *, is_done: bool, href: str, ask: str) -> Step:
    """A step that is done needs neither an address nor somebody to ask."""
    if is_done:
        return Step(title, text, is_done=True)
    return Step(title, text, is_done=False, href=href, ask="" if href else ask)


def _admins() -> str:
    """Who keeps the register: names of people, as everyone may read them."""
    admins = User.objects.active().filter(role=SiteRole.ADMIN, person__isnull=False)
    names = [str(admin) for admin in admins.select_related("person").order_by("pk")[:3]]
    return ", ".join(names) or _("an administrator of this site")
