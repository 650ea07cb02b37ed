"""Amounts and days that nobody can mean, choices of nothing, and what the database holds."""

import datetime as dt
import importlib
import pkgutil
from decimal import Decimal

import pytest
from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from agreements.capacity import forms
from agreements.capacity.amounts import MOST
from agreements.capacity.forms.newest import NEWEST
from agreements.models import JointServiceCost, Pledge, ResourceNeed
from collabgov.kit.forms import DayField
from collabgov.kit.numbers import TOO_LONG
from tests.agreements.capacity.assistance_scene import Help
from tests.agreements.capacity.service_scene import ahead
from tests.constraints import assert_refused
from tests.factories.documents import DocumentFactory
from tests.factories.pledges import DeliveryFactory, PledgeFactory, ResourceNeedFactory
from tests.factories.services import (
    JointServiceCostFactory,
    JointServiceFactory,
    ServiceRequestFactory,
    ServiceStandardFactory,
)
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
TOO_MUCH = "100.000.000.000.000"


def at(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def day_fields():
    """Each date that a form of capacity asks for."""
    for module in pkgutil.iter_modules(forms.__path__, f"{forms.__name__}."):
        for form in vars(importlib.import_module(module.name)).values():
            for name, field in getattr(form, "base_fields", {}).items():
                if isinstance(field, django_forms.DateField):
                    yield pytest.param(field, id=f"{form.__name__}.{name}")


@pytest.mark.parametrize("field", list(day_fields()))
def test_no_form_takes_a_day_that_nobody_means(field):
    assert isinstance(field, DayField)
    for day in ("3/5/0202", "3/5/2206"):
        with pytest.raises(ValidationError, match="Write a year from"):
            field.clean(day)


@pytest.mark.parametrize(
    ("constraint", "make"),
    [
        ("need_is_plausible", lambda: ResourceNeedFactory(quantity=MOST + 1)),
        ("pledge_is_plausible", lambda: PledgeFactory(quantity=MOST + 1)),
        ("delivery_is_plausible", lambda: DeliveryFactory(quantity=MOST + 1)),
        ("service_cost_is_plausible", lambda: JointServiceCostFactory(together=MOST + 1)),
        ("service_cost_is_plausible", lambda: JointServiceCostFactory(alone=MOST + 1)),
        (
            "standard_fee_is_plausible",
            lambda: ServiceStandardFactory(is_free=False, fee=MOST + 1),
        ),
    ],
)
def test_the_database_takes_no_amount_of_fifteen_digits(constraint, make):
    assert_refused(constraint, make)


def test_the_most_is_an_amount():
    assert ResourceNeedFactory(quantity=MOST).pk
    assert JointServiceCostFactory(together=MOST, alone=None).pk


def test_forms_refuse_fifteen_digits_at_the_field(client, sign_in, scene):
    sign_in(scene.giver)
    told = {"what": "Dana", "kind": "fund", "quantity": TOO_MUCH}
    for name, model in (("need-create", ResourceNeed), ("pledge-create", Pledge)):
        response = client.post(at(name, scene.collaboration), told)
        assert "quantity" in response.context["form"].errors
        assert not model.objects.exists()


def test_costs_and_fees_refuse_fifteen_digits_at_the_field(client, sign_in, serving):
    service = serving.running()
    sign_in(serving.giver)
    told = {"together": TOO_MUCH, "alone": TOO_MUCH}
    response = client.post(at("service-cost-create", service), told)
    assert {"together", "alone"} <= response.context["form"].errors.keys()
    response = client.post(at("service-standard-create", service), {"fee": TOO_MUCH})
    assert "fee" in response.context["form"].errors


@pytest.mark.parametrize("typed", ["9" * 30, "1,005"])
def test_the_refusal_names_as_many_digits_as_there_may_be(client, sign_in, scene, serving, typed):
    told = {"quantity": typed, "together": typed, "fee": typed, "amount": typed}
    helping = Help()
    pledge, asked = scene.accepted(), helping.answered(helping.submitted())
    pages = (
        (scene.giver, "need-create", scene.collaboration, "quantity", 14),
        (scene.giver, "pledge-create", scene.collaboration, "quantity", 14),
        (scene.giver, "delivery-create", pledge, "quantity", 14),
        (serving.coordinator, "service-cost-create", serving.running(), "together", 14),
        (serving.coordinator, "service-standard-create", serving.running(), "fee", 14),
        (helping.health_speaker, "assistance-cost-create", asked, "amount", 16),
    )
    for user, name, record, field, whole in pages:
        sign_in(user)
        with translation.override("id"):
            expected = TOO_LONG % {"whole": whole, "decimals": 2}
        assert client.post(at(name, record), told).context["form"].errors[field] == [expected]


def test_verbs_refuse_fifteen_digits_with_a_sentence(serving):
    with pytest.raises(ValidationError, match="far more than can be meant"):
        serving.state(serving.running(), together=Decimal(10) ** 15)
    assert not JointServiceCost.objects.exists()


def test_the_source_of_a_cost_is_chosen_among_the_newest(client, sign_in, serving):
    service = serving.running()
    papers = DocumentFactory.create_batch(NEWEST + 2, collaboration=serving.collaboration)
    sign_in(serving.giver)
    url = at("service-cost-create", service)
    for asked, number in ({}, NEWEST), ({"older": 1}, NEWEST + 2):
        page = soup_of(client.get(url, asked))
        offered = page.select("[name=document] option[value]:not([value=''])")
        assert len(offered) == number
        assert offered[0]["value"] == str(papers[-1].pk)
        assert bool(page.select("main a[href*='older=1']")) == (number == NEWEST)


def test_a_choice_of_nothing_leads_to_where_the_first_one_is_made(client, sign_in, serving):
    place = serving.collaboration
    sign_in(serving.coordinator)
    for name, made in (("area-create", "goal-create"), ("ground-rule-adopt", "ground-rule-create")):
        page = soup_of(client.get(at(name, place))).main
        assert page.select(f".form-text a[href='{at(made, place)}']")
    service = serving.running()
    page = client.get(at("service-cost-create", service))
    link = f"a[href='{at('document-create', place)}']"
    assert soup_of(page).select(link)
    DocumentFactory(collaboration=place)
    page = client.get(at("service-cost-create", service))
    assert not soup_of(page).select(link)


def test_the_database_takes_no_request_of_what_does_not_run():
    for state in ({"planned": True}, {"ended": True}):
        service = JointServiceFactory(**state)
        assert_refused(
            "service_request_of_what_runs", lambda one=service: ServiceRequestFactory(service=one)
        )
    coming = {"asked_on": ahead(2), "due_on": ahead(9)}
    assert_refused("service_request_asked_by_now", lambda: ServiceRequestFactory(**coming))
    assert ServiceRequestFactory(asked_on=ahead(0) - dt.timedelta(days=1)).pk
