"""The page of an organization: the register for everyone, its work as far as one may look."""

from typing import Any

from actors.models import Appointment, Organization, User
from agreements.charter.states import CollaborationState, PartyState
from agreements.models import Agreement, Collaboration, Commitment, Meeting, Party
from collabgov.kit.periods import holds_on
from dashboards.panels.agreements import with_standing
from dashboards.panels.organization import (
    attendance_of,
    figures_of,
    listed_at,
    meetings_by_month,
)

FEW, MOST_BESIDE = 5, 30


def profile_of(user: User, organization: Organization) -> dict[str, Any]:
    may_manage = user.has_perm("actors.manage_register", organization)
    return {
        **_register(organization),
        **_work(user, organization),
        "may_manage": may_manage,
        "shared": None if user.is_auditor else _shared(user, organization),
    }


def _register(organization: Organization) -> dict[str, Any]:
    """What stands in the register: above it, within it, who works there."""
    below = organization.children.active().for_list()
    posts = Appointment.objects.current().filter(organization=organization)
    return {
        "line_above": Organization.objects.line_above(organization),
        "children": below[:MOST_BESIDE],
        "children_count": below.count(),
        "posts": posts.for_people()[:MOST_BESIDE],
        "posts_count": posts.count(),
    }


def _work(user: User, organization: Organization) -> dict[str, Any]:
    """What it does in the collaborations that the reader sees; of others not even a number."""
    parties = Party.objects.visible_to(user).filter(organization=organization)
    commitments = Commitment.objects.visible_to(user).filter(organization=organization)
    agreements = Agreement.objects.visible_to(user).of_organization(organization)
    attendance = attendance_of(user, organization)
    listed = listed_at(user, organization).order_by().values("meeting")
    meetings = Meeting.objects.filter(pk__in=listed)
    count = parties.count()
    return {
        "parties": list(_with_roles(parties)[:MOST_BESIDE]),
        "parties_count": count,
        "has_work": bool(count or attendance.listed or commitments.exists()),
        "commitments": list(commitments.open().for_list()[:FEW]),
        "agreements": with_standing(agreements.for_register().live_first()[:FEW]),
        "agreements_count": agreements.count(),
        "figures": figures_of(organization, commitments, attendance),
        "attendance": attendance,
        "meetings": _with_presence(list(meetings.for_list()[:FEW]), organization),
        "months": meetings_by_month(user, organization),
    }


def _with_roles(parties: Any) -> Any:
    """Those that go on first; what it left comes last."""
    return parties.select_related("collaboration").order_by("ends_on", "collaboration__title", "pk")


def _with_presence(meetings: list[Meeting], organization: Organization) -> list[Meeting]:
    """Give each meeting `was_there`: somebody of the organization was present."""
    there = set(
        Meeting.objects.filter(
            pk__in=[meeting.pk for meeting in meetings],
            attendances__organization=organization,
            attendances__is_present=True,
        ).values_list("pk", flat=True)
    )
    for meeting in meetings:
        meeting.was_there = meeting.pk in there  # type: ignore[attr-defined]
    return meetings


def _shared(user: User, organization: Organization) -> dict[str, Any] | None:
    """Where the reader and the organization both take part: a meeting can be logged there."""
    together = (
        Collaboration.objects.joined_by(user)
        .exclude(state=CollaborationState.CLOSED)
        .filter(
            holds_on(prefix="parties__"),
            parties__organization=organization,
            parties__state=PartyState.ACTIVE,
        )
    )
    keys = list(together.order_by("pk").values_list("pk", flat=True)[:2])
    return {"only": keys[0] if len(keys) == 1 else None} if keys else None
