"""By when help is needed: a day that can come, and of an emergency one that is near."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from agreements.capacity.assistance_kinds import EMERGENCY_WITHIN
from agreements.capacity.transitions import assistance
from agreements.models import AssistanceRequest
from tests.agreements.capacity.assistance_scene import Help, moves
from tests.constraints import assert_refused
from tests.factories.assistance import AssistanceRequestFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
WHY = "Banjir di tiga desa."


def days(number):
    return TODAY + dt.timedelta(days=number)


FAR = days(EMERGENCY_WITHIN + 1)


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Help()


def url(name, record):
    return reverse(f"agreements:assistance-{name}", args=[record.pk])


def asking(scene, **fields):
    return {
        "to_party": scene.works.pk,
        "from_party": scene.health.pk,
        "subject": "Perahu karet",
        "kind": "equipment",
        "what": "Dua perahu.",
        "needed_by": days(20).isoformat(),
        "rests_on": [scene.ground.pk],
        **fields,
    }


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"needed_by": days(-1)}, "has passed: name another day"),
        ({"needed_by": FAR, "is_emergency": True, "emergency_reason": WHY}, "within 30 days"),
    ],
)
def test_a_day_that_cannot_be_is_refused_when_it_is_written(scene, wrong, words):
    with pytest.raises(ValidationError, match=words):
        scene.drafted(**wrong)
    asked = scene.drafted(needed_by=FAR)
    said = {name: getattr(asked, name) for name in ("subject", "kind", "what", "grounds_note")}
    said |= {"is_emergency": False, "emergency_reason": "", "liability_document": None} | wrong
    facts = {"to_party": scene.works, "grounds": [scene.ground], "by": scene.health_speaker}
    with pytest.raises(ValidationError, match=words):
        assistance.edit_assistance(
            request=asked, version=asked.version, **{"needed_by": FAR, **said, **facts}
        )


def test_it_is_said_at_the_day(client, scene, sign_in):
    sign_in(scene.health_speaker)
    there = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    for wrong in (
        {"needed_by": days(-1).isoformat()},
        {"needed_by": FAR.isoformat(), "is_emergency": "on", "emergency_reason": WHY},
    ):
        page = client.post(there, asking(scene, **wrong))
        assert "needed_by" in page.context["form"].errors
    assert not AssistanceRequest.objects.exists()


def test_a_day_that_passed_since_is_not_asked_for_again(client, scene, sign_in):
    refused = scene.refused(scene.submitted(needed_by=days(40)))
    sign_in(scene.health_speaker)

    def day(query=""):
        form = soup_of(client.get(url("again", refused) + query))
        return form.select_one("[name=needed_by]").get("value")

    assert (day(), bool(day("?ordinary=1"))) == (None, True)
    scene.missed(refused)
    assert day("?ordinary=1") is None


def test_what_becomes_an_emergency_is_needed_soon(client, scene, sign_in):
    by, asked = scene.health_speaker, scene.submitted(needed_by=days(90))
    for wrong, words in (({}, "within 30 days"), ({"needed_by": days(-1)}, "has passed")):
        with pytest.raises(ValidationError, match=words):
            assistance.declare_emergency(request=asked, by=by, reason=WHY, **wrong)
    sign_in(by)
    page = client.post(url("emergency", asked), {"reason": WHY, "needed_by": ""})
    assert "needed_by" in page.context["form"].errors
    client.post(url("emergency", asked), {"reason": WHY, "needed_by": TODAY.isoformat()})
    asked.refresh_from_db()
    assert (asked.is_emergency, asked.needed_by, asked.answer_due_on) == (True, TODAY, TODAY)
    assert asked.emergency_reason == WHY
    event, *_states, note = moves(asked)[-1]
    assert event == "emergency"
    assert note.startswith(f"{WHY}\n")
    assert " → " in note


def test_the_database_knows_no_emergency_far_away():
    name, far = "assistance_emergency_is_near", days(EMERGENCY_WITHIN + 3)
    assert_refused(name, lambda: AssistanceRequestFactory(emergency=True, needed_by=far))
    asked = AssistanceRequestFactory(needed_by=far)
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    flag = {"is_emergency": True, "emergency_reason": WHY}
    assert_refused(name, lambda: rows.update(**flag))
    rows.update(**flag, needed_by=days(2))
    assert_refused(name, lambda: rows.update(needed_by=far))
    AssistanceRequestFactory(emergency=True, draft=True, needed_by=far)
