"""A wave is prepared, opened, answered, closed and published, one step after the other."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.models import (
    AgendaItem,
    PulseAnswer,
    PulseComment,
    PulseDiscussion,
    PulseInvitation,
    PulseItem,
    PulseResponse,
    PulseResult,
    PulseTurn,
    PulseWave,
)
from agreements.motivation import transitions
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.states import WaveState
from collabgov.kit.audit import event_model
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.motivation.scene import (
    ask,
    has_answered,
    let_answer,
    open_pulse,
    reachable,
    steps,
    together,
    tokens_of,
    waiting,
)
from tests.factories.actors import AppointmentFactory, PersonFactory
from tests.factories.charter import coordinator_of
from tests.factories.engagement import MeetingFactory
from tests.factories.motivation import PulseWaveFactory

pytestmark = pytest.mark.django_db
SITE = "https://contoh.test"
TODAY = timezone.localdate


@pytest.fixture
def collaboration():
    return together()


@pytest.fixture
def runner(collaboration):
    return coordinator_of(collaboration)


@pytest.fixture
def draft(collaboration, runner):
    return transitions.draft_wave(
        collaboration=collaboration,
        by=runner,
        title="Denyut pertama",
        opens_on=TODAY(),
        closes_on=TODAY() + dt.timedelta(days=14),
    )


def told(wave):
    return list(wave.changes.values_list("event", flat=True))


def test_a_wave_is_prepared_and_its_statements_are_there(draft):
    assert draft.state == WaveState.DRAFT
    assert PulseItem.objects.filter(version=draft.item_version).count() == 14
    assert PulseItem.objects.of_wave(draft).count() == 12
    assert told(draft) == [PulseEvent.DRAFTED]


def test_the_same_form_sent_twice_prepares_one(draft, collaboration, runner):
    again = transitions.draft_wave(
        collaboration=collaboration,
        by=runner,
        title=draft.title,
        opens_on=draft.opens_on,
        closes_on=draft.closes_on,
    )
    assert again == draft


def test_statements_are_loaded_once():
    assert transitions.load_items() == 14
    assert transitions.load_items() == 0


def test_a_draft_is_changed_and_an_older_form_is_a_conflict(draft, runner):
    changed = transitions.edit_wave(wave=draft, by=runner, version=1, title="Denyut kedua")
    assert changed.title == "Denyut kedua"
    assert told(changed)[-1] == PulseEvent.EDITED
    with pytest.raises(EditConflict):
        transitions.edit_wave(wave=draft, by=runner, version=1, title="Lain")


def test_who_is_asked_becomes_exactly_who_was_chosen(draft, runner):
    first, second = draft.collaboration.parties.order_by("pk")[:2]
    ani, budi = reachable(first), reachable(first)
    choose = transitions.choose_invited
    choose(wave=draft, by=runner, chosen={first: ([ani, budi], 0), second: ([], 2)})
    assert draft.invitations.count() == 4
    kept = draft.invitations.get(person=ani).pk
    choose(wave=draft, by=runner, chosen={first: ([ani], 1), second: ([], 1)})
    assert draft.invitations.get(person=ani).pk == kept
    assert not draft.invitations.filter(person=budi).exists()
    assert draft.invitations.filter(person=None).count() == 2


def test_at_most_three_of_one_party_are_asked(draft, runner):
    with pytest.raises(ValidationError, match=r"paling banyak|at most three"):
        ask(draft, runner, each=4)


def test_nobody_is_asked_for_two_parties(draft, runner):
    first, second = draft.collaboration.parties.order_by("pk")[:2]
    ani = PersonFactory(full_name="Ani")
    for party in (first, second):
        AppointmentFactory(organization=party.organization, person=ani)
    with pytest.raises(ValidationError, match="Ani"):
        transitions.choose_invited(
            wave=draft, by=runner, chosen={first: ([ani], 0), second: ([ani], 0)}
        )


def test_a_wave_of_three_people_is_not_opened():
    collaboration = together(parties=3)
    runner = coordinator_of(collaboration)
    wave = ask(PulseWaveFactory(collaboration=collaboration), runner)
    with pytest.raises(Refused, match=r"lima|five"):
        transitions.open_wave(wave=wave, by=runner)
    wave.refresh_from_db()
    assert wave.state == WaveState.DRAFT


def test_an_opened_wave_has_a_link_for_each_and_stays_as_it_is(draft, runner):
    ask(draft, runner)
    wave = transitions.open_wave(wave=draft, by=runner)
    assert wave.state == WaveState.OPEN
    assert wave.invited == 5
    assert wave.parties_asked == 5
    assert wave.links.count() == 5
    assert has_answered(wave) == 0
    with pytest.raises(IllegalMove):
        ask(wave, runner)
    with pytest.raises(IllegalMove):
        transitions.edit_wave(wave=wave, by=runner, version=wave.version, title="Lain")


def test_a_wave_whose_last_day_has_passed_is_not_opened(draft, runner):
    ask(draft, runner)
    late = draft.closes_on + dt.timedelta(days=1)
    with pytest.raises(Refused, match=r"berlalu|passed"):
        transitions.open_wave(wave=draft, by=runner, today=late)


def test_an_answer_is_sealed_and_spends_the_link():
    wave, _runner = open_pulse()
    let_answer(wave, 4)
    assert waiting(wave) == 1
    assert has_answered(wave) == 1
    assert not PulseResponse.objects.exists()
    with pytest.raises(transitions.UsedAlready, match=r"sudah|already"):
        let_answer(wave, 2)
    assert waiting(wave) == 1


def test_spending_a_link_leaves_no_event_in_the_trail():
    wave, _runner = open_pulse()
    events = event_model(PulseInvitation).objects
    before = events.count()
    let_answer(wave, 4, 4, 4)
    assert events.count() == before


def test_a_link_that_was_never_made_opens_nothing():
    with pytest.raises(Refused, match=r"(?i)tautan|link"):
        transitions.answer(token="tidak-ada", said={})


@pytest.mark.parametrize("said", [{}, {"T1": None}, {"T1": 6}, {"T1": 0}, {"Z9": 3}])
def test_what_is_no_answer_spends_nothing(said):
    wave, _runner = open_pulse()
    with pytest.raises(Refused):
        transitions.answer(token=tokens_of(wave)[0], said=said)
    assert has_answered(wave) == 0


def test_after_the_last_day_and_after_closing_nothing_is_taken():
    wave, runner = open_pulse()
    (token, *_others), said = tokens_of(wave), steps(wave, 4)
    late = wave.closes_on + dt.timedelta(days=1)
    with pytest.raises(Refused, match=r"ditutup|closed"):
        transitions.answer(token=token, said=said, today=late)
    transitions.close_wave(wave=wave, by=runner)
    with pytest.raises(Refused, match=r"ditutup|closed"):
        transitions.answer(token=token, said=said)


def test_closing_counts_what_was_moved_and_what_waited_and_forgets_who_answered():
    wave, runner = open_pulse(parties=6, each=3)
    let_answer(wave, *[4] * 10, *[2] * 5, comment="Rapatnya lama.")
    closed = transitions.close_wave(wave=wave, by=runner)
    assert (closed.answered, closed.invited) == (15, 18)
    assert (closed.parties_heard, closed.parties_asked) == (5, 6)
    assert closed.salt == ""
    assert not PulseTurn.objects.exists()
    assert waiting(wave) == 0
    assert PulseComment.objects.filter(wave=wave).count() == 15
    trust = PulseResult.objects.get(wave=wave, measure="T", circle="all")
    assert (trust.n, trust.median) == (15, 4)
    assert trust.mean == 3.3
    assert PulseResponse.objects.filter(wave=wave).count() == 15
    assert PulseAnswer.objects.filter(response__wave=wave).count() == 15 * 12
    assert told(closed)[-1] == PulseEvent.CLOSED


@pytest.mark.parametrize(
    ("parties", "each", "answers", "heard"),
    [(6, 2, 9, 5), (6, 1, 6, None), (3, 3, 4, None)],
    ids=["two voices each", "one voice each", "fewer than five answers"],
)
def test_of_how_many_parties_somebody_answered_is_kept_where_it_tells_of_nobody(
    parties, each, answers, heard
):
    wave, runner = open_pulse(parties=parties, each=each)
    let_answer(wave, *([4, 3, 2] * 3)[:answers])
    closed = transitions.close_wave(wave=wave, by=runner)
    assert (closed.answered, closed.parties_heard) == (answers, heard)


def test_where_one_party_alone_has_a_single_voice_no_party_is_counted():
    collaboration = together(parties=4)
    runner = coordinator_of(collaboration)
    wave = PulseWaveFactory(collaboration=collaboration)
    first, *others = collaboration.parties.order_by("pk")
    chosen = {party: ([reachable(party), reachable(party)], 0) for party in others}
    chosen[first] = ([reachable(first)], 0)
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    wave = transitions.open_wave(wave=wave, by=runner)
    let_answer(wave, *[4, 3, 2] * 2, 4)
    assert transitions.close_wave(wave=wave, by=runner).parties_heard is None


def test_fewer_than_five_answers_are_thrown_away_unread():
    wave, runner = open_pulse(parties=3, each=3)
    let_answer(wave, 5, 5, 5, 5, comment="Rahasia.")
    closed = transitions.close_wave(wave=wave, by=runner)
    assert (closed.answered, closed.invited) == (4, 9)
    assert waiting(wave) == 0
    assert not PulseResponse.objects.exists()
    assert not PulseComment.objects.exists()
    rows = PulseResult.objects.filter(wave=wave)
    assert rows.count() == 4
    assert all(row.suppressed and row.median is None for row in rows)


def test_six_of_nine_are_told_as_means_only():
    wave, runner = open_pulse(parties=3, each=3)
    let_answer(wave, 5, 4, 4, 3, 3, 2, comment="Rahasia.")
    transitions.close_wave(wave=wave, by=runner)
    shown = PulseResult.objects.filter(wave=wave, suppressed=False)
    assert {row.measure for row in shown} == {"T", "U", "L", "C"}
    assert all((row.median, row.mean) == (3.5, 3.5) for row in shown)
    for beyond in ("counts", "q1", "q3", "spread", "low", "high"):
        assert {getattr(row, beyond) for row in shown} == {None}
    assert not PulseResponse.objects.exists()
    assert PulseResult.objects.filter(wave=wave, suppressed=True).exclude(item=None).count() == 12
    assert not PulseComment.objects.exists()


def test_nothing_is_closed_or_published_twice():
    wave, runner = open_pulse()
    closed = transitions.close_wave(wave=wave, by=runner)
    with pytest.raises(IllegalMove):
        transitions.close_wave(wave=closed, by=runner)
    published = transitions.publish_wave(wave=closed, by=runner)
    assert published.state == WaveState.PUBLISHED
    assert told(published)[-1] == PulseEvent.PUBLISHED
    with pytest.raises(IllegalMove):
        transitions.publish_wave(wave=published, by=runner)


def test_a_secret_that_was_replaced_still_opens_and_one_that_is_gone_is_said(settings):
    wave, runner = open_pulse()
    let_answer(wave, 4, 4, 4, 3, 3)
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "another-secret-of-this-site-that-is-long-enough-to-be-one"
    with pytest.raises(Refused, match="SECRET_KEY_FALLBACKS"):
        transitions.close_wave(wave=wave, by=runner)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert transitions.close_wave(wave=wave, by=runner).answered == 5


def test_results_are_put_on_the_agenda_of_a_planned_meeting():
    wave, runner = open_pulse()
    meeting = MeetingFactory(collaboration=wave.collaboration, planned=True)
    with pytest.raises(IllegalMove):
        transitions.discuss(wave=wave, by=runner, meeting=meeting)
    closed = transitions.close_wave(wave=wave, by=runner)
    published = transitions.publish_wave(wave=closed, by=runner)
    item = transitions.discuss(wave=published, by=runner, meeting=meeting)
    assert wave.title in item.topic
    assert PulseDiscussion.objects.get().item == item
    before = told(wave)
    again = transitions.discuss(wave=published, by=runner, meeting=meeting)
    assert again.pk == item.pk
    assert AgendaItem.objects.filter(meeting=meeting).count() == 1
    assert PulseDiscussion.objects.count() == 1
    assert told(wave) == before
    assert before.count(PulseEvent.DISCUSSED) == 1
    held = MeetingFactory(collaboration=wave.collaboration)
    with pytest.raises(IllegalMove):
        transitions.discuss(wave=published, by=runner, meeting=held)


def test_in_a_closed_collaboration_nothing_begins_and_what_is_open_can_be_closed():
    wave, runner = open_pulse()
    collaboration = wave.collaboration
    type(collaboration).objects.filter(pk=collaboration.pk).update(state="closed", ends_on=TODAY())
    with pytest.raises(Refused):
        transitions.remind(wave=wave, by=runner, site=SITE)
    assert transitions.close_wave(wave=wave, by=runner).state == WaveState.CLOSED
    published = transitions.publish_wave(wave=wave, by=runner)
    assert published.state == WaveState.PUBLISHED


def test_a_closed_collaboration_takes_no_answer():
    wave, _runner = open_pulse()
    collaboration = wave.collaboration
    type(collaboration).objects.filter(pk=collaboration.pk).update(state="closed", ends_on=TODAY())
    with pytest.raises(Refused, match=r"ditutup|closed"):
        let_answer(wave, 4)
    assert waiting(wave) == 0


def test_closed_early_its_last_day_is_today_and_the_days_after_are_free():
    wave, runner = open_pulse()
    planned = wave.closes_on
    closed = transitions.close_wave(wave=wave, by=runner)
    assert closed.closes_on == TODAY() < planned
    PulseWaveFactory(collaboration=wave.collaboration, opens_on=planned)


def test_closed_late_its_last_day_stays():
    wave, runner = open_pulse()
    late = wave.closes_on + dt.timedelta(days=3)
    assert transitions.close_wave(wave=wave, by=runner, today=late).closes_on == wave.closes_on


def test_a_draft_is_dropped_and_what_was_opened_is_not(draft, runner):
    ask(draft, runner)
    other = PulseWaveFactory(
        collaboration=draft.collaboration, opens_on=draft.closes_on + dt.timedelta(days=1)
    )
    transitions.drop_wave(wave=draft, by=runner)
    assert list(PulseWave.objects.all()) == [other]
    assert event_model(PulseInvitation).objects.filter(pgh_label="delete").count() == 5
    wave, opener = open_pulse()
    with pytest.raises(IllegalMove):
        transitions.drop_wave(wave=wave, by=opener)
