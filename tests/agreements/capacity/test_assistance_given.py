"""Who says that help was given, who says that it was not, and what is owed meanwhile."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from agreements.capacity.assistance_kinds import AssistanceState, Usefulness
from agreements.capacity.transitions import assistance, assistance_ends, assistance_openings
from agreements.charter.clock import today_in
from agreements.models import AssistanceRequest
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.capacity.assistance_scene import Help, moves
from tests.factories.actors import UserFactory
from tests.factories.assistance import AssistanceCostFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
S = AssistanceState


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Help()


@pytest.fixture
def owed(scene):
    """A promise of which both sides agreed on the cost."""
    said = {f"{side}_agreed_on": TODAY for side in ("requester", "giver")}
    return AssistanceCostFactory(
        request=scene.answered(scene.submitted()),
        requester_agreed_by=scene.health_speaker,
        giver_agreed_by=scene.works_speaker,
        **said,
    )


def withdraw(scene, asked):
    return assistance.withdraw_assistance(
        request=asked, by=scene.health_speaker, reason="Sudah ada."
    )


def unfulfilled(scene, asked):
    return assistance_ends.mark_unfulfilled(
        request=scene.missed(asked), by=scene.health_speaker, result="Tidak datang."
    )


def given(scene, asked, **said):
    facts = {"by": scene.works_speaker, "giver_says": "Dua orang datang.", **said}
    return assistance_ends.say_given(request=asked, **facts)


def test_with_agreed_costs_it_is_not_withdrawn_before_both_open_them(scene, owed):
    with pytest.raises(Refused, match="Both sides agreed on costs"):
        withdraw(scene, owed.request)
    cost = assistance_openings.open_cost(cost=owed, by=scene.health_speaker)
    with pytest.raises(Refused, match="Both sides agreed on costs"):
        withdraw(scene, owed.request)
    assistance_openings.open_cost(cost=cost, by=scene.works_speaker)
    assert withdraw(scene, owed.request).state == S.WITHDRAWN


def test_from_the_day_of_need_on_it_is_judged_and_not_withdrawn(scene):
    asked = scene.answered(scene.submitted())
    AssistanceRequest.objects.update(needed_by=today_in(asked.collaboration))
    asked.refresh_from_db()
    with pytest.raises(Refused, match="say whether the help was given"):
        withdraw(scene, asked)
    AssistanceRequest.objects.update(needed_by=TODAY + dt.timedelta(days=2))
    assert withdraw(scene, asked).state == S.WITHDRAWN


def test_what_waits_for_its_answer_is_withdrawn_at_any_time(scene):
    assert withdraw(scene, scene.missed(scene.submitted())).state == S.WITHDRAWN


def test_once_the_giver_says_that_it_gave_it_is_not_withdrawn(scene):
    asked = given(scene, scene.answered(scene.submitted()))
    assert (asked.state, asked.giver_says) == (S.DELIVERING, "Dua orang datang.")
    assert [line[0] for line in moves(asked)[-2:]] == ["moved", "given"]
    assert AssistanceRequest.objects.waiting_for(scene.health_speaker).get() == asked
    with pytest.raises(IllegalMove):
        withdraw(scene, asked)


def test_the_word_of_the_requester_stays_beside_that_of_the_giver(scene, owed):
    asked = unfulfilled(scene, owed.request)
    owed.refresh_from_db()
    assert owed.is_dropped
    with pytest.raises(IllegalMove):
        assistance_ends.begin_help(request=asked, by=scene.works_speaker)
    asked = given(scene, asked, given_on=TODAY - dt.timedelta(days=1))
    owed.refresh_from_db()
    assert (asked.state, asked.result) == (S.UNFULFILLED, "Tidak datang.")
    assert (asked.is_disputed, owed.is_dropped, owed.is_agreed) == (True, False, True)
    assert moves(asked)[-1][0] == "given"
    assert moves(asked)[-1][-1].endswith(": Dua orang datang.")
    asked = assistance_ends.complete_assistance(
        request=asked, by=scene.health_speaker, result="Datang.", usefulness=Usefulness.FULLY
    )
    assert (asked.state, asked.result) == (S.COMPLETED, "Datang.")
    assert asked.giver_says == "Dua orang datang."


def test_what_the_giver_said_before_keeps_its_costs(scene, owed):
    asked = unfulfilled(scene, given(scene, owed.request))
    owed.refresh_from_db()
    assert (asked.state, owed.is_dropped) == (S.UNFULFILLED, False)


def test_giving_is_said_with_words_of_a_day_between_asking_and_now(scene):
    asked = scene.answered(scene.submitted())
    for wrong, words in (
        ({"giver_says": " "}, "."),
        ({"given_on": TODAY + dt.timedelta(days=3)}, "still to come"),
        ({"given_on": TODAY - dt.timedelta(days=3)}, "not asked for yet"),
    ):
        with pytest.raises(ValidationError, match=words):
            given(scene, asked, **wrong)
    for state in (scene.submitted(subject="Lain"), scene.refused(scene.submitted(subject="Tiga"))):
        with pytest.raises(Refused, match="Only help that was promised"):
            given(scene, state)


def test_only_the_giver_says_so_and_the_page_shows_both_words(client, scene, owed, sign_in):
    asked = unfulfilled(scene, owed.request)
    there = reverse("agreements:assistance-given", args=[asked.pk])
    member = UserFactory(organization=scene.works.organization, language="en")
    for user, status in (
        (scene.health_speaker, 403),
        (scene.coordinator, 403),
        (member, 200),
    ):
        sign_in(user)
        assert client.get(there).status_code == status
    assert "giver_says" in client.post(there, {"giver_says": ""}).context["form"].errors
    day = today_in(scene.collaboration)
    client.post(there, {"giver_says": "Dua orang.", "given_on": f"{day:%d/%m/%Y}"})
    page = soup_of(client.get(asked.get_absolute_url()))
    facts = page.select_one("#facts-title").parent.get_text()
    assert "Dua orang." in facts
    assert "Tidak datang." in facts
    assert "Disputed" in page.select_one("#costs").get_text()
    assert "Dinas PU says that it gave" in page.select_one("#next-title").parent.get_text()
