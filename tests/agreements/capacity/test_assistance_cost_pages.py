"""What help costs, on the page of a request: entered, agreed on, opened again."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from actors.models import User
from tests.agreements.capacity.assistance_scene import Help
from tests.factories.assistance import AssistanceCostFactory, AssistanceResponseFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def scene():
    return Help()


def url(name, record):
    return reverse(f"agreements:assistance-{name}", args=[record.pk])


@pytest.fixture
def english(scene):
    """Everybody reads English."""
    User.objects.update(language="en")
    for user in vars(scene).values():
        if isinstance(user, User):
            user.language = "en"
    with translation.override("en"):
        yield


def test_costs_are_entered_and_agreed_on_from_the_page(client, scene, sign_in, english):
    asked = scene.answered(scene.submitted())
    sign_in(scene.health_speaker)
    said = {"item": "Uang harian", "amount": "3,000,000", "requester_share": "2,000,000"}
    there = url("cost-create", asked)
    wrong = client.post(there, {**said, "giver_share": "5"})
    assert "giver_share" in wrong.context["form"].errors
    lined = {**said, "giver_share": "1,000,000", "budget_line": "5.1.02"}
    assert "budget_line" in client.post(there, lined).context["form"].errors
    client.post(there, {**lined, "line_of": "giver"})
    cost = asked.costs.get()
    assert cost.line_owner == scene.works.organization
    form = soup_of(client.get(url("cost-edit", cost)))
    assert form.select_one("[name=line_of] [selected]")["value"] == "giver"
    page = soup_of(client.get(asked.get_absolute_url()))
    assert (
        page.select_one("#cost-totals")
        .get_text(" ", strip=True)
        .startswith("Total 3,000,000 2,000,000")
    )
    hint = page.select_one("#next-title").parent.select_one("a[href='#costs']")
    assert hint.get_text() == "Your side has yet to agree to 1 cost"
    seen = soup_of(client.get(url("cost-agree", cost))).select_one("[name=seen]")["value"]
    client.post(url("cost-agree", cost), {"seen": seen})
    page = soup_of(client.get(asked.get_absolute_url()))
    assert not page.select("#next-title ~ p a[href='#costs']")
    cost.refresh_from_db()
    assert cost.requester_agreed_by == scene.health_speaker
    sign_in(scene.works_speaker)
    other = {**said, "giver_share": "1,000,000", "item": "Uang makan", "version": cost.version}
    client.post(url("cost-edit", cost), other)
    cost.refresh_from_db()
    assert (cost.item, cost.requester_agreed_on) == ("Uang makan", None)
    client.post(url("cost-remove", cost))
    assert not asked.costs.exists()


def test_an_agreed_cost_is_opened_again_by_both_from_the_page(client, scene, sign_in, english):
    asked = scene.answered(scene.submitted())
    said = {f"{side}_agreed_on": TODAY for side in ("requester", "giver")}
    cost = AssistanceCostFactory(
        request=asked,
        requester_agreed_by=scene.health_speaker,
        giver_agreed_by=scene.works_speaker,
        **said,
    )

    def ways():
        page = soup_of(client.get(asked.get_absolute_url()))
        links = page.select("#costs tbody a, #costs tbody form")
        return {(link.get("href") or link["action"]).split("/")[-2] for link in links}

    def post(verb):
        there = url(f"cost-{verb}", cost)
        page = client.get(there) if verb == "open" else None
        seen = soup_of(page).select_one("[name=seen]")["value"] if page else ""
        return client.post(there, {"seen": seen}, follow=True)

    sign_in(scene.works_speaker)
    assert ways() == {"open"}
    assert "as agreed until the other side" in client.get(url("cost-open", cost)).text
    post("open")
    assert ways() == {"keep"}
    post("keep")
    post("open")
    sign_in(scene.health_speaker)
    assert ways() == {"open", "keep"}
    assert "Dinas PU asks to open it again" in client.get(asked.get_absolute_url()).text
    assert "The other side asks" in client.get(url("cost-open", cost)).text
    post("open")
    assert ways() == {"agree", "edit", "remove"}
    assert "Nobody asks" in post("keep").text


def test_the_page_costs_the_same_with_many_costs(scene, sign_in, assert_flat_queries):
    asked = AssistanceResponseFactory(request=scene.submitted()).request
    AssistanceCostFactory(request=asked)
    sign_in(scene.health_speaker)

    def grow():
        for _each in range(4):
            AssistanceCostFactory(request=asked)

    assert_flat_queries(asked.get_absolute_url(), grow=grow, ceiling=30)
