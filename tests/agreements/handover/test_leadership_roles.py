"""Leadership roles are handed over: somebody of the same party holds them from tomorrow on."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from agreements.handover.facts import Facts
from agreements.handover.forms import HandoverForm
from agreements.handover.providers import open_lines
from agreements.handover.rows import count_open
from agreements.models import RoleAssignment
from tests.factories.action import CommitmentFactory
from tests.factories.actors import AppointmentFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of, member_of
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.factories.series import MeetingSeriesFactory
from tests.factories.structures import RoleAssignmentFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(days=1)


class Scene:
    def __init__(self):
        self.collaboration = CollaborationFactory()
        self.coordinator = coordinator_of(self.collaboration, language="en")
        self.party = PartyFactory(collaboration=self.collaboration)
        home = {"organization": self.party.organization}
        self.leaver, self.colleague = AppointmentFactory(**home), AppointmentFactory(**home)
        self.role = self.given()

    def given(self, **fields):
        said = {"collaboration": self.collaboration, "party": self.party}
        return RoleAssignmentFactory(**said, appointment=self.leaver, **fields)

    def line(self, user):
        lines = open_lines(Facts.of(self.leaver.person, user))
        return next(line for line in lines if line.key == f"role-{self.role.pk}")


@pytest.fixture
def scene(db):
    return Scene()


def test_the_coordinator_gives_the_role_to_a_colleague(scene):
    scene.line(scene.coordinator).hand_to(
        scene.colleague.person, by=scene.coordinator, note="Rotasi."
    )
    scene.role.refresh_from_db()
    following = RoleAssignment.objects.get(appointment=scene.colleague)
    assert (scene.role.ends_on, following.starts_on, following.party) == (
        TODAY,
        TOMORROW,
        scene.party,
    )


def test_it_can_end_without_a_successor(scene):
    scene.line(scene.coordinator).end(by=scene.coordinator, note="")
    scene.role.refresh_from_db()
    assert scene.role.ends_on == TODAY
    assert not RoleAssignment.objects.not_over(today=TOMORROW).exists()


def test_a_role_still_to_begin_becomes_the_colleagues(scene):
    scene.role.delete()
    scene.role = scene.given(starts_on=TODAY + timedelta(days=9))
    line = scene.line(scene.coordinator)
    assert line.end is None
    line.hand_to(scene.colleague.person, by=scene.coordinator, note="")
    assert RoleAssignment.objects.get().appointment == scene.colleague


def test_a_member_only_learns_who_can(scene):
    member = member_of(scene.collaboration)
    line = scene.line(member)
    assert not line.may
    assert str(scene.coordinator.person) in line.ask
    with pytest.raises(PermissionDenied):
        scene.line(scene.coordinator).end(by=member, note="")


def test_nobody_from_elsewhere_takes_it_over(scene):
    stranger = AppointmentFactory().person
    with pytest.raises(ValidationError):
        scene.line(scene.coordinator).hand_to(stranger, by=scene.coordinator, note="")


def test_it_is_counted_as_it_is_listed(scene):
    person = scene.leaver.person
    listed = open_lines(Facts.of(person, scene.coordinator))
    assert count_open([person.pk], scene.coordinator)[person.pk] == len(listed) == 1


def page_of(scene):
    return reverse("agreements:handover", args=[scene.leaver.person_id])


def without_post(scene):
    """A colleague with an account, but no post on record."""
    return UserFactory(organization=scene.party.organization, language="en").person


def test_everything_goes_to_somebody_without_a_post_but_the_role(client, sign_in, scene):
    promise = CommitmentFactory(
        collaboration=scene.collaboration,
        organization=scene.party.organization,
        person=scene.leaver.person,
    )
    follows = without_post(scene)
    sign_in(scene.coordinator)
    page = client.post(page_of(scene), {"everything": follows.pk}, follow=True)
    promise.refresh_from_db()
    scene.role.refresh_from_db()
    assert (promise.person, scene.role.ends_on) == (follows, None)
    said = " ".join(page.context["messages"]._loaded_data[-1].message.split())
    assert str(follows) in said
    assert "no post" in said
    assert scene.role.get_role_display() in said


def test_who_could_take_only_the_role_and_has_no_post_is_told_what_to_do(client, sign_in, scene):
    follows = without_post(scene)
    sign_in(scene.coordinator)
    page = client.post(page_of(scene), {"everything": follows.pk})
    (sentence,) = page.context["form"].errors["everything"]
    assert "Enter the post, or choose somebody else." in sentence
    assert not RoleAssignment.objects.exclude(pk=scene.role.pk).exists()


def test_only_those_with_a_post_in_its_days_are_offered_a_role(scene):
    gone = AppointmentFactory(organization=scene.party.organization, ends_on=TODAY)
    follows = without_post(scene)
    form = HandoverForm(person=scene.leaver.person, lines=[scene.line(scene.coordinator)])
    offered = {value for value, _name in form.fields[f"role-{scene.role.pk}"].choices}
    assert str(scene.colleague.person_id) in offered
    assert not {str(gone.person_id), str(follows.pk)} & offered


def test_whoever_holds_only_a_role_is_handed_over_by_those_who_run_the_collaboration(scene):
    assert scene.coordinator.has_perm("agreements.see_handover", scene.leaver.person)
    elsewhere = coordinator_of(CollaborationFactory())
    assert not elsewhere.has_perm("agreements.see_handover", scene.leaver.person)


@pytest.mark.parametrize("named", ["series", "topic"])
def test_so_is_whoever_only_leads_a_series_or_presents_a_topic(scene, named):
    person = AppointmentFactory().person
    assert not scene.coordinator.has_perm("agreements.see_handover", person)
    if named == "series":
        MeetingSeriesFactory(collaboration=scene.collaboration, facilitator=person)
    else:
        meeting = MeetingFactory(collaboration=scene.collaboration, planned=True)
        AgendaItemFactory(meeting=meeting, presenter=person)
    assert scene.coordinator.has_perm("agreements.see_handover", person)
