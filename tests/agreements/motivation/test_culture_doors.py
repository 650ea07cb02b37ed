"""Who passes which door of an assessment: the matrix walks those of a collaboration's pulse."""

import pytest
from django.urls import reverse

from tests.agreements.motivation.scene import open_culture
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory, coordinator_of
from tests.factories.motivation import PulseWaveFactory

pytestmark = pytest.mark.django_db
PEOPLE = ("outsider", "staff", "coordinator", "admin", "auditor")
# What each of them is answered, in this order; 302 leads on.
LEADS_ON, OFFERS = (404, 403, 404, 302, 403), (404, 403, 404, 200, 403)
OF_A_DRAFT = {
    "pulse-detail": (404, 200, 404, 200, 200),
    "pulse-edit": OFFERS,
    "pulse-invited": OFFERS,
    "pulse-links": LEADS_ON,
    "pulse-discuss": (404, 403, 404, 403, 403),
    "pulse-answer-own": (404, 403, 404, 403, 403),
}
WHEN_OPEN = OF_A_DRAFT | {
    "pulse-edit": LEADS_ON,
    "pulse-invited": LEADS_ON,
    "pulse-links": OFFERS,
}
STEPS_OF_IT = dict(zip(PEOPLE, LEADS_ON, strict=True))
VERBS = ("open", "send", "remind", "close", "discard", "publish", "drop")


def who(name, organization):
    """The coordinator runs a collaboration in which the organization takes part, from outside."""
    if name == "coordinator":
        return coordinator_of(PartyFactory(organization=organization).collaboration)
    if name == "staff":
        return UserFactory(organization=organization)
    return UserFactory(admin=name == "admin", auditor=name == "auditor")


def opened():
    wave, _admin = open_culture()
    return wave


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize(
    ("make", "answers"),
    [(lambda: PulseWaveFactory(of_organization=True), OF_A_DRAFT), (opened, WHEN_OPEN)],
    ids=["draft", "open"],
)
def test_each_door_answers_each_of_them_as_it_should(make, answers, name, client, sign_in):
    wave = make()
    sign_in(who(name, wave.organization))
    place = PEOPLE.index(name)
    found = {
        door: client.get(reverse(f"agreements:{door}", args=[wave.pk])).status_code
        for door in answers
    }
    assert found == {door: row[place] for door, row in answers.items()}


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("verb", VERBS)
def test_nobody_but_an_admin_moves_it(verb, name, client, sign_in):
    wave = opened()
    sign_in(who(name, wave.organization))
    told = client.post(reverse("agreements:pulse-move", args=[wave.pk, verb]), {"reason": "Lekas."})
    assert told.status_code == STEPS_OF_IT[name]


def test_without_an_account_every_door_leads_to_signing_in(client):
    wave = opened()
    for door in WHEN_OPEN:
        told = client.get(reverse(f"agreements:{door}", args=[wave.pk]))
        assert told.status_code == 302
        assert told.url.startswith(reverse("accounts:login"))
