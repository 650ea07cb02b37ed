"""What an organization owes, on the home of its people: in full, the soonest first, new marked."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.models import Commitment
from dashboards.panels.mine import LATER
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, representative_in

pytestmark = pytest.mark.django_db
HOME = "/"


@pytest.fixture
def reader(sign_in):
    return sign_in(representative_in(CollaborationFactory(), language="en"))


@pytest.fixture
def promise(reader):
    """A promise of the reader's organization, in a collaboration that it is party to."""
    party = reader.person.represents.get().party

    def promise(**fields):
        given = {"recorded_by": reader, "party": False} | fields
        return CommitmentFactory(
            collaboration=party.collaboration, organization=reader.organization, **given
        )

    return promise


def owed(page):
    return page(HOME).find("section", {"aria-labelledby": "owed-title"})


def titles(section):
    return [link.text for link in section.select("a.row-title")]


def test_all_that_is_open_is_said_the_soonest_first(promise, page, ago):
    made = [
        promise(made_on=ago(60), due_on=ago(-days), promise=f"H{days:+}")
        for days in (40, -3, 20, 2)
    ]
    section = owed(page)
    assert titles(section) == ["H-3", "H+2", "H+20", "H+40"]
    assert [head.contents[0].strip() for head in section.find_all("h3")] == [
        "Late",
        "Due within a week",
        "Later",
    ]
    link = section.select("a.card-more")[-1]
    assert link.text == f"All our {len(made)} open commitments"


def test_the_link_to_all_open_ones_counts_what_it_opens(promise, page, client, ago):
    for days in range(20, 20 + LATER + 2):
        promise(due_on=ago(-days))
    promise(proposed=True)
    section = owed(page)
    assert len(titles(section)) == LATER
    link = section.select("a.card-more")[-1]
    assert f" {LATER + 3} " in link.text
    assert client.get(link["href"]).context["page_obj"].paginator.count == LATER + 3


def test_what_another_organization_wrote_down_lately_is_new_and_never_left_out(promise, page, ago):
    for days in range(10, 10 + LATER):
        promise(due_on=ago(-days))
    promise(due_on=ago(-90), promise="from the meeting", recorded_by=UserFactory())
    section = owed(page)
    assert titles(section)[-1] == "from the meeting"
    new = [row.select_one("a.row-title").text for row in section.select("li:has(.row-kicker)")]
    assert new == ["from the meeting"]


def test_after_a_week_it_is_no_longer_new(promise, page):
    old = promise(recorded_by=UserFactory())
    assert owed(page).select(".row-kicker")
    eight_days_ago = timezone.now() - dt.timedelta(days=8)
    Commitment.objects.filter(pk=old.pk).update(created_at=eight_days_ago)
    assert titles(owed(page)) == [old.promise]
    assert not owed(page).select(".row-kicker")


def test_sample_promises_are_as_new_as_the_day_they_were_made(promise, page, ago):
    promise(made_on=ago(30), due_on=ago(-30), recorded_by=UserFactory(), is_sample=True)
    assert not owed(page).select(".row-kicker")


def test_an_unanswered_promise_is_there_for_staff_without_a_verb(sign_in, promise, page, reader):
    asked = promise(proposed=True)
    assert asked.promise not in owed(page).text
    assert asked.promise in page(HOME).text
    sign_in(UserFactory(organization=reader.organization, language="en"))
    section = owed(page)
    assert titles(section) == [asked.promise]
    assert "No answer yet" in section.text
    assert not section.find_all("form")


def test_nothing_open_is_said_only_when_nothing_is_open(promise, page):
    nothing = "Your organization has no open commitments."
    assert nothing in owed(page).text
    promise()
    assert nothing not in owed(page).text


def test_an_answer_of_the_coordinator_is_confirmed_under_one_name(promise, page):
    answered = promise(is_answered_on_behalf=True)
    for url in (HOME, answered.get_absolute_url()):
        assert "Confirm the coordinator's answer" in page(url).text
