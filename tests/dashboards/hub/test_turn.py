"""Whose turn it is: what waits for the very person who reads the page."""

import pytest
from django.utils import timezone

from agreements.engagement.transitions import confirm_answer
from tests.agreements.instruments.shelf import Shelf
from tests.agreements.minutes.scenes import Scene
from tests.factories.action import CommitmentFactory
from tests.factories.charter import (
    CollaborationFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.factories.engagement import MinutesAnswerFactory
from tests.factories.goals import ReportingDutyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def turn(page):
    """What waits, by the words before its number: (number, address)."""

    def turn(collaboration):
        card = page(collaboration.get_absolute_url()).select_one("[aria-labelledby=turn-title]")
        chips = card.select("a.chip") if card else []
        return {
            chip.find(string=True, recursive=False).strip(): (
                int(chip.select_one(".count").text),
                chip["href"],
            )
            for chip in chips
        }

    return turn


def promise(collaboration, user, **more):
    own = {"organization": user.organization, "party": False}
    return CommitmentFactory(collaboration=collaboration, **own, **more)


def test_a_representative_answers_and_the_list_holds_exactly_those(
    sign_in, turn, page, collaboration
):
    user = sign_in(representative_in(collaboration, language="en"))
    asked = [promise(collaboration, user, proposed=True) for _number in range(2)]
    CommitmentFactory(collaboration=collaboration, proposed=True)
    elsewhere = CollaborationFactory()
    promise(elsewhere, user, proposed=True)
    number, href = turn(collaboration)["To answer"]
    assert number == 2
    listed = {a["href"] for a in page(href).select("#commitments a[href^='/commitments/']")}
    assert {row.get_absolute_url() for row in asked} <= listed
    assert not turn(collaboration).keys() - {"To answer"}


def test_what_is_late_of_our_own_is_ours(sign_in, turn, collaboration):
    user = sign_in(member_of(collaboration, language="en"))
    promise(collaboration, user, overdue=True)
    CommitmentFactory(collaboration=collaboration, overdue=True)
    assert {words: number for words, (number, _href) in turn(collaboration).items()} == {
        "Ours, late": 1
    }


def test_who_speaks_for_a_party_signs_for_it(sign_in, turn):
    shelf = Shelf()
    sign_in(shelf.speaker)
    assert turn(shelf.collaboration)["To sign"][0] == 1
    sign_in(shelf.coordinator)
    assert "To sign" not in turn(shelf.collaboration)


def test_minutes_ask_for_a_word_of_who_speaks_for_a_party(sign_in, turn):
    scene = Scene()
    scene.share()
    elsewhere = MinutesAnswerFactory()
    RepresentativeFactory(party=elsewhere.party, person=scene.works_speaker.person)
    sign_in(scene.works_speaker)
    place = f"{scene.meeting.get_absolute_url()}#minutes"
    assert turn(scene.collaboration) == {"Notula yang perlu dijawab": (1, place)}
    said = scene.says(scene.works, scene.coordinator)
    assert turn(scene.collaboration) == {"Jawaban yang perlu dikonfirmasi": (1, place)}
    confirm_answer(answer=said, by=scene.works_speaker)
    assert turn(scene.collaboration) == {}
    sign_in(scene.absent_speaker)
    assert turn(scene.collaboration) == {}


def test_values_that_our_organization_owes_are_counted(sign_in, turn, collaboration):
    user = sign_in(member_of(collaboration, language="en"))
    party = collaboration.parties.get(organization=user.organization)
    ReportingDutyFactory(
        party=party,
        indicator__goal__collaboration=collaboration,
        starts_on=timezone.localdate().replace(month=1, day=1),
    )
    assert turn(collaboration)["Values to report"][0] >= 1


def test_an_auditor_has_no_turn_whatever_rows_name_them(sign_in, turn, collaboration):
    user = representative_in(collaboration)
    promise(collaboration, user, proposed=True)
    user.role = "auditor"
    user.save()
    sign_in(user)
    assert not turn(collaboration)


def test_where_nothing_waits_the_card_is_left_out(sign_in, turn, collaboration):
    sign_in(coordinator_of(collaboration))
    assert not turn(collaboration)
