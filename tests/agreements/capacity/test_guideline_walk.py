"""Each of the four kinds of guideline, from its first draft to its end, by the pages alone."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.capacity.arrangement_kinds import GuidelineKind, GuidelineState
from agreements.models import Guideline
from tests.factories.arrangements import GuidelineFactory
from tests.factories.documents import DocumentFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
WORDS = {
    GuidelineKind.JUKLAK: ("Petunjuk pelaksanaan (juklak)", "Implementation guideline (juklak)"),
    GuidelineKind.JUKNIS: ("Petunjuk teknis (juknis)", "Technical guideline (juknis)"),
    GuidelineKind.SOP: ("Prosedur operasional standar (SOP)", "Standard operating procedure (SOP)"),
    GuidelineKind.NSPK: (
        "Norma, standar, prosedur, dan kriteria (NSPK)",
        "Norms, standards, procedures and criteria (NSPK)",
    ),
}


def at(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def told(days=0):
    day = timezone.localdate() + dt.timedelta(days=days)
    return f"{day.day}/{day.month}/{day.year}"


def titles(client, **query):
    rows = soup_of(client.get("/guidelines/", query)).select("a.row-title")
    return {link.text.strip() for link in rows}


def begun(client, scene, kind):
    """Handed in by the people of the party that issues it; another party is to review it."""
    said = {"title": "Pedoman rujukan", "kind": kind, "owner": scene.giver.organization_id}
    said |= {"reviewer": scene.receiver.organization_id, "due_on": told(30)}
    client.post(at("guideline-create", scene.collaboration), said)
    return Guideline.objects.get()


def test_the_four_kinds_of_the_issue_are_all_there_are():
    assert list(WORDS) == list(GuidelineKind)


@pytest.mark.parametrize("kind", GuidelineKind.values)
def test_it_goes_from_draft_to_review_to_issued_to_revoked(client, sign_in, scene, kind):
    sign_in(scene.worker)
    row = begun(client, scene, kind)
    assert titles(client, kind=kind, in_the_making=1) == {"Pedoman rujukan"}
    assert not any(titles(client, kind=other) for other in GuidelineKind.values if other != kind)
    paper = {"document": DocumentFactory(collaboration=scene.collaboration).pk}
    client.post(at("guideline-review", row), paper)

    sign_in(scene.receiver)
    client.post(at("guideline-send-back", row), {"reason": "Bab dua belum jelas."})
    sign_in(scene.worker)
    assert "Bab dua belum jelas." in soup_of(client.get(row.get_absolute_url())).main.text
    client.post(at("guideline-review", row), paper)
    issuing = f"a[href='{at('guideline-issue', row)}']"
    assert not soup_of(client.get(row.get_absolute_url())).select(issuing)

    sign_in(scene.receiver)
    page = soup_of(client.get(row.get_absolute_url())).main
    form = page.select_one(f"form[action='{at('guideline-approve', row)}']")
    client.post(form["action"], {"seen": form.select_one("[name=seen]")["value"]})

    sign_in(scene.giver)
    assert soup_of(client.get(row.get_absolute_url())).select(issuing)
    issued = {"number": "7/2026", "issued_on": told(), **paper}
    client.post(at("guideline-issue", row), issued)
    page = soup_of(client.get(row.get_absolute_url())).main
    assert WORDS[kind][0] in page.text
    assert "7/2026" in page.text
    assert page.select(f"a[href='/documents/{paper['document']}/']")
    assert titles(client, kind=kind, state="issued") == {"Pedoman rujukan"}

    client.post(at("guideline-revoke", row), {"reason": "Diganti.", "revoked_on": told()})
    row.refresh_from_db()
    assert row.state == GuidelineState.REVOKED
    moves = list(row.changes.order_by("pk").values_list("to_state", flat=True))
    first = ["drafting", "review", "drafting", "review"]
    assert moves == [*first, "review", "issued", "revoked"]


@pytest.mark.parametrize("kind", GuidelineKind)
def test_it_is_called_by_its_name_in_both_languages(client, sign_in, scene, kind):
    row = GuidelineFactory(collaboration=scene.collaboration, kind=kind)
    for language, words in zip(("id", "en"), WORDS[kind], strict=True):
        scene.third.language = language
        scene.third.save()
        sign_in(scene.third)
        assert words in soup_of(client.get(row.get_absolute_url())).main.text


def test_each_organization_has_its_own_state_of_the_same_kind(client, sign_in, scene):
    for user, state in ((scene.giver, {}), (scene.receiver, {"in_review": True})):
        GuidelineFactory(
            collaboration=scene.collaboration,
            kind=GuidelineKind.JUKLAK,
            title=f"Juklak {user.organization.label}",
            owner=user.organization,
            **state,
        )
    sign_in(scene.third)
    asked = {"kind": "juklak", "collaboration": scene.collaboration.pk}
    assert titles(client, **asked, state="drafting") == {f"Juklak {scene.giver.organization.label}"}
    assert titles(client, **asked, state="review") == {
        f"Juklak {scene.receiver.organization.label}"
    }
