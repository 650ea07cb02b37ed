"""Every page that leads to a history leads to one that is there, for whoever may read it."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse

from dashboards.audit.tables import PAGES
from tests.factories.actors import RegionFactory, UserFactory
from tests.factories.arrangements import (
    GroundRuleFactory,
    GuidelineFactory,
    KnowledgeAssetFactory,
    TrainingFactory,
)
from tests.factories.assistance import AssistanceRequestFactory
from tests.factories.charter import coordinator_of, member_of
from tests.factories.definition import ProblemDefinitionFactory
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    RivalryFactory,
    TheoryOfChangeFactory,
)
from tests.factories.instruments import AgreementFactory, AgreementTypeFactory, AmendmentFactory
from tests.factories.pledges import PledgeFactory
from tests.factories.services import JointServiceFactory, ServiceRequestFactory
from tests.factories.structures import AreaResponsibilityFactory, StructureFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
IN_A_COLLABORATION = {
    "agreement": (AgreementFactory, "collaboration"),
    "amendment": (AmendmentFactory, "agreement.collaboration"),
    "goal": (GoalFactory, "collaboration"),
    "indicator": (IndicatorFactory, "goal.collaboration"),
    "measurement": (MeasurementFactory, "indicator.goal.collaboration"),
    "assistancerequest": (AssistanceRequestFactory, "collaboration"),
    "jointservice": (JointServiceFactory, "collaboration"),
    "groundrule": (GroundRuleFactory, "collaboration"),
    "guideline": (GuidelineFactory, "collaboration"),
    "knowledgeasset": (KnowledgeAssetFactory, "collaboration"),
    "pledge": (PledgeFactory, "collaboration"),
    "problemdefinition": (ProblemDefinitionFactory, "collaboration"),
    "rivalry": (RivalryFactory, "indicator.goal.collaboration"),
    "structure": (StructureFactory, "collaboration"),
    "arearesponsibility": (AreaResponsibilityFactory, "goal.collaboration"),
    "servicerequest": (ServiceRequestFactory, "service.collaboration"),
    "theoryofchange": (TheoryOfChangeFactory, "collaboration"),
    "training": (TrainingFactory, "collaboration"),
}
NAMED_OTHERWISE = {"legal_basis": "legalbasis", "account": "user", "kind": "agreementtype"}
NAMED_OTHERWISE |= {"asked": "assistancerequest", "area": "arearesponsibility"}
NAMED_OTHERWISE |= {
    "theory": "theoryofchange",
    "service": "jointservice",
    "definition": "problemdefinition",
}


def history_of(record):
    return reverse("dashboards:history", args=[record._meta.model_name, record.pk])


@pytest.mark.parametrize("name", IN_A_COLLABORATION)
def test_a_record_of_a_collaboration_leads_to_its_history(client, name):
    factory, path = IN_A_COLLABORATION[name]
    record = collaboration = factory()
    for step in path.split("."):
        collaboration = getattr(collaboration, step)
    history = history_of(record)
    readers = (coordinator_of(collaboration), UserFactory(admin=True), UserFactory(auditor=True))
    for reader in readers:
        client.force_login(reader)
        assert f'href="{history}"' in client.get(record.get_absolute_url()).content.decode()
        page = client.get(history)
        assert page.status_code == 200
        assert f'href="{record.get_absolute_url()}"' in page.content.decode()
    for other, status in ((member_of(collaboration), 403), (UserFactory(), 404)):
        client.force_login(other)
        assert client.get(history).status_code == status
    client.force_login(member_of(collaboration))
    assert f'href="{history}"' not in client.get(record.get_absolute_url()).content.decode()


def test_a_kind_of_agreement_has_a_history_for_who_reads_everything(client):
    kind = AgreementTypeFactory()
    for reader, status in (("admin", 200), ("auditor", 200), ("staff", 403)):
        client.force_login(UserFactory(role=reader))
        assert client.get(history_of(kind)).status_code == status, reader


def test_no_template_leads_to_a_history_without_a_page():
    slugs = {key.partition(".")[2] for key in PAGES}
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    texts = [each.read_text() for each in templates]
    named = {name for text in texts for name in re.findall(r"{% history_link (\w+) %}", text)}
    assert {NAMED_OTHERWISE.get(name, name) for name in named} <= slugs
    assert named


@pytest.mark.parametrize("key", PAGES)
def test_whatever_has_a_history_has_a_page(key):
    assert hasattr(apps.get_model(key), "get_absolute_url")


def test_a_number_is_written_as_its_reader_writes_it_and_nothing_is_a_number(client):
    indicator = IndicatorFactory()
    BaselineFactory(indicator=indicator, value="1234.5")
    BaselineFactory(indicator=indicator, value=0, region=RegionFactory())
    client.force_login(UserFactory(auditor=True, language="id"))
    text = " ".join(soup_of(client.get(history_of(indicator))).main.get_text(" ").split())
    assert "Nilai 1.234,5 " in text
    assert "Nilai 0 " in text
    assert f"{indicator} · 1.234,5 " in text
