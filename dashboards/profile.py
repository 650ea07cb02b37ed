"""The page of an organization: the register for everyone, its work as far as one may look."""

from typing import Any

from django.db.models import Exists, OuterRef

from actors.models import Appointment, Organization, User
from agreements.charter.states import CollaborationState, PartyState
from agreements.models import Agreement, Attendance, Collaboration, Commitment, Meeting, Party
from agreements.motivation.culture_page import latest_of
from collabgov.kit.periods import holds_on
from dashboards.panels.agreements import with_standing
from dashboards.panels.counting import first_of
from dashboards.panels.organization import (
    attendance_of,
    figures_of,
    listed_at,
    meetings_by_month,
    promised_by,
)

FEW, MOST_BESIDE = 5, 30


def profile_of(user: User, organization: Organization) -> dict[str, Any]:
    may_manage = user.has_perm("actors.manage_register", organization)
    return {
        **_register(organization),
        **_work(user, organization),
        "may_manage": may_manage,
        "culture": latest_of(organization),
        "shared": None if user.is_auditor else _shared(user, organization),
    }


def _register(organization: Organization) -> dict[str, Any]:
    """What stands in the register: above it, within it, who works there."""
    below = organization.children.active().for_list()
    posts = Appointment.objects.current().filter(organization=organization).for_people()
    children, children_count = first_of(below, MOST_BESIDE)
    held, posts_count = first_of(posts, MOST_BESIDE)
    return {
        "line_above": Organization.objects.line_above(organization),
        "children": children,
        "children_count": children_count,
        "posts": held,
        "posts_count": posts_count,
    }


def _work(user: User, organization: Organization) -> dict[str, Any]:
    """What it does in the collaborations that the reader sees; of others not even a number."""
    parties = Party.objects.visible_to(user).filter(organization=organization)
    commitments = Commitment.objects.visible_to(user).filter(organization=organization)
    agreements = Agreement.objects.visible_to(user).of_organization(organization)
    attendance = attendance_of(user, organization)
    listed = listed_at(user, organization).order_by().values("meeting")
    meetings = Meeting.objects.filter(pk__in=listed).for_list()
    came, parties_count = first_of(_with_roles(parties), MOST_BESIDE)
    shelf, agreements_count = first_of(agreements.for_register().live_first(), FEW)
    promised = promised_by(commitments)
    return {
        "parties": came,
        "parties_count": parties_count,
        "has_work": bool(parties_count or attendance.listed or promised["all"]),
        "commitments": list(commitments.open().for_list()[:FEW]),
        "agreements": with_standing(shelf),
        "agreements_count": agreements_count,
        "figures": figures_of(organization, promised, attendance),
        "attendance": attendance,
        "meetings": list(meetings.annotate(was_there=_came(organization))[:FEW]),
        "months": meetings_by_month(user, organization),
    }


def _with_roles(parties: Any) -> Any:
    """Those that go on first; what it left comes last."""
    return parties.select_related("collaboration").order_by("ends_on", "collaboration__title", "pk")


def _came(organization: Organization) -> Exists:
    """Somebody of the organization was present."""
    rows = Attendance.objects.present().filter(meeting=OuterRef("pk"), organization=organization)
    return Exists(rows)


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
