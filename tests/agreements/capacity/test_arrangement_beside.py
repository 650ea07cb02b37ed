"""What rules, guidelines, knowledge and trainings show on the pages of other records."""

import pytest
from django.urls import reverse

from agreements.capacity.transitions import ground_rules, guidelines, knowledge, trainings
from agreements.charter.history import history_of
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import DecisionKind
from agreements.models import Decision
from tests.agreements.capacity.scenes import ahead
from tests.agreements.engagement.posts import fields_of, post
from tests.factories.arrangements import (
    GroundRuleFactory,
    KnowledgeAssetFactory,
    KnowledgeUseFactory,
)
from tests.factories.discovery import JointFindingFactory
from tests.factories.engagement import AgendaItemFactory, DecisionFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asset(scene):
    return KnowledgeAssetFactory(collaboration=scene.collaboration, title="Peta rawan")


@pytest.fixture
def meeting(scene):
    return MeetingFactory(collaboration=scene.collaboration)


def discovery_of(scene):
    return reverse("agreements:collaboration-discovery", args=[scene.collaboration.pk])


def test_a_meeting_shows_the_knowledge_that_it_rested_on(client, sign_in, scene, asset, meeting):
    sign_in(scene.third)
    assert soup_of(client.get(meeting.get_absolute_url())).select_one("#beside") is None
    KnowledgeUseFactory(asset=asset, meeting=meeting, note="Dipaparkan.")
    beside = soup_of(client.get(meeting.get_absolute_url())).select_one("#beside")
    assert beside.select_one("a")["href"] == asset.get_absolute_url()
    assert "Dipaparkan." in beside.text


def test_a_finding_shows_the_knowledge_that_it_rested_on(client, sign_in, scene, asset):
    finding = JointFindingFactory(collaboration=scene.collaboration)
    other = JointFindingFactory(collaboration=scene.collaboration)
    KnowledgeUseFactory(asset=asset, meeting=None, finding=finding, note="Bab dua.")
    sign_in(scene.third)
    page = soup_of(client.get(discovery_of(scene)))
    here = page.select_one(f"#finding-{finding.pk}")
    assert here.find("a", href=asset.get_absolute_url()).text == "Peta rawan"
    assert "(Bab dua.)" in here.text
    assert "Peta rawan" not in page.select_one(f"#finding-{other.pk}").text


def test_knowledge_of_many_findings_costs_no_more(
    client, sign_in, scene, asset, assert_flat_queries
):
    place = {"collaboration": scene.collaboration}

    def grow():
        for finding in JointFindingFactory.create_batch(3, **place):
            KnowledgeUseFactory(asset=asset, meeting=None, finding=finding)

    grow()
    sign_in(scene.third)
    assert_flat_queries(discovery_of(scene), grow=grow, ceiling=19)


@pytest.mark.parametrize("is_confidential", [True, False])
def test_a_use_in_a_confidential_decision_is_marked(
    client, sign_in, scene, asset, meeting, is_confidential
):
    item = AgendaItemFactory(meeting=meeting, is_confidential=is_confidential)
    decision = DecisionFactory(meeting=meeting, agenda_item=item)
    KnowledgeUseFactory(asset=asset, meeting=None, decision=decision)
    sign_in(scene.third, language="id")
    uses = soup_of(client.get(asset.get_absolute_url())).select_one("#uses")
    assert ("Rahasia" in uses.text) is is_confidential


def test_the_history_of_a_collaboration_tells_of_all_four(english, scene, meeting):
    place = {"collaboration": scene.collaboration, "by": scene.giver}
    own = scene.giver.organization
    ground_rules.propose_rule(**place, text="Tepat waktu.")
    guidelines.begin_guideline(**place, kind="sop", title="Data", owner=own, drafter=own)
    shared = knowledge.share_knowledge(
        **place,
        custodian=own,
        kind="map",
        title="Peta",
        access="open",
        address="https://peta.test/",
    )
    knowledge.record_use(asset=shared, by=scene.giver, meeting=meeting)
    trainings.plan_training(**place, giver=own, topic="Statistik", held_on=ahead(9))
    told = {(line.what, line.about) for line in history_of(scene.collaboration)}
    assert told >= {
        ("Ground rule: Proposed", "Tepat waktu."),
        ("Guideline: Being drafted", "Data"),
        ("Knowledge: Shared", "Peta"),
        ("Knowledge: Use recorded", f"Peta: {meeting}"),
        ("Training: Planned", "Statistik"),
    }


@pytest.mark.parametrize("what", ["rule", "use"])
def test_a_decision_on_which_something_rests_stays_in_the_form(
    client, sign_in, scene, asset, meeting, what
):
    item = AgendaItemFactory(meeting=meeting)
    decision = DecisionFactory(
        meeting=meeting,
        agenda_item=item,
        kind=DecisionKind.PROCEDURAL,
        settles=[Settlement.GROUND_RULES],
    )
    if what == "rule":
        GroundRuleFactory(collaboration=scene.collaboration, adopted=True, decision=decision)
    else:
        KnowledgeUseFactory(asset=asset, meeting=None, decision=decision)
    sign_in(scene.coordinator, language="id")
    url = reverse("agreements:meeting-edit", args=[meeting.pk])
    sent = fields_of(client.get(url)) | {"agenda-0-decision": ""}
    refused = post(client, sent, url, save="1")
    assert refused.status_code == 200
    assert f"Ada catatan lain yang bertumpu pada “{decision.text}”" in soup_of(refused).text
    assert Decision.objects.filter(pk=decision.pk).exists()
