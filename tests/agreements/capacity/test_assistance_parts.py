"""What is given in part: an emergency only with a reason, so that no refusal is called a part."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from actors.models import User
from agreements.capacity.assistance_kinds import AssistanceOutcome, AssistanceState
from agreements.capacity.transitions import assistance_answers
from agreements.models import AssistanceRequest, AssistanceResponse
from tests.agreements.capacity.assistance_scene import Help, moves
from tests.constraints import assert_refused
from tests.factories.actors import UserFactory
from tests.factories.assistance import AssistanceRequestFactory, AssistanceResponseFactory
from tests.html import soup_of
from tests.together import beside, wait_for_a_lock

pytestmark = pytest.mark.django_db
S, O = AssistanceState, AssistanceOutcome  # noqa: E741
WHY = "Satu perahu lagi sedang diperbaiki."
PART = {"outcome": "partial", "offered": "Satu perahu."}


@pytest.fixture
def scene():
    """Everybody reads English."""
    with translation.override("en"):
        scene = Help()
        User.objects.update(language="en")
        for user in vars(scene).values():
            if isinstance(user, User):
                user.language = "en"
        yield scene


def url(name, record):
    return reverse(f"agreements:assistance-{name}", args=[record.pk])


def test_of_an_emergency_a_part_is_given_only_with_a_reason(scene):
    asked = scene.emergency()
    for words in ("", "Tidak ada.", f" {'x' * 19} "):
        with pytest.raises(ValidationError, match="20 characters") as refusal:
            scene.answered(asked, O.PARTIAL, offered="Satu perahu.", withheld=words)
        assert "withheld" in refusal.value.message_dict
    asked = scene.answered(asked, O.PARTIAL, offered="Satu perahu.", withheld=f" {WHY} ")
    assert (asked.state, asked.answer.withheld) == (S.PARTLY, WHY)
    assert moves(asked)[-1] == ("moved", "submitted", "partly", f"Satu perahu.\n{WHY}")


def test_what_is_not_given_is_said_of_a_part_only(scene):
    said = {"offered": "Dua orang.", "withheld": "Tidak ada yang kurang."}
    asked = scene.answered(scene.submitted(), O.ACCEPT, **said)
    assert asked.answer.withheld == ""
    refused = scene.refused(scene.submitted(subject="Lain"), withheld="Semuanya, tanpa kecuali.")
    assert refused.answer.withheld == ""


def test_who_corrects_the_answer_to_an_emergency_says_what_is_not_given(scene):
    asked, speaker = scene.lent(ask=scene.emergency)
    part = {"request": asked, "by": speaker, "outcome": O.PARTIAL, "offered": "Satu perahu."}
    with pytest.raises(ValidationError, match="20 characters"):
        assistance_answers.correct_answer(**part)
    assert assistance_answers.correct_answer(**part, withheld=WHY).answer.withheld == WHY


def test_who_asked_in_an_emergency_reads_what_is_not_given_and_why(client, scene, sign_in):
    asked = scene.emergency()
    sign_in(scene.works_speaker)
    form = soup_of(client.get(url("answer", asked)))
    assert "20 characters" in form.select_one("[name=withheld]").parent.get_text()
    nothing = client.post(url("answer", asked), {"outcome": "partial"})
    assert set(nothing.context["form"].errors) == {"offered", "withheld"}
    for words in ("", "   ", "Tidak ada."):
        answer = client.post(url("answer", asked), {**PART, "withheld": words})
        assert list(answer.context["form"].errors) == ["withheld"]
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("submitted", None)
    client.post(url("answer", asked), {**PART, "withheld": WHY})
    sign_in(scene.health_speaker)
    facts = soup_of(client.get(asked.get_absolute_url())).select_one("#answer-title ~ .facts")
    told = facts.find("dt", string="What is not given, and why").find_next("dd")
    assert told.get_text() == WHY
    printed = soup_of(client.get(url("print", asked))).select("article.letter")[1]
    assert WHY in printed.get_text()


def test_where_it_is_no_emergency_a_part_may_be_given_without_a_reason(client, scene, sign_in):
    asked = scene.submitted()
    sign_in(scene.works_speaker)
    client.post(url("answer", asked), {"outcome": "partial", "offered": "Satu orang."})
    asked.refresh_from_db()
    assert (asked.state, asked.answer.withheld) == ("partly", "")


def test_who_corrects_an_answer_finds_what_was_not_given(client, scene, sign_in):
    asked, speaker = scene.lent()
    type(asked.answer).objects.filter(pk=asked.answer.pk).update(
        outcome="partial", offered="Satu orang.", withheld="Orang kedua sakit."
    )
    AssistanceRequest.objects.filter(pk=asked.pk).update(state="partly")
    sign_in(speaker)
    form = soup_of(client.get(url("correct-answer", asked)))
    assert form.select_one("[name=withheld]").get_text().strip() == "Orang kedua sakit."


@pytest.mark.parametrize("words", ["", "Tidak ada.", f"Tidak ada.{' ' * 20}", "\n\t " * 20])
def test_an_emergency_is_not_given_in_part_without_a_reason(words):
    asked = AssistanceRequestFactory(emergency=True)
    name = "assistance_part_of_an_emergency_says_why"
    assert_refused(name, lambda: AssistanceResponseFactory(request=asked, withheld=words))
    answer = AssistanceResponseFactory(request=asked)
    rows = AssistanceResponse.objects.filter(pk=answer.pk)
    assert_refused(name, lambda: rows.update(withheld=words))


def test_what_was_given_in_part_without_a_reason_does_not_become_an_emergency():
    asked = AssistanceResponseFactory(withheld="").request
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    flag = lambda: rows.update(is_emergency=True, emergency_reason="Banjir.")  # noqa: E731
    assert_refused("assistance_part_of_an_emergency_says_why", flag)
    told = AssistanceResponseFactory(withheld="x" * 20).request
    AssistanceRequest.objects.filter(pk=told.pk).update(
        is_emergency=True, emergency_reason="Banjir."
    )


@pytest.mark.django_db(transaction=True)
def test_of_an_emergency_and_a_part_without_a_reason_at_once_the_second_is_stopped():
    asked, giver = AssistanceRequestFactory(), UserFactory()

    def give_a_part():
        AssistanceResponseFactory(request=asked, withheld="", given_by=giver)

    with transaction.atomic():
        rows = AssistanceRequest.objects.filter(pk=asked.pk)
        rows.update(is_emergency=True, emergency_reason="Banjir.")
        thread, raised = beside(give_a_part)
        wait_for_a_lock()
    thread.join()
    assert "assistance_part_of_an_emergency_says_why" in str(raised[0])
