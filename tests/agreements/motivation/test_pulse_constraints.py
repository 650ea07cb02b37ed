"""What the database itself refuses of a pulse, whoever writes."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError
from django.utils import timezone

from actors.models import Organization
from agreements.models import (
    Collaboration,
    PulseInvitation,
    PulseItem,
    PulseResponse,
    PulseWave,
)
from agreements.motivation import transitions
from agreements.motivation.clock import today_of
from agreements.motivation.transitions import answering
from tests.agreements.motivation.scene import let_answer, open_pulse, steps, tokens_of
from tests.constraints import assert_refused
from tests.factories.actors import PersonFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.motivation import (
    SALT,
    PulseAnswerFactory,
    PulseChangeFactory,
    PulseCommentFactory,
    PulseDiscussionFactory,
    PulseInvitationFactory,
    PulseItemFactory,
    PulseLinkFactory,
    PulseResponseFactory,
    PulseResultFactory,
    PulseSpoolFactory,
    PulseTurnFactory,
    PulseWaveFactory,
    open_as,
    open_for_its_people,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_a_statement_is_once_in_a_version_and_says_something():
    item = PulseItemFactory()
    assert_refused(
        "pulse_item_version_once", lambda: PulseItemFactory(code=item.code, version=item.version)
    )
    assert_refused("pulse_item_says_something", lambda: PulseItemFactory(text_en=""))
    assert_refused("pulse_item_dimension_is_known", lambda: PulseItemFactory(dimension="Z"))


def test_the_words_of_a_statement_never_change():
    item = PulseItemFactory()
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        PulseItem.objects.filter(pk=item.pk).update(text_id="Lain.")


def test_a_wave_has_days_in_order_that_no_other_wave_of_the_collaboration_has():
    wave = PulseWaveFactory()
    assert_refused(
        "pulse_wave_closes_after_it_opens",
        lambda: PulseWaveFactory(closes_on=timezone.localdate() - DAY),
    )
    assert_refused(
        "pulse_wave_no_overlap",
        lambda: PulseWaveFactory(collaboration=wave.collaboration, opens_on=wave.closes_on),
    )
    PulseWaveFactory(collaboration=wave.collaboration, opens_on=wave.closes_on + DAY)


def asking(*voices, by_mail=False):
    """A draft that asks so many of each of its parties."""
    wave = PulseWaveFactory()
    for number in voices:
        party = PartyFactory(collaboration=wave.collaboration)
        for _voice in range(number):
            mailed = {"person": PersonFactory(), "mailed_to": "a" * 64} if by_mail else {}
            PulseInvitationFactory(wave=wave, party=party, **mailed)
    return wave


def test_a_wave_of_three_people_or_of_two_parties_is_not_open():
    assert_refused("pulse_wave_asks_at_least_five", lambda: open_for_its_people(asking(1, 1, 1)))
    assert_refused("pulse_wave_asks_three_parties", lambda: open_for_its_people(asking(3, 2)))
    assert open_for_its_people(asking(2, 2, 1)).state == "open"


@pytest.mark.parametrize(
    ("voices", "said"),
    [((1, 1, 1), {"invited": 5}), ((3, 2), {"parties_asked": 3}), ((), {})],
    ids=["five where three are asked", "three parties where two are", "nobody at all"],
)
def test_a_wave_that_counts_other_people_than_it_asks_is_not_open(voices, said):
    wave = asking(*voices)
    fields = {"state": "open", "salt": SALT, "invited": 5, "parties_asked": 3} | said
    assert_refused("pulse_wave_asks_whom_it_counts", lambda: open_as(wave, **fields))


@pytest.mark.parametrize("state", ["open", "closed", "published"])
def test_no_wave_is_born_open(state):
    wave = PulseWaveFactory.build(
        collaboration=CollaborationFactory(), state=state, invited=5, parties_asked=3
    )
    assert_refused("pulse_wave_asks_whom_it_counts", wave.save)


def test_while_a_wave_is_open_nobody_is_asked_in_addition_or_not_any_more():
    wave = PulseWaveFactory(opened=True)
    asked = wave.invitations.first()
    later = PulseWaveFactory(collaboration=wave.collaboration, opens_on=wave.closes_on + DAY)
    another = PulseInvitationFactory(wave=later, party=asked.party)
    for write in (
        lambda: PulseInvitationFactory(wave=wave, party=asked.party),
        lambda: PulseInvitation.objects.get(pk=asked.pk).delete(),
        lambda: _moved(asked, later),
        lambda: _moved(another, wave),
    ):
        assert_refused("pulse_invitation_stays_while_open", write)
    assert (wave.invitations.count(), later.invitations.count()) == (5, 1)


def _moved(invitation, wave):
    """As an update of the column alone."""
    PulseInvitation.objects.filter(pk=invitation.pk).update(wave=wave)


def test_a_wave_is_in_a_known_state_and_counts_once_it_is_over():
    assert_refused("pulse_wave_state_is_known", lambda: PulseWaveFactory(state="lain", invited=5))
    assert_refused("pulse_wave_counts_when_over", lambda: PulseWaveFactory(answered=3))
    wave = PulseWaveFactory(opened=True)
    assert_refused("pulse_wave_counts_when_over", lambda: open_as(wave, state="closed", answered=5))


def test_of_how_many_parties_is_kept_of_five_answers_and_of_parties_of_several_voices():
    over = {"state": "closed", "salt": "", "answered": 5, "enough_by_mail": True}
    told = over | {"parties_heard": 3}
    several, single = (
        open_for_its_people(asking(*voices, by_mail=True)) for voices in ((2, 2, 2), (3, 2, 1))
    )
    on_paper = open_for_its_people(asking(2, 2, 2))
    few = told | {"enough_by_mail": False}
    assert_refused("pulse_wave_heard_of_five", lambda: open_as(several, **few))
    for wave in (single, on_paper):
        assert_refused("pulse_wave_heard_among_several", lambda wave=wave: open_as(wave, **told))
    assert open_as(several, **told).parties_heard == 3


def test_four_answers_are_never_enough_by_mail_nor_any_before_it_closes():
    name, wave = "pulse_wave_enough_are_five", PulseWaveFactory(opened=True)
    over = {"state": "closed", "salt": "", "enough_by_mail": True}
    assert_refused(name, lambda: open_as(wave, **over, answered=4))
    assert_refused(name, lambda: open_as(wave, enough_by_mail=True))
    assert open_as(wave, **over, answered=5).is_told
    name = "pulse_wave_stays_as_counted"
    assert_refused(name, lambda: open_as(wave, enough_by_mail=False))


def test_no_answer_comes_after_the_last_day_or_into_what_is_over():
    late, last, ended = PulseWaveFactory.create_batch(3, opened=True)
    today = today_of(late)
    open_as(late, opens_on=today - 9 * DAY, closes_on=today - DAY)
    open_as(last, opens_on=today - 9 * DAY, closes_on=today)
    Collaboration.objects.filter(pk=ended.collaboration_id).update(state="closed", ends_on=today)
    for wave in (late, ended):
        assert_refused("pulse_spool_while_open", lambda wave=wave: PulseSpoolFactory(wave=wave))
    assert PulseSpoolFactory(wave=last).pk


def test_an_organization_out_of_use_takes_no_answer():
    wave = PulseWaveFactory(opened=True, of_organization=True)
    assert PulseSpoolFactory(wave=wave).pk
    Organization.objects.filter(pk=wave.organization_id).update(is_active=False)
    assert_refused("pulse_spool_while_open", lambda: PulseSpoolFactory(wave=wave))


def test_a_verb_that_forgot_to_look_at_the_day_is_stopped_by_the_database(monkeypatch):
    wave, _runner = open_pulse()
    monkeypatch.setattr(answering, "is_answerable", lambda wave, today: True)
    token, said = tokens_of(wave)[0], steps(wave, 4)
    late = wave.closes_on + DAY
    assert_refused(
        "pulse_spool_while_open",
        lambda: transitions.answer(token=token, said=said, today=late),
    )
    transitions.answer(token=token, said=said, today=wave.closes_on)


def test_a_discussion_links_a_wave_once_with_a_topic_of_its_own_collaboration():
    row = PulseDiscussionFactory()
    assert_refused(
        "pulse_discussion_once", lambda: PulseDiscussionFactory(wave=row.wave, item=row.item)
    )
    own = PulseWaveFactory(of_organization=True)
    for wave in (PulseWaveFactory(), own):
        assert_refused(
            "pulse_discussion_of_one_collaboration",
            lambda wave=wave: PulseDiscussionFactory(wave=wave, item=row.item),
        )


@pytest.mark.parametrize("state", ["draft", "published"])
def test_a_wave_goes_forward_one_step_at_a_time(state):
    wave = PulseWaveFactory(opened=True)
    rows = PulseWave.objects.filter(pk=wave.pk)
    assert_refused(
        "pulse_wave_moves_forward", lambda: rows.update(state=state, salt="", answered=5)
    )


def test_somebody_is_asked_once_by_a_party_of_the_collaboration():
    wave, ani = PulseWaveFactory(), PersonFactory()
    PulseInvitationFactory(wave=wave, person=ani)
    assert_refused("pulse_invitation_once", lambda: PulseInvitationFactory(wave=wave, person=ani))
    assert_refused(
        "pulse_invitation_of_one_collaboration",
        lambda: PulseInvitationFactory(wave=wave, party=PartyFactory()),
    )


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (PulseLinkFactory, "pulse_link_keeps_a_hash"),
        (PulseTurnFactory, "pulse_turn_keeps_a_hash"),
    ],
)
def test_of_a_link_only_a_hash_is_kept_and_it_never_changes(make, name):
    assert_refused(name, lambda: make(token_hash="x" * 64))
    row = make()
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(token_hash="0" * 64)


def test_whose_turn_it_is_is_said_once_and_only_while_the_wave_is_open():
    turn = PulseTurnFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        PulseTurnFactory(invitation=turn.invitation)
    draft = PulseInvitationFactory()
    assert_refused("pulse_turn_while_open", lambda: PulseTurnFactory(invitation=draft))
    assert_refused("pulse_link_while_open", lambda: PulseLinkFactory(wave=draft.wave))


@pytest.mark.parametrize(
    "leave",
    [
        lambda wave: PulseTurnFactory(invitation=wave.invitations.first()),
        lambda wave: PulseSpoolFactory(wave=wave),
    ],
    ids=["whose turn it is", "a sealed answer"],
)
def test_no_wave_is_closed_that_has_not_forgotten_who_answered(leave):
    wave = PulseWaveFactory(opened=True)
    leave(wave)
    rows = PulseWave.objects.filter(pk=wave.pk)
    assert_refused(
        "pulse_wave_forgets_who", lambda: rows.update(state="closed", salt="", answered=5)
    )


def closed_wave():
    wave, runner = open_pulse(each=2)
    let_answer(wave, *[4, 4, 3, 3, 2] * 2)
    return transitions.close_wave(wave=wave, by=runner)


def test_after_closing_nothing_is_added_and_nothing_taken_away():
    wave = closed_wave()
    answers = PulseResponse.objects.filter(wave=wave)
    for name, write in (
        ("pulse_spool_while_open", lambda: PulseSpoolFactory(wave=wave)),
        ("pulse_response_while_open", lambda: PulseResponseFactory(wave=wave)),
        ("pulse_answer_while_open", lambda: PulseAnswerFactory(response=answers.first())),
        ("pulse_comment_while_open", lambda: PulseCommentFactory(wave=wave)),
        ("pulse_result_while_open", lambda: PulseResultFactory(wave=wave)),
        ("pulse_answer_stays", lambda: answers.first().answers.all().delete()),
        ("pulse_response_stays", lambda: _delete_bare(answers.first())),
    ):
        assert_refused(name, write)
    assert answers.count() == 10


@pytest.mark.parametrize("field", ["invited", "answered", "parties_asked", "parties_heard"])
def test_how_many_were_asked_and_answered_stays_once_it_is_counted(field):
    wave = closed_wave()
    rows = PulseWave.objects.filter(pk=wave.pk)
    assert_refused("pulse_wave_stays_as_counted", lambda: rows.update(**{field: 7}))


def test_no_figure_and_no_remark_is_taken_away():
    for row in (PulseResultFactory(), PulseCommentFactory()):
        with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
            type(row).objects.filter(pk=row.pk).delete()


def _delete_bare(response):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM agreements_pulseresponse WHERE id = %s", [response.pk])


@pytest.mark.parametrize(
    "make",
    [
        PulseSpoolFactory,
        PulseResponseFactory,
        PulseAnswerFactory,
        PulseResultFactory,
    ],
)
def test_what_was_answered_and_what_was_counted_never_changes(make):
    row = make()
    other = {
        "PulseAnswer": {"value": 1},
        "PulseResult": {"n": 9},
        "PulseSpool": {"sealed": b"x"},
    }
    field = other.get(type(row).__name__)
    rows = type(row).objects.filter(pk=row.pk)
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        rows.update(**(field or {"circle": "others"}))


def test_an_answer_is_one_step_for_each_statement():
    answer = PulseAnswerFactory()
    assert_refused("pulse_answer_is_a_step", lambda: PulseAnswerFactory(value=6))
    assert_refused("pulse_answer_is_a_step", lambda: PulseAnswerFactory(value=0))
    assert_refused(
        "pulse_answer_once",
        lambda: PulseAnswerFactory(response=answer.response, item=answer.item),
    )
    assert_refused("pulse_response_circle_is_coarse", lambda: PulseResponseFactory(circle="dinkes"))


def test_comments_are_kept_only_where_many_answered():
    wave = PulseWaveFactory(opened=True)
    for _number in range(14):
        PulseResponseFactory(wave=wave)
    assert_refused("pulse_comment_of_many", lambda: PulseCommentFactory(wave=wave))


def test_a_figure_stands_for_five_and_a_withheld_one_is_none():
    wave = PulseWaveFactory(opened=True)
    for name, fields in (
        ("pulse_result_min_n", {"n": 4}),
        ("pulse_result_suppressed_blank", {"suppressed": True}),
        ("pulse_result_steps_of_ten", {"counts": [1, 1, 1, 1, 1, 0]}),
        *(
            ("pulse_result_steps_of_ten", {"n": 9, name: 3})
            for name in ("q1", "q3", "spread", "low", "high")
        ),
        ("pulse_result_steps_of_ten", {"n": 9, "change": 1}),
        ("pulse_result_circles_are_bare", {"n": 12, "circle": "others", "change": 1}),
        ("pulse_result_change_of_a_measure", {"n": 12, "change": 2}),
        (
            "pulse_result_change_of_a_measure",
            {"n": 12, "change": 1, "measure": "", "item": PulseItemFactory()},
        ),
        *(
            ("pulse_result_circles_are_bare", {"n": 12, "circle": "others", name: 3})
            for name in ("q1", "q3", "spread", "low", "high")
        ),
        ("pulse_result_median_is_round", {"n": 12, "median": 3.25}),
        ("pulse_result_q1_is_round", {"n": 12, "q1": 3.25}),
        ("pulse_result_q3_is_round", {"n": 12, "q3": 3.25}),
        ("pulse_result_mean_is_round", {"n": 12, "mean": 3.25}),
        ("pulse_result_low_is_round", {"n": 12, "low": 3.25}),
        ("pulse_result_high_is_round", {"n": 12, "high": 3.25}),
        ("pulse_result_is_about_one_thing", {"item": PulseItemFactory()}),
        ("pulse_result_is_about_one_thing", {"measure": ""}),
        (
            "pulse_result_single_steps_of_all",
            {"measure": "", "item": PulseItemFactory(), "circle": "others"},
        ),
    ):
        assert_refused(name, lambda fields=fields: PulseResultFactory(wave=wave, **fields))
    PulseResultFactory(wave=wave)
    assert_refused("pulse_result_once", lambda: PulseResultFactory(wave=wave))


def test_the_history_knows_what_happens():
    assert_refused("pulse_change_event_is_known", lambda: PulseChangeFactory(event="lain"))
