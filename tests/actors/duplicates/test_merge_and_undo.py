"""A merge taken back leaves every table as it was, whatever hung on the two records."""

from datetime import timedelta
from itertools import combinations

import pytest
from django.utils import timezone

from actors.duplicates.transitions import CannotMerge, merge
from actors.duplicates.undoing import undo
from actors.models import Organization, Person
from agreements.demo.build import build_demo
from agreements.models import Attendance, Commitment, Party, Representative
from tests.actors.duplicates.tables import contents
from tests.factories.action import CommitmentFactory
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)
from tests.factories.charter import (
    CollaborationFactory,
    DriverFactory,
    PartyFactory,
    RepresentativeFactory,
)
from tests.factories.engagement import AttendanceFactory, MeetingFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def days(number):
    return TODAY - timedelta(days=number)


def rich_pair():
    """Two organizations that meet in every table: overlapping, apart, and below each other."""
    kept = OrganizationFactory(name="Dinas Kesehatan", region=RegionFactory())
    away = OrganizationFactory(name="Dinkes", short_name="DK", aliases="Dinas Kes.\nDinkes Prov")
    both = CollaborationFactory(initiator=away)
    first = PartyFactory(
        collaboration=both, organization=kept, starts_on=days(300), ends_on=days(200), state="left"
    )
    second = PartyFactory(collaboration=both, organization=kept, starts_on=days(100))
    bridge = PartyFactory(
        collaboration=both, organization=away, starts_on=days(250), ends_on=days(50), state="left"
    )
    speaker = PersonFactory()
    RepresentativeFactory(party=first, person=speaker, starts_on=days(290), ends_on=days(210))
    RepresentativeFactory(party=second, person=speaker, starts_on=days(90))
    RepresentativeFactory(party=bridge, person=speaker, starts_on=days(240), ends_on=days(80))
    DriverFactory(collaboration=both, declared_by=bridge)
    PartyFactory(organization=away)
    OrganizationFactory(parent=away)
    meeting = MeetingFactory(collaboration=both)
    AttendanceFactory(meeting=meeting, organization=kept, is_present=False)
    AttendanceFactory(
        meeting=meeting,
        organization=away,
        level="head",
        answer="yes",
        answered_at=timezone.now(),
        answered_by=UserFactory(),
    )
    AttendanceFactory(meeting=meeting, organization=away, person=speaker)
    AppointmentFactory(person=speaker, organization=kept, starts_on=days(400), ends_on=days(300))
    AppointmentFactory(person=speaker, organization=away, starts_on=days(320))
    CommitmentFactory(collaboration=both, organization=away)
    UserFactory(organization=away)
    return kept, away


@pytest.fixture
def admin(db):
    return UserFactory(admin=True)


def test_a_rich_merge_is_taken_back_exactly(admin):
    kept, away = rich_pair()
    before = contents()
    made = merge(kind="organization", keep=kept.pk, away=away.pk, sides={"name": "away"}, by=admin)
    assert contents() != before
    assert not Commitment.objects.filter(organization=away).exists()
    party = Party.objects.get(organization=kept, collaboration__meetings__isnull=False)
    assert (party.starts_on, party.ends_on, party.state) == (days(300), None, "active")
    speaking = Representative.objects.get(party=party)
    assert (speaking.starts_on, speaking.ends_on) == (days(290), None)
    attendance = Attendance.objects.get(organization=kept, person=None)
    assert attendance.is_present
    assert (attendance.answer, attendance.answered_by is None) == ("yes", False)
    undo(merge=made, by=admin)
    assert contents() == before


@pytest.mark.parametrize("keep_first", [True, False], ids=["older kept", "newer kept"])
def test_any_two_of_the_demo_are_merged_and_taken_back_exactly(admin, keep_first):
    build_demo(today=TODAY, password="kata-sandi-peragaan")
    before, undone, refused = contents(), 0, 0
    for kind, model in (("organization", Organization), ("person", Person)):
        own = admin.organization_id if kind == "organization" else admin.person_id
        rows = list(model.objects.order_by("pk").values_list("pk", flat=True))
        pairs = list(combinations(rows, 2))[:: max(1, len(rows) * 2)]
        for pair in (pair for pair in pairs if own not in pair):  # that is another admin's
            keep, away = pair if keep_first else reversed(pair)
            try:
                made = merge(kind=kind, keep=keep, away=away, sides={}, by=admin)
            except CannotMerge:
                refused += 1
            else:
                undo(merge=made, by=admin)
                undone += 1
            assert contents() == before, f"{kind} {away} into {keep}"
    assert undone > 5
    assert refused < undone


def test_what_belonged_to_the_merged_organization_belongs_to_it_again(admin):
    away = OrganizationFactory()
    kept = OrganizationFactory(parent=away)
    OrganizationFactory(parent=away)
    before = contents()
    made = merge(kind="organization", keep=kept.pk, away=away.pk, sides={}, by=admin)
    assert Organization.objects.get(pk=kept.pk).parent is None
    undo(merge=made, by=admin)
    assert contents() == before
