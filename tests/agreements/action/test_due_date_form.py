"""Moving a due date: the one that holds is said beside the field, and the buttons count from it."""

import pytest
from django.utils.formats import date_format

from tests.agreements.action.people import today
from tests.html import soup_of


@pytest.fixture
def form(people, sign_in, client):
    """The form on the page of a promise that is due in so many days."""

    def form(days):
        commitment = people.promise(made_on=today(-90), due_on=today(days))
        people.member.language = "en"
        people.member.save()
        sign_in(people.member)
        return soup_of(client.get(commitment.get_absolute_url())).select_one("#due-date form")

    return form


@pytest.mark.parametrize(
    ("days", "counts_from", "words"), [(40, 40, "that day"), (0, 0, "that day"), (-30, 0, "today")]
)
def test_the_buttons_count_from_the_due_date_while_it_lies_ahead(form, days, counts_from, words):
    found = form(days)
    assert found.select_one("[data-day]")["data-day"] == today(counts_from).isoformat()
    assert [chip["data-day-offset"] for chip in found.select(".chip")] == ["7", "14", "1m"]
    assert date_format(today(days), "j M Y") in found.text
    assert f"The buttons count from {words}." in found.text


def test_it_is_the_same_date_box_as_everywhere(form):
    """A copy of the box once lacked the words for a day that does not exist."""
    found = form(days=40)
    assert found.select_one("[data-day-words]")["data-missing"]
