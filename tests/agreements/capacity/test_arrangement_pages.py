"""The pages of rules, guidelines, knowledge and trainings: what each person is offered."""

import pytest
from django.urls import reverse

from agreements.capacity.arrangement_kinds import CoreValue
from agreements.charter.states import CollaborationState
from agreements.engagement.states import DecisionState
from agreements.models import (
    Collaboration,
    Decision,
    GroundRule,
    Guideline,
    KnowledgeAsset,
    KnowledgeUse,
    Training,
)
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import UserFactory
from tests.factories.arrangements import (
    GroundRuleFactory,
    GuidelineFactory,
    KnowledgeAssetFactory,
    KnowledgeUseFactory,
    TrainingFactory,
    TrainingReceiverFactory,
    ruling_in,
)
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def at(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def titles(response):
    return {link.text.strip() for link in soup_of(response).select("a.row-title")}


def offered(response):
    """The last words of the addresses to which buttons and links of the page lead."""
    main = soup_of(response).main
    places = [form["action"] for form in main.select("form[method=post]")]
    places += [link["href"] for link in main.select("a.btn[href]")]
    return {place.rstrip("/").rsplit("/", 1)[-1] for place in places}


def close(collaboration):
    Collaboration.objects.filter(pk=collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=ahead(0)
    )


def in_english(user):
    user.language = "en"
    user.save(update_fields=["language"])
    return user


class TestGroundRules:
    @pytest.fixture
    def url(self, scene):
        return at("collaboration-ground-rules", scene.collaboration)

    def test_the_page_says_which_decision_adopted_each_rule_since_when(
        self, client, sign_in, scene, url
    ):
        rule = GroundRuleFactory(collaboration=scene.collaboration, adopted=True)
        sign_in(in_english(scene.third))
        text = soup_of(client.get(url)).select_one("#adopted").text
        assert rule.text in text
        assert rule.decision.text in text
        assert "since " in text
        Decision.objects.filter(pk=rule.decision_id).update(state=DecisionState.REVOKED)
        assert "Its decision no longer holds" in soup_of(client.get(url)).main.text
        page = soup_of(client.get(rule.get_absolute_url()))
        assert rule.decision.get_absolute_url() in {a["href"] for a in page.main.select("a")}

    def test_an_empty_list_says_how_a_rule_comes_to_hold(self, client, sign_in, scene, url):
        sign_in(in_english(scene.third))
        assert "No rule holds yet" in soup_of(client.get(url)).main.text

    @pytest.mark.parametrize(
        ("who", "verbs"),
        [("third", {"new"}), ("coordinator", {"new", "adopt", "template"})],
    )
    def test_every_party_proposes_and_coordinators_keep_the_list(
        self, client, sign_in, scene, url, who, verbs
    ):
        GroundRuleFactory(collaboration=scene.collaboration)
        sign_in(getattr(scene, who))
        assert offered(client.get(url)) == verbs
        close(scene.collaboration)
        assert offered(client.get(url)) == set()

    def test_from_the_template_to_adopted_by_its_pages(self, client, sign_in, scene, url):
        ruling = ruling_in(scene.collaboration)
        other = DecisionFactory(meeting=MeetingFactory(collaboration=scene.collaboration))
        sign_in(scene.coordinator)
        client.post(at("ground-rule-template", scene.collaboration))
        rules = list(GroundRule.objects.order_by("position"))
        assert [rule.core_value for rule in rules] == list(CoreValue)
        adopt = at("ground-rule-adopt", scene.collaboration)
        told = {"rules": [rule.pk for rule in rules[:2]], "decision": other.pk}
        assert client.post(adopt, told).context["form"].errors.keys() == {"decision"}
        assert client.post(adopt, told | {"decision": ruling.pk}).url == url
        assert GroundRule.objects.adopted().count() == 2
        assert client.post(adopt, {"decision": ruling.pk}).context["form"].errors.keys() == {
            "rules"
        }

    def test_a_rule_is_proposed_changed_and_withdrawn(self, client, sign_in, scene, url):
        sign_in(scene.coordinator)
        create = at("ground-rule-create", scene.collaboration)
        assert client.post(create, {"text": "Datang tepat waktu."}).url == url
        rule = GroundRule.objects.get()
        told = {"text": "Mulai tepat waktu.", "position": "3", "version": "1"}
        client.post(at("ground-rule-edit", rule), told)
        response = client.post(at("ground-rule-edit", rule), told | {"text": "Lain."})
        assert response.context["form"].conflict
        client.post(at("ground-rule-withdraw", rule), {"reason": "Sudah tercakup."})
        rule.refresh_from_db()
        assert (rule.text, rule.position, rule.state) == ("Mulai tepat waktu.", 3, "withdrawn")
        assert offered(client.get(rule.get_absolute_url())) == set()

    def test_of_an_adopted_rule_only_the_place_is_asked(self, client, sign_in, scene):
        rule = GroundRuleFactory(collaboration=scene.collaboration, adopted=True)
        sign_in(scene.coordinator)
        form = client.get(at("ground-rule-edit", rule)).context["form"]
        assert set(form.fields) == {"position", "version"}
        assert "decision" in client.get(at("ground-rule-withdraw", rule)).context["form"].fields

    def test_many_rules_cost_no_more(self, client, sign_in, scene, url, assert_flat_queries):
        def grow():
            place = {"collaboration": scene.collaboration}
            GroundRuleFactory.create_batch(3, **place)
            GroundRuleFactory.create_batch(3, **place, adopted=True)

        grow()
        sign_in(scene.coordinator)
        assert_flat_queries(url, grow=grow, ceiling=9)


class TestGuidelines:
    def test_from_draft_to_issued_by_its_pages(self, client, sign_in, scene):
        paper = DocumentFactory(collaboration=scene.collaboration)
        sign_in(scene.worker)
        told = {"title": "Juklak", "kind": "juklak", "owner": scene.giver.organization_id}
        told |= {"reviewer": scene.receiver.organization_id, "due_on": "31/12/2026"}
        client.post(at("guideline-create", scene.collaboration), told)
        row = Guideline.objects.get()
        assert (row.drafter, row.state) == (row.owner, "drafting")
        assert offered(client.get(row.get_absolute_url())) == {"review", "edit"}
        draft = {"document": paper.pk}
        client.post(at("guideline-review", row), draft)
        sign_in(scene.receiver)
        assert offered(client.get(row.get_absolute_url())) == {"approve", "send-back"}
        client.post(at("guideline-send-back", row), {"reason": "Bab dua."})
        sign_in(scene.giver)
        client.post(at("guideline-review", row), draft)
        assert offered(client.get(row.get_absolute_url())) == {"edit", "send-back"}
        sign_in(scene.receiver)
        client.post(at("guideline-approve", row))
        assert offered(client.get(row.get_absolute_url())) == {"send-back"}
        sign_in(scene.giver)
        assert offered(client.get(row.get_absolute_url())) == {"edit", "issue", "send-back"}
        wrong = {"number": "", "issued_on": "1/11/2026"}
        response = client.post(at("guideline-issue", row), wrong)
        assert response.context["form"].errors.keys() == {"number", "document"}
        client.post(at("guideline-issue", row), wrong | {"number": "7", "document": paper.pk})
        row.refresh_from_db()
        assert (row.state, row.document) == ("issued", paper)
        assert offered(client.get(row.get_absolute_url())) == {"revoke"}
        client.post(at("guideline-revoke", row), {"reason": "Diganti.", "revoked_on": "2/11/2026"})
        row.refresh_from_db()
        assert row.state == "revoked"

    def test_whoever_drafts_it_is_not_asked_to_review_it(self, client, sign_in, scene):
        sign_in(scene.giver)
        own = scene.giver.organization_id
        told = {"title": "Juklak", "kind": "juklak", "owner": own, "reviewer": own}
        response = client.post(at("guideline-create", scene.collaboration), told)
        assert response.context["form"].errors.keys() == {"reviewer"}

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ({}, {"Telat", "Terbit"}),
            ({"late": "1"}, {"Telat"}),
            ({"in_the_making": "1"}, {"Telat"}),
            ({"state": "issued"}, {"Terbit"}),
            ({"kind": "sop"}, set()),
            ({"q": "telat"}, {"Telat"}),
            ({"collaboration": "999999"}, set()),
            ({"q": "\x00", "page": "x"}, {"Telat", "Terbit"}),
        ],
    )
    def test_the_address_says_what_is_shown(self, client, sign_in, scene, query, shown):
        place = {"collaboration": scene.collaboration}
        GuidelineFactory(**place, title="Telat", late=True)
        GuidelineFactory(**place, title="Terbit", issued=True)
        GuidelineFactory(title="Asing")
        sign_in(scene.third)
        assert titles(client.get("/guidelines/", query)) == shown

    def test_who_is_late_is_said_in_words(self, client, sign_in, scene):
        row = GuidelineFactory(collaboration=scene.collaboration, late=True)
        sign_in(in_english(scene.third))
        assert "Late" in soup_of(client.get("/guidelines/")).table.text
        assert "Late" in soup_of(client.get(row.get_absolute_url())).select_one(".badges").text


