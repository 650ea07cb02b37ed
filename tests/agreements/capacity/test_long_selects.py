"""Selects over rows that grow without end: the newest, what is chosen, the rest on request."""

import pytest
from django.urls import reverse

from agreements.capacity.forms.newest import NEWEST
from agreements.models import Pledge
from tests.agreements.capacity.assistance_scene import REASON, Help
from tests.agreements.capacity.scenes import ahead
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import MeetingFactory
from tests.factories.pledges import ResourceNeedFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meetings(scene, client, sign_in):
    sign_in(scene.giver)
    here = {"collaboration": scene.collaboration}
    return [MeetingFactory(**here, held_on=ahead(-day)) for day in range(1, NEWEST + 4)]


def url(scene):
    return reverse("agreements:pledge-create", args=[scene.collaboration.pk])


def offered(response, name="meeting"):
    options = soup_of(response).select(f"[name={name}] option")
    return [option["value"] for option in options if option["value"]]


def test_the_newest_are_offered_and_no_more(client, scene, meetings):
    newest = [str(meeting.pk) for meeting in meetings[:NEWEST]]
    assert offered(client.get(url(scene))) == newest


def test_what_the_address_names_is_offered_however_old(client, scene, meetings):
    oldest = str(meetings[-1].pk)
    page = client.get(url(scene), {"meeting": oldest})
    assert len(offered(page)) == NEWEST + 1
    assert soup_of(page).select_one("[name=meeting] option[selected]")["value"] == oldest
    for nonsense in ("0", "x", str(MeetingFactory().pk)):
        assert len(offered(client.get(url(scene), {"meeting": nonsense}))) == NEWEST


def test_an_old_one_is_chosen_all_the_same_and_stays_after_a_mistake(client, scene, meetings):
    oldest = meetings[-1]
    told = {"what": "Dana", "kind": "fund", "quantity": "100", "made_on": "1/11/2026"}
    told |= {"giver": scene.giver.organization_id, "meeting": oldest.pk}
    again = client.post(url(scene), told)  # without the day on which it is due
    assert soup_of(again).select_one("[name=meeting] option[selected]")["value"] == str(oldest.pk)
    day = ahead(30)
    client.post(url(scene), told | {"due_on": f"{day.day}/{day.month}/{day.year}"})
    assert Pledge.objects.get().meeting == oldest


def test_older_ones_are_listed_on_request_only_where_there_are_any(client, scene, meetings):
    page = soup_of(client.get(url(scene), {"meeting": meetings[0].pk}))
    link = page.select_one("main a[href*='older=1']")
    assert f"meeting={meetings[0].pk}" in link["href"]
    every = client.get(url(scene) + link["href"])
    assert len(offered(every)) == len(meetings)
    assert not soup_of(every).select("main a[href*='older=1']")
    for meeting in meetings[NEWEST:]:
        meeting.delete()
    assert not soup_of(client.get(url(scene))).select("main a[href*='older=1']")


def test_documents_and_the_rest_are_offered_alike(client, sign_in, scene):
    pledge = scene.accepted()
    papers = DocumentFactory.create_batch(NEWEST + 1, collaboration=scene.collaboration)
    sign_in(scene.giver)
    page = client.get(reverse("agreements:delivery-create", args=[pledge.pk]))
    assert offered(page, "evidence") == [str(paper.pk) for paper in reversed(papers[1:])]


@pytest.mark.parametrize(
    ("name", "field"), [("create", "liability_document"), ("answer", "letter")]
)
def test_letters_and_papers_of_assistance_are_offered_alike(client, sign_in, name, field):
    help_scene = Help()
    asked = help_scene.submitted()
    there, by = {
        "create": (help_scene.collaboration, help_scene.health_speaker),
        "answer": (asked, help_scene.works_speaker),
    }[name]
    facts = {"collaboration": help_scene.collaboration, "added_by": by}
    papers = DocumentFactory.create_batch(NEWEST + 1, **facts)
    sign_in(by)
    address = reverse(f"agreements:assistance-{name}", args=[there.pk])
    page = client.get(address)
    assert offered(page, field) == [str(paper.pk) for paper in reversed(papers[1:])]
    link = soup_of(page).select_one("main a[href*='older=1']")
    assert len(offered(client.get(address + link["href"]), field)) == len(papers)


def test_an_old_letter_refuses_all_the_same(client, sign_in):
    help_scene = Help()
    asked, letter = help_scene.submitted(), help_scene.letter()
    DocumentFactory.create_batch(NEWEST, collaboration=help_scene.collaboration)
    sign_in(help_scene.works_speaker)
    said = {"outcome": "refuse", "refusal_ground": help_scene.refusal.pk, "reason": REASON}
    client.post(
        reverse("agreements:assistance-answer", args=[asked.pk]), said | {"letter": letter.pk}
    )
    asked.refresh_from_db()
    assert asked.answer.letter == letter


def test_needs_are_offered_alike(client, sign_in, scene):
    needs = ResourceNeedFactory.create_batch(NEWEST + 1, collaboration=scene.collaboration)
    sign_in(scene.giver)
    oldest = str(needs[0].pk)
    newest = [str(need.pk) for need in reversed(needs[1:])]
    assert offered(client.get(url(scene)), "need") == newest
    assert offered(client.get(url(scene), {"need": oldest}), "need") == [oldest, *newest]
