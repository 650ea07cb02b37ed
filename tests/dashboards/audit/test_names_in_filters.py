"""Names in the filter of the trail: whom they mean, and when they mean too many."""

import pghistory
import pytest
from django.urls import reverse

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent
from dashboards.audit import meant
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db
URL = reverse("dashboards:audit")


@pytest.fixture
def admin(client):
    user = UserFactory(admin=True, language="en", person__full_name="Zed", organization=None)
    client.force_login(user)
    return user


@pytest.fixture
def two_at_most(monkeypatch):
    monkeypatch.setattr(meant, "MOST", 2)


def labels(client, **query):
    return {line.who.name for line in client.get(URL, query).context["lines"]}


def acting(person, **office):
    """An account with a line of its own in the trail."""
    user = UserFactory(person__full_name=person, organization=OrganizationFactory(**office))
    record_event(EventKind.EXPORTED, user=user, list="x")
    return user


def refused(client, query, field):
    """What the page says of the field; it shows no line and gives no file."""
    answer = client.get(URL, query)
    assert answer.status_code == 200
    assert not answer.context["lines"]
    assert "No line fits" not in answer.content.decode()
    file = client.get(URL, {**query, "format": "csv"})
    assert "Content-Disposition" not in file
    assert not AccessEvent.objects.filter(kind="exported", details__list="audit").exists()
    summary = soup_of(answer).select_one(".error-summary")
    (said,) = answer.context["filter"].errors[field]
    assert said in summary.get_text()
    return said


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            "who",
            "More than 2 accounts fit this. Write more of the name or the address.",
        ),
        (
            "organization",
            "More than 2 organizations fit this. Write more of the name.",
        ),
    ],
)
def test_a_name_that_fits_too_many_leaves_nobody_out_silently(
    client, admin, two_at_most, field, said
):
    people = [acting(f"Rina {each}", name=f"Rina {each}") for each in "ab"]
    assert labels(client, kind="exported", **{field: "rina"}) == {"Rina a", "Rina b"}
    acting("Rina c", name="Rina c")
    assert refused(client, {field: "rina"}, field) == said
    assert labels(client, kind="exported", **{field: "rina a"}) == {str(people[0])}


def test_only_organizations_with_accounts_count_as_too_many(client, admin, two_at_most):
    acting("Rina", name="Puskesmas 0")
    for number in range(1, 4):
        OrganizationFactory(name=f"Puskesmas {number}")
    assert labels(client, organization="puskesmas") == {"Rina"}


def test_who_knows_no_addresses_is_not_told_to_type_one(client, two_at_most):
    for _number in range(3):
        UserFactory(person__full_name="Rina")
    client.force_login(coordinator_of(CollaborationFactory(), language="en"))
    said = refused(client, {"who": "rina"}, "who")
    assert said == "More than 2 accounts fit this. Write more of the name."


def test_an_organization_is_found_by_a_part_of_its_name_or_its_short_name(client, admin):
    acting("Rina", name="Dinas Kesehatan", short_name="Dinkes")
    acting("Sari", name="Bappeda")
    with pghistory.context(organization=UserFactory().organization_id):
        OrganizationFactory(name="Elsewhere")
    for text in ("kesehat", "DINKES", "dinas kesehatan"):
        assert labels(client, organization=text) == {"Rina"}
    assert labels(client, organization="no such office") == set()
    assert labels(client, organization="kesehatan bappeda") == set()


def test_rows_that_an_organization_changed_are_found(client, admin):
    office = UserFactory(organization__name="Bappeda").organization
    with pghistory.context(organization=office.pk):
        OrganizationFactory(name="Changed by them")
    with pghistory.context(organization=UserFactory().organization_id):
        OrganizationFactory(name="Changed by others")
    found = client.get(URL, {"organization": "bappeda", "action": "insert"}).context["lines"]
    assert "Changed by them" in {line.record for line in found}
    assert "Changed by others" not in {line.record for line in found}


def test_two_of_the_same_name_are_told_apart_by_their_region(client, admin):
    for region in ("Majene", "Mamasa"):
        acting(f"Of {region}", name="Inspektorat", region=RegionFactory(name=region))
    assert labels(client, organization="inspektorat") == {"Of Majene", "Of Mamasa"}
    assert labels(client, organization="inspektorat majene") == {"Of Majene"}
    assert labels(client, organization="majene") == set()


def test_a_merged_organization_is_found_by_who_reads_everything(client, admin):
    user = acting("Rina", name="Dinas Lama")
    user.organization.merged_into, user.organization.is_active = OrganizationFactory(), False
    user.organization.save()
    assert labels(client, organization="dinas lama", kind="exported") == {"Rina"}


def test_what_others_did_stays_unread_whatever_name_is_typed(client):
    """And no list of organizations tells a coordinator who has an account."""
    mine, other = CollaborationFactory(), CollaborationFactory()
    foreign = acting("Stranger", name="Foreign office")
    record_event(EventKind.EXPORTED, user=foreign, about=other, list="x")
    inside = acting("Guest", name="Guest office")
    PartyFactory(collaboration=mine, organization=inside.organization)
    record_event(EventKind.EXPORTED, user=inside, about=mine, list="x")
    client.force_login(coordinator_of(mine))
    assert labels(client, organization="office") == {"Guest"}
    assert labels(client, organization="foreign") == set()
    assert "Foreign office" not in client.get(URL).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [("ip", "10.1.1.1", "IP address"), ("request", "abc", "Request")],
)
def test_what_a_reader_may_not_ask_for_is_said_and_not_dropped(client, field, value, label):
    collaboration = CollaborationFactory()
    client.force_login(coordinator_of(collaboration, language="en"))
    assert client.get(URL, {field: ""}).context["lines"]
    assert refused(client, {field: value}, "__all__") == f"You cannot filter by {label}."


def test_an_address_is_found_in_either_spelling(client, admin):
    AccessEvent.objects.create(kind="viewed", ip="10.9.8.7", user_label="Rina")
    with pghistory.context(ip="10.9.8.7", command="there"):
        OrganizationFactory()
    for ip in ("10.9.8.7", "::ffff:10.9.8.7", "::FFFF:0a09:0807"):
        assert labels(client, ip=ip) == {"Rina", "The system (there)"}
