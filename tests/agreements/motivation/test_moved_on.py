"""Nobody is asked in the name of a house that they do not belong to."""

import pytest
from django.urls import reverse

from actors.models import Appointment, User
from agreements.models import Representative
from agreements.motivation import transitions
from agreements.motivation.states import WaveState
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import ask, reachable, together
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import RepresentativeFactory, coordinator_of
from tests.factories.motivation import PulseWaveFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return together()


@pytest.fixture
def runner(collaboration):
    return coordinator_of(collaboration)


@pytest.fixture
def draft(collaboration, runner):
    return ask(PulseWaveFactory(collaboration=collaboration), runner, each=2)


def words(response):
    return " ".join(soup_of(response).get_text(" ").split())


def first_of(wave):
    return wave.invitations.order_by("pk").select_related("person", "party__organization").first()


def changes_house(person):
    Appointment.objects.filter(person=person).update(organization=OrganizationFactory())


def test_who_changed_houses_since_the_choice_is_not_asked_for_the_house_they_left(draft, runner):
    row = first_of(draft)
    changes_house(row.person)
    with pytest.raises(Refused, match=row.person.full_name) as refused:
        transitions.open_wave(wave=draft, by=runner)
    assert row.party.organization.label in str(refused.value)
    draft.refresh_from_db()
    assert draft.state == WaveState.DRAFT


def test_who_moved_to_another_party_is_no_fourth_voice_of_it(collaboration, runner):
    wave = ask(PulseWaveFactory(collaboration=collaboration), runner, each=3)
    row = first_of(wave)
    other = collaboration.parties.exclude(pk=row.party_id).first()
    Appointment.objects.filter(person=row.person).update(organization=other.organization)
    with pytest.raises(Refused, match=row.person.full_name):
        transitions.open_wave(wave=wave, by=runner)


def test_whose_account_or_voice_ended_is_not_asked_either(collaboration, runner):
    first, second, *_others = collaboration.parties.order_by("pk")
    user = UserFactory(organization=first.organization)
    speaker = RepresentativeFactory(party=second).person
    wave = PulseWaveFactory(collaboration=collaboration)
    chosen = {party: ([reachable(party)], 0) for party in collaboration.parties.all()}
    chosen[first][0].append(user.person)
    chosen[second][0].append(speaker)
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    User.objects.filter(pk=user.pk).update(organization=OrganizationFactory())
    Representative.objects.filter(person=speaker).delete()
    with pytest.raises(Refused, match=user.person.full_name) as refused:
        transitions.open_wave(wave=wave, by=runner)
    assert speaker.full_name in str(refused.value)


def test_a_stranger_is_not_chosen_by_the_verb_either(collaboration, runner):
    first, second, *_others = collaboration.parties.order_by("pk")
    stranger, elsewhere = PersonFactory(), reachable(second)
    wave = PulseWaveFactory(collaboration=collaboration)
    for person in (stranger, elsewhere):
        with pytest.raises(Refused, match=person.full_name):
            transitions.choose_invited(wave=wave, by=runner, chosen={first: ([person], 0)})
    assert not wave.invitations.exists()


def test_the_page_says_who_must_be_chosen_anew_and_the_form_drops_them(client, sign_in, draft):
    row = first_of(draft)
    sign_in(coordinator_of(draft.collaboration))
    changes_house(row.person)
    page = reverse("agreements:pulse-detail", args=[draft.pk])
    assert "Pilih ulang siapa yang ditanya" in words(client.get(page))
    asked = reverse("agreements:pulse-invited", args=[draft.pk])
    assert row.person.full_name not in words(client.get(asked))
    data = {}
    for kept in draft.invitations.exclude(pk=row.pk):
        data.setdefault(f"people_{kept.party_id}", []).append(kept.person_id)
    assert client.post(asked, data).status_code == 302
    assert "Pilih ulang" not in words(client.get(page))
    client.post(reverse("agreements:pulse-move", args=[draft.pk, "open"]))
    draft.refresh_from_db()
    assert (draft.state, draft.invited) == (WaveState.OPEN, 9)
