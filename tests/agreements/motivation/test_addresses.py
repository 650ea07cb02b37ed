"""An address counts as mail only where nobody can just have put another one there.

Whoever keeps the register and runs a pulse could else have the links of four people sent to
themselves, and know from the figures what the fifth one said.
"""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from actors.accounts.transitions import link
from actors.models import User
from actors.people.transitions import edit
from agreements.models import PulseResult
from agreements.motivation import transitions
from agreements.motivation.reaching import STOOD, reach_of
from agreements.motivation.states import WaveState
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import ask, let_answer, together
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.charter import coordinator_of
from tests.factories.motivation import PulseWaveFactory

pytestmark = pytest.mark.django_db
SITE = "https://contoh.test"


@pytest.fixture
def admin():
    return UserFactory(admin=True)


@pytest.fixture
def draft():
    collaboration = together()
    return ask(PulseWaveFactory(collaboration=collaboration), coordinator_of(collaboration), each=2)


def people_of(wave):
    return [row.person for row in wave.invitations.order_by("pk").select_related("person")]


def readdressed(person, address, admin):
    return edit(person=person, by=admin, version=person.version, email=address)


def doubts_of(people, **more):
    return reach_of(people, **more).doubts


def later(days):
    return timezone.localdate() + dt.timedelta(days=days)


def reached_by_mail(wave):
    return {row.person for row in wave.invitations.by_mail().select_related("person")}


def test_an_address_that_was_changed_just_before_goes_on_paper(draft, admin):
    watched, *others = people_of(draft)
    readdressed(watched, "pengintai@contoh.test", admin)
    wave = transitions.open_wave(wave=draft, by=admin)
    assert reached_by_mail(wave) == set(others)
    transitions.send_links(wave=wave, by=admin, site=SITE)
    assert "pengintai@contoh.test" not in [message.to[0] for message in mail.outbox]


def test_six_addresses_in_one_hand_keep_a_pulse_of_ten_closed(draft, admin):
    for number, person in enumerate(people_of(draft)[:6]):
        readdressed(person, f"pengintai+{number}@contoh.test", admin)
    with pytest.raises(Refused, match=r"surel|mail"):
        transitions.open_wave(wave=draft, by=admin)
    draft.refresh_from_db()
    assert draft.state == WaveState.DRAFT


def test_of_four_in_one_hand_and_one_real_answer_nothing_is_told(draft, admin):
    for number, person in enumerate(people_of(draft)[:4]):
        readdressed(person, f"pengintai+{number}@contoh.test", admin)
    wave = transitions.open_wave(wave=draft, by=admin)
    let_answer(wave, 1, 1, 1, 1, 5)
    wave = transitions.close_wave(wave=wave, by=admin)
    assert not wave.is_told
    assert {row.suppressed for row in PulseResult.objects.filter(wave=wave)} == {True}


def test_what_has_stood_for_thirty_days_is_mail_again(draft, admin):
    watched, *_others = people_of(draft)
    watched = readdressed(watched, "baru@contoh.test", admin)
    days = STOOD.days
    assert doubts_of([watched], by=admin, today=later(days)) == {watched.pk: "changed"}
    assert doubts_of([watched], by=admin, today=later(days + 1)) == {}


def test_changed_and_changed_back_is_what_it_was(draft, admin):
    watched, *_others = people_of(draft)
    own = watched.email
    watched = readdressed(watched, "salah@contoh.test", admin)
    watched = readdressed(watched, own.upper(), admin)
    assert doubts_of([watched], by=admin, today=later(0)) == {}


def test_who_had_none_is_not_reached_by_one_that_just_came(admin):
    watched = readdressed(PersonFactory(), "baru@contoh.test", admin)
    assert doubts_of([watched], by=admin, today=later(0)) == {watched.pk: "changed"}


def test_an_account_that_just_got_the_name_is_no_address_of_theirs(admin):
    user = UserFactory()
    person, home = user.person, user.organization
    reach = reach_of([person], by=admin, today=later(0))
    assert (reach.doubts, reach.account_of(person)) == ({}, user)
    link(user=user, person=None, organization=home, by=admin)
    spare = UserFactory(person=None, organization=home)
    link(user=spare, person=person, organization=home, by=admin)
    watched = User.objects.get(pk=spare.pk).person
    # Also of somebody who is new on the register it is not the first one.
    for days in (0, STOOD.days):
        reach = reach_of([watched], by=admin, today=later(days))
        assert reach.doubts == {watched.pk: "changed"}
        assert reach.account_of(watched) is None
    assert reach_of([watched], by=admin, today=later(STOOD.days + 1)).account_of(watched) == spare


def test_the_address_of_the_account_stands_for_that_of_the_register(admin):
    """Both were theirs: which of the two is used may change."""
    user = UserFactory()
    person = readdressed(user.person, user.email, admin)
    assert doubts_of([person], by=admin, today=later(0)) == {}


def test_one_address_for_two_and_that_of_the_runner_are_no_mail(admin):
    one, other = (PersonFactory(email=email) for email in ("dinas@x.test", "Dinas@X.test"))
    mine = PersonFactory(email=admin.email)
    found = doubts_of([one, other, mine, admin.person], by=admin, today=later(0))
    shared = dict.fromkeys((one.pk, other.pk, admin.person_id), "shared")
    assert found == {**shared, mine.pk: "runners"}
