"""An answer, asking again and starting a service, each sent twice: the second ends as the first."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from agreements.models import AssistanceRequest, JointServiceChange
from tests.agreements.capacity.assistance_scene import REASON, Help, pdf
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def help_scene():
    with translation.override("en"):
        yield Help()


def at(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def refusing(scene, **said):
    usual = {"outcome": "refuse", "refusal_ground": scene.refusal.pk, "reason": REASON}
    return {**usual, **said}


@pytest.mark.parametrize("with_file", [True, False])
def test_a_refusal_sent_twice_is_one(client, sign_in, help_scene, with_file):
    asked = help_scene.submitted()
    sign_in(help_scene.works_speaker)
    letter = help_scene.letter(help_scene.works_speaker)
    answers, file = [], pdf().read()
    for _click in range(2):
        paper = (
            {"file": SimpleUploadedFile("surat.pdf", file)} if with_file else {"letter": letter.pk}
        )
        said = refusing(help_scene, seen=str(asked.version), **paper)
        answers.append(client.post(at("assistance-answer", asked), said))
    assert [each.status_code for each in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert asked.changes.filter(to_state="refused").count() == 1


@pytest.mark.parametrize("other", [{"reason": REASON * 2}, {"outcome": "accept"}])
def test_another_answer_after_the_first_is_refused(client, sign_in, help_scene, other):
    asked = help_scene.submitted()
    sign_in(help_scene.works_speaker)
    client.post(at("assistance-answer", asked), refusing(help_scene, file=pdf()))
    answer = client.post(at("assistance-answer", asked), refusing(help_scene, file=pdf(), **other))
    assert answer.status_code == 200
    assert "tidak dapat menjadi" in soup_of(answer).text


def test_another_letter_after_the_first_is_refused(client, sign_in, help_scene):
    asked = help_scene.submitted()
    sign_in(help_scene.works_speaker)
    client.post(at("assistance-answer", asked), refusing(help_scene, file=pdf()))
    letter = help_scene.letter(help_scene.works_speaker)
    said = refusing(help_scene, letter=letter.pk)
    assert client.post(at("assistance-answer", asked), said).status_code == 200


def test_asked_again_twice_is_one_draft(client, sign_in, help_scene):
    refused = help_scene.refused(help_scene.submitted())
    sign_in(help_scene.health_speaker)
    form = soup_of(client.get(at("assistance-again", refused)))
    said = {
        "from_party": help_scene.health.pk,
        "to_party": help_scene.works.pk,
        "subject": refused.subject,
        "kind": refused.kind,
        "what": refused.what,
        "needed_by": form.select_one("[name=needed_by]")["value"],
        "rests_on": [help_scene.ground.pk],
        "is_emergency": "on",
        "emergency_reason": "Banjir di tiga desa.",
    }
    answers = [client.post(at("assistance-again", refused), said) for _click in range(2)]
    again = AssistanceRequest.objects.get(follows=refused)
    assert [each.url for each in answers] == [again.get_absolute_url()] * 2
    other = client.post(at("assistance-again", refused), {**said, "what": "Tiga orang."})
    assert "sudah diajukan lagi" in soup_of(other).text


def test_a_service_started_twice_starts_once(client, sign_in, serving):
    service = serving.plan()
    sign_in(serving.giver)
    for _click in range(2):
        page = client.post(at("service-start", service), follow=True)
        assert "tidak dapat menjadi" not in soup_of(page).text
    lines = JointServiceChange.objects.filter(service=service, to_state="running")
    assert lines.count() == 1
    sign_in(serving.coordinator)
    page = client.post(at("service-start", service), follow=True)
    assert "tidak dapat menjadi" in soup_of(page).text
