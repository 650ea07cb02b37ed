"""Nobody learns by an account whether somebody has answered: whose it is was settled at opening.

An admin could else give the name of somebody who is asked to an account of their own, and see from
there whether the form is still offered.
"""

import pytest
from django.urls import reverse

from actors.accounts.models import User
from actors.accounts.transitions import deactivate, link
from actors.duplicates.transitions import merge
from agreements.models import PulseInvitation, PulseWave
from tests.agreements.motivation.scene import asked_with_account, let_answer
from tests.constraints import assert_refused
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.motivation import PulseInvitationFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def seen_by(client, user, wave):
    """All that this account is shown of the pulse: home, its page, the tab, the way to the form."""
    user = User.objects.get(pk=user.pk)
    client.force_login(user)
    page = reverse("agreements:pulse-detail", args=[wave.pk])
    tab = reverse("agreements:collaboration-motivation", args=[wave.collaboration_id])
    hub = reverse("dashboards:collaboration", args=[wave.collaboration_id])
    found = []
    for path in (reverse("dashboards:home"), page, tab, hub):
        main = soup_of(client.get(path)).select_one("main")
        for each in main.select("[name=csrfmiddlewaretoken]"):
            each.decompose()
        found.append(str(main))
    way = client.post(reverse("agreements:pulse-answer-own", args=[wave.pk]), follow=True)
    alerts = [each.get_text(" ", strip=True) for each in soup_of(way).select(".alert")]
    return [*found, way.status_code, str(way.redirect_chain), alerts]


def given_the_name(user, admin):
    """The account is taken from its person, and a spare one is given the name."""
    person, home = user.person, user.organization
    link(user=user, person=None, organization=home, by=admin)
    spare = UserFactory(person=None, organization=home)
    link(user=spare, person=person, organization=home, by=admin)
    return spare


def merged_into_another(user, admin):
    """The person becomes one with somebody whose account the admin made."""
    spare = UserFactory(organization=user.organization)
    deactivate(user=user, by=admin)
    merge(kind="person", keep=spare.person_id, away=user.person_id, sides={}, by=admin)
    return spare


@pytest.mark.parametrize(
    "take", [given_the_name, merged_into_another], ids=lambda take: take.__name__
)
def test_an_account_that_got_the_name_later_sees_the_same_before_and_after(client, admin, take):
    wave, user = asked_with_account()
    spare = take(user, admin)
    before = seen_by(client, spare, wave)
    let_answer(wave, 4)
    assert seen_by(client, spare, wave) == before
    assert "/pulse/" not in before[-2]


def test_an_account_made_after_the_opening_sees_the_same_and_is_told_why(client):
    wave, user = asked_with_account()
    other = wave.invitations.exclude(person=user.person).order_by("pk").last()
    late = UserFactory(person=other.person, organization=other.party.organization, language="en")
    before = seen_by(client, late, wave)
    let_answer(wave, *[4] * 5)
    after = seen_by(client, late, wave)
    assert after[0] == before[0]
    assert after[2:] == before[2:]
    words = soup_of(client.get(wave.get_absolute_url())).select_one("main").text
    assert "this account had not been yours for thirty days" in words
    assert "Answer now" not in words


def test_the_account_of_the_day_goes_on_offering_the_form(client):
    wave, user = asked_with_account()
    before = seen_by(client, user, wave)
    assert wave.title in before[0]
    assert "/pulse/" in before[-2]
    let_answer(wave, 4)
    assert wave.title not in seen_by(client, user, wave)[0]


def test_taken_away_and_given_back_it_is_the_same_account(client, admin):
    wave, user = asked_with_account()
    person, home = user.person, user.organization
    link(user=user, person=None, organization=home, by=admin)
    assert not PulseWave.objects.waiting_for(User.objects.get(pk=user.pk)).exists()
    link(user=user, person=person, organization=home, by=admin)
    assert "/pulse/" in seen_by(client, user, wave)[-2]


def test_the_database_keeps_the_account_of_the_day():
    name = "pulse_invitation_whose_account_it_was"
    wave, user = asked_with_account()
    rows = PulseInvitation.objects.filter(wave=wave)
    assert rows.get(person=user.person).account == user
    assert_refused(name, lambda: rows.filter(person=user.person).update(account=None))
    stranger = UserFactory()
    assert_refused(name, lambda: rows.filter(person=user.person).update(account=stranger))
    other = rows.exclude(person=user.person).first()
    own = UserFactory(person=other.person)
    assert_refused(name, lambda: rows.filter(pk=other.pk).update(account=own))


def test_before_it_opens_the_database_takes_the_account_of_nobody_else():
    name = "pulse_invitation_whose_account_it_was"
    person, stranger = PersonFactory(), UserFactory()
    assert_refused(name, lambda: PulseInvitationFactory(person=person, account=stranger))
    assert_refused(name, lambda: PulseInvitationFactory(account=stranger))
    assert PulseInvitationFactory(person=stranger.person, account=stranger).pk
