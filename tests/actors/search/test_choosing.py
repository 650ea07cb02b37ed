"""Choosing one of thousands, in a form, with and without JavaScript."""

from types import SimpleNamespace

import pytest
from django import forms
from django.http import QueryDict
from django.urls import reverse

from actors.models import Organization, Person, Region
from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.people.choosing import PersonField
from actors.regions.choosing import RegionField
from actors.search.choosing import MOST_HITS
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)
from tests.html import check_html, soup_of

pytestmark = pytest.mark.django_db


class InviteForm(ChoosingFormMixin, forms.Form):
    organization = OrganizationField(queryset=Organization.objects.active())
    person = PersonField(queryset=Person.objects.active(), required=False)
    region = RegionField(queryset=Region.objects.all(), required=False)
    reason = forms.CharField()


def posted(**data):
    form = InviteForm(QueryDict(mutable=True))
    form.data.update(data)
    return form


def page_of(form):
    return check_html(SimpleNamespace(content=form.as_div().encode()))


def test_the_search_button_gives_the_form_back_with_hits_and_without_errors():
    wanted = OrganizationFactory(name="Dinas Kesehatan")
    form = posted(organization_q="dinkes", organization_find="1", reason="")
    assert not form.is_valid()
    assert not form.errors
    page = page_of(form)
    radios = page.find_all("input", type="radio")
    assert [radio["value"] for radio in radios] == [str(wanted.pk)]
    assert page.find("input", {"name": "organization_q"})["value"] == "dinkes"
    assert page.find("input", {"name": "organization_q"}).has_attr("autofocus")
    assert page.find(role="status").text.strip() == "1 ditemukan."


def test_the_one_chosen_is_the_answer_and_stays_checked():
    wanted = OrganizationFactory()
    form = posted(organization=str(wanted.pk), reason="Perlu")
    assert form.is_valid()
    assert form.cleaned_data["organization"] == wanted
    assert form.cleaned_data["person"] is None
    radio = page_of(form).find("input", {"name": "organization", "type": "radio"})
    assert radio.has_attr("checked")


def test_a_new_search_keeps_the_one_chosen_before_on_top():
    chosen, other = OrganizationFactory(name="Dinas Sosial"), OrganizationFactory(name="Bappeda")
    form = posted(organization=str(chosen.pk), organization_q="bappeda", organization_find="1")
    radios = page_of(form).find_all("input", {"name": "organization"})
    assert [radio["value"] for radio in radios] == [str(chosen.pk), str(other.pk)]
    assert [radio.has_attr("checked") for radio in radios] == [True, False]


def test_a_text_without_a_choice_is_an_error_that_names_it():
    form = posted(organization_q="dinkes", reason="Perlu")
    assert not form.is_valid()
    assert "dinkes" in form.errors["organization"][0]
    assert "autofocus" not in form.as_div()


def test_none_may_be_picked_for_what_is_optional_and_only_then():
    wanted = OrganizationFactory()
    form = posted(organization=str(wanted.pk), person="", person_q="rina", reason="Perlu")
    assert form.is_valid()
    assert form.cleaned_data["person"] is None
    page = page_of(posted(organization=str(wanted.pk), person_q=wanted.name, person=""))
    assert page.find("input", {"name": "person", "type": "radio"}) is None
    assert "organization" in posted(organization="", organization_q="rina", reason="x").errors


def test_nothing_at_all_is_the_usual_error():
    assert posted(reason="Perlu").errors["organization"].as_data()[0].code == "required"


def test_what_the_field_does_not_offer_cannot_be_chosen():
    gone = OrganizationFactory(is_active=False)
    form = posted(organization=str(gone.pk), reason="Perlu")
    assert form.errors["organization"].as_data()[0].code == "invalid_choice"


@pytest.mark.parametrize("value", ["0", "x", "\x00", "9" * 30, "-1", "1 OR 1=1", "٣"])
def test_a_hostile_id_is_a_choice_that_is_not_there(value):
    form = posted(organization=value, reason="Perlu", organization_q="\x00" + "x" * 10_000)
    assert not form.is_valid()
    assert set(form.errors) == {"organization"}
    page_of(form)


def test_an_optional_choice_can_be_taken_back():
    person = PersonFactory()
    form = InviteForm(initial={"person": person.pk})
    radios = page_of(form).find_all("input", {"name": "person"})
    assert [radio["value"] for radio in radios] == [str(person.pk), ""]


def test_htmx_gets_the_radio_buttons_alone_under_the_name_of_the_field(client, sign_in):
    sign_in()
    wanted = OrganizationFactory(name="Badan Pusat Statistik")
    OrganizationFactory(name="Badan Pusat Statistik Lama", is_active=False)
    query = {"name": "row-0-owner", "row-0-owner_q": "bps"}
    answer = client.get(reverse("actors:organization-choose"), query)
    radios = soup_of(answer).find_all("input", type="radio")
    assert [(radio["name"], radio["value"]) for radio in radios] == [
        ("row-0-owner", str(wanted.pk))
    ]
    assert "#id_row-0-owner_status" in answer.content.decode()


def test_people_show_where_they_serve_and_regions_their_code(client, sign_in):
    sign_in()
    post = AppointmentFactory(person__full_name="Rina Wulandari", post="Kepala Bidang Data")
    answer = client.get(reverse("actors:person-choose"), {"name": "who", "who_q": "rina"})
    assert "Kepala Bidang Data" in answer.content.decode()
    assert post.organization.name in answer.content.decode()
    RegionFactory(code="76", name="Sulawesi Barat")
    answer = client.get(reverse("actors:region-choose"), {"name": "at", "at_q": "sulbar"})
    assert "Sulawesi Barat" in answer.content.decode()


def test_many_hits_are_cut_and_say_so(client, sign_in):
    sign_in()
    OrganizationFactory.create_batch(MOST_HITS + 3, region=RegionFactory(name="Bali"))
    answer = client.get(reverse("actors:organization-choose"), {"name": "o", "o_q": "bali"})
    assert len(soup_of(answer).find_all("input", type="radio")) == MOST_HITS
    assert f"{MOST_HITS} terdekat" in answer.content.decode()


@pytest.mark.parametrize("name", ["", "a b", '"><script>', "x" * 90, "1x", "é"])
def test_a_field_name_that_no_form_has_is_404(client, sign_in, name):
    sign_in()
    assert client.get(reverse("actors:person-choose"), {"name": name}).status_code == 404


@pytest.mark.parametrize("kind", ["organization", "person", "region"])
def test_nobody_chooses_without_signing_in(client, kind):
    answer = client.get(reverse(f"actors:{kind}-choose"), {"name": "o", "o_q": "dinas"})
    assert answer.status_code == 302


@pytest.mark.parametrize("digits", [19, 4301])
def test_a_choice_of_many_digits_is_not_in_the_register(digits):
    form = posted(organization="9" * digits, reason="x")
    assert not form.is_valid()
    assert list(form.errors) == ["organization"]
    page_of(form)


@pytest.mark.parametrize(
    "address", ["/organizations/choose/?name=parent", "/people/choose/?name=person"]
)
def test_the_list_of_hits_takes_any_number(client, sign_in, address):
    sign_in(UserFactory())
    field = address.partition("=")[2]
    assert client.get(address, {"name": field, field: "9" * 4301}).status_code == 200