class TestKnowledge:
    def test_from_shared_to_used_and_taken_out(self, client, sign_in, scene):
        decision = ruling_in(scene.collaboration)
        sign_in(scene.giver)
        told = {"title": "Data", "kind": "dataset", "access": "parties"}
        told |= {"custodian": scene.giver.organization_id}
        create = at("knowledge-create", scene.collaboration)
        response = client.post(create, told)
        assert response.context["form"].errors.keys() == {"address"}
        client.post(create, told | {"address": "https://data.contoh.test/"})
        asset = KnowledgeAsset.objects.get()
        sign_in(scene.third)
        url = at("knowledge-use", asset)
        assert client.get(url, {"decision": decision.pk}).context["form"]["decision"].value()
        two = {"decision": decision.pk, "meeting": decision.meeting_id}
        assert client.post(url, two).context["form"].non_field_errors()
        assert client.post(url, {"decision": decision.pk}).url == asset.get_absolute_url()
        page = soup_of(client.get(asset.get_absolute_url()))
        assert decision.text in page.select_one("#uses").text
        there = soup_of(client.get(decision.get_absolute_url())).select_one("#beside")
        assert there.select_one("a")["href"] == asset.get_absolute_url()
        client.post(at("knowledge-use-remove", KnowledgeUse.objects.get()))
        assert not KnowledgeUse.objects.exists()
        assert soup_of(client.get(decision.get_absolute_url())).select_one("#beside") is None

    @pytest.mark.parametrize(
        ("who", "verbs"),
        [("giver", {"new", "edit", "retire"}), ("third", {"new"})],
    )
    def test_its_custodian_keeps_it_and_everybody_uses_it(self, client, sign_in, scene, who, verbs):
        asset = KnowledgeAssetFactory(
            collaboration=scene.collaboration, custodian=scene.giver.organization
        )
        sign_in(getattr(scene, who))
        assert offered(client.get(asset.get_absolute_url())) == verbs

    def test_it_is_retired_and_kept_up_again(self, client, sign_in, scene):
        asset = KnowledgeAssetFactory(collaboration=scene.collaboration)
        sign_in(scene.coordinator)
        client.post(at("knowledge-retire", asset), {"reason": "Usang."})
        assert offered(client.get(asset.get_absolute_url())) == {"edit", "restore"}
        client.post(at("knowledge-restore", asset))
        asset.refresh_from_db()
        assert asset.state == "shared"

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ({}, {"Peta", "Data"}),
            ({"used": "1"}, {"Peta"}),
            ({"unused": "1"}, {"Data"}),
            ({"kind": "study"}, set()),
            ({"q": "peta"}, {"Peta"}),
        ],
    )
    def test_the_address_says_what_is_shown(self, client, sign_in, scene, query, shown):
        place = {"collaboration": scene.collaboration}
        KnowledgeUseFactory(asset=KnowledgeAssetFactory(**place, title="Peta"))
        KnowledgeAssetFactory(**place, title="Data")
        KnowledgeAssetFactory(title="Asing")
        sign_in(scene.third)
        assert titles(client.get("/knowledge/", query)) == shown

    def test_many_uses_cost_no_more(self, client, sign_in, scene, assert_flat_queries):
        asset = KnowledgeAssetFactory(collaboration=scene.collaboration)

        def grow():
            KnowledgeUseFactory.create_batch(3, asset=asset)
            for _each in range(3):
                KnowledgeUseFactory(
                    asset=asset, meeting=None, decision=ruling_in(scene.collaboration)
                )

        grow()
        sign_in(scene.third)
        assert_flat_queries(asset.get_absolute_url(), grow=grow, ceiling=12)


