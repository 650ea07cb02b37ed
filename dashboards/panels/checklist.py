"""First steps on an empty instance, each ticked by a fact, with who may take it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from actors.accounts.models import SiteRole
from actors.models import Invitation, Organization, User
from agreements.models import Collaboration, Coordinator, Meeting, Party


@dataclass(frozen=True)
class Step:
    """One step: done or not; an address for who may take it, else who does, in a sentence."""

    title: str
    text: str
    is_done: bool
    href: str = ""
    note: str = ""
    is_own: bool = False


@dataclass(frozen=True)
class Checklist:
    """All steps in order; the first that is not done is the one to take now.

    `has_accounts_note`: the reader is an admin, who is told where accounts come from.
    """

    steps: tuple[Step, ...]
    has_accounts_note: bool = False

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
    steps = (*_register_steps(user), *_collaboration_steps(user, seen))
    if not user.is_admin:  # what somebody else did long ago is no step of the reader's
        steps = tuple(step for step in steps if not step.is_done or step.is_own)
    return Checklist(steps, has_accounts_note=user.is_admin)


def _register_steps(user: User) -> Iterator[Step]:
    may, note = user.has_perm("actors.manage_register"), _ask_admins()
    yield _step(
        _("Add your organization"),
        _("Agencies, enterprises, universities: whoever takes part."),
        is_done=Organization.objects.exists(),
        href=reverse("actors:organization-create") if may else "",
        note=note,
    )
    yield _step(
        _("Invite a colleague"),
        _("Somebody who logs meetings or promises. Who only attends needs no account."),
        is_done=_has_colleagues(user),
        href=reverse("actors:invite") if may else "",
        note=note,
    )


def _collaboration_steps(user: User, seen: QuerySet[Collaboration]) -> Iterator[Step]:
    first = seen.order_by("pk").first()
    note = _who_coordinates(first)
    may_found = user.has_perm("agreements.create_collaboration")
    yield _step(
        _("Found a collaboration"),
        _("A purpose that no party can reach alone, and who runs it."),
        is_done=first is not None,
        href=reverse("agreements:collaboration-create") if may_found else "",
        note=_ask_admins(),
    )
    may_edit = bool(first) and user.has_perm("agreements.edit_charter", first)
    yield _step(
        _("Add its parties"),
        _("The organizations that take part, and since when."),
        is_done=_has_two_parties(seen),
        href=reverse("agreements:party-create", args=[first.pk]) if first and may_edit else "",
        note=note,
    )
    may_log = bool(first) and user.has_perm("agreements.log_meeting", first)
    yield _step(
        _("Log the first meeting"),
        _("Who came, what was discussed and who promised what: two minutes."),
        is_done=False,
        href=reverse("agreements:meeting-create") if may_log else "",
        note=note,
    )


def _has_colleagues(user: User) -> bool:
    """Whether anybody else has an account, or was asked to open one."""
    others = User.objects.active().exclude(pk=user.pk)
    return others.exists() or Invitation.objects.waiting().exists()


def _has_two_parties(seen: QuerySet[Collaboration]) -> bool:
    """Whoever founded it is a party from the first day; nobody works alone."""
    return Party.objects.filter(collaboration__in=seen)[1:2].exists()


def _step(title: str, text: str, *, is_done: bool, href: str, note: str) -> Step:
    """A step that is done needs neither an address nor a word about who takes it."""
    if is_done:
        return Step(title, text, is_done=True, is_own=bool(href))
    return Step(title, text, is_done=False, href=href, note="" if href else note, is_own=bool(href))


def _who_coordinates(collaboration: Collaboration | None) -> str:
    """Who takes the steps within a collaboration."""
    if collaboration is None:
        return _("The coordinator takes this step once the collaboration is founded.")
    rows = Coordinator.objects.current().filter(collaboration=collaboration)
    names = [row.person.full_name for row in rows.select_related("person").order_by("pk")[:3]]
    if not names:
        return _("The coordinator takes this step; nobody coordinates at present.")
    return _("The coordinator takes this step: %(who)s.") % {"who": ", ".join(names)}


def _ask_admins() -> str:
    """Who keeps the register: names of people, as everyone may read them."""
    admins = User.objects.active().filter(role=SiteRole.ADMIN, person__isnull=False)
    names = [str(admin) for admin in admins.select_related("person").order_by("pk")[:3]]
    who = ", ".join(names) or _("an administrator of this site")
    return _("Ask %(who)s.") % {"who": who}
