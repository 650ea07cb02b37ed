"""Who answers to something answers to the words that they have read."""

import pytest
from django.urls import reverse

from agreements.charter.stances import Stance
from agreements.engagement.transitions import definition as definitions
from agreements.engagement.transitions import proposals, statements, terms
from agreements.models import Representative
from tests.agreements.engagement.deciding import Scene as Deciding
from tests.agreements.engagement.definition.scenes import Defining
from tests.factories.definition import SharedTermFactory
from tests.factories.discovery import InterestStatementFactory, ProposalFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
CHANGED = "Isinya berubah"


@pytest.fixture
def scene():
    return Defining()


def opened(client, name, record):
    """The address of the form, and what it carries unseen."""
    url = reverse(f"agreements:{name}", args=[record.pk])
    return url, {"seen": soup_of(client.get(url)).select_one("input[name=seen]")["value"]}


def refused_then_taken(client, url, data):
    """Refused once, with all that was typed; sent again it is an answer to the new words."""
    answer = client.post(url, data)
    assert CHANGED in answer.content.decode()
    page = soup_of(answer)
    for name, value in data.items():
        field = page.select_one(f"textarea[name={name}]")
        assert field is None or field.get_text().strip() == value
    seen = page.select_one("input[name=seen]")["value"]
    return client.post(url, {**data, "seen": seen})


def test_a_proposal_that_was_rewritten_is_not_accepted_unread(client, scene, sign_in):
    proposal = ProposalFactory(
        collaboration=scene.collaboration, from_party=scene.works, to_party=scene.health
    )
    sign_in(scene.health_speaker)
    for name in ("proposal-accept", "proposal-return"):
        proposal.refresh_from_db()
        url, data = opened(client, name, proposal)
        proposals.rework_proposal(
            proposal=proposal,
            by=scene.works_speaker,
            version=proposal.version,
            title="Lain",
            text=f"Sama sekali lain: {name}.",
            kind="idea",
        )
        answer = client.post(url, {**data, "answer": "Baik."})
        assert CHANGED in answer.content.decode()
        proposal.refresh_from_db()
        assert proposal.state == "submitted"
    assert refused_then_taken(client, url, {**data, "answer": "Baik."}).status_code == 302


def test_a_statement_that_was_corrected_is_not_confirmed_unread(client, scene, sign_in):
    statement = InterestStatementFactory(party=scene.health, on_behalf=True)
    sign_in(scene.health_speaker)
    url, data = opened(client, "statement-confirm", statement)
    statements.correct_statement(
        statement=statement,
        by=scene.coordinator,
        version=statement.version,
        kind=statement.kind,
        text="Kami membayar semuanya.",
    )
    assert refused_then_taken(client, url, data).status_code == 302
    statement.refresh_from_db()
    assert not statement.is_on_behalf


def test_nobody_has_understood_what_was_written_afterwards(client, scene, sign_in):
    statement = InterestStatementFactory(party=scene.health)
    sign_in(scene.works_speaker)
    url, data = opened(client, "statement-acknowledge", statement)
    statements.correct_statement(
        statement=statement,
        by=scene.health_speaker,
        version=statement.version,
        kind=statement.kind,
        text="Kami membayar semuanya.",
    )
    answer = client.post(url, {**data, "party": scene.works.pk, "note": "Paham."})
    assert CHANGED in answer.content.decode()
    assert not statement.acknowledgements.exists()


def test_a_position_is_on_the_version_that_was_read(client, scene, sign_in):
    definition = scene.asked_about()
    sign_in(scene.health_speaker)
    url, data = opened(client, "definition-position", definition)
    by = scene.coordinator
    definitions.recall_definition(definition=definition, by=by, reason="Diubah.")
    definition.refresh_from_db()
    definitions.edit_definition(
        definition=definition, by=by, version=definition.version, text="Lain."
    )
    definitions.offer_definition(definition=definition, by=by)
    said = {**data, "party": scene.health.pk, "stance": "support", "reason": "Kami setuju."}
    assert CHANGED in client.post(url, said).content.decode()
    assert definition.consents.get(party=scene.health).stance == Stance.NOT_STATED
    assert refused_then_taken(client, url, said).status_code == 302


def test_what_was_said_for_a_party_is_confirmed_as_it_was_read(client, sign_in):
    scene = Deciding()
    decision = scene.deliberated()
    row = scene.says(decision, scene.health, by=scene.coordinator)
    sign_in(scene.health_speaker)
    url, data = opened(client, "position-confirm", row)
    scene.says(decision, scene.health, Stance.OBJECT, by=scene.coordinator, reason="Tidak.")
    assert CHANGED in client.post(url, data).content.decode()
    row.refresh_from_db()
    assert row.is_on_behalf
    assert "Tidak." in soup_of(client.get(url)).main.get_text()


def test_a_term_is_agreed_in_the_words_that_were_read(client, scene, sign_in):
    term = SharedTermFactory(collaboration=scene.collaboration)
    sign_in(scene.coordinator)
    url, data = opened(client, "term-agree", term)
    terms.edit_term(
        shared_term=term, by=scene.health_speaker, version=term.version, definition="Lain."
    )
    assert CHANGED in client.post(url, data).content.decode()
    term.refresh_from_db()
    assert term.state == "proposed"


def test_who_no_longer_speaks_for_the_party_keeps_what_was_typed(client, sign_in):
    scene = Deciding()
    decision = scene.deliberated()
    sign_in(scene.health_speaker)
    Representative.objects.filter(party=scene.health).delete()
    answer = client.post(
        reverse("agreements:decision-position", args=[decision.pk]),
        {"party": scene.health.pk, "stance": "object", "reason": "Anggarannya belum ada."},
    )
    assert answer.status_code == 403
    assert "Anggarannya belum ada." in soup_of(answer).main.get_text()
    assert not decision.positions.exists()
