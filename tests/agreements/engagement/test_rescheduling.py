"""One planned meeting moves to another day; invitations are answered."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from agreements.engagement import transitions
from agreements.engagement.kinds import Answer
from agreements.engagement.states import MeetingState
from agreements.models import Attendance, Meeting
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory, RepresentativeFactory, member_of
from tests.factories.engagement import AttendanceFactory, MeetingFactory
from tests.factories.series import MeetingSeriesFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


@pytest.fixture
def meeting():
    return MeetingFactory(planned=True)


@pytest.fixture
def user(meeting):
    return member_of(meeting.collaboration)


@pytest.fixture
def move(meeting, user):
    def move(**other):
        usual = {
            "version": Meeting.objects.get(pk=meeting.pk).version,
            "held_on": ahead(9),
            "starts_at": dt.time(13),
            "ends_at": None,
            "reason": "Gubernur berhalangan",
        }
        return transitions.reschedule(meeting=meeting, by=user, **(usual | other))

    return move


def test_a_moved_meeting_says_from_when_to_when_and_why(move, meeting):
    done = move()
    assert (done.held_on, done.starts_at) == (ahead(9), dt.time(13))
    line = done.changes.get()
    assert "→" in line.note
    assert "13:00" in line.note
    assert "Gubernur berhalangan" in line.note
    assert (line.from_state, line.to_state) == (MeetingState.PLANNED, MeetingState.PLANNED)


def test_what_has_passed_is_judged_by_the_clock_of_the_collaboration(move):
    """At three in the morning by UTC it is eleven where this meeting takes place."""
    day = ahead(9)
    moment = dt.datetime.combine(day, dt.time(3), tzinfo=dt.UTC)
    with pytest.raises(ValidationError):
        move(held_on=day, starts_at=dt.time(10, 30), now=moment)
    assert move(held_on=day, starts_at=dt.time(11, 30), now=moment).starts_at == dt.time(11, 30)


def test_whoever_answered_is_asked_again(move, meeting, user):
    row = AttendanceFactory(meeting=meeting, organization=user.organization)
    transitions.answer_invitation(attendance=row, by=user, answer=Answer.YES, note="Bersama staf")
    move()
    row.refresh_from_db()
    assert (row.answer, row.answer_note, row.answered_by) == ("", "", None)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (MeetingState.HELD, "has taken place"),
        (MeetingState.MINUTES_SHARED, "minutes are shared"),
        (MeetingState.MINUTES_ADOPTED, "minutes are shared"),
        (MeetingState.CANCELLED, "is cancelled"),
    ],
)
def test_only_a_planned_meeting_moves(move, meeting, state, sentence):
    Meeting.objects.filter(pk=meeting.pk).update(state=state)
    with pytest.raises(IllegalMove, match=sentence):
        move()


@pytest.mark.parametrize(
    ("other", "refusal", "sentence"),
    [
        ({"held_on": ahead(-1)}, ValidationError, "still to come"),
        ({"reason": " "}, ValidationError, "Say why"),
        ({"ends_at": dt.time(9)}, ValidationError, "cannot end before it starts"),
        ({"held_on": ahead(7), "starts_at": dt.time(9)}, Refused, "already"),
        ({"version": 0}, EditConflict, "Somebody else"),
    ],
)
def test_what_makes_no_sense_is_refused(move, meeting, other, refusal, sentence):
    with pytest.raises(refusal, match=sentence):
        move(**other)
    meeting.refresh_from_db()
    assert meeting.held_on == ahead(7)


def test_two_meetings_of_a_series_are_never_on_one_day(move, meeting):
    series = MeetingSeriesFactory(collaboration=meeting.collaboration)
    Meeting.objects.filter(pk=meeting.pk).update(series=series)
    MeetingFactory(collaboration=meeting.collaboration, series=series, held_on=ahead(9))
    with pytest.raises(ValidationError, match="Another meeting of this series"):
        move()


def test_an_answer_says_who_and_when_and_the_last_word_holds(meeting, user):
    row = AttendanceFactory(meeting=meeting, organization=user.organization)
    transitions.answer_invitation(attendance=row, by=user, answer=Answer.YES)
    done = transitions.answer_invitation(attendance=row, by=user, answer=Answer.NO, note=" Dinas ")
    assert (done.answer, done.answer_note, done.answered_by) == (Answer.NO, "Dinas", user)
    assert done.answered_at is not None


def test_each_answer_is_a_line_of_the_history_and_sent_twice_it_is_one(meeting, user):
    row = AttendanceFactory(meeting=meeting, organization=user.organization)
    for answer in (Answer.YES, Answer.YES, Answer.NO):
        transitions.answer_invitation(attendance=row, by=user, answer=answer, note="Dinas luar")
    said = [(line.words, line.note, line.made_by) for line in meeting.changes.order_by("pk")]
    name = str(row)
    assert said == [
        (f"Invitation answered, will come: {name}", "Dinas luar", user),
        (f"Invitation answered, will not come: {name}", "Dinas luar", user),
    ]


@pytest.mark.parametrize("answer", ["", "later", None])
def test_only_the_three_answers_count(meeting, user, answer):
    row = AttendanceFactory(meeting=meeting, organization=user.organization)
    with pytest.raises(Refused, match="yes, no or perhaps"):
        transitions.answer_invitation(attendance=row, by=user, answer=answer)


def test_nobody_answers_for_a_meeting_that_is_not_planned_any_more(meeting, user):
    row = AttendanceFactory(meeting=meeting, organization=user.organization)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=ahead(-1))
    row = Attendance.objects.get(pk=row.pk)
    with pytest.raises(Refused, match="day of this meeting has passed"):
        transitions.answer_invitation(attendance=row, by=user, answer=Answer.YES)
    transitions.cancel(meeting=meeting, by=user, reason="Batal")
    with pytest.raises(IllegalMove, match="no longer planned"):
        transitions.answer_invitation(attendance=row, by=user, answer=Answer.YES)


def test_a_held_meeting_takes_the_answers_for_attendance(meeting, user):
    says_no = AttendanceFactory(meeting=meeting, organization=user.organization)
    says_yes = AttendanceFactory(meeting=meeting, is_present=False)
    silent = AttendanceFactory(meeting=meeting)
    transitions.answer_invitation(attendance=says_no, by=user, answer=Answer.NO)
    transitions.answer_invitation(attendance=says_yes, by=user, answer=Answer.YES)
    transitions.hold(meeting=meeting, by=user, now=timezone.now() + dt.timedelta(days=8))
    present = {row.pk: row.is_present for row in meeting.attendances.all()}
    assert present == {says_no.pk: False, says_yes.pk: True, silent.pk: False}


def test_who_may_answer_for_whom(meeting):
    party = PartyFactory(collaboration=meeting.collaboration)
    row = AttendanceFactory(meeting=meeting, organization=party.organization)
    colleague = UserFactory(organization=party.organization)
    speaker = RepresentativeFactory(party=party).person
    other = member_of(meeting.collaboration)
    guest = AttendanceFactory(meeting=meeting, person=other.person, organization=other.organization)
    may = "agreements.answer_invitation"
    assert colleague.has_perm(may, row)
    assert UserFactory(person=speaker).has_perm(may, row)
    assert not other.has_perm(may, row)
    assert other.has_perm(may, guest)
    assert not UserFactory(organization=party.organization, auditor=True).has_perm(may, row)
    for user in (colleague, other):
        listed = set(Attendance.objects.answerable_by(user))
        assert listed == {each for each in (row, guest) if user.has_perm(may, each)}


def test_an_hour_of_today_that_has_passed_is_named(move):
    now = timezone.localtime().replace(hour=14, minute=0)
    with pytest.raises(ValidationError) as refusal:
        move(held_on=now.date(), starts_at=dt.time(8), now=now)
    assert list(refusal.value.message_dict) == ["starts_at"]
    with pytest.raises(ValidationError) as refusal:
        move(held_on=now.date() - dt.timedelta(days=1), now=now)
    assert list(refusal.value.message_dict) == ["held_on"]


def test_hours_are_filled_in_without_seconds(client, user, meeting, sign_in):
    sign_in(user)
    page = client.get(reverse("agreements:meeting-move", args=[meeting.pk]))
    assert 'value="09.00"' in page.content.decode()
