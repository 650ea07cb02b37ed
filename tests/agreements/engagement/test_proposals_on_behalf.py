"""A proposal to a party that nobody speaks for is answered on its behalf, and marked as that."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from agreements.engagement.discovery_kinds import ProposalState
from agreements.engagement.transitions import proposals
from agreements.models import Proposal, Representative
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.goals.scenes import Scene
from tests.constraints import assert_refused
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.charter import CoordinatorFactory, PartyFactory, RepresentativeFactory
from tests.factories.discovery import ProposalFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
MAY = "agreements.answer_proposal"
MARK = "Dijawab atas nama pihak, belum dikonfirmasi oleh pihak itu"


@pytest.fixture
def scene():
    scene = Scene()
    scene.proposal = ProposalFactory(
        collaboration=scene.collaboration, from_party=scene.health, to_party=scene.works
    )
    return scene


@pytest.fixture
def unspoken(scene):
    """Nobody speaks for the works office."""
    Representative.objects.filter(party=scene.works).delete()
    return scene


def accepted(scene, **said):
    return proposals.accept_proposal(
        proposal=scene.proposal, by=scene.coordinator, answer="Baik.", **said
    )


def speaker_comes(scene):
    person = scene.works_speaker.person
    RepresentativeFactory(party=scene.works, person=person)
    return scene.works_speaker


def waits_for(user, proposal):
    return proposal in Proposal.objects.waiting_for(user)


def test_where_somebody_speaks_for_the_party_no_coordinator_answers(scene):
    assert not scene.coordinator.has_perm(MAY, scene.proposal)
    assert not waits_for(scene.coordinator, scene.proposal)
    with pytest.raises(PermissionDenied):
        accepted(scene)


def test_where_nobody_does_the_coordinator_is_asked_and_the_answer_is_marked(unspoken):
    assert unspoken.coordinator.has_perm(MAY, unspoken.proposal)
    assert not unspoken.health_speaker.has_perm(MAY, unspoken.proposal)
    assert waits_for(unspoken.coordinator, unspoken.proposal)
    proposal = accepted(unspoken)
    assert (proposal.state, proposal.is_on_behalf) == (ProposalState.ACCEPTED, True)
    assert proposal.answered_by == unspoken.coordinator
    assert not waits_for(unspoken.coordinator, proposal)
    line = proposal.changes.latest("pk")
    assert (line.from_state, line.to_state, line.note) == ("submitted", "accepted", "Baik.")


def test_an_answer_to_all_is_the_coordinators_own(scene):
    Proposal.objects.update(to_party=None)
    scene.proposal.refresh_from_db()
    assert not accepted(scene).is_on_behalf


def test_who_speaks_for_the_party_later_confirms_it_by_the_same_answer(unspoken):
    proposal = accepted(unspoken)
    speaker = speaker_comes(unspoken)
    assert waits_for(speaker, proposal)
    own = proposals.accept_proposal(proposal=proposal, by=speaker, answer="Baik.")
    assert (own.state, own.is_on_behalf, own.answered_by) == ("accepted", False, speaker)
    assert not waits_for(speaker, own)
    with pytest.raises(IllegalMove):
        proposals.return_proposal(proposal=own, by=speaker, reason="Tidak.")


def test_or_corrects_it_by_another_one(unspoken):
    proposal = accepted(unspoken)
    speaker = speaker_comes(unspoken)
    own = proposals.return_proposal(proposal=proposal, by=speaker, reason="Sebut biayanya.")
    assert (own.state, own.is_on_behalf, own.answer) == ("returned", False, "Sebut biayanya.")
    line = own.changes.latest("pk")
    assert (line.from_state, line.to_state) == ("accepted", "returned")


def test_what_a_decision_came_of_is_confirmed_but_not_returned(unspoken):
    proposal = accepted(unspoken)
    meeting = MeetingFactory(collaboration=unspoken.collaboration)
    decision = DecisionFactory(meeting=meeting)
    proposals.link_decision(proposal=proposal, by=unspoken.coordinator, decision=decision)
    speaker = speaker_comes(unspoken)
    with pytest.raises(Refused):
        proposals.return_proposal(proposal=proposal, by=speaker, reason="Tidak.")
    own = proposals.accept_proposal(proposal=proposal, by=speaker)
    assert (own.is_on_behalf, own.decision) == (False, decision)


def test_the_coordinator_does_not_answer_a_second_time(unspoken):
    proposal = accepted(unspoken)
    with pytest.raises(IllegalMove):
        proposals.return_proposal(proposal=proposal, by=unspoken.coordinator, reason="Tidak.")


def second_coordinator(scene):
    user = UserFactory()
    CoordinatorFactory(collaboration=scene.collaboration, person=user.person)
    return user


def becomes(scene, state):
    ends = {"ends_on": timezone.localdate()} if state == "left" else {"ends_on": None}
    type(scene.works).objects.filter(pk=scene.works.pk).update(state=state, **ends)


@pytest.mark.parametrize("state", ["active", "paused", "left"])
def test_nor_does_another_coordinator_whatever_became_of_the_party(unspoken, state):
    proposal = accepted(unspoken)
    becomes(unspoken, state)
    with pytest.raises(IllegalMove):
        proposals.return_proposal(
            proposal=proposal, by=second_coordinator(unspoken), reason="Tidak."
        )
    proposal.refresh_from_db()
    assert (proposal.state, proposal.is_on_behalf) == ("accepted", True)


@pytest.mark.parametrize("state", ["paused", "left"])
def test_for_a_party_that_does_not_take_part_the_answer_is_marked_until_it_is_back(scene, state):
    becomes(scene, state)
    with pytest.raises(PermissionDenied):
        proposals.accept_proposal(proposal=scene.proposal, by=scene.works_speaker)
    proposal = accepted(scene)
    assert proposal.is_on_behalf
    with pytest.raises(PermissionDenied):
        proposals.return_proposal(proposal=proposal, by=scene.works_speaker, reason="Tidak.")
    becomes(scene, "active")
    own = proposals.return_proposal(proposal=proposal, by=scene.works_speaker, reason="Tidak.")
    assert (own.state, own.is_on_behalf) == ("returned", False)


def test_who_joined_again_is_not_the_party_that_was_asked(scene):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    type(scene.works).objects.filter(pk=scene.works.pk).update(state="left", ends_on=yesterday)
    again = PartyFactory(
        collaboration=scene.collaboration,
        organization=scene.works.organization,
        starts_on=timezone.localdate(),
    )
    RepresentativeFactory(party=again, person=scene.works_speaker.person)
    assert not scene.works_speaker.has_perm(MAY, scene.proposal)
    assert not waits_for(scene.works_speaker, scene.proposal)
    assert accepted(scene).is_on_behalf


def test_only_a_coordinator_answers_what_no_party_answers_itself(unspoken):
    for user in (unspoken.health_speaker, UserFactory()):
        with pytest.raises(PermissionDenied):
            proposals.accept_proposal(proposal=unspoken.proposal, by=user)


def without_an_account(scene):
    RepresentativeFactory(party=scene.works, person=PersonFactory())


def with_a_closed_account(scene):
    user = UserFactory(is_active=False)
    RepresentativeFactory(party=scene.works, person=user.person)


def with_an_account_that_only_looks(scene):
    RepresentativeFactory(party=scene.works, person=UserFactory(auditor=True).person)


@pytest.mark.parametrize(
    "comes", [without_an_account, with_a_closed_account, with_an_account_that_only_looks]
)
def test_who_cannot_answer_here_does_not_count_as_speaking(client, unspoken, sign_in, comes):
    comes(unspoken)
    assert unspoken.coordinator.has_perm(MAY, unspoken.proposal)
    assert waits_for(unspoken.coordinator, unspoken.proposal)
    sign_in(unspoken.coordinator)
    discovery = reverse("agreements:collaboration-discovery", args=[unspoken.collaboration.pk])
    assert "Menunggu jawaban Anda" in soup_of(client.get(discovery)).select_one("#proposals").text
    assert accepted(unspoken).is_on_behalf


def test_written_anew_it_is_answered_by_nobody_any_more(unspoken):
    proposal = proposals.return_proposal(
        proposal=unspoken.proposal, by=unspoken.coordinator, reason="Sebut biayanya."
    )
    assert proposal.is_on_behalf
    again = proposals.rework_proposal(
        proposal=proposal,
        by=unspoken.health_speaker,
        version=proposal.version,
        title=proposal.title,
        text="Dengan biaya.",
        kind=proposal.kind,
    )
    assert (again.state, again.is_on_behalf) == ("submitted", False)


def test_withdrawn_it_is_not_marked_any_more(unspoken):
    proposal = proposals.return_proposal(
        proposal=unspoken.proposal, by=unspoken.coordinator, reason="Sebut biayanya."
    )
    gone = proposals.withdraw_proposal(proposal=proposal, by=unspoken.health_speaker)
    assert (gone.state, gone.is_on_behalf) == ("withdrawn", False)


def test_only_an_answer_is_on_behalf(scene):
    rows = Proposal.objects.filter(pk=scene.proposal.pk)
    assert_refused("proposal_on_behalf_is_answered", lambda: rows.update(is_on_behalf=True))


# --- pages --------------------------------------------------------------------------------------


def test_the_pages_say_for_whom_it_is_answered_and_that_it_was(client, unspoken, sign_in):
    sign_in(unspoken.coordinator)
    discovery = reverse("agreements:collaboration-discovery", args=[unspoken.collaboration.pk])
    assert "Menunggu jawaban Anda" in soup_of(client.get(discovery)).select_one("#proposals").text
    url = reverse("agreements:proposal-accept", args=[unspoken.proposal.pk])
    assert url in client.get(unspoken.proposal.get_absolute_url()).text
    form = client.get(url)
    assert f"Belum ada wakil {unspoken.works.organization.name}" in form.text
    sent = {name: value or "" for name, value in form.context["form"].initial.items()}
    seen = soup_of(form).select_one("input[name=seen]")
    sent |= {"answer": "Baik."} | ({"seen": seen["value"]} if seen else {})
    client.post(url, sent)
    assert MARK in client.get(unspoken.proposal.get_absolute_url()).text
    assert "Atas nama" in soup_of(client.get(discovery)).select_one("#proposals").text


def test_the_party_reads_that_it_may_put_it_right(client, unspoken, sign_in):
    accepted(unspoken)
    sign_in(speaker_comes(unspoken))
    page = client.get(unspoken.proposal.get_absolute_url()).text
    assert "dijawab atas nama pihak Anda" in page
    url = reverse("agreements:proposal-accept", args=[unspoken.proposal.pk])
    assert url in page
    form = client.get(url)
    assert "Baik." in form.text
    assert "Belum ada wakil" not in form.text
    back = client.get(reverse("agreements:proposal-return", args=[unspoken.proposal.pk]))
    assert "Baik." not in back.text


def test_for_a_party_that_pauses_the_form_says_so(client, scene, sign_in):
    becomes(scene, "paused")
    sign_in(scene.coordinator)
    form = client.get(reverse("agreements:proposal-accept", args=[scene.proposal.pk])).text
    assert f"{scene.works.organization.name} sedang tidak ikut serta" in form
    assert "Belum ada wakil" not in form
