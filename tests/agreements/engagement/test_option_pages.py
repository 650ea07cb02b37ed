"""An option is the word of the party that proposed it."""

import pytest
from django.urls import reverse

from agreements.models import Option
from tests.agreements.engagement.deciding import Scene
from tests.factories.deliberation import OptionFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


def address(option, verb):
    return reverse(f"agreements:option-{verb}", args=[option.pk])


@pytest.mark.parametrize("verb", ["edit", "remove"])
def test_only_its_party_and_the_coordinator_change_it(client, scene, sign_in, verb):
    option = OptionFactory(agenda_item=scene.item, proposed_by=scene.works)
    decision = scene.deliberated()
    answers, offers = [], []
    for user in (scene.works_speaker, scene.health_speaker, scene.coordinator):
        sign_in(user)
        answers.append(client.get(address(option, verb)).status_code)
        for shown in (decision, scene.first):
            page = soup_of(client.get(shown.get_absolute_url()))
            offers.append(bool(page.select(f"a[href='{address(option, verb)}']")))
    assert answers == [200, 403, 200]
    assert offers == [True, True, False, False, True, True]


def test_without_a_party_it_is_the_coordinators(client, scene, sign_in):
    option = OptionFactory(agenda_item=scene.item, proposed_by=None)
    sign_in(scene.health_speaker)
    assert client.post(address(option, "remove")).status_code == 403
    sign_in(scene.coordinator)
    assert client.post(address(option, "remove")).status_code == 302
    assert not Option.objects.exists()


def test_whoever_adds_one_proposes_it_for_their_party(client, scene, sign_in):
    sign_in(scene.health_speaker)
    page = soup_of(client.get(reverse("agreements:option-create", args=[scene.item.pk])))
    chosen = page.select_one("[name=proposed_by] option[selected]")
    assert chosen["value"] == str(scene.health.pk)
