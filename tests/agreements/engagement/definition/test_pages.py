"""The part of a collaboration about its problem, the versions, the positions and the terms."""

import pytest
from django.urls import reverse

from agreements.charter.stances import Stance
from agreements.charter.states import VersionState
from agreements.engagement.transitions import definition as verbs
from agreements.engagement.transitions import terms
from agreements.models import ProblemDefinition, SharedTerm
from tests.agreements.engagement.definition.scenes import TEXTS
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import member_of
from tests.factories.definition import ProblemDefinitionFactory, SharedTermFactory

ATS = {"term": "ATS", "definition": "Anak tidak sekolah.", "synonyms": "anak putus sekolah"}


def url(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


@pytest.fixture
def part(scene):
    return url("collaboration-definition", scene.collaboration)


@pytest.fixture
def coordinator(scene, sign_in):
    return sign_in(scene.coordinator)


def test_without_a_definition_the_part_says_why_there_should_be_one(client, part, coordinator):
    page = client.get(part)
    assert page.context["agreed"] is None
    assert page.context["may_draft"]


def test_what_was_agreed_comes_first_and_the_new_version_says_what_it_changes(
    client, scene, part, coordinator
):
    first = scene.settled()
    scene.asked_about(text=TEXTS["text"].replace("pendek", "kurus"))
    page = client.get(part)
    text = page.content.decode()
    assert page.context["agreed"] == first
    assert text.index('id="agreed"') < text.index('id="opened"') < text.index('id="terms"')
    assert "<del>pendek</del><ins>kurus</ins>" in text
    assert text.count('id="positions"') == 1
    assert not page.context["may_draft"]


def test_earlier_versions_stay_to_be_read(client, scene, part, coordinator):
    first = scene.settled()
    scene.settled(text="Lain sama sekali.")
    page = client.get(part)
    assert page.context["older"] == [first]
    assert first.get_absolute_url() in page.content.decode()
    detail = client.get(first.get_absolute_url())
    assert TEXTS["text"] in detail.content.decode()
    assert len(detail.context["versions"]) == 2


@pytest.mark.parametrize("who", ["member", "auditor", "admin", "representative"])
def test_everybody_inside_reads_and_is_offered_no_change(client, scene, part, sign_in, who):
    definition = scene.drafted()
    people = {
        "member": lambda: member_of(scene.collaboration),
        "auditor": lambda: UserFactory(role="auditor"),
        "admin": lambda: UserFactory(role="admin"),
        "representative": lambda: scene.health_speaker,
    }
    sign_in(people[who]())
    for address in (part, definition.get_absolute_url()):
        page = client.get(address)
        assert page.status_code == 200
        assert url("definition-edit", definition) not in page.content.decode()
    assert client.get(url("definition-edit", definition)).status_code == 403


def test_outsiders_find_nothing(client, scene, part, sign_in):
    definition = scene.asked_about()
    sign_in(OrganizationFactory())
    assert client.get(part).status_code == 404
    for name in ("definition-detail", "definition-edit", "definition-position"):
        assert client.get(url(name, definition)).status_code == 404
    assert client.get(url("term-list", scene.collaboration)).status_code == 404


def test_a_definition_goes_from_the_form_to_the_agreement(client, scene, sign_in):
    sign_in(scene.coordinator)
    made = client.post(url("definition-create", scene.collaboration), TEXTS)
    definition = ProblemDefinition.objects.get()
    assert made.url == definition.get_absolute_url()
    client.post(url("definition-edit", definition), {**TEXTS, "text": "Lain.", "version": 1})
    client.post(reverse("agreements:definition-move", args=[definition.pk, "offer"]))
    position = url("definition-position", definition)
    sign_in(scene.health_speaker)
    page = client.get(definition.get_absolute_url()).content.decode()
    assert f"{position}?party={scene.health.pk}" in page
    assert f"{position}?party={scene.works.pk}" not in page
    client.post(position, {"party": scene.health.pk, "stance": "support"})
    sign_in(scene.coordinator)
    agree = url("definition-agree", definition)
    page = client.post(agree)
    assert "Dinas PU" in page.content.decode()
    client.post(position, {"party": scene.works.pk, "stance": "accept"})
    decision = scene.decision()
    assert client.post(agree, {"decision": decision.pk}).url == definition.get_absolute_url()
    definition.refresh_from_db()
    assert (definition.state, definition.text) == (VersionState.AGREED, "Lain.")
    assert definition.decision == decision
    assert decision.text in client.get(definition.get_absolute_url()).content.decode()
    sign_in(scene.works_speaker)
    consent = definition.consents.get(party=scene.works)
    client.post(url("definition-consent-confirm", consent))
    consent.refresh_from_db()
    assert not consent.is_on_behalf


def test_a_decision_of_another_collaboration_is_not_offered(client, scene, coordinator):
    other = type(scene.decision())
    definition = scene.asked_about()
    strange = other.objects.get()
    strange.meeting.collaboration = ProblemDefinitionFactory().collaboration
    strange.meeting.save()
    page = client.post(url("definition-agree", definition), {"decision": strange.pk})
    assert page.context["form"].errors.keys() == {"decision"}


def test_a_version_is_called_back_with_a_reason(client, scene, coordinator):
    definition = scene.asked_about()
    assert client.post(url("definition-recall", definition), {"reason": ""}).status_code == 200
    client.post(url("definition-recall", definition), {"reason": "Ada yang kurang."})
    definition.refresh_from_db()
    assert definition.state == VersionState.DRAFT


@pytest.mark.parametrize("verb", ["agree", "supersede"])
def test_only_the_offer_is_a_button(client, scene, coordinator, verb):
    address = reverse("agreements:definition-move", args=[scene.drafted().pk, verb])
    assert client.post(address).status_code == 404


def test_two_who_edit_the_same_draft_see_both_texts(client, scene, coordinator):
    definition = scene.drafted()
    verbs.edit_definition(definition=definition, by=scene.coordinator, version=1, text="Dulu")
    said = {**TEXTS, "text": "Nanti", "version": 1}
    page = client.post(url("definition-edit", definition), said).content.decode()
    assert "Dulu" in page
    assert "Nanti" in page


def test_an_objection_to_what_was_agreed_is_told(client, scene, sign_in):
    definition = scene.asked_about()
    scene.says(definition, scene.health, by=scene.coordinator)
    scene.says(definition, scene.works)
    verbs.agree_on_definition(definition=definition, by=scene.coordinator)
    sign_in(scene.health_speaker)
    said = {"party": scene.health.pk, "stance": "object", "reason": "Tidak pernah ditanya."}
    page = client.post(url("definition-position", definition), said, follow=True)
    assert [row.party for row in page.context["objections"]] == [scene.health]


def test_a_member_proposes_and_the_coordinator_agrees(client, scene, sign_in, part):
    sign_in(member_of(scene.collaboration))
    made = client.post(url("term-create", scene.collaboration), ATS)
    assert made.url == f"{part}#terms"
    term = SharedTerm.objects.get()
    assert term.synonyms == ["anak putus sekolah"]
    text = client.get(part).content.decode()
    assert "anak putus sekolah" in text
    assert url("term-agree", term) not in text
    assert client.get(url("term-agree", term)).status_code == 403
    sign_in(scene.coordinator)
    assert url("term-agree", term) in client.get(part).content.decode()
    client.post(url("term-edit", term), {**ATS, "definition": "Lain.", "version": 1})
    client.post(url("term-agree", term))
    term.refresh_from_db()
    assert (term.state, term.definition) == ("agreed", "Lain.")


def test_a_name_that_is_taken_comes_back_at_its_field(client, scene, coordinator):
    client.post(url("term-create", scene.collaboration), ATS)
    said = {"term": "lain", "definition": "x", "synonyms": "a, Anak Putus Sekolah"}
    page = client.post(url("term-create", scene.collaboration), said)
    assert page.context["form"].errors.keys() == {"synonyms"}
    assert "a, Anak Putus Sekolah" in page.content.decode()


def test_another_wording_begins_with_the_words_that_hold(client, scene, coordinator):
    term = SharedTermFactory(collaboration=scene.collaboration, agreed=True, synonyms=["a", "b"])
    page = client.get(url("term-change", term)).content.decode()
    assert term.definition in page
    assert ">\na\nb</textarea>" in page or ">a\nb</textarea>" in page
    said = {"term": term.term, "definition": "Baru.", "synonyms": "a\nb"}
    client.post(url("term-change", term), said)
    assert SharedTerm.objects.get(replaces=term).order == 2


def test_what_is_not_taken_up_leaves_the_part_and_stays_in_the_list(
    client, scene, part, coordinator
):
    term = SharedTermFactory(collaboration=scene.collaboration, term="gizi buruk")
    client.post(url("term-drop", term), {"reason": "Di luar batas."})
    assert "gizi buruk" not in client.get(part).content.decode()
    address = url("term-list", scene.collaboration)
    assert "gizi buruk" not in client.get(address).content.decode()
    assert "gizi buruk" in client.get(address, {"old": 1}).content.decode()


def test_the_terms_are_searched_by_every_name(client, scene, coordinator):
    here = {"collaboration": scene.collaboration}
    SharedTermFactory(term="perkawinan anak", synonyms=["pernikahan dini"], **here)
    SharedTermFactory(term="inflasi pangan", definition="Kenaikan harga.", **here)
    address = url("term-list", scene.collaboration)

    def found(words):
        return [term.term for term in client.get(address, {"q": words}).context["terms"]]

    assert found("dini") == ["perkawinan anak"]
    assert found("harga") == ["inflasi pangan"]
    assert found("dini harga") == []


def test_the_part_costs_the_same_with_many_versions_and_terms(
    scene, part, coordinator, assert_flat_queries
):
    scene.settled()
    scene.settled(text="Kedua.")
    definition = scene.asked_about(text="Ketiga.")
    here = {"collaboration": scene.collaboration}
    SharedTermFactory(agreed=True, decision=scene.decision(), **here)

    def grow():
        for number in range(6):
            party, _speaker = scene.joins(f"Pihak {number}")
            scene.says(definition, party, Stance.ACCEPT, by=scene.coordinator)
            SharedTermFactory(agreed=True, decision=scene.decision(), **here)
            SharedTermFactory(**here)

    assert_flat_queries(part, grow=grow, ceiling=20)


def test_the_page_of_a_version_costs_the_same_with_many_parties(
    scene, coordinator, assert_flat_queries
):
    scene.settled()
    definition = scene.asked_about(text="Kedua.")

    def grow():
        for number in range(6):
            party, _speaker = scene.joins(f"Pihak {number}")
            scene.says(definition, party, Stance.ACCEPT, by=scene.coordinator)

    assert_flat_queries(definition.get_absolute_url(), grow=grow, ceiling=18)


def test_the_list_of_terms_costs_the_same_however_long(scene, coordinator, assert_flat_queries):
    here = {"collaboration": scene.collaboration}
    SharedTermFactory(agreed=True, decision=scene.decision(), **here)
    terms.propose_term(by=scene.coordinator, term="a", definition="b", **here)

    def grow():
        for _number in range(8):
            SharedTermFactory(agreed=True, decision=scene.decision(), **here)

    assert_flat_queries(url("term-list", scene.collaboration), grow=grow, ceiling=14)
