"""Beside a day that lies ahead no button offers yesterday."""

import pytest
from django.urls import reverse

from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    member_of,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db

AHEAD = [
    ("pledge-create", "due_on"),
    ("need-create", "needed_by"),
    ("guideline-create", "due_on"),
    ("training-create", "held_on"),
    ("assistance-create", "needed_by"),
    ("pulse-create", "opens_on"),
    ("pulse-create", "closes_on"),
]


@pytest.mark.parametrize(("page", "name"), AHEAD)
def test_no_button_offers_a_day_that_is_over(client, sign_in, page, name):
    collaboration = CollaborationFactory()
    PartyFactory(collaboration=collaboration)  # somebody to ask
    user = member_of(collaboration)
    CoordinatorFactory(collaboration=collaboration, person=user.person)
    sign_in(user)
    seen = soup_of(client.get(reverse(f"agreements:{page}", args=[collaboration.pk])))
    buttons = seen.select_one(f"[name={name}]").find_parent(class_="day").select("button")
    assert not {"Kemarin", "Hari ini"} & {button.text.strip() for button in buttons}