class TestTrainings:
    def test_from_planned_to_held_by_its_pages(self, client, sign_in, scene):
        sign_in(scene.giver)
        told = {"topic": "Pendataan", "giver": scene.giver.organization_id}
        told |= {"recipients": [scene.receiver.organization_id], "held_on": "1/11/2026"}
        create = at("training-create", scene.collaboration)
        own = told | {"recipients": [scene.giver.organization_id]}
        assert client.post(create, own).context["form"].errors.keys() == {"recipients"}
        client.post(create, told)
        row = Training.objects.get()
        assert offered(client.get(row.get_absolute_url())) == {"hold", "edit", "cancel"}
        edited = told | {"topic": "Pendataan desa", "version": "1", "recipients": []}
        client.post(at("training-edit", row), edited)
        assert not row.receivers.exists()
        hold = at("training-hold", row)
        wrong = {"held_on": "1/11/2026", "participants": "0"}
        assert client.post(hold, wrong).context["form"].errors.keys() == {"participants"}
        client.post(hold, wrong | {"participants": "32"})
        row.refresh_from_db()
        assert (row.topic, row.state, row.participants) == ("Pendataan desa", "held", 32)
        assert offered(client.get(row.get_absolute_url())) == set()

    def test_it_is_cancelled(self, client, sign_in, scene):
        row = TrainingFactory(collaboration=scene.collaboration)
        sign_in(scene.coordinator)
        client.post(at("training-cancel", row), {"reason": "Pelatih sakit."})
        row.refresh_from_db()
        assert row.state == "cancelled"

    def test_who_received_it_is_found(self, client, sign_in, scene):
        row = TrainingFactory(collaboration=scene.collaboration, topic="Pendataan")
        TrainingReceiverFactory(training=row, organization=scene.third.organization)
        sign_in(scene.third)
        shown = {"organization": scene.third.organization_id}
        assert titles(client.get("/trainings/", shown)) == {"Pendataan"}
        other = {"organization": scene.receiver.organization_id}
        assert titles(client.get("/trainings/", other)) == set()
        assert titles(client.get("/trainings/", {"untold": "1"})) == {"Pendataan"}


