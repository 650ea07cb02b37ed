"""What somebody leaves open goes to a successor, by the verbs' own guards, all together."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from actors.models import AccessEvent
from agreements.action.history import story_of
from agreements.action.transitions import name_responsible
from agreements.charter.transitions import end_coordinator, end_representative
from agreements.engagement.states import MeetingState
from agreements.handover.facts import Facts
from agreements.handover.providers import open_lines
from agreements.handover.transitions import END, hand_over
from agreements.models import Coordinator, MeetingDraft, Representative
from collabgov.kit.errors import Refused
from tests.factories.action import CommitmentChangeFactory, CommitmentFactory
from tests.factories.actors import AppointmentFactory, PersonFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
)
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingDraftFactory,
    MeetingFactory,
)
from tests.factories.series import MeetingSeriesFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


class Scene:
    """Somebody of a party who is named for everything, a colleague, and the coordinator."""

    def __init__(self):
        self.collaboration = CollaborationFactory()
        self.coordinator = coordinator_of(self.collaboration)
        self.party = PartyFactory(collaboration=self.collaboration)
        self.leaver = AppointmentFactory(organization=self.party.organization).person
        self.colleague = AppointmentFactory(organization=self.party.organization).person
        self.commitment = CommitmentFactory(
            collaboration=self.collaboration,
            organization=self.party.organization,
            person=self.leaver,
        )
        self.voice = RepresentativeFactory(party=self.party, person=self.leaver)
        self.meeting = MeetingFactory(
            collaboration=self.collaboration,
            state=MeetingState.PLANNED,
            held_on=TODAY + timedelta(days=9),
            facilitator=self.leaver,
        )
        AttendanceFactory(
            meeting=self.meeting, organization=self.party.organization, person=self.leaver
        )
        self.topic = AgendaItemFactory(meeting=self.meeting, presenter=self.leaver)

    @property
    def everything(self):
        return {
            f"commitment-{self.commitment.pk}": self.colleague,
            f"representative-{self.voice.pk}": self.colleague,
            f"invitation-{self.meeting.pk}": self.colleague,
            f"facilitator-{self.meeting.pk}": self.colleague,
            f"presenter-{self.topic.pk}": self.colleague,
        }

    def hand_over(self, by=None, choices=None, note="Pindah tugas"):
        return hand_over(
            person=self.leaver,
            by=by or self.coordinator,
            choices=choices or self.everything,
            note=note,
        )


@pytest.fixture
def scene():
    return Scene()


def keys(person, user):
    return {line.key for line in open_lines(Facts.of(person, user))}


def settleable(person, user):
    return {line.key for line in open_lines(Facts.of(person, user)) if line.may}


def test_everything_open_is_listed(scene):
    assert keys(scene.leaver, scene.coordinator) == set(scene.everything)


def test_everything_goes_to_the_successor_together(scene):
    assert scene.hand_over() == 5
    scene.commitment.refresh_from_db()
    scene.meeting.refresh_from_db()
    assert scene.commitment.person == scene.colleague
    assert scene.meeting.facilitator == scene.colleague
    assert scene.meeting.attendances.get().person == scene.colleague
    scene.topic.refresh_from_db()
    assert scene.topic.presenter == scene.colleague
    assert any(scene.topic.topic in line.note for line in scene.meeting.changes.all())
    assert Representative.objects.get(person=scene.colleague).is_running
    assert Representative.objects.get(person=scene.leaver).ends_on == TODAY
    assert "Pindah tugas" in scene.commitment.changes.last().note
    assert AccessEvent.objects.get(kind="handed_over").details["lines"] == 5


def test_one_refusal_undoes_all(scene):
    stranger = PersonFactory()
    wrong = scene.everything | {f"facilitator-{scene.meeting.pk}": stranger}
    with pytest.raises(Refused):
        scene.hand_over(choices=wrong)
    scene.commitment.refresh_from_db()
    assert scene.commitment.person == scene.leaver
    assert not Representative.objects.filter(person=scene.colleague).exists()


def test_only_somebody_of_the_organization_takes_over(scene):
    elsewhere = AppointmentFactory().person
    with pytest.raises(Refused):
        scene.hand_over(choices={f"commitment-{scene.commitment.pk}": elsewhere})


def test_nobody_hands_over_to_the_one_who_leaves(scene):
    with pytest.raises(Refused):
        scene.hand_over(choices={f"commitment-{scene.commitment.pk}": scene.leaver})


def test_a_member_hands_over_what_is_their_organizations(scene):
    member = UserFactory(organization=scene.party.organization)
    mine = {f"commitment-{scene.commitment.pk}", f"invitation-{scene.meeting.pk}"}
    beside = {f"facilitator-{scene.meeting.pk}", f"presenter-{scene.topic.pk}"}
    assert settleable(scene.leaver, member) == mine | beside
    with pytest.raises(Refused):
        scene.hand_over(by=member)
    assert scene.hand_over(by=member, choices=dict.fromkeys(mine, scene.colleague)) == 2


def test_another_partys_member_hands_over_no_commitment(scene):
    other = member_of(scene.collaboration)
    key = f"commitment-{scene.commitment.pk}"
    assert key in keys(scene.leaver, other)
    assert key not in settleable(scene.leaver, other)


def test_an_admin_sees_it_and_is_told_whom_to_ask(scene):
    admin = UserFactory(admin=True)
    lines = open_lines(Facts.of(scene.leaver, admin))
    assert {line.key for line in lines} == set(scene.everything)
    assert not any(line.may for line in lines)
    assert str(scene.coordinator.person) in {line.ask for line in lines}


def test_an_auditor_settles_nothing_even_as_a_coordinator(scene):
    auditor = coordinator_of(scene.collaboration, auditor=True)
    assert not settleable(scene.leaver, auditor)


def test_outsiders_see_nothing(scene):
    assert not keys(scene.leaver, UserFactory())


def test_each_verb_asks_its_own_rule(scene, monkeypatch):
    """Where the list were wrong about who may, the verb still refuses."""
    everywhere = frozenset({scene.collaboration.pk})
    monkeypatch.setattr("agreements.handover.facts._coordinated", lambda user: everywhere)
    other = member_of(scene.collaboration)
    for key in (f"commitment-{scene.commitment.pk}", f"representative-{scene.voice.pk}"):
        with pytest.raises(PermissionDenied):
            scene.hand_over(by=other, choices={key: scene.colleague})


def test_a_coordinator_is_followed_without_a_gap(scene):
    leaver = scene.coordinator.person
    AppointmentFactory(person=leaver, organization=scene.party.organization)
    row = Coordinator.objects.get(person=leaver)
    choices = {f"coordinator-{row.pk}": scene.colleague}
    hand_over(person=leaver, by=scene.coordinator, choices=choices, note="")
    assert Coordinator.objects.get(person=scene.colleague).starts_on == TODAY
    assert Coordinator.objects.get(person=leaver).ends_on == TODAY


def test_an_admin_replaces_the_only_coordinator_once_they_have_left(scene):
    admin = UserFactory(admin=True)
    row = Coordinator.objects.get(person=scene.coordinator.person)
    leaver = row.person
    AppointmentFactory(person=leaver, organization=scene.party.organization)
    assert not settleable(leaver, admin)
    leaver.is_active = False
    leaver.save()
    choices = {f"coordinator-{row.pk}": scene.colleague}
    assert hand_over(person=leaver, by=admin, choices=choices, note="") == 1


def test_an_end_needs_no_successor(scene):
    ends = dict.fromkeys(scene.everything, END)
    assert scene.hand_over(choices=ends) == 5
    scene.commitment.refresh_from_db()
    assert scene.commitment.person is None
    assert scene.meeting.attendances.get().person is None


def test_a_role_of_a_coordinator_does_not_just_end(scene):
    row = CoordinatorFactory(collaboration=scene.collaboration, person=scene.leaver)
    with pytest.raises(Refused):
        scene.hand_over(choices={f"coordinator-{row.pk}": END})


def test_a_series_gets_another_facilitator_and_its_meetings_go_on_following_it(scene):
    series = MeetingSeriesFactory(collaboration=scene.collaboration, facilitator=scene.leaver)
    day = series.first_on
    following = MeetingFactory(
        collaboration=scene.collaboration,
        state=MeetingState.PLANNED,
        facilitator=scene.leaver,
        series=series,
        series_slot=day,
        held_on=day,
        follows_series=True,
    )
    choices = {
        f"series-{series.pk}": scene.colleague,
        f"facilitator-{following.pk}": scene.colleague,
    }
    assert choices.keys() <= keys(scene.leaver, scene.coordinator)
    member = UserFactory(organization=scene.party.organization)
    assert f"series-{series.pk}" not in settleable(scene.leaver, member)
    scene.hand_over(choices=choices)
    series.refresh_from_db()
    following.refresh_from_db()
    assert series.facilitator == following.facilitator == scene.colleague
    assert following.follows_series
    assert series.changes.get().note == "Pindah tugas"
    assert f"series-{series.pk}" not in keys(scene.leaver, scene.coordinator)


def test_what_is_settled_meanwhile_is_said(scene):
    scene.hand_over(choices={f"commitment-{scene.commitment.pk}": END})
    with pytest.raises(Refused):
        scene.hand_over()


def test_a_draft_is_shown_to_its_writer_alone(scene):
    user = UserFactory()
    draft = MeetingDraftFactory(user=user, title="Rahasia")
    own = open_lines(Facts.of(user.person, user))
    assert [line.title for line in own] == ["Rahasia"]
    (hidden,) = open_lines(Facts.of(user.person, UserFactory(admin=True)))
    assert "Rahasia" not in hidden.title
    assert not hidden.may
    hand_over(person=user.person, by=user, choices={f"draft-{draft.pk}": END}, note="")
    assert not MeetingDraft.objects.exists()


def test_a_closed_collaboration_leaves_nothing_open(scene):
    type(scene.collaboration).objects.update(state="closed", ends_on=TODAY)
    assert not keys(scene.leaver, scene.coordinator)


def test_other_parties_settle_no_invitation_of_somebody_who_is_not_theirs(scene):
    theirs = {f"invitation-{scene.meeting.pk}", f"facilitator-{scene.meeting.pk}"}
    stranger = member_of(scene.collaboration)
    assert theirs <= keys(scene.leaver, stranger)
    assert not settleable(scene.leaver, stranger)
    for key in theirs:
        with pytest.raises(Refused):
            scene.hand_over(by=stranger, choices={key: scene.colleague})
    colleague = UserFactory(organization=scene.party.organization)
    assert theirs <= settleable(scene.leaver, colleague)


def test_an_admin_takes_over_nothing_themself_where_nobody_coordinates():
    admin, row = UserFactory(admin=True), CoordinatorFactory(person__is_active=False)
    AppointmentFactory(person=row.person, organization=admin.organization)
    AppointmentFactory(person=admin.person, organization=admin.organization)
    choice = {f"coordinator-{row.pk}": admin.person}
    with pytest.raises(Refused, match="admin lain"):
        hand_over(person=row.person, by=admin, choices=choice, note="")
    assert not Coordinator.objects.filter(person=admin.person).exists()


def test_what_was_handed_over_leaves_the_list_at_once_and_a_repeat_changes_nothing(scene):
    leaver = scene.coordinator.person
    AppointmentFactory(person=leaver, organization=scene.party.organization)
    row = Coordinator.objects.get(person=leaver)
    voice = {f"representative-{scene.voice.pk}": scene.colleague}
    role = {f"coordinator-{row.pk}": scene.colleague}
    scene.hand_over(choices=voice)
    hand_over(person=leaver, by=scene.coordinator, choices=role, note="")
    written = scene.collaboration.changes.count()
    assert not keys(scene.leaver, scene.coordinator) & voice.keys()
    assert not keys(leaver, scene.coordinator) & role.keys()
    with pytest.raises(Refused):
        scene.hand_over(choices=voice)
    with pytest.raises(Refused):
        hand_over(person=leaver, by=scene.coordinator, choices=role, note="")
    end_representative(representative=scene.voice, by=scene.coordinator)
    end_coordinator(coordinator=row, by=scene.coordinator)
    assert scene.collaboration.changes.count() == written


def test_a_page_sent_twice_says_that_it_is_settled(scene, client, sign_in):
    sign_in(scene.coordinator)
    address = f"/people/{scene.leaver.pk}/handover/"
    data = {f"representative-{scene.voice.pk}": scene.colleague.pk}
    assert client.post(address, data).status_code == 302
    again = soup_of(client.post(address, data))
    assert "diselesaikan" in again.select_one(".error-summary").text


def test_only_those_who_serve_there_today_are_offered(scene, client, sign_in):
    former = AppointmentFactory(
        organization=scene.party.organization, ends_on=TODAY - timedelta(days=1)
    ).person
    AppointmentFactory(person=former)  # serves elsewhere today
    sign_in(scene.coordinator)
    page = soup_of(client.get(f"/people/{scene.leaver.pk}/handover/"))
    offered = {option["value"] for option in page.select("#id_everything option")}
    assert str(scene.colleague.pk) in offered
    assert str(former.pk) not in offered


def test_a_dead_end_says_why_and_what_to_do(scene, client, sign_in):
    scene.colleague.appointments.update(ends_on=TODAY - timedelta(days=1))
    warning = f"#deserted-{scene.party.organization_id}"
    address = f"/people/{scene.leaver.pk}/handover/"
    sign_in(scene.coordinator)
    assert "admin" in soup_of(client.get(address)).select_one(warning).text
    sign_in(coordinator_of(scene.collaboration, admin=True))
    said = soup_of(client.get(address)).select_one(warning)
    assert said.select_one('a[href="/people/new/"]')


def titles_of(commitment):
    with translation.override("id"):
        return [line.title for line in story_of(commitment)]


def test_the_story_says_from_whom_to_whom(scene):
    key = f"commitment-{scene.commitment.pk}"
    old, new = scene.leaver, scene.colleague
    scene.hand_over(choices={key: new})
    there = f"Diserahterimakan dari {old} kepada {new}"
    assert titles_of(scene.commitment) == [there]
    person, by = new, scene.coordinator
    hand_over(person=person, by=by, choices={key: END}, note="Cuti")
    nobody = f"Diserahterimakan oleh {new}; belum ada penggantinya"
    assert titles_of(scene.commitment) == [nobody, there]
    scene.commitment.refresh_from_db()
    name_responsible(commitment=scene.commitment, person=old, by=by, note="Kembali")
    assert titles_of(scene.commitment) == [f"Diserahterimakan kepada {old}", nobody, there]


def test_the_story_says_that_it_went_when_the_trail_knows_no_more(scene):
    CommitmentChangeFactory(
        commitment=scene.commitment, from_state="accepted", to_state="accepted", note="Lama"
    )
    assert titles_of(scene.commitment) == ["Diserahterimakan"]


def test_a_story_costs_the_same_however_often_it_was_handed_over(
    client, sign_in, scene, assert_flat_queries
):
    sign_in(scene.coordinator)

    def grow(number=1):
        for _each in range(number):
            for person in (scene.colleague, scene.leaver):
                scene.commitment.refresh_from_db()
                name_responsible(
                    commitment=scene.commitment, person=person, by=scene.coordinator, note="Lagi"
                )

    grow()
    assert_flat_queries(scene.commitment.get_absolute_url(), grow=lambda: grow(3), ceiling=30)


def test_a_series_whose_last_day_has_passed_needs_nobody_any_more(scene):
    series = MeetingSeriesFactory(collaboration=scene.collaboration, facilitator=scene.leaver)
    assert f"series-{series.pk}" in keys(scene.leaver, scene.coordinator)
    day = timezone.localdate() - timedelta(days=1)
    type(series).objects.filter(pk=series.pk).update(first_on=day, last_on=day)
    assert f"series-{series.pk}" not in keys(scene.leaver, scene.coordinator)
