"""A page for each part of a collaboration: who sees it, what it offers, what it costs."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.history import TELLERS
from agreements.charter.states import CollaborationState
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationChangeFactory,
    CollaborationFactory,
    CollaborationLegalBasisFactory,
    ContextFactorFactory,
    CoordinatorFactory,
    CycleFactory,
    DriverFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
)
from tests.factories.goals import GoalFactory, IndicatorFactory
from tests.html import plain, soup_of

pytestmark = pytest.mark.django_db
NAMES = ("charter", "parties", "drivers", "context", "legal-bases", "goals", "changes")
CEILINGS = {"changes": 7 + len(TELLERS)}  # each feature that tells of it asks once
# The verbs that only a coordinator is offered, by the beginnings of their addresses.
VERBS = ("/edit/", "/new/", "/end/", "/remove/", "/import/", "/pause/", "/still-so/", "/move/")


@pytest.fixture
def collaboration():
    return CollaborationFactory()


def url(name, collaboration):
    return reverse(f"agreements:collaboration-{name}", args=[collaboration.pk])


def full(collaboration):
    """One more of everything that a part lists."""
    party = RepresentativeFactory(party__collaboration=collaboration).party
    PartyFactory(collaboration=collaboration, left=True)
    DriverFactory(collaboration=collaboration, declared_by=party)
    ContextFactorFactory(collaboration=collaboration, declared_by=party)
    CollaborationLegalBasisFactory(collaboration=collaboration)
    CoordinatorFactory(collaboration=collaboration)
    IndicatorFactory(goal=GoalFactory(collaboration=collaboration, lead=party))
    CollaborationChangeFactory(collaboration=collaboration)


def offered(soup):
    """Where buttons and links lead that change something."""
    places = [form["action"] for form in soup.select("main form")]
    places += [link["href"] for link in soup.select("main a[href]")]
    return {place for place in places if any(verb in place for verb in VERBS)}


@pytest.mark.parametrize("name", NAMES)
def test_a_member_reads_it_and_is_offered_nothing(client, sign_in, collaboration, name):
    full(collaboration)
    CycleFactory(collaboration=collaboration)
    sign_in(member_of(collaboration))
    response = client.get(url(name, collaboration))
    assert response.status_code == 200
    soup = soup_of(response)
    assert not offered(soup)
    assert soup.select_one(".tabs [aria-current=page]")["href"] == url(name, collaboration)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "changes"])
def test_the_coordinator_is_offered_verbs_and_none_once_it_is_closed(
    client, sign_in, collaboration, name
):
    full(collaboration)
    CycleFactory(collaboration=collaboration)
    sign_in(coordinator_of(collaboration))
    assert offered(soup_of(client.get(url(name, collaboration))))
    collaboration.state, collaboration.ends_on = CollaborationState.CLOSED, timezone.localdate()
    collaboration.save()
    left = offered(soup_of(client.get(url(name, collaboration))))
    assert not [place for place in left if "/coordinators/" not in place]


@pytest.mark.parametrize("name", NAMES)
def test_an_outsider_gets_what_a_missing_one_gives(client, sign_in, collaboration, name):
    sign_in(UserFactory())
    hidden = client.get(url(name, collaboration))
    missing = client.get(url(name, CollaborationFactory.build(pk=987_654_321)))
    assert hidden.status_code == missing.status_code == 404
    assert plain(hidden) == plain(missing)


@pytest.mark.parametrize("name", NAMES)
def test_a_new_one_says_that_there_is_nothing_yet(client, sign_in, name):
    bare = CollaborationFactory(drivers=False)
    sign_in(UserFactory(auditor=True))
    assert client.get(url(name, bare)).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_it_costs_the_same_however_much_is_on_it(sign_in, assert_flat_queries, collaboration, name):
    full(collaboration)
    sign_in(coordinator_of(collaboration))
    assert_flat_queries(
        url(name, collaboration),
        grow=lambda: [full(collaboration) for _number in range(4)],
        ceiling=CEILINGS.get(name, 8),
    )


def test_the_charter_says_who_runs_it_and_in_which_cycles(client, sign_in, collaboration):
    cycle = CycleFactory(collaboration=collaboration, label="Tahun Anggaran")
    term = CoordinatorFactory(collaboration=collaboration)
    sign_in(member_of(collaboration))
    soup = soup_of(client.get(url("charter", collaboration)))
    assert cycle.label in soup.find(id="cycles").text
    assert str(term.person) in soup.find(id="coordinators").text
    assert collaboration.purpose in soup.main.text


def test_a_kind_that_is_not_described_leads_to_describing_it(client, sign_in, collaboration):
    ContextFactorFactory(collaboration=collaboration, kind="power")
    sign_in(coordinator_of(collaboration))
    soup = soup_of(client.get(url("context", collaboration)))
    asked = {a["href"].partition("?")[2] for a in soup.select("#context a[href*='?kind=']")}
    assert len(asked) == 6
    assert "kind=power" not in asked
    page = client.get(f"{reverse('agreements:context-create', args=[collaboration.pk])}?kind=power")
    assert soup_of(page).find("input", value="power", checked=True)