@pytest.mark.parametrize(
    ("url", "make"),
    [
        ("/guidelines/", GuidelineFactory),
        ("/knowledge/", KnowledgeAssetFactory),
        ("/trainings/", TrainingFactory),
    ],
)
def test_many_rows_cost_no_more(client, sign_in, scene, assert_flat_queries, url, make):
    def grow():
        make.create_batch(4, collaboration=scene.collaboration)

    grow()
    sign_in(scene.coordinator)
    where = f"{url}?collaboration={scene.collaboration.pk}"
    assert_flat_queries(where, grow=grow, ceiling=10)


@pytest.mark.parametrize("make", [GuidelineFactory, KnowledgeAssetFactory, TrainingFactory])
def test_an_auditor_and_a_closed_collaboration_are_offered_nothing(client, sign_in, scene, make):
    row = make(collaboration=scene.collaboration)
    sign_in(UserFactory(auditor=True))
    assert offered(client.get(row.get_absolute_url())) == set()
    close(scene.collaboration)
    sign_in(scene.coordinator)
    assert offered(client.get(row.get_absolute_url())) == set()


def test_each_of_the_four_has_a_card_on_the_overview(client, sign_in, scene):
    place = {"collaboration": scene.collaboration}
    GroundRuleFactory(**place, adopted=True)
    GuidelineFactory(**place, late=True)
    KnowledgeUseFactory(asset=KnowledgeAssetFactory(**place))
    TrainingFactory(**place)
    sign_in(scene.third)
    soup = soup_of(client.get(at("collaboration-capacity", scene.collaboration)))
    for key in ("ground-rules", "guidelines", "knowledge", "trainings"):
        card = soup.select_one(f"#{key}")
        links = {link["href"].partition("#")[0] for link in card.select("a")}
        assert all(client.get(link).status_code == 200 for link in links)
        assert card.select_one("a.btn")
