"""Values that are owed, on home and on the page of a collaboration: whose, how many, where."""

import pytest
from django.urls import reverse

from agreements.models import Collaboration
from dashboards.panels.owed import what_we_owe, who_is_late
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
)
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    ReportingDutyFactory,
)

pytestmark = pytest.mark.django_db


def owes(party):
    """The party has owed a value every month since half a year."""
    goal = GoalFactory(collaboration=party.collaboration, lead=party)
    return ReportingDutyFactory(indicator=IndicatorFactory(goal=goal), party=party)


def party_of(collaboration, user):
    return collaboration.parties.get(organization=user.organization)


def chips(page, collaboration):
    """The words and the address of each chip about values."""
    found = page(collaboration.get_absolute_url()).select("[aria-labelledby=turn-title] a.chip")
    words = [" ".join(chip.text.split()) for chip in found]
    return {said: chip["href"] for said, chip in zip(words, found, strict=True)}


@pytest.fixture
def listed(client):
    return lambda url: client.get(url).context["paginator"].count


def test_the_chip_of_a_collaboration_opens_what_it_counts_there(sign_in, page, listed):
    first, second = CollaborationFactory(title="A"), CollaborationFactory(title="B")
    user = sign_in(member_of(first, language="en"))
    owes(party_of(first, user))
    owes(PartyFactory(collaboration=second, organization=user.organization))
    owes(PartyFactory(collaboration=second))
    ((words, url),) = chips(page, second).items()
    assert str(second.pk) in url
    assert words == f"Values to report {listed(url)}"


def test_who_reports_for_two_organizations_finds_a_chip_and_a_link_for_each(sign_in, page, listed):
    collaboration = CollaborationFactory()
    user = sign_in(member_of(collaboration, language="en"))
    mine, other = party_of(collaboration, user), PartyFactory(collaboration=collaboration)
    RepresentativeFactory(party=other, person=user.person)
    for party in (mine, other):
        owes(party)
    found = chips(page, collaboration)
    assert len(found) == 2
    for words, url in found.items():
        assert words.endswith(f" {listed(url)}")
    names = {party.organization.label for party in (mine, other)}
    assert {words.split(": ")[1].rsplit(" ", 1)[0] for words in found} == names
    *links, enter = page("/").select("[aria-labelledby=owed-values] a.card-more")
    assert len({link.text for link in links}) == 2
    assert enter["href"].startswith("/indicators/entry/")


def test_entering_begins_where_the_most_pressing_value_is_owed(client, sign_in, page):
    first, second = CollaborationFactory(title="A"), CollaborationFactory(title="B")
    user = sign_in(member_of(first, language="en"))
    late = owes(PartyFactory(collaboration=second, organization=user.organization))
    grid = reverse("agreements:measurement-grid")
    (link,) = page("/").select(f"a[href^='{grid}?']")
    choice = client.get(link["href"]).context["choice"]
    assert (choice.where, choice.party) == (second, late.party)


def test_who_speaks_for_a_party_elsewhere_is_not_asked_for_its_values_here(sight_of):
    here, elsewhere = CollaborationFactory(), CollaborationFactory()
    user = member_of(here)
    party = PartyFactory(collaboration=here)
    RepresentativeFactory(
        party=PartyFactory(collaboration=elsewhere, organization=party.organization),
        person=user.person,
    )
    owes(party)
    assert what_we_owe(sight_of(user, here, elsewhere)).total == 0
    RepresentativeFactory(party=party, person=user.person)
    assert what_we_owe(sight_of(user, here, elsewhere)).total > 0


def test_a_paused_party_is_asked_for_nothing(sight_of):
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    party = owes(PartyFactory(collaboration=collaboration)).party
    assert who_is_late(sight_of(user, collaboration)).total > 0
    party.state = "paused"
    party.save()
    assert who_is_late(sight_of(user, collaboration)).total == 0


def test_what_waits_for_verification_is_what_its_list_shows(client, sign_in, sight_of):
    first, second, closed = CollaborationFactory.create_batch(3)
    user = sign_in(coordinator_of(first))
    for one in (second, closed):
        CoordinatorFactory(collaboration=one, person=user.person)
    for one in (first, second, closed):
        MeasurementFactory(indicator__goal__collaboration=one, submitted=True)
    Collaboration.objects.filter(pk=closed.pk).update(state="closed", ends_on=closed.starts_on)
    rows = client.get("/measurements/verify/").context["measurements"]
    assert who_is_late(sight_of(user, first, second, closed)).to_verify == len(rows) == 2
    assert who_is_late(sight_of(user, first)).to_verify == 2
