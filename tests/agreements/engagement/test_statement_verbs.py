"""What a party states, who may write it down, and who has understood it."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone, translation

from agreements.charter.states import CollaborationState
from agreements.engagement.discovery_kinds import DiscoveryEvent, StatementKind
from agreements.engagement.transitions import statements
from agreements.models import Collaboration, DiscoveryChange
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.goals.scenes import Scene
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory, RepresentativeFactory
from tests.factories.discovery import InterestStatementFactory
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Scene()


def states(party, by, **fields):
    said = {"kind": StatementKind.INTEREST, "text": "Kami perlu data per desa.", **fields}
    return statements.record_statement(party=party, by=by, **said)


def events():
    return [row.event for row in DiscoveryChange.objects.order_by("pk")]


def test_a_member_states_for_the_own_party(scene):
    member = UserFactory(organization=scene.health.organization)
    statement = states(scene.health, member)
    assert (statement.is_on_behalf, statement.recorded_by) == (False, member)
    assert statement.stated_on == TODAY
    assert events() == [DiscoveryEvent.STATEMENT_MADE]
    assert DiscoveryChange.objects.get().subject.endswith("Kami perlu data per desa.")


def test_the_coordinator_records_on_behalf_and_it_is_marked(scene):
    statement = states(scene.health, scene.coordinator)
    assert statement.is_on_behalf


def test_whoever_logged_the_visit_records_on_behalf(scene):
    visit = MeetingFactory(collaboration=scene.collaboration, logged_by=scene.works_speaker)
    statement = states(scene.health, scene.works_speaker, meeting=visit)
    assert statement.is_on_behalf


def test_another_member_does_not_speak_for_the_party(scene):
    visit = MeetingFactory(collaboration=scene.collaboration)
    for meeting in (None, visit):
        with pytest.raises(PermissionDenied):
            states(scene.health, scene.works_speaker, meeting=meeting)


def test_a_meeting_of_another_collaboration_is_no_place_for_it(scene):
    with pytest.raises(ValidationError, match="another collaboration"):
        states(scene.health, scene.health_speaker, meeting=MeetingFactory())


def test_a_day_still_to_come_is_refused(scene):
    with pytest.raises(ValidationError, match="still to come"):
        states(scene.health, scene.health_speaker, stated_on=TODAY + dt.timedelta(days=1))


def test_a_party_that_left_states_nothing(scene):
    gone = PartyFactory(collaboration=scene.collaboration, state="left", ends_on=TODAY)
    with pytest.raises(ValidationError, match="takes part"):
        states(gone, scene.coordinator)


def test_the_second_click_makes_no_second_statement(scene):
    first = states(scene.health, scene.health_speaker)
    assert states(scene.health, scene.health_speaker) == first
    assert len(events()) == 1


def test_the_party_confirms_what_was_recorded_for_it(scene):
    statement = states(scene.health, scene.coordinator)
    statement = statements.confirm_statement(statement=statement, by=scene.health_speaker)
    assert (statement.is_on_behalf, statement.confirmed_by) == (False, scene.health_speaker)
    assert statement.confirmed_on == TODAY
    assert events()[-1] == DiscoveryEvent.STATEMENT_CONFIRMED


def test_nothing_is_confirmed_twice_or_by_who_recorded_it(scene):
    statement = states(scene.health, scene.health_speaker)
    with pytest.raises(Refused, match="waits to be confirmed"):
        statements.confirm_statement(statement=statement, by=scene.health_speaker)
    RepresentativeFactory(party=scene.works, person=scene.coordinator.person)
    other = InterestStatementFactory(
        party=scene.works, on_behalf=True, recorded_by=scene.coordinator
    )
    with pytest.raises(Refused, match="somebody else"):
        statements.confirm_statement(statement=other, by=scene.coordinator)


def test_a_correction_by_the_party_makes_it_its_own_word(scene):
    statement = states(scene.health, scene.coordinator)
    fixed = statements.correct_statement(
        statement=statement,
        by=scene.health_speaker,
        version=1,
        kind=StatementKind.LIMIT,
        text="Kami tidak boleh membuka nama.",
    )
    assert (fixed.is_on_behalf, fixed.kind) == (False, StatementKind.LIMIT)
    assert fixed.confirmed_by == scene.health_speaker
    last = DiscoveryChange.objects.order_by("pk").last()
    assert (last.event, last.note) == (
        DiscoveryEvent.STATEMENT_CORRECTED,
        "Kami perlu data per desa.",
    )


def test_a_correction_by_the_coordinator_stays_on_behalf(scene):
    statement = states(scene.health, scene.coordinator)
    said = {"kind": StatementKind.LIMIT, "text": "Lain."}
    fixed = statements.correct_statement(
        statement=statement, by=scene.coordinator, version=1, **said
    )
    assert fixed.is_on_behalf
    with pytest.raises(EditConflict):
        statements.correct_statement(statement=statement, by=scene.coordinator, version=1, **said)


def test_new_words_are_understood_anew_and_the_same_words_stay_understood(scene):
    statement = states(scene.health, scene.health_speaker)
    statements.acknowledge(statement=statement, party=scene.works, by=scene.works_speaker)
    said = {"statement": statement, "by": scene.health_speaker}
    statements.correct_statement(version=1, kind=StatementKind.CONCERN, text=statement.text, **said)
    assert statement.acknowledgements.count() == 1
    statements.correct_statement(version=2, kind=StatementKind.CONCERN, text="Lain.", **said)
    assert not statement.acknowledgements.exists()


def test_what_was_taken_back_is_not_changed_confirmed_or_understood(scene):
    statement = states(scene.health, scene.coordinator)
    statements.withdraw_statement(statement=statement, by=scene.health_speaker)
    assert events()[-1] == DiscoveryEvent.STATEMENT_WITHDRAWN
    with pytest.raises(Refused, match="taken back"):
        statements.confirm_statement(statement=statement, by=scene.health_speaker)
    with pytest.raises(Refused, match="taken back"):
        statements.withdraw_statement(statement=statement, by=scene.health_speaker)
    with pytest.raises(Refused, match="taken back"):
        statements.acknowledge(statement=statement, party=scene.works, by=scene.works_speaker)


def test_another_party_says_once_that_it_understood(scene):
    statement = states(scene.health, scene.health_speaker)
    said = statements.acknowledge(
        statement=statement, party=scene.works, by=scene.works_speaker, note="Data per desa."
    )
    assert (said.party, said.noted_by, said.noted_on) == (scene.works, scene.works_speaker, TODAY)
    last = DiscoveryChange.objects.order_by("pk").last()
    assert (last.event, last.note) == (DiscoveryEvent.ACKNOWLEDGED, "Data per desa.")
    with pytest.raises(ValidationError, match="already"):
        statements.acknowledge(statement=statement, party=scene.works, by=scene.works_speaker)


def test_nobody_understands_for_others_or_themselves(scene):
    statement = states(scene.health, scene.health_speaker)
    with pytest.raises(ValidationError, match="their own"):
        statements.acknowledge(statement=statement, party=scene.health, by=scene.health_speaker)
    with pytest.raises(ValidationError, match="may write"):
        statements.acknowledge(statement=statement, party=scene.works, by=scene.coordinator)


def test_a_closed_collaboration_refuses_every_verb(scene):
    statement = states(scene.health, scene.coordinator)
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=TODAY
    )
    by = scene.health_speaker
    verbs = [
        lambda: states(scene.health, by),
        lambda: statements.confirm_statement(statement=statement, by=by),
        lambda: statements.withdraw_statement(statement=statement, by=by),
        lambda: statements.correct_statement(
            statement=statement, by=by, version=1, kind=StatementKind.LIMIT, text="Lain."
        ),
        lambda: statements.acknowledge(
            statement=statement, party=scene.works, by=scene.works_speaker
        ),
    ]
    for verb in verbs:
        with pytest.raises(Refused, match="closed"):
            verb()
