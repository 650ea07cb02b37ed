"""Whose word on a theory or a definition is missing: told to the party and the coordinator."""

import pytest

from agreements.charter.stances import Stance
from agreements.goals.states import TheoryState
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    PartyFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.factories.definition import (
    DefinitionChangeFactory,
    DefinitionConsentFactory,
    ProblemDefinitionFactory,
)
from tests.factories.goals import TheoryChangeFactory, TheoryConsentFactory, TheoryOfChangeFactory

pytestmark = pytest.mark.django_db
HOME = "/"


KINDS = {
    "theory": (TheoryOfChangeFactory, TheoryConsentFactory, TheoryChangeFactory),
    "definition": (ProblemDefinitionFactory, DefinitionConsentFactory, DefinitionChangeFactory),
}

POSITIONS = {"theory": "Positions on the theory", "definition": "Positions on the problem"}


@pytest.fixture(params=KINDS)
def theory(request):
    """Two parties are asked; one is the reader's, the other has spoken."""
    make, _consent, _change = KINDS[request.param]
    theory = make(state=TheoryState.FOR_CONSENT)
    add_consent(theory, supports=True)
    return theory


def about(version):
    return "definition" if hasattr(version, "out_scope") else "theory"


def add_consent(version, **said):
    return KINDS[about(version)][1](**{about(version): version}, **said)


@pytest.fixture
def speaker(theory):
    return representative_in(theory.collaboration, language="en")


@pytest.fixture
def asked(page):
    """The links of what waits for the reader's position, by their words."""

    def asked():
        card = page(HOME).select_one("[aria-labelledby=positions-title]")
        rows = card.select("li") if card else []
        return [(row.a["href"], row.select_one(".badge").text.strip()) for row in rows]

    return asked


def address(theory):
    return f"{theory.get_absolute_url()}#positions"


def say(theory, user, **said):
    party = theory.collaboration.parties.get(organization=user.organization)
    return add_consent(theory, party=party, supports=True, **said)


def test_who_speaks_for_a_silent_party_is_asked_at_home_and_led_there(
    sign_in, asked, page, theory, speaker
):
    sign_in(speaker)
    assert asked() == [(address(theory), "Say where you stand")]
    chips = page(theory.collaboration.get_absolute_url()).select("[aria-labelledby=turn-title] a")
    assert [chip["href"] for chip in chips] == [address(theory)]


def test_the_version_that_holds_and_the_new_one_have_a_chip_each(sign_in, page, theory, speaker):
    say(theory, speaker, is_on_behalf=True)
    theory.state, theory.agreed_on = TheoryState.AGREED, theory.created_at.date()
    theory.save()
    make = KINDS[about(theory)][0]
    new = make(collaboration=theory.collaboration, state=TheoryState.FOR_CONSENT)
    sign_in(speaker)
    chips = page(theory.collaboration.get_absolute_url()).select("[aria-labelledby=turn-title] a")
    assert {" ".join(chip.text.split()): chip["href"] for chip in chips} == {
        "Position to confirm 1": address(theory),
        "Your position 1": address(new),
    }


@pytest.mark.parametrize("stance", [Stance.ACCEPT, Stance.OBJECT])
def test_who_has_spoken_is_not_asked_again(sign_in, asked, theory, speaker, stance):
    say(theory, speaker, stance=stance, reason="Anggarannya belum ada.")
    sign_in(speaker)
    assert asked() == []


def test_what_was_said_on_behalf_is_confirmed_by_somebody_else(sign_in, asked, theory, speaker):
    consent = say(theory, speaker, is_on_behalf=True)
    sign_in(speaker)
    assert asked() == [(address(theory), "Confirm what was said for you")]
    consent.stated_by = speaker
    consent.save()
    assert asked() == []


@pytest.mark.parametrize("state", [TheoryState.DRAFT, TheoryState.SUPERSEDED])
def test_nobody_is_asked_about_a_version_that_is_not_offered(
    sign_in, asked, theory, speaker, state
):
    theory.state = state
    theory.agreed_on = theory.created_at.date() if state == TheoryState.SUPERSEDED else None
    theory.save()
    sign_in(speaker)
    assert asked() == []


def test_a_party_that_does_not_decide_or_joined_after_the_agreement_is_not_asked(
    sign_in, asked, theory, speaker
):
    theory.collaboration.parties.filter(organization=speaker.organization).update(voice="consulted")
    sign_in(speaker)
    assert asked() == []
    theory.collaboration.parties.update(voice="decides")
    theory.state, theory.agreed_on = TheoryState.AGREED, theory.created_at.date()
    theory.save()
    assert asked() == []


def test_colleagues_who_do_not_speak_for_the_party_and_outsiders_are_not_asked(
    sign_in, asked, theory, speaker
):
    for user in (
        member_of(theory.collaboration),
        UserFactory(organization=speaker.organization),
        representative_in(CollaborationFactory()),
    ):
        sign_in(user)
        assert asked() == []


def attention(page):
    card = page(HOME).select_one("[aria-labelledby=attention-title]")
    chips = {
        chip.find(string=True, recursive=False).strip(): (chip.span.text, chip["href"])
        for chip in card.select("a.chip")
    }
    return card, chips


def test_the_coordinator_sees_who_is_silent_since_when(sign_in, page, theory, ago):
    for _number in range(4):
        PartyFactory(collaboration=theory.collaboration)
    name = about(theory)
    change = KINDS[name][2](**{name: theory}, to_state=TheoryState.FOR_CONSENT)
    sign_in(coordinator_of(theory.collaboration, language="en"))
    card, chips = attention(page)
    (row,) = card.select("ul.rows > li")
    assert row.select_one(".badge").text.strip() == "4 parties are silent"
    assert row.a["href"] == address(theory)
    assert "and 2 more" in row.text
    assert f"since {change.made_at.astimezone().day} " in row.text
    assert chips == {POSITIONS[name]: ("4", address(theory))}


def test_an_objection_after_the_agreement_reaches_the_coordinator(sign_in, page, theory, speaker):
    theory.state, theory.agreed_on = TheoryState.AGREED, theory.created_at.date()
    theory.save()
    sign_in(coordinator_of(theory.collaboration, language="en"))
    assert not attention(page)[0].select("ul.rows > li")
    say(theory, speaker, stance=Stance.OBJECT, reason="Anggarannya dipindah.")
    (row,) = attention(page)[0].select("ul.rows > li")
    assert row.select_one(".badge").text.strip() == "1 party objects"
    assert speaker.organization.label in row.text


def test_a_theory_and_a_definition_are_told_beside_each_other(sign_in, page, ago):
    theory = TheoryOfChangeFactory(state=TheoryState.FOR_CONSENT)
    definition = ProblemDefinitionFactory(
        collaboration=theory.collaboration, state=TheoryState.FOR_CONSENT
    )
    speaker = representative_in(theory.collaboration, language="en")
    sign_in(speaker)
    card = page(HOME).select_one("[aria-labelledby=positions-title]")
    title = theory.collaboration.title
    assert [(row.a["href"], row.a.text) for row in card.select("li")] == [
        (address(definition), f"Definition of the problem of {title}"),
        (address(theory), f"Theory of change of {title}"),
    ]


def test_a_closed_collaboration_asks_nobody(sign_in, asked, theory, speaker):
    collaboration = theory.collaboration
    collaboration.state, collaboration.ends_on = "closed", theory.created_at.date()
    collaboration.save()
    sign_in(speaker)
    assert asked() == []
